// The seed: as many as it says, the same every time and however often it was interrupted, lawful to the audit, readable by the API.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyAudit } from '../../gateway/audit.ts'
import { settingsOf } from '../../gateway/settings.ts'
import { startPlatform, type Platform } from '../../gateway/start.ts'
import { countVote } from '../../subgraphs/compacts/vote.count.ts'
import { Vote } from '../../subgraphs/compacts/vote.entity.ts'
import { checkResidentId, checkUscc } from '../../subgraphs/shared/identifiers.ts'
import { divisionKindOf } from '../../subgraphs/territory/division.rules.ts'
import { copyDatabase, TEST_SECRET } from '../support/platform.ts'
import { freePort } from '../support/world.ts'
import { tokensOf } from './bench.tokens.ts'
import { accountId, committeesOf } from './seed.places.ts'
import { planOf, scaleOf } from './seed.plan.ts'
import { seedDistrict } from './seed.ts'

const settings = { scale: 0.002, seed: 1, day: '2026-06-15' }
const now = new Date('2026-06-15T02:00:00Z')

const opened = async (url: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client
}

/** One line a table of the platform: its rows, and a digest of all they hold. */
const digest = async (url: string): Promise<string[]> => {
  const client = await opened(url)
  const { rows: tables } = await client.query<{ name: string }>(
    `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('territory', 'residents', 'office', 'compacts', 'organizations') order by 1`,
  )
  const lines: string[] = []
  for (const { name } of tables) {
    const { rows } = await client.query<{ line: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as line from ${name} t`,
    )
    lines.push(`${name} ${rows[0]!.line}`)
  }
  await client.end()
  return lines
}

let url: string
let owner: pg.Client
const count = async (what: string) => Number((await owner.query(`select count(*) as n from ${what}`)).rows[0].n)

beforeAll(async () => {
  url = await copyDatabase()
  await seedDistrict(url, settings, { secret: TEST_SECRET })
  owner = await opened(url)
})
afterAll(() => owner.end())

test('there is as much as the scale says', async () => {
  expect([
    await count('residents.household'),
    await count('residents.resident'),
    await count('compacts.roll_entry'),
    await count('compacts.issue'),
    await count('office.todo where awaits <> array[]::text[]'),
  ]).toEqual([960, 1280, 1280, 42, expect.any(Number)])
  for (const table of ['meeting', 'vote', 'ballot', 'elector', 'project', 'compact', 'pledge', 'compact_comment'])
    expect([table, await count(`compacts.${table}`)]).toEqual([table, expect.toSatisfy((n: number) => n > 0)])
  expect(await count(`compacts.vote where status = 'OPEN'`)).toBeGreaterThan(0)
})

test('every chain of events holds, and every record is at the version its history ends with', async () => {
  const { events, broken } = await verifyAudit(url)
  expect(broken).toEqual([])
  expect(events).toBeGreaterThan(5_000)
  expect(await count('office.audit_entry')).toBe(events)
  expect([await count('organizations.social_organization'), await count('organizations.service_listing')]).toEqual([10, 80])
  const { rows: codes } = await owner.query<{ code: string }>('select code from organizations.social_organization')
  expect(codes.map(({ code }) => checkUscc(code).verdict)).toEqual(codes.map(() => 'OK'))
})

test('every stage an issue left is noted as its history has it, and months that ended are kept', async () => {
  const left = `compacts.event e where e.type = 'Issue' and e."from" <> e."to"`
  const noted = `exists (select 1 from compacts.issue_stay s where s.issue_id = e.stream and s.left_at = e."at" and s.status = e."from" and s."to" = e."to" and s.entered_at <= s.left_at)`
  expect([await count(left), await count(`${left} and ${noted}`)]).toEqual(Array(2).fill(await count('compacts.issue_stay')))
  expect(await count('compacts.issue_stay where left_at > due_at')).toBeGreaterThan(0)
  const { rows } = await owner.query<{ month: string; raised: number }>(
    'select month, sum(raised)::int as raised from compacts.month_figures group by 1 order by 1 desc',
  )
  expect(rows[0]!.month).toBe('2026-05')
  expect(rows.reduce((sum, { raised }) => sum + raised, 0)).toBe(
    await count(`compacts.issue where submitted_at < '2026-06-01T00:00:00+08:00'`),
  )
})

test('indexes and guards are as the migrations left them', async () => {
  const plain = await opened(await copyDatabase())
  const shape = `select indexdef as line from pg_indexes where schemaname in ('territory', 'residents', 'office', 'compacts', 'organizations')
    union all select tgrelid::regclass || ' ' || tgname || ' ' || tgenabled::text from pg_trigger where not tgisinternal order by 1`
  const [ours, theirs] = [await owner.query(shape), await plain.query(shape)]
  await plain.end()
  expect(ours.rows).toEqual(theirs.rows)
})

test('a second run gives the same bytes, another seed others, and an interrupted one goes on to the same', async () => {
  const [again, broken, other] = [await copyDatabase(), await copyDatabase(), await copyDatabase()]
  await seedDistrict(again, settings, { secret: TEST_SECRET })
  for (const stopAfter of [2, 1, 5])
    await expect(seedDistrict(broken, settings, { secret: TEST_SECRET, stopAfter })).rejects.toThrow('interrupted')
  await seedDistrict(broken, settings, { secret: TEST_SECRET })
  expect(await seedDistrict(broken, settings, { secret: TEST_SECRET })).toBe(0)
  await seedDistrict(other, { ...settings, seed: 2 }, { secret: TEST_SECRET })
  const whole = await digest(url)
  expect(await digest(again)).toEqual(whole)
  expect(await digest(broken)).toEqual(whole)
  expect(await digest(other)).not.toEqual(whole)
})

test('a city has a committee for everybody, in districts whose codes are not assigned', () => {
  const city = planOf({ ...settings, scale: scaleOf('city') })
  const committees = committeesOf(city)
  expect([city.residents, committees.length, new Set(committees.map(({ code }) => code)).size]).toEqual([
    24_000_000, 21_263, 21_263,
  ])
  expect(new Set(committees.map(({ code }) => code.slice(0, 6))).size).toBe(38)
  expect(committees.every(({ code, kind }) => divisionKindOf(code) === kind)).toBe(true)
  expect(() => scaleOf('town')).toThrow(/--scale/)
})

test('other settings, or a database with data of its own, are refused', async () => {
  await expect(seedDistrict(url, { ...settings, scale: 0.003 }, { secret: TEST_SECRET })).rejects.toThrow(/holds scale 0.002/)
  const taken = await copyDatabase()
  const client = await opened(taken)
  await client.query(
    `insert into territory.division (id, code, name, kind, path, pinyin, initials, valid_from, predecessors) values (gen_random_uuid(), '310000000000', '上海市', 'PROVINCE', '上海市', 'shanghaishi', 'shs', '2023-06-30', '{}')`,
  )
  await client.end()
  await expect(seedDistrict(taken, settings, { secret: TEST_SECRET })).rejects.toThrow(/holds data already/)
})

describe('the platform over it', () => {
  let platform: Platform
  let token: (account: string) => Promise<string>
  beforeAll(async () => {
    const port = await freePort()
    const env = { DATABASE_URL: url, LINLI_SECRET: TEST_SECRET, PORT: String(port), ORIGIN: `http://127.0.0.1:${port}` }
    const pages = { handle: () => {}, isBuilt: true }
    platform = await startPlatform(settingsOf('production', env, []), { pages, clock: () => now })
    token = await tokensOf(owner, TEST_SECRET, env.ORIGIN)
  })
  afterAll(() => platform.stop())

  const ask = async <T>(account: string, query: string, variables: object = {}): Promise<T> => {
    const response = await fetch(`${platform.url}/graphql`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await token(account)}`, 'content-type': 'application/json', 'x-linli-csrf': '1' },
      body: JSON.stringify({ query, variables }),
    })
    const { data, errors } = (await response.json()) as { data: T; errors?: unknown }
    expect(errors).toBeUndefined()
    return data
  }

  test('a resident reads their own numbers, and their committee finds them by it', async () => {
    const { rows } = await owner.query<{ id: string; division: string }>(
      'select id, division from office.account where resident is not null order by id limit 5',
    )
    for (const { id, division } of rows) {
      const { myself } = await ask<{ myself: { id: string; name: string; idNumber: string; phone: string } }>(
        id,
        '{ myself { id name idNumber phone } }',
      )
      expect(checkResidentId(myself.idNumber, now).verdict).toBe('OK')
      expect(myself).toMatchObject({
        name: expect.stringContaining('示'),
        idNumber: expect.stringMatching(/^310199/),
        phone: expect.stringMatching(/^140\d{8}$/),
      })
      const secretary = accountId(`${settings.seed}:secretary.${division}`)
      const search =
        'query ($n: String, $p: String) { residents(filter: { idNumber: $n, phone: $p }) { edges { node { id idNumber } } } }'
      const found = await ask<{ residents: object }>(secretary, search, { n: myself.idNumber, p: myself.phone })
      expect(found.residents).toEqual({ edges: [{ node: { id: myself.id, idNumber: expect.stringContaining('********') } }] })
    }
  })

  test('a town sees its issues with what may be done, and votes count again to the same sheet', async () => {
    const town = accountId(`${settings.seed}:town.310113003000`)
    const { issues } = await ask<{ issues: { totalCount: number; edges: { node: { offers: object[]; events: object[] } }[] } }>(
      town,
      '{ issues(first: 20) { totalCount edges { node { title author { name address } events { action } offers { action } } } } }',
    )
    expect(issues.totalCount).toBe(42)
    expect(issues.edges.every(({ node }) => node.events.length >= 2)).toBe(true)
    const compacts = platform.running.find(({ name }) => name === 'compacts')!
    const counts = await compacts.asSystem(async (ctx) => {
      const votes = await ctx.em.find(Vote, { status: 'PUBLISHED' })
      return Promise.all(votes.map(async (vote) => [vote.countHash, (await countVote(ctx, vote)).countHash]))
    })
    expect(counts.length).toBeGreaterThan(3)
    for (const [kept, again] of counts) expect(again).toBe(kept)
  })

  test('a district reads what is kept of a month, and the month that runs', async () => {
    const district = accountId(`${settings.seed}:district.310113000000`)
    const asked = (month: string) =>
      ask<{ monthFigures: { raised: number; keptAt: string | null; division: { code: string } }[] }>(
        district,
        'query ($month: String!) { monthFigures(division: "310113000000", month: $month) { raised keptAt division { code } } }',
        { month },
      )
    const { monthFigures: kept } = await asked('2026-05')
    expect(kept).toEqual([{ raised: expect.any(Number), keptAt: '2026-06-15T02:00:00.000Z', division: { code: '310113003000' } }])
    const { monthFigures: running } = await asked('2026-06')
    expect(running[0]).toMatchObject({
      keptAt: null,
      raised: await count(`compacts.issue where submitted_at >= '2026-06-01T00:00:00+08:00'`),
    })
  })

  test('nothing falls due by itself on the day of the seed', async () => {
    const before = await digest(url)
    await platform.sweep()
    expect((await digest(url)).filter((line) => line.startsWith('compacts'))).toEqual(
      before.filter((line) => line.startsWith('compacts')),
    )
  })
})
