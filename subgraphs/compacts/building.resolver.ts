// Lift retrofits: reading them, with the numbers an officer is asked for: departments, seals, meetings.
import type { FilterQuery } from '@mikro-orm/postgresql'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, Field, FieldResolver, ID, Info, Int, ObjectType, Query, Resolver, Root } from 'type-graphql'
import { For, Needs, SignedIn } from '../shared/access.ts'
import { find, grouped, many, type Context } from '../shared/context.ts'
import { Event, EventsArgs, eventsOf } from '../shared/event.ts'
import { connection, page, PageArgs } from '../shared/page.ts'
import { allOf, inDivision, where } from '../shared/scope.ts'
import { among } from './among.ts'
import { ApprovalStep, BuildingProject, buildingTypes, OwnerEntry } from './building.entity.ts'
import { BUILDING_FACTS, buildingFacts, ruleOfBuilding } from './building.facts.ts'
import { BuildingProjectFilter } from './building.inputs.ts'
import { buildingProjectMachine } from './building.machine.ts'
import { Division } from './division.stub.ts'
import { Issue } from './issue.entity.ts'
import { Meeting } from './meeting.entity.ts'
import { Resident } from './resident.stub.ts'
import { uuids } from './transaction.ts'
import { ruleTextOf } from './vote.facts.ts'
import { Waiting, waitingOf } from './waiting.ts'

const BuildingProjectConnection = connection(BuildingProject, 'BuildingProject')

@SignedIn()
@ObjectType({ description: 'How much a lift retrofit has taken so far.' })
class BuildingEffort {
  @Field(() => Int, { description: 'Departments it has been submitted to.' }) departments!: number
  @Field(() => Int, { description: 'Seals given.' }) seals!: number
  @Field(() => Int, { description: 'Meetings held on it.' }) meetings!: number
}

const NONE: BuildingEffort = { departments: 0, seals: 0, meetings: 0 }

@Resolver(() => BuildingProject)
export class BuildingResolver {
  @SignedIn()
  @Query(() => BuildingProject, { nullable: true })
  buildingProject(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return find(ctx, BuildingProject, id)
  }

  @SignedIn()
  @Query(() => BuildingProjectConnection, { description: 'Lift retrofits, latest first.' })
  buildingProjects(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => BuildingProjectFilter, { nullable: true }) filter: BuildingProjectFilter | undefined,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { ids, division, status } = filter ?? {}
    const asked = allOf(among(ids), division ? inDivision(division) : true, status ? { status: { $in: status } } : true)
    const whole = where(asked) as FilterQuery<BuildingProject>
    return page(ctx, BuildingProject, { where: whole, orderBy: { createdAt: 'desc' }, first, after, info })
  }

  @For('COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER', 'MEETING_CHAIR', 'SUPERVISION_MEMBER')
  @Query(() => [OwnerEntry], { description: 'The owners of a door, as the committee entered them.' })
  owners(@Ctx() ctx: Context, @Arg('division', () => ID) division: string, @Arg('door', () => String) door: string) {
    return ctx.em.find(OwnerEntry, { division, door }, { orderBy: { rooms: 'asc' } })
  }

  @Needs('division')
  @FieldResolver(() => Division)
  division(@Root() { division }: BuildingProject) {
    return { code: division }
  }

  @Needs('issue')
  @FieldResolver(() => Issue, { nullable: true })
  issue(@Ctx() ctx: Context, @Root() { issue }: BuildingProject) {
    return find(ctx, Issue, issue.id)
  }

  @Needs('ruleDay', 'division')
  @FieldResolver(() => String, { description: 'How its owners decide, with the article.' })
  ruleText(@Ctx() ctx: Context, @Root() project: BuildingProject): string {
    return ruleTextOf(ruleOfBuilding(ctx, project), ctx.actor.locale)
  }

  @Needs('ruleDay', 'division')
  @FieldResolver(() => Boolean, { description: 'Whether the rule of its day asks for a share of the whole compound too.' })
  asksCompound(@Ctx() ctx: Context, @Root() project: BuildingProject): boolean {
    return ruleOfBuilding(ctx, project).compound !== undefined
  }

  @Needs('id')
  @FieldResolver(() => [ApprovalStep], { description: 'In the order in which they were submitted.' })
  async approvals(@Ctx() ctx: Context, @Root() { id }: BuildingProject) {
    const rows = await many(ctx, 'building.approvals', id, async (ids) =>
      grouped(
        await ctx.em.find(ApprovalStep, { project: { $in: ids } }, { orderBy: { submittedOn: 'asc', id: 'asc' } }),
        (row) => row.project.id,
      ),
    )
    return rows ?? []
  }

  @Needs('id')
  @FieldResolver(() => [Meeting], { description: 'Of its owners, and coordination meetings on its issue.' })
  async meetings(@Ctx() ctx: Context, @Root() { id }: BuildingProject) {
    const rows = await many(ctx, 'building.meetings', id, async (ids) => {
      const found = await ctx.em.execute<{ id: string; meeting: string }[]>(MEETINGS, [uuids(ids)])
      return grouped(found, (row) => row.id)
    })
    const meetings = await Promise.all((rows ?? []).map(({ meeting }) => find(ctx, Meeting, meeting)))
    return meetings.filter((meeting) => meeting !== null)
  }

  @Needs('id')
  @FieldResolver(() => BuildingEffort)
  async effort(@Ctx() ctx: Context, @Root() { id }: BuildingProject): Promise<BuildingEffort> {
    const effort = await many(ctx, 'building.effort', id, async (ids) => {
      const rows = await ctx.em.execute<(BuildingEffort & { id: string })[]>(
        `select p.id, coalesce(a.departments, 0) as departments, coalesce(a.seals, 0) as seals, coalesce(m.meetings, 0) as meetings
           from compacts.building_project p
           left join (select project_id, count(distinct department)::int as departments, sum(seals)::int as seals from compacts.approval_step group by 1) a on a.project_id = p.id
           left join (select id, count(*)::int as meetings from (${MEETINGS}) h where is_held group by 1) m on m.id = p.id
          where p.id = any(?::uuid[])`,
        [uuids(ids), uuids(ids)],
      )
      return new Map(rows.map((row) => [row.id, row]))
    })
    return effort ?? NONE
  }

  @Needs(...BUILDING_FACTS)
  @FieldResolver(() => [buildingTypes.Offer])
  async offers(@Ctx() ctx: Context, @Root() project: BuildingProject) {
    const { status, division, previousStatus } = project
    const subject = { ...(await buildingFacts(ctx, project)), status, division, previousStatus }
    return buildingProjectMachine.offers(subject, ctx.actor, ctx.now)
  }

  @Needs('id')
  @FieldResolver(() => [Event])
  events(@Ctx() ctx: Context, @Root() { id }: BuildingProject, @Args(() => EventsArgs) { last }: EventsArgs) {
    return eventsOf(ctx, id, last)
  }

  @Needs('id', 'status')
  @FieldResolver(() => Waiting)
  waiting(@Ctx() ctx: Context, @Root() project: BuildingProject) {
    return waitingOf(ctx, buildingProjectMachine, project)
  }
}

@Resolver(() => OwnerEntry)
export class OwnerEntryResolver {
  @Needs('resident')
  @FieldResolver(() => Resident, { nullable: true, description: 'Who votes for it in an app.' })
  resident(@Root() { resident }: OwnerEntry) {
    return resident && { id: resident }
  }
}

@Resolver(() => Issue)
export class IssueLiftResolver {
  @Needs('id')
  @FieldResolver(() => [BuildingProject], { description: 'Lift retrofits that came of it, oldest first.' })
  async lifts(@Ctx() ctx: Context, @Root() { id }: Issue): Promise<BuildingProject[]> {
    const rows = await many(ctx, 'issue.lifts', id, async (ids) =>
      grouped(
        await ctx.em.find(BuildingProject, { issue: { $in: ids } }, { orderBy: { createdAt: 'asc', id: 'asc' } }),
        (row) => row.issue.id,
      ),
    )
    return rows ?? []
  }
}

const MEETINGS = `select p.id, m.id as meeting, m.opened_at is not null as is_held from compacts.building_project p
  join compacts.meeting m on m.building_id = p.id or (m.issue_id = p.issue_id and m.type = 'COORDINATION')
 where p.id = any(?::uuid[]) order by m.starts_at`
