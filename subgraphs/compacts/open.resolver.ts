// Open data: screened issues, published votes in figures, and the compacts that came of them, without signing in.
import type { FilterQuery } from '@mikro-orm/postgresql'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql'
import { Needs, Public } from '../shared/access.ts'
import { grouped, many, type Context } from '../shared/context.ts'
import { connection, page, PageArgs } from '../shared/page.ts'
import { allOf, inDivision, where } from '../shared/scope.ts'
import { Compact } from './compact.entity.ts'
import { Division } from './division.stub.ts'
import { issueTypes } from './issue.entity.ts'
import type { IssueStatus } from './issue.machine.ts'
import { PublishedFigures, PublishedIssue, PublishedVote } from './open.entity.ts'
import { few, FEWEST, withheld } from './open.rules.ts'

const IssueConnection = connection(PublishedIssue, 'PublishedIssue', 'public')
const VoteConnection = connection(PublishedVote, 'PublishedVote', 'public')

const WITHIN = 'Only of this division and those below it.'

@Resolver(() => PublishedIssue)
export class PublishedIssueResolver {
  @Public()
  @Query(() => IssueConnection, {
    description: 'Open data: issues from their screening on, newest first. Neither who raised them nor their wording.',
  })
  publishedIssues(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Info() info: GraphQLResolveInfo,
    @Arg('division', () => ID, { nullable: true, description: WITHIN }) division?: string,
    @Arg('status', () => [issueTypes.Status], { nullable: true }) status?: IssueStatus[],
  ) {
    const asked = where(allOf(division ? inDivision(division) : true, status ? { status: { $in: status } } : true))
    return page(ctx, PublishedIssue, {
      where: asked as FilterQuery<PublishedIssue>,
      orderBy: { submittedAt: 'desc' },
      first,
      after,
      info,
    })
  }

  @Needs('division')
  @FieldResolver(() => Division)
  division(@Root() { division }: PublishedIssue) {
    return { code: division }
  }

  @Needs('supporters')
  @FieldResolver(() => Int, {
    nullable: true,
    description: `Residents who support it; null where they are fewer than ${FEWEST}.`,
  })
  supportCount(@Root() { supporters }: PublishedIssue): number | null {
    return few(supporters)
  }

  @Needs('id')
  @FieldResolver(() => [PublishedVote], { description: 'Published votes on it, oldest first.' })
  async votes(@Ctx() ctx: Context, @Root() { id }: PublishedIssue): Promise<PublishedVote[]> {
    const found = await many(ctx, 'open.votes', id, async (ids) =>
      grouped(
        await ctx.em.find(PublishedVote, { issue: { $in: ids } }, { orderBy: { publishedAt: 'asc' } }),
        ({ issue }) => issue,
      ),
    )
    return found ?? []
  }

  @Needs('id')
  @FieldResolver(() => [Compact], { description: 'The compacts that came of it and are public now, newest edition first.' })
  async compacts(@Ctx() ctx: Context, @Root() { id }: PublishedIssue): Promise<Compact[]> {
    const found = await many(ctx, 'open.compacts', id, async (ids) =>
      grouped(await ctx.em.find(Compact, { issue: { $in: ids } }, { orderBy: { edition: 'desc' } }), ({ issue }) => issue.id),
    )
    return found ?? []
  }
}

@Resolver(() => PublishedVote)
export class PublishedVoteResolver {
  @Public()
  @Query(() => VoteConnection, { description: 'Open data: published votes in figures, latest first.' })
  publishedVotes(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Info() info: GraphQLResolveInfo,
    @Arg('division', () => ID, { nullable: true, description: WITHIN }) division?: string,
  ) {
    const asked = where(division ? inDivision(division) : true) as FilterQuery<PublishedVote>
    return page(ctx, PublishedVote, { where: asked, orderBy: { publishedAt: 'desc' }, first, after, info })
  }

  @Needs('division')
  @FieldResolver(() => Division)
  division(@Root() { division }: PublishedVote) {
    return { code: division }
  }

  @Needs('eligible', 'present', 'agree', 'disagree', 'abstain')
  @FieldResolver(() => PublishedFigures)
  figures(@Root() { eligible, present, agree, disagree, abstain }: PublishedVote): PublishedFigures {
    return { eligible: few(eligible), present: few(present), ...withheld({ agree, disagree, abstain }) }
  }
}
