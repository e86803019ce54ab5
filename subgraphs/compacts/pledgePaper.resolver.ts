// Pledges signed on paper: entered, read again by somebody else, and only then signed.
import type { FilterQuery } from '@mikro-orm/postgresql'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, Field, FieldResolver, ID, Info, InputType, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For, Needs } from '../shared/access.ts'
import { find, take, type Context } from '../shared/context.ts'
import { notFound } from '../shared/errors.ts'
import { act, begin, Event, EventsArgs, eventsOf } from '../shared/event.ts'
import { connection, page, PageArgs } from '../shared/page.ts'
import { Compact } from './compact.entity.ts'
import { compactMachine } from './compact.machine.ts'
import { Division } from './division.stub.ts'
import { PledgeBasis } from './pledge.entity.ts'
import { signFor } from './pledge.sign.ts'
import { PledgePaper, pledgePaperTypes } from './pledgePaper.entity.ts'
import { pledgePaperMachine, type PledgePaperAction, type PledgePaperStatus } from './pledgePaper.machine.ts'
import { Resident } from './resident.stub.ts'
import { COMMITTEE, mustHold, mustNotCarry } from './rights.ts'
import { LINE, said } from './said.ts'
import { bySystem } from './transaction.ts'

const what = pledgePaperMachine.label
const PledgePaperConnection = connection(PledgePaper, 'PledgePaper')

@InputType()
export class PledgePaperInput {
  @Field(() => String, { description: 'The number on the sheet.' }) sheet!: string
  @Field(() => PledgeBasis, { defaultValue: PledgeBasis.HOUSEHOLD }) basis!: PledgeBasis
  @Field(() => ID, { nullable: true, description: 'The signer; none when the roll knows nobody like that.' }) resident?: string
  @Field(() => String, { nullable: true, description: 'What makes it hard to match, without names.' }) remark?: string
}

@InputType()
export class PledgePaperFilter {
  @Field(() => ID, { nullable: true }) compact?: string
  @Field(() => [pledgePaperTypes.Status], { nullable: true }) status?: PledgePaperStatus[]
}

const factsOf = (ctx: Context, { enteredBy, resident }: Pick<PledgePaper, 'enteredBy' | 'resident'>) => ({
  isEnterer: enteredBy === ctx.actor.id,
  isIdentified: resident !== null,
})

const actPaper = async (ctx: Context, paper: PledgePaper, action: PledgePaperAction, reason?: string, data?: unknown) => {
  await act(ctx, pledgePaperMachine, paper, action, factsOf(ctx, paper), { title: `公约签署单${paper.sheet}`, reason, data })
  return paper
}

@Resolver(() => PledgePaper)
export class PledgePaperResolver {
  @For(...COMMITTEE, 'SUPERVISION_MEMBER')
  @Query(() => PledgePaper, { nullable: true })
  pledgePaper(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return find(ctx, PledgePaper, id)
  }

  @For(...COMMITTEE, 'SUPERVISION_MEMBER')
  @Query(() => PledgePaperConnection, { description: 'Sheets, latest first.' })
  pledgePapers(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => PledgePaperFilter, { nullable: true }) filter: PledgePaperFilter | undefined,
    @Info() info: GraphQLResolveInfo,
  ) {
    const asked = {
      ...(filter?.compact && { compact: filter.compact }),
      ...(filter?.status && { status: { $in: filter.status } }),
    }
    return page(ctx, PledgePaper, {
      where: asked as FilterQuery<PledgePaper>,
      orderBy: { createdAt: 'desc' },
      first,
      after,
      info,
    })
  }

  @Needs('division')
  @FieldResolver(() => Division)
  division(@Root() paper: PledgePaper) {
    return { code: paper.division }
  }

  @Needs('compact')
  @FieldResolver(() => Compact, { nullable: true })
  compact(@Ctx() ctx: Context, @Root() paper: PledgePaper) {
    return find(ctx, Compact, paper.compact.id)
  }

  @Needs('resident', 'status', 'enteredBy')
  @FieldResolver(() => Resident, {
    nullable: true,
    description: 'The signer; hidden from whoever is to read the sheet again, so that the two readings are independent.',
  })
  resident(@Ctx() ctx: Context, @Root() { resident, status, enteredBy }: PledgePaper) {
    return resident && (status !== 'ENTERED' || enteredBy === ctx.actor.id) ? { id: resident } : null
  }

  @Needs('status', 'division', 'enteredBy', 'resident')
  @FieldResolver(() => [pledgePaperTypes.Offer])
  offers(@Ctx() ctx: Context, @Root() paper: PledgePaper) {
    const { status, division } = paper
    return pledgePaperMachine.offers({ ...factsOf(ctx, paper), status, division }, ctx.actor, ctx.now)
  }

  @Needs('id')
  @FieldResolver(() => [Event])
  events(@Ctx() ctx: Context, @Root() { id }: PledgePaper, @Args(() => EventsArgs) { last }: EventsArgs) {
    return eventsOf(ctx, id, last)
  }

  @For(...COMMITTEE)
  @Mutation(() => PledgePaper, { description: 'Enters a sheet; without a signer found on the roll it waits to be matched.' })
  async enterPledgePaper(
    @Ctx() ctx: Context,
    @Arg('compact', () => ID) id: string,
    @Arg('input', () => PledgePaperInput) { sheet, basis, resident, remark }: PledgePaperInput,
  ) {
    const compact = await find(ctx, Compact, id)
    if (!compact) throw notFound(compactMachine.label)
    mustHold(ctx, COMMITTEE, compact.division)
    const paper = ctx.em.create(PledgePaper, {
      id: uuidv7(),
      division: compact.division,
      compact,
      sheet: said(sheet, 'sheet', LINE),
      basis,
      resident: resident ?? null,
      remark: remark?.trim() || null,
      enteredBy: ctx.actor.id!,
      createdAt: ctx.now,
    })
    await begin(ctx, pledgePaperMachine, paper, { title: `公约签署单${paper.sheet}` })
    if (!resident) await actPaper(bySystem(ctx), paper, 'DIFFER')
    return paper
  }

  @For(...COMMITTEE)
  @Mutation(() => PledgePaper, {
    description: 'Reads a sheet again. When both readings name the same signer it is signed, otherwise it waits to be matched.',
  })
  async confirmPledgePaper(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('resident', () => ID, { description: 'The signer, as the second officer reads it.' }) resident: string,
  ) {
    const paper = await take(ctx, PledgePaper, what, id, expectedVersion)
    const first = paper.resident
    if (first !== null && first !== resident && paper.enteredBy !== ctx.actor.id) {
      paper.resident = null
      return actPaper(bySystem(ctx), paper, 'DIFFER')
    }
    await actPaper(ctx, paper, 'CONFIRM')
    paper.confirmedBy = ctx.actor.id
    const compact = (await find(ctx, Compact, paper.compact.id))!
    const { sheet, basis } = paper
    await signFor(ctx, compact, { resident, basis, shownHash: compact.textHash, channel: 'PAPER', sheet }, 'COMMITTEE_MEMBER')
    return paper
  }

  @For(...COMMITTEE)
  @Mutation(() => PledgePaper, {
    description: 'Names the signer of a sheet that did not match; somebody else then reads it again.',
  })
  async identifyPledgePaper(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('resident', () => ID) resident: string,
  ) {
    const paper = await take(ctx, PledgePaper, what, id, expectedVersion)
    Object.assign(paper, { resident, enteredBy: ctx.actor.id })
    return actPaper(ctx, paper, 'IDENTIFY')
  }

  @For(...COMMITTEE)
  @Mutation(() => PledgePaper, { description: 'Takes an action of the sheet that carries no data.' })
  async actOnPledgePaper(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('action', () => pledgePaperTypes.Action) action: PledgePaperAction,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('reason', () => String, { nullable: true }) reason?: string,
  ) {
    mustNotCarry(pledgePaperMachine, action)
    return actPaper(ctx, await take(ctx, PledgePaper, what, id, expectedVersion), action, reason)
  }
}
