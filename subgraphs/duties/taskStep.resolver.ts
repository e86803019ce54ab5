// Carrying tasks on: issuing them, one or many, refusing, submitting and correcting them.
import { LockMode } from '@mikro-orm/postgresql'
import { Arg, Ctx, Field, FieldResolver, ID, Int, Mutation, ObjectType, Resolver, Root } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For, SignedIn } from '../shared/access.ts'
import { prefixOf } from '../shared/actor.ts'
import { take, type Context } from '../shared/context.ts'
import { badInput, notFound, refused } from '../shared/errors.ts'
import { say, text } from '../shared/words.ts'
import { IssueRefusalName } from './attempt.entity.ts'
import { Division } from './division.stub.ts'
import { GROUNDS, type Ground } from './ground.rules.ts'
import { raise } from './objection.acts.ts'
import { DutyObjection, GroundName } from './objection.entity.ts'
import { nextNumber } from './paper.ts'
import { mustNotCarry } from './rights.ts'
import { said } from './said.ts'
import { actTask } from './task.acts.ts'
import { DutyTask, TaskDatum, taskTypes } from './task.entity.ts'
import { DatumAnswer, MOST_DIVISIONS, TaskInput, TaskRow, TaskText } from './task.inputs.ts'
import { issueTasks, mustBeCommittee, putData, wordingOf, type Issued } from './task.issue.ts'
import { dutyTaskMachine, type TaskAction } from './task.machine.ts'
import { RepeatedData, repeatsAmong } from './task.repeats.ts'
import { issueRefusalSentence } from './task.rules.ts'
import { settle } from './transaction.ts'

const what = dutyTaskMachine.label

@SignedIn()
@ObjectType({ description: 'What became of one committee’s task: it was issued, or refused because the lists do not allow it.' })
export class TaskIssued {
  @Field(() => DutyTask, { nullable: true, description: 'Null when it was refused.' }) task!: DutyTask | null
  @Field(() => IssueRefusalName, { nullable: true }) refusal!: Issued['refusal']
  @Field(() => [RepeatedData], { description: 'What it asks again: ask whether the answers there are will do.' })
  repeats!: RepeatedData[]
}

@Resolver(() => TaskIssued)
export class TaskIssuedResolver {
  @FieldResolver(() => Division, { description: 'The committee.' })
  division(@Root() { division }: Issued) {
    return { code: division }
  }

  @FieldResolver(() => String, { nullable: true, description: 'Why it was refused, and by which article.' })
  sentence(@Ctx() { actor }: Context, @Root() { refusal, article }: Issued) {
    return refusal && say(issueRefusalSentence(refusal, article), actor.locale)
  }

  @FieldResolver(() => String, { nullable: true, description: 'The article it was refused by.' })
  article(@Ctx() { actor }: Context, @Root() { refusal, article }: Issued) {
    return refusal && say(article.article, actor.locale)
  }
}

const notTooMany = (count: number, field: string) => {
  if (count === 0) throw badInput(text('请选择居村。', 'Choose the committees.'), { field })
  if (count > MOST_DIVISIONS)
    throw badInput(text(`一次最多${MOST_DIVISIONS}个居村。`, `At most ${MOST_DIVISIONS} committees at a time.`), { field })
}

@Resolver(() => DutyTask)
export class TaskStepResolver {
  @For('DISTRICT_DEPARTMENT')
  @Mutation(() => [TaskIssued], {
    description:
      'Issues a task to one committee or many, with a result for each. One that cites no item in force of the department’s own, or an item that does not hold for the committee, is refused with the article, and the attempt is recorded.',
  })
  issueDutyTasks(@Ctx() ctx: Context, @Arg('input', () => TaskInput) input: TaskInput): Promise<Issued[]> {
    notTooMany(input.divisions.length, 'divisions')
    const wording = wordingOf(ctx, input)
    const divisions = [...new Set(input.divisions.map(mustBeCommittee))]
    const requests = divisions.map((division) => ({ item: input.item ?? null, division, wording }))
    return issueTasks(ctx, input.batch ?? uuidv7(), requests)
  }

  @For('DISTRICT_DEPARTMENT')
  @Mutation(() => [TaskIssued], {
    description: 'Issues the tasks of a sheet, each row citing the code of an item; refused row by row as by `issueDutyTasks`.',
  })
  async importDutyTasks(@Ctx() ctx: Context, @Arg('rows', () => [TaskRow]) rows: TaskRow[]): Promise<Issued[]> {
    notTooMany(rows.length, 'rows')
    const codes = rows.flatMap(({ itemCode }) => itemCode?.trim() || [])
    const known = await ctx.em.execute<{ id: string; code: string; division: string }[]>(
      `select i.id, i.code, i.division from duties.duty_item i join duties.duty_list_version v on v.id = i.list_version_id join duties.duty_list l on l.id = v.list_id
        where v.status = 'IN_FORCE' and l.type = 'ASSIST_GOVERNMENT' and i.organization = ? and i.code = any(?::text[]) 
        order by (i.status = 'LISTED') desc, i.division desc`,
      [ctx.actor.organization, `{${codes.map((code) => `"${code.replace(/[\\"]/g, '\\$&')}"`).join(',')}}`],
    )
    /** The item of that code on the nearest list over the committee; any other, so that it is refused for what it is. */
    const idOf = ({ itemCode, division }: TaskRow) => {
      const same = known.filter(({ code }) => code === itemCode?.trim())
      return (same.find((one) => division.startsWith(prefixOf(one.division))) ?? same[0])?.id ?? null
    }
    const issued: Issued[] = []
    for (const row of rows) {
      const request = { item: idOf(row), division: mustBeCommittee(row.division), wording: wordingOf(ctx, row) }
      issued.push(...(await issueTasks(ctx, uuidv7(), [request])))
    }
    return issued
  }

  @SignedIn()
  @Mutation(() => DutyTask, { description: 'Takes an action of the task that carries no data.' })
  async actOnDutyTask(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('action', () => taskTypes.Action) action: TaskAction,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('reason', () => String, { nullable: true }) reason?: string,
  ) {
    mustNotCarry(dutyTaskMachine, action)
    return actTask(ctx, await take(ctx, DutyTask, what, id, expectedVersion), action, { reason })
  }

  @SignedIn()
  @Mutation(() => DutyTask, {
    description: 'Refuses a task on a ground, with a numbered written reply; civil affairs examine it as an objection.',
  })
  async refuseDutyTask(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('ground', () => GroundName) ground: Ground,
    @Arg('statement', () => String, { description: 'What is wrong with it.' }) statement: string,
  ) {
    const task = await take(ctx, DutyTask, what, id, expectedVersion)
    const why = said(statement, 'statement')
    if (await ctx.em.count(DutyObjection, { task: id, ground, status: 'DISMISSED' }))
      throw refused(
        text(
          '以此理由提出的异议已被认定不成立，请办理。',
          'An objection on this ground was dismissed; the task is to be carried out.',
        ),
      )
    await actTask(ctx, task, 'REFUSE', { reason: why, data: { ground: GROUNDS[ground].zh } })
    const { division, organization } = task
    const replyNumber = await nextNumber(ctx, division, 'REPLY')
    const [open] = await ctx.em.find(
      DutyObjection,
      { task: id, status: { $in: ['RAISED', 'ACCEPTED', 'INVESTIGATING'] } },
      { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true },
    )
    if (open) Object.assign(open, { replyNumber: open.replyNumber ?? replyNumber })
    else await raise(ctx, { division, organization, task, ground, statement: why, resident: null, replyNumber })
    return task
  }

  @SignedIn()
  @Mutation(() => DutyTask, { description: 'Reports what was done, with the answers to the data asked for.' })
  async submitDutyTask(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('report', () => String) report: string,
    @Arg('answers', () => [DatumAnswer], { defaultValue: [] }) answers: DatumAnswer[],
  ) {
    const task = await take(ctx, DutyTask, what, id, expectedVersion)
    const data = await ctx.em.find(TaskDatum, { task: id })
    for (const { id: datum, answer } of answers) {
      const row = data.find((one) => one.id === datum)
      if (!row) throw notFound(text('数据项', 'Datum'))
      row.answer = said(answer, `answer${row.position}`, 500)
    }
    await settle(ctx)
    await actTask(ctx, task, 'SUBMIT', { data: { report: said(report, 'report') } })
    return Object.assign(task, { report: report.trim() })
  }

  @SignedIn()
  @Mutation(() => DutyTask, { description: 'Corrects a task as an upheld objection demands, and issues it again.' })
  async correctDutyTask(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => TaskText) input: TaskText,
  ) {
    const task = await take(ctx, DutyTask, what, id, expectedVersion)
    const wording = wordingOf(ctx, input)
    const { title, kind, standard, period, dueOn } = wording
    const after = { taskTitle: title, taskStandard: standard, dueOn }
    const before = { taskTitle: task.title, taskStandard: task.standard, dueOn: task.dueOn }
    await actTask(ctx, task, 'CORRECT', { data: { before, after } })
    Object.assign(task, { title, kind, standard, dueOn, periodFrom: period?.from ?? null, periodTo: period?.to ?? null })
    await ctx.em.nativeDelete(TaskDatum, { task: id })
    const keys = wording.data.map(({ key }) => key)
    const told = await ctx.em.execute<{ earlier_id: string }[]>('select earlier_id from duties.task_repeat where task_id = ?', [
      id,
    ])
    const found = period ? await repeatsAmong(ctx, [task.division], keys, period, id) : []
    const fresh = found.filter((one) => !told.some(({ earlier_id }) => earlier_id === one.task))
    putData(ctx, task, wording, fresh)
    return task
  }
}
