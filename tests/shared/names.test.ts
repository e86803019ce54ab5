// How a history names people: officers always, residents only to themselves and their committee.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { SYSTEM, nameShown, type Role } from '../../subgraphs/shared/actor.ts'
import { person } from '../support/platform.ts'
import { actOn, openWorld, type World } from '../compacts/world.ts'
import { raise } from '../compacts/walk.ts'

const division = '310113109043'
const done = { by: '示例居民甲', account: 'a', role: 'AUTHOR', division }
const seenBy = (role: Role, at: string, done_ = done) => nameShown(done_, { ...person(role, at), locale: 'zh' })

test.each<[Role, string, string]>([
  ['COMMITTEE_SECRETARY', division, '示例居民甲'],
  ['COMMITTEE_SECRETARY', '310113109044', '居民'],
  ['SUBDISTRICT_OFFICER', '310113109000', '居民'],
  ['AUDITOR', '310113000000', '居民'],
  ['DISTRICT_CIVIL_AFFAIRS', '310113000000', '居民'],
  ['RESIDENT', division, '居民'],
  ['PARTNER_ORGANIZATION', '310113000000', '居民'],
])('a resident who acted is shown to %s of %s as %s', (role, at, name) => expect(seenBy(role, at)).toBe(name))

test('people see their own name, officers are named to everyone, and the system has a name', () => {
  expect(nameShown(done, person('RESIDENT', division, { id: 'a' }))).toBe('示例居民甲')
  expect(seenBy('RESIDENT', division, { ...done, role: 'COMMITTEE_MEMBER' })).toBe('示例居民甲')
  expect(nameShown({ ...done, by: 'SYSTEM', account: null, role: 'SYSTEM' }, person('RESIDENT', division))).toBe('System')
  expect(nameShown(done, SYSTEM)).toBe('示例居民甲')
})

let w: World
beforeAll(async () => {
  w = await openWorld()
})
afterAll(() => w.stop())

test('an issue’s history, and what changed since, do not name its author to neighbours', async () => {
  const { id } = await raise(w)
  const read = 'query ($id: ID!) { issue(id: $id) { events { by role } } }'
  const names = async (who: keyof World['people']) =>
    (await w.run<{ events: { by: string }[] }>(w.people[who], read, { id })).events.map(({ by }) => by)
  expect(await names('author')).toEqual(['示例居民甲', '示例居民甲'])
  expect(await names('secretary')).toEqual(['示例居民甲', '示例居民甲'])
  expect(await names('neighbour')).toEqual(['Resident', 'Resident'])
  const author = async (who: keyof World['people']) =>
    (await w.run<{ author: object | null }>(w.people[who], 'query ($id: ID!) { issue(id: $id) { author { id } } }', { id }))
      .author
  for (const who of ['neighbour', 'party', 'supervision', 'auditor'] as const) expect(await author(who)).toBeNull()
  for (const who of ['author', 'secretary', 'town'] as const) expect(await author(who)).not.toBeNull()
  const old = await w.refused(w.people.supervision, actOn('Issue'), { id, version: 1, action: 'UPHOLD_APPEAL', reason: '理由' })
  expect([old.code, JSON.stringify(old.more['changes']).includes('示例居民甲')]).toEqual(['VERSION_CONFLICT', false])
})
