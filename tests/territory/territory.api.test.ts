import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { verifyAudit } from '../../gateway/audit.ts'
import { codeOf } from '../../subgraphs/territory/qr.ts'
import { seedId } from '../../subgraphs/territory/division.load.ts'
import { territory } from '../../subgraphs/territory/index.ts'
import { anonymous, person, stage, statementsOf, TEST_SECRET, type Answer, type Stage } from '../support/platform.ts'

const XINJIAYUAN_9 = '310113109043'
const secretary = person('COMMITTEE_SECRETARY', XINJIAYUAN_9)
const district = person('DISTRICT_CIVIL_AFFAIRS', '310113000000')

interface Page {
  divisions: { edges: { node: { code: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string }; totalCount: number }
}

let s: Stage
beforeAll(async () => {
  s = await stage(['territory'])
  await s.subgraphs['territory']!.asSystem(territory.seed!)
})
afterAll(() => s.stop())

const ask = <T = Record<string, never>>(actor: typeof anonymous, query: string, variables?: Record<string, unknown>) =>
  s.ask<T>('territory', actor, query, variables)
const names = async (search: string, more = '') => {
  const { data } = await ask<{ divisions: { edges: { node: { name: string } }[] } }>(
    anonymous,
    `query ($search: String!) { divisions(filter: { search: $search ${more} }, first: 5) { edges { node { name } } } }`,
    { search },
  )
  return data!.divisions.edges.map((e) => e.node.name)
}

describe('reading', () => {
  test('anyone reads a division with its path, parent and children, without signing in', async () => {
    const { data, errors } = await ask(
      anonymous,
      `{ division(code: "310113109000") { name kind path parent { name } children { code } community { name } } }`,
    )
    expect(errors).toEqual([])
    const { children, ...town } = (data as never as { division: { children: object[] } }).division
    expect(town).toEqual({
      name: '顾村镇',
      kind: 'TOWN',
      path: '上海市宝山区顾村镇',
      parent: { name: '宝山区' },
      community: null,
    })
    expect(children).toHaveLength(83)
  })

  test('divisions are found by name, pinyin, first letters and code', async () => {
    expect(await names('馨佳园第九')).toEqual(['上海馨佳园第九居委会'])
    expect(await names('xinjiayuandijiu')).toEqual(['上海馨佳园第九居委会'])
    expect(await names('shxjydj')).toEqual(['上海馨佳园第九居委会'])
    expect(await names('MIAOHANGZHEN', 'kinds: [TOWN]')).toEqual(['庙行镇'])
    expect(await names('310113112000')).toEqual(['庙行镇'])
    expect(await names('３１０１１３１１２０００')).toEqual(['庙行镇'])
    expect(await names('没有这个地方')).toEqual([])
  })

  test('signs of a search are letters like any other', async () => {
    expect(await names('%')).toEqual([])
    expect(await names('_')).toEqual([])
  })

  test('a whole district pages through without gaps or repeats, and counts only when asked', async () => {
    const codes: string[] = []
    let after: string | null = null
    do {
      const { data }: Answer<Page> = await ask<Page>(
        anonymous,
        `query ($after: String) { divisions(filter: { within: "310113000000", kinds: [RESIDENTS_COMMITTEE] }, first: 100, after: $after) { totalCount pageInfo { hasNextPage endCursor } edges { node { code } } } }`,
        { after },
      )
      codes.push(...data!.divisions.edges.map((e) => e.node.code))
      expect(data!.divisions.totalCount).toBe(464)
      after = data!.divisions.pageInfo.hasNextPage ? data!.divisions.pageInfo.endCursor : null
    } while (after)
    expect([codes.length, new Set(codes).size, codes.toSorted().join() === codes.join()]).toEqual([464, 464, true])
  })

  test('more than a hundred rows at once are refused', async () => {
    const { errors } = await ask(anonymous, `{ divisions(first: 101) { edges { node { code } } } }`)
    expect(errors[0]!.code).toBe('BAD_USER_INPUT')
  })

  test.each([1, 100])(
    'a list of %d divisions with everything around them takes as many statements as any other',
    async (first) => {
      const query = `{ divisions(filter: { within: "310113109000" }, first: ${first}) { edges { node { name parent { name parent { name } } children { name } community { name committees { name } } grids { name } cells { name } } } } }`
      const statements = await statementsOf(s.subgraphs['territory']!, () => ask(anonymous, query))
      expect(statements.length).toBeLessThanOrEqual(6)
      if (first === 100) expect(statements).toHaveLength(6)
    },
  )

  test('the history of a division is for those who are signed in', async () => {
    const { data, errors } = await ask(anonymous, `{ division(code: "310113109000") { name events { action } } }`)
    expect(errors[0]!.code).toBe('UNAUTHENTICATED')
    expect(JSON.stringify(data)).not.toContain('action')
  })

  test('a town-managed community knows its town and its committees', async () => {
    const { data } = await ask(
      anonymous,
      `{ communities(town: "310113109000") { name division { name } committees { code } } division(code: "${XINJIAYUAN_9}") { community { name } } }`,
    )
    const answer = data as never as { communities: { name: string; division: object; committees: object[] }[]; division: object }
    expect(answer.communities.map(({ committees, ...c }) => ({ ...c, committees: committees.length }))).toEqual([
      { name: '馨佳园社区', division: { name: '顾村镇' }, committees: 9 },
    ])
    expect(answer.division).toEqual({ community: { name: '馨佳园社区' } })
  })
})

describe('the code on a door', () => {
  const id = seedId('building:示例路88弄4号')
  const place = `query ($code: String!) { buildingByCode(code: $code) { path committee { code } grid { name } } }`
  const codeNow = async () => {
    const { data } = await ask<{ building: { qrUrl: string; qrSvg: string; version: number } }>(
      secretary,
      `query ($id: ID!) { building(id: $id) { qrUrl qrSvg version } }`,
      { id },
    )
    return data!.building
  }

  test('opens for anyone and tells the place, not the people', async () => {
    const { qrUrl, qrSvg } = await codeNow()
    expect(qrSvg).toMatch(/^<svg /)
    expect(qrUrl).toMatch(/^http:\/\/[^/]+\/b\/[\w-]{38}$/)
    const { data, errors } = await ask(anonymous, place, { code: qrUrl.split('/b/')[1] })
    expect(errors).toEqual([])
    expect(data).toEqual({
      buildingByCode: {
        path: '上海市宝山区顾村镇上海馨佳园第九居委会',
        committee: { code: XINJIAYUAN_9 },
        grid: { name: '东区网格' },
      },
    })
  })

  test('cannot be made up: another secret, a changed letter or a longer code open nothing', async () => {
    const good = codeOf(TEST_SECRET, { id, codeEpoch: 1 })
    const bad = [
      codeOf('another secret', { id, codeEpoch: 1 }),
      (good[0] === 'A' ? 'B' : 'A') + good.slice(1),
      `${good}A`,
      `${good}=`,
      '',
      'x'.repeat(5000),
    ]
    for (const code of bad) expect((await ask(anonymous, place, { code })).data).toEqual({ buildingByCode: null })
  })

  test('stops opening once it is renewed, and only the committee of the building may renew it', async () => {
    const { qrUrl, version } = await codeNow()
    const renew = `mutation ($id: ID!, $v: Int!) { renewBuildingCode(id: $id, expectedVersion: $v) { version qrUrl events { action } } }`
    const outsiders = [anonymous, person('RESIDENT', XINJIAYUAN_9), person('COMMITTEE_SECRETARY', '310113109044'), district]
    const refusals = await Promise.all(outsiders.map((actor) => ask(actor, renew, { id, v: version })))
    expect(refusals.map((r) => r.errors[0]!.code)).toEqual(['UNAUTHENTICATED', 'FORBIDDEN', 'FORBIDDEN', 'FORBIDDEN'])
    expect((await codeNow()).qrUrl).toBe(qrUrl)
    const { data } = await ask<{ renewBuildingCode: { qrUrl: string; events: object[] } }>(secretary, renew, { id, v: version })
    expect(data!.renewBuildingCode.events).toEqual([{ action: 'CREATE' }, { action: 'RENEW_CODE' }])
    expect((await ask(anonymous, place, { code: qrUrl.split('/b/')[1] })).data).toEqual({ buildingByCode: null })
    expect((await ask(secretary, renew, { id, v: version })).errors[0]!.code).toBe('VERSION_CONFLICT')
  })

  test('is not shown to residents, who have no door to print for', async () => {
    const { errors } = await ask(person('RESIDENT', XINJIAYUAN_9), `query ($id: ID!) { building(id: $id) { address qrUrl } }`, {
      id,
    })
    expect(errors[0]!.code).toBe('FORBIDDEN')
  })
})

describe('drawing', () => {
  test('grids of one committee get the next order, however many draw at once', async () => {
    const draw = `mutation { createGrid(division: "310113109059", name: "网格") { code } }`
    const member = person('COMMITTEE_MEMBER', '310113109059')
    const answers = await Promise.all(Array.from({ length: 12 }, () => ask<{ createGrid: { code: string } }>(member, draw)))
    const codes = answers.map((a) => a.data!.createGrid.code).toSorted()
    expect(codes).toEqual(Array.from({ length: 12 }, (_, i) => `310113109059${String(i + 1).padStart(3, '0')}`))
  })

  test('a building stands once at its address, in a grid of its own committee', async () => {
    const build = `mutation ($d: ID!, $input: BuildingInput!) { createBuilding(division: $d, input: $input) { address division { name } grid { name } } }`
    const foreign = seedId('grid:310113109044001')
    expect(
      (await ask(secretary, build, { d: XINJIAYUAN_9, input: { address: '示例路90弄1号', grid: foreign } })).errors[0],
    ).toMatchObject({ code: 'BAD_USER_INPUT', more: { field: 'grid' } })
    expect((await ask(secretary, build, { d: XINJIAYUAN_9, input: { address: '示例路88弄1号' } })).errors[0]!.code).toBe(
      'REFUSED',
    )
    expect((await ask(secretary, build, { d: '310113109000', input: { address: '示例路90弄1号' } })).errors[0]!.code).toBe(
      'FORBIDDEN',
    )
    const { data } = await ask(secretary, build, {
      d: XINJIAYUAN_9,
      input: { address: '示例路90弄1号', grid: seedId(`grid:${XINJIAYUAN_9}001`) },
    })
    expect(data).toEqual({
      createBuilding: { address: '示例路90弄1号', division: { name: '上海馨佳园第九居委会' }, grid: { name: '东区网格' } },
    })
  })

  test('a community is made of committees of its own town, by the town or the district', async () => {
    const found = `mutation ($c: [ID!]!) { createCommunity(town: "310113112000", input: { name: "共康社区", committees: $c }) { committees { name } } }`
    expect((await ask(district, found, { c: ['310113112017', XINJIAYUAN_9] })).errors[0]!.code).toBe('BAD_USER_INPUT')
    expect((await ask(person('SUBDISTRICT_OFFICER', '310113109000'), found, { c: ['310113112017'] })).errors[0]!.code).toBe(
      'FORBIDDEN',
    )
    expect((await ask(district, found, { c: ['310113112017'] })).data).toEqual({
      createCommunity: { committees: [{ name: '共康雅苑第二居委会' }] },
    })
  })

  test('the district enters a new committee with its predecessor, renames it and ends it', async () => {
    const create = `mutation ($code: ID!, $from: String!) { createDivision(input: { code: $code, name: "示例新村居委会", pinyin: "shilixincunjuweihui", initials: "slxcjwh", validFrom: $from, predecessors: ["${XINJIAYUAN_9}"] }) { kind path version } }`
    const code = '310113109198'
    expect((await ask(secretary, create, { code, from: '2026-03-01' })).errors[0]!.code).toBe('FORBIDDEN')
    expect(
      (await ask(person('DISTRICT_CIVIL_AFFAIRS', '310114000000'), create, { code, from: '2026-03-01' })).errors[0]!.code,
    ).toBe('FORBIDDEN')
    expect((await ask(district, create, { code, from: '2026-02-30x' })).errors[0]!.code).toBe('BAD_USER_INPUT')
    expect((await ask(district, create, { code: '310113109777', from: '2026-03-01' })).errors[0]!.code).toBe('BAD_USER_INPUT')
    expect((await ask(district, create, { code, from: '2026-03-01' })).data).toEqual({
      createDivision: { kind: 'RESIDENTS_COMMITTEE', path: '上海市宝山区顾村镇示例新村居委会', version: 1 },
    })
    expect((await ask(district, create, { code, from: '2026-03-01' })).errors[0]!.code).toBe('REFUSED')
    const revise = `mutation ($code: ID!, $v: Int!, $input: ReviseDivisionInput!) { reviseDivision(code: $code, expectedVersion: $v, input: $input) { path validTo version } }`
    expect((await ask(district, revise, { code, v: 1, input: { name: '示例苑居委会' } })).data).toEqual({
      reviseDivision: { path: '上海市宝山区顾村镇示例苑居委会', validTo: null, version: 2 },
    })
    expect((await ask(district, revise, { code, v: 2, input: { validTo: '2026-12-31' } })).data).toMatchObject({
      reviseDivision: { validTo: '2026-12-31' },
    })
    expect((await ask(district, revise, { code: '310113109000', v: 1, input: { validTo: '2026-12-31' } })).errors[0]!.code).toBe(
      'REFUSED',
    )
    expect(await names('示例苑')).toEqual([])
  })

  test('a renamed town stands in the addresses of its committees', async () => {
    const revise = `mutation { reviseDivision(code: "310113113000", expectedVersion: 1, input: { name: "示例镇" }) { path } }`
    expect((await ask(district, revise)).data).toEqual({ reviseDivision: { path: '上海市宝山区示例镇' } })
    expect((await ask(anonymous, `{ division(code: "310113113010") { path } }`)).data).toEqual({
      division: { path: '上海市宝山区示例镇淞南十村居委会' },
    })
  })
})

test('after all of this every record is where its history ends', async () => {
  expect((await verifyAudit(s.ownerUrl)).broken).toEqual([])
})
