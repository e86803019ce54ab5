// A mistake of the operator is one clear sentence and a non-zero exit.
import { spawn } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import { settingsOf } from '../../gateway/settings.ts'
import { copyDatabase, TEST_SECRET } from '../support/platform.ts'
import { freePort } from '../support/world.ts'

const MAIN = fileURLToPath(new URL('../../gateway/main.ts', import.meta.url))

let data: string
beforeAll(async () => {
  data = await mkdtemp(join(tmpdir(), 'linli-startup-'))
})
afterAll(() => rm(data, { recursive: true, force: true }))

const run = (command: string, env: Record<string, string>, ...args: string[]): Promise<{ code: number | null; error: string }> =>
  new Promise((done) => {
    const child = spawn(process.execPath, ['--import', 'tsx', MAIN, command, ...args], {
      env: { PATH: process.env['PATH'], LINLI_DATA: data, ...env },
      stdio: ['ignore', 'ignore', 'pipe'],
      timeout: 40_000,
    })
    let error = ''
    child.stderr.on('data', (d: Buffer) => (error += d))
    child.on('exit', (code) => done({ code, error: error.trim() }))
  })

const PRODUCTION = { LINLI_SECRET: TEST_SECRET, ORIGIN: 'https://linli.invalid' }
const unmigrated = async () => {
  const owner = inject('ownerUrl')
  const client = new pg.Client({ connectionString: owner.replace(/linli$/, 'postgres') })
  await client.connect()
  await client.query('create database bare')
  await client.end()
  return owner.replace(/linli$/, 'bare')
}

describe('production refuses', () => {
  test.each([
    ['a missing database', { ...PRODUCTION }, /DATABASE_URL is missing/],
    ['a missing secret', { ORIGIN: PRODUCTION.ORIGIN, DATABASE_URL: 'postgres://x' }, /LINLI_SECRET is missing/],
    ['a short secret', { ...PRODUCTION, DATABASE_URL: 'postgres://x', LINLI_SECRET: 'short' }, /LINLI_SECRET is short/],
    [
      'a sample secret',
      { ...PRODUCTION, DATABASE_URL: 'postgres://x', LINLI_SECRET: 'please-change-me-please-change-me-please' },
      /LINLI_SECRET is short or a sample/,
    ],
    ['a missing origin', { LINLI_SECRET: TEST_SECRET, DATABASE_URL: 'postgres://x' }, /ORIGIN is missing/],
    ['a port that is no number', { ...PRODUCTION, DATABASE_URL: 'postgres://x', PORT: 'abc' }, /PORT must be a whole number/],
    [
      'a prefix of grants that is none',
      { ...PRODUCTION, DATABASE_URL: 'postgres://x', GRANTS_PREFIX: 'linli' },
      /GRANTS_PREFIX reads like 360G-linli/,
    ],
    ['a port that is none', { ...PRODUCTION, DATABASE_URL: 'postgres://x', PORT: '70000' }, /PORT must be 65535 at most/],
  ])('%s', (_what, env, sentence) => {
    expect(() => settingsOf('production', env, ['--subgraphs', 'office'])).toThrow(sentence)
  })

  test('a database it cannot reach', async () => {
    const env = { ...PRODUCTION, DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' }
    const { code, error } = await run('serve', env, '--subgraphs', 'office')
    expect([code, error.split('\n').length]).toEqual([1, 1])
    expect(error).toMatch(/Cannot reach the database/)
  })

  test('an address that is not this machine’s', async () => {
    const { code, error } = await run('demo', { HOST: '192.0.2.1', PORT: String(await freePort()) })
    expect([code, error]).toEqual([1, expect.stringMatching(/Cannot listen there: check HOST and PORT\.$/)])
  })

  test('pending migrations', async () => {
    const { code, error } = await run('serve', { ...PRODUCTION, DATABASE_URL: await unmigrated() }, '--subgraphs', 'office')
    expect([code, error]).toEqual([1, expect.stringMatching(/migrations are pending: run npm run migrate first/)])
  })

  test('a subgraph that does not exist', async () => {
    const { code, error } = await run('serve', { ...PRODUCTION, DATABASE_URL: await copyDatabase() }, '--subgraphs', 'weather')
    expect([code, error]).toEqual([1, expect.stringMatching(/There is no subgraph named weather/)])
  })

  test('a gateway that does not know where the office is', async () => {
    const { code, error } = await run('serve', { ...PRODUCTION, PORT: String(await freePort()) }, '--gateway')
    expect([code, error]).toEqual([1, expect.stringMatching(/needs the office subgraph/)])
  })
})

test('a port that is taken', async () => {
  const other = createServer().listen(0, '127.0.0.1')
  await new Promise((done) => other.once('listening', done))
  const { port } = other.address() as { port: number }
  const { code, error } = await run('demo', { PORT: String(port), DATABASE_URL: await copyDatabase() })
  other.close()
  expect([code, error]).toEqual([1, expect.stringMatching(/Port \d+ is taken: set PORT to another/)])
})
