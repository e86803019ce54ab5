import { defineDesk } from '../app/desk.ts'
import { listBadge } from './badges.ts'
import { dutyListQuery } from './list.queries.ts'
import ListDesk from './ListDesk.vue'
import { titleOf } from './options.ts'

export default defineDesk({
  query: dutyListQuery,
  pick: ({ dutyListVersion }) => dutyListVersion,
  standing: (list) => ({
    name: titleOf(list.list.type, list),
    about: list.division.name,
    dueAt: list.dueAt,
    waiting: list.waiting,
    ...listBadge(list),
  }),
  view: ListDesk,
})
