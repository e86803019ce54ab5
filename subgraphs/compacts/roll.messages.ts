// The roll follows the residents' subgraph. Handled at least once and in any order: the latest version wins.
import type { Context } from '../shared/context.ts'
import { lapseOfLeavers } from './pledge.acts.ts'
import { forgetNames } from './naming.forget.ts'
import { uuids } from './transaction.ts'

/** One resident as the electorate needs them. */
export interface RollChanged {
  readonly resident: string
  readonly version: number
  readonly household: string | null
  /** The committee's code. */
  readonly division: string
  /** The eighteenth birthday, 2026-01-01. */
  readonly adultSince: string
  readonly isHouseholdRepresentative: boolean
  readonly isRepresentative: boolean
  /** Said of representatives only. */
  readonly isWomanRepresentative?: boolean
  /** Moved away or died. */
  readonly hasLeft?: boolean
}

/** What a message carries: one resident, or many. */
export type RollMessage = RollChanged | { readonly entries: readonly RollChanged[] }

export const onRollChanged = async (ctx: Context, messages: readonly RollMessage[]): Promise<void> => {
  const entries = messages.flatMap((message) => ('entries' in message ? message.entries : [message]))
  const before = await ctx.em.execute<{ household: string }[]>(
    'select distinct household from compacts.roll_entry where resident = any(?::uuid[]) and household is not null',
    [uuids(entries.map(({ resident }) => resident))],
  )
  await ctx.em.execute(
    `insert into compacts.roll_entry as r (resident, version, household, division, adult_since, is_household_representative, is_representative, is_woman_representative, has_left)
     select resident, version, household, division, "adultSince", "isHouseholdRepresentative", "isRepresentative", coalesce("isWomanRepresentative", false), coalesce("hasLeft", false)
       from (select distinct on (resident) * from jsonb_to_recordset(?::jsonb) as x(resident uuid, version int, household uuid, division text,
             "adultSince" date, "isHouseholdRepresentative" boolean, "isRepresentative" boolean, "isWomanRepresentative" boolean, "hasLeft" boolean) order by resident, version desc) x
     on conflict (resident) do update set version = excluded.version, household = excluded.household, division = excluded.division,
       adult_since = excluded.adult_since, is_household_representative = excluded.is_household_representative,
       is_representative = excluded.is_representative, is_woman_representative = excluded.is_woman_representative, has_left = excluded.has_left
     where r.version <= excluded.version`,
    [JSON.stringify(entries)],
  )
  const units = [...entries.map(({ resident }) => resident), ...before.map(({ household }) => household)]
  await lapseOfLeavers(ctx, units)
  await forgetNames(ctx, entries)
}

export interface OnRoll {
  readonly household: string | null
  readonly isAdult: boolean
}

/** How a resident stands on the roll of a division now; null when they do not. */
export const onRoll = async (ctx: Context, resident: string, division: string): Promise<OnRoll | null> => {
  const [row] = await ctx.em.execute<{ household: string | null; adult: boolean }[]>(
    `select household, adult_since <= (?::timestamptz at time zone 'Asia/Shanghai')::date as adult from compacts.roll_entry
      where resident = ? and division = ? and not has_left`,
    [ctx.now, resident, division],
  )
  return row ? { household: row.household, isAdult: row.adult } : null
}
