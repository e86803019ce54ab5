// The process is killed in the middle of a thousand acts; so is its database. Every acknowledged act is there once,
// none is half there, and whoever asks again with the same key gets it done exactly once.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyAudit } from '../../gateway/audit.ts'
import { demoProcess, type DemoProcess } from '../support/process.ts'

const ACTS = 1_000
let demo: DemoProcess
let token: string

beforeAll(async () => {
  demo = await demoProcess()
  await demo.start()
  token = await demo.token('town')
})
afterAll(() => demo.end())

const CREATE = 'mutation ($i: BuildingInput!) { createBuilding(division: "310113109043", input: $i) { id version } }'

interface Answer {
  readonly data?: { readonly createBuilding?: { readonly id: string } }
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[]
}

const ask = async (n: number, language = 'zh-CN'): Promise<Answer | null> => {
  const response = await fetch(`${demo.url}/graphql`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${token}`,
      'content-type': 'application/json',
      'x-linli-csrf': '1',
      'idempotency-key': `act-${n}`,
      'accept-language': language,
    },
    body: JSON.stringify({ query: CREATE, variables: { i: { address: `示例路 ${n} 号` } } }),
  }).catch(() => null)
  return (await response?.json().catch(() => null)) as Answer | null
}

/** The id of the building when the act was acknowledged, else null. */
const act = async (n: number): Promise<string | null> => (await ask(n))?.data?.createBuilding?.id ?? null

const sql = async <R extends pg.QueryResultRow>(text: string, values: unknown[] = []): Promise<R[]> => {
  const client = new pg.Client({ connectionString: await demo.databaseUrl() })
  await client.connect()
  const { rows } = await client.query<R>(text, values)
  await client.end()
  return rows
}

/** Buildings of the acts, with their events and the answers kept for their keys. */
const done = () =>
  sql<{ id: string; events: number; replies: number }>(
    `select b.id, (select count(*)::int from territory.event e where e.stream = b.id) as events,
            (select count(*)::int from territory.reply r where r.answer->'data'->'createBuilding'->>'id' = b.id::text) as replies
       from territory.building b where b.address like '示例路 %'`,
  )

const isWhole = (row: { events: number; replies: number }) => row.events === 1 && row.replies === 1

describe('kill -9 of the process in the middle of a thousand acts', () => {
  let acknowledged: string[]

  test('leaves every acknowledged act once and none by half', async () => {
    let count = 0
    const acts = Array.from({ length: ACTS }, (_, n) =>
      act(n).then((id) => {
        if (id && (count += 1) === 300) void demo.kill()
        return id
      }),
    )
    acknowledged = (await Promise.all(acts)).filter((id) => id !== null)
    expect(acknowledged.length).toBeGreaterThanOrEqual(300)
    expect(acknowledged.length).toBeLessThan(ACTS)

    const { output } = await demo.start()
    expect(output).toContain('ready')
    const rows = await done()
    expect(rows.filter((r) => !isWhole(r))).toEqual([])
    const ids = new Set(rows.map((r) => r.id))
    expect(acknowledged.filter((id) => !ids.has(id))).toEqual([])
    expect(new Set(acknowledged).size).toBe(acknowledged.length)
  })

  test('the same thousand asked again are done exactly once', async () => {
    token = await demo.token('town')
    const answers: (string | null)[] = Array.from({ length: ACTS }, () => null)
    // A busy platform may be late with some; whoever was not answered asks once more, with the same key.
    for (let round = 0; round < 5 && answers.includes(null); round += 1)
      await Promise.all(answers.map(async (known, n) => (answers[n] = known ?? (await act(n)))))
    expect(answers.filter((id) => id === null)).toEqual([])
    expect(new Set(answers).size).toBe(ACTS)
    expect(acknowledged.filter((id) => !answers.includes(id))).toEqual([])
    expect(await done()).toHaveLength(ACTS)
  })

  test('the history holds, and every act reaches the audit search', { timeout: 240_000 }, async () => {
    expect((await verifyAudit(await demo.databaseUrl())).broken).toEqual([])
    const missing = `select count(*)::int as n from territory.event e where not exists (select 1 from office.audit_entry a where a.stream = e.stream and a.version = e.version)`
    await expect.poll(async () => (await sql<{ n: number }>(missing))[0]!.n, { timeout: 180_000, interval: 500 }).toBe(0)
  })
})

describe('kill -9 of the database', () => {
  test('with the process: both start again, and what was done is there', async () => {
    const before = (await done()).length
    await demo.kill()
    await demo.killDatabase()
    // Whoever asks while it starts is told to come again, or cannot reach it; nobody is left without an answer.
    const waits: Promise<number | string>[] = []
    const knock = () => fetch(`${demo.url}/readiness`, { signal: AbortSignal.timeout(15_000) })
    const asking = setInterval(
      () =>
        waits.push(
          knock().then(
            ({ status }) => status,
            (error: Error) => error.name,
          ),
        ),
      10,
    )
    await demo.start().finally(() => clearInterval(asking))
    const told = new Set(await Promise.all(waits))
    expect(told).toContain(503)
    expect(told).not.toContain('TimeoutError')
    expect((await done()).length).toBe(before)
    token = await demo.token('town')
    expect(await act(ACTS + 1)).not.toBeNull()
  })

  test('alone: it comes back under the running process, which serves on', async () => {
    const before = (await done()).length
    const status = async (path: string) => (await fetch(`${demo.url}/${path}`)).status
    expect([await status('readiness'), await status('healthcheck')]).toEqual([200, 200])
    // Some are under way when it goes, the others ask while it is gone.
    const told: Answer[] = []
    let id: string | null = null
    const under = Array.from({ length: 20 }, () => ask(ACTS + 2, 'en'))
    await demo.killDatabase()
    // Watched from the first moment: it may be back before those under way have their answers.
    const seen = new Set<string>()
    const over = new AbortController()
    const watching = (async () => {
      while (!over.signal.aborted) seen.add(`${await status('readiness')} ${await status('healthcheck')}`)
    })()
    told.push(...(await Promise.all(under)).filter((answer) => answer !== null))
    for (const until = Date.now() + 30_000; !id && Date.now() < until;) {
      const answer = await ask(ACTS + 2, 'en')
      if (answer) told.push(answer)
      id = answer?.data?.createBuilding?.id ?? null
    }
    over.abort()
    await watching
    expect(id).not.toBeNull()
    expect(seen).toContain('503 200')
    const errors = told.flatMap((answer) => answer.errors ?? [])
    expect(new Set(errors.map((e) => e.extensions.code))).toEqual(new Set(['UNAVAILABLE']))
    for (const { message } of errors) expect(message).toBe('The service is recovering; please try again in a moment.')
    expect(new Set(told.flatMap((answer) => answer.data?.createBuilding?.id ?? []))).toEqual(new Set([id]))
    await expect.poll(() => status('readiness'), { timeout: 10_000 }).toBe(200)
    const rows = await done()
    expect(rows).toHaveLength(before + 1)
    expect(rows.filter((r) => !isWhole(r))).toEqual([])
  })
})
