// How long each step of the lists takes, as dated rows. A changed limit is a new row; clocks already running keep theirs.
import type { TimeLimit, TimeUnit } from '../shared/calendar.ts'
import type { RuleRow } from '../shared/rule.ts'
import { text, type Text } from '../shared/words.ts'

export interface Limit extends TimeLimit {
  readonly label: Text
}

export const LOCAL = '社区工作事项准入工作规则'

export const limit = (
  code: string,
  zh: string,
  en: string,
  value: number,
  unit: TimeUnit,
  basis = LOCAL,
  validFrom = '2026-01-01',
): RuleRow<Limit> => ({ code, validFrom, value: { label: text(zh, en), value, unit }, basis })

const BEFORE = '2020-01-01'

export const LIST_LIMITS: readonly RuleRow<Limit>[] = [
  limit('DUTY_SOLICITATION', '清单征求意见', 'Soliciting opinions on a list', 7, 'NATURAL_DAY', LOCAL, BEFORE),
  limit('DUTY_DELIBERATION', '清单审定后发布', 'Publishing a list after its deliberation', 10, 'WORK_DAY', LOCAL, BEFORE),
  limit('DUTY_PUBLICITY', '清单公布', 'Publicity of a list', 15, 'NATURAL_DAY', LOCAL, BEFORE),
  limit('DUTY_PUBLICITY', '清单公布', 'Publicity of a list', 15, 'NATURAL_DAY', '《城市居民委员会组织法》第三十四条'),
]
