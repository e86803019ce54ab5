// The opportunity bank: anyone reads what is open; organisations and offices keep it.
import type { FilterQuery } from '@mikro-orm/postgresql'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For, Needs, Public, SignedIn } from '../shared/access.ts'
import { dayOf } from '../shared/calendar.ts'
import { find, grouped, many, take, type Context } from '../shared/context.ts'
import { badInput, refused } from '../shared/errors.ts'
import { begin, Event, EventsArgs, eventsOf, record } from '../shared/event.ts'
import { connection, page, PageArgs } from '../shared/page.ts'
import { allOf, inDivision, where } from '../shared/scope.ts'
import { text } from '../shared/words.ts'
import { among } from './among.ts'
import { columnsIn } from './changes.ts'
import { dayAsked } from './day.ts'
import { Division } from './division.stub.ts'
import { partOf } from './matching.ts'
import { actOpportunity, OPPORTUNITY_FACTS, opportunityFacts } from './opportunity.acts.ts'
import { Opportunity, OpportunityClaim, opportunityTypes } from './opportunity.entity.ts'
import { OpportunityFilter, OpportunityInput } from './opportunity.inputs.ts'
import { opportunityMachine, type OpportunityAction } from './opportunity.machine.ts'
import { SocialOrganization } from './organization.entity.ts'
import { mustBeRegistered } from './organization.find.ts'
import { actsFor, KEEPERS, mustActFor, mustHold, mustNotCarry } from './rights.ts'
import { LINE, said } from './said.ts'
import { Waiting, waitingOf } from './waiting.ts'

const OpportunityConnection = connection(Opportunity, 'Opportunity', 'public')
const what = opportunityMachine.label

const columnsOf = (ctx: Context, { kind, title, body, places, forListed, until }: OpportunityInput) => {
  if (places < 1 || places > 1_000) throw badInput(text('名额为1至1000个。', 'There are 1 to 1,000 places.'), { field: 'places' })
  if (dayAsked(until, 'until') < dayOf(ctx.now))
    throw badInput(text('截止日期不能早于今天。', 'The last day lies behind.'), { field: 'until' })
  return { kind, title: said(title, 'title', LINE), body: said(body, 'body', 2_000), places, forListed, until }
}

@Resolver(() => Opportunity)
export class OpportunityResolver {
  @Public()
  @Query(() => Opportunity, { nullable: true })
  opportunity(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return find(ctx, Opportunity, id)
  }

  @Public()
  @Query(() => OpportunityConnection, {
    description: 'The opportunity bank, latest first; without signing in, what was published.',
  })
  opportunities(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => OpportunityFilter, { nullable: true }) filter: OpportunityFilter | undefined,
    @Info() info: GraphQLResolveInfo,
  ) {
    const asked = allOf(
      among(filter?.ids),
      filter?.division ? inDivision(filter.division) : true,
      partOf(filter?.search, 'title'),
      filter?.status?.length ? { status: { $in: filter.status } } : true,
      filter?.kind?.length ? { kind: { $in: filter.kind } } : true,
    )
    const orderBy = { createdAt: 'desc' } as const
    return page(ctx, Opportunity, { where: where(asked) as FilterQuery<Opportunity>, orderBy, first, after, info })
  }

  @Public()
  @Needs('division')
  @FieldResolver(() => Division)
  division(@Root() { division }: Opportunity) {
    return { code: division }
  }

  @Public()
  @Needs('organization')
  @FieldResolver(() => SocialOrganization, { nullable: true, description: 'Who offers it; null when an office does.' })
  organization(@Ctx() ctx: Context, @Root() { organization }: Opportunity) {
    return organization && find(ctx, SocialOrganization, organization)
  }

  @SignedIn()
  @Needs('id')
  @FieldResolver(() => [OpportunityClaim], { description: 'Claims the caller may see.' })
  async claims(@Ctx() ctx: Context, @Root() { id }: Opportunity): Promise<OpportunityClaim[]> {
    const found = await many(ctx, 'opportunity.claims', id, async (ids) =>
      grouped(
        await ctx.em.find(OpportunityClaim, { opportunity: { $in: ids } }, { orderBy: { createdAt: 'asc', id: 'asc' } }),
        (claim) => claim.opportunity,
      ),
    )
    return found ?? []
  }

  @SignedIn()
  @Needs(...OPPORTUNITY_FACTS)
  @FieldResolver(() => [opportunityTypes.Offer])
  async offers(@Ctx() ctx: Context, @Root() one: Opportunity) {
    const { status, division, previousStatus } = one
    return opportunityMachine.offers(
      { ...(await opportunityFacts(ctx, one)), status, division, previousStatus },
      ctx.actor,
      ctx.now,
    )
  }

  @SignedIn()
  @Needs('id')
  @FieldResolver(() => [Event])
  events(@Ctx() ctx: Context, @Root() { id }: Opportunity, @Args(() => EventsArgs) { last }: EventsArgs) {
    return eventsOf(ctx, id, last)
  }

  @SignedIn()
  @Needs('id', 'status')
  @FieldResolver(() => Waiting)
  waiting(@Ctx() ctx: Context, @Root() one: Opportunity) {
    return waitingOf(ctx, opportunityMachine, one)
  }

  @For(...KEEPERS, 'PARTNER_ORGANIZATION')
  @Mutation(() => Opportunity, { description: 'Drafts an opportunity: of one’s organisation, or of the office of a division.' })
  async createOpportunity(
    @Ctx() ctx: Context,
    @Arg('input', () => OpportunityInput) input: OpportunityInput,
    @Arg('division', () => ID, { nullable: true, description: 'Of the office; left out by an organisation.' }) division?: string,
  ) {
    if (division) mustHold(ctx, KEEPERS, division)
    const organization = division ? null : await mustBeRegistered(ctx, mustActFor(ctx))
    const one = ctx.em.create(Opportunity, {
      ...columnsOf(ctx, input),
      id: uuidv7(),
      division: division ?? organization!.division,
      organization: organization?.id ?? null,
      createdAt: ctx.now,
    })
    await begin(ctx, opportunityMachine, one, { title: one.title }, organization ? 'OWNER' : undefined)
    return one
  }

  @For(...KEEPERS, 'PARTNER_ORGANIZATION')
  @Mutation(() => Opportunity, { description: 'Changes one that is still a draft.' })
  async reviseOpportunity(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => OpportunityInput) input: OpportunityInput,
  ) {
    const one = await take(ctx, Opportunity, what, id, expectedVersion)
    if (!actsFor(ctx.actor, one.organization)) mustHold(ctx, KEEPERS, one.division)
    if (one.status !== 'DRAFT')
      throw refused(text('发布后不能修改，可以撤回后重新发布。', 'It was published; withdraw it and publish it anew.'))
    const before = columnsIn(one, ['title', 'body', 'places', 'until'])
    Object.assign(one, columnsOf(ctx, input))
    const data = { before, after: columnsIn(one, ['title', 'body', 'places', 'until']) }
    await record(ctx, one, { type: 'Opportunity', action: 'REVISE', title: one.title, data })
    return one
  }

  @For(...KEEPERS, 'PARTNER_ORGANIZATION')
  @Mutation(() => Opportunity, { description: 'Takes an action.' })
  async actOnOpportunity(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('action', () => opportunityTypes.Action) action: OpportunityAction,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('reason', () => String, { nullable: true }) reason?: string,
  ) {
    mustNotCarry(opportunityMachine, action)
    return actOpportunity(ctx, await take(ctx, Opportunity, what, id, expectedVersion), action, reason)
  }
}
