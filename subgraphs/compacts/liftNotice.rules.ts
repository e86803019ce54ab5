// What the notice of a lift says: what is planned for the door, for how long it is posted, and what came of it. Knows facts, not records.
import { text, type Text } from '../shared/words.ts'
import type { AssemblyRule } from './assembly.rules.ts'
import type { BuildingStatus } from './building.machine.ts'
import { lasting, lawOf, type Term, type Wording } from './notice.rules.ts'

export interface LiftPosted {
  readonly title: string
  readonly door: string
  readonly status: BuildingStatus
  readonly rule: AssemblyRule
  readonly begunAt: Date
  readonly term: Term
}

const SINCE: Partial<Record<BuildingStatus, Text>> = {
  OBJECTION: text('收到异议，正在协调。', 'There is an objection; it is being settled.'),
  SUSPENDED: text('项目已经中止。', 'The project is suspended.'),
  ABANDONED: text('项目已经终止。', 'The project has been given up.'),
  OPERATING: text('电梯已经投入运行。', 'The lift is in operation.'),
}

export const liftWords = ({ title, door, status, rule, begunAt, term }: LiftPosted): Wording => ({
  title: text(`关于${title}方案和业主协议的公示`, `Posting of plan and agreement: ${title}`),
  lead: text(
    `${door}既有住宅加装电梯，业主已经依法共同决定。现将方案和业主协议公示，听取利害关系人的意见。`,
    `The owners of ${door} have decided on a lift for their door. Plan and agreement are posted for whoever they concern.`,
  ),
  period: lasting(begunAt, term),
  basis: lawOf(rule),
  appeal: text(
    '对方案或者协议有异议的，请在上述期限内向居民委员会书面提出；居民委员会召开协调会，协调结果公布。',
    'Objections go to the residents’ committee in writing within this time; it calls a coordination meeting and publishes what comes of it.',
  ),
  since:
    status === 'PUBLICITY' || status === 'AGREEMENT' ? null : (SINCE[status] ?? text('公示期已满。', 'The posting is over.')),
})
