import { defineDesk } from '../app/desk.ts'
import { claimQuery } from './opportunity.queries.ts'
import { claimBadge } from './offers.display.ts'
import ClaimDesk from './ClaimDesk.vue'

export default defineDesk({
  query: claimQuery,
  pick: ({ opportunityClaim }) => opportunityClaim,
  standing: (record) => ({
    name: record.opportunity.title,
    about: [record.name, record.division.name].join(' · '),
    dueAt: record.dueAt,
    waiting: record.waiting,
    ...claimBadge(record),
  }),
  view: ClaimDesk,
})
