// One issue walked through every stage, by the people whose stage it is.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anonymous } from '../support/platform.ts'
import { toInForce } from './walk.ts'
import { headOf, M, openWorld, residentOf, type Step, type World } from './world.ts'

let w: World
let issue: Step
let compact: Step

beforeAll(async () => {
  w = await openWorld()
  ;({ issue, compact } = await toInForce(w))
})
afterAll(() => w.stop())

test('the issue is concluded and its compact in force', () => {
  expect(issue.status).toBe('CONCLUDED')
  expect(compact.status).toBe('IN_FORCE')
})

test('the history of the issue names every step and who took it', async () => {
  const { events } = await w.run<{ events: { action: string; role: string; version: number }[] }>(
    w.people.secretary,
    'query ($id: ID!) { issue(id: $id) { events { action role version } } }',
    issue,
  )
  expect(events.map(({ action, role }) => `${action} ${role}`)).toEqual([
    'CREATE AUTHOR',
    'SUBMIT AUTHOR',
    'ACCEPT COMMITTEE_SECRETARY',
    'CONVENE COMMITTEE_SECRETARY',
    'MEET SYSTEM',
    'RECORD_STUDY PARTY_BRANCH',
    'CONVENE COMMITTEE_SECRETARY',
    'PUT_TO_VOTE SYSTEM',
    'ADOPT SYSTEM',
    'IMPLEMENT COMMITTEE_SECRETARY',
    'EVALUATE COMMITTEE_SECRETARY',
    'RECORD_EVALUATION SUPERVISION_MEMBER',
    'CONVENE_REVIEW COMMITTEE_SECRETARY',
    'DRAFT_COMPACT COMMITTEE_SECRETARY',
    'CONCLUDE SYSTEM',
  ])
  expect(events.map(({ version }) => version)).toEqual(events.map((_, i) => i + 1))
})

test('the result is counted by the law of the day and open to residents once published', async () => {
  const { votes } = await w.run<{ votes: unknown[] }>(
    w.people.neighbour,
    'query ($id: ID!) { issue(id: $id) { votes { purpose ruleText turnout result { eligible present agree disagree abstain quorate carried } electorate { size basis } } } }',
    issue,
  )
  expect(votes).toEqual([
    expect.objectContaining({
      purpose: 'DECISION',
      turnout: 25,
      ruleText: expect.stringContaining('第二十六条、第二十七条'),
      electorate: { size: 40, basis: 'HOUSEHOLD' },
      result: { eligible: 40, present: 25, agree: 21, disagree: 4, abstain: 0, quorate: true, carried: true },
    }),
    expect.objectContaining({
      purpose: 'COMPACT',
      result: { eligible: 40, present: 32, agree: 30, disagree: 2, abstain: 0, quorate: true, carried: true },
    }),
  ])
})

test('anyone may read a compact in force: its articles, and how many households have signed', async () => {
  const hash = await textHash()
  await w.run(residentOf(headOf(3)), M.pledge, { id: compact.id, hash })
  const { edges } = await w.run<{ edges: unknown[] }>(
    anonymous,
    '{ compacts { edges { node { id title division { code } articles { number body } inForceAt signedHouseholds eligibleHouseholds } } } }',
  )
  expect(edges).toEqual([
    {
      node: {
        id: compact.id,
        title: '三号楼楼道公约',
        division: { code: '310113109043' },
        articles: [
          { number: 1, body: '楼道不堆放杂物。' },
          { number: 2, body: '电动车不进楼。' },
        ],
        inForceAt: expect.any(String),
        signedHouseholds: 1,
        eligibleHouseholds: 40,
      },
    },
  ])
})

test('S1: a signature may be taken back, and the compact stands', async () => {
  const signed = await w.run(residentOf(headOf(4)), M.pledge, { id: compact.id, hash: await textHash() })
  const withdraw = 'mutation ($id: ID!, $version: Int!) { withdrawPledge(id: $id, expectedVersion: $version) { status } }'
  expect(await w.run(residentOf(headOf(4)), withdraw, { ...signed })).toEqual({ status: 'WITHDRAWN' })
  const shown = await w.run<{ status: string; signedHouseholds: number }>(
    anonymous,
    'query ($id: ID!) { compact(id: $id) { status signedHouseholds } }',
    compact,
  )
  expect(shown).toEqual({ status: 'IN_FORCE', signedHouseholds: 1 })
})

test('S2: a household signs once, whoever of it signs', async () => {
  const before = await w.traces()
  const { code, message } = await w.refused(residentOf(headOf(3)), M.pledge, { id: compact.id, hash: await textHash() })
  expect({ code, message }).toEqual({ code: 'REFUSED', message: 'This version is signed already.' })
  expect(await w.traces()).toEqual(before)
})

test('S4: what was read is what is signed', async () => {
  const { message } = await w.refused(residentOf(headOf(5)), M.pledge, { id: compact.id, hash: 'another text' })
  expect(message).toBe('The text has changed; read the new version before signing.')
})

test('every recount gives the certified bytes', async () => {
  const votes = await w.sql<{ id: string; count_hash: string }>('select id, count_hash from compacts.vote')
  const { countVote } = await import('../../subgraphs/compacts/vote.count.ts')
  const { Vote } = await import('../../subgraphs/compacts/vote.entity.ts')
  const again = await w.subgraphs['compacts']!.asSystem(async (ctx) =>
    Promise.all(
      (await ctx.em.find(Vote, {})).map(async (vote) => ({ id: vote.id, count_hash: (await countVote(ctx, vote)).countHash })),
    ),
  )
  expect(again.toSorted((a, b) => a.id.localeCompare(b.id))).toEqual(votes.toSorted((a, b) => a.id.localeCompare(b.id)))
})

const textHash = async () =>
  (await w.run<{ textHash: string }>(anonymous, 'query ($id: ID!) { compact(id: $id) { textHash } }', compact)).textHash
