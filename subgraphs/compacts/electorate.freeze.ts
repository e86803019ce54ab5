// Freezing an electorate: one statement copies who may vote from the roll, with the hash of the list.
import { v7 as uuidv7 } from 'uuid'
import { dayOf, startOf } from '../shared/calendar.ts'
import { find, type Context } from '../shared/context.ts'
import { ruleAt } from '../shared/rule.ts'
import type { AssemblyRule } from './assembly.rules.ts'
import type { Meeting } from './meeting.entity.ts'
import { BuildingProject } from './building.entity.ts'
import { ruleCodeOf } from './meeting.rules.ts'
import { uuids } from './transaction.ts'

type Called = Pick<Meeting, 'type' | 'division' | 'matter'>

/** The assembly rule a meeting comes under: today's, or that of the day its building project began. */
export const ruleFor = (ctx: Context, { type, division, matter }: Called, day: string | null = null): AssemblyRule =>
  ruleAt<AssemblyRule>(ctx.rules, ruleCodeOf(type, division, matter), day ? startOf(day) : ctx.now, division).value

/** The day by whose rules a meeting decides, when it is not today's. */
export const ruleDayOf = async (ctx: Context, { building }: Pick<Meeting, 'building'>): Promise<string | null> =>
  building && (await find(ctx, BuildingProject, building.id))!.ruleDay

const ADULTS = 'division = :division and not has_left and adult_since <= :today'

/** Units and who votes for them: every adult; of each household its representative, else its eldest; or the representatives. */
const LISTS = {
  PERSON: `select resident as unit, resident, is_representative as rep, is_woman_representative as woman, 0::bigint as area, null::text as label from compacts.roll_entry where ${ADULTS}`,
  HOUSEHOLD: `select distinct on (household) household as unit, resident, is_representative as rep, is_woman_representative as woman, 0::bigint as area, null::text as label from compacts.roll_entry
    where ${ADULTS} and household is not null order by household, is_household_representative desc, adult_since, resident`,
  REPRESENTATIVES: `select resident as unit, resident, is_representative as rep, is_woman_representative as woman, 0::bigint as area, null::text as label from compacts.roll_entry
    where ${ADULTS} and (is_representative or resident = any(:members::uuid[]))`,
  OWNER: `select id as unit, resident, false as rep, false as woman, area_cm2 as area, door || ' ' || rooms as label from compacts.owner_entry
    where division = :division and (:door::text is null or door = :door)`,
}

const bound = (sql: string, values: Record<string, unknown>): [string, unknown[]] => {
  const params: unknown[] = []
  const text = sql.replace(/(?<!:):([a-z]+)/gi, (_, name: string) => {
    params.push(values[name])
    return '?'
  })
  return [text, params]
}

export const freezeElectorate = async (ctx: Context, meeting: Meeting): Promise<void> => {
  const list = meeting.type === 'REPRESENTATIVES' ? 'REPRESENTATIVES' : meeting.basis!
  const [sql, params] = bound(
    `with list as (${LISTS[list]}),
      head as (
        insert into compacts.electorate (id, meeting_id, division, basis, rule, size, representatives, women, hash, frozen_at)
        select :id::uuid, :meeting::uuid, :division, :basis, :rule::jsonb, count(*), count(*) filter (where rep), count(*) filter (where rep and woman),
               encode(sha256(convert_to(coalesce(string_agg(unit::text || case when area > 0 then ':' || area else '' end, ',' order by unit), ''), 'UTF8')), 'hex'), :now::timestamptz
          from list returning id)
     insert into compacts.elector (id, electorate_id, unit, resident, is_representative, area_cm2, label)
     select gen_random_uuid(), head.id, list.unit, list.resident, list.rep, list.area, list.label from list, head`,
    {
      division: meeting.division,
      today: dayOf(ctx.now),
      members: uuids(meeting.committeeMembers),
      id: uuidv7(),
      meeting: meeting.id,
      basis: meeting.basis,
      door: meeting.door,
      rule: JSON.stringify(ruleFor(ctx, meeting, await ruleDayOf(ctx, meeting))),
      now: ctx.now,
    },
  )
  await ctx.em.execute(sql, params)
}
