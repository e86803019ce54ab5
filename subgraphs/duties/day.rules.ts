// Calendar days in Beijing time. Working days are the calendar's business.
import { dayOf } from '../shared/calendar.ts'

/** Whether a day (2026-01-01) has come in Beijing. */
export const hasCome = (day: string, now: Date): boolean => dayOf(now) >= day

/** Whether today lies between two days, both counted; no last day is for good. */
export const isWithin = (from: string, to: string | null, now: Date): boolean =>
  hasCome(from, now) && (to === null || dayOf(now) <= to)
