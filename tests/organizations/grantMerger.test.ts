// What becomes of applications, agreements and instalments when their organisation is merged into another. 23 of services.md §7.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import * as w from './grants.world.ts'
import { M, type Grants, type Organization, type Step } from './grants.world.ts'

let g: Grants
beforeAll(async () => void (g = await w.openGrants()))
afterAll(() => g.stop())

const MERGE = `mutation ($id: ID!, $version: Int!, $into: ID!, $ground: MergerGround!) { it: mergeSocialOrganization(id: $id, expectedVersion: $version, into: $into, ground: $ground, reason: "依据登记机关文书") { id version status } }`
const PREVIEW = `query ($id: ID!, $into: ID!) { it: mergerPreview(id: $id, into: $into) { blocked moving { label count } } }`
const merging = async (from: Organization, into: Organization, ground = 'DUPLICATE') => ({
  ...(await g.look('social_organization', from.id)),
  into: into.id,
  ground,
})
const merge = async (from: Organization, into: Organization, ground?: string): Promise<Step> =>
  g.run(g.officer, MERGE, await merging(from, into, ground))
const ownerOf = (application: { id: string }) =>
  g.sql<{ organization: string; is_taken_over: boolean }>(
    `select organization, is_taken_over from organizations.grant_application where id = $1`,
    [application.id],
  )

describe('23: a merger', () => {
  test('takes applications, agreements and instalments along; both ids resolve, and the survivor acts for them', async () => {
    const walked = await w.reviewing(g, 1, 3)
    const [from] = walked.organizations as [Organization]
    const [agreement] = await w.awarded(g, walked)
    await w.signed(g, from.actor, agreement!)
    const into = await w.organization(g)
    expect(await g.run(g.officer, PREVIEW, { id: from.id, into: into.id })).toMatchObject({
      blocked: null,
      moving: expect.arrayContaining([
        { label: 'Grant applications', count: 1 },
        { label: 'Grant agreements', count: 1 },
        { label: 'Grant instalments', count: 3 },
      ]) as object[],
    })
    await merge(from, into)
    const both = `query ($id: ID!) { it: socialOrganization(id: $id) { current { id } } }`
    for (const id of [from.id, into.id]) expect(await g.run(g.officer, both, { id })).toEqual({ current: { id: into.id } })
    const shown = `query ($id: ID!) { it: grantAgreement(id: $id) { organization { id } application { organization { id } } instalments { amount } } }`
    const seen = {
      organization: { id: into.id },
      application: { organization: { id: into.id } },
      instalments: [{}, {}, {}],
    }
    for (const actor of [g.officer, into.actor]) expect(await g.run(actor, shown, agreement)).toMatchObject(seen)
    expect(await g.run(from.actor, shown, agreement)).toBeNull()
    // The survivor carries the project on: it asks for its money and reports.
    const [first] = await w.instalments(g, agreement!)
    await w.paid(g, into.actor, first!)
    const told = {
      ...(await g.look('grant_agreement', agreement!.id)),
      input: { body: '继续实施', beneficiaries: 5, spent: 100 },
    }
    expect((await g.run(into.actor, M.report, told)).status).toBe('MIDTERM')
    // It was its application of that round: there is no second.
    expect(await ownerOf(walked.applications[0]!)).toEqual([{ organization: into.id, is_taken_over: false }])
  })

  test('is refused while both have an application under way in one round; what is over goes on beside the survivor’s own', async () => {
    const round = await w.openRound(g)
    const [from, into] = [await w.organization(g), await w.organization(g)]
    const [a, b] = [await w.submitted(g, round, from), await w.submitted(g, round, into)]
    const words =
      'Both have an application under way in one round, where each organisation has one; withdraw or stop one of them first.'
    expect(await g.run(g.officer, PREVIEW, { id: from.id, into: into.id })).toMatchObject({ blocked: words })
    for (const ground of ['DUPLICATE', 'MERGER'])
      expect((await g.refused(g.officer, MERGE, await merging(from, into, ground))).message).toBe(words)
    expect((await g.look('social_organization', from.id)).status).toBe('REGISTERED')
    await g.run(g.officer, M.actApplication, { ...a, action: 'STOP', reason: '重复登记的单位' })
    await merge(from, into)
    expect(await ownerOf(a)).toEqual([{ organization: into.id, is_taken_over: true }])
    expect(await ownerOf(b)).toEqual([{ organization: into.id, is_taken_over: false }])
    const mine = `query ($round: ID!) { it: grantApplications(filter: { round: $round }) { edges { node { id organization { id } } } } }`
    const { edges } = await g.run<{ edges: { node: object }[] }>(into.actor, mine, { round: round.id })
    expect(edges.map(({ node }) => node)).toEqual(
      expect.arrayContaining([a, b].map(({ id }) => ({ id, organization: { id: into.id } }))),
    )
    expect((await g.refused(into.actor, M.apply, { round: round.id, input: w.applicationInput() })).message).toContain(
      'One application',
    )
    const next = { ...(await g.look('grant_application', b.id)), action: 'WITHDRAW', reason: '另行申报' }
    await g.run(into.actor, M.actApplication, next)
    expect((await g.run(into.actor, M.apply, { round: round.id, input: w.applicationInput() })).status).toBe('DRAFT')
  })

  test('with two awards of one round keeps both, and what each still has to be paid', async () => {
    const walked = await w.reviewing(g, 2, 3, {}, 2_000_000)
    const rows = await w.awarded(g, walked)
    const [from, into] = walked.organizations as [Organization, Organization]
    expect(rows.map(({ organization }) => organization).sort()).toEqual([from.id, into.id].sort())
    await merge(from, into)
    const after = await w.agreements(g, walked.round)
    expect(after.map(({ organization }) => organization)).toEqual([into.id, into.id])
    for (const row of after) {
      const [application] = await ownerOf({ id: row.application })
      expect(application!.organization).toBe(into.id)
      expect((await w.instalments(g, row)).reduce((all, { amount }) => all + amount, 0)).toBe(row.award)
      await w.signed(g, into.actor, row)
    }
  })

  test('an ended organisation’s open application stops, and its agreement is halted before it moves', async () => {
    const walked = await w.reviewing(g, 1, 3)
    const [agreement] = await w.awarded(g, walked)
    const [from] = walked.organizations as [Organization]
    await w.signed(g, from.actor, agreement!)
    const open = await w.openRound(g)
    const draft = await g.run(from.actor, M.apply, { round: open.id, input: w.applicationInput() })
    const into = await w.organization(g)
    await merge(from, into, 'MERGER')
    expect((await g.look('grant_application', draft.id)).status).toBe('STOPPED')
    expect(await g.sql(`select status, organization from organizations.grant_agreement where id = $1`, [agreement!.id])).toEqual([
      { status: 'SUSPENDED', organization: into.id },
    ])
  })

  test('recuses reviewers who are tied to the one that was taken in from what they review of the survivor', async () => {
    const walked = await w.reviewing(g, 1, 3)
    const [into] = walked.organizations as [Organization]
    const from = await w.organization(g)
    const [row, other] = await w.assignments(g, walked.round)
    const who = w.reviewerOf(row!.account)
    await g.run(who.actor, M.tie, { input: { organization: from.id, kind: 'BOARD' } })
    await w.score(g, who.actor, row!, [10, 10])
    await merge(from, into)
    expect((await g.look('grant_assignment', row!.id)).status).toBe('RECUSED')
    expect((await g.look('grant_assignment', other!.id)).status).toBe('DRAWN')
    const again = { application: walked.applications[0]!.id, reviewers: [who.id] }
    expect((await g.refused(g.officer, M.assign, again)).message).toMatch(/tie to the applicant/)
    const [event] = await g.sql<{ reason: string }>(
      `select reason from organizations.event where stream = $1 and action = 'RECUSE'`,
      [row!.id],
    )
    expect(event!.reason).toContain('合并')
  })

  test('recuses reviewers whose employer was taken in by an applicant from the whole round', async () => {
    const employer = await w.organization(g)
    const round = await w.openRound(g)
    const organizations = [await w.organization(g), await w.organization(g)]
    const working = await w.reviewer(g, { employer: employer.id })
    const applications = []
    for (const one of organizations) applications.push(await w.submitted(g, round, one))
    await w.toReview(g, round, applications)
    const [row] = await g.run<Step[]>(g.officer, M.assign, { application: applications[0]!.id, reviewers: [working.id] })
    await merge(employer, organizations[1]!)
    expect((await g.look('grant_assignment', row!.id)).status).toBe('RECUSED')
  })
})
