// Signing a compact, and taking the signature back. Voluntary; one that counts for each unit and version.
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For, Needs, SignedIn } from '../shared/access.ts'
import { find, take, type Context } from '../shared/context.ts'
import { notFound, refused } from '../shared/errors.ts'
import { begin, Event, eventsOf } from '../shared/event.ts'
import { text } from '../shared/words.ts'
import { Compact } from './compact.entity.ts'
import { compactMachine } from './compact.machine.ts'
import { Division } from './division.stub.ts'
import { actPledge } from './pledge.acts.ts'
import { Pledge, PledgeBasis, pledgeTypes } from './pledge.entity.ts'
import { pledgeMachine, type PledgeAction } from './pledge.machine.ts'
import { signingBlocked } from './pledge.rules.ts'
import { Household, Resident } from './resident.stub.ts'
import { relationsOf, residentAt } from './rights.ts'
import { onRoll } from './roll.messages.ts'

export const SIGNED_ALREADY = text('已经签署过这一版公约。', 'This version is signed already.')
const STANDS = { isVersionOver: false, hasLeft: false }

@Resolver(() => Pledge)
export class PledgeResolver {
  @SignedIn()
  @Query(() => Pledge, { nullable: true })
  pledge(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return find(ctx, Pledge, id)
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
  events(@Ctx() ctx: Context, @Root() { id }: Pledge) {
    return eventsOf(ctx, id)
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
    const entry = await onRoll(ctx, resident, compact.division)
    const { status: compactStatus, textHash, division } = compact
    const blocked = signingBlocked({
      compactStatus,
      shownHash,
      textHash,
      basis,
      isOnRoll: !!entry,
      isAdult: entry?.isAdult ?? false,
    })
    if (blocked) throw refused(blocked)
    const unit = basis === PledgeBasis.PERSON ? resident : entry!.household
    if (!unit)
      throw refused(
        text(
          '您还没有登记在任何一户，请先联系居委会。',
          'You are not registered in a household; please ask the committee first.',
        ),
      )
    if (await ctx.em.count(Pledge, { compact: id, unit, status: 'SIGNED' }, { filters: { scope: false } }))
      throw refused(SIGNED_ALREADY)
    const pledge = ctx.em.create(Pledge, {
      id: uuidv7(),
      division,
      compact,
      textHash,
      basis,
      unit,
      resident,
      household: entry!.household,
      createdAt: ctx.now,
    })
    await begin(ctx, pledgeMachine, pledge, { title: compact.title, resident, data: { textHash, basis } }, 'AUTHOR')
    return pledge
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
