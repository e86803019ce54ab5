// What stands in the way of the short workflows beside a grant: objections, changes, reviewers. Knows facts, not records.
import { text } from '../shared/words.ts'
import type { Guard } from './guard.rules.ts'

export interface SideFacts {
  /** The actor has a tie to the organisation it is about, and stays out of it (回避). */
  readonly isTied: boolean
  /** What is wrong with the change as it was asked for. */
  readonly wrong: ReturnType<Guard<object>>
}

type SideGuard = Guard<SideFacts>

export const isTied: SideGuard = ({ isTied: tied }) =>
  tied ? text('您与该单位有利害关系，应当回避。', 'You have a tie to the organisation and stay out of this.') : null

export const isWrong: SideGuard = ({ wrong }) => wrong
