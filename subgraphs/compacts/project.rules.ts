// What stands in the way of a project: owner, money, milestones, evidence. Knows facts, not records.
import { text, type Text } from '../shared/words.ts'
import type { Guard } from './guard.rules.ts'
import type { SupervisionRule } from './supervision.rules.ts'

/** What the supervision group of residents comes for. */
export const INSPECTION_KINDS = {
  VISIT: text('现场巡查', 'Visit'),
  ACCEPTANCE: text('验收意见', 'Opinion on acceptance'),
} satisfies Record<string, Text>

export type InspectionKind = keyof typeof INSPECTION_KINDS

export interface ProjectFacts {
  readonly owner: string
  /** In fen. */
  readonly budget: number
  readonly milestones: number
  /** Mandatory milestones without evidence, by title. */
  readonly unproven: readonly string[]
  /** The actor answers for the project. */
  readonly isOwner: boolean
  /** A meeting that published minutes since the project began. */
  readonly isStopDecided: boolean
  readonly spent: number | null
  readonly supervision: SupervisionRule
  /** Residents of its supervision group. */
  readonly supervisors: number
  /** What the group found wrong and nobody has put right. */
  readonly openFindings: number
  /** The group has said since delivery that it agrees. */
  readonly isAgreedByGroup: boolean
  /** The residents have judged its effect, and the judgement lets it end. */
  readonly isEvaluated: boolean
}

type ProjectGuard = Guard<ProjectFacts>

export const notPlanned: ProjectGuard = ({ owner, budget, milestones }) =>
  !owner.trim() || budget < 0 || milestones === 0
    ? text('项目应当有责任单位、预算和至少一个节点。', 'A project needs an owner, a budget and at least one milestone.')
    : null

export const notWatched: ProjectGuard = ({ budget, supervisors, supervision }) =>
  budget >= supervision.budget && supervisors < supervision.members
    ? text(
        `预算${supervision.budget / 1_000_000}万元以上的项目，应当先成立不少于${supervision.members}人的居民监督小组。`,
        `A project of ${supervision.budget / 100} yuan or more needs a supervision group of at least ${supervision.members} residents first.`,
      )
    : null

export const notProven: ProjectGuard = ({ unproven }) =>
  unproven.length > 0
    ? text(`以下节点还没有登记佐证：${unproven.join('、')}。`, `No evidence yet for: ${unproven.join(', ')}.`)
    : null

export const judgesOwnWork: ProjectGuard = ({ isOwner }) =>
  isOwner ? text('责任单位不能验收自己的项目。', 'The owner may not accept their own work.') : null

export const notAgreed: ProjectGuard = ({ openFindings, supervisors, isAgreedByGroup }) => {
  if (openFindings > 0)
    return text(
      `监督小组提出的${openFindings}个问题还没有整改答复。`,
      `${openFindings} findings of the supervision group are not put right yet.`,
    )
  return supervisors > 0 && !isAgreedByGroup
    ? text('居民监督小组还没有提出同意验收的意见。', 'The supervision group has not agreed to the acceptance yet.')
    : null
}

export const stopNotDecided: ProjectGuard = ({ isStopDecided, status }) =>
  status === 'PLANNED' || isStopDecided
    ? null
    : text('停止项目须经会议讨论，请先公布会议纪要。', 'Stopping a project takes a meeting; publish its minutes first.')

export const notSettled: ProjectGuard = ({ spent }) =>
  spent === null ? text('请先登记决算金额。', 'Record what was spent first.') : null

export const notEvaluated: ProjectGuard = ({ isEvaluated }) =>
  isEvaluated ? null : text('居民评估通过后才能结项。', 'It is finished once the residents have judged its effect.')

/** Days a milestone is late, 0 when it is not due yet or done. */
export const daysLate = (dueOn: string, isDone: boolean, today: string): number =>
  isDone ? 0 : Math.max(0, Math.round((Date.parse(today) - Date.parse(dueOn)) / 86_400_000))
