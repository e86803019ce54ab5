// The short way and the runtime's way give the same bytes, refusals and all; and nothing goes the short way that it may not.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { world, type World } from '../support/world.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.stop())

interface Told {
  readonly status: number
  readonly body: string
  readonly headers: Record<string, string>
}

/** Asks over HTTP, and keeps what came as it came. */
const tell = async (
  query: string,
  as: string | null,
  variables: object = {},
  more: Record<string, string> = {},
): Promise<Told> => {
  const headers = {
    'content-type': 'application/json',
    'x-linli-csrf': '1',
    'x-request-id': 'the-same-request',
    ...(as ? { authorization: `Bearer ${await w.token(as)}` } : {}),
    ...more,
  }
  const answer = await fetch(`${w.url}/graphql`, { method: 'POST', headers, body: JSON.stringify({ query, variables }) })
  return { status: answer.status, body: await answer.text(), headers: Object.fromEntries(answer.headers) }
}

/** How many questions have been answered without the runtime. */
const shortly = async (): Promise<number> => {
  const metrics = await (await fetch(`${w.url}/metrics`)).text()
  return Number(/linli_short_duration_seconds_count (\d+)/.exec(metrics)![1])
}

let spelled = 0
/** The same question in words of its own. */
const respelled = (query: string) => `${query} # ${(spelled += 1)}`

const teach = async (query: string, variables: object, as = 'secretary') => {
  const taught = JSON.parse((await tell(query, as, variables)).body) as { errors?: unknown; data: unknown }
  expect(taught.errors).toBeUndefined()
  return taught.data
}

const first = async (): Promise<string> => {
  const list = (await teach('{ issues(first: 1) { edges { node { id } } } }', {})) as {
    issues: { edges: { node: { id: string } }[] }
  }
  return list.issues.edges[0]!.node.id
}

/** One of the issues that wait to be screened. */
const submitted = async (at: number): Promise<string> => {
  const list = (await teach('{ issues(first: 9, filter: { status: [SUBMITTED] }) { edges { node { id } } } }', {})) as {
    issues: { edges: { node: { id: string } }[] }
  }
  return list.issues.edges[at]!.node.id
}

const BENCH = `query ($first: Int!) { issues(first: $first, filter: { open: true }, orderBy: DUE) { totalCount pageInfo { hasNextPage endCursor } edges { cursor node {
  __typename id version title status dueAt author { id name address household { id dwelling { room } } } where: division { code name parent { name } } events(last: 2) { label at by hash } history: events { at } offers { action label blocked } latestMeeting { id status } } } } }`
const PAGE = `query ($id: ID!) { issue(id: $id) { id body author { name phone birthDate } division { name } votes { id ruleText result { agree } } project { title milestones { title daysLate } } compact { title signedHouseholds comments { body } } ...more } }
  fragment more on Issue { waiting { for since } supportCount }`
const REGISTER = `query ($after: String) { residents(first: 7, after: $after) { edges { cursor node { id name sex age address idNumber division { name } guardians { id } terms { id } } } pageInfo { endCursor } } }`

describe('both ways answer alike', () => {
  for (const as of ['secretary', 'town', 'resident', 'neighbour', 'district', 'auditor', 'elsewhere', 'supervision'])
    test(as, async () => {
      const id = await first()
      for (const [query, variables] of [
        [BENCH, { first: 20 }],
        [PAGE, { id }],
        [REGISTER, {}],
        ['{ myself { id name phone household { members { name } } } me { id name } }', {}],
      ] as const) {
        await tell(query, 'secretary', variables)
        const known = await tell(query, as, variables)
        const long = await tell(respelled(query), as, variables)
        expect(known.body).toBe(long.body)
        expect(known.status).toBe(long.status)
      }
    })

  test('with the same headers, whatever is accepted and wherever it comes from', async () => {
    const query = '{ divisions(first: 2) { edges { node { code name } } } }'
    await teach(query, {})
    for (const more of [
      {},
      { accept: 'application/json' },
      { accept: 'application/graphql-response+json, application/json' },
      { accept: 'application/json, application/graphql-response+json' },
      { origin: 'https://app.example' },
    ] as Record<string, string>[]) {
      const [known, long] = [await tell(query, null, {}, more), await tell(respelled(query), null, {}, more)]
      const plain = ({ headers }: Told) => ({ ...headers, date: null })
      expect(plain(known)).toEqual(plain(long))
      expect(known.body).toBe(long.body)
    }
  })

  test('a known question is answered the short way', async () => {
    await teach(BENCH, { first: 3 })
    const before = await shortly()
    await teach(BENCH, { first: 4 })
    expect(await shortly()).toBe(before + 1)
  })
})

describe('what is refused is refused by both in the same words', () => {
  test('without signing in, over the limit, out of range', async () => {
    await teach(BENCH, { first: 3 })
    await teach(REGISTER, {})
    for (const [query, variables, as] of [
      [BENCH, { first: 3 }, null],
      [BENCH, { first: 101 }, 'secretary'],
      [BENCH, { first: 0 }, 'secretary'],
      [BENCH, { first: 'x' }, 'secretary'],
      [BENCH, {}, 'secretary'],
      [REGISTER, { after: 'nonsense' }, 'secretary'],
      [REGISTER, {}, 'sysadmin'],
    ] as const) {
      const [known, long] = [await tell(query, as, variables), await tell(respelled(query), as, variables)]
      expect(known.body).toBe(long.body)
      expect(known.status).toBe(long.status)
    }
  })

  test('a record out of reach is null, and a mutation refused tells the same', async () => {
    const id = await submitted(0)
    const act =
      'mutation ($id: ID!, $v: Int!) { actOnIssue(id: $id, action: RETURN, expectedVersion: $v, reason: "示例理由") { id version status } }'
    const support = 'mutation ($id: ID!, $on: Boolean!) { supportIssue(id: $id, support: $on) { id } }'
    const { version, status } = (
      (await teach('query ($id: ID!) { issue(id: $id) { version status } }', { id })) as {
        issue: { version: number; status: string }
      }
    ).issue
    expect(status).toBe('SUBMITTED')
    const took = JSON.parse((await tell(act, 'secretary', { id, v: version })).body) as {
      data: { actOnIssue: { version: number } }
    }
    expect(took.data.actOnIssue.version).toBe(version + 1)
    for (const [query, variables, as, more] of [
      [act, { id, v: version }, 'secretary', {}],
      [act, { id, v: version + 1 }, 'secretary', {}],
      [act, { id, v: version + 1 }, 'elsewhere', {}],
      [act, { id: 'nonsense', v: 1 }, 'town', {}],
      [act, { id, v: version + 1 }, 'town', { 'idempotency-key': 'x'.repeat(201) }],
      [act, { id, v: 1 }, null, {}],
      [support, { id, on: true }, 'town', {}],
    ] as const) {
      const [known, long] = [await tell(query, as, variables, more), await tell(respelled(query), as, variables, more)]
      expect(JSON.parse(known.body)).toEqual(JSON.parse(long.body))
      expect(known.body).toBe(long.body)
      expect(known.status).toBe(long.status)
    }
  })

  test('the same key answers the same once, whichever way it comes', async () => {
    const id = await submitted(1)
    const { issue } = (await teach('query ($id: ID!) { issue(id: $id) { version } }', { id })) as { issue: { version: number } }
    const act =
      'mutation ($id: ID!, $v: Int!) { actOnIssue(id: $id, action: RETURN, expectedVersion: $v, reason: "示例理由") { id version status } }'
    const variables = { id, v: issue.version }
    const more = { 'idempotency-key': 'once-and-only-once' }
    const [once, again] = [await tell(act, 'secretary', variables, more), await tell(act, 'secretary', variables, more)]
    expect(JSON.parse(once.body)).toMatchObject({ data: { actOnIssue: { status: 'RETURNED', version: issue.version + 1 } } })
    expect(again.body).toBe(once.body)
  })
})
