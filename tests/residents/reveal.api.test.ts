// Seeing one field in full: for a reason the person reads, and for a child with an approval.
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
const rows = async (table: string) => Number((await s.sql<{ n: string }>(`select count(*) as n from residents.${table}`))[0]!.n)

describe('looking at one field', () => {
  const reveal = `mutation ($id: ID!, $field: PersonalField!, $reason: String!, $approval: ID) { revealField(resident: $id, field: $field, reason: $reason, approval: $approval) { field value } }`
  const log = `query ($id: ID!) { accessLog(resident: $id) { edges { node { field reason by role } } totalCount } }`

  test('tells the value once and writes down who asked and why, where the resident reads it', async () => {
    const { data } = await ask<{ revealField: { value: string } }>(member, reveal, {
      id: ME,
      field: 'PHONE',
      reason: '上门前电话联系',
    })
    expect(data!.revealField).toEqual({ field: 'PHONE', value: '14000000001' })
    expect((await ask(me, log, { id: ME })).data).toEqual({
      accessLog: {
        edges: [{ node: { field: 'PHONE', reason: '上门前电话联系', by: member.name, role: 'COMMITTEE_MEMBER' } }],
        totalCount: 1,
      },
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
    expect(tries.map((t) => t.errors[0]!.code)).toEqual([
      'BAD_USER_INPUT',
      'UNAUTHENTICATED',
      'FORBIDDEN',
      'FORBIDDEN',
      'FORBIDDEN',
      'FORBIDDEN',
      'NOT_FOUND',
    ])
    expect(await rows('access')).toBe(before)
  })

  test('the answer is not kept for replay: the same key looks only once', async () => {
    const before = await rows('access')
    const first = await ask<{ revealField: { value: string } }>(
      officer,
      reveal,
      { id: ME, field: 'ID_NUMBER', reason: '核对低保申请材料' },
      'look-1',
    )
    const again = await ask(officer, reveal, { id: ME, field: 'ID_NUMBER', reason: '核对低保申请材料' }, 'look-1')
    expect(first.data!.revealField.value).toMatch(/^310199/)
    expect(again.errors[0]!.code).toBe('BAD_USER_INPUT')
    expect(await rows('access')).toBe(before + 1)
    expect(JSON.stringify(await s.sql(`select * from residents.reply`))).not.toContain(first.data!.revealField.value)
  })

  test('the log cannot be changed by the platform itself', async () => {
    await expect(s.subgraphs['residents']!.asSystem((ctx) => ctx.em.execute(`delete from residents.access`))).rejects.toThrow(
      /permission denied/,
    )
    await expect(
      s.subgraphs['residents']!.asSystem((ctx) => ctx.em.execute(`update residents.access set reason = ''`)),
    ).rejects.toThrow(/permission denied/)
  })

  describe('of a child', () => {
    const request = `mutation ($id: ID!, $field: PersonalField!) { requestReveal(resident: $id, field: $field, reason: "接种通知联系监护人") { id version status dueAt offers { action } } }`
    const decide = `mutation ($id: ID!, $action: RevealRequestAction!, $v: Int!, $reason: String) { actOnRevealRequest(id: $id, action: $action, expectedVersion: $v, reason: $reason) { status version dueAt } }`
    type Asked = { requestReveal: { id: string; version: number } }

    test('needs the approval of someone else in charge, serves the one who asked, and once', async () => {
      const look = (actor: typeof member, approval?: string, field = 'NAME') =>
        ask<{ revealField: { value: string } }>(actor, reveal, { id: child, field, reason: '接种通知联系监护人', approval })
      expect((await look(member)).errors[0]).toMatchObject({ code: 'REFUSED', more: { rule: 'RevealRequest' } })
      const asked = (await ask<Asked>(member, request, { id: child, field: 'NAME' })).data!.requestReveal
      expect(asked).toMatchObject({ status: 'REQUESTED', version: 1, offers: [], dueAt: expect.anything() })
      expect((await look(member, asked.id)).errors[0]!.code).toBe('REFUSED')
      expect((await ask(member, decide, { id: asked.id, action: 'APPROVE', v: 1 })).errors[0]!.code).toBe('FORBIDDEN')
      expect((await ask(secretary, decide, { id: asked.id, action: 'APPROVE', v: 1 })).data).toMatchObject({
        actOnRevealRequest: { status: 'APPROVED', version: 2 },
      })
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
      expect((await ask(lead, decide, { id: asked.id, action: 'REFUSE', v: 1, reason: '已有联系方式' })).data).toMatchObject({
        actOnRevealRequest: { status: 'REFUSED' },
      })
      expect((await ask(lead, decide, { id: asked.id, action: 'APPROVE', v: 1 })).errors[0]!.code).toBe('VERSION_CONFLICT')
    })

    test('an approval lapses after a day', async () => {
      const asked = (await ask<Asked>(member, request, { id: child, field: 'ADDRESS' })).data!.requestReveal
      await ask(secretary, decide, { id: asked.id, action: 'APPROVE', v: 1 })
      const now = s.clock.now
      s.clock.now = new Date(now.getTime() + 25 * 3_600_000)
      expect(
        (await ask(member, reveal, { id: child, field: 'ADDRESS', reason: '接种通知联系监护人', approval: asked.id })).errors[0]!
          .code,
      ).toBe('REFUSED')
      await s.subgraphs['residents']!.sweep()
      expect((await s.sql(`select status from residents.reveal_request where id = $1`, [asked.id]))[0]).toEqual({
        status: 'LAPSED',
      })
      s.clock.now = now
    })

    test('fifty looks at once with one approval are one look', async () => {
      const asked = (await ask<Asked>(member, request, { id: child, field: 'BIRTH_DATE' })).data!.requestReveal
      await ask(secretary, decide, { id: asked.id, action: 'APPROVE', v: 1 })
      const looks = await Promise.all(
        Array.from({ length: 50 }, () =>
          ask(member, reveal, { id: child, field: 'BIRTH_DATE', reason: '接种通知联系监护人', approval: asked.id }),
        ),
      )
      expect(looks.filter((l) => l.errors.length === 0)).toHaveLength(1)
      expect(Number((await s.sql(`select count(*) as n from residents.access where approval = $1`, [asked.id]))[0]!['n'])).toBe(1)
    })
  })
})

test('after all of this every record is where its history ends', async () => {
  expect((await verifyAudit(s.ownerUrl)).broken).toEqual([])
})
