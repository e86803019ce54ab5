// History cannot be changed by a subgraph, and whoever changes it past every right is found out.
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { verifyAudit } from '../../gateway/audit.ts'
import { loginOf } from '../../gateway/host/database.ts'
import { SUBGRAPHS } from '../../subgraphs/index.ts'
import { person, stage, TEST_SECRET, type Stage } from '../support/platform.ts'

let s: Stage
const admin = person('SYS_ADMIN', '310113000000')
const create = (username: string) =>
  s.ask('office', admin, 'mutation ($i: AccountInput!) { createAccount(input: $i) { id version } }', {
    i: { username, name: '示例', division: '310113109043', password: 'Very-long-1' },
  })

beforeAll(async () => {
  s = await stage(['office'])
  for (const n of ['one', 'two', 'three']) {
    const { data } = await create(`audit-${n}`)
    const { id } = (data as unknown as { createAccount: { id: string } }).createAccount
    await s.ask(
      'office',
      admin,
      'mutation ($id: ID!) { actOnAccount(id: $id, action: DISABLE, expectedVersion: 1, reason: "离岗") { version } }',
      { id },
    )
  }
})
afterAll(() => s.stop())

test('an untouched history holds', async () => {
  const { events, streams, broken } = await verifyAudit(s.ownerUrl)
  expect([events, streams, broken]).toEqual([6, 3, []])
})

describe('altered past every right, it is found out', () => {
  beforeEach(() => s.sql('create table if not exists office.kept as select * from office.event'))
  const restore = async () => {
    await s.sql('truncate office.event')
    await s.sql('insert into office.event select * from office.kept')
  }

  test.each([
    ['reason', `update office.event set reason = '别的' where version = 2`],
    ['by', `update office.event set "by" = '某人' where version = 1`],
    ['at', `update office.event set "at" = "at" + interval '1 second' where version = 2`],
    ['data', `update office.event set data = '{"a":1}' where version = 2`],
    ['division', `update office.event set division = '310113000000' where version = 1`],
    ['hash', `update office.event set hash = repeat('0', 64) where version = 1`],
    ['a step removed', `delete from office.event where version = 1`],
    ['the last step removed', `delete from office.event where version = 2`],
    ['a record changed without a step', `update office.account set version = version + 1`],
  ])('%s', async (_what, sql) => {
    await s.sql(sql)
    expect((await verifyAudit(s.ownerUrl)).broken.length).toBeGreaterThanOrEqual(3)
    await restore()
    await s.sql('update office.account set version = 2')
    expect((await verifyAudit(s.ownerUrl)).broken).toEqual([])
  })
})

describe('rights', () => {
  const as = async (name: string, sql: string): Promise<string> => {
    const client = new pg.Client({ connectionString: loginOf(s.ownerUrl, name, TEST_SECRET) })
    await client.connect()
    try {
      await client.query(sql)
      return 'allowed'
    } catch (error) {
      return (error as { code: string }).code
    } finally {
      await client.end()
    }
  }
  const INSUFFICIENT = '42501'

  test.each(SUBGRAPHS.map((g) => g.name))('%s may add to its history and read it, not change it', async (name) => {
    expect(await as(name, `select 1 from ${name}.event`)).toBe('allowed')
    for (const sql of [
      `update ${name}.event set reason = 'x'`,
      `delete from ${name}.event`,
      `truncate ${name}.event`,
      `drop table ${name}.event`,
      `alter table ${name}.event disable trigger all`,
    ])
      expect([sql, await as(name, sql)]).toEqual([sql, INSUFFICIENT])
  })

  test.each(SUBGRAPHS.flatMap((a) => SUBGRAPHS.filter((b) => b !== a).map((b) => [a.name, b.name] as const)))(
    '%s cannot reach %s',
    async (a, b) => {
      const tables = await s.sql<{ name: string }>(
        'select table_name as name from information_schema.tables where table_schema = $1',
        [b],
      )
      for (const { name } of tables) expect([name, await as(a, `select 1 from ${b}."${name}"`)]).toEqual([name, INSUFFICIENT])
      expect(await as(a, `create table ${b}.intruder (id int)`)).toBe(INSUFFICIENT)
      expect(await as(a, `set role linli_${b}`)).toBe(INSUFFICIENT)
    },
  )

  test.each(SUBGRAPHS.map((g) => g.name))('%s cannot change the dated rules it is bound by', async (name) => {
    expect(await as(name, `delete from ${name}.rule`)).toBe(INSUFFICIENT)
  })
})
