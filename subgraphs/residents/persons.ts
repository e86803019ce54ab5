// Reading and writing what is sealed of a person, and in which light the caller sees them.
import { rolesAt } from '../shared/actor.ts'
import { find, many, rule, type Context } from '../shared/context.ts'
import { checkPhone, birthDateOf, phoneKindOf, plain, sexOf } from '../shared/identifiers.ts'
import { checkPaper, PAPERS, type Paper } from './papers.rules.ts'
import { badInput } from '../shared/errors.ts'
import { text } from '../shared/words.ts'
import { vault, type Vault } from './crypto.ts'
import { PersonKey, Resident } from './resident.entity.ts'
import { isChild, sightOf, type Masks, type PersonalField, type Sight } from './resident.rules.ts'

let opened: { secret: string; vault: Vault } | null = null

/** The vault under the platform's secret. */
export const vaultOf = ({ secret }: Context): Vault => {
  if (opened?.secret !== secret) opened = { secret, vault: vault(secret) }
  return opened.vault
}

export const childAge = (ctx: Context): number => rule<number>(ctx, 'CHILD_AGE').value
export const adultAge = (ctx: Context): number => rule<number>(ctx, 'ADULT_AGE').value
export const masksAt = (ctx: Context, division: string): Masks => rule<Masks>(ctx, 'RESIDENT_MASKING', division).value

/** What exact search looks for. */
export const idIndexOf = (ctx: Context, paper: Paper, number: string): string => vaultOf(ctx).index(paper, number)
export const phoneIndexOf = (ctx: Context, phone: string): string => vaultOf(ctx).index('PHONE', phone)

/** The indexes a typed number may be stored under, one for each kind of paper. */
export const typedIdIndexes = (ctx: Context, typed: string): string[] =>
  (Object.keys(PAPERS) as Paper[]).map((paper) => idIndexOf(ctx, paper, plain(typed)))

export const typedPhoneIndex = (ctx: Context, typed: string): string =>
  phoneIndexOf(ctx, phoneKindOf(typed)?.value ?? plain(typed))

/** The wrapped key of a person, batched; null once it was destroyed. */
export const keyOf = async (ctx: Context, person: string): Promise<string | null> =>
  (await find(ctx, PersonKey, person, 'person'))?.wrapped ?? null

/** Makes the key of a new person. */
export const makeKey = (ctx: Context, person: string): string => {
  const wrapped = vaultOf(ctx).newKey(person)
  ctx.em.create(PersonKey, { person, wrapped })
  return wrapped
}

export interface Numbers {
  readonly paper: Paper
  readonly idNumber: string
  readonly phone: string | null
}

/** The sealed and indexed columns for a person's numbers. */
export const sealedNumbers = (ctx: Context, wrapped: string, person: string, { paper, idNumber, phone }: Numbers) => ({
  idSealed: vaultOf(ctx).seal(wrapped, person, 'idNumber', idNumber),
  idIndex: idIndexOf(ctx, paper, idNumber),
  phoneSealed: phone && vaultOf(ctx).seal(wrapped, person, 'phone', phone),
  phoneIndex: phone && phoneIndexOf(ctx, phone),
})

/** Checks what was typed and gives the numbers, the birth date and the sex; throws with the field that is wrong. */
export const readNumbers = (
  now: Date,
  typed: { paper: Paper; idNumber: string; phone?: string | null | undefined; birthDate?: string | null | undefined },
) => {
  const id = checkPaper(typed.paper, typed.idNumber, now)
  if (id.problem && id.verdict === 'ERROR') throw badInput(id.problem, { field: 'idNumber' })
  const phone = typed.phone?.trim() ? checkPhone(typed.phone) : null
  if (phone?.problem) throw badInput(phone.problem, { field: 'phone' })
  const says = typed.paper === 'RESIDENT_ID' || typed.paper === 'RESIDENCE_PERMIT'
  const birthDate = says ? birthDateOf(id.value)! : typed.birthDate
  if (!birthDate)
    throw badInput(text('该类证件需另填出生日期。', 'This paper does not say the birth date; give it.'), { field: 'birthDate' })
  return {
    numbers: { paper: typed.paper, idNumber: id.value, phone: phone?.value ?? null },
    birthDate,
    sex: says ? sexOf(id.value) : null,
  }
}

/** The household of the caller, one statement a request. */
export const ownHouseholdOf = (ctx: Context): Promise<string | null> =>
  ctx.actor.resident === null
    ? Promise.resolve(null)
    : many(ctx, 'ownHousehold', ctx.actor.resident, async (ids) => {
        const rows = await ctx.em.execute<{ id: string; household_id: string | null }[]>(
          `select id, household_id from residents.resident where id in (${ids.map(() => '?').join(', ')})`,
          ids,
        )
        return new Map(rows.map((r) => [r.id, r.household_id as string]))
      })

const isWard = async (ctx: Context, person: string): Promise<boolean> =>
  ctx.actor.resident !== null &&
  !!(await many(ctx, `wardsOf:${ctx.actor.resident}`, person, async (wards) => {
    const rows = await ctx.em.execute<{ ward: string }[]>(
      `select ward from residents.guardian where guardian_resident = ? and ended_on is null and ward in (${wards.map(() => '?').join(', ')})`,
      [ctx.actor.resident, ...wards],
    )
    return new Map(rows.map((r) => [r.ward, true]))
  }))

export type Seen = Pick<Resident, 'id' | 'division' | 'grid' | 'householdId' | 'birthDate'>

/** Whether the person is the caller, of the caller's household, or a child the caller is guardian of. */
export const isOwn = (ctx: Context, person: Pick<Resident, 'id' | 'householdId'>): boolean | Promise<boolean> => {
  if (ctx.actor.kind === 'SYSTEM') return true
  if (ctx.actor.resident === null) return false
  return person.id === ctx.actor.resident || isKin(ctx, person)
}

const isKin = async (ctx: Context, person: Pick<Resident, 'id' | 'householdId'>): Promise<boolean> =>
  (person.householdId !== null && person.householdId === (await ownHouseholdOf(ctx))) || isWard(ctx, person.id)

/** Goes on with a value now when it is at hand, else when it comes. */
export const goOn = <Value, Next>(
  value: Value | Promise<Value>,
  go: (value: Value) => Next | Promise<Next>,
): Next | Promise<Next> => (value instanceof Promise ? value.then(go) : go(value))

/** The light in which the caller sees the person. */
export const sightFor = (ctx: Context, person: Seen): Sight | Promise<Sight> =>
  goOn(isOwn(ctx, person), (isOwn) =>
    sightOf({
      isOwn,
      isChild: isChild(person.birthDate, childAge(ctx), ctx.now),
      held: [...rolesAt(ctx.actor, person.division), ...(person.grid ? rolesAt(ctx.actor, person.grid) : [])],
    }),
  )

/** The value of a field, in full. */
export const valueOf = (ctx: Context, person: Resident, field: PersonalField): string | null | Promise<string | null> => {
  switch (field) {
    case 'NAME':
      return person.name
    case 'BIRTH_DATE':
      return person.birthDate
    case 'ADDRESS':
      return person.home === undefined ? addressOf(ctx, person.householdId) : person.home
    case 'ID_NUMBER':
    case 'PHONE': {
      const [place, sealed] =
        field === 'PHONE' ? (['phone', person.phoneSealed] as const) : (['idNumber', person.idSealed] as const)
      if (sealed === null) return null
      const key = person.wrapped === undefined ? keyOf(ctx, person.id) : person.wrapped
      return goOn(key, (known) => known && vaultOf(ctx).open(known, person.id, place, sealed))
    }
  }
}

/** Past the scope of homes: whether it is shown was decided for the person. */
const addressOf = async (ctx: Context, householdId: string | null): Promise<string | null> =>
  householdId === null
    ? null
    : many(ctx, 'address', householdId, async (ids) => {
        const rows = await ctx.em.execute<{ id: string; address: string }[]>(
          `select h.id, d.address || d.room as address from residents.household h join residents.dwelling d on d.id = h.dwelling_id
            where h.id in (${ids.map(() => '?').join(', ')})`,
          ids,
        )
        return new Map(rows.map((r) => [r.id, r.address]))
      })
