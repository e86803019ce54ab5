// What a round of grants must have before it is announced, and what stands in the way of each of its steps. Knows facts, not records.
import { addDays, dayOf } from '../shared/calendar.ts'
import { text, type Text } from '../shared/words.ts'
import type { Guard } from './guard.rules.ts'

/** One thing reviewers score: so many points at most, weighted in hundredths of a percent. */
export interface Criterion {
  readonly key: string
  readonly label: string
  readonly points: number
  readonly weight: number
}

/** One part of the form applicants fill in. */
export interface FormSection {
  readonly key: string
  readonly label: string
  readonly hint: string
  /** Longest text, in characters. */
  readonly limit: number
}

export const GRANT_FIELDS = {
  ELDERLY: text('扶老助老', 'Elderly'),
  YOUTH: text('关爱青少年', 'Youth'),
  DISABILITY: text('扶残助残', 'Disability'),
  SOCIAL_WORK: text('社会工作', 'Social work'),
  OTHER: text('其他公益', 'Other'),
} satisfies Record<string, Text>
export type GrantField = keyof typeof GRANT_FIELDS

/** Everything is counted in hundredths of a percent. */
export const WHOLE = 10_000

export const criteriaWrong = (criteria: readonly Criterion[]): Text | null => {
  if (!criteria.length) return text('请至少设置一项评分指标。', 'At least one criterion is due.')
  if (new Set(criteria.map((c) => c.key)).size < criteria.length)
    return text('评分指标不得重复。', 'No criterion stands there twice.')
  if (criteria.some((c) => c.points < 1 || c.points > 100 || c.weight < 1))
    return text('每项指标满分1至100分，权重大于零。', 'A criterion has 1 to 100 points and a weight above nothing.')
  const sum = criteria.reduce((all, c) => all + c.weight, 0)
  return sum === WHOLE
    ? null
    : text(`权重合计应为100%，现为${sum / 100}%。`, `Weights sum to 100 %, they now sum to ${sum / 100} %.`)
}

export const sharesWrong = (shares: readonly number[]): Text | null =>
  shares.length && shares.every((s) => s > 0) && shares.reduce((all, s) => all + s, 0) === WHOLE
    ? null
    : text('各期拨款比例合计应为100%。', 'The shares of the instalments sum to 100 %.')

export interface RoundFacts {
  /** The actor has a tie to one of those that are deliberated (回避). */
  readonly isTied: boolean
  readonly criteria: readonly Criterion[]
  readonly form: readonly FormSection[]
  readonly fields: readonly string[]
  readonly shares: readonly number[]
  /** In fen, as everything here. */
  readonly pool: number
  readonly cap: number
  /** What the fund line has left for this round. */
  readonly available: number
  readonly opensOn: string
  readonly closesOn: string
  /** The least number of days a call is open. */
  readonly callDays: number
  readonly unscreened: number
  readonly inReview: number
  /** Applications in review that have too few live reviewers, and those whose reviewers have not all handed in. */
  readonly short: number
  readonly unscored: number
  readonly undecided: number
  readonly recommended: number
  readonly publicUntil: Date | null
  readonly openObjections: number
  readonly running: number
}

type RoundGuard = Guard<RoundFacts>

export const isTied: RoundGuard = ({ isTied: tied }) =>
  tied
    ? text(
        '您与名单上的申报单位有利害关系，请由他人办理。',
        'You have a tie to an applicant on the list: another takes this step.',
      )
    : null

export const notReady: RoundGuard = (round, now) => {
  const wrong = criteriaWrong(round.criteria) ?? sharesWrong(round.shares)
  if (wrong) return wrong
  if (!round.form.length) return text('请设置申报表。', 'A form for applicants is due.')
  if (!round.fields.length) return text('请选择资助领域。', 'Choose the fields it is for.')
  if (round.cap > round.pool) return text('单个项目上限不得超过资金总额。', 'The cap of a project may not exceed the pool.')
  if (round.opensOn < dayOf(now)) return text('征集开始日期不得早于今天。', 'The call cannot begin before today.')
  if (round.closesOn < addDays(round.opensOn, round.callDays - 1))
    return text(`征集期不少于${round.callDays}日。`, `The call is open for at least ${round.callDays} days.`)
  return null
}

export const noMoney: RoundGuard = ({ pool, available }) =>
  pool > available
    ? text(
        `资金来源可用${(available / 100).toFixed(2)}元，不足本批次资金总额。`,
        `The fund line has ${(available / 100).toFixed(2)} yuan left, less than the pool.`,
      )
    : null

export const notYetOpen: RoundGuard = ({ opensOn }, now) =>
  dayOf(now) < opensOn ? text(`征集自${opensOn}开始。`, `The call begins on ${opensOn}.`) : null

export const notYetClosed: RoundGuard = ({ closesOn }, now) =>
  dayOf(now) <= closesOn ? text(`征集到${closesOn}结束。`, `The call ends after ${closesOn}.`) : null

export const unscreened: RoundGuard = ({ unscreened: n }) =>
  n ? text(`还有${n}件申报未完成初审或者补正。`, `${n} applications are not screened, or not corrected yet.`) : null

export const nothingToReview: RoundGuard = ({ inReview }) =>
  inReview ? null : text('没有通过资格初审的申报。', 'No application has passed the screening.')

export const shortOfReviewers: RoundGuard = ({ short }) =>
  short
    ? text(`${short}件申报的有效评审不足法定人数，请补抽。`, `${short} applications have too few live reviewers; draw again.`)
    : null

export const unscored: RoundGuard = ({ unscored: n }) =>
  n ? text(`还有${n}份评分表没有提交。`, `${n} score sheets are not handed in yet.`) : null

export const undecided: RoundGuard = ({ undecided: n }) =>
  n ? text(`还有${n}件申报没有评议意见。`, `${n} applications are not decided yet.`) : null

export const overPool: RoundGuard = ({ recommended, pool }) =>
  recommended > pool ? text('拟立项金额合计超过资金总额。', 'What is recommended exceeds the pool.') : null

export const nothingRecommended: RoundGuard = ({ recommended }) =>
  recommended ? null : text('没有拟立项的项目。', 'Nothing is recommended.')

export const stillPublic: RoundGuard = ({ publicUntil }, now) =>
  publicUntil && now < publicUntil ? text('公示期未满。', 'The publicity is not over yet.') : null

export const openObjections: RoundGuard = ({ openObjections: n }) =>
  n ? text(`还有${n}件异议没有处理。`, `${n} objections are not settled yet.`) : null

export const stillRunning: RoundGuard = ({ running }) =>
  running ? text(`还有${running}个项目没有结项。`, `${running} projects are not closed yet.`) : null
