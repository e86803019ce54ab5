// The register of organisations: anyone reads it, civil affairs keeps it.
import type { FilterQuery } from '@mikro-orm/postgresql'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { For, Needs, Public, SignedIn } from '../shared/access.ts'
import { dayOf } from '../shared/calendar.ts'
import { find, take, type Context } from '../shared/context.ts'
import { Event, EventsArgs, eventsOf, record } from '../shared/event.ts'
import { connection, page, PageArgs } from '../shared/page.ts'
import { allOf, inDivision, where } from '../shared/scope.ts'
import { among } from './among.ts'
import { columnsIn } from './changes.ts'
import { Division } from './division.stub.ts'
import { wordsIn } from './matching.ts'
import { actOrganization, columnsOf, enter } from './organization.acts.ts'
import { currentOf, what } from './organization.find.ts'
import { GradeName, organizationTypes, SocialOrganization } from './organization.entity.ts'
import { SocialOrganizationFilter, SocialOrganizationInput } from './organization.inputs.ts'
import { socialOrganizationMachine, type OrganizationAction } from './organization.machine.ts'
import { gradeOn, type OrganizationGrade } from './organization.rules.ts'
import { mustHold, mustNotCarry, REGISTRARS } from './rights.ts'

export const OrganizationConnection = connection(SocialOrganization, 'SocialOrganization', 'public')
const REVISED = ['code', 'codeReason', 'name', 'kind', 'registeredOn', 'purpose', 'address'] as const

@Resolver(() => SocialOrganization)
export class OrganizationResolver {
  @Public()
  @Query(() => SocialOrganization, { nullable: true, description: 'One that was merged is found under its old id too.' })
  socialOrganization(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return find(ctx, SocialOrganization, id)
  }

  @Public()
  @Query(() => OrganizationConnection, { description: 'The register of social organisations, by name.' })
  socialOrganizations(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => SocialOrganizationFilter, { nullable: true }) filter: SocialOrganizationFilter | undefined,
    @Info() info: GraphQLResolveInfo,
  ) {
    const asked = allOf(
      among(filter?.ids),
      filter?.division ? inDivision(filter.division) : true,
      wordsIn(filter?.search, 'name', 'code'),
      filter?.status?.length ? { status: { $in: filter.status } } : true,
      filter?.kind?.length ? { kind: { $in: filter.kind } } : true,
      filter?.grade?.length ? { grade: { $in: filter.grade } } : true,
    )
    const orderBy = { name: 'asc' } as const
    return page(ctx, SocialOrganization, { where: where(asked) as FilterQuery<SocialOrganization>, orderBy, first, after, info })
  }

  @SignedIn()
  @Query(() => SocialOrganization, { nullable: true, description: 'The organisation the caller acts for.' })
  myOrganization(@Ctx() ctx: Context) {
    return ctx.actor.organization && find(ctx, SocialOrganization, ctx.actor.organization)
  }

  @Public()
  @Needs('division')
  @FieldResolver(() => Division, { description: 'Where it is registered and looked after.' })
  division(@Root() { division }: SocialOrganization) {
    return { code: division }
  }

  @Public()
  @Needs('grade', 'gradeUntil')
  @FieldResolver(() => GradeName, { nullable: true, description: 'The grade that holds today.' })
  gradeToday(@Ctx() ctx: Context, @Root() organization: SocialOrganization): OrganizationGrade | null {
    return gradeOn(organization, dayOf(ctx.now))
  }

  @Public()
  @Needs('successor')
  @FieldResolver(() => SocialOrganization, { nullable: true, description: 'The organisation it was merged into.' })
  successor(@Ctx() ctx: Context, @Root() { successor }: SocialOrganization) {
    return successor && find(ctx, SocialOrganization, successor)
  }

  @Public()
  @Needs('id')
  @FieldResolver(() => SocialOrganization, {
    description: 'The organisation that stands in its place today, however often there was a merger; else itself.',
  })
  current(@Ctx() ctx: Context, @Root() { id }: SocialOrganization) {
    return currentOf(ctx, id)
  }

  @SignedIn()
  @Needs('id', 'status', 'division', 'previousStatus')
  @FieldResolver(() => [organizationTypes.Offer])
  offers(@Ctx() ctx: Context, @Root() { status, division, previousStatus }: SocialOrganization) {
    return socialOrganizationMachine.offers({ status, division, previousStatus }, ctx.actor, ctx.now)
  }

  @SignedIn()
  @Needs('id')
  @FieldResolver(() => [Event])
  events(@Ctx() ctx: Context, @Root() { id }: SocialOrganization, @Args(() => EventsArgs) { last }: EventsArgs) {
    return eventsOf(ctx, id, last)
  }

  @For(...REGISTRARS)
  @Mutation(() => SocialOrganization, { description: 'Enters an organisation into the register.' })
  async createSocialOrganization(
    @Ctx() ctx: Context,
    @Arg('division', () => ID) division: string,
    @Arg('input', () => SocialOrganizationInput) input: SocialOrganizationInput,
  ) {
    mustHold(ctx, REGISTRARS, division)
    return enter(ctx, division, input)
  }

  @For(...REGISTRARS)
  @Mutation(() => SocialOrganization, { description: 'Corrects what the register says of an organisation.' })
  async reviseSocialOrganization(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => SocialOrganizationInput) input: SocialOrganizationInput,
  ) {
    const organization = await take(ctx, SocialOrganization, what, id, expectedVersion)
    mustHold(ctx, REGISTRARS, organization.division)
    const before = columnsIn(organization, REVISED)
    Object.assign(organization, columnsOf(ctx, input))
    const data = { before, after: columnsIn(organization, REVISED) }
    await record(ctx, organization, { type: 'SocialOrganization', action: 'REVISE', title: organization.name, data })
    return organization
  }

  @For(...REGISTRARS)
  @Mutation(() => SocialOrganization, { description: 'Takes an action that carries no data of its own.' })
  async actOnSocialOrganization(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('action', () => organizationTypes.Action) action: OrganizationAction,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('reason', () => String, { nullable: true }) reason?: string,
  ) {
    mustNotCarry(socialOrganizationMachine, action)
    return actOrganization(ctx, await take(ctx, SocialOrganization, what, id, expectedVersion), action, reason)
  }
}
