// What stands in the way of deciding an objection, and which effects a decision may have. Knows facts, not records.
import { text, type Text } from '../shared/words.ts'
import type { Guard } from './guard.rules.ts'

/** What follows for the department when an objection is upheld. */
export const EFFECTS = {
  CORRECT: text('责令更正', 'Correction'),
  WITHDRAW: text('责令撤回', 'Withdrawal'),
  CIRCULAR: text('通报批评', 'Circular of criticism'),
} satisfies Record<string, Text>

export type Effect = keyof typeof EFFECTS

export interface ObjectionFacts {
  /** The actor raised it, issued what it is about, or belongs to the department. */
  readonly isInvolved: boolean
  readonly hasAnswer: boolean
  /** Until when the department may answer before it is decided without it. */
  readonly answerUntil: Date | null
}

type ObjectionGuard = Guard<ObjectionFacts>

export const isPartial: ObjectionGuard = ({ isInvolved }) =>
  isInvolved ? text('提出异议的人和下达任务的人应当回避。', 'Whoever raised it or issued the task does not decide on it.') : null

export const isAnswered: ObjectionGuard = ({ hasAnswer }) => (hasAnswer ? text('已经答复。', 'It has been answered.') : null)

export const notAnswered: ObjectionGuard = ({ hasAnswer, answerUntil }, now) =>
  hasAnswer || (answerUntil && answerUntil <= now)
    ? null
    : text('部门尚未答复，答复期限也没有届满。', 'The department has not answered and still has time to.')

/** The effects chosen, each once, in their order. */
export const effectsIn = (effects: readonly Effect[]): Effect[] =>
  (Object.keys(EFFECTS) as Effect[]).filter((effect) => effects.includes(effect))

/**
 * What is wrong with the effects of a decision, or null. At least one; a task is corrected or withdrawn, not both, and one that
 * was refused is either. Without an open task there is only the circular.
 */
export const effectsWrong = (effects: readonly Effect[], task: 'NONE' | 'OPEN' | 'REFUSED'): Text | null => {
  const touchTask = effects.filter((effect) => effect !== 'CIRCULAR').length
  if (effects.length === 0) return text('请选择处理结果。', 'Say what follows from it.')
  if (touchTask > 1) return text('更正和撤回只能选一项。', 'A task is corrected or withdrawn, not both.')
  if (task === 'REFUSED' && !touchTask)
    return text('已拒办的任务应当责令更正或者撤回。', 'A refused task is corrected or withdrawn.')
  return task === 'NONE' && touchTask
    ? text('没有正在办理的任务，只能通报批评。', 'There is no open task; only a circular is possible.')
    : null
}
