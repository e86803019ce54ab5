// Projects: reading them, setting them up and carrying them on.
import type { FilterQuery } from '@mikro-orm/postgresql'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For, Needs, SignedIn } from '../shared/access.ts'
import { dayOf } from '../shared/calendar.ts'
import { find, grouped, many, take, type Context } from '../shared/context.ts'
import { badInput, notFound, refused } from '../shared/errors.ts'
import { act, begin, Event, eventsOf, record } from '../shared/event.ts'
import { connection, page, PageArgs } from '../shared/page.ts'
import { allOf, inDivision, where } from '../shared/scope.ts'
import { text } from '../shared/words.ts'
import { columnsIn } from './changes.ts'
import { among } from './among.ts'
import { Division } from './division.stub.ts'
import { actIssue } from './issue.acts.ts'
import { Issue } from './issue.entity.ts'
import { issueMachine } from './issue.machine.ts'
import { Milestone, Project, projectTypes } from './project.entity.ts'
import { PROJECT_FACTS, projectFacts } from './project.facts.ts'
import { ProjectFilter, ProjectInput } from './project.inputs.ts'
import { projectMachine, type ProjectAction } from './project.machine.ts'
import { daysLate } from './project.rules.ts'
import { COMMITTEE, mustHold, mustNotCarry } from './rights.ts'
import { Waiting, waitingOf } from './waiting.ts'

const ProjectConnection = connection(Project, 'Project')
const what = projectMachine.label

const actProject = async (
  ctx: Context,
  project: Project,
  action: ProjectAction,
  reason?: string,
  data?: unknown,
): Promise<Project> => {
  await act(ctx, projectMachine, project, action, await projectFacts(ctx, project), { title: project.title, reason, data })
  if (action === 'DELIVER') project.deliveredAt = ctx.now
  return project
}

const setMilestones = (ctx: Context, project: Project, { milestones }: ProjectInput): void => {
  if (milestones.length === 0)
    throw badInput(text('项目至少有一个节点。', 'A project has at least one milestone.'), { field: 'milestones' })
  milestones.forEach(({ title, dueOn, isMandatory }, i) => {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(dueOn) || Number.isNaN(Date.parse(dueOn)))
      throw badInput(text('日期格式应为 2026-01-01。', 'A date is written 2026-01-01.'), { field: 'dueOn' })
    ctx.em.create(Milestone, { id: uuidv7(), project, position: i + 1, title: title.trim(), dueOn, isMandatory })
  })
}

const columnsOf = ({ title, owner, ownerAccount, budget, source }: ProjectInput) => {
  if (!owner.trim()) throw badInput(text('请填写责任单位。', 'Name the owner.'), { field: 'owner' })
  if (budget < 0) throw badInput(text('预算不能为负数。', 'A budget is not negative.'), { field: 'budget' })
  return { title: title.trim(), owner: owner.trim(), ownerAccount: ownerAccount ?? null, budget, source: source.trim() }
}

const REVISED = ['title', 'owner', 'budget', 'source'] as const

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

  @Needs(...PROJECT_FACTS)
  @FieldResolver(() => [projectTypes.Offer])
  async offers(@Ctx() ctx: Context, @Root() project: Project) {
    const { status, division, previousStatus } = project
    return projectMachine.offers({ ...(await projectFacts(ctx, project)), status, division, previousStatus }, ctx.actor, ctx.now)
  }

  @Needs('id')
  @FieldResolver(() => [Event])
  events(@Ctx() ctx: Context, @Root() { id }: Project) {
    return eventsOf(ctx, id)
  }

  @Needs('id', 'status')
  @FieldResolver(() => Waiting)
  waiting(@Ctx() ctx: Context, @Root() project: Project) {
    return waitingOf(ctx, projectMachine, project)
  }

  @For(...COMMITTEE)
  @Mutation(() => Project, { description: 'Makes an adopted issue a project with owner, budget and milestones.' })
  async createProject(
    @Ctx() ctx: Context,
    @Arg('issue', () => ID) id: string,
    @Arg('expectedVersion', () => Int, { description: 'Of the issue.' }) expectedVersion: number,
    @Arg('input', () => ProjectInput) input: ProjectInput,
  ) {
    const issue = await take(ctx, Issue, issueMachine.label, id, expectedVersion)
    await actIssue(ctx, issue, 'IMPLEMENT', { data: { owner: input.owner, budget: input.budget } })
    const project = ctx.em.create(Project, {
      ...columnsOf(input),
      id: uuidv7(),
      division: issue.division,
      issue,
      createdAt: ctx.now,
    })
    setMilestones(ctx, project, input)
    await begin(ctx, projectMachine, project, { title: project.title })
    return project
  }

  @For(...COMMITTEE)
  @Mutation(() => Project, { description: 'Changes a project that has not started.' })
  async reviseProject(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => ProjectInput) input: ProjectInput,
  ) {
    const project = await take(ctx, Project, what, id, expectedVersion)
    mustHold(ctx, COMMITTEE, project.division)
    if (project.status !== 'PLANNED')
      throw refused(text('项目已经启动，不能再修改。', 'The project has started and can no longer be changed.'))
    const before = columnsIn(project, REVISED)
    Object.assign(project, columnsOf(input))
    await ctx.em.nativeDelete(Milestone, { project: id })
    setMilestones(ctx, project, input)
    await record(ctx, project, {
      type: 'Project',
      action: 'REVISE',
      from: 'PLANNED',
      to: 'PLANNED',
      title: project.title,
      data: { before, after: columnsIn(project, REVISED), milestones: input.milestones },
    })
    return project
  }

  @SignedIn()
  @Mutation(() => Project, { description: 'Takes an action of the project workflow that carries no data.' })
  async actOnProject(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('action', () => projectTypes.Action) action: ProjectAction,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('reason', () => String, { nullable: true }) reason?: string,
  ) {
    mustNotCarry(projectMachine, action)
    return actProject(ctx, await take(ctx, Project, what, id, expectedVersion), action, reason)
  }

  @SignedIn()
  @Mutation(() => Project, { description: 'Says what shows that a milestone is done.' })
  async addMilestoneEvidence(
    @Ctx() ctx: Context,
    @Arg('project', () => ID) id: string,
    @Arg('expectedVersion', () => Int, { description: 'Of the project.' }) expectedVersion: number,
    @Arg('milestone', () => ID) milestoneId: string,
    @Arg('evidence', () => String) evidence: string,
  ) {
    const project = await take(ctx, Project, what, id, expectedVersion)
    if (project.ownerAccount !== ctx.actor.id) mustHold(ctx, COMMITTEE, project.division)
    if (!['IN_PROGRESS', 'REWORK'].includes(project.status))
      throw refused(text('项目推进中才能登记节点。', 'Milestones are recorded while the project is under way.'))
    if (!evidence.trim()) throw badInput(text('请填写完成说明。', 'Say what shows it.'), { field: 'evidence' })
    const milestone = await ctx.em.findOne(Milestone, { id: milestoneId, project: id })
    if (!milestone) throw notFound(text('节点', 'Milestone'))
    Object.assign(milestone, { evidence: evidence.trim(), evidencedAt: ctx.now })
    await record(ctx, project, {
      type: 'Project',
      action: 'EVIDENCE',
      from: project.status,
      to: project.status,
      title: project.title,
      data: { milestone: milestone.title, evidence: evidence.trim() },
    })
    return project
  }

  @SignedIn()
  @Mutation(() => Project, { description: 'Records what was spent, in fen.' })
  async settleProject(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('spent', () => Int) spent: number,
  ) {
    if (spent < 0) throw badInput(text('决算不能为负数。', 'What was spent is not negative.'), { field: 'spent' })
    const project = await take(ctx, Project, what, id, expectedVersion)
    await actProject(ctx, project, 'SETTLE', undefined, { spent })
    return Object.assign(project, { spent })
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
