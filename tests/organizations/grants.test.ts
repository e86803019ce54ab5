// Grants through the API: the call, the review and the awards. Numbers are those of the edge cases of services.md §7.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loginOf } from '../../gateway/host/database.ts'
import { holder, TEST_SECRET } from '../support/platform.ts'
import { DISTRICT } from './actors.ts'
import * as w from './grants.world.ts'
import { M, type Grants, type Walked } from './grants.world.ts'

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

describe('the review', () => {
  let walked: Walked
  beforeAll(async () => {
    walked = await w.reviewing(g, 3, 6)
  })

  test('draws as many as the round says, by a seed that is logged', async () => {
    const rows = await w.assignments(g, walked.round)
    expect(rows).toHaveLength(9)
    const [event] = await g.sql<{ data: { seed: string; pool: string[]; drawn: number } }>(
      `select data from organizations.event where stream = $1 and action = 'DRAW'`,
      [walked.round.id],
    )
    expect(event!.data).toMatchObject({ seed: '公开摇号 7', drawn: 9, short: 0 })
    expect(event!.data.pool.length).toBeGreaterThanOrEqual(6)
  })

  test('14: whoever is recused is never assigned again: by name, in bulk, by lot, or past the API', async () => {
    const [row] = await w.assignments(g, walked.round)
    const who = w.reviewerOf(row!.account)
    const out = await g.run(who.actor, M.actAssignment, { ...row!, action: 'DECLARE_CONFLICT', reason: '曾任项目顾问' })
    expect(out.status).toBe('RECUSED')
    const others = walked.reviewers.filter(({ id }) => id !== who.id)
    const again = (reviewers: string[]) => g.refused(g.officer, M.assign, { application: row!.application, reviewers })
    expect((await again([who.id])).message).toMatch(/tie to the applicant|never assigned again/)
    const free = others.find(({ actor }) => actor.id !== null)!
    expect((await again([free.id, who.id])).code).toBe('REFUSED')
    for (const seed of ['1', '2', '3']) await w.draw(g, walked.round, seed)
    const live = (await w.assignments(g, walked.round)).filter(
      (a) => a.application === row!.application && a.status !== 'RECUSED',
    )
    expect(live).toHaveLength(3)
    expect(live.map((a) => a.account)).not.toContain(who.actor.id)
    await expect(
      role.query(
        `insert into organizations.grant_assignment select (jsonb_populate_record(s, jsonb_build_object('id', gen_random_uuid(), 'version', 1, 'status', 'DRAWN'))).* from organizations.grant_assignment s where id = $1`,
        [row!.id],
      ),
    ).rejects.toThrow(/grant_assignment_(clear|once)/)
    // Nor for another application of the same organisation in a later round.
    const later = await w.openRound(g)
    const owner = walked.organizations[walked.applications.findIndex(({ id }) => id === row!.application)]!
    const next = await w.submitted(g, later, owner)
    await w.toReview(g, later, [next])
    for (const application of [next.id])
      expect((await g.refused(g.officer, M.assign, { application, reviewers: [who.id] })).message).toContain(
        'tie to the applicant',
      )
  })

  test('conflicts are computed: own organisation, a post in the register, own application, and recuse what is under way', async () => {
    const [one] = walked.organizations
    const [first] = walked.applications
    const own = await w.reviewer(g, { employer: one!.id })
    expect((await g.refused(g.officer, M.assign, { application: first!.id, reviewers: [own.id] })).message).toContain(
      'tie to the applicant',
    )
    const second = walked.applications[1]!
    expect((await g.refused(g.officer, M.assign, { application: second.id, reviewers: [own.id] })).message).toContain(
      'own organisation applies',
    )
    const posted = await w.reviewer(g)
    await g.sql(
      `insert into organizations.organization_person (id, organization, division, name, post, since, until, account) values (gen_random_uuid(), $1, $2, '示例', 'DIRECTOR', '2020-01-01', '2024-06-01', $3)`,
      [one!.id, DISTRICT, posted.actor.id],
    )
    expect((await g.refused(g.officer, M.assign, { application: first!.id, reviewers: [posted.id] })).message).toContain(
      'tie to the applicant',
    )
    const fresh = await w.reviewer(g)
    const [assigned] = await g.run<w.Step[]>(g.officer, M.assign, { application: second.id, reviewers: [fresh.id] })
    const applicants = await g.run<{ id: string }[]>(
      fresh.actor,
      `query ($id: ID!) { it: grantApplicants(round: $id) { id name } }`,
      walked.round,
    )
    expect(applicants.map(({ id }) => id).sort()).toEqual(walked.organizations.map(({ id }) => id).sort())
    await g.run(fresh.actor, M.tie, { input: { organization: walked.organizations[1]!.id, kind: 'MENTOR' } })
    expect((await g.look('grant_assignment', assigned!.id)).status).toBe('RECUSED')
  })

  test('15: a file opens once no tie is declared, to its reviewer alone, blind, in list and detail; and closes with the review', async () => {
    const row = (await w.assignments(g, walked.round)).find((a) => a.status === 'DRAWN')
    const who = w.reviewerOf(row!.account)
    const asked = `query ($id: ID!) { it: grantAssignment(id: $id) { material { title applicant revision } scores { points } total } }`
    const list = `query ($id: ID!) { it: grantAssignments(filter: { round: $id }, first: 100) { edges { node { id material { title } scores { points } } } } }`
    expect(await g.run(who.actor, asked, row)).toMatchObject({ material: null })
    await g.run(who.actor, M.actAssignment, { ...row!, action: 'DECLARE_CLEAR' })
    expect(await g.run(who.actor, asked, row)).toMatchObject({
      material: { title: '示例助老项目', applicant: null, revision: 1 },
    })
    const saved = await g.run(who.actor, M.sheet, {
      ...(await g.look('grant_assignment', row!.id)),
      input: { revision: 1, scores: w.scores(7, null), comment: '' },
    })
    expect(saved.status).toBe('ACCEPTED')
    const other = walked.reviewers.find(({ id }) => id !== who.id)!
    expect(await g.run(other.actor, asked, row)).toBeNull()
    expect(await g.run(g.officer, asked, row)).toMatchObject({ material: null, scores: null, total: null })
    type Rows = { edges: { node: { id: string; material: unknown; scores: unknown } }[] }
    const mine = await g.run<Rows>(other.actor, list, walked.round)
    expect(mine.edges.map(({ node }) => node.id)).not.toContain(row!.id)
    const all = await g.run<Rows>(g.officer, list, walked.round)
    expect(all.edges.length).toBeGreaterThanOrEqual(9)
    expect(all.edges.every(({ node }) => node.material === null && node.scores === null)).toBe(true)
    const denied = await g.ask(
      'organizations',
      who.actor,
      `query ($id: ID!) { grantAssignment(id: $id) { application { id } } }`,
      row as never,
    )
    expect(denied.errors[0]!.code).toBe('FORBIDDEN')
    expect(
      (
        await g.ask<{ grantApplications: { totalCount: number } }>(
          'organizations',
          who.actor,
          `{ grantApplications { totalCount } }`,
        )
      ).data!.grantApplications.totalCount,
    ).toBe(0)
    // 17 and the history of the sheet.
    const incomplete = await g.run(who.actor, M.sheet, {
      ...saved,
      input: { revision: 1, scores: w.scores(7).slice(0, 1), comment: '' },
    })
    expect((await g.refused(who.actor, M.actAssignment, { ...incomplete, action: 'SUBMIT' })).message).toContain('no score yet')
    const [edit] = await g.sql<{ data: { before: { scores: unknown[] } } }>(
      `select data from organizations.event where stream = $1 and action = 'REVISE' order by version desc limit 1`,
      [row!.id],
    )
    expect(edit!.data.before.scores).toHaveLength(2)
  })

  test('19: material handed in again sends the sheets back, to be looked at and confirmed', async () => {
    const row = (await w.assignments(g, walked.round)).find((a) => a.status === 'DRAWN')
    const who = w.reviewerOf(row!.account)
    await w.score(g, who.actor, row!, [8, 8])
    const asked = await g.run(g.officer, M.actApplication, {
      ...(await g.look('grant_application', row!.application)),
      action: 'ASK_MORE',
      reason: '请说明预算',
    })
    expect(
      (await g.refused(g.officer, M.actRound, { ...(await g.look('micro_grant_round', walked.round.id)), action: 'DELIBERATE' }))
        .message,
    ).toContain('not corrected')
    const owner = walked.organizations[walked.applications.findIndex(({ id }) => id === row!.application)]!
    const better = await g.run(owner.actor, M.revise, { ...asked, input: w.applicationInput(4_500_000) })
    expect((await g.run(owner.actor, M.actApplication, { ...better, action: 'RESUBMIT' })).status).toBe('IN_REVIEW')
    const reopened = await g.look('grant_assignment', row!.id)
    expect(reopened.status).toBe('ACCEPTED')
    expect(
      await g.run(
        who.actor,
        `query ($id: ID!) { it: grantAssignment(id: $id) { isOutdated material { revision amount } } }`,
        row,
      ),
    ).toEqual({ isOutdated: true, material: { revision: 2, amount: 4_500_000 } })
    expect((await g.refused(who.actor, M.actAssignment, { ...reopened, action: 'SUBMIT' })).message).toContain('revision 2')
    const confirmed = await g.run(who.actor, M.sheet, {
      ...reopened,
      input: { revision: 2, scores: w.scores(8, 9), comment: '' },
    })
    expect((await g.run(who.actor, M.actAssignment, { ...confirmed, action: 'SUBMIT' })).status).toBe('SUBMITTED')
  })

  test('16: nothing moves on by itself; locked sheets are open to officers and closed to reviewers', async () => {
    for (const row of await w.assignments(g, walked.round)) {
      if (row.status !== 'DRAWN' && row.status !== 'ACCEPTED') continue
      const who = w.reviewerOf(row.account)
      await w.score(g, who.actor, row, [9 - walked.applications.findIndex(({ id }) => id === row.application), 5])
    }
    expect((await g.look('micro_grant_round', walked.round.id)).status).toBe('REVIEWING')
    const late = (await w.assignments(g, walked.round)).find((a) => a.status === 'SUBMITTED')
    const who = w.reviewerOf(late!.account)
    const back = await g.run(who.actor, M.actAssignment, { ...late!, action: 'TAKE_BACK' })
    expect(
      (await g.refused(g.officer, M.actRound, { ...(await g.look('micro_grant_round', walked.round.id)), action: 'DELIBERATE' }))
        .message,
    ).toContain('1 score sheets')
    await g.run(who.actor, M.actAssignment, { ...back, action: 'SUBMIT' })
    await w.actRound(g, walked.round, 'DELIBERATE')
    expect(await g.run(who.actor, `query ($id: ID!) { it: grantAssignment(id: $id) { id } }`, late)).toBeNull()
    const seen = await g.run<{ scores: unknown[]; total: number; material: unknown }>(
      g.officer,
      `query ($id: ID!) { it: grantAssignment(id: $id) { scores { points } total material { title } } }`,
      late,
    )
    expect(seen.scores).toHaveLength(2)
    expect(seen.material).toBeNull()
    await expect(role.query(`update organizations.grant_assignment set scores = '[]' where id = $1`, [late!.id])).rejects.toThrow(
      'grant_sheet_locked',
    )
    const ranks = await g.sql<{ rank: number }>(
      `select rank from organizations.grant_application where round_id = $1 order by rank`,
      [walked.round.id],
    )
    expect(ranks.map((r) => r.rank)).toEqual([1, 2, 3])
  })
})

test('13: parallel recommendations cannot exceed the pool by a fen, through the API or past it', async () => {
  const walked = await w.reviewing(g, 4, 5, { pool: 10_000_000 }, 5_000_000)
  await w.scoreAll(g, walked)
  await w.actRound(g, walked.round, 'DELIBERATE')
  const rows = await Promise.all(walked.applications.map(({ id }) => g.look('grant_application', id)))
  const codes = await Promise.all(
    rows.map((row, i) => outcome(g.run(g.officer, M.recommend, { ...row, amount: i === 0 ? 4_999_999 : 5_000_000 }))),
  )
  expect(counted(codes)).toEqual({ REFUSED: 2, ok: 2 })
  const sum = async () =>
    (
      await g.sql<{ sum: number }>(
        `select sum(awarded)::int as sum from organizations.grant_application where round_id = $1 and status = 'RECOMMENDED'`,
        [walked.round.id],
      )
    )[0]!.sum
  expect(await sum()).toBeLessThanOrEqual(10_000_000)
  const left = rows.find((_, i) => codes[i] === 'REFUSED')!
  const spare = 10_000_000 - (await sum())
  await expect(
    role.query(`update organizations.grant_application set status = 'RECOMMENDED', awarded = $2 where id = $1`, [
      left.id,
      spare + 1,
    ]),
  ).rejects.toThrow('grant_pool_ceiling')
})

describe('awards', () => {
  test('the reserve is promoted by released money, in order', async () => {
    const walked = await w.reviewing(g, 4, 5, { pool: 10_000_000 }, 5_000_000)
    const signedBy = (application: string) =>
      walked.organizations[walked.applications.findIndex(({ id }) => id === application)]!.actor
    const [first, second] = await w.awarded(g, walked)
    const statuses = async () =>
      (await Promise.all(walked.applications.map(({ id }) => g.look('grant_application', id)))).map(({ status }) => status)
    expect(await statuses()).toEqual(['AWARDED', 'AWARDED', 'RESERVE', 'RESERVE'])
    await w.actAgreement(g, signedBy(second!.application), second!, 'DECLINE', '人手不足')
    expect(await statuses()).toEqual(['AWARDED', 'DECLINED', 'AWARDED', 'RESERVE'])
    // Not signed in time goes to the next as well.
    await w.signed(g, signedBy(first!.application), first!)
    g.days(31)
    await g.sweep()
    expect(await statuses()).toEqual(['AWARDED', 'DECLINED', 'DECLINED', 'AWARDED'])
    const total = await g.sql<{ sum: number }>(
      `select sum(award)::int as sum from organizations.grant_agreement where round_id = $1 and status <> 'DECLINED'`,
      [walked.round.id],
    )
    expect(total[0]!.sum).toBe(10_000_000)
  })

  test('an objection that is upheld stops the project, and the next in order gets the money', async () => {
    const walked = await w.reviewing(g, 3, 5, { pool: 6_000_000 }, 5_000_000)
    await w.scoreAll(g, walked)
    await w.actRound(g, walked.round, 'DELIBERATE')
    await w.actRound(g, walked.round, 'RECOMMEND')
    await w.actRound(g, walked.round, 'PUBLISH')
    const finalise = async () =>
      g.refused(g.lead, M.actRound, { ...(await g.look('micro_grant_round', walked.round.id)), action: 'FINALISE' })
    expect((await finalise()).message).toContain('not over')
    const [best] = walked.applications
    const raised = await g.run(g.officer, M.object, { input: { application: best!.id, by: '示例居民', body: '材料不实' } })
    g.days(14)
    expect((await finalise()).message).toContain('1 objections')
    const upheld = await g.run(g.lead, M.actObjection, { ...raised, action: 'UPHOLD', reason: '经查属实' })
    expect(upheld.status).toBe('UPHELD')
    await w.actRound(g, walked.round, 'FINALISE')
    const rows = await Promise.all(walked.applications.map(({ id }) => g.look('grant_application', id)))
    expect(rows.map(({ status }) => status)).toEqual(['STOPPED', 'AWARDED', 'RESERVE'])
  })

  test('33: an award is more than nothing; what comes back is a transaction', async () => {
    const walked = await w.reviewing(g, 1)
    await w.scoreAll(g, walked)
    await w.actRound(g, walked.round, 'DELIBERATE')
    const row = await g.look('grant_application', walked.applications[0]!.id)
    for (const amount of [0, -1])
      expect((await g.refused(g.officer, M.recommend, { ...row, amount })).code).toBe('BAD_USER_INPUT')
    await expect(role.query(`update organizations.grant_application set awarded = 0 where id = $1`, [row.id])).rejects.toThrow(
      'grant_application_amount',
    )
  })
})
