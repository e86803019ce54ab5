// What the compacts need to know of the roll, and nothing that says who a person is. Sent in the transaction of the change.
import { dayOf } from '../shared/calendar.ts'
import type { Context } from '../shared/context.ts'
import { Household } from './household.entity.ts'
import { ResidentsRepresentative } from './kin.entity.ts'
import { adultAge } from './persons.ts'
import type { Resident } from './resident.entity.ts'
import { reaches } from './resident.rules.ts'

export interface RollEntry {
  readonly resident: string
  /** Rises with every change; an older entry than the one known is to be ignored. */
  readonly version: number
  readonly household: string | null
  /** The committee. */
  readonly division: string
  /** The birthday on which the resident may vote, YYYY-MM-DD. */
  readonly adultSince: string
  readonly isHouseholdRepresentative: boolean
  readonly isRepresentative: boolean
  /** Said of representatives only: the law wants to know how many of them are women. */
  readonly isWomanRepresentative: boolean
  /** No longer on the roll of the division. */
  readonly hasLeft: boolean
}

/** What `RollChanged` carries. */
export interface RollMessage {
  readonly entries: readonly RollEntry[]
}

const BATCH = 500

type OnRoll = Pick<Resident, 'id' | 'version' | 'householdId' | 'division' | 'birthDate' | 'endedAs' | 'sex'>

/** Tells the roll about residents as they now are. Statements do not grow with their number within a batch. */
export const tellRoll = async (ctx: Context, residents: readonly OnRoll[]): Promise<void> => {
  const adult = adultAge(ctx)
  const today = dayOf(ctx.now)
  for (let from = 0; from < residents.length; from += BATCH) {
    const batch = residents.slice(from, from + BATCH)
    const ids = batch.map((r) => r.id)
    const households = await ctx.em.find(Household, { representativeId: { $in: ids } }, { filters: false })
    const terms = await ctx.em.find(
      ResidentsRepresentative,
      { resident: { $in: ids }, validFrom: { $lte: today }, validTo: { $gte: today } },
      { filters: false },
    )
    const heads = new Map(households.map((h) => [h.representativeId, h.id]))
    const representatives = new Set(terms.map((t) => t.resident))
    const entries = batch.map((r): RollEntry => ({
      resident: r.id,
      version: r.version,
      household: r.householdId,
      division: r.division,
      adultSince: reaches(r.birthDate, adult),
      isHouseholdRepresentative: r.householdId !== null && heads.get(r.id) === r.householdId,
      isRepresentative: representatives.has(r.id),
      isWomanRepresentative: representatives.has(r.id) && r.sex === 'FEMALE',
      hasLeft: r.endedAs !== null,
    }))
    await ctx.jobs.publish(ctx, 'RollChanged', { entries } satisfies RollMessage)
  }
}
