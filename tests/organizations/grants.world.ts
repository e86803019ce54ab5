// The steps of a round of grants as the people of a district take them.
import { randomUUID } from 'node:crypto'
import type { Actor } from '../../subgraphs/shared/actor.ts'
import { addDays } from '../../subgraphs/shared/calendar.ts'
import { DISTRICT } from './actors.ts'
import { M } from './grants.asked.ts'
import {
  CONDITIONS,
  CRITERIA,
  FORM,
  type Grants,
  type Organization,
  type Reviewer,
  type Step,
  organization,
  reviewer,
  reviewerOf,
} from './grants.people.ts'

export { M }
export * from './grants.people.ts'

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
