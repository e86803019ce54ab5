// The same data asked twice of one committee for the same period: who asked first, and what was answered.
import { Field, ID, ObjectType } from 'type-graphql'
import { SignedIn } from '../shared/access.ts'
import { grouped, many, type Context } from '../shared/context.ts'
import { Division } from './division.stub.ts'
import { taskTypes } from './task.entity.ts'
import type { TaskStatus } from './task.machine.ts'
import type { Period } from './task.rules.ts'
import { uuids } from './transaction.ts'

@SignedIn()
@ObjectType({ description: 'A datum asked for before, and its answer.' })
export class EarlierDatum {
  @Field(() => String) name!: string
  @Field(() => String, { nullable: true, description: 'How it was counted (口径).' }) caliber!: string | null
  @Field(() => String, { nullable: true, description: 'Null while it is not answered.' }) answer!: string | null
}

@SignedIn()
@ObjectType({ description: 'An earlier task that asked the same committee for the same data of the same period (重复报送).' })
export class RepeatedData {
  @Field(() => ID, { description: 'The earlier task.' }) task!: string
  @Field(() => Division, { description: 'The committee.' }) division!: Division
  @Field(() => String) title!: string
  @Field(() => String, { description: 'The department that asked first.' }) department!: string
  @Field(() => taskTypes.Status) status!: TaskStatus
  @Field(() => Date) createdAt!: Date
  @Field(() => [EarlierDatum], { description: 'What both ask for.' }) data!: EarlierDatum[]
}

interface Row {
  later: string | null
  task: string
  division: string
  title: string
  department: string
  status: TaskStatus
  created_at: Date
  data: EarlierDatum[]
}

const shown = ({ task, title, department, status, data, created_at: createdAt, division }: Row): RepeatedData => ({
  task,
  title,
  department,
  status,
  data,
  createdAt: new Date(createdAt),
  division: { code: division },
})

const SAID = `t.id as task, t.division, t.title, d.name as department, t.status, t.created_at,
  json_agg(json_build_object('name', x.name, 'caliber', x.caliber, 'answer', x.answer) order by x.position) as data`

/** Earlier tasks of these committees that ask for any of the data in a period that shares a day with the one given. */
export const repeatsAmong = async (
  ctx: Context,
  divisions: readonly string[],
  keys: readonly string[],
  { from, to }: Period,
  except: string | null = null,
): Promise<RepeatedData[]> => {
  const rows = await ctx.em.execute<Row[]>(
    `select null as later, ${SAID}
       from duties.task_datum x join duties.duty_task t on t.id = x.task_id join duties.department d on d.id = t.organization
      where t.division = any(?::text[]) and x.key = any(?::text[]) and t.period_from <= ?::date and t.period_to >= ?::date
        and t.status not in ('REFUSED', 'WITHDRAWN', 'STOPPED') and t.id is distinct from ?::uuid
      group by t.id, d.name order by t.division, t.created_at`,
    [listed(divisions), listed(keys), to, from, except],
  )
  return rows.map(shown)
}

/** Words as one parameter, whatever is in them. */
const listed = (words: readonly string[]): string => `{${words.map((word) => `"${word.replace(/[\\"]/g, '\\$&')}"`).join(',')}}`

/** What a task repeats of earlier ones, as it was found when it was issued. */
export const repeatsOf = async (ctx: Context, id: string): Promise<RepeatedData[]> => {
  const rows = await many(ctx, 'task.repeats', id, async (ids) => {
    const found = await ctx.em.execute<(Row & { later: string })[]>(
      `select r.task_id as later, ${SAID}
         from duties.task_repeat r join duties.duty_task t on t.id = r.earlier_id join duties.department d on d.id = t.organization
         join duties.task_datum x on x.task_id = t.id and x.name = any(r.names)
        where r.task_id = any(?::uuid[]) group by r.task_id, t.id, d.name order by t.created_at`,
      [uuids(ids)],
    )
    return grouped(found, ({ later }) => later)
  })
  return (rows ?? []).map(shown)
}
