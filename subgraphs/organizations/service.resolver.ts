// Reading services: what anyone may find once it was checked, drafts for officers and the organisation itself.
import type { FilterQuery } from '@mikro-orm/postgresql'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, Field, FieldResolver, ID, Info, Int, ObjectType, Query, Resolver, Root } from 'type-graphql'
import { Needs, Public, SignedIn } from '../shared/access.ts'
import { find, type Context } from '../shared/context.ts'
import { Event, EventsArgs, eventsOf } from '../shared/event.ts'
import { columns, connection, page, PageArgs } from '../shared/page.ts'
import { allOf, inDivision, where } from '../shared/scope.ts'
import { among } from './among.ts'
import { Division } from './division.stub.ts'
import { wordsIn } from './matching.ts'
import { SocialOrganization } from './organization.entity.ts'
import { ServicePoint } from './place.entity.ts'
import { readsPapers } from './rights.ts'
import { CostName, FieldName, LanguageName, ServiceListing, serviceTypes } from './service.entity.ts'
import { pointsOf, SERVICE_FACTS, serviceFacts } from './service.facts.ts'
import { ServiceFilter } from './service.inputs.ts'
import { serviceListingMachine } from './service.machine.ts'
import type { Cost, Language, ServiceField } from './service.rules.ts'
import { Waiting, waitingOf } from './waiting.ts'

const ServiceConnection = connection(ServiceListing, 'ServiceListing', 'public')

@SignedIn()
@ObjectType({ description: 'A change of a service that waits to be checked.' })
export class ServiceProposal {
  @Field(() => String) name!: string
  @Field(() => String) description!: string
  @Field(() => FieldName) field!: ServiceField
  @Field(() => String, { nullable: true }) audience!: string | null
  @Field(() => [LanguageName]) languages!: Language[]
  @Field(() => CostName) cost!: Cost
  @Field(() => String, { nullable: true }) costNote!: string | null
  @Field(() => Int, { nullable: true }) capacity!: number | null
  @Field(() => String, { nullable: true }) capacityUnit!: string | null
  @Field(() => [String], { description: 'Codes of divisions.' }) areas!: string[]
  @Field(() => String, { nullable: true }) phone!: string | null
}

/** Divisions above a code, and itself. */
const lineage = (code: string): string[] => [...new Set([2, 4, 6, 9, 12].map((length) => code.slice(0, length).padEnd(12, '0')))]

/** Services that serve a division: named as such, by one above it, or somewhere below it. */
const serving = (division: string) => {
  inDivision(division, 'areas')
  const code = division.slice(0, 12).padEnd(12, '0')
  return { $or: [{ areas: { $overlap: lineage(code) } }, { lineage: { $contains: [code] } }] }
}

@Resolver(() => ServiceListing)
export class ServiceResolver {
  @Public()
  @Query(() => ServiceListing, { nullable: true })
  serviceListing(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return find(ctx, ServiceListing, id)
  }

  @Public()
  @Query(() => ServiceConnection, { description: 'Services, by name; without signing in, those that were checked.' })
  serviceListings(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => ServiceFilter, { nullable: true }) filter: ServiceFilter | undefined,
    @Info() info: GraphQLResolveInfo,
  ) {
    const asked = allOf(
      among(filter?.ids),
      filter?.division ? inDivision(filter.division) : true,
      filter?.serves ? serving(filter.serves) : true,
      filter?.organization ? { organization: filter.organization } : true,
      wordsIn(filter?.search, 'name', 'description'),
      filter?.status?.length ? { status: { $in: filter.status } } : true,
      filter?.field?.length ? { field: { $in: filter.field } } : true,
      filter?.cost?.length ? { cost: { $in: filter.cost } } : true,
      filter?.stale ? { status: 'ACTIVE', dueAt: { $lt: ctx.now } } : true,
      filter?.proposed ? { status: 'ACTIVE', proposal: { $ne: null } } : true,
    )
    const orderBy = { name: 'asc' } as const
    return page(ctx, ServiceListing, { where: where(asked) as FilterQuery<ServiceListing>, orderBy, first, after, info })
  }

  @Public()
  @Needs('division')
  @FieldResolver(() => Division)
  division(@Root() { division }: ServiceListing) {
    return { code: division }
  }

  @Public()
  @Needs('organization')
  @FieldResolver(() => SocialOrganization)
  organization(@Ctx() ctx: Context, @Root() { organization }: ServiceListing, @Info() info: GraphQLResolveInfo) {
    return find(ctx, SocialOrganization, organization, 'id', columns(ctx, SocialOrganization, info))
  }

  @Public()
  @Needs('areas')
  @FieldResolver(() => [Division], { description: 'The divisions it serves.' })
  areas(@Root() { areas }: ServiceListing) {
    return areas.map((code) => ({ code }))
  }

  @Public()
  @Needs('phone')
  @FieldResolver(() => String, { nullable: true, description: 'The number of the service; never that of a person.' })
  hotline(@Root() { phone }: ServiceListing) {
    return phone
  }

  @Public()
  @Needs('id')
  @FieldResolver(() => [ServicePoint], { description: 'Where and when it is given.' })
  points(@Ctx() ctx: Context, @Root() { id }: ServiceListing) {
    return pointsOf(ctx, id)
  }

  @Public()
  @Needs('status', 'dueAt')
  @FieldResolver(() => Boolean, { description: 'It should have been assured by now, and was not.' })
  isStale(@Ctx() ctx: Context, @Root() { status, dueAt }: ServiceListing): boolean {
    return status === 'ACTIVE' && dueAt !== null && dueAt < ctx.now
  }

  @SignedIn()
  @Needs('dueAt', 'organization', 'division')
  @FieldResolver(() => Date, {
    nullable: true,
    description: 'By when somebody must act; for officers and the organisation itself.',
  })
  dueAt(@Ctx() { actor }: Context, @Root() { dueAt, organization, division }: ServiceListing) {
    return readsPapers(actor, { organization, division }) ? dueAt : null
  }

  @SignedIn()
  @Needs('proposal', 'organization', 'division')
  @FieldResolver(() => ServiceProposal, {
    nullable: true,
    description: 'A change that waits to be checked; for officers and the organisation itself.',
  })
  proposal(@Ctx() { actor }: Context, @Root() { proposal, organization, division }: ServiceListing): ServiceProposal | null {
    return readsPapers(actor, { organization, division }) ? proposal : null
  }

  @SignedIn()
  @Needs(...SERVICE_FACTS)
  @FieldResolver(() => [serviceTypes.Offer])
  async offers(@Ctx() ctx: Context, @Root() service: ServiceListing) {
    const { status, division, previousStatus } = service
    return serviceListingMachine.offers(
      { ...(await serviceFacts(ctx, service)), status, division, previousStatus },
      ctx.actor,
      ctx.now,
    )
  }

  @SignedIn()
  @Needs('id', 'organization', 'division')
  @FieldResolver(() => [Event], { description: 'For officers and the organisation itself, none for others.' })
  async events(@Ctx() ctx: Context, @Root() one: ServiceListing, @Args(() => EventsArgs) { last }: EventsArgs): Promise<Event[]> {
    return readsPapers(ctx.actor, one) ? eventsOf(ctx, one.id, last) : []
  }

  @SignedIn()
  @Needs('id', 'status')
  @FieldResolver(() => Waiting)
  waiting(@Ctx() ctx: Context, @Root() service: ServiceListing) {
    return waitingOf(ctx, serviceListingMachine, service)
  }
}
