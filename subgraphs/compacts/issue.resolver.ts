// Reading issues: one, many, and how many stand where.
import { sql, type FilterQuery, type QueryOrderMap } from '@mikro-orm/postgresql'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, Field, FieldResolver, ID, Info, Int, ObjectType, Query, Resolver, Root } from 'type-graphql'
import { Needs, SignedIn } from '../shared/access.ts'
import { find, grouped, many, type Context } from '../shared/context.ts'
import { Event, EventsArgs, eventsOf } from '../shared/event.ts'
import { columns, connection, page, PageArgs } from '../shared/page.ts'
import { allOf, inDivision, scopeOf, where } from '../shared/scope.ts'
import { among } from './among.ts'
import { Compact } from './compact.entity.ts'
import { Division } from './division.stub.ts'
import { Issue, issueTypes } from './issue.entity.ts'
import { goesBackTo, ISSUE_FACTS, issueFacts } from './issue.facts.ts'
import { IssueFilter, IssueOrder } from './issue.inputs.ts'
import { issueMachine, type IssueStatus } from './issue.machine.ts'
import { measuredBy } from './figures.asked.ts'
import { Meeting } from './meeting.entity.ts'
import { Naming } from './naming.ts'
import { Project } from './project.entity.ts'
import { Resident } from './resident.stub.ts'
import { seesRoll } from './rights.ts'
import { Vote } from './vote.entity.ts'
import { Waiting, waitingOf } from './waiting.ts'

const IssueConnection = connection(Issue, 'Issue')

@SignedIn()
@ObjectType({ description: 'How many issues stand at a stage.' })
class IssueStage {
  @Field(() => issueTypes.Status) status!: IssueStatus
  @Field(() => Int) count!: number
}

const ORDERS: Record<IssueOrder, QueryOrderMap<Issue>> = {
  NEWEST: { createdAt: 'desc' },
  OLDEST: { createdAt: 'asc' },
  DUE: { dueAt: 'asc' },
  WAITING: { standsSince: 'asc nulls last' },
}

/** Where nothing more is done with an issue unless somebody takes it up again. */
const RESTING = new Set<IssueStatus>(['REJECTED', 'REFERRED', 'MERGED', 'SPLIT', 'NOT_ADOPTED'])
const OVER = issueMachine.stateNames.filter((s) => 'final' in issueMachine.states[s] || RESTING.has(s))

const like = (part: string) => `%${part.trim().replace(/[\\%_]/g, '\\$&')}%`

const asked = (
  { ids, division, status, text, mine, open, measured, unanswered, overdue }: IssueFilter,
  orderBy: IssueOrder,
  ctx: Context,
) =>
  where(
    allOf(
      among(ids),
      division ? inDivision(division) : true,
      status ? { status: { $in: status } } : true,
      open ? { status: { $nin: OVER } } : true,
      unanswered ? { status: 'SUBMITTED', repliedAt: null } : true,
      measuredBy(measured),
      overdue ? { dueAt: { $lt: ctx.now } } : true,
      mine ? { author: ctx.actor.resident ?? '00000000-0000-0000-0000-000000000000' } : true,
      text?.trim() ? { $or: [{ title: { $ilike: like(text) } }, { number: { $ilike: like(text) } }] } : true,
      orderBy === IssueOrder.DUE ? { dueAt: { $ne: null } } : true,
    ),
  ) as FilterQuery<Issue>

@Resolver(() => Issue)
export class IssueResolver {
  @SignedIn()
  @Query(() => Issue, { nullable: true })
  issue(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Info() info: GraphQLResolveInfo) {
    return find(ctx, Issue, id, 'id', columns(ctx, Issue, info))
  }

  @SignedIn()
  @Query(() => IssueConnection, { description: 'Issues within reach; drafts only of the caller.' })
  issues(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => IssueFilter, { nullable: true }) filter: IssueFilter | undefined,
    @Arg('orderBy', () => IssueOrder, { defaultValue: IssueOrder.NEWEST }) orderBy: IssueOrder,
    @Info() info: GraphQLResolveInfo,
  ) {
    return page(ctx, Issue, { where: asked(filter ?? {}, orderBy, ctx), orderBy: ORDERS[orderBy], first, after, info })
  }

  @SignedIn()
  @Query(() => [IssueStage], { description: 'Issues by stage, in the order of the stages; empty stages are left out.' })
  async issueStages(
    @Ctx() ctx: Context,
    @Arg('division', () => ID, { nullable: true }) division?: string,
  ): Promise<IssueStage[]> {
    const rows = await ctx.em
      .createQueryBuilder(Issue, 'i')
      .select(['i.status', sql`count(*)::int`.as('count')] as never)
      .where({ $and: [scopeOf('Issue', ctx.actor), division ? where(inDivision(division)) : {}] } as never)
      .groupBy('i.status' as never)
      .execute<IssueStage[]>('all')
    return rows.sort((a, b) => issueMachine.stateNames.indexOf(a.status) - issueMachine.stateNames.indexOf(b.status))
  }

  @Needs('division')
  @FieldResolver(() => Division)
  division(@Root() issue: Issue) {
    return { code: issue.division }
  }

  @Needs('author', 'division', 'naming')
  @FieldResolver(() => Resident, {
    nullable: true,
    description:
      'The resident who raised it; null for callers who do not see that roll, and for all others where it goes unnamed.',
  })
  author(@Ctx() { actor }: Context, @Root() { author, division, naming }: Issue) {
    const isKnown = naming !== Naming.ANONYMOUS && seesRoll(actor, division)
    return author === actor.resident || isKnown ? { id: author } : null
  }

  @Needs(...ISSUE_FACTS)
  @FieldResolver(() => [issueTypes.Offer])
  async offers(@Ctx() ctx: Context, @Root() issue: Issue) {
    const { status, division } = issue
    const facts = await issueFacts(ctx, issue)
    return issueMachine.offers({ ...facts, status, division, previousStatus: goesBackTo(issue) }, ctx.actor, ctx.now)
  }

  @Needs('id')
  @FieldResolver(() => [Event])
  events(@Ctx() ctx: Context, @Root() { id }: Issue, @Args(() => EventsArgs) { last }: EventsArgs) {
    return eventsOf(ctx, id, last)
  }

  @Needs('id', 'status')
  @FieldResolver(() => Waiting)
  waiting(@Ctx() ctx: Context, @Root() issue: Issue) {
    return waitingOf(ctx, issueMachine, issue)
  }

  @Needs('id')
  @FieldResolver(() => [Meeting], { description: 'Oldest first.' })
  async meetings(@Ctx() ctx: Context, @Root() { id }: Issue, @Info() info: GraphQLResolveInfo) {
    return (await of(ctx, Meeting, id, info)) ?? []
  }

  @Needs('id')
  @FieldResolver(() => Meeting, { nullable: true })
  async latestMeeting(@Ctx() ctx: Context, @Root() { id }: Issue, @Info() info: GraphQLResolveInfo) {
    return (await of(ctx, Meeting, id, info))?.at(-1) ?? null
  }

  @Needs('id')
  @FieldResolver(() => [Vote], { description: 'Oldest first.' })
  async votes(@Ctx() ctx: Context, @Root() { id }: Issue, @Info() info: GraphQLResolveInfo) {
    return (await of(ctx, Vote, id, info)) ?? []
  }

  @Needs('id')
  @FieldResolver(() => Project, { nullable: true })
  async project(@Ctx() ctx: Context, @Root() { id }: Issue, @Info() info: GraphQLResolveInfo) {
    return (await of(ctx, Project, id, info))?.at(-1) ?? null
  }

  @Needs('id')
  @FieldResolver(() => Compact, { nullable: true, description: 'The latest edition.' })
  async compact(@Ctx() ctx: Context, @Root() { id }: Issue, @Info() info: GraphQLResolveInfo) {
    return (await of(ctx, Compact, id, info))?.at(-1) ?? null
  }
}

/** What hangs on an issue, oldest first, in the columns asked for; one statement a kind. */
const of = <T extends Meeting | Vote | Project | Compact>(
  ctx: Context,
  entity: new () => T,
  id: string,
  info: GraphQLResolveInfo,
): Promise<T[] | null> => {
  const asked = columns(ctx, entity, info)
  return many(ctx, `issue.${entity.name} ${asked?.join()}`, id, async (ids) => {
    const rows = await ctx.em.find(entity as new () => Meeting, { issue: { $in: ids } } as FilterQuery<Meeting>, {
      orderBy: { createdAt: 'asc', id: 'asc' },
      ...((asked && { fields: ['id', 'issue', ...asked] }) as object),
    })
    return grouped(rows as unknown as T[], (row) => row.issue.id)
  })
}
