// The directory of qualified organisations. Numbers are those of the edge cases.
import { afterEach, beforeEach, expect, test } from 'vitest'
import { anonymous } from '../support/platform.ts'
import { CODES, listedEntry, M, openWorld, partner, publicised, QUALIFICATION, qualify, type Step, type World } from './world.ts'

let w: World
let one: Step
beforeEach(async () => {
  w = await openWorld()
  one = await w.enter(CODES[0], '示例区暖阳社区服务中心')
})
afterEach(() => w.stop())

const apply = () => w.run<Step>(partner(one.id), M.apply, { input: QUALIFICATION })
const offersOf = (id: string) =>
  w.run<{ gaps: string[]; offers: { action: string; blocked: string | null }[] }>(
    w.people.civil,
    'query ($id: ID!) { qualifiedEntry(id: $id) { gaps offers { action blocked } } }',
    { id },
  )

test('an organisation that lacks something is told what, and cannot be shown to the public', async () => {
  const applied = await w.run<Step>(partner(one.id), M.apply, { input: { ...QUALIFICATION, evidence: ['REGISTRATION'] } })
  const begun = await w.run<Step>(w.people.civil, M.entry, { ...applied, action: 'BEGIN_REVIEW' })
  const { gaps, offers } = await offersOf(applied.id)
  expect(gaps).toEqual([
    expect.stringContaining('Not handed in: Financial report'),
    'Annual report of 2024: not entered.',
    'Its grade does not reach 2A, or has lapsed.',
    'At least 2 full-time staff; it has 0.',
  ])
  expect(offers.find(({ action }) => action === 'PUBLISH')!.blocked).toBe(gaps[0])
  expect((await w.refused(w.people.civil, M.publish, begun)).code).toBe('REFUSED')
  const asked = await w.run<Step>(w.people.civil, M.entry, { ...begun, action: 'ASK', reason: '请补齐材料' })
  const complete = `mutation ($id: ID!, $version: Int!, $input: QualificationInput!) { completeQualification(id: $id, expectedVersion: $version, input: $input) { id version status } }`
  await qualify(w, one)
  const whole = await w.run<Step>(partner(one.id), complete, { ...asked, input: QUALIFICATION })
  expect((await offersOf(applied.id)).gaps).toEqual([])
  expect((await w.run<Step>(w.people.civil, M.publish, whole)).status).toBe('PUBLICITY')
})

test('applications are for officers and the organisation; what is shown is for everyone', async () => {
  await qualify(w, one)
  const applied = await apply()
  const look = (as: Parameters<World['run']>[0]) =>
    w.run<Step | null>(as, 'query ($id: ID!) { qualifiedEntry(id: $id) { id version status } }', applied)
  expect(await look(anonymous)).toBeNull()
  expect(await look(partner('00000009-0000-7000-8000-000000000009'))).toBeNull()
  expect(await look(partner(one.id))).toMatchObject({ status: 'APPLIED' })
  const begun = await w.run<Step>(w.people.civil, M.entry, { ...applied, action: 'BEGIN_REVIEW' })
  await w.run(w.people.civil, M.publish, begun)
  expect(await look(anonymous)).toMatchObject({ status: 'PUBLICITY' })
  const whole =
    'query ($id: ID!) { qualifiedEntry(id: $id) { status gaps objections { body by } offers { action } waiting { for } } }'
  for (const who of [w.people.resident, partner('00000009-0000-7000-8000-000000000009')])
    expect(await w.run(who, whole, applied)).toMatchObject({ status: 'PUBLICITY', gaps: [], objections: [], offers: [] })
})

test('it is shown for seven days, every objection is answered, and one that is right keeps it off the list', async () => {
  await qualify(w, one)
  const shown = await publicised(w, one)
  expect((await w.refused(w.people.civil, M.entry, { ...shown, action: 'LIST' })).message).toBe(
    'The publicity lasts at least 7 days.',
  )
  const { id } = await w.run<{ id: string }>(w.people.resident, M.object, { entry: shown.id })
  w.tick(8)
  expect((await w.refused(w.people.civil, M.entry, { ...shown, action: 'LIST' })).message).toBe(
    'Objections still to be answered: 1.',
  )
  const seen = 'query ($id: ID!) { qualifiedEntry(id: $id) { objections { body by } } }'
  expect(await w.run(w.people.civil, seen, { id: shown.id })).toEqual({
    objections: [{ body: '去年有违约。', by: '示例RESIDENT' }],
  })
  expect((await w.refused(anonymous, seen, { id: shown.id })).code).toBe('UNAUTHENTICATED')
  const answered = await w.run<Step>(w.people.civil, M.answer, { ...shown, objection: id, upheld: true })
  expect((await w.refused(w.people.civil, M.entry, { ...answered, action: 'LIST' })).message).toBe(
    'An objection was upheld; it cannot be listed.',
  )
  expect((await w.run<Step>(w.people.civil, M.entry, { ...answered, action: 'REJECT', reason: '异议成立' })).status).toBe(
    'REJECTED',
  )
})

test('27: one live entry for each code, with parallel clients, listed and suspended too', async () => {
  await qualify(w, one)
  const all = await Promise.all(
    Array.from({ length: 8 }, () => w.ask('organizations', partner(one.id), M.apply, { input: QUALIFICATION })),
  )
  expect(all.filter(({ errors }) => !errors.length)).toHaveLength(1)
  const [entry] = await w.sql<Step>('select id, version, status from organizations.qualified_entry')
  const begun = await w.run<Step>(w.people.civil, M.entry, { ...entry!, action: 'BEGIN_REVIEW' })
  const shown = await w.run<Step>(w.people.civil, M.publish, begun)
  w.tick(8)
  const listed = await w.run<Step>(w.people.civil, M.entry, { ...shown, action: 'LIST' })
  const again = () => w.refused(partner(one.id), M.apply, { input: QUALIFICATION })
  expect((await again()).message).toBe('The organisation has an entry already: listed.')
  await w.run(w.people.civil, M.suspend, { ...listed, until: '2026-06-30' })
  expect((await again()).message).toBe('The organisation has an entry already: suspended.')
  await expect(
    w.sql(
      `insert into organizations.qualified_entry select (jsonb_populate_record(e, jsonb_build_object('id', gen_random_uuid()))).* from organizations.qualified_entry e`,
    ),
  ).rejects.toThrow(/entry_live_once/)
})

test('26: a suspended organisation takes on nothing new, what it has goes on, and the suspension lifts itself', async () => {
  await qualify(w, one)
  const listed = await listedEntry(w, one)
  const job = { kind: 'PROJECT', title: '助餐项目', body: '承接', places: 3, until: '2026-12-31', forListed: true }
  const open = async () => {
    const drafted = await w.run<Step>(w.people.civil, M.offer, { input: job, division: '310113000000' })
    return w.run<Step>(w.people.civil, M.open, { ...drafted, action: 'PUBLISH' })
  }
  const [first, second] = [await open(), await open()]
  const claim = await w.run<Step>(partner(one.id), M.claim, { opportunity: first.id })
  const taken = await w.run<Step>(w.people.civil, M.settle, { ...claim, action: 'ACCEPT' })
  const suspended = await w.run<Step>(w.people.civil, M.suspend, { ...listed, until: '2026-04-15' })
  expect(suspended.status).toBe('SUSPENDED')
  expect((await w.refused(partner(one.id), M.claim, { opportunity: second.id })).message).toBe(
    'It is for organisations that are listed and not suspended.',
  )
  expect((await w.run<Step>(w.people.civil, M.settle, { ...taken, action: 'CONFIRM' })).status).toBe('CONFIRMED')
  w.clock.now = new Date('2026-04-15T15:00:00Z')
  await w.sweep()
  expect((await w.look('qualifiedEntry', listed.id)).status).toBe('SUSPENDED')
  w.clock.now = new Date('2026-04-15T16:01:00Z')
  await w.sweep()
  await w.sweep()
  expect(await w.look('qualifiedEntry', listed.id)).toMatchObject({ status: 'LISTED', version: suspended.version + 1 })
  expect((await w.run<Step>(partner(one.id), M.claim, { opportunity: second.id })).status).toBe('REQUESTED')
})

test('a suspension does not lift itself while something new stands against the organisation', async () => {
  await qualify(w, one)
  const listed = await listedEntry(w, one)
  const at = await w.look('socialOrganization', one.id)
  const marked = await w.run<Step>(w.people.civil, M.mark, {
    ...at,
    input: { kind: 'ABNORMAL', reason: '未按时报送', since: '2026-03-05' },
  })
  expect((await w.look('qualifiedEntry', listed.id)).status).toBe('SUSPENDED')
  w.tick(400)
  await w.sweep()
  const { offers } = await offersOf(listed.id)
  expect(offers.find(({ action }) => action === 'LIFT')!.blocked).toBe('Something is still held against the organisation.')
  const [mark] = await w.sql<{ id: string }>('select id from organizations.organization_mark')
  await w.run(w.people.civil, M.unmark, { ...marked, mark: mark!.id, until: '2027-03-01' })
  const now = await w.look('qualifiedEntry', listed.id)
  expect((await w.run<Step>(w.people.civil, M.entry, { ...now, action: 'LIFT', reason: '已移出名录' })).status).toBe('LISTED')
})

test('an entry is reconfirmed every year, else suspended, and expires with its term', async () => {
  await qualify(w, one)
  const listed = await listedEntry(w, one)
  w.tick(300)
  const confirmed = await w.run<Step>(partner(one.id), M.reconfirm, listed)
  w.tick(300)
  await w.sweep()
  expect((await w.look('qualifiedEntry', listed.id)).version).toBe(confirmed.version)
  w.tick(70)
  await w.sweep()
  expect((await w.look('qualifiedEntry', listed.id)).status).toBe('SUSPENDED')
  w.tick(500)
  await w.sweep()
  expect((await w.look('qualifiedEntry', listed.id)).status).toBe('EXPIRED')
})

test('27: whoever was removed waits as long as was said', async () => {
  await qualify(w, one)
  const listed = await listedEntry(w, one)
  await w.run(w.people.civil, M.remove, { ...listed, until: '2027-03-31' })
  expect((await w.refused(partner(one.id), M.apply, { input: QUALIFICATION })).message).toContain('No new application before')
  w.clock.now = new Date('2027-04-02T01:00:00Z')
  expect((await apply()).status).toBe('APPLIED')
})

test('whoever works there, or did within three years, does not decide', async () => {
  await qualify(w, one)
  const at = await w.look('socialOrganization', one.id)
  const input = { name: '示例干部', post: 'DIRECTOR', since: '2020-01-01', until: '2024-06-30', account: w.people.civil.id }
  await w.run(w.people.civil, M.person, { ...at, input })
  const applied = await apply()
  expect((await w.refused(w.people.civil, M.entry, { ...applied, action: 'BEGIN_REVIEW' })).message).toBe(
    'You work or within three years worked there; someone else decides.',
  )
  w.tick(500)
  expect((await w.run<Step>(w.people.civil, M.entry, { ...applied, action: 'BEGIN_REVIEW' })).status).toBe('UNDER_REVIEW')
})

test('27: after a merger the entry, or the bar, is the survivor’s: it does not apply beside it', async () => {
  const [from, into] = [await w.enter(CODES[8], '示例区乐龄服务社'), await w.enter(CODES[9], '示例区乐龄助老服务社')]
  await qualify(w, from)
  await qualify(w, into)
  const entry = await listedEntry(w, from)
  await w.run(w.people.civil, M.merge, { ...(await w.look('socialOrganization', from.id)), into: into.id, ground: 'DUPLICATE' })
  const own = partner(into.id)
  expect((await w.refused(own, M.apply, { input: QUALIFICATION })).message).toContain('has an entry already')
  const now = await w.look('qualifiedEntry', entry.id)
  await w.run(w.people.civil, M.remove, { ...now, until: '2028-01-01' })
  expect((await w.refused(own, M.apply, { input: QUALIFICATION })).message).toContain('No new application before')
})
