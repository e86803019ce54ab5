// Services, places, shops and the opportunity bank. Numbers are those of the edge cases.
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { SYSTEM, type Actor } from '../../subgraphs/shared/actor.ts'
import { anonymous } from '../support/platform.ts'
import { actorOf } from './actors.ts'
import {
  CODES,
  HOURS,
  M,
  offered,
  openWorld,
  organizationId,
  partner,
  PLACE,
  SERVICE,
  TOWN,
  type Step,
  type World,
} from './world.ts'

let w: World
let one: Step
beforeEach(async () => {
  w = await openWorld()
  one = await w.enter(CODES[0], '示例区暖阳社区服务中心')
})
afterEach(() => w.stop())

describe('services', () => {
  test('what is unfinished is not handed in, and whoever entered it does not check it', async () => {
    const { town, civil } = w.people
    const drafted = await w.run<Step>(town, M.service, {
      organization: one.id,
      input: { ...SERVICE, areas: [], phone: undefined },
    })
    const submit = (service: Step) => w.refused(town, M.serve, { ...service, action: 'SUBMIT' })
    expect((await submit(drafted)).message).toBe('Give at least one place, online is one too.')
    const online = { name: '线上', kind: 'VIRTUAL', isConfidential: false, division: TOWN, access: [] }
    const { id: place } = await w.run<{ id: string }>(town, M.place, { organization: one.id, input: online })
    const kept = await w.run<Step>(town, M.point, { service: drafted.id, place, hours: HOURS })
    expect((await submit(kept)).message).toBe('Give at least one division it serves.')
    const revised = await w.run<Step>(town, M.revise, { ...kept, input: SERVICE })
    const asked = await w.run<Step>(town, M.serve, { ...revised, action: 'SUBMIT' })
    expect((await w.refused(town, M.serve, { ...asked, action: 'PUBLISH' })).message).toBe(
      'You entered it or work there; someone else checks it.',
    )
    expect((await w.run<Step>(civil, M.serve, { ...asked, action: 'PUBLISH' })).status).toBe('ACTIVE')
  })

  test('drafts are for officers and the organisation; what is offered is found by what it serves, from above and below', async () => {
    const draft = await w.run<Step>(partner(one.id), M.service, { organization: one.id, input: { ...SERVICE, name: '草稿服务' } })
    const { id } = await offered(w, one)
    const look = (as: Actor, at: string) =>
      w.run<Step | null>(as, 'query ($id: ID!) { serviceListing(id: $id) { id version status } }', { id: at })
    expect(await look(anonymous, draft.id)).toBeNull()
    expect(await look(partner(crypto.randomUUID()), draft.id)).toBeNull()
    expect(await look(w.people.town, draft.id)).not.toBeNull()
    const serves = async (division: string) =>
      (
        await w.run<{ edges: { node: { id: string } }[] }>(
          anonymous,
          'query ($division: ID!) { serviceListings(filter: { serves: $division }) { edges { node { id } } } }',
          { division },
        )
      ).edges.map(({ node }) => node.id)
    for (const division of [TOWN, '310113109043', '310113000000', '310000000000']) expect(await serves(division)).toEqual([id])
    for (const division of ['310113101000', '310115000000', '320000000000']) expect(await serves(division)).toEqual([])
  })

  test('what is offered changes only once the change was checked', async () => {
    const service = await offered(w, one)
    const input = { ...SERVICE, name: '社区老年助餐和送餐' }
    const proposed = await w.run<Step>(partner(one.id), M.revise, { ...service, input })
    const name = async () =>
      (await w.run<{ name: string }>(anonymous, 'query ($id: ID!) { serviceListing(id: $id) { name } }', service)).name
    expect(await name()).toBe('社区老年助餐')
    const queue = '{ serviceListings(filter: { proposed: true }) { edges { node { proposal { name } } } } }'
    expect(await w.run(w.people.town, queue)).toEqual({ edges: [{ node: { proposal: { name: input.name } } }] })
    expect((await w.refused(anonymous, queue)).code).toBe('UNAUTHENTICATED')
    const applied = await w.run<Step>(w.people.town, M.serve, { ...proposed, action: 'APPLY' })
    expect([applied.status, await name()]).toEqual(['ACTIVE', input.name])
    expect((await w.refused(w.people.town, M.serve, { ...applied, action: 'APPLY' })).message).toBe(
      'No change waits to be checked.',
    )
  })

  test('a service goes stale half a year after it was last assured, and is fresh again once it is', async () => {
    const service = await offered(w, one)
    const stale = async () =>
      (
        await w.run<{ edges: object[] }>(
          w.people.town,
          '{ serviceListings(filter: { stale: true }) { edges { node { isStale } } } }',
        )
      ).edges
    w.tick(179)
    expect(await stale()).toEqual([])
    w.tick(2)
    expect(await stale()).toEqual([{ node: { isStale: true } }])
    await w.run(w.people.town, M.serve, { ...service, action: 'ASSURE', reason: '电话核实' })
    expect(await stale()).toEqual([])
  })

  test('closed for a time says why and until when, and opens again by itself', async () => {
    const service = await offered(w, one)
    expect((await w.refused(partner(one.id), M.close, { ...service, until: '2026-03-01' })).more['field']).toBe('until')
    const closed = await w.run<Step>(partner(one.id), M.close, { ...service, until: '2026-03-05' })
    const alert = 'query ($id: ID!) { serviceListing(id: $id) { status alert closedUntil } }'
    expect(await w.run(anonymous, alert, closed)).toEqual({
      status: 'TEMPORARILY_CLOSED',
      alert: '场地装修',
      closedUntil: '2026-03-05',
    })
    w.clock.now = new Date('2026-03-05T15:30:00Z')
    await w.sweep()
    expect((await w.look('serviceListing', service.id)).status).toBe('TEMPORARILY_CLOSED')
    w.tick(1)
    await w.sweep()
    expect(await w.run(anonymous, alert, closed)).toEqual({ status: 'ACTIVE', alert: null, closedUntil: null })
  })

  test('54: signs that are none are dropped from what is written', async () => {
    const service = await w.run<Step>(partner(one.id), M.service, {
      organization: one.id,
      input: { ...SERVICE, name: '助\u0000餐\u0007' },
    })
    expect(await w.run(w.people.town, 'query ($id: ID!) { serviceListing(id: $id) { name } }', service)).toEqual({ name: '助餐' })
  })
})

describe('37: a confidential place', () => {
  const SECRET = { ...PLACE, isConfidential: true, name: '示例庇护所', line: '示例路401号3楼', directions: '从后门进' }
  const WHERE =
    '{ label isConfidential division { code } where { name line postcode latitude longitude directions division { code } } }'
  const TOLD = /庇护|401|后门|31\.35|121\.38|201906|310113109/
  const asked = {
    service: `query ($id: ID!) { serviceListing(id: $id) { points { place ${WHERE} } } }`,
    list: `{ serviceListings { edges { node { points { place ${WHERE} } } } } }`,
    organization: `query ($organization: ID!) { socialOrganization(id: $organization) { places ${WHERE} } }`,
    place: `query ($place: ID!) { servicePlace(id: $place) ${WHERE} }`,
    entity: `query ($r: [_Any!]!) { _entities(representations: $r) { ... on ServicePlace ${WHERE} } }`,
  }

  test('tells nobody where it is but its organisation and those who keep it', async () => {
    const { id, place } = await offered(w, one, {}, SECRET)
    const variables = { id, place, organization: one.id, r: [{ __typename: 'ServicePlace', id: place }] }
    const { member, finance, resident, foreign, town, civil } = w.people
    const strangers = [anonymous, member, finance, resident, foreign, partner(crypto.randomUUID()), actorOf('EVALUATOR')]
    for (const [how, query] of Object.entries(asked)) {
      for (const stranger of strangers) {
        const answer = JSON.stringify(await w.run(stranger, query, variables))
        expect([how, stranger.grants[0]?.role, TOLD.test(answer)]).toEqual([how, stranger.grants[0]?.role, false])
        expect(answer).toContain('"where":null')
        expect(answer).toContain('Confidential place')
      }
      for (const known of [town, civil, partner(one.id)])
        expect(JSON.stringify(await w.run(known, query, variables))).toContain('示例路401号3楼')
    }
  })

  test('leaves no trace in what others read of its history', async () => {
    const { place } = await offered(w, one, {}, SECRET)
    const rows = await w.sql("select data, reason from organizations.event where type in ('ServicePlace', 'ServiceListing')")
    expect(rows.length).toBeGreaterThan(3)
    expect(TOLD.test(JSON.stringify(rows).replaceAll(TOWN, ''))).toBe(false)
    const jobs = await w
      .sql<{ data: object }>("select data from pgboss.job where data::text like '%ServicePlace%'")
      .catch(() => [])
    expect(JSON.stringify(jobs)).not.toMatch(/庇护|401/)
    const revise = `mutation ($id: ID!, $input: PlaceInput!) { reviseServicePlace(id: $id, expectedVersion: 1, input: $input) { label } }`
    await w.run(partner(one.id), revise, { id: place, input: { ...SECRET, isConfidential: false } })
    expect(await w.run(anonymous, `query ($place: ID!) { servicePlace(id: $place) ${WHERE} }`, { place })).toMatchObject({
      label: '示例庇护所',
      where: { line: '示例路401号3楼' },
    })
  })

  test('is closed to whoever reads the table through the ORM, whatever they ask', async () => {
    await offered(w, one, {}, SECRET)
    const { ServiceAddress } = await import('../../subgraphs/organizations/place.entity.ts')
    const running = w.subgraphs['organizations']!
    const counted = (actor: Actor) =>
      running.contextFor({ actor, requestId: 'r', idempotencyKey: null }).em.count(ServiceAddress, {})
    expect(await Promise.all([anonymous, w.people.member, w.people.resident].map(counted))).toEqual([0, 0, 0])
    expect(await Promise.all([w.people.town, partner(one.id), SYSTEM].map(counted))).toEqual([1, 1, 1])
  })
})

describe('shops', () => {
  const input = { name: '暖阳小铺', intro: '公益义卖', field: 'ELDERLY', goods: ['手工皂', '布艺'] }

  test('are opened by somebody else, paused and closed', async () => {
    const own = partner(one.id)
    const shop = await w.run<Step>(own, M.shop, { input })
    const asked = await w.run<Step>(own, M.sell, { ...shop, action: 'SUBMIT' })
    expect((await w.refused(own, M.sell, { ...asked, action: 'OPEN' })).code).toBe('FORBIDDEN')
    const found = '{ serviceShops { edges { node { name goods hotline } } } }'
    expect(await w.run(anonymous, found)).toEqual({ edges: [] })
    const open = await w.run<Step>(w.people.town, M.sell, { ...asked, action: 'OPEN' })
    expect(await w.run(anonymous, found)).toEqual({ edges: [{ node: { name: '暖阳小铺', goods: input.goods, hotline: null } }] })
    const paused = await w.run<Step>(own, M.sell, { ...open, action: 'PAUSE', reason: '盘点' })
    const resumed = await w.run<Step>(own, M.sell, { ...paused, action: 'RESUME' })
    expect(resumed.status).toBe('OPEN')
    // What is open was checked: to change it, it is taken down, and checked again.
    const revise = `mutation ($id: ID!, $version: Int!, $input: ShopInput!) { reviseServiceShop(id: $id, expectedVersion: $version, input: $input) { id version status } }`
    const changed = { ...input, goods: ['手工香皂', '布艺'] }
    expect((await w.refused(own, revise, { ...resumed, input: changed })).message).toContain('taken down first')
    expect((await w.refused(w.people.town, M.sell, { ...resumed, action: 'REWORK', reason: '改' })).code).toBe('FORBIDDEN')
    const down = await w.run<Step>(own, M.sell, { ...resumed, action: 'REWORK', reason: '更新服务内容' })
    const seen = 'query ($id: ID!) { serviceShop(id: $id) { goods } }'
    expect(await w.run(anonymous, seen, down)).toBeNull()
    const revised = await w.run<Step>(own, revise, { ...down, input: changed })
    expect((await w.refused(own, revise, { ...down, input: changed })).code).toBe('VERSION_CONFLICT')
    const handed = await w.run<Step>(own, M.sell, { ...revised, action: 'SUBMIT' })
    await w.run(w.people.town, M.sell, { ...handed, action: 'OPEN' })
    expect(await w.run(anonymous, seen, down)).toEqual({ goods: ['手工香皂', '布艺'] })
  })
})

describe('the opportunity bank', () => {
  const job = { kind: 'JOB', title: '护理员', body: '示例岗位', places: 3, until: '2026-06-30' }
  const resident = (n: number) =>
    actorOf('RESIDENT', {
      id: `00000001-0000-7000-8000-00000000010${n}`,
      resident: `00000001-0000-7000-8000-00000000000${n}`,
      name: `示例居民${n}`,
    })
  const opened = async () => {
    const drafted = await w.run<Step>(partner(one.id), M.offer, { input: job })
    return w.run<Step>(partner(one.id), M.open, { ...drafted, action: 'PUBLISH' })
  }

  test('50: no more places are held than there are, with parallel clients', async () => {
    const { id } = await opened()
    const all = await Promise.all(
      Array.from({ length: 9 }, (_, n) => w.ask('organizations', resident(n), M.claim, { opportunity: id })),
    )
    expect(all.filter(({ errors }) => !errors.length)).toHaveLength(3)
    expect(new Set(all.flatMap(({ errors }) => errors.map(({ message }) => message)))).toEqual(
      new Set(['There are no places left.']),
    )
    expect(await w.sql('select taken from organizations.opportunity')).toEqual([{ taken: 3 }])
    await expect(w.sql('update organizations.opportunity set taken = 4')).rejects.toThrow(/opportunity_places/)
  })

  test('50: a place given back can be held again, one person holds one, and nobody claims what they offer', async () => {
    const { id } = await opened()
    const claim = await w.run<Step>(resident(1), M.claim, { opportunity: id })
    expect((await w.refused(resident(1), M.claim, { opportunity: id })).message).toBe('You have claimed it already.')
    expect((await w.refused(partner(one.id), M.claim, { opportunity: id })).message).toBe('One does not claim what one offers.')
    expect(await w.sql('select taken from organizations.opportunity')).toEqual([{ taken: 1 }])
    await w.run(resident(1), M.settle, { ...claim, action: 'RELEASE', reason: '已有工作' })
    expect(await w.sql('select taken from organizations.opportunity')).toEqual([{ taken: 0 }])
    expect((await w.run<Step>(resident(1), M.claim, { opportunity: id })).status).toBe('REQUESTED')
  })

  test('claims are for whoever made them, whoever offers it and officers, with names masked for the rest of them', async () => {
    const { id } = await opened()
    await w.run(resident(1), M.claim, { opportunity: id })
    const query = 'query ($id: ID!) { opportunity(id: $id) { claims { name } } }'
    const names = async (who: Actor) =>
      (await w.run<{ claims: { name: string }[] }>(who, query, { id })).claims.map(({ name }) => name)
    expect(await names(resident(2))).toEqual([])
    expect(await names(resident(1))).toEqual(['示例居民1'])
    expect(await names(partner(one.id))).toEqual(['示例居民1'])
    expect(await names(w.people.finance)).toEqual(['示***1'])
  })

  test('what is past its last day expires, and claims nobody has taken fall', async () => {
    const { id } = await opened()
    const claim = await w.run<Step>(resident(1), M.claim, { opportunity: id })
    w.tick(130)
    await w.sweep()
    expect([(await w.look('opportunity', id)).status, (await w.look('opportunityClaim', claim.id)).status]).toEqual([
      'EXPIRED',
      'RELEASED',
    ])
  })
})

test('what was proposed or said of a service, a shop or an opportunity is told to officers and its organisation only', async () => {
  const own = partner(one.id)
  const service = await offered(w, one, { name: '社区理发' })
  const input = { ...SERVICE, name: '社区理发和洗衣' }
  const now = await w.look('serviceListing', service.id)
  await w.run(own, M.revise, { id: now.id, version: now.version, input })
  const seen = 'query ($id: ID!) { serviceListing(id: $id) { proposal { name } events { action } } }'
  for (const actor of [w.people.resident, partner(organizationId(2)), w.people.foreign])
    expect(await w.run(actor, seen, service)).toEqual({ proposal: null, events: [] })
  for (const actor of [own, w.people.town])
    expect(await w.run(actor, seen, service)).toMatchObject({ proposal: { name: '社区理发和洗衣' } })
  const last = (await w.run<{ events: { action: string }[] }>(w.people.town, seen, service)).events.at(-1)
  expect(last!.action).toBe('PROPOSE')
})
