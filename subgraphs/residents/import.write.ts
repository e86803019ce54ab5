// Entering a batch of checked rows: the number of statements does not grow with the rows, and a second time changes nothing.
import { v7 as uuidv7 } from 'uuid'
import type { Context } from '../shared/context.ts'
import { recordAll, type Recorded, type Step } from '../shared/event.ts'
import { maskName } from '../shared/masking.ts'
import { text } from '../shared/words.ts'
import { Dwelling, Household } from './household.entity.ts'
import type { CellProblem, Entry } from './import.rules.ts'
import { Guardian } from './kin.entity.ts'
import { adultAge, childAge, idIndexOf, phoneIndexOf, sealedNumbers, vaultOf } from './persons.ts'
import { PersonKey, Resident } from './resident.entity.ts'
import { ageOn, isChild } from './resident.rules.ts'
import { tellRoll } from './roll.ts'

export interface Outcome {
  created: number
  updated: number
  unchanged: number
  readonly refused: Map<number, CellProblem>
}

export interface Line {
  readonly line: number
  readonly entry: Entry
}

/** Makes the id of a new row; the demo names its rows, so that they are the same in every run. */
export type NewId = (name: string) => string

const NUMBER = '证件号码'

/** Why a known person cannot be entered in the division, or null. */
export const inTheWay = (known: Pick<Resident, 'division' | 'endedAs'> | undefined, division: string): CellProblem | null => {
  if (!known) return null
  if (known.endedAs === 'DECEASED')
    return { column: NUMBER, reason: text('该居民登记为去世，请核对', 'Entered as deceased; please check') }
  if (known.endedAs === null && known.division !== division)
    return {
      column: NUMBER,
      reason: text('已在其他居村登记，须先由其办理迁出', 'On the roll of another committee, which must let them move out first'),
    }
  return null
}

/** People known under the numbers, by index; in one statement. */
export const knownBy = async (ctx: Context, indexes: readonly string[]): Promise<Map<string, Resident>> => {
  const rows = indexes.length ? await ctx.em.find(Resident, { idIndex: { $in: [...indexes] } }, { filters: false }) : []
  return new Map(rows.map((r) => [r.idIndex!, r]))
}

const doorOf = ({ address, room }: Pick<Entry, 'address' | 'room'>) => `${address}\n${room}`

/** The household behind every door, made where there is none. */
const householdsAt = async (
  ctx: Context,
  division: string,
  entries: readonly Entry[],
  run: string,
  newId: NewId,
): Promise<Map<string, Household>> => {
  const addresses = [...new Set(entries.map((e) => e.address))]
  const dwellings = await ctx.em.find(Dwelling, { division, address: { $in: addresses } }, { filters: false })
  const byDoor = new Map(dwellings.map((d) => [doorOf(d), d.id]))
  const doors = new Map(entries.map((e) => [doorOf(e), e]))
  const buildings = new Map(dwellings.map((d) => [d.address, d.buildingId]))
  const missing = [...doors].filter(([door]) => !byDoor.has(door))
  const newDwellings = missing.map(([door, { address, room }]) => {
    const id = newId(`dwelling:${door}`)
    byDoor.set(door, id)
    return { id, version: 0, division, address, room, buildingId: buildings.get(address) ?? null, createdAt: ctx.now }
  })
  await recordAll(
    ctx,
    newDwellings.map((d) => [d, { type: 'Dwelling', action: 'IMPORT', title: d.address, data: { run } }]),
  )
  if (newDwellings.length) await ctx.em.insertMany(Dwelling, newDwellings)
  const wanted = [...doors.keys()].map((door) => byDoor.get(door)!)
  const households = await ctx.em.find(
    Household,
    { dwellingId: { $in: wanted } },
    { filters: false, orderBy: { createdAt: 'asc', id: 'asc' } },
  )
  const byDwelling = new Map<string, Household>()
  for (const h of households) if (!byDwelling.has(h.dwellingId)) byDwelling.set(h.dwellingId, h)
  const made = wanted
    .filter((d) => !byDwelling.has(d))
    .map((dwellingId) => ({
      id: newId(`household:${dwellingId}`),
      version: 0,
      division,
      dwellingId,
      representativeId: null,
      createdAt: ctx.now,
    }))
  if (made.length) {
    await recordAll(
      ctx,
      made.map((h) => [h, { type: 'Household', action: 'IMPORT', title: '户', data: { run } }]),
    )
    await ctx.em.insertMany(Household, made)
    for (const h of await ctx.em.find(Household, { id: { $in: made.map((m) => m.id) } }, { filters: false }))
      byDwelling.set(h.dwellingId, h)
  }
  return new Map([...doors.keys()].map((door) => [door, byDwelling.get(byDoor.get(door)!)!]))
}

/** What the row would change of the person; empty when nothing. A missing phone number in the row leaves the known one. */
const changesOf = (ctx: Context, known: Resident, entry: Entry, household: Household): string[] =>
  [
    known.name !== entry.name && 'name',
    entry.phone !== null && known.phoneIndex !== phoneIndexOf(ctx, entry.phone) && 'phone',
    known.residence !== entry.residence && 'residence',
    known.relation !== entry.relation && 'relation',
    known.householdId !== household.id && 'household',
    known.endedAs !== null && 'return',
  ].filter((change) => change !== false)

/** Enters the rows in the division. Rows that cannot be entered are told, not thrown. */
export const enterRows = async (
  ctx: Context,
  division: string,
  lines: readonly Line[],
  run: string,
  newId: NewId = () => uuidv7(),
): Promise<Outcome> => {
  // Imports of one committee wait for each other; across committees the unique index on the number decides.
  await ctx.em.execute('select pg_advisory_xact_lock(hashtext(?))', [`residents.import:${division}`])
  const outcome: Outcome = { created: 0, updated: 0, unchanged: 0, refused: new Map() }
  const indexOf = new Map(lines.map((l) => [l, idIndexOf(ctx, l.entry.paper, l.entry.idNumber)]))
  const known = await knownBy(ctx, [...indexOf.values()])
  const free = lines.filter((l) => {
    const problem = inTheWay(known.get(indexOf.get(l)!), division)
    if (problem) outcome.refused.set(l.line, problem)
    return !problem
  })
  const households = await householdsAt(
    ctx,
    division,
    free.map((l) => l.entry),
    run,
    newId,
  )
  const keys = await keysOf(ctx, [...known.values()])
  const rows: { resident: Resident; key: string }[] = []
  const changed: [Resident, Step][] = []
  const entered: { id: string; entry: Entry; household: Household; key: string; birthDate: string }[] = []

  for (const line of free) {
    const { entry } = line
    const household = households.get(doorOf(entry))!
    const person = known.get(indexOf.get(line)!)
    const columns = {
      division,
      householdId: household.id,
      name: entry.name,
      paper: entry.paper,
      birthDate: entry.birthDate,
      sex: entry.sex,
      residence: entry.residence,
      relation: entry.relation,
    }
    if (!person) {
      const id = newId(`resident:${line.line}`)
      const key = vaultOf(ctx).newKey(id)
      rows.push({
        key,
        resident: {
          id,
          version: 0,
          grid: null,
          endedAs: null,
          endedOn: null,
          createdAt: ctx.now,
          ...columns,
          ...sealedNumbers(ctx, key, id, entry),
        },
      })
      entered.push({ id, entry, household, key, birthDate: entry.birthDate })
      outcome.created += 1
      continue
    }
    const fields = changesOf(ctx, person, entry, household)
    if (!fields.length) {
      outcome.unchanged += 1
      continue
    }
    const key = keys.get(person.id) ?? vaultOf(ctx).newKey(person.id)
    if (!keys.has(person.id)) ctx.em.create(PersonKey, { person: person.id, wrapped: key })
    const kept = { phoneSealed: person.phoneSealed, phoneIndex: person.phoneIndex }
    ctx.em.assign(person, {
      ...columns,
      endedAs: null,
      endedOn: null,
      ...sealedNumbers(ctx, key, person.id, entry),
      ...(entry.phone === null ? kept : {}),
    })
    changed.push([
      person,
      {
        type: 'Resident',
        action: fields.includes('return') ? 'RETURN' : 'IMPORT',
        title: maskName(entry.name),
        data: { run, fields },
      },
    ])
    entered.push({ id: person.id, entry, household, key, birthDate: entry.birthDate })
    outcome.updated += 1
  }
  const made = rows.map(({ resident }): [Recorded, Step] => [
    resident,
    { type: 'Resident', action: 'IMPORT', title: maskName(resident.name), data: { run } },
  ])
  await recordAll(ctx, [...made, ...changed])
  if (rows.length) {
    await ctx.em.insertMany(
      PersonKey,
      rows.map(({ resident, key }) => ({ person: resident.id, wrapped: key })),
    )
    await ctx.em.insertMany(
      Resident,
      rows.map(({ resident }) => resident),
    )
  }
  for (const { id, entry, household } of entered)
    if (entry.relation === 'HEAD' && household.representativeId === null && ageOn(entry.birthDate, ctx.now) >= adultAge(ctx))
      household.representativeId = id
  await ctx.em.flush()
  await enterGuardians(ctx, division, entered)
  await tellRoll(ctx, [...rows.map((r) => r.resident), ...changed.map(([person]) => person)])
  return outcome
}

const keysOf = async (ctx: Context, people: readonly Resident[]): Promise<Map<string, string>> => {
  const keys = people.length ? await ctx.em.find(PersonKey, { person: { $in: people.map((p) => p.id) } }) : []
  return new Map(keys.map((k) => [k.person, k.wrapped]))
}

type Entered = { id: string; entry: Entry; household: Household; key: string }

/** A guardian who lives in the same household is found there, and may then act for the child. */
const enterGuardians = async (ctx: Context, division: string, entered: readonly Entered[]): Promise<void> => {
  const children = entered.filter(({ entry }) => entry.guardian && isChild(entry.birthDate, childAge(ctx), ctx.now))
  if (!children.length) return
  const there = await ctx.em.find(Guardian, { ward: { $in: children.map((c) => c.id) }, endedOn: null }, { filters: false })
  const has = new Set(there.map((g) => `${g.ward}:${g.name}`))
  const adults = await ctx.em.find(
    Resident,
    { householdId: { $in: children.map((c) => c.household.id) }, endedAs: null },
    { filters: false },
  )
  const rows = children
    .filter(({ id, entry }) => !has.has(`${id}:${entry.guardian!.name}`))
    .map(({ id, entry, household, key }) => ({
      id: uuidv7(),
      version: 0,
      division,
      ward: id,
      name: entry.guardian!.name,
      endedOn: null,
      createdAt: ctx.now,
      guardianResident:
        adults.find(
          (a) =>
            a.householdId === household.id && a.name === entry.guardian!.name && !isChild(a.birthDate, childAge(ctx), ctx.now),
        )?.id ?? null,
      phoneSealed: vaultOf(ctx).seal(key, id, 'guardianPhone', entry.guardian!.phone),
    }))
  await recordAll(
    ctx,
    rows.map((g) => [g, { type: 'Guardian', action: 'IMPORT', title: maskName(g.name), data: { ward: g.ward } }]),
  )
  if (rows.length) await ctx.em.insertMany(Guardian, rows)
}
