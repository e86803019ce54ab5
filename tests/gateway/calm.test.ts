// When a part is slow, down or broken, the rest answers; a mutation is never sent twice; traces go where they are asked for.
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { world, type World } from '../support/world.ts'

const ending: (() => unknown)[] = []
afterEach(async () => {
  for (const end of ending.splice(0).reverse()) await end()
})

/** A server that is not ours: counts what it is sent and answers as told. */
const stranger = async (
  answer: (res: import('node:http').ServerResponse) => void,
): Promise<{ url: string; bodies: string[] }> => {
  const bodies: string[] = []
  const server: Server = createServer(async (req, res) => {
    const chunks: Buffer[] = []
    for await (const chunk of req) chunks.push(chunk as Buffer)
    bodies.push(`${req.url} ${Buffer.concat(chunks).toString()}`)
    answer(res)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  ending.push(
    () => server.closeAllConnections(),
    () => server.close(),
  )
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/graphql`, bodies }
}

const ME = '{ me { username division { code name } } }'

describe.each(['rust', 'js'] as const)('with the %s planner', (planner) => {
  const start = async (territory: string): Promise<World> => {
    const w = await world('apart', { planner, remotes: { territory }, env: { UPSTREAM_TIMEOUT_MS: '600' } })
    ending.push(() => w.stop())
    return w
  }

  test.each([
    ['down', () => Promise.resolve({ url: 'http://127.0.0.1:9/graphql', bodies: [] as string[] })],
    ['hanging', () => stranger(() => {})],
    ['broken', () => stranger((res) => res.writeHead(500).end('<html>oops at db.internal:5432</html>'))],
  ])('a subgraph that is %s costs only its own fields', async (_how, make) => {
    const w = await start((await make()).url)
    const { status, data, errors } = await w.ask<{ me: { username: string } }>(ME, { as: 'member' })
    expect(status).toBe(200)
    // By the letter a missing non-null field takes its parent along; the Rust planner keeps what it has.
    expect(data.me).toEqual(planner === 'rust' ? expect.objectContaining({ username: 'member' }) : null)
    expect(errors.length).toBeGreaterThan(0)
    for (const error of errors)
      expect([error.extensions.code, error.extensions['serviceName'], error.path?.[0]]).toEqual([
        'UNAVAILABLE',
        'territory',
        'me',
      ])
    expect(JSON.stringify(errors)).not.toMatch(/127\.0\.0\.1|db\.internal|oops/)
  })
})

test('a mutation is sent once, even when its subgraph fails', async () => {
  const office = await stranger((res) => res.writeHead(503, { 'retry-after': '0' }).end())
  const w = await world('apart', { env: { UPSTREAM_TIMEOUT_MS: '600' } })
  ending.push(() => w.stop())
  const { remoteCall } = await import('../../gateway/host/apart.ts')
  const { parse } = await import('graphql')
  const { SYSTEM } = await import('../../subgraphs/shared/actor.ts')
  await remoteCall(
    office.url,
    'x',
    500,
  )({ document: parse('mutation { readMessages }'), caller: { actor: SYSTEM, requestId: 'r', idempotencyKey: null } }).catch(
    () => null,
  )
  expect(office.bodies).toHaveLength(1)
})

test('traces are sent to the collector that is named', async () => {
  const collector = await stranger((res) => res.writeHead(200).end('{}'))
  const w = await world('together', { env: { OTEL_EXPORTER_OTLP_ENDPOINT: new URL(collector.url).origin } })
  ending.push(() => w.stop())
  await w.ask(ME, { as: 'member' })
  await expect
    .poll(() => collector.bodies.filter((b) => b.startsWith('/v1/traces')).join(''), { timeout: 8_000 })
    .toContain('linli-gateway')
})
