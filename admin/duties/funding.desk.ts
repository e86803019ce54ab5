import { defineDesk } from '../app/desk.ts'
import { fundingBadge } from './admission.display.ts'
import { fundingQuery } from './funding.queries.ts'
import FundingDesk from './FundingDesk.vue'

export default defineDesk({
  query: fundingQuery,
  pick: ({ fundingCommitment }) => fundingCommitment,
  standing: (commitment) => ({
    name: commitment.matter,
    about: `${commitment.department?.name ?? ''} → ${commitment.division.name}`,
    dueAt: commitment.dueAt,
    waiting: commitment.waiting,
    ...fundingBadge(commitment),
  }),
  view: FundingDesk,
})
