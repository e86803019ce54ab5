// Which projects residents watch over, and when a late milestone is told to whom, as dated rows.
import { addDays, startOf } from '../shared/calendar.ts'
import type { Party } from '../shared/actor.ts'
import type { RuleRow } from '../shared/rule.ts'
import { text, type Text } from '../shared/words.ts'

/** From which budget on a project needs a supervision group, in fen, and how many it has at least. */
export interface SupervisionRule {
  readonly label: Text
  readonly budget: number
  readonly members: number
}

/** Days after its date on which a milestone without evidence is told to one level more. */
export interface AlertRule {
  readonly label: Text
  readonly owner: number
  readonly committee: number
  readonly subdistrict: number
}

const basis = '社区议事协商工作规则'
const supervision: SupervisionRule = {
  label: text('居民监督小组', 'Supervision group of residents'),
  budget: 2_000_000,
  members: 3,
}
const alerts: AlertRule = {
  label: text('节点逾期提醒', 'Alerts of late milestones'),
  owner: 0,
  committee: 3,
  subdistrict: 7,
}

export const SUPERVISION_ROWS: readonly RuleRow[] = [
  { code: 'PROJECT_SUPERVISION', validFrom: '2026-01-01', value: supervision, basis },
  { code: 'PROJECT_ALERTS', validFrom: '2026-01-01', value: alerts, basis },
]

export interface Alert {
  /** How many levels have been told, this one included. */
  readonly level: number
  readonly days: number
  readonly awaits: readonly Party[]
  /** The instant this level is reached. */
  readonly at: Date
}

const COMMITTEE: readonly Party[] = ['COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER']

/** The highest level a milestone has reached by now; null while it is not late. Where no account acts for the owner, the committee does. */
export const alertOf = (dueOn: string, hasOwner: boolean, rule: AlertRule, now: Date): Alert | null => {
  const owner: readonly Party[] = hasOwner ? ['OWNER'] : COMMITTEE
  const levels = [
    { days: rule.owner, awaits: owner },
    { days: rule.committee, awaits: [...new Set([...owner, ...COMMITTEE])] },
    {
      days: rule.subdistrict,
      awaits: [...new Set([...owner, ...COMMITTEE, 'SUBDISTRICT_OFFICER', 'SUBDISTRICT_LEAD'] as const)],
    },
  ].map((level, i) => ({ ...level, level: i + 1, at: startOf(addDays(dueOn, level.days + 1)) }))
  return levels.findLast(({ at }) => at <= now) ?? null
}
