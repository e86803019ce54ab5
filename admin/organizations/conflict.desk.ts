import { defineDesk } from '../app/desk.ts'
import { conflictQuery } from './conflict.queries.ts'
import { conflictBadge } from './offers.display.ts'
import ConflictDesk from './ConflictDesk.vue'

export default defineDesk({
  query: conflictQuery,
  pick: ({ registerConflict }) => registerConflict,
  standing: (record) => ({
    name: record.organization.name,
    about: [record.source, record.division.name].join(' · '),
    dueAt: null,
    waiting: record.waiting,
    ...conflictBadge(record),
  }),
  view: ConflictDesk,
})
