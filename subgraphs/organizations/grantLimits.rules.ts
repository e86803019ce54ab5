// How long each step of a grant takes, and the numbers of the local rules, as dated rows. A changed number is a new row.
import type { TimeLimit, TimeUnit } from '../shared/calendar.ts'
import type { RuleRow } from '../shared/rule.ts'
import { text, type Text } from '../shared/words.ts'

const LOCAL = '公益微创投管理办法'
const limit = (code: string, zh: string, en: string, value: number, unit: TimeUnit): RuleRow<TimeLimit & { label: Text }> => ({
  code,
  validFrom: '2020-01-01',
  value: { label: text(zh, en), value, unit },
  basis: LOCAL,
})
const number = (code: string, value: number): RuleRow<number> => ({ code, validFrom: '2020-01-01', value, basis: LOCAL })

export const GRANT_LIMITS: readonly RuleRow[] = [
  limit('GRANT_SCREENING', '资格初审', 'Screening of a round', 15, 'WORK_DAY'),
  limit('GRANT_CORRECTION', '补正', 'Correcting an application', 5, 'WORK_DAY'),
  limit('GRANT_REVIEW', '评审', 'Review of a round', 20, 'WORK_DAY'),
  limit('GRANT_SCORING', '评分', 'Scoring one application', 10, 'WORK_DAY'),
  limit('GRANT_PUBLICITY', '立项公示', 'Publicity of the awards', 5, 'WORK_DAY'),
  limit('GRANT_SIGNING', '签订协议', 'Signing the agreement', 30, 'NATURAL_DAY'),
  limit('GRANT_REPORT', '提交报告', 'Handing in the report', 120, 'NATURAL_DAY'),
  limit('GRANT_EVALUATION', '评估', 'Evaluating a report', 15, 'WORK_DAY'),
  limit('GRANT_RECTIFICATION', '整改', 'Rectifying a project', 30, 'NATURAL_DAY'),
  // The least length of a call, in days.
  number('GRANT_CALL_DAYS', 10),
  // How many years nobody applies whose project was terminated.
  number('GRANT_BAR_YEARS', 3),
  // The final report is due so many days after the project ends.
  number('GRANT_FINAL_DAYS', 30),
]
