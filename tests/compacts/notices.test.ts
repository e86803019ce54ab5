// What hangs on the board is public, and only that: each notice in the states the law makes public, with nobody's name in it.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../subgraphs/shared/actor.ts'
import { anonymous } from '../support/platform.ts'
import { accept, assemble, cast, hold, openVote, raise, study } from './walk.ts'
import { act, headOf, householdOf, inDays, look, M, openWorld, residentOf, roll, type Step, type World } from './world.ts'

let w: World
let issue: Step
beforeAll(async () => {
  w = await openWorld()
  issue = await accept(w, await raise(w))
})
afterAll(() => w.stop())

const FIELDS = `code kind division { code } number title lead period basis appeal since issuedAt until
  compact { title edition textHash effectiveOn articles { number body } }
  meeting { startsAt place agenda attendees }
  result { proposal ruleText basis eligible issued present received proxies agree disagree abstain quorate carried }`

interface Shown {
  readonly code: string
  readonly title: string
  readonly since: string | null
}

const codeOf = (letter: string, { id }: Step) => letter + Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')
const read = <T = Shown>(code: string, actor: Actor = anonymous) =>
  w.run<T | null>(actor, `query ($code: String!) { notice(code: $code) { ${FIELDS} } }`, { code })
/** The same through the record, as the officer who prints it. */
const printed = async (type: 'compact' | 'meeting' | 'vote', { id }: Step) =>
  (
    await w.run<{ notice: Shown | null }>(w.people.secretary, `query ($id: ID!) { ${type}(id: $id) { notice { ${FIELDS} } } }`, {
      id,
    })
  ).notice
const hidden = async (type: 'compact' | 'meeting' | 'vote', record: Step) => {
  expect(await read(codeOf(type[0]!, record))).toBeNull()
  expect(await printed(type, record)).toBeNull()
}

/** Nothing that tells who raised, came, voted, signed or acted. */
const mustNameNobody = (notice: unknown) => {
  const said = JSON.stringify(notice)
  const known = [
    ...roll.flatMap((one) => [one.resident, one.household!]),
    ...Object.values(w.people).flatMap((p) => [p.id!, p.name]),
  ]
  expect(known.filter((secret) => said.includes(secret))).toEqual([])
}

test('a meeting is public from its notice on, and says so when it is cancelled', async () => {
  const input = { type: 'COUNCIL', title: '楼道议事会', startsAt: inDays(w, 3), place: '活动室', agenda: ['清理', '保持'] }
  const planned = await w.run(w.people.secretary, M.planMeeting, { ...issue, input })
  await hidden('meeting', planned)
  const noticed = await act(w, 'Meeting', w.people.secretary, planned, 'NOTICE')
  const notice = await read(codeOf('m', noticed))
  expect(notice).toMatchObject({
    kind: 'MEETING',
    title: 'Notice of a meeting: 楼道议事会',
    number: 'YT2026-310113109043-0001',
    period: '2026-03-02 until it opens on 2026-03-05',
    meeting: { place: '活动室', agenda: ['清理', '保持'], attendees: 'Residents of the community and the units concerned' },
    compact: null,
    result: null,
    since: null,
  })
  mustNameNobody(notice)
  await act(w, 'Meeting', w.people.secretary, noticed, 'CANCEL', '改期。')
  expect((await read(codeOf('m', noticed)))!.since).toBe('The meeting is cancelled.')
})

test('a vote is public once its result is published; before, nobody reads so much as that it runs', async () => {
  const { chair, supervision, member, foreign } = w.people
  await hold(w, issue, 'COUNCIL')
  await study(w, issue)
  const meeting = await assemble(w, { issue })
  expect(await read(codeOf('m', meeting))).toMatchObject({
    period:
      '2026-03-02 until it opens on 2026-03-12, 10 days ahead (the law asks for 10; Urban Residents Committees Organic Law (2025 revision), 第二十六条、第二十七条)',
    meeting: { attendees: 'One representative of each of 40 households (the roll is frozen)' },
  })
  const vote = await openVote(w, meeting, 'DECISION', async ({ id }) => {
    const give = 'mutation ($id: ID!, $holder: ID!) { giveProxy(vote: $id, holder: $holder) { id } }'
    await w.run(residentOf(headOf(30)), give, { id, holder: householdOf(31) })
  })
  await cast(w, vote, 21, 4)
  await hidden('vote', vote)
  for (const query of ['vote', 'meeting'])
    expect((await w.refused(anonymous, `query ($id: ID!) { ${query}(id: $id) { id } }`, { id: vote.id })).code).toBe(
      'UNAUTHENTICATED',
    )
  w.tick(2, 1)
  await w.sweep()
  let counted = await look(w, 'vote', vote.id)
  expect(counted.status).toBe('COUNTED')
  await hidden('vote', counted)
  counted = await act(w, 'Vote', chair, counted, 'SIGN_COUNT')
  counted = await act(w, 'Vote', supervision, counted, 'CERTIFY')
  await hidden('vote', counted)
  await act(w, 'Vote', member, counted, 'PUBLISH')

  const notice = await read(codeOf('v', vote))
  expect(notice).toMatchObject({
    kind: 'RESULT',
    title: "Result of a vote of the residents' meeting",
    period: '2026-03-14 until the end of 2026-03-29, at least 15 days (《城市居民委员会组织法》第三十四条)',
    until: '2026-03-29',
    result: {
      proposal: '同意开展三号楼楼道堆物整治。',
      basis: 'HOUSEHOLD',
      eligible: 40,
      issued: 40,
      present: 25,
      received: 25,
      proxies: 1,
      agree: 21,
      disagree: 4,
      abstain: 0,
      quorate: true,
      carried: true,
    },
  })
  mustNameNobody(notice)
  expect(await printed('vote', vote)).toEqual(notice)
  // An officer elsewhere reads what hangs on the board, and nothing behind it.
  expect(await read(codeOf('v', vote), foreign)).toEqual(notice)
  expect(await w.run(foreign, 'query ($id: ID!) { vote(id: $id) { id } }', { id: vote.id })).toBeNull()
})

test('a compact is public while open for comment and once announced, in no state between', async () => {
  const { secretary, legal, member, town, foreign } = w.people
  const input = { title: '三号楼楼道公约', owner: '示例委员', articles: ['楼道不堆放杂物。', '电动车不进楼。'] }
  const ready = await look(w, 'issue', issue.id)
  let compact = await w.run(secretary, M.draftCompact, { ...ready, input })
  await hidden('compact', compact)
  const passed = ['LAWFUL', 'DECENT', 'RIGHTS_KEPT', 'NO_FINES']
  compact = await w.run(legal, M.legality, { ...compact, checks: [1, 2].map((number) => ({ number, passed })) })
  await hidden('compact', compact)
  compact = await act(w, 'Compact', secretary, compact, 'OPEN_COMMENT')
  const code = codeOf('c', compact)
  const call = await read(code)
  expect(call).toMatchObject({
    kind: 'COMMENT',
    title: 'Call for comment on “三号楼楼道公约”',
    until: '2026-03-21',
    compact: {
      articles: [
        { number: 1, body: '楼道不堆放杂物。' },
        { number: 2, body: '电动车不进楼。' },
      ],
      effectiveOn: null,
    },
  })
  mustNameNobody({ ...call, compact: null })
  const listed = () =>
    w.run<{ totalCount: number; edges: { node: { title: string; notice: Shown | null } }[] }>(
      anonymous,
      '{ compacts { totalCount edges { node { title notice { code } } } } }',
    )
  expect((await listed()).edges).toEqual([{ node: { title: input.title, notice: { code } } }])
  expect((await w.refused(anonymous, '{ compacts { edges { node { owner comments { body } } } } }')).code).toBe('UNAUTHENTICATED')
  expect(await w.run(foreign, 'query ($id: ID!) { compact(id: $id) { id } }', { id: compact.id })).toBeNull()
  expect((await read(code, foreign))?.title).toBe('Call for comment on “三号楼楼道公约”')

  w.tick(8)
  compact = await act(w, 'Compact', secretary, compact, 'REQUEST_STUDY')
  await hidden('compact', compact)
  compact = await act(w, 'Compact', w.people.party, compact, 'ENDORSE', '同意提请审核。')
  compact = await act(w, 'Compact', w.people.town, compact, 'PASS', '同意提交表决。')
  const vote = await openVote(w, await assemble(w, { compact }), 'COMPACT')
  await cast(w, vote, 30, 2)
  w.tick(2, 1)
  await w.sweep()
  const signed = await act(w, 'Vote', w.people.chair, await look(w, 'vote', vote.id), 'SIGN_COUNT')
  await act(w, 'Vote', w.people.supervision, signed, 'CERTIFY')
  compact = await look(w, 'compact', compact.id)
  expect(compact.status).toBe('ADOPTED')
  await hidden('compact', compact)
  const submitted = await act(w, 'Compact', secretary, compact, 'SUBMIT_FILING')
  const filed = await w.run(town, M.file, { ...submitted, receipt: '顾村镇备〔2026〕1号' })
  await hidden('compact', filed)
  expect((await listed()).totalCount).toBe(0)

  await w.run(member, M.announce, { ...filed, on: '2026-05-01' })
  expect(await read(code)).toMatchObject({
    kind: 'ANNOUNCEMENT',
    lead: '“三号楼楼道公约” was adopted by the residents and filed (receipt 顾村镇备〔2026〕1号). It takes effect on 2026-05-01.',
    since: null,
    compact: { effectiveOn: '2026-05-01' },
  })
  w.tick(40)
  await w.sweep()
  expect(await read(code)).toMatchObject({ kind: 'ANNOUNCEMENT', since: 'In force since 2026-05-01.' })
  const zh = await read(code, { ...anonymous, locale: 'zh' })
  expect(zh).toMatchObject({
    title: '关于公布《三号楼楼道公约》的公告',
    since: '已自2026年5月1日起施行。',
  })
})

test('a code that was made up leads nowhere', async () => {
  for (const code of ['', 'c', 'x' + 'A'.repeat(22), 'v' + 'A'.repeat(22), `c${'A'.repeat(21)}!`])
    expect(await read(code)).toBeNull()
})
