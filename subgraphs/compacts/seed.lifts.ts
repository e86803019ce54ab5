// The demo's lifts: one being built, begun under the rules of the pilots, and one whose plan is posted. All of it is invented.
import { addDays, dayOf } from '../shared/calendar.ts'
import type { Context } from '../shared/context.ts'
import { ApprovalResult, ApprovalStep, type BuildingProject } from './building.entity.ts'
import type { BuildingAction } from './building.machine.ts'
import type { ApprovalStage } from './building.rules.ts'
import { BuildingStepResolver } from './buildingStep.resolver.ts'
import type { Issue } from './issue.entity.ts'
import { exampleResident, HOME } from './seed.people.ts'
import { Story } from './seed.steps.ts'
import { VotePurpose } from './vote.entity.ts'

const steps = new BuildingStepResolver()
const range = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, i) => from + i)
const FLOORS = 6
/** Two flats a floor, of unequal size. */
const AREAS = [885_600, 701_234]

/** A story that goes on to a lift. */
class Lifts extends Story {
  async begin(issue: Issue, door: string, owners: readonly number[], ruleDay?: string): Promise<BuildingProject> {
    const input = { title: issue.title, door, ...(ruleDay ? { ruleDay } : {}) }
    const project = await this.by('secretary', (ctx) => steps.createBuildingProject(ctx, issue.id, input))
    await this.take(project, 'ASSESS')
    const rooms = (n: number) => `${Math.floor(n / 2) + 1}0${(n % 2) + 1}室`
    const entered = owners.map((resident, n) => ({
      rooms: rooms(n),
      areaCm2: AREAS[n % 2]!,
      resident: exampleResident(resident),
    }))
    await this.by('member', (ctx) => steps.recordOwners(ctx, HOME, door, entered))
    await this.later(2).take(project, 'SURVEY', '场地、结构和管线具备条件（示例）。')
    return project
  }

  async take(project: BuildingProject, action: BuildingAction, reason?: string): Promise<void> {
    await this.by('secretary', (ctx) => steps.actOnBuildingProject(ctx, project.id, action, project.version, reason))
  }

  /** The owners meet after the days the law asks for, and decide. */
  async decide(project: BuildingProject, days: number, share: Parameters<Story['vote']>[2]): Promise<void> {
    const title = `${project.title}业主表决`
    const input = { type: 'OWNERS' as const, title, startsAt: this.after(days), place: '门洞前', agenda: ['是否加装电梯'] }
    const meeting = await this.by('secretary', (ctx) => steps.callOwners(ctx, project.id, project.version, input))
    await this.actMeeting('secretary', meeting, 'NOTICE')
    await this.later(days).open(meeting)
    await this.count(await this.vote(meeting, `同意为${project.door}加装电梯。`, share, VotePurpose.OWNERS))
    await this.publish(meeting, `${title}于门洞前召开，表决情况见计票单（示例）。`, ['表决通过。'])
  }

  async agree(project: BuildingProject, agreement: string, cost: number, compound = { owners: 0, agree: 0 }): Promise<void> {
    const input = { agreement, cost, compoundOwners: compound.owners, compoundAgree: compound.agree }
    await this.later(3).by('secretary', (ctx) => steps.recordLiftAgreement(ctx, project.id, project.version, input))
    await this.take(project, 'PUBLICISE')
  }

  /** One stage: each department is asked, and seals some days later. */
  async approve(project: BuildingProject, stage: ApprovalStage, seals: Readonly<Record<string, number>>): Promise<void> {
    const [submittedOn, decidedOn] = [dayOf(this.now), addDays(dayOf(this.now), 5)]
    for (const [department, requiredSeals] of Object.entries(seals))
      await this.by('member', (ctx) =>
        steps.submitApproval(ctx, project.id, project.version, { stage, department, requiredSeals, submittedOn }),
      )
    const asked = await this.ctx.em.find(ApprovalStep, { project: project.id, stage })
    this.later(6)
    for (const { id, requiredSeals } of asked) {
      const input = { result: ApprovalResult.APPROVED, seals: requiredSeals, decidedOn, document: '示例审批文号' }
      await this.by('member', (ctx) => steps.decideApproval(ctx, project.id, project.version, id, input))
    }
  }
}

/** Begun years ago: nine tenths of the door and two thirds of the compound, as the pilots asked; now it is built. */
export const liftBuilt = async (ctx: Context): Promise<void> => {
  const story = new Lifts(ctx, 100)
  const issue = await story.raise(
    94,
    '五号楼加装电梯',
    '五号楼六层没有电梯，多户老人上下楼困难；前些年已经按试点要求征询过意愿，希望继续推进。',
    range(95, 99),
  )
  await story.later(1).accept(issue, false)
  await story.consult(
    issue,
    'CONVERSATION',
    '五号楼加装电梯恳谈会',
    ['是否继续'],
    ['继续推进，按启动当日的规则表决'],
    range(94, 98),
  )
  const project = await story.later(1).begin(issue, '示例路99弄5号', range(94, 93 + 2 * FLOORS), '2015-06-01')
  await story.decide(project, 3, { agree: 92, disagree: 8, abstain: 0 })
  await story.agree(project, '一层不出资，二层起按楼层系数分摊。\n示例物业服务中心代管，维保费用按季分摊。', 62_000_000, {
    owners: 486,
    agree: 361,
  })
  await story.later(11).take(project, 'FILE_PLAN')
  await story.approve(project, 'PLAN_FILED', { 示例房屋管理部门: 2 })
  await story.take(project, 'SEEK_PLANNING')
  await story.approve(project, 'PLANNING', { 示例规划资源部门: 2, 示例绿化市容部门: 1 })
  await story.take(project, 'PROVE_STRUCTURE')
  await story.approve(project, 'STRUCTURE', { 示例房屋检测机构: 1 })
  await story.take(project, 'SEEK_PERMIT')
  await story.approve(project, 'PERMIT', { 示例建设管理部门: 2, 示例消防部门: 1 })
  await story.take(project, 'BUILD')
}

/** Decided by the rule of today, and posted: whoever objects does so now. */
export const liftPosted = async (ctx: Context): Promise<void> => {
  const story = new Lifts(ctx, 37)
  const issue = await story.raise(
    11,
    '三号楼加装电梯',
    '三号楼住着多位八十岁以上的老人，希望按现在的政策加装电梯。',
    range(12, 20),
  )
  await story.later(1).accept(issue, false)
  await story.consult(
    issue,
    'CONVERSATION',
    '三号楼加装电梯恳谈会',
    ['意愿和出资'],
    ['多数住户愿意，按楼层分摊'],
    range(11, 16),
    '一层一户担心采光。',
  )
  const project = await story.later(1).begin(issue, '示例路99弄3号', range(11, 10 + 2 * FLOORS))
  await story.decide(project, 16, { agree: 83, disagree: 8, abstain: 0 })
  await story.agree(project, '一层不出资，二层起按楼层系数分摊。\n示例物业服务中心代管，每户每月缴纳运行费。', 58_000_000)
}
