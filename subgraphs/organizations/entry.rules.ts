// What the directory asks of an organisation, and the sentences that say what is missing.
import { endOfDays, stillShown } from '../shared/notice.ts'
import { text, type Text } from '../shared/words.ts'

/** What is handed in with an application (实施条例第十七条). */
export const EVIDENCE = {
  REGISTRATION: text('法人登记证书', 'Certificate of registration'),
  FINANCE: text('财务报告和管理制度', 'Financial report and rules'),
  TAX: text('依法纳税和缴纳社会保险的记录', 'Record of taxes and social insurance'),
  EQUIPMENT: text('履约设备和专业能力说明', 'Equipment and professional ability'),
  CREDIT: text('三年内无重大违法记录声明', 'Statement that there was no serious violation within three years'),
} satisfies Record<string, Text>
export type Evidence = keyof typeof EVIDENCE

export interface EntryFacts {
  readonly status: string
  readonly organizationStatus: string
  /** Sentences that say what the organisation lacks. */
  readonly gaps: readonly Text[]
  readonly hasReport: boolean
  readonly openObjections: number
  readonly upheldObjections: number
  readonly publicityAt: Date | null
  readonly publicityDays: number
  /** The actor works, or within three years worked, for the organisation. */
  readonly isInvolved: boolean
  /** Something is held against the organisation now. */
  readonly isMarked: boolean
  readonly suspendedUntil: Date | null
  readonly validUntil: Date | null
}

type Guard = (facts: EntryFacts, now: Date) => Text | null

export const involved: Guard = ({ isInvolved }) =>
  isInvolved
    ? text('您在该组织任职或三年内曾任职，应当回避。', 'You work or within three years worked there; someone else decides.')
    : null

export const notRegistered: Guard = ({ organizationStatus }) =>
  organizationStatus === 'REGISTERED' ? null : text('该组织已不是正常登记状态。', 'The organisation is not in being.')

export const lacking: Guard = ({ gaps }) => gaps[0] ?? null

export const notReported: Guard = ({ hasReport }) =>
  hasReport ? null : text('请填写审核报告。', 'The review report is still to be written.')

export const stillPublic: Guard = ({ publicityAt, publicityDays }, now) =>
  stillShown({ begunAt: publicityAt, days: publicityDays }, text('公示', 'The publicity'), null, now)

export const objected: Guard = ({ openObjections, upheldObjections }) => {
  if (openObjections) return text(`还有${openObjections}条异议没有答复。`, `Objections still to be answered: ${openObjections}.`)
  return upheldObjections ? text('有异议成立，不能入库。', 'An objection was upheld; it cannot be listed.') : null
}

export const notYetOver: Guard = ({ suspendedUntil }, now) =>
  suspendedUntil && suspendedUntil > now ? text('暂停期限还没有届满。', 'The suspension is not over yet.') : null

export const marked: Guard = ({ isMarked }) =>
  isMarked ? text('该组织仍在异常名录或失信名单中。', 'Something is still held against the organisation.') : null

export const stillValid: Guard = ({ validUntil }, now) =>
  validUntil && validUntil <= now ? null : text('有效期还没有届满。', 'The entry has not expired yet.')

/** The end of the day so many days after a moment. */
export const untilDays = (from: Date, days: number): Date => endOfDays(from, days)
