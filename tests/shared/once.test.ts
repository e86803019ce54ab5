// Nothing happens twice, and nothing happens by half: idempotency keys, versions, one transaction a mutation.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { person, stage, type Stage } from '../support/platform.ts'

let s: Stage
const admin = person('SYS_ADMIN', '310113000000')
const security = person('SEC_ADMIN', '310113000000')
beforeAll(async () => {
  s = await stage(['office'])
})
afterAll(() => s.stop())

const CREATE = 'mutation ($i: AccountInput!) { createAccount(input: $i) { id version username } }'
const input = (username: string) => ({ i: { username, name: '示例', division: '310113109043', password: 'Very-long-1' } })
const created = async (username: string) => {
  const { data } = await s.ask<{ createAccount: { id: string } }>('office', admin, CREATE, input(username))
  return data!.createAccount.id
}
const counts = async () =>
  (
    await s.sql(
      `select (select count(*)::int from office.account) as accounts, (select count(*)::int from office.event) as events, (select count(*)::int from jobs.job where name not like '%.sweep' and name not like '\\_\\_%') as jobs`,
    )
  )[0]

describe('an idempotency key', () => {
  test('sent by thirty clients at once does the work once and answers all alike', async () => {
    const before = await counts()
    const answers = await Promise.all(Array.from({ length: 30 }, () => s.ask('office', admin, CREATE, input('once'), 'key-1')))
    expect(new Set(answers.map((a) => JSON.stringify(a))).size).toBe(1)
    expect(answers[0]!.errors).toEqual([])
    expect(await counts()).toEqual({
      accounts: before!['accounts'] + 1,
      events: before!['events'] + 1,
      jobs: before!['jobs'] + 1,
    })
  })

  test('stands for the same however its arguments are ordered and spelt', async () => {
    const grant = (query: string, variables: object) =>
      s.ask<{ createAccount: { id: string } }>('office', admin, query, variables as never, 'key-spelt')
    const { username, name, division, password } = input('spelt').i
    const first = await grant(CREATE, { i: { username, name, division, password } })
    expect(first.errors).toEqual([])
    const again = await grant(CREATE.replaceAll('$i', '$asked').replace('{ id', '{\n  id'), {
      asked: { password, division, name, username },
    })
    expect(again.data!.createAccount.id).toBe(first.data!.createAccount.id)
  })

  test('is the caller’s own', async () => {
    const other = person('SYS_ADMIN', '310113000000')
    const { data } = await s.ask<{ createAccount: { username: string } }>('office', other, CREATE, input('twice'), 'key-1')
    expect(data!.createAccount.username).toBe('twice')
  })

  test('of a refused request may be used again', async () => {
    const refused = await s.ask('office', admin, CREATE, { i: { ...input('again').i, password: 'short' } }, 'key-2')
    expect(refused.errors.map((e) => [e.code, e.more['field']])).toEqual([['BAD_USER_INPUT', 'password']])
    const { errors } = await s.ask('office', admin, CREATE, input('again'), 'key-2')
    expect(errors).toEqual([])
  })
})

describe('a version', () => {
  test('lets exactly one of twenty administrators act', async () => {
    const id = await created('version')
    const act = () =>
      s.ask(
        'office',
        admin,
        'mutation ($id: ID!) { actOnAccount(id: $id, action: DISABLE, expectedVersion: 1, reason: "离岗") { version } }',
        { id },
      )
    const answers = await Promise.all(Array.from({ length: 20 }, act))
    expect(answers.filter((a) => a.errors.length === 0)).toHaveLength(1)
    expect(new Set(answers.flatMap((a) => a.errors.map((e) => e.code)))).toEqual(new Set(['VERSION_CONFLICT']))
    const conflict = answers.find((a) => a.errors.length)!.errors[0]!
    expect(conflict.more).toMatchObject({ currentVersion: 2, changes: [{ version: 2, action: 'DISABLE', reason: '离岗' }] })
  })
})

describe('a refusal', () => {
  test('by the database is a sentence, and leaves nothing behind', async () => {
    const id = await created('apart')
    const grant = (role: string) =>
      s.ask('office', security, 'mutation ($i: GrantInput!) { grantRole(input: $i) { id } }', {
        i: { account: id, role, division: '310113000000', reason: '任命' },
      })
    expect((await grant('SYS_ADMIN')).errors).toEqual([])
    const before = await counts()
    const { errors } = await grant('AUDITOR')
    expect(errors.map((e) => [e.code, e.message])).toEqual([
      ['REFUSED', 'The system, security and audit administrators are never one person.'],
    ])
    expect(await counts()).toEqual(before)
  })

  test('three administrator roles granted at once to one person: one is held', async () => {
    const id = await created('three')
    await Promise.all(
      ['SYS_ADMIN', 'SEC_ADMIN', 'AUDITOR'].map((role) =>
        s.ask('office', security, 'mutation ($i: GrantInput!) { grantRole(input: $i) { id } }', {
          i: { account: id, role, division: '310113000000', reason: '任命' },
        }),
      ),
    )
    expect(await s.sql('select count(*)::int as held from office.role_grant where account_id = $1', [id])).toEqual([{ held: 1 }])
  })
})

test('jobs lie in their queue alike, whether the queue wrote them or they were written like one of its own', async () => {
  const [row] = await s.sql(
    `select count(*)::int as jobs, count(distinct (priority, policy, retry_limit, retry_delay, retry_backoff, expire_seconds, deletion_seconds,
       start_after - created_on, keep_until - created_on))::int as kinds, bool_and(data ? 'events') as told from jobs.job where name = 'office.EventsRecorded'`,
  )
  expect(row).toEqual({ jobs: expect.any(Number), kinds: 1, told: true })
  expect(row!['jobs']).toBeGreaterThan(2)
})
