// Days as callers write them, and whether a span of days covers one; both ends counted, in Beijing time.
import { badInput } from '../shared/errors.ts'
import { text } from '../shared/words.ts'

export const isDay = (day: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)

/** A day that exists, as it is written; refused otherwise. */
export const dayAsked = (day: string, field: string): string => {
  if (!isDay(day)) throw badInput(text('日期格式应为 2026-01-01。', 'A date is written 2026-01-01.'), { field })
  return day
}

/** The same, when a day is given at all. */
export const dayOrNull = (day: string | null | undefined, field: string): string | null => (day ? dayAsked(day, field) : null)

/** Refuses a span that ends before it begins. */
export const mustFollow = (from: string | null, until: string | null, field: string): void => {
  if (from && until && until < from)
    throw badInput(text('结束日期不能早于开始日期。', 'The last day may not lie before the first.'), { field })
}

/** Whether a day lies within a span; an open end reaches on. */
export const covers = (span: { readonly since: string; readonly until: string | null }, day: string): boolean =>
  span.since <= day && (span.until === null || span.until >= day)
