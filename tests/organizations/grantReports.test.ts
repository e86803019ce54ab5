// Reports on grants, what follows when they are late, and what comes back. Numbers are those of the edge cases of services.md §7.
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
const statuses = async (a: Awarded) => (await w.instalments(g, a.agreement)).map(({ status }) => status)

describe('reports', () => {
  test('gate the money: mid-term and end release what waits for them', async () => {
    const a = await award()
    await w.paid(g, a.ngo, (await w.instalments(g, a.agreement))[0]!)
    await report(a, 2_000_000)
    expect((await g.refused(a.ngo, M.report, { ...(await look(a)), ...reportOn(1) })).code).toBe('BAD_USER_INPUT')
    await w.actAgreement(g, g.officer, a.agreement, 'RECTIFY', '缺少活动记录')
    await report(a, 2_400_000)
    await w.actAgreement(g, g.officer, a.agreement, 'PASS_MIDTERM')
    expect(await statuses(a)).toEqual(['PAID', 'CONDITION_MET', 'PLANNED'])
    await w.paid(g, a.ngo, (await w.instalments(g, a.agreement))[1]!)
    expect((await g.refused(a.ngo, M.report, { ...(await look(a)), ...reportOn(5_000_002) })).code).toBe('BAD_USER_INPUT')
    await report(a, 4_900_000)
    expect((await g.refused(g.officer, M.pass, { ...(await look(a)), result: 'FAIL' })).code).toBe('BAD_USER_INPUT')
    await g.run(g.officer, M.pass, { ...(await look(a)), result: 'GOOD' })
    expect(await statuses(a)).toEqual(['PAID', 'PAID', 'CONDITION_MET'])
    const close = async () => g.refused(g.officer, M.actAgreement, { ...(await look(a)), action: 'CLOSE' })
    expect((await close()).message).toContain('1 instalments')
    await w.paid(g, a.ngo, (await w.instalments(g, a.agreement))[2]!)
    // What was not spent comes back, as transactions (33), and never more than was paid.
    expect((await close()).message).toContain('1,000.01')
    const back = (amount: number, voucher: string) => ({ input: { amount, voucher, returnedOn: g.today() } })
    expect((await g.refused(g.finance, M.giveBack, { ...(await look(a)), ...back(5_000_002, 'r0') })).code).toBe('BAD_USER_INPUT')
    await g.run(g.finance, M.giveBack, { ...(await look(a)), ...back(60_000, 'r1') })
    const now = await look(a)
    const codes = await Promise.all(
      ['r2', 'r3', 'r4'].map((voucher) => outcome(g.run(g.finance, M.giveBack, { ...now, ...back(40_001, voucher) }))),
    )
    expect(counted(codes)).toEqual({ VERSION_CONFLICT: 2, ok: 1 })
    const past = role.query(
      `insert into organizations.grant_return (id, agreement_id, amount, voucher, returned_on, at) values (gen_random_uuid(), $1, 4900001, 'x', current_date, now())`,
      [a.agreement.id],
    )
    await expect(past).rejects.toThrow('grant_return_ceiling')
    expect((await w.actAgreement(g, g.officer, a.agreement, 'CLOSE')).status).toBe('CLOSED')
  })

  test('20: a due day never drifts; an approved extension stands beside it, and only that saves a late report', async () => {
    const [late, kept] = [await award(), await award()]
    const dueOf = async (a: Awarded) =>
      (
        await g.sql<{ due: string; extended: string | null }>(
          `select due_on::text as due, extended_to::text as extended from organizations.grant_report where agreement_id = $1 and kind = 'MIDTERM'`,
          [a.agreement.id],
        )
      )[0]!
    const { due } = await dueOf(late)
    await expect(
      role.query(`update organizations.grant_report set due_on = due_on + 30 where agreement_id = $1`, [late.agreement.id]),
    ).rejects.toThrow('grant_report_fixed')
    const extendTo = new Date(Date.parse((await dueOf(kept)).due) + 20 * 86_400_000).toISOString().slice(0, 10)
    expect(
      (await g.refused(kept.ngo, M.change, { agreement: kept.agreement.id, input: { kind: 'PERIOD', body: '延期' } })).code,
    ).toBe('BAD_USER_INPUT')
    const change = await g.run(kept.ngo, M.change, {
      agreement: kept.agreement.id,
      input: { kind: 'PERIOD', body: '因场地装修延期', extendTo },
    })
    expect((await g.refused(kept.ngo, M.actChange, { ...change, action: 'APPROVE' })).code).toBe('FORBIDDEN')
    await g.run(g.lead, M.actChange, { ...change, action: 'APPROVE' })
    expect(await dueOf(kept)).toMatchObject({ extended: extendTo })
    g.clock.now = new Date(`${due}T15:00:00Z`)
    await g.sweep()
    expect((await look(late)).status).toBe('RUNNING')
    g.days(2)
    const tardy = { ...(await look(late)), input: { body: '迟到的报告', beneficiaries: 1, spent: 0 } }
    expect((await g.refused(late.ngo, M.report, tardy)).message).toContain('late')
    await g.sweep()
    await g.sweep()
    expect([(await look(late)).status, (await look(kept)).status]).toEqual(['TERMINATED', 'RUNNING'])
    expect(await dueOf(late)).toEqual({ due, extended: null })
    expect(await statuses(late)).toEqual(['WITHHELD', 'WITHHELD', 'WITHHELD'])
    const bars = await g.run<{ until: string; organization: { id: string } }[]>(
      g.officer,
      `{ it: grantBars { until organization { id } } }`,
    )
    expect(bars.find(({ organization }) => organization.id === late.organization)?.until.slice(0, 4)).toBe(
      String(Number(g.today().slice(0, 4)) + 3),
    )
    await expect(report(kept, 1_000_000)).resolves.toMatchObject({ status: 'MIDTERM' })
  })

  test('21: of a report there is one, however many ask for it at once', async () => {
    const a = await award(false)
    await w.actAgreement(g, a.ngo, a.agreement, 'SIGN')
    const now = await look(a)
    const codes = await Promise.all(
      [1, 2, 3, 4].map(() => outcome(g.run(g.lead, M.actAgreement, { ...now, action: 'COUNTERSIGN' }))),
    )
    expect(counted(codes)).toEqual({ VERSION_CONFLICT: 3, ok: 1 })
    const reports = () =>
      g.sql(`select kind from organizations.grant_report where agreement_id = $1 order by kind`, [a.agreement.id])
    expect(await reports()).toEqual([{ kind: 'FINAL' }, { kind: 'MIDTERM' }])
    const again = role.query(
      `insert into organizations.grant_report (id, agreement_id, kind, due_on) values (gen_random_uuid(), $1, 'FINAL', current_date)`,
      [a.agreement.id],
    )
    await expect(again).rejects.toThrow('grant_report_once')
    const handedIn = await Promise.all([1, 2, 3].map(async () => outcome(report(a, 100))))
    expect(handedIn.filter((c) => c === 'ok')).toHaveLength(1)
  })

  test('a failed project: what is left is withheld, what is unspent called back, its organisation barred', async () => {
    const a = await award()
    await w.paid(g, a.ngo, (await w.instalments(g, a.agreement))[0]!)
    await report(a, 1_000_000)
    await w.actAgreement(g, g.officer, a.agreement, 'FAIL_MIDTERM', '进度严重滞后')
    expect(await statuses(a)).toEqual(['PAID', 'WITHHELD', 'WITHHELD'])
    expect((await g.refused(g.officer, M.actAgreement, { ...(await look(a)), action: 'WIND_UP' })).message).toContain('15,000.00')
    await g.run(g.finance, M.giveBack, {
      ...(await look(a)),
      input: { amount: 1_500_000, voucher: `追${a.agreement.id}`, returnedOn: g.today() },
    })
    expect((await w.actAgreement(g, g.officer, a.agreement, 'WIND_UP')).status).toBe('WOUND_UP')
    expect(await statuses(a)).toEqual(['PAID', 'CANCELLED', 'CANCELLED'])
    // Barred: it cannot hand in another application, and is told why.
    const round = await w.openRound(g)
    const draft = await g.run(a.ngo, M.apply, { round: round.id, input: w.applicationInput() })
    expect((await g.refused(a.ngo, M.actApplication, { ...draft, action: 'SUBMIT' })).message).toContain('Barred from applying')
  })
})
