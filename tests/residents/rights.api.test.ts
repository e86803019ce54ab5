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

const ask = <T = Record<string, unknown>>(actor: typeof anonymous, query: string, variables?: Record<string, unknown>, key?: string) => s.ask<T>('residents', actor, query, variables, key)
const rows = async (table: string) => Number((await s.sql<{ n: string }>(`select count(*) as n from residents.${table}`))[0]!.n)

describe('looking at one field', () => {
  const reveal = `mutation ($id: ID!, $field: PersonalField!, $reason: String!, $approval: ID) { revealField(resident: $id, field: $field, reason: $reason, approval: $approval) { field value } }`
  const log = `query ($id: ID!) { accessLog(resident: $id) { edges { node { field reason by role } } totalCount } }`

  test('tells the value once and writes down who asked and why, where the resident reads it', async () => {
    const { data } = await ask<{ revealField: { value: string } }>(member, reveal, { id: ME, field: 'PHONE', reason: '上门前电话联系' })
    expect(data!.revealField).toEqual({ field: 'PHONE', value: '14000000001' })
    expect((await ask(me, log, { id: ME })).data).toEqual({
      accessLog: { edges: [{ node: { field: 'PHONE', reason: '上门前电话联系', by: member.name, role: 'COMMITTEE_MEMBER' } }], totalCount: 1 },
    })
    expect((await ask(neighbour, log, { id: ME })).data).toMatchObject({ accessLog: { totalCount: 0 } })
    expect((await ask(person('AUDITOR', '310113000000'), log, { id: ME })).data).toMatchObject({ accessLog: { totalCount: 1 } })
  })

  test('is refused without a reason, out of role, out of place and to strangers, and nothing is written', async () => {
    const before = await rows('access')
    const tries = [
      await ask(member, reveal, { id: ME, field: 'ID_NUMBER', reason: ' 查 ' }),
      await ask(anonymous, reveal, { id: ME, field: 'ID_NUMBER', reason: '随便看看而已' }),
      await ask(neighbour, reveal, { id: ME, field: 'ID_NUMBER', reason: '随便看看而已' }),
      await ask(person('DISTRICT_CIVIL_AFFAIRS', '310113000000'), reveal, { id: ME, field: 'ID_NUMBER', reason: '随便看看而已' }),
      await ask(person('GRID_WORKER', HOME), reveal, { id: ME, field: 'ID_NUMBER', reason: '随便看看而已' }),
      await ask(person('COMMUNITY_MANAGER', HOME), reveal, { id: ME, field: 'ID_NUMBER', reason: '随便看看而已' }),
      await ask(person('COMMITTEE_SECRETARY', '310113109044'), reveal, { id: ME, field: 'ID_NUMBER', reason: '随便看看而已' }),
    ]
    expect(tries.map((t) => t.errors[0]!.code)).toEqual(['BAD_USER_INPUT', 'UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN', 'NOT_FOUND'])
    expect(await rows('access')).toBe(before)
  })

  test('the answer is not kept for replay: the same key looks only once', async () => {
    const before = await rows('access')
    const first = await ask<{ revealField: { value: string } }>(officer, reveal, { id: ME, field: 'ID_NUMBER', reason: '核对低保申请材料' }, 'look-1')
    const again = await ask(officer, reveal, { id: ME, field: 'ID_NUMBER', reason: '核对低保申请材料' }, 'look-1')
    expect(first.data!.revealField.value).toMatch(/^310199/)
    expect(again.errors[0]!.code).toBe('BAD_USER_INPUT')
    expect(await rows('access')).toBe(before + 1)
    expect(JSON.stringify(await s.sql(`select * from residents.reply`))).not.toContain(first.data!.revealField.value)
  })

  test('the log cannot be changed by the platform itself', async () => {
    await expect(s.subgraphs['residents']!.asSystem((ctx) => ctx.em.execute(`delete from residents.access`))).rejects.toThrow(/permission denied/)
    await expect(s.subgraphs['residents']!.asSystem((ctx) => ctx.em.execute(`update residents.access set reason = ''`))).rejects.toThrow(/permission denied/)
  })

  describe('of a child', () => {
    const request = `mutation ($id: ID!, $field: PersonalField!) { requestReveal(resident: $id, field: $field, reason: "接种通知联系监护人") { id version status dueAt offers { action } } }`
    const decide = `mutation ($id: ID!, $action: RevealRequestAction!, $v: Int!, $reason: String) { actOnRevealRequest(id: $id, action: $action, expectedVersion: $v, reason: $reason) { status version dueAt } }`
    type Asked = { requestReveal: { id: string; version: number } }

    test('needs the approval of someone else in charge, serves the one who asked, and once', async () => {
      const look = (actor: typeof member, approval?: string, field = 'NAME') => ask<{ revealField: { value: string } }>(actor, reveal, { id: child, field, reason: '接种通知联系监护人', approval })
      expect((await look(member)).errors[0]).toMatchObject({ code: 'REFUSED', more: { rule: 'RevealRequest' } })
      const asked = (await ask<Asked>(member, request, { id: child, field: 'NAME' })).data!.requestReveal
      expect(asked).toMatchObject({ status: 'REQUESTED', version: 1, offers: [], dueAt: expect.anything() })
      expect((await look(member, asked.id)).errors[0]!.code).toBe('REFUSED')
      expect((await ask(member, decide, { id: asked.id, action: 'APPROVE', v: 1 })).errors[0]!.code).toBe('FORBIDDEN')
      expect((await ask(secretary, decide, { id: asked.id, action: 'APPROVE', v: 1 })).data).toMatchObject({ actOnRevealRequest: { status: 'APPROVED', version: 2 } })
      expect((await look(officer, asked.id)).errors[0]!.code).toBe('FORBIDDEN')
      expect((await look(member, asked.id, 'PHONE')).errors[0]!.code).toBe('NOT_FOUND')
      expect((await look(member, asked.id)).data!.revealField.value).toMatch(/^.示.$/)
      expect((await look(member, asked.id)).errors[0]!.code).toBe('REFUSED')
      const [entry] = await s.sql(`select approval, by from residents.access where resident = $1`, [child])
      expect(entry).toEqual({ approval: asked.id, by: member.name })
      const guardian = person('RESIDENT', HOME, { resident: parent })
      expect((await ask(guardian, log, { id: child })).data).toMatchObject({ accessLog: { totalCount: 1 } })
    })

    test('a secretary does not approve the own request, and a refusal needs a reason', async () => {
      const asked = (await ask<Asked>(secretary, request, { id: child, field: 'PHONE' })).data!.requestReveal
      expect((await ask(secretary, decide, { id: asked.id, action: 'APPROVE', v: 1 })).errors[0]!.code).toBe('REFUSED')
      expect((await ask(lead, decide, { id: asked.id, action: 'REFUSE', v: 1 })).errors[0]!.code).toBe('BAD_USER_INPUT')
      expect((await ask(lead, decide, { id: asked.id, action: 'REFUSE', v: 1, reason: '已有联系方式' })).data).toMatchObject({ actOnRevealRequest: { status: 'REFUSED' } })
      expect((await ask(lead, decide, { id: asked.id, action: 'APPROVE', v: 1 })).errors[0]!.code).toBe('VERSION_CONFLICT')
    })

    test('an approval lapses after a day', async () => {
      const asked = (await ask<Asked>(member, request, { id: child, field: 'ADDRESS' })).data!.requestReveal
      await ask(secretary, decide, { id: asked.id, action: 'APPROVE', v: 1 })
      const now = s.clock.now
      s.clock.now = new Date(now.getTime() + 25 * 3_600_000)
      expect((await ask(member, reveal, { id: child, field: 'ADDRESS', reason: '接种通知联系监护人', approval: asked.id })).errors[0]!.code).toBe('REFUSED')
      await s.subgraphs['residents']!.sweep()
      expect((await s.sql(`select status from residents.reveal_request where id = $1`, [asked.id]))[0]).toEqual({ status: 'LAPSED' })
      s.clock.now = now
    })

    test('fifty looks at once with one approval are one look', async () => {
      const asked = (await ask<Asked>(member, request, { id: child, field: 'BIRTH_DATE' })).data!.requestReveal
      await ask(secretary, decide, { id: asked.id, action: 'APPROVE', v: 1 })
      const looks = await Promise.all(Array.from({ length: 50 }, () => ask(member, reveal, { id: child, field: 'BIRTH_DATE', reason: '接种通知联系监护人', approval: asked.id })))
      expect(looks.filter((l) => l.errors.length === 0)).toHaveLength(1)
      expect(Number((await s.sql(`select count(*) as n from residents.access where approval = $1`, [asked.id]))[0]!['n'])).toBe(1)
    })
  })
})

describe('consent', () => {
  const give = `mutation ($id: ID!, $guardian: ID) { giveConsent(resident: $id, purpose: CARE_VISIT, noticeVersion: "2026-01", guardian: $guardian) { id version channel guardian withdrawnAt } }`
  const withdraw = `mutation ($id: ID!, $v: Int!) { withdrawConsent(id: $id, expectedVersion: $v) { withdrawnAt } }`
  type Given = { giveConsent: { id: string; version: number; channel: string; guardian: string | null } }

  test('is given by the person, once at a time, and taken back as easily', async () => {
    const given = (await ask<Given>(me, give, { id: ME })).data!.giveConsent
    expect(given).toMatchObject({ channel: 'APP', guardian: null, withdrawnAt: null })
    expect((await ask(me, give, { id: ME })).errors[0]!.code).toBe('REFUSED')
    expect((await ask(neighbour, withdraw, { id: given.id, v: 1 })).errors[0]!.code).toBe('NOT_FOUND')
    expect((await ask(me, withdraw, { id: given.id, v: 1 })).data).toMatchObject({ withdrawConsent: { withdrawnAt: expect.anything() } })
    expect((await ask(me, withdraw, { id: given.id, v: 2 })).errors[0]!.code).toBe('REFUSED')
    const { data } = await ask<{ consents: object[] }>(me, `query ($id: ID!) { consents(resident: $id) { purpose withdrawnAt } }`, { id: ME })
    expect(data!.consents).toHaveLength(2)
  })

  test('of others is not theirs to give: not neighbours, not the district, not the household for a grown-up', async () => {
    const [spouse] = await s.sql<{ id: string }>(
      `select r.id from residents.resident r where r.relation = 'SPOUSE' and r.household_id in (select household_id from residents.resident where id = $1)`, [parent],
    )
    const tries = [await ask(neighbour, give, { id: ME }), await ask(person('DISTRICT_CIVIL_AFFAIRS', '310113000000'), give, { id: ME }), await ask(person('RESIDENT', HOME, { resident: parent }), give, { id: spouse!.id })]
    expect(tries.map((t) => t.errors[0]!.code)).toEqual(['NOT_FOUND', 'NOT_FOUND', 'FORBIDDEN'])
  })

  test('for a child is given by the guardian; not by the child, and on paper only with the guardian named', async () => {
    expect((await ask(person('RESIDENT', HOME, { resident: child }), give, { id: child })).errors[0]).toMatchObject({ code: 'REFUSED', more: { rule: 'CHILD_AGE' } })
    expect((await ask(member, give, { id: child })).errors[0]).toMatchObject({ code: 'BAD_USER_INPUT', more: { field: 'guardian' } })
    const given = (await ask<Given>(person('RESIDENT', HOME, { resident: parent }), give, { id: child })).data!.giveConsent
    expect(given).toMatchObject({ channel: 'APP', guardian: expect.anything() })
    await ask(person('RESIDENT', HOME, { resident: parent }), withdraw, { id: given.id, v: 1 })
    expect((await ask<Given>(member, give, { id: child, guardian: given.guardian })).data!.giveConsent).toMatchObject({ channel: 'PAPER', guardian: given.guardian })
  })
})

describe('a request about one’s own data', () => {
  const create = `mutation ($input: DataRequestInput!) { createDataRequest(input: $input) { id version status dueAt onBehalf basis } }`
  const step = `mutation ($id: ID!, $action: DataRequestAction!, $v: Int!, $reason: String) { actOnDataRequest(id: $id, action: $action, expectedVersion: $v, reason: $reason) { status version dueAt } }`
  type Created = { createDataRequest: { id: string; dueAt: string } }
  const open = async (actor: typeof me, input: object) => (await ask<Created>(actor, create, { input })).data!.createDataRequest
  const go = async (actor: typeof me, id: string, action: string, v: number, reason?: string) => {
    const { data, errors } = await ask<{ actOnDataRequest: { status: string; dueAt: string | null } }>(actor, step, { id, action, v, reason })
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
    const request = await open(me, { resident: ME, kind: 'COPY' })
    expect(await go(me, request.id, 'FULFIL', 1)).toBe('REFUSED')
    await go(secretary, request.id, 'ACCEPT', 1)
    expect(await go(secretary, request.id, 'FULFIL', 2)).toBe('FULFILLED')
    const copy = `query ($id: ID!) { dataRequest(id: $id) { copy } }`
    const own = JSON.parse((await ask<{ dataRequest: { copy: string } }>(me, copy, { id: request.id })).data!.dataRequest.copy)
    expect(own).toMatchObject({ 姓名: '示例居民甲', 手机号码: '14000000001', 证件号码: expect.stringMatching(/^310199/), 住址: '示例路88弄1号101室' })
    expect(own.查看记录.length).toBeGreaterThan(0)
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
    expect((await ask(me, create, { input: { resident: ME, kind: 'CORRECT' } })).errors[0]).toMatchObject({ code: 'BAD_USER_INPUT', more: { field: 'wording' } })
  })

  test('to delete leaves a stone without a name, and no key to the numbers', async () => {
    const gone = exampleResident(2)
    const request = await open(neighbour, { resident: gone, kind: 'DELETE' })
    const term = `mutation ($input: TermInput!) { appointRepresentative(input: $input) { id } }`
    const already = await s.sql(`select 1 from residents.representative where resident = $1`, [gone])
    if (!already.length) await ask(secretary, term, { input: { resident: gone, group: '第九居民小组', validFrom: '2026-01-01', validTo: '2026-12-31' } })
    await go(secretary, request.id, 'ACCEPT', 1)
    expect(await go(secretary, request.id, 'FULFIL', 2)).toBe('REFUSED')
    const [office] = await s.sql<{ id: string; version: number }>(`select id, version from residents.representative where resident = $1`, [gone])
    await ask(secretary, `mutation ($id: ID!, $v: Int!) { dismissRepresentative(id: $id, expectedVersion: $v, reason: "本人要求") { id } }`, { id: office!.id, v: office!.version })
    const [before] = await s.sql<{ id_index: string }>(`select id_index from residents.resident where id = $1`, [gone])
    expect(await go(secretary, request.id, 'FULFIL', 2)).toBe('FULFILLED')
    const [stone] = await s.sql(`select name, id_sealed, phone_sealed, phone_index, household_id, ended_as, birth_date, id_index from residents.resident where id = $1`, [gone])
    expect(stone).toEqual({ name: '已删除', id_sealed: null, phone_sealed: null, phone_index: null, household_id: null, ended_as: 'ERASED', birth_date: '1900-01-01', id_index: before!.id_index })
    expect(await s.sql(`select 1 from residents.person_key where person = $1`, [gone])).toEqual([])
    for (const { t } of await s.sql<{ t: string }>(`select table_name as t from information_schema.tables where table_schema = 'residents'`))
      expect([t, (await s.sql(`select 1 from residents."${t}" x where x::text like '%示例居民乙%'`)).length]).toEqual([t, 0])
  })

  test('the number of the deleted is known for half a year, so that whoever returns is the same voter; then it is forgotten', async () => {
    const gone = exampleResident(2)
    s.clock.now = new Date('2026-08-29T01:00:00Z')
    await s.subgraphs['residents']!.sweep()
    expect((await s.sql(`select id_index is null as forgotten from residents.resident where id = $1`, [gone]))[0]).toEqual({ forgotten: false })
    s.clock.now = new Date('2026-08-31T01:00:00Z')
    await s.subgraphs['residents']!.sweep()
    expect((await s.sql(`select id_index is null as forgotten from residents.resident where id = $1`, [gone]))[0]).toEqual({ forgotten: true })
  })
})

test('after all of this every record is where its history ends', async () => {
  expect((await verifyAudit(s.ownerUrl)).broken).toEqual([])
})
