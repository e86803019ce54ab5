// What stands in the way of a project: owner, money, milestones, evidence. Knows facts, not records.
import { text } from '../shared/words.ts'
import type { Guard } from './guard.rules.ts'

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
}

type ProjectGuard = Guard<ProjectFacts>

export const notPlanned: ProjectGuard = ({ owner, budget, milestones }) =>
  !owner.trim() || budget < 0 || milestones === 0
    ? text('项目应当有责任单位、预算和至少一个节点。', 'A project needs an owner, a budget and at least one milestone.')
    : null

export const notProven: ProjectGuard = ({ unproven }) =>
  unproven.length > 0
    ? text(`以下节点还没有完成说明：${unproven.join('、')}。`, `No evidence yet for: ${unproven.join(', ')}.`)
    : null

export const judgesOwnWork: ProjectGuard = ({ isOwner }) =>
  isOwner ? text('责任单位不能验收自己的项目。', 'The owner may not accept their own work.') : null

export const stopNotDecided: ProjectGuard = ({ isStopDecided, status }) =>
  status === 'PLANNED' || isStopDecided
    ? null
    : text('停止项目须经会议讨论，请先公布会议纪要。', 'Stopping a project takes a meeting; publish its minutes first.')

export const notSettled: ProjectGuard = ({ spent }) =>
  spent === null ? text('请先登记决算金额。', 'Record what was spent first.') : null

/** Days a milestone is late, 0 when it is not due yet or done. */
export const daysLate = (dueOn: string, isDone: boolean, today: string): number =>
  isDone ? 0 : Math.max(0, Math.round((Date.parse(today) - Date.parse(dueOn)) / 86_400_000))
