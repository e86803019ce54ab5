// Meetings that must be called: asked for by enough residents, or due by law; and what answers them.
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { CONVENING_ROWS, isReached, progressOf, stretchOf, type ConveningRule } from '../../subgraphs/compacts/convening.rules.ts'
import { onRollChanged } from '../../subgraphs/compacts/roll.messages.ts'
import { ruleAt } from '../../subgraphs/shared/rule.ts'
import { anonymous } from '../support/platform.ts'
import { DIVISION } from './actors.ts'
import { told } from './voices.ts'
import { accept, assemble, raise } from './walk.ts'
import {
  act,
  actOn,
  childOf,
  headOf,
  householdOf,
  inDays,
  look,
  openWorld,
  residentOf,
  spouseOf,
  type Step,
  type World,
} from './world.ts'

const SHOWN = '{ id version status }'
const ASK = `mutation ($id: ID!, $input: ConveningInput!) { askForMeeting(issue: $id, input: $input) ${SHOWN} }`
const SIGN = `mutation ($id: ID!, $resident: ID) { signConvening(id: $id, resident: $resident) ${SHOWN} }`
const BACK = `mutation ($id: ID!) { unsignConvening(id: $id) ${SHOWN} }`
const CONVENE = `mutation ($id: ID!, $version: Int!, $input: MeetingInput!, $issue: ID) { convene(id: $id, expectedVersion: $version, input: $input, issue: $issue) ${SHOWN} }`
const PROGRESS = 'query ($id: ID!) { convening(id: $id) { progress { of signed needed whole } isSignedByMe signers { id } } }'

let w: World
let issue: Step
beforeAll(async () => {
  w = await openWorld()
  issue = await accept(w, await raise(w))
})
afterAll(() => w.stop())

const input = { type: 'RESIDENTS', reason: '请召开居民会议讨论楼道整治。' }
const lookAt = (id: string): Promise<Step> => look(w, 'convening', id)
const meetingInput = (days: number) => ({
  type: 'RESIDENTS',
  title: '居民会议',
  startsAt: inDays(w, days),
  place: '小区广场',
  agenda: ['楼道整治'],
  basis: 'HOUSEHOLD',
})

describe('residents ask for a meeting', () => {
  let asked: Step

  test('each once, adults of the roll only, and may stand back while names are taken', async () => {
    const { author, neighbour, member, foreign } = w.people
    asked = await w.run(author, ASK, { id: issue.id, input })
    expect(asked.status).toBe('GATHERING')
    for (const _ of [1, 2]) await w.run(neighbour, SIGN, asked)
    expect(await w.run(neighbour, PROGRESS, asked)).toEqual({
      progress: [
        { of: 'ADULTS', signed: 2, needed: 8, whole: 80 },
        { of: 'HOUSEHOLDS', signed: 2, needed: 4, whole: 40 },
        { of: 'REPRESENTATIVES', signed: 2, needed: 4, whole: 10 },
      ],
      isSignedByMe: true,
      signers: null,
    })
    expect(await w.run(member, PROGRESS, asked)).toMatchObject({ signers: [{ id: headOf(0) }, { id: headOf(1) }] })
    await w.run(neighbour, BACK, asked)
    expect(await w.run(neighbour, PROGRESS, asked)).toMatchObject({ isSignedByMe: false, progress: [{ signed: 1 }, {}, {}] })
    expect((await w.refused(residentOf(childOf(3)), SIGN, asked)).message).toMatch('Adults on the roll')
    expect((await w.refused(residentOf(headOf(4)), SIGN, { ...asked, resident: headOf(5) })).code).toBe('FORBIDDEN')
    expect((await w.refused(foreign, SIGN, { ...asked, resident: headOf(5) })).code).toBe('NOT_FOUND')
    expect((await w.refused(anonymous, SIGN, asked)).code).toBe('UNAUTHENTICATED')
    expect((await w.refused(author, ASK, { id: issue.id, input })).message).toMatch('asked for already')
    expect((await w.refused(author, ASK, { id: issue.id, input: { ...input, type: 'COUNCIL' } })).more['field']).toBe('type')
  })

  test('seven of eighty do not reach it, an officer’s paper brings the eighth; all who asked are told', async () => {
    // Spouses stand for no household and are no representatives: persons alone are counted here.
    for (let n = 10; n < 16; n += 1) await w.run(residentOf(spouseOf(n)), SIGN, asked)
    expect((await lookAt(asked.id)).status).toBe('GATHERING')
    expect((await w.refused(w.people.member, CONVENE, { ...(await lookAt(asked.id)), input: meetingInput(12) })).message).toMatch(
      'Not possible while gathering',
    )
    await w.run(w.people.member, SIGN, { ...asked, resident: spouseOf(16) })
    expect(await lookAt(asked.id)).toMatchObject({ status: 'DUE' })
    const [heard] = await told(w, 'REACHED')
    expect(heard!.residents).toHaveLength(8)
    expect((await w.refused(residentOf(headOf(20)), SIGN, asked)).message).toBe('Names are no longer taken.')
    expect(
      (await w.refused(w.people.author, actOn('Convening'), { ...(await lookAt(asked.id)), action: 'WITHDRAW' })).message,
    ).toMatch('Not possible while due')
  })

  test('the committee has a to-do with a deadline until notice is given; a cancelled meeting revives it', async () => {
    const { secretary, chair } = w.people
    const due = await lookAt(asked.id)
    const meeting = await w.run<Step>(secretary, CONVENE, { ...due, input: meetingInput(12) })
    expect(await lookAt(asked.id)).toMatchObject({ status: 'DUE' })
    const noticed = await act(w, 'Meeting', secretary, meeting, 'NOTICE')
    expect(await lookAt(asked.id)).toMatchObject({ status: 'CALLED' })
    await act(w, 'Meeting', secretary, noticed, 'CANCEL', '场地临时不可用。')
    const revived = await w.run<Step & { dueAt: string }>(
      secretary,
      'query ($id: ID!) { convening(id: $id) { id version status dueAt } }',
      asked,
    )
    expect(revived.status).toBe('DUE')
    expect(new Date(revived.dueAt).getTime()).toBeGreaterThan(w.clock.now.getTime())
    const again = await w.run<Step>(secretary, CONVENE, { ...revived, input: meetingInput(12) })
    const called = await act(w, 'Meeting', secretary, again, 'NOTICE')
    w.tick(12)
    const attend = 'mutation ($id: ID!) { attendMeeting(id: $id) { id version status } }'
    await act(w, 'Meeting', chair, await w.run(chair, attend, called), 'OPEN')
    expect(await lookAt(asked.id)).toMatchObject({ status: 'HELD' })
    const awaited = await w.sql<{ action: string; awaits: string[] }>(
      `select e ->> 'action' as action, e -> 'awaits' as awaits from jobs.job, jsonb_array_elements(data -> 'events') e
        where name = 'office.EventsRecorded' and e ->> 'stream' = $1 order by (e ->> 'version')::int`,
      [asked.id],
    )
    expect(awaited.map(({ action, awaits }) => [action, awaits.includes('COMMITTEE_SECRETARY')])).toEqual([
      ['CREATE', false],
      ['REACH', true],
      ['CONVENE', true],
      ['CALL', false],
      ['REVIVE', true],
      ['CONVENE', true],
      ['CALL', false],
      ['HOLD', false],
    ])
  })

  test('too few in time let it lapse, and its author may take it back before', async () => {
    const other = await accept(w, await raise(w, '充电棚选址', residentOf(headOf(22))))
    const one = await w.run<Step>(residentOf(headOf(22)), ASK, { id: other.id, input })
    expect(await act(w, 'Convening', residentOf(headOf(22)), one, 'WITHDRAW')).toMatchObject({ status: 'WITHDRAWN' })
    const two = await w.run<Step>(residentOf(headOf(23)), ASK, { id: other.id, input: { ...input, type: 'REPRESENTATIVES' } })
    w.tick(61)
    expect((await w.refused(residentOf(headOf(24)), SIGN, two)).message).toBe('Names are no longer taken.')
    await w.sweep()
    expect(await lookAt(two.id)).toMatchObject({ status: 'LAPSED' })
  })

  test('fifty who sign at once are counted one after the other, and it is reached once', async () => {
    const other = await accept(w, await raise(w, '门前停车', residentOf(headOf(25))))
    const one = await w.run<Step>(residentOf(headOf(25)), ASK, { id: other.id, input })
    const signers = Array.from({ length: 39 }, (_, n) => residentOf(spouseOf(n)))
    await Promise.all(signers.map((who) => w.ask('compacts', who, SIGN, { id: one.id })))
    expect(await lookAt(one.id)).toMatchObject({ status: 'DUE' })
    expect(await w.sql(`select count(*)::int as n from compacts.event where stream = $1 and action = 'REACH'`, [one.id])).toEqual(
      [{ n: 1 }],
    )
  })
})

describe('meetings due by law', () => {
  beforeAll(async () => {
    await w.stop()
    w = await openWorld()
    issue = await accept(w, await raise(w))
    await assemble(w, { issue })
  })

  test('the committee is called upon sixty days before the stretch ends, once, unless one was held', async () => {
    const dueNow = () =>
      w.sql<{ type: string; stretch: string; day: string }>(
        `select type, stretch, to_char(due_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day from compacts.convening where ground = 'LAW' order by due_at, type`,
      )
    w.clock.now = new Date('2026-05-01T09:00:00+08:00')
    await w.sweep()
    expect(await dueNow()).toEqual([])
    w.clock.now = new Date('2026-05-02T09:00:00+08:00')
    for (const _ of [1, 2]) await w.sweep()
    expect(await dueNow()).toEqual([{ type: 'REPRESENTATIVES', stretch: '2026-H1', day: '2026-07-01' }])
    // A residents' meeting was opened in March, so only representatives are due at the end of the year.
    w.clock.now = new Date('2026-11-05T09:00:00+08:00')
    await w.sweep()
    expect(await dueNow()).toEqual([
      { type: 'REPRESENTATIVES', stretch: '2026-H1', day: '2026-07-01' },
      { type: 'REPRESENTATIVES', stretch: '2026-H2', day: '2027-01-01' },
    ])
  })

  test('it is about an issue that the committee names, and notice of any such meeting answers it', async () => {
    const { secretary } = w.people
    const other = await accept(w, await raise(w, '活动室开放时间', residentOf(headOf(30))))
    const [row] = await w.sql<{ id: string }>(`select id from compacts.convening where stretch = '2026-H2'`)
    const due = await lookAt(row!.id)
    const call = { ...meetingInput(3), type: 'REPRESENTATIVES', committeeMembers: [] }
    expect((await w.refused(secretary, CONVENE, { ...due, input: call })).more['field']).toBe('issue')
    const meeting = await w.run<Step>(secretary, CONVENE, { ...due, input: call, issue: other.id })
    await act(w, 'Meeting', secretary, meeting, 'NOTICE')
    expect(await w.sql('select stretch, status from compacts.convening where stretch is not null order by stretch')).toEqual([
      { stretch: '2026-H1', status: 'CALLED' },
      { stretch: '2026-H2', status: 'CALLED' },
    ])
  })

  test('a stretch is part of one calendar year, whole years make twelve months, and days never fall between two', () => {
    const day = fc.date({ min: new Date('2010-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
    fc.assert(
      fc.property(day, fc.constantFrom(3, 6, 12), (at, months) => {
        const today = at.toISOString().slice(0, 10)
        const { from, to, name } = stretchOf(today, months)
        expect(from <= today && today < to).toBe(true)
        expect(stretchOf(from, months).name).toBe(name)
        expect(stretchOf(to, months).name).not.toBe(name)
        expect(name.startsWith(today.slice(0, 4))).toBe(true)
      }),
    )
  })
})

describe('the shares', () => {
  const rule = (code: string, day = '2026-03-02', division = DIVISION) =>
    ruleAt<ConveningRule>(CONVENING_ROWS, code, new Date(`${day}T09:00:00+08:00`), division).value
  const of = (ADULTS: [number, number], REPRESENTATIVES: [number, number] = [0, 10]) => {
    const pair = ([signed, whole]: [number, number]) => ({ signed, whole })
    return { ADULTS: pair(ADULTS), HOUSEHOLDS: pair([0, 40]), REPRESENTATIVES: pair(REPRESENTATIVES) }
  }

  test('exactly a tenth of the adults, exactly a third and a fifth of the representatives are enough, one less is not', () => {
    expect([isReached(rule('CONVENE_R1'), of([10, 100])), isReached(rule('CONVENE_R1'), of([9, 100]))]).toEqual([true, false])
    expect([isReached(rule('CONVENE_R1'), of([0, 100], [3, 9])), isReached(rule('CONVENE_R1'), of([0, 100], [3, 10]))]).toEqual([
      true,
      false,
    ])
    expect([isReached(rule('CONVENE_R2'), of([0, 100], [2, 10])), isReached(rule('CONVENE_R2'), of([0, 100], [2, 11]))]).toEqual([
      true,
      false,
    ])
    expect(isReached(rule('CONVENE_R1'), of([0, 0], [0, 0]))).toBe(false)
  })

  test('what is needed is the least that reaches, for every electorate', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20_000 }), fc.constantFrom('CONVENE_R1', 'CONVENE_V1'), (whole, code) => {
        const [adults] = progressOf(rule(code), of([0, whole]))
        expect(isReached(rule(code), of([adults!.needed, whole]))).toBe(true)
        expect(isReached(rule(code), of([adults!.needed - 1, whole]))).toBe(false)
      }),
    ))

  test('the law of the day holds: a fifth until the end of 2025, a year in Shanghai, a quarter in villages', () => {
    expect(rule('CONVENE_R1', '2025-12-31').shares.ADULTS).toEqual({ num: 1, den: 5, more: false })
    expect(rule('CONVENE_R1').everyMonths).toBe(12)
    expect(rule('CONVENE_R1', '2026-03-02', '320585001001').everyMonths).toBeNull()
    expect(rule('CONVENE_V2').everyMonths).toBe(3)
  })

  test('in a village a tenth of the villagers, no households', async () => {
    const village = '310113109201'
    await w.subgraphs['compacts']!.asSystem((ctx) =>
      onRollChanged(ctx, [
        {
          entries: Array.from({ length: 20 }, (_, n) => ({
            resident: headOf(n + 500),
            version: 1,
            household: householdOf(n + 500),
            division: village,
            adultSince: '2000-01-01',
            isHouseholdRepresentative: true,
            isRepresentative: n < 3,
          })),
        },
      ]),
    )
    expect(progressOf(rule('CONVENE_V1'), of([1, 20], [1, 3])).map((one) => [one.of, one.needed])).toEqual([
      ['ADULTS', 2],
      ['REPRESENTATIVES', 1],
    ])
    w.clock.now = new Date('2026-11-05T10:00:00+08:00')
    await w.sweep()
    expect(await w.sql('select type, stretch from compacts.convening where division = $1 order by type', [village])).toEqual([
      { type: 'REPRESENTATIVES', stretch: '2026-Q4' },
      { type: 'RESIDENTS', stretch: '2026' },
    ])
  })
})
