// The other ways an issue may go.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { holder } from '../support/platform.ts'
import { DIVISION } from './actors.ts'
import { accept, hold, raise } from './walk.ts'
import { act, actOn, headOf, inDays, look, M, openWorld, receiptFor, residentOf, type Step, type World } from './world.ts'

let w: World
beforeAll(async () => void (w = await openWorld()))
afterAll(() => w.stop())

let raised = 10
/** A submitted issue of a resident who has no other. */
const fresh = () => raise(w, `议题${(raised += 1)}:小区照明`, residentOf(headOf(raised)))
const authorOf = (n = raised) => residentOf(headOf(n))
const seen = (id: string) =>
  w.run<{ dueAt: string | null; number: string; replyDueAt: string; screeningDueAt: string; appealUntil: string | null }>(
    w.people.secretary,
    'query ($id: ID!) { issue(id: $id) { dueAt number replyDueAt screeningDueAt appealUntil } }',
    { id },
  )

describe('screening', () => {
  test('a submitted issue has a number, fifteen hours for a reply, three working days for a decision', async () => {
    w.clock.now = new Date('2026-03-05T16:00:00+08:00')
    const issue = await fresh()
    expect(await seen(issue.id)).toEqual({
      number: 'YT2026-310113109043-0001',
      dueAt: '2026-03-05T23:00:00.000Z',
      replyDueAt: '2026-03-05T23:00:00.000Z',
      screeningDueAt: '2026-03-10T08:00:00.000Z',
      appealUntil: null,
    })
    await w.run(w.people.member, M.reply, { ...issue, reply: '已收到，三个工作日内答复。' })
    expect((await seen(issue.id)).dueAt).toBe('2026-03-10T08:00:00.000Z')
  })

  test('returned, it waits for a real revision, and the earlier wording stays in the history', async () => {
    const returned = await act(w, 'Issue', w.people.secretary, await fresh(), 'RETURN', '请写明具体位置。')
    expect((await w.refused(authorOf(), actOn('Issue'), { ...returned, action: 'RESUBMIT' })).message).toMatch(
      'Nothing has changed',
    )
    const input = { title: '三号楼北侧照明', body: '三号楼北侧小路没有路灯，晚上出行不安全。' }
    const revised = await w.run<Step>(authorOf(), M.reviseIssue, { ...returned, input })
    expect(await act(w, 'Issue', authorOf(), revised, 'RESUBMIT')).toMatchObject({ status: 'SUBMITTED' })
    const [{ data }] = (await w.sql<{ data: { before: { title: string } } }>(
      `select data from compacts.event where stream = $1 and action = 'REVISE'`,
      [revised.id],
    )) as [{ data: { before: { title: string } } }]
    expect(data.before.title).toBe(`议题${raised}:小区照明`)
    const HISTORY = 'query ($id: ID!) { issue(id: $id) { events { action details { label before after } } } }'
    const { events } = await w.run<{ events: { action: string; details: object[] }[] }>(w.people.secretary, HISTORY, revised)
    expect(events.find(({ action }) => action === 'REVISE')?.details).toEqual([
      { label: 'Text', before: expect.any(String) as string, after: input.body },
      { label: 'Title', before: `议题${raised}:小区照明`, after: input.title },
    ])
  })

  test('what its author wrote before submitting it stays their own', async () => {
    const author = authorOf((raised += 1))
    const text = { division: DIVISION, title: '楼下的桌椅', body: '楼下的桌椅坏了很久,没有地方坐,希望能修一修。' }
    const draft = await w.run<Step>(author, M.createIssue, { input: text })
    const input = { title: '修一修楼下的桌椅', body: text.body }
    await w.run<Step>(author, M.reviseIssue, { ...draft, input })
    const [event] = await w.sql(`select data from compacts.event where stream = $1 and action = 'REVISE'`, [draft.id])
    expect(event).toEqual({ data: null })
  })

  test('returned and left lying, it is withdrawn by the clock after seven days, and not before', async () => {
    const returned = await act(w, 'Issue', w.people.secretary, await fresh(), 'RETURN', '请写明具体位置。')
    w.tick(7)
    await w.sweep()
    expect((await look(w, 'issue', returned.id)).status).toBe('RETURNED')
    w.clock.now = new Date(w.clock.now.getTime() + 1)
    await w.sweep()
    expect((await look(w, 'issue', returned.id)).status).toBe('WITHDRAWN')
  })

  test('rejected, it may be appealed once, in time, to someone who did not screen it', async () => {
    const { secretary, supervision } = w.people
    let issue = await w.run<Step>(secretary, M.rejectIssue, { ...(await fresh()), reason: '不属于居民自治事项。' })
    issue = await act(w, 'Issue', authorOf(), issue, 'APPEAL', '这是居民共同的事情。')
    const screener = { ...secretary, grants: [...secretary.grants, ...supervision.grants] }
    expect((await w.refused(screener, actOn('Issue'), { ...issue, action: 'UPHOLD_APPEAL', reason: '同意。' })).message).toMatch(
      'Neither the author nor the screener',
    )
    const input = { upheld: false, reason: '确属个人事项。', hasNoInterest: true }
    issue = await w.run<Step>(supervision, M.ruleOnAppeal, { ...issue, input })
    const alone = { ...issue, action: 'DISMISS_APPEAL', reason: '维持原决定。' }
    expect((await w.refused(supervision, actOn('Issue'), alone)).message).toBe(
      'Two supervision members decide together; another must.',
    )
    issue = await act(w, 'Issue', w.people.supervisor, issue, 'DISMISS_APPEAL', '维持原决定。')
    expect((await w.refused(authorOf(), actOn('Issue'), { ...issue, action: 'APPEAL', reason: '再次申请。' })).message).toBe(
      'An issue may be appealed once.',
    )
  })

  test('an appeal after five working days is too late', async () => {
    w.clock.now = new Date('2026-03-26T10:00:00+08:00')
    const issue = await w.run<Step>(w.people.secretary, M.rejectIssue, { ...(await fresh()), reason: '不属于居民自治事项。' })
    expect((await seen(issue.id)).appealUntil).toBe('2026-04-02T02:00:00.000Z')
    w.tick(8)
    expect((await w.refused(authorOf(), actOn('Issue'), { ...issue, action: 'APPEAL', reason: '申请复核。' })).message).toMatch(
      'is over',
    )
  })

  test('the author may not screen their own issue, whatever roles they hold', async () => {
    const issue = await fresh()
    const both = holder(
      [
        { role: 'RESIDENT', division: DIVISION },
        { role: 'COMMITTEE_SECRETARY', division: DIVISION },
      ],
      { resident: headOf(raised) },
    )
    const { message } = await w.refused(both, M.acceptIssue, {
      ...issue,
      input: { scope: 'SELF_GOVERNANCE', lead: '本人', needsAssembly: false },
    })
    expect(message).toMatch('may not screen their own issue')
  })

  test('an action that asks for a reason is not taken without one', async () => {
    const { code, more } = await w.refused(w.people.secretary, actOn('Issue'), {
      ...(await fresh()),
      action: 'RETURN',
      reason: ' ',
    })
    expect({ code, field: more['field'] }).toEqual({ code: 'BAD_USER_INPUT', field: 'reason' })
  })

  test('an officer raises an issue for a resident on the roll, and for nobody else', async () => {
    const input = {
      division: DIVISION,
      title: '代老人提出的建议',
      body: '希望在二号楼门口加装扶手，方便老人进出。',
      author: headOf(38),
      consent: '当面委托，已签字。',
    }
    expect(await w.run(w.people.member, M.createIssue, { input })).toMatchObject({ status: 'DRAFT' })
    expect((await w.refused(w.people.member, M.createIssue, { input: { ...input, author: headOf(99) } })).message).toMatch(
      'not on the roll',
    )
    expect((await w.refused(w.people.foreign, M.createIssue, { input })).code).toBe('FORBIDDEN')
    expect((await w.refused(residentOf(headOf(38)), M.createIssue, { input })).code).toBe('FORBIDDEN')
  })
})

describe('later stages', () => {
  test('what needs no meeting of all residents may be agreed by consensus, on published minutes', async () => {
    const input = { scope: 'SELF_GOVERNANCE', lead: '示例委员', needsAssembly: false }
    const issue = await w.run<Step>(w.people.secretary, M.acceptIssue, { ...(await fresh()), input })
    expect((await w.refused(w.people.chair, actOn('Issue'), { ...issue, action: 'AGREE' })).message).toMatch(
      'No minutes of a deliberation',
    )
    await hold(w, issue, 'CONVERSATION')
    expect(await act(w, 'Issue', w.people.chair, await look(w, 'issue', issue.id), 'AGREE')).toMatchObject({ status: 'ADOPTED' })
  })

  test('suspended, its clock stands still', async () => {
    const issue = await fresh()
    const before = new Date((await seen(issue.id)).dueAt!)
    w.tick(1)
    const input = { document: '示例民事裁定书', file: await receiptFor(w, w.people.town), reason: '等待法院判决。' }
    const suspended = await w.run<Step>(w.people.town, M.suspendIssue, { ...issue, input })
    w.tick(20)
    await act(w, 'Issue', w.people.town, suspended, 'RESUME', '判决已生效。')
    expect(new Date((await seen(issue.id)).dueAt!).getTime() - before.getTime()).toBe(20 * 86_400_000)
  })

  test('minutes nobody countersigns are published by the clock, and say so', async () => {
    const { secretary, chair, member } = w.people
    const issue = await accept(w, await fresh())
    const input = { type: 'COUNCIL', title: '议事会', startsAt: inDays(w, 0, 1), place: '会议室', agenda: ['照明'] }
    let meeting = await act(w, 'Meeting', secretary, await w.run(secretary, M.planMeeting, { ...issue, input }), 'NOTICE')
    w.tick(0, 1)
    meeting = await act(w, 'Meeting', chair, await w.run(chair, M.attend, { id: meeting.id }), 'OPEN')
    meeting = await act(w, 'Meeting', chair, meeting, 'CLOSE')
    const missing = { minutes: '纪要。', items: [] }
    expect((await w.refused(member, M.minutes, { ...meeting, input: missing })).message).toMatch(
      '1 items of the agenda have no result',
    )
    meeting = await w.run(member, M.minutes, {
      ...meeting,
      input: { ...missing, items: [{ position: 1, outcome: 'NO_CONSENSUS', result: '意见不一。' }] },
    })
    w.tick(15)
    await w.sweep()
    const shown = await w.run(w.people.neighbour, 'query ($id: ID!) { meeting(id: $id) { status isCountersigned } }', {
      id: meeting.id,
    })
    expect(shown).toEqual({ status: 'PUBLISHED', isCountersigned: false })
  })

  test('an issue has three open issues of one resident at most', async () => {
    const author = residentOf(headOf(39))
    for (const title of ['第一件事情', '第二件事情', '第三件事情']) await raise(w, title, author)
    await expect(raise(w, '第四件事情', author)).rejects.toThrow('At most 3 open issues')
  })
})

test('all of them are found by part of the title or number, by author, and by stage', async () => {
  const list = async (actor: Parameters<World['run']>[0], filter: object) =>
    (
      await w.run<{ edges: { node: { title: string } }[] }>(
        actor,
        'query ($first: Int!, $filter: IssueFilter) { issues(first: $first, filter: $filter) { edges { node { title } } } }',
        { first: 100, filter },
      )
    ).edges.map(({ node }) => node.title)
  expect(await list(w.people.secretary, { text: '三号楼北侧' })).toEqual(['三号楼北侧照明'])
  expect(await list(w.people.secretary, { text: '043-0001' })).toEqual(['议题11:小区照明'])
  expect(await list(w.people.secretary, { text: '100%_' })).toEqual([])
  expect((await list(residentOf(headOf(39)), { mine: true })).toSorted()).toEqual(
    ['第一件事情', '第三件事情', '第二件事情', '第四件事情'].toSorted(),
  )
  expect(await list(w.people.secretary, { status: ['ADOPTED'] })).toHaveLength(1)
})
