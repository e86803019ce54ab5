// Indicators: by department or by town, for a span of days. Each is one statement under the scope of whoever asks.
import { raw } from '@mikro-orm/core'
import type { EntityClass } from '@mikro-orm/postgresql'
import { Arg, Ctx, Field, FieldResolver, ID, Int, ObjectType, Query, registerEnumType, Resolver, Root } from 'type-graphql'
import { SignedIn } from '../shared/access.ts'
import { find, type Context } from '../shared/context.ts'
import { allOf, inDivision, scopeOf, where } from '../shared/scope.ts'
import { OffListAttempt } from './attempt.entity.ts'
import { Department } from './department.entity.ts'
import { Division } from './division.stub.ts'
import { FundingCommitment } from './funding.entity.ts'
import { fundingDue, mattersIn, onTimeSql } from './indicator.asked.ts'
import { DutyItem } from './item.entity.ts'
import { periodAsked, withinDays } from './period.ts'
import { DutyTask } from './task.entity.ts'
import type { Period } from './task.rules.ts'

export enum IndicatorBy {
  DEPARTMENT = 'DEPARTMENT',
  TOWN = 'TOWN',
}
registerEnumType(IndicatorBy, { name: 'DutyIndicatorBy', description: 'What the rows of the indicators are: 部门 or 街镇.' })

@SignedIn()
@ObjectType({
  description:
    'Indicators of one department or one town. Every number is a count of rows the caller can list with the same filter.',
})
export class DutyIndicators {
  /** A department's id, or the first nine digits of a town. */
  key!: string
  @Field(() => Int, { description: 'Assisting matters in force that a committee has to do with.' }) matters!: number
  @Field(() => Int, { description: 'Tasks issued.' }) tasks!: number
  @Field(() => Int, { description: 'Attempts to issue a task outside the lists, refused.' }) attempts!: number
  @Field(() => Int, { description: 'Commitments whose day of transfer lies in the period.' }) fundingDue!: number
  @Field(() => Int, { description: 'Of them, those transferred in full by that day.' }) fundingOnTime!: number
  @Field(() => Int, { description: 'Tasks that ask for data.' }) dataTasks!: number
  @Field(() => Int, { description: 'Of them, those that ask again for data asked for before.' }) repeated!: number
}

type Numbers = Omit<DutyIndicators, 'key'>
type Counted = { key: string } & Partial<Numbers>

const ZERO: Numbers = { matters: 0, tasks: 0, attempts: 0, fundingDue: 0, fundingOnTime: 0, dataTasks: 0, repeated: 0 }

const KEYS = { DEPARTMENT: 'x.organization::text', TOWN: 'substr(x.division, 1, 9)' }

/** One statement: the rows of one kind that the caller may see, counted by department or town. */
const counted = <T extends object>(
  ctx: Context,
  entity: EntityClass<T>,
  by: IndicatorBy,
  asked: Parameters<typeof where>[0],
  numbers: Partial<Record<keyof Numbers, string>>,
): Promise<Counted[]> =>
  ctx.em
    .createQueryBuilder(entity, 'x')
    .select([
      raw(KEYS[by]).as('key'),
      ...Object.entries(numbers).map(([name, count]) => raw(`(${count})::int`).as(name)),
    ] as never)
    .where({ $and: [scopeOf(entity.name, ctx.actor), where(asked)] } as never)
    .groupBy(raw('1') as never)
    .execute<Counted[]>('all')

const HAS = (table: string) => `count(*) filter (where exists (select 1 from duties.${table} y where y.task_id = x.id))`

const rowsOf = async (ctx: Context, by: IndicatorBy, division: string, { from, to }: Period): Promise<DutyIndicators[]> => {
  const here = inDivision(division)
  const [matters, ...others] = await Promise.all([
    counted(ctx, DutyItem, by, mattersIn(division, ctx.now), { matters: 'count(*)' }),
    counted(ctx, DutyTask, by, allOf(here, withinDays('createdAt', from, to)), {
      tasks: 'count(*)',
      dataTasks: HAS('task_datum'),
      repeated: HAS('task_repeat'),
    }),
    counted(ctx, OffListAttempt, by, allOf(here, withinDays('at', from, to)), { attempts: 'count(*)' }),
    counted(ctx, FundingCommitment, by, allOf(here, fundingDue(from, to)), {
      fundingDue: 'count(*)',
      fundingOnTime: `count(*) filter (where ${onTimeSql('x')})`,
    }),
  ])
  const rows = new Map<string, DutyIndicators>()
  const row = (key: string) => rows.get(key) ?? rows.set(key, { key, ...ZERO }).get(key)!
  for (const counts of others.flat()) Object.assign(row(counts.key), counts)
  for (const { key, matters: count } of matters) {
    // What the district lists holds in each of its towns.
    if (by === IndicatorBy.DEPARTMENT || !key.endsWith('000')) row(key).matters += count!
  }
  const above = matters.filter(({ key }) => by === IndicatorBy.TOWN && key.endsWith('000'))
  for (const one of rows.values()) for (const { matters: count } of above) one.matters += count!
  return [...rows.values()].sort((a, b) => a.key.localeCompare(b.key))
}

@Resolver(() => DutyIndicators)
export class IndicatorResolver {
  @SignedIn()
  @Query(() => [DutyIndicators], {
    description: 'Indicators of a division and a span of days, by department or by town; rows with nothing in them are left out.',
  })
  dutyIndicators(
    @Ctx() ctx: Context,
    @Arg('division', () => ID) division: string,
    @Arg('from', () => String, { description: 'First day: 2026-01-01.' }) from: string,
    @Arg('to', () => String, { description: 'Last day.' }) to: string,
    @Arg('by', () => IndicatorBy) by: IndicatorBy,
  ): Promise<DutyIndicators[]> {
    return rowsOf(ctx, by, division, periodAsked(from, to, 'DATA')!)
  }

  @FieldResolver(() => Department, { nullable: true, description: 'Null in rows of towns.' })
  department(@Ctx() ctx: Context, @Root() { key }: DutyIndicators) {
    return key.includes('-') ? find(ctx, Department, key) : null
  }

  @FieldResolver(() => Division, { nullable: true, description: 'Null in rows of departments.' })
  town(@Root() { key }: DutyIndicators) {
    return key.includes('-') ? null : { code: key.padEnd(12, '0') }
  }
}
