// What two people do to an issue at once (participation.md W1–W3), and who judges it by which clock.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../subgraphs/shared/actor.ts'
import { anonymous, person } from '../support/platform.ts'
import { DIVISION } from './actors.ts'
import { neighbour, someone, submit, told } from './voices.ts'
import { accept, raise } from './walk.ts'
import {
  act,
  actOn,
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

const REJECTED = `query ($d: ID!) { publishedIssues(division: $d, first: 100, status: [REJECTED, APPEALED]) {
  edges { node { title rejectionCode rejection hasAppealed } } } }`

let w: World
beforeAll(async () => void (w = await openWorld()))
afterAll(() => w.stop())

describe('two at once', () => {
  test('W1 two officers save the same issue: the second is told what the first did, and nothing is lost', async () => {
    const issue = await submit(w, someone())
    const replies = await Promise.all(
      [w.people.member, w.people.secretary].map(async (officer, at) => {
        const { errors } = await w.ask('compacts', officer, M.reply, { ...issue, reply: `答复${at}。` })
        return errors[0] ?? null
      }),
    )
    const conflict = replies.find((one) => one !== null)
    expect(replies.filter((one) => one === null)).toHaveLength(1)
    expect(conflict).toMatchObject({
      code: 'VERSION_CONFLICT',
      more: { currentVersion: 3, changes: [{ version: 3, action: 'REPLY' }] },
    })
  })

  test('W2 the clock gives way to whoever is at work on an issue, and finds it as they left it', async () => {
    const author = someone()
    const returned = await act(w, 'Issue', w.people.secretary, await submit(w, author), 'RETURN', '请写明位置。')
    const input = { title: '二号楼南门积水', body: '二号楼南门外的台阶下面每逢下雨就积水。' }
    const revised = await w.run<Step>(author, M.reviseIssue, { ...returned, input })
    w.tick(7)
    w.clock.now = new Date(w.clock.now.getTime() + 1)
    await Promise.all([w.sweep(), w.ask('compacts', author, actOn('Issue'), { ...revised, action: 'RESUBMIT' })])
    const { events } = await w.run<{ events: { action: string; version: number }[] }>(
      w.people.secretary,
      'query ($id: ID!) { issue(id: $id) { events { action version } } }',
      { id: revised.id },
    )
    const ends = events.map(({ action }) => action).filter((action) => action === 'LAPSE' || action === 'RESUBMIT')
    expect(ends).toHaveLength(1)
    expect(events.map(({ version }) => version)).toEqual(events.map((_, at) => at + 1))
    expect((await look(w, 'issue', revised.id)).status).toBe(ends[0] === 'LAPSE' ? 'WITHDRAWN' : 'SUBMITTED')
  })

  test('W3 a note that somebody is at work ends after five minutes, can be taken over, and that is written down', async () => {
    const { id, version } = await submit(w, someone())
    const { member, secretary } = w.people
    interface Holding {
      version: number
      held: { by: string; isMine: boolean } | null
    }
    const holding = (actor: Actor, takeOver = false) => w.run<Holding>(actor, M.holdIssue, { id, takeOver })
    const heldFor = (actor: Actor) =>
      w.run<Holding>(actor, 'query ($id: ID!) { issue(id: $id) { version held { by isMine } } }', { id })
    expect((await holding(member)).held).toMatchObject({ by: member.name, isMine: true })
    expect((await holding(secretary)).held).toMatchObject({ by: member.name, isMine: false })
    const taken = await holding(secretary, true)
    expect(taken).toMatchObject({ version: version + 1, held: { by: secretary.name, isMine: true } })
    const late = { id, version, reply: '已收到。' }
    expect((await w.refused(member, M.reply, late)).more['changes']).toMatchObject([{ action: 'TAKE_OVER', by: secretary.name }])
    w.clock.now = new Date(w.clock.now.getTime() + 5 * 60_000)
    expect((await heldFor(member)).held).toBeNull()
    expect((await holding(member)).held).toMatchObject({ isMine: true })
    await w.run(member, 'mutation ($id: ID!) { releaseIssue(id: $id) { id } }', { id })
    expect((await heldFor(secretary)).held).toBeNull()
    expect((await w.refused(neighbour, M.holdIssue, { id, takeOver: false })).code).toBe('FORBIDDEN')
  })
})

describe('judgement', () => {
  test('the screening clock begins anew once, and goes on where it stood after that', async () => {
    const author = someone()
    w.clock.now = new Date('2026-06-01T09:00:00+08:00')
    let issue = await submit(w, author)
    const due = async () =>
      (await w.run<{ dueAt: string }>(w.people.secretary, 'query ($id: ID!) { issue(id: $id) { dueAt } }', issue)).dueAt
    const again = async () => {
      const returned = await act(w, 'Issue', w.people.secretary, issue, 'RETURN', '请写明位置。')
      w.tick(1)
      const input = { title: '二号楼门前积水', body: `二号楼门前积水，${w.clock.now.toISOString()}。` }
      issue = await act(w, 'Issue', author, await w.run<Step>(author, M.reviseIssue, { ...returned, input }), 'RESUBMIT')
    }
    w.tick(2)
    await again()
    expect(await due()).toBe(new Date('2026-06-09T09:00:00+08:00').toISOString())
    w.tick(2)
    await again()
    expect(await due()).toBe(new Date('2026-06-10T09:00:00+08:00').toISOString())
  })

  test('an appeal is decided by two supervision members who agree, neither of the author’s household', async () => {
    const n = 35
    const author = residentOf(headOf(n))
    const { supervision, supervisor } = w.people
    let issue = await w.run<Step>(w.people.secretary, M.rejectIssue, {
      ...(await submit(w, author)),
      reason: '不属于居民自治事项。',
    })
    expect((await w.run<{ edges: unknown[] }>(anonymous, REJECTED, { d: DIVISION })).edges).toContainEqual({
      node: {
        title: '二号楼门前积水',
        rejectionCode: 'OUT_OF_SCOPE',
        rejection: '不属于居民自治事项。',
        hasAppealed: false,
      },
    })
    issue = await act(w, 'Issue', author, issue, 'APPEAL', '关系到整栋楼。')
    const input = { upheld: true, reason: '确属公共事务。', hasNoInterest: true }
    const kin = person('SUPERVISION_MEMBER', DIVISION, { resident: spouseOf(n) })
    expect(householdOf(n)).toBe(roll.find(({ resident }) => resident === spouseOf(n))!.household)
    expect((await w.refused(kin, M.ruleOnAppeal, { ...issue, input })).message).toMatch('household may not decide')
    expect(
      (await w.refused(supervision, M.ruleOnAppeal, { ...issue, input: { ...input, hasNoInterest: false } })).more['field'],
    ).toBe('hasNoInterest')
    issue = await w.run<Step>(supervision, M.ruleOnAppeal, { ...issue, input })
    expect(
      (await w.refused(supervisor, actOn('Issue'), { ...issue, action: 'DISMISS_APPEAL', reason: '维持。' })).message,
    ).toMatch('must first find for upholding')
    expect((await act(w, 'Issue', supervisor, issue, 'UPHOLD_APPEAL', '同意立题。')).status).toBe('DELIBERATING')
    expect((await w.run<{ edges: unknown[] }>(anonymous, REJECTED, { d: DIVISION })).edges).not.toContainEqual({
      node: expect.objectContaining({ hasAppealed: true }),
    })
  })

  test('a referral names its unit and class; its result is recorded, told to the author, and concludes the issue', async () => {
    const author = someone()
    const input = { to: '示例养护站', caseClass: 'COMPONENT', reason: '属于设施维修。' }
    const referred = await w.run<Step>(w.people.secretary, M.referIssue, { ...(await submit(w, author)), input })
    const done = await w.run<Step>(w.people.member, M.reportReferral, { ...referred, outcome: '井盖已更换。' })
    expect(done.status).toBe('CONCLUDED')
    expect((await told(w, 'REPORT_BACK:%')).at(-1)).toMatchObject({ residents: [author.resident] })
  })

  test('the subdistrict is told once when nothing happens in time; a meeting that is announced ends the clock', async () => {
    const { secretary } = w.people
    const late = await accept(w, await raise(w, '无人召集的议题', someone()))
    const met = await accept(w, await raise(w, '已经召集的议题', someone()))
    const input = { type: 'COUNCIL', title: '议事会', startsAt: inDays(w, 3), place: '居委会', agenda: ['商量'] }
    await act(w, 'Meeting', secretary, await w.run(secretary, M.planMeeting, { ...met, input }), 'NOTICE')
    w.tick(30)
    await w.sweep()
    await w.sweep()
    const of = (await told(w, 'LATE:%')).filter(({ stream }) => stream === late.id || stream === met.id)
    expect(of).toMatchObject([{ stream: late.id, roles: ['SUBDISTRICT_OFFICER', 'SUBDISTRICT_LEAD'] }])
    expect(await w.run(secretary, 'query ($id: ID!) { issue(id: $id) { dueAt } }', met)).toEqual({ dueAt: null })
  })

  test('lists those without a reply, those late, and those that stand longest', async () => {
    const list = async (filter: object, orderBy = 'NEWEST') =>
      (
        await w.run<{ edges: { node: { id: string; standsSince: string; repliedAt: string | null; dueAt: string | null } }[] }>(
          w.people.secretary,
          'query ($filter: IssueFilter, $orderBy: IssueOrder!) { issues(first: 100, filter: $filter, orderBy: $orderBy) { edges { node { id standsSince repliedAt dueAt } } } }',
          { filter, orderBy },
        )
      ).edges.map(({ node }) => node)
    const fresh = await submit(w, someone())
    const unanswered = await list({ unanswered: true })
    expect(unanswered.map(({ id }) => id)).toContain(fresh.id)
    expect(unanswered.every(({ repliedAt }) => repliedAt === null)).toBe(true)
    expect((await list({ overdue: true })).every(({ dueAt }) => new Date(dueAt!) < w.clock.now)).toBe(true)
    const since = (await list({ open: true }, 'WAITING')).map(({ standsSince }) => standsSince)
    expect(since.length).toBeGreaterThan(5)
    expect(since).toEqual(since.toSorted())
  })
})
