// What speaks for and against an organisation besides its grade: yearly reports, entries on lists, and who works there.
import { text, type Text } from '../shared/words.ts'

/** Results of an annual report, best first. */
export const RESULTS = {
  PASSED: text('合格', 'Passed'),
  BASIC: text('基本合格', 'Basically passed'),
  FAILED: text('不合格', 'Failed'),
  MISSING: text('未报送', 'Not filed'),
} satisfies Record<string, Text>
export type ReportResult = keyof typeof RESULTS

export const MARKS = {
  ABNORMAL: text('活动异常名录', 'List of abnormal activity'),
  VIOLATION: text('严重违法失信名单', 'List of serious violations'),
  PENALTY: text('行政处罚', 'Administrative penalty'),
} satisfies Record<string, Text>
export type MarkKind = keyof typeof MARKS

export const POSTS = {
  LEGAL_REPRESENTATIVE: text('法定代表人', 'Legal representative'),
  DIRECTOR: text('理事', 'Director'),
  SUPERVISOR: text('监事', 'Supervisor'),
  SECRETARY_GENERAL: text('秘书长', 'Secretary general'),
  STAFF: text('专职人员', 'Full-time staff'),
  CONTACT: text('联系人', 'Contact'),
} satisfies Record<string, Text>
export type Post = keyof typeof POSTS

/** How one organisation follows another. */
export const LINKS = {
  DUPLICATE: text('重复登记合并', 'The same, entered twice'),
  MERGER: text('吸收合并', 'Merger'),
  DIVISION: text('解散分立', 'Divided into'),
  SPIN_OFF: text('存续分立', 'Spun off'),
} satisfies Record<string, Text>
export type LinkKind = keyof typeof LINKS
export type MergerGround = 'DUPLICATE' | 'MERGER'

/** The year whose report was due last: reports of a year are due by the end of May of the next. */
export const yearDue = (day: string): number => Number(day.slice(0, 4)) - (day.slice(5) > '05-31' ? 1 : 2)

interface Mark {
  readonly kind: MarkKind
  readonly since: string
  readonly until: string | null
}

/** Marks that hold on a day; a penalty is done with once imposed and counts by its years. */
export const marksOn = <One extends Mark>(marks: readonly One[], day: string): One[] =>
  marks.filter(({ kind, since, until }) => kind !== 'PENALTY' && since <= day && (until === null || until > day))

/** Whether there was a serious violation or a penalty within so many years before a day. */
export const violatedWithin = (marks: readonly Mark[], years: number, day: string): boolean => {
  const from = `${Number(day.slice(0, 4)) - years}${day.slice(4)}`
  return marks.some(({ kind, since, until }) => kind !== 'ABNORMAL' && since <= day && (until ?? since) >= from)
}
