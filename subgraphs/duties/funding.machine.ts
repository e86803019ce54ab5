// The money a department owes for a matter it entrusts: promised, budgeted, transferred, reconciled.
import { defineMachine, type ActionOf, type StateOf } from '../shared/machine.ts'
import { text } from '../shared/words.ts'
import type { FundingFacts } from './funding.rules.ts'

export const fundingCommitmentMachine = defineMachine<FundingFacts>()({
  name: 'FundingCommitment',
  label: text('经费承诺', 'Funding commitment'),
  initial: 'PROMISED',
  states: {
    PROMISED: { label: text('已承诺', 'Promised') },
    BUDGETED: { label: text('已列入预算', 'Budgeted') },
    TRANSFERRED: { label: text('已拨付', 'Transferred') },
    RECONCILED: { label: text('已对账', 'Reconciled'), final: true },
  },
  actions: {
    BUDGET: {
      label: text('列入预算', 'Budget'),
      from: ['PROMISED'],
      to: 'BUDGETED',
      by: ['DISTRICT_FINANCE'],
      carries: true,
    },
    TRANSFER: {
      label: text('拨付', 'Transfer'),
      from: ['BUDGETED'],
      to: 'TRANSFERRED',
      by: ['OWNER'],
      carries: true,
    },
    RECONCILE: {
      label: text('对账', 'Reconcile'),
      from: ['TRANSFERRED'],
      to: 'RECONCILED',
      by: ['SUBDISTRICT_OFFICER'],
      carries: true,
    },
  },
})

export type FundingStatus = StateOf<typeof fundingCommitmentMachine>
export type FundingAction = ActionOf<typeof fundingCommitmentMachine>

/** Far enough for the matter to come into force. */
export const SECURED = ['BUDGETED', 'TRANSFERRED', 'RECONCILED'] as const satisfies readonly FundingStatus[]
