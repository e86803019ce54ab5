// When a frozen roll may be objected to and corrected. Knows facts, not records.
import { text, type Text } from '../shared/words.ts'
import { clockOf } from './day.rules.ts'
import type { Guard } from './guard.rules.ts'

/** What is said to be wrong with a roll. */
export const ROLL_FAULTS = {
  MISSING: text('应列入而未列入', 'Missing from the roll'),
  WRONGLY_LISTED: text('不应列入而列入', 'Wrongly on the roll'),
} satisfies Record<string, Text>

export type RollFault = keyof typeof ROLL_FAULTS

export interface ElectorateObjectionFacts {
  /** The actor is who objects. */
  readonly isOwn: boolean
  /** A vote on the roll has been opened: it is what it is. */
  readonly isVoteBegun: boolean
}

type ObjectionGuard = Guard<ElectorateObjectionFacts>

export const decidesOwn: ObjectionGuard = ({ isOwn }) =>
  isOwn ? text('不能决定自己提出的异议。', 'Nobody decides their own objection.') : null

export const voteBegun: ObjectionGuard = ({ isVoteBegun }) =>
  isVoteBegun ? text('投票已经开始，名册不再更正。', 'Voting has begun; the roll stays as it is.') : null

/** Whether an objection can still be filed. */
export const filedTooLate = (until: Date, isVoteBegun: boolean, now: Date): Text | null => {
  if (isVoteBegun)
    return text('投票已经开始，不再受理名册异议。', 'Voting has begun; objections to the roll are no longer taken.')
  return now < until
    ? null
    : text(`名册异议的期限到${clockOf(until)}为止。`, `Objections to the roll could be filed until ${clockOf(until)}.`)
}
