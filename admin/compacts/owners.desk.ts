import { defineDesk } from '../app/desk.ts'
import { ownersBadge } from './affairs.display.ts'
import { ownersQuery } from './owners.queries.ts'
import OwnersDesk from './OwnersDesk.vue'

export default defineDesk({
  query: ownersQuery,
  pick: ({ ownersCommittee }) => ownersCommittee,
  standing: (one) => ({
    name: one.compound,
    about: one.division.name,
    dueAt: one.dueAt,
    waiting: one.waiting,
    ...ownersBadge(one),
  }),
  view: OwnersDesk,
})
