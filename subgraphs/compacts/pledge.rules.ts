// Who may sign a compact's pledge. Signing is voluntary and touches no service (个人信息保护法第十六条).
import { text, type Text } from '../shared/words.ts'
import type { Basis } from './assembly.rules.ts'

export interface SigningFacts {
  readonly compactStatus: string
  /** Hash of the version the signer was shown, and of the version as it stands. */
  readonly shownHash: string
  readonly textHash: string
  readonly basis: Basis
  /** The signer is on the roll of the division, and an adult. */
  readonly isOnRoll: boolean
  readonly isAdult: boolean
}

export interface PledgeFacts {
  /** The version signed has been replaced, or the unit has left the roll. */
  readonly isVersionOver: boolean
  readonly hasLeft: boolean
}

/** The sentence that stops a unit from signing, or null. */
export const signingBlocked = ({ compactStatus, shownHash, textHash, isOnRoll, isAdult }: SigningFacts): Text | null => {
  if (!['ADOPTED', 'FILED', 'IN_FORCE'].includes(compactStatus))
    return text('公约尚未通过，不能签署。', 'The compact is not adopted; it cannot be signed.')
  if (shownHash !== textHash)
    return text('公约文本已更新，请阅读新版本后再签署。', 'The text has changed; read the new version before signing.')
  if (!isOnRoll) return text('您不在本社区名册中。', 'You are not on the roll of this community.')
  return isAdult ? null : text('年满十八周岁的居民才能签署。', 'Signing is for residents of eighteen years or more.')
}

export const notOver = ({ isVersionOver, hasLeft }: PledgeFacts): Text | null =>
  isVersionOver || hasLeft
    ? null
    : text('公约版本仍然有效，签署人也没有迁出。', 'The version is still valid and the signer has not left.')
