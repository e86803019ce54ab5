// Where a list stands among those of the divisions above it: a committee's below its town's, a town's below its district's.
import { prefixOf } from '../shared/actor.ts'

export type ListLevel = 'DISTRICT' | 'TOWN' | 'COMMITTEE'

/** The level of a division that may have lists; null for provinces, cities and what is no code. */
export const listLevel = (division: string): ListLevel | null => {
  if (!/^\d{12}$/.test(division)) return null
  const levels: Record<number, ListLevel> = { 6: 'DISTRICT', 9: 'TOWN', 12: 'COMMITTEE' }
  return levels[prefixOf(division).length] ?? null
}

/** The divisions above it that may have lists, nearest first. */
export const above = (division: string): string[] =>
  [9, 6]
    .map((n) => division.slice(0, n).padEnd(12, '0'))
    .filter((d) => listLevel(d) !== null && prefixOf(d).length < prefixOf(division).length)

/** What the number of an item added at this level begins with, so that none meets a number of the list above. */
export const MARK: Readonly<Record<ListLevel, string>> = { DISTRICT: '', TOWN: 'Z', COMMITTEE: 'J' }
