import { defineDesk } from '../app/desk.ts'
import { entryQuery } from './entry.queries.ts'
import { entryBadge } from './offers.display.ts'
import EntryDesk from './EntryDesk.vue'

export default defineDesk({
  query: entryQuery,
  pick: ({ qualifiedEntry }) => qualifiedEntry,
  standing: (record) => ({
    name: record.organization.name,
    about: [record.organization.code, record.division.name].join(' · '),
    dueAt: record.dueAt,
    waiting: record.waiting,
    ...entryBadge(record),
  }),
  view: EntryDesk,
})
