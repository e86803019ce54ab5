// Files that go with applications, reports and entries: who hangs them on, who sees them, and that they stay as handed in.
import { v7 as uuidv7 } from 'uuid'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loginOf } from '../../gateway/host/database.ts'
import { receiptOf } from '../../subgraphs/office/files/links.ts'
import type { Actor } from '../../subgraphs/shared/actor.ts'
import { anonymous, holder, TEST_SECRET } from '../support/platform.ts'
import { DISTRICT } from './actors.ts'
import * as w from './grants.world.ts'
import { M, type Grants, type Walked } from './grants.world.ts'
import { QUALIFICATION } from './world.ts'

const ATTACH = `mutation ($id: ID!, $version: Int!, $file: String!) { it: attachToGrantApplication(id: $id, expectedVersion: $version, file: $file) { id version status } }`
const DETACH = `mutation ($id: ID!, $version: Int!, $enclosure: ID!) { it: detachFromGrantApplication(id: $id, expectedVersion: $version, enclosure: $enclosure) { id version status } }`
const FILES = `query ($id: ID!) { it: grantApplication(id: $id) { enclosures { id name type size url } events { action details { after } } } }`
const READ = `query ($id: ID!) { it: grantAssignment(id: $id) { material { revision applicant enclosures { name url } } } }`

interface Seen {
  readonly enclosures: readonly { readonly id: string; readonly name: string; readonly url: string }[]
  readonly events: readonly { readonly action: string; readonly details: readonly { readonly after: string }[] }[]
}

let g: Grants
let role: pg.Pool
beforeAll(async () => {
  g = await w.openGrants()
  role = new pg.Pool({ connectionString: loginOf(g.ownerUrl, 'organizations', TEST_SECRET), max: 10 })
})
afterAll(async () => {
  await role.end()
  await g.stop()
})

const receipt = ({ id: account }: Actor, name = '示例预算.pdf', id = uuidv7()): Promise<string> =>
  receiptOf(
    { id, name, type: 'application/pdf', size: 1234, sha256: '', account: account!, at: g.clock.now, keptAt: null },
    TEST_SECRET,
  )
const attach = async (actor: Actor, id: string, name?: string) =>
  g.run(actor, ATTACH, { ...(await g.look('grant_application', id)), file: await receipt(actor, name) })
const names = async (actor: Actor, { id }: { id: string }) =>
  (await g.run<Seen | null>(actor, FILES, { id }))?.enclosures.map(({ name }) => name)
const enclosure = async (actor: Actor, { id }: { id: string }, name: string) =>
  (await g.run<Seen>(actor, FILES, { id })).enclosures.find((one) => one.name === name)!.id

describe('an application', () => {
  test('takes files while it is written, from its own organisation, by receipts that hold', async () => {
    const round = await w.openRound(g)
    const [own, other] = [await w.organization(g), await w.organization(g)]
    const draft = await g.run(own.actor, M.apply, { round: round.id, input: w.applicationInput() })
    const file = await receipt(own.actor)
    const attached = await g.run(own.actor, ATTACH, { ...draft, file })
    expect((await g.refused(own.actor, ATTACH, { ...attached, file })).message).toMatch('added already')
    expect((await g.refused(own.actor, ATTACH, { ...draft, file })).code).toBe('VERSION_CONFLICT')
    expect((await g.refused(own.actor, ATTACH, { ...attached, file: await receipt(other.actor) })).code).toBe('BAD_USER_INPUT')
    expect((await g.refused(own.actor, ATTACH, { ...attached, file: `${file}x` })).code).toBe('BAD_USER_INPUT')
    const theirs = { ...attached, file: await receipt(other.actor) }
    expect((await g.refused(other.actor, ATTACH, theirs)).code).toBe('NOT_FOUND')
    expect((await g.refused(g.officer, ATTACH, { ...attached, file: await receipt(g.officer) })).code).toBe('FORBIDDEN')
    const [shown] = (await g.run<Seen>(own.actor, FILES, draft)).enclosures
    expect(shown).toMatchObject({ name: '示例预算.pdf', url: expect.stringMatching(/^\/files\/[\w.-]+$/) as string })
    expect(await names(g.officer, draft)).toBeUndefined()
    expect(await names(other.actor, draft)).toBeUndefined()
    const old = await receipt(own.actor)
    g.days(2)
    expect((await g.refused(own.actor, ATTACH, { ...attached, file: old })).message).toMatch('upload it again')
    for (let n = 2; n <= 20; n++) await attach(own.actor, draft.id, `示例附件${n}.pdf`)
    const full = { ...(await g.look('grant_application', draft.id)), file: await receipt(own.actor) }
    expect((await g.refused(own.actor, ATTACH, full)).message).toBe('At most 20 files.')
    const least = {
      ...(await g.look('grant_application', draft.id)),
      enclosure: await enclosure(own.actor, draft, '示例附件9.pdf'),
    }
    await g.run(own.actor, DETACH, least)
    expect(await names(own.actor, draft)).toHaveLength(19)
    expect(await g.sql(`select 1 from organizations.enclosure where name = '示例附件9.pdf'`)).toEqual([])
  })

  test('keeps with every revision the files it was handed in with', async () => {
    const round = await w.openRound(g)
    const { actor: own } = await w.organization(g)
    const draft = await g.run(own, M.apply, { round: round.id, input: w.applicationInput() })
    await attach(own, draft.id, '预算一.pdf')
    await attach(own, draft.id, '合作意向.pdf')
    const handed = await g.run(own, M.actApplication, { ...(await g.look('grant_application', draft.id)), action: 'SUBMIT' })
    expect(await names(g.officer, draft)).toEqual(['预算一.pdf', '合作意向.pdf'])
    expect((await g.run<Seen>(g.officer, FILES, draft)).events.at(-2)).toMatchObject({
      action: 'ATTACH',
      details: [{ after: '合作意向.pdf' }],
    })
    // Handed in, nothing joins and nothing leaves, past the API neither.
    const first = await enclosure(own, draft, '预算一.pdf')
    expect((await g.refused(own, ATTACH, { ...handed, file: await receipt(own) })).message).toContain('no longer change')
    expect((await g.refused(own, DETACH, { ...handed, enclosure: first })).message).toContain('no longer change')
    for (const sql of [
      `update organizations.enclosure set until = 1 where id = $1`,
      `update organizations.enclosure set name = 'x' where id = $1`,
      `delete from organizations.enclosure where id = $1`,
      `insert into organizations.enclosure select gen_random_uuid(), record, gen_random_uuid(), name, type, size, evidence, account, at, since, until from organizations.enclosure where id = $1`,
    ])
      await expect(role.query(sql, [first])).rejects.toThrow('enclosure_kept')
    g.days(16)
    await g.sweep()
    await w.actRound(g, round, 'SCREEN')
    const asked = await g.run(g.officer, M.actApplication, { ...handed, action: 'ASK_MORE', reason: '请更新预算' })
    const off = await g.run(own, DETACH, { ...asked, enclosure: first })
    expect((await g.refused(own, DETACH, { ...off, enclosure: first })).code).toBe('NOT_FOUND')
    await attach(own, draft.id, '预算二.pdf')
    // What is being written is not the officers' business yet.
    expect(await names(g.officer, draft)).toEqual(['预算一.pdf', '合作意向.pdf'])
    expect(await names(own, draft)).toEqual(['合作意向.pdf', '预算二.pdf'])
    await expect(role.query(`delete from organizations.enclosure where id = $1`, [first])).rejects.toThrow('enclosure_kept')
    await g.run(own, M.actApplication, { ...(await g.look('grant_application', draft.id)), action: 'RESUBMIT' })
    expect(await names(g.officer, draft)).toEqual(['合作意向.pdf', '预算二.pdf'])
    expect(await g.sql(`select since, until from organizations.enclosure where id = $1`, [first])).toEqual([
      { since: 1, until: 1 },
    ])
  })
})

describe('reviewers', () => {
  let walked: Walked
  beforeAll(async () => {
    const round = await w.openRound(g)
    const organizations = [await w.organization(g)]
    const reviewers = []
    for (let i = 0; i < 4; i++) reviewers.push(await w.reviewer(g))
    const draft = await g.run(organizations[0]!.actor, M.apply, { round: round.id, input: w.applicationInput() })
    await attach(organizations[0]!.actor, draft.id, '示例场地照片.pdf')
    const now = { ...(await g.look('grant_application', draft.id)), action: 'SUBMIT' }
    const applications = [await g.run(organizations[0]!.actor, M.actApplication, now)]
    await w.toReview(g, round, applications)
    await w.draw(g, round, '公开摇号 9')
    walked = { round, organizations, reviewers, applications }
  })

  test('see files with the material once no tie is declared, without who handed them in; recused, nothing', async () => {
    const [one, two] = await w.assignments(g, walked.round)
    const [first, second] = [w.reviewerOf(one!.account), w.reviewerOf(two!.account)]
    expect(await g.run(first.actor, READ, one)).toEqual({ material: null })
    await g.run(first.actor, M.actAssignment, { ...one!, action: 'DECLARE_CLEAR' })
    const opened = { revision: 1, applicant: null, enclosures: [{ name: '示例场地照片.pdf', url: expect.any(String) as string }] }
    expect(await g.run(first.actor, READ, one)).toEqual({ material: opened })
    expect(await g.run(second.actor, READ, one)).toBeNull()
    expect(await g.run(g.officer, READ, one)).toEqual({ material: null })
    expect(await names(first.actor, walked.applications[0]!)).toBeUndefined()
    const open = await g.look('grant_assignment', one!.id)
    await g.run(first.actor, M.actAssignment, { ...open, action: 'DECLARE_CONFLICT', reason: '曾任顾问' })
    expect(await g.run(first.actor, READ, one)).toBeNull()
    // A tie that becomes known closes the file too.
    await g.run(second.actor, M.actAssignment, { ...two!, action: 'DECLARE_CLEAR' })
    await g.run(second.actor, M.tie, { input: { organization: walked.organizations[0]!.id, kind: 'KIN' } })
    expect(await g.run(second.actor, READ, two)).toBeNull()
  })
})

describe('reports and entries', () => {
  test('a report takes its files with it, and adds to them when it is handed in again', async () => {
    const walked = await w.reviewing(g, 1, 3, {}, 5_000_001)
    const [agreement] = await w.awarded(g, walked)
    const own = walked.organizations[0]!.actor
    const input = (file: string[]) => ({ input: { body: '按计划开展活动', beneficiaries: 9, spent: 100, files: file } })
    const now = () => g.look('grant_agreement', agreement!.id)
    expect((await g.refused(own, M.report, { ...(await now()), ...input([await receipt(own)]) })).code).toBe('REFUSED')
    await w.signed(g, own, agreement!)
    await w.paid(g, own, (await w.instalments(g, agreement!))[0]!)
    expect((await g.refused(own, M.report, { ...(await now()), ...input([await receipt(g.officer)]) })).code).toBe(
      'BAD_USER_INPUT',
    )
    await g.run(own, M.report, { ...(await now()), ...input([await receipt(own, '签到表.pdf')]) })
    await w.actAgreement(g, g.officer, agreement!, 'RECTIFY', '缺少照片')
    await g.run(own, M.report, { ...(await now()), ...input([await receipt(own, '照片.pdf')]) })
    const asked = `query ($id: ID!) { it: grantAgreement(id: $id) { reports { kind enclosures { name url } } } }`
    const shown = [{ name: '签到表.pdf' }, { name: '照片.pdf' }].map((one) => expect.objectContaining(one) as object)
    for (const actor of [own, g.officer, g.auditor])
      expect(await g.run(actor, asked, agreement)).toMatchObject({
        reports: [
          { kind: 'MIDTERM', enclosures: shown },
          { kind: 'FINAL', enclosures: [] },
        ],
      })
    expect(await g.run((await w.organization(g)).actor, asked, agreement)).toBeNull()
    await expect(role.query(`delete from organizations.enclosure where name = '签到表.pdf'`)).rejects.toThrow('enclosure_kept')
  })

  test('evidence comes on paper or as files; it and the statement are read by officers in scope and the organisation', async () => {
    const apply = `mutation ($input: QualificationInput!) { it: applyForDirectory(input: $input) { id version status evidence } }`
    const act = `mutation ($id: ID!, $version: Int!, $action: QualifiedEntryAction!, $reason: String) { it: actOnQualifiedEntry(id: $id, action: $action, expectedVersion: $version, reason: $reason) { id version status } }`
    const complete = `mutation ($id: ID!, $version: Int!, $input: QualificationInput!) { it: completeQualification(id: $id, expectedVersion: $version, input: $input) { id version status evidence enclosures { name evidence } } }`
    const { actor: own } = await w.organization(g)
    const files = [{ evidence: 'TAX', file: await receipt(own, '完税证明.pdf') }]
    const many = await Promise.all(Array.from({ length: 21 }, async () => ({ evidence: 'TAX', file: await receipt(own) })))
    expect((await g.refused(own, apply, { input: { ...QUALIFICATION, files: many } })).message).toBe('At most 20 files.')
    const input = { ...QUALIFICATION, evidence: ['REGISTRATION'], files }
    const applied = await g.run<w.Step & { evidence: string[] }>(own, apply, { input })
    expect(applied.evidence).toEqual(['REGISTRATION', 'TAX'])
    const begun = await g.run(g.officer, act, { ...applied, action: 'BEGIN_REVIEW' })
    const asked = await g.run(g.officer, act, { ...begun, action: 'ASK', reason: '请补充财务报告' })
    const more = [{ evidence: 'FINANCE', file: await receipt(own, '财务报告.pdf') }]
    const completed = await g.run<w.Step & { evidence: string[]; enclosures: object[] }>(own, complete, {
      ...asked,
      input: { ...input, files: more },
    })
    expect(completed.evidence).toEqual(['REGISTRATION', 'TAX', 'FINANCE'])
    expect(completed.enclosures).toEqual([
      { name: '完税证明.pdf', evidence: 'TAX' },
      { name: '财务报告.pdf', evidence: 'FINANCE' },
    ])
    await g.sql(
      `update organizations.qualified_entry set status = 'PUBLICITY', publicity_at = $2, publicity_days = 7 where id = $1`,
      [applied.id, g.clock.now],
    )
    const read = `query ($id: ID!) { it: qualifiedEntry(id: $id) { statement evidence enclosures { name } events { action } gaps } }`
    const none = { statement: null, evidence: [], enclosures: [], events: [], gaps: [] }
    for (const actor of [
      (await w.organization(g)).actor,
      holder([{ role: 'DISTRICT_CIVIL_AFFAIRS', division: '310115000000' }]),
      holder([{ role: 'EVALUATOR', division: DISTRICT }]),
    ])
      expect(await g.run(actor, read, applied)).toEqual(none)
    for (const actor of [own, g.officer, g.auditor])
      expect(await g.run(actor, read, applied)).toMatchObject({ statement: QUALIFICATION.statement, enclosures: [{}, {}] })
    const denied = await g.ask('organizations', anonymous, read, { id: applied.id })
    expect(denied.errors[0]!.code).toBe('UNAUTHENTICATED')
    await expect(
      role.query(`update organizations.enclosure set evidence = 'CREDIT' where record = $1`, [applied.id]),
    ).rejects.toThrow('enclosure_kept')
  })
})
