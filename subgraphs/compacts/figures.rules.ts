// What figures about people may show: counts by age band and community, never a person, never a small cell.
import { addDays } from '../shared/calendar.ts'
import { text, type Text } from '../shared/words.ts'
import { isFew } from './open.rules.ts'

/** Age bands of adults, youngest first, by the years since somebody came of age. */
export const AGE_BANDS = {
  YOUNG: text('18—34岁', '18 to 34'),
  MIDDLE: text('35—59岁', '35 to 59'),
  SENIOR: text('60—79岁', '60 to 79'),
  ELDER: text('80岁以上', '80 and over'),
} satisfies Record<string, Text>

export type AgeBand = keyof typeof AGE_BANDS

export interface Cell {
  readonly eligible: number
  readonly took: number
}

/** The same figures, null where they would tell of too few. */
export interface Shown {
  readonly eligible: number | null
  readonly took: number | null
}

/** Of few, or all but few: either tells of them. */
const isSmall = ({ eligible, took }: Cell) => isFew(eligible) || isFew(took) || isFew(eligible - took)

/**
 * Cells and their sum as they may be shown. A single hidden cell could be reckoned from the sum, so the smallest of the
 * others is hidden with it; where none is left to hide, the sum is hidden instead.
 */
export const suppressed = (cells: readonly Cell[]): { readonly cells: Shown[]; readonly whole: Shown } => {
  const whole = {
    eligible: cells.reduce((sum, { eligible }) => sum + eligible, 0),
    took: cells.reduce((sum, { took }) => sum + took, 0),
  }
  const hidden = new Set(cells.flatMap((cell, at) => (isSmall(cell) ? [at] : [])))
  if (hidden.size === 1) {
    const next = cells
      .map((cell, at) => ({ at, size: cell.eligible }))
      .filter(({ at, size }) => !hidden.has(at) && size > 0)
      .toSorted((a, b) => a.size - b.size)[0]
    if (next) hidden.add(next.at)
  }
  const nothing: Shown = { eligible: null, took: null }
  const isWholeShown = !isSmall(whole) && hidden.size !== 1
  return {
    cells: cells.map((cell, at) => (hidden.has(at) ? nothing : { eligible: cell.eligible, took: cell.took })),
    whole: isWholeShown ? whole : nothing,
  }
}

/** The day after a last day, where a span ends. */
export const dayAfter = (day: string): string => addDays(day, 1)
