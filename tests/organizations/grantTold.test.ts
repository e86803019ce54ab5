// Until the list of a round is published its applicants are told nothing of it: not by a status, a filter, a count, an offer,
// a step of the history or a refusal.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../subgraphs/shared/actor.ts'
import { grantApplicationMachine } from '../../subgraphs/organizations/grantApplication.machine.ts'
import * as w from './grants.world.ts'
import { M, type Grants } from './grants.world.ts'

let g: Grants
beforeAll(async () => {
  g = await w.openGrants()
})
afterAll(() => g.stop())

const ONE = `status awarded dueAt offers { action to blocked } waiting { for since } agreement { id } eligibility { isMet }
  events { version action from to reason } latest: events(last: 1) { action to }`
const FIND = `query ($id: ID!) { it: grantApplication(id: $id) { ${ONE} } }`
const LIST = `query ($filter: GrantApplicationFilter) { it: grantApplications(filter: $filter) { totalCount edges { cursor node { id status awarded } } } }`

interface Told {
  readonly status: string
  readonly awarded: number | null
  readonly events: readonly { readonly action: string; readonly from: string | null; readonly to: string }[]
}
interface Listed {
  readonly totalCount: number
  readonly edges: readonly { readonly cursor: string; readonly node: { readonly id: string; readonly status: string } }[]
}

const found = (actor: Actor, { id }: { id: string }) => g.run<Told>(actor, FIND, { id })
const listed = (actor: Actor, filter: object) => g.run<Listed>(actor, LIST, { filter })

/** All that an applicant can ask about its application, but the number of its version. */
const seen = async (actor: Actor, round: { id: string }, application: { id: string }) => ({
  found: await found(actor, application),
  lists: await Promise.all([
    listed(actor, { round: round.id }),
    listed(actor, { spreadFrom: 1 }),
    ...grantApplicationMachine.stateNames.map((status) => listed(actor, { status: [status] })),
    listed(actor, { status: ['RECOMMENDED', 'SCORED'] }),
  ]),
})

const deliberated = async (count = 3) => {
  const walked = await w.reviewing(g, count, 5, { pool: 6_000_000 }, 5_000_000)
  // One reviewer of each thinks little of it, so that there are spreads.
  for (const { id } of walked.applications) {
    const harsh = (await w.assignments(g, walked.round)).find(({ application }) => application === id)
    await w.score(g, w.reviewerOf(harsh!.account).actor, harsh!, [0, 0])
  }
  await w.scoreAll(g, walked)
  await w.actRound(g, walked.round, 'DELIBERATE')
  const all = () => Promise.all(walked.applications.map((one, i) => seen(walked.organizations[i]!.actor, walked.round, one)))
  const told = () => Promise.all(walked.applications.map((one, i) => found(walked.organizations[i]!.actor, one)))
  const act = async (i: number, action: string, by = g.officer, reason: string | null = '评议意见') =>
    g.run(by, M.actApplication, { ...(await g.look('grant_application', walked.applications[i]!.id)), action, reason })
  return { ...walked, all, told, act }
}
const statuses = (told: readonly Told[]) => told.map(({ status }) => status)

test('an applicant sees what it saw before, until the list is published', async () => {
  const { round, organizations, applications, all, told, act } = await deliberated()
  const before = await all()
  for (const { lists } of before) {
    // Ranks and spreads are for officers: the cursor does not carry the one, nor the filter find the other.
    const [inRound, spread] = lists
    expect(JSON.parse(Buffer.from(inRound!.edges[0]!.cursor, 'base64url').toString())).toHaveLength(2)
    expect([inRound!.totalCount, spread!.totalCount]).toEqual([1, 0])
  }
  g.days(0.01)
  expect(statuses(await told())).toEqual(['SCORED', 'SCORED', 'SCORED'])
  const read = await Promise.all(applications.map(({ id }) => g.look('grant_application', id)))
  await w.actRound(g, round, 'RECOMMEND')
  await act(2, 'REJECT')
  expect(await all()).toEqual(before)

  const real = await Promise.all(applications.map((one) => found(g.officer, one)))
  expect(real.map(({ status, awarded }) => [status, awarded])).toEqual([
    ['RECOMMENDED', 5_000_000],
    ['RESERVE', null],
    ['REJECTED', null],
  ])
  const ofOfficer = await Promise.all(
    ['SCORED', 'RECOMMENDED', 'RESERVE', 'REJECTED'].map((status) => listed(g.officer, { round: round.id, status: [status] })),
  )
  expect(ofOfficer.map(({ totalCount }) => totalCount)).toEqual([0, 1, 1, 1])
  expect((await listed(g.officer, { round: round.id, spreadFrom: 1 })).totalCount).toBe(3)

  // Neither does a program of the organisation see it, nor does a refusal tell it.
  for (const [i, { actor }] of organizations.entries()) {
    expect(await found({ ...actor, kind: 'CLIENT' }, applications[i]!)).toEqual(before[i]!.found)
    const { id, version } = await g.look('grant_application', applications[i]!.id)
    for (const [action, says] of [
      ['RECALL', 'Not possible while scored'],
      ['CONCLUDE', 'Not possible while scored'],
      ['REJECT', 'only for'],
    ])
      expect((await g.refused(actor, M.actApplication, { id, version, action })).message).toContain(says)
    const stale = await g.refused(actor, M.actApplication, { ...read[i], action: 'WITHDRAW', reason: '不再申报' })
    expect(stale).toMatchObject({ code: 'VERSION_CONFLICT', more: { currentVersion: version, changes: [] } })
  }

  await w.actRound(g, round, 'PUBLISH')
  const shown = ({ status, awarded, events }: Told) => ({ status, awarded, events })
  expect((await told()).map(shown)).toEqual((await Promise.all(applications.map((one) => found(g.officer, one)))).map(shown))
  const published = await Promise.all(organizations.map(({ actor }) => listed(actor, { status: ['REJECTED', 'RECOMMENDED'] })))
  expect(published.map(({ totalCount }) => totalCount)).toEqual([1, 0, 1])
})

test('a list that is taken back is drawn up anew: what was published stays told, what is changed is not', async () => {
  const { round, organizations, applications, told, act } = await deliberated()
  await w.actRound(g, round, 'RECOMMEND')
  g.days(0.01)
  await w.actRound(g, round, 'PUBLISH')
  const published = await told()
  g.days(0.01)
  await w.actRound(g, round, 'RECONSIDER', { reason: '材料需要复核' })
  await act(0, 'REJECT')
  const again = await told()
  expect(statuses(again)).toEqual(['SCORED', 'SCORED', 'SCORED'])
  expect(again.map(({ awarded }) => awarded)).toEqual([null, null, null])
  expect(again.map(({ events }) => events)).toEqual(published.map(({ events }) => events))
  await act(1, 'WITHDRAW', organizations[1]!.actor)
  expect((await found(organizations[1]!.actor, applications[1]!)).events.at(-1)).toMatchObject({
    action: 'WITHDRAW',
    from: 'SCORED',
    to: 'WITHDRAWN',
  })
  const row = await g.look('grant_application', applications[2]!.id)
  await g.run(g.officer, M.recommend, { id: row.id, version: row.version, amount: 5_000_000 })
  await w.actRound(g, round, 'PUBLISH')
  expect(statuses(await told())).toEqual(['REJECTED', 'WITHDRAWN', 'RECOMMENDED'])
})

test('what was never published is not learnt from how it ended: withdrawn, stopped or cancelled', async () => {
  const { round, organizations, told, act } = await deliberated(5)
  await w.actRound(g, round, 'RECOMMEND')
  await act(2, 'REJECT')
  await act(3, 'REJECT')
  // One that is to be rejected may be withdrawn like any other.
  await act(3, 'WITHDRAW', organizations[3]!.actor)
  await act(4, 'STOP')
  await w.actRound(g, round, 'CANCEL', { reason: '资金调整' })
  const ended = await told()
  expect(statuses(ended)).toEqual(['STOPPED', 'STOPPED', 'STOPPED', 'WITHDRAWN', 'STOPPED'])
  expect(ended.map(({ awarded }) => awarded)).toEqual([null, null, null, null, null])
  expect(new Set(ended.map(({ events }) => events.at(-1)!.from))).toEqual(new Set(['SCORED']))
  expect(new Set(ended.map(({ events }) => events.length))).toEqual(new Set([ended[0]!.events.length]))
})
