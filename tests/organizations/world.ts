// A register with a few organisations, the people who keep it and act for them, and the steps one by one.
import type { Actor } from '../../subgraphs/shared/actor.ts'
import { stage, type Answer, type Stage } from '../support/platform.ts'
import { actorOf, DISTRICT, organizationId, partner, TOWN } from './actors.ts'

export interface Step {
  readonly id: string
  readonly version: number
  readonly status: string
}

export const people = () => ({
  civil: actorOf('DISTRICT_CIVIL_AFFAIRS'),
  town: actorOf('SUBDISTRICT_OFFICER'),
  member: actorOf('COMMITTEE_MEMBER'),
  finance: actorOf('DISTRICT_FINANCE'),
  resident: actorOf('RESIDENT', { resident: '00000001-0000-7000-8000-000000000001' }),
  foreign: actorOf('DISTRICT_CIVIL_AFFAIRS', { id: '00000002-0000-7000-8000-000000000002', division: '310115000000' }),
})
export type People = ReturnType<typeof people>

const SHOWN = '{ id version status }'
export const M = {
  create: `mutation ($division: ID!, $input: SocialOrganizationInput!) { createSocialOrganization(division: $division, input: $input) ${SHOWN} }`,
  act: `mutation ($id: ID!, $action: SocialOrganizationAction!, $version: Int!, $reason: String) { actOnSocialOrganization(id: $id, action: $action, expectedVersion: $version, reason: $reason) ${SHOWN} }`,
  merge: `mutation ($id: ID!, $version: Int!, $into: ID!, $ground: MergerGround!) { mergeSocialOrganization(id: $id, expectedVersion: $version, into: $into, ground: $ground, reason: "依据登记机关文书") ${SHOWN} }`,
  divide: `mutation ($id: ID!, $version: Int!, $into: [ID!]!, $goesOn: Boolean!) { divideSocialOrganization(id: $id, expectedVersion: $version, into: $into, goesOn: $goesOn, reason: "依据登记机关文书") ${SHOWN} }`,
  grade: `mutation ($id: ID!, $version: Int!, $grade: OrganizationGrade!, $until: String!) { gradeSocialOrganization(id: $id, expectedVersion: $version, grade: $grade, until: $until) ${SHOWN} }`,
  report: `mutation ($id: ID!, $version: Int!, $year: Int!, $result: AnnualReportResult!, $on: String) { recordAnnualReport(id: $id, expectedVersion: $version, year: $year, result: $result, filedOn: $on) ${SHOWN} }`,
  mark: `mutation ($id: ID!, $version: Int!, $input: OrganizationMarkInput!) { markSocialOrganization(id: $id, expectedVersion: $version, input: $input) ${SHOWN} }`,
  unmark: `mutation ($id: ID!, $version: Int!, $mark: ID!, $until: String!) { liftOrganizationMark(id: $id, expectedVersion: $version, mark: $mark, until: $until, reason: "已改正") ${SHOWN} }`,
  person: `mutation ($id: ID!, $version: Int!, $input: OrganizationPersonInput!) { addOrganizationPerson(id: $id, expectedVersion: $version, input: $input) ${SHOWN} }`,
  branch: `mutation ($id: ID!, $version: Int!, $name: String!, $since: String!) { keepOrganizationBranch(id: $id, expectedVersion: $version, name: $name, since: $since) ${SHOWN} }`,
  apply: `mutation ($input: QualificationInput!) { applyForDirectory(input: $input) ${SHOWN} }`,
  publish: `mutation ($id: ID!, $version: Int!) { publishQualification(id: $id, expectedVersion: $version, report: "材料齐全，符合条件。") ${SHOWN} }`,
  entry: `mutation ($id: ID!, $action: QualifiedEntryAction!, $version: Int!, $reason: String) { actOnQualifiedEntry(id: $id, action: $action, expectedVersion: $version, reason: $reason) ${SHOWN} }`,
  suspend: `mutation ($id: ID!, $version: Int!, $until: String!) { suspendQualification(id: $id, expectedVersion: $version, until: $until, reason: "服务投诉核查") ${SHOWN} }`,
  remove: `mutation ($id: ID!, $version: Int!, $until: String) { removeQualification(id: $id, expectedVersion: $version, reason: "提供虚假材料", barredUntil: $until) ${SHOWN} }`,
  object: `mutation ($entry: ID!) { objectToQualification(entry: $entry, body: "去年有违约。") { id } }`,
  answer: `mutation ($id: ID!, $version: Int!, $objection: ID!, $upheld: Boolean!) { answerEntryObjection(id: $id, expectedVersion: $version, objection: $objection, upheld: $upheld, answer: "已核查。") ${SHOWN} }`,
  reconfirm: `mutation ($id: ID!, $version: Int!) { reconfirmQualification(id: $id, expectedVersion: $version, statement: "信息没有变化。") ${SHOWN} }`,
  service: `mutation ($organization: ID!, $input: ServiceInput!) { createServiceListing(organization: $organization, input: $input) ${SHOWN} }`,
  revise: `mutation ($id: ID!, $version: Int!, $input: ServiceInput!) { reviseServiceListing(id: $id, expectedVersion: $version, input: $input) ${SHOWN} }`,
  serve: `mutation ($id: ID!, $action: ServiceListingAction!, $version: Int!, $reason: String) { actOnServiceListing(id: $id, action: $action, expectedVersion: $version, reason: $reason) ${SHOWN} }`,
  close: `mutation ($id: ID!, $version: Int!, $until: String!) { closeServiceForATime(id: $id, expectedVersion: $version, alert: "场地装修", until: $until) ${SHOWN} }`,
  place: `mutation ($organization: ID!, $input: PlaceInput!) { addServicePlace(organization: $organization, input: $input) { id version } }`,
  point: `mutation ($service: ID!, $place: ID!, $hours: HoursInput!) { keepServicePoint(service: $service, place: $place, hours: $hours) ${SHOWN} }`,
  shop: `mutation ($input: ShopInput!) { createServiceShop(input: $input) ${SHOWN} }`,
  sell: `mutation ($id: ID!, $action: ServiceShopAction!, $version: Int!, $reason: String) { actOnServiceShop(id: $id, action: $action, expectedVersion: $version, reason: $reason) ${SHOWN} }`,
  offer: `mutation ($input: OpportunityInput!, $division: ID) { createOpportunity(input: $input, division: $division) ${SHOWN} }`,
  open: `mutation ($id: ID!, $action: OpportunityAction!, $version: Int!, $reason: String) { actOnOpportunity(id: $id, action: $action, expectedVersion: $version, reason: $reason) ${SHOWN} }`,
  claim: `mutation ($opportunity: ID!) { claimOpportunity(opportunity: $opportunity) ${SHOWN} }`,
  settle: `mutation ($id: ID!, $action: OpportunityClaimAction!, $version: Int!, $reason: String) { actOnOpportunityClaim(id: $id, action: $action, expectedVersion: $version, reason: $reason) ${SHOWN} }`,
  sheet: `query ($division: ID!, $rows: [[String!]!]!, $passes: [SheetPass!]! = []) { organizationSheet(division: $division, rows: $rows, passes: $passes) { problem rows { line code name effect problems candidates { name likeness } } } }`,
  import: `mutation ($division: ID!, $rows: [[String!]!]!, $passes: [SheetPass!]! = []) { importSocialOrganizations(division: $division, source: "省社会组织平台", rows: $rows, passes: $passes) { added revised disagreed } }`,
}

/** Well-formed codes that are assigned to nobody. */
export const CODES = [
  '52310113MJ9000372N',
  '52310113MJ9000743D',
  '51310113MJ9001113J',
  '52310113MJ900148X8',
  '53310113MJ9001850Y',
  '52310113MJ90022204',
  '52310113MJ90025972',
  '52310113MJ9002968Q',
  '52310113MJ9003338T',
  '51310113MJ9003709L',
] as const

export interface World extends Stage {
  readonly people: People
  readonly run: <T = Step>(actor: Actor, document: string, variables?: object) => Promise<T>
  readonly refused: (actor: Actor, document: string, variables?: object) => Promise<Answer<unknown>['errors'][number]>
  readonly look: (type: string, id: string, as?: Actor) => Promise<Step>
  /** Enters an organisation; gives its latest step. */
  readonly enter: (code: string, name: string, division?: string) => Promise<Step>
  readonly tick: (days: number) => void
  readonly sweep: () => Promise<void>
}

export const openWorld = async (at = new Date('2026-03-02T01:00:00Z')): Promise<World> => {
  const s = await stage(['organizations'], at)
  const run = async <T>(actor: Actor, document: string, variables?: object): Promise<T> => {
    const { data, errors } = await s.ask<Record<string, T>>(
      'organizations',
      actor,
      document,
      variables as Record<string, unknown>,
    )
    if (errors.length) throw new Error(errors.map((e) => `${e.code}: ${e.message}`).join('\n'))
    return Object.values(data!)[0]!
  }
  const known = people()
  return {
    ...s,
    people: known,
    run,
    refused: async (actor, document, variables) => {
      const { errors, data } = await s.ask('organizations', actor, document, variables as Record<string, unknown>)
      if (errors.length !== 1) throw new Error(`expected one refusal, got ${JSON.stringify({ errors, data })}`)
      return errors[0]!
    },
    look: (type, id, as = known.civil) => run<Step>(as, `query ($id: ID!) { ${type}(id: $id) ${SHOWN} }`, { id }),
    enter: (code, name, division = TOWN) =>
      run(known.civil, M.create, { division, input: { code, name, kind: 'SERVICE_AGENCY' } }),
    tick: (days) => void (s.clock.now = new Date(s.clock.now.getTime() + days * 86_400_000)),
    sweep: () => s.subgraphs['organizations']!.sweep(),
  }
}

/** Everything the directory asks for: a grade, last year's report, two full-time staff. */
export const qualify = async (w: World, { id }: Step): Promise<void> => {
  const { civil } = w.people
  const now = async () => ({ id, version: (await w.look('socialOrganization', id)).version })
  await w.run(civil, M.grade, { ...(await now()), grade: 'A3', until: '2030-12-31' })
  for (const year of [2024, 2025])
    await w.run(civil, M.report, { ...(await now()), year, result: 'PASSED', on: `${year + 1}-02-20` })
  for (const name of ['示例甲', '示例乙丙'])
    await w.run(civil, M.person, { ...(await now()), input: { name, post: 'STAFF', since: '2022-01-01' } })
}

export const QUALIFICATION = {
  fields: ['居家养老'],
  evidence: ['REGISTRATION', 'FINANCE', 'TAX', 'EQUIPMENT', 'CREDIT'],
  statement: '有专职人员和固定场所。',
}

/** An entry from its application to its publicity. */
export const publicised = async (w: World, organization: Step): Promise<Step> => {
  const { civil } = w.people
  const applied = await w.run<Step>(partner(organization.id), M.apply, { input: QUALIFICATION })
  const begun = await w.run<Step>(civil, M.entry, { ...applied, action: 'BEGIN_REVIEW' })
  return w.run<Step>(civil, M.publish, begun)
}

/** The same, listed. */
export const listedEntry = async (w: World, organization: Step): Promise<Step> => {
  const shown = await publicised(w, organization)
  w.tick(8)
  return w.run<Step>(w.people.civil, M.entry, { ...shown, action: 'LIST' })
}

export const SERVICE = {
  name: '社区老年助餐',
  description: '为辖区老人提供午餐和送餐。',
  field: 'ELDERLY',
  languages: ['zh', 'wuu'],
  cost: 'REDUCED',
  areas: [TOWN],
  phone: '021-56781234',
}
export const PLACE = {
  name: '示例助餐点',
  kind: 'PHYSICAL',
  isConfidential: false,
  division: '310113109043',
  line: '示例路88弄1号',
  postcode: '201906',
  latitude: 31.35,
  longitude: 121.38,
  access: ['STEP_FREE'],
}
export const HOURS = {
  intervals: [1, 2, 3, 4, 5].flatMap((weekday) => [
    { weekday, opens: '09:00', closes: '12:00' },
    { weekday, opens: '13:00', closes: '17:00' },
  ]),
  exceptions: [],
  holidays: 'CLOSED',
}

/** A service at a place, up to the public. */
export const offered = async (
  w: World,
  organization: Step,
  more: object = {},
  place: object = PLACE,
): Promise<Step & { place: string }> => {
  const own = partner(organization.id)
  const service = await w.run<Step>(own, M.service, { organization: organization.id, input: { ...SERVICE, ...more } })
  const { id: at } = await w.run<{ id: string }>(own, M.place, { organization: organization.id, input: place })
  const kept = await w.run<Step>(own, M.point, { service: service.id, place: at, hours: HOURS })
  const asked = await w.run<Step>(own, M.serve, { ...kept, action: 'SUBMIT' })
  return { ...(await w.run<Step>(w.people.town, M.serve, { ...asked, action: 'PUBLISH' })), place: at }
}

export { DISTRICT, organizationId, partner, TOWN }
