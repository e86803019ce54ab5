// Seven people walk one issue to a compact in force and signed: a resident through the API, officers in a real Chromium by
// keyboard. Every stage is photographed (test-results/e2e) and looked at by axe.
import { existsSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COMMITTEE, compactDoes, issueDoes, openFloor, projectDoes, type Floor, type Known } from './floor.ts'

const CHROMIUM = process.env['CHROMIUM'] || '/usr/bin/chromium'
const HERE = existsSync(CHROMIUM)
if (!HERE) console.warn(`No Chromium at ${CHROMIUM}: the walk in the browser is skipped.`)

describe.runIf(HERE)('one issue', { timeout: 300_000 }, () => {
  let issue: string
  let project: string
  let compact: string

  let floor: Floor

  beforeAll(async () => {
    floor = await openFloor(CHROMIUM)
  })
  afterAll(() => floor?.close())

  test('is raised by a resident through an app', async () => {
    const input = {
      division: COMMITTEE,
      title: '五号楼楼道整治',
      body: '五号楼楼道堆物较多，影响通行和消防，希望大家商量整治办法。',
    }
    const draft = await floor.api<Known>('resident', 'mutation ($i: IssueInput!) { createIssue(input: $i) { id version } }', {
      i: input,
    })
    const sent = await floor.api<Known>(
      'resident',
      'mutation ($id: ID!, $v: Int!) { actOnIssue(id: $id, action: SUBMIT, expectedVersion: $v) { id version status } }',
      { id: draft.id, v: draft.version },
    )
    issue = sent.id
    expect(sent.status).toBe('SUBMITTED')
  })

  test('is found on the workbench, answered and taken up by the secretary', async () => {
    const secretary = await floor.sit('secretary')
    await expect
      .poll(
        async () =>
          (
            await floor.w.ask<{ todos: { edges: { node: { title: string } }[] } }>(
              '{ todos(first: 50) { edges { node { title } } } }',
              { as: 'secretary' },
            )
          ).data.todos.edges.map((e) => e.node.title),
        { timeout: 10_000 },
      )
      .toContain('五号楼楼道整治')
    await secretary.open('/workbench')
    await floor.look(secretary, 'workbench')
    // The cards are counted by the server's clock, the rows are judged in the browser.
    const late = await secretary.page.locator('main tbody .deadline.bad').count()
    expect(late).toBe(Number(await secretary.page.locator('.cards li').nth(1).locator('.n').innerText()))
    expect(await secretary.page.locator('main tbody .deadline').count()).toBeGreaterThan(late)
    await secretary.open('/workbench?due=soon')
    expect(await secretary.page.locator('main tbody tr').count()).toBe(
      Number(await secretary.page.locator('.cards li').nth(2).locator('.n').innerText()),
    )
    await secretary.open('/issues')
    await floor.look(secretary, 'issues')
    await secretary.press('五号楼楼道整治')
    await secretary.page.locator('main h1', { hasText: '五号楼楼道整治' }).waitFor()
    await floor.look(secretary, 'issue-submitted')
    await secretary.take(issueDoes('REPLY'), { reply: '已收到，三个工作日内答复。' })
    await secretary.take(issueDoes('ACCEPT'), { scope: '自治', lead: '示例委员', needsAssembly: true })
    expect((await floor.read('issue', issue)).status).toBe('DELIBERATING')
    await floor.look(secretary, 'issue-deliberating')
  })

  test('is deliberated in a council with minutes, and studied by the Party organisation', async () => {
    const secretary = await floor.sit('secretary')
    await secretary.open(`/issues/${issue}`)
    await secretary.take(issueDoes('CONVENE'), {
      type: '议事会',
      title: '五号楼楼道议事会',
      startsAt: floor.typed(0, 2),
      place: '居委会会议室',
      agenda: ['如何清理', '如何保持'],
    })
    await floor.hold(await floor.issueMeeting(issue), 'council')
    const party = await floor.sit('party')
    await party.open(`/issues/${issue}`)
    await party.take(issueDoes('RECORD_STUDY'), { opinion: '同意提交居民会议表决。' })
    await floor.look(party, 'issue-studied')
  })

  test('is decided by the residents’ meeting', async () => {
    const secretary = await floor.sit('secretary')
    await secretary.open(`/issues/${issue}`)
    await secretary.take(issueDoes('CONVENE'), {
      type: '居民会议',
      title: '五号楼楼道居民会议',
      startsAt: floor.typed(11),
      place: '小区广场',
      agenda: ['表决整治方案'],
      basis: '按户',
    })
    await floor.decide(await floor.issueMeeting(issue), 'decision')
    expect((await floor.read('issue', issue)).status).toBe('ADOPTED')
  })

  test('becomes a project that is delivered and accepted', async () => {
    const secretary = await floor.sit('secretary')
    await secretary.open(`/issues/${issue}`)
    await secretary.press(issueDoes('IMPLEMENT'))
    await secretary.fill({ owner: '示例物业', funds: '12500', milestones: '集中清理' })
    await secretary.page.keyboard.press('Tab')
    await secretary.page.keyboard.insertText(floor.day(20))
    await secretary.page.keyboard.press('Enter')
    await secretary.submit()
    project = (await floor.read<{ project: Known }>('issue', issue, 'project { id }')).project.id
    const member = await floor.sit('member')
    await member.open(`/projects/${project}`)
    await member.take(projectDoes('START'))
    await member.press('登记佐证')
    await member.fill({ evidence: '已清理完毕，照片存档（示例）。' })
    await member.submit()
    await member.take(projectDoes('DELIVER'))
    const supervision = await floor.sit('supervision')
    await supervision.open(`/projects/${project}`)
    await supervision.take(projectDoes('ACCEPT'))
    await floor.look(supervision, 'project-accepted')
    expect((await floor.read('project', project)).status).toBe('ACCEPTED')
  })

  test('is evaluated by a survey and a review meeting', async () => {
    const secretary = await floor.sit('secretary')
    await secretary.open(`/issues/${issue}`)
    await secretary.take(issueDoes('EVALUATE'))
    const supervision = await floor.sit('supervision')
    await supervision.open(`/issues/${issue}`)
    await supervision.take(issueDoes('RECORD_EVALUATION'), { households: '108', answers: '60', satisfied: '52' })
    await secretary.open(`/issues/${issue}`)
    await secretary.take(issueDoes('CONVENE_REVIEW'), {
      title: '五号楼楼道评议会',
      startsAt: floor.typed(0, 2),
      place: '居委会会议室',
      agenda: ['整治效果', '是否写入公约'],
    })
    await floor.hold(await floor.issueMeeting(issue), 'review')
  })

  test('yields a compact: drafted, found lawful, commented on, answered, studied', async () => {
    const secretary = await floor.sit('secretary')
    await secretary.open(`/issues/${issue}`)
    await secretary.take(issueDoes('DRAFT_COMPACT'), {
      title: '五号楼楼道公约',
      owner: '示例委员',
      articles: ['楼道不堆放杂物。', '电动自行车不进楼。'],
    })
    compact = (await floor.read<{ compact: Known }>('issue', issue, 'compact { id }')).compact.id
    const { version } = await floor.read('compact', compact)
    const checks = [1, 2].map((number) => ({ number, passed: ['LAWFUL', 'DECENT', 'RIGHTS_KEPT', 'NO_FINES'] }))
    await floor.api(
      'legal',
      'mutation ($id: ID!, $v: Int!, $c: [ArticleCheck!]!) { checkLegality(id: $id, expectedVersion: $v, checks: $c, opinion: "未发现违法内容（示例）。") { id } }',
      { id: compact, v: version, c: checks },
    )
    await secretary.open(`/compacts/${compact}`)
    await floor.look(secretary, 'compact-drafting')
    await secretary.take(compactDoes('OPEN_COMMENT'))
    await floor.api('neighbour', 'mutation ($id: ID!) { commentOnCompact(compact: $id, body: "婴儿车算不算杂物?") { id } }', {
      id: compact,
    })
    await secretary.open(`/compacts/${compact}`)
    await secretary.press('答复')
    await secretary.fill({ answer: '婴儿车可停放在指定位置。' })
    await secretary.submit()
    floor.tick(8)
    await secretary.open(`/compacts/${compact}`)
    await secretary.take(compactDoes('REQUEST_STUDY'))
    const party = await floor.sit('party')
    await party.open(`/compacts/${compact}`)
    await party.take(compactDoes('ENDORSE'), { reason: '内容合法，同意提交表决。' })
    await floor.look(party, 'compact-endorsed')
    const town = await floor.sit('town')
    await town.open(`/compacts/${compact}`)
    await town.take(compactDoes('PASS'), { reason: '程序完备，同意提交表决。' })
    await floor.look(town, 'compact-reviewed')
  })

  test('which the residents’ meeting adopts', async () => {
    const secretary = await floor.sit('secretary')
    await secretary.open(`/compacts/${compact}`)
    await secretary.take(compactDoes('CONVENE'), {
      title: '楼道公约居民会议',
      startsAt: floor.typed(11),
      place: '小区广场',
      agenda: ['表决楼道公约'],
    })
    const { meetings } = await floor.read<{ meetings: Known[] }>('compact', compact, 'meetings { id version status }')
    await floor.decide(meetings.at(-1)!.id, 'adoption')
    expect((await floor.read('compact', compact)).status).toBe('ADOPTED')
  })

  test('is filed with the subdistrict, made public and comes into force by itself', async () => {
    const secretary = await floor.sit('secretary')
    await secretary.open(`/compacts/${compact}`)
    await secretary.take(compactDoes('SUBMIT_FILING'))
    const town = await floor.sit('town')
    await town.open(`/compacts/${compact}`)
    await town.take(compactDoes('FILE'), { receipt: '顾村镇备〔示例〕9号' })
    await floor.look(town, 'compact-filed')
    const member = await floor.sit('member')
    await member.open(`/compacts/${compact}`)
    await member.take(compactDoes('ANNOUNCE'), { effectiveOn: floor.day(16) })
    floor.tick(17)
    await floor.w.sweep()
    expect((await floor.read('compact', compact)).status).toBe('IN_FORCE')
    expect((await floor.read('issue', issue)).status).toBe('CONCLUDED')
  })

  test('and is signed by households, of their own will', async () => {
    const { textHash } = await floor.read<{ textHash: string }>('compact', compact, 'textHash')
    const sign = 'mutation ($id: ID!, $h: String!) { pledge(compact: $id, textHash: $h) { id status } }'
    for (const who of ['resident', 'neighbour']) await floor.api(who, sign, { id: compact, h: textHash })
    const { data } = await floor.w.ask<{ compact: object }>('query ($id: ID!) { compact(id: $id) { title signedHouseholds } }', {
      variables: { id: compact },
    })
    expect(data.compact).toEqual({ title: '五号楼楼道公约', signedHouseholds: 2 })
    const secretary = await floor.sit('secretary')
    await secretary.open(`/compacts/${compact}`)
    await floor.look(secretary, 'compact-in-force')
  })

  test('the auditor finds every step, and the chains hold', async () => {
    const auditor = await floor.sit('auditor')
    await auditor.open(`/audit?stream=${issue}`)
    await floor.look(auditor, 'audit')
    await expect
      .poll(
        async () =>
          (
            await floor.w.ask<{ auditEntries: { totalCount: number } }>(
              'query ($s: ID!) { auditEntries(filter: { stream: $s }) { totalCount } }',
              { as: 'auditor', variables: { s: issue } },
            )
          ).data.auditEntries.totalCount,
        { timeout: 10_000 },
      )
      .toBe((await floor.read('issue', issue)).version)
  })

  test('no page has a serious finding of axe', async () => {
    for (const [who, paths] of Object.entries(OTHER_PAGES)) {
      const s = await floor.sit(who)
      for (const path of paths) {
        await s.open(path)
        await floor.look(s, `${who}${path.replaceAll('/', '-')}`)
      }
    }
    expect(floor.serious).toEqual([])
  })
})

const OTHER_PAGES = {
  secretary: [
    '/meetings',
    '/votes',
    '/projects',
    '/compacts',
    '/messages',
    '/data-requests',
    '/divisions',
    '/divisions/310113109043',
    '/buildings',
    '/password',
  ],
  member: ['/residents', '/households', '/representatives', '/imports', '/reveal-requests'],
  resident: ['/myself'],
  sysadmin: ['/accounts', '/clients'],
  auditor: ['/exports'],
}
