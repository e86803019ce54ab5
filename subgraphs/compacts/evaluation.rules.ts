// When the residents' judgement of a project counts, as dated rows: how many must answer, and how many must be satisfied.
import type { RuleRow } from '../shared/rule.ts'
import { text, type Text } from '../shared/words.ts'

export interface EvaluationRule {
  readonly label: Text
  /** Fewest answers: this many, or this share of the households concerned. */
  readonly answers: number
  readonly percent: number
  /** Share of satisfied answers below which the work is done again. */
  readonly satisfied: number
  /** The lowest of five marks that counts as satisfied. */
  readonly mark: number
  /** Shortest survey, in days. */
  readonly days: number
  /** How often the work may be done again before the subdistrict is asked. */
  readonly reworks: number
}

const standard: EvaluationRule = {
  label: text('效果评估', 'Evaluation'),
  answers: 20,
  percent: 10,
  satisfied: 60,
  mark: 4,
  days: 3,
  reworks: 2,
}

export const EVALUATION_ROWS: readonly RuleRow<EvaluationRule>[] = [
  { code: 'EVALUATION', validFrom: '2026-01-01', value: standard, basis: '社区议事协商工作规则' },
]

export interface Evaluation {
  readonly answers: number
  readonly satisfied: number
  readonly households: number
}

/** Whether enough have answered; nobody never is. */
export const isEnough = ({ answers, households }: Evaluation, rule: EvaluationRule): boolean =>
  answers > 0 && (answers >= rule.answers || answers * 100 >= households * rule.percent)

/** Whether enough of the answers are satisfied. */
export const isSatisfied = ({ answers, satisfied }: Evaluation, rule: EvaluationRule): boolean =>
  answers > 0 && satisfied * 100 >= answers * rule.satisfied
