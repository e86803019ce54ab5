// Joining and parting issues (participation.md M1–M4): nothing is lost, everybody is told, and it can be undone.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { holder } from '../support/platform.ts'
import { DIVISION } from './actors.ts'
import { accept, hold, openVote, assemble, raise, study } from './walk.ts'
import { act, actOn, headOf, look, M, openWorld, residentOf, spouseOf, type Step, type World } from './world.ts'

let w: World
beforeAll(async () => void (w = await openWorld()))
afterAll(() => w.stop())

let raised = 0
const author = (n: number) => residentOf(headOf(n), { name: `示例居民${n}` })
/** Two submitted issues of two authors, each supported by two neighbours, of whom one supports both. */
const pair = async () => {
  const [one, other] = [raised % 38, (raised + 1) % 38]
  raised += 2
  const source = await raise(w, '三号楼门前绿化修复', author(one))
  const target = await raise(w, '三号楼前绿化补种', author(other))
  for (const [issue, n] of [
    [source, 38],
    [source, 39],
    [target, 39],
  ] as const)
    await w.run(author(n), M.support, { id: issue.id, support: true })
  return { source, target, one, other }
}
const propose = async (source: Step, target: Step) =>
  w.run<Step>(w.people.secretary, M.proposeMerge, { ...source, into: target.id, reason: '同一处绿化。' })
const merged = async () => {
  const both = await pair()
  await propose(both.source, both.target)
  w.tick(5, 1)
  await w.sweep()
  return both
}
const SEEN = `query ($id: ID!) { issue(id: $id) { status title body dueAt supportCount isSupported isSupportAsked raiserCount commentCount topics
  goesOnIn { id } mergedFrom { id } parts { id status title } splitFrom { id } comments { id body addressedTo { id } } events { action from to } } }`
interface Seen extends Record<string, unknown> {
  status: string
  dueAt: string | null
  events: { action: string }[]
  parts: { id: string; status: string; title: string }[]
  topics: string[]
  comments: { id: string; body: string; addressedTo: { id: string } | null }[]
}
const see = (id: string, actor = w.people.secretary) => w.run<Seen>(actor, SEEN, { id })
const steps = async (id: string) => (await see(id)).events.map(({ action }) => action)
/** Who was told something, by its cause. */
const told = async (cause: string) => {
  const rows = await w.sql<{ residents: string[] }>(
    `select data -> 'residents' as residents from jobs.job where name = 'office.PeopleTold' and data ->> 'cause' like $1`,
    [cause],
  )
  return rows.flatMap(({ residents }) => residents)
}

describe('a merger', () => {
  test('M1 deletes nothing: both texts, authors, supports and comments stay, and the source leads on', async () => {
    const { source, target, one, other } = await pair()
    await w.run(author(38), M.commentIssue, { id: source.id, body: '泥土都露出来了。' })
    const before = await see(source.id)
    await propose(await look(w, 'issue', source.id), target)
    w.tick(5, 1)
    await w.sweep()
    expect(await see(source.id)).toMatchObject({
      status: 'MERGED',
      title: before['title'],
      body: before['body'],
      supportCount: 2,
      goesOnIn: { id: target.id },
    })
    expect(await see(target.id)).toMatchObject({
      status: 'SUBMITTED',
      supportCount: 1,
      raiserCount: 2,
      mergedFrom: [{ id: source.id }],
    })
    expect((await see(target.id)).comments.map(({ body }) => body)).toEqual(['泥土都露出来了。'])
    const rows = await w.sql('select author from compacts.issue where id = any($1::uuid[]) order by author', [
      [source.id, target.id],
    ])
    expect(rows).toEqual(
      [{ author: headOf(one) }, { author: headOf(other) }].toSorted((a, b) => a.author.localeCompare(b.author)),
    )
  })

  test('asks for supports again instead of moving them: only of those who do not support the other already', async () => {
    const { source, target } = await merged()
    expect(await see(target.id, author(38))).toMatchObject({ isSupported: false, isSupportAsked: true, supportCount: 1 })
    expect(await see(target.id, author(39))).toMatchObject({ isSupported: true, isSupportAsked: false })
    const asking = await w.run<Step[]>(author(38), '{ issuesAskingSupport { id } }')
    expect(asking.map(({ id }) => id)).toContain(target.id)
    await w.run(author(38), M.support, { id: target.id, support: true })
    expect(await see(target.id, author(38))).toMatchObject({ isSupported: true, isSupportAsked: false, supportCount: 2 })
    expect(await see(source.id)).toMatchObject({ supportCount: 2 })
  })

  test('M2 is undone by two people within thirty days, exactly', async () => {
    const { source, target } = await pair()
    const before = await see(source.id)
    const targetBefore = await see(target.id)
    await propose(source, target)
    const proposedAt = w.clock.now.getTime()
    w.tick(5, 1)
    await w.sweep()
    await w.run(author(38), M.support, { id: target.id, support: true })
    const asked = { ...(await look(w, 'issue', source.id)), action: 'ASK_UNMERGE', reason: '两处并不相同。' }
    expect((await w.refused(w.people.supervision, actOn('Issue'), { ...asked, action: 'RESTORE' })).message).toMatch(
      'has not asked',
    )
    const both = holder([
      { role: 'COMMITTEE_SECRETARY', division: DIVISION },
      { role: 'SUPERVISION_MEMBER', division: DIVISION },
    ])
    const waiting = await w.run<Step>(both, actOn('Issue'), asked)
    expect((await w.refused(both, actOn('Issue'), { ...waiting, action: 'RESTORE', reason: '同意。' })).message).toBe(
      'Whoever asked may not decide.',
    )
    await act(w, 'Issue', w.people.supervision, waiting, 'RESTORE', '同意恢复。')
    const after = await see(source.id)
    expect({ ...after, events: [], dueAt: null }).toEqual({ ...before, events: [], dueAt: null })
    const left = new Date(before.dueAt!).getTime() - proposedAt
    expect(new Date(after.dueAt!).getTime() - w.clock.now.getTime()).toBe(left)
    expect({ ...(await see(target.id)), events: [] }).toEqual({ ...targetBefore, events: [] })
    expect(await steps(source.id)).toEqual(['CREATE', 'SUBMIT', 'PROPOSE_MERGE', 'MERGE', 'ASK_UNMERGE', 'RESTORE'])
    expect(await steps(target.id)).toEqual(['CREATE', 'SUBMIT', 'MERGED_IN', 'RESTORED_FROM'])
  })

  test('M2 is not undone after thirty days, nor once the other has come to a vote', async () => {
    const { source } = await merged()
    w.tick(31)
    const late = { ...(await look(w, 'issue', source.id)), action: 'ASK_UNMERGE', reason: '两处并不相同。' }
    expect((await w.refused(w.people.secretary, actOn('Issue'), late)).message).toBe('It can be undone for 30 days only.')
    const again = await merged()
    await accept(w, await look(w, 'issue', again.target.id))
    await hold(w, again.target, 'COUNCIL')
    await study(w, again.target)
    await openVote(w, await assemble(w, { issue: again.target }))
    const voted = { ...late, ...(await look(w, 'issue', again.source.id)) }
    expect((await w.refused(w.people.secretary, actOn('Issue'), voted)).message).toMatch('has come to a vote')
  })

  test('M3 leads on what is said of the source to where it goes on, once, and leaves the source as it was', async () => {
    const { source, target } = await merged()
    const before = await see(source.id)
    const supported = await w.run<Step>(author(37), M.support, { id: source.id, support: true })
    const comment = await w.run<{ issue: Step; addressedTo: Step }>(author(37), M.commentIssue, {
      id: source.id,
      body: '最好种耐阴的。',
    })
    expect(supported.id).toBe(target.id)
    expect(comment).toMatchObject({ issue: { id: target.id }, addressedTo: { id: source.id } })
    expect(await see(target.id)).toMatchObject({ supportCount: 2, commentCount: 1 })
    expect(await see(source.id)).toEqual(before)
    const reply = { ...(await look(w, 'issue', source.id)), reply: '已收到。' }
    expect((await w.refused(w.people.secretary, M.reply, reply)).message).toBe('Not possible while merged: reply first.')
    expect(await see(source.id)).toEqual(before)
  })

  test('M4 tells the authors and followers of both sides, nobody else, and stands in both histories', async () => {
    const { source, target, one, other } = await pair()
    await w.run(author(36), M.commentIssue, { id: target.id, body: '支持补种。' })
    await propose(source, target)
    expect((await told('PROPOSED:3')).toSorted()).toEqual(expect.arrayContaining([headOf(one), headOf(other)]))
    w.tick(5, 1)
    await w.sweep()
    expect((await told(`MERGED:${source.id}:%`)).toSorted()).toEqual([36, 38, 39, one, other].map(headOf).toSorted())
    expect(await steps(source.id)).toContain('MERGE')
    expect(await steps(target.id)).toContain('MERGED_IN')
  })

  test('an objection ends it, gives the clock back, and goes on the agenda of both', async () => {
    const { source, target, other } = await pair()
    const before = await see(source.id)
    const proposed = await propose(source, target)
    w.tick(2)
    const objected = await act(w, 'Issue', author(other), proposed, 'OBJECT', '不是同一处。')
    expect(objected.status).toBe('SUBMITTED')
    const after = await see(source.id)
    expect(new Date(after.dueAt!).getTime() - new Date(before.dueAt!).getTime()).toBe(2 * 86_400_000)
    expect(after).toMatchObject({ goesOnIn: null, topics: ['合并异议：三号楼门前绿化修复（不是同一处。）'] })
    expect((await see(target.id)).topics).toEqual(after.topics)
    expect(
      (
        await w.refused(author(5), actOn('Issue'), {
          ...(await propose(await look(w, 'issue', source.id), target)),
          action: 'OBJECT',
          reason: '路人。',
        })
      ).code,
    ).toBe('FORBIDDEN')
  })

  test('when all authors agree it does not wait for the five days', async () => {
    const { source, target, one, other } = await pair()
    const proposed = await propose(source, target)
    const agreed = await act(w, 'Issue', author(one), proposed, 'AGREE_MERGE')
    expect(agreed.status).toBe('MERGE_PROPOSED')
    expect((await act(w, 'Issue', author(other), agreed, 'AGREE_MERGE')).status).toBe('MERGED')
  })

  test('into an issue that has gone on meanwhile is dropped by the clock', async () => {
    const { source, target } = await pair()
    await propose(source, target)
    await w.run(w.people.secretary, M.rejectIssue, { ...target, reason: '不属于居民自治事项。' })
    w.tick(5, 1)
    await w.sweep()
    expect(await see(source.id)).toMatchObject({ status: 'SUBMITTED', goesOnIn: null })
  })

  test('its authors raise it together: one leaves it to the others, the last withdraws it', async () => {
    const { target, one, other } = await merged()
    const stands = await look(w, 'issue', target.id)
    expect((await w.refused(author(other), actOn('Issue'), { ...stands, action: 'WITHDRAW' })).message).toMatch(
      '1 others raise it too',
    )
    const left = await w.run<Step>(author(other), M.stepBack, stands)
    expect(await see(target.id)).toMatchObject({ status: 'SUBMITTED', raiserCount: 1 })
    expect((await w.refused(author(one), M.stepBack, left)).message).toMatch('withdraw it instead')
    expect((await act(w, 'Issue', author(one), left, 'WITHDRAW')).status).toBe('WITHDRAWN')
  })

  test('is refused between two committees, into itself, and by whoever raised it', async () => {
    const { source } = await pair()
    const into = (id: string) => w.refused(w.people.secretary, M.proposeMerge, { ...source, into: id, reason: '同一处。' })
    expect((await into(source.id)).message).toBe('An issue cannot be merged into itself.')
    expect((await into('00000000-0000-7000-8000-000000000000')).code).toBe('BAD_USER_INPUT')
    expect((await w.refused(w.people.foreign, M.proposeMerge, { ...source, into: source.id, reason: '同一处。' })).code).toBe(
      'NOT_FOUND',
    )
  })
})

describe('a split', () => {
  const parts = [
    { title: '三号楼前补种草坪', body: '草坪枯死一大片，希望补种。' },
    { title: '三号楼前铺设石板路', body: '踩出来的小路希望铺上石板。' },
  ]
  const split = async () => {
    const { source, one } = await pair()
    const proposed = await w.run<Step>(w.people.secretary, M.proposeSplit, { ...source, parts, reason: '是两件事。' })
    expect((await act(w, 'Issue', author(one), proposed, 'AGREE_SPLIT')).status).toBe('SPLIT')
    return { source, one }
  }

  test('makes an issue of each part, of the same author, screened by itself; its supporters are asked again', async () => {
    const { source, one } = await split()
    const { parts: made } = await see(source.id)
    expect(made.map(({ title, status }) => ({ title, status }))).toEqual(
      parts.map(({ title }) => ({ title, status: 'SUBMITTED' })),
    )
    for (const { id } of made) {
      expect(await see(id, author(38))).toMatchObject({ splitFrom: { id: source.id }, supportCount: 0, isSupportAsked: true })
      expect(await w.sql('select author, number is not null as numbered from compacts.issue where id = $1', [id])).toEqual([
        { author: headOf(one), numbered: true },
      ])
    }
  })

  test('is undone by two: the whole goes on, its parts are recalled', async () => {
    const { source } = await split()
    const asked = await act(w, 'Issue', w.people.secretary, await look(w, 'issue', source.id), 'ASK_REJOIN', '还是一件事。')
    await act(w, 'Issue', w.people.supervision, asked, 'RESTORE', '同意。')
    const whole = await see(source.id)
    expect(whole).toMatchObject({ status: 'SUBMITTED', supportCount: 2 })
    expect(whole.parts.map(({ status }) => status)).toEqual(['WITHDRAWN', 'WITHDRAWN'])
  })

  test('of one part or of six is refused', async () => {
    const { source } = await pair()
    for (const count of [1, 6]) {
      const input = { ...source, parts: Array.from({ length: count }, () => parts[0]), reason: '是两件事。' }
      expect((await w.refused(w.people.secretary, M.proposeSplit, input)).message).toBe('Split it into 2 to 5.')
    }
  })
})

test('the second adult of a household does not speak for its author', async () => {
  const { source, target, one } = await pair()
  const proposed = await propose(source, target)
  expect((await w.refused(residentOf(spouseOf(one)), actOn('Issue'), { ...proposed, action: 'AGREE_MERGE' })).code).toBe(
    'FORBIDDEN',
  )
})
