// How issues are read: one by one, in lists, by ids, and who must act next.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../subgraphs/shared/actor.ts'
import { person, statementsOf } from '../support/platform.ts'
import { DIVISION, ELSEWHERE } from './actors.ts'
import { raise } from './walk.ts'
import { act, headOf, M, openWorld, residentOf, type Step, type World } from './world.ts'

let w: World
beforeAll(async () => void (w = await openWorld()))
afterAll(() => w.stop())

let raised = 10
/** A submitted issue of a resident who has no other. */
const fresh = () => raise(w, `议题${(raised += 1)}:小区照明`, residentOf(headOf(raised)))

describe('reading', () => {
  const LIST = `query ($first: Int!, $filter: IssueFilter, $orderBy: IssueOrder! = NEWEST) { issues(first: $first, filter: $filter, orderBy: $orderBy) { totalCount pageInfo { hasNextPage endCursor }
    edges { cursor node { id title number status version dueAt author { id } division { code } supportCount isSupported latestMeeting { id startsAt status } votes { id status turnout }
      project { status } compact { status signedHouseholds eligibleHouseholds } waiting { for since } offers { action blocked } events { action by } } } } }`

  test('sends as many statements for fifty issues as for two', async () => {
    const count = async (first: number) =>
      (await statementsOf(w.subgraphs['compacts']!, () => w.run(w.people.secretary, LIST, { first }))).length
    for (let n = 0; n < 12; n += 1) await fresh()
    const [two, fifty] = [await count(2), await count(50)]
    expect(fifty).toBe(two)
    expect(two).toBeLessThanOrEqual(16)
  })

  test('says who must act next and since when; the system only when nobody else can', async () => {
    const issue = await fresh()
    const WAITING = 'query ($id: ID!) { issue(id: $id) { waiting { for since } } }'
    const raisedAt = w.clock.now.toISOString()
    w.tick(1)
    const { id, version: expectedVersion } = issue
    const replied = await w.run<Step>(
      w.people.secretary,
      'mutation ($id: ID!, $expectedVersion: Int!) { replyToIssue(id: $id, expectedVersion: $expectedVersion, reply: "已收到。") { id version status } }',
      { id, expectedVersion },
    )
    expect(await w.run(w.people.secretary, WAITING, issue)).toEqual({
      waiting: { for: ['Committee secretary'], since: raisedAt },
    })
    await act(w, 'Issue', w.people.secretary, replied, 'RETURN', '请写明具体位置。')
    expect(await w.run(w.people.secretary, WAITING, issue)).toEqual({
      waiting: { for: ['Author', 'Committee member'], since: w.clock.now.toISOString() },
    })
    await w.sweep()
  })

  test('tells the end of a history as it tells the whole, in the same order', async () => {
    const issue = await fresh()
    const SHOWN = '{ version action from to by role at reason label hash }'
    const ENDS = `query ($id: ID!) { issue(id: $id) { whole: events ${SHOWN} one: events(last: 1) ${SHOWN} two: events(last: 2) ${SHOWN}
      many: events(last: 99) ${SHOWN} none: events(last: 0) { id } less: events(last: -1) { id } } }`
    const told = await w.run<Record<string, object[]>>(w.people.secretary, ENDS, issue)
    const { whole, one, two, many, none, less } = told
    expect(whole!.length).toBeGreaterThan(1)
    expect([one, two, many]).toEqual([whole!.slice(-1), whole!.slice(-2), whole])
    expect([none, less]).toEqual([[], []])
  })

  test('by ids: only these, within reach, a hundred at most', async () => {
    const [one, other] = [await fresh(), await fresh()]
    const PICKED = 'query ($ids: [ID!]) { issues(filter: { ids: $ids }, first: 100) { totalCount edges { node { id } } } }'
    const pick = async (actor: Actor, ids: string[]) => {
      const { edges } = await w.run<{ edges: { node: { id: string } }[] }>(actor, PICKED, { ids })
      return edges.map(({ node }) => node.id).sort()
    }
    expect(await pick(w.people.secretary, [one.id, other.id])).toEqual([one.id, other.id].sort())
    expect(await pick(w.people.secretary, [])).toEqual([])
    expect(await pick(w.people.foreign, [one.id, other.id])).toEqual([])
    const tooMany = await w.refused(w.people.secretary, PICKED, { ids: Array.from({ length: 101 }, () => one.id) })
    expect([tooMany.code, tooMany.more['field']]).toEqual(['BAD_USER_INPUT', 'ids'])
    const malformed = await w.refused(w.people.secretary, PICKED, { ids: ['1'] })
    expect(malformed.code).toBe('BAD_USER_INPUT')
  })

  test('pages without gaps or repeats, in every order', async () => {
    for (const orderBy of ['NEWEST', 'OLDEST', 'DUE']) {
      const ids: string[] = []
      let after: string | null = null
      do {
        const query =
          'query ($after: String, $orderBy: IssueOrder!) { issues(first: 7, after: $after, orderBy: $orderBy) { pageInfo { hasNextPage endCursor } edges { node { id } } } }'
        const page: { pageInfo: { hasNextPage: boolean; endCursor: string }; edges: { node: { id: string } }[] } = await w.run(
          w.people.secretary,
          query,
          { after, orderBy },
        )
        ids.push(...page.edges.map(({ node }) => node.id))
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null
      } while (after)
      const due = orderBy === 'DUE' ? 'and due_at is not null' : ''
      const [{ n }] = (await w.sql<{ n: number }>(
        `select count(*)::int as n from compacts.issue where status <> 'DRAFT' ${due}`,
      )) as [{ n: number }]
      expect(new Set(ids).size).toBe(ids.length)
      expect(ids.length).toBe(n)
    }
  })

  test('shows other people’s drafts to nobody, and nothing to officers of another place', async () => {
    const input = { division: DIVISION, title: '还没有想好的事', body: '先记下来，以后再提交给大家讨论。' }
    const { id } = await w.run(residentOf(headOf(5)), M.createIssue, { input })
    const one = 'query ($id: ID!) { issue(id: $id) { id } }'
    expect(await w.run(residentOf(headOf(5)), one, { id })).toEqual({ id })
    for (const actor of [w.people.secretary, w.people.town, w.people.neighbour])
      expect(await w.run(actor, one, { id })).toBeNull()
    const elsewhere = person('COMMITTEE_SECRETARY', ELSEWHERE)
    expect(await w.run(elsewhere, '{ issues { totalCount edges { node { id } } } }')).toEqual({ totalCount: 0, edges: [] })
    expect(await w.run(elsewhere, '{ issueStages { status count } }')).toEqual([])
  })

  test('counts issues by stage within reach', async () => {
    const stages = await w.run<{ status: string; count: number }[]>(
      w.people.town,
      'query ($d: ID!) { issueStages(division: $d) { status count } }',
      { d: DIVISION },
    )
    const rows = await w.sql<{ status: string; count: number }>(
      `select status, count(*)::int as count from compacts.issue where status <> 'DRAFT' group by 1`,
    )
    expect(stages.toSorted((a, b) => a.status.localeCompare(b.status))).toEqual(
      rows.toSorted((a, b) => a.status.localeCompare(b.status)),
    )
  })

  test('a resident supports an issue once, and may stop', async () => {
    const issue = await fresh()
    const support =
      'mutation ($id: ID!, $support: Boolean!) { supportIssue(id: $id, support: $support) { supportCount isSupported version } }'
    for (const resident of [1, 1, 2]) await w.run(residentOf(headOf(resident)), support, { id: issue.id, support: true })
    expect(await w.run(residentOf(headOf(2)), support, { id: issue.id, support: true })).toEqual({
      supportCount: 2,
      isSupported: true,
      version: issue.version,
    })
    expect(await w.run(residentOf(headOf(2)), support, { id: issue.id, support: false })).toMatchObject({
      supportCount: 1,
      isSupported: false,
    })
    expect((await w.refused(w.people.secretary, support, { id: issue.id, support: true })).code).toBe('FORBIDDEN')
  })
})
