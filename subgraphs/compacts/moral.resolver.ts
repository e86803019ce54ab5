// Moral reviews: proposing one, naming its panel, recording what the panel said, publishing it.
import type { FilterQuery } from '@mikro-orm/postgresql'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, Field, FieldResolver, ID, Info, InputType, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For, Needs, Public, SignedIn } from '../shared/access.ts'
import { dueAfter, type TimeLimit } from '../shared/calendar.ts'
import { find, grouped, many, rule, take, type Context } from '../shared/context.ts'
import { badInput, refused } from '../shared/errors.ts'
import { act, begin, Event, EventsArgs, eventsOf } from '../shared/event.ts'
import { connection, page, PageArgs } from '../shared/page.ts'
import { allOf, inDivision, where } from '../shared/scope.ts'
import { text } from '../shared/words.ts'
import { among } from './among.ts'
import { Division } from './division.stub.ts'
import { MoralKindName, MoralMeasureName, MoralPanelist, MoralReview, moralTypes } from './moral.entity.ts'
import { moralReviewMachine, type MoralAction, type MoralStatus } from './moral.machine.ts'
import { isAgreed, type MoralKind, type MoralMeasure, type MoralRule } from './moral.rules.ts'
import { Resident } from './resident.stub.ts'
import { COMMITTEE, mustHold, mustNotCarry, residentAt, seesRoll } from './rights.ts'
import { onRoll } from './roll.messages.ts'
import { LINE, said } from './said.ts'
import { uuids } from './transaction.ts'
import { Waiting, waitingOf } from './waiting.ts'

const what = moralReviewMachine.label
const MoralConnection = connection(MoralReview, 'MoralReview', 'public')

@InputType()
export class MoralInput {
  @Field(() => ID, { description: "The committee's code." }) division!: string
  @Field(() => MoralKindName) kind!: MoralKind
  @Field(() => String) title!: string
  @Field(() => String, { description: 'What was done, without names.' }) body!: string
}

@InputType()
export class OpinionInput {
  @Field(() => Int) agree!: number
  @Field(() => Int) disagree!: number
  @Field(() => Int) abstain!: number
  @Field(() => MoralMeasureName) measure!: MoralMeasure
  @Field(() => String) opinion!: string
  @Field(() => String, { nullable: true, description: 'Whom to name: only for a good deed, and only with written consent.' })
  named?: string
}

@InputType()
export class MoralFilter {
  @Field(() => [ID], { nullable: true }) ids?: string[]
  @Field(() => ID, { nullable: true, description: 'In this division or below it.' }) division?: string
  @Field(() => [moralTypes.Status], { nullable: true }) status?: MoralStatus[]
  @Field(() => [MoralKindName], { nullable: true }) kind?: MoralKind[]
}

const standardOf = (ctx: Context, division: string) => rule<MoralRule>(ctx, 'MORAL_PANEL', division).value

const panelOf = async (ctx: Context, id: string): Promise<MoralPanelist[]> =>
  (await many(ctx, 'moral.panel', id, async (ids) => {
    const rows = await ctx.em.find(MoralPanelist, { review: { $in: ids } }, { orderBy: { id: 'asc' } })
    return grouped(rows, (row) => row.review.id)
  })) ?? []

const FACTS = ['id', 'status', 'division', 'kind', 'agree', 'disagree', 'abstain', 'named'] as const

const factsOf = async (ctx: Context, review: Pick<MoralReview, (typeof FACTS)[number]>) => {
  const { kind, agree, disagree, abstain, named, division } = review
  const members = (await panelOf(ctx, review.id)).length
  const count = { members, agree: agree ?? 0, disagree: disagree ?? 0, abstain: abstain ?? 0 }
  return { kind, isNamed: named !== null, isAgreed: isAgreed(count, standardOf(ctx, division)) }
}

const actMoral = async (ctx: Context, review: MoralReview, action: MoralAction, reason?: string, data?: unknown) => {
  await act(ctx, moralReviewMachine, review, action, await factsOf(ctx, review), { title: review.title, reason, data })
  if (action === 'PUBLISH') review.publishedAt = ctx.now
  return review
}

@Resolver(() => MoralReview)
export class MoralResolver {
  @Public()
  @Query(() => MoralReview, { nullable: true, description: 'Without signing in, only what is published.' })
  moralReview(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return find(ctx, MoralReview, id)
  }

  @Public()
  @Query(() => MoralConnection, { description: 'Latest first; without signing in, only what is published.' })
  moralReviews(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => MoralFilter, { nullable: true }) filter: MoralFilter | undefined,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { ids, division, status, kind } = filter ?? {}
    const asked = where(
      allOf(
        among(ids),
        division ? inDivision(division) : true,
        status ? { status: { $in: status } } : true,
        kind ? { kind: { $in: kind } } : true,
      ),
    ) as FilterQuery<MoralReview>
    return page(ctx, MoralReview, { where: asked, orderBy: { createdAt: 'desc' }, first, after, info })
  }

  @Public()
  @Needs('division')
  @FieldResolver(() => Division)
  division(@Root() { division }: MoralReview) {
    return { code: division }
  }

  @Needs('proposer', 'division')
  @FieldResolver(() => Resident, { nullable: true, description: 'Null for callers who do not see that roll.' })
  proposer(@Ctx() { actor }: Context, @Root() { proposer, division }: MoralReview) {
    return proposer && (proposer === actor.resident || seesRoll(actor, division)) ? { id: proposer } : null
  }

  @Needs('id')
  @FieldResolver(() => [MoralPanelist])
  panel(@Ctx() ctx: Context, @Root() { id }: MoralReview) {
    return panelOf(ctx, id)
  }

  @Needs(...FACTS)
  @FieldResolver(() => [moralTypes.Offer])
  async offers(@Ctx() ctx: Context, @Root() review: MoralReview) {
    const { status, division } = review
    return moralReviewMachine.offers({ ...(await factsOf(ctx, review)), status, division }, ctx.actor, ctx.now)
  }

  @Needs('id')
  @FieldResolver(() => [Event])
  events(@Ctx() ctx: Context, @Root() { id }: MoralReview, @Args(() => EventsArgs) { last }: EventsArgs) {
    return eventsOf(ctx, id, last)
  }

  @Needs('id', 'status')
  @FieldResolver(() => Waiting)
  waiting(@Ctx() ctx: Context, @Root() review: MoralReview) {
    return waitingOf(ctx, moralReviewMachine, review)
  }

  @For('RESIDENT', ...COMMITTEE)
  @Mutation(() => MoralReview, { description: 'Proposes a matter: a resident, or the committee.' })
  async proposeMoralReview(@Ctx() ctx: Context, @Arg('input', () => MoralInput) { division, kind, title, body }: MoralInput) {
    const proposer = ctx.actor.resident ? residentAt(ctx, division) : null
    if (!proposer) mustHold(ctx, COMMITTEE, division)
    const review = ctx.em.create(MoralReview, {
      id: uuidv7(),
      division,
      kind,
      title: said(title, 'title', LINE),
      body: said(body, 'body'),
      proposer,
      dueAt: dueAfter(ctx.now, rule<TimeLimit>(ctx, 'MORAL_REVIEW', division).value),
      createdAt: ctx.now,
    })
    await begin(
      ctx,
      moralReviewMachine,
      review,
      { title: review.title, resident: proposer },
      proposer ? 'RESIDENT' : 'COMMITTEE_MEMBER',
    )
    return review
  }

  @For(...COMMITTEE)
  @Mutation(() => MoralReview, {
    description: 'Names the panel, an odd number of residents without the proposer, and when it meets.',
  })
  async conveneMoralReview(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('panel', () => [ID]) panel: string[],
    @Arg('meetsAt', () => Date) meetsAt: Date,
  ) {
    const review = await take(ctx, MoralReview, what, id, expectedVersion)
    const { members } = standardOf(ctx, review.division)
    if (new Set(panel).size < panel.length || panel.length < members || panel.length % 2 === 0)
      throw badInput(
        text(
          `评议员不少于${members}名不同的居民，人数为单数。`,
          `A panel has at least ${members} different residents, an odd number.`,
        ),
        { field: 'panel' },
      )
    if (review.proposer && panel.includes(review.proposer))
      throw refused(text('提请人不参加评议。', 'Whoever proposed it does not sit on the panel.'))
    for (const resident of panel)
      if (!(await onRoll(ctx, resident, review.division))?.isAdult)
        throw refused(text('评议员应当是本社区的成年居民。', 'Panelists are adult residents of the community.'))
    await actMoral(ctx, review, 'CONVENE', undefined, { members: panel.length })
    for (const resident of panel) ctx.em.create(MoralPanelist, { id: uuidv7(), review, resident })
    return Object.assign(review, { meetsAt })
  }

  @For(...COMMITTEE, 'MEETING_CHAIR')
  @Mutation(() => MoralReview, { description: 'Records what the panel said, and how it counted.' })
  async recordMoralOpinion(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => OpinionInput) { agree, disagree, abstain, measure, opinion, named }: OpinionInput,
  ) {
    const review = await take(ctx, MoralReview, what, id, expectedVersion)
    if (Math.min(agree, disagree, abstain) < 0 || agree + disagree + abstain > (await panelOf(ctx, id)).length)
      throw badInput(text('人数不超过评议员总数。', 'No more votes than panelists.'), { field: 'agree' })
    if (named?.trim() && review.kind === 'BAD_HABIT')
      throw badInput(text('不文明行为的评议不公开姓名。', 'Uncivil conduct is never published with a name.'), { field: 'named' })
    const words = said(opinion, 'opinion')
    await actMoral(ctx, review, 'REVIEW', undefined, { opinion: words })
    return Object.assign(review, { agree, disagree, abstain, measure, opinion: words, named: named?.trim() || null })
  }

  @SignedIn()
  @Mutation(() => MoralReview, { description: 'Takes an action of the review that carries no data.' })
  async actOnMoralReview(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('action', () => moralTypes.Action) action: MoralAction,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('reason', () => String, { nullable: true }) reason?: string,
  ) {
    mustNotCarry(moralReviewMachine, action)
    return actMoral(ctx, await take(ctx, MoralReview, what, id, expectedVersion), action, reason)
  }
}

@Resolver(() => MoralPanelist)
export class MoralPanelistResolver {
  @Needs('resident', 'review')
  @FieldResolver(() => Resident, { nullable: true, description: 'Null for callers who do not see that roll.' })
  async resident(@Ctx() ctx: Context, @Root() { resident, review }: MoralPanelist) {
    const division = await many(ctx, 'moral.division', review.id, async (ids) => {
      const rows = await ctx.em.execute<{ id: string; division: string }[]>(
        'select id, division from compacts.moral_review where id = any(?::uuid[])',
        [uuids(ids)],
      )
      return new Map(rows.map((row) => [row.id, row.division]))
    })
    return resident === ctx.actor.resident || (division && seesRoll(ctx.actor, division)) ? { id: resident } : null
  }
}
