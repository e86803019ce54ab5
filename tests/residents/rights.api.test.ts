// What people may demand over their own data: to see who looked, to agree and take it back, to read, correct and be forgotten.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyAudit } from '../../gateway/audit.ts'
import { residents } from '../../subgraphs/residents/index.ts'
import { exampleResident } from '../../subgraphs/residents/seed.ts'
import { anonymous, person, stage, type Stage } from '../support/platform.ts'

const HOME = '310113109043'
const ME = exampleResident(1)
const secretary = person('COMMITTEE_SECRETARY', HOME)
const member = person('COMMITTEE_MEMBER', HOME)
const officer = person('SUBDISTRICT_OFFICER', '310113109000')
const lead = person('SUBDISTRICT_LEAD', '310113109000')
const me = person('RESIDENT', HOME, { resident: ME })
const neighbour = person('RESIDENT', HOME, { resident: exampleResident(2) })

let s: Stage
let child: string
let parent: string
beforeAll(async () => {
  s = await stage(['residents'])
  await s.subgraphs['residents']!.asSystem(residents.seed!, s.clock.now)
  const [row] = await s.sql<{ ward: string; guardian_resident: string }>(
    `select ward, guardian_resident from residents.guardian where division = $1 and guardian_resident is not null and guardian_resident <> $2 order by ward limit 1`,
    [HOME, ME],
  )
  child = row!.ward
  parent = row!.guardian_resident
})
afterAll(() => s.stop())

const ask = <T = Record<string, unknown>>(
  actor: typeof anonymous,
  query: string,
  variables?: Record<string, unknown>,
  key?: string,
) => s.ask<T>('residents', actor, query, variables, key)

describe('consent', () => {
  const give = `mutation ($id: ID!, $guardian: ID) { giveConsent(resident: $id, purpose: CARE_VISIT, noticeVersion: "2026-01", guardian: $guardian) { id version channel guardian withdrawnAt } }`
  const withdraw = `mutation ($id: ID!, $v: Int!) { withdrawConsent(id: $id, expectedVersion: $v) { withdrawnAt } }`
  type Given = { giveConsent: { id: string; version: number; channel: string; guardian: string | null } }

  test('is given by the person, once at a time, and taken back as easily', async () => {
    const given = (await ask<Given>(me, give, { id: ME })).data!.giveConsent
    expect(given).toMatchObject({ channel: 'APP', guardian: null, withdrawnAt: null })
    expect((await ask(me, give, { id: ME })).errors[0]!.code).toBe('REFUSED')
    expect((await ask(neighbour, withdraw, { id: given.id, v: 1 })).errors[0]!.code).toBe('NOT_FOUND')
    expect((await ask(me, withdraw, { id: given.id, v: 1 })).data).toMatchObject({
      withdrawConsent: { withdrawnAt: expect.anything() },
    })
    expect((await ask(me, withdraw, { id: given.id, v: 2 })).errors[0]!.code).toBe('REFUSED')
    const { data } = await ask<{ consents: object[] }>(
      me,
      `query ($id: ID!) { consents(resident: $id) { purpose withdrawnAt } }`,
      { id: ME },
    )
    expect(data!.consents).toHaveLength(2)
  })

  test('of others is not theirs to give: not neighbours, not the district, not the household for a grown-up', async () => {
    const [spouse] = await s.sql<{ id: string }>(
      `select r.id from residents.resident r where r.relation = 'SPOUSE' and r.household_id in (select household_id from residents.resident where id = $1)`,
      [parent],
    )
    const tries = [
      await ask(neighbour, give, { id: ME }),
      await ask(person('DISTRICT_CIVIL_AFFAIRS', '310113000000'), give, { id: ME }),
      await ask(person('RESIDENT', HOME, { resident: parent }), give, { id: spouse!.id }),
    ]
    expect(tries.map((t) => t.errors[0]!.code)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'FORBIDDEN'])
  })

  test('for a child is given by the guardian; not by the child, and on paper only with the guardian named', async () => {
    expect((await ask(person('RESIDENT', HOME, { resident: child }), give, { id: child })).errors[0]).toMatchObject({
      code: 'REFUSED',
      more: { rule: 'CHILD_AGE' },
    })
    expect((await ask(member, give, { id: child })).errors[0]).toMatchObject({
      code: 'BAD_USER_INPUT',
      more: { field: 'guardian' },
    })
    const given = (await ask<Given>(person('RESIDENT', HOME, { resident: parent }), give, { id: child })).data!.giveConsent
    expect(given).toMatchObject({ channel: 'APP', guardian: expect.anything() })
    await ask(person('RESIDENT', HOME, { resident: parent }), withdraw, { id: given.id, v: 1 })
    expect((await ask<Given>(member, give, { id: child, guardian: given.guardian })).data!.giveConsent).toMatchObject({
      channel: 'PAPER',
      guardian: given.guardian,
    })
  })
})

describe('a request about one’s own data', () => {
  const create = `mutation ($input: DataRequestInput!) { createDataRequest(input: $input) { id version status dueAt onBehalf basis } }`
  const step = `mutation ($id: ID!, $action: DataRequestAction!, $v: Int!, $reason: String) { actOnDataRequest(id: $id, action: $action, expectedVersion: $v, reason: $reason) { status version dueAt } }`
  type Created = { createDataRequest: { id: string; dueAt: string } }
  const open = async (actor: typeof me, input: object) => (await ask<Created>(actor, create, { input })).data!.createDataRequest
  const go = async (actor: typeof me, id: string, action: string, v: number, reason?: string) => {
    const { data, errors } = await ask<{ actOnDataRequest: { status: string; dueAt: string | null } }>(actor, step, {
      id,
      action,
      v,
      reason,
    })
    return errors[0]?.code ?? data!.actOnDataRequest.status
  }

  test('is due in fifteen working days from the day it came, whatever step it is at', async () => {
    const request = await open(me, { resident: ME, kind: 'COPY' })
    // Monday 2 March 2026 09:00, fifteen working days.
    expect(new Date(request.dueAt).toISOString()).toBe('2026-03-23T01:00:00.000Z')
    s.clock.now = new Date('2026-03-04T02:00:00Z')
    expect(await go(secretary, request.id, 'ACCEPT', 1)).toBe('PROCESSING')
    const [row] = await s.sql(`select due_at from residents.data_request where id = $1`, [request.id])
    expect(row!['due_at'].toISOString()).toBe('2026-03-23T01:00:00.000Z')
    s.clock.now = new Date('2026-03-02T01:00:00Z')
  })

  test('does not wait for a calendar that is not published yet', async () => {
    s.clock.now = new Date('2040-12-20T01:00:00Z')
    const { data } = await ask<Created>(me, create, { input: { resident: ME, kind: 'EXPLAIN' } })
    expect(new Date(data!.createDataRequest.dueAt).toISOString()).toBe('2041-01-10T01:00:00.000Z')
    s.clock.now = new Date('2026-03-02T01:00:00Z')
  })

  test('to copy gives the person everything that is held, and nobody else anything', async () => {
    await ask(member, `mutation ($id: ID!) { revealField(resident: $id, field: PHONE, reason: "上门前电话联系") { value } }`, {
      id: ME,
    })
    const request = await open(me, { resident: ME, kind: 'COPY' })
    expect(await go(me, request.id, 'FULFIL', 1)).toBe('REFUSED')
    await go(secretary, request.id, 'ACCEPT', 1)
    expect(await go(secretary, request.id, 'FULFIL', 2)).toBe('FULFILLED')
    const copy = `query ($id: ID!) { dataRequest(id: $id) { copy } }`
    const own = JSON.parse((await ask<{ dataRequest: { copy: string } }>(me, copy, { id: request.id })).data!.dataRequest.copy)
    expect(own).toMatchObject({
      姓名: '示例居民甲',
      手机号码: '14000000001',
      证件号码: expect.stringMatching(/^310199/),
      住址: '示例路88弄1号101室',
    })
    expect(own.查看记录).toMatchObject([{ field: 'PHONE', by: member.name, reason: '上门前电话联系' }])
    expect((await ask(secretary, copy, { id: request.id })).data).toEqual({ dataRequest: { copy: null } })
    expect((await ask(neighbour, copy, { id: request.id })).data).toEqual({ dataRequest: null })
  })

  test('is refused with a reason, reviewed by someone else, and ordered to be done', async () => {
    const request = await open(me, { resident: ME, kind: 'CORRECT', wording: '姓名中的“甲”应为“佳”' })
    expect(await go(secretary, request.id, 'REFUSE', 1)).toBe('BAD_USER_INPUT')
    expect(await go(secretary, request.id, 'REFUSE', 1, '请先提供证件')).toBe('REFUSED')
    const [row] = await s.sql(`select status from residents.data_request where id = $1`, [request.id])
    expect(row).toEqual({ status: 'REFUSED' })
    expect(await go(neighbour, request.id, 'OBJECT', 2, '已经提供过了')).toBe('NOT_FOUND')
    expect(await go(me, request.id, 'OBJECT', 2, '已经提供过了')).toBe('REVIEWING')
    expect(await go(officer, request.id, 'REVERSE', 3, '材料齐全')).toBe('FORBIDDEN')
    expect(await go(lead, request.id, 'REVERSE', 3, '材料齐全')).toBe('PROCESSING')
    expect(await go(lead, request.id, 'REVERSE', 3, '材料齐全')).toBe('VERSION_CONFLICT')
    expect((await ask(me, create, { input: { resident: ME, kind: 'CORRECT' } })).errors[0]).toMatchObject({
      code: 'BAD_USER_INPUT',
      more: { field: 'wording' },
    })
  })

  test('to delete leaves a stone without a name, and no key to the numbers', async () => {
    const gone = exampleResident(2)
    const request = await open(neighbour, { resident: gone, kind: 'DELETE' })
    const term = `mutation ($input: TermInput!) { appointRepresentative(input: $input) { id } }`
    const already = await s.sql(`select 1 from residents.representative where resident = $1`, [gone])
    if (!already.length)
      await ask(secretary, term, {
        input: { resident: gone, group: '第九居民小组', validFrom: '2026-01-01', validTo: '2026-12-31' },
      })
    await go(secretary, request.id, 'ACCEPT', 1)
    expect(await go(secretary, request.id, 'FULFIL', 2)).toBe('REFUSED')
    const [office] = await s.sql<{ id: string; version: number }>(
      `select id, version from residents.representative where resident = $1`,
      [gone],
    )
    await ask(
      secretary,
      `mutation ($id: ID!, $v: Int!) { dismissRepresentative(id: $id, expectedVersion: $v, reason: "本人要求") { id } }`,
      { id: office!.id, v: office!.version },
    )
    const [before] = await s.sql<{ id_index: string }>(`select id_index from residents.resident where id = $1`, [gone])
    expect(await go(secretary, request.id, 'FULFIL', 2)).toBe('FULFILLED')
    const [stone] = await s.sql(
      `select name, id_sealed, phone_sealed, phone_index, household_id, ended_as, birth_date, id_index from residents.resident where id = $1`,
      [gone],
    )
    expect(stone).toEqual({
      name: '已删除',
      id_sealed: null,
      phone_sealed: null,
      phone_index: null,
      household_id: null,
      ended_as: 'ERASED',
      birth_date: '1900-01-01',
      id_index: before!.id_index,
    })
    expect(await s.sql(`select 1 from residents.person_key where person = $1`, [gone])).toEqual([])
    for (const { t } of await s.sql<{ t: string }>(
      `select table_name as t from information_schema.tables where table_schema = 'residents'`,
    ))
      expect([t, (await s.sql(`select 1 from residents."${t}" x where x::text like '%示例居民乙%'`)).length]).toEqual([t, 0])
  })

  test('P6: the number of the deleted is known for half a year, so that whoever returns is the same voter; then it is forgotten', async () => {
    const gone = exampleResident(2)
    s.clock.now = new Date('2026-08-29T01:00:00Z')
    await s.subgraphs['residents']!.sweep()
    expect((await s.sql(`select id_index is null as forgotten from residents.resident where id = $1`, [gone]))[0]).toEqual({
      forgotten: false,
    })
    s.clock.now = new Date('2026-08-31T01:00:00Z')
    await s.subgraphs['residents']!.sweep()
    expect((await s.sql(`select id_index is null as forgotten from residents.resident where id = $1`, [gone]))[0]).toEqual({
      forgotten: true,
    })
  })
})

test('after all of this every record is where its history ends', async () => {
  expect((await verifyAudit(s.ownerUrl)).broken).toEqual([])
})
