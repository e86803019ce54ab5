// The demo as a newcomer finds it: seeded in order, its history whole and named, its lists read in a fixed number of statements.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyAudit } from '../../gateway/audit.ts'
import type { Dossier } from '../../gateway/dossier/dossier.data.ts'
import { SUBGRAPHS } from '../../subgraphs/index.ts'
import { wordsOf } from '../../subgraphs/shared/acts.ts'
import { statementsOf, still } from '../support/platform.ts'
import { world, type World } from '../support/world.ts'

let w: World
let client: pg.Client
beforeAll(async () => {
  w = await world('together', { env: { LINLI_DAYS_AHEAD: '0' } })
  client = new pg.Client({ connectionString: w.databaseUrl })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await w.stop()
})

test('every record has its history, and every chain holds', async () => {
  const { events, broken } = await verifyAudit(w.databaseUrl)
  expect(broken).toEqual([])
  expect(events).toBeGreaterThan(1_000)
})

test('every act in it has words', async () => {
  const nameless: string[] = []
  for (const { name } of SUBGRAPHS) {
    const { rows } = await client.query<{ type: string; action: string }>(`select distinct type, action from ${name}.event`)
    nameless.push(...rows.filter((r) => !wordsOf(r.type, r.action)).map((r) => `${r.type}.${r.action}`))
  }
  expect(nameless).toEqual([])
})

test('every to-do waits for a seat that the demo has an account for', async () => {
  const { rows } = await client.query<{ type: string; status: string }>(
    `select distinct t.type, t.status from office.todo t where cardinality(t.awaits) > 0 and not t.awaits && array['SYSTEM', 'AUTHOR', 'OWNER']
        and not exists (select 1 from office.role_grant g where g.role = any (t.awaits) and t.division like regexp_replace(g.division, '(0{10}|0{8}|0{6}|0{3})$', '') || '%')`,
  )
  expect(rows).toEqual([])
})

test('the dossier of any issue is taken out whole by its officers, its chains reckoned again, and by nobody else', async () => {
  const take = async (username: string, path: string) =>
    fetch(`${w.url}/dossiers/${path}`, { headers: { authorization: `Bearer ${await w.token(username)}` } })
  const { rows } = await client.query<{ id: string; events: number }>(
    `select i.id, (select count(*)::int from compacts.event e where e.stream = i.id) as events from compacts.issue i where i.status = 'CONCLUDED'`,
  )
  expect(rows.length).toBeGreaterThan(0)
  for (const { id, events } of rows) {
    const answer = await take('secretary', `${id}.json`)
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/json; charset=utf-8'])
    const { issue, meetings, votes, compacts } = (await answer.json()) as Dossier
    expect(issue.events).toHaveLength(events)
    expect(issue.chains.filter(({ holds }) => !holds)).toEqual([])
    expect(issue.chains.find(({ record }) => record === id)!.steps).toBe(events)
    expect(meetings.length).toBeGreaterThan(0)
    if (votes.some(({ status }) => status === 'PUBLISHED')) expect(votes.some(({ result }) => result !== null)).toBe(true)
    expect(issue.project !== null || compacts.length > 0).toBe(true)
  }
  const kinds = [
    ['meeting', 'meetings'],
    ['vote', 'votes'],
    ['compact', 'compacts'],
    ['convening', 'convenings'],
    ['survey', 'surveys'],
    ['building_project', 'lifts'],
    ['amendment', 'amendments'],
  ] as const
  const grown = await client.query<{ id: string } & Record<(typeof kinds)[number][1], number>>(
    `select i.id, ${kinds
      .map(([table, name]) =>
        table === 'amendment'
          ? `(select count(*)::int from compacts.amendment a join compacts.compact c on c.id = a.compact_id where c.issue_id = i.id) as ${name}`
          : `(select count(*)::int from compacts.${table} where issue_id = i.id) as ${name}`,
      )
      .join(', ')} from compacts.issue i where i.status <> 'DRAFT'`,
  )
  for (const { id, ...counts } of grown.rows) {
    const { meetings, votes, compacts, works } = (await (await take('secretary', `${id}.json`)).json()) as Dossier
    const amendments = compacts.flatMap((one) => one.amendments)
    const got = Object.entries({ meetings, votes, compacts, ...works, amendments }).map(([name, all]) => [name, all.length])
    expect(Object.fromEntries(got)).toEqual(counts)
    // Owners decide by floor area too, and both stand there.
    if (works.lifts.length) expect(votes.map(({ result }) => result && result.areas!.agree > 0)).toEqual([true])
  }
  expect(kinds.filter(([, name]) => grown.rows.every((row) => row[name] === 0))).toEqual([])
  const { id } = rows[0]!
  const paper = await take('secretary', `${id}.pdf`)
  expect([paper.status, paper.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  const bytes = Buffer.from(await paper.arrayBuffer())
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  expect(bytes.toString('latin1').match(/\/Type \/Page\b/g)!.length).toBeGreaterThan(1)
  expect((await take('resident', `${id}.json`)).status).toBe(403)
  expect((await fetch(`${w.url}/dossiers/${id}.json`)).status).toBe(401)
  expect((await take('secretary', '01a201ec-0000-7000-8000-000000000000.pdf')).status).toBe(404)
})

describe('statements of a federated list', () => {
  beforeAll(() => still(w.databaseUrl))

  const ISSUES = `query ($first: Int!) { issues(first: $first) { totalCount edges { node {
    id title status dueAt supportCount offers { action blocked } author { id name } division { code name } latestMeeting { id status } compact { id } project { id } } } } }`

  type Asked = Record<string, { edges: { node: { id: string } }[] }>

  /** Rows and statements of the subgraphs for a list; the office meanwhile keeps to-dos of its own accord. */
  const measured = async (query: string, variables: Record<string, unknown>) => {
    let rows: string[] = []
    const seen: string[] = []
    const running = w.platforms[0]!.running.filter((r) => r.name !== 'office')
    const measure = running.reduce(
      (work, one) => async () => void seen.unshift(...(await statementsOf(one, work))),
      async () => {
        const { data, errors } = await w.ask<Asked>(query, { as: 'secretary', variables })
        expect(errors).toEqual([])
        rows = Object.values(data)[0]!.edges.map(({ node }) => node.id)
      },
    )
    await measure()
    return { rows, texts: seen, statements: seen.length }
  }
  const count = (first: number) => measured(ISSUES, { first })

  test('issues with author, division, latest meeting, counts: the same for three rows and for all', async () => {
    await count(3)
    const [few, all] = [await count(3), await count(100)]
    expect(few.rows.length).toBe(3)
    expect(all.rows.length).toBeGreaterThan(10)
    expect(all.statements).toBe(few.statements)
    expect(all.statements).toBe(8)
  })

  test.each(['issues', 'meetings', 'votes', 'projects', 'compacts'])(
    'what may be done with picked %s: no statement is sent twice, however many are picked',
    async (list) => {
      const name = list === 'votes' ? 'title: proposal' : 'title'
      const JUDGED = `query ($ids: [ID!]) { ${list}(filter: { ids: $ids }, first: 100) { edges { node {
        id version ${name} offers { action label needsReason carries blocked } } } } }`
      const { rows: ids } = await measured(JUDGED, { ids: null })
      const all = await measured(JUDGED, { ids })
      expect(all.rows).toEqual(ids)
      expect(ids.length).toBeGreaterThan(1)
      // Records of different kinds ask different things; none is asked twice.
      expect(new Set(all.texts).size).toBe(all.statements)
    },
  )
})

test('a list of grants without a grant is not published, and says so', async () => {
  const response = await fetch(`${w.url}/360/grants.json`)
  expect([response.status, await response.text()]).toEqual([404, expect.stringContaining('No grant has been awarded yet.')])
})
