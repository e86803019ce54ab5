// Compacts in force whose review is near, or whose last day has passed. May run twice.
import { LockMode } from '@mikro-orm/postgresql'
import { dayOf, type TimeLimit } from '../shared/calendar.ts'
import { rule, type Context } from '../shared/context.ts'
import { record } from '../shared/event.ts'
import { actCompact } from './compact.acts.ts'
import { Compact } from './compact.entity.ts'
import { COMMITTEE } from './rights.ts'

const BATCH = 100
const DAY = 86_400_000

/** Asks the committee for the yearly review, some days before it is due; once for each year. */
export const callReviews = async (ctx: Context): Promise<void> => {
  const ahead = rule<TimeLimit>(ctx, 'COMPACT_REVIEW_CALL').value.value * DAY
  const near = await ctx.em.execute<{ id: string }[]>(
    `select c.id from compacts.compact c where c.status = 'IN_FORCE' and c.due_at <= ?
        and not exists (select 1 from compacts.event e where e.stream = c.id and e.action = 'CALL_REVIEW' and e."at" >= c.due_at - ?::interval)
      order by c.due_at limit ${BATCH} for update of c skip locked`,
    [new Date(ctx.now.getTime() + ahead), `${ahead / 1000} seconds`],
  )
  for (const { id } of near) {
    const compact = await ctx.em.findOneOrFail(Compact, { id })
    await record(ctx, compact, {
      type: 'Compact',
      action: 'CALL_REVIEW',
      from: compact.status,
      to: compact.status,
      as: 'SYSTEM',
      title: compact.title,
      awaits: [...COMMITTEE],
      dueAt: compact.dueAt,
    })
  }
}

/** Compacts with a last day that has passed are in force no more. */
export const expireCompacts = async (ctx: Context): Promise<void> => {
  const over = await ctx.em.find(
    Compact,
    { status: 'IN_FORCE', expiresOn: { $lt: dayOf(ctx.now) } },
    { lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE, limit: BATCH, orderBy: { expiresOn: 'asc' } },
  )
  for (const compact of over) await actCompact(ctx, compact, 'EXPIRE')
}
