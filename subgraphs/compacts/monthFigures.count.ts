// How the figures of a month are counted: one statement over what was done in it, by subdistrict. The same for those
// who ask about a month that still runs and for what is kept of one that has ended.
import { text, type Text } from '../shared/words.ts'

/** Time given to authors and objectors, which nobody keeps by being quick; and ways to leave a stage that do nothing about it. */
const OURS = `s.status not in ('RETURNED', 'MERGE_PROPOSED', 'SPLIT_PROPOSED') and s."to" not in ('WITHDRAWN', 'MERGE_PROPOSED', 'SPLIT_PROPOSED')`

/** What a stay at a stage counts as; a number and the list it opens are asked with the same words. */
export const STAY_COUNTS = {
  decided: `s."to" in ('ADOPTED', 'NOT_ADOPTED') and s.status in ('DELIBERATING', 'VOTING')`,
  due: `s.due_at is not null and ${OURS}`,
  onTime: `s.left_at <= s.due_at and ${OURS}`,
  evaluated: 's.is_satisfied is not null',
  satisfied: 's.is_satisfied',
} as const satisfies Record<string, string>

/** The same as callers name them. */
export const MONTH_COUNTS = {
  DECIDED: { ...text('形成决定', 'Decided'), of: 'decided' },
  DUE: { ...text('有期限的环节', 'Stages with a deadline'), of: 'due' },
  ON_TIME: { ...text('按时办出的环节', 'Stages left in time'), of: 'onTime' },
  EVALUATED: { ...text('完成评估', 'Evaluated'), of: 'evaluated' },
  SATISFIED: { ...text('评估满意', 'Evaluated as satisfied'), of: 'satisfied' },
} as const satisfies Record<string, Text & { readonly of: keyof typeof STAY_COUNTS }>

export type MonthCount = keyof typeof MONTH_COUNTS

const NAMES = Object.keys(STAY_COUNTS)
const stays = Object.entries(STAY_COUNTS).map(([name, is]) => `count(*) filter (where ${is}) as "${name}"`)

/** Its values: first and last division of each range, as two lists; then twice the beginning and the end of the month. */
export const COUNT_MONTH = `with own as materialized (select * from unnest(?::text[], ?::text[]) as own(first, last))
  select left(division, 9) || '000' as division, ${['raised', ...NAMES].map((name) => `sum("${name}")::int as "${name}"`).join(', ')} from (
    select i.* from own cross join lateral (select i.division, count(*) as raised, ${NAMES.map((name) => `0 as "${name}"`).join(', ')}
      from compacts.issue i where i.division between own.first and own.last and i.submitted_at >= ? and i.submitted_at < ? group by 1) i
    union all
    select s.* from own cross join lateral (select s.division, 0 as raised, ${stays.join(', ')}
      from compacts.issue_stay s where s.division between own.first and own.last and s.left_at >= ? and s.left_at < ? group by 1) s) counted
  group by 1 having sum(raised + decided + due + evaluated) > 0 order by 1`
