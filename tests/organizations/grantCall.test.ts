// A call for grants through the API: announced, applied to, screened. Numbers are those of the edge cases of services.md §7.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loginOf } from '../../gateway/host/database.ts'
import { holder, TEST_SECRET } from '../support/platform.ts'
import { DISTRICT } from './actors.ts'
import * as w from './grants.world.ts'
import { M, type Grants } from './grants.world.ts'

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

describe('the call', () => {
  test('is announced with what stands from then on, opens and closes by the calendar', async () => {
    const [money, template] = await Promise.all([
      w.fund(g, 20_000_000),
      g.run<{ id: string; version: number }>(g.officer, M.template, { input: w.templateInput() }),
    ])
    const input = w.roundInput(g, money.id, template.id)
    const draft = await g.run(g.officer, M.round, { input })
    const stranger = holder([{ role: 'DISTRICT_CIVIL_AFFAIRS', division: '320585000000' }])
    expect((await g.refused(stranger, M.actRound, { ...draft, action: 'ANNOUNCE' })).code).toBe('NOT_FOUND')
    for (const wrong of [
      { reviewers: 4 },
      { quorum: 2 },
      { shares: [5_000, 4_000] },
      { pool: 0 },
      { closesOn: '2026-01-01' },
      { conditions: [{ code: 'MIN_GRADE', value: null }] },
    ])
      expect((await g.refused(g.officer, M.round, { input: { ...input, code: 'x', ...wrong } })).code).toBe('BAD_USER_INPUT')
    const short = await g.run(g.officer, M.reviseRound, { ...draft, input: { ...input, closesOn: g.today() } })
    expect((await g.refused(g.lead, M.actRound, { ...short, action: 'ANNOUNCE' })).message).toContain('at least 10 days')
    const again = await g.run(g.officer, M.reviseRound, { ...short, input })
    const announced = await g.run(g.lead, M.actRound, { ...again, action: 'ANNOUNCE' })
    expect((await g.refused(g.officer, M.reviseRound, { ...announced, input })).message).toContain('does not change')
    await g.sweep()
    expect((await g.look('micro_grant_round', draft.id)).status).toBe('OPEN')

    // 18: a form changed afterwards reaches only later rounds, and the database holds it.
    const changed = w.templateInput({ criteria: [{ key: 'only', label: '唯一', points: 5, weight: 10_000 }] })
    await g.run(g.officer, M.reviseTemplate, { ...template, input: changed })
    const criteria = await g.run<{ criteria: { key: string }[] }>(
      g.officer,
      `query ($id: ID!) { it: microGrantRound(id: $id) { criteria { key } } }`,
      draft,
    )
    expect(criteria.criteria.map((c) => c.key)).toEqual(['need', 'plan'])
    await expect(
      role.query(`update organizations.micro_grant_round set criteria = '[]' where id = $1`, [draft.id]),
    ).rejects.toThrow('grant_round_fixed')
    await expect(
      role.query(`update organizations.micro_grant_round set pool = pool + 1 where id = $1`, [draft.id]),
    ).rejects.toThrow('grant_round_fixed')

    // The pool is reserved: the fund line has five million fen left.
    const second = await g.run(g.officer, M.round, {
      input: w.roundInput(g, money.id, template.id, { pool: 5_000_001, cap: 1_000 }),
    })
    expect((await g.refused(g.lead, M.actRound, { ...second, action: 'ANNOUNCE' })).message).toContain('50000.00')
    expect((await g.refused(g.officer, M.reviseFund, { ...money, amount: 14_999_999 })).message).toContain('too little left')
    g.days(15)
    await g.sweep()
    expect((await g.look('micro_grant_round', draft.id)).status).toBe('CLOSED')
  })

  test('two rounds announced at once cannot both have the money', async () => {
    const [money, template] = await Promise.all([
      w.fund(g, 15_000_000),
      g.run(g.officer, M.template, { input: w.templateInput() }),
    ])
    const drafts = await Promise.all(
      [1, 2, 3].map(() => g.run(g.officer, M.round, { input: w.roundInput(g, money.id, template.id) })),
    )
    const codes = await Promise.all(drafts.map((d) => outcome(g.run(g.lead, M.actRound, { ...d, action: 'ANNOUNCE' }))))
    expect(counted(codes)).toEqual({ REFUSED: 2, ok: 1 })
  })

  test('says to an organisation what it meets and what not, and takes one application of each', async () => {
    const round = await w.openRound(g)
    const [fit, unfit] = [await w.organization(g), await w.organization(g, { grade: null, report: 'FAILED' })]
    const eligibility = `query ($id: ID!) { it: microGrantRound(id: $id) { eligibility { code isMet says } } }`
    const verdicts = (
      await g.run<{ eligibility: { code: string; isMet: boolean; says: string }[] }>(unfit.actor, eligibility, round)
    ).eligibility
    expect(verdicts.filter((v) => !v.isMet).map((v) => [v.code, v.says])).toEqual([
      ['REPORTED', 'The last annual report did not pass.'],
      ['MIN_GRADE', 'No valid grade; 2A is due.'],
    ])
    const draft = await g.run(unfit.actor, M.apply, { round: round.id, input: w.applicationInput() })
    expect((await g.refused(unfit.actor, M.actApplication, { ...draft, action: 'SUBMIT' })).message).toContain('2A is due')

    // A draft saves whatever is there; handing in says what lacks.
    const begun = await g.run(fit.actor, M.apply, {
      round: round.id,
      input: w.applicationInput(0, { answers: [], budget: [], startsOn: null, title: '' }),
    })
    expect((await g.refused(fit.actor, M.actApplication, { ...begun, action: 'SUBMIT' })).message).toContain('需求分析')
    expect((await g.refused(fit.actor, M.apply, { round: round.id, input: w.applicationInput() })).message).toContain(
      'One application',
    )
    for (const [wrong, field] of [
      [{ field: 'OTHER' }, 'field'],
      [{ answers: [{ key: 'need', body: 'x'.repeat(1_001) }] }, 'answers.need'],
      [{ budget: [{ name: 'x', amount: -1, own: 0 }] }, 'budget'],
      [{ endsOn: '2026-01-01' }, 'endsOn'],
      [{ place: '320585100000' }, 'place'],
    ] as const)
      expect(await g.refused(fit.actor, M.revise, { ...begun, input: w.applicationInput(1, wrong) })).toMatchObject({
        code: 'BAD_USER_INPUT',
        more: { field },
      })
    const over = await g.run(fit.actor, M.revise, { ...begun, input: w.applicationInput(6_000_001) })
    expect((await g.refused(fit.actor, M.actApplication, { ...over, action: 'SUBMIT' })).message).toContain('60000.01')
    const brief = await g.run(fit.actor, M.revise, { ...over, input: w.applicationInput(5_000_000, { endsOn: '2026-12-31' }) })
    expect((await g.refused(fit.actor, M.actApplication, { ...brief, action: 'SUBMIT' })).message).toContain('8 are due')
    const whole = await g.run(fit.actor, M.revise, { ...brief, input: w.applicationInput() })
    expect((await g.refused(unfit.actor, M.actApplication, { ...whole, action: 'SUBMIT' })).code).toBe('NOT_FOUND')
    // Officers see nothing of a draft.
    const seen = (actor = g.officer) =>
      g.run<{ id: string } | null>(actor, `query ($id: ID!) { it: grantApplication(id: $id) { id } }`, begun)
    expect(await seen()).toBeNull()
    const handedIn = await g.run(fit.actor, M.actApplication, { ...whole, action: 'SUBMIT' })
    expect(await seen()).not.toBeNull()
    expect(await seen(holder([{ role: 'EVALUATOR', division: DISTRICT }]))).toBeNull()
    const back = await g.run(fit.actor, M.actApplication, { ...handedIn, action: 'RECALL' })
    await g.run(fit.actor, M.actApplication, { ...back, action: 'SUBMIT' })
    const revisions = await g.sql(`select number from organizations.grant_revision where application_id = $1 order by 1`, [
      begun.id,
    ])
    expect(revisions).toEqual([{ number: 1 }, { number: 2 }])
    const parallel = await Promise.all(
      [1, 2, 3, 4].map(async () =>
        outcome(g.run((await w.organization(g)).actor, M.apply, { round: round.id, input: w.applicationInput() })),
      ),
    )
    expect(counted(parallel)).toEqual({ ok: 4 })
    const same = await w.organization(g)
    const twice = await Promise.all(
      [1, 2, 3, 4].map(() => outcome(g.run(same.actor, M.apply, { round: round.id, input: w.applicationInput() }))),
    )
    expect(counted(twice)).toEqual({ REFUSED: 3, ok: 1 })
  })

  test('is screened with one correction; what is not corrected in time is not accepted', async () => {
    const round = await w.openRound(g)
    const [a, b] = [await w.organization(g), await w.organization(g)]
    const [first, second] = [await w.submitted(g, round, a), await w.submitted(g, round, b)]
    expect((await g.refused(g.officer, M.actApplication, { ...first, action: 'ACCEPT' })).message).toContain('not being screened')
    g.days(16)
    await g.sweep()
    await w.actRound(g, round, 'SCREEN')
    const asked = await g.run(g.officer, M.actApplication, { ...first, action: 'ASK_MORE', reason: '请补充预算说明' })
    expect(
      (await g.refused(g.officer, M.actRound, { ...(await g.look('micro_grant_round', round.id)), action: 'REVIEW' })).message,
    ).toContain('2 applications')
    const better = await g.run(a.actor, M.revise, { ...asked, input: w.applicationInput(4_000_000) })
    const again = await g.run(a.actor, M.actApplication, { ...better, action: 'RESUBMIT' })
    expect(again.status).toBe('SUBMITTED')
    expect((await g.refused(g.officer, M.actApplication, { ...again, action: 'ASK_MORE', reason: '再补' })).message).toContain(
      'corrected once',
    )
    await g.run(g.officer, M.actApplication, { ...second, action: 'ASK_MORE', reason: '请补充' })
    g.days(14)
    await g.sweep()
    expect((await g.look('grant_application', second.id)).status).toBe('INELIGIBLE')
    // An officer with a tie stays out of it.
    await g.run(g.officer, M.tie, { input: { organization: a.id, kind: 'KIN' } })
    expect((await g.refused(g.officer, M.actApplication, { ...again, action: 'ACCEPT' })).message).toContain('stay out')
    expect((await g.run(g.lead, M.actApplication, { ...again, action: 'ACCEPT' })).status).toBe('ELIGIBLE')
    const told = await g.run<{ events: { action: string; details: { after: string }[] }[] }>(
      g.lead,
      `query ($id: ID!) { it: grantApplication(id: $id) { events { action details { after } } } }`,
      first,
    )
    expect(told.events.at(-1)!.details[0]!.after).toContain('✓')
  })
})
