// Objections to the frozen roll: filed in time, decided by the supervision committee, counted beside the rows as they were frozen.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { person } from '../support/platform.ts'
import { DIVISION } from './actors.ts'
import { accept, cast, hold, raise, study } from './walk.ts'
import { act, actOn, headOf, householdOf, inDays, look, M, openWorld, residentOf, type Step, type World } from './world.ts'

let w: World
let meeting: Step

beforeAll(async () => {
  w = await openWorld()
})
afterAll(() => w.stop())

const CAST = 'mutation ($id: ID!, $choice: Choice!) { castBallot(vote: $id, choice: $choice) { channel sequence } }'
const RECOUNT = 'mutation ($id: ID!, $version: Int!) { recountVote(id: $id, expectedVersion: $version) { id version status } }'
const RESULT = 'query ($id: ID!) { vote(id: $id) { result { eligible agree disagree carried } } }'
const arm = async (): Promise<Step> => {
  const input = {
    purpose: 'DECISION',
    proposal: '同意在小区东门建充电棚。',
    manner: 'OVER_PERIOD',
    opensAt: inDays(w, 0),
    closesAt: inDays(w, 2),
  }
  return act(w, 'Vote', w.people.chair, await w.run(w.people.chair, M.draftVote, { id: meeting.id, input }), 'ARM')
}
const open = async (vote: Step) => act(w, 'Vote', w.people.chair, await look(w, 'vote', vote.id), 'OPEN')

describe('objections to the frozen roll', () => {
  const OBJECT = `mutation ($id: ID!, $input: RollObjectionInput!) { objectToElectorate(electorate: $id, input: $input) { id version status } }`
  const DECIDE =
    'mutation ($id: ID!, $action: ElectorateObjectionAction!, $version: Int!) { actOnElectorateObjection(id: $id, action: $action, expectedVersion: $version, reason: "查证属实。") { id version status } }'
  const VIEWS = 'query ($id: ID!) { meeting(id: $id) { electorate { views { by role at } } } }'
  const size = 'query ($id: ID!) { meeting(id: $id) { electorate { id size sizeNow hash } quorum { eligible needed } } }'
  let other: Step
  let roll: string
  let missing: Step
  let wrong: Step

  test('are filed within five days by residents or for them, and about whom the roll knows', async () => {
    const issue = await accept(w, await raise(w, '小区充电棚'))
    await hold(w, issue, 'COUNCIL')
    await study(w, issue)
    const { secretary } = w.people
    const input = {
      type: 'RESIDENTS',
      title: '居民会议',
      startsAt: inDays(w, 10),
      place: '广场',
      agenda: ['表决'],
      basis: 'HOUSEHOLD',
    }
    // One household has no adult on the day of the notice: its representative is told of later.
    await w.sql(`update compacts.roll_entry set has_left = true where household = $1`, [householdOf(39)])
    other = await act(
      w,
      'Meeting',
      secretary,
      await w.run(secretary, M.planMeeting, { ...(await look(w, 'issue', issue.id)), input }),
      'NOTICE',
    )
    await w.sql(`update compacts.roll_entry set has_left = false where household = $1`, [householdOf(39)])
    const before = await w.run<{ electorate: { id: string } }>(secretary, size, { id: other.id })
    expect(before).toMatchObject({ electorate: { size: 39, sizeNow: 39 }, quorum: { eligible: 39, needed: 20 } })
    roll = before.electorate.id
    const file = (who: Parameters<typeof w.run>[0], more: object) =>
      w.run<Step>(who, OBJECT, { id: roll, input: { grounds: '本户应当列入。', ...more } })
    missing = await file(residentOf(headOf(39)), { fault: 'MISSING' })
    wrong = await file(w.people.member, { fault: 'WRONGLY_LISTED', unit: householdOf(38), grounds: '该户已迁出。' })
    expect(
      (await w.refused(residentOf(headOf(1)), OBJECT, { id: roll, input: { fault: 'MISSING', grounds: '重复。' } })).message,
    ).toMatch('on the roll already')
    expect(
      (await w.refused(person('AUDITOR', DIVISION), OBJECT, { id: roll, input: { fault: 'MISSING', grounds: '无。' } })).code,
    ).toBe('FORBIDDEN')
  })

  test('every look at the roll is written down, and read by those who watch over it', async () => {
    const list = 'query ($id: ID!) { electors(electorate: $id, first: 5) { edges { node { id } } } }'
    await w.run(w.people.chair, list, { id: roll })
    const views = async (who: Parameters<typeof w.run>[0]) =>
      (await w.run<{ electorate: { views: object[] } }>(who, VIEWS, { id: other.id })).electorate.views
    expect(await views(w.people.supervision)).toMatchObject([{ by: w.people.chair.name, role: 'MEETING_CHAIR' }])
    expect(await views(person('COMMITTEE_MEMBER', DIVISION))).toEqual([])
  })

  test('are decided by the supervision committee, and correct the roll beside its frozen rows', async () => {
    const { supervision, secretary } = w.people
    expect((await w.refused(secretary, DECIDE, { ...missing, action: 'UPHOLD' })).code).toBe('FORBIDDEN')
    const own = {
      ...supervision,
      id: (await w.sql<{ by: string }>('select filed_by as by from compacts.electorate_objection where id = $1', [wrong.id]))[0]!
        .by,
    }
    expect((await w.refused(own, DECIDE, { ...wrong, action: 'UPHOLD' })).message).toBe('Nobody decides their own objection.')
    expect(await w.run(supervision, DECIDE, { ...missing, action: 'UPHOLD' })).toMatchObject({ status: 'UPHELD' })
    const shown = await w.run<{ electorate: { hash: string } }>(secretary, size, { id: other.id })
    expect(shown).toMatchObject({ electorate: { size: 39, sizeNow: 40 }, quorum: { eligible: 40, needed: 21 } })
    expect(await w.sql(`select action from compacts.event where stream = $1 order by version`, [missing.id])).toEqual([
      { action: 'CREATE' },
      { action: 'UPHOLD' },
    ])
  })

  test('hold up the vote until they are decided; who came on votes, who went off does not', async () => {
    const { chair, supervision } = w.people
    w.tick(6)
    expect(
      (
        await w.refused(w.people.member, OBJECT, {
          id: roll,
          input: { fault: 'WRONGLY_LISTED', unit: householdOf(2), grounds: '晚了。' },
        })
      ).message,
    ).toMatch('could be filed until')
    w.tick(4)
    const here = await act(w, 'Meeting', chair, await w.run(chair, M.attend, { id: other.id }), 'OPEN')
    meeting = here
    const vote = await arm()
    expect((await w.refused(chair, actOn('Vote'), { ...vote, action: 'OPEN' })).message).toMatch('1 objections')
    await w.run(supervision, DECIDE, { ...wrong, action: 'UPHOLD' })
    const { edges } = await w.run<{ edges: { node: { unit: string; isOff: boolean } }[] }>(
      chair,
      'query ($id: ID!) { electors(electorate: $id, first: 100) { edges { node { unit isOff } } } }',
      { id: roll },
    )
    expect(edges.filter(({ node }) => node.isOff).map(({ node }) => node.unit)).toEqual([householdOf(38)])
    await open(vote)
    await w.run(residentOf(headOf(39)), CAST, { id: vote.id, choice: 'AGREE' })
    expect((await w.refused(residentOf(headOf(38)), CAST, { id: vote.id, choice: 'AGREE' })).more).toMatchObject({ rule: 'V6' })
    expect(
      (
        await w.refused(residentOf(headOf(1)), OBJECT, {
          id: roll,
          input: { fault: 'WRONGLY_LISTED', unit: householdOf(2), grounds: '晚了。' },
        })
      ).message,
    ).toMatch('Voting has begun')
    await cast(w, vote, 20, 3)
    w.tick(2, 1)
    await w.sweep()
    const { result } = await w.run<{ result: object }>(chair, RESULT, { id: vote.id })
    expect(result).toMatchObject({ eligible: 39, agree: 21, disagree: 3, carried: true })
    await w.run(supervision, RECOUNT, await look(w, 'vote', vote.id))
  })
})
