// Exports are written down before they begin: by whom, how numbered, and what an auditor finds afterwards.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyAudit } from '../../gateway/audit.ts'
import { ROLES, type Role } from '../../subgraphs/shared/actor.ts'
import { anonymous, person, stage, type Stage } from '../support/platform.ts'

const COMMITTEE = '310113109043'
const TOWN = '310113109000'
const DISTRICT = '310113000000'

let s: Stage
beforeAll(async () => {
  s = await stage(['office'])
})
afterAll(() => s.stop())

const input = {
  list: 'issues',
  title: '议题',
  division: COMMITTEE,
  filters: ['辖区：示例居委会', '状态：待把关'],
  fields: ['标题', '状态'],
  rows: 12,
}
const RECORD = 'mutation ($i: ExportInput!) { recordExport(input: $i) { id number by rows purpose division { code } } }'
interface Recorded {
  recordExport: { id: string; number: string; by: string; rows: number; purpose: string | null; division: { code: string } }
}
const take = (actor: Parameters<Stage['ask']>[1], more: object = {}) =>
  s.ask<Recorded>('office', actor, RECORD, { i: { ...input, ...more } })
const LIST = '{ exportRecords(first: 100) { totalCount edges { node { number title filters fields rows purpose by } } } }'
interface Listed {
  exportRecords: { totalCount: number; edges: { node: Record<string, unknown> }[] }
}
const numbers = async (actor: Parameters<Stage['ask']>[1]) =>
  (await s.ask<Listed>('office', actor, LIST)).data!.exportRecords.edges.map(({ node }) => node['number'])

describe('who may export', () => {
  test('every officer, and nobody else', async () => {
    const outcomes: Record<string, string> = {}
    for (const role of Object.keys(ROLES) as Role[])
      outcomes[role] = (await take(person(role, COMMITTEE))).errors[0]?.code ?? 'DONE'
    const refused = Object.keys(outcomes).filter((role) => outcomes[role] !== 'DONE')
    expect(refused.map((role) => [role, outcomes[role]])).toEqual([
      ['RESIDENT', 'FORBIDDEN'],
      ['PARTNER_ORGANIZATION', 'FORBIDDEN'],
    ])
    expect((await take(anonymous)).errors[0]!.code).toBe('UNAUTHENTICATED')
    expect((await take(person('COMMITTEE_MEMBER', COMMITTEE, { scopes: ['office:read'] }))).errors[0]!.code).toBe('FORBIDDEN')
  })

  test('it is recorded where they hold a role, wherever they looked', async () => {
    const { data } = await take(person('COMMITTEE_MEMBER', COMMITTEE), { division: DISTRICT })
    expect(data!.recordExport.division.code).toBe(COMMITTEE)
    const { data: below } = await take(person('SUBDISTRICT_OFFICER', TOWN))
    expect(below!.recordExport.division.code).toBe(COMMITTEE)
  })
})

describe('what it must say', () => {
  const secretary = person('COMMITTEE_SECRETARY', COMMITTEE)
  test.each([
    ['list', { list: 'Issues; drop' }],
    ['title', { title: '  ' }],
    ['fields', { fields: [] }],
    ['filters', { filters: ['长'.repeat(201)] }],
    ['rows', { rows: 10_001 }],
    ['rows', { rows: -1 }],
    ['purpose', { list: 'residents' }],
    ['purpose', { list: 'households', purpose: '  ' }],
    ['purpose', { purpose: '长'.repeat(201) }],
  ])('%s: %o is refused', async (field, more) => {
    const before = await numbers(secretary)
    const { errors } = await take(secretary, more)
    expect([errors[0]!.code, errors[0]!.more['field']]).toEqual(['BAD_USER_INPUT', field])
    expect(await numbers(secretary)).toEqual(before)
  })

  test('a list that names people goes out with its purpose', async () => {
    const { data, errors } = await take(secretary, { list: 'residents', title: '居民名册', purpose: ' 入户走访核对 ' })
    expect(errors).toEqual([])
    expect(data!.recordExport.purpose).toBe('入户走访核对')
  })
})

test('numbers have no gap and no repeat, however many ask at once', async () => {
  const officers = Array.from({ length: 6 }, () => person('COMMITTEE_MEMBER', COMMITTEE))
  const made = await Promise.all(Array.from({ length: 24 }, (_, n) => take(officers[n % 6]!)))
  expect(made.flatMap(({ errors }) => errors)).toEqual([])
  const all = (await s.sql<{ number: string }>('select number from office.export_record order by number')).map(
    (row) => row.number,
  )
  expect(all).toEqual(all.map((_, n) => `DC2026-${String(n + 1).padStart(4, '0')}`))
  expect(new Set(made.map(({ data }) => data!.recordExport.number)).size).toBe(24)
})

test('the same request sent twice is one export', async () => {
  const secretary = person('COMMITTEE_SECRETARY', COMMITTEE)
  const send = () => s.ask<Recorded>('office', secretary, RECORD, { i: input }, 'export-once')
  const [first, second] = [await send(), await send()]
  expect(second.data).toEqual(first.data)
  expect(await numbers(secretary)).toEqual([first.data!.recordExport.number])
})

test('officers see their own, auditors all within reach', async () => {
  const [mine, other] = [person('COMMITTEE_SECRETARY', COMMITTEE), person('COMMITTEE_SECRETARY', COMMITTEE)]
  const { data } = await take(mine)
  const { number } = data!.recordExport
  expect(await numbers(mine)).toEqual([number])
  expect(await numbers(other)).toEqual([])
  expect(await numbers(person('AUDITOR', DISTRICT))).toContain(number)
  expect(await numbers(person('AUDITOR', '320585000000'))).toEqual([])
})

test('the audit says who took what, why, and in words; the chain holds and nothing can be rewritten', async () => {
  const secretary = person('COMMITTEE_SECRETARY', COMMITTEE)
  const { data } = await take(secretary, { list: 'residents', title: '居民名册', rows: 57, purpose: '入户走访核对' })
  const { id, number } = data!.recordExport
  const auditor = person('AUDITOR', DISTRICT)
  const SEARCH = `query ($stream: ID!) { auditEntries(filter: { types: ["ExportRecord"], stream: $stream }) { edges { node { type label by title reason } } } }`
  const entries = async () =>
    (await s.ask<{ auditEntries: { edges: { node: object }[] } }>('office', auditor, SEARCH, { stream: id })).data!.auditEntries
      .edges
  await expect.poll(entries, { timeout: 10_000 }).toEqual([
    {
      node: {
        type: 'ExportRecord',
        label: 'Exported',
        by: secretary.name,
        title: `${number} 居民名册（57行）`,
        reason: '入户走访核对',
      },
    },
  ])
  const [event] = await s.sql<{ data: unknown }>('select data from office.event where stream = $1', [id])
  expect(event!.data).toEqual({ list: 'residents', filters: input.filters, fields: input.fields, rows: 57 })
  expect((await verifyAudit(s.ownerUrl)).broken).toEqual([])
  const [rights] = await s.sql(
    `select has_table_privilege('linli_office', 'office.export_record', 'UPDATE') as u, has_table_privilege('linli_office', 'office.export_record', 'DELETE') as d`,
  )
  expect(rights).toEqual({ u: false, d: false })
})
