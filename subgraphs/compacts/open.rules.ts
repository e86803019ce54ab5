// What is open data: which issues everyone may read, and numbers small enough to tell of somebody left out.
import type { IssueStatus } from './issue.machine.ts'

/** Where an issue has been screened, and goes on or is answered; what is being written, sent back or taken back is not open. */
export const OPEN_STATES = [
  'REJECTED',
  'APPEALED',
  'REFERRED',
  'MERGED',
  'SPLIT',
  'DELIBERATING',
  'VOTING',
  'ADOPTED',
  'NOT_ADOPTED',
  'IMPLEMENTING',
  'EVALUATING',
  'REWORK',
  'COMPACTING',
  'CONCLUDED',
] as const satisfies readonly IssueStatus[]

/** Fewest people a number may be about. */
export const FEWEST = 5

/** Whether a number is about too few people to be shown. */
export const isFew = (n: number) => n > 0 && n < FEWEST

/** A number as it may be shown. */
export const few = (n: number): number | null => (isFew(n) ? null : n)

/**
 * Numbers whose sum is known, null where they tell of too few. One left out alone could be reckoned from the sum, so the
 * smallest of the others goes with it.
 */
export const withheld = <K extends string>(numbers: Readonly<Record<K, number>>): Record<K, number | null> => {
  const keys = (Object.keys(numbers) as K[]).toSorted((a, b) => numbers[a] - numbers[b])
  const hidden = new Set(keys.filter((key) => isFew(numbers[key])))
  if (hidden.size === 1) {
    const next = keys.find((key) => !hidden.has(key) && numbers[key] > 0) ?? keys.find((key) => !hidden.has(key))
    if (next) hidden.add(next)
  }
  return Object.fromEntries(keys.map((key) => [key, hidden.has(key) ? null : numbers[key]])) as Record<K, number | null>
}
