// Who may apply in a round: its conditions as data, each answered with a sentence fit to show to the applicant.
import { text, type Text } from '../shared/words.ts'

/** The conditions a round may set; the number of those that have one is beside them. */
export const CONDITIONS = {
  REGISTERED: text('依法登记且状态正常', 'Registered and in good standing'),
  REPORTED: text('上年度年检（年报）合格', 'Last annual report passed'),
  MIN_GRADE: text('评估等级不低于', 'Grade at least'),
  NOT_LISTED: text('未列入活动异常名录和严重违法失信名单', 'Not on the list of abnormal activity or of serious violations'),
  NO_FAILED_PROJECT: text('上年度没有被清算的创投项目', 'No project wound up in the year before'),
  NOT_BARRED: text('不在禁止申报期内', 'Not barred'),
  MAX_AWARDS: text('本年度立项数不超过', 'Awards in the year at most'),
  CAP: text('申请金额不超过单个项目上限', 'Asks for no more than the cap'),
  MIN_MONTHS: text('实施期不少于（月）', 'Runs at least so many months'),
} satisfies Record<string, Text>
export type Condition = keyof typeof CONDITIONS

/** A condition with its number, as it is told. */
export const conditionWords = ({ code, value }: ConditionRow): Text => {
  const n = value ?? 0
  if (code === 'MIN_GRADE') return text(`评估等级不低于${n}A`, `Grade ${n}A at least`)
  if (code === 'MAX_AWARDS') return text(`本年度立项不超过${n}个`, `Awards in the year: ${n} at most`)
  return code === 'MIN_MONTHS' ? text(`实施期不少于${n}个月`, `Runs ${n} months at least`) : CONDITIONS[code]
}

export interface ConditionRow {
  readonly code: Condition
  /** Grade 1 to 5, awards a year, months; null where the condition has none. */
  readonly value: number | null
}

export interface Applicant {
  readonly isRegistered: boolean
  readonly standing: Text
  /** Whether the annual report of the year before passed; null when it is not entered. */
  readonly hasReported: boolean | null
  /** Grade now valid, 1 to 5; 0 for none. */
  readonly grade: number
  readonly isListed: boolean
  readonly failedLastYear: number
  /** The last day of a bar, 2028-01-01. */
  readonly barredUntil: string | null
  readonly awardsThisYear: number
  /** In fen; null while there is no application. */
  readonly asked: number | null
  readonly cap: number
  /** Whole months; null while there is no application. */
  readonly months: number | null
}

export interface Verdict {
  readonly code: Condition
  readonly isMet: boolean
  readonly says: Text
}

const MEETS: Record<Condition, (a: Applicant, value: number) => Text | null> = {
  REGISTERED: (a) =>
    a.isRegistered ? null : text(`登记状态为“${a.standing.zh}”。`, `The register says: ${a.standing.en.toLowerCase()}.`),
  REPORTED: (a) =>
    a.hasReported
      ? null
      : a.hasReported === null
        ? text('没有上年度年检（年报）记录。', 'No annual report of last year is entered.')
        : text('上年度年检（年报）不合格。', 'The last annual report did not pass.'),
  MIN_GRADE: (a, value) =>
    a.grade >= value
      ? null
      : text(
          a.grade ? `评估等级为${a.grade}A，应不低于${value}A。` : `没有有效的评估等级，应不低于${value}A。`,
          a.grade ? `The grade is ${a.grade}A; ${value}A is due.` : `No valid grade; ${value}A is due.`,
        ),
  NOT_LISTED: (a) =>
    a.isListed
      ? text('已列入活动异常名录或严重违法失信名单。', 'It is on the list of abnormal activity or of serious violations.')
      : null,
  NO_FAILED_PROJECT: (a) =>
    a.failedLastYear
      ? text(`上年度有${a.failedLastYear}个创投项目被终止。`, `${a.failedLastYear} projects were wound up in the year before.`)
      : null,
  NOT_BARRED: (a) =>
    a.barredUntil ? text(`禁止申报至${a.barredUntil}。`, `Barred from applying until ${a.barredUntil}.`) : null,
  MAX_AWARDS: (a, value) =>
    a.awardsThisYear < value
      ? null
      : text(
          `本年度已立项${a.awardsThisYear}个，最多${value}个。`,
          `Awarded ${a.awardsThisYear} this year already, ${value} at most.`,
        ),
  CAP: (a) =>
    a.asked === null || a.asked <= a.cap
      ? null
      : text(
          `申请${(a.asked / 100).toFixed(2)}元，超过上限${(a.cap / 100).toFixed(2)}元。`,
          `${(a.asked / 100).toFixed(2)} yuan asked for, the cap is ${(a.cap / 100).toFixed(2)}.`,
        ),
  MIN_MONTHS: (a, value) =>
    a.months === null || a.months >= value
      ? null
      : text(`实施期${a.months}个月，应不少于${value}个月。`, `It runs ${a.months} months; ${value} are due.`),
}

/** Every condition of the round with its answer, in the order the round has them. */
export const verdicts = (conditions: readonly ConditionRow[], applicant: Applicant): Verdict[] =>
  conditions.map(({ code, value }) => {
    const wrong = MEETS[code](applicant, value ?? 0)
    return { code, isMet: wrong === null, says: wrong ?? text('符合。', 'Met.') }
  })

export const conditionsWrong = (rows: readonly ConditionRow[]): Text | null => {
  if (new Set(rows.map((r) => r.code)).size < rows.length) return text('申报条件不得重复。', 'No condition stands there twice.')
  const numbered = rows.filter((r) => r.code === 'MIN_GRADE' || r.code === 'MAX_AWARDS' || r.code === 'MIN_MONTHS')
  if (numbered.some((r) => r.value === null || r.value < 1))
    return text('请填写条件的数值。', 'Give the number of the condition.')
  return rows.some((r) => r.code === 'MIN_GRADE' && r.value! > 5) ? text('评估等级最高5A。', 'The highest grade is 5A.') : null
}

/** Whole months between two days, the last one counted: 2026-01-01 to 2026-08-31 is eight. */
export const monthsBetween = (from: string, to: string): number => {
  const [y1, m1, d1] = from.split('-').map(Number) as [number, number, number]
  const next = new Date(Date.parse(`${to}T00:00:00Z`) + 86_400_000)
  const months = (next.getUTCFullYear() - y1) * 12 + next.getUTCMonth() + 1 - m1
  return Math.max(0, next.getUTCDate() < d1 ? months - 1 : months)
}
