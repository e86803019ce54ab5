// Money that follows a task (费随事转): planned, promised, budgeted, transferred, reconciled.
import { defineMachine, type ActionOf, type StateOf } from '../shared/machine.ts'
import { text } from '../shared/words.ts'
import * as rule from './funding.rules.ts'
import type { FundingFacts } from './funding.rules.ts'
import { all } from './guard.rules.ts'

/** The receiving side, which keeps the accounts the money goes to. */
export const RECEIVERS = ['SUBDISTRICT_OFFICER', 'SUBDISTRICT_LEAD', 'COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER'] as const

export const fundingCommitmentMachine = defineMachine<FundingFacts>()({
  name: 'FundingCommitment',
  label: text('经费承诺', 'Funding commitment'),
  initial: 'PLANNED',
  states: {
    PLANNED: {
      label: text('拟承诺', 'Planned'),
      says: text(
        '随申报一并承诺，此前只有本部门能看到。',
        'Promised with the application; until then only the department sees it.',
      ),
    },
    PROMISED: { label: text('已承诺', 'Promised') },
    BUDGETED: { label: text('已列入预算', 'Budgeted'), says: text('等待拨付。', 'Waits for the transfer.') },
    TRANSFERRED: {
      label: text('已拨付', 'Transferred'),
      says: text('等待接收单位对账。', 'Waits for the receiver to reconcile it.'),
    },
    RECONCILED: { label: text('已对账', 'Reconciled'), final: true },
    LAPSED: { label: text('已失效', 'Lapsed'), final: true },
  },
  actions: {
    PROMISE: {
      label: text('作出承诺', 'Promise'),
      from: ['PLANNED'],
      to: 'PROMISED',
      by: ['OWNER'],
      starts: 'FUNDING_TRANSFER',
      unless: rule.notSubmitted,
    },
    BUDGET: {
      label: text('确认列入预算', 'Confirm the budget'),
      from: ['PROMISED'],
      to: 'BUDGETED',
      by: ['DISTRICT_FINANCE', 'OWNER'],
      carries: true,
      starts: 'FUNDING_TRANSFER',
    },
    TRANSFER: {
      label: text('登记拨付', 'Record a transfer'),
      from: ['BUDGETED'],
      to: 'BUDGETED',
      by: ['OWNER'],
      carries: true,
    },
    COMPLETE: {
      label: text('拨付完毕', 'Complete'),
      from: ['BUDGETED'],
      to: 'TRANSFERRED',
      by: ['SYSTEM'],
      starts: 'FUNDING_RECONCILIATION',
      unless: rule.outstanding,
    },
    URGE_BUDGET: {
      label: text('催列预算', 'Urge to budget'),
      from: ['PROMISED'],
      to: 'PROMISED',
      by: RECEIVERS,
      aside: true,
      reason: true,
      unless: rule.notOverdue,
    },
    URGE: {
      label: text('催拨', 'Urge to transfer'),
      from: ['BUDGETED'],
      to: 'BUDGETED',
      by: RECEIVERS,
      aside: true,
      reason: true,
      unless: rule.notOverdue,
    },
    RECONCILE: {
      label: text('确认到账', 'Reconcile'),
      from: ['TRANSFERRED'],
      to: 'RECONCILED',
      by: RECEIVERS,
      carries: true,
      seals: true,
      lacks: rule.differs,
    },
    SEND_BACK: {
      label: text('账款不符，退回', 'Send back: the sums differ'),
      from: ['TRANSFERRED'],
      to: 'BUDGETED',
      by: RECEIVERS,
      reason: true,
      starts: 'FUNDING_TRANSFER',
    },
    REVOKE: {
      label: text('撤销承诺', 'Revoke'),
      from: ['PLANNED', 'PROMISED'],
      to: 'LAPSED',
      by: ['OWNER'],
      reason: true,
      aside: true,
      unless: rule.bound,
    },
    LAPSE: {
      label: text('失效', 'Lapse'),
      from: ['PLANNED', 'PROMISED', 'BUDGETED'],
      to: 'LAPSED',
      by: ['SYSTEM'],
      aside: true,
      unless: all(rule.applicationStands, rule.paidInto),
    },
  },
})

export type FundingStatus = StateOf<typeof fundingCommitmentMachine>
export type FundingAction = ActionOf<typeof fundingCommitmentMachine>

/** Far enough for the matter to come into force. */
export const SECURED = ['BUDGETED', 'TRANSFERRED', 'RECONCILED'] as const satisfies readonly FundingStatus[]
