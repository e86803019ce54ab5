// Mergers, divisions and the ways in which an organisation ends. Numbers are those of the edge cases.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anonymous } from '../support/platform.ts'
import { CODES, listedEntry, M, offered, openWorld, partner, qualify, SERVICE, type Step, type World } from './world.ts'

let w: World
beforeAll(async () => {
  w = await openWorld()
})
afterAll(() => w.stop())

describe('mergers and divisions', () => {
  const current =
    'query ($id: ID!) { socialOrganization(id: $id) { status current { id } successor { id } followedBy { kind } } }'

  test('23: nothing is lost in a merger, and both ids resolve, through two mergers too', async () => {
    const one = await w.enter(CODES[5], '示例区光辉社区矫正事务所')
    const two = await w.enter(CODES[6], '示例区光辉矫正事务所')
    const three = await w.enter(CODES[7], '示例区光辉事务所')
    await qualify(w, one)
    const service = await offered(w, one)
    const preview = 'query ($id: ID!, $into: ID!) { mergerPreview(id: $id, into: $into) { blocked moving { label count } } }'
    expect(await w.run(w.people.civil, preview, { id: one.id, into: two.id })).toEqual({
      blocked: null,
      moving: expect.arrayContaining([
        { label: 'People', count: 2 },
        { label: 'Services', count: 1 },
        { label: 'Places', count: 1 },
        { label: 'Annual reports', count: 2 },
      ]),
    })
    const at = await w.look('socialOrganization', one.id)
    expect((await w.run<Step>(w.people.civil, M.merge, { ...at, into: two.id, ground: 'DUPLICATE' })).status).toBe('MERGED')
    expect(await w.look('serviceListing', service.id, anonymous)).toMatchObject({ status: 'ACTIVE' })
    const over = await w.look('socialOrganization', two.id)
    await w.run(w.people.civil, M.merge, { ...over, into: three.id, ground: 'DUPLICATE' })
    expect(await w.run(anonymous, current, { id: one.id })).toEqual({
      status: 'MERGED',
      current: { id: three.id },
      successor: { id: two.id },
      followedBy: [{ kind: 'DUPLICATE' }],
    })
    const reference =
      'query ($r: [_Any!]!) { _entities(representations: $r) { ... on SocialOrganization { id current { id } } } }'
    expect(await w.run(anonymous, reference, { r: [{ __typename: 'SocialOrganization', id: one.id }] })).toEqual([
      { id: one.id, current: { id: three.id } },
    ])
    const owner = 'query ($id: ID!) { serviceListing(id: $id) { organization { id } } }'
    expect(await w.run(anonymous, owner, { id: service.id })).toEqual({ organization: { id: three.id } })
    for (const table of ['organization_person', 'service_listing', 'service_place', 'service_address', 'annual_report'])
      expect(await w.sql(`select 1 from organizations.${table} where organization = any ($1)`, [[one.id, two.id]])).toEqual([])
  })

  test('23: a table nobody has thought of stops every merger', async () => {
    const left = await w.enter(CODES[8], '示例区绿色家园')
    const right = await w.enter(CODES[9], '示例区绿色家园服务中心')
    await w.sql('create table organizations.stranger (id uuid primary key, organization uuid)')
    const told = await w.refused(w.people.civil, M.merge, { ...left, into: right.id, ground: 'MERGER' })
    expect([told.code, told.message]).toEqual(['REFUSED', 'Nobody has said what becomes of: stranger.'])
    await w.sql('drop table organizations.stranger')
    await w.run(w.people.civil, M.merge, { ...left, into: right.id, ground: 'MERGER' })
  })

  test('every table that names an organisation is known to mergers', async () => {
    const unknown = 'query ($id: ID!, $into: ID!) { mergerPreview(id: $id, into: $into) { blocked } }'
    expect(await w.run(w.people.civil, unknown, { id: crypto.randomUUID(), into: crypto.randomUUID() })).toEqual({
      blocked: null,
    })
  })

  test('24: dissolved, revoked, merged and divided are different ends, and say who follows', async () => {
    const w2 = await openWorld()
    try {
      const { civil } = w2.people
      const [a, b, c, d, e, f] = await Promise.all(CODES.slice(0, 6).map((code, at) => w2.enter(code, `示例组织${at + 1}`)))
      const winding = await w2.run<Step>(civil, M.act, { ...a!, action: 'LIQUIDATE', reason: '终止' })
      await w2.run(civil, M.act, { ...winding, action: 'DEREGISTER', reason: '清算完毕' })
      await w2.run(civil, M.act, { ...b!, action: 'REVOKE', reason: '以欺骗手段取得登记' })
      await w2.run(civil, M.merge, { ...c!, into: d!.id, ground: 'MERGER' })
      const early = await w2.refused(civil, M.divide, { ...d!, version: d!.version + 1, into: [e!.id], goesOn: false })
      expect(early.message).toBe('Name at least two organisations it was divided into.')
      await w2.run(civil, M.divide, { ...d!, version: d!.version + 1, into: [e!.id, f!.id], goesOn: false })
      const query =
        '{ socialOrganizations { edges { node { name status current { name } followedBy { kind organization { name } } } } } }'
      const { edges } = await w2.run<{ edges: { node: { status: string; followedBy: { kind: string }[] } }[] }>(anonymous, query)
      expect(edges.map(({ node }) => [node.status, ...node.followedBy.map(({ kind }) => kind)])).toEqual([
        ['DEREGISTERED'],
        ['REVOKED'],
        ['MERGED', 'MERGER'],
        ['DIVIDED', 'DIVISION', 'DIVISION'],
        ['REGISTERED'],
        ['REGISTERED'],
      ])
      expect((await w2.refused(civil, M.merge, { ...e!, version: e!.version + 1, into: a!.id, ground: 'MERGER' })).message).toBe(
        'Not possible: the organisation is deregistered.',
      )
      const spun = await w2.run<Step>(civil, M.divide, { ...f!, version: f!.version + 1, into: [e!.id], goesOn: true })
      expect(spun.status).toBe('REGISTERED')
    } finally {
      await w2.stop()
    }
  })
})

describe('the end of an organisation', () => {
  test('25: liquidation holds everything, deregistration ends it: atomically, and once however many ask', async () => {
    const w2 = await openWorld()
    try {
      const { civil } = w2.people
      const one = await w2.enter(CODES[0], '示例区暖阳社区服务中心')
      await qualify(w2, one)
      const entry = await listedEntry(w2, one)
      const service = await offered(w2, one)
      const own = partner(one.id)
      const input = { name: '暖阳小铺', intro: '义卖', field: 'ELDERLY', goods: ['手工皂'] }
      const shop = await w2.run<Step>(own, M.shop, { input })
      const asked = await w2.run<Step>(own, M.sell, { ...shop, action: 'SUBMIT' })
      await w2.run(w2.people.town, M.sell, { ...asked, action: 'OPEN' })
      const offer = { kind: 'JOB', title: '护理员', body: '招聘', places: 2, until: '2026-12-31' }
      const job = await w2.run<Step>(own, M.offer, { input: offer })
      await w2.run(own, M.open, { ...job, action: 'PUBLISH' })
      const claim = await w2.run<Step>(w2.people.resident, M.claim, { opportunity: job.id })

      const at = await w2.look('socialOrganization', one.id)
      const winding = await w2.run<Step>(civil, M.act, { ...at, action: 'LIQUIDATE', reason: '章程规定的终止事由出现' })
      const states = async () => [
        (await w2.look('qualifiedEntry', entry.id)).status,
        (await w2.look('serviceListing', service.id)).status,
        (await w2.look('serviceShop', shop.id)).status,
        (await w2.look('opportunity', job.id)).status,
        (await w2.look('opportunityClaim', claim.id)).status,
      ]
      expect(await states()).toEqual(['SUSPENDED', 'INACTIVE', 'PAUSED', 'WITHDRAWN', 'RELEASED'])
      expect((await w2.refused(own, M.service, { organization: one.id, input: SERVICE })).message).toBe(
        'Not possible: the organisation is in liquidation.',
      )
      expect((await w2.refused(own, M.apply, { input: { fields: ['x'], evidence: [], statement: 'x' } })).message).toBe(
        'Not possible: the organisation is in liquidation.',
      )

      const ends = await Promise.all(
        Array.from({ length: 8 }, () =>
          w2.ask('organizations', civil, M.act, { ...winding, action: 'DEREGISTER', reason: '清算完毕' }),
        ),
      )
      expect(ends.filter(({ errors }) => !errors.length)).toHaveLength(1)
      expect(new Set(ends.flatMap(({ errors }) => errors.map(({ code }) => code)))).toEqual(new Set(['VERSION_CONFLICT']))
      expect(await states()).toEqual(['REMOVED', 'INACTIVE', 'CLOSED', 'WITHDRAWN', 'RELEASED'])
      const counted = await w2.sql<{ action: string; count: string }>(
        `select type || '.' || action as action, count(*) from organizations.event where action in ('DEREGISTER', 'REMOVE', 'CLOSE', 'STOP', 'WITHDRAW', 'RELEASE') group by 1 order by 1`,
      )
      expect(counted.map(({ action, count }) => [action, Number(count)])).toEqual([
        ['Opportunity.WITHDRAW', 1],
        ['OpportunityClaim.RELEASE', 1],
        ['QualifiedEntry.REMOVE', 1],
        ['ServiceListing.STOP', 1],
        ['ServiceShop.CLOSE', 1],
        ['SocialOrganization.DEREGISTER', 1],
      ])
    } finally {
      await w2.stop()
    }
  })

  test('25: when one follower fails nothing has happened at all', async () => {
    const w2 = await openWorld()
    try {
      const one = await w2.enter(CODES[0], '示例区暖阳社区服务中心')
      await qualify(w2, one)
      const service = await offered(w2, one)
      await w2.sql(
        `create function organizations.stop() returns trigger as $$ begin raise exception 'no'; end $$ language plpgsql`,
      )
      await w2.sql(
        'create trigger stop before update on organizations.service_listing for each row execute function organizations.stop()',
      )
      const at = await w2.look('socialOrganization', one.id)
      await w2.ask('organizations', w2.people.civil, M.act, { ...at, action: 'LIQUIDATE', reason: '终止' })
      expect(await w2.look('socialOrganization', one.id)).toEqual(at)
      expect(await w2.look('serviceListing', service.id)).toMatchObject({ status: 'ACTIVE' })
    } finally {
      await w2.stop()
    }
  })
})
