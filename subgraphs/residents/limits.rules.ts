// Ages, time limits and the masking table, as dated rows with their source. A changed law is a new row.
import type { TimeLimit } from '../shared/calendar.ts'
import type { RuleRow } from '../shared/rule.ts'
import type { Masks } from './resident.rules.ts'

const MASKING: Masks = {
  OWN: { NAME: 'FULL', ID_NUMBER: 'FULL', PHONE: 'FULL', BIRTH_DATE: 'FULL', ADDRESS: 'FULL' },
  COMMITTEE: { NAME: 'FULL', ID_NUMBER: 'MASKED', PHONE: 'MASKED', BIRTH_DATE: 'HIDDEN', ADDRESS: 'FULL' },
  TOWN: { NAME: 'MASKED', ID_NUMBER: 'MASKED', PHONE: 'MASKED', BIRTH_DATE: 'HIDDEN', ADDRESS: 'MASKED' },
  GRID: { NAME: 'MASKED', ID_NUMBER: 'HIDDEN', PHONE: 'MASKED', BIRTH_DATE: 'HIDDEN', ADDRESS: 'FULL' },
  CHILD: { NAME: 'MASKED', ID_NUMBER: 'HIDDEN', PHONE: 'HIDDEN', BIRTH_DATE: 'HIDDEN', ADDRESS: 'MASKED' },
  NONE: { NAME: 'MASKED', ID_NUMBER: 'HIDDEN', PHONE: 'HIDDEN', BIRTH_DATE: 'HIDDEN', ADDRESS: 'HIDDEN' },
}

const limit = (code: string, value: TimeLimit, validFrom: string, basis: string): RuleRow<TimeLimit> => ({
  code,
  validFrom,
  value,
  basis,
})

export const LIMITS: readonly RuleRow[] = [
  { code: 'CHILD_AGE', validFrom: '2021-11-01', value: 14, basis: '《个人信息保护法》第二十八条、第三十一条' },
  { code: 'ADULT_AGE', validFrom: '1987-01-01', value: 18, basis: '《民法典》第十七条；《城市居民委员会组织法》第二十六条' },
  {
    code: 'RESIDENT_MASKING',
    validFrom: '2021-11-01',
    value: MASKING,
    basis: '《个人信息保护法》第六条、第五十一条；本平台脱敏规则',
  },
  limit('DATA_REQUEST', { value: 15, unit: 'WORK_DAY' }, '2021-11-01', '《个人信息保护法》第五十条（及时处理）;本平台期限'),
  limit('DATA_REQUEST_REVIEW', { value: 10, unit: 'WORK_DAY' }, '2021-11-01', '本平台期限'),
  limit('CHILD_REVEAL_DECISION', { value: 1, unit: 'WORK_DAY' }, '2024-01-01', '《未成年人网络保护条例》第三十六条'),
  limit('CHILD_REVEAL_USE', { value: 24, unit: 'NATURAL_HOUR' }, '2024-01-01', '《未成年人网络保护条例》第三十六条'),
  limit('ERASED_INDEX_KEPT', { value: 180, unit: 'NATURAL_DAY' }, '2021-11-01', '《个人信息保护法》第四十七条；防止重复参加表决'),
  limit('IMPORT_ROWS_KEPT', { value: 7, unit: 'NATURAL_DAY' }, '2021-11-01', '《个人信息保护法》第十九条'),
]
