// Meetings that must be called: asking for one, standing behind it, and calling it.
import type { FilterQuery } from '@mikro-orm/postgresql'
import { LockMode } from '@mikro-orm/postgresql'
import type { GraphQLResolveInfo } from 'graphql'
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Info,
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
import { dueAfter, type TimeLimit } from '../shared/calendar.ts'
import { find, grouped, hold, many, rule, take, type Context } from '../shared/context.ts'
import { badInput, notFound, refused } from '../shared/errors.ts'
import { begin, Event, eventsOf } from '../shared/event.ts'
import { connection, page, PageArgs } from '../shared/page.ts'
import { allOf, inDivision, where } from '../shared/scope.ts'
import { say, text } from '../shared/words.ts'
import { among, AMONG } from './among.ts'
import { actConvening, conveningFacts, conveningRule, countedOf, titleOf, weigh } from './convening.acts.ts'
import { AskingName, Convening, conveningTypes } from './convening.entity.ts'
import { conveningMachine, type ConveningAction, type ConveningStatus } from './convening.machine.ts'
import { progressOf, stretchWords, type Asking } from './convening.rules.ts'
import { Division } from './division.stub.ts'
import { Issue } from './issue.entity.ts'
import { issueMachine } from './issue.machine.ts'
import { Meeting, MeetingKind } from './meeting.entity.ts'
import { MeetingInput } from './meeting.inputs.ts'
import { meetingWord, type MeetingType } from './meeting.rules.ts'
import { planOnIssue } from './meetingStep.resolver.ts'
import { Resident } from './resident.stub.ts'
import { COMMITTEE, mustHold, mustNotCarry, relationsOf, residentAt, seesRoll } from './rights.ts'
import { onRoll } from './roll.messages.ts'
import { said } from './said.ts'
import { uuids } from './transaction.ts'
import { Waiting, waitingOf } from './waiting.ts'

const what = conveningMachine.label
const ConveningConnection = connection(Convening, 'Convening')

@InputType()
class ConveningInput {
  @Field(() => MeetingKind, { description: 'RESIDENTS or REPRESENTATIVES.' }) type!: MeetingType
  @Field(() => String, { description: 'What is to be discussed or decided.' }) reason!: string
  @Field(() => ID, { nullable: true, description: 'For officers who enter a paper: the resident who asks first.' })
  author?: string
}

@InputType()
class ConveningFilter {
  @Field(() => [ID], { nullable: true, description: AMONG }) ids?: string[]
  @Field(() => ID, { nullable: true, description: 'In this division or below it.' }) division?: string
  @Field(() => [conveningTypes.Status], { nullable: true }) status?: ConveningStatus[]
}

@SignedIn()
@ObjectType({ description: 'How many of one kind ask for a meeting, and how many must; one kind is enough.' })
class ConveningProgress {
  @Field(() => AskingName) of!: Asking
  @Field(() => Int) signed!: number
  @Field(() => Int) needed!: number
  @Field(() => Int) whole!: number
}

interface Signer {
  readonly id: string
  readonly resident: string
}

const signersOf = async (ctx: Context, id: string): Promise<Signer[]> =>
  (await many(ctx, 'convening.signers', id, async (ids) => {
    const rows = await ctx.em.execute<Signer[]>(
      'select convening_id as id, resident from compacts.convening_signer where convening_id = any(?::uuid[]) order by "at", resident',
      [uuids(ids)],
    )
    return grouped(rows, (row) => row.id)
  })) ?? []

@Resolver(() => Convening)
export class ConveningResolver {
  @SignedIn()
  @Query(() => Convening, { nullable: true })
  convening(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return find(ctx, Convening, id)
  }

  @SignedIn()
  @Query(() => ConveningConnection, { description: 'Meetings that must be called, or are asked for, latest first.' })
  convenings(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => ConveningFilter, { nullable: true }) filter: ConveningFilter | undefined,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { ids, division, status } = filter ?? {}
    const asked = allOf(among(ids), division ? inDivision(division) : true, status ? { status: { $in: status } } : true)
    const whole = where(asked) as FilterQuery<Convening>
    return page(ctx, Convening, { where: whole, orderBy: { createdAt: 'desc' }, first, after, info })
  }

  @Needs('division')
  @FieldResolver(() => Division)
  division(@Root() { division }: Convening) {
    return { code: division }
  }

  @Needs('issue')
  @FieldResolver(() => Issue, { nullable: true, description: 'What it is asked for.' })
  issue(@Ctx() ctx: Context, @Root() { issue }: Convening) {
    return issue && find(ctx, Issue, issue.id)
  }

  @Needs('meeting')
  @FieldResolver(() => Meeting, { nullable: true, description: 'The meeting of which notice was given.' })
  meeting(@Ctx() ctx: Context, @Root() { meeting }: Convening) {
    return meeting && find(ctx, Meeting, meeting.id)
  }

  @Needs('type', 'division')
  @FieldResolver(() => String, { description: 'What this kind of meeting is called there: 村民会议 in a village.' })
  typeLabel(@Ctx() { actor }: Context, @Root() { type, division }: Convening): string {
    return say(meetingWord(type, division), actor.locale)
  }

  @Needs('stretch')
  @FieldResolver(() => String, { nullable: true, description: 'The part of the year in which it must be held: 2026年下半年.' })
  stretch(@Ctx() { actor }: Context, @Root() { stretch }: Convening): string | null {
    return stretch && say(stretchWords(stretch), actor.locale)
  }

  @Needs('type', 'division', 'createdAt')
  @FieldResolver(() => String, { description: 'The law by which it must be called.' })
  basis(@Ctx() ctx: Context, @Root() convening: Convening): string {
    const { law, articles } = conveningRule(ctx, convening, convening.createdAt)
    return ctx.actor.locale === 'zh' ? `${law.zh}${articles}` : `${law.en}, ${articles}`
  }

  @Needs('id', 'type', 'division', 'ground')
  @FieldResolver(() => [ConveningProgress], { description: 'By the roll as it stands now; none where it is due by law.' })
  async progress(@Ctx() ctx: Context, @Root() convening: Convening): Promise<ConveningProgress[]> {
    if (convening.ground === 'LAW') return []
    return progressOf(conveningRule(ctx, convening), await countedOf(ctx, convening.id))
  }

  @Needs('id')
  @FieldResolver(() => Boolean, { description: 'Whether the caller asks for it.' })
  async isSignedByMe(@Ctx() ctx: Context, @Root() { id }: Convening): Promise<boolean> {
    const { resident } = ctx.actor
    return resident !== null && (await signersOf(ctx, id)).some((one) => one.resident === resident)
  }

  @Needs('id', 'division')
  @FieldResolver(() => [Resident], { nullable: true, description: 'Who asks for it, in order; for the committee.' })
  async signers(@Ctx() ctx: Context, @Root() { id, division }: Convening) {
    return seesRoll(ctx.actor, division) ? (await signersOf(ctx, id)).map(({ resident }) => ({ id: resident })) : null
  }

  @Needs('id', 'status', 'division', 'previousStatus', 'type', 'dueAt', 'author')
  @FieldResolver(() => [conveningTypes.Offer])
  async offers(@Ctx() ctx: Context, @Root() convening: Convening) {
    const { status, division, previousStatus, author } = convening
    const relations = relationsOf(ctx.actor, { author })
    const subject = { ...(await conveningFacts(ctx, convening)), status, division, previousStatus, relations }
    return conveningMachine.offers(subject, ctx.actor, ctx.now)
  }

  @Needs('id')
  @FieldResolver(() => [Event])
  events(@Ctx() ctx: Context, @Root() { id }: Convening) {
    return eventsOf(ctx, id)
  }

  @Needs('id', 'status')
  @FieldResolver(() => Waiting)
  waiting(@Ctx() ctx: Context, @Root() convening: Convening) {
    return waitingOf(ctx, conveningMachine, convening)
  }

  @SignedIn()
  @Mutation(() => Convening, {
    description: 'Asks for a meeting on an issue: a resident in their own name, an officer for a resident whose paper they keep.',
  })
  async askForMeeting(
    @Ctx() ctx: Context,
    @Arg('issue', () => ID) id: string,
    @Arg('input', () => ConveningInput) { type, reason, author }: ConveningInput,
  ) {
    const issue = await find(ctx, Issue, id)
    if (!issue) throw notFound(issueMachine.label)
    if (!issue.number || issueMachine.states[issue.status].final)
      throw refused(
        text('议题提交以后、办结以前才能提请开会。', 'A meeting is asked for on an issue that is submitted and not over.'),
      )
    const { division } = issue
    const isAssembly = type === 'RESIDENTS' || type === 'REPRESENTATIVES'
    if (!isAssembly || Object.keys(conveningRule(ctx, { type, division }).shares).length === 0)
      throw badInput(text('只能提请召开居民会议或者居民代表会议。', 'Only an assembly can be asked for.'), { field: 'type' })
    const resident = await signerOf(ctx, division, author)
    const convening = ctx.em.create(Convening, {
      id: uuidv7(),
      division,
      ground: 'REQUEST',
      type,
      issue,
      author: resident,
      reason: said(reason, 'reason'),
      dueAt: dueAfter(ctx.now, rule<TimeLimit>(ctx, 'CONVENING_GATHERING', division).value),
      createdAt: ctx.now,
    })
    await begin(ctx, conveningMachine, convening, { title: titleOf(convening), data: { reason: convening.reason } })
    await sign(ctx, convening, resident)
    return convening
  }

  @SignedIn()
  @Mutation(() => Convening, {
    description:
      'Stands behind the request: a resident themselves, an officer for a resident on a paper. Doing it again changes nothing.',
  })
  async signConvening(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('resident', () => ID, { nullable: true }) resident?: string,
  ) {
    const convening = await gathering(ctx, id)
    await sign(ctx, convening, await signerOf(ctx, convening.division, resident))
    return convening
  }

  @SignedIn()
  @Mutation(() => Convening, { description: 'Stands back from the request while names are taken.' })
  async unsignConvening(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('resident', () => ID, { nullable: true }) resident?: string,
  ) {
    const convening = await gathering(ctx, id)
    const signer = await signerOf(ctx, convening.division, resident)
    await ctx.em.execute('delete from compacts.convening_signer where convening_id = ? and resident = ?', [id, signer])
    ctx.loaders.clear()
    return convening
  }

  @SignedIn()
  @Mutation(() => Convening, { description: 'Takes an action that carries no data.' })
  async actOnConvening(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('action', () => conveningTypes.Action) action: ConveningAction,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('reason', () => String, { nullable: true }) reason?: string,
  ) {
    mustNotCarry(conveningMachine, action)
    return actConvening(ctx, await take(ctx, Convening, what, id, expectedVersion), action, { reason })
  }

  @For(...COMMITTEE)
  @Mutation(() => Meeting, { description: 'Plans the meeting that must be called; its notice answers the request.' })
  async convene(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => MeetingInput) input: MeetingInput,
    @Arg('issue', () => ID, { nullable: true, description: 'What it is about, where it is due by law.' }) about?: string,
  ) {
    const convening = await take(ctx, Convening, what, id, expectedVersion)
    const issue = convening.issue?.id ?? about
    if (!issue) throw badInput(text('请选择会议讨论的议题。', 'Choose the issue it is about.'), { field: 'issue' })
    await actConvening(ctx, convening, 'CONVENE', { data: { startsAt: input.startsAt } })
    return planOnIssue(ctx, await hold(ctx, Issue, issueMachine.label, issue), { ...input, type: convening.type })
  }
}

@Resolver(() => Issue)
export class IssueConveningResolver {
  @Needs('id')
  @FieldResolver(() => [Convening], { description: 'Meetings asked for on it, latest first.' })
  async convenings(@Ctx() ctx: Context, @Root() { id }: Issue): Promise<Convening[]> {
    const rows = await many(ctx, 'issue.convenings', id, async (ids) =>
      grouped(
        await ctx.em.find(Convening, { issue: { $in: ids } }, { orderBy: { createdAt: 'desc', id: 'desc' } }),
        (row) => row.issue!.id,
      ),
    )
    return rows ?? []
  }
}

/** Locked, so that those who sign at once are counted one after the other. */
const gathering = async (ctx: Context, id: string): Promise<Convening> => {
  const seen = await find(ctx, Convening, id)
  if (!seen) throw notFound(what)
  const convening = await ctx.em.findOneOrFail(Convening, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE, refresh: true })
  if (convening.status !== 'GATHERING' || (convening.dueAt && ctx.now >= convening.dueAt))
    throw refused(text('联名已经结束。', 'Names are no longer taken.'))
  return convening
}

/** The adult on the roll who signs: the caller, or whoever an officer has on paper. */
const signerOf = async (ctx: Context, division: string, resident: string | undefined): Promise<string> => {
  const isOwn = !resident || resident === ctx.actor.resident
  if (!isOwn) mustHold(ctx, COMMITTEE, division)
  const signer = isOwn ? residentAt(ctx, division) : resident
  if (!(await onRoll(ctx, signer, division))?.isAdult)
    throw refused(
      text('年满十八周岁、在本社区名册中的居民才能联名。', 'Adults on the roll of the community may ask for a meeting.'),
    )
  return signer
}

const sign = async (ctx: Context, convening: Convening, resident: string): Promise<void> => {
  await ctx.em.flush()
  await ctx.em.execute(
    'insert into compacts.convening_signer (convening_id, resident, "by", "at") values (?, ?, ?, ?) on conflict do nothing',
    [convening.id, resident, ctx.actor.id, ctx.now],
  )
  if (convening.issue) await ctx.em.populate(convening, ['issue'] as never)
  await weigh(ctx, convening)
}
