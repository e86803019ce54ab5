// Meetings: reading them, planning them and carrying them on.
import type { FilterQuery } from '@mikro-orm/postgresql'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql'
import { Needs, SignedIn } from '../shared/access.ts'
import { find, grouped, many, type Context } from '../shared/context.ts'
import { Event, EventsArgs, eventsOf } from '../shared/event.ts'
import { connection, page, PageArgs } from '../shared/page.ts'
import { allOf, inDivision, where } from '../shared/scope.ts'
import { among } from './among.ts'
import { Compact } from './compact.entity.ts'
import { within } from './days.inputs.ts'
import { Division } from './division.stub.ts'
import { Electorate } from './electorate.entity.ts'
import { Issue } from './issue.entity.ts'
import { AgendaItem, Meeting, meetingTypes } from './meeting.entity.ts'
import { MEETING_FACTS, meetingFacts } from './meeting.facts.ts'
import { MeetingFilter } from './meeting.inputs.ts'
import { meetingMachine } from './meeting.machine.ts'
import { uuids } from './transaction.ts'
import { Vote } from './vote.entity.ts'
import { Waiting, waitingOf } from './waiting.ts'

const MeetingConnection = connection(Meeting, 'Meeting')

@Resolver(() => Meeting)
export class MeetingResolver {
  @SignedIn()
  @Query(() => Meeting, { nullable: true })
  meeting(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return find(ctx, Meeting, id)
  }

  @SignedIn()
  @Query(() => MeetingConnection, { description: 'Meetings, latest first.' })
  meetings(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => MeetingFilter, { nullable: true }) filter: MeetingFilter | undefined,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { ids, division, status, type, from, held } = filter ?? {}
    const asked = allOf(
      among(ids),
      division ? inDivision(division) : true,
      status ? { status: { $in: status } } : true,
      type ? { type: { $in: type } } : true,
      from ? { startsAt: { $gte: from } } : true,
      held ? { openedAt: within(held) } : true,
    )
    return page(ctx, Meeting, { where: where(asked) as FilterQuery<Meeting>, orderBy: { startsAt: 'desc' }, first, after, info })
  }

  @Needs('division')
  @FieldResolver(() => Division)
  division(@Root() meeting: Meeting) {
    return { code: meeting.division }
  }

  @Needs('issue')
  @FieldResolver(() => Issue, { nullable: true })
  issue(@Ctx() ctx: Context, @Root() meeting: Meeting) {
    return find(ctx, Issue, meeting.issue.id)
  }

  @Needs('compact')
  @FieldResolver(() => Compact, { nullable: true, description: 'The compact it is to adopt or repeal.' })
  compact(@Ctx() ctx: Context, @Root() meeting: Meeting) {
    return meeting.compact && find(ctx, Compact, meeting.compact.id)
  }

  @Needs('id')
  @FieldResolver(() => [AgendaItem])
  async agenda(@Ctx() ctx: Context, @Root() { id }: Meeting) {
    const items = await many(ctx, 'meeting.items', id, async (ids) => {
      const rows = await ctx.em.find(AgendaItem, { meeting: { $in: ids } }, { orderBy: { position: 'asc' } })
      return grouped(rows, (row) => row.meeting.id)
    })
    return items ?? []
  }

  @Needs('id')
  @FieldResolver(() => Electorate, { nullable: true, description: 'Frozen when notice was given.' })
  electorate(@Ctx() ctx: Context, @Root() { id }: Meeting) {
    return many(ctx, 'meeting.electorate', id, async (ids) => {
      const rows = await ctx.em.find(Electorate, { meeting: { $in: ids } })
      return new Map(rows.map((row) => [row.meeting.id, row]))
    })
  }

  @Needs('id')
  @FieldResolver(() => Int, { description: 'Residents who checked in.' })
  async attendanceCount(@Ctx() ctx: Context, @Root() { id }: Meeting): Promise<number> {
    const count = await many(ctx, 'meeting.attendance', id, async (ids) => {
      const rows = await ctx.em.execute<{ id: string; count: number }[]>(
        'select meeting_id as id, count(*)::int as count from compacts.attendance where meeting_id = any(?::uuid[]) group by 1',
        [uuids(ids)],
      )
      return new Map(rows.map((row) => [row.id, row.count]))
    })
    return count ?? 0
  }

  @Needs('id')
  @FieldResolver(() => [Vote])
  async votes(@Ctx() ctx: Context, @Root() { id }: Meeting) {
    const votes = await many(ctx, 'meeting.votes', id, async (ids) => {
      const rows = await ctx.em.find(Vote, { meeting: { $in: ids } }, { orderBy: { createdAt: 'asc' } })
      return grouped(rows, (row) => row.meeting.id)
    })
    return votes ?? []
  }

  @Needs(...MEETING_FACTS)
  @FieldResolver(() => [meetingTypes.Offer])
  async offers(@Ctx() ctx: Context, @Root() meeting: Meeting) {
    const { status, division, previousStatus } = meeting
    return meetingMachine.offers({ ...(await meetingFacts(ctx, meeting)), status, division, previousStatus }, ctx.actor, ctx.now)
  }

  @Needs('id')
  @FieldResolver(() => [Event])
  events(@Ctx() ctx: Context, @Root() { id }: Meeting, @Args(() => EventsArgs) { last }: EventsArgs) {
    return eventsOf(ctx, id, last)
  }

  @Needs('id', 'status')
  @FieldResolver(() => Waiting)
  waiting(@Ctx() ctx: Context, @Root() meeting: Meeting) {
    return waitingOf(ctx, meetingMachine, meeting)
  }
}
