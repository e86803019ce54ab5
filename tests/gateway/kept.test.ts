// Public answers kept for a moment: given again, forgotten when something changes, and never given to anyone signed in.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { keepAnswers } from '../../gateway/kept.ts'
import { statementsOf, still } from '../support/platform.ts'
import { world, type World } from '../support/world.ts'

let w: World
beforeAll(async () => {
  w = await world()
  await still(w.databaseUrl)
})
afterAll(() => w.stop())

const QUESTION = '{ serviceListings(first: 3) { totalCount edges { node { id name } } } }'
const running = () => w.platforms[0]!.running.find(({ name }) => name === 'organizations')!

/** What is asked, and how many statements it took. */
const asked = async (query: string, { headers = {}, as }: { headers?: Record<string, string>; as?: string } = {}) => {
  let data: unknown
  const statements = await statementsOf(running(), async () => {
    const answer = await w.ask(query, { headers, ...(as && { as }) })
    expect(answer.errors).toEqual([])
    ;({ data } = answer)
  })
  return { data, statements: statements.length }
}

/** Until an answer is given without a question to the database. */
const keptAnswer = async () => {
  for (let at = 0; at < 10; at += 1) {
    const one = await asked(QUESTION)
    if (one.statements === 0) return one
  }
  throw new Error('never kept')
}

test('asked again it is answered from memory, and from the database once something was changed here', async () => {
  const anew = { headers: { 'cache-control': 'no-cache' } }
  await asked(QUESTION, anew)
  const { data } = await keptAnswer()
  expect((await asked(QUESTION, anew)).statements).toBeGreaterThan(0)
  expect((await asked(QUESTION, anew)).data).toEqual(data)
  await keptAnswer()
  await running().asSystem((ctx) => ctx.em.execute('select 1'))
  expect((await asked(QUESTION)).statements).toBeGreaterThan(0)
})

test('whoever is signed in asks the database', async () => {
  await keptAnswer()
  for (let at = 0; at < 3; at += 1) expect((await asked(QUESTION, { as: 'town' })).statements).toBeGreaterThan(0)
})

const unknown = async () => null

test('it is kept on while the database writes nothing, within a second of it, and not for ever', async () => {
  const now = { ms: 0, mark: 'a' }
  const kept = keepAnswers<string>(
    () => new Date(now.ms),
    async () => now.mark,
  )
  /** Asks again and again until then, as callers do. */
  const until = async (ms: number): Promise<string | null> => {
    for (; now.ms < ms; now.ms += 200) {
      kept.find('q')
      await Promise.resolve().then(() => Promise.resolve())
    }
    return kept.find('q')
  }
  kept.begin('before')('one')
  await until(200)
  kept.begin('q')('two')
  expect(await until(5_000)).toBe('two')
  now.mark = 'b'
  expect(await until(6_400)).toBeNull()
  kept.begin('q')('three')
  expect(await until(36_200)).toBe('three')
  expect(await until(36_600)).toBeNull()
  // Nobody looked for a while: what was known then is not known now.
  kept.begin('q')('four')
  now.ms += 3_000
  expect(kept.find('q')).toBeNull()
})

test('it is kept for a second, by the language, and not when something was changed while it was asked', async () => {
  const now = { ms: 0 }
  const kept = keepAnswers<string>(() => new Date(now.ms), unknown)
  kept.begin('zh a')('one')
  expect([kept.find('zh a'), kept.find('en a'), kept.find('zh b')]).toEqual(['one', null, null])
  now.ms = 999
  expect(kept.find('zh a')).toBe('one')
  for (const ms of [1_000, -1]) {
    now.ms = ms
    expect(kept.find('zh a')).toBeNull()
  }
  const keep = kept.begin('zh c')
  await running().asSystem((ctx) => ctx.em.execute('select 1'))
  keep('two')
  expect(kept.find('zh c')).toBeNull()
})

test('what is kept takes no more room than it may', () => {
  const kept = keepAnswers<string>(() => new Date(0), unknown)
  const long = 'x'.repeat(150_000)
  for (let at = 0; at < 200; at += 1) kept.begin(`q${at}`)(long)
  expect(kept.find('q0')).toBeNull()
  expect(kept.find('q199')).toBe(long)
  kept.begin('too long')('x'.repeat(200_000))
  expect(kept.find('too long')).toBeNull()
})
