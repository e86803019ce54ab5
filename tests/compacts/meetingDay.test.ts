// The day of a meeting: seats, the code at the door, the live quorum, what is added to minutes, and the calendar; lifts with their owners.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { checkInCodeOf } from '../../subgraphs/compacts/checkIn.code.ts'
import { folded } from '../../subgraphs/compacts/meeting.calendar.ts'
import { ruleCodeOf } from '../../subgraphs/compacts/meeting.rules.ts'
import { anonymous, TEST_SECRET } from '../support/platform.ts'
import { DIVISION } from './actors.ts'
import { told } from './voices.ts'
import { accept, hold, raise } from './walk.ts'
import { act, actOn, headOf, inDays, look, M, openWorld, residentOf, spouseOf, type Step, type World } from './world.ts'

let w: World
let issue: Step
beforeAll(async () => {
  w = await openWorld()
  issue = await accept(w, await raise(w))
})
afterAll(() => w.stop())

const plan = async (more: object = {}): Promise<Step> => {
  const input = { type: 'COUNCIL', title: '楼道议事会', startsAt: inDays(w, 0, 1), place: '活动室', agenda: ['怎么办'], ...more }
  return w.run(w.people.secretary, M.planMeeting, { ...(await look(w, 'issue', issue.id)), input })
}
const SEAT = 'mutation ($id: ID!) { takeSeat(meeting: $id) { seatsTaken seatsWaiting mySeat { status place } } }'
const BACK = 'mutation ($id: ID!) { giveSeatBack(meeting: $id) { seatsTaken seatsWaiting } }'
const BY_CODE = 'mutation ($id: ID!, $code: String!) { checkInByCode(id: $id, code: $code) { attendanceCount } }'

describe('seats', () => {
  let meeting: Step

  test('W4: thirty who ask at once for five seats take five, and the others wait in the order they came', async () => {
    meeting = await act(w, 'Meeting', w.people.secretary, await plan({ seats: 5, invitees: ['示例物业', ' '] }), 'NOTICE')
    const asked = Array.from({ length: 30 }, (_, n) => w.ask('compacts', residentOf(headOf(n)), SEAT, { id: meeting.id }))
    expect((await Promise.all(asked)).flatMap(({ errors }) => errors)).toEqual([])
    expect(await w.sql('select status, count(*)::int as n from compacts.seat group by 1 order by 1')).toEqual([
      { status: 'TAKEN', n: 5 },
      { status: 'WAITING', n: 25 },
    ])
    expect(
      await w.run(w.people.secretary, 'query ($id: ID!) { meeting(id: $id) { seats invitees seatsTaken seatsWaiting } }', {
        id: meeting.id,
      }),
    ).toEqual({
      seats: 5,
      invitees: ['示例物业'],
      seatsTaken: 5,
      seatsWaiting: 25,
    })
  })

  test('W4: who gives a seat back lets the first of the queue in, whatever happens at once', async () => {
    const inOrder = (status: string) =>
      w
        .sql<{ resident: string }>('select resident from compacts.seat where status = $1 order by "at", id', [status])
        .then((rows) => rows.map((r) => r.resident))
    const [seated, queue] = [await inOrder('TAKEN'), await inOrder('WAITING')]
    await Promise.all(seated.slice(0, 3).map((resident) => w.run(residentOf(resident), BACK, { id: meeting.id })))
    expect(new Set(await inOrder('TAKEN'))).toEqual(new Set([...seated.slice(3), ...queue.slice(0, 3)]))
    expect(await inOrder('WAITING')).toEqual(queue.slice(3))
    const heard = await told(w, 'SEATED:%')
    expect(heard.flatMap(({ residents }) => residents).toSorted()).toEqual(queue.slice(0, 3).toSorted())
    expect(heard[0]!.words.zh).toMatch('您已由候补转为预约成功')
    const last = await w.run<{ mySeat: unknown }>(residentOf(queue[3]!), SEAT, { id: meeting.id })
    expect(last.mySeat).toEqual({ status: 'WAITING', place: 1 })
  })

  test('W5: asking again, and checking in again, change nothing', async () => {
    const [{ resident }] = (await w.sql<{ resident: string }>(
      `select resident from compacts.seat where status = 'TAKEN' limit 1`,
    )) as [{ resident: string }]
    const before = await w.sql('select * from compacts.seat order by id')
    await w.run(residentOf(resident), SEAT, { id: meeting.id })
    expect(await w.sql('select * from compacts.seat order by id')).toEqual(before)
    for (const _ of [1, 2]) await w.run(residentOf(resident), M.attend, { id: meeting.id })
    expect(await w.sql('select count(*)::int as n from compacts.attendance')).toEqual([{ n: 1 }])
    expect((await w.refused(residentOf(spouseOf(30)), M.attend, { id: meeting.id })).message).toMatch('number 23 in the queue')
  })

  test('are taken and given back by an officer for those who ask at the desk, of the roll only', async () => {
    const FOR = SEAT.replace('$id: ID!', '$id: ID!, $resident: ID!').replace('meeting: $id', 'meeting: $id, resident: $resident')
    const OFF = BACK.replace('$id: ID!', '$id: ID!, $resident: ID!').replace('meeting: $id', 'meeting: $id, resident: $resident')
    const asked = { id: meeting.id, resident: headOf(33) }
    const { seatsTaken, seatsWaiting } = await w.run<{ seatsTaken: number; seatsWaiting: number }>(w.people.member, FOR, asked)
    const last = await w.run<{ mySeat: { place: number } }>(residentOf(headOf(33)), SEAT, { id: meeting.id })
    expect([seatsTaken, last.mySeat.place]).toEqual([5, seatsWaiting])
    expect((await w.refused(w.people.member, FOR, { ...asked, resident: crypto.randomUUID() })).message).toMatch(
      'not on the roll',
    )
    expect((await w.refused(residentOf(headOf(34)), FOR, asked)).code).toBe('FORBIDDEN')
    expect(await w.run(w.people.member, OFF, asked)).toEqual({ seatsTaken: 5, seatsWaiting: seatsWaiting - 1 })
  })

  test('are for meetings that prepare: a meeting that decides turns nobody away', async () => {
    const input = {
      type: 'RESIDENTS',
      basis: 'HOUSEHOLD',
      seats: 10,
      title: '居民会议',
      startsAt: inDays(w, 12),
      place: '广场',
      agenda: ['表决'],
    }
    const { message } = await w.refused(w.people.secretary, M.planMeeting, { ...(await look(w, 'issue', issue.id)), input })
    expect(message).toBe('A meeting that decides has no limit of seats.')
  })
})

describe('the code at the door', () => {
  test('checks in its own resident at its own meeting, and is worth nothing elsewhere', async () => {
    const [here, there] = [await plan(), await plan()]
    for (const one of [here, there]) await act(w, 'Meeting', w.people.secretary, one, 'NOTICE')
    const read = 'query ($id: ID!) { meeting(id: $id) { myCheckInCode } }'
    const { myCheckInCode: code } = await w.run<{ myCheckInCode: string }>(residentOf(headOf(4)), read, { id: here.id })
    expect(code).toBe(checkInCodeOf(TEST_SECRET, here.id, headOf(4)))
    expect(await w.run(w.people.member, read, { id: here.id })).toEqual({ myCheckInCode: null })
    expect(await w.run(w.people.member, BY_CODE, { id: here.id, code: ` ${code} ` })).toEqual({ attendanceCount: 1 })
    expect(await w.run(w.people.member, BY_CODE, { id: here.id, code })).toEqual({ attendanceCount: 1 })
    expect((await w.refused(w.people.member, BY_CODE, { id: there.id, code })).message).toMatch('of another meeting')
    const forged = `${code.slice(0, -2)}${code.endsWith('AA') ? 'BB' : 'AA'}`
    expect((await w.refused(w.people.member, BY_CODE, { id: here.id, code: forged })).code).toBe('BAD_USER_INPUT')
    expect((await w.refused(residentOf(headOf(4)), BY_CODE, { id: here.id, code })).code).toBe('FORBIDDEN')
    expect(await w.sql('select resident from compacts.attendance where meeting_id = $1', [here.id])).toEqual([
      { resident: headOf(4) },
    ])
  })
})

describe('published minutes', () => {
  test('stay as they are; a correction is added with its date and its author', async () => {
    const held = await hold(w, issue, 'JOINT')
    const ADD =
      'mutation ($id: ID!, $version: Int!, $words: String!) { addToMinutes(id: $id, expectedVersion: $version, words: $words) { id version status addenda { number words } } }'
    const one = await w.run<Step>(w.people.member, ADD, { ...held, words: '第二项到会人数应为12人。' })
    expect(one).toMatchObject({ status: 'PUBLISHED', addenda: [{ number: 1, words: '第二项到会人数应为12人。' }] })
    expect(await w.run(w.people.member, ADD, { ...one, words: '附件页码更正。' })).toMatchObject({
      addenda: [{ number: 1 }, { number: 2 }],
    })
    expect((await w.refused(w.people.chair, ADD, { ...one, words: 'x' })).code).toBe('FORBIDDEN')
    expect(await w.sql(`select minutes from compacts.meeting where id = $1`, [held.id])).toEqual([
      { minutes: '会议纪要（示例）。' },
    ])
    const open = await plan()
    expect((await w.refused(w.people.member, ADD, { ...open, words: '早了。' })).message).toMatch('not published yet')
  })
})

describe('the calendar', () => {
  test('S5: tells everybody what has been announced, at one absolute instant, and nothing that is only planned', async () => {
    await plan({ title: '还在筹备的会' })
    const announced = await plan({ title: '深夜，换日的会', startsAt: '2026-04-01T16:00:00Z' })
    await act(w, 'Meeting', w.people.secretary, announced, 'NOTICE')
    const { data } = await w.ask<{ meetingCalendar: string }>(
      'compacts',
      anonymous,
      '{ meetingCalendar(division: "310113109000") }',
    )
    const feed = data!.meetingCalendar
    expect(feed).toMatch(/^BEGIN:VCALENDAR\r\nVERSION:2.0\r\n/)
    expect(feed).not.toContain('还在筹备的会')
    expect(feed.replace(/\r\n /g, '')).toContain('SUMMARY:深夜，换日的会（Council）')
    expect(feed).toContain('DTSTART:20260401T160000Z')
    expect(feed.split('\r\n').filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
    expect(
      (await w.run<{ startsAt: string }>(w.people.member, 'query ($id: ID!) { meeting(id: $id) { startsAt } }', announced))
        .startsAt,
    ).toBe('2026-04-01T16:00:00.000Z')
  })

  test('folds long lines between characters', () => {
    const long = `SUMMARY:${'楼'.repeat(60)}`
    expect(
      folded(long)
        .split('\r\n')
        .every((line) => Buffer.byteLength(line) <= 75),
    ).toBe(true)
    expect(folded(long).replaceAll('\r\n ', '')).toBe(long)
  })
})

test('a village meets by the law of villages, a town by its own', async () => {
  expect(ruleCodeOf('RESIDENTS', '310113109201')).toBe('V1')
  expect(ruleCodeOf('REPRESENTATIVES', '310113109501')).toBe('V2')
  expect(ruleCodeOf('RESIDENTS', DIVISION)).toBe('R1')
  expect(ruleCodeOf('COUNCIL', '310113109201')).toBe('R5')
  expect(ruleCodeOf('OWNERS', '310113109201', 'R4')).toBe('R4')
})

test('V17: the quorum is read at every moment, from who is in the room', async () => {
  const { secretary, chair } = w.people
  const called = await plan({ type: 'RESIDENTS', basis: 'PERSON', startsAt: inDays(w, 10) })
  await act(w, 'Meeting', secretary, called, 'NOTICE')
  w.tick(10)
  const quorum = async () =>
    (
      await w.run<{ quorum: object }>(
        secretary,
        'query ($id: ID!) { meeting(id: $id) { typeLabel quorum { eligible needed present isReached } } }',
        called,
      )
    ).quorum
  expect(await quorum()).toEqual({ eligible: 80, needed: 41, present: 0, isReached: false })
  for (let n = 0; n < 40; n += 1) await w.run(secretary, M.checkIn, { id: called.id, resident: headOf(n) })
  expect(await quorum()).toMatchObject({ present: 40, isReached: false })
  await w.run(residentOf(spouseOf(0)), M.attend, { id: called.id })
  expect(await quorum()).toMatchObject({ present: 41, isReached: true })
  await act(w, 'Meeting', chair, await w.run(chair, M.attend, { id: called.id }), 'OPEN')
  expect(
    (await w.refused(chair, actOn('Meeting'), { ...(await look(w, 'meeting', called.id)), action: 'NOTICE' })).message,
  ).toMatch('Not possible while')
})
