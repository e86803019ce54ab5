// What stands in the way of an application for a grant. Knows facts, not records.
import { text, type Text } from '../shared/words.ts'
import type { Guard } from './guard.rules.ts'

export interface BudgetLine {
  readonly name: string
  /** In fen, as everything here. */
  readonly amount: number
  /** Paid from elsewhere, not from the grant. */
  readonly own: number
}

export interface ApplicationFacts {
  /** Where the round stands. */
  readonly round: string
  /** What an answer is still due to before it can be handed in. */
  readonly missing: readonly Text[]
  readonly amount: number
  readonly budgeted: number
  /** Conditions of the round that are not met, as sentences. */
  readonly unmet: readonly Text[]
  /** It has as many awards of the year as the round allows. */
  readonly hasEnough: boolean
  readonly wasCorrected: boolean
  /** The actor has a tie to the applicant and stays out of it (回避). */
  readonly isTied: boolean
  /** What the pool still holds for this application. */
  readonly available: number
  readonly awarded: number
}

type ApplicationGuard = Guard<ApplicationFacts>

export const isIncomplete: ApplicationGuard = ({ missing, amount, budgeted }) => {
  if (missing.length)
    return text(
      `还没有填写：${missing.map((m) => m.zh).join('、')}。`,
      `Still to be filled in: ${missing.map((m) => m.en).join(', ')}.`,
    )
  if (amount < 1) return text('申请金额应当大于零。', 'More than nothing must be asked for.')
  return amount === budgeted
    ? null
    : text(
        `预算合计${(budgeted / 100).toFixed(2)}元，与申请金额不符。`,
        `The budget sums to ${(budgeted / 100).toFixed(2)} yuan, which is not what is asked for.`,
      )
}

export const isClosed: ApplicationGuard = ({ round }) =>
  round === 'OPEN' ? null : text('不在征集期内。', 'The call is not open.')

export const isNotEligible: ApplicationGuard = ({ unmet }) =>
  unmet.length
    ? text(`不符合申报条件：${unmet.map((u) => u.zh).join('')}`, `Conditions are not met: ${unmet.map((u) => u.en).join(' ')}`)
    : null

export const notScreening: ApplicationGuard = ({ round }) =>
  round === 'SCREENING' ? null : text('批次不在资格初审阶段。', 'The round is not being screened.')

export const wasCorrected: ApplicationGuard = ({ wasCorrected: once }) =>
  once ? text('只有一次补正机会，已经用过。', 'It may be corrected once, and was.') : null

export const isTied: ApplicationGuard = ({ isTied: tied }) =>
  tied ? text('您与申报单位有利害关系，应当回避。', 'You have a tie to the applicant and stay out of this.') : null

export const notDeliberating: ApplicationGuard = ({ round }) =>
  round === 'DELIBERATION' ? null : text('批次不在评议阶段。', 'The round is not being deliberated.')

export const notEnough: ApplicationGuard = ({ awarded, available }) =>
  awarded > available
    ? text(
        `资金总额剩余${(available / 100).toFixed(2)}元，不足以立项。`,
        `The pool has ${(available / 100).toFixed(2)} yuan left, too little for this.`,
      )
    : null

export const hasEnough: ApplicationGuard = ({ hasEnough: enough }) =>
  enough ? text('该单位本年度立项数已达上限。', 'The organisation has all the awards of the year it may have.') : null

/** What of the form is still empty. */
export const missingOf = (
  form: readonly { readonly key: string; readonly label: string }[],
  given: {
    readonly title: string
    readonly answers: Readonly<Record<string, string>>
    readonly startsOn: string | null
    readonly endsOn: string | null
    readonly lines: number
  },
): Text[] => [
  ...(given.title.trim() ? [] : [text('项目名称', 'the title')]),
  ...form.filter(({ key }) => !given.answers[key]?.trim()).map(({ label }) => text(label, label)),
  ...(given.startsOn && given.endsOn ? [] : [text('实施期限', 'the period')]),
  ...(given.lines ? [] : [text('经费预算', 'the budget')]),
]
