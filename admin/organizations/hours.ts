// Opening hours as people read them: days with the same hours in one line.
import { say, text } from '../app/i18n.ts'

export interface Interval {
  readonly weekday: number
  readonly opens: string
  readonly closes: string
}

export const DAYS = [
  text('周一', 'Mon'),
  text('周二', 'Tue'),
  text('周三', 'Wed'),
  text('周四', 'Thu'),
  text('周五', 'Fri'),
  text('周六', 'Sat'),
  text('周日', 'Sun'),
]

export const dayName = (weekday: number): string => say(DAYS[weekday - 1]!)

const hoursOf = (intervals: readonly Interval[], weekday: number): string =>
  intervals
    .filter((one) => one.weekday === weekday)
    .sort((a, b) => a.opens.localeCompare(b.opens))
    .map(({ opens, closes }) => `${opens}—${closes}`)
    .join('，')

/** 周一至周五 09:00—12:00，13:00—17:00; closed days are left out. */
export const weekOf = (intervals: readonly Interval[]): { days: string; hours: string }[] => {
  const rows: { from: number; to: number; hours: string }[] = []
  for (let weekday = 1; weekday <= 7; weekday++) {
    const hours = hoursOf(intervals, weekday)
    const last = rows.at(-1)
    if (last && last.hours === hours && last.to === weekday - 1) last.to = weekday
    else rows.push({ from: weekday, to: weekday, hours })
  }
  return rows
    .filter(({ hours }) => hours)
    .map(({ from, to, hours }) => ({
      days: from === to ? dayName(from) : `${dayName(from)}${say(text('至', ' to '))}${dayName(to)}`,
      hours,
    }))
}
