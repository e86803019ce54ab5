// What stands in the way of an agreement and of its instalments. Knows facts, not records.
import { text } from '../shared/words.ts'
import type { Guard } from './guard.rules.ts'
import { yuan } from './grantMoney.rules.ts'

export interface AgreementFacts {
  readonly isTied: boolean
  /** Whether the actor signed for the applicant or works for it: nobody signs with themselves. */
  readonly isOwn: boolean
  /** In fen, as everything here. */
  readonly paid: number
  readonly returned: number
  readonly demanded: number
  /** Instalments neither paid nor cancelled. */
  readonly outstanding: number
  /** When the report now due is due, extensions counted. */
  readonly reportDue: Date | null
  readonly openChanges: number
}

type AgreementGuard = Guard<AgreementFacts>

export const isTied: AgreementGuard = ({ isTied: tied }) =>
  tied ? text('您与受资助单位有利害关系，应当回避。', 'You have a tie to the organisation and stay out of this.') : null

export const notLate: AgreementGuard = ({ reportDue }, now) =>
  reportDue && now > reportDue ? null : text('报告尚未逾期。', 'No report is late.')

/** The consequence of a late report does not hang on how soon the clock is looked at. */
export const isLate: AgreementGuard = ({ reportDue }, now) =>
  reportDue && now > reportDue ? text('报告已经逾期，不能再提交。', 'The report is late and can no longer be handed in.') : null

export const stillOutstanding: AgreementGuard = ({ outstanding }) =>
  outstanding ? text(`还有${outstanding}期拨款没有结清。`, `${outstanding} instalments are not settled yet.`) : null

export const notReturned: AgreementGuard = ({ demanded, returned }) =>
  returned < demanded
    ? text(`还应退回${yuan(demanded - returned)}元。`, `${yuan(demanded - returned)} yuan are still to be returned.`)
    : null

export interface InstalmentFacts {
  readonly agreement: string
  readonly isTied: boolean
  /** Which of the steps before the actor took: the same person never takes two. */
  readonly hadHand: boolean
  /** Instalments before this one that are not paid. */
  readonly before: number
}

type InstalmentGuard = Guard<InstalmentFacts>

const STANDS: ReadonlySet<string> = new Set(['RUNNING', 'MIDTERM', 'CONTINUING', 'FINAL', 'SETTLING'])

export const notSigned: InstalmentGuard = ({ agreement }) =>
  STANDS.has(agreement)
    ? null
    : text('协议没有签订或者已经中止，不能拨款。', 'The agreement is not signed, or it is halted: nothing is paid.')

export const hadHand: InstalmentGuard = ({ hadHand: had }) =>
  had
    ? text('核对、审批、支付须由三名不同的人员办理。', 'Checking, approving and paying are done by three different people.')
    : null

export const tiedToPayee: InstalmentGuard = ({ isTied: tied }) =>
  tied ? text('您与受资助单位有利害关系，应当回避。', 'You have a tie to the organisation and stay out of this.') : null

export const earlierUnpaid: InstalmentGuard = ({ before }) =>
  before ? text('前期拨款还没有支付。', 'An earlier instalment is not paid yet.') : null
