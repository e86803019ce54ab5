// Reading projects: owner, money by source, milestones.
import { raw, type FilterQuery } from '@mikro-orm/postgresql'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql'
import { Needs, SignedIn } from '../shared/access.ts'
import { dayOf } from '../shared/calendar.ts'
import { find, grouped, many, type Context } from '../shared/context.ts'
import { Event, EventsArgs, eventsOf } from '../shared/event.ts'
import { connection, page, PageArgs } from '../shared/page.ts'
import { allOf, inDivision, where } from '../shared/scope.ts'
import { among } from './among.ts'
import { Division } from './division.stub.ts'
import { ProjectFund } from './fund.entity.ts'
import { Issue } from './issue.entity.ts'
import { Milestone, Project, projectTypes } from './project.entity.ts'
import { PROJECT_FACTS, projectFacts } from './project.facts.ts'
import { ProjectFilter } from './project.inputs.ts'
import { projectMachine } from './project.machine.ts'
import { daysLate } from './project.rules.ts'
import { Waiting, waitingOf } from './waiting.ts'

const ProjectConnection = connection(Project, 'Project')

/** Under way with a milestone whose day has passed. */
const isLate = (now: Date) => ({
  [raw(
    (project) =>
      `${project}.status in ('IN_PROGRESS', 'REWORK') and exists (select 1 from compacts.milestone m where m.project_id = ${project}.id and m.evidence is null and m.due_on < '${dayOf(now)}')`,
  )]: [],
})

@Resolver(() => Project)
export class ProjectResolver {
  @SignedIn()
  @Query(() => Project, { nullable: true })
  project(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return find(ctx, Project, id)
  }

  @SignedIn()
  @Query(() => ProjectConnection, { description: 'Projects, latest first.' })
  projects(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => ProjectFilter, { nullable: true }) filter: ProjectFilter | undefined,
    @Info() info: GraphQLResolveInfo,
  ) {
    const asked = allOf(
      among(filter?.ids),
      filter?.division ? inDivision(filter.division) : true,
      filter?.status ? { status: { $in: filter.status } } : true,
      filter?.late ? isLate(ctx.now) : true,
    )
    return page(ctx, Project, { where: where(asked) as FilterQuery<Project>, orderBy: { createdAt: 'desc' }, first, after, info })
  }

  @Needs('division')
  @FieldResolver(() => Division)
  division(@Root() project: Project) {
    return { code: project.division }
  }

  @Needs('issue')
  @FieldResolver(() => Issue, { nullable: true })
  issue(@Ctx() ctx: Context, @Root() project: Project) {
    return find(ctx, Issue, project.issue.id)
  }

  @Needs('id')
  @FieldResolver(() => [Milestone])
  async milestones(@Ctx() ctx: Context, @Root() { id }: Project) {
    const steps = await many(ctx, 'project.milestones', id, async (ids) => {
      const rows = await ctx.em.find(Milestone, { project: { $in: ids } }, { orderBy: { position: 'asc' } })
      return grouped(rows, (row) => row.project.id)
    })
    return steps ?? []
  }

  @Needs('id')
  @FieldResolver(() => [ProjectFund], { description: 'The budget by source, the largest first.' })
  async funds(@Ctx() ctx: Context, @Root() { id }: Project) {
    const funds = await many(ctx, 'project.funds', id, async (ids) => {
      const rows = await ctx.em.find(ProjectFund, { project: { $in: ids } }, { orderBy: { amount: 'desc', id: 'asc' } })
      return grouped(rows, (row) => row.project.id)
    })
    return funds ?? []
  }

  @Needs(...PROJECT_FACTS)
  @FieldResolver(() => [projectTypes.Offer])
  async offers(@Ctx() ctx: Context, @Root() project: Project) {
    const { status, division, previousStatus } = project
    return projectMachine.offers({ ...(await projectFacts(ctx, project)), status, division, previousStatus }, ctx.actor, ctx.now)
  }

  @Needs('id')
  @FieldResolver(() => [Event])
  events(@Ctx() ctx: Context, @Root() { id }: Project, @Args(() => EventsArgs) { last }: EventsArgs) {
    return eventsOf(ctx, id, last)
  }

  @Needs('id', 'status')
  @FieldResolver(() => Waiting)
  waiting(@Ctx() ctx: Context, @Root() project: Project) {
    return waitingOf(ctx, projectMachine, project)
  }
}

@Resolver(() => Milestone)
export class MilestoneResolver {
  @Needs('dueOn', 'evidence')
  @FieldResolver(() => Int, { description: 'Days it is overdue; 0 when done or not due.' })
  daysLate(@Ctx() ctx: Context, @Root() { dueOn, evidence }: Milestone): number {
    return daysLate(dueOn, evidence !== null, dayOf(ctx.now))
  }
}
