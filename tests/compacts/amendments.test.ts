// Amendments to a draft and signatures to a version: M5, M6 and S1 to S4 of the catalogue of edge cases.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { onRollChanged } from '../../subgraphs/compacts/roll.messages.ts'
import { told as toldOf } from './voices.ts'
import { adopt, draft, file, toAdopted } from './walk.ts'
import {
  act,
  actOn,
  headOf,
  householdOf,
  look,
  M,
  openWorld,
  residentOf,
  roll,
  spouseOf,
  type Step,
  type World,
} from './world.ts'

let w: World
let compact: Step
beforeAll(async () => {
  w = await openWorld()
  const issue = await toAdopted(w)
  const input = { title: '三号楼楼道公约', owner: '示例委员', articles: ['楼道不堆放杂物。', '电动车不进楼。'] }
  compact = await w.run(w.people.secretary, M.draftCompact, { ...(await look(w, 'issue', issue.id)), input })
})
afterAll(() => w.stop())

const PROPOSE =
  'mutation ($id: ID!, $body: String!, $article: Int) { proposeAmendment(compact: $id, body: $body, article: $article, why: "更清楚") { id version status } }'
const ACCEPT = 'mutation ($id: ID!, $version: Int!) { acceptAmendment(id: $id, expectedVersion: $version) { id version status } }'
const REBASE =
  'mutation ($id: ID!, $version: Int!, $body: String!) { rebaseAmendment(id: $id, expectedVersion: $version, body: $body) { id version status } }'
const REVISE =
  'mutation ($id: ID!, $version: Int!, $input: CompactInput!) { reviseArticles(id: $id, expectedVersion: $version, input: $input) { id version status } }'
const amendment = (id: string) =>
  w.run<Step & { article: number | null; currentBody: string | null; offers: { action: string; blocked: string | null }[] }>(
    w.people.secretary,
    'query ($id: ID!) { amendment(id: $id) { id version status article currentBody offers { action blocked } } }',
    { id },
  )
const articles = async (id = compact.id) =>
  (
    await w.run<{ articles: { body: string }[] }>(
      w.people.secretary,
      'query ($id: ID!) { compact(id: $id) { articles { body } } }',
      {
        id,
      },
    )
  ).articles.map(({ body }) => body)
const propose = (body: string, article: number | null, by = w.people.member) =>
  w.run<Step>(by, PROPOSE, { id: compact.id, body, article })
const hash = async (id = compact.id) =>
  (await w.run<{ textHash: string }>(w.people.secretary, 'query ($id: ID!) { compact(id: $id) { textHash } }', { id })).textHash

describe('M5: an amendment on a base that has changed', () => {
  test('is stale the moment another is accepted, and may be written anew on the text as it stands', async () => {
    const first = await propose('楼道不堆放任何杂物。', 1)
    const second = await propose('楼道和架空层不堆放杂物。', 1)
    const other = await propose('电动车和电瓶都不进楼。', 2)
    const before = await hash()
    expect(await w.run(w.people.secretary, ACCEPT, { ...first })).toMatchObject({ status: 'ACCEPTED' })
    expect(await articles()).toEqual(['楼道不堆放任何杂物。', '电动车不进楼。'])
    expect(await hash()).not.toBe(before)
    expect(await amendment(other.id)).toMatchObject({ status: 'PROPOSED' })
    const stale = await amendment(second.id)
    expect(stale).toMatchObject({ status: 'STALE', currentBody: '楼道不堆放任何杂物。' })
    expect((await w.refused(w.people.secretary, ACCEPT, { ...stale })).message).toBe('Not possible while stale: accept.')
    const again = await w.run<Step>(w.people.member, REBASE, { ...stale, body: '楼道和架空层不堆放任何杂物。' })
    expect(again.status).toBe('PROPOSED')
    expect(await w.run(w.people.secretary, ACCEPT, { ...again })).toMatchObject({ status: 'ACCEPTED' })
    expect(await articles()).toEqual(['楼道和架空层不堆放任何杂物。', '电动车不进楼。'])
  })

  test('of two accepted in the same moment one wins and the other is overtaken', async () => {
    const two = [await propose('电动车不进楼、不进电梯。', 2), await propose('电动车一律不进楼。', 2)]
    const answers = await Promise.all(two.map((one) => w.ask('compacts', w.people.secretary, ACCEPT, { ...one })))
    expect(answers.map(({ errors }) => errors[0]?.code ?? 'ok').toSorted()).toEqual(['VERSION_CONFLICT', 'ok'])
    const states = await Promise.all(two.map(({ id }) => amendment(id)))
    expect(states.map(({ status }) => status).toSorted()).toEqual(['ACCEPTED', 'STALE'])
    const { body } = (
      await w.sql<{ body: string }>(
        `select body from compacts.amendment where compact_id = $1 and status = 'ACCEPTED' and article = 2`,
        [compact.id],
      )
    )[0]!
    expect((await articles())[1]).toBe(body)
  })

  test('moves along with an article that only changed its number', async () => {
    const one = await propose('电动车停放在划线区域内。', 2)
    const [first, second] = await articles()
    const { version } = await look(w, 'compact', compact.id)
    const input = { title: '三号楼楼道公约', owner: '示例委员', articles: ['爱护公共设施。', first, second] }
    await w.run(w.people.member, REVISE, { id: compact.id, version, input })
    expect(await amendment(one.id)).toMatchObject({ status: 'PROPOSED', article: 3, currentBody: second })
    await w.run(w.people.secretary, actOn('Amendment'), { ...(await amendment(one.id)), action: 'REJECT', reason: '已有约定。' })
  })

  test('is written on the draft only while it is drafted', async () => {
    const { legal, secretary, neighbour } = w.people
    for (const row of await w.sql<{ id: string }>(`select id from compacts.amendment where status in ('PROPOSED', 'STALE')`))
      await w.run(secretary, actOn('Amendment'), { ...(await amendment(row.id)), action: 'REJECT', reason: '合并处理。' })
    const checks = [1, 2, 3].map((number) => ({ number, passed: ['LAWFUL', 'DECENT', 'RIGHTS_KEPT', 'NO_FINES'] }))
    compact = await w.run(legal, M.legality, { ...(await look(w, 'compact', compact.id)), checks })
    compact = await act(w, 'Compact', secretary, compact, 'OPEN_COMMENT')
    const one = await propose('爱护楼内公共设施。', 1, neighbour)
    expect((await w.refused(secretary, ACCEPT, { ...one })).message).toMatch('take the compact back to drafting first')
    w.tick(8)
    expect((await w.refused(secretary, actOn('Compact'), { ...compact, action: 'REQUEST_STUDY' })).message).toBe(
      '1 amendments have not been decided on yet.',
    )
  })

  test('rejected, its author may make it an issue once', async () => {
    const { secretary, neighbour, author } = w.people
    const [row] = await w.sql<{ id: string }>(`select id from compacts.amendment where author is not null`)
    const rejected = await w.run<Step>(secretary, actOn('Amendment'), {
      ...(await amendment(row!.id)),
      action: 'REJECT',
      reason: '已有约定。',
    })
    const promote =
      'mutation ($id: ID!, $version: Int!) { promoteAmendment(id: $id, expectedVersion: $version) { id version status } }'
    expect((await w.refused(author, promote, { ...rejected })).code).toBe('FORBIDDEN')
    expect(await w.run(neighbour, promote, { ...rejected })).toMatchObject({ status: 'PROMOTED' })
    expect((await w.refused(neighbour, promote, { ...(await amendment(row!.id)) })).code).toBe('REFUSED')
    expect(await w.sql(`select status from compacts.issue where title = '关于《三号楼楼道公约》的建议'`)).toEqual([
      { status: 'DRAFT' },
    ])
  })
})

describe('M6: a draft withdrawn with several amendments open', () => {
  test('closes all of them, and every author is told and may go on', async () => {
    const { secretary, neighbour, author } = w.people
    const open = [
      await propose('爱护楼内设施。', 1, neighbour),
      await propose('电梯内不吸烟。', null, author),
      await propose('加一条。', null),
    ]
    const withdrawn = await act(w, 'Compact', secretary, compact, 'WITHDRAW', '与物业规约重复。')
    expect(withdrawn.status).toBe('WITHDRAWN')
    const states = await Promise.all(open.map(({ id }) => amendment(id)))
    expect(states.map(({ status }) => status)).toEqual(['CLOSED', 'CLOSED', 'CLOSED'])
    const told = await w.run<{ offers: { action: string }[]; events: { action: string }[] }>(
      neighbour,
      'query ($id: ID!) { amendment(id: $id) { offers { action } events { action } } }',
      { id: open[0]!.id },
    )
    expect(told).toEqual({
      offers: [{ action: 'PROMOTE' }, { action: 'NOTE' }],
      events: [{ action: 'CREATE' }, { action: 'CLOSE' }],
    })
    // The member who wrote one has no place on the roll: the officers see it in the history of the draft.
    const messages = await toldOf(w, 'CLOSE:%')
    const closed = '您对《三号楼楼道公约》提出的修改建议：已终止。'
    for (const one of [headOf(0), headOf(1)])
      expect(messages).toContainEqual(
        expect.objectContaining({ residents: [one], words: expect.objectContaining({ zh: closed }) }),
      )
  })

  test('leaves the issue free for another draft, of the next edition', async () => {
    const [{ id }] = (await w.sql<{ id: string }>(`select issue_id as id from compacts.compact where id = $1`, [compact.id])) as [
      { id: string },
    ]
    const next = await draft(w, await look(w, 'issue', id))
    compact = await adopt(w, next)
    expect(await w.sql('select edition, status from compacts.compact order by edition')).toEqual([
      { edition: 1, status: 'WITHDRAWN' },
      { edition: 2, status: 'ADOPTED' },
    ])
  })
})

describe('signatures', () => {
  const count = async (id = compact.id) =>
    (
      await w.run<{ signedHouseholds: number }>(
        w.people.secretary,
        'query ($id: ID!) { compact(id: $id) { signedHouseholds } }',
        { id },
      )
    ).signedHouseholds
  const sign = (resident: string, textHash: string, id = compact.id) =>
    w.ask<{ pledge: Step }>('compacts', residentOf(resident), M.pledge, { id, hash: textHash })

  test('S1: taken back after many have signed, the count falls, what was adopted stands, and the event stays', async () => {
    const textHash = await hash()
    for (let n = 0; n < 30; n += 1) expect((await sign(headOf(n), textHash)).errors).toEqual([])
    const mine = await w.run<{ myPledge: Step }>(
      residentOf(headOf(3)),
      'query ($id: ID!) { compact(id: $id) { myPledge { id version } } }',
      {
        id: compact.id,
      },
    )
    const withdraw =
      'mutation ($id: ID!, $version: Int!) { withdrawPledge(id: $id, expectedVersion: $version) { id version status } }'
    expect(await w.run(residentOf(headOf(3)), withdraw, mine.myPledge)).toMatchObject({ status: 'WITHDRAWN' })
    expect(await count()).toBe(29)
    expect((await look(w, 'compact', compact.id)).status).toBe('ADOPTED')
    const events = await w.sql<{ action: string }>('select action from compacts.event where stream = $1 order by version', [
      mine.myPledge.id,
    ])
    expect(events.map(({ action }) => action)).toEqual(['CREATE', 'WITHDRAW'])
  })

  test('S1: one without an app has it taken back by an officer, with the written request as the reason', async () => {
    const [row] = await w.sql<Step>(`select id, version from compacts.pledge where status = 'SIGNED' and resident = $1`, [
      headOf(4),
    ])
    const on = { ...row!, action: 'WITHDRAW_FOR' }
    expect((await w.refused(w.people.member, actOn('Pledge'), on)).code).toBe('BAD_USER_INPUT')
    expect(await w.run(w.people.member, actOn('Pledge'), { ...on, reason: '本人书面申请。' })).toMatchObject({
      status: 'WITHDRAWN',
    })
    expect(await count()).toBe(28)
  })

  test('S2: the same person through two accounts in one moment signs once, and the second is told', async () => {
    const textHash = await hash()
    const answers = await Promise.all([sign(headOf(30), textHash), sign(headOf(30), textHash)])
    const refused = answers.flatMap(({ errors }) => errors)
    expect(refused.map(({ message }) => message)).toEqual(['This version is signed already.'])
    // The household has signed: its other adult adds nothing to it.
    expect((await sign(spouseOf(30), textHash)).errors[0]!.message).toBe('This version is signed already.')
    expect(
      await w.sql(`select count(*)::int as n from compacts.pledge where unit = $1 and status = 'SIGNED'`, [householdOf(30)]),
    ).toEqual([{ n: 1 }])
  })

  test('S3: the same person signs for two households only as far as the rule in force allows', async () => {
    const textHash = await hash()
    expect((await sign(headOf(31), textHash)).errors).toEqual([])
    const moved = { ...roll[31 * 3]!, version: 2, household: householdOf(32) }
    await w.subgraphs['compacts']!.asSystem((ctx) => onRollChanged(ctx, [{ entries: [moved] }]))
    expect((await sign(headOf(31), textHash)).errors[0]!.message).toBe(
      'One person signs for 1 household at most; withdraw the other first.',
    )
    expect(await w.sql(`select unit from compacts.pledge where resident = $1 and status = 'SIGNED'`, [headOf(31)])).toEqual([
      { unit: householdOf(31) },
    ])
  })

  test('S4: signing the old version while the new one comes into force binds to what was shown, or is refused', async () => {
    const { member, secretary, legal, party } = w.people
    compact = await file(w, compact)
    w.tick(31)
    await w.sweep()
    expect((await look(w, 'compact', compact.id)).status).toBe('IN_FORCE')
    const oldHash = await hash()
    let next = await w.run<Step>(secretary, M.beginEdition, await look(w, 'compact', compact.id))
    const input = { title: '三号楼楼道公约', owner: '示例委员', articles: ['楼道不堆放杂物。', '电动车和电瓶不进楼。'] }
    next = await w.run(member, REVISE, { ...next, input })
    next = await w.run(legal, M.legality, {
      ...next,
      checks: [1, 2].map((number) => ({ number, passed: ['LAWFUL', 'DECENT', 'RIGHTS_KEPT', 'NO_FINES'] })),
    })
    next = await act(w, 'Compact', secretary, next, 'OPEN_COMMENT')
    w.tick(8)
    next = await act(w, 'Compact', party, await act(w, 'Compact', secretary, next, 'REQUEST_STUDY'), 'ENDORSE', '同意。')
    next = await act(w, 'Compact', w.people.town, next, 'PASS', '同意提交表决。')
    next = await file(w, await adopt(w, next), '顾村镇备〔2026〕2号')
    w.tick(31)
    const [signed] = await Promise.all([Promise.all([33, 34, 35, 36, 37, 38].map((n) => sign(headOf(n), oldHash))), w.sweep()])
    expect((await look(w, 'compact', next.id)).status).toBe('IN_FORCE')
    expect((await look(w, 'compact', compact.id)).status).toBe('SUPERSEDED')
    for (const { errors } of signed) if (errors.length) expect(errors[0]!.message).toMatch(/not adopted|text has changed/)
    expect(
      await w.sql(`select count(*)::int as n from compacts.pledge where compact_id = $1 and status = 'SIGNED'`, [compact.id]),
    ).toEqual([{ n: 0 }])
    expect((await sign(headOf(33), oldHash, next.id)).errors[0]!.message).toBe(
      'The text has changed; read the new version before signing.',
    )
    expect(await w.sql(`select distinct text_hash from compacts.pledge where compact_id = $1`, [compact.id])).toEqual([
      { text_hash: oldHash },
    ])
    const difference = await w.run<{ added: number; changed: number; removed: number }>(
      secretary,
      'query ($a: ID!, $b: ID!) { compactDifference(before: $a, after: $b) { added changed removed } }',
      { a: compact.id, b: next.id },
    )
    expect(difference).toEqual({ added: 0, changed: 1, removed: 0 })
  })
})
