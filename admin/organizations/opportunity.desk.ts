import { defineDesk } from '../app/desk.ts'
import { opportunityQuery } from './opportunity.queries.ts'
import { opportunityBadge } from './offers.display.ts'
import OpportunityDesk from './OpportunityDesk.vue'

export default defineDesk({
  query: opportunityQuery,
  pick: ({ opportunity }) => opportunity,
  standing: (record) => ({
    name: record.title,
    about: [record.organization?.name, record.division.name].filter(Boolean).join(' · '),
    dueAt: null,
    waiting: record.waiting,
    ...opportunityBadge(record),
  }),
  view: OpportunityDesk,
})
