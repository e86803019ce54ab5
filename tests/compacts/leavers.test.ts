// People who go while a vote runs, and people who come back: what they cast stays, nobody votes twice, a closed count never changes.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { onRollChanged } from '../../subgraphs/compacts/roll.messages.ts'
import { accept, assemble, cast, hold, openVote, raise, study } from './walk.ts'
import { headOf, householdOf, look, M, openWorld, residentOf, roll, spouseOf, type Step, type World } from './world.ts'

let w: World
let vote: Step
beforeAll(async () => {
  w = await openWorld()
  const issue = await accept(w, await raise(w))
  await hold(w, issue, 'COUNCIL')
  await study(w, issue)
  vote = await openVote(w, await assemble(w, { issue }))
  await cast(w, vote, 22, 3)
})
afterAll(() => w.stop())

const told = (entries: object[]) =>
  w.subgraphs['compacts']!.asSystem((ctx) => onRollChanged(ctx, [{ entries: entries as typeof roll }]))
const returned = `5${headOf(0).slice(1)}`
const RESULT = 'query ($id: ID!) { vote(id: $id) { turnout result { eligible present agree disagree countHash } } }'

test('P5: who is deleted while the vote is open leaves their ballot, and the roll as it was frozen', async () => {
  await told([{ ...roll[0]!, version: 2, household: null, hasLeft: true }])
  expect(await w.run(w.people.chair, RESULT, vote)).toMatchObject({ turnout: 25 })
  expect(await w.sql('select size from compacts.electorate')).toEqual([{ size: 40 }])
})

test('P6: who comes back under a new record has no second vote, nor has their household', async () => {
  await told([{ ...roll[0]!, resident: returned, version: 1 }])
  for (const who of [returned, spouseOf(0)])
    expect((await w.refused(residentOf(who), M.cast, { id: vote.id, choice: 'DISAGREE' })).more).toMatchObject({ rule: 'V6' })
  expect(await w.sql('select count(*)::int as n from compacts.elector where unit = $1', [householdOf(0)])).toEqual([{ n: 1 }])
})

test('P7: whoever claims the household of another while it is voted on does not vote for it', async () => {
  await told([{ ...roll[3]!, resident: spouseOf(5), version: 2, household: householdOf(1), isHouseholdRepresentative: true }])
  expect((await w.refused(residentOf(spouseOf(5)), M.cast, { id: vote.id, choice: 'DISAGREE' })).more).toMatchObject({
    rule: 'V6',
  })
})

test('P5: a count once made stays, whoever goes afterwards', async () => {
  w.tick(2, 1)
  await w.sweep()
  const counted = await w.run(w.people.chair, RESULT, vote)
  expect(counted).toMatchObject({ result: { eligible: 40, present: 25, agree: 22, disagree: 3 } })
  await told(roll.slice(3, 30).map((entry) => ({ ...entry, version: 9, household: null, hasLeft: true })))
  expect(await w.run(w.people.chair, RESULT, vote)).toEqual(counted)
  const recount = 'mutation ($id: ID!, $version: Int!) { recountVote(id: $id, expectedVersion: $version) { id version status } }'
  expect(await w.run(w.people.supervision, recount, await look(w, 'vote', vote.id))).toMatchObject({ status: 'COUNTED' })
})
