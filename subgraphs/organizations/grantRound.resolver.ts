// Rounds of grants, the fund lines they draw from and the templates they copy.
import type { FilterQuery } from '@mikro-orm/postgresql'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, Field, FieldResolver, ID, Info, Int, ObjectType, Query, Resolver, Root } from 'type-graphql'
import { For, Needs, Public, SignedIn } from '../shared/access.ts'
import { find, many, type Context } from '../shared/context.ts'
import { Event, EventsArgs, eventsOf } from '../shared/event.ts'
import { connection, page, PageArgs } from '../shared/page.ts'
import { allOf, inDivision, where } from '../shared/scope.ts'
import { say } from '../shared/words.ts'
import { among } from './among.ts'
import { Division } from './division.stub.ts'
import { CONDITIONS, type Condition } from './grantEligibility.rules.ts'
import { FUND_HELD } from './grantGuards.ts'
import { eligibilityOf } from './grantParty.ts'
import { ConditionName, GrantFund, GrantTemplate, MicroGrantRound, roundTypes, WATCHERS } from './grantRound.entity.ts'
import { ROUND_FACTS, roundCounts, roundFacts } from './grantRound.facts.ts'
import { GrantRoundFilter } from './grantRound.inputs.ts'
import { microGrantRoundMachine } from './grantRound.machine.ts'
import { partOf } from './matching.ts'
import { actsFor } from './rights.ts'
import { uuids } from './transaction.ts'
import { Waiting, waitingOf } from './waiting.ts'

const RoundConnection = connection(MicroGrantRound, 'MicroGrantRound', 'public')

@SignedIn()
@ObjectType({ description: 'Whether a condition of a round is met, with the reason.' })
export class GrantVerdict {
  @Field(() => ConditionName) code!: Condition
  @Field(() => String, { description: 'The condition, in the caller’s language.' }) label!: string
  @Field(() => Boolean) isMet!: boolean
  @Field(() => String, { description: 'Why, in the caller’s language.' }) says!: string
}

/** How an organisation meets the conditions of a round, in the reader's language. */
export const verdictsFor = async (
  ctx: Context,
  round: Pick<MicroGrantRound, 'conditions' | 'cap'>,
  ...of: [organization: string, asked: Parameters<typeof eligibilityOf>[3]]
): Promise<GrantVerdict[]> => {
  const values = new Map(round.conditions.map(({ code, value }) => [code, value]))
  return (await eligibilityOf(ctx, round, ...of)).map(({ code, isMet, says }) => {
    const value = values.get(code)
    const label = `${say(CONDITIONS[code], ctx.actor.locale)}${value ? ` ${value}${code === 'MIN_GRADE' ? 'A' : ''}` : ''}`
    return { code, isMet, label, says: say(says, ctx.actor.locale) }
  })
}

@SignedIn()
@ObjectType({ description: 'How much of a round stands where.' })
export class GrantRoundCounts {
  @Field(() => Int, { description: 'Applications handed in.' }) handedIn!: number
  @Field(() => Int) unscreened!: number
  @Field(() => Int) inReview!: number
  @Field(() => Int, { description: 'In review with too few live reviewers.' }) short!: number
  @Field(() => Int, { description: 'Score sheets not handed in.' }) unscored!: number
  @Field(() => Int) undecided!: number
  @Field(() => Int, { description: 'Recommended or awarded, in fen.' }) recommended!: number
  @Field(() => Int) openObjections!: number
  @Field(() => Int, { description: 'Projects not closed.' }) running!: number
}

@Resolver(() => MicroGrantRound)
export class GrantRoundResolver {
  @Public()
  @Query(() => MicroGrantRound, { nullable: true })
  microGrantRound(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return find(ctx, MicroGrantRound, id)
  }

  @Public()
  @Query(() => RoundConnection, { description: 'Rounds of grants, newest first.' })
  microGrantRounds(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => GrantRoundFilter, { nullable: true }) filter: GrantRoundFilter | undefined,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { ids, division, status, search } = filter ?? {}
    const asked = allOf(
      among(ids),
      division ? inDivision(division) : true,
      status?.length ? { status: { $in: status } } : true,
      partOf(search, 'title', 'code'),
    )
    const orderBy = { createdAt: 'desc' } as const
    return page(ctx, MicroGrantRound, { where: where(asked) as FilterQuery<MicroGrantRound>, orderBy, first, after, info })
  }

  @Public()
  @Needs('division')
  @FieldResolver(() => Division, { description: 'The district or town that holds it.' })
  division(@Root() { division }: MicroGrantRound) {
    return { code: division }
  }

  @For(...WATCHERS)
  @Needs('fund')
  @FieldResolver(() => GrantFund, { nullable: true })
  fund(@Ctx() ctx: Context, @Root() { fund }: MicroGrantRound) {
    return find(ctx, GrantFund, fund.id)
  }

  @For(...WATCHERS)
  @Needs('template')
  @FieldResolver(() => GrantTemplate, { nullable: true })
  template(@Ctx() ctx: Context, @Root() { template }: MicroGrantRound) {
    return find(ctx, GrantTemplate, template.id)
  }

  @For(...WATCHERS)
  @Needs('id')
  @FieldResolver(() => GrantRoundCounts)
  counts(@Ctx() ctx: Context, @Root() { id }: MicroGrantRound) {
    return roundCounts(ctx, id)
  }

  @SignedIn()
  @Needs('conditions', 'cap')
  @FieldResolver(() => [GrantVerdict], {
    description: 'How the organisation the caller acts for meets the conditions; none for others.',
  })
  eligibility(@Ctx() ctx: Context, @Root() round: MicroGrantRound) {
    const { organization } = ctx.actor
    return actsFor(ctx.actor, organization) ? verdictsFor(ctx, round, organization!, null) : []
  }

  @SignedIn()
  @Needs(...ROUND_FACTS)
  @FieldResolver(() => [roundTypes.Offer])
  async offers(@Ctx() ctx: Context, @Root() round: MicroGrantRound) {
    const { status, division, previousStatus } = round
    return microGrantRoundMachine.offers(
      { ...(await roundFacts(ctx, round)), status, division, previousStatus },
      ctx.actor,
      ctx.now,
    )
  }

  @For(...WATCHERS)
  @Needs('id')
  @FieldResolver(() => [Event])
  events(@Ctx() ctx: Context, @Root() { id }: MicroGrantRound, @Args(() => EventsArgs) { last }: EventsArgs) {
    return eventsOf(ctx, id, last)
  }

  @SignedIn()
  @Needs('id', 'status')
  @FieldResolver(() => Waiting)
  waiting(@Ctx() ctx: Context, @Root() round: MicroGrantRound) {
    return waitingOf(ctx, microGrantRoundMachine, round)
  }
}

@Resolver(() => GrantFund)
export class GrantFundResolver {
  @For(...WATCHERS)
  @Query(() => [GrantFund], { description: 'Fund lines of the caller’s divisions, newest first.' })
  grantFunds(@Ctx() ctx: Context) {
    return ctx.em.find(GrantFund, {}, { orderBy: { year: 'desc', name: 'asc' }, limit: 100 })
  }

  @For(...WATCHERS)
  @Query(() => [GrantTemplate], { description: 'Forms with their score sheets.' })
  grantTemplates(@Ctx() ctx: Context) {
    return ctx.em.find(GrantTemplate, {}, { orderBy: { name: 'asc' }, limit: 100 })
  }

  @Needs('id')
  @FieldResolver(() => Int, { description: 'What rounds hold of it, in fen.' })
  async reserved(@Ctx() ctx: Context, @Root() { id }: GrantFund) {
    return (await many(ctx, 'grant.held', id, async (ids) => {
      const rows = await ctx.em.execute<{ id: string; held: number }[]>(
        `select f.id, ${FUND_HELD('f.id', `'00000000-0000-0000-0000-000000000000'`)}::int as held from organizations.grant_fund f where f.id = any(?::uuid[])`,
        [uuids(ids)],
      )
      return new Map(rows.map((row) => [row.id, row.held]))
    }))!
  }
}
