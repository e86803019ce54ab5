// Working days and the clocks that count in them, in Beijing time whatever the server's zone. Never asks what time it is.
import chineseDays from 'chinese-days'
import { text, type Text } from './words.ts'

/** Units a time limit may be given in. Lifecycle: shortest first. */
export const TIME_UNITS = {
  URGENT_WORK_HOUR: text('紧急工作时', 'Urgent working hour'),
  NATURAL_HOUR: text('小时', 'Hour'),
  WORK_HOUR: text('工作时', 'Working hour'),
  WORK_DAY: text('工作日', 'Working day'),
  NATURAL_DAY: text('自然日', 'Calendar day'),
} satisfies Record<string, Text>

export type TimeUnit = keyof typeof TIME_UNITS

export interface TimeLimit {
  readonly value: number
  readonly unit: TimeUnit
}

/** From and to on a working day, HH:mm; a division may keep its own. */
export type Hours = readonly (readonly [from: string, to: string])[]
export const OFFICE_HOURS: Hours = [
  ['09:00', '11:30'],
  ['13:00', '17:30'],
]

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
// China keeps one zone and has had no summer time since 1991.
const BEIJING = 8 * HOUR

let last = { count: NaN, day: '' }

/** The day in Beijing at an instant, YYYY-MM-DD. Asked for every row, and mostly of the same day. */
export const dayOf = (instant: Date): string => {
  const count = Math.floor((instant.getTime() + BEIJING) / DAY)
  if (count !== last.count) last = { count, day: new Date(count * DAY).toISOString().slice(0, 10) }
  return last.day
}

/** The instant a day begins in Beijing. */
export const startOf = (day: string): Date => new Date(`${day}T00:00:00+08:00`)

/** The day `count` days later. */
export const addDays = (day: string, count: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + count * DAY).toISOString().slice(0, 10)

// The library reads the server's own zone, so it is handed a local noon: the same day in every zone.
const noon = (day: string): Date => new Date(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1, Number(day.slice(8, 10)), 12)

/** Whether the State Council's holiday notice for the year is in the calendar; National Day is in every one. */
export const hasCalendar = (year: string): boolean => {
  const nationalDay = noon(`${year}-10-01`)
  return chineseDays.getHolidaysInRange(nationalDay, nationalDay, false).length > 0
}

const workdays = new Map<string, boolean>()

/**
 * Whether people work on the day: weekdays that are no holiday, and weekends made up for. The State Council announces a
 * year's holidays late in the year before; until the library has them, weekdays count, and start-up says so.
 */
export const isWorkingDay = (day: string): boolean => {
  const known = workdays.get(day)
  if (known !== undefined) return known
  const works = hasCalendar(day.slice(0, 4)) ? chineseDays.isWorkday(noon(day)) : ![0, 6].includes(noon(day).getDay())
  workdays.set(day, works)
  return works
}

/** The year whose holidays a deadline set now may need and the calendar lacks, or null. */
export const missingYear = (now: Date): string | null =>
  [dayOf(now), addDays(dayOf(now), 60)].map((d) => d.slice(0, 4)).find((y) => !hasCalendar(y)) ?? null

/** The first working day from the given one on. */
export const workingDayFrom = (day: string): string => (isWorkingDay(day) ? day : workingDayFrom(addDays(day, 1)))

/** The working day `count` working days after the given one. */
export const addWorkingDays = (day: string, count: number): string =>
  count <= 0 ? day : addWorkingDays(workingDayFrom(addDays(day, 1)), count - 1)

/** Working days after `from` up to and including `to`: what has been used of a limit. */
export const workingDaysBetween = (from: string, to: string): number => {
  let count = 0
  for (let day = addDays(from, 1); day <= to; day = addDays(day, 1)) if (isWorkingDay(day)) count++
  return count
}

const afterWorkHours = (from: Date, hours: number, spans: Hours): Date => {
  let left = hours * HOUR
  for (let day = workingDayFrom(dayOf(from)); ; day = workingDayFrom(addDays(day, 1)))
    for (const [opens, closes] of spans) {
      const start = Math.max(Date.parse(`${day}T${opens}:00+08:00`), from.getTime())
      const open = Date.parse(`${day}T${closes}:00+08:00`) - start
      if (open <= 0) continue
      if (left <= open) return new Date(start + left)
      left -= open
    }
}

/**
 * When a limit that starts at `from` ends. A start on a day off counts from midnight of the next working day;
 * working days then end at the same time of day, working hours run in office hours only.
 */
export const dueAfter = (from: Date, limit: TimeLimit, hours: Hours = OFFICE_HOURS): Date => {
  switch (limit.unit) {
    // Urgent hours run day and night (GB/T 30428 practice): an exposed manhole does not wait for Monday.
    case 'URGENT_WORK_HOUR':
    case 'NATURAL_HOUR':
      return new Date(from.getTime() + limit.value * HOUR)
    case 'NATURAL_DAY':
      return new Date(from.getTime() + limit.value * DAY)
    case 'WORK_HOUR':
      return afterWorkHours(from, limit.value, hours)
    case 'WORK_DAY': {
      const received = dayOf(from)
      const first = workingDayFrom(received)
      const clock = first === received ? from.getTime() - startOf(received).getTime() : 0
      return new Date(startOf(addWorkingDays(first, limit.value)).getTime() + clock)
    }
  }
}
