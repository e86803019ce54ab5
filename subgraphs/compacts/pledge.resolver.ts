// Signing a compact, and taking the signature back. Voluntary; one that counts for each unit and version.
import type { FilterQuery } from '@mikro-orm/postgresql'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, Field, FieldResolver, ID, Info, InputType, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { For, Needs, SignedIn } from '../shared/access.ts'
import { find, take, type Context } from '../shared/context.ts'
import { notFound } from '../shared/errors.ts'
import { Event, EventsArgs, eventsOf } from '../shared/event.ts'
import { connection, page, PageArgs } from '../shared/page.ts'
import { Compact } from './compact.entity.ts'
import { compactMachine } from './compact.machine.ts'
import { Division } from './division.stub.ts'
import { actPledge } from './pledge.acts.ts'
import { Pledge, PledgeBasis, PledgeChannelName, pledgeTypes } from './pledge.entity.ts'
import { pledgeMachine, type PledgeAction, type PledgeStatus } from './pledge.machine.ts'
import type { PledgeChannel } from './pledge.rules.ts'
import { signFor } from './pledge.sign.ts'
import { Household, Resident } from './resident.stub.ts'
import { COMMITTEE, relationsOf, residentAt } from './rights.ts'

const PledgeConnection = connection(Pledge, 'Pledge')

@InputType()
export class PledgeFilter {
  @Field(() => ID, { description: 'The version that was signed.' }) compact!: string
  @Field(() => [pledgeTypes.Status], { nullable: true }) status?: PledgeStatus[]
  @Field(() => [PledgeBasis], { nullable: true }) basis?: PledgeBasis[]
  @Field(() => [PledgeChannelName], { nullable: true }) channel?: PledgeChannel[]
}

const STANDS = { isVersionOver: false, hasLeft: false }

@Resolver(() => Pledge)
export class PledgeResolver {
  @SignedIn()
  @Query(() => Pledge, { nullable: true })
  pledge(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return find(ctx, Pledge, id)
  }

  @For(...COMMITTEE, 'SUPERVISION_MEMBER')
  @Query(() => PledgeConnection, { description: 'Pledges to a version, latest first.' })
  pledges(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => PledgeFilter) { compact, status, basis, channel }: PledgeFilter,
    @Info() info: GraphQLResolveInfo,
  ) {
    const asked = {
      compact,
      ...(status && { status: { $in: status } }),
      ...(basis && { basis: { $in: basis } }),
      ...(channel && { channel: { $in: channel } }),
    }
    return page(ctx, Pledge, { where: asked as FilterQuery<Pledge>, orderBy: { createdAt: 'desc' }, first, after, info })
  }

  @Needs('division')
  @FieldResolver(() => Division)
  division(@Root() pledge: Pledge) {
    return { code: pledge.division }
  }

  @Needs('compact')
  @FieldResolver(() => Compact, { nullable: true })
  compact(@Ctx() ctx: Context, @Root() pledge: Pledge) {
    return find(ctx, Compact, pledge.compact.id)
  }

  @Needs('resident')
  @FieldResolver(() => Resident, { nullable: true })
  resident(@Root() pledge: Pledge) {
    return { id: pledge.resident }
  }

  @Needs('household')
  @FieldResolver(() => Household, { nullable: true })
  household(@Root() { household }: Pledge) {
    return household && { id: household }
  }

  @Needs('status', 'division', 'resident')
  @FieldResolver(() => [pledgeTypes.Offer])
  offers(@Ctx() ctx: Context, @Root() { status, division, resident }: Pledge) {
    return pledgeMachine.offers(
      { ...STANDS, status, division, relations: relationsOf(ctx.actor, { author: resident }) },
      ctx.actor,
      ctx.now,
    )
  }

  @Needs('id')
  @FieldResolver(() => [Event])
  events(@Ctx() ctx: Context, @Root() { id }: Pledge, @Args(() => EventsArgs) { last }: EventsArgs) {
    return eventsOf(ctx, id, last)
  }

  @For('RESIDENT')
  @Mutation(() => Pledge, { name: 'pledge', description: 'Signs the version that was shown, for the household or for oneself.' })
  async sign(
    @Ctx() ctx: Context,
    @Arg('compact', () => ID) id: string,
    @Arg('textHash', () => String, { description: 'Of the version that was read.' }) shownHash: string,
    @Arg('basis', () => PledgeBasis, { defaultValue: PledgeBasis.HOUSEHOLD }) basis: PledgeBasis,
  ) {
    const compact = await find(ctx, Compact, id)
    if (!compact) throw notFound(compactMachine.label)
    const resident = residentAt(ctx, compact.division)
    return signFor(ctx, compact, { resident, basis, shownHash, channel: 'APP', sheet: null }, 'AUTHOR')
  }

  @SignedIn()
  @Mutation(() => Pledge, {
    description: 'Takes an action of the pledge: the signer withdraws, the supervision committee annuls.',
  })
  async actOnPledge(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('action', () => pledgeTypes.Action) action: PledgeAction,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('reason', () => String, { nullable: true }) reason?: string,
  ) {
    return actPledge(ctx, await take(ctx, Pledge, pledgeMachine.label, id, expectedVersion), action, STANDS, reason)
  }

  @For('RESIDENT')
  @Mutation(() => Pledge, { description: 'Takes the own signature back, at any time.' })
  async withdrawPledge(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
  ) {
    return actPledge(ctx, await take(ctx, Pledge, pledgeMachine.label, id, expectedVersion), 'WITHDRAW', STANDS)
  }
}
