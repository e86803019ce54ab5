// What the door does with what it is asked: the standard's audits, authorisation, limits, and calm when a part is down.
import { serverAudits } from 'graphql-http'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { LIMITS } from '../../gateway/graph.ts'
import { world, type World } from '../support/world.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.stop())

test('all 61 audits of GraphQL over HTTP are ok', async () => {
  const fetchFn = (url: string, init?: RequestInit) =>
    fetch(url, { ...init, headers: { ...(init?.headers as Record<string, string>), 'x-linli-csrf': '1' } })
  const results = await Promise.all(serverAudits({ url: `${w.url}/graphql`, fetchFn }).map((audit) => audit.fn()))
  expect(results).toHaveLength(61)
  expect(results.filter((r) => r.status !== 'ok').map((r) => `${r.id} ${r.name}`)).toEqual([])
})

describe('who asks', () => {
  test('an anonymous caller is refused what is not public', async () => {
    const { data, errors } = await w.ask('{ me { id } }')
    expect(data).toBeNull()
    expect(errors.map((e) => [e.extensions.code, e.message])).toEqual([['UNAUTHENTICATED', '请先登录。']])
  })

  test('also behind an alias and a fragment', async () => {
    const { data, errors } = await w.ask('query { a: me { ...F } } fragment F on Account { b: name }')
    expect([data, errors[0]!.extensions.code]).toEqual([null, 'UNAUTHENTICATED'])
  })

  test('a signed-in caller is answered in their language', async () => {
    const { data } = await w.ask<{ me: { grants: { label: string }[] } }>('{ me { grants { label } } }', {
      as: 'supervision',
      headers: { 'accept-language': 'en' },
    })
    expect(data.me.grants).toEqual([{ label: 'Supervision member' }])
  })

  test.each([
    ['forged', 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.'],
    ['nonsense', 'x.y.z'],
  ])('a %s token is a 401, not an anonymous answer', async (_name, token) => {
    const { status, errors } = await w.ask('{ __typename }', { headers: { authorization: `Bearer ${token}` } })
    expect([status, errors[0]!.extensions.code]).toEqual([401, 'UNAUTHENTICATED'])
  })

  test('a role that does not suffice is refused in place, the rest is answered with 200', async () => {
    const { status, data, errors } = await w.ask<{ me: object; account: null }>(
      '{ me { username } account(id: "00000000-0000-7000-8000-000000000001") { id } }',
      { as: 'member' },
    )
    expect([status, data]).toEqual([200, { me: { username: 'member' }, account: null }])
    expect(errors.map((e) => [e.extensions.code, e.path])).toEqual([['FORBIDDEN', ['account']]])
  })
})

describe('limits', () => {
  const refused = async (query: string) => {
    const { data, errors } = await w.ask(query, { as: 'auditor' })
    expect(data ?? null).toBeNull()
    return errors[0]!.message
  }

  test('depth', async () => {
    expect(
      await refused(
        `{ me ${'{ grants { division { code } } '.repeat(1)} ${'... on Account { '.repeat(12)} id ${'}'.repeat(13)} }`,
      ),
    ).toBe('查询嵌套不超过 12 层。')
  })

  test('tokens', async () => {
    expect(await refused(`{ me { ${'id '.repeat(LIMITS.tokens)} } }`)).toBe('查询不超过 2000 个词。')
  })

  test('aliases', async () => {
    expect(await refused(`{ ${Array.from({ length: LIMITS.aliases + 1 }, (_, i) => `a${i}: me { id }`).join(' ')} }`)).toBe(
      '查询的别名不超过 15 个。',
    )
  })

  test('records, before anything is fetched, also for those who have not signed in', async () => {
    const { data, errors } = await w.ask(
      `{ division(code: "310113109000") { ${'children { parent { '.repeat(3)} name ${'} }'.repeat(3)} } }`,
    )
    expect(data ?? null).toBeNull()
    expect(errors.map((e) => e.extensions.code)).toEqual(['BAD_USER_INPUT'])
    expect(errors[0]!.message).toMatch(/上限为 10000 条/)
  })

  test('page size', async () => {
    expect(await refused('{ auditEntries(first: 101) { edges { node { id } } } }')).toBe('每页 1 至 100 条。')
  })

  test('body size', async () => {
    const { status } = await w.ask(`{ me { id } } # ${'x'.repeat(LIMITS.bodyBytes)}`)
    expect(status).toBe(413)
  })

  test('body size cannot be kept back', async () => {
    const body = new Blob(['{"query":"{ __typename }"}']).stream()
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body, duplex: 'half' }
    expect((await fetch(`${w.url}/graphql`, init as RequestInit)).status).toBe(411)
  })

  test('one mutation a request', async () => {
    expect(
      await refused('mutation { a: setPreference(key: "a", value: "1") { key } b: setPreference(key: "b", value: "2") { key } }'),
    ).toBe('一次请求只办理一件事。')
  })
})

test('a GET or a plain form from another site cannot ask', async () => {
  const get = await fetch(`${w.url}/graphql?query={__typename}`)
  const form = await fetch(`${w.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'text/plain' },
    body: '{"query":"{__typename}"}',
  })
  expect([get.status, form.status]).toEqual([403, 403])
})

describe('a page of another site', () => {
  const wish = (path: string, method: string, headers: string) =>
    fetch(`${w.url}${path}`, {
      method: 'OPTIONS',
      headers: {
        origin: 'https://app.example',
        'access-control-request-method': method,
        'access-control-request-headers': headers,
      },
    })
  const listOf = (value: string | null) => (value ?? '').toLowerCase().split(/,\s*/)

  test('may ask with a token, never with cookies', async () => {
    const { headers } = await wish('/graphql', 'POST', 'authorization')
    expect(headers.get('access-control-allow-origin')).toBe('https://app.example')
    expect(headers.get('access-control-allow-credentials')).not.toBe('true')
    expect(listOf(headers.get('access-control-allow-headers'))).toContain('authorization')
  })

  test.each([
    ['/graphql', 'POST', 'cache-control'],
    ['/files', 'POST', 'authorization'],
    ['/360/grants.json', 'GET', 'if-none-match'],
  ])('may say to %s what it may be told: %s with %s', async (path, method, header) => {
    const { status, headers } = await wish(path, method, header)
    expect(status).toBe(204)
    expect(listOf(headers.get('access-control-allow-methods'))).toContain(method.toLowerCase())
    expect(listOf(headers.get('access-control-allow-headers'))).toContain(header)
  })

  test('reads when it was answered and by which tag, on either way through', async () => {
    const ask = (query: string) =>
      fetch(`${w.url}/graphql`, {
        method: 'POST',
        headers: { origin: 'https://app.example', 'content-type': 'application/json', 'x-linli-csrf': '1' },
        body: JSON.stringify({ query }),
      })
    const [plain, refused] = await Promise.all([ask('{ __typename }'), ask('{ me { id } }')])
    const grants = await fetch(`${w.url}/360/grants.json`, { headers: { origin: 'https://app.example' } })
    for (const { headers } of [plain, refused, grants]) {
      expect(headers.get('access-control-allow-origin')).toMatch(/^(\*|https:\/\/app\.example)$/)
      expect(listOf(headers.get('access-control-expose-headers'))).toEqual(['x-request-id', 'date', 'retry-after', 'etag'])
    }
  })
})

test('health, readiness and metrics answer', async () => {
  const statuses = await Promise.all(
    ['healthcheck', 'readiness', 'metrics'].map(async (p) => (await fetch(`${w.url}/${p}`)).status),
  )
  expect(statuses).toEqual([200, 200, 200])
})

test('an answer tells the platform’s time, refused or not', async () => {
  const dateOf = async (authorization?: string) => {
    const response = await fetch(`${w.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-linli-csrf': '1', ...(authorization && { authorization }) },
      body: '{"query":"{ __typename }"}',
    })
    return [response.status, response.headers.get('date')]
  }
  const before = w.clock.now
  w.clock.now = new Date('2027-02-03T04:05:06.789Z')
  expect(await dateOf()).toEqual([200, 'Wed, 03 Feb 2027 04:05:06 GMT'])
  expect(await dateOf('Bearer x.y.z')).toEqual([401, 'Wed, 03 Feb 2027 04:05:06 GMT'])
  w.clock.now = before
})

test('what callers write names no series of the metrics', async () => {
  await w.ask('query Chosen { divisions(first: 1) { totalCount } }')
  await fetch(`${w.url}/graphql?query=query%20Chosen%7B__typename%7D`, { headers: { 'x-linli-csrf': '1' } })
  const metrics = await (await fetch(`${w.url}/metrics`)).text()
  expect(metrics).toMatch(/graphql_envelop_request_duration_count\{[^}]*\} \d/)
  expect(metrics).not.toContain('Chosen')
})

test('a cursor that is not one is a clear refusal', async () => {
  const { errors } = await w.ask('{ messages(after: "%%%") { edges { node { id } } } }', { as: 'member' })
  expect(errors.map((e) => e.extensions.code)).toEqual(['BAD_USER_INPUT'])
})
