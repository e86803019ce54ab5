// A district with organisations, officers and reviewers, and the steps of a round of grants as the people of it take them.
import { randomUUID } from 'node:crypto'
import type { Actor } from '../../subgraphs/shared/actor.ts'
import { addDays, dayOf } from '../../subgraphs/shared/calendar.ts'
import { holder, stage, type Answer, type Stage } from '../support/platform.ts'
import { DISTRICT } from './actors.ts'

export interface Step {
  readonly id: string
  readonly version: number
  readonly status: string
}

export const M = {
  fund: `mutation ($input: GrantFundInput!) { it: createGrantFund(input: $input) { id version } }`,
  reviseFund: `mutation ($id: ID!, $version: Int!, $amount: Int!) { it: reviseGrantFund(id: $id, expectedVersion: $version, amount: $amount) { id version } }`,
  template: `mutation ($input: GrantTemplateInput!) { it: createGrantTemplate(input: $input) { id version } }`,
  reviseTemplate: `mutation ($id: ID!, $version: Int!, $input: GrantTemplateInput!) { it: reviseGrantTemplate(id: $id, expectedVersion: $version, input: $input) { id version } }`,
  round: `mutation ($input: GrantRoundInput!) { it: createMicroGrantRound(input: $input) { id version status } }`,
  reviseRound: `mutation ($id: ID!, $version: Int!, $input: GrantRoundInput!) { it: reviseMicroGrantRound(id: $id, expectedVersion: $version, input: $input) { id version status } }`,
  actRound: `mutation ($id: ID!, $version: Int!, $action: MicroGrantRoundAction!, $reason: String) { it: actOnMicroGrantRound(id: $id, expectedVersion: $version, action: $action, reason: $reason) { id version status } }`,
  draw: `mutation ($id: ID!, $version: Int!, $seed: String) { it: drawGrantReviewers(id: $id, expectedVersion: $version, seed: $seed) { id version status } }`,
  apply: `mutation ($round: ID!, $input: GrantApplicationInput!) { it: createGrantApplication(round: $round, input: $input) { id version status } }`,
  revise: `mutation ($id: ID!, $version: Int!, $input: GrantApplicationInput!) { it: reviseGrantApplication(id: $id, expectedVersion: $version, input: $input) { id version status } }`,
  actApplication: `mutation ($id: ID!, $version: Int!, $action: GrantApplicationAction!, $reason: String) { it: actOnGrantApplication(id: $id, expectedVersion: $version, action: $action, reason: $reason) { id version status } }`,
  recommend: `mutation ($id: ID!, $version: Int!, $amount: Int!) { it: recommendGrant(id: $id, expectedVersion: $version, amount: $amount) { id version status } }`,
  asReviewer: `mutation ($input: GrantReviewerInput!) { it: applyAsGrantReviewer(input: $input) { id version status } }`,
  actReviewer: `mutation ($id: ID!, $version: Int!, $action: GrantReviewerAction!, $reason: String) { it: actOnGrantReviewer(id: $id, expectedVersion: $version, action: $action, reason: $reason) { id version status } }`,
  tie: `mutation ($input: GrantTieInput!) { it: declareGrantTie(input: $input) { id } }`,
  assign: `mutation ($application: ID!, $reviewers: [ID!]!) { it: assignGrantReviewers(application: $application, reviewers: $reviewers) { id version status } }`,
  actAssignment: `mutation ($id: ID!, $version: Int!, $action: GrantAssignmentAction!, $reason: String) { it: actOnGrantAssignment(id: $id, expectedVersion: $version, action: $action, reason: $reason) { id version status } }`,
  sheet: `mutation ($id: ID!, $version: Int!, $input: GrantSheetInput!) { it: saveGrantSheet(id: $id, expectedVersion: $version, input: $input) { id version status } }`,
  actAgreement: `mutation ($id: ID!, $version: Int!, $action: GrantAgreementAction!, $reason: String) { it: actOnGrantAgreement(id: $id, expectedVersion: $version, action: $action, reason: $reason) { id version status } }`,
  report: `mutation ($id: ID!, $version: Int!, $input: GrantReportInput!) { it: reportOnGrant(id: $id, expectedVersion: $version, input: $input) { id version status } }`,
  pass: `mutation ($id: ID!, $version: Int!, $result: GrantEvaluationResult!) { it: passGrant(id: $id, expectedVersion: $version, result: $result) { id version status } }`,
  giveBack: `mutation ($id: ID!, $version: Int!, $input: GrantReturnInput!) { it: recordGrantReturn(id: $id, expectedVersion: $version, input: $input) { id version status } }`,
  actInstalment: `mutation ($id: ID!, $version: Int!, $action: GrantInstalmentAction!, $reason: String) { it: actOnGrantInstalment(id: $id, expectedVersion: $version, action: $action, reason: $reason) { id version status } }`,
  pay: `mutation ($id: ID!, $version: Int!, $voucher: String!, $paidOn: String!) { it: payGrantInstalment(id: $id, expectedVersion: $version, voucher: $voucher, paidOn: $paidOn) { id version status } }`,
  object: `mutation ($input: GrantObjectionInput!) { it: raiseGrantObjection(input: $input) { id version status } }`,
  actObjection: `mutation ($id: ID!, $version: Int!, $action: GrantObjectionAction!, $reason: String) { it: actOnGrantObjection(id: $id, expectedVersion: $version, action: $action, reason: $reason) { id version status } }`,
  change: `mutation ($agreement: ID!, $input: GrantChangeInput!) { it: askGrantChange(agreement: $agreement, input: $input) { id version status } }`,
  actChange: `mutation ($id: ID!, $version: Int!, $action: GrantChangeAction!, $reason: String) { it: actOnGrantChange(id: $id, expectedVersion: $version, action: $action, reason: $reason) { id version status } }`,
} as const

export const FORM = ['need', 'plan'].map((key) => ({
  key,
  label: key === 'need' ? '需求分析' : '实施方案',
  hint: '',
  limit: 1_000,
}))
export const CRITERIA = [
  { key: 'need', label: '需求', points: 10, weight: 4_000 },
  { key: 'plan', label: '方案', points: 10, weight: 6_000 },
]
export const CONDITIONS = [
  { code: 'REGISTERED', value: null },
  { code: 'REPORTED', value: null },
  { code: 'MIN_GRADE', value: 2 },
  { code: 'NOT_LISTED', value: null },
  { code: 'NO_FAILED_PROJECT', value: null },
  { code: 'NOT_BARRED', value: null },
  { code: 'MAX_AWARDS', value: 1 },
  { code: 'CAP', value: null },
  { code: 'MIN_MONTHS', value: 8 },
]

export interface Refusal {
  readonly message: string
  readonly code: string
}

export interface Grants extends Stage {
  readonly officer: Actor
  readonly lead: Actor
  readonly finance: Actor
  readonly auditor: Actor
  /** What is asked, or an error with its sentence. */
  readonly run: <T = Step>(actor: Actor, query: string, variables?: object) => Promise<T>
  readonly refused: (actor: Actor, query: string, variables?: object) => Promise<Refusal>
  readonly look: (table: string, id: string) => Promise<Step>
  readonly days: (count: number) => void
  readonly today: () => string
  readonly sweep: () => Promise<void>
}

const civil = () => holder([{ role: 'DISTRICT_CIVIL_AFFAIRS', division: DISTRICT }])

export const openGrants = async (at = new Date('2026-03-02T01:00:00Z')): Promise<Grants> => {
  const platform = await stage(['organizations'], at)
  const ask = <T>(actor: Actor, query: string, variables: object = {}): Promise<Answer<{ it: T }>> =>
    platform.ask('organizations', actor, query, variables as Record<string, unknown>)
  return {
    ...platform,
    officer: civil(),
    lead: civil(),
    finance: holder([{ role: 'DISTRICT_FINANCE', division: DISTRICT }]),
    auditor: holder([{ role: 'AUDITOR', division: DISTRICT }]),
    async run<T>(actor: Actor, query: string, variables?: object) {
      const { data, errors } = await ask<T>(actor, query, variables)
      if (errors.length) throw new Error(`${errors[0]!.code}: ${errors[0]!.message}`)
      return data!.it
    },
    async refused(actor, query, variables) {
      const { errors, data } = await ask(actor, query, variables)
      if (!errors.length) throw new Error(`not refused: ${JSON.stringify(data)}`)
      return errors[0]!
    },
    look: async (table, id) =>
      (
        await platform.sql<Step & Record<string, unknown>>(
          `select id, version, status from organizations.${table} where id = $1`,
          [id],
        )
      )[0]!,
    days: (count) => void (platform.clock.now = new Date(platform.clock.now.getTime() + count * 86_400_000)),
    today: () => dayOf(platform.clock.now),
    sweep: () => platform.subgraphs['organizations']!.sweep(),
  }
}

export interface Organization {
  readonly id: string
  readonly actor: Actor
}

let n = 0
/** An organisation in good standing, and somebody who acts for it. */
export const organization = async (
  g: Grants,
  more: { grade?: string | null; status?: string; report?: string | null } = {},
): Promise<Organization> => {
  n += 1
  const id = randomUUID()
  const { grade = 'A3', status = 'REGISTERED', report = 'PASSED' } = more
  await g.sql(
    `insert into organizations.social_organization (id, version, status, division, code, name, kind, grade, grade_until, created_at)
       values ($1, 1, $2, $3, $4, $5, 'SERVICE_AGENCY', $6, case when $6::text is null then null else date '2030-12-31' end, now())`,
    [id, status, DISTRICT, `52310113${String(n).padStart(10, '0')}`, `示例服务中心${n}`, grade],
  )
  if (report)
    for (const year of [2024, 2025])
      await g.sql(
        `insert into organizations.annual_report (id, organization, year, result) values (gen_random_uuid(), $1, $2, $3)`,
        [id, year, report],
      )
  const actor = holder([{ role: 'PARTNER_ORGANIZATION', division: DISTRICT }], { organization: id })
  return { id, actor }
}

export interface Reviewer {
  readonly id: string
  readonly actor: Actor
}

/** Everyone in the pool, by account: whoever a test admits may be drawn in the next. */
const pool = new Map<string, Reviewer>()

/** A reviewer in the pool. */
export const reviewer = async (g: Grants, more: Partial<Actor> & { employer?: string | null } = {}): Promise<Reviewer> => {
  const { employer = null, ...rest } = more
  const actor = holder([{ role: 'EVALUATOR', division: DISTRICT }], rest)
  const input = { division: DISTRICT, employer: '示例高校', fields: ['ELDERLY'], organization: employer }
  const applied = await g.run(actor, M.asReviewer, { input })
  const { id } = await g.run(g.officer, M.actReviewer, { ...applied, action: 'ADMIT' })
  const made = { id, actor }
  pool.set(actor.id!, made)
  return made
}

export const reviewerOf = (account: string): Reviewer => pool.get(account)!

export const roundInput = (g: Grants, fund: string, template: string, more: object = {}) => ({
  division: DISTRICT,
  code: `R${randomUUID().slice(0, 8)}`,
  title: '示例公益微创投',
  fund,
  template,
  pool: 15_000_000,
  cap: 6_000_000,
  fields: ['ELDERLY', 'YOUTH'],
  isBlind: true,
  shares: [5_000, 3_000, 2_000],
  conditions: CONDITIONS,
  opensOn: g.today(),
  closesOn: addDays(g.today(), 14),
  reviewers: 3,
  quorum: 3,
  ...more,
})

export const templateInput = (more: object = {}) => ({
  division: DISTRICT,
  name: `示例模板${randomUUID().slice(0, 6)}`,
  form: FORM,
  criteria: CRITERIA,
  ...more,
})

export const fund = (g: Grants, amount = 500_000_000) =>
  g.run<{ id: string; version: number }>(g.officer, M.fund, {
    input: { division: DISTRICT, name: `福彩公益金${randomUUID().slice(0, 6)}`, year: 2026, amount },
  })

/** A round whose call is open. */
export const openRound = async (g: Grants, more: object = {}): Promise<Step> => {
  const [money, template] = await Promise.all([fund(g), g.run(g.officer, M.template, { input: templateInput() })])
  const drafted = await g.run(g.officer, M.round, { input: roundInput(g, money.id, template.id, more) })
  const { id } = await g.run(g.lead, M.actRound, { ...drafted, action: 'ANNOUNCE' })
  await g.sweep()
  return g.look('micro_grant_round', id)
}

export const applicationInput = (amount = 5_000_000, more: object = {}) => ({
  title: '示例助老项目',
  field: 'ELDERLY',
  answers: FORM.map(({ key }) => ({ key, body: `关于${key}的说明` })),
  budget: [
    { name: '活动费', amount: Math.floor(amount / 2), own: 0 },
    { name: '物资费', amount: amount - Math.floor(amount / 2), own: 10_000 },
  ],
  startsOn: '2026-06-01',
  endsOn: '2027-03-31',
  place: '310113109000',
  ...more,
})

export const submitted = async (g: Grants, round: Step, { actor }: Organization, amount?: number): Promise<Step> => {
  const draft = await g.run(actor, M.apply, { round: round.id, input: applicationInput(amount) })
  return g.run(actor, M.actApplication, { ...draft, action: 'SUBMIT' })
}

export const actRound = async (g: Grants, { id }: { id: string }, action: string, more: object = {}): Promise<Step> =>
  g.run(action === 'PUBLISH' || action === 'FINALISE' ? g.lead : g.officer, M.actRound, {
    ...(await g.look('micro_grant_round', id)),
    action,
    ...more,
  })

/** Closes the call, screens all and begins the review. */
export const toReview = async (g: Grants, round: Step, applications: readonly Step[]): Promise<Step> => {
  g.days(16)
  await g.sweep()
  await actRound(g, round, 'SCREEN')
  for (const { id } of applications) {
    const now = await g.look('grant_application', id)
    if (now.status === 'SUBMITTED') await g.run(g.officer, M.actApplication, { ...now, action: 'ACCEPT' })
  }
  return actRound(g, round, 'REVIEW')
}

export const draw = async (g: Grants, { id }: { id: string }, seed?: string): Promise<Step> =>
  g.run(g.officer, M.draw, { ...(await g.look('micro_grant_round', id)), seed })

interface Assigned extends Step {
  readonly account: string
  readonly application: string
  readonly revision: number
}

export const assignments = (g: Grants, round: { id: string }) =>
  g.sql<Assigned & Record<string, unknown>>(
    `select s.id, s.version, s.status, s.account::text, s.application_id as application, a.revision from organizations.grant_assignment s
       join organizations.grant_application a on a.id = s.application_id where s.round_id = $1 order by s.number, s.id`,
    [round.id],
  )

export const scores = (...points: (number | null)[]) =>
  CRITERIA.map(({ key }, i) => ({ criterion: key, points: points[i] ?? null, reason: points[i] === null ? '不适用' : null }))

/** A reviewer declares no tie, fills in the sheet and hands it in. */
export const score = async (
  g: Grants,
  actor: Actor,
  { id }: { id: string },
  given: readonly (number | null)[],
): Promise<Step> => {
  const now = await g.look('grant_assignment', id)
  const open = now.status === 'DRAWN' ? await g.run(actor, M.actAssignment, { ...now, action: 'DECLARE_CLEAR' }) : now
  const revision = (
    await g.sql<{ revision: number }>(
      `select a.revision from organizations.grant_assignment s join organizations.grant_application a on a.id = s.application_id where s.id = $1`,
      [id],
    )
  )[0]!.revision
  const saved = await g.run(actor, M.sheet, { ...open, input: { revision, scores: scores(...given), comment: '意见' } })
  return g.run(actor, M.actAssignment, { ...saved, action: 'SUBMIT' })
}

export interface Agreement extends Step {
  readonly award: number
  readonly organization: string
  readonly application: string
}

export const agreements = (g: Grants, round: { id: string }) =>
  g.sql<Agreement & Record<string, unknown>>(
    `select id, version, status, award, organization, application_id as application from organizations.grant_agreement where round_id = $1 order by number`,
    [round.id],
  )

export const instalments = (g: Grants, agreement: { id: string }) =>
  g.sql<Step & { amount: number } & Record<string, unknown>>(
    `select id, version, status, amount from organizations.grant_instalment where agreement_id = $1 order by number`,
    [agreement.id],
  )

export const actAgreement = async (
  g: Grants,
  actor: Actor,
  { id }: { id: string },
  action: string,
  reason?: string,
): Promise<Step> => g.run(actor, M.actAgreement, { ...(await g.look('grant_agreement', id)), action, reason })

/** Signed by both. */
export const signed = async (g: Grants, actor: Actor, agreement: { id: string }): Promise<Step> => {
  await actAgreement(g, actor, agreement, 'SIGN')
  return actAgreement(g, g.lead, agreement, 'COUNTERSIGN')
}

let vouchers = 0
/** Asked for, checked, approved and paid by four different people. */
export const paid = async (g: Grants, actor: Actor, row: { id: string }): Promise<Step> => {
  const act = async (who: Actor, action: string) =>
    g.run(who, M.actInstalment, { ...(await g.look('grant_instalment', row.id)), action })
  await act(actor, 'REQUEST')
  await act(g.officer, 'CHECK')
  const approved = await act(g.lead, 'APPROVE')
  return g.run(g.finance, M.pay, { ...approved, voucher: `凭${(vouchers += 1)}`, paidOn: g.today() })
}

export interface Walked {
  readonly round: Step
  readonly organizations: readonly Organization[]
  readonly reviewers: readonly Reviewer[]
  readonly applications: readonly Step[]
}

/** A round in review: so many organisations that applied, so many reviewers, drawn. */
export const reviewing = async (g: Grants, count: number, experts = 5, more: object = {}, amount?: number): Promise<Walked> => {
  const round = await openRound(g, more)
  const organizations = await Promise.all(Array.from({ length: count }, () => organization(g)))
  const reviewers: Reviewer[] = []
  for (let i = 0; i < experts; i++) reviewers.push(await reviewer(g))
  const applications: Step[] = []
  for (const one of organizations) applications.push(await submitted(g, round, one, amount))
  await toReview(g, round, applications)
  await draw(g, round, '公开摇号 7')
  return { round, organizations, reviewers, applications }
}

/** Everyone scores; the higher an application stands in the list, the better. */
export const scoreAll = async (g: Grants, { round, applications }: Walked): Promise<void> => {
  for (const row of await assignments(g, round)) {
    if (row.status !== 'DRAWN') continue
    const place = applications.findIndex(({ id }) => id === row.application)
    const points = Math.max(0, 10 - place)
    await score(g, reviewerOf(row.account).actor, row, [points, points])
  }
}

/** Scored, recommended by rank, published and awarded. */
export const awarded = async (g: Grants, walked: Walked): Promise<Agreement[]> => {
  await scoreAll(g, walked)
  await actRound(g, walked.round, 'DELIBERATE')
  await actRound(g, walked.round, 'RECOMMEND')
  await actRound(g, walked.round, 'PUBLISH')
  g.days(14)
  await actRound(g, walked.round, 'FINALISE')
  return agreements(g, walked.round)
}
