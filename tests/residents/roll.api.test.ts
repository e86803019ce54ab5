// Entering people one by one, and what the roll of the meetings hears of it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyAudit } from '../../gateway/audit.ts'
import { person, stage, type Stage } from '../support/platform.ts'

const HOME = '310113109043'
const secretary = person('COMMITTEE_SECRETARY', HOME)
const lead = person('SUBDISTRICT_LEAD', '310113109000')

let s: Stage
beforeAll(async () => {
  s = await stage(['residents'])
})
afterAll(() => s.stop())

const ask = async <T>(actor: typeof secretary, query: string, variables?: Record<string, unknown>) => {
  const answer = await s.ask<T>('residents', actor, query, variables)
  return { ...answer, code: answer.errors[0]?.code }
}

interface Told {
  resident: string
  version: number
  household: string | null
  division: string
  adultSince: string
  isHouseholdRepresentative: boolean
  isRepresentative: boolean
  isWomanRepresentative: boolean
  hasLeft: boolean
}
/** The last thing the roll heard of a resident. */
const heard = async (resident: string): Promise<Omit<Told, 'resident' | 'household'>> => {
  const rows = await s.sql<{ e: Told }>(
    `select e from jobs.job j, jsonb_array_elements(j.data->'entries') e where j.name = 'compacts.RollChanged' and e->>'resident' = $1 order by (e->>'version')::int desc limit 1`,
    [resident],
  )
  const { resident: _, household: __, ...rest } = rows[0]!.e
  return rest
}

const HOUSEHOLD = `mutation ($input: HouseholdInput!) { createHousehold(input: $input) { id version } }`
const CREATE = `mutation ($input: CreateResidentInput!) { createResident(input: $input) { id version name guardians { name resident { id } } household { representative { id } } } }`
interface Created {
  createResident: {
    id: string
    version: number
    guardians: { name: string; resident: object | null }[]
    household: { representative: { id: string } | null }
  }
}

let household: string
const enter = (input: object) =>
  ask<Created>(secretary, CREATE, { input: { household, residence: 'REGISTERED', relation: 'OTHER', ...input } })
const entered = async (input: object) => (await enter(input)).data!.createResident

beforeAll(async () => {
  const { data } = await ask<{ createHousehold: { id: string } }>(secretary, HOUSEHOLD, {
    input: { division: HOME, address: '示例路99弄1号', room: '101室' },
  })
  household = data!.createHousehold.id
})

describe('entering', () => {
  let head: string

  test('the head stands for the household, and the roll hears when they came of age', async () => {
    const made = await entered({ name: '王示安', idNumber: '310199198802290027', phone: '14000000001', relation: 'HEAD' })
    head = made.id
    expect(made).toMatchObject({ version: 1, household: { representative: { id: head } } })
    expect(await heard(head)).toEqual({
      version: 1,
      division: HOME,
      adultSince: '2006-03-01',
      isHouseholdRepresentative: true,
      isRepresentative: false,
      isWomanRepresentative: false,
      hasLeft: false,
    })
  })

  test.each([
    [{ name: '李示宁', idNumber: '310199198802290027' }, 'REFUSED', 'resident_number_unique'],
    [{ name: '李示宁', idNumber: '31019919880229003X' }, 'BAD_USER_INPUT', 'idNumber'],
    [{ name: '李示宁', idNumber: 'E12345678', paper: 'PASSPORT' }, 'BAD_USER_INPUT', 'birthDate'],
    [{ name: '李示宁', idNumber: '31019919500101001X', phone: '12345' }, 'BAD_USER_INPUT', 'phone'],
    [{ name: '王示乐', idNumber: '320699201403150047' }, 'BAD_USER_INPUT', 'guardian'],
  ])('%o is refused and nothing is entered', async (input, code, which) => {
    const before = await s.sql(`select count(*) as n from residents.resident`)
    const { errors } = await enter(input)
    expect(errors[0]).toMatchObject({ code })
    expect([errors[0]!.more['field'], errors[0]!.more['rule']]).toContain(which)
    expect(await s.sql(`select count(*) as n from residents.resident`)).toEqual(before)
  })

  test('a child comes with a guardian, who may live there', async () => {
    const made = await entered({
      name: '王示乐',
      idNumber: '320699201403150047',
      relation: 'CHILD',
      guardian: { name: '王示安', resident: head, phone: '14000000001' },
    })
    expect(made.guardians).toEqual([{ name: '王示安', resident: { id: head } }])
    expect((await heard(made.id)).adultSince).toBe('2032-03-15')
  })

  test('P7: two officers entering the same person at once enter one', async () => {
    const tries = await Promise.all(Array.from({ length: 20 }, () => enter({ name: '赵示平', idNumber: '31019919500101001X' })))
    expect(tries.filter((t) => !t.code)).toHaveLength(1)
    expect(new Set(tries.filter((t) => t.code).map((t) => t.code))).toEqual(new Set(['REFUSED']))
  })

  test('is for the committee of the place alone', async () => {
    const input = { household, name: '李示宁', idNumber: '320599195607080032', residence: 'REGISTERED', relation: 'OTHER' }
    const codes = []
    for (const actor of [
      lead,
      person('COMMITTEE_SECRETARY', '310113109044'),
      person('RESIDENT', HOME),
      person('GRID_WORKER', HOME),
    ])
      codes.push((await ask(actor, CREATE, { input })).code)
    expect(codes).toEqual(['FORBIDDEN', 'NOT_FOUND', 'FORBIDDEN', 'FORBIDDEN'])
  })

  test('history carries neither name nor number', async () => {
    const events = JSON.stringify([await s.sql(`select * from residents.event`), await s.sql(`select data from jobs.job`)])
    expect(events).not.toMatch(/王示安|3101991988|14000000001/)
    expect(events).toContain('王*安')
  })
})

describe('changing', () => {
  const revise = `mutation ($id: ID!, $v: Int!, $input: ReviseResidentInput!) { reviseResident(id: $id, expectedVersion: $v, input: $input) { version phone } }`
  const idOf = async (name: string) =>
    (await s.sql<{ id: string; version: number }>(`select id, version from residents.resident where name = $1`, [name]))[0]!

  test('a phone number is corrected and found under the new one only; an old version is refused with what changed', async () => {
    const { id, version } = await idOf('王示安')
    expect((await ask(secretary, revise, { id, v: version, input: { phone: '14000000099' } })).data).toEqual({
      reviseResident: { version: version + 1, phone: '140****0099' },
    })
    const conflict = await ask(secretary, revise, { id, v: version, input: { phone: '14000000098' } })
    expect(conflict.errors[0]).toMatchObject({
      code: 'VERSION_CONFLICT',
      more: { currentVersion: version + 1, changes: [expect.objectContaining({ action: 'REVISE' })] },
    })
    const found = async (phone: string) =>
      (
        await ask<{ residents: { edges: object[] } }>(
          secretary,
          `query ($p: String!) { residents(filter: { phone: $p }) { edges { node { id } } } }`,
          { p: phone },
        )
      ).data!.residents.edges.length
    expect([await found('14000000099'), await found('14000000001')]).toEqual([1, 0])
  })

  test('P7: another adult may stand for the household, and the roll hears of both', async () => {
    const [old, next] = [await idOf('王示安'), await idOf('赵示平')]
    const [row] = await s.sql<{ version: number }>(`select version from residents.household where id = $1`, [household])
    const name = `mutation ($id: ID!, $v: Int!, $r: ID!) { nameHouseholdRepresentative(id: $id, expectedVersion: $v, resident: $r) { representative { id } } }`
    expect((await ask(secretary, name, { id: household, v: row!.version, r: next.id })).data).toEqual({
      nameHouseholdRepresentative: { representative: { id: next.id } },
    })
    expect([(await heard(old.id)).isHouseholdRepresentative, (await heard(next.id)).isHouseholdRepresentative]).toEqual([
      false,
      true,
    ])
    const { id: child } = await idOf('王示乐')
    expect((await ask(secretary, name, { id: household, v: row!.version + 1, r: child })).code).toBe('BAD_USER_INPUT')
  })

  test('a residents’ representative is an adult, holds one office at a time, and the roll hears of the day it ends', async () => {
    const appoint = `mutation ($input: TermInput!) { appointRepresentative(input: $input) { id } }`
    const { id } = await idOf('赵示平')
    const { id: child } = await idOf('王示乐')
    const term = { group: '第一居民小组', validFrom: '2026-01-01', validTo: '2026-06-30' }
    expect((await ask(secretary, appoint, { input: { resident: child, ...term } })).code).toBe('REFUSED')
    expect((await ask(secretary, appoint, { input: { resident: id, ...term, validTo: '2025-12-31' } })).code).toBe(
      'BAD_USER_INPUT',
    )
    const tries = await Promise.all(
      Array.from({ length: 8 }, () => ask(secretary, appoint, { input: { resident: id, ...term } })),
    )
    expect(tries.map((t) => t.code).filter((c) => c === undefined)).toHaveLength(1)
    const [person] = await s.sql<{ sex: string }>('select sex from residents.resident where id = $1', [id])
    expect(await heard(id)).toMatchObject({ isRepresentative: true, isWomanRepresentative: person!.sex === 'FEMALE' })
    const now = s.clock.now
    s.clock.now = new Date('2026-07-01T01:00:00Z')
    await s.subgraphs['residents']!.sweep()
    expect(await heard(id)).toMatchObject({ isRepresentative: false, isWomanRepresentative: false })
    const { version } = await idOf('赵示平')
    await s.subgraphs['residents']!.sweep()
    expect((await idOf('赵示平')).version).toBe(version)
    s.clock.now = now
  })

  test('whoever moves out leaves the household and the roll, and comes back as the same person', async () => {
    const { id, version } = await idOf('赵示平')
    const end = `mutation ($id: ID!, $v: Int!, $as: ResidentEnding!, $on: String!) { endResident(id: $id, expectedVersion: $v, input: { as: $as, on: $on }) { endedAs household { id } version } }`
    expect((await ask(secretary, end, { id, v: version, as: 'MOVED_OUT', on: '2027-01-01' })).code).toBe('BAD_USER_INPUT')
    expect((await ask(secretary, end, { id, v: version, as: 'ERASED', on: '2026-03-01' })).code).toBe('BAD_USER_INPUT')
    expect((await ask(secretary, end, { id, v: version, as: 'MOVED_OUT', on: '2026-03-01' })).data).toMatchObject({
      endResident: { endedAs: 'MOVED_OUT', household: null },
    })
    expect(await heard(id)).toMatchObject({ hasLeft: true, isHouseholdRepresentative: false })
    const back = await entered({ name: '赵示平', idNumber: '31019919500101001X' })
    expect(back.id).toBe(id)
    expect(await heard(id)).toMatchObject({ hasLeft: false })
  })

  test('nobody is entered under the number of the dead', async () => {
    const { id, version } = await idOf('赵示平')
    const end = `mutation ($id: ID!, $v: Int!) { endResident(id: $id, expectedVersion: $v, input: { as: DECEASED, on: "2026-03-01" }) { endedAs } }`
    await ask(secretary, end, { id, v: version })
    expect((await enter({ name: '赵示平', idNumber: '31019919500101001X' })).code).toBe('REFUSED')
  })
})

test('after all of this every record is where its history ends', async () => {
  expect((await verifyAudit(s.ownerUrl)).broken).toEqual([])
})
