// What stands in the way of a survey, and of an answer to it. Knows facts, not records.
import { text, type Text } from '../shared/words.ts'
import type { Guard } from './guard.rules.ts'

/** How an answer came in. */
export const ANSWER_CHANNELS = {
  APP: text('线上', 'App'),
  PAPER: text('纸质', 'Paper'),
} satisfies Record<string, Text>

export type AnswerChannel = keyof typeof ANSWER_CHANNELS

export interface SurveyFacts {
  readonly closesAt: Date
  /** The actor answers for the project that is judged. */
  readonly isOwner: boolean
}

type SurveyGuard = Guard<SurveyFacts>

export const stillOpen: SurveyGuard = ({ closesAt }, now) =>
  now < closesAt ? text('问卷还没有到截止时间。', 'The survey is still open.') : null

export const judgesOwnWork: SurveyGuard = ({ isOwner }) =>
  isOwner ? text('责任单位不能评估自己的项目。', 'The owner may not judge their own work.') : null

export interface AnswerFacts extends SurveyFacts {
  readonly status: string
  readonly channel: AnswerChannel
  readonly mark: number
}

/** The sentence that stops an answer, or null. Sheets handed in on the last day may still be entered until it is closed. */
export const answerBlocked = ({ status, channel, closesAt, isOwner, mark }: AnswerFacts, now: Date): Text | null => {
  if (status !== 'OPEN' || (channel === 'APP' && now >= closesAt)) return text('问卷已经截止。', 'The survey is closed.')
  if (isOwner) return text('责任单位不能评估自己的项目。', 'The owner may not judge their own work.')
  return Number.isInteger(mark) && mark >= 1 && mark <= 5 ? null : text('满意度为一至五分。', 'A mark is one to five.')
}
