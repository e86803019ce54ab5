// Reading compacts. Open for comment, announced or in force, one is public: title, articles and how many households have signed.
import type { FilterQuery } from '@mikro-orm/postgresql'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql'
import { Needs, Public, SignedIn } from '../shared/access.ts'
import { dayOf } from '../shared/calendar.ts'
import { find, grouped, many, type Context } from '../shared/context.ts'
import { Event, EventsArgs, eventsOf } from '../shared/event.ts'
import { columns, connection, page, PageArgs } from '../shared/page.ts'
import { allOf, inDivision, where } from '../shared/scope.ts'
import { among } from './among.ts'
import { Article, Compact, CompactComment, compactTypes } from './compact.entity.ts'
import { COMPACT_FACTS, articlesOf, compactFacts } from './compact.facts.ts'
import { CompactFilter } from './compact.inputs.ts'
import { compactMachine } from './compact.machine.ts'
import { Division } from './division.stub.ts'
import { Issue } from './issue.entity.ts'
import { Meeting } from './meeting.entity.ts'
import { Pledge } from './pledge.entity.ts'
import { uuids } from './transaction.ts'
import { Vote } from './vote.entity.ts'
import { Waiting, waitingOf } from './waiting.ts'

const CompactConnection = connection(Compact, 'Compact', 'public')

@Resolver(() => Compact)
export class CompactResolver {
  @Public()
  @Query(() => Compact, { nullable: true, description: 'Without signing in, only one open for comment, announced or in force.' })
  compact(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return find(ctx, Compact, id)
  }

  @Public()
  @Query(() => CompactConnection, {
    description: 'Compacts, latest first; without signing in, only those open for comment, announced or in force.',
  })
  compacts(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => CompactFilter, { nullable: true }) filter: CompactFilter | undefined,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { ids, division, status, kind, text } = filter ?? {}
    const asked = allOf(
      among(ids),
      division ? inDivision(division) : true,
      status ? { status: { $in: status } } : true,
      kind ? { kind: { $in: kind } } : true,
      text?.trim() ? { title: { $ilike: `%${text.trim().replace(/[\\%_]/g, '\\$&')}%` } } : true,
    )
    return page(ctx, Compact, { where: where(asked) as FilterQuery<Compact>, orderBy: { createdAt: 'desc' }, first, after, info })
  }

  @Public()
  @Needs('division')
  @FieldResolver(() => Division)
  division(@Root() compact: Compact) {
    return { code: compact.division }
  }

  @Public()
  @Needs('id')
  @FieldResolver(() => [Article])
  articles(@Ctx() ctx: Context, @Root() { id }: Compact) {
    return articlesOf(ctx, id)
  }

  @Public()
  @Needs('id')
  @FieldResolver(() => Int, {
    description: 'Households that have signed this version (已签约户数). Not an approval: the vote is.',
  })
  async signedHouseholds(@Ctx() ctx: Context, @Root() { id }: Compact): Promise<number> {
    const count = await many(ctx, 'compact.signed', id, async (ids) => {
      const rows = await ctx.em.execute<{ id: string; count: number }[]>(
        `select compact_id as id, count(*)::int as count from compacts.pledge
          where compact_id = any(?::uuid[]) and status = 'SIGNED' and basis = 'HOUSEHOLD' group by 1`,
        [uuids(ids)],
      )
      return new Map(rows.map((row) => [row.id, row.count]))
    })
    return count ?? 0
  }

  @Public()
  @Needs('division')
  @FieldResolver(() => Int, { description: 'Households with an adult on the roll (应签约户数).' })
  async eligibleHouseholds(@Ctx() ctx: Context, @Root() { division }: Compact): Promise<number> {
    const count = await many(ctx, 'compact.eligible', division, async (divisions) => {
      const rows = await ctx.em.execute<{ division: string; count: number }[]>(
        `select division, count(distinct household)::int as count from compacts.roll_entry
          where division = any(?::text[]) and not has_left and ? >= adult_since group by 1`,
        [uuids(divisions), dayOf(ctx.now)],
      )
      return new Map(rows.map((row) => [row.division, row.count]))
    })
    return count ?? 0
  }

  @Needs('issue')
  @FieldResolver(() => Issue, { nullable: true })
  issue(@Ctx() ctx: Context, @Root() compact: Compact) {
    return find(ctx, Issue, compact.issue.id)
  }

  @Needs('revises')
  @FieldResolver(() => Compact, { nullable: true, description: 'The edition this one revises.' })
  revises(@Ctx() ctx: Context, @Root() compact: Compact) {
    return compact.revises && find(ctx, Compact, compact.revises.id)
  }

  @Needs('issue')
  @FieldResolver(() => [Compact], {
    description: 'All editions that grew from the same issue, latest first; this one among them.',
  })
  async editions(@Ctx() ctx: Context, @Root() compact: Compact) {
    const editions = await many(ctx, 'compact.editions', compact.issue.id, async (ids) => {
      const rows = await ctx.em.find(Compact, { issue: { $in: ids } }, { orderBy: { edition: 'desc' } })
      return grouped(rows, (row) => row.issue.id)
    })
    return editions ?? []
  }

  @Needs('id')
  @FieldResolver(() => [CompactComment], { description: 'Oldest first.' })
  async comments(@Ctx() ctx: Context, @Root() { id }: Compact, @Info() info: GraphQLResolveInfo) {
    const asked = columns(ctx, CompactComment, info)
    const comments = await many(ctx, `compact.comments ${asked?.join()}`, id, async (ids) => {
      const rows = await ctx.em.find(
        CompactComment,
        { compact: { $in: ids } },
        {
          orderBy: { at: 'asc', id: 'asc' },
          ...((asked && { fields: ['id', 'compact', ...asked] }) as object),
        },
      )
      return grouped(rows, (row) => row.compact.id)
    })
    return comments ?? []
  }

  @Needs('id')
  @FieldResolver(() => [Meeting], { description: 'Meetings called to adopt or repeal it, oldest first.' })
  async meetings(@Ctx() ctx: Context, @Root() { id }: Compact) {
    const meetings = await many(ctx, 'compact.meetings', id, async (ids) => {
      const rows = await ctx.em.find(Meeting, { compact: { $in: ids } }, { orderBy: { createdAt: 'asc' } })
      return grouped(rows, (row) => row.compact!.id)
    })
    return meetings ?? []
  }

  @Needs('id')
  @FieldResolver(() => [Vote], { description: 'Oldest first.' })
  async votes(@Ctx() ctx: Context, @Root() { id }: Compact) {
    const votes = await many(ctx, 'compact.votes', id, async (ids) => {
      const rows = await ctx.em.find(Vote, { compact: { $in: ids } }, { orderBy: { createdAt: 'asc' } })
      return grouped(rows, (row) => row.compact!.id)
    })
    return votes ?? []
  }

  @Needs('id')
  @FieldResolver(() => Pledge, { nullable: true, description: "The caller's own pledge that counts now." })
  myPledge(@Ctx() ctx: Context, @Root() { id }: Compact) {
    const { resident } = ctx.actor
    if (!resident) return null
    return many(ctx, 'compact.myPledge', id, async (ids) => {
      const rows = await ctx.em.find(Pledge, { compact: { $in: ids }, resident, status: 'SIGNED' })
      return new Map(rows.map((row) => [row.compact.id, row]))
    })
  }

  @SignedIn()
  @Needs(...COMPACT_FACTS)
  @FieldResolver(() => [compactTypes.Offer])
  async offers(@Ctx() ctx: Context, @Root() compact: Compact) {
    const { status, division, previousStatus } = compact
    return compactMachine.offers({ ...(await compactFacts(ctx, compact)), status, division, previousStatus }, ctx.actor, ctx.now)
  }

  @Needs('id')
  @FieldResolver(() => [Event])
  events(@Ctx() ctx: Context, @Root() { id }: Compact, @Args(() => EventsArgs) { last }: EventsArgs) {
    return eventsOf(ctx, id, last)
  }

  @Needs('id', 'status')
  @FieldResolver(() => Waiting)
  waiting(@Ctx() ctx: Context, @Root() compact: Compact) {
    return waitingOf(ctx, compactMachine, compact)
  }
}
