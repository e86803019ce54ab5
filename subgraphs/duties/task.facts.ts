// What the guards of a task ask about it; one statement for each question, however many tasks are asked about.
import type { Relation } from '../shared/actor.ts'
import { dayOf } from '../shared/calendar.ts'
import { many, type Context } from '../shared/context.ts'
import { relationsOf } from './rights.ts'
import type { DutyTask } from './task.entity.ts'
import type { TaskFacts } from './task.rules.ts'
import { uuids } from './transaction.ts'

/** The item now in force under the list and code of the one cited; null when there is none. */
export const currentItem = (ctx: Context, item: string): Promise<string | null> =>
  many(ctx, 'item.current', item, async (ids) => {
    const rows = await ctx.em.execute<{ id: string; current: string }[]>(
      `select o.id, c.id as current
         from duties.duty_item o join duties.duty_list_version ov on ov.id = o.list_version_id
         join duties.duty_list_version v on v.list_id = ov.list_id and v.status = 'IN_FORCE'
         join duties.duty_item c on c.list_version_id = v.id and c.code = o.code
        where o.id = any(?::uuid[]) and c.status = 'LISTED' and c.valid_from <= ?::date and coalesce(c.valid_to, ?::date) >= ?::date`,
      [uuids(ids), dayOf(ctx.now), dayOf(ctx.now), dayOf(ctx.now)],
    )
    return new Map(rows.map(({ id, current }) => [id, current]))
  })

const unansweredOf = (ctx: Context, id: string): Promise<string[] | null> =>
  many(ctx, 'task.unanswered', id, async (ids) => {
    const rows = await ctx.em.execute<{ task: string; names: string[] }[]>(
      `select task_id as task, array_agg(name order by position) as names
         from duties.task_datum where task_id = any(?::uuid[]) and answer is null group by 1`,
      [uuids(ids)],
    )
    return new Map(rows.map(({ task, names }) => [task, names]))
  })

/** The columns the guards read, and with them the offers. */
export const TASK_FACTS = [
  'id',
  'status',
  'division',
  'previousStatus',
  'organization',
  'item',
] as const satisfies readonly (keyof DutyTask)[]

export const taskFacts = async (
  ctx: Context,
  task: Pick<DutyTask, (typeof TASK_FACTS)[number]>,
): Promise<TaskFacts & { relations: Relation[] }> => ({
  relations: relationsOf(ctx.actor, task),
  isItemInForce: (await currentItem(ctx, task.item.id)) !== null,
  unanswered: (await unansweredOf(ctx, task.id)) ?? [],
})
