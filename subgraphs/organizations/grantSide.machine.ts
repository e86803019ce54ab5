// The short workflows beside a grant: the pool of reviewers, objections and complaints, and changes of an agreement.
import { defineMachine, type ActionOf, type StateOf } from '../shared/machine.ts'
import { text } from '../shared/words.ts'
import { GRANT_LEADS, GRANT_OFFICERS } from './grantRound.machine.ts'
import * as rule from './grantSide.rules.ts'
import type { SideFacts } from './grantSide.rules.ts'
import { all } from './guard.rules.ts'

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

export const grantObjectionMachine = defineMachine<SideFacts>()({
  name: 'GrantObjection',
  label: text('创投异议', 'Grant objection'),
  initial: 'RAISED',
  states: {
    RAISED: { label: text('待处理', 'To be settled') },
    UPHELD: { label: text('成立', 'Upheld'), final: true },
    DISMISSED: { label: text('不成立', 'Dismissed'), final: true },
  },
  actions: {
    UPHOLD: {
      label: text('认定成立', 'Uphold'),
      from: ['RAISED'],
      to: 'UPHELD',
      by: GRANT_LEADS,
      reason: true,
      unless: rule.isTied,
    },
    DISMISS: {
      label: text('认定不成立', 'Dismiss'),
      from: ['RAISED'],
      to: 'DISMISSED',
      by: GRANT_LEADS,
      reason: true,
      unless: rule.isTied,
    },
  },
})

export const grantChangeMachine = defineMachine<SideFacts>()({
  name: 'GrantChange',
  label: text('项目变更', 'Change of a project'),
  initial: 'ASKED',
  states: {
    ASKED: { label: text('待审批', 'Asked for') },
    APPROVED: { label: text('已同意', 'Approved'), final: true },
    REFUSED: { label: text('未同意', 'Refused'), final: true },
    WITHDRAWN: { label: text('已撤回', 'Withdrawn'), final: true },
  },
  actions: {
    APPROVE: {
      label: text('同意变更', 'Approve'),
      from: ['ASKED'],
      to: 'APPROVED',
      by: GRANT_LEADS,
      unless: all(rule.isTied, rule.isWrong),
    },
    REFUSE: {
      label: text('不同意', 'Refuse'),
      from: ['ASKED'],
      to: 'REFUSED',
      by: GRANT_LEADS,
      reason: true,
      unless: rule.isTied,
    },
    WITHDRAW: { label: text('撤回', 'Withdraw'), from: ['ASKED'], to: 'WITHDRAWN', by: ['OWNER'], aside: true },
  },
})

export type ReviewerStatus = StateOf<typeof grantReviewerMachine>
export type ReviewerAction = ActionOf<typeof grantReviewerMachine>
export type ObjectionStatus = StateOf<typeof grantObjectionMachine>
export type ObjectionAction = ActionOf<typeof grantObjectionMachine>
export type ChangeStatus = StateOf<typeof grantChangeMachine>
export type ChangeAction = ActionOf<typeof grantChangeMachine>
