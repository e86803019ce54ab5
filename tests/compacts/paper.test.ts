// Paper ballots: two officers must read the same, and a household still has one ballot that counts.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { person } from '../support/platform.ts'
import { DIVISION } from './actors.ts'
import { accept, assemble, hold, openVote, raise, study } from './walk.ts'
import { headOf, householdOf, M, openWorld, residentOf, type Step, type World } from './world.ts'

let w: World
let vote: Step

beforeAll(async () => {
  w = await openWorld()
  const issue = await accept(w, await raise(w))
  await hold(w, issue, 'COUNCIL')
  await study(w, issue)
  vote = await openVote(w, await assemble(w, { issue }))
})
afterAll(() => w.stop())

const ENTER =
  'mutation ($id: ID!, $ballots: [PaperBallotInput!]!) { enterPaperBallots(vote: $id, ballots: $ballots) { matched waiting differing } }'
const ballots = (from: number, to: number, choice = 'AGREE') =>
  Array.from({ length: to - from }, (_, i) => ({ unit: householdOf(from + i), choice }))
const counted = () =>
  w.sql<{ unit: string; choice: string; channel: string }>(
    `select e.unit, b.choice, b.channel from compacts.ballot b join compacts.elector e on e.id = b.elector_id
      where not exists (select 1 from compacts.ballot n where n.replaces_id = b.id) order by 1`,
  )

test('one officer’s reading counts nothing, and reading it again changes nothing', async () => {
  for (const _ of [1, 2])
    expect(await w.run(w.people.member, ENTER, { id: vote.id, ballots: ballots(0, 5) })).toEqual({
      matched: 0,
      waiting: 5,
      differing: [],
    })
  expect(await counted()).toEqual([])
})

test('the second officer’s same reading counts; a different one is shown to both', async () => {
  const second = [...ballots(0, 4), ...ballots(4, 5, 'DISAGREE')]
  expect(await w.run(w.people.secretary, ENTER, { id: vote.id, ballots: second })).toEqual({
    matched: 4,
    waiting: 0,
    differing: [householdOf(4)],
  })
  expect(await counted()).toEqual(ballots(0, 4).map((ballot) => ({ ...ballot, channel: 'PAPER' })))
  expect(await w.run(w.people.member, ENTER, { id: vote.id, ballots: ballots(4, 5, 'DISAGREE') })).toEqual({
    matched: 1,
    waiting: 0,
    differing: [],
  })
})

test('V8: who voted on paper and then in the app has one ballot, the later', async () => {
  await w.run(residentOf(headOf(1)), M.cast, { id: vote.id, choice: 'ABSTAIN' })
  expect((await counted()).filter(({ unit }) => unit === householdOf(1))).toEqual([
    { unit: householdOf(1), choice: 'ABSTAIN', channel: 'APP' },
  ])
})

test('a household that is not on the frozen roll, an officer of another place and a resident are refused', async () => {
  expect((await w.refused(w.people.member, ENTER, { id: vote.id, ballots: ballots(98, 99) })).code).toBe('BAD_USER_INPUT')
  expect((await w.refused(person('COMMITTEE_MEMBER', '310113109044'), ENTER, { id: vote.id, ballots: ballots(6, 7) })).code).toBe(
    'NOT_FOUND',
  )
  expect((await w.refused(w.people.neighbour, ENTER, { id: vote.id, ballots: ballots(6, 7) })).code).toBe('FORBIDDEN')
})

test('those who run the day may read the frozen roll, others may not', async () => {
  const { electorate } = await w.run<{ electorate: { id: string } }>(
    w.people.neighbour,
    'query ($id: ID!) { vote(id: $id) { electorate { id } } }',
    vote,
  )
  const query =
    'query ($id: ID!) { electors(electorate: $id, first: 100) { totalCount edges { node { unit resident { id } } } } }'
  const roll = await w.run<{ totalCount: number; edges: { node: { unit: string; resident: { id: string } } }[] }>(
    w.people.member,
    query,
    electorate,
  )
  expect(roll.totalCount).toBe(40)
  expect(roll.edges[0]!.node).toEqual({ unit: householdOf(0), resident: { id: headOf(0) } })
  expect((await w.refused(w.people.neighbour, query, electorate)).code).toBe('FORBIDDEN')
  expect((await w.refused(person('COMMITTEE_MEMBER', DIVISION.replace('043', '044')), query, electorate)).code).toBe('NOT_FOUND')
})
