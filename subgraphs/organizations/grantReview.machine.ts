// One reviewer's work on one application: drawn, declared free of ties before the file opens, scored alone, locked.
import { defineMachine, type ActionOf, type StateOf } from '../shared/machine.ts'
import { text } from '../shared/words.ts'
import { GRANT_OFFICERS } from './grantRound.machine.ts'
import * as rule from './grantReview.rules.ts'
import type { AssignmentFacts } from './grantReview.rules.ts'
import { all } from './guard.rules.ts'

export const grantAssignmentMachine = defineMachine<AssignmentFacts>()({
  name: 'GrantAssignment',
  label: text('评审任务', 'Review assignment'),
  initial: 'DRAWN',
  states: {
    DRAWN: {
      label: text('待申明', 'To be declared'),
      says: text('申明无利害关系后方可查阅材料。', 'The file opens once no tie is declared.'),
    },
    ACCEPTED: { label: text('评审中', 'In progress') },
    SUBMITTED: { label: text('已提交', 'Submitted') },
    LOCKED: { label: text('已锁定', 'Locked'), final: true },
    RECUSED: { label: text('已回避', 'Recused'), final: true, says: text('不得再被指派。', 'Never to be assigned again.') },
    ABSTAINED: { label: text('已放弃', 'Abstained'), final: true },
    EXPIRED: { label: text('已失效', 'Expired'), final: true },
  },
  actions: {
    DECLARE_CLEAR: {
      label: text('申明无利害关系', 'Declare no tie'),
      from: ['DRAWN'],
      to: 'ACCEPTED',
      by: ['OWNER'],
      starts: 'GRANT_SCORING',
      unless: all(rule.notReviewing, rule.isTied),
    },
    DECLARE_CONFLICT: {
      label: text('申明有利害关系，回避', 'Declare a tie'),
      from: ['DRAWN', 'ACCEPTED', 'SUBMITTED'],
      to: 'RECUSED',
      by: ['OWNER'],
      reason: true,
      aside: true,
      unless: rule.notReviewing,
    },
    ABSTAIN: {
      label: text('放弃评审', 'Abstain'),
      from: ['DRAWN', 'ACCEPTED'],
      to: 'ABSTAINED',
      by: ['OWNER'],
      reason: true,
      unless: rule.notReviewing,
    },
    SUBMIT: {
      label: text('提交评分', 'Hand in the scores'),
      from: ['ACCEPTED'],
      to: 'SUBMITTED',
      by: ['OWNER'],
      unless: all(rule.notReviewing, rule.isTied, rule.incompleteSheet, rule.outdated),
    },
    TAKE_BACK: {
      label: text('收回修改', 'Take back'),
      from: ['SUBMITTED'],
      to: 'ACCEPTED',
      by: ['OWNER'],
      aside: true,
      unless: rule.notReviewing,
    },
    REOPEN: { label: text('材料更新，重新确认', 'Reopen: new revision'), from: ['SUBMITTED'], to: 'ACCEPTED', by: ['SYSTEM'] },
    RECUSE: {
      label: text('责令回避', 'Recuse'),
      from: ['DRAWN', 'ACCEPTED', 'SUBMITTED'],
      to: 'RECUSED',
      by: [...GRANT_OFFICERS, 'SYSTEM'],
      reason: true,
      aside: true,
    },
    EXPIRE: {
      label: text('逾期失效', 'Expire'),
      from: ['DRAWN', 'ACCEPTED'],
      to: 'EXPIRED',
      by: [...GRANT_OFFICERS, 'SYSTEM'],
      reason: true,
      aside: true,
    },
    LOCK: { label: text('锁定', 'Lock'), from: ['SUBMITTED'], to: 'LOCKED', by: ['SYSTEM'] },
  },
})

export type AssignmentStatus = StateOf<typeof grantAssignmentMachine>
export type AssignmentAction = ActionOf<typeof grantAssignmentMachine>

/** Those who will deliver, or have: only they count towards the quorum. */
export const LIVE = ['DRAWN', 'ACCEPTED', 'SUBMITTED', 'LOCKED'] as const satisfies readonly AssignmentStatus[]
/** Those whose file is open. */
export const READING = ['ACCEPTED', 'SUBMITTED'] as const satisfies readonly AssignmentStatus[]
