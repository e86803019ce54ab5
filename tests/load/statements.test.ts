// Golden counts: how many statements each question that matters costs, whatever the size of the page.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { statementsOf, still } from '../support/platform.ts'
import { monthOf, monthsLater } from '../../subgraphs/compacts/monthFigures.rules.ts'
import { world, type World } from '../support/world.ts'

let w: World
beforeAll(async () => {
  w = await world()
  await still(w.databaseUrl)
})
afterAll(() => w.stop())

/** The statements of the subgraphs, by table; the office meanwhile keeps to-dos of its own accord. */
const sent = async (work: () => Promise<unknown>): Promise<string[]> => {
  const seen: string[] = []
  const running = w.platforms[0]!.running.filter((one) => one.name !== 'office')
  const all = running.reduce(
    (inner, one) => async () => void seen.push(...(await statementsOf(one, inner))),
    async () => void (await work()),
  )
  await all()
  return seen.map(tableOf).sort()
}

/** What a statement is about: the table it names last outside of its parts. */
const tableOf = (statement: string): string =>
  [...statement.matchAll(/(?:from|into|update) (?:\(select \* from )?("?\w+"?\."?\w+"?)/g)].at(-1)?.[1]?.replaceAll('"', '') ??
  /^select (\w+)\(/.exec(statement)?.[1] ??
  statement

/** Asked once before, so that the signing in and the plan are known. */
const cost = async (query: string, variables: object, as: string): Promise<string[]> => {
  const ask = async () => {
    const { errors } = await w.ask(query, { as, variables: variables as Record<string, unknown> })
    expect(errors).toEqual([])
  }
  await ask()
  return sent(ask)
}

const WORKBENCH = `query ($first: Int!) { issues(first: $first, filter: { open: true }, orderBy: DUE) { edges { node {
  id version title status dueAt author { id name address } division { code name } events(last: 3) { action at by } offers { action label blocked } } } } }`

test('the workbench: issues, their facts and events, people with addresses, divisions', async () => {
  const few = await cost(WORKBENCH, { first: 3 }, 'town')
  expect(few).toMatchInlineSnapshot(`
    [
      "compacts.event",
      "compacts.issue",
      "compacts.issue",
      "residents.resident",
      "territory.division",
    ]
  `)
  expect(await cost(WORKBENCH, { first: 100 }, 'town')).toEqual(few)
})

test('the page of an issue', async () => {
  const { data } = await w.ask<{ issues: { edges: { node: { id: string } }[] } }>(
    '{ issues(first: 1, filter: { status: [COMPACTING] }) { edges { node { id } } } }',
    { as: 'town' },
  )
  const page = `query ($id: ID!) { issue(id: $id) { id title body status author { id name address } division { name } events(last: 3) { action at by } offers { action label blocked } supportCount
    votes { id status result { agree } } project { id status } compact { id title signedHouseholds comments { id body at } } } }`
  expect(await cost(page, { id: data.issues.edges[0]!.node.id }, 'town')).toMatchInlineSnapshot(`
    [
      "compacts.compact",
      "compacts.compact_comment",
      "compacts.event",
      "compacts.issue",
      "compacts.issue",
      "compacts.issue_support",
      "compacts.pledge",
      "compacts.project",
      "compacts.vote",
      "residents.resident",
      "territory.division",
    ]
  `)
})

test('figures by subdistrict: a month that runs is counted, one that has ended is read', async () => {
  const figures = `query ($month: String!, $in: [ID!]) { monthFigures(division: "310113000000", subdistricts: $in, month: $month) { division { name } raised decided due onTime evaluated satisfied } }`
  const months = (ago: number) => monthsLater(monthOf(w.clock.now), -ago)
  await w.platforms[0]!.sweep()
  expect(await cost(figures, { month: months(0) }, 'district')).toMatchInlineSnapshot(`
    [
      "compacts.issue_stay",
      "territory.division",
    ]
  `)
  expect(await cost(figures, { month: months(2) }, 'district')).toMatchInlineSnapshot(`
    [
      "compacts.month_figures",
      "territory.division",
    ]
  `)
  // Nor is it counted anew where nothing happened in it.
  expect(await cost(figures, { month: months(2), in: ['310113101000'] }, 'district')).toMatchInlineSnapshot(`
    [
      "compacts.month_figures",
    ]
  `)
})

test('the register of residents', async () => {
  const register =
    'query ($first: Int!) { residents(first: $first) { edges { cursor node { id name sex age address division { code name } } } } }'
  const few = await cost(register, { first: 3 }, 'town')
  expect(few).toMatchInlineSnapshot(`
    [
      "residents.resident",
      "territory.division",
    ]
  `)
  expect(await cost(register, { first: 100 }, 'town')).toEqual(few)
})

test('acting on an issue: the answer kept, the row locked, its facts, event, message and change', async () => {
  const { data } = await w.ask<{ issues: { edges: { node: { id: string; version: number } }[] } }>(
    '{ issues(first: 1, filter: { status: [SUBMITTED] }) { edges { node { id version } } } }',
    { as: 'secretary' },
  )
  const { id, version } = data.issues.edges[0]!.node
  const act =
    'mutation ($id: ID!, $action: IssueAction!, $v: Int!) { actOnIssue(id: $id, action: $action, expectedVersion: $v, reason: "示例理由") { id version status } }'
  const take = async (action: string, v: number) => {
    const { errors } = await w.ask(act, {
      as: 'secretary',
      variables: { id, action, v },
      headers: { 'idempotency-key': `once-${v}` },
    })
    expect(errors).toEqual([])
  }
  expect(await sent(() => take('RETURN', version))).toMatchInlineSnapshot(`
    [
      "compacts.event",
      "compacts.issue",
      "compacts.issue",
      "compacts.issue",
      "compacts.issue_stay",
      "compacts.reply",
    ]
  `)
})

test('raising an issue', async () => {
  const raise = 'mutation ($input: IssueInput!) { createIssue(input: $input) { id version status } }'
  const input = { division: '310113109043', title: '示例议题', body: '示例内容' }
  expect(await cost(raise, { input }, 'resident')).toMatchInlineSnapshot(`
    [
      "compacts.event",
      "compacts.issue",
    ]
  `)
})

test('casting a ballot', async () => {
  const { data } = await w.ask<{ votes: { edges: { node: { id: string; isElector: boolean } }[] } }>(
    '{ votes(first: 50, filter: { status: [OPEN] }) { edges { node { id isElector } } } }',
    { as: 'resident' },
  )
  const vote = data.votes.edges.find(({ node }) => node.isElector)!.node.id
  const cast = async (choice: string) => {
    const { errors } = await w.ask(
      'mutation ($vote: ID!, $choice: Choice!) { castBallot(vote: $vote, choice: $choice) { id } }',
      { as: 'resident', variables: { vote, choice } },
    )
    expect(errors).toEqual([])
  }
  await cast('AGREE')
  expect(await sent(() => cast('DISAGREE'))).toMatchInlineSnapshot(`
    [
      "compacts.ballot",
      "compacts.ballot",
      "compacts.elector",
      "compacts.vote",
      "pg_advisory_xact_lock",
    ]
  `)
})
