// A district for the tests of admission and funding: the people, the mutations, and the way of one matter step by step.
import type { Actor } from '../../subgraphs/shared/actor.ts'
import { dayOf } from '../../subgraphs/shared/calendar.ts'
import { Department } from '../../subgraphs/duties/department.entity.ts'
import { person, stage, type Answer, type Stage } from '../support/platform.ts'
import { actorOf, departmentActor, departmentId, DISTRICT, DIVISION, TOWN } from './actors.ts'

export const UNITS = [TOWN, DIVISION, '310113109001']

export const people = () => ({
  department: departmentActor(1),
  other: departmentActor(2),
  civil: actorOf('DISTRICT_CIVIL_AFFAIRS', { name: '示例区民政干部' }),
  justice: actorOf('DISTRICT_JUSTICE', { name: '示例司法局干部' }),
  finance: actorOf('DISTRICT_FINANCE'),
  joint: [1, 2, 3].map((n) => actorOf('DISTRICT_JOINT_MEETING', { id: `JOINT${n}`, name: `示例联席会议成员${n}` })),
  town: actorOf('SUBDISTRICT_OFFICER'),
  secretary: actorOf('COMMITTEE_SECRETARY', { name: '示例书记' }),
  committee: actorOf('COMMITTEE_MEMBER', { id: 'SECOND', division: '310113109001' }),
  resident: person('RESIDENT', DIVISION, { resident: '00000000-0000-7000-8000-00000000aaaa' }),
  foreign: actorOf('COMMITTEE_SECRETARY', { id: 'FOREIGN', division: '320585100000' }),
})

export interface Step {
  readonly id: string
  readonly version: number
  readonly status: string
}

export interface World extends Stage {
  readonly people: ReturnType<typeof people>
  /** Runs an operation and gives its one field; fails the test with the sentence when it is refused. */
  readonly run: <T = Step>(actor: Actor, operation: string, variables?: object) => Promise<T>
  readonly refused: (actor: Actor, operation: string, variables?: object) => Promise<Answer<unknown>['errors'][number]>
  /** The next day at the same time, or so many days on. */
  readonly tick: (days?: number) => void
  readonly sweep: () => Promise<void>
}

export const openWorld = async (at = new Date('2026-03-02T01:00:00Z')): Promise<World> => {
  const s = await stage(['duties'], at)
  await s.subgraphs['duties']!.asSystem(async ({ em }) => {
    for (const n of [1, 2])
      em.create(Department, { id: departmentId(n), division: DISTRICT, name: `示例部门${n}`, code: `D${n}`, level: 'DISTRICT' })
  })
  const ask = (actor: Actor, operation: string, variables?: object) =>
    s.ask<Record<string, unknown>>('duties', actor, operation, variables as Record<string, unknown>)
  return {
    ...s,
    people: people(),
    run: async <T>(actor: Actor, operation: string, variables?: object) => {
      const { data, errors } = await ask(actor, operation, variables)
      if (errors.length) throw new Error(errors.map((e) => `${e.code}: ${e.message}`).join('\n'))
      return Object.values(data!)[0] as T
    },
    refused: async (actor, operation, variables) => {
      const { errors, data } = await ask(actor, operation, variables)
      if (errors.length !== 1) throw new Error(`expected one refusal, got ${JSON.stringify({ errors, data })}`)
      return errors[0]!
    },
    tick: (days = 1) => void (s.clock.now = new Date(s.clock.now.getTime() + days * 86_400_000)),
    sweep: () => s.subgraphs['duties']!.sweep(),
  }
}

const SHOWN = '{ id version status }'

export const M = {
  create: `mutation ($input: AdmissionInput!) { createAdmissionApplication(input: $input) ${SHOWN} }`,
  revise: `mutation ($id: ID!, $version: Int!, $input: AdmissionInput!) { reviseAdmissionApplication(id: $id, expectedVersion: $version, input: $input) ${SHOWN} }`,
  act: `mutation ($id: ID!, $version: Int!, $action: AdmissionApplicationAction!, $reason: String) { actOnAdmissionApplication(id: $id, expectedVersion: $version, action: $action, reason: $reason) ${SHOWN} }`,
  giveBack: `mutation ($id: ID!, $version: Int!, $missing: [String!]!) { returnAdmissionApplication(id: $id, expectedVersion: $version, missing: $missing) ${SHOWN} }`,
  review: `mutation ($id: ID!, $version: Int!, $passed: [AdmissionCheck!]!, $opinion: String!) { reviewAdmissionApplication(id: $id, expectedVersion: $version, passed: $passed, opinion: $opinion) ${SHOWN} }`,
  invite: `mutation ($id: ID!, $version: Int!, $units: [ID!]!) { inviteOpinions(id: $id, expectedVersion: $version, units: $units) ${SHOWN} }`,
  sign: `mutation ($id: ID!, $version: Int!, $stance: OpinionStance!, $body: String!) { signOpinion(id: $id, expectedVersion: $version, stance: $stance, body: $body) ${SHOWN} }`,
  convene: `mutation ($id: ID!, $version: Int!, $on: String!, $members: Int!) { conveneJointMeeting(id: $id, expectedVersion: $version, meetsOn: $on, members: $members) ${SHOWN} }`,
  vote: `mutation ($id: ID!, $choice: JointChoice!, $reason: String!) { castJointVote(id: $id, choice: $choice, reason: $reason) ${SHOWN} }`,
  conclude: `mutation ($id: ID!, $version: Int!, $minutes: String!, $days: Int) { concludeJointMeeting(id: $id, expectedVersion: $version, minutes: $minutes, publicityDays: $days) ${SHOWN} }`,
  object: `mutation ($id: ID!, $body: String!, $from: String) { objectToAdmission(id: $id, body: $body, from: $from) { id version status objections { id by body answer } } }`,
  answer: `mutation ($id: ID!, $answer: String!) { answerAdmissionObjection(id: $id, answer: $answer) ${SHOWN} }`,
  admit: `mutation ($id: ID!, $version: Int!, $number: String!) { admitApplication(id: $id, expectedVersion: $version, documentNumber: $number) ${SHOWN} }`,
  adjust: `mutation ($id: ID!, $version: Int!, $input: AdjustmentInput!) { settleAdjustment(id: $id, expectedVersion: $version, input: $input) ${SHOWN} }`,
  plan: `mutation ($id: ID!, $input: FundingInput!) { planFunding(application: $id, input: $input) ${SHOWN} }`,
  promise: `mutation ($id: ID!, $input: FundingInput!) { promiseFunding(item: $id, input: $input) ${SHOWN} }`,
  reviseFunding: `mutation ($id: ID!, $version: Int!, $input: FundingInput!) { reviseFunding(id: $id, expectedVersion: $version, input: $input) ${SHOWN} }`,
  actFunding: `mutation ($id: ID!, $version: Int!, $action: FundingCommitmentAction!, $reason: String) { actOnFundingCommitment(id: $id, expectedVersion: $version, action: $action, reason: $reason) ${SHOWN} }`,
  budget: `mutation ($id: ID!, $version: Int!, $document: String!) { budgetFunding(id: $id, expectedVersion: $version, document: $document) ${SHOWN} }`,
  transfer: `mutation ($id: ID!, $version: Int!, $input: TransferInput!) { transferFunds(id: $id, expectedVersion: $version, input: $input) ${SHOWN} }`,
  reconcile: `mutation ($id: ID!, $version: Int!, $received: Int!) { reconcileFunding(id: $id, expectedVersion: $version, received: $received) ${SHOWN} }`,
  solicit: `mutation ($id: ID!, $version: Int!, $action: DutyListVersionAction!, $reason: String) { actOnDutyListVersion(id: $id, expectedVersion: $version, action: $action, reason: $reason) ${SHOWN} }`,
  publish: `mutation ($id: ID!, $version: Int!, $number: String!, $on: String!) { publishDutyListVersion(id: $id, expectedVersion: $version, documentNumber: $number, effectiveOn: $on) ${SHOWN} }`,
}

export const CHECKS = ['NOT_OWN_DUTY', 'BASIS_IN_FORCE', 'ASSISTANCE_ONLY', 'FUNDS_AND_MEANS']

export const matter = (more: object = {}) => ({
  listType: 'ASSIST_GOVERNMENT',
  name: '协助开展传染病预防宣传',
  category: 'PUBLIC_SERVICE',
  performer: 'RESIDENTS_COMMITTEE',
  content: '协助张贴宣传材料，组织居民参加健康讲座。',
  standard: '宣传材料覆盖所有楼组。',
  frequency: '每季度一次',
  timeLimit: '每季度末前完成',
  validFrom: '2026-06-01',
  bases: [{ law: '中华人民共和国传染病防治法', article: '第十条', level: 'LAW', inForceFrom: '2025-09-01' }],
  ...more,
})

export const funds = (more: object = {}) => ({
  receiver: TOWN,
  year: 2026,
  amount: 1_000_000,
  source: '部门预算',
  accountingUnit: '街镇/年',
  transferBy: '2026-06-30',
  ...more,
})

/** The record as its department sees it. */
export const look = (w: World, { id }: { id: string }, actor: Actor = w.people.department): Promise<Step> =>
  w.run(actor, `query ($id: ID!) { admissionApplication(id: $id) ${SHOWN} }`, { id })

export const lookFunding = (w: World, { id }: { id: string }, actor: Actor = w.people.department): Promise<Step> =>
  w.run(actor, `query ($id: ID!) { fundingCommitment(id: $id) ${SHOWN} }`, { id })

export const act = (w: World, actor: Actor, { id, version }: Step, action: string, reason?: string): Promise<Step> =>
  w.run(actor, M.act, { id, version, action, reason })

export const draft = async (w: World, more: object = {}): Promise<Step> => {
  const { id } = await w.run(w.people.department, M.create, { input: matter(more) })
  const year = w.clock.now.getFullYear()
  await w.run(w.people.department, M.plan, { id, input: funds({ year, transferBy: `${year}-12-20` }) })
  return look(w, { id })
}

export const submit = async (w: World, more: object = {}): Promise<Step> =>
  act(w, w.people.department, await draft(w, more), 'SUBMIT')

export const toReview = async (w: World, more: object = {}): Promise<Step> =>
  act(w, w.people.civil, await submit(w, more), 'ACCEPT')

export const toConsulting = async (w: World, more: object = {}): Promise<Step> => {
  const { id, version } = await toReview(w, more)
  const cleared = await w.run(w.people.justice, M.review, { id, version, passed: CHECKS, opinion: '依据充分，同意。' })
  return w.run(w.people.civil, M.invite, { ...cleared, units: UNITS })
}

export interface Asked extends Step {
  readonly division: { readonly code: string }
}

export const opinionsOf = (w: World, { id }: { id: string }): Promise<{ opinions: Asked[] }> =>
  w.run(
    w.people.civil,
    'query ($id: ID!) { admissionApplication(id: $id) { opinions { id version status division { code } } } }',
    {
      id,
    },
  )

export const signer = (w: World, unit: string): Actor =>
  unit === TOWN ? w.people.town : unit === DIVISION ? w.people.secretary : w.people.committee

export const sign = async (w: World, application: { id: string }, units = UNITS): Promise<void> => {
  for (const one of (await opinionsOf(w, application)).opinions.filter(({ division }) => units.includes(division.code)))
    await w.run(signer(w, one.division.code), M.sign, { ...one, stance: 'AGREE', body: '同意，建议分批开展。' })
}

export const toMeeting = async (w: World, more: object = {}): Promise<Step> => {
  const consulting = await toConsulting(w, more)
  await sign(w, consulting)
  const { id, version } = await look(w, consulting)
  return w.run(w.people.civil, M.convene, { id, version, on: dayOf(w.clock.now), members: 3 })
}

export const cast = async (w: World, { id }: { id: string }, choices: string[]): Promise<Step> => {
  for (const [at, choice] of choices.entries())
    await w.run(w.people.joint[at]!, M.vote, { id, choice, reason: '工作需要，经费落实。' })
  return look(w, { id })
}

export const toPublicity = async (w: World, more: object = {}): Promise<Step> => {
  const { id, version } = await cast(w, await toMeeting(w, more), ['FOR', 'FOR', 'AGAINST'])
  return w.run(w.people.civil, M.conclude, { id, version, minutes: '会议同意准入。', days: 5 })
}

let documents = 0
export const toAdmitted = async (w: World, more: object = {}): Promise<Step> => {
  const { id, version } = await toPublicity(w, more)
  w.tick(14)
  documents += 1
  return w.run(w.people.civil, M.admit, { id, version, number: `示例准入〔2026〕${documents}号` })
}

export const budget = async (w: World, id: string): Promise<Step> => {
  const { commitments } = await w.run<{ commitments: Step[] }>(
    w.people.department,
    'query ($id: ID!) { admissionApplication(id: $id) { commitments { id version status } } }',
    { id },
  )
  return w.run(w.people.finance, M.budget, { ...commitments[0]!, document: '示例财预〔2026〕1号' })
}

/** The version being compiled goes its way until it is in force. */
export const inForce = async (w: World): Promise<void> => {
  const [version] = await w.sql<{ id: string; version: number }>(
    `select id, version from duties.duty_list_version where status = 'COMPILING' and division = '${DISTRICT}'`,
  )
  const steps = (action: string, reason?: string) => ({ action, ...(reason && { reason }) })
  const soliciting = await w.run(w.people.civil, M.solicit, { ...version!, ...steps('SOLICIT') })
  w.tick(9)
  const deliberated = await w.run(w.people.joint[0]!, M.solicit, { ...soliciting, ...steps('DELIBERATE', '同意发布。') })
  const on = new Date(w.clock.now.getTime() + 16 * 86_400_000).toISOString().slice(0, 10)
  await w.run(w.people.civil, M.publish, { ...deliberated, number: `示例民〔2026〕${deliberated.id.slice(0, 4)}号`, on })
  w.tick(17)
  await w.sweep()
}

export const toInForce = async (w: World, more: object = {}): Promise<Step> => {
  const admitted = await toAdmitted(w, more)
  await budget(w, admitted.id)
  await inForce(w)
  return look(w, admitted)
}
