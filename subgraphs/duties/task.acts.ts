// Taking an action on a task, and what follows; and stopping the tasks whose item is no longer in force.
import { LockMode } from '@mikro-orm/postgresql'
import { addDays, dayOf, startOf } from '../shared/calendar.ts'
import type { Context } from '../shared/context.ts'
import { act } from '../shared/event.ts'
import { DutyItem } from './item.entity.ts'
import { DutyTask } from './task.entity.ts'
import { currentItem, taskFacts } from './task.facts.ts'
import { dutyTaskMachine, OPEN_TASKS, type TaskAction } from './task.machine.ts'
import { bySystem, settle } from './transaction.ts'

const DAY = 86_400_000
const BATCH = 100
const EVERY = 100_000

/** A task brings its own limit: what is left until the end of its day stands for the rule of that name. */
const within = (ctx: Context, { dueOn }: DutyTask): Context => {
  const value = (startOf(addDays(dueOn, 1)).getTime() - ctx.now.getTime()) / DAY
  const own = { code: 'TASK_DUE', validFrom: '2000-01-01', value: { value, unit: 'NATURAL_DAY' }, basis: '任务要求的完成日期' }
  return { ...ctx, rules: [...ctx.rules.filter(({ code }) => code !== own.code), own] }
}

interface Said {
  readonly reason?: string | null | undefined
  readonly data?: unknown
}

export const actTask = async (
  ctx: Context,
  task: DutyTask,
  action: TaskAction,
  { reason, data }: Said = {},
): Promise<DutyTask> => {
  const facts = await taskFacts(ctx, task)
  await act(within(ctx, task), dutyTaskMachine, task, action, facts, { title: task.title, reason, data })
  // What is issued again stands on the item as it now reads.
  if (action === 'RESTORE' || action === 'CORRECT')
    task.item = ctx.em.getReference(DutyItem, (await currentItem(ctx, task.item.id))!)
  if (action === 'SUBMIT') task.submittedAt = ctx.now
  return task
}

/** What the system does to a task after an objection; a task that is over already stays as it is. */
export const actOnOpenTask = async (ctx: Context, id: string, action: TaskAction, data: unknown): Promise<void> => {
  const system = bySystem(ctx)
  const task = await ctx.em.findOne(
    DutyTask,
    { id },
    { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true, filters: { scope: false } },
  )
  if (!task || !(dutyTaskMachine.row(action).from as readonly string[]).includes(task.status)) return
  const isInForce = (await currentItem(ctx, task.item.id)) !== null
  await actTask(system, task, isInForce || action === 'ANNUL' ? action : 'STOP', { data })
}

/**
 * Stops open tasks whose item is no longer in force. Whoever withdraws an item holds it first, so that a task being issued
 * under it at the same moment is either refused or found here.
 */
export const stopTasks = async (ctx: Context, most: number = EVERY): Promise<void> => {
  await settle(ctx)
  const rows = await ctx.em.execute<{ id: string }[]>(
    `select t.id from duties.duty_task t
       join duties.duty_item o on o.id = t.item_id join duties.duty_list_version ov on ov.id = o.list_version_id
      where t.status = any(?::text[]) and not exists (
          select 1 from duties.duty_item c join duties.duty_list_version v on v.id = c.list_version_id
           where v.list_id = ov.list_id and v.status = 'IN_FORCE' and c.code = o.code and c.status = 'LISTED'
             and c.valid_from <= ?::date and coalesce(c.valid_to, 'infinity') >= ?::date)
      order by t.created_at limit ?`,
    [`{${OPEN_TASKS.join(',')}}`, dayOf(ctx.now), dayOf(ctx.now), most],
  )
  if (rows.length === 0) return
  const system = bySystem(ctx)
  const tasks = await ctx.em.find(
    DutyTask,
    { id: { $in: rows.map(({ id }) => id) }, status: { $in: [...OPEN_TASKS] } },
    {
      lockMode: most === EVERY ? LockMode.PESSIMISTIC_WRITE : LockMode.PESSIMISTIC_PARTIAL_WRITE,
      orderBy: { id: 'asc' },
      refresh: true,
      filters: { scope: false },
    },
  )
  for (const task of tasks) await actTask(system, task, 'STOP')
}

/** The sweep: what a superseded version or a day that has passed leaves behind. */
export const stopStrayTasks = (ctx: Context): Promise<void> => stopTasks(ctx, BATCH)
