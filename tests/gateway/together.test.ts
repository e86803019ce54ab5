// Statements of one wording that many ask within one turn: executed once, answered to each as if asked alone.
import type { Pool } from 'pg'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { linesOf, type Lines, type Wording } from '../../gateway/host/lines.ts'
import { togetherOver } from '../../gateway/host/together.ts'
import { stage, type Stage } from '../support/platform.ts'

let s: Stage
let lines: Lines
const sent: Wording[] = []
let told: Lines
let together: ReturnType<typeof togetherOver>
beforeAll(async () => {
  s = await stage(['office'])
  const connection = s.subgraphs['office']!.orm.em.getConnection() as unknown as { getNativeClient: () => Promise<Pool> }
  lines = linesOf(() => connection.getNativeClient(), 'force_generic_plan')
  told = { ...lines, ask: (wording, values) => (sent.push(wording), lines.ask(wording, values)) }
})
afterAll(async () => {
  await lines.stop()
  await s.stop()
})

const TEXT = `select n, $2::text || n as said, $3::timestamptz as at, $4::boolean as yes, $5::int as no from unnest($1::int[]) n where n <> all($6::int[]) order by n desc`
const WORDS = ['甲"', 'b\\', '{c}', 'd,e', '', 'NULL', "f'g", 'ħ\n']
const AT = new Date('2026-05-01T00:00:00.123Z')
const valuesOf = (n: number) => [[n, n + 1, n + 2], WORDS[n % WORDS.length], AT, n % 2 === 0, n % 3 ? n : null, [n + 1]]

/** Whoever asks first asks alone, and with the answer the types of the values are known. */
const learnt = async (name: string, text: string, values: unknown[]) => {
  await together.ask(name, text, values)
  sent.length = 0
}

beforeEach(() => {
  sent.length = 0
  together = togetherOver(told)
})

test('each is answered as if it had asked alone, and all of them by one statement', async () => {
  await learnt('mixed', TEXT, valuesOf(0))
  const numbers = Array.from({ length: 30 }, (_, n) => n)
  const answers = await Promise.all(numbers.map((n) => together.ask('mixed', TEXT, valuesOf(n))))
  expect(sent.map(({ name }) => name)).toEqual(['mixed+', 'mixed+', 'mixed+', 'mixed+'])
  for (const n of numbers) expect(answers[n]).toEqual(await lines.ask({ text: TEXT }, valuesOf(n)))
  expect(answers[8]!.rows.map(([n, said]) => [n, said])).toEqual([
    [10, '甲"10'],
    [8, '甲"8'],
  ])
})

test('more than fit in one go in several, one alone as it is', async () => {
  const text = 'select $1::int * 2 as twice'
  await learnt('twice', text, [1])
  const answers = await Promise.all(Array.from({ length: 65 }, (_, n) => together.ask('twice', text, [n])))
  expect(answers.map(({ rows }) => rows[0]![0])).toEqual(Array.from({ length: 65 }, (_, n) => n * 2))
  expect(sent.map(({ name }) => name)).toEqual([...Array.from({ length: 8 }, () => 'twice+'), 'twice'])
})

test('what fails for one fails for nobody else', async () => {
  const text = 'select 10 / $1::int as part'
  await learnt('parts', text, [1])
  const answers = await Promise.allSettled([5, 0, 2].map((n) => together.ask('parts', text, [n])))
  expect(answers.map((one) => (one.status === 'fulfilled' ? one.value.rows[0]![0] : String(one.reason)))).toEqual([
    2,
    'error: division by zero',
    5,
  ])
  await expect(together.ask('broken', 'select nothing from nowhere where $1', [1])).rejects.toThrow('nowhere')
})

test('an order within an answer is kept', async () => {
  const text = `select code from (values ('c', 1), ('a', 2), ('b', 3)) v(code, n) where n >= $1::int order by code`
  await learnt('order', text, [1])
  const answers = await Promise.all([1, 2, 3, 4].map((n) => together.ask('order', text, [n])))
  expect(answers.map(({ rows }) => rows.flat().join(''))).toEqual(['abc', 'ab', 'b', ''])
})
