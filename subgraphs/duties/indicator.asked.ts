// What the indicators count, as conditions: a number and the list it opens are asked with the same one.
import { raw } from '@mikro-orm/core'
import { prefixOf } from '../shared/actor.ts'
import { dayOf } from '../shared/calendar.ts'
import { type DutyListType } from './list.rules.ts'
import { allOf, anyOf, inDivision } from '../shared/scope.ts'

/** Matters in force that hold in a division: of its own lists, those above and those below. What was taken over counts once. */
export const mattersIn = (division: string, now: Date, type: DutyListType = 'ASSIST_GOVERNMENT') => {
  const prefix = prefixOf(division)
  const upwards = [2, 4, 6, 9, 12].filter((n) => n < prefix.length).map((n) => prefix.slice(0, n).padEnd(12, '0'))
  const today = dayOf(now)
  return allOf(
    anyOf(inDivision(division), { division: { $in: upwards } }),
    { origin: null, status: 'LISTED', validFrom: { $lte: today } },
    anyOf({ validTo: null }, { validTo: { $gte: today } }),
    {
      [raw(
        (item) => `exists (select 1 from duties.duty_list_version v join duties.duty_list l on l.id = v.list_id
          where v.id = ${item}.list_version_id and v.status = 'IN_FORCE' and l.type = '${type}')`,
      )]: [],
    },
  )
}

const ON_TIME = (commitment: string) =>
  `(select coalesce(sum(f.amount), 0) from duties.funding_transfer f where f.commitment_id = ${commitment}.id and f.transferred_on <= ${commitment}.transfer_by) >= ${commitment}.amount`

/** Promised money whose day of transfer lies in the days given. */
export const fundingDue = (from: string | null | undefined, to: string | null | undefined) =>
  from || to
    ? allOf(
        { transferBy: { ...(from && { $gte: from }), ...(to && { $lte: to }) } },
        { promisedAt: { $ne: null }, status: { $ne: 'LAPSED' } },
      )
    : true

/** Whether all of it was transferred by its day. */
export const fundingOnTime = (is: boolean | null | undefined) =>
  is === null || is === undefined ? true : { [raw((commitment) => `${is ? '' : 'not '}(${ON_TIME(commitment)})`)]: [] }

export const onTimeSql = ON_TIME
