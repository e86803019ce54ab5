// Beside a grant: objections to what is published, complaints about what runs, and changes its organisation asks for.
import type { FilterQuery } from '@mikro-orm/postgresql'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For, Needs, SignedIn } from '../shared/access.ts'
import { dayOf } from '../shared/calendar.ts'
import { find, hold, take, type Context } from '../shared/context.ts'
import { badInput, forbidden, notFound, refused } from '../shared/errors.ts'
import { act, begin, Event, EventsArgs, eventsOf } from '../shared/event.ts'
import { connection, page, PageArgs } from '../shared/page.ts'
import { allOf, where } from '../shared/scope.ts'
import { text } from '../shared/words.ts'
import { dayAsked } from './day.ts'
import { grantAgreementMachine } from './grantAgreement.machine.ts'
import { actApplication } from './grantApplication.acts.ts'
import { GrantApplication } from './grantApplication.entity.ts'
import { grantApplicationMachine } from './grantApplication.machine.ts'
import { actAgreement } from './grantAward.acts.ts'
import { changeTypes, GrantAgreement, GrantChange, GrantObjection, objectionTypes } from './grantAward.entity.ts'
import { GrantChangeFilter, GrantChangeInput, GrantObjectionFilter, GrantObjectionInput } from './grantAward.inputs.ts'
import { isTiedTo } from './grantActs.ts'
import { applyChange, changeFacts } from './grantChange.acts.ts'
import { MicroGrantRound, WATCHERS } from './grantRound.entity.ts'
import { microGrantRoundMachine, GRANT_OFFICERS } from './grantRound.machine.ts'
import { fen } from './grantRoundStep.resolver.ts'
import { grantChangeMachine, type ChangeAction } from './grantChange.machine.ts'
import { grantObjectionMachine, type ObjectionAction } from './grantObjection.machine.ts'
import { actsFor, mustHold } from './rights.ts'
import { LINE, said } from './said.ts'
import { bySystem, settle } from './transaction.ts'

const ObjectionConnection = connection(GrantObjection, 'GrantObjection')
const ChangeConnection = connection(GrantChange, 'GrantChange')

@Resolver(() => GrantObjection)
export class GrantObjectionResolver {
  @For(...WATCHERS)
  @Query(() => GrantObjection, { nullable: true })
  grantObjection(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return find(ctx, GrantObjection, id)
  }

  @For(...WATCHERS)
  @Query(() => ObjectionConnection, { description: 'Objections and complaints, newest first.' })
  grantObjections(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => GrantObjectionFilter, { nullable: true }) filter: GrantObjectionFilter | undefined,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { round, status } = filter ?? {}
    const asked = allOf(round ? { round } : true, status?.length ? { status: { $in: status } } : true)
    const orderBy = { createdAt: 'desc' } as const
    return page(ctx, GrantObjection, { where: where(asked) as FilterQuery<GrantObjection>, orderBy, first, after, info })
  }

  @For(...GRANT_OFFICERS)
  @Mutation(() => GrantObjection, {
    description: 'Takes down an objection while a list is shown, or a complaint about a project that runs.',
  })
  async raiseGrantObjection(@Ctx() ctx: Context, @Arg('input', () => GrantObjectionInput) input: GrantObjectionInput) {
    const application = await find(ctx, GrantApplication, input.application)
    if (!application) throw notFound(grantApplicationMachine.label)
    mustHold(ctx, GRANT_OFFICERS, application.division)
    const round = await hold(ctx, MicroGrantRound, microGrantRoundMachine.label, application.round.id)
    const isShown = round.status === 'PUBLICITY' && ['RECOMMENDED', 'RESERVE'].includes(application.status)
    if (!isShown && application.status !== 'AWARDED')
      throw refused(
        text('公示期内的项目和已立项的项目才能登记异议。', 'Objections are to what is shown, complaints about what was awarded.'),
      )
    if (isShown && round.publicUntil && ctx.now >= round.publicUntil)
      throw refused(text('公示期已满。', 'The publicity is over.'))
    const objection = ctx.em.create(GrantObjection, {
      id: uuidv7(),
      division: application.division,
      round,
      application,
      by: said(input.by, 'by', LINE),
      body: said(input.body, 'body', 2_000),
      createdAt: ctx.now,
    })
    await begin(ctx, grantObjectionMachine, objection, { title: application.title })
    return objection
  }

  @SignedIn()
  @Mutation(() => GrantObjection, {
    description: 'Settles an objection. Upheld, a project that is only recommended is stopped, and one that runs is suspended.',
  })
  async actOnGrantObjection(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('action', () => objectionTypes.Action) action: ObjectionAction,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('reason', () => String, { nullable: true }) reason?: string,
  ) {
    const objection = await take(ctx, GrantObjection, grantObjectionMachine.label, id, expectedVersion)
    const application = await hold(ctx, GrantApplication, grantApplicationMachine.label, objection.application.id)
    const facts = { isTied: await isTiedTo(ctx, application.organization), wrong: null }
    await act(ctx, grantObjectionMachine, objection, action, facts, { title: application.title, reason })
    if (action !== 'UPHOLD') return objection
    await settle(ctx)
    const system = bySystem(ctx)
    const why = text('异议成立。', 'An objection was upheld.').zh
    if (application.status !== 'AWARDED') await actApplication(system, application, 'STOP', { reason: why })
    else {
      const agreement = await ctx.em.findOne(GrantAgreement, { application: application.id })
      const states: readonly string[] = grantAgreementMachine.row('SUSPEND').from
      if (agreement && states.includes(agreement.status)) await actAgreement(system, agreement, 'SUSPEND', { reason: why })
    }
    return objection
  }

  @Needs('application')
  @FieldResolver(() => GrantApplication, { nullable: true })
  application(@Ctx() ctx: Context, @Root() { application }: GrantObjection) {
    return find(ctx, GrantApplication, application.id)
  }

  @Needs('status', 'division', 'previousStatus', 'application')
  @FieldResolver(() => [objectionTypes.Offer])
  async offers(@Ctx() ctx: Context, @Root() { status, division, previousStatus, application }: GrantObjection) {
    const about = await find(ctx, GrantApplication, application.id)
    const isTied = !!about && (await isTiedTo(ctx, about.organization))
    return grantObjectionMachine.offers({ isTied, wrong: null, status, division, previousStatus }, ctx.actor, ctx.now)
  }

  @Needs('id')
  @FieldResolver(() => [Event])
  events(@Ctx() ctx: Context, @Root() { id }: GrantObjection, @Args(() => EventsArgs) { last }: EventsArgs) {
    return eventsOf(ctx, id, last)
  }
}

@Resolver(() => GrantChange)
export class GrantChangeResolver {
  @SignedIn()
  @Query(() => ChangeConnection, { description: 'Changes asked for, newest first; an organisation sees its own.' })
  grantChanges(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => GrantChangeFilter, { nullable: true }) filter: GrantChangeFilter | undefined,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { status, agreement } = filter ?? {}
    const asked = allOf(status?.length ? { status: { $in: status } } : true, agreement ? { agreement } : true)
    const orderBy = { createdAt: 'desc' } as const
    return page(ctx, GrantChange, { where: where(asked) as FilterQuery<GrantChange>, orderBy, first, after, info })
  }

  @For('PARTNER_ORGANIZATION')
  @Mutation(() => GrantChange, { description: 'Asks for a change of a project of the caller’s organisation.' })
  async askGrantChange(
    @Ctx() ctx: Context,
    @Arg('agreement', () => ID) id: string,
    @Arg('input', () => GrantChangeInput) { kind, body, extendTo, award }: GrantChangeInput,
  ) {
    const agreement = await find(ctx, GrantAgreement, id)
    if (!agreement) throw notFound(grantAgreementMachine.label)
    if (!actsFor(ctx.actor, agreement.organization))
      throw forbidden(text('只能变更本单位的项目。', 'An organisation changes its own projects.'))
    if (!['RUNNING', 'CONTINUING', 'RECTIFYING'].includes(agreement.status))
      throw refused(text('项目不在实施中，不能申请变更。', 'The project does not run; nothing is changed now.'))
    if (kind === 'PERIOD' && (!extendTo || dayAsked(extendTo, 'extendTo') < dayOf(ctx.now)))
      throw badInput(text('请填写不早于今天的延期日期。', 'Give a day, not before today.'), { field: 'extendTo' })
    if (kind === 'AWARD' && !award) throw badInput(text('请填写变更后的资助金额。', 'Give the new award.'), { field: 'award' })
    const change = ctx.em.create(GrantChange, {
      id: uuidv7(),
      division: agreement.division,
      organization: agreement.organization,
      agreement,
      kind,
      body: said(body, 'body', 2_000),
      extendTo: kind === 'PERIOD' ? extendTo! : null,
      award: kind === 'AWARD' ? fen(award!, 'award') : null,
      createdAt: ctx.now,
    })
    await begin(ctx, grantChangeMachine, change, { title: agreement.title }, 'OWNER')
    return change
  }

  @SignedIn()
  @Mutation(() => GrantChange, { description: 'Approves, refuses or withdraws a change; approved, it takes effect at once.' })
  async actOnGrantChange(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('action', () => changeTypes.Action) action: ChangeAction,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('reason', () => String, { nullable: true }) reason?: string,
  ) {
    const change = await take(ctx, GrantChange, grantChangeMachine.label, id, expectedVersion)
    const agreement = await hold(ctx, GrantAgreement, grantAgreementMachine.label, change.agreement.id)
    await act(ctx, grantChangeMachine, change, action, await changeFacts(ctx, change), { title: agreement.title, reason })
    if (action === 'APPROVE') await applyChange(ctx, change, agreement)
    return change
  }

  @Needs('agreement')
  @FieldResolver(() => GrantAgreement, { nullable: true })
  agreement(@Ctx() ctx: Context, @Root() { agreement }: GrantChange) {
    return find(ctx, GrantAgreement, agreement.id)
  }

  @Needs('id', 'status', 'division', 'previousStatus', 'organization', 'agreement', 'kind', 'award', 'extendTo')
  @FieldResolver(() => [changeTypes.Offer])
  async offers(@Ctx() ctx: Context, @Root() change: GrantChange) {
    const { status, division, previousStatus } = change
    const subject = { ...(await changeFacts(ctx, change)), status, division, previousStatus }
    return grantChangeMachine.offers(subject, ctx.actor, ctx.now)
  }

  @Needs('id')
  @FieldResolver(() => [Event])
  events(@Ctx() ctx: Context, @Root() { id }: GrantChange, @Args(() => EventsArgs) { last }: EventsArgs) {
    return eventsOf(ctx, id, last)
  }
}
