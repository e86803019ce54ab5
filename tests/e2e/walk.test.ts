// Seven people walk one issue to a compact in force and signed: a resident through the API, officers in a real Chromium by
// keyboard. Every stage is photographed (test-results/e2e) and looked at by axe.
import { existsSync } from 'node:fs'
import { parse } from 'graphql'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { buildAdmin } from '../../gateway/admin.ts'
import { ANONYMOUS } from '../../subgraphs/shared/actor.ts'
import { compactMachine } from '../../subgraphs/compacts/compact.machine.ts'
import { issueMachine } from '../../subgraphs/compacts/issue.machine.ts'
import { meetingMachine } from '../../subgraphs/compacts/meeting.machine.ts'
import { projectMachine } from '../../subgraphs/compacts/project.machine.ts'
import { voteMachine } from '../../subgraphs/compacts/vote.machine.ts'
import { exampleResident } from '../../subgraphs/office/seed.ts'
import { SCOPES } from '../../subgraphs/office/scopes.ts'
import { world, type World } from '../support/world.ts'
import { openBrowser, seat, type Seat } from './seat.ts'

const CHROMIUM = process.env['CHROMIUM'] || '/usr/bin/chromium'
const HERE = existsSync(CHROMIUM)
if (!HERE) console.warn(`No Chromium at ${CHROMIUM}: the walk in the browser is skipped.`)

const COMMITTEE = '310113109043'
const HOUR = 3_600_000
const DAY = 24 * HOUR
const issueDoes = (a: keyof typeof issueMachine.actions) => issueMachine.actions[a].label.zh
const meetingDoes = (a: keyof typeof meetingMachine.actions) => meetingMachine.actions[a].label.zh
const voteDoes = (a: keyof typeof voteMachine.actions) => voteMachine.actions[a].label.zh
const projectDoes = (a: keyof typeof projectMachine.actions) => projectMachine.actions[a].label.zh
const compactDoes = (a: keyof typeof compactMachine.actions) => compactMachine.actions[a].label.zh

let w: World
let browser: Browser
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

interface Known {
  id: string
  version: number
  status: string
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
    minutes: '会议纪要(示例):各方充分发表了意见。',
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

describe.runIf(HERE)('one issue', () => {
  let issue: string
  let project: string
  let compact: string

  beforeAll(async () => {
    await buildAdmin(() => {})
    ;[w, browser] = [await world(), await openBrowser(CHROMIUM)]
  })
  afterAll(async () => {
    await browser?.close()
    await w?.stop()
  })

  test('is raised by a resident through an app', async () => {
    const input = {
      division: COMMITTEE,
      title: '五号楼楼道整治',
      body: '五号楼楼道堆物较多,影响通行和消防,希望大家商量整治办法。',
    }
    const draft = await api<Known>('resident', 'mutation ($i: IssueInput!) { createIssue(input: $i) { id version } }', {
      i: input,
    })
    const sent = await api<Known>(
      'resident',
      'mutation ($id: ID!, $v: Int!) { actOnIssue(id: $id, action: SUBMIT, expectedVersion: $v) { id version status } }',
      { id: draft.id, v: draft.version },
    )
    issue = sent.id
    expect(sent.status).toBe('SUBMITTED')
  })

  test('is found on the workbench, answered and taken up by the secretary', async () => {
    const secretary = await sit('secretary')
    await expect
      .poll(
        async () =>
          (
            await w.ask<{ todos: { edges: { node: { title: string } }[] } }>(
              '{ todos(first: 50) { edges { node { title } } } }',
              { as: 'secretary' },
            )
          ).data.todos.edges.map((e) => e.node.title),
        { timeout: 10_000 },
      )
      .toContain('五号楼楼道整治')
    await secretary.open('/workbench')
    await look(secretary, 'workbench')
    await secretary.open('/issues')
    await look(secretary, 'issues')
    await secretary.press('五号楼楼道整治')
    await secretary.page.locator('main h1', { hasText: '五号楼楼道整治' }).waitFor()
    await look(secretary, 'issue-submitted')
    await secretary.take(issueDoes('REPLY'), { reply: '已收到,三个工作日内答复。' })
    await secretary.take(issueDoes('ACCEPT'), { scope: '自治', lead: '示例委员', needsAssembly: true })
    expect((await read('issue', issue)).status).toBe('DELIBERATING')
    await look(secretary, 'issue-deliberating')
  })

  test('is deliberated in a council with minutes, and studied by the Party organisation', async () => {
    const secretary = await sit('secretary')
    await secretary.open(`/issues/${issue}`)
    await secretary.take(issueDoes('CONVENE'), {
      type: '议事会',
      title: '五号楼楼道议事会',
      startsAt: typed(0, 2),
      place: '居委会会议室',
      agenda: ['如何清理', '如何保持'],
    })
    await hold(await issueMeeting(issue), 'council')
    const party = await sit('party')
    await party.open(`/issues/${issue}`)
    await party.take(issueDoes('RECORD_STUDY'), { opinion: '同意提交居民会议表决。' })
    await look(party, 'issue-studied')
  })

  test('is decided by the residents’ meeting', async () => {
    const secretary = await sit('secretary')
    await secretary.open(`/issues/${issue}`)
    await secretary.take(issueDoes('CONVENE'), {
      type: '居民会议',
      title: '五号楼楼道居民会议',
      startsAt: typed(11),
      place: '小区广场',
      agenda: ['表决整治方案'],
      basis: '按户',
    })
    await decide(await issueMeeting(issue), 'decision')
    expect((await read('issue', issue)).status).toBe('ADOPTED')
  })

  test('becomes a project that is delivered and accepted', async () => {
    const secretary = await sit('secretary')
    await secretary.open(`/issues/${issue}`)
    await secretary.press(issueDoes('IMPLEMENT'))
    await secretary.fill({ owner: '示例物业', budget: '12500', source: '自治金', milestones: '集中清理' })
    await secretary.page.keyboard.press('Tab')
    await secretary.page.keyboard.insertText(day(20))
    await secretary.page.keyboard.press('Enter')
    await secretary.submit()
    project = (await read<{ project: Known }>('issue', issue, 'project { id }')).project.id
    const member = await sit('member')
    await member.open(`/projects/${project}`)
    await member.take(projectDoes('START'))
    await member.press('登记佐证')
    await member.fill({ evidence: '已清理完毕,照片存档(示例)。' })
    await member.submit()
    await member.take(projectDoes('DELIVER'))
    const supervision = await sit('supervision')
    await supervision.open(`/projects/${project}`)
    await supervision.take(projectDoes('ACCEPT'))
    await look(supervision, 'project-accepted')
    expect((await read('project', project)).status).toBe('ACCEPTED')
  })

  test('is evaluated by a survey and a review meeting', async () => {
    const secretary = await sit('secretary')
    await secretary.open(`/issues/${issue}`)
    await secretary.take(issueDoes('EVALUATE'))
    const supervision = await sit('supervision')
    await supervision.open(`/issues/${issue}`)
    await supervision.take(issueDoes('RECORD_EVALUATION'), { households: '108', answers: '60', satisfied: '52' })
    await secretary.open(`/issues/${issue}`)
    await secretary.take(issueDoes('CONVENE_REVIEW'), {
      title: '五号楼楼道评议会',
      startsAt: typed(0, 2),
      place: '居委会会议室',
      agenda: ['整治效果', '是否写入公约'],
    })
    await hold(await issueMeeting(issue), 'review')
  })

  test('yields a compact: drafted, found lawful, commented on, answered, studied', async () => {
    const secretary = await sit('secretary')
    await secretary.open(`/issues/${issue}`)
    await secretary.take(issueDoes('DRAFT_COMPACT'), {
      title: '五号楼楼道公约',
      owner: '示例委员',
      articles: ['楼道不堆放杂物。', '电动自行车不进楼。'],
    })
    compact = (await read<{ compact: Known }>('issue', issue, 'compact { id }')).compact.id
    const { version } = await read('compact', compact)
    const checks = [1, 2].map((number) => ({ number, passed: ['LAWFUL', 'DECENT', 'RIGHTS_KEPT', 'NO_FINES'] }))
    await api(
      'legal',
      'mutation ($id: ID!, $v: Int!, $c: [ArticleCheck!]!) { checkLegality(id: $id, expectedVersion: $v, checks: $c) { id } }',
      { id: compact, v: version, c: checks },
    )
    await secretary.open(`/compacts/${compact}`)
    await look(secretary, 'compact-drafting')
    await secretary.take(compactDoes('OPEN_COMMENT'))
    await api('neighbour', 'mutation ($id: ID!) { commentOnCompact(compact: $id, body: "婴儿车算不算杂物?") { id } }', {
      id: compact,
    })
    await secretary.open(`/compacts/${compact}`)
    await secretary.press('答复')
    await secretary.fill({ answer: '婴儿车可停放在指定位置。' })
    await secretary.submit()
    tick(8)
    await secretary.open(`/compacts/${compact}`)
    await secretary.take(compactDoes('REQUEST_STUDY'))
    const party = await sit('party')
    await party.open(`/compacts/${compact}`)
    await party.take(compactDoes('ENDORSE'), { reason: '内容合法,同意提交表决。' })
    await look(party, 'compact-endorsed')
  })

  test('which the residents’ meeting adopts', async () => {
    const secretary = await sit('secretary')
    await secretary.open(`/compacts/${compact}`)
    await secretary.take(compactDoes('CONVENE'), {
      title: '楼道公约居民会议',
      startsAt: typed(11),
      place: '小区广场',
      agenda: ['表决楼道公约'],
    })
    const { meetings } = await read<{ meetings: Known[] }>('compact', compact, 'meetings { id version status }')
    await decide(meetings.at(-1)!.id, 'adoption')
    expect((await read('compact', compact)).status).toBe('ADOPTED')
  })

  test('is filed with the subdistrict, made public and comes into force by itself', async () => {
    const secretary = await sit('secretary')
    await secretary.open(`/compacts/${compact}`)
    await secretary.take(compactDoes('SUBMIT_FILING'))
    const town = await sit('town')
    await town.open(`/compacts/${compact}`)
    await town.take(compactDoes('FILE'), { receipt: '顾村镇备〔示例〕9号' })
    await look(town, 'compact-filed')
    const member = await sit('member')
    await member.open(`/compacts/${compact}`)
    await member.take(compactDoes('ANNOUNCE'), { effectiveOn: day(16) })
    tick(17)
    await w.sweep()
    expect((await read('compact', compact)).status).toBe('IN_FORCE')
    expect((await read('issue', issue)).status).toBe('CONCLUDED')
  })

  test('and is signed by households, of their own will', async () => {
    const { textHash } = await read<{ textHash: string }>('compact', compact, 'textHash')
    const sign = 'mutation ($id: ID!, $h: String!) { pledge(compact: $id, textHash: $h) { id status } }'
    for (const who of ['resident', 'neighbour']) await api(who, sign, { id: compact, h: textHash })
    const { data } = await w.ask<{ compact: object }>('query ($id: ID!) { compact(id: $id) { title signedHouseholds } }', {
      variables: { id: compact },
    })
    expect(data.compact).toEqual({ title: '五号楼楼道公约', signedHouseholds: 2 })
    const secretary = await sit('secretary')
    await secretary.open(`/compacts/${compact}`)
    await look(secretary, 'compact-in-force')
  })

  test('the auditor finds every step, and the chains hold', async () => {
    const auditor = await sit('auditor')
    await auditor.open(`/audit?stream=${issue}`)
    await look(auditor, 'audit')
    await expect
      .poll(
        async () =>
          (
            await w.ask<{ auditEntries: { totalCount: number } }>(
              'query ($s: ID!) { auditEntries(filter: { stream: $s }) { totalCount } }',
              { as: 'auditor', variables: { s: issue } },
            )
          ).data.auditEntries.totalCount,
        { timeout: 10_000 },
      )
      .toBe((await read('issue', issue)).version)
  })

  test('no page has a serious finding of axe', async () => {
    for (const [who, paths] of Object.entries(OTHER_PAGES)) {
      const s = await sit(who)
      for (const path of paths) {
        await s.open(path)
        await look(s, `${who}${path.replaceAll('/', '-')}`)
      }
    }
    expect(serious).toEqual([])
  })
})

const OTHER_PAGES = {
  secretary: [
    '/meetings',
    '/votes',
    '/projects',
    '/compacts',
    '/messages',
    '/divisions',
    '/divisions/310113109043',
    '/buildings',
    '/password',
  ],
  member: ['/residents', '/households', '/import', '/requests'],
  sysadmin: ['/accounts', '/clients'],
}
