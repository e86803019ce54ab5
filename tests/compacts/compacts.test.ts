// How a compact changes, fails, is corrected, replaced and repealed, and what that means for those who signed.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { onRollChanged } from '../../subgraphs/compacts/roll.messages.ts'
import { ELSEWHERE } from './actors.ts'
import { told } from './voices.ts'
import { adopt, assemble, cast, conclude, draft, file, openVote, toAdopted } from './walk.ts'
import { act, actOn, headOf, householdOf, inDays, look, M, openWorld, residentOf, roll, type Step, type World } from './world.ts'

let w: World
let compact: Step
beforeAll(async () => {
  w = await openWorld()
  compact = await draft(w, await toAdopted(w))
})
afterAll(() => w.stop())

const PASSED = ['LAWFUL', 'DECENT', 'RIGHTS_KEPT', 'NO_FINES']
const REVISE =
  'mutation ($id: ID!, $version: Int!, $input: CompactInput!) { reviseArticles(id: $id, expectedVersion: $version, input: $input) { id version status textHash articles { number body } } }'
const SAID =
  'mutation ($id: ID!, $body: String!, $resident: ID!) { commentOnCompact(compact: $id, body: $body, article: 1, resident: $resident) { id } }'
const text = async () =>
  (await w.run<{ textHash: string }>(w.people.secretary, 'query ($id: ID!) { compact(id: $id) { textHash } }', compact)).textHash
const signed = async (id = compact.id) =>
  w.run(w.people.secretary, 'query ($id: ID!) { compact(id: $id) { status signedHouseholds } }', { id })

describe('before it is adopted', () => {
  test('representatives vote on it only with a delegation by the residents’ meeting', async () => {
    const { secretary, chair } = w.people
    const input = {
      type: 'REPRESENTATIVES',
      title: '居民代表会议',
      startsAt: inDays(w, 1),
      place: '会议室',
      agenda: ['表决公约'],
    }
    const called = await act(w, 'Meeting', secretary, await w.run(secretary, M.planAssembly, { ...compact, input }), 'NOTICE')
    const asked = {
      purpose: 'COMPACT',
      proposal: '同意制定三号楼楼道公约。',
      manner: 'AT_MEETING',
      opensAt: inDays(w, 1),
      closesAt: inDays(w, 2),
    }
    const without = await w.run(chair, M.draftVote, { id: called.id, input: asked })
    expect((await w.refused(chair, actOn('Vote'), { ...without, action: 'ARM' })).message).toMatch(
      'representatives need its delegation',
    )
    const delegated = await w.run(chair, M.draftVote, {
      id: called.id,
      input: { ...asked, delegation: '2026年3月1日居民会议决定。' },
    })
    expect(await act(w, 'Vote', chair, delegated, 'ARM')).toMatchObject({ status: 'ARMED' })
  })

  test('a vote about something else than the meeting was called for is refused', async () => {
    const meeting = await assemble(w, { compact })
    const input = {
      purpose: 'DECISION',
      proposal: '同意另外一件事情的内容。',
      manner: 'AT_MEETING',
      opensAt: inDays(w, 0),
      closesAt: inDays(w, 1),
    }
    expect((await w.refused(w.people.chair, M.draftVote, { id: meeting.id, input })).code).toBe('BAD_USER_INPUT')
  })

  test('lost, it goes back to drafting; its text may change again, and only what changed is checked anew', async () => {
    const vote = await openVote(w, await assemble(w, { compact }), 'COMPACT')
    await cast(w, vote, 10, 15)
    await conclude(w, vote)
    compact = await look(w, 'compact', compact.id)
    expect(compact.status).toBe('DRAFTING')

    const before = await text()
    const input = { title: '三号楼楼道公约', owner: '示例委员', articles: ['楼道不堆放杂物。', '电动车和电瓶都不进楼。'] }
    const revised = await w.run<Step & { textHash: string }>(w.people.member, REVISE, { ...compact, input })
    expect(revised.textHash).not.toBe(before)
    expect((await w.refused(w.people.secretary, actOn('Compact'), { ...revised, action: 'OPEN_COMMENT' })).message).toBe(
      'Articles not yet found lawful: 2 (Organic Law art. 31).',
    )
    const checked = await w.run<Step>(w.people.legal, M.legality, { ...revised, checks: [{ number: 2, passed: PASSED }] })
    compact = await act(w, 'Compact', w.people.secretary, checked, 'OPEN_COMMENT')
  })

  test('what a resident says at the desk is written down for them: they are told, and the history says who wrote', async () => {
    const { member, neighbour } = w.people
    const asked = { id: compact.id, body: '充电棚夜里太暗。', resident: headOf(5) }
    const { id } = await w.run<{ id: string }>(member, SAID, asked)
    expect(await w.sql('select resident, body from compacts.compact_comment where id = $1', [id])).toEqual([
      { resident: headOf(5), body: '充电棚夜里太暗。' },
    ])
    const [heard] = await told(w, `COMMENT:${id}`)
    expect(heard).toMatchObject({ residents: [headOf(5)] })
    expect(heard!.words.zh).toMatch('居委会代您登记了对')
    const { events } = await w.run<{ events: { action: string; by: string }[] }>(
      member,
      'query ($id: ID!) { compact(id: $id) { events { action by } } }',
      compact,
    )
    expect(events.at(-1)).toEqual({ action: 'WRITE_DOWN', by: member.name })
    expect((await w.refused(member, SAID, { ...asked, resident: crypto.randomUUID() })).message).toMatch('not on the roll')
    expect((await w.refused(neighbour, SAID, asked)).code).toBe('FORBIDDEN')
    await w.run(member, M.answer, { id, answer: '已请物业换灯。' })
    compact = await look(w, 'compact', compact.id)
  })

  test('a further comment round lasts three days, and every comment has an answer', async () => {
    const { secretary, member, neighbour, party } = w.people
    const comment = await w.run<{ id: string }>(neighbour, M.comment, { id: compact.id, body: '电瓶拿上楼充电怎么办？' })
    w.tick(3)
    const ask = { ...compact, action: 'REQUEST_STUDY' }
    expect((await w.refused(secretary, actOn('Compact'), ask)).message).toMatch('at least 3 days')
    w.tick(1)
    expect((await w.refused(secretary, actOn('Compact'), ask)).message).toBe('1 comments have no answer yet.')
    await w.run(member, M.answer, { id: comment.id, answer: '请到充电棚充电。' })
    const studied = await act(w, 'Compact', secretary, compact, 'REQUEST_STUDY')
    expect((await w.refused(party, actOn('Compact'), { ...studied, action: 'ENDORSE' })).code).toBe('BAD_USER_INPUT')
    const endorsed = await act(w, 'Compact', party, studied, 'ENDORSE', '同意提请审核。')
    expect(endorsed.status).toBe('TOWN_REVIEW')
    const goOn = { ...endorsed, action: 'GO_ON', reason: '逾期未复。' }
    expect((await w.refused(secretary, actOn('Compact'), goOn)).message).toBe('The time for the town to review it is not over.')
    expect((await w.refused(party, actOn('Compact'), { ...endorsed, action: 'PASS', reason: '同意。' })).code).toBe('FORBIDDEN')
    expect((await w.refused(w.people.town, actOn('Compact'), { ...endorsed, action: 'PASS' })).code).toBe('BAD_USER_INPUT')
    compact = await act(w, 'Compact', w.people.town, endorsed, 'PASS', '同意提交表决。')
    const opinions = 'query ($id: ID!) { compact(id: $id) { status partyOpinion townOpinion } }'
    expect(await w.run(secretary, opinions, compact)).toEqual({
      status: 'VOTING',
      partyOpinion: '同意提请审核。',
      townOpinion: '同意提交表决。',
    })
    await expect(w.run(neighbour, M.comment, { id: compact.id, body: '再说一句。' })).rejects.toThrow('not open for comment')
  })
})

describe('once adopted', () => {
  test('it can be signed, and the text no longer changes', async () => {
    compact = await adopt(w, compact)
    for (const n of [2, 3, 39]) await w.run(residentOf(headOf(n)), M.pledge, { id: compact.id, hash: await text() })
    const input = { title: '别的公约', owner: '示例委员', articles: ['别的内容。'] }
    expect((await w.refused(w.people.member, REVISE, { ...compact, input })).message).toBe(
      'Articles are changed only while drafting.',
    )
    expect(await signed()).toEqual({ status: 'ADOPTED', signedHouseholds: 3 })
  })

  test('a household that moves away no longer counts; one of which somebody stays does', async () => {
    const leave = (resident: number, more: object) =>
      w.subgraphs['compacts']!.asSystem((ctx) => onRollChanged(ctx, [{ entries: [{ ...roll[resident]!, version: 2, ...more }] }]))
    await leave(39 * 3, { hasLeft: true })
    expect(await signed()).toMatchObject({ signedHouseholds: 3 })
    await leave(39 * 3 + 1, { division: ELSEWHERE })
    await leave(39 * 3 + 2, { hasLeft: true, household: null })
    expect(await signed()).toMatchObject({ signedHouseholds: 2 })
    expect(await w.sql('select status, unit from compacts.pledge where unit = $1', [householdOf(39)])).toEqual([
      { status: 'LAPSED', unit: householdOf(39) },
    ])
  })

  test('ordered to be corrected, a new edition replaces it, and its signatures lapse', async () => {
    const { secretary, town, legal, party } = w.people
    const filed = await file(w, compact, '备〔2026〕7号')
    w.tick(40)
    await w.sweep()
    const order =
      'mutation ($id: ID!, $version: Int!) { orderCorrection(id: $id, expectedVersion: $version, document: "顾府〔2026〕9号", articles: [2], reason: "第二条限制了居民的权利。") { id version status } }'
    const ordered = await w.run<Step>(town, order, await look(w, 'compact', filed.id))
    expect(ordered.status).toBe('ORDERED_TO_CORRECT')
    let next = await w.run<Step>(secretary, M.beginEdition, ordered)
    expect((await w.refused(secretary, M.beginEdition, await look(w, 'compact', filed.id))).message).toBe(
      'A revision is being drafted already.',
    )
    const input = { title: '三号楼楼道公约', owner: '示例委员', articles: ['楼道不堆放杂物。', '电动车停放在指定位置。'] }
    next = await w.run<Step>(secretary, REVISE, { ...next, input })
    next = await w.run<Step>(legal, M.legality, { ...next, checks: [1, 2].map((number) => ({ number, passed: PASSED })) })
    next = await act(w, 'Compact', secretary, next, 'OPEN_COMMENT')
    w.tick(8)
    next = await act(w, 'Compact', party, await act(w, 'Compact', secretary, next, 'REQUEST_STUDY'), 'ENDORSE', '同意。')
    // The town asks for changes once, and the next time lets its ten working days pass.
    next = await act(w, 'Compact', w.people.town, next, 'ASK_CHANGES', '请写明充电位置。')
    expect(next.status).toBe('DRAFTING')
    next = await act(w, 'Compact', secretary, next, 'OPEN_COMMENT')
    w.tick(8)
    next = await act(w, 'Compact', party, await act(w, 'Compact', secretary, next, 'REQUEST_STUDY'), 'ENDORSE', '同意。')
    w.tick(25)
    next = await act(w, 'Compact', secretary, next, 'GO_ON', '街镇逾期未复。')
    expect(next.status).toBe('VOTING')
    next = await file(w, await adopt(w, next), '备〔2026〕8号')
    expect(await signed()).toEqual({ status: 'ORDERED_TO_CORRECT', signedHouseholds: 2 })
    w.tick(16)
    await w.sweep()
    expect(await signed()).toEqual({ status: 'SUPERSEDED', signedHouseholds: 0 })
    expect(await signed(next.id)).toEqual({ status: 'IN_FORCE', signedHouseholds: 0 })
    expect(await w.sql('select status, count(*)::int as n from compacts.pledge group by 1')).toEqual([{ status: 'LAPSED', n: 3 }])
    compact = await look(w, 'compact', next.id)
  })

  test('it is repealed by the meeting that may make it, and by nobody without it', async () => {
    const { secretary } = w.people
    const repeal = { action: 'REPEAL', reason: '已被新的管理规约覆盖。' }
    expect((await w.refused(secretary, actOn('Compact'), { ...compact, ...repeal })).message).toMatch(
      "takes a vote of the residents' meeting",
    )
    const vote = await openVote(w, await assemble(w, { compact }), 'REPEAL')
    await cast(w, vote, 25, 2)
    await conclude(w, vote)
    expect(await act(w, 'Compact', secretary, await look(w, 'compact', compact.id), 'REPEAL', repeal.reason)).toMatchObject({
      status: 'REPEALED',
    })
  })
})
