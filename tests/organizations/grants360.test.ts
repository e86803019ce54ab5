// Grants as open data: our awards and 783 real grants taken over as history, by the 360Giving standard. Numbers are those of services.md §7.
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { anonymous } from '../support/platform.ts'
import { wrongBy } from '../support/jsonSchema.ts'
import * as w from './grants.world.ts'
import { M, type Grants } from './grants.world.ts'

const shared = (path: string) => fileURLToPath(new URL(`../../../shared/${path}`, import.meta.url))
const DATA = shared('data/360giving/grants-783.json')
const STANDARD = shared('standards/360giving-1.4.3/')
const [HAS_DATA, HAS_STANDARD] = [existsSync(DATA), existsSync(STANDARD)]
if (!HAS_DATA) console.warn(`No grants at ${DATA}: taking them over is skipped.`)
if (!HAS_STANDARD) console.warn(`No standard at ${STANDARD}: the check against it is skipped.`)

interface Party {
  id: string
  name: string
  [more: string]: unknown
}
interface Grant {
  id: string
  title: string
  description: string
  currency: string
  amountAwarded: number
  awardDate: string
  fromOpenCall?: string
  regrantType?: string
  dataSource?: string
  fundingOrganization: Party[]
  recipientOrganization: Party[]
  grantProgramme: object[]
  beneficiaryLocation?: object[]
  [more: string]: unknown
}

let g: Grants
beforeAll(async () => {
  g = await w.openGrants()
})
afterAll(() => g.stop())

const input = (grant: Grant) => ({
  grantId: grant.id,
  title: grant.title,
  description: grant.description,
  currency: grant.currency,
  amountAwarded: Math.round(grant.amountAwarded * 100),
  awardDate: grant.awardDate,
  fromOpenCall: grant.fromOpenCall,
  regrantType: grant.regrantType,
  dataSource: grant.dataSource,
  funders: grant.fundingOrganization,
  recipients: grant.recipientOrganization,
  programmes: grant.grantProgramme,
  places: grant.beneficiaryLocation,
})
const IMPORT = `mutation ($grants: [PastGrantInput!]!) { it: importPastGrants(grants: $grants) }`
const take = (grants: readonly Grant[]) => g.run<number>(g.officer, IMPORT, { grants: grants.map(input) })
const exported = async () =>
  JSON.parse(await g.run<string>(anonymous, `{ it: grants360 }`)) as { grants: Grant[]; version: string }
const totals = () =>
  g.run<{ currency: string; count: number; amount: string }[]>(anonymous, `{ it: pastGrantTotals { currency count amount } }`)

const example = (id: string, more: Partial<Grant> = {}): Grant => ({
  id,
  title: '示例资助',
  description: '示例',
  currency: 'CNY',
  amountAwarded: 1_000,
  awardDate: '2020-01-01',
  fundingOrganization: [{ id: 'CN-GOV-310113000000', name: '示例资助方' }],
  recipientOrganization: [{ id: 'CN-USCI-1', name: '示例受助方' }],
  grantProgramme: [{ code: 'P' }],
  ...more,
})

/** What the model holds of a grant. */
const held = ({ id, title, description, currency, amountAwarded, awardDate, fromOpenCall, dataSource, ...more }: Grant) => ({
  id,
  title,
  description,
  currency,
  amountAwarded,
  awardDate,
  fromOpenCall,
  dataSource,
  fundingOrganization: more.fundingOrganization,
  recipientOrganization: more.recipientOrganization,
  grantProgramme: more.grantProgramme,
  beneficiaryLocation: more.beneficiaryLocation,
})

test('while nothing was granted there is no package: the standard knows none without a grant', async () => {
  expect(await g.run(anonymous, `{ it: grants360 }`)).toBeNull()
})

describe.runIf(HAS_DATA)('783 real grants', () => {
  const { grants } = HAS_DATA ? (JSON.parse(readFileSync(DATA, 'utf8')) as { grants: Grant[] }) : { grants: [] }
  test('come in as history once, and go out equal in every field the model holds', async () => {
    for (let at = 0; at < grants.length; at += 200)
      expect(await take(grants.slice(at, at + 200))).toBe(Math.min(200, grants.length - at))
    expect(await take(grants.slice(0, 200))).toBe(0)
    const out = new Map((await exported()).grants.map((one) => [one.id, one]))
    expect(out.size).toBe(783)
    for (const grant of grants) expect(held(out.get(grant.id)!)).toEqual(held(grant))
    const [sum] = await totals()
    expect(sum).toEqual({
      currency: 'GBP',
      count: 783,
      amount: String(grants.reduce((all, one) => all + one.amountAwarded * 100, 0)),
    })
  })
})

test('33–36: nothing below or at nothing, no id twice, sums for each currency apart, money granted on counted once', async () => {
  for (const amountAwarded of [0, -5])
    await expect(take([example('360G-example-0', { amountAwarded })])).rejects.toThrow('more than nothing')
  await expect(take([example('example-0')])).rejects.toThrow('360G-')
  expect(await take([example('360G-example-1'), example('360G-example-1')])).toBe(1)
  expect(await take([example('360G-example-2', { currency: 'USD' }), example('360G-example-3', { regrantType: 'FRG010' })])).toBe(
    2,
  )
  expect((await totals()).filter(({ currency }) => currency !== 'GBP')).toEqual([
    { currency: 'CNY', count: 2, amount: '100000' },
    { currency: 'USD', count: 1, amount: '100000' },
  ])
  expect((await g.refused(g.auditor, IMPORT, { grants: [] })).code).toBe('FORBIDDEN')
})

describe('our own', () => {
  let id: string
  beforeAll(async () => {
    const walked = await w.reviewing(g, 3, 3, { pool: 6_000_000 }, 5_000_001)
    const [agreement] = await w.awarded(g, walked)
    const [{ actor: ngo }] = walked.organizations as [w.Organization]
    await w.signed(g, ngo, agreement!)
    await w.paid(g, ngo, (await w.instalments(g, agreement!))[0]!)
    await g.run(ngo, M.report, {
      ...(await g.look('grant_agreement', agreement!.id)),
      input: { body: '中期', beneficiaries: 1, spent: 2_000_000 },
    })
    await w.actAgreement(g, g.officer, agreement!, 'FAIL_MIDTERM', '进度滞后')
    const back = { amount: 500_000, voucher: '退1', returnedOn: g.today() }
    await g.run(g.finance, M.giveBack, { ...(await g.look('grant_agreement', agreement!.id)), input: back })
    id = (await g.sql<{ number: string }>(`select number from organizations.grant_agreement where id = $1`, [agreement!.id]))[0]!
      .number
  })

  test('awards with what was paid and what came back, as transactions; no losers and no persons', async () => {
    const { grants, version } = await exported()
    expect(version).toBe('1.4')
    const ours = grants.filter((one) => one.id.startsWith('360G-linli-'))
    expect(ours.map((one) => one.id)).toEqual([`360G-linli-${id}`])
    expect(ours[0]).toMatchObject({
      currency: 'CNY',
      amountAppliedFor: 50_000.01,
      amountAwarded: 50_000.01,
      amountDisbursed: 25_000,
      fromOpenCall: 'Yes',
    })
    expect((ours[0]!['disbursementTransaction'] as { value: number }[]).map(({ value }) => value)).toEqual([25_000, -5_000])
    const text = JSON.stringify(ours)
    for (const actor of [g.officer, g.lead, g.finance]) expect(text).not.toContain(actor.name + '"')
    expect(text).not.toContain('organization_person')
  })

  test('carry the prefix the surroundings give', async () => {
    vi.stubEnv('GRANTS_PREFIX', '360G-example')
    const { grants } = await exported()
    vi.unstubAllEnvs()
    expect(grants.map((one) => one.id)).toContain(`360G-example-${id}`)
  })

  test.runIf(HAS_STANDARD)('the package is valid by the standard, strictly, and a slip is found', async () => {
    const read = (name: string) => JSON.parse(readFileSync(`${STANDARD}${name}`, 'utf8')) as Record<string, unknown>
    const grant = read('360-giving-schema.json')
    const whole = read('360-giving-package-schema.json')
    // The package of 1.4.3 still names the schema of 1.4.2.
    const named = (whole['properties'] as { grants: { items: { $ref: string } } }).grants.items.$ref
    const schemas = [{ ...grant, $id: named }, whole]
    const answer = await exported()
    expect(wrongBy(schemas, whole, answer).slice(0, 5)).toEqual([])
    const [first, ...rest] = answer.grants
    expect(wrongBy(schemas, whole, { ...answer, grants: [{ ...first, amountAwarded: 'much' }, ...rest] })).toEqual([
      '.grants[0].amountAwarded: string, not number',
    ])
    expect(wrongBy(schemas, whole, { ...answer, grants: [{ ...first, amount: 1 }] })).toEqual([
      '.grants[0].amount: not in the standard',
    ])
  })
})
