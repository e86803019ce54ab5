// A change of a project its organisation asks for: approved, refused or withdrawn.
import { defineMachine, type ActionOf, type StateOf } from '../shared/machine.ts'
import { text } from '../shared/words.ts'
import { GRANT_LEADS } from './grantRound.machine.ts'
import * as rule from './grantSide.rules.ts'
import type { SideFacts } from './grantSide.rules.ts'
import { all } from './guard.rules.ts'

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

export type ChangeStatus = StateOf<typeof grantChangeMachine>
export type ChangeAction = ActionOf<typeof grantChangeMachine>
