// Each stage tried by those whose stage it is not: refused with a sentence, and nothing changed.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../subgraphs/shared/actor.ts'
import { anonymous, person } from '../support/platform.ts'
import { ELSEWHERE } from './actors.ts'
import { accept, adopt, build, conclude, draft, evaluate, openVote, assemble, cast, hold, raise, study } from './walk.ts'
import { actOn, inDays, look, M, openWorld, type Step, type World } from './world.ts'

interface Try {
  readonly name: string
  /** The one who may; and somebody of the same committee who may not. */
  readonly by: (w: World) => Actor
  readonly out: (w: World) => Actor
  readonly mutation: string
  readonly with: (step: Step, w: World) => Record<string, unknown>
}

const plain = (type: string, action: string, by: Try['by'], out: Try['out'], reason?: string): Try => ({
  name: `${type} ${action}`,
  by,
  out,
  mutation: actOn(type),
  with: ({ id, version }) => ({ id, version, action, ...(reason ? { reason } : {}) }),
})

const secretary = (w: World) => w.people.secretary
const member = (w: World) => w.people.member
const chair = (w: World) => w.people.chair
const supervision = (w: World) => w.people.supervision
const neighbour = (w: World) => w.people.neighbour

const meetingInput = (w: World, type: string) => ({
  type,
  title: '会议',
  startsAt: inDays(w, 11),
  place: '居委会',
  agenda: ['议程'],
  basis: 'HOUSEHOLD',
})

/** The stages in order: what brings the world there, what record the try is on, and the try itself. */
const stages: { name: string; at: (w: World, held: Held) => Promise<Step>; tries: Try[] }[] = [
  {
    name: 'a submitted issue',
    at: async (w, held) => (held.issue = await raise(w)),
    tries: [
      {
        name: 'Issue ACCEPT',
        by: secretary,
        out: member,
        mutation: M.acceptIssue,
        with: (step) => ({ ...step, input: { scope: 'SELF_GOVERNANCE', lead: '示例', needsAssembly: true } }),
      },
      {
        name: 'Issue REJECT',
        by: secretary,
        out: supervision,
        mutation: M.rejectIssue,
        with: (step) => ({ ...step, reason: '不属于居民自治事项。' }),
      },
      plain('Issue', 'RETURN', secretary, neighbour, '请补充情况。'),
      {
        name: 'Issue SUSPEND',
        by: (w) => w.people.town,
        out: secretary,
        mutation: M.suspendIssue,
        with: (step) => ({ ...step, input: { document: '示例通知', file: 'none', reason: '等待法院判决。' } }),
      },
      {
        name: 'Issue PROPOSE_MERGE',
        by: secretary,
        out: member,
        mutation: M.proposeMerge,
        with: (step) => ({ ...step, into: step.id, reason: '同一件事。' }),
      },
      plain('Issue', 'WITHDRAW', (w) => w.people.author, neighbour),
    ],
  },
  {
    name: 'an issue in deliberation',
    at: async (w, held) => (held.issue = await accept(w, held.issue)),
    tries: [
      {
        name: 'Issue CONVENE',
        by: secretary,
        out: supervision,
        mutation: M.planMeeting,
        with: (step, w) => ({ ...step, input: meetingInput(w, 'COUNCIL') }),
      },
      {
        name: 'Issue RECORD_STUDY',
        by: (w) => w.people.party,
        out: secretary,
        mutation: M.study,
        with: (step) => ({ ...step, opinion: '同意。' }),
      },
    ],
  },
  {
    name: 'a planned meeting',
    at: async (w, held) => {
      await hold(w, held.issue, 'HEARING')
      await study(w, held.issue)
      return w.run(w.people.secretary, M.planMeeting, {
        ...(await look(w, 'issue', held.issue.id)),
        input: meetingInput(w, 'RESIDENTS'),
      })
    },
    tries: [plain('Meeting', 'NOTICE', secretary, supervision), plain('Meeting', 'CANCEL', member, supervision, '改期。')],
  },
  {
    name: 'an open vote',
    at: async (w, held) => {
      const vote = await openVote(w, await assemble(w, { issue: held.issue }))
      held.vote = vote
      await cast(w, vote, 21, 4)
      return vote
    },
    tries: [plain('Vote', 'CONTEST', supervision, chair, '有人冒名投票。')],
  },
  {
    name: 'a counted vote',
    at: async (w, held) => {
      w.tick(2, 1)
      await w.sweep()
      return look(w, 'vote', held.vote.id)
    },
    tries: [plain('Vote', 'SIGN_COUNT', chair, supervision), plain('Vote', 'CONTEST', supervision, secretary, '计票有误。')],
  },
  {
    name: 'a delivered project',
    at: async (w, held) => {
      await conclude(w, held.vote)
      await build(w, await look(w, 'issue', held.issue.id))
      const { edges } = await w.run<{ edges: { node: Step }[] }>(
        w.people.secretary,
        '{ projects { edges { node { id version status } } } }',
      )
      return edges[0]!.node
    },
    tries: [
      {
        name: 'Project SETTLE',
        by: member,
        out: supervision,
        mutation:
          'mutation ($id: ID!, $version: Int!) { settleProject(id: $id, expectedVersion: $version, funds: [{ source: SELF_GOVERNANCE, amount: 1200000 }]) { id version status } }',
        with: (step) => ({ ...step }),
      },
    ],
  },
  {
    name: 'a compact adopted and submitted',
    at: async (w, held) => {
      const compact = await adopt(w, await draft(w, await evaluate(w, held.issue)))
      return w.run(w.people.secretary, actOn('Compact'), { ...compact, action: 'SUBMIT_FILING' })
    },
    tries: [
      {
        name: 'Compact FILE',
        by: (w) => w.people.town,
        out: secretary,
        mutation: M.file,
        with: (step) => ({ ...step, receipt: '备〔2026〕2号' }),
      },
    ],
  },
]

interface Held {
  issue: Step
  vote: Step
}

let w: World
const held = {} as Held
beforeAll(async () => void (w = await openWorld()))
afterAll(() => w.stop())

describe.each(stages)('$name', ({ at, tries }) => {
  let step: Step
  let before: unknown
  beforeAll(async () => {
    step = await at(w, held)
    before = await w.traces()
  })
  afterEach(async () => expect(await w.traces()).toEqual(before))

  describe.each(tries)('$name', ({ by, out, mutation, with: vars }) => {
    const refused = (actor: Actor, version = step.version) => w.refused(actor, mutation, vars({ ...step, version }, w))

    test('out of role', async () => {
      const { code, message } = await refused(out(w))
      expect(['FORBIDDEN', 'REFUSED']).toContain(code)
      expect(message).toMatch(/[.]$/)
    })

    test('out of division', async () => {
      const { grants, resident } = by(w)
      const { code } = await refused({
        ...person(grants[0]!.role, ELSEWHERE),
        resident: resident && '9'.repeat(8) + resident.slice(8),
      })
      expect(code).toBe('NOT_FOUND')
    })

    test('with an old version, and told what changed', async () => {
      const { code, more } = await refused(by(w), step.version - 1)
      expect(code).toBe('VERSION_CONFLICT')
      expect(more).toMatchObject({ currentVersion: step.version, changes: [{ version: step.version }] })
    })

    test('without signing in', async () => expect((await refused(anonymous)).code).toBe('UNAUTHENTICATED'))
  })
})

test('done twice, the second time is refused and changes nothing', async () => {
  const issue = await raise(w, '四号楼门禁维修')
  const variables = { ...issue, input: { scope: 'SELF_GOVERNANCE', lead: '示例', needsAssembly: true } }
  const accepted = await w.run(w.people.secretary, M.acceptIssue, variables)
  const before = await w.traces()
  expect((await w.refused(w.people.secretary, M.acceptIssue, variables)).code).toBe('VERSION_CONFLICT')
  const again = await w.refused(w.people.secretary, M.acceptIssue, { ...variables, version: accepted.version })
  expect(again).toMatchObject({ code: 'REFUSED', message: 'Not possible while deliberating: accept.' })
  expect(await w.traces()).toEqual(before)
})

test('an action with data of its own is not taken without it', async () => {
  const issue = await raise(w, '五号楼路灯')
  const before = await w.traces()
  const { code } = await w.refused(w.people.secretary, actOn('Issue'), { ...issue, action: 'ACCEPT' })
  expect(code).toBe('REFUSED')
  expect(await w.traces()).toEqual(before)
})

test('the clock alone brings a filed compact into force', async () => {
  const { edges } = await w.run<{ edges: { node: Step }[] }>(
    w.people.secretary,
    '{ compacts { edges { node { id version status } } } }',
  )
  const filed = await w.run<Step>(w.people.town, M.file, { ...edges[0]!.node, receipt: '备〔2026〕3号' })
  const announced = await w.run<Step>(w.people.member, M.announce, { ...filed, on: '2026-04-01' })
  const before = await w.traces()
  expect((await w.refused(w.people.secretary, actOn('Compact'), { ...announced, action: 'TAKE_EFFECT' })).code).toBe('FORBIDDEN')
  w.tick(15)
  await w.sweep()
  expect(await w.traces()).toEqual(before)
  w.tick(1)
  await w.sweep()
  expect((await look(w, 'compact', announced.id)).status).toBe('IN_FORCE')
  const after = await w.traces()
  await w.sweep()
  expect(await w.traces()).toEqual(after)
})
