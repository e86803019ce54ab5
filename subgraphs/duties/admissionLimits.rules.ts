// The numbers of admission and funding, as dated rows with their source. A changed number is a new row; clocks already running keep theirs.
import type { TimeUnit } from '../shared/calendar.ts'
import type { RuleRow } from '../shared/rule.ts'
import type { Share } from './admission.rules.ts'
import { limit, LOCAL } from './limits.rules.ts'

const SINCE = '2020-01-01'

const number = <Value>(code: string, value: Value, basis: string): RuleRow<Value> => ({ code, validFrom: SINCE, value, basis })
const days = (code: string, zh: string, en: string, value: number, basis = LOCAL, unit: TimeUnit = 'WORK_DAY') =>
  limit(code, zh, en, value, unit, basis, SINCE)

export interface Span {
  readonly least: number
  readonly most: number
}

const XICHENG = `${LOCAL}（参照北京市西城区：提前30个工作日申请，15个工作日内作出决定）`
const ERQI = `${LOCAL}（参照郑州市二七区：由联席会议审议决定）`

export const ADMISSION_LIMITS: readonly RuleRow[] = [
  days('ADMISSION_LEAD', '提前申报', 'Applying before the start', 30, XICHENG),
  days('ADMISSION_FORMAL_CHECK', '形式审查', 'Formal check', 5),
  days('ADMISSION_CORRECTION', '补正', 'Correction', 10),
  days('ADMISSION_LEGAL_REVIEW', '合法性审查', 'Legal review', 5),
  days('ADMISSION_CONSULTATION', '征求基层意见', 'Consultation', 5),
  days('ADMISSION_JOINT_MEETING', '联席会议审议', 'Decision of the joint meeting', 5, ERQI),
  days('ADMISSION_TOTAL', '受理后作出决定', 'Decision after acceptance', 15, XICHENG),
  days('ADMISSION_OBJECTION', '答复异议', 'Answering an objection', 5),
  days('ADMISSION_DECISION', '公示后发文', 'Document after the publicity', 3),
  number<Span>('ADMISSION_PUBLICITY', { least: 5, most: 7 }, `${LOCAL}（公示期5至7个工作日）`),
  number<number>('ADMISSION_OPINIONS', 3, `${LOCAL}（至少3家街镇、居村签署意见）`),
  number<Share>('JOINT_MEETING_QUORUM', [2, 3], ERQI),
  number<Share>('JOINT_MEETING_MAJORITY', [1, 2], ERQI),
  days('FUNDING_TRANSFER', '拨付', 'Transfer', 0, '经费承诺载明的拨付日期', 'NATURAL_DAY'),
  days('FUNDING_RECONCILIATION', '经费对账', 'Reconciling a transfer', 10, '费随事转工作规则'),
]
