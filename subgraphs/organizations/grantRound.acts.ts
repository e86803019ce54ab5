// Taking an action on a round, and what follows from it for its applications, their reviewers and its awards.
import { randomBytes } from 'node:crypto'
import { LockMode } from '@mikro-orm/postgresql'
import type { Context } from '../shared/context.ts'
import { act } from '../shared/event.ts'
import { actAll, lotOf } from './grantActs.ts'
import { GrantApplication } from './grantApplication.entity.ts'
import { applicationFactsOf } from './grantApplication.facts.ts'
import { grantApplicationMachine, type ApplicationAction } from './grantApplication.machine.ts'
import { beginAgreement, promoteReserve } from './grantAward.acts.ts'
import { GrantAssignment } from './grantReview.entity.ts'
import { grantAssignmentMachine, LIVE } from './grantReview.machine.ts'
import { GrantFund, type MicroGrantRound } from './grantRound.entity.ts'
import { roundFacts } from './grantRound.facts.ts'
import { microGrantRoundMachine, type RoundAction } from './grantRound.machine.ts'
import { SocialOrganization } from './organization.entity.ts'
import { meanOf, rank, shown, spreadOf } from './grantScore.rules.ts'
import { bySystem, settle } from './transaction.ts'

interface Said {
  readonly reason?: string | null | undefined
  readonly data?: unknown
}

/** Applications of the round in some states, locked. */
const applicationsIn = (ctx: Context, round: MicroGrantRound, ...status: GrantApplication['status'][]) =>
  ctx.em.find(
    GrantApplication,
    { round: round.id, status: { $in: status } },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { rank: 'asc', id: 'asc' }, filters: { scope: false } },
  )

/** The system takes one action on many applications. */
const moveAll = async (ctx: Context, rows: readonly GrantApplication[], action: ApplicationAction, reason?: string) => {
  const system = bySystem(ctx)
  const facts = await applicationFactsOf(system, rows)
  await actAll(
    system,
    grantApplicationMachine,
    action,
    rows.map((row, i) => [row, facts[i]!, { title: row.title, reason }]),
  )
}

/** Everything handed in is locked; means, spreads and ranks follow from it and the seed. */
const lockScores = async (ctx: Context, round: MicroGrantRound): Promise<void> => {
  const system = bySystem(ctx)
  const applications = await applicationsIn(ctx, round, 'IN_REVIEW')
  const sheets = await ctx.em.find(
    GrantAssignment,
    { round: round.id, status: 'SUBMITTED', application: { $in: applications.map(({ id }) => id) } },
    { lockMode: LockMode.PESSIMISTIC_WRITE },
  )
  await actAll(
    system,
    grantAssignmentMachine,
    'LOCK',
    sheets.map((sheet) => [sheet, {}, { title: round.title }]),
  )
  const [first] = round.criteria
  const scored = applications.map((application) => {
    const own = sheets.filter((sheet) => sheet.application.id === application.id)
    const totals = own.map((sheet) => sheet.total!)
    const points = own.flatMap(({ scores }) => scores.find((s) => s.criterion === first!.key)?.points ?? [])
    return {
      application,
      spread: spreadOf(totals),
      id: application.id,
      mean: meanOf(totals, round.dropsExtremes),
      first: { sum: points.reduce((all, p) => all + p, 0), count: points.length || 1 },
      submittedAt: application.submittedAt!,
      lot: lotOf(round.seed!)(application.id),
    }
  })
  const ranks = new Map(rank(scored).map((one) => [one.id, one]))
  for (const { application, mean, spread } of scored) {
    const { rank: place, tie } = ranks.get(application.id)!
    Object.assign(application, { score: shown(mean), spread, rank: place, tie })
  }
  await moveAll(ctx, applications, 'SCORE')
}

/** In the order of the ranks while the pool lasts; from the first that does not fit, all others are the reserve. */
const recommendByRank = async (ctx: Context, round: MicroGrantRound): Promise<void> => {
  const rows = await applicationsIn(ctx, round, 'SCORED')
  const facts = await applicationFactsOf(ctx, rows)
  let left = round.pool - (await applicationsIn(ctx, round, 'RECOMMENDED')).reduce((all, a) => all + a.awarded!, 0)
  const [within, beyond]: (readonly [GrantApplication, object, { title: string; data?: object }])[][] = [[], []]
  rows.forEach((row, i) => {
    const fact = { ...facts[i]!, available: left, awarded: row.amount }
    const subject = { ...fact, status: row.status, division: row.division }
    if (grantApplicationMachine.refusal('PUT_ON_RESERVE', subject, ctx.actor, ctx.now)) return
    const fits = !beyond!.length && row.amount <= left
    if (fits) {
      left -= row.amount
      row.awarded = row.amount
    }
    const told = { title: row.title, ...(fits && { data: { awarded: row.amount } }) }
    ;(fits ? within! : beyond!).push([row, fact, told])
  })
  await actAll(ctx, grantApplicationMachine, 'RECOMMEND', within!)
  await actAll(ctx, grantApplicationMachine, 'PUT_ON_RESERVE', beyond!)
}

const award = async (ctx: Context, round: MicroGrantRound): Promise<void> => {
  const all = await applicationsIn(ctx, round, 'RECOMMENDED')
  // Two rounds awarded at once wait for each other where the same organisation is in both.
  const of = { id: { $in: all.map(({ organization }) => organization) } }
  await ctx.em.find(SocialOrganization, of, { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } })
  const facts = await applicationFactsOf(bySystem(ctx), all)
  const rows = all.filter((_, i) => !facts[i]!.hasEnough)
  const beyond = all.filter((_, i) => facts[i]!.hasEnough)
  await moveAll(ctx, beyond, 'STOP', '该单位本年度立项数已达上限。')
  await settle(ctx)
  await moveAll(ctx, rows, 'AWARD')
  await settle(ctx)
  for (const row of rows) await beginAgreement(ctx, round, row)
  await moveAll(ctx, await applicationsIn(ctx, round, 'REJECTED'), 'CONCLUDE')
  await settle(ctx)
  await promoteReserve(ctx, round)
}

const stopAll = async (ctx: Context, round: MicroGrantRound, reason: string): Promise<void> => {
  // The rejected too: nobody is to learn from how it ended what a list would have said that was never published.
  await moveAll(ctx, await applicationsIn(ctx, round, ...grantApplicationMachine.row('STOP').from), 'STOP', reason)
  const open = await ctx.em.find(GrantAssignment, { round: round.id, status: { $in: LIVE.slice(0, 2) } })
  const told = { title: round.title, reason }
  await actAll(
    bySystem(ctx),
    grantAssignmentMachine,
    'EXPIRE',
    open.map((row) => [row, {}, told]),
  )
}

type Effect = (ctx: Context, round: MicroGrantRound, said: Said) => Promise<void> | void

/** What is settled before the machine is asked, and what follows once it agreed. */
const BEFORE: Partial<Record<RoundAction, Effect>> = {
  ANNOUNCE: async (ctx, round) => {
    await ctx.em.findOneOrFail(GrantFund, { id: round.fund.id }, { lockMode: LockMode.PESSIMISTIC_WRITE })
    await ctx.em.populate(round, ['template'])
    const { form, criteria } = round.template
    Object.assign(round, { form: structuredClone(form), criteria: structuredClone(criteria) })
  },
}

const AFTER: Partial<Record<RoundAction, Effect>> = {
  ANNOUNCE: (ctx, round) => void (round.announcedAt = ctx.now),
  CLOSE: async (ctx, round) => moveAll(ctx, await applicationsIn(ctx, round, 'DRAFT'), 'STOP', '征集已截止。'),
  REVIEW: async (ctx, round) => {
    const rows = await applicationsIn(ctx, round, 'ELIGIBLE')
    const lot = lotOf(randomBytes(16).toString('hex'))
    rows.toSorted((a, b) => (lot(a.id) < lot(b.id) ? -1 : 1)).forEach((row, i) => (row.number = i + 1))
    await moveAll(ctx, rows, 'ENTER_REVIEW')
  },
  DELIBERATE: lockScores,
  RECOMMEND: recommendByRank,
  PUBLISH: (ctx, round) => void Object.assign(round, { publishedAt: ctx.now, publicUntil: round.dueAt }),
  RECONSIDER: (_ctx, round) => void (round.publicUntil = null),
  FINALISE: (ctx, round) => {
    round.finalisedAt = ctx.now
    return award(ctx, round)
  },
  ARCHIVE: async (ctx, round) => moveAll(ctx, await applicationsIn(ctx, round, 'RESERVE'), 'CONCLUDE'),
  CANCEL: (ctx, round, { reason }) => stopAll(ctx, round, reason!),
}

export const actRound = async (
  ctx: Context,
  round: MicroGrantRound,
  action: RoundAction,
  said: Said = {},
): Promise<MicroGrantRound> => {
  await BEFORE[action]?.(ctx, round, said)
  if (action === 'DELIBERATE') round.seed = randomBytes(16).toString('hex')
  const data = action === 'DELIBERATE' ? { seed: round.seed } : said.data
  await act(ctx, microGrantRoundMachine, round, action, await roundFacts(ctx, round), { ...said, title: round.title, data })
  await AFTER[action]?.(ctx, round, said)
  await settle(ctx)
  return round
}
