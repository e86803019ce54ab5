// Reading votes: the result exists only after the close, a ballot only for its unit.
import type { FilterQuery } from '@mikro-orm/postgresql'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql'
import { Needs, SignedIn } from '../shared/access.ts'
import { rolesAt } from '../shared/actor.ts'
import { find, many, type Context } from '../shared/context.ts'
import { Event, EventsArgs, eventsOf } from '../shared/event.ts'
import { connection, page, PageArgs } from '../shared/page.ts'
import { allOf, inDivision, where } from '../shared/scope.ts'
import { among } from './among.ts'
import { Compact } from './compact.entity.ts'
import { within } from './days.inputs.ts'
import { Division } from './division.stub.ts'
import { Electorate } from './electorate.entity.ts'
import { Issue } from './issue.entity.ts'
import { Meeting } from './meeting.entity.ts'
import { OFFICERS } from './rights.ts'
import { uuids } from './transaction.ts'
import { OFF_ROLL } from './vote.count.ts'
import { Ballot, COUNTED, Vote, VoteResult, voteTypes } from './vote.entity.ts'
import { VOTE_FACTS, ruleTextOf, surroundingsOf, votingFacts } from './vote.facts.ts'
import { VoteFilter } from './vote.inputs.ts'
import { voteMachine } from './vote.machine.ts'
import { Waiting, waitingOf } from './waiting.ts'

const VoteConnection = connection(Vote, 'Vote')

/** The columns of a result. */
const RESULT = ['eligible', 'present', 'agree', 'disagree', 'abstain', 'areas', 'quorate', 'carried', 'countHash'] as const

const isOfficer = ({ actor }: Context, division: string) =>
  actor.kind === 'SYSTEM' || rolesAt(actor, division).some((role) => (OFFICERS as readonly string[]).includes(role))

@Resolver(() => Vote)
export class VoteResolver {
  @SignedIn()
  @Query(() => Vote, { nullable: true })
  vote(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return find(ctx, Vote, id)
  }

  @SignedIn()
  @Query(() => VoteConnection, { description: 'Votes, latest first.' })
  votes(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => VoteFilter, { nullable: true }) filter: VoteFilter | undefined,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { ids, division, status, issue, counted } = filter ?? {}
    const asked = allOf(
      among(ids),
      division ? inDivision(division) : true,
      status ? { status: { $in: status } } : true,
      issue ? { issue } : true,
      counted ? { closesAt: within(counted), status: { $in: [...COUNTED] } } : true,
    )
    return page(ctx, Vote, { where: where(asked) as FilterQuery<Vote>, orderBy: { createdAt: 'desc' }, first, after, info })
  }

  @Needs('division')
  @FieldResolver(() => Division)
  division(@Root() vote: Vote) {
    return { code: vote.division }
  }

  @Needs('issue')
  @FieldResolver(() => Issue, { nullable: true })
  issue(@Ctx() ctx: Context, @Root() vote: Vote) {
    return find(ctx, Issue, vote.issue.id)
  }

  @Needs('meeting')
  @FieldResolver(() => Meeting, { nullable: true })
  meeting(@Ctx() ctx: Context, @Root() vote: Vote) {
    return find(ctx, Meeting, vote.meeting.id)
  }

  @Needs('compact')
  @FieldResolver(() => Compact, { nullable: true })
  compact(@Ctx() ctx: Context, @Root() vote: Vote) {
    return vote.compact && find(ctx, Compact, vote.compact.id)
  }

  @Needs('electorate')
  @FieldResolver(() => Electorate, { nullable: true })
  electorate(@Ctx() ctx: Context, @Root() vote: Vote) {
    return vote.electorate && find(ctx, Electorate, vote.electorate.id)
  }

  @Needs(...VOTE_FACTS)
  @FieldResolver(() => String, { description: 'How the law counts this vote; printed on the ballot.' })
  async ruleText(@Ctx() ctx: Context, @Root() vote: Vote): Promise<string> {
    return ruleTextOf((await votingFacts(ctx, vote)).rule, ctx.actor.locale)
  }

  @Needs('id')
  @FieldResolver(() => Int, { description: 'Units of the electorate that have checked in at the meeting.' })
  async attending(@Ctx() ctx: Context, @Root() { id }: Vote): Promise<number> {
    return (await surroundingsOf(ctx, id))?.attending ?? 0
  }

  @Needs('id')
  @FieldResolver(() => Int, { description: 'Units that have cast a ballot; what they chose is not shown before the close.' })
  async turnout(@Ctx() ctx: Context, @Root() { id }: Vote): Promise<number> {
    const count = await many(ctx, 'vote.turnout', id, async (ids) => {
      const rows = await ctx.em.execute<{ id: string; count: number }[]>(
        `select vote_id as id, count(*)::int as count from compacts.ballot where vote_id = any(?::uuid[]) and sequence = 1 group by 1
         union all select vote_id, count(*)::int from compacts.voted where vote_id = any(?::uuid[]) group by 1`,
        [uuids(ids), uuids(ids)],
      )
      return new Map(rows.map((row) => [row.id, row.count]))
    })
    return count ?? 0
  }

  @Needs('status', 'division', ...RESULT)
  @FieldResolver(() => VoteResult, {
    nullable: true,
    description: 'For officers once counted, for everyone once published; to nobody before the close.',
  })
  result(@Ctx() ctx: Context, @Root() vote: Vote): VoteResult | null {
    const isShown =
      vote.status === 'PUBLISHED' || (['COUNTED', 'CERTIFIED'].includes(vote.status) && isOfficer(ctx, vote.division))
    return isShown ? (vote as VoteResult) : null
  }

  @Needs('id', 'electorate')
  @FieldResolver(() => Boolean, { description: 'Whether the caller votes for a unit of the frozen electorate.' })
  async isElector(@Ctx() ctx: Context, @Root() { electorate }: Vote): Promise<boolean> {
    const { resident } = ctx.actor
    if (!resident || !electorate) return false
    const found = await many(ctx, 'vote.isElector', electorate.id, async (ids) => {
      const rows = await ctx.em.execute<{ id: string }[]>(
        `select x.electorate_id as id from compacts.elector x where x.electorate_id = any(?::uuid[]) and x.resident = ? and not ${OFF_ROLL}`,
        [uuids(ids), resident],
      )
      return new Map(rows.map(({ id }) => [id, true]))
    })
    return found ?? false
  }

  @Needs('id')
  @FieldResolver(() => Ballot, { nullable: true, description: "The caller's own ballot as it counts now." })
  myBallot(@Ctx() ctx: Context, @Root() { id }: Vote) {
    const { resident } = ctx.actor
    if (!resident) return null
    return many(ctx, 'vote.myBallot', id, async (ids) => {
      const rows = await ctx.em.find(Ballot, { vote: { $in: ids }, elector: { resident } }, { orderBy: { sequence: 'asc' } })
      return new Map(rows.map((row) => [row.vote.id, row]))
    })
  }

  @Needs(...VOTE_FACTS)
  @FieldResolver(() => [voteTypes.Offer])
  async offers(@Ctx() ctx: Context, @Root() vote: Vote) {
    const { status, division, previousStatus } = vote
    return voteMachine.offers({ ...(await votingFacts(ctx, vote)), status, division, previousStatus }, ctx.actor, ctx.now)
  }

  @Needs('id')
  @FieldResolver(() => [Event])
  events(@Ctx() ctx: Context, @Root() { id }: Vote, @Args(() => EventsArgs) { last }: EventsArgs) {
    return eventsOf(ctx, id, last)
  }

  @Needs('id', 'status')
  @FieldResolver(() => Waiting)
  waiting(@Ctx() ctx: Context, @Root() vote: Vote) {
    return waitingOf(ctx, voteMachine, vote)
  }
}
