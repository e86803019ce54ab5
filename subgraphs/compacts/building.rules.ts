// What stands in the way of a lift: owners, votes, agreements, approvals and their seals. Knows facts, not records.
import { stillShown, type Notice } from '../shared/notice.ts'
import { text, type Text } from '../shared/words.ts'
import { reaches, type AssemblyRule } from './assembly.rules.ts'
import type { Guard } from './guard.rules.ts'

/** The departments' steps, in the order in which they are taken. */
export const APPROVAL_STAGES = {
  PLAN_FILED: text('计划立项', 'Filing of the plan'),
  PLANNING: text('规划审批', 'Planning approval'),
  STRUCTURE: text('房屋安全性论证', 'Structural proof'),
  PERMIT: text('施工许可', 'Building permit'),
  SPECIAL_EQUIPMENT: text('电梯监检和使用登记', 'Lift inspection and registration'),
  ACCEPTANCE: text('竣工验收', 'Acceptance'),
} satisfies Record<string, Text>

export type ApprovalStage = keyof typeof APPROVAL_STAGES

export interface BuildingFacts {
  /** How its owners decide, by the day the project began. */
  readonly rule: AssemblyRule
  /** Owners on the roll of the door. */
  readonly owners: number
  /** A meeting of its owners that is still to be held or decided. */
  readonly isCalled: boolean
  /** The last certified vote of its owners; null when there is none since the survey began. */
  readonly isCarried: boolean | null
  readonly hasAgreement: boolean
  /** Owners of the whole compound, and how many of them agree. */
  readonly compoundOwners: number
  readonly compoundAgree: number
  /** Approvals of the stage it is at: how many, and the departments that have not approved or not sealed yet. */
  readonly approvals: number
  readonly missing: readonly string[]
  /** Minutes of a coordination meeting published since the objection. */
  readonly isCoordinated: boolean
  /** Since when plan and agreement are posted, and for how many days. */
  readonly posting: Notice
}

type BuildingGuard = Guard<BuildingFacts>

export const noOwners: BuildingGuard = ({ owners }) =>
  owners > 0 ? null : text('请先录入本门栋的业主和专有部分面积。', 'Enter the owners of the door and their floor area first.')

export const alreadyCalled: BuildingGuard = ({ isCalled }) =>
  isCalled ? text('业主表决正在进行。', 'The owners are being asked already.') : null

export const notCarried: BuildingGuard = ({ isCarried }) =>
  isCarried ? null : text('业主表决没有通过。', 'The owners have not carried it.')

export const notAgreed: BuildingGuard = ({ hasAgreement }) =>
  hasAgreement ? null : text('请先登记业主协议（出资、使用和维护）。', 'Record the agreement on cost, running and upkeep first.')

export const compoundMissing: BuildingGuard = ({ rule, compoundOwners, compoundAgree }) => {
  const { compound } = rule
  if (!compound || reaches(compoundAgree, compoundOwners, compound)) return null
  return text(
    `本小区业主${compoundOwners}人，同意${compoundAgree}人，未达到${compound.den}分之${compound.num}（${rule.law.zh}）。`,
    `${compoundAgree} of the ${compoundOwners} owners of the compound agree; ${compound.num}/${compound.den} are needed (${rule.law.en}).`,
  )
}

export const stillPosted: BuildingGuard = ({ posting }, now) =>
  stillShown(posting, text('方案和协议的公示', 'The posting of plan and agreement'), null, now)

export const notApproved: BuildingGuard = ({ approvals, missing }) =>
  approvals === 0
    ? text('请先登记本阶段的审批事项。', 'Record the approvals of this stage first.')
    : missing.length > 0
      ? text(`以下部门还没有同意或者用印：${missing.join('、')}。`, `Not approved or not sealed yet: ${missing.join(', ')}.`)
      : null

export const notCoordinated: BuildingGuard = ({ isCoordinated }) =>
  isCoordinated ? null : text('请先召开协调会并公布会议纪要。', 'Hold a coordination meeting and publish its minutes first.')
