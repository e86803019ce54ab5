// What stands in the way of money that follows a task (费随事转). Knows facts, not records.
import { dayOf } from '../shared/calendar.ts'
import { text } from '../shared/words.ts'
import type { Guard } from './guard.rules.ts'

export interface FundingFacts {
  /** In fen, as everything here. */
  readonly amount: number
  readonly transferred: number
  /** What the receiver found in its account. */
  readonly received: number
  /** Last day of the transfer, 2026-01-01. */
  readonly transferBy: string
  /** Where the application stands it came with; null when it pays for an item already listed. */
  readonly application: string | null
}

type FundingGuard = Guard<FundingFacts>

/** Fen as people write them: 1,234.50. */
export const yuan = (fen: number): string =>
  `${fen < 0 ? '-' : ''}${Math.floor(Math.abs(fen) / 100)}`.replace(/\B(?=(\d{3})+$)/g, ',') +
  `.${String(Math.abs(fen) % 100).padStart(2, '0')}`

const OPEN = ['DRAFT', 'RETURNED']
const ENDED = ['REJECTED', 'WITHDRAWN']

export const notSubmitted: FundingGuard = ({ application }) =>
  application === 'DRAFT' ? text('经费承诺随申报一并提交。', 'It is promised when the application is submitted.') : null

export const outstanding: FundingGuard = ({ amount, transferred }) =>
  transferred < amount
    ? text(`还有${yuan(amount - transferred)}元没有拨付。`, `${yuan(amount - transferred)} yuan are not transferred yet.`)
    : null

export const isOverdue = ({ transferBy }: Pick<FundingFacts, 'transferBy'>, now: Date): boolean => dayOf(now) > transferBy

export const notOverdue: FundingGuard = (facts, now) =>
  isOverdue(facts, now)
    ? null
    : text(`约定的拨付日期是${facts.transferBy}，还没有逾期。`, `It is due by ${facts.transferBy}, and not overdue yet.`)

export const differs: FundingGuard = ({ received, transferred }) =>
  received === transferred
    ? null
    : text(
        `到账${yuan(received)}元与登记拨付的${yuan(transferred)}元不符，请核对后退回。`,
        `${yuan(received)} yuan arrived, ${yuan(transferred)} were recorded: check, and send it back.`,
      )

export const bound: FundingGuard = ({ application }) =>
  application === null || [...OPEN, ...ENDED].includes(application)
    ? null
    : text('申请已经提交，经费承诺不得撤销。', 'The application is submitted; its commitment stands.')

export const applicationStands: FundingGuard = ({ application }) =>
  application && ENDED.includes(application) ? null : text('对应的申请没有终止。', 'The application it came with has not ended.')

export const paidInto: FundingGuard = ({ transferred }) =>
  transferred > 0 ? text('已有拨付，应当对账结清。', 'Money has been transferred; it must be reconciled.') : null

/** Whole days past the last day, 0 when it is not over. */
export const daysOverdue = (transferBy: string, now: Date): number =>
  Math.max(0, Math.round((Date.parse(dayOf(now)) - Date.parse(transferBy)) / 86_400_000))
