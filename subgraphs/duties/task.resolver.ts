// Reading tasks, and the attempts to issue some that the lists do not allow.
import { raw } from '@mikro-orm/core'
import type { FilterQuery } from '@mikro-orm/postgresql'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql'
import { For, Needs, SignedIn } from '../shared/access.ts'
import { find, grouped, many, type Context } from '../shared/context.ts'
import { badInput } from '../shared/errors.ts'
import { Event, EventsArgs, eventsOf } from '../shared/event.ts'
import { connection, page, PageArgs } from '../shared/page.ts'
import { allOf, inDivision, where } from '../shared/scope.ts'
import { text } from '../shared/words.ts'
import { among } from './among.ts'
import { OffListAttempt } from './attempt.entity.ts'
import { Department } from './department.entity.ts'
import { Division } from './division.stub.ts'
import { DutyItem } from './item.entity.ts'
import { DutyObjection } from './objection.entity.ts'
import { periodAsked, withinDays } from './period.ts'
import { ownDepartment } from './rights.ts'
import { DutyTask, TaskDatum, taskTypes } from './task.entity.ts'
import { TASK_FACTS, taskFacts } from './task.facts.ts'
import { AttemptFilter, MOST_DATA, MOST_DIVISIONS, TaskFilter } from './task.inputs.ts'
import { departmentAt } from './task.issue.ts'
import { dutyTaskMachine } from './task.machine.ts'
import { RepeatedData, repeatsAmong, repeatsOf } from './task.repeats.ts'
import { dataKey } from './task.rules.ts'
import { Waiting, waitingOf } from './waiting.ts'

const TaskConnection = connection(DutyTask, 'DutyTask')
const AttemptConnection = connection(OffListAttempt, 'OffListAttempt')

const exists = (is: boolean | undefined, table: 'task_datum' | 'task_repeat') =>
  is === undefined || is === null
    ? true
    : { [raw((task) => `${is ? '' : 'not '}exists (select 1 from duties.${table} x where x.task_id = ${task}.id)`)]: [] }

export const taskAsked = (filter: TaskFilter) =>
  allOf(
    among(filter.ids),
    filter.division ? inDivision(filter.division) : true,
    filter.department ? { organization: filter.department } : true,
    filter.item ? { item: filter.item } : true,
    filter.batch ? { batch: filter.batch } : true,
    filter.status ? { status: { $in: filter.status } } : true,
    filter.kind ? { kind: { $in: filter.kind } } : true,
    filter.search?.trim() ? { title: { $like: `%${filter.search.trim().replace(/[\\%_]/g, '\\$&')}%` } } : true,
    withinDays('createdAt', filter.from, filter.to),
    exists(filter.hasData, 'task_datum'),
    exists(filter.isRepeated, 'task_repeat'),
  )

@Resolver(() => DutyTask)
export class TaskResolver {
  @SignedIn()
  @Query(() => DutyTask, { nullable: true })
  dutyTask(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return find(ctx, DutyTask, id)
  }

  @SignedIn()
  @Query(() => TaskConnection, { description: 'Tasks, latest first.' })
  dutyTasks(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => TaskFilter, { nullable: true }) filter: TaskFilter | undefined,
    @Info() info: GraphQLResolveInfo,
  ) {
    const asked = where(taskAsked(filter ?? {})) as FilterQuery<DutyTask>
    return page(ctx, DutyTask, { where: asked, orderBy: { createdAt: 'desc' }, first, after, info })
  }

  @SignedIn()
  @Query(() => AttemptConnection, {
    description: 'Tasks that were refused at once because the lists do not allow them, latest first.',
  })
  offListAttempts(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => AttemptFilter, { nullable: true }) filter: AttemptFilter | undefined,
    @Info() info: GraphQLResolveInfo,
  ) {
    const asked = allOf(
      filter?.division ? inDivision(filter.division) : true,
      filter?.department ? { organization: filter.department } : true,
      withinDays('at', filter?.from, filter?.to),
    )
    return page(ctx, OffListAttempt, {
      where: where(asked) as FilterQuery<OffListAttempt>,
      orderBy: { at: 'desc' },
      first,
      after,
      info,
    })
  }

  @SignedIn()
  @Query(() => Department, { nullable: true, description: 'The department the caller acts for.' })
  myDepartment(@Ctx() ctx: Context) {
    const own = ownDepartment(ctx.actor)
    return own ? find(ctx, Department, own.organization) : null
  }

  @For('DISTRICT_DEPARTMENT')
  @Query(() => [RepeatedData], {
    description:
      'What other tasks have asked of these committees already, before a task is issued. Department only, in its district.',
  })
  async repeatedData(
    @Ctx() ctx: Context,
    @Arg('divisions', () => [ID]) divisions: string[],
    @Arg('names', () => [String], { description: 'Data to be asked for.' }) names: string[],
    @Arg('periodFrom', () => String) periodFrom: string,
    @Arg('periodTo', () => String) periodTo: string,
  ): Promise<RepeatedData[]> {
    if (divisions.length > MOST_DIVISIONS || names.length > MOST_DATA)
      throw badInput(text(`一次最多${MOST_DIVISIONS}个居村。`, `At most ${MOST_DIVISIONS} committees at a time.`), {
        field: 'divisions',
      })
    departmentAt(ctx, divisions)
    const found = await repeatsAmong(ctx, divisions, names.map(dataKey), periodAsked(periodFrom, periodTo, 'DATA')!)
    // What was answered is shown to whoever has asked in their own name.
    return found.map((one) => ({ ...one, data: one.data.map((datum) => ({ ...datum, answer: null })) }))
  }

  @Needs('division')
  @FieldResolver(() => Division, { description: 'The committee.' })
  division(@Root() task: DutyTask) {
    return { code: task.division }
  }

  @Needs('organization')
  @FieldResolver(() => Department, { nullable: true, description: 'The department that issued it.' })
  department(@Ctx() ctx: Context, @Root() task: DutyTask) {
    return find(ctx, Department, task.organization)
  }

  @Needs('item')
  @FieldResolver(() => DutyItem, { nullable: true, description: 'The item it stands on.' })
  item(@Ctx() ctx: Context, @Root() task: DutyTask) {
    return find(ctx, DutyItem, task.item.id)
  }

  @Needs('id')
  @FieldResolver(() => [TaskDatum])
  async data(@Ctx() ctx: Context, @Root() { id }: DutyTask) {
    const rows = await many(ctx, 'task.data', id, async (ids) =>
      grouped(await ctx.em.find(TaskDatum, { task: { $in: ids } }, { orderBy: { position: 'asc' } }), (row) => row.task.id),
    )
    return rows ?? []
  }

  @Needs('id')
  @FieldResolver(() => [RepeatedData], { description: 'What it asks again, and the answers there are already.' })
  repeats(@Ctx() ctx: Context, @Root() { id }: DutyTask) {
    return repeatsOf(ctx, id)
  }

  @Needs('id')
  @FieldResolver(() => [DutyObjection], { description: 'Oldest first.' })
  async objections(@Ctx() ctx: Context, @Root() { id }: DutyTask) {
    const rows = await many(ctx, 'task.objections', id, async (ids) =>
      grouped(
        await ctx.em.find(DutyObjection, { task: { $in: ids } }, { orderBy: { createdAt: 'asc', id: 'asc' } }),
        (row) => row.task!.id,
      ),
    )
    return rows ?? []
  }

  @Needs(...TASK_FACTS)
  @FieldResolver(() => [taskTypes.Offer])
  async offers(@Ctx() ctx: Context, @Root() task: DutyTask) {
    const { status, division, previousStatus } = task
    return dutyTaskMachine.offers({ ...(await taskFacts(ctx, task)), status, division, previousStatus }, ctx.actor, ctx.now)
  }

  @Needs('id')
  @FieldResolver(() => [Event])
  events(@Ctx() ctx: Context, @Root() { id }: DutyTask, @Args(() => EventsArgs) { last }: EventsArgs) {
    return eventsOf(ctx, id, last)
  }

  @Needs('id', 'status')
  @FieldResolver(() => Waiting)
  waiting(@Ctx() ctx: Context, @Root() task: DutyTask) {
    return waitingOf(ctx, dutyTaskMachine, task)
  }
}

@Resolver(() => OffListAttempt)
export class AttemptResolver {
  @Needs('division')
  @FieldResolver(() => Division, { description: 'The committee it was meant for.' })
  division(@Root() attempt: OffListAttempt) {
    return { code: attempt.division }
  }

  @Needs('organization')
  @FieldResolver(() => Department, { nullable: true })
  department(@Ctx() ctx: Context, @Root() attempt: OffListAttempt) {
    return find(ctx, Department, attempt.organization)
  }

  @Needs('item')
  @FieldResolver(() => DutyItem, { nullable: true, description: 'The item it cited.' })
  item(@Ctx() ctx: Context, @Root() { item }: OffListAttempt) {
    return item && find(ctx, DutyItem, item)
  }
}
