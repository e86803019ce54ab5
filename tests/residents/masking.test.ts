import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../subgraphs/shared/actor.ts'
import { residents } from '../../subgraphs/residents/index.ts'
import { exampleResident } from '../../subgraphs/residents/seed.ts'
import { anonymous, holder, person, stage, statementsOf, system, type Stage } from '../support/platform.ts'

const HOME = '310113109043'
const GRID = `${HOME}001`

let s: Stage
let child: string
let neighbour: string
beforeAll(async () => {
  s = await stage(['residents'])
  await s.subgraphs['residents']!.asSystem(residents.seed!, s.clock.now)
  const [one] = await s.sql<{ id: string }>(
    `select id from residents.resident where division = $1 and birth_date > '2016-01-01' and grid = $2 order by id limit 1`,
    [HOME, GRID],
  )
  child = one!.id
  const [other] = await s.sql<{ id: string }>(
    `select id from residents.resident where grid = $1 and birth_date < '2000-01-01' and household_id <> (select household_id from residents.resident where id = $2) order by id limit 1`,
    [GRID, exampleResident(1)],
  )
  neighbour = other!.id
})
afterAll(() => s.stop())

const VIEWERS: Record<string, () => Actor> = {
  'secretary of the committee': () => person('COMMITTEE_SECRETARY', HOME),
  'member of the committee': () => person('COMMITTEE_MEMBER', HOME),
  'town officer': () => person('SUBDISTRICT_OFFICER', '310113109000'),
  'town lead': () => person('SUBDISTRICT_LEAD', '310113109000'),
  'community manager': () => person('COMMUNITY_MANAGER', HOME),
  'grid worker of the grid': () => person('GRID_WORKER', GRID),
  'grid worker of the committee': () => person('GRID_WORKER', HOME),
  'grid worker of another grid': () => person('GRID_WORKER', `${HOME}003`),
  'secretary elsewhere': () => person('COMMITTEE_SECRETARY', '310113109044'),
  'town officer elsewhere': () => person('SUBDISTRICT_OFFICER', '310113101000'),
  'district civil affairs': () => person('DISTRICT_CIVIL_AFFAIRS', '310113000000'),
  'supervision member': () => person('SUPERVISION_MEMBER', HOME),
  'meeting chair': () => person('MEETING_CHAIR', HOME),
  'party branch': () => person('PARTY_BRANCH', HOME),
  'legal specialist': () => person('LEGAL_SPECIALIST', HOME),
  'partner organisation': () => person('PARTNER_ORGANIZATION', HOME),
  'system administrator': () => person('SYS_ADMIN', '310113000000'),
  auditor: () => person('AUDITOR', '310113000000'),
  'another resident': () => person('RESIDENT', HOME, { resident: exampleResident(2) }),
  'the resident': () => person('RESIDENT', HOME, { resident: neighbour }),
  'nobody signed in': () => anonymous,
}

const CARD = `query ($id: ID!) { resident(id: $id) { name idNumber phone birthDate address } }`
interface Card {
  resident: Record<'name' | 'idNumber' | 'phone' | 'birthDate' | 'address', string | null> | null
}

const shape = (value: string | null): string => (value === null ? '-' : value.includes('*') ? 'masked' : 'full')

const matrix = async (id: string): Promise<string[]> => {
  const lines: string[] = []
  for (const [name, viewer] of Object.entries(VIEWERS)) {
    const { data, errors } = await s.ask<Card>('residents', viewer(), CARD, { id })
    const card = data?.resident
    lines.push(
      `${name}: ${errors[0]?.code ?? (card ? `name ${shape(card.name)}, id ${shape(card.idNumber)}, phone ${shape(card.phone)}, born ${shape(card.birthDate)}, home ${shape(card.address)}` : 'nothing')}`,
    )
  }
  return lines
}

test('who sees what of a grown-up', async () => {
  expect(await matrix(neighbour)).toMatchInlineSnapshot(`
    [
      "secretary of the committee: name full, id masked, phone masked, born -, home full",
      "member of the committee: name full, id masked, phone masked, born -, home full",
      "town officer: name masked, id masked, phone masked, born -, home masked",
      "town lead: name masked, id masked, phone masked, born -, home masked",
      "community manager: name masked, id masked, phone masked, born -, home masked",
      "grid worker of the grid: name masked, id -, phone masked, born -, home full",
      "grid worker of the committee: name masked, id -, phone masked, born -, home full",
      "grid worker of another grid: nothing",
      "secretary elsewhere: nothing",
      "town officer elsewhere: nothing",
      "district civil affairs: nothing",
      "supervision member: nothing",
      "meeting chair: nothing",
      "party branch: nothing",
      "legal specialist: nothing",
      "partner organisation: nothing",
      "system administrator: nothing",
      "auditor: nothing",
      "another resident: nothing",
      "the resident: name full, id full, phone full, born full, home full",
      "nobody signed in: UNAUTHENTICATED",
    ]
  `)
})

test('who sees what of a child', async () => {
  expect(await matrix(child)).toMatchInlineSnapshot(`
    [
      "secretary of the committee: name masked, id -, phone -, born -, home masked",
      "member of the committee: name masked, id -, phone -, born -, home masked",
      "town officer: name masked, id -, phone -, born -, home masked",
      "town lead: name masked, id -, phone -, born -, home masked",
      "community manager: name masked, id -, phone -, born -, home masked",
      "grid worker of the grid: name masked, id -, phone -, born -, home masked",
      "grid worker of the committee: name masked, id -, phone -, born -, home masked",
      "grid worker of another grid: nothing",
      "secretary elsewhere: nothing",
      "town officer elsewhere: nothing",
      "district civil affairs: nothing",
      "supervision member: nothing",
      "meeting chair: nothing",
      "party branch: nothing",
      "legal specialist: nothing",
      "partner organisation: nothing",
      "system administrator: nothing",
      "auditor: nothing",
      "another resident: nothing",
      "the resident: nothing",
      "nobody signed in: UNAUTHENTICATED",
    ]
  `)
})

test('what is masked keeps the spelling of the table', async () => {
  const { data } = await s.ask<Card>('residents', VIEWERS['town officer']!(), CARD, { id: exampleResident(1) })
  expect(data!.resident).toEqual({
    name: '示***甲',
    idNumber: expect.stringMatching(/^310199\*{8}\d{3}[\dX]$/),
    phone: '140****0001',
    birthDate: null,
    address: '示例路88弄1号***',
  })
})

test('a resident sees the own household in full, and no other', async () => {
  const me = person('RESIDENT', HOME, { resident: exampleResident(1) })
  const { data } = await s.ask<{
    myself: { household: { dwelling: object; members: { name: string; idNumber: string }[] } }
    residents: { totalCount: number }
    households: { totalCount: number }
  }>(
    'residents',
    me,
    `{ myself { household { dwelling { address room } members { name idNumber } } } residents { totalCount } households { totalCount } }`,
  )
  expect(data!.myself.household.dwelling).toEqual({ address: '示例路88弄1号', room: '101室' })
  expect(data!.myself.household.members.map((m) => shape(m.idNumber))).toEqual(data!.myself.household.members.map(() => 'full'))
  expect([data!.residents.totalCount, data!.households.totalCount]).toEqual([data!.myself.household.members.length, 1])
})

test('a masked number never stands beside the birth date that would complete it', async () => {
  for (const viewer of Object.values(VIEWERS)) {
    const { data } = await s.ask<Card>('residents', viewer(), CARD, { id: neighbour })
    const card = data?.resident
    if (card?.idNumber?.includes('*')) expect(card.birthDate).toBeNull()
  }
})

test('officers find a person by the whole number or phone, in any spelling, and never by a part', async () => {
  const { data: own } = await s.ask<{ myself: { idNumber: string } }>(
    'residents',
    person('RESIDENT', HOME, { resident: exampleResident(1) }),
    `{ myself { idNumber } }`,
  )
  const secretary = VIEWERS['secretary of the committee']!()
  const found = async (filter: object, actor = secretary) => {
    const { data } = await s.ask<{ residents: { edges: { node: { id: string } }[] } }>(
      'residents',
      actor,
      `query ($filter: ResidentFilter) { residents(filter: $filter) { edges { node { id } } } }`,
      { filter },
    )
    return data!.residents.edges.map((e) => e.node.id)
  }
  const number = own!.myself.idNumber
  expect(await found({ idNumber: number })).toEqual([exampleResident(1)])
  expect(await found({ idNumber: ` ${number.slice(0, 6)} ${number.slice(6)}`.replaceAll('1', '１') })).toEqual([
    exampleResident(1),
  ])
  expect(await found({ phone: '+86 140-0000-0001' })).toEqual([exampleResident(1)])
  expect(await found({ name: '示例居民' })).toHaveLength(2)
  expect(await found({ idNumber: number.slice(0, 17) })).toEqual([])
  expect(await found({ name: '%' })).toEqual([])
  expect(await found({ idNumber: number }, VIEWERS['secretary elsewhere']!())).toEqual([])
})

test('the district sees people only as counts, and none that could point to someone', async () => {
  const counts = `query ($d: ID!) { residentCounts(division: $d) { households residents adults children elders migrants } }`
  const district = VIEWERS['district civil affairs']!()
  const { data } = await s.ask<{ residentCounts: Record<string, number | null> }>('residents', district, counts, { d: HOME })
  const [truth] = await s.sql<{ residents: string; households: string }>(
    `select count(*) as residents, count(distinct household_id) as households from residents.resident where division = $1`,
    [HOME],
  )
  expect(data!.residentCounts).toMatchObject({ residents: Number(truth!.residents), households: Number(truth!.households) })
  expect(Number(truth!.residents)).toBeGreaterThan(200)
  const { data: small } = await s.ask<{ residentCounts: Record<string, number | null> }>('residents', district, counts, {
    d: '310113109057',
  })
  expect(Object.values(small!.residentCounts).filter((n) => n !== null && n > 0 && n < 5)).toEqual([])
  expect((await s.ask('residents', VIEWERS['secretary elsewhere']!(), counts, { d: HOME })).errors[0]!.code).toBe('FORBIDDEN')
  expect((await s.ask('residents', VIEWERS['nobody signed in']!(), counts, { d: HOME })).errors[0]!.code).toBe('UNAUTHENTICATED')
})

test('nothing of a number can be read in the database', async () => {
  const { data } = await s.ask<{ myself: { idNumber: string; phone: string } }>(
    'residents',
    person('RESIDENT', HOME, { resident: exampleResident(1) }),
    `{ myself { idNumber phone } }`,
  )
  const tables = await s.sql<{ t: string }>(
    `select table_name as t from information_schema.tables where table_schema in ('residents', 'jobs')`,
  )
  for (const { t } of tables) {
    const schema = (await s.sql(`select to_regclass($1) as at`, [`residents.${t}`]))[0]!['at'] ? 'residents' : 'jobs'
    const hits = await s.sql(`select 1 from ${schema}."${t}" x where x::text like any($1)`, [
      [data!.myself.idNumber, data!.myself.phone].map((v) => `%${v}%`),
    ])
    expect([t, hits.length]).toEqual([t, 0])
  }
})

test('a page of 100 residents with home, household and guardians takes as many statements as one of 30', async () => {
  const query = (first: number) =>
    `{ residents(first: ${first}) { edges { node { name idNumber phone address age guardians { name phone } terms { group } household { dwelling { address room } members { name } representative { name } } } } } }`
  const count = async (first: number) =>
    (
      await statementsOf(s.subgraphs['residents']!, () =>
        s.ask('residents', VIEWERS['secretary of the committee']!(), query(first)),
      )
    ).length
  expect([await count(30), await count(100)]).toEqual([9, 9])
})

test('someone who holds two roles sees a person as the nearer of them', async () => {
  const both = holder([
    { role: 'SUBDISTRICT_OFFICER', division: '310113109000' },
    { role: 'COMMITTEE_MEMBER', division: HOME },
  ])
  const { data } = await s.ask<Card>('residents', both, CARD, { id: neighbour })
  expect(shape(data!.resident!.name)).toBe('full')
})

test('the platform itself sees all: nothing is lost, only hidden', async () => {
  const { data } = await s.ask<Card>('residents', system, CARD, { id: neighbour })
  expect(Object.values(data!.resident!).map(shape)).toEqual(['full', 'full', 'full', 'full', 'full'])
})
