// Finding services: by words of two characters, through an index; and the nearest place of one.
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { metresBetween } from '../../subgraphs/organizations/position.rules.ts'
import { anonymous } from '../support/platform.ts'
import { CODES, HOURS, M, offered, openWorld, partner, PLACE, type Step, type World } from './world.ts'

let w: World
let one: Step
let service: Step
beforeAll(async () => {
  w = await openWorld()
  one = await w.enter(CODES[0], '示例区暖阳社区服务中心')
  service = await offered(w, one, {}, { ...PLACE, latitude: null, longitude: null })
})
afterAll(() => w.stop())

const FOUND = `query ($search: String!) {
  serviceListings(filter: { search: $search }) { edges { node { id } } }
  socialOrganizations(filter: { search: $search }) { edges { node { id } } } }`
const found = async (search: string) => {
  const answer = await w.ask('organizations', anonymous, FOUND, { search })
  const all = answer.data as Record<string, { edges: { node: { id: string } }[] }>
  return Object.values(all).map(({ edges }) => edges.map(({ node }) => node.id))
}

test('words are found by two characters and more, by one, by part of a code, and in no other order', async () => {
  expect(await found('助餐')).toEqual([[service.id], []])
  expect(await found('暖阳')).toEqual([[], [one.id]])
  expect(await found('社区')).toEqual([[service.id], [one.id]])
  expect(await found('阳')).toEqual([[], [one.id]])
  expect(await found(CODES[0].slice(3, 9).toLowerCase())).toEqual([[], [one.id]])
  for (const none of ['餐助', '阳暖', '助_', '%'] as const) expect(await found(none)).toEqual([[], []])
})

test('words and divisions served are found by indexes', async () => {
  const owner = new pg.Client({ connectionString: w.ownerUrl })
  await owner.connect()
  await owner.query('set enable_seqscan = off')
  const planOf = async (where: string) => {
    const { rows } = await owner.query<Record<string, string>>(`explain select id from organizations.${where}`)
    return rows.map((row) => Object.values(row)[0]).join('\n')
  }
  expect(await planOf(`service_listing where organizations.pairs(name || ' ' || description) @> '{助餐}'`)).toContain(
    'service_listing_pairs',
  )
  expect(await planOf(`social_organization where organizations.pairs(name || ' ' || code) @> '{暖阳}'`)).toContain(
    'social_organization_pairs',
  )
  const serving = await planOf(`service_listing where areas && '{310113000000}' or lineage @> '{310113109000}'`)
  expect(serving).toContain('service_listing_areas')
  expect(serving).toContain('service_listing_lineage')
  await owner.end()
})

const NEAREST = `query ($id: ID!, $latitude: Float!, $longitude: Float!) { serviceListing(id: $id) { nearest(latitude: $latitude, longitude: $longitude) { metres point { place { label } } } } }`
const nearestTo = async (latitude: number, longitude: number) =>
  (
    await w.run<{ nearest: { metres: number; point: { place: { label: string } } } | null }>(anonymous, NEAREST, {
      id: service.id,
      latitude,
      longitude,
    })
  ).nearest

test('the nearest place is told with its distance; what is confidential or without a position is not measured', async () => {
  expect(await nearestTo(31.4, 121.45)).toBeNull()
  const at = async (name: string, latitude: number, longitude: number, isConfidential = false) => {
    const input = { ...PLACE, name, latitude, longitude, isConfidential }
    const { id: place } = await w.run<{ id: string }>(partner(one.id), M.place, { organization: one.id, input })
    await w.run(partner(one.id), M.point, { service: service.id, place, hours: HOURS })
  }
  await at('东点', 31.4, 121.5)
  await at('西点', 31.4, 121.4)
  await at('密点', 31.4, 121.43, true)
  expect(await nearestTo(31.4, 121.44)).toMatchObject({ metres: 3796, point: { place: { label: '西点' } } })
  expect(await nearestTo(31.4, 121.46)).toMatchObject({ metres: 3796, point: { place: { label: '东点' } } })
  expect((await w.refused(anonymous, NEAREST, { id: service.id, latitude: 91, longitude: 0 })).code).toBe('BAD_USER_INPUT')
})

test('distances are those of the great circle', () => {
  const pole = { latitude: 90, longitude: 0 }
  const quarter = metresBetween(pole, { latitude: 0, longitude: 77 })!
  expect(quarter).toBe(Math.round((6_371_009 * Math.PI) / 2))
  expect(metresBetween(pole, { latitude: -90, longitude: 0 })).toBe(Math.round(6_371_009 * Math.PI))
  expect(metresBetween(pole, pole)).toBe(0)
  expect(metresBetween(pole, { latitude: null, longitude: null })).toBeNull()
})
