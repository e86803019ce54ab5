// An objection to a frozen roll (名册异议): who is missing, who should not be on it; the supervision committee decides.
import { defineMachine, type ActionOf, type StateOf } from '../shared/machine.ts'
import { text } from '../shared/words.ts'
import * as rule from './electorateObjection.rules.ts'
import type { ElectorateObjectionFacts } from './electorateObjection.rules.ts'
import { all } from './guard.rules.ts'

export const electorateObjectionMachine = defineMachine<ElectorateObjectionFacts>()({
  name: 'ElectorateObjection',
  label: text('名册异议', 'Objection to the roll'),
  initial: 'FILED',
  states: {
    FILED: { label: text('待决定', 'Filed'), says: text('由居务监督委员会决定。', 'The supervision committee decides.') },
    UPHELD: { label: text('成立', 'Upheld'), says: text('名册已更正。', 'The roll is corrected.'), final: true },
    DISMISSED: { label: text('不成立', 'Dismissed'), final: true },
  },
  actions: {
    UPHOLD: {
      label: text('认定成立', 'Uphold'),
      from: ['FILED'],
      to: 'UPHELD',
      by: ['SUPERVISION_MEMBER'],
      reason: true,
      unless: all(rule.decidesOwn, rule.voteBegun),
    },
    DISMISS: {
      label: text('认定不成立', 'Dismiss'),
      from: ['FILED'],
      to: 'DISMISSED',
      by: ['SUPERVISION_MEMBER'],
      reason: true,
      unless: rule.decidesOwn,
    },
  },
})

export type ElectorateObjectionStatus = StateOf<typeof electorateObjectionMachine>
export type ElectorateObjectionAction = ActionOf<typeof electorateObjectionMachine>
