// What an award leads to: its agreement and instalments, their release, and what follows when it ends well or badly.
import { LockMode } from '@mikro-orm/postgresql'
import { v7 as uuidv7 } from 'uuid'
import { addDays, dayOf } from '../shared/calendar.ts'
import { hold, rule, type Context } from '../shared/context.ts'
import { act, begin } from '../shared/event.ts'
import { endingAt, endOf, limitEnd } from './clock.ts'
import { actAll } from './grantActs.ts'
import { grantAgreementMachine as machine, type AgreementAction } from './grantAgreement.machine.ts'
import { GrantApplication } from './grantApplication.entity.ts'
import { applicationFacts } from './grantApplication.facts.ts'
import { grantApplicationMachine } from './grantApplication.machine.ts'
import { GrantAgreement, GrantBar, GrantInstalment, GrantReport, type InstalmentCondition } from './grantAward.entity.ts'
import { agreementFacts, agreementSums, instalmentFacts } from './grantAward.facts.ts'
import { grantInstalmentMachine, type InstalmentAction } from './grantInstalment.machine.ts'
import { instalmentsOf, recoverable } from './grantMoney.rules.ts'
import { MicroGrantRound } from './grantRound.entity.ts'
import { microGrantRoundMachine } from './grantRound.machine.ts'
import { SocialOrganization } from './organization.entity.ts'
import { socialOrganizationMachine } from './organization.machine.ts'
import { bySystem, settle } from './transaction.ts'

interface Said {
  readonly reason?: string | null | undefined
  readonly data?: unknown
}

const conditionOf = (i: number, count: number): InstalmentCondition =>
  i === 0 ? 'SIGNED' : i === count - 1 ? 'FINAL' : 'MIDTERM'

/** The agreement on an award and its instalments, which sum to it by construction. */
export const beginAgreement = async (ctx: Context, round: MicroGrantRound, application: GrantApplication): Promise<void> => {
  const count = await ctx.em.count(GrantAgreement, { round: round.id }, { filters: { scope: false } })
  const { division, organization, title, field, startsOn, endsOn, place } = application
  const award = application.awarded!
  const agreement = ctx.em.create(GrantAgreement, {
    id: uuidv7(),
    division,
    organization,
    round,
    application,
    number: `${round.code}-${String(count + 1).padStart(3, '0')}`,
    title,
    field,
    award,
    firstAward: award,
    startsOn: startsOn!,
    endsOn: endsOn!,
    place,
    dueAt: limitEnd(ctx, 'GRANT_SIGNING', division),
    createdAt: ctx.now,
  })
  await begin(ctx, machine, agreement, { title, data: { award } })
  const amounts = instalmentsOf(award, round.shares)
  for (const [i, amount] of amounts.entries()) {
    const condition = conditionOf(i, amounts.length)
    const more = { condition, division, organization, createdAt: ctx.now }
    const row = ctx.em.create(GrantInstalment, { ...more, id: uuidv7(), agreement, number: i + 1, amount })
    await begin(ctx, grantInstalmentMachine, row, { title, data: { amount } })
  }
  await ctx.em.flush()
}

/** What was released goes to the reserve, in the order of the ranks, until the next one does not fit. */
export const promoteReserve = async (ctx: Context, { id, status }: MicroGrantRound): Promise<void> => {
  if (status !== 'FINAL') return
  const system = bySystem(ctx)
  const round = await hold(system, MicroGrantRound, microGrantRoundMachine.label, id)
  const reserve = await ctx.em.find(
    GrantApplication,
    { round: id, status: 'RESERVE' },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { rank: 'asc' }, filters: { scope: false } },
  )
  for (const next of reserve) {
    await hold(system, SocialOrganization, socialOrganizationMachine.label, next.organization)
    await settle(ctx)
    if ((await applicationFacts(system, next)).hasEnough) continue
    next.awarded = next.amount
    const facts = await applicationFacts(system, next)
    const subject = { ...facts, status: next.status, division: next.division }
    if (grantApplicationMachine.refusal('AWARD', subject, system.actor, ctx.now)) {
      next.awarded = null
      return
    }
    await act(system, grantApplicationMachine, next, 'AWARD', facts, { title: next.title, data: { awarded: next.awarded } })
    await settle(ctx)
    await beginAgreement(ctx, round, next)
  }
}

const lines = (ctx: Context, agreement: GrantAgreement, ...status: GrantInstalment['status'][]) =>
  ctx.em.find(
    GrantInstalment,
    { agreement: agreement.id, status: { $in: status } },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { number: 'asc' }, filters: { scope: false } },
  )

/** The system takes one action on some of the instalments. */
const moveLines = async (
  ctx: Context,
  agreement: GrantAgreement,
  action: InstalmentAction,
  rows: GrantInstalment[],
  reason?: string,
) => {
  await settle(ctx)
  const system = bySystem(ctx)
  const told = { title: agreement.title, reason }
  const facts = await Promise.all(rows.map((row) => instalmentFacts(system, row)))
  await actAll(
    system,
    grantInstalmentMachine,
    action,
    rows.map((row, i) => [row, facts[i]!, told]),
  )
}

const OPEN = ['PLANNED', 'CONDITION_MET', 'REQUESTED', 'CHECKED', 'APPROVED'] as const

const release = async (ctx: Context, agreement: GrantAgreement, condition: InstalmentCondition) =>
  moveLines(
    ctx,
    agreement,
    'RELEASE',
    (await lines(ctx, agreement, 'PLANNED')).filter((row) => row.condition === condition),
  )

/** A failed project: what is left is withheld, what is not spent called back, its organisation barred for some years. */
const fail = async (ctx: Context, agreement: GrantAgreement): Promise<void> => {
  await moveLines(ctx, agreement, 'WITHHOLD', await lines(ctx, agreement, ...OPEN), '项目已终止。')
  const { paid } = await agreementSums(ctx, agreement.id)
  const today = dayOf(ctx.now)
  const years = rule<number>(ctx, 'GRANT_BAR_YEARS', agreement.division).value
  const until = `${Number(today.slice(0, 4)) + years}${today.slice(4)}`
  agreement.demanded = recoverable(paid, agreement.spent, 0)
  agreement.result = 'FAIL'
  const { division, organization } = agreement
  ctx.em.create(GrantBar, { id: uuidv7(), division, organization, agreement, from: today, until, at: ctx.now })
}

/** Nobody takes it: what was kept for it goes to the reserve. */
const giveUp = async (ctx: Context, agreement: GrantAgreement): Promise<void> => {
  await moveLines(ctx, agreement, 'CANCEL', await lines(ctx, agreement, ...OPEN))
  const system = bySystem(ctx)
  const application = await ctx.em.findOneOrFail(
    GrantApplication,
    { id: agreement.application.id },
    { lockMode: LockMode.PESSIMISTIC_WRITE, filters: { scope: false } },
  )
  await act(system, grantApplicationMachine, application, 'DECLINE', await applicationFacts(system, application), {
    title: application.title,
  })
  await settle(ctx)
  await promoteReserve(
    ctx,
    await ctx.em.findOneOrFail(MicroGrantRound, { id: agreement.round.id }, { filters: { scope: false } }),
  )
}

/** The middle of a project, as a day. */
const middleOf = (from: string, to: string): string =>
  addDays(from, Math.floor((Date.parse(to) - Date.parse(from)) / 2 / 86_400_000))

type Effect = (ctx: Context, agreement: GrantAgreement) => Promise<void> | void

const AFTER: Partial<Record<AgreementAction, Effect>> = {
  SIGN: (ctx, agreement) => void Object.assign(agreement, { signedAt: ctx.now, signedBy: ctx.actor.name }),
  COUNTERSIGN: (ctx, agreement) => {
    agreement.runningAt = ctx.now
    return release(ctx, agreement, 'SIGNED')
  },
  PASS_MIDTERM: (ctx, agreement) => release(ctx, agreement, 'MIDTERM'),
  FAIL_MIDTERM: fail,
  FAIL_FINAL: fail,
  LAPSE: fail,
  TERMINATE: fail,
  DECLINE: giveUp,
  FORFEIT: giveUp,
  WIND_UP: async (ctx, agreement) => moveLines(ctx, agreement, 'CANCEL', await lines(ctx, agreement, ...OPEN, 'WITHHELD')),
  PASS_FINAL: async (ctx, agreement) => {
    const { paid } = await agreementSums(ctx, agreement.id)
    // What is still to be paid is paid only where it was spent; what was paid and not spent comes back.
    if (agreement.spent <= paid) {
      await moveLines(ctx, agreement, 'CANCEL', await lines(ctx, agreement, ...OPEN, 'WITHHELD'))
      agreement.demanded = paid - agreement.spent
    } else {
      await release(ctx, agreement, 'FINAL')
      agreement.demanded = agreement.award - agreement.spent
    }
  },
}

/** When the report that comes next is due. */
const reportDay = async (ctx: Context, agreement: GrantAgreement, kind: GrantReport['kind']): Promise<Date> => {
  const report = await ctx.em.findOneOrFail(GrantReport, { agreement: agreement.id, kind })
  return endOf(report.extendedTo ?? report.dueOn)
}

/** The days reports are due are set once, when the agreement takes effect. */
const setReports = async (ctx: Context, agreement: GrantAgreement): Promise<void> => {
  const { startsOn, endsOn, division } = agreement
  const today = dayOf(ctx.now)
  const from = startsOn > today ? startsOn : today
  const final = addDays(endsOn > from ? endsOn : from, rule<number>(ctx, 'GRANT_FINAL_DAYS', division).value)
  const due = { MIDTERM: middleOf(from, endsOn > from ? endsOn : final), FINAL: final }
  for (const kind of ['MIDTERM', 'FINAL'] as const)
    ctx.em.create(GrantReport, { id: uuidv7(), agreement, kind, dueOn: due[kind] })
  await ctx.em.flush()
}

export const actAgreement = async (
  ctx: Context,
  agreement: GrantAgreement,
  action: AgreementAction,
  { reason, data }: Said = {},
): Promise<GrantAgreement> => {
  const facts = await agreementFacts(ctx, agreement)
  let clocked = ctx
  if (machine.row(action).starts === 'GRANT_REPORT') {
    if (action === 'COUNTERSIGN') await setReports(ctx, agreement)
    const at = await reportDay(ctx, agreement, action === 'COUNTERSIGN' ? 'MIDTERM' : 'FINAL')
    clocked = endingAt(ctx, 'GRANT_REPORT', agreement.division, at)
  }
  await act(clocked, machine, agreement, action, facts, { title: agreement.title, reason, data })
  await AFTER[action]?.(ctx, agreement)
  await settle(ctx)
  return agreement
}

export const actInstalment = async (
  ctx: Context,
  row: GrantInstalment,
  action: InstalmentAction,
  { reason, data }: Said = {},
): Promise<GrantInstalment> => {
  await ctx.em.populate(row, ['agreement'], { filters: { scope: false } } as never)
  await act(ctx, grantInstalmentMachine, row, action, await instalmentFacts(ctx, row), {
    title: row.agreement.title,
    reason,
    data,
  })
  const who = ctx.actor.id
  if (action === 'CHECK') row.checkedBy = who
  if (action === 'APPROVE') row.approvedBy = who
  if (action === 'SEND_BACK') Object.assign(row, { checkedBy: null, approvedBy: null })
  await settle(ctx)
  return row
}
