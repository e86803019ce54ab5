// Setting projects up and carrying them on: money by source, milestones with their days, evidence, settlement.
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For, SignedIn } from '../shared/access.ts'
import { take, type Context } from '../shared/context.ts'
import { badInput, notFound, refused } from '../shared/errors.ts'
import { begin } from '../shared/event.ts'
import { text } from '../shared/words.ts'
import { columnsIn } from './changes.ts'
import { ProjectFund } from './fund.entity.ts'
import { totalOf } from './fund.rules.ts'
import { actIssue } from './issue.acts.ts'
import { Issue } from './issue.entity.ts'
import { issueMachine } from './issue.machine.ts'
import { actProject, dayGiven, noteOn } from './project.acts.ts'
import { Milestone, Project, projectTypes } from './project.entity.ts'
import { ownsProject } from './project.facts.ts'
import { FundSpent, MilestoneInput, ProjectInput } from './project.inputs.ts'
import { projectMachine, type ProjectAction } from './project.machine.ts'
import { COMMITTEE, mustHold, mustNotCarry } from './rights.ts'
import { LINE, said } from './said.ts'

const what = projectMachine.label
const UNDER_WAY = new Set<string>(['IN_PROGRESS', 'REWORK'])

const addMilestone = (ctx: Context, project: Project, position: number, { title, dueOn, isMandatory }: MilestoneInput): void => {
  const day = dayGiven(dueOn, 'dueOn')
  ctx.em.create(Milestone, { id: uuidv7(), project, position, title: said(title, 'title', LINE), dueOn: day, isMandatory })
}

/** Writes milestones and funds of a project that has not started. */
const setParts = (ctx: Context, project: Project, { milestones, funds }: ProjectInput): void => {
  if (milestones.length === 0)
    throw badInput(text('项目至少有一个节点。', 'A project has at least one milestone.'), { field: 'milestones' })
  if (new Set(funds.map(({ source }) => source)).size < funds.length)
    throw badInput(text('同一资金来源只填一次。', 'Name each source once.'), { field: 'funds' })
  if (funds.some(({ amount }) => amount < 0))
    throw badInput(text('预算不能为负数。', 'A budget is not negative.'), { field: 'funds' })
  milestones.forEach((milestone, i) => addMilestone(ctx, project, i + 1, milestone))
  for (const fund of funds) ctx.em.create(ProjectFund, { id: uuidv7(), project, ...fund })
}

const columnsOf = ({ title, owner, ownerAccount, organization, funds }: ProjectInput) => ({
  title: said(title, 'title', LINE),
  owner: said(owner, 'owner', LINE),
  ownerAccount: ownerAccount ?? null,
  organization: organization ?? null,
  budget: totalOf(funds),
})

const REVISED = ['title', 'owner', 'budget'] as const

/** The project to be worked on, by its owner or the committee. */
const taken = async (ctx: Context, id: string, expectedVersion: number): Promise<Project> => {
  const project = await take(ctx, Project, what, id, expectedVersion)
  if (!ownsProject(ctx, project)) mustHold(ctx, COMMITTEE, project.division)
  if (!UNDER_WAY.has(project.status))
    throw refused(text('项目推进中才能登记节点。', 'Milestones are recorded while the project is under way.'))
  return project
}

const waiting = async (ctx: Context, project: Project, id: string): Promise<Milestone> => {
  const milestone = await ctx.em.findOne(Milestone, { id, project: project.id })
  if (!milestone) throw notFound(text('节点', 'Milestone'))
  return milestone
}

@Resolver()
export class ProjectStepResolver {
  @For(...COMMITTEE)
  @Mutation(() => Project, { description: 'Makes an adopted issue a project with owner, budget by source and milestones.' })
  async createProject(
    @Ctx() ctx: Context,
    @Arg('issue', () => ID) id: string,
    @Arg('expectedVersion', () => Int, { description: 'Of the issue.' }) expectedVersion: number,
    @Arg('input', () => ProjectInput) input: ProjectInput,
  ) {
    const issue = await take(ctx, Issue, issueMachine.label, id, expectedVersion)
    const columns = columnsOf(input)
    await actIssue(ctx, issue, 'IMPLEMENT', { data: { owner: columns.owner, budget: columns.budget } })
    const project = ctx.em.create(Project, { ...columns, id: uuidv7(), division: issue.division, issue, createdAt: ctx.now })
    setParts(ctx, project, input)
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
    await ctx.em.nativeDelete(ProjectFund, { project: id })
    setParts(ctx, project, input)
    const { milestones, funds } = input
    return noteOn(ctx, project, 'REVISE', { before, after: columnsIn(project, REVISED), milestones, funds })
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
    const project = await taken(ctx, id, expectedVersion)
    const milestone = await waiting(ctx, project, milestoneId)
    Object.assign(milestone, { evidence: said(evidence, 'evidence'), evidencedAt: ctx.now })
    return noteOn(ctx, project, 'EVIDENCE', { milestone: milestone.title, evidence: milestone.evidence })
  }

  @For(...COMMITTEE)
  @Mutation(() => Project, { description: 'Adds a milestone to a project under way, such as what a rework has to bring.' })
  async addMilestone(
    @Ctx() ctx: Context,
    @Arg('project', () => ID) id: string,
    @Arg('expectedVersion', () => Int, { description: 'Of the project.' }) expectedVersion: number,
    @Arg('input', () => MilestoneInput) input: MilestoneInput,
  ) {
    const project = await taken(ctx, id, expectedVersion)
    addMilestone(ctx, project, (await ctx.em.count(Milestone, { project: id })) + 1, input)
    return noteOn(ctx, project, 'ADD_MILESTONE', { milestone: input.title.trim(), dueOn: input.dueOn })
  }

  @For(...COMMITTEE)
  @Mutation(() => Project, {
    description: 'Moves the day of a milestone that is not shown done, for a reason everyone can read.',
  })
  async moveMilestone(
    @Ctx() ctx: Context,
    @Arg('project', () => ID) id: string,
    @Arg('expectedVersion', () => Int, { description: 'Of the project.' }) expectedVersion: number,
    @Arg('milestone', () => ID) milestoneId: string,
    @Arg('dueOn', () => String, { description: '2026-01-01' }) dueOn: string,
    @Arg('reason', () => String) reason: string,
  ) {
    const project = await taken(ctx, id, expectedVersion)
    const milestone = await waiting(ctx, project, milestoneId)
    if (milestone.evidence !== null) throw refused(text('节点已经完成。', 'The milestone is done already.'))
    const before = { milestone: milestone.title, dueOn: milestone.dueOn }
    Object.assign(milestone, { dueOn: dayGiven(dueOn, 'dueOn'), alerts: 0 })
    const after = { milestone: milestone.title, dueOn }
    return noteOn(ctx, project, 'MOVE_MILESTONE', { before, after }, said(reason, 'reason'))
  }

  @SignedIn()
  @Mutation(() => Project, { description: 'Records what was spent of each fund, in fen; more than planned needs a word why.' })
  async settleProject(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('funds', () => [FundSpent]) spent: FundSpent[],
    @Arg('overspent', () => String, { nullable: true, description: 'Why more was spent than planned.' }) overspent?: string,
  ) {
    const project = await take(ctx, Project, what, id, expectedVersion)
    const funds = await ctx.em.find(ProjectFund, { project: id })
    const of = new Map(spent.map(({ source, amount }) => [source, amount]))
    if (of.size !== funds.length || funds.some(({ source }) => !of.has(source)))
      throw badInput(text('请按资金来源逐项填写决算。', 'Say what was spent of each source.'), { field: 'funds' })
    if (spent.some(({ amount }) => amount < 0))
      throw badInput(text('决算不能为负数。', 'What was spent is not negative.'), { field: 'funds' })
    const total = totalOf(spent)
    const isOver = total > project.budget
    if (isOver && !overspent?.trim())
      throw badInput(text('决算超过预算，请说明原因。', 'More was spent than planned; say why.'), { field: 'overspent' })
    await actProject(ctx, project, 'SETTLE', undefined, { spent: total, overspent: overspent?.trim() })
    for (const fund of funds) fund.spent = of.get(fund.source)!
    return Object.assign(project, { spent: total, overspent: isOver ? overspent!.trim() : null })
  }
}
