// Surveys: opening one, answering it by app or paper, closing it. Figures and remarks are shown once it is closed.
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For, Needs, SignedIn } from '../shared/access.ts'
import { addDays, dayOf, startOf } from '../shared/calendar.ts'
import { find, grouped, hold, many, rule, take, type Context } from '../shared/context.ts'
import { badInput, notFound, refused } from '../shared/errors.ts'
import { act, begin, Event, EventsArgs, eventsOf } from '../shared/event.ts'
import { text } from '../shared/words.ts'
import { Division } from './division.stub.ts'
import type { EvaluationRule } from './evaluation.rules.ts'
import { actIssue } from './issue.acts.ts'
import { Issue } from './issue.entity.ts'
import { issueFacts } from './issue.facts.ts'
import { issueMachine } from './issue.machine.ts'
import { dayGiven } from './project.acts.ts'
import { COMMITTEE, mustHold, residentAt } from './rights.ts'
import { onRoll } from './roll.messages.ts'
import { LINE, said } from './said.ts'
import { AnswerChannelName, Survey, SurveyAnswer, surveyTypes } from './survey.entity.ts'
import { surveyMachine } from './survey.machine.ts'
import { answerBlocked, type AnswerChannel } from './survey.rules.ts'
import { settle, uuids } from './transaction.ts'

const what = surveyMachine.label

@InputType()
export class SurveyInput {
  @Field(() => String, { description: 'Which households it concerns, in words.' }) concerns!: string
  @Field(() => Int, { description: 'How many households that is.' }) households!: number
  @Field(() => String, { description: 'Its last day: 2026-01-01.' }) closesOn!: string
}

@InputType()
export class PaperAnswer {
  @Field(() => String, { description: 'The number of the sheet.' }) sheet!: string
  @Field(() => Int, { description: 'One to five.' }) mark!: number
  @Field(() => String, { nullable: true }) remark?: string
}

@SignedIn()
@ObjectType({ description: 'What a closed survey said. It names nobody.' })
class SurveyFigures {
  @Field(() => Int) answers!: number
  @Field(() => Int, { description: 'With a mark that counts as satisfied.' }) satisfied!: number
  @Field(() => [Int], { description: 'Answers with one, two … five.' }) marks!: number[]
  @Field(() => [String], { description: 'What was written beside the mark, in no order of persons.' }) remarks!: string[]
}

interface Row {
  channel: AnswerChannel
  mark: number
  remark: string | null
}

const answersOf = async (ctx: Context, id: string): Promise<Row[]> =>
  (await many(ctx, 'survey.answers', id, async (ids) => {
    const rows = await ctx.em.execute<(Row & { id: string })[]>(
      'select survey_id as id, channel, mark, remark from compacts.survey_answer where survey_id = any(?::uuid[]) order by md5(id::text)',
      [uuids(ids)],
    )
    return grouped(rows, (row) => row.id)
  })) ?? []

const figuresOf = (rows: readonly Row[], { mark }: EvaluationRule): SurveyFigures => ({
  answers: rows.length,
  satisfied: rows.filter((row) => row.mark >= mark).length,
  marks: [1, 2, 3, 4, 5].map((n) => rows.filter((row) => row.mark === n).length),
  remarks: rows.flatMap(({ remark }) => remark ?? []),
})

const standardOf = (ctx: Context, division: string) => rule<EvaluationRule>(ctx, 'EVALUATION', division).value

const ownsIt = async (ctx: Context, survey: Survey): Promise<boolean> =>
  (await issueFacts(ctx, (await find(ctx, Issue, survey.issue.id))!)).isOwner

@Resolver(() => Survey)
export class SurveyResolver {
  @SignedIn()
  @Query(() => Survey, { nullable: true })
  survey(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return find(ctx, Survey, id)
  }

  @Needs('division')
  @FieldResolver(() => Division)
  division(@Root() survey: Survey) {
    return { code: survey.division }
  }

  @Needs('issue')
  @FieldResolver(() => Issue, { nullable: true })
  issue(@Ctx() ctx: Context, @Root() survey: Survey) {
    return find(ctx, Issue, survey.issue.id)
  }

  @Needs('id')
  @FieldResolver(() => Int, { description: 'Answers so far, or of a channel.' })
  async answers(
    @Ctx() ctx: Context,
    @Root() { id }: Survey,
    @Arg('channel', () => AnswerChannelName, { nullable: true }) channel?: AnswerChannel,
  ): Promise<number> {
    const rows = await answersOf(ctx, id)
    return channel ? rows.filter((row) => row.channel === channel).length : rows.length
  }

  @Needs('id', 'status', 'division')
  @FieldResolver(() => SurveyFigures, { nullable: true, description: 'Null until it is closed.' })
  async figures(@Ctx() ctx: Context, @Root() { id, status, division }: Survey): Promise<SurveyFigures | null> {
    return status === 'CLOSED' ? figuresOf(await answersOf(ctx, id), standardOf(ctx, division)) : null
  }

  @Needs('id', 'status', 'division', 'closesAt', 'issue')
  @FieldResolver(() => [surveyTypes.Offer])
  async offers(@Ctx() ctx: Context, @Root() survey: Survey) {
    const { status, division, closesAt } = survey
    return surveyMachine.offers({ status, division, closesAt, isOwner: await ownsIt(ctx, survey) }, ctx.actor, ctx.now)
  }

  @Needs('id')
  @FieldResolver(() => [Event])
  events(@Ctx() ctx: Context, @Root() { id }: Survey, @Args(() => EventsArgs) { last }: EventsArgs) {
    return eventsOf(ctx, id, last)
  }

  @For(...COMMITTEE, 'SUPERVISION_MEMBER')
  @Mutation(() => Survey, { description: 'Asks the households a project concerns whether they are satisfied.' })
  async openSurvey(
    @Ctx() ctx: Context,
    @Arg('issue', () => ID) id: string,
    @Arg('expectedVersion', () => Int, { description: 'Of the issue.' }) expectedVersion: number,
    @Arg('input', () => SurveyInput) { concerns, households, closesOn }: SurveyInput,
  ) {
    const issue = await take(ctx, Issue, issueMachine.label, id, expectedVersion)
    const { days } = standardOf(ctx, issue.division)
    if (dayGiven(closesOn, 'closesOn') < addDays(dayOf(ctx.now), days))
      throw badInput(text(`问卷不少于${days}日。`, `A survey lasts at least ${days} days.`), { field: 'closesOn' })
    if (households < 1) throw badInput(text('请填写涉及户数。', 'Say how many households it concerns.'), { field: 'households' })
    const words = said(concerns, 'concerns', LINE)
    await actIssue(ctx, issue, 'OPEN_SURVEY', { data: { concerns: words, households, closesOn } })
    const closesAt = startOf(addDays(closesOn, 1))
    const survey = ctx.em.create(Survey, {
      id: uuidv7(),
      division: issue.division,
      issue,
      concerns: words,
      households,
      closesAt,
      dueAt: closesAt,
      createdAt: ctx.now,
    })
    await begin(ctx, surveyMachine, survey, { title: issue.title })
    return survey
  }

  @For('RESIDENT')
  @Mutation(() => Survey, {
    description: 'Answers for the household, one to five; answering again replaces it while the survey is open.',
  })
  async answerSurvey(
    @Ctx() ctx: Context,
    @Arg('survey', () => ID) id: string,
    @Arg('mark', () => Int) mark: number,
    @Arg('remark', () => String, { nullable: true }) remark?: string,
  ) {
    const survey = await find(ctx, Survey, id)
    if (!survey) throw notFound(what)
    const entry = await onRoll(ctx, residentAt(ctx, survey.division), survey.division)
    const blocked = answerBlocked({ ...survey, channel: 'APP', mark, isOwner: await ownsIt(ctx, survey) }, ctx.now)
    if (blocked) throw refused(blocked)
    if (!entry?.household || !entry.isAdult)
      throw refused(text('年满十八周岁、登记在户的居民才能代表本户作答。', 'Adults registered in a household answer for it.'))
    await ctx.em.execute(
      `insert into compacts.survey_answer as a (id, survey_id, channel, household, mark, remark, entered_by, "at")
       select ?, s.id, 'APP', ?, ?, ?, ?, ? from compacts.survey s where s.id = ? and s.status = 'OPEN'
       on conflict (survey_id, household) do update set mark = excluded.mark, remark = excluded.remark, "at" = excluded."at"`,
      [uuidv7(), entry.household, mark, remark?.trim() || null, ctx.actor.id, ctx.now, id],
    )
    return survey
  }

  @For(...COMMITTEE, 'SUPERVISION_MEMBER')
  @Mutation(() => Survey, { description: 'Enters answers from paper, sheet by sheet; a sheet counts once.' })
  async enterPaperAnswers(
    @Ctx() ctx: Context,
    @Arg('survey', () => ID) id: string,
    @Arg('answers', () => [PaperAnswer]) answers: PaperAnswer[],
  ) {
    const survey = await find(ctx, Survey, id)
    if (!survey) throw notFound(what)
    mustHold(ctx, [...COMMITTEE, 'SUPERVISION_MEMBER'], survey.division)
    const isOwner = await ownsIt(ctx, survey)
    for (const { sheet, mark, remark } of answers) {
      const blocked = answerBlocked({ ...survey, channel: 'PAPER', mark, isOwner }, ctx.now)
      if (blocked) throw refused(blocked)
      ctx.em.create(SurveyAnswer, {
        id: uuidv7(),
        survey,
        channel: 'PAPER',
        sheet: said(sheet, 'sheet', LINE),
        mark,
        remark: remark?.trim() || null,
        enteredBy: ctx.actor.id!,
        at: ctx.now,
      })
    }
    ctx.loaders.clear()
    return survey
  }

  @For('SUPERVISION_MEMBER')
  @Mutation(() => Survey, {
    description: 'Closes the survey after its last day; its figures become the evaluation of the issue.',
  })
  async closeSurvey(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
  ) {
    const survey = await take(ctx, Survey, what, id, expectedVersion)
    const issue = await hold(ctx, Issue, issueMachine.label, survey.issue.id)
    const { closesAt, households, division } = survey
    await act(ctx, surveyMachine, survey, 'CLOSE', { closesAt, isOwner: await ownsIt(ctx, survey) }, { title: issue.title })
    await settle(ctx)
    const { answers, satisfied } = figuresOf(await answersOf(ctx, id), standardOf(ctx, division))
    if (answers > households)
      throw refused(text('答卷数超过所涉户数，请核对纸质答卷。', 'More answers than households; check the sheets.'))
    Object.assign(issue, { answers, satisfied, households })
    await actIssue(ctx, issue, 'RECORD_EVALUATION', { data: { answers, satisfied, households } })
    return survey
  }
}

@Resolver(() => Issue)
export class IssueSurveyResolver {
  @Needs('id')
  @FieldResolver(() => [Survey], { description: 'Surveys on its project, latest first.' })
  async surveys(@Ctx() ctx: Context, @Root() { id }: Issue) {
    const surveys = await many(ctx, 'issue.surveys', id, async (ids) => {
      const rows = await ctx.em.find(Survey, { issue: { $in: ids } }, { orderBy: { createdAt: 'desc', id: 'desc' } })
      return grouped(rows, (row) => row.issue.id)
    })
    return surveys ?? []
  }
}
