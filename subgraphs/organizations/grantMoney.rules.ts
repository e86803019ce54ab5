// The arithmetic of an award: instalments that sum to it by construction, what is committed, and how far it may be changed.
import { text, type Text } from '../shared/words.ts'
import { WHOLE } from './grantRound.rules.ts'

/** The instalments of an award by their shares; each is rounded down, and the last takes the residue. */
export const instalmentsOf = (award: number, shares: readonly number[]): number[] => {
  const parts = shares.slice(0, -1).map((share) => Number((BigInt(award) * BigInt(share)) / BigInt(WHOLE)))
  return [...parts, award - parts.reduce((all, p) => all + p, 0)]
}

export interface Part {
  readonly status: string
  readonly amount: number
}

/** What can no longer be re-planned: asked for, being approved, or paid. */
export const committedOf = (parts: readonly Part[]): number =>
  parts.filter((p) => p.status !== 'PLANNED' && p.status !== 'CANCELLED').reduce((all, p) => all + p.amount, 0)

/** A new award over the same instalments: only those planned change, in proportion; the last of them takes the residue. */
export const replanned = (parts: readonly Part[], award: number): number[] => {
  const planned = parts.filter((p) => p.status === 'PLANNED')
  const before = planned.reduce((all, p) => all + p.amount, 0)
  const left = award - committedOf(parts)
  let given = 0
  return parts.map((part) => {
    if (part.status !== 'PLANNED') return part.amount
    const isLast = part === planned.at(-1)
    const amount = isLast ? left - given : before ? Number((BigInt(left) * BigInt(part.amount)) / BigInt(before)) : 0
    given += amount
    return amount
  })
}

/** Supplements together never exceed this share of what was first awarded. */
export const SUPPLEMENT = 1_000

/** What stands against changing an award. */
export const amendmentWrong = (
  first: number,
  parts: readonly Part[],
  award: number,
  available: number,
  now: number,
): Text | null => {
  const committed = committedOf(parts)
  if (award < 1) return text('立项金额应当大于零。', 'An award is more than nothing.')
  if (award < committed)
    return text(
      `不得低于已批准和已拨付的${yuan(committed)}元。`,
      `It may not fall below the ${yuan(committed)} yuan approved and paid.`,
    )
  if (BigInt(award - first) * BigInt(WHOLE) > BigInt(first) * BigInt(SUPPLEMENT))
    return text('追加合计不得超过原立项金额的10%。', 'Supplements may not exceed 10 % of the first award.')
  if (award - now > available)
    return text(
      `资金总额剩余${yuan(available)}元，不足以追加。`,
      `The pool has ${yuan(available)} yuan left, too little for this.`,
    )
  if (award !== now && !parts.some((p) => p.status === 'PLANNED'))
    return text('没有尚未到期的拨款可以调整。', 'No instalment is left that could change.')
  return null
}

/** Fen as people write them: 1,234.50. */
export const yuan = (fen: number): string =>
  `${fen < 0 ? '-' : ''}${Math.floor(Math.abs(fen) / 100)}`.replace(/\B(?=(\d{3})+$)/g, ',') +
  `.${String(Math.abs(fen) % 100).padStart(2, '0')}`

/** What must come back: all that was paid and not spent as agreed. */
export const recoverable = (paid: number, spent: number, returned: number): number => Math.max(0, paid - spent - returned)
