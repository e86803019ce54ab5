// The bench from end to end at the smallest scale: every figure is there. How fast anything is, is not asked here.
import { spawn } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AtOnce } from './bench.atOnce.ts'
import type { Growth } from './bench.growth.ts'
import type { Figures } from './bench.report.ts'
import { QUESTIONS } from './questions/index.ts'

let data: string
// Below the ports the system gives out by itself.
const port = 20_000 + (process.pid % 1_200) * 10

const run = (file: string, args: readonly string[]): Promise<string> =>
  new Promise((done, failed) => {
    const child = spawn(process.execPath, ['--import', 'tsx', fileURLToPath(new URL(file, import.meta.url)), ...args], {
      env: { ...process.env, LINLI_DATA: data, DATABASE_URL: '', LINLI_SECRET: '' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk))
    child.on('exit', (code) => (code ? failed(new Error(output)) : done(output)))
  })

/** Runs the bench for a moment and reads what it kept. */
const bench = async <Kept = { figures: Figures[]; atOnce: AtOnce[] }>(...args: string[]): Promise<Kept & { output: string }> => {
  const quick = ['--port', String(port), '--seconds', '0.5', '--warm', '0.2', '--rounds', '1', '--concurrency', '4', ...args]
  const output = await run('./bench.ts', quick)
  const file = /\S+\.json/.exec(output)![0]
  const kept = JSON.parse(await readFile(file, 'utf8')) as Kept
  await rm(file)
  return { ...kept, output }
}

beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'linli-load-'))
  await chmod(data, 0o755)
  await run('./seed.ts', ['--scale', '0.002'])
})
afterAll(() => rm(data, { recursive: true, force: true }))

const isThere = (n: number | null) => expect(n).toSatisfy((value: number) => Number.isFinite(value) && value > 0)

test('every question is asked and every figure is there', { timeout: 240_000 }, async () => {
  const { output, figures, atOnce } = await bench()
  expect(atOnce).toEqual([{ shape: 'one', acted: 1, told: 19 }])
  expect(figures.map(({ question }) => question)).toEqual(QUESTIONS.map(({ name }) => name))
  for (const { limit, product, ratio } of figures) {
    for (const { rps, p50, p99, rss, bytes, cpuServer, statements, sqlMs } of [limit, product])
      for (const figure of [rps, p50, p99, rss, bytes, cpuServer, statements, sqlMs]) isThere(figure)
    for (const figure of Object.values(ratio)) isThere(figure)
    expect(limit.statements).toBe(1)
  }
  for (const { name } of QUESTIONS) expect(output).toContain(name)
})

test('the other shapes are measured the same way, and nothing of the last run is left', { timeout: 240_000 }, async () => {
  const { figures } = await bench('--shapes', 'cores,apart', '--questions', 'D3,W3')
  expect(figures.map(({ shape, question }) => `${shape} ${question}`)).toEqual(['cores D3', 'cores W3', 'apart D3', 'apart W3'])
  const { growth, sizes } = await bench<Growth>('--growth', data, '--questions', 'D6')
  expect(growth.map(({ name }) => name)).toEqual(['D6'])
  for (const { before, after, ratio, statements } of growth)
    for (const figure of [before, after, ratio, statements]) isThere(figure)
  expect(sizes).toEqual([{ name: 'D6', statements: [3, 3, 3] }])
})
