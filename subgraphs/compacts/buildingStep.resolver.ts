// Carrying a lift retrofit on: its owners, its agreement, the departments' approvals and their seals.
import { LockMode } from '@mikro-orm/postgresql'
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For, SignedIn } from '../shared/access.ts'
import { dayOf } from '../shared/calendar.ts'
import { find, take, type Context } from '../shared/context.ts'
import { badInput, notFound, refused } from '../shared/errors.ts'
import { begin, record } from '../shared/event.ts'
import { text } from '../shared/words.ts'
import { actBuilding } from './building.acts.ts'
import { ApprovalStep, BuildingProject, buildingTypes, OwnerEntry } from './building.entity.ts'
import { AgreementInput, ApprovalInput, BuildingProjectInput, ApprovalDecisionInput, OwnerInput } from './building.inputs.ts'
import { buildingProjectMachine, type BuildingAction } from './building.machine.ts'
import { APPROVAL_STAGES } from './building.rules.ts'
import { Issue } from './issue.entity.ts'
import { Meeting } from './meeting.entity.ts'
import { MeetingInput } from './meeting.inputs.ts'
import { planOn } from './meetingStep.resolver.ts'
import { COMMITTEE, mustHold, mustNotCarry } from './rights.ts'
import { onRoll } from './roll.messages.ts'
import { LINE, said } from './said.ts'

const what = buildingProjectMachine.label
const MOST = 500
const UNDER_WAY = buildingProjectMachine.stateNames.filter((state) => !('final' in buildingProjectMachine.states[state]))

/** What a history tells of owners: how many, and how much is theirs; not which of them. */
const sumOf = (owners: readonly { readonly areaCm2: number }[]) => ({
  owners: owners.length,
  area: owners.reduce((sum, { areaCm2 }) => sum + areaCm2, 0) / 10_000,
})

const dayIn = (day: string, field: string): string => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(Date.parse(day)))
    throw badInput(text('日期格式应为 2026-01-01。', 'A date is written 2026-01-01.'), { field })
  return day
}

@Resolver()
export class BuildingStepResolver {
  @For(...COMMITTEE)
  @Mutation(() => BuildingProject, { description: 'Makes the wish of an issue for a lift a building project.' })
  async createBuildingProject(
    @Ctx() ctx: Context,
    @Arg('issue', () => ID) id: string,
    @Arg('input', () => BuildingProjectInput) input: BuildingProjectInput,
  ) {
    const issue = await find(ctx, Issue, id)
    if (!issue) throw notFound(text('议题', 'Issue'))
    mustHold(ctx, COMMITTEE, issue.division)
    if (!['DELIBERATING', 'ADOPTED'].includes(issue.status))
      throw refused(text('议题立题以后才能形成加装电梯项目。', 'The issue must be accepted first.'))
    const [door, today] = [said(input.door, 'door', LINE), dayOf(ctx.now)]
    const ruleDay = dayIn(input.ruleDay ?? today, 'ruleDay')
    if (ruleDay > today) throw badInput(text('日期不能晚于今天。', 'The day is not in the future.'), { field: 'ruleDay' })
    const project = ctx.em.create(BuildingProject, {
      id: uuidv7(),
      division: issue.division,
      issue,
      title: said(input.title, 'title', LINE),
      door,
      ruleDay,
      createdAt: ctx.now,
    })
    await begin(ctx, buildingProjectMachine, project, { title: project.title, data: { door, ruleDay } })
    return project
  }

  @SignedIn()
  @Mutation(() => BuildingProject, { description: 'Takes an action of the lift workflow that carries no data.' })
  async actOnBuildingProject(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('action', () => buildingTypes.Action) action: BuildingAction,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('reason', () => String, { nullable: true }) reason?: string,
  ) {
    mustNotCarry(buildingProjectMachine, action)
    return actBuilding(ctx, await take(ctx, BuildingProject, what, id, expectedVersion), action, { reason })
  }

  @For(...COMMITTEE)
  @Mutation(() => [OwnerEntry], {
    description:
      'Enters the owners of a door with their floor area, in place of what was entered before, while a lift project of it is under way: its history keeps that they were. Frozen rolls stay.',
  })
  async recordOwners(
    @Ctx() ctx: Context,
    @Arg('division', () => ID) division: string,
    @Arg('door', () => String) door: string,
    @Arg('owners', () => [OwnerInput]) owners: OwnerInput[],
  ) {
    mustHold(ctx, COMMITTEE, division)
    const at = said(door, 'door', LINE)
    if (owners.length === 0 || owners.length > MOST)
      throw badInput(text(`一个门栋的业主为1至${MOST}户。`, `A door has 1 to ${MOST} owners.`), { field: 'owners' })
    const seen = new Set<string>()
    for (const { rooms, areaCm2, resident } of owners) {
      const one = said(rooms, 'owners', LINE)
      if (seen.has(one)) throw badInput(text(`“${one}”重复。`, `“${one}” stands twice.`), { field: 'owners' })
      seen.add(one)
      if (!Number.isSafeInteger(areaCm2) || areaCm2 <= 0)
        throw badInput(text(`“${one}”的面积应为正整数（平方厘米）。`, `The area of “${one}” must be a whole number of cm².`), {
          field: 'owners',
        })
      if (resident && !(await onRoll(ctx, resident, division)))
        throw badInput(text(`“${one}”所填的居民不在本社区名册中。`, `The resident of “${one}” is not on the roll.`), {
          field: 'owners',
        })
    }
    const projects = await ctx.em.find(
      BuildingProject,
      { division, door: at, status: { $in: UNDER_WAY } },
      { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
    )
    if (!projects.length) throw refused(text('该门栋没有办理中的加装电梯项目。', 'No lift project of this door is under way.'))
    const data = { before: sumOf(await ctx.em.find(OwnerEntry, { division, door: at })), after: sumOf(owners) }
    await ctx.em.nativeDelete(OwnerEntry, { division, door: at })
    const rows = owners.map(({ rooms, areaCm2, resident }) =>
      ctx.em.create(OwnerEntry, { id: uuidv7(), division, door: at, rooms: rooms.trim(), areaCm2, resident: resident ?? null }),
    )
    await ctx.em.flush()
    for (const project of projects) await this.note(ctx, project, 'RECORD_OWNERS', data)
    return rows
  }

  @For(...COMMITTEE)
  @Mutation(() => Meeting, { description: 'Calls the owners of the door together to decide.' })
  async callOwners(
    @Ctx() ctx: Context,
    @Arg('project', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => MeetingInput) input: MeetingInput,
  ) {
    const building = await take(ctx, BuildingProject, what, id, expectedVersion)
    await actBuilding(ctx, building, 'CONVENE', { data: { startsAt: input.startsAt } })
    const issue = await ctx.em.findOneOrFail(Issue, { id: building.issue.id })
    return planOn(ctx, { issue, building }, { ...input, type: 'OWNERS', matter: 'LIFT' })
  }

  @For(...COMMITTEE)
  @Mutation(() => BuildingProject, { description: 'Records what the owners agreed on, and what it costs, in fen.' })
  async recordLiftAgreement(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => AgreementInput) { agreement, cost, compoundOwners, compoundAgree }: AgreementInput,
  ) {
    const words = said(agreement, 'agreement')
    if (cost < 0) throw badInput(text('费用不能为负数。', 'What it costs is not negative.'), { field: 'cost' })
    if (compoundAgree < 0 || compoundAgree > compoundOwners)
      throw badInput(text('同意人数不能超过小区业主人数。', 'No more can agree than there are owners.'), {
        field: 'compoundAgree',
      })
    const project = await take(ctx, BuildingProject, what, id, expectedVersion)
    await actBuilding(ctx, project, 'AGREE', { data: { agreement: words, cost } })
    return Object.assign(project, { agreement: words, cost, compoundOwners, compoundAgree })
  }

  @For(...COMMITTEE)
  @Mutation(() => BuildingProject, { description: 'Records that a department was asked for its approval.' })
  async submitApproval(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => ApprovalInput) { stage, department, requiredSeals, submittedOn }: ApprovalInput,
  ) {
    const project = await this.open(ctx, id, expectedVersion)
    if (requiredSeals < 0) throw badInput(text('用印数不能为负数。', 'Seals are not negative.'), { field: 'requiredSeals' })
    const step = {
      stage,
      department: said(department, 'department', LINE),
      requiredSeals,
      submittedOn: dayIn(submittedOn, 'submittedOn'),
    }
    ctx.em.create(ApprovalStep, { ...step, id: uuidv7(), project })
    await this.note(ctx, project, 'SUBMIT_APPROVAL', { stage: APPROVAL_STAGES[stage].zh, department: step.department })
    return project
  }

  @For(...COMMITTEE)
  @Mutation(() => BuildingProject, { description: 'Records what a department decided, and the seals it gave.' })
  async decideApproval(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('approval', () => ID) approval: string,
    @Arg('input', () => ApprovalDecisionInput) { result, seals, decidedOn, document }: ApprovalDecisionInput,
  ) {
    const project = await this.open(ctx, id, expectedVersion)
    const step = await ctx.em.findOne(ApprovalStep, { id: approval, project: id })
    if (!step) throw notFound(text('审批事项', 'Approval'))
    if (step.result)
      throw refused(text('该事项已有结果；重新申报的，请另行登记。', 'It is decided; a new application is a new entry.'))
    if (seals < 0 || seals > step.requiredSeals)
      throw badInput(text(`用印数应为0至${step.requiredSeals}。`, `Seals are 0 to ${step.requiredSeals}.`), { field: 'seals' })
    if (result === 'APPROVED' && seals < step.requiredSeals)
      throw badInput(text('印章尚未盖齐，不能登记为同意。', 'Seals are missing; it is not approved yet.'), { field: 'seals' })
    if (dayIn(decidedOn, 'decidedOn') < step.submittedOn)
      throw badInput(text('办结日期不能早于申报日期。', 'It cannot be decided before it was submitted.'), { field: 'decidedOn' })
    Object.assign(step, { result, seals, decidedOn, document: document?.trim() || null })
    const { department } = step
    await this.note(ctx, project, 'DECIDE_APPROVAL', {
      department,
      seals,
      document: step.document,
      result: result === 'APPROVED' ? '同意' : '不同意',
    })
    return project
  }

  private async open(ctx: Context, id: string, expectedVersion: number): Promise<BuildingProject> {
    const project = await take(ctx, BuildingProject, what, id, expectedVersion)
    mustHold(ctx, COMMITTEE, project.division)
    if (buildingProjectMachine.states[project.status].final) throw refused(text('项目已经结束。', 'The project is over.'))
    return project
  }

  private note(ctx: Context, project: BuildingProject, action: string, data: object): Promise<void> {
    const { status, title } = project
    return record(ctx, project, { type: 'BuildingProject', action, from: status, to: status, title, data })
  }
}
