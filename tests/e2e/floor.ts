// The floor on which the walk is walked: the platform with demo data and a clock that can be moved, and a seat for each officer.
import { parse } from 'graphql'
import { expect } from 'vitest'
import { buildAdmin } from '../../gateway/build.ts'
import { ANONYMOUS } from '../../subgraphs/shared/actor.ts'
import { compactMachine } from '../../subgraphs/compacts/compact.machine.ts'
import { issueMachine } from '../../subgraphs/compacts/issue.machine.ts'
import { meetingMachine } from '../../subgraphs/compacts/meeting.machine.ts'
import { projectMachine } from '../../subgraphs/compacts/project.machine.ts'
import { voteMachine } from '../../subgraphs/compacts/vote.machine.ts'
import { exampleResident } from '../../subgraphs/office/seed.ts'
import { SCOPES } from '../../subgraphs/office/scopes.ts'
import { world } from '../support/world.ts'
import { openBrowser, seat, type Seat } from './seat.ts'

export const COMMITTEE = '310113109043'
const HOUR = 3_600_000
const DAY = 24 * HOUR
export const issueDoes = (a: keyof typeof issueMachine.actions) => issueMachine.actions[a].label.zh
export const meetingDoes = (a: keyof typeof meetingMachine.actions) => meetingMachine.actions[a].label.zh
export const voteDoes = (a: keyof typeof voteMachine.actions) => voteMachine.actions[a].label.zh
export const projectDoes = (a: keyof typeof projectMachine.actions) => projectMachine.actions[a].label.zh
export const compactDoes = (a: keyof typeof compactMachine.actions) => compactMachine.actions[a].label.zh

export interface Known {
  id: string
  version: number
  status: string
}
export const openFloor = async (chromium: string) => {
  await buildAdmin()
  const [w, browser] = [await world(), await openBrowser(chromium)]
  const seats = new Map<string, Seat>()
  const serious: string[] = []

  const sit = async (who: string): Promise<Seat> => {
    if (!seats.has(who)) seats.set(who, await seat(browser, w.url, who))
    return seats.get(who)!
  }
  const look = async (s: Seat, name: string) => void serious.push(...(await s.look(name)))
  const tick = (days: number, hours = 0) => (w.clock.now = new Date(w.clock.now.getTime() + days * DAY + hours * HOUR))
  /** A moment as it is typed, in Beijing time. */
  const typed = (days: number, hours = 0) =>
    new Date(w.clock.now.getTime() + days * DAY + (hours + 8) * HOUR).toISOString().slice(0, 19).replace('T', ' ')
  const day = (days: number) => typed(days).slice(0, 10)

  const api = async <T>(as: string, query: string, variables: Record<string, unknown>): Promise<T> => {
    const { data, errors } = await w.ask<Record<string, T>>(query, { as, variables })
    expect(errors).toEqual([])
    return Object.values(data)[0]!
  }

  const read = <T = Known>(of: string, id: string, fields = 'id version status') =>
    api<T>('secretary', `query ($id: ID!) { ${of}(id: $id) { ${fields} } }`, { id })

  /** A household's ballot through an app: the compacts subgraph is asked as that resident. */
  const ballot = async (n: number, vote: string, choice: string): Promise<void> => {
    const compacts = w.platforms[0]!.running.find((r) => r.name === 'compacts')!
    const actor = {
      ...ANONYMOUS,
      kind: 'PERSON' as const,
      id: exampleResident(n),
      name: '示例居民',
      resident: exampleResident(n),
      grants: [{ role: 'RESIDENT' as const, division: COMMITTEE }],
      scopes: SCOPES,
    }
    const document = parse('mutation ($id: ID!, $c: Choice!) { castBallot(vote: $id, choice: $c) { id } }')
    const { errors } = await compacts.execute({
      document,
      variables: { id: vote, c: choice },
      caller: { actor, requestId: `ballot-${n}`, idempotencyKey: null },
    })
    expect(errors ?? []).toEqual([])
  }

  const issueMeeting = async (issue: string) =>
    (await read<{ latestMeeting: Known }>('issue', issue, 'latestMeeting { id version status }')).latestMeeting.id

  /** A meeting from notice to published minutes. */
  const hold = async (meeting: string, name: string): Promise<void> => {
    const secretary = await sit('secretary')
    await secretary.open(`/meetings/${meeting}`)
    await secretary.take(meetingDoes('NOTICE'))
    tick(0, 2)
    await api('resident', 'mutation ($id: ID!) { attendMeeting(id: $id) { id } }', { id: meeting })
    const chair = await sit('chair')
    await chair.open(`/meetings/${meeting}`)
    await chair.take('主持人签到')
    await chair.take(meetingDoes('OPEN'))
    await look(chair, `${name}-open`)
    await chair.take(meetingDoes('CLOSE'))
    await chair.take(meetingDoes('RECORD_MINUTES'), {
      minutes: '会议纪要（示例）：各方充分发表了意见。',
      outcome1: '协商一致',
      result1: '一致同意开展整治。',
      outcome2: '协商一致',
      result2: '成立楼组自管小组。',
      dissent2: '一户希望保留鞋柜。',
    })
    const supervision = await sit('supervision')
    await supervision.open(`/meetings/${meeting}`)
    await supervision.take(meetingDoes('PUBLISH'))
    await look(supervision, `${name}-published`)
    expect((await read('meeting', meeting)).status).toBe('PUBLISHED')
  }

  /** A residents' meeting that decides: noticed eleven days ahead, voted on by households, counted, certified by two, published. */
  const decide = async (meeting: string, name: string): Promise<void> => {
    const secretary = await sit('secretary')
    await secretary.open(`/meetings/${meeting}`)
    await secretary.take(meetingDoes('NOTICE'))
    tick(11)
    const chair = await sit('chair')
    await chair.open(`/meetings/${meeting}`)
    await chair.take('主持人签到')
    await chair.take(meetingDoes('OPEN'))
    await chair.take('起草表决', {
      proposal: '同意按会议材料所列的方案办理。',
      manner: '会后限期表决',
      opensAt: typed(0),
      closesAt: typed(2),
    })
    const [vote] = await read<{ votes: Known[] }>('meeting', meeting, 'votes { id version status }').then((m) => m.votes)
    await chair.open(`/votes/${vote!.id}`)
    await chair.take(voteDoes('ARM'))
    await chair.take(voteDoes('OPEN'))
    await look(chair, `${name}-vote-open`)
    await api('resident', 'mutation ($id: ID!) { castBallot(vote: $id, choice: AGREE) { id } }', { id: vote!.id })
    await api('neighbour', 'mutation ($id: ID!) { castBallot(vote: $id, choice: DISAGREE) { id } }', { id: vote!.id })
    for (let n = 3; n <= 80; n += 1) await ballot(n, vote!.id, n <= 70 ? 'AGREE' : 'ABSTAIN')
    tick(2, 1)
    await w.sweep()
    await chair.open(`/votes/${vote!.id}`)
    await chair.take(voteDoes('SIGN_COUNT'))
    const supervision = await sit('supervision')
    await supervision.open(`/votes/${vote!.id}`)
    await supervision.take(voteDoes('CERTIFY'))
    await chair.open(`/votes/${vote!.id}`)
    await chair.take(voteDoes('PUBLISH'))
    await look(chair, `${name}-vote-published`)
    expect((await read('vote', vote!.id)).status).toBe('PUBLISHED')
  }

  const close = async () => {
    await browser.close()
    await w.stop()
  }
  return { w, sit, look, tick, typed, day, api, read, issueMeeting, hold, decide, serious, close }
}

export type Floor = Awaited<ReturnType<typeof openFloor>>
