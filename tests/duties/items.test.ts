// What befalls an item of its own once its list is in force, and the departments that answer for items.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anonymous, statementsOf } from '../support/platform.ts'
import { deliberated, DISTRICT, draft, fund, inForce, item, M, openLists, TOWN, type Step, type World } from './lists.world.ts'

let w: World
let version: Step
beforeAll(async () => {
  w = await openLists()
  const begun = await draft(w, { items: [item(), item({ name: '协助禁毒宣传', validTo: '2026-12-31' })] })
  for (const code of ['XZ-01', 'XZ-02']) await fund(w, code)
  version = await inForce(w, begun)
})
afterAll(() => w.stop())

interface Item extends Step {
  readonly code: string
  readonly isInForce: boolean
  readonly offers: readonly { readonly action: string; readonly blocked: string | null }[]
}

const ACT = `mutation ($id: ID!, $action: DutyItemAction!, $version: Int!, $reason: String) {
  actOnDutyItem(id: $id, action: $action, expectedVersion: $version, reason: $reason) { id version status } }`
const items = (of = version.id, as = w.people.joint) =>
  w
    .run<{ items: Item[] }>(
      as,
      'query ($id: ID!) { dutyListVersion(id: $id) { items { id code version status isInForce offers { action blocked } } } }',
      { id: of },
    )
    .then(({ items: all }) => all)

describe('an item of its own', () => {
  test('is offered to the joint meeting, and to nobody else', async () => {
    const [first] = await items()
    expect(first!.offers.filter(({ blocked }) => !blocked).map(({ action }) => action)).toEqual(['SUSPEND', 'ADJUST', 'WITHDRAW'])
    for (const other of [w.people.civil, w.people.town, w.people.secretary, w.people.department])
      expect((await items(version.id, other))[0]!.offers).toEqual([])
    for (const other of [w.people.civil, w.people.department]) {
      const refused = await w.refused(other, ACT, { ...first!, action: 'SUSPEND', reason: '暂停' })
      expect(refused.code).toBe('FORBIDDEN')
    }
  })

  test('is suspended with a reason and by its version, and no longer in force meanwhile', async () => {
    const [first] = await items()
    expect((await w.refused(w.people.joint, ACT, { ...first!, action: 'SUSPEND' })).code).toBe('BAD_USER_INPUT')
    await w.run(w.people.joint, ACT, { ...first!, action: 'SUSPEND', reason: '联席会议决定暂停。' })
    expect((await w.refused(w.people.joint, ACT, { ...first!, action: 'SUSPEND', reason: '暂停' })).code).toBe('VERSION_CONFLICT')
    const [suspended] = await items()
    expect([suspended!.status, suspended!.isInForce]).toEqual(['SUSPENDED', false])
    await w.run(w.people.joint, ACT, { ...suspended!, action: 'RESUME' })
    expect((await items())[0]!.isInForce).toBe(true)
  })

  test('taken over by a town it follows the district’s, and cannot be acted on there', async () => {
    const begun = await draft(w, { division: TOWN, items: [] })
    for (const code of ['XZ-01', 'XZ-02']) await fund(w, code, 'BUDGETED', TOWN)
    const below = await inForce(w, begun, TOWN)
    const [copy] = await items(below.id)
    const refused = await w.refused(w.people.joint, ACT, { ...copy!, action: 'SUSPEND', reason: '暂停' })
    expect([refused.code, refused.message]).toEqual(['REFUSED', 'This item was taken over; act on it in the list above.'])
    expect(copy!.offers.every(({ blocked }) => blocked)).toBe(true)
    await w.run(w.people.joint, ACT, { ...(await items())[0]!, action: 'SUSPEND', reason: '联席会议决定暂停。' })
    expect((await items(below.id))[0]!.status).toBe('SUSPENDED')
    await w.run(w.people.joint, ACT, { ...(await items())[0]!, action: 'RESUME' })
    expect((await items(below.id))[0]!.status).toBe('LISTED')
  })

  test('of twenty who act on it at once exactly one does', async () => {
    const [first] = await items()
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => w.ask('duties', w.people.joint, ACT, { ...first!, action: 'SUSPEND', reason: '暂停' })),
    )
    expect(answers.filter(({ errors }) => errors.length === 0)).toHaveLength(1)
    await w.run(w.people.joint, ACT, { ...(await items())[0]!, action: 'RESUME' })
  })

  test('whose last day has passed leaves by itself, once', async () => {
    w.clock.now = new Date('2026-12-31T15:59:00Z')
    await w.sweep()
    expect((await items())[1]!.status).toBe('LISTED')
    w.clock.now = new Date('2026-12-31T16:01:00Z')
    await w.sweep()
    const [first, second] = await items()
    expect([first!.status, second!.status]).toEqual(['LISTED', 'WITHDRAWN'])
    await w.sweep()
    expect((await items())[1]!.version).toBe(second!.version)
  })
})

describe('a department', () => {
  const CREATE =
    'mutation ($division: ID!, $input: DepartmentInput!) { createDepartment(division: $division, input: $input) { id version code } }'
  const REVISE =
    'mutation ($id: ID!, $version: Int!, $input: DepartmentInput!) { reviseDepartment(id: $id, expectedVersion: $version, input: $input) { id version name events { action by } } }'
  const FIND = '{ departments(filter: { search: "城管" }) { totalCount edges { node { name code division { code } } } } }'
  const input = { name: '示例城管执法局', code: ' ｃgj ', level: 'DISTRICT' }
  let made: { id: string; version: number }

  test('is entered by civil affairs in its own district, and read by anyone', async () => {
    for (const other of [w.people.joint, w.people.department, w.people.town])
      expect((await w.refused(other, CREATE, { division: DISTRICT, input })).code).toBe('FORBIDDEN')
    expect((await w.refused(w.people.civil, CREATE, { division: '310115000000', input })).code).toBe('FORBIDDEN')
    made = await w.run(w.people.civil, CREATE, { division: DISTRICT, input })
    expect(made).toMatchObject({ code: 'CGJ', version: 1 })
    const { data } = await w.ask<{ departments: { edges: { node: object }[] } }>('duties', anonymous, FIND)
    expect(data!.departments.edges.map(({ node }) => node)).toEqual([
      { name: '示例城管执法局', code: 'CGJ', division: { code: DISTRICT } },
    ])
  })

  test('is entered once, with a code that is one', async () => {
    const sentence = async (more: object) =>
      (await w.refused(w.people.civil, CREATE, { division: DISTRICT, input: { ...input, ...more } })).message
    expect(await sentence({ name: '别名' })).toBe('This department code is taken.')
    expect(await sentence({ code: 'CG2' })).toBe('This department is entered already.')
    expect(await sentence({ code: 'C-G' })).toBe('A code is 2 to 12 capital letters or digits.')
    expect(await sentence({ name: '局' })).toBe('A name has 2 to 40 characters.')
  })

  test('is renamed by its version, and its history says so', async () => {
    const renamed = { ...input, name: '示例城市管理局' }
    const told = await w.run<{ version: number; events: { action: string }[] }>(w.people.civil, REVISE, {
      ...made,
      input: renamed,
    })
    expect(told.events.map(({ action }) => action)).toEqual(['CREATE', 'REVISE'])
    expect((await w.refused(w.people.civil, REVISE, { ...made, input: renamed })).code).toBe('VERSION_CONFLICT')
  })

  test('costs one statement a page, divisions left to their own', async () => {
    const asked = await statementsOf(w.subgraphs['duties']!, () => w.ask('duties', anonymous, FIND))
    expect(asked).toHaveLength(1)
  })
})

describe('the next version of a list', () => {
  test('does not bring back what was suspended or withdrawn since it was compiled', async () => {
    const next = await openLists()
    try {
      const begun = await draft(next, { items: [item(), item({ name: '协助禁毒宣传' }), item({ name: '协助消防宣传' })] })
      for (const code of ['XZ-01', 'XZ-02', 'XZ-03']) await fund(next, code)
      const first = await inForce(next, begun)
      const successor = await draft(next, { items: [] })
      const stale = await draft(next, { items: [] })
      const shown = (id: string) =>
        next
          .run<{ items: Item[] }>(
            next.people.joint,
            'query ($id: ID!) { dutyListVersion(id: $id) { items { id version status } } }',
            { id },
          )
          .then(({ items: all }) => all)
      const [one, two] = await shown(first.id)
      await next.run(next.people.joint, ACT, { ...one!, action: 'SUSPEND', reason: '联席会议决定暂停。' })
      await next.run(next.people.joint, ACT, { ...two!, action: 'WITHDRAW', reason: '联席会议决定退出。' })
      const second = await inForce(next, successor)
      expect((await shown(second.id)).map(({ status }) => status)).toEqual(['SUSPENDED', 'WITHDRAWN', 'LISTED'])
      const late = await deliberated(next, stale)
      const refused = await next.refused(next.people.civil, M.publish, { ...late, document: '示〔2026〕9号', on: '2026-12-01' })
      expect(refused.message).toBe('A newer version has taken effect since; compile again from the one in force.')
    } finally {
      await next.stop()
    }
  })
})
