// What is built and run is what is written: it starts, signs in, answers, and finds what it loads only when it is needed.
import { spawn, type ChildProcess } from 'node:child_process'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sharp from 'sharp'
import { afterAll, beforeAll, expect, test } from 'vitest'
import pack from '../../package.json' with { type: 'json' }
import { buildAdmin, buildServer } from '../../gateway/build.ts'
import { DEMO_CLIENT, DEMO_GRANT } from '../../subgraphs/office/signin/issuer.ts'
import { freePort } from '../support/world.ts'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
let [url, data, token]: string[] = []
let child: ChildProcess

const started = (port: number): Promise<void> =>
  new Promise((done, failed) => {
    const [, ...words] = pack.scripts.start.split(' ')
    child = spawn(process.execPath, words, {
      cwd: ROOT,
      env: { PATH: process.env['PATH'], LINLI_DATA: data, PORT: String(port) },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    const hear = (chunk: Buffer) => {
      output += chunk
      if (/ready/.test(output)) done()
    }
    child.stdout!.on('data', hear)
    child.stderr!.on('data', hear)
    child.on('exit', (code) => failed(new Error(`ended with ${code}\n${output}`)))
  })

beforeAll(async () => {
  await buildServer()
  await buildAdmin()
  data = await mkdtemp(join(tmpdir(), 'linli-built-'))
  await chmod(data, 0o755)
  const port = await freePort()
  url = `http://127.0.0.1:${port}`
  await started(port)
  const body = new URLSearchParams({ grant_type: DEMO_GRANT, client_id: DEMO_CLIENT, username: 'secretary' })
  token = ((await (await fetch(`${url}/oidc/token`, { method: 'POST', body })).json()) as { access_token: string }).access_token
})
afterAll(async () => {
  await new Promise((done) => {
    if (child.exitCode !== null) return done(null)
    child.once('exit', done)
    child.kill('SIGTERM')
  })
  await rm(data!, { recursive: true, force: true })
})

const asks = async (query: string): Promise<Record<string, never>> => {
  const response = await fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', 'x-linli-csrf': '1' },
    body: JSON.stringify({ query }),
  })
  const { data: answer, errors } = (await response.json()) as { data: Record<string, never>; errors?: unknown }
  expect(errors).toBeUndefined()
  return answer
}

test('it is ready, and gives out the pages of the admin', async () => {
  expect((await fetch(`${url}/readiness`)).status).toBe(200)
  const page = await fetch(`${url}/admin/`)
  expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<div id="app">')])
})

test('it answers over several subgraphs, the first time and again', async () => {
  const query = '{ todos(first: 2) { totalCount edges { node { id status division { name } } } } }'
  const [first, again] = [await asks(query), await asks(query)]
  expect(again).toEqual(first)
  expect(first).toEqual({ todos: { totalCount: expect.any(Number), edges: expect.any(Array) } })
})

test('it sets a dossier in a thread of its own', async () => {
  const { issues } = (await asks('{ issues(first: 1) { edges { node { id } } } }')) as never as {
    issues: { edges: { node: { id: string } }[] }
  }
  const headers = { authorization: `Bearer ${token}` }
  const paper = await fetch(`${url}/dossiers/${issues.edges[0]!.node.id}.pdf`, { headers })
  expect([paper.status, Buffer.from(await paper.arrayBuffer()).toString('latin1', 0, 5)]).toEqual([200, '%PDF-'])
})

test('it makes a picture anew', async () => {
  const body = new Uint8Array(
    await sharp({ create: { width: 8, height: 8, channels: 3, background: 'red' } })
      .png()
      .toBuffer(),
  )
  const response = await fetch(`${url}/files?name=a.png`, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body })
  expect([response.status, await response.json()]).toEqual([201, expect.objectContaining({ receipt: expect.any(String) })])
})

test('it refuses in one sentence what it cannot begin with', async () => {
  const [, ...words] = pack.scripts.serve.split(' ')
  const refused = spawn(process.execPath, words, { cwd: ROOT, env: { LINLI_DATA: data }, stdio: ['ignore', 'ignore', 'pipe'] })
  let error = ''
  refused.stderr.on('data', (chunk: Buffer) => (error += chunk))
  const code = await new Promise((done) => refused.once('close', done))
  expect([code, error.trim()]).toEqual([1, expect.stringMatching(/^[^\n]*DATABASE_URL is missing[^\n]*$/)])
})
