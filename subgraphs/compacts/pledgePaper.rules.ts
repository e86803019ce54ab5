// What stands in the way of a pledge signed on paper: one officer enters it, another reads it again. Knows facts, not records.
import { text } from '../shared/words.ts'
import type { Guard } from './guard.rules.ts'

export interface PledgePaperFacts {
  /** The actor entered it. */
  readonly isEnterer: boolean
  /** The register knows the signer. */
  readonly isIdentified: boolean
}

type PaperGuard = Guard<PledgePaperFacts>

export const readTwiceByOne: PaperGuard = ({ isEnterer }) =>
  isEnterer ? text('录入和复核须由两名不同的人员办理。', 'Entering and reading again are done by two different people.') : null

export const unidentified: PaperGuard = ({ isIdentified }) =>
  isIdentified ? null : text('还没有在名册中找到签署人。', 'The signer has not been found on the roll yet.')
