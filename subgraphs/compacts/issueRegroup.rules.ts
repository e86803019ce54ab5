// What stands in the way of joining and parting issues, as sentences. Knows facts, not records.
import { text } from '../shared/words.ts'
import { daysBetween } from './day.rules.ts'
import type { Guard } from './guard.rules.ts'
import type { IssueFacts } from './issue.rules.ts'

/** Days within which a merger or a split can be undone. */
export const RESTORE_DAYS = 30
/** How many issues one may be split into. */
export const MOST_PARTS = 5

/** Where an issue stands before anything was voted on or handed to others. */
export const BEFORE_VOTE: readonly string[] = [
  'SUBMITTED',
  'RETURNED',
  'REJECTED',
  'APPEALED',
  'DELIBERATING',
  'SUSPENDED',
  'WITHDRAWN',
]

/** The issue another is to be merged into, as far as it matters. */
export interface TargetFacts {
  readonly status: string
  readonly isSame: boolean
  readonly division: string
  readonly scope: string | null
}

export interface RegroupFacts {
  readonly target: TargetFacts | null
  /** Its class, when it has one yet. */
  readonly scope: string | null
  /** Another issue is about to be merged into it. */
  readonly isTarget: boolean
  /** Authors who were asked and have not answered yet. */
  readonly unanswered: number
  /** The actor has answered. */
  readonly hasAnswered: boolean
  readonly regroupedAt: Date | null
  readonly isRestoreAsked: boolean
  /** The actor is the one who asked to undo it. */
  readonly isRestoreAsker: boolean
  /** What it goes on in has come to a vote, or further. */
  readonly hasGoneOn: boolean
  /** It is part of an issue that is still split. */
  readonly isPart: boolean
}

type RegroupGuard = Guard<IssueFacts>

export const mergeAwaited: RegroupGuard = ({ isTarget }) =>
  isTarget
    ? text('另有议题正拟合并到本议题，请先办结。', 'Another issue is about to be merged into this one; settle that first.')
    : null

export const targetUnfit: RegroupGuard = ({ target, division, scope }) => {
  if (!target) return text('请选择要合并到的议题。', 'Choose the issue to merge into.')
  if (target.isSame) return text('不能合并到自身。', 'An issue cannot be merged into itself.')
  if (target.division !== division) return text('只能合并同一居委会的议题。', 'Only issues of the same committee can be merged.')
  if (target.status !== 'SUBMITTED' && target.status !== 'DELIBERATING')
    return text('目标议题不在把关或者协商阶段，不能合并。', 'The other issue is neither being screened nor deliberated on.')
  if (scope && target.scope && scope !== target.scope)
    return text('两件议题的类别不同，不能合并。', 'The two issues are of different classes.')
  return null
}

export const answered: RegroupGuard = ({ hasAnswered }) =>
  hasAnswered ? text('您已表示同意。', 'You have agreed already.') : null

export const objectionTooLate: RegroupGuard = ({ dueAt }, now) =>
  dueAt && now > dueAt ? text('提出异议的期限已过。', 'The time to object is over.') : null

export const objectionOpen: RegroupGuard = ({ dueAt, unanswered }, now) =>
  unanswered && !(dueAt && now > dueAt)
    ? text(
        `还有${unanswered}位提出人没有答复，异议期也没有结束。`,
        `${unanswered} authors have not answered, and they still have time to object.`,
      )
    : null

export const wholeStands: RegroupGuard = ({ isPart }) =>
  isPart ? null : text('本议题不是拆分出的议题。', 'This issue is not part of one that was split.')

export const restoreAsked: RegroupGuard = ({ isRestoreAsked }) =>
  isRestoreAsked ? text('已经提出申请，等待居务监督委员办理。', 'It was asked for already; a supervision member decides.') : null

export const restoreNotAsked: RegroupGuard = ({ isRestoreAsked, isRestoreAsker }) => {
  if (!isRestoreAsked) return text('居委会书记尚未申请撤销。', 'The committee secretary has not asked to undo it.')
  return isRestoreAsker ? text('申请人不能同意自己的申请。', 'Whoever asked may not decide.') : null
}

export const restoreTooLate: RegroupGuard = ({ regroupedAt, hasGoneOn }, now) => {
  if (hasGoneOn)
    return text('后续议题已进入表决，不能再撤销。', 'What it goes on in has come to a vote; it can no longer be undone.')
  return regroupedAt && daysBetween(regroupedAt, now) <= RESTORE_DAYS
    ? null
    : text(`已超过${RESTORE_DAYS}日，不能再撤销。`, `It can be undone for ${RESTORE_DAYS} days only.`)
}
