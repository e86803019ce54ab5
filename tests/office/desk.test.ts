// What waits for whom: to-dos follow events, reach only those who must act there, and are told once when overdue.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { matrix, stuck, unreachable } from '../support/machines.ts'
import { accountMachine } from '../../subgraphs/office/account.machine.ts'
import { onEvents, remind } from '../../subgraphs/office/desk.messages.ts'
import { dropOldDrafts } from '../../subgraphs/office/draft.resolver.ts'
import type { EventMessage } from '../../subgraphs/shared/event.ts'
import { holder, person, stage, type Stage } from '../support/platform.ts'

let s: Stage
beforeAll(async () => {
  s = await stage(['office'])
})
afterAll(() => s.stop())

const STREAM = '01900000-0000-7000-8000-000000000001'
const event = (version: number, more: Partial<EventMessage> = {}): EventMessage => ({
  stream: STREAM,
  type: 'Issue',
  version,
  action: 'SUBMIT',
  from: 'DRAFT',
  to: 'SUBMITTED',
  by: '张*',
  account: null,
  role: 'AUTHOR',
  division: '310113109043',
  at: '2026-03-02T01:00:00.000Z',
  reason: null,
  requestId: 'r',
  subgraph: 'compacts',
  label: { zh: '提交', en: 'Submit' },
  standing: { zh: '待把关', en: 'Submitted' },
  title: '楼道堆物',
  awaits: ['COMMITTEE_SECRETARY'],
  dueAt: '2026-03-05T01:00:00.000Z',
  resident: null,
  organization: null,
  ...more,
})
const deliver = (e: EventMessage) => s.subgraphs['office']!.asSystem((ctx) => onEvents(ctx, [{ events: [e] }]))
const WAITING = '{ todos { totalCount edges { node { title status dueAt version } } } }'
const todosOf = async (actor: Parameters<Stage['ask']>[1]) => {
  const { data, errors } = await s.ask<{ todos: { totalCount: number; edges: { node: { status: string; version: number } }[] } }>(
    'office',
    actor,
    WAITING,
  )
  expect(errors).toEqual([])
  return data!.todos.edges.map((e) => [e.node.status, e.node.version])
}

describe('a to-do', () => {
  test('reaches whoever must act there, and no one else', async () => {
    await deliver(event(1))
    expect(await todosOf(person('COMMITTEE_SECRETARY', '310113109043'))).toEqual([['SUBMITTED', 1]])
    expect(await todosOf(person('COMMITTEE_SECRETARY', '310113109000'))).toEqual([['SUBMITTED', 1]])
    for (const other of [
      person('COMMITTEE_SECRETARY', '310113109044'),
      person('COMMITTEE_MEMBER', '310113109043'),
      person('AUDITOR', '310113000000'),
    ])
      expect(await todosOf(other)).toEqual([])
  })

  test('a role held elsewhere does not lend its reach to another', async () => {
    expect(
      await todosOf(
        holder([
          { role: 'COMMITTEE_SECRETARY', division: '310113109044' },
          { role: 'COMMITTEE_MEMBER', division: '310113109043' },
        ]),
      ),
    ).toEqual([])
  })

  test('delivered twice or late, the newest event stands', async () => {
    await deliver(event(3, { to: 'DELIBERATING', awaits: ['MEETING_CHAIR'] }))
    await deliver(event(2, { to: 'RETURNED', awaits: ['AUTHOR'] }))
    await deliver(event(3, { to: 'DELIBERATING', awaits: ['MEETING_CHAIR'] }))
    expect(await todosOf(person('MEETING_CHAIR', '310113109043'))).toEqual([['DELIBERATING', 3]])
    expect(await todosOf(person('COMMITTEE_SECRETARY', '310113109043'))).toEqual([])
    expect(await s.sql('select count(*)::int as n from office.audit_entry where stream = $1', [STREAM])).toEqual([{ n: 3 }])
  })

  test('that waits for its author reaches that resident', async () => {
    const resident = '01900000-0000-7000-8000-00000000aaaa'
    await deliver(event(4, { to: 'RETURNED', awaits: ['AUTHOR'], resident }))
    expect(await todosOf(person('RESIDENT', '310113109043', { resident }))).toEqual([['RETURNED', 4]])
    expect(await todosOf(person('RESIDENT', '310113109043', { resident: '01900000-0000-7000-8000-00000000bbbb' }))).toEqual([])
  })

  test('that waits for its owner reaches whoever acts for that body', async () => {
    const organization = '01900000-0000-7000-8000-00000000cccc'
    await deliver(event(5, { to: 'DELIVERED', awaits: ['OWNER'], organization }))
    expect(await todosOf(person('DISTRICT_DEPARTMENT', '310113000000', { organization }))).toEqual([['DELIVERED', 5]])
    for (const other of [null, '01900000-0000-7000-8000-00000000dddd'])
      expect(await todosOf(person('DISTRICT_DEPARTMENT', '310113000000', { organization: other }))).toEqual([])
  })

  test('that waits for one account reaches nobody else of its role', async () => {
    const [mine, other] = [person('EVALUATOR', '310113000000'), person('EVALUATOR', '310113000000')]
    await deliver(event(6, { to: 'DRAWN', awaits: ['OWNER'], organization: mine.id }))
    expect(await todosOf(mine)).toEqual([['DRAWN', 6]])
    expect(await todosOf(other)).toEqual([])
    await deliver(event(7, { to: 'SUBMITTED', awaits: ['SYSTEM'], organization: mine.id }))
    expect(await todosOf(mine)).toEqual([])
  })

  test('is told once when it is overdue', async () => {
    await deliver(event(8, { to: 'SUBMITTED', awaits: ['COMMITTEE_SECRETARY'] }))
    const admin = person('SYS_ADMIN', '310113000000')
    const { data } = await s.ask<{ createAccount: { id: string } }>(
      'office',
      admin,
      'mutation ($i: AccountInput!) { createAccount(input: $i) { id } }',
      { i: { username: 'secretary', name: '示例书记', division: '310113109043', password: 'Very-long-1' } },
    )
    const { id } = data!.createAccount
    await s.ask('office', person('SEC_ADMIN', '310113000000'), 'mutation ($i: GrantInput!) { grantRole(input: $i) { id } }', {
      i: { account: id, role: 'COMMITTEE_SECRETARY', division: '310113109043', reason: '任命' },
    })
    s.clock.now = new Date('2026-03-05T02:00:00Z')
    await s.sql(
      `insert into office.role_grant (id, account_id, role, division, valid_from, reason) select gen_random_uuid(), account_id, role, '310113109040', valid_from, reason from office.role_grant`,
    )
    for (let i = 0; i < 3; i += 1) await s.subgraphs['office']!.asSystem(remind)
    const me = person('COMMITTEE_SECRETARY', '310113109043', { id })
    const messages = await s.ask<{ messages: { edges: { node: { title: string } }[] } }>(
      'office',
      me,
      '{ messages(unread: true) { edges { node { title } } } }',
    )
    expect(messages.data!.messages.edges.map((e) => e.node.title)).toEqual(['楼道堆物'])
    expect((await s.ask('office', me, 'mutation { readMessages }')).data).toEqual({ readMessages: 1 })
  })
})

test('what is overdue and what is due soon is counted as it is listed', async () => {
  const me = person('COMMUNITY_MANAGER', '310113109077')
  const at = (hours: number) => new Date(s.clock.now.getTime() + hours * 3_600_000).toISOString()
  for (const [n, dueAt] of [at(-30), at(-1), at(1), at(47), at(49), null].entries())
    await deliver(
      event(1, {
        stream: `01900000-0000-7000-8000-0000000000b${n}`,
        division: '310113109077',
        awaits: ['COMMUNITY_MANAGER'],
        dueAt,
      }),
    )
  const { data } = await s.ask(
    'office',
    me,
    `{ todoCounts { total overdue soon } all: todos { totalCount }
       overdue: todos(filter: { overdue: true }) { totalCount } soon: todos(filter: { soon: true }) { totalCount } }`,
  )
  expect(data).toEqual({
    todoCounts: { total: 6, overdue: 2, soon: 2 },
    all: { totalCount: 6 },
    overdue: { totalCount: 2 },
    soon: { totalCount: 2 },
  })
})

test('events travel to the desk by themselves', async () => {
  const auditor = person('AUDITOR', '310113000000')
  const entries = async () =>
    (
      await s.ask<{ auditEntries: { edges: { node: { action: string; type: string } }[] } }>(
        'office',
        auditor,
        '{ auditEntries(filter: { types: ["Account"], actions: ["CREATE"] }) { edges { node { action type } } } }',
      )
    ).data!.auditEntries.edges.length
  await expect.poll(entries, { timeout: 10_000 }).toBe(1)
})

test('preferences are the caller’s own', async () => {
  const [one, two] = [person('COMMITTEE_MEMBER', '310113109043'), person('COMMITTEE_MEMBER', '310113109043')]
  await s.ask('office', one, 'mutation { setPreference(key: "issues.columns", value: "[1]") { key } }')
  await s.ask('office', one, 'mutation { setPreference(key: "issues.columns", value: "[2]") { key } }')
  const read = (actor: typeof one) => s.ask('office', actor, '{ preferences(prefix: "issues") { key value } }')
  expect((await read(one)).data).toEqual({ preferences: [{ key: 'issues.columns', value: '[2]' }] })
  expect((await read(two)).data).toEqual({ preferences: [] })
})

describe('the account workflow', () => {
  test('is sound', () => {
    expect([unreachable(accountMachine), stuck(accountMachine)]).toEqual([[], []])
  })

  test('who may do what', () => {
    expect(matrix(accountMachine)).toMatchInlineSnapshot(`
      [
        "ACTIVE | SYS_ADMIN: DISABLE UNLOCK | SEC_ADMIN: END_SESSIONS",
        "DISABLED | SYS_ADMIN: ENABLE",
      ]
    `)
  })

  test('nobody disables their own account, nor acts in another role', async () => {
    const { data } = await s.ask<{ createAccount: { id: string } }>(
      'office',
      person('SYS_ADMIN', '310113000000'),
      'mutation ($i: AccountInput!) { createAccount(input: $i) { id } }',
      { i: { username: 'own', name: '示例', division: '310113109043', password: 'Very-long-1' } },
    )
    const { id } = data!.createAccount
    const disable = (actor: Parameters<Stage['ask']>[1]) =>
      s.ask(
        'office',
        actor,
        'mutation ($id: ID!) { actOnAccount(id: $id, action: DISABLE, expectedVersion: 1, reason: "离岗") { status } }',
        { id },
      )
    const codes = []
    for (const actor of [
      person('SYS_ADMIN', '310113000000', { id }),
      person('AUDITOR', '310113000000'),
      person('SYS_ADMIN', '320585000000'),
      person('COMMITTEE_SECRETARY', '310113109043'),
    ])
      codes.push((await disable(actor)).errors[0]!.code)
    expect(codes).toEqual(['REFUSED', 'FORBIDDEN', 'NOT_FOUND', 'NOT_FOUND'])
    expect(await s.sql('select status, version from office.account where id = $1', [id])).toEqual([
      { status: 'ACTIVE', version: 1 },
    ])
  })
})

describe('a draft', () => {
  const keep = (actor: Parameters<Stage['ask']>[1], value: string) =>
    s.ask('office', actor, 'mutation ($v: String!) { keepDraft(key: "issue.new", value: $v) { savedAt } }', { v: value })
  const read = async (actor: Parameters<Stage['ask']>[1]) =>
    (await s.ask('office', actor, '{ draft(key: "issue.new") { value } }')).data

  test('is its writer’s alone, holds what was written last, and goes when it is sent', async () => {
    const [one, two] = [person('COMMITTEE_MEMBER', '310113109043'), person('COMMITTEE_MEMBER', '310113109043')]
    await keep(one, '{"title":"楼道"}')
    await keep(one, '{"title":"楼道堆物"}')
    expect(await read(one)).toEqual({ draft: { value: '{"title":"楼道堆物"}' } })
    expect(await read(two)).toEqual({ draft: null })
    const drop = (actor: typeof one) => s.ask('office', actor, 'mutation { dropDraft(key: "issue.new") }')
    expect((await drop(two)).data).toEqual({ dropDraft: false })
    expect((await drop(one)).data).toEqual({ dropDraft: true })
    expect(await read(one)).toEqual({ draft: null })
  })

  test('too long is refused with a sentence', async () => {
    const { errors } = await keep(person('COMMITTEE_MEMBER', '310113109043'), 'x'.repeat(50_001))
    expect(errors[0]).toMatchObject({ code: 'BAD_USER_INPUT', message: 'The draft is too long.' })
  })

  test('left lying for thirty days is dropped', async () => {
    const writer = person('COMMITTEE_MEMBER', '310113109043')
    await keep(writer, '{}')
    const kept = s.clock.now
    s.clock.now = new Date(kept.getTime() + 29 * 86_400_000)
    await s.subgraphs['office']!.asSystem(dropOldDrafts)
    expect(await read(writer)).toEqual({ draft: { value: '{}' } })
    s.clock.now = new Date(kept.getTime() + 31 * 86_400_000)
    await s.subgraphs['office']!.asSystem(dropOldDrafts)
    expect(await read(writer)).toEqual({ draft: null })
    s.clock.now = kept
  })
})
