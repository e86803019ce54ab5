// The pool of reviewers, and what ties people to organisations.
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, Field, FieldResolver, ID, Info, InputType, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For, Needs, SignedIn } from '../shared/access.ts'
import { rolesAt } from '../shared/actor.ts'
import { dayOf } from '../shared/calendar.ts'
import { find, take, type Context } from '../shared/context.ts'
import { badInput, notFound } from '../shared/errors.ts'
import { act, begin, Event, EventsArgs, eventsOf } from '../shared/event.ts'
import { connection, page, PageArgs } from '../shared/page.ts'
import { text } from '../shared/words.ts'
import { dayOrNull } from './day.ts'
import { tie } from './grantReview.acts.ts'
import { GrantAssignment, GrantReviewer, GrantTie, reviewerTypes, TieName } from './grantReview.entity.ts'
import { FieldName, MicroGrantRound, WATCHERS } from './grantRound.entity.ts'
import { microGrantRoundMachine } from './grantRound.machine.ts'
import type { GrantField } from './grantRound.rules.ts'
import { grantReviewerMachine, type ReviewerAction, type ReviewerStatus } from './grantReviewer.machine.ts'
import type { TieKind } from './grantTie.rules.ts'
import { SocialOrganization } from './organization.entity.ts'
import { mustHold } from './rights.ts'
import { LINE, said } from './said.ts'

const ReviewerConnection = connection(GrantReviewer, 'GrantReviewer')

@InputType()
export class GrantReviewerInput {
  @Field(() => ID, { description: 'The district in whose pool to be.' }) division!: string
  @Field(() => String) employer!: string
  @Field(() => [FieldName]) fields!: GrantField[]
  @Field(() => ID, { nullable: true, description: 'The organisation they work for, when it is in the register.' }) organization?:
    | string
    | null
}

@InputType()
export class GrantTieInput {
  @Field(() => ID) organization!: string
  @Field(() => TieName) kind!: TieKind
  @Field(() => String, { nullable: true, description: 'Its last day; left open while it lasts.' }) until?: string | null
  @Field(() => String, { nullable: true }) note?: string | null
}

@InputType()
export class GrantReviewerFilter {
  @Field(() => [reviewerTypes.Status], { nullable: true }) status?: ReviewerStatus[]
}

@Resolver(() => GrantReviewer)
export class GrantReviewerResolver {
  @For(...WATCHERS)
  @Query(() => ReviewerConnection, { description: 'The pool of reviewers, newest first.' })
  grantReviewers(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => GrantReviewerFilter, { nullable: true }) filter: GrantReviewerFilter | undefined,
    @Info() info: GraphQLResolveInfo,
  ) {
    const asked = filter?.status?.length ? { status: { $in: filter.status } } : {}
    return page(ctx, GrantReviewer, { where: asked, orderBy: { createdAt: 'desc' }, first, after, info })
  }

  @SignedIn()
  @Query(() => GrantReviewer, { nullable: true, description: 'The caller as a reviewer.' })
  myGrantReviewer(@Ctx() ctx: Context) {
    return ctx.actor.id && ctx.em.findOne(GrantReviewer, { account: ctx.actor.id })
  }

  @For('EVALUATOR')
  @Mutation(() => GrantReviewer, { description: 'An expert asks to be in the pool of a district.' })
  async applyAsGrantReviewer(@Ctx() ctx: Context, @Arg('input', () => GrantReviewerInput) input: GrantReviewerInput) {
    if (!rolesAt(ctx.actor, input.division).includes('EVALUATOR') || !/^\d{6}0{6}$/.test(input.division))
      throw badInput(text('请选择您担任评审的区。', 'Choose a district in which you evaluate.'), { field: 'division' })
    if (input.organization && !(await find(ctx, SocialOrganization, input.organization)))
      throw badInput(text('登记册中没有这个组织。', 'The register has no such organisation.'), { field: 'organization' })
    const { division, organization = null } = input
    const reviewer = ctx.em.create(GrantReviewer, {
      id: uuidv7(),
      division,
      organization,
      account: ctx.actor.id!,
      name: ctx.actor.name,
      employer: said(input.employer, 'employer', LINE),
      fields: [...new Set(input.fields)],
      createdAt: ctx.now,
    })
    await begin(ctx, grantReviewerMachine, reviewer, { title: reviewer.name })
    return reviewer
  }

  @SignedIn()
  @Mutation(() => GrantReviewer, { description: 'Admits a reviewer to the pool, or retires one.' })
  async actOnGrantReviewer(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('action', () => reviewerTypes.Action) action: ReviewerAction,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('reason', () => String, { nullable: true }) reason?: string,
  ) {
    const reviewer = await take(ctx, GrantReviewer, grantReviewerMachine.label, id, expectedVersion)
    await act(ctx, grantReviewerMachine, reviewer, action, {}, { title: reviewer.name, reason })
    return reviewer
  }

  @Needs('organization')
  @FieldResolver(() => SocialOrganization, { nullable: true })
  organization(@Ctx() ctx: Context, @Root() { organization }: GrantReviewer) {
    return organization && find(ctx, SocialOrganization, organization)
  }

  @Needs('status', 'division', 'previousStatus')
  @FieldResolver(() => [reviewerTypes.Offer])
  offers(@Ctx() ctx: Context, @Root() { status, division, previousStatus }: GrantReviewer) {
    return grantReviewerMachine.offers({ status, division, previousStatus }, ctx.actor, ctx.now)
  }

  @Needs('id')
  @FieldResolver(() => [Event])
  events(@Ctx() ctx: Context, @Root() { id }: GrantReviewer, @Args(() => EventsArgs) { last }: EventsArgs) {
    return eventsOf(ctx, id, last)
  }
}

@Resolver(() => GrantTie)
export class GrantTieResolver {
  @SignedIn()
  @Query(() => [GrantTie], { description: 'The ties the caller has declared, newest first.' })
  myGrantTies(@Ctx() ctx: Context) {
    return ctx.em.find(GrantTie, { account: ctx.actor.id! }, { orderBy: { at: 'desc' }, limit: 100 })
  }

  @For('EVALUATOR', ...WATCHERS)
  @Query(() => [SocialOrganization], {
    description:
      'Who applies in a round, by name: for its reviewers to declare their ties before any file opens. Not which application is whose.',
  })
  async grantApplicants(@Ctx() ctx: Context, @Arg('round', () => ID) id: string) {
    const round = await find(ctx, MicroGrantRound, id)
    if (!round) throw notFound(microGrantRoundMachine.label)
    const isReviewer = await ctx.em.count(GrantAssignment, { round: id, account: ctx.actor.id! })
    if (!isReviewer) mustHold(ctx, WATCHERS, round.division)
    const rows = await ctx.em.execute<{ organization: string }[]>(
      `select distinct organization from organizations.grant_application where round_id = ? and status not in ('DRAFT', 'WITHDRAWN', 'INELIGIBLE')`,
      [id],
    )
    const among = rows.map(({ organization }) => organization)
    return ctx.em.find(SocialOrganization, { id: { $in: among } }, { orderBy: { name: 'asc' } })
  }

  @SignedIn()
  @Mutation(() => GrantTie, {
    description:
      'Declares what ties the caller to an organisation. Reviews of its applications end at once; none is assigned again.',
  })
  async declareGrantTie(
    @Ctx() ctx: Context,
    @Arg('input', () => GrantTieInput) { organization, kind, until, note }: GrantTieInput,
  ) {
    if (!(await find(ctx, SocialOrganization, organization)))
      throw badInput(text('登记册中没有这个组织。', 'The register has no such organisation.'), { field: 'organization' })
    const last = dayOrNull(until, 'until')
    if (last && last > dayOf(ctx.now)) throw badInput(text('结束日期不能晚于今天。', 'It has not ended yet.'), { field: 'until' })
    const person = { account: ctx.actor.id!, name: ctx.actor.name }
    return tie(ctx, person, organization, { kind, until: last, note: note?.trim() || null })
  }

  @Needs('organization')
  @FieldResolver(() => SocialOrganization, { nullable: true })
  organization(@Ctx() ctx: Context, @Root() { organization }: GrantTie) {
    return find(ctx, SocialOrganization, organization)
  }
}
