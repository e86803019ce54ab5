// What the clock does about meetings that must be called: what too few asked for lapses, and what the law asks for is called in time.
import { LockMode } from '@mikro-orm/postgresql'
import { v7 as uuidv7 } from 'uuid'
import { addDays, dayOf, startOf, type TimeLimit } from '../shared/calendar.ts'
import { rule, type Context } from '../shared/context.ts'
import { begin } from '../shared/event.ts'
import { actConvening, conveningRule, titleOf } from './convening.acts.ts'
import { Convening } from './convening.entity.ts'
import { conveningMachine } from './convening.machine.ts'
import { stretchOf } from './convening.rules.ts'
import type { MeetingType } from './meeting.rules.ts'

const BATCH = 100

export const lapseConvenings = async (ctx: Context): Promise<void> => {
  const over = await ctx.em.find(
    Convening,
    { status: 'GATHERING', dueAt: { $lt: ctx.now } },
    { lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE, limit: BATCH, orderBy: { dueAt: 'asc' } },
  )
  for (const convening of over) await actConvening(ctx, convening, 'LAPSE')
}

/** The committees on the roll, one look-up each. */
const COMMITTEES = `with recursive d as (
  (select division from compacts.roll_entry order by division limit 1)
  union all select (select r.division from compacts.roll_entry r where r.division > d.division order by r.division limit 1) from d where d.division is not null)
 select division from d where division is not null`

/** Meetings the law wants held by the end of this stretch of the calendar: the committee is asked some days before, once. */
export const callAssemblies = async (ctx: Context): Promise<void> => {
  const today = dayOf(ctx.now)
  const ahead = rule<TimeLimit>(ctx, 'CONVENING_AHEAD').value.value
  const committees = await ctx.em.execute<{ division: string }[]>(COMMITTEES)
  const near = committees.flatMap(({ division }) =>
    (['RESIDENTS', 'REPRESENTATIVES'] as const satisfies readonly MeetingType[]).flatMap((type) => {
      const { everyMonths } = conveningRule(ctx, { type, division })
      const stretch = everyMonths && stretchOf(today, everyMonths)
      return stretch && addDays(stretch.to, -ahead) <= today
        ? [{ division, type, name: stretch.name, from: startOf(stretch.from), to: startOf(stretch.to) }]
        : []
    }),
  )
  if (near.length === 0) return
  const due = await ctx.em.execute<{ division: string; type: MeetingType; name: string; to: string }[]>(
    `select n.division, n.type, n.name, n."to" from jsonb_to_recordset(?::jsonb) n (division text, type text, name text, "from" timestamptz, "to" timestamptz)
      where not exists (select 1 from compacts.convening c where c.division = n.division and c.type = n.type and c.stretch = n.name)
        and not exists (select 1 from compacts.meeting m where m.division = n.division and m.type = n.type and m.status <> 'CANCELLED'
             and (m.opened_at >= n."from" or m.status = 'NOTICED') and m.starts_at < n."to")
        and (n.type <> 'REPRESENTATIVES' or exists (select 1 from compacts.roll_entry r where r.division = n.division and r.is_representative and not r.has_left))
      order by n.division, n.type limit ${BATCH}`,
    [JSON.stringify(near)],
  )
  for (const { division, type, name, to } of due) {
    const endsAt = new Date(to)
    const convening = ctx.em.create(Convening, {
      id: uuidv7(),
      division,
      type,
      ground: 'LAW',
      status: 'DUE',
      stretch: name,
      endsAt,
      dueAt: endsAt,
      createdAt: ctx.now,
    })
    await begin(ctx, conveningMachine, convening, { title: titleOf(convening) })
  }
}
