// An objection (异议): raised by a committee or a resident, examined by civil affairs, upheld with effects or dismissed.
import { defineMachine, type ActionOf, type StateOf } from '../shared/machine.ts'
import { text } from '../shared/words.ts'
import { all } from './guard.rules.ts'
import * as rule from './objection.rules.ts'
import type { ObjectionFacts } from './objection.rules.ts'

export const dutyObjectionMachine = defineMachine<ObjectionFacts>()({
  name: 'DutyObjection',
  label: text('异议', 'Objection'),
  initial: 'RAISED',
  states: {
    RAISED: { label: text('已提出', 'Raised') },
    ACCEPTED: { label: text('已受理', 'Accepted') },
    INVESTIGATING: { label: text('核查中', 'Being examined'), says: text('等待部门答复和民政核查。', 'The department answers.') },
    UPHELD: { label: text('成立', 'Upheld'), final: true },
    DISMISSED: { label: text('不成立', 'Dismissed'), final: true },
    WITHDRAWN: { label: text('已撤回', 'Withdrawn'), final: true },
  },
  actions: {
    ACCEPT: {
      label: text('受理', 'Accept'),
      from: ['RAISED'],
      to: 'ACCEPTED',
      by: ['DISTRICT_CIVIL_AFFAIRS'],
      starts: 'OBJECTION_BEGIN',
      unless: rule.isPartial,
    },
    INVESTIGATE: {
      label: text('开展核查', 'Examine'),
      from: ['ACCEPTED'],
      to: 'INVESTIGATING',
      by: ['DISTRICT_CIVIL_AFFAIRS'],
      starts: 'OBJECTION_DECISION',
      unless: rule.isPartial,
    },
    ANSWER: {
      label: text('部门答复', 'Answer'),
      from: ['INVESTIGATING'],
      to: 'INVESTIGATING',
      by: ['OWNER'],
      carries: true,
      unless: rule.isAnswered,
    },
    UPHOLD: {
      label: text('认定成立', 'Uphold'),
      from: ['INVESTIGATING'],
      to: 'UPHELD',
      by: ['DISTRICT_CIVIL_AFFAIRS'],
      carries: true,
      seals: true,
      unless: all(rule.isPartial, rule.notAnswered),
    },
    DISMISS: {
      label: text('认定不成立', 'Dismiss'),
      from: ['INVESTIGATING'],
      to: 'DISMISSED',
      by: ['DISTRICT_CIVIL_AFFAIRS'],
      carries: true,
      seals: true,
      unless: all(rule.isPartial, rule.notAnswered),
    },
    WITHDRAW: {
      label: text('撤回异议', 'Withdraw'),
      from: ['RAISED', 'ACCEPTED', 'INVESTIGATING'],
      to: 'WITHDRAWN',
      by: ['AUTHOR'],
      reason: true,
      aside: true,
    },
  },
})

export type ObjectionStatus = StateOf<typeof dutyObjectionMachine>
export type ObjectionAction = ActionOf<typeof dutyObjectionMachine>

/** Objections that wait for a decision. */
export const OPEN_OBJECTIONS: readonly ObjectionStatus[] = dutyObjectionMachine.actions.WITHDRAW.from
/** Decisions that are made public. */
export const DECIDED: readonly ObjectionStatus[] = ['UPHELD', 'DISMISSED']
