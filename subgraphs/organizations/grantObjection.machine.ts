// An objection to what is published, or a complaint about what runs: taken down, and settled by those who answer for the round.
import { defineMachine, type ActionOf, type StateOf } from '../shared/machine.ts'
import { text } from '../shared/words.ts'
import { GRANT_LEADS } from './grantRound.machine.ts'
import * as rule from './grantSide.rules.ts'
import type { SideFacts } from './grantSide.rules.ts'

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

export type ObjectionStatus = StateOf<typeof grantObjectionMachine>
export type ObjectionAction = ActionOf<typeof grantObjectionMachine>
