// Signed opinions of towns and committees: what they are asked, and what they say.
import type { FilterQuery } from '@mikro-orm/postgresql'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Needs, SignedIn } from '../shared/access.ts'
import { rolesAt, type Actor } from '../shared/actor.ts'
import { find, hold, take, type Context } from '../shared/context.ts'
import { act, Event, EventsArgs, eventsOf } from '../shared/event.ts'
import { connection, page, PageArgs } from '../shared/page.ts'
import { inDivision, where } from '../shared/scope.ts'
import { AdmissionApplication, COMMITTEE_SIDE, TOWN_SIDE } from './admission.entity.ts'
import { admissionApplicationMachine } from './admission.machine.ts'
import { Opinion, opinionTypes, StanceName } from './admissionOpinion.entity.ts'
import { Division } from './division.stub.ts'
import { opinionMachine, STANCES, type Stance } from './opinion.machine.ts'
import { said } from './said.ts'
import { isTown } from './unit.rules.ts'
import { Waiting, waitingOf } from './waiting.ts'

const OpinionConnection = connection(Opinion, 'Opinion')

/** A town signs through its officers, a committee through its own: nobody signs for the unit below. */
const isOfUnit = (actor: Actor, unit: string): boolean => {
  const side: readonly string[] = isTown(unit) ? TOWN_SIDE : COMMITTEE_SIDE
  return rolesAt(actor, unit).some((role) => side.includes(role))
}

@Resolver(() => Opinion)
export class OpinionResolver {
  @SignedIn()
  @Query(() => Opinion, { nullable: true })
  opinion(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return find(ctx, Opinion, id)
  }

  @SignedIn()
  @Query(() => OpinionConnection, { description: 'Opinions asked of a division and those below it, latest first.' })
  opinions(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('division', () => ID, { nullable: true }) division: string | undefined,
    @Info() info: GraphQLResolveInfo,
  ) {
    const asked = where(division ? inDivision(division) : true) as FilterQuery<Opinion>
    return page(ctx, Opinion, { where: asked, orderBy: { invitedAt: 'desc' }, first, after, info })
  }

  @SignedIn()
  @Mutation(() => Opinion, {
    description: 'Signs for the unit; signing again replaces what was signed, until the consultation closes.',
  })
  async signOpinion(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('stance', () => StanceName) stance: Stance,
    @Arg('body', () => String) body: string,
  ) {
    const known = await find(ctx, Opinion, id, 'id', ['application'])
    // The application first, as everyone who moves it on does: nobody waits in a circle.
    if (known) await hold(ctx, AdmissionApplication, admissionApplicationMachine.label, known.application.id)
    const opinion = await take(ctx, Opinion, opinionMachine.label, id, expectedVersion)
    const words = said(body, 'body')
    const application = await ctx.em.findOneOrFail(AdmissionApplication, { id: opinion.application.id })
    await act(
      ctx,
      opinionMachine,
      opinion,
      opinion.status === 'GIVEN' ? 'REPLACE' : 'GIVE',
      { isOfUnit: isOfUnit(ctx.actor, opinion.division) },
      {
        title: application.name,
        data: { stance: STANCES[stance].zh, body: words },
      },
    )
    return Object.assign(opinion, { stance, body: words, signedBy: ctx.actor.id, signer: ctx.actor.name, signedAt: ctx.now })
  }

  @Needs('division')
  @FieldResolver(() => Division, { description: 'The unit that is asked.' })
  division(@Root() opinion: Opinion) {
    return { code: opinion.division }
  }

  @Needs('application')
  @FieldResolver(() => AdmissionApplication, { nullable: true })
  application(@Ctx() ctx: Context, @Root() opinion: Opinion) {
    return find(ctx, AdmissionApplication, opinion.application.id)
  }

  @Needs('id', 'status', 'division', 'previousStatus')
  @FieldResolver(() => [opinionTypes.Offer])
  offers(@Ctx() ctx: Context, @Root() { status, division, previousStatus }: Opinion) {
    const subject = { isOfUnit: isOfUnit(ctx.actor, division), status, division, previousStatus }
    return opinionMachine.offers(subject, ctx.actor, ctx.now)
  }

  @Needs('id')
  @FieldResolver(() => [Event])
  events(@Ctx() ctx: Context, @Root() { id }: Opinion, @Args(() => EventsArgs) { last }: EventsArgs) {
    return eventsOf(ctx, id, last)
  }

  @Needs('id', 'status')
  @FieldResolver(() => Waiting)
  waiting(@Ctx() ctx: Context, @Root() opinion: Opinion) {
    return waitingOf(ctx, opinionMachine, opinion)
  }
}
