// Claims on opportunities: made by residents and organisations, answered by whoever offers them.
import type { FilterQuery } from '@mikro-orm/postgresql'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For, Needs, SignedIn } from '../shared/access.ts'
import { rolesAt } from '../shared/actor.ts'
import { find, hold, take, type Context } from '../shared/context.ts'
import { forbidden, refused } from '../shared/errors.ts'
import { begin, Event, EventsArgs, eventsOf } from '../shared/event.ts'
import { maskName } from '../shared/masking.ts'
import { connection, page, PageArgs } from '../shared/page.ts'
import { allOf, inDivision, where } from '../shared/scope.ts'
import { text } from '../shared/words.ts'
import { among } from './among.ts'
import { opportunityClaimMachine, type ClaimAction } from './claim.machine.ts'
import { Division } from './division.stub.ts'
import { limitEnd } from './entry.acts.ts'
import { QualifiedEntry } from './entry.entity.ts'
import { actClaim, CLAIM_FACTS, claimFacts, holdPlace } from './opportunity.acts.ts'
import { claimTypes, Opportunity, OpportunityClaim } from './opportunity.entity.ts'
import { OpportunityClaimFilter } from './opportunity.inputs.ts'
import { SocialOrganization } from './organization.entity.ts'
import { mustBeRegistered } from './organization.find.ts'
import { actsFor, KEEPERS, mustNotCarry } from './rights.ts'
import { saidOrNull } from './said.ts'
import { Waiting, waitingOf } from './waiting.ts'

const ClaimConnection = connection(OpportunityClaim, 'OpportunityClaim')
const what = opportunityClaimMachine.label

/** A suspended organisation takes on nothing new; what it has goes on. */
const mustBeListed = async (ctx: Context, organization: string): Promise<void> => {
  if (await ctx.em.count(QualifiedEntry, { organization, status: 'LISTED' })) return
  throw refused(text('该项目只面向在库且未暂停资质的组织。', 'It is for organisations that are listed and not suspended.'), {
    rule: 'LISTED',
  })
}

@Resolver(() => OpportunityClaim)
export class ClaimResolver {
  @SignedIn()
  @Query(() => OpportunityClaim, { nullable: true })
  opportunityClaim(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return find(ctx, OpportunityClaim, id)
  }

  @SignedIn()
  @Query(() => ClaimConnection, { description: 'Claims the caller may see, latest first.' })
  opportunityClaims(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => OpportunityClaimFilter, { nullable: true }) filter: OpportunityClaimFilter | undefined,
    @Info() info: GraphQLResolveInfo,
  ) {
    const asked = allOf(
      among(filter?.ids),
      filter?.division ? inDivision(filter.division) : true,
      filter?.opportunity ? { opportunity: filter.opportunity } : true,
      filter?.status?.length ? { status: { $in: filter.status } } : true,
    )
    const orderBy = { createdAt: 'desc' } as const
    return page(ctx, OpportunityClaim, { where: where(asked) as FilterQuery<OpportunityClaim>, orderBy, first, after, info })
  }

  @Needs('division')
  @FieldResolver(() => Division)
  division(@Root() { division }: OpportunityClaim) {
    return { code: division }
  }

  @Needs('opportunity')
  @FieldResolver(() => Opportunity)
  opportunity(@Ctx() ctx: Context, @Root() { opportunity }: OpportunityClaim) {
    return find(ctx, Opportunity, opportunity)
  }

  @Needs('claimant')
  @FieldResolver(() => SocialOrganization, {
    nullable: true,
    description: 'The organisation that claims it; null when a resident does.',
  })
  claimant(@Ctx() ctx: Context, @Root() { claimant }: OpportunityClaim) {
    return claimant && find(ctx, SocialOrganization, claimant)
  }

  @Needs('name', 'resident', 'organization', 'division')
  @FieldResolver(() => String, {
    description: 'Who claims it: residents in full for themselves, whoever offers it and those who keep the bank.',
  })
  name(@Ctx() { actor }: Context, @Root() { name, resident, organization, division }: OpportunityClaim): string {
    const keeps = rolesAt(actor, division).some((role) => (KEEPERS as readonly string[]).includes(role))
    const knows =
      resident === null || resident === actor.resident || actsFor(actor, organization) || keeps || actor.kind === 'SYSTEM'
    return knows ? name : maskName(name)
  }

  @Needs(...CLAIM_FACTS)
  @FieldResolver(() => [claimTypes.Offer])
  async offers(@Ctx() ctx: Context, @Root() claim: OpportunityClaim) {
    const { status, division, previousStatus } = claim
    return opportunityClaimMachine.offers(
      { ...(await claimFacts(ctx, claim)), status, division, previousStatus },
      ctx.actor,
      ctx.now,
    )
  }

  @Needs('id')
  @FieldResolver(() => [Event])
  events(@Ctx() ctx: Context, @Root() { id }: OpportunityClaim, @Args(() => EventsArgs) { last }: EventsArgs) {
    return eventsOf(ctx, id, last)
  }

  @Needs('id', 'status')
  @FieldResolver(() => Waiting)
  waiting(@Ctx() ctx: Context, @Root() claim: OpportunityClaim) {
    return waitingOf(ctx, opportunityClaimMachine, claim)
  }

  @For('RESIDENT', 'PARTNER_ORGANIZATION')
  @Mutation(() => OpportunityClaim, { description: 'Claims a place. It is held from now on, until it is refused or given back.' })
  async claimOpportunity(
    @Ctx() ctx: Context,
    @Arg('opportunity', () => ID) id: string,
    @Arg('note', () => String, { nullable: true }) note?: string,
  ) {
    const { actor } = ctx
    const one = await hold(ctx, Opportunity, text('项目信息', 'Opportunity'), id)
    const organization =
      actor.organization && actsFor(actor, actor.organization) ? await mustBeRegistered(ctx, actor.organization) : null
    if (!organization && !actor.resident)
      throw forbidden(text('由居民本人或社会组织申领。', 'Residents and organisations claim it.'))
    if (organization && organization.id === one.organization)
      throw refused(text('不能申领本组织发布的项目。', 'One does not claim what one offers.'), { rule: 'CLAIM_OWN' })
    if (one.status !== 'OPEN') throw refused(text('该项目没有开放申领。', 'It is not open.'), { rule: 'OPPORTUNITY_OPEN' })
    if (one.forListed && !organization)
      throw refused(text('该项目只面向在库的组织。', 'It is for organisations of the directory.'), { rule: 'LISTED' })
    if (one.forListed) await mustBeListed(ctx, organization!.id)
    await holdPlace(ctx, id)
    const claim = ctx.em.create(OpportunityClaim, {
      id: uuidv7(),
      division: one.division,
      organization: one.organization,
      opportunity: id,
      claimant: organization?.id ?? null,
      resident: organization ? null : actor.resident,
      name: organization?.name ?? actor.name,
      note: saidOrNull(note, 'note', 500),
      dueAt: limitEnd(ctx, 'CLAIM_ANSWER', one.division),
      createdAt: ctx.now,
    })
    await begin(ctx, opportunityClaimMachine, claim, { title: one.title, resident: claim.resident }, 'AUTHOR')
    return claim
  }

  @SignedIn()
  @Mutation(() => OpportunityClaim, { description: 'Takes an action.' })
  async actOnOpportunityClaim(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('action', () => claimTypes.Action) action: ClaimAction,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('reason', () => String, { nullable: true }) reason?: string,
  ) {
    mustNotCarry(opportunityClaimMachine, action)
    return actClaim(ctx, await take(ctx, OpportunityClaim, what, id, expectedVersion), action, reason)
  }
}
