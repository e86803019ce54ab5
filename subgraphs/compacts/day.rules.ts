// Calendar days as the law counts them, in Beijing time. Working days are the calendar's business.
import { dayOf, startOf } from '../shared/calendar.ts'

/** Whole days from one instant's day to another's; the first day is not counted (民法典第201条). */
export const daysBetween = (from: Date, to: Date): number =>
  Math.round((startOf(dayOf(to)).getTime() - startOf(dayOf(from)).getTime()) / 86_400_000)

/** Whether a day (2026-01-01) has come in Beijing. */
export const hasCome = (day: string, now: Date): boolean => dayOf(now) >= day

/** An instant as people write it in Beijing: 2026-01-01 09:30. */
export const clockOf = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')
