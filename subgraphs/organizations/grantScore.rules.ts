// Scores of grant applications in whole numbers: a sheet's total, the mean of an application, spread, and a ranking anyone can repeat.
import { text, type Text } from '../shared/words.ts'
import { WHOLE, type Criterion } from './grantRound.rules.ts'

export interface Score {
  readonly criterion: string
  /** Null where the criterion does not apply; then the reason stands beside it. */
  readonly points: number | null
  readonly reason: string | null
}

/** What keeps a sheet from being handed in: every criterion has points, or a reason why it does not apply. */
export const sheetWrong = (criteria: readonly Criterion[], scores: readonly Score[]): Text | null => {
  const known = new Map(scores.map((s) => [s.criterion, s]))
  if (known.size < scores.length || scores.some((s) => !criteria.some((c) => c.key === s.criterion)))
    return text('评分表与本批次的评分指标不符。', 'The sheet does not have the criteria of the round.')
  for (const { key, label, points: most } of criteria) {
    const { points = undefined, reason = null } = known.get(key) ?? {}
    if (points === undefined) return text(`“${label}”还没有评分。`, `“${label}” has no score yet.`)
    if (points === null && !reason?.trim()) return text(`“${label}”不适用的，请说明理由。`, `Say why “${label}” does not apply.`)
    if (points !== null && (!Number.isInteger(points) || points < 0 || points > most))
      return text(`“${label}”应为0至${most}的整数。`, `“${label}” has 0 to ${most} points, in whole numbers.`)
  }
  return scores.some((s) => s.points !== null) ? null : text('不能所有指标都不适用。', 'Not every criterion can be left out.')
}

/** The total of a sheet, 0 to 10,000; criteria that do not apply are left out of the weights. Rounded half up. */
export const totalOf = (criteria: readonly Criterion[], scores: readonly Score[]): number => {
  let weights = 0
  let sum = 0n
  // All points on one denominator, so that nothing is rounded before the end.
  const denominator = criteria.reduce((all, c) => all * BigInt(c.points), 1n)
  for (const { key, points: most, weight } of criteria) {
    const points = scores.find((s) => s.criterion === key)?.points ?? null
    if (points === null) continue
    weights += weight
    sum += (BigInt(points * weight) * denominator) / BigInt(most)
  }
  if (!weights) return 0
  const over = denominator * BigInt(weights)
  return Number((sum * BigInt(WHOLE) * 2n + over) / (over * 2n))
}

export interface Mean {
  readonly sum: number
  readonly count: number
}

/** The mean of the totals, kept as a fraction; of five or more the highest and the lowest may be left out. */
export const meanOf = (totals: readonly number[], dropsExtremes: boolean): Mean => {
  const kept = dropsExtremes && totals.length >= 5 ? totals.toSorted((a, b) => a - b).slice(1, -1) : totals
  return { sum: kept.reduce((all, t) => all + t, 0), count: kept.length }
}

/** The mean as shown, rounded half up. */
export const shown = ({ sum, count }: Mean): number => (count ? Math.floor((2 * sum + count) / (2 * count)) : 0)

const compare = (a: Mean, b: Mean): number => b.sum * a.count - a.sum * b.count

export const spreadOf = (totals: readonly number[]): number => (totals.length ? Math.max(...totals) - Math.min(...totals) : 0)

export interface Scored {
  readonly id: string
  readonly mean: Mean
  /** Points of the first criterion, as a fraction of what could be had. */
  readonly first: Mean
  readonly submittedAt: Date
  /** Its place in the draw that settles what nothing else does. */
  readonly lot: string
}

export type TieRule = 'FIRST_CRITERION' | 'EARLIER' | 'LOT'
export interface Ranked {
  readonly id: string
  readonly rank: number
  /** What parted it from the one above, when the means did not. */
  readonly tie: TieRule | null
}

const ORDER: readonly (readonly [TieRule | null, (a: Scored, b: Scored) => number])[] = [
  [null, (a, b) => compare(a.mean, b.mean)],
  ['FIRST_CRITERION', (a, b) => compare(a.first, b.first)],
  ['EARLIER', (a, b) => a.submittedAt.getTime() - b.submittedAt.getTime()],
  ['LOT', (a, b) => (a.lot < b.lot ? -1 : a.lot > b.lot ? 1 : 0)],
]

/** Highest mean first; level means are parted by the first criterion, then by who came earlier, then by lot. The same input gives the same ranks. */
export const rank = (all: readonly Scored[]): Ranked[] => {
  const sorted = all.toSorted((a, b) => ORDER.reduce((found, [, by]) => found || by(a, b), 0))
  return sorted.map((one, i) => {
    const above = sorted[i - 1]
    const parted = above && ORDER.find(([, by]) => by(above, one) !== 0)
    return { id: one.id, rank: i + 1, tie: parted ? parted[0] : null }
  })
}
