// The number an issue is given, and the clocks it starts.
import { dayOf, dueAfter, type TimeLimit } from '../shared/calendar.ts'
import { rule, type Context } from '../shared/context.ts'
import type { Issue } from './issue.entity.ts'

/** The next number of the committee and year: YT2026-310113109043-0001. */
export const nextNumber = async (ctx: Context, division: string): Promise<string> => {
  const year = Number(dayOf(ctx.now).slice(0, 4))
  const [counter] = await ctx.em.execute<{ last: number }[]>(
    `insert into compacts.issue_counter as c (division, year, last) values (?, ?, 1)
     on conflict (division, year) do update set last = c.last + 1 returning last`,
    [division, year],
  )
  return `YT${year}-${division}-${String(counter!.last).padStart(4, '0')}`
}

/** When a time limit that starts now ends. */
export const limitFrom = (ctx: Context, code: string, { division }: Pick<Issue, 'division'>): Date =>
  dueAfter(ctx.now, rule<TimeLimit>(ctx, code, division).value)
