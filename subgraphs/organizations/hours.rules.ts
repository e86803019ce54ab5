// When a place is open: hours by weekday, spans of days with hours of their own, and what happens on public holidays. Beijing time.
import { addDays, dayOf, isWorkingDay } from '../shared/calendar.ts'
import { text, type Text } from '../shared/words.ts'

/** One interval on one weekday; a lunch break is two of them. */
export interface Interval {
  /** 1 Monday to 7 Sunday. */
  readonly weekday: number
  readonly opens: string
  readonly closes: string
}

/** A span of days that does not follow the week: closed, or open at these hours on each of its days. */
export interface Exception {
  readonly from: string
  readonly until: string
  readonly opens: string | null
  readonly closes: string | null
  readonly note: string | null
}

export const HOLIDAYS = {
  CLOSED: text('法定节假日休息', 'Closed on public holidays'),
  AS_USUAL: text('节假日照常', 'As usual on public holidays'),
} satisfies Record<string, Text>
export type Holidays = keyof typeof HOLIDAYS

export interface Hours {
  readonly intervals: readonly Interval[]
  readonly exceptions: readonly Exception[]
  readonly holidays: Holidays
}

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/
const isClose = (time: string) => CLOCK.test(time) || time === '24:00'
const isDay = (day: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) && !Number.isNaN(Date.parse(day)) && new Date(day).toISOString().startsWith(day)

const overlaps = (one: Interval, other: Interval): boolean =>
  one.weekday === other.weekday && one.opens < other.closes && other.opens < one.closes

/** What is wrong with hours, or null. */
export const hoursWrong = ({ intervals, exceptions }: Pick<Hours, 'intervals' | 'exceptions'>): Text | null => {
  const bad = intervals.find(
    ({ weekday, opens, closes }) => !(weekday >= 1 && weekday <= 7) || !CLOCK.test(opens) || !isClose(closes),
  )
  if (bad) return text('时间应写作 09:00，最晚 24:00。', 'A time is written 09:00, 24:00 at the latest.')
  if (intervals.some(({ opens, closes }) => closes <= opens))
    return text(
      '结束时间应晚于开始时间；跨零点的请分成两段。',
      'It closes after it opens; hours past midnight are two intervals.',
    )
  if (intervals.some((one, at) => intervals.slice(at + 1).some((other) => overlaps(one, other))))
    return text('同一天的时段不能重叠。', 'Intervals of a day do not overlap.')
  const odd = exceptions.find(
    ({ from, until, opens, closes }) => !isDay(from) || !isDay(until) || until < from || (opens === null) !== (closes === null),
  )
  if (odd)
    return text(
      '特殊日期应有起止日期；开放的应同时填写开始和结束时间。',
      'A special span has a first and a last day; when open, both times.',
    )
  if (exceptions.some(({ opens, closes }) => opens !== null && (!CLOCK.test(opens) || !isClose(closes!) || closes! <= opens)))
    return text('特殊日期的结束时间应晚于开始时间。', 'On special days too it closes after it opens.')
  return null
}

/** Monday 1 to Sunday 7. */
const weekdayOf = (day: string): number => new Date(`${day}T00:00:00Z`).getUTCDay() || 7

const isPublicHoliday = (day: string): boolean => weekdayOf(day) <= 5 && !isWorkingDay(day)
const isMadeUp = (day: string): boolean => weekdayOf(day) > 5 && isWorkingDay(day)

/** The hours of one day, in order; none when it is closed. A day made up for has the hours of a Monday. */
export const hoursOn = ({ intervals, exceptions, holidays }: Hours, day: string): { opens: string; closes: string }[] => {
  const special = exceptions.filter(({ from, until }) => from <= day && day <= until)
  if (special.length)
    return special
      .flatMap(({ opens, closes }) => (opens !== null && closes !== null ? [{ opens, closes }] : []))
      .sort((a, b) => a.opens.localeCompare(b.opens))
  if (holidays === 'CLOSED' && isPublicHoliday(day)) return []
  const weekday = holidays === 'CLOSED' && isMadeUp(day) ? 1 : weekdayOf(day)
  return intervals
    .filter((one) => one.weekday === weekday)
    .map(({ opens, closes }) => ({ opens, closes }))
    .sort((a, b) => a.opens.localeCompare(b.opens))
}

const clockOf = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(11, 16)

/** Whether it is open at an instant: from the minute it opens to the minute before it closes. */
export const isOpenAt = (hours: Hours, at: Date): boolean => {
  const time = clockOf(at)
  return hoursOn(hours, dayOf(at)).some(({ opens, closes }) => opens <= time && time < closes)
}

/** The next day on which it opens, from a day on, within a quarter of a year; null when there is none. */
export const nextOpenDay = (hours: Hours, from: string): string | null => {
  for (let ahead = 0; ahead < 92; ahead++) if (hoursOn(hours, addDays(from, ahead)).length) return addDays(from, ahead)
  return null
}
