// Days and spans of days that callers ask about: checked, and as a filter; both days counted, in Beijing time.
import { addDays, startOf } from '../shared/calendar.ts'
import { badInput } from '../shared/errors.ts'
import { text } from '../shared/words.ts'
import type { Period, TaskKind } from './task.rules.ts'

const isDay = (day: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)

/** A day that exists, as it is written; refused otherwise. */
export const dayAsked = (day: string, field: string): string => {
  if (!isDay(day)) throw badInput(text('日期格式应为 2026-01-01。', 'A date is written 2026-01-01.'), { field })
  return day
}

/** The period asked about: both days or neither, in order. Data is always of a period. */
export const periodAsked = (from: string | null | undefined, to: string | null | undefined, kind: TaskKind): Period | null => {
  if (!from && !to && kind !== 'DATA') return null
  if (!from || !to)
    throw badInput(text('请填写数据所属期间的起止日期。', 'Say from when to when.'), { field: from ? 'periodTo' : 'periodFrom' })
  const period = { from: dayAsked(from, 'periodFrom'), to: dayAsked(to, 'periodTo') }
  if (period.to < period.from)
    throw badInput(text('结束日期不能早于开始日期。', 'The period ends before it begins.'), { field: 'periodTo' })
  return period
}

/** The condition that a moment lies within the days given; none given is no condition. */
export const withinDays = (column: string, from: string | null | undefined, to: string | null | undefined) =>
  from || to
    ? {
        [column]: {
          ...(from && { $gte: startOf(dayAsked(from, 'from')) }),
          ...(to && { $lt: startOf(addDays(dayAsked(to, 'to'), 1)) }),
        },
      }
    : true
