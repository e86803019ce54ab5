// Lists through the API: compiled, consulted on, published, in force, replaced; inherited, compared, read by anyone.
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { anonymous } from '../support/platform.ts'
import {
  act,
  DISTRICT,
  DIVISION,
  draft,
  fund,
  inForce,
  item,
  M,
  openLists,
  publish,
  TOWN,
  type Step,
  type World,
} from './lists.world.ts'

let w: World
beforeAll(async () => void (w = await openLists()))
afterAll(() => w.stop())

const GAPS = 'query ($id: ID!) { dutyListVersion(id: $id) { gaps { baseless ownerless stale unfunded } } }'
const gaps = async (id: string) => (await w.run<{ gaps: Record<string, string[]> }>(w.people.civil, GAPS, { id })).gaps
const itemsOf = (id: string, as = w.people.civil) =>
  w.run<{ items: { id: string; code: string; status: string; isInForce: boolean; origin: { code: string } | null }[] }>(
    as,
    'query ($id: ID!) { dutyListVersion(id: $id) { items { id code status isInForce origin { code } } } }',
    { id },
  )

describe('a list from its first item to its successor', () => {
  let version: Step

  test('an empty list, an item without a basis or without a department: opinions are not solicited', async () => {
    version = await draft(w, { items: [] })
    const why = async () => (await w.refused(w.people.civil, M.act, { ...version, action: 'SOLICIT' })).message
    expect(await why()).toBe('The list has no items yet.')
    const bare = await w.run<{ id: string; code: string; listVersion: Step }>(w.people.civil, M.add, {
      ...version,
      input: item({ bases: [] }),
    })
    expect(bare.code).toBe('XZ-01')
    version = bare.listVersion
    expect(await why()).toBe('1 items without a legal basis: XZ-01.')
    const ownerless = item({ department: null })
    version = (
      await w.run<{ listVersion: Step }>(w.people.civil, M.revise, { id: bare.id, version: version.version, input: ownerless })
    ).listVersion
    expect(await why()).toBe('1 items without a department: XZ-01.')
    version = (
      await w.run<{ listVersion: Step }>(w.people.civil, M.revise, { id: bare.id, version: version.version, input: item() })
    ).listVersion
    expect((await gaps(version.id))['baseless']).toEqual([])
  })

  test('opinions are answered before it is deliberated, seven days after they were asked for', async () => {
    version = await act(w, w.people.civil, version, 'SOLICIT')
    const opinion = await w.run<{ id: string }>(w.people.department, M.opine, { id: version.id, body: '同意。' })
    const why = async () =>
      (await w.refused(w.people.joint, M.act, { ...version, action: 'DELIBERATE', reason: '同意。' })).message
    expect(await why()).toBe('Soliciting opinions lasts at least 7 days.')
    w.tick(8)
    expect(await why()).toBe('1 opinions have no answer yet.')
    await w.run(w.people.civil, M.answer, { id: opinion.id, answer: '已采纳。' })
    version = await act(w, w.people.joint, version, 'DELIBERATE', '同意。')
    expect((await w.refused(w.people.department, M.opine, { id: version.id, body: '迟了。' })).message).toBe(
      'Opinions are not being solicited.',
    )
  })

  test('published it reads the same for good, and waits fifteen days for its day and its money', async () => {
    version = await publish(w, version, { on: '2026-03-20' })
    const [row] = (await itemsOf(version.id)).items
    const refused = await w.refused(w.people.civil, M.revise, { id: row!.id, version: version.version, input: item() })
    expect([refused.code, refused.message]).toEqual(['REFUSED', 'Items are changed only while their list is being compiled.'])
    const why = async () => (await w.refused(w.people.civil, M.act, { ...version, action: 'TAKE_EFFECT' })).message
    expect(await why()).toBe('Publicity lasts at least 15 days (Organic Law art. 34).')
    w.tick(16)
    expect(await why()).toBe('1 items have no budgeted funding: XZ-01 (Organic Law art. 43).')
    await fund(w, 'XZ-01', 'PROMISED')
    await w.sweep()
    expect((await w.look(version.id)).status).toBe('PUBLISHED')
    await fund(w, 'XZ-01', 'BUDGETED')
    await w.sweep()
    expect((await w.look(version.id)).status).toBe('IN_FORCE')
  })

  test('anyone reads a list in force with its legal bases; drafts are for officers, opinions too', async () => {
    const query = `query ($at: ID!) { dutyListVersions(filter: { at: $at, status: [IN_FORCE] }) { edges { node { documentNumber division { code } list { type } items { code name department { name } bases { citation level inForceFrom isInForce } } } } } }`
    const { edges } = await w.run<{ edges: { node: object }[] }>(anonymous, query, { at: DISTRICT })
    expect(edges).toEqual([
      {
        node: {
          documentNumber: '示〔2026〕1号',
          division: { code: DISTRICT },
          list: { type: 'ASSIST_GOVERNMENT' },
          items: [
            {
              code: 'XZ-01',
              name: '协助社区矫正',
              department: { name: '示例部门' },
              bases: [{ citation: '《社区矫正法》第十二条', level: 'LAW', inForceFrom: '2020-07-01', isInForce: true }],
            },
          ],
        },
      },
    ])
    const next = await draft(w, { items: [] })
    const seen = (as: typeof anonymous) =>
      w.run<Step | null>(as, 'query ($id: ID!) { dutyListVersion(id: $id) { id } }', { id: next.id })
    expect(await seen(anonymous)).toBeNull()
    expect(await seen(w.people.resident)).toBeNull()
    expect(await seen(w.people.department)).toBeNull()
    expect(await seen(w.people.civil)).not.toBeNull()
    const items = await w.run<{ totalCount: number }>(
      anonymous,
      'query ($id: ID!) { dutyItems(filter: { listVersion: $id }) { totalCount } }',
      { id: next.id },
    )
    expect(items.totalCount).toBe(0)
    const asked = await w.refused(anonymous, 'query ($id: ID!) { dutyListVersion(id: $id) { opinions { body } } }', {
      id: version.id,
    })
    expect(asked.code).toBe('UNAUTHENTICATED')
  })

  test('the next version begins from the one in force, is compared with it, and replaces it', async () => {
    const next = await draft(w, {
      year: 2027,
      items: [
        item({
          name: '协助禁毒宣传教育',
          bases: [{ law: '禁毒法', article: '第十七条', level: 'LAW', inForceFrom: '2008-06-01' }],
        }),
      ],
    })
    const rows = (await itemsOf(next.id)).items
    expect(rows.map(({ code, origin }) => [code, origin])).toEqual([
      ['XZ-01', null],
      ['XZ-02', null],
    ])
    const revised = await w.run<{ listVersion: Step }>(w.people.civil, M.revise, {
      id: rows[0]!.id,
      version: next.version,
      input: item({ frequency: '每季度', funding: 120000 }),
    })
    const query = `query ($before: ID!, $after: ID!) { dutyListDifference(before: $before, after: $after) { unchanged added { code } withdrawn { code } changed { after { code } changes { key label before after } } } }`
    const difference = (before: string, after: string) => w.run<object>(w.people.civil, query, { before, after })
    const changes = [
      { key: 'frequency', label: 'Frequency', before: null, after: '每季度' },
      { key: 'funding', label: 'Funding (yuan)', before: null, after: '1200' },
    ]
    expect(await difference(version.id, next.id)).toEqual({
      unchanged: 0,
      added: [{ code: 'XZ-02' }],
      withdrawn: [],
      changed: [{ after: { code: 'XZ-01' }, changes }],
    })
    expect(await difference(next.id, version.id)).toMatchObject({ added: [], withdrawn: [{ code: 'XZ-02' }] })
    await fund(w, 'XZ-01', 'TRANSFERRED', DISTRICT, 2027)
    await fund(w, 'XZ-02', 'RECONCILED', DISTRICT, 2027)
    await inForce(w, revised.listVersion)
    expect((await w.look(version.id)).status).toBe('SUPERSEDED')
    expect((await itemsOf(version.id)).items.map((one) => one.isInForce)).toEqual([false])
    expect((await itemsOf(next.id)).items.map((one) => one.isInForce)).toEqual([true, true])
  })

  test('repealed, it says why, and nothing is in force', async () => {
    const { edges } = await w.run<{ edges: { node: Step }[] }>(
      w.people.civil,
      '{ dutyListVersions(filter: { status: [IN_FORCE], type: [ASSIST_GOVERNMENT] }) { edges { node { id version status } } } }',
    )
    expect((await w.refused(w.people.civil, M.act, { ...edges[0]!.node, action: 'REPEAL' })).message).toBe(
      'Please give a reason.',
    )
    expect((await act(w, w.people.civil, edges[0]!.node, 'REPEAL', '改按市级清单执行。')).status).toBe('REPEALED')
  })
})

describe('inheritance', () => {
  let district: Step
  let town: Step
  beforeAll(async () => {
    const own = (name: string) => item({ name, department: null, category: 'SELF_GOVERNANCE' })
    district = await inForce(w, await draft(w, { type: 'SELF_GOVERNANCE', items: [own('居务公开'), own('居民协商')] }))
    town = await draft(w, { division: TOWN, type: 'SELF_GOVERNANCE', items: [own('居民公约')] })
  })

  test('a town’s draft takes over the district’s items and marks its own', async () => {
    expect((await itemsOf(town.id)).items.map(({ code, origin }) => [code, origin?.code ?? null])).toEqual([
      ['LZ-01', 'LZ-01'],
      ['LZ-02', 'LZ-02'],
      ['LZ-Z01', null],
    ])
    const inherited = (await itemsOf(town.id)).items[0]!
    for (const [mutation, input] of [
      [M.revise, { input: item() }],
      [M.remove, {}],
    ] as const)
      expect((await w.refused(w.people.town, mutation, { id: inherited.id, version: town.version, ...input })).message).toMatch(
        /^LZ-01 is taken over/,
      )
  })

  test('a committee’s takes over the town’s, with what the town added', async () => {
    town = await inForce(w, town, TOWN)
    const committee = await inForce(w, await draft(w, { division: DIVISION, type: 'SELF_GOVERNANCE', items: [] }), DIVISION)
    const rows = (await itemsOf(committee.id)).items
    expect(rows.map(({ code, origin }) => [code, origin?.code])).toEqual([
      ['LZ-01', 'LZ-01'],
      ['LZ-02', 'LZ-02'],
      ['LZ-Z01', 'LZ-Z01'],
    ])
  })

  test('what is withdrawn above is withdrawn in every list below', async () => {
    const { items } = await itemsOf(district.id)
    await w.subgraphs['duties']!.asSystem(async (ctx) => {
      const [{ DutyItem }, { actItem }] = await Promise.all([
        import('../../subgraphs/duties/item.entity.ts'),
        import('../../subgraphs/duties/item.acts.ts'),
      ])
      await actItem(ctx, await ctx.em.findOneOrFail(DutyItem, { id: items[1]!.id }), 'WITHDRAW', { reason: '改由部门办理。' })
    }, w.clock.now)
    const states = await w.sql<{ status: string }>(
      `select i.status from duties.duty_item i join duties.duty_list_version v on v.id = i.list_version_id where v.status = 'IN_FORCE' and i.code = 'LZ-02'`,
    )
    expect(states.map(({ status }) => status)).toEqual(['WITHDRAWN', 'WITHDRAWN', 'WITHDRAWN'])
  })

  test('a draft that no longer reads as the list above is not consulted on until it takes over again', async () => {
    const below = await draft(w, { division: TOWN, type: 'SELF_GOVERNANCE', year: 2027, items: [] })
    const above = await draft(w, { type: 'SELF_GOVERNANCE', year: 2027, items: [item({ name: '居务档案', department: null })] })
    await inForce(w, above)
    expect((await gaps(below.id))['stale']).toEqual(['LZ-01', 'LZ-03'])
    const refused = await w.refused(w.people.town, M.act, { ...below, action: 'SOLICIT' })
    expect(refused.message).toBe('The list above has changed; take its items over again: LZ-01, LZ-03.')
    const taken = await w.run<Step>(w.people.town, M.takeOver, { ...below })
    expect((await gaps(below.id))['stale']).toEqual([])
    expect((await itemsOf(below.id)).items.map(({ code }) => code)).toEqual(['LZ-01', 'LZ-03', 'LZ-Z01'])
    expect((await act(w, w.people.town, taken, 'SOLICIT')).status).toBe('SOLICITING')
  })
})

describe('two versions of one list at once', () => {
  let pair: Step[]
  beforeEach(async () => {
    const own = (name: string) => item({ name, department: null })
    const [one, other] = [
      await draft(w, { type: 'NEGATIVE', items: [own('甲')] }),
      await draft(w, { type: 'NEGATIVE', items: [own('乙')] }),
    ]
    const asked = [await act(w, w.people.civil, one, 'SOLICIT'), await act(w, w.people.civil, other, 'SOLICIT')]
    w.tick(8)
    pair = [
      await act(w, w.people.joint, asked[0]!, 'DELIBERATE', '同意。'),
      await act(w, w.people.joint, asked[1]!, 'DELIBERATE', '同意。'),
    ]
  })

  test('published in parallel, one wins; the other is told, and nothing of it remains', async () => {
    const ask = (version: Step, n: number) =>
      w.ask('duties', w.people.civil, M.publish, { ...version, document: `示〔2026〕${n}号`, on: '2026-01-01' })
    const answers = await Promise.all([ask(pair[0]!, 1), ask(pair[1]!, 2)])
    const lost = answers.flatMap(({ errors }) => errors)
    expect(lost.map(({ code, message }) => [code, message])).toEqual([
      ['REFUSED', 'Another version of this list is published and waits to take effect.'],
    ])
    const states = (await Promise.all(pair.map(({ id }) => w.look(id)))).map(({ status }) => status)
    expect(states.toSorted()).toEqual(['DELIBERATED', 'PUBLISHED'])
  })
})

test('who may not compile a list of a place is told so, and a list belongs to a district, a town or a committee', async () => {
  const before = await w.traces()
  const start = (who: keyof typeof w.people, division: string, type = 'CERTIFICATE') =>
    w.refused(w.people[who], M.start, { division, type, year: 2026 })
  expect((await start('foreign', DIVISION)).code).toBe('FORBIDDEN')
  expect((await start('town', DISTRICT)).code).toBe('FORBIDDEN')
  expect((await start('secretary', DIVISION)).code).toBe('FORBIDDEN')
  expect((await start('civil', '310000000000')).message).toBe('A list is of a district, a town or a committee.')
  expect((await start('civil', DIVISION, 'TOWN_BASIC')).message).toBe('A list of this kind is of a district or a town.')
  expect(await w.traces()).toEqual(before)
})

test('publicity before the law of 2026 followed the local rule, and follows the article since', async () => {
  const rows = await w.sql<{ valid_from: string; basis: string }>(
    `select valid_from, basis from duties.rule where code = 'DUTY_PUBLICITY' order by 1`,
  )
  expect(rows).toEqual([
    { valid_from: '2020-01-01', basis: '社区工作事项准入工作规则' },
    { valid_from: '2026-01-01', basis: '《城市居民委员会组织法》第三十四条' },
  ])
})
