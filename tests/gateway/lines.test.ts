// The connections of a subgraph: what fails in a transaction is told as it was, values arrive as they were given, a plan
// is kept, and one slow question holds up no other.
import pg, { type Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { linesOf, type Lines } from '../../gateway/host/lines.ts'
import { stage, type Stage } from '../support/platform.ts'

let s: Stage
let lines: Lines
const connection = () => s.subgraphs['office']!.orm.em.getConnection() as unknown as { getNativeClient: () => Promise<Pool> }
beforeAll(async () => {
  s = await stage(['office'])
  lines = linesOf(() => connection().getNativeClient())
})
afterAll(async () => {
  await lines.stop()
  await s.stop()
})

const inTransaction = <T>(work: (run: (sql: string, values?: unknown[]) => Promise<Record<string, unknown>[]>) => Promise<T>) =>
  s.subgraphs['office']!.asSystem(({ em }) => work((sql, values = []) => em.execute(sql, values)))

describe('a transaction', () => {
  test('tells what failed first, to whoever asks next and to whoever commits', async () => {
    const told: string[] = []
    const note = (error: Error) => void told.push(error.message)
    const committed = inTransaction(async (run) => {
      await Promise.all([run('select 1 / 0').catch(note), run('select 1').catch(note)])
    })
    await expect(committed).rejects.toThrow('division by zero')
    expect(told).toHaveLength(2)
    for (const message of told) expect(message).toContain('division by zero')
  })

  test('in which something failed leaves nothing, even when nobody asked how it went', async () => {
    const id = '01900000-0000-7000-8000-0000000000ff'
    const committed = inTransaction(async (run) => {
      await run(`insert into office.reply (caller, key, digest, "at") values (?, 'lines', 'x', ?)`, [id, new Date()])
      await run('select 1 / 0').catch(() => undefined)
    })
    await expect(committed).rejects.toThrow('division by zero')
    expect(await s.sql('select 1 from office.reply where caller = $1', [id])).toEqual([])
  })
})

test('values arrive as they were given', async () => {
  const at = new Date('2026-03-02T01:02:03.004Z')
  const given = ['它说"?"\\', 7, true, null, at, ['甲', '乙'], { 丙: [1, '?'] }]
  const [row] = await inTransaction((run) =>
    run(
      `select ?::text as words, ?::int as number, ?::boolean as flag, ?::text as nothing, ?::timestamptz as moment,
              array[?] as list, ?::jsonb as data, '\\?' as mark`,
      given,
    ),
  )
  expect(row).toEqual({
    words: '它说"?"\\',
    number: 7,
    flag: true,
    nothing: null,
    moment: expect.anything(),
    list: ['甲', '乙'],
    data: { 丙: [1, '?'] },
    mark: '?',
  })
  expect(new Date(String(row!['moment'])).getTime()).toBe(at.getTime())
})

test('a statement that is asked again is read and planned once', async () => {
  const ask = (run: (sql: string, values?: unknown[]) => Promise<Record<string, unknown>[]>, n: number) =>
    run('select ?::int + 40 as sum', [n])
  const kept = await inTransaction(async (run) => {
    for (let n = 0; n < 5; n += 1) expect(await ask(run, n)).toEqual([{ sum: n + 40 }])
    return run(`select generic_plans + custom_plans as plans from pg_prepared_statements where statement like '%+ 40 as sum'`)
  })
  expect(kept.map(({ plans }) => Number(plans))).toEqual([3])
})

describe('lines', () => {
  test('carry a hundred questions side by side', async () => {
    const answers = await Promise.all(Array.from({ length: 100 }, (_, n) => lines.ask({ text: 'select $1::int as n' }, [n])))
    expect(answers.map(({ rows }) => rows[0]![0])).toEqual(Array.from({ length: 100 }, (_, n) => n))
  })

  test('carry as one what they know by name: each gets its own, and what fails takes nobody with it', async () => {
    const short = linesOf(() => connection().getNativeClient(), 'force_generic_plan')
    const texts = ['select $1::int as n', 'select 12 / $1::int as part, null as none', `select $1::int || '号' as said`]
    const answers = (...values: number[]) =>
      Promise.all(texts.map((text, at) => short.ask({ name: `bundled-${at}`, text }, [values[at]]).catch(String)))
    const [one, part, said] = [
      { fields: ['n'], rows: [[1]] },
      { fields: ['part', 'none'], rows: [[6, null]] },
      { fields: ['said'], rows: [['3号']] },
    ]
    for (let time = 0; time < 3; time += 1) expect(await answers(1, 2, 3)).toEqual([one, part, said])
    for (let time = 0; time < 3; time += 1) expect(await answers(1, 0, 3)).toEqual([one, 'error: division by zero', said])
    await short.stop()
    expect(await answers(1, 2, 3)).toEqual(texts.map(() => expect.stringContaining('closed')))
  })

  test('pass by a question that takes long', async () => {
    let isDone = false
    const slow = lines.ask({ text: 'select pg_sleep(4)' }, []).then(() => (isDone = true))
    for (let n = 0; n < 8; n += 1) {
      await new Promise((done) => setTimeout(done, 20))
      await lines.ask({ text: 'select 1' }, [])
    }
    expect(isDone).toBe(false)
    await slow
  })

  test('that were cut are opened again', async () => {
    const owner = new pg.Client({ connectionString: s.ownerUrl })
    await owner.connect()
    const cut = lines.ask({ text: 'select pg_sleep(30)' }, []).catch((error: Error) => error)
    await lines.ask({ text: 'select 1' }, [])
    await owner.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'linli_office' and datname = current_database()`,
    )
    await owner.end()
    expect(String(await cut)).toMatch(/terminat/)
    await new Promise((done) => setTimeout(done, 100))
    expect(await lines.ask({ text: 'select 2 as two' }, [])).toEqual({ fields: ['two'], rows: [[2]] })
  })
})
