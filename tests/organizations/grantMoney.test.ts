// The money of grants: instalments, reports, what follows when they are late, what comes back. Numbers are those of the edge cases of services.md §7.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loginOf } from '../../gateway/host/database.ts'
import type { Actor } from '../../subgraphs/shared/actor.ts'
import { TEST_SECRET } from '../support/platform.ts'
import * as w from './grants.world.ts'
import { M, type Agreement, type Grants } from './grants.world.ts'

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

const counted = (codes: string[]) =>
  Object.fromEntries([...new Set(codes)].sort().map((c) => [c, codes.filter((one) => one === c).length]))
const outcome = (done: Promise<unknown>) => done.then(() => 'ok').catch((e: Error) => e.message.split(':')[0]!)
const reportOn = (spent: number, more: object = {}) => ({ input: { body: '按计划开展活动', beneficiaries: 120, spent, ...more } })

interface Awarded {
  readonly agreement: Agreement
  readonly ngo: Actor
  readonly organization: string
  readonly round: { readonly id: string }
}

/** One award of 5,000,001 fen, signed by both unless told. */
const award = async (isSigned = true, more: object = {}): Promise<Awarded> => {
  const walked = await w.reviewing(g, 1, 3, more, 5_000_001)
  const [agreement] = await w.awarded(g, walked)
  const [{ actor: ngo, id }] = walked.organizations as [w.Organization]
  if (isSigned) await w.signed(g, ngo, agreement!)
  return { agreement: agreement!, ngo, organization: id, round: walked.round }
}
const look = (a: Awarded) => g.look('grant_agreement', a.agreement.id)
const report = async (a: Awarded, spent: number) => g.run(a.ngo, M.report, { ...(await look(a)), ...reportOn(spent) })
const pass = async (a: Awarded) => {
  await report(a, 2_000_000)
  return w.actAgreement(g, g.officer, a.agreement, 'PASS_MIDTERM')
}
const statuses = async (a: Awarded) => (await w.instalments(g, a.agreement)).map(({ status }) => status)

describe('instalments', () => {
  test('12: sum to the award, the last takes the residue; none is paid before both have signed', async () => {
    const a = await award(false)
    const rows = await w.instalments(g, a.agreement)
    expect(rows.map(({ amount }) => amount)).toEqual([2_500_000, 1_500_000, 1_000_001])
    expect((await g.refused(a.ngo, M.actInstalment, { ...rows[0]!, action: 'REQUEST' })).code).toBe('REFUSED')
    await expect(
      role.query(`update organizations.grant_instalment set status = 'REQUESTED' where id = $1`, [rows[0]!.id]),
    ).rejects.toThrow('grant_payment_unsigned')
    await w.actAgreement(g, a.ngo, a.agreement, 'SIGN')
    expect((await g.refused(a.ngo, M.actAgreement, { ...(await look(a)), action: 'COUNTERSIGN' })).code).toBe('FORBIDDEN')
    await w.actAgreement(g, g.lead, a.agreement, 'COUNTERSIGN')
    expect(await statuses(a)).toEqual(['CONDITION_MET', 'PLANNED', 'PLANNED'])
  })

  test('are checked, approved and paid by three different people, and the database holds it', async () => {
    const a = await award()
    const [first] = await w.instalments(g, a.agreement)
    const act = async (who: Actor, action: string, more: object = {}) =>
      g.run(who, M.actInstalment, { ...(await g.look('grant_instalment', first!.id)), action, ...more })
    const asked = await act(a.ngo, 'REQUEST')
    expect((await g.refused(a.ngo, M.actInstalment, { ...asked, action: 'CHECK' })).code).toBe('FORBIDDEN')
    const checked = await act(g.officer, 'CHECK')
    expect((await g.refused(g.officer, M.actInstalment, { ...checked, action: 'APPROVE' })).message).toContain(
      'three different people',
    )
    const approved = await act(g.lead, 'APPROVE')
    const both = { ...g.finance, id: g.officer.id }
    const payment = { voucher: '凭证-1', paidOn: g.today() }
    expect((await g.refused(both, M.pay, { ...approved, ...payment })).message).toContain('three different people')
    await expect(
      role.query(`update organizations.grant_instalment set status = 'PAID', voucher = 'x', paid_by = checked_by where id = $1`, [
        first!.id,
      ]),
    ).rejects.toThrow('grant_three_people')
    expect((await g.refused(g.finance, M.pay, { ...approved, ...payment, paidOn: '2099-01-01' })).code).toBe('BAD_USER_INPUT')
    const codes = await Promise.all([1, 2, 3].map(() => outcome(g.run(g.finance, M.pay, { ...approved, ...payment }))))
    expect(counted(codes)).toEqual({ VERSION_CONFLICT: 2, ok: 1 })
    const b = await award()
    const [other] = await w.instalments(g, b.agreement)
    await g.run(b.ngo, M.actInstalment, { ...other!, action: 'REQUEST' })
    await g.run(g.officer, M.actInstalment, { ...(await g.look('grant_instalment', other!.id)), action: 'CHECK' })
    const sentBack = await g.run(g.finance, M.actInstalment, {
      ...(await g.look('grant_instalment', other!.id)),
      action: 'SEND_BACK',
      reason: '账号有误',
    })
    expect(sentBack.status).toBe('CONDITION_MET')
    await g.run(b.ngo, M.actInstalment, { ...sentBack, action: 'REQUEST' })
    await g.run(g.officer, M.actInstalment, { ...(await g.look('grant_instalment', other!.id)), action: 'CHECK' })
    const again = await g.run(g.lead, M.actInstalment, { ...(await g.look('grant_instalment', other!.id)), action: 'APPROVE' })
    expect((await g.refused(g.finance, M.pay, { ...again, ...payment })).message).toContain('voucher is taken')
  })

  test('9: two parallel requests of 60 % of what is left: one fails, and never a fen beyond the award', async () => {
    const a = await award()
    const [first] = await w.instalments(g, a.agreement)
    const codes = await Promise.all(
      [1, 2, 3, 4].map(() => outcome(g.run(a.ngo, M.actInstalment, { ...first!, action: 'REQUEST' }))),
    )
    expect(counted(codes)).toEqual({ VERSION_CONFLICT: 3, ok: 1 })
    // The instalments not yet due are planned anew in two sessions at once, each with 60 % of what is left.
    await role.query(`update organizations.grant_instalment set amount = 0 where agreement_id = $1 and status = 'PLANNED'`, [
      a.agreement.id,
    ])
    const share = Math.ceil(2_500_001 * 0.6)
    const plan = (number: number) =>
      role.query(`update organizations.grant_instalment set amount = $3 where agreement_id = $1 and number = $2`, [
        a.agreement.id,
        number,
        share,
      ])
    const both = await Promise.allSettled([plan(2), plan(3)])
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
    const more = role.query(
      `insert into organizations.grant_instalment select (jsonb_populate_record(i, jsonb_build_object('id', gen_random_uuid(), 'number', 9, 'amount', $2::int, 'status', 'PLANNED'))).* from organizations.grant_instalment i where id = $1`,
      [first!.id, 2_500_001 - share + 1],
    )
    await expect(more).rejects.toThrow('grant_instalment_ceiling')
    await expect(
      role.query(`update organizations.grant_instalment set amount = amount - 1 where id = $1`, [first!.id]),
    ).rejects.toThrow('grant_instalment_fixed')
  })
})

describe('changing an award', () => {
  test('10, 11: within 10 % in all, never below what is committed, within the pool; instalments still sum to it', async () => {
    const a = await award(true, { pool: 5_500_002, cap: 5_500_000 })
    await w.paid(g, a.ngo, (await w.instalments(g, a.agreement))[0]!)
    const ask = async (to: number) =>
      g.run(a.ngo, M.change, { agreement: a.agreement.id, input: { kind: 'AWARD', body: '调整金额', award: to } })
    const approve = async (change: w.Step) => g.run(g.lead, M.actChange, { ...change, action: 'APPROVE' })
    const sum = async () => (await w.instalments(g, a.agreement)).reduce((all, { amount }) => all + amount, 0)
    await approve(await ask(5_250_001))
    expect(await sum()).toBe(5_250_001)
    await approve(await ask(5_500_001))
    expect(await sum()).toBe(5_500_001)
    expect((await g.refused(g.lead, M.actChange, { ...(await ask(5_500_002)), action: 'APPROVE' })).message).toContain('10 %')
    expect((await g.refused(g.lead, M.actChange, { ...(await ask(2_499_999)), action: 'APPROVE' })).message).toContain(
      '25,000.00',
    )
    await approve(await ask(2_500_001))
    expect((await w.instalments(g, a.agreement)).map(({ amount }) => amount)).toEqual([2_500_000, 0, 1])
    await expect(
      role.query(`update organizations.grant_agreement set award = 2500000 where id = $1`, [a.agreement.id]),
    ).rejects.toThrow('grant_instalment_ceiling')
    const other = await award(true, { pool: 5_250_000, cap: 5_250_000 })
    const beyond = await g.run(other.ngo, M.change, {
      agreement: other.agreement.id,
      input: { kind: 'AWARD', body: '追加', award: 5_250_001 },
    })
    expect((await g.refused(g.lead, M.actChange, { ...beyond, action: 'APPROVE' })).message).toContain('The pool has')
  })
})

test('a complaint that is upheld suspends the project: nothing is paid until it goes on', async () => {
  const a = await award()
  const raised = await g.run(g.officer, M.object, {
    input: { application: a.agreement.application, by: '匿名', body: '未按方案实施' },
  })
  await g.run(g.lead, M.actObjection, { ...raised, action: 'UPHOLD', reason: '经查属实' })
  expect((await look(a)).status).toBe('SUSPENDED')
  const [first] = await w.instalments(g, a.agreement)
  expect((await g.refused(a.ngo, M.actInstalment, { ...first!, action: 'REQUEST' })).message).toContain('halted')
  await w.actAgreement(g, g.lead, a.agreement, 'RESUME', '已整改')
  expect((await look(a)).status).toBe('RUNNING')
  await g.run(a.ngo, M.actInstalment, { ...first!, action: 'REQUEST' })
})

test('a round is archived once nothing of it runs, and gives back to its fund line what was not used', async () => {
  const a = await award()
  await w.paid(g, a.ngo, (await w.instalments(g, a.agreement))[0]!)
  expect(
    (await g.refused(g.officer, M.actRound, { ...(await g.look('micro_grant_round', a.round.id)), action: 'ARCHIVE' })).message,
  ).toContain('1 projects')
  await pass(a)
  await report(a, 2_500_000)
  await g.run(g.officer, M.pass, { ...(await look(a)), result: 'PASS' })
  expect(await statuses(a)).toEqual(['PAID', 'CANCELLED', 'CANCELLED'])
  await w.actAgreement(g, g.officer, a.agreement, 'CLOSE')
  await w.actRound(g, a.round, 'ARCHIVE')
  const { fund } = await g.run<{ fund: { reserved: number } }>(
    g.officer,
    `query ($id: ID!) { it: microGrantRound(id: $id) { fund { reserved } } }`,
    a.round,
  )
  expect(fund.reserved).toBe(2_500_000)
})

test('the portfolio: each breakdown sums to the same, within the caller’s divisions', async () => {
  interface Figure {
    by: string
    awarded: number
    paid: number
    count: number
  }
  const figures = await g.run<Figure[]>(
    g.officer,
    `{ it: grantFigures { by awarded paid pending returned count status field round place { code } } }`,
  )
  const sums = ['ROUND', 'STATUS', 'FIELD', 'PLACE'].map((by) =>
    figures.filter((f) => f.by === by).reduce((all, f) => [all[0]! + f.awarded, all[1]! + f.paid, all[2]! + f.count], [0, 0, 0]),
  )
  expect(new Set(sums.map(String)).size).toBe(1)
  const [held] = await g.sql<{ awarded: number; count: number }>(
    `select sum(award)::int as awarded, count(*)::int as count from organizations.grant_agreement where status <> 'DECLINED'`,
  )
  expect(sums[0]).toMatchObject({ 0: held!.awarded, 2: held!.count })
})

test('25: when an organisation winds up its projects are suspended; when it ends its money is held and its applications stop', async () => {
  const a = await award()
  const round = await w.openRound(g)
  const other = { id: a.organization, actor: a.ngo }
  const pending = await g.run(other.actor, M.apply, { round: round.id, input: w.applicationInput() })
  const act = `mutation ($id: ID!, $version: Int!, $action: SocialOrganizationAction!) { it: actOnSocialOrganization(id: $id, expectedVersion: $version, action: $action, reason: "终止") { id version status } }`
  const now = await g.look('social_organization', a.organization)
  const winding = await g.run(g.officer, act, { ...now, action: 'LIQUIDATE' })
  expect((await look(a)).status).toBe('SUSPENDED')
  await g.run(g.officer, act, { ...winding, action: 'DEREGISTER' })
  expect(await statuses(a)).toEqual(['WITHHELD', 'WITHHELD', 'WITHHELD'])
  expect((await g.look('grant_application', pending.id)).status).toBe('STOPPED')
})
