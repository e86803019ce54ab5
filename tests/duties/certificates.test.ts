// Certificates: what is on the list is certified under a number of its own, what is not is refused on paper.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DIVISION } from './actors.ts'
import { itemId, M, openWorld, type Step, type TaskWorld } from './taskWorld.ts'

let w: TaskWorld
beforeAll(async () => {
  w = await openWorld()
})
afterAll(() => w.stop())

const about = (more: object = {}) => ({
  division: DIVISION,
  item: itemId(7),
  name: '示例居民甲',
  receiver: '示例小学',
  purpose: '入学登记',
  ...more,
})
const OFF_LIST = { item: null, matter: '亲属关系证明' }
const ask = (more: object = {}, by = w.people.member) => w.run(by, M.certify, { input: about(more) })
const READ = 'query ($id: ID!) { certificateRequest(id: $id) { name facts number isListed resident { id } events { action } } }'

describe('on the list', () => {
  test('it is issued under a number that is unique in committee and year, whoever issues at the same moment', async () => {
    const asked = await Promise.all(Array.from({ length: 12 }, () => ask()))
    const issued = await Promise.all(asked.map((one) => w.run<{ number: string }>(w.people.secretary, M.issueCertificate, one)))
    const numbers = issued.map(({ number }) => number)
    expect(new Set(numbers).size).toBe(12)
    expect(numbers.sort((a, b) => a.length - b.length || a.localeCompare(b))[11]).toBe('居证〔2026〕12号')
    expect(
      await w.direct(`update duties.certificate_request set number = '居证〔2026〕1号' where number = '居证〔2026〕2号'`),
    ).toBe('certificate_number_once')
    const { now } = w.clock
    w.clock.now = new Date('2027-01-04T01:00:00Z')
    const next = await w.run<{ number: string }>(w.people.secretary, M.issueCertificate, await ask())
    expect(next.number).toBe('居证〔2027〕1号')
    w.clock.now = now
  })

  test('twice pressed, it is issued once', async () => {
    const asked = await ask()
    const codes = (
      await Promise.all([1, 2, 3].map(() => w.ask('duties', w.people.secretary, M.issueCertificate, { ...asked })))
    ).map(({ errors }) => errors[0]?.code ?? 'OK')
    expect(codes.sort()).toEqual(['OK', 'VERSION_CONFLICT', 'VERSION_CONFLICT'])
  })

  test('it is refused only when it cannot be verified', async () => {
    const asked = await ask()
    const input = { refusal: 'OFF_LIST', referral: '派出所' }
    expect((await w.refused(w.people.secretary, M.refuseCertificate, { ...asked, input })).more['field']).toBe('refusal')
    const refused = await w.run<Step & { number: string }>(w.people.secretary, M.refuseCertificate, {
      ...asked,
      input: { ...input, refusal: 'UNVERIFIED' },
    })
    expect([refused.status, refused.number]).toEqual(['REFUSED', '居复〔2026〕1号'])
  })
})

describe('off the list', () => {
  test('it is not issued: not by the API, not by SQL', async () => {
    const asked = await ask(OFF_LIST)
    const { code, message } = await w.refused({ ...w.people.secretary, locale: 'zh' }, M.issueCertificate, asked)
    expect([code, message]).toEqual([
      'REFUSED',
      '不在现行出具证明事项清单内，居民委员会有权拒绝出具（《上海市居民委员会工作条例》第二十八条第二款）。',
    ])
    const force = (item: string) =>
      `update duties.certificate_request set status = 'ISSUED', version = 2, number = 'x', facts = 'x', decided_at = '2026-06-15', item_id = ${item} where id = '${asked.id}'`
    expect(await w.direct(force('null'))).toBe('certificate_listed')
    expect(await w.direct(force(`'${itemId(1)}'`))).toBe('certificate_listed')
  })

  test('it is refused on paper, with where to go instead', async () => {
    const asked = await ask(OFF_LIST)
    expect(
      (await w.refused(w.people.secretary, M.refuseCertificate, { ...asked, input: { refusal: 'OFF_LIST', referral: ' ' } }))
        .more['field'],
    ).toBe('referral')
    const input = { refusal: 'OFF_LIST', referral: '户籍所在地派出所或者公证处' }
    expect((await w.run(w.people.secretary, M.refuseCertificate, { ...asked, input })).status).toBe('REFUSED')
    expect((await w.refused(w.people.secretary, M.certify, { input: about({ item: itemId(1) }) })).more['field']).toBe('item')
  })
})

describe('who reads it', () => {
  test('the committee and the person in full, supervisors masked, nobody else at all', async () => {
    const { resident, secretary, supervision, neighbour, elsewhere, town, district, health } = w.people
    const asked = await ask({}, resident)
    await w.run(secretary, M.issueCertificate, asked)
    for (const actor of [secretary, resident])
      expect(await w.run(actor, READ, asked)).toMatchObject({
        name: '示例居民甲',
        resident: { id: resident.resident },
        isListed: true,
      })
    expect(await w.run(supervision, READ, asked)).toMatchObject({ name: '示***甲', facts: null, resident: null })
    for (const actor of [neighbour, elsewhere, town, district, health]) expect(await w.run(actor, READ, asked)).toBeNull()
    const all = await w.run<{ totalCount: number }>(neighbour, 'query { certificateRequests { totalCount } }')
    expect(all.totalCount).toBe(0)
  })

  test('a resident asks of their own committee, and takes it back', async () => {
    expect((await w.refused(w.people.resident, M.certify, { input: about({ division: '310113109044' }) })).code).toBe('FORBIDDEN')
    const asked = await ask({}, w.people.resident)
    expect((await w.refused(w.people.resident, M.issueCertificate, asked)).code).toBe('FORBIDDEN')
    const act =
      'mutation ($id: ID!, $version: Int!) { actOnCertificateRequest(id: $id, action: WITHDRAW, expectedVersion: $version, reason: "不需要了") { status } }'
    expect(await w.run(w.people.resident, act, asked)).toEqual({ status: 'WITHDRAWN' })
  })

  test('its history holds no name', async () => {
    expect(
      await w.sql(`select 1 from duties.event where type = 'CertificateRequest' and data::text like '%示例居民甲%'`),
    ).toEqual([])
  })
})
