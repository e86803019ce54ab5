// Clocks that end on a day the record names, not after a number of days.
import { addDays, dayOf, dueAfter, startOf, type TimeLimit } from '../shared/calendar.ts'
import { rule, type Context } from '../shared/context.ts'

const HOUR = 3_600_000

/** The last minute of a day in Beijing. */
export const endOf = (day: string): Date => new Date(startOf(addDays(day, 1)).getTime() - 60_000)

/** When the limit of a code that starts now ends. */
export const limitEnd = (ctx: Context, code: string, division: string, from = ctx.now): Date =>
  dueAfter(from, rule<TimeLimit>(ctx, code, division).value)

/** The same request, in which the clock of a code ends at a given moment. */
export const endingAt = (ctx: Context, code: string, division: string, at: Date): Context => ({
  ...ctx,
  rules: [
    ...ctx.rules,
    {
      code,
      division,
      validFrom: dayOf(ctx.now),
      value: { value: (at.getTime() - ctx.now.getTime()) / HOUR, unit: 'NATURAL_HOUR' } satisfies TimeLimit,
      basis: rule(ctx, code, division).basis,
    },
  ],
})
