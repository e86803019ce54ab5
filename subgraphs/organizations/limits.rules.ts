// How long each step takes and each entry holds, as dated rows. A changed limit is a new row; clocks already running keep theirs.
import type { TimeLimit, TimeUnit } from '../shared/calendar.ts'
import type { RuleRow } from '../shared/rule.ts'
import { text, type Text } from '../shared/words.ts'

export interface Limit extends TimeLimit {
  readonly label: Text
}

export const limit = (
  code: string,
  zh: string,
  en: string,
  value: number,
  unit: TimeUnit,
  basis: string,
  validFrom = '2020-01-01',
): RuleRow<Limit> => ({ code, validFrom, value: { label: text(zh, en), value, unit }, basis })

const DIRECTORY = '承接政府购买服务社会组织目录管理规定'
const LISTING = '社区公益服务信息管理规定'

export const LIMITS: readonly RuleRow<Limit>[] = [
  limit('DIRECTORY_REVIEW', '目录申请审核', 'Checking an application to the directory', 20, 'WORK_DAY', DIRECTORY),
  limit('DIRECTORY_CORRECTION', '目录申请补正', 'Completing an application', 5, 'WORK_DAY', DIRECTORY),
  limit('DIRECTORY_PUBLICITY', '目录公示', 'Publicity of an entry', 7, 'NATURAL_DAY', DIRECTORY),
  limit('DIRECTORY_TERM', '入库有效期', 'Term of an entry', 1_095, 'NATURAL_DAY', DIRECTORY),
  limit('DIRECTORY_RECONFIRMATION', '年度信息确认', 'Yearly reconfirmation', 365, 'NATURAL_DAY', DIRECTORY),
  limit('SERVICE_CHECK', '服务信息审核', 'Checking a service', 5, 'WORK_DAY', LISTING),
  limit('SERVICE_FRESH', '服务信息核实', 'Assuring a service', 180, 'NATURAL_DAY', LISTING),
  limit('SHOP_CHECK', '服务店铺审核', 'Checking a shop', 5, 'WORK_DAY', LISTING),
  limit('CLAIM_ANSWER', '项目申领答复', 'Answering a claim', 5, 'WORK_DAY', LISTING),
]

/** What an organisation must have to stand in the directory. */
export interface Qualification {
  readonly grade: 'A1' | 'A2' | 'A3' | 'A4' | 'A5'
  /** Full-time staff. */
  readonly staff: number
  /** Years without a serious violation. */
  readonly years: number
}

export const QUALIFICATION: RuleRow<Qualification> = {
  code: 'DIRECTORY_QUALIFICATION',
  validFrom: '2020-01-01',
  value: { grade: 'A2', staff: 2, years: 3 },
  basis: `${DIRECTORY}；《政府采购法》第二十二条`,
}
