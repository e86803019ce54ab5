// The plans written down by `npm run plans` are those of the statements the platform asks today, and stand on indexes that are there.
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { world, type World } from '../support/world.ts'
import { listening, SMALL } from './plans.heard.ts'
import { QUESTIONS } from './questions/index.ts'

const FOLDER = fileURLToPath(new URL('./plans/', import.meta.url))
const [DISTRICT, TOWN, COMMITTEE] = ['310113000000', '310113109000', '310113109043']

const plans = readdirSync(FOLDER).map((file) => ({
  name: file.replace('.txt', ''),
  lines: readFileSync(FOLDER + file, 'utf8').split('\n'),
}))

/** Who asks what; what is written is another thing each time. */
type Asked = readonly [as: string | null, variables: Record<string, unknown> | ((n: number) => Record<string, unknown>)]

describe('the plans written down', () => {
  const ear = listening()
  let w: World
  let owner: pg.Client
  beforeAll(async () => {
    w = await world()
    owner = new pg.Client({ connectionString: w.databaseUrl })
    await owner.connect()
    // The places of the demo have no position, and so none of them is the nearest.
    await owner.query('update organizations.service_address set latitude = 31.35, longitude = 121.4')
  })
  afterAll(async () => {
    await owner.end()
    ear.stop()
    await w.stop()
  })

  const nodes = async <T>(as: string, query: string): Promise<T[]> => {
    const { data } = await w.ask<Record<string, { edges: { node: T }[] }>>(query, { as })
    return Object.values(data)[0]!.edges.map(({ node }) => node)
  }

  /** Each question as it is asked of the demo. */
  const CASES: Readonly<Record<string, () => Promise<readonly Asked[]>>> = {
    D1: async () => [
      [null, { serves: TOWN, field: ['ELDERLY', 'CHILDREN', 'FAMILY', 'LEGAL'], latitude: 31.35, longitude: 121.4 }],
    ],
    D2: async () => [['town', { division: TOWN, status: ['SUBMITTED', 'DELIBERATING', 'ADOPTED', 'COMPACTING'] }]],
    D3: async () => {
      const issues = await nodes<{ id: string }>('town', '{ issues(first: 100) { edges { node { id } } } }')
      return issues.map(({ id }) => ['town', { id }] as const)
    },
    D4: async () => [['district', { district: DISTRICT, month: '2026-06', towns: [TOWN] }]],
    D4s: async () => {
      // Months that have ended are kept by a sweep.
      await w.sweep()
      return [['district', { district: DISTRICT, month: '2026-05', towns: [TOWN] }]]
    },
    D5a: async () => [
      ['town', { division: COMMITTEE, after: null }],
      ['member', { division: COMMITTEE, after: null }],
    ],
    D5: async () => {
      const { data } = await w.ask<{ residents: { pageInfo: { endCursor: string } } }>(
        `{ residents(first: 20, filter: { division: "${TOWN}" }) { pageInfo { endCursor } } }`,
        { as: 'town' },
      )
      return [['town', { division: TOWN, after: data.residents.pageInfo.endCursor }]]
    },
    D6: async () => [[null, { search: '助餐', few: 10 }]],
    W1: async () => [['resident', { input: { division: COMMITTEE, title: '示例议题', body: '示例内容' } }]],
    W2: async () => {
      const votes = await nodes<{ id: string; isElector: boolean }>(
        'resident',
        '{ votes(filter: { status: [OPEN] }) { edges { node { id isElector } } } }',
      )
      const vote = votes.find(({ isElector }) => isElector)!.id
      return [['resident', (n) => ({ vote, choice: n % 2 ? 'DISAGREE' : 'AGREE' })]]
    },
    W3: async () => {
      const [{ id, version }] = (await nodes<{ id: string; version: number }>(
        'secretary',
        '{ issues(filter: { status: [SUBMITTED] }) { edges { node { id version } } } }',
      )) as [{ id: string; version: number }]
      return [['secretary', (n) => ({ id, version: version + n, reply: `第${n + 1}次答复。` })]]
    },
  }

  const wordings = async ({ name, query, writes }: (typeof QUESTIONS)[number]): Promise<string[]> => {
    const found = new Set<string>()
    for (const [as, variables] of await CASES[name]!()) {
      const ask = async (n: number) => {
        const { errors } = await w.ask(query, {
          ...(as && { as }),
          variables: typeof variables === 'function' ? variables(n) : variables,
          headers: { 'cache-control': 'no-cache', ...(writes && { 'idempotency-key': `plan-${name}-${n}` }) },
        })
        expect(errors).toEqual([])
      }
      for (const wording of (await ear.atEach(ask)).keys()) found.add(wording)
    }
    return [...found].sort()
  }

  test.each(QUESTIONS.filter(({ isKept }) => !isKept))('$name takes the statements whose plans are known', async (question) => {
    const { lines } = plans.find(({ name }) => name === question.name)!
    expect(await wordings(question)).toEqual(lines.filter((line) => /^\w+: /.test(line)))
  })

  test('every index they stand on is there', async () => {
    const { rows } = await owner.query<{ indexname: string }>('select indexname from pg_indexes')
    const there = new Set(rows.map(({ indexname }) => indexname))
    const named = plans.flatMap(({ lines }) =>
      lines.flatMap((line) => /Index (?:Only )?Scan (?:Backward )?(?:using|on) (\w+)/.exec(line)?.[1] ?? []),
    )
    expect(named.length).toBeGreaterThan(20)
    expect(named.filter((name) => !there.has(name))).toEqual([])
  })

  test('none of them reads a table that grows from end to end', () => {
    const whole = plans.flatMap(({ name, lines }) =>
      lines.flatMap((line) => {
        const table = /Seq Scan on (\w+)/.exec(line)?.[1]
        return table && !SMALL.has(table) ? [`${name}: ${table}`] : []
      }),
    )
    expect(whole).toEqual([])
  })
})
