// The edge cases of voting, named by their ids in the specification.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { onRollChanged } from '../../subgraphs/compacts/roll.messages.ts'
import { anonymous } from '../support/platform.ts'
import { DIVISION, ELSEWHERE } from './actors.ts'
import { told } from './voices.ts'
import { accept, assemble, cast, hold, openVote, raise, study } from './walk.ts'
import {
  act,
  actOn,
  childOf,
  headOf,
  householdOf,
  inDays,
  look,
  M,
  openWorld,
  residentOf,
  roll,
  spouseOf,
  type Step,
  type World,
} from './world.ts'

let w: World
let meeting: Step
let vote: Step

beforeAll(async () => {
  w = await openWorld()
  const issue = await accept(w, await raise(w))
  await hold(w, issue, 'COUNCIL')
  await study(w, issue)
  meeting = await assemble(w, { issue })
  vote = await openVote(w, meeting)
  await cast(w, vote, 3, 1)
})
afterAll(() => w.stop())

const unchanged = async (work: () => Promise<unknown>) => {
  const before = await w.traces()
  await work()
  expect(await w.traces()).toEqual(before)
}

const moves = (n: number, more: object) =>
  w.subgraphs['compacts']!.asSystem((ctx) => onRollChanged(ctx, [{ entries: [{ ...roll[n * 3]!, version: 2, ...more }] }]))

describe('while the vote is open', () => {
  test('V4: its text is fixed', () =>
    unchanged(async () => {
      const input = {
        purpose: 'DECISION',
        proposal: '另一个表决事项的内容。',
        manner: 'OVER_PERIOD',
        opensAt: inDays(w, 0),
        closesAt: inDays(w, 3),
      }
      const revise =
        'mutation ($id: ID!, $version: Int!, $input: VoteInput!) { reviseVote(id: $id, expectedVersion: $version, input: $input) { id } }'
      expect((await w.refused(w.people.secretary, revise, { ...vote, input })).message).toBe(
        'The vote is fixed; a change is a new vote.',
      )
    }))

  test('V6, V7: who moves away still votes and reads the vote, who moves in does not', async () => {
    await moves(20, { division: ELSEWHERE })
    const gone = residentOf(headOf(20), { grants: [{ role: 'RESIDENT', division: ELSEWHERE }] })
    const shown = await w.run(gone, 'query ($id: ID!) { vote(id: $id) { isElector electorate { size } } }', { id: vote.id })
    expect(shown).toEqual({ isElector: true, electorate: null })
    expect(await w.run(gone, M.cast, { id: vote.id, choice: 'AGREE' })).toMatchObject({ sequence: 1 })
    await moves(0, { resident: '7'.repeat(8) + headOf(0).slice(8), household: '7'.repeat(8) + householdOf(0).slice(8) })
    const { message } = await w.refused(residentOf('7'.repeat(8) + headOf(0).slice(8)), M.cast, { id: vote.id, choice: 'AGREE' })
    expect(message).toMatch('not on the frozen roll')
    expect(await w.sql('select size from compacts.electorate')).toEqual([{ size: 40 }])
  })

  test('V15: where households vote, only the representative does', () =>
    unchanged(async () => {
      for (const other of [spouseOf(2), childOf(2)])
        expect((await w.refused(residentOf(other), M.cast, { id: vote.id, choice: 'AGREE' })).message).toMatch(
          'their representative does',
        )
    }))

  test('V12: nobody sees a result before the close, and a ballot only its own household', async () => {
    const query = 'query ($id: ID!) { vote(id: $id) { result { agree } myBallot { choice } turnout } }'
    for (const actor of [w.people.chair, w.people.supervision, w.people.town, w.people.auditor])
      expect(await w.run(actor, query, { id: vote.id })).toEqual({ result: null, myBallot: null, turnout: 5 })
    expect(await w.run(residentOf(headOf(1)), query, { id: vote.id })).toEqual({
      result: null,
      myBallot: { choice: 'AGREE' },
      turnout: 5,
    })
  })

  test('it may run longer, once, and never shorter', async () => {
    const extend =
      'mutation ($id: ID!, $version: Int!, $to: DateTimeISO!) { extendVote(id: $id, expectedVersion: $version, closesAt: $to, reason: "尚有住户未回沪。") { id version status } }'
    const current = await look(w, 'vote', vote.id)
    expect((await w.refused(w.people.chair, extend, { ...current, to: inDays(w, 1) })).code).toBe('BAD_USER_INPUT')
    const longer = await w.run<Step>(w.people.chair, extend, { ...current, to: inDays(w, 3) })
    expect((await w.refused(w.people.chair, extend, { ...longer, to: inDays(w, 4) })).message).toBe(
      'A vote may be extended once.',
    )
  })

  test('it cannot be closed early, not even by the clock', () =>
    unchanged(async () => {
      w.tick(2, 23)
      await w.sweep()
      expect((await look(w, 'vote', vote.id)).status).toBe('OPEN')
    }))
})

describe('after the close', () => {
  beforeAll(() => {
    w.tick(0, 1)
    w.clock.now = new Date(w.clock.now.getTime() + 1000)
  })

  test('V9: a ballot is refused by the server’s clock before anyone has closed the vote', () =>
    unchanged(async () => {
      const { message } = await w.refused(residentOf(headOf(9)), M.cast, { id: vote.id, choice: 'AGREE' })
      expect(message).toMatch('Ballots are taken from')
    }))

  test('V11: a ballot on a vote that is void is refused, and the old ones are kept', async () => {
    await w.sweep()
    const contested = await act(w, 'Vote', w.people.supervision, await look(w, 'vote', vote.id), 'CONTEST', '有人冒名投票。')
    expect(await act(w, 'Vote', w.people.town, contested, 'VOID', '查证属实。')).toMatchObject({ status: 'VOIDED' })
    expect((await w.refused(residentOf(headOf(9)), M.cast, { id: vote.id, choice: 'AGREE' })).code).toBe('REFUSED')
    expect(await w.sql('select count(*)::int as n from compacts.ballot')).toEqual([{ n: 5 }])
    expect(await w.sql('select status from compacts.issue')).toEqual([{ status: 'DELIBERATING' }])
  })

  test('two different people certify the count', async () => {
    const again = await openVote(w, meeting)
    await cast(w, again, 22, 0)
    w.tick(2, 1)
    await w.sweep()
    const both = { ...w.people.chair, grants: [...w.people.chair.grants, ...w.people.supervision.grants] }
    const signed = await act(w, 'Vote', both, await look(w, 'vote', again.id), 'SIGN_COUNT')
    await unchanged(async () =>
      expect((await w.refused(both, actOn('Vote'), { ...signed, action: 'CERTIFY' })).message).toBe(
        'Two different people must certify the count.',
      ),
    )
    expect(await act(w, 'Vote', w.people.supervision, signed, 'CERTIFY')).toMatchObject({ status: 'CERTIFIED' })
  })
})

describe('at a meeting', () => {
  test('V17: without a quorum in the room no binding vote opens; the meeting is adjourned and comes together again', async () => {
    const { chair, secretary, member } = w.people
    const issue = await accept(w, await raise(w, '小区充电棚'))
    await hold(w, issue, 'COUNCIL')
    await study(w, issue)
    let called = await assemble(w, { issue })
    const input = {
      purpose: 'DECISION',
      proposal: '同意在小区东门建充电棚。',
      manner: 'AT_MEETING',
      opensAt: inDays(w, 0),
      closesAt: inDays(w, 0, 1),
    }
    const armed = await act(w, 'Vote', chair, await w.run(chair, M.draftVote, { id: called.id, input }), 'ARM')
    for (let n = 0; n < 20; n += 1) await w.run(member, M.checkIn, { id: called.id, resident: headOf(n) })
    expect((await w.refused(chair, actOn('Vote'), { ...armed, action: 'OPEN' })).message).toMatch(
      '20 of 41 are present; the quorum is 21',
    )

    await w.run(member, M.checkIn, { id: called.id, resident: headOf(21) })
    const { votes } = await w.run<{ votes: { attending: number; offers: { action: string; blocked: string | null }[] }[] }>(
      chair,
      'query ($id: ID!) { meeting(id: $id) { votes { attending offers { action blocked } } } }',
      { id: called.id },
    )
    expect(votes).toEqual([
      {
        attending: 21,
        offers: [
          { action: 'OPEN', blocked: null },
          { action: 'CANCEL', blocked: null },
        ],
      },
    ])

    const adjourn =
      'mutation ($id: ID!, $version: Int!, $to: DateTimeISO!) { adjournMeeting(id: $id, expectedVersion: $version, startsAt: $to, reason: "人数不足。") { id version status } }'
    called = await w.run<Step>(chair, adjourn, { ...called, to: inDays(w, 3) })
    expect(called.status).toBe('NOTICED')
    expect(await w.sql('select count(*)::int as n from compacts.attendance where meeting_id = $1', [called.id])).toEqual([
      { n: 0 },
    ])
    expect((await w.refused(chair, actOn('Meeting'), { ...called, action: 'OPEN' })).message).toMatch(
      'before the time given in the notice',
    )
    expect((await look(w, 'meeting', called.id)).status).toBe('NOTICED')
    await act(w, 'Meeting', secretary, called, 'CANCEL', '改为下月召开。')
    // Whoever may vote at it is told that it moves, and that it is off, each with the reason.
    const heard = (await Promise.all([told(w, 'MOVED:%'), told(w, 'CANCELLED:%')])).flat()
    expect(heard.map(({ stream }) => stream)).toEqual([called.id, called.id])
    for (const { residents, roles } of heard) {
      expect(residents).toEqual(expect.arrayContaining(Array.from({ length: 20 }, (_, n) => headOf(n))))
      expect(residents).not.toContain(childOf(1))
      expect(roles).toContain('SUPERVISION_MEMBER')
    }
    expect(heard.map(({ words }) => words.zh)).toEqual([
      expect.stringContaining('人数不足。'),
      expect.stringContaining('改为下月召开。'),
    ])
  })

  test('the caller who is not signed in sees no vote at all', async () =>
    expect((await w.refused(anonymous, '{ votes { edges { node { id } } } }')).code).toBe('UNAUTHENTICATED'))

  test('A5: ten days’ notice, or a special case the Party branch approves, in public', async () => {
    const { secretary, party } = w.people
    const issue = await accept(w, await raise(w, '汛期地库排水'))
    const input = {
      type: 'RESIDENTS',
      title: '居民会议',
      startsAt: inDays(w, 9),
      place: '广场',
      agenda: ['表决'],
      basis: 'PERSON',
    }
    const planned = await w.run(secretary, M.planMeeting, { ...issue, input })
    expect((await w.refused(secretary, actOn('Meeting'), { ...planned, action: 'NOTICE' })).message).toMatch(
      "10 days' notice is needed (Urban Residents Committees Organic Law (2025 revision))",
    )
    const revise =
      'mutation ($id: ID!, $version: Int!, $input: MeetingInput!) { reviseMeeting(id: $id, expectedVersion: $version, input: $input) { id version status } }'
    const special = await w.run<Step>(secretary, revise, {
      ...planned,
      input: { ...input, exception: '台风将至，地库有进水危险。' },
    })
    expect((await w.refused(secretary, actOn('Meeting'), { ...special, action: 'NOTICE' })).message).toMatch('needs the approval')
    const approved = await act(w, 'Meeting', party, special, 'APPROVE_SHORT_NOTICE', '情况紧急，同意临时通知。')
    await act(w, 'Meeting', secretary, approved, 'NOTICE')
    const shown = await w.run(
      w.people.neighbour,
      'query ($id: ID!) { meeting(id: $id) { exception electorate { basis size hash } } }',
      { id: planned.id },
    )
    expect(shown).toEqual({
      exception: '台风将至，地库有进水危险。',
      electorate: { basis: 'PERSON', size: 80, hash: expect.stringMatching(/^[0-9a-f]{64}$/) },
    })
  })

  test('representatives make up four fifths of their meeting, or it cannot vote', async () => {
    const { secretary, chair } = w.people
    const issue = await accept(w, await raise(w, '社区公约修订', w.people.neighbour))
    const call = async (committeeMembers: string[]) => {
      const input = {
        type: 'REPRESENTATIVES',
        title: '居民代表会议',
        startsAt: inDays(w, 1),
        place: '会议室',
        agenda: ['表决'],
        committeeMembers,
      }
      return act(
        w,
        'Meeting',
        secretary,
        await w.run(secretary, M.planMeeting, { ...(await look(w, 'issue', issue.id)), input }),
        'NOTICE',
      )
    }
    const arm = async (called: Step) => {
      const input = {
        purpose: 'DECISION',
        proposal: '同意修订社区公约的建议。',
        manner: 'AT_MEETING',
        opensAt: inDays(w, 1),
        closesAt: inDays(w, 2),
      }
      return { ...(await w.run(chair, M.draftVote, { id: called.id, input })), action: 'ARM' }
    }
    expect((await w.refused(chair, actOn('Vote'), await arm(await call([headOf(30), headOf(31), headOf(32)])))).message).toMatch(
      'at least four fifths',
    )
    expect(await w.run(chair, actOn('Vote'), await arm(await call([headOf(30), headOf(31)])))).toMatchObject({ status: 'ARMED' })
  })
})

test('the roll takes the latest word, whatever order it comes in', async () => {
  const latest = { ...roll[0]!, resident: '6'.repeat(8) + headOf(0).slice(8), division: DIVISION, version: 5 }
  for (const entry of [latest, { ...latest, version: 4, hasLeft: true }, latest])
    await w.subgraphs['compacts']!.asSystem((ctx) => onRollChanged(ctx, [entry]))
  expect(await w.sql('select version, has_left from compacts.roll_entry where resident = $1', [latest.resident])).toEqual([
    { version: 5, has_left: false },
  ])
})
