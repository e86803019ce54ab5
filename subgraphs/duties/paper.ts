// Numbers of the papers a committee gives out: one series for each kind, committee and year.
import { dayOf } from '../shared/calendar.ts'
import type { Context } from '../shared/context.ts'

const SERIES = { CERTIFICATE: '居证', REPLY: '居复' }

/** The next number: 居证〔2026〕3号. Whoever asks at the same moment waits. */
export const nextNumber = async (ctx: Context, division: string, kind: keyof typeof SERIES): Promise<string> => {
  const year = Number(dayOf(ctx.now).slice(0, 4))
  const [counter] = await ctx.em.execute<{ last: number }[]>(
    `insert into duties.paper_counter as c (division, year, kind, last) values (?, ?, ?, 1)
     on conflict (division, year, kind) do update set last = c.last + 1 returning last`,
    [division, year, kind],
  )
  return `${SERIES[kind]}〔${year}〕${counter!.last}号`
}
