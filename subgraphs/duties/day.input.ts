// Days as callers write them.
import { badInput } from '../shared/errors.ts'
import { text } from '../shared/words.ts'

/** The day, if it is one; refused otherwise. */
export const dayIn = (day: string, field: string): string => {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(day) ? new Date(`${day}T00:00:00Z`) : null
  if (!at || Number.isNaN(at.getTime()) || at.toISOString().slice(0, 10) !== day)
    throw badInput(text('日期格式应为 2026-01-01。', 'A date is written 2026-01-01.'), { field })
  return day
}
