// The README is told what was measured, and what of it does not keep to the budgets.
import { expect, test } from 'vitest'
import type { Growth } from './bench.growth.ts'
import { between, told, type Bench } from './bench.readme.ts'
import type { Figures } from './bench.report.ts'
import type { Shape } from './bench.servers.ts'

const side = { rps: 400, p50: 10, p99: 30, cpuServer: 2, cpuPostgres: 1, rss: 300, bytes: 7_000, statements: 5, sqlMs: 1 }
const figures = (
  question: string,
  concurrency: number,
  ratio: Partial<Figures['ratio']>,
  shape: Shape = 'one',
  rps = 400,
): Figures => ({
  question,
  says: 'a question',
  shape,
  concurrency,
  limit: side,
  product: { ...side, rps },
  ratio: { rps: 0.5, cpu: 2, p50: 1.5, p99: 2, ...ratio },
})

const bench: Bench = {
  at: '2026-06-15T01:00:00.000Z',
  cpu: 'a processor',
  cores: 2,
  memoryGb: 24,
  postgres: '18.4',
  node: 'v24.0.0',
  rounds: 3,
  seconds: 5,
  seeded: { scale: 1 },
  atOnce: [{ shape: 'one', acted: 1, told: 19 }],
  figures: [
    figures('D2', 1, { p50: 2.4 }),
    figures('D2', 16, { rps: 0.39 }),
    figures('D2', 64, { p99: 2.9 }),
    figures('D3', 16, { rps: 0.5 }),
    figures('W3', 16, { rps: 0.8 }),
    figures('D3', 16, {}, 'cores', 640),
    figures('D3', 16, {}, 'apart', 300),
  ],
}

const growth: Growth = {
  growth: [
    { name: 'D2', before: 1, after: 1.2, ratio: 1.2, statements: 5 },
    { name: 'D6', before: 1, after: 3, ratio: 3, statements: 3 },
  ],
  far: { first: { statements: 3, ms: 1, rows: 21 }, page500: { statements: 3, ms: 1.05, rows: 21 } },
  sizes: [{ name: 'D2', statements: [5, 5, 5] }],
}

test('each question stands in a line with its verdict', () => {
  const page = told(bench, growth)
  expect(page.split('\n').filter((line) => /^\| (D|W)/.test(line))).toEqual([
    '| D2 a question | 400 | 10.0 | 30.0 | 3.00 | 1.00 | 5.0 | 300 | 0.39 | 0.4 / 0.55 | **no**: share 0.39 < 0.4, p50 at 1 2.4 > 2 |',
    '| D3 a question | 400 | 10.0 | 30.0 | 3.00 | 1.00 | 5.0 | 300 | 0.50 | 0.45 / 0.6 | must met, aim not |',
    '| W3 a question | 400 | 10.0 | 30.0 | 3.00 | 1.00 | 5.0 | 300 | 0.80 | 0.5 / 0.7 | met |',
  ])
  expect(page).toContain('2026-06-15: 2 cores (a processor), 24 GB')
  expect(page).toContain('300 MB; must 350, aim 250: must met, aim not')
  expect(page).toContain('1 of 20 (one process)')
  expect(page).toMatch(/one process per core: 1\.60 of one process .*\*\*no\*\*: share 1\.60 < 1\.7/)
  expect(page).toMatch(/apart: 0\.75 of one process .*: met/)
  expect(page).toContain('**no**: D6 3.0 > 1.33')
  expect(page).toMatch(/Page 500 .* 21 rows .*: met/)
})

test('the page goes between the marks, and again over itself', () => {
  const readme = 'before\n<!-- bench: from here -->\nold\n<!-- bench: to here -->\nafter\n'
  const once = between(readme, 'new')
  expect(once).toBe('before\n<!-- bench: from here -->\n\nnew\n\n<!-- bench: to here -->\nafter\n')
  expect(between(once, 'new')).toBe(once)
  expect(() => between('none', 'new')).toThrow(/bench: from here/)
})
