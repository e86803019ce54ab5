// What stands in the way of a task, and when two tasks ask for the same data. Knows facts, not records.
import { text, type Text } from '../shared/words.ts'
import type { Guard } from './guard.rules.ts'

/** What a task asks a committee for. */
export const TASK_KINDS = {
  WORK: text('协助办理', 'Work'),
  DATA: text('数据报送', 'Data'),
  VISIT: text('走访核实', 'Visit'),
  EVENT: text('组织活动', 'Event'),
} satisfies Record<string, Text>

export type TaskKind = keyof typeof TASK_KINDS

/** Why a task is not issued, first reason first. */
export const ISSUE_REFUSALS = {
  NO_ITEM: text('没有引用清单事项', 'No item is cited'),
  NOT_IN_FORCE: text('引用的事项未施行或者已经停止', 'The item is not in force'),
  OTHER_DEPARTMENT: text('引用的事项由其他部门负责', 'The item is another department’s'),
  NOT_COVERED: text('引用的清单不适用于该居村', 'The list does not cover the committee'),
} satisfies Record<string, Text>

export type IssueRefusal = keyof typeof ISSUE_REFUSALS

export interface CitedItem {
  readonly organization: string | null
  readonly isInForce: boolean
  /** Whether the list it stands on holds for the committee. */
  readonly covers: boolean
}

/** Why a department may not give a committee a task under the item; null when it may. */
export const issueRefusal = (item: CitedItem | null, department: string): IssueRefusal | null => {
  if (!item) return 'NO_ITEM'
  if (!item.isInForce) return 'NOT_IN_FORCE'
  if (item.organization !== department) return 'OTHER_DEPARTMENT'
  return item.covers ? null : 'NOT_COVERED'
}

/** The reason and its article, fit to show. */
export const issueRefusalSentence = (code: IssueRefusal, { article, says }: { article: Text; says: Text }): Text =>
  text(
    `${ISSUE_REFUSALS[code].zh}，不能下达。${article.zh}：${says.zh}。`,
    `${ISSUE_REFUSALS[code].en}; it cannot be issued. ${article.en}: ${says.en}.`,
  )

export interface TaskFacts {
  readonly isItemInForce: boolean
  /** Data asked for that has no answer yet, by name. */
  readonly unanswered: readonly string[]
}

type TaskGuard = Guard<TaskFacts>

export const notInForce: TaskGuard = ({ isItemInForce }) =>
  isItemInForce
    ? null
    : text('所依据的清单事项不再有效，任务将停办。', 'Its item is no longer in force; the task will be stopped.')

export const stillInForce: TaskGuard = ({ isItemInForce }) =>
  isItemInForce ? text('所依据的清单事项仍然有效。', 'Its item is still in force.') : null

export const notAnswered: TaskGuard = ({ unanswered }) =>
  unanswered.length
    ? text(`以下数据还没有填报：${unanswered.join('、')}。`, `No answer yet for: ${unanswered.join(', ')}.`)
    : null

/** The name of a datum in one spelling: what is compared. Widths, spaces, marks and a “数量” at the end make no difference. */
export const dataKey = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\s]/gu, '')
    .replace(/(?:总数|数量|数据|情况|数)+$/u, '') || name.normalize('NFKC').trim().toLowerCase()

export interface Period {
  readonly from: string
  readonly to: string
}

/** Whether two periods (2026-01-01 to 2026-03-31) share a day. */
export const overlaps = (a: Period, b: Period): boolean => a.from <= b.to && b.from <= a.to
