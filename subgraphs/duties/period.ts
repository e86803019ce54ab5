// Rows of a span of days, as a filter: both days counted, in Beijing time.
import { addDays, startOf } from '../shared/calendar.ts'
import { dayAsked } from './task.rules.ts'

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
