// What the dashboards count, as conditions: a number and the list it opens are asked with the same one.
import { raw } from '@mikro-orm/core'
import { spanOf } from './days.inputs.ts'
import type { IssueMeasure } from './issue.inputs.ts'
import { issueMachine } from './issue.machine.ts'
import { MONTH_COUNTS, STAY_COUNTS } from './monthFigures.count.ts'

const inTime = (is: boolean | null | undefined, at: string, due: string) =>
  is === null || is === undefined ? '' : ` and ${due} is not null and ${is ? '' : 'not '}(${at} <= ${due})`

/** Issues that left a stage in the days given, or whose first reply was due in them. */
export const measuredBy = (measure: IssueMeasure | null | undefined) => {
  if (!measure) return true
  const [from, to] = spanOf(measure).map((at) => at.toISOString())
  const { raised, counted, stage, due, onTime } = measure
  if (raised) return { [raw((issue) => `${issue}.submitted_at >= '${from}' and ${issue}.submitted_at < '${to}'`)]: [] }
  if (counted)
    return {
      [raw(
        (issue) =>
          `exists (select 1 from compacts.issue_stay s where s.issue_id = ${issue}.id and ${STAY_COUNTS[MONTH_COUNTS[counted].of]} and s.left_at >= '${from}' and s.left_at < '${to}')`,
      )]: [],
    }
  if (!stage)
    return {
      [raw(
        (issue) =>
          `${issue}.reply_due_at >= '${from}' and ${issue}.reply_due_at < '${to}'${inTime(onTime, `coalesce(${issue}.replied_at, 'infinity')`, `${issue}.reply_due_at`)}`,
      )]: [],
    }
  const status = issueMachine.stateNames.find((name) => name === stage)
  return {
    [raw(
      (issue) =>
        `exists (select 1 from compacts.issue_stay s where s.issue_id = ${issue}.id and s.status = '${status}' and s.left_at >= '${from}' and s.left_at < '${to}'${due ? ' and s.due_at is not null' : ''}${inTime(onTime, 's.left_at', 's.due_at')})`,
    )]: [],
  }
}
