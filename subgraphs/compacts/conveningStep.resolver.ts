// Asking for a meeting, standing behind it, and calling it.
import { LockMode } from '@mikro-orm/postgresql'
import { Arg, Ctx, Field, ID, InputType, Int, Mutation, Resolver } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For, SignedIn } from '../shared/access.ts'
import { dueAfter, type TimeLimit } from '../shared/calendar.ts'
import { find, hold, rule, take, type Context } from '../shared/context.ts'
import { badInput, notFound, refused } from '../shared/errors.ts'
import { begin } from '../shared/event.ts'
import { text } from '../shared/words.ts'
import { actConvening, conveningRule, titleOf, weigh } from './convening.acts.ts'
import { Convening, conveningTypes } from './convening.entity.ts'
import { conveningMachine, type ConveningAction } from './convening.machine.ts'
import { Issue } from './issue.entity.ts'
import { issueMachine } from './issue.machine.ts'
import { Meeting, MeetingKind } from './meeting.entity.ts'
import { MeetingInput } from './meeting.inputs.ts'
import type { MeetingType } from './meeting.rules.ts'
import { planOnIssue } from './meetingStep.resolver.ts'
import { COMMITTEE, mustHold, mustNotCarry, residentAt } from './rights.ts'
import { onRoll } from './roll.messages.ts'
import { said } from './said.ts'

const what = conveningMachine.label

@InputType()
class ConveningInput {
  @Field(() => MeetingKind, { description: 'RESIDENTS or REPRESENTATIVES.' }) type!: MeetingType
  @Field(() => String, { description: 'What is to be discussed or decided.' }) reason!: string
  @Field(() => ID, { nullable: true, description: 'For officers who enter a paper: the resident who asks first.' })
  author?: string
}

@Resolver()
export class ConveningStepResolver {
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
