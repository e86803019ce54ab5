// Who may sign a compact's pledge. Signing is voluntary and touches no service (个人信息保护法第十六条).
import { text, type Text } from '../shared/words.ts'
import type { RuleRow } from '../shared/rule.ts'
import type { Basis } from './assembly.rules.ts'

/** How a pledge came in. */
export const PLEDGE_CHANNELS = {
  APP: text('线上签署', 'App'),
  PAPER: text('纸质签署', 'Paper'),
} satisfies Record<string, Text>

export type PledgeChannel = keyof typeof PLEDGE_CHANNELS

/** How many households one person may sign for, as dated rows. */
export interface PledgeRule {
  readonly label: Text
  readonly households: number
}

export const PLEDGE_ROWS: readonly RuleRow<PledgeRule>[] = [
  {
    code: 'PLEDGE',
    validFrom: '2026-01-01',
    value: { label: text('一人可代表签署的户数', 'Households one person may sign for'), households: 1 },
    basis: '社区议事协商工作规则',
  },
]

export interface SigningFacts {
  readonly compactStatus: string
  /** Hash of the version the signer was shown, and of the version as it stands. */
  readonly shownHash: string
  readonly textHash: string
  readonly basis: Basis
  /** The signer is on the roll of the division, and an adult. */
  readonly isOnRoll: boolean
  readonly isAdult: boolean
  /** Other households the signer has signed this version for, and how many one person may. */
  readonly otherHouseholds: number
  readonly mostHouseholds: number
}

export interface PledgeFacts {
  /** The version signed has been replaced, or the unit has left the roll. */
  readonly isVersionOver: boolean
  readonly hasLeft: boolean
}

/** The sentence that stops a unit from signing, or null. */
export const signingBlocked = ({
  compactStatus,
  shownHash,
  textHash,
  basis,
  isOnRoll,
  isAdult,
  otherHouseholds,
  mostHouseholds,
}: SigningFacts): Text | null => {
  if (!['ADOPTED', 'FILED', 'IN_FORCE'].includes(compactStatus))
    return text('公约尚未通过，不能签署。', 'The compact is not adopted; it cannot be signed.')
  if (shownHash !== textHash)
    return text('公约文本已更新，请阅读新版本后再签署。', 'The text has changed; read the new version before signing.')
  if (!isOnRoll) return text('您不在本社区名册中。', 'You are not on the roll of this community.')
  if (!isAdult) return text('年满十八周岁的居民才能签署。', 'Signing is for residents of eighteen years or more.')
  return basis === 'HOUSEHOLD' && otherHouseholds >= mostHouseholds
    ? text(
        `一人最多代表${mostHouseholds}户签署，请先撤回另一户的签署。`,
        `One person signs for ${mostHouseholds} household at most; withdraw the other first.`,
      )
    : null
}

export const notOver = ({ isVersionOver, hasLeft }: PledgeFacts): Text | null =>
  isVersionOver || hasLeft
    ? null
    : text('公约版本仍然有效，签署人也没有迁出。', 'The version is still valid and the signer has not left.')
