// Reviewing applications for grants through the API. Numbers are those of the edge cases of services.md §7.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loginOf } from '../../gateway/host/database.ts'
import { TEST_SECRET } from '../support/platform.ts'
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

describe('the review', () => {
  let walked: Walked
  beforeAll(async () => {
    walked = await w.reviewing(g, 3, 6)
  })

  test('draws as many as the round says, by a seed that is logged', async () => {
    const rows = await w.assignments(g, walked.round)
    expect(rows).toHaveLength(9)
    const [event] = await g.sql<{ data: { seed: string; among: string[]; drawn: number } }>(
      `select data from organizations.event where stream = $1 and action = 'DRAW'`,
      [walked.round.id],
    )
    expect(event!.data).toMatchObject({ seed: '公开摇号 7', drawn: 9, short: 0 })
    expect(event!.data.among.length).toBeGreaterThanOrEqual(6)
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
    const looks = `query ($id: ID!) { it: grantAssignment(id: $id) { looks { revision at } } }`
    const told = await g.run<{ looks: { revision: number; at: string }[] }>(g.officer, looks, row)
    expect(told.looks).toEqual([{ revision: 1, at: g.clock.now.toISOString() }])
    expect((await g.refused(who.actor, looks, row)).code).toBe('FORBIDDEN')
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

test('an application that is not corrected in time while it is reviewed leaves no sheet to be filled in', async () => {
  const walked = await w.reviewing(g, 2, 3)
  const [first] = walked.applications
  const of = async (status: string) =>
    (await w.assignments(g, walked.round)).filter((a) => a.application === first!.id && a.status === status)
  const reason = '请说明预算'
  await g.run(g.officer, M.actApplication, { ...(await g.look('grant_application', first!.id)), action: 'ASK_MORE', reason })
  expect(await of('DRAWN')).toHaveLength(3)
  g.days(10)
  await g.sweep()
  expect((await g.look('grant_application', first!.id)).status).toBe('INELIGIBLE')
  expect(await of('EXPIRED')).toHaveLength(3)
})

test('an officer who has a tie to the applicant picks none of its reviewers', async () => {
  const walked = await w.reviewing(g, 2, 3)
  const [mine, other] = walked.applications
  const free = (await w.reviewer(g)).id
  await g.run(g.lead, M.tie, { input: { organization: walked.organizations[0]!.id, kind: 'KIN' } })
  const assign = (application: string) => ({ application, reviewers: [free] })
  expect((await g.refused(g.lead, M.assign, assign(mine!.id))).message).toContain('stay out')
  const candidates = async (application: string) =>
    (
      await g.run<{ id: string }[]>(
        g.officer,
        `query ($application: ID!) { it: grantCandidates(application: $application) { id } }`,
        {
          application,
        },
      )
    ).map(({ id }) => id)
  expect(await candidates(other!.id)).toContain(free)
  expect(await g.run<w.Step[]>(g.lead, M.assign, assign(other!.id))).toHaveLength(1)
  expect(await candidates(other!.id)).not.toContain(free)
  expect(await candidates(mine!.id)).toContain(free)
})

test('whoever has a tie to an applicant neither draws up the list it stands on, nor publishes or awards it', async () => {
  const walked = await w.reviewing(g, 2, 3)
  await w.scoreAll(g, walked)
  await w.actRound(g, walked.round, 'DELIBERATE')
  const tied = { ...g.lead, id: crypto.randomUUID() }
  await g.run(tied, M.tie, { input: { organization: walked.organizations[0]!.id, kind: 'KIN' } })
  const tries = async (action: string) =>
    (await g.refused(tied, M.actRound, { ...(await g.look('micro_grant_round', walked.round.id)), action })).message
  expect(await tries('RECOMMEND')).toContain('another takes this step')
  await w.actRound(g, walked.round, 'RECOMMEND')
  expect(await tries('PUBLISH')).toContain('another takes this step')
  await w.actRound(g, walked.round, 'PUBLISH')
  g.days(14)
  expect(await tries('FINALISE')).toContain('another takes this step')
  await w.actRound(g, walked.round, 'FINALISE')
})

test('a correction keeps to the conditions: it asks for no more than the cap', async () => {
  const walked = await w.reviewing(g, 1, 3)
  const [owner] = walked.organizations
  const [{ id }] = walked.applications as [w.Step]
  const asked = await g.run(g.officer, M.actApplication, {
    ...(await g.look('grant_application', id)),
    action: 'ASK_MORE',
    reason: '请说明预算',
  })
  const dear = await g.run(owner!.actor, M.revise, { ...asked, input: w.applicationInput(6_000_001) })
  expect((await g.refused(owner!.actor, M.actApplication, { ...dear, action: 'RESUBMIT' })).message).toContain('the cap is')
})
