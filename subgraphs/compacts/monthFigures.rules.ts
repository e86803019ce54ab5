// Months as figures know them: when one begins and ends in Beijing, and when it is over for good.
import { startOf } from '../shared/calendar.ts'

/** How long after a month its figures are kept: what was begun in its last second is written by then. */
const SETTLED_MS = 3_600_000

const numberOf = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1
const named = (count: number): string =>
  `${String(Math.floor(count / 12)).padStart(4, '0')}-${String((count % 12) + 1).padStart(2, '0')}`

/** The month so many later. */
export const monthsLater = (month: string, count: number): string => named(numberOf(month) + count)

export const isMonth = (month: string): boolean => /^\d{4}-(0[1-9]|1[0-2])$/.test(month)

/** From the beginning of a month to its end, in Beijing. */
export const spanOfMonth = (month: string): [Date, Date] => [startOf(`${month}-01`), startOf(`${monthsLater(month, 1)}-01`)]

/** The month in Beijing at an instant: 2026-10. */
export const monthOf = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 7)

/** The last month that is over for good. */
export const lastEnded = (now: Date): string => monthsLater(monthOf(new Date(now.getTime() - SETTLED_MS)), -1)

/** From the month after the last that is kept, or the first with anything in it, to the last that has ended; oldest first. */
export const monthsToKeep = (kept: string | null, first: string | null, now: Date): string[] => {
  const from = kept ? monthsLater(kept, 1) : (first ?? '9999-12')
  const count = Math.max(0, numberOf(lastEnded(now)) - numberOf(from) + 1)
  return Array.from({ length: count }, (_, at) => monthsLater(from, at))
}
