// Months that have ended are counted once and kept. Whoever comes second finds them kept.
import type { Context } from '../shared/context.ts'
import { COUNT_MONTH } from './monthFigures.count.ts'
import { MONTH_ITSELF } from './monthFigures.entity.ts'
import { monthOf, monthsToKeep, spanOfMonth } from './monthFigures.rules.ts'

/** Keeps the figures of one month, and that it was kept. Its values: the month, now, and then those of the count. */
export const KEEP_MONTH = `insert into compacts.month_figures (month, division, raised, decided, due, on_time, evaluated, satisfied, kept_at)
  select ?, division, raised, decided, due, "onTime", evaluated, satisfied, ? from ((${COUNT_MONTH}) union all select '${MONTH_ITSELF}', 0, 0, 0, 0, 0, 0) counted
  on conflict (month, division) do nothing`

export const keepingOf = (month: string, now: Date): unknown[] => {
  const [from, to] = spanOfMonth(month)
  return [month, now, '{0}', '{9}', from, to, from, to]
}

/** The month kept last, and the moment the first issue was raised where none is kept. */
export const KEPT_SO_FAR = `select max(month) as kept, case when max(month) is null then (select min(submitted_at) from compacts.issue) end as first from compacts.month_figures`

export const keepMonths = async (ctx: Context): Promise<void> => {
  const [{ kept, first }] = (await ctx.em.execute(KEPT_SO_FAR)) as [{ kept: string | null; first: Date | string | null }]
  for (const month of monthsToKeep(kept, first && monthOf(new Date(first)), ctx.now))
    await ctx.em.execute(KEEP_MONTH, keepingOf(month, ctx.now))
}
