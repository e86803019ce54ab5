// Where an application for a grant stands, what may be done and what was: as far as the caller is told.
import { Args, Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql'
import { Needs } from '../shared/access.ts'
import type { Context } from '../shared/context.ts'
import { Event, EventsArgs } from '../shared/event.ts'
import { applicationTypes, GrantApplication } from './grantApplication.entity.ts'
import { APPLICATION_FACTS } from './grantApplication.facts.ts'
import { grantApplicationMachine as machine } from './grantApplication.machine.ts'
import { awardTold, eventsTold, statusTold, subjectTold } from './grantApplication.told.ts'
import { Waiting, waitingOf } from './waiting.ts'

@Resolver(() => GrantApplication)
export class GrantApplicationToldResolver {
  @Needs('status', 'division', 'round')
  @FieldResolver(() => applicationTypes.Status, {
    description: 'Where it stands. Its organisation is not told of the list that is being drawn up before it is published.',
  })
  status(@Ctx() ctx: Context, @Root() application: GrantApplication) {
    return statusTold(ctx, application)
  }

  @Needs('awarded', 'division', 'round')
  @FieldResolver(() => Int, { nullable: true, description: 'Recommended or awarded, in fen.' })
  awarded(@Ctx() ctx: Context, @Root() application: GrantApplication) {
    return awardTold(ctx, application)
  }

  @Needs(...APPLICATION_FACTS)
  @FieldResolver(() => [applicationTypes.Offer])
  async offers(@Ctx() ctx: Context, @Root() application: GrantApplication) {
    return machine.offers(await subjectTold(ctx, application), ctx.actor, ctx.now)
  }

  @Needs('id', 'division', 'round')
  @FieldResolver(() => [Event])
  events(@Ctx() ctx: Context, @Root() application: GrantApplication, @Args(() => EventsArgs) { last }: EventsArgs) {
    return eventsTold(ctx, application, last)
  }

  @Needs('id', 'status', 'division', 'round')
  @FieldResolver(() => Waiting)
  async waiting(@Ctx() ctx: Context, @Root() application: GrantApplication) {
    const status = await statusTold(ctx, application)
    const waiting = await waitingOf(ctx, machine, { id: application.id, status })
    if (status === application.status) return waiting
    const moved = (await eventsTold(ctx, application)).findLast(({ from, to }) => from !== to)
    return { ...waiting, since: moved!.at }
  }
}
