// Agreements on awards and their instalments: what they are, and what may be done with them.
import type { FilterQuery } from '@mikro-orm/postgresql'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql'
import { Needs, SignedIn } from '../shared/access.ts'
import { find, grouped, many, type Context } from '../shared/context.ts'
import { Event, EventsArgs, eventsOf } from '../shared/event.ts'
import { connection, page, PageArgs } from '../shared/page.ts'
import { allOf, inDivision, where } from '../shared/scope.ts'
import { among } from './among.ts'
import { Division } from './division.stub.ts'
import { grantAgreementMachine } from './grantAgreement.machine.ts'
import { GrantApplication } from './grantApplication.entity.ts'
import {
  agreementTypes,
  GrantAgreement,
  GrantBar,
  GrantChange,
  GrantInstalment,
  GrantReport,
  GrantReturn,
  instalmentTypes,
} from './grantAward.entity.ts'
import {
  AGREEMENT_FACTS,
  agreementFacts,
  agreementSums,
  INSTALMENT_FACTS,
  instalmentFacts,
  instalmentsOf,
  reportsOf,
  returnsOf,
} from './grantAward.facts.ts'
import { GrantAgreementFilter, GrantInstalmentFilter } from './grantAward.inputs.ts'
import { grantInstalmentMachine } from './grantInstalment.machine.ts'
import { MicroGrantRound } from './grantRound.entity.ts'
import { partOf } from './matching.ts'
import { SocialOrganization } from './organization.entity.ts'
import { Waiting, waitingOf } from './waiting.ts'

const AgreementConnection = connection(GrantAgreement, 'GrantAgreement')
const InstalmentConnection = connection(GrantInstalment, 'GrantInstalment')

@Resolver(() => GrantAgreement)
export class GrantAgreementResolver {
  @SignedIn()
  @Query(() => GrantAgreement, { nullable: true })
  grantAgreement(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return find(ctx, GrantAgreement, id)
  }

  @SignedIn()
  @Query(() => AgreementConnection, { description: 'Agreements by number; an organisation sees its own only.' })
  grantAgreements(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => GrantAgreementFilter, { nullable: true }) filter: GrantAgreementFilter | undefined,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { ids, division, round, organization, status, field, place, overdue, search } = filter ?? {}
    const asked = allOf(
      among(ids),
      division ? inDivision(division) : true,
      round ? { round } : true,
      organization ? { organization } : true,
      status?.length ? { status: { $in: status } } : true,
      field?.length ? { field: { $in: field } } : true,
      place ? inDivision(place, 'place') : true,
      overdue ? { dueAt: { $lt: ctx.now } } : true,
      partOf(search, 'title', 'number'),
    )
    return page(ctx, GrantAgreement, {
      where: where(asked) as FilterQuery<GrantAgreement>,
      orderBy: { number: 'desc' },
      first,
      after,
      info,
    })
  }

  @SignedIn()
  @Query(() => [GrantBar], { description: 'Organisations barred now, as far as the caller may know.' })
  grantBars(@Ctx() ctx: Context) {
    return ctx.em.find(
      GrantBar,
      { until: { $gte: ctx.now.toISOString().slice(0, 10) } },
      { orderBy: { until: 'desc' }, limit: 100 },
    )
  }

  @Needs('division')
  @FieldResolver(() => Division)
  division(@Root() { division }: GrantAgreement) {
    return { code: division }
  }

  @Needs('place')
  @FieldResolver(() => Division, { nullable: true, description: 'Where it is carried out.' })
  place(@Root() { place }: GrantAgreement) {
    return place && { code: place }
  }

  @Needs('round')
  @FieldResolver(() => MicroGrantRound, { nullable: true })
  round(@Ctx() ctx: Context, @Root() { round }: GrantAgreement) {
    return find(ctx, MicroGrantRound, round.id)
  }

  @Needs('application')
  @FieldResolver(() => GrantApplication, { nullable: true })
  application(@Ctx() ctx: Context, @Root() { application }: GrantAgreement) {
    return find(ctx, GrantApplication, application.id)
  }

  @Needs('organization')
  @FieldResolver(() => SocialOrganization, { nullable: true })
  organization(@Ctx() ctx: Context, @Root() { organization }: GrantAgreement) {
    return find(ctx, SocialOrganization, organization)
  }

  @Needs('id')
  @FieldResolver(() => Int, { description: 'Paid so far, in fen.' })
  async paid(@Ctx() ctx: Context, @Root() { id }: GrantAgreement) {
    return (await agreementSums(ctx, id)).paid
  }

  @Needs('id')
  @FieldResolver(() => Int, { description: 'Returned so far, in fen.' })
  async returned(@Ctx() ctx: Context, @Root() { id }: GrantAgreement) {
    return (await agreementSums(ctx, id)).returned
  }

  @Needs('id')
  @FieldResolver(() => [GrantInstalment])
  instalments(@Ctx() ctx: Context, @Root() { id }: GrantAgreement) {
    return instalmentsOf(ctx, id)
  }

  @Needs('id')
  @FieldResolver(() => [GrantReport], { description: 'The reports that are due, first the earlier.' })
  reports(@Ctx() ctx: Context, @Root() { id }: GrantAgreement) {
    return reportsOf(ctx, id)
  }

  @Needs('id')
  @FieldResolver(() => [GrantReturn])
  returns(@Ctx() ctx: Context, @Root() { id }: GrantAgreement) {
    return returnsOf(ctx, id)
  }

  @Needs('id')
  @FieldResolver(() => [GrantChange], { description: 'Changes asked for, newest first.' })
  async changes(@Ctx() ctx: Context, @Root() { id }: GrantAgreement) {
    return (
      (await many(ctx, 'grant.changes', id, async (ids) => {
        const rows = await ctx.em.find(GrantChange, { agreement: { $in: ids } }, { orderBy: { createdAt: 'desc' } })
        return grouped(rows, (row) => row.agreement.id)
      })) ?? []
    )
  }

  @Needs(...AGREEMENT_FACTS)
  @FieldResolver(() => [agreementTypes.Offer])
  async offers(@Ctx() ctx: Context, @Root() agreement: GrantAgreement) {
    const { status, division, previousStatus } = agreement
    const subject = { ...(await agreementFacts(ctx, agreement)), status, division, previousStatus }
    return grantAgreementMachine.offers(subject, ctx.actor, ctx.now)
  }

  @Needs('id')
  @FieldResolver(() => [Event])
  events(@Ctx() ctx: Context, @Root() { id }: GrantAgreement, @Args(() => EventsArgs) { last }: EventsArgs) {
    return eventsOf(ctx, id, last)
  }

  @Needs('id', 'status')
  @FieldResolver(() => Waiting)
  waiting(@Ctx() ctx: Context, @Root() agreement: GrantAgreement) {
    return waitingOf(ctx, grantAgreementMachine, agreement)
  }
}

@Resolver(() => GrantInstalment)
export class GrantInstalmentResolver {
  @SignedIn()
  @Query(() => GrantInstalment, { nullable: true })
  grantInstalment(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return find(ctx, GrantInstalment, id)
  }

  @SignedIn()
  @Query(() => InstalmentConnection, { description: 'Instalments, oldest first: the disbursement desk.' })
  grantInstalments(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => GrantInstalmentFilter, { nullable: true }) filter: GrantInstalmentFilter | undefined,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { ids, division, round, status } = filter ?? {}
    const asked = allOf(
      among(ids),
      division ? inDivision(division) : true,
      round ? { agreement: { round } } : true,
      status?.length ? { status: { $in: status } } : true,
    )
    return page(ctx, GrantInstalment, {
      where: where(asked) as FilterQuery<GrantInstalment>,
      orderBy: { createdAt: 'asc', number: 'asc' },
      first,
      after,
      info,
    })
  }

  @Needs('agreement')
  @FieldResolver(() => GrantAgreement, { nullable: true })
  agreement(@Ctx() ctx: Context, @Root() { agreement }: GrantInstalment) {
    return find(ctx, GrantAgreement, agreement.id)
  }

  @Needs(...INSTALMENT_FACTS)
  @FieldResolver(() => [instalmentTypes.Offer])
  async offers(@Ctx() ctx: Context, @Root() row: GrantInstalment) {
    const { status, division, previousStatus } = row
    const subject = { ...(await instalmentFacts(ctx, row)), status, division, previousStatus }
    return grantInstalmentMachine.offers(subject, ctx.actor, ctx.now)
  }

  @Needs('id')
  @FieldResolver(() => [Event])
  events(@Ctx() ctx: Context, @Root() { id }: GrantInstalment, @Args(() => EventsArgs) { last }: EventsArgs) {
    return eventsOf(ctx, id, last)
  }

  @Needs('id', 'status')
  @FieldResolver(() => Waiting)
  waiting(@Ctx() ctx: Context, @Root() row: GrantInstalment) {
    return waitingOf(ctx, grantInstalmentMachine, row)
  }
}

@Resolver(() => GrantBar)
export class GrantBarResolver {
  @Needs('organization')
  @FieldResolver(() => SocialOrganization, { nullable: true })
  organization(@Ctx() ctx: Context, @Root() { organization }: GrantBar) {
    return find(ctx, SocialOrganization, organization)
  }
}
