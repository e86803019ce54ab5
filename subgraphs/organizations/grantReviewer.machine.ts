// An expert in the pool reviewers are drawn from: asks to be in it, is admitted, leaves.
import { defineMachine, type ActionOf, type StateOf } from '../shared/machine.ts'
import { text } from '../shared/words.ts'
import { GRANT_OFFICERS } from './grantRound.machine.ts'

export const grantReviewerMachine = defineMachine<object>()({
  name: 'GrantReviewer',
  label: text('评审专家', 'Reviewer'),
  initial: 'APPLIED',
  states: {
    APPLIED: { label: text('申请入库', 'Applied') },
    ADMITTED: { label: text('在库', 'Admitted') },
    RETIRED: { label: text('已出库', 'Retired'), final: true },
  },
  actions: {
    ADMIT: { label: text('准予入库', 'Admit'), from: ['APPLIED'], to: 'ADMITTED', by: GRANT_OFFICERS },
    RETIRE: {
      label: text('移出专家库', 'Retire'),
      from: ['APPLIED', 'ADMITTED'],
      to: 'RETIRED',
      by: GRANT_OFFICERS,
      reason: true,
      aside: true,
    },
  },
})

export type ReviewerStatus = StateOf<typeof grantReviewerMachine>
export type ReviewerAction = ActionOf<typeof grantReviewerMachine>
