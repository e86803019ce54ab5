// Assigning reviewers, by lot or by name, and what follows when one of them has a tie: they never come near that file again.
import { randomBytes } from 'node:crypto'
import { LockMode } from '@mikro-orm/postgresql'
import { v7 as uuidv7 } from 'uuid'
import { dayOf } from '../shared/calendar.ts'
import type { Context } from '../shared/context.ts'
import { refused } from '../shared/errors.ts'
import { act, recordAll } from '../shared/event.ts'
import { text, type Text } from '../shared/words.ts'
import { limitEnd } from './clock.ts'
import { actAll, isTiedTo, lotOf } from './grantActs.ts'
import { GrantApplication } from './grantApplication.entity.ts'
import { draw } from './grantDraw.rules.ts'
import { GrantAssignment, GrantReviewer, GrantTie } from './grantReview.entity.ts'
import { assignmentFacts } from './grantReview.facts.ts'
import { grantAssignmentMachine as machine, LIVE, type AssignmentAction } from './grantReview.machine.ts'
import type { MicroGrantRound } from './grantRound.entity.ts'
import { roundFacts } from './grantRound.facts.ts'
import { microGrantRoundMachine } from './grantRound.machine.ts'
import { assignmentTitle } from './grantReview.rules.ts'
import { totalOf } from './grantScore.rules.ts'
import { binds, type TieKind } from './grantTie.rules.ts'
import { bySystem, settle, uuids } from './transaction.ts'

const past = { filters: { scope: false } } as const

interface Pool {
  readonly reviewers: readonly GrantReviewer[]
  readonly assignments: readonly GrantAssignment[]
  /** Why a reviewer can never be assigned to an application; null when they can. */
  readonly barred: (reviewer: GrantReviewer, application: GrantApplication) => Text | null
}

const ONCE = text(
  '该专家已被指派过，回避或放弃的不得再次指派。',
  'This reviewer was assigned once; whoever stayed out is never assigned again.',
)
const TIED = text('该专家与申报单位有利害关系，不得指派。', 'This reviewer has a tie to the applicant and cannot be assigned.')
const APPLIES = text('该专家所在单位参加本批次申报，不得指派。', 'The reviewer’s own organisation applies in this round.')

/** The reviewers of the round's district, what was assigned already, and who must stay out of what. */
const poolOf = async (ctx: Context, round: MicroGrantRound): Promise<Pool> => {
  const district = `${round.division.slice(0, 6)}000000`
  const reviewers = await ctx.em.find(
    GrantReviewer,
    { status: 'ADMITTED', division: district },
    { ...past, orderBy: { id: 'asc' } },
  )
  const accounts = reviewers.map(({ account }) => account)
  const assignments = await ctx.em.find(GrantAssignment, { round: round.id }, past)
  const ties = await ctx.em.find(GrantTie, { account: { $in: accounts } }, past)
  const posts = await ctx.em.execute<{ account: string; organization: string }[]>(
    `select account::text, organization from organizations.organization_person where account = any(?::uuid[]) and (until is null or until + interval '3 years' >= ?::date)`,
    [uuids(accounts), dayOf(ctx.now)],
  )
  const applicants = await ctx.em.execute<{ organization: string }[]>(
    `select organization from organizations.grant_application where round_id = ? and status not in ('DRAFT', 'WITHDRAWN')`,
    [round.id],
  )
  const applying = new Set(applicants.map(({ organization }) => organization))
  const tied = new Set([
    ...ties.filter((tie) => binds(tie, dayOf(ctx.now))).map(({ account, organization }) => `${account} ${organization}`),
    ...posts.map(({ account, organization }) => `${account} ${organization}`),
  ])
  const once = new Set(assignments.map(({ reviewer, application }) => `${reviewer.id} ${application.id}`))
  return {
    reviewers,
    assignments,
    barred: ({ id, account, organization }, application) =>
      organization === application.organization || tied.has(`${account} ${application.organization}`)
        ? TIED
        : organization && applying.has(organization)
          ? APPLIES
          : once.has(`${id} ${application.id}`)
            ? ONCE
            : null,
  }
}

const assign = async (
  ctx: Context,
  round: MicroGrantRound,
  pairs: readonly (readonly [GrantApplication, GrantReviewer])[],
): Promise<GrantAssignment[]> => {
  const dueAt = limitEnd(ctx, 'GRANT_SCORING', round.division)
  const rows = pairs.map(([application, reviewer]) =>
    ctx.em.create(GrantAssignment, {
      id: uuidv7(),
      division: round.division,
      round,
      application,
      reviewer,
      account: reviewer.account,
      number: application.number!,
      dueAt,
      createdAt: ctx.now,
    }),
  )
  const step = { type: machine.name, action: 'CREATE', to: 'DRAWN', awaits: machine.awaits('DRAWN'), dueAt }
  await recordAll(
    ctx,
    rows.map((row) => [row, { ...step, title: assignmentTitle(round.title, row.number), organization: row.account }]),
  )
  await settle(ctx)
  return rows
}

const inReview = (ctx: Context, round: MicroGrantRound) =>
  ctx.em.find(
    GrantApplication,
    { round: round.id, status: { $in: ['IN_REVIEW', 'MORE_INFO'] }, number: { $ne: null } },
    { ...past, lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
  )

/** Fills up every application in review from the pool, by a seed that is logged. */
export const drawReviewers = async (ctx: Context, round: MicroGrantRound, given?: string): Promise<MicroGrantRound> => {
  const seed = given?.trim().slice(0, 100) || randomBytes(16).toString('hex')
  const applications = await inReview(ctx, round)
  const pool = await poolOf(ctx, round)
  const live = pool.assignments.filter(({ status }) => (LIVE as readonly string[]).includes(status))
  const loads = new Map(pool.reviewers.map((r) => [r.id, live.filter(({ reviewer }) => reviewer.id === r.id).length]))
  const open = applications.map((application) => ({
    application: application.id,
    lacks: Math.max(0, round.reviewers - live.filter((a) => a.application.id === application.id).length),
    barred: new Set(pool.reviewers.filter((r) => pool.barred(r, application)).map(({ id }) => id)),
  }))
  const ids = pool.reviewers.map(({ id }) => id)
  const { drawn, short } = draw(lotOf(seed), open, ids, loads)
  const data = { seed, among: ids, drawn: drawn.length, short: short.length }
  const facts = await roundFacts(ctx, round)
  await act(ctx, microGrantRoundMachine, round, 'DRAW', facts, { title: round.title, data })
  const applicationOf = new Map(applications.map((a) => [a.id, a]))
  const reviewerOf = new Map(pool.reviewers.map((r) => [r.id, r]))
  await assign(
    ctx,
    round,
    drawn.map(({ application, reviewer }) => [applicationOf.get(application)!, reviewerOf.get(reviewer)!]),
  )
  return round
}

/** Those of the pool whom nothing keeps from the application. */
export const candidatesFor = async (ctx: Context, round: MicroGrantRound, application: GrantApplication) => {
  const pool = await poolOf(ctx, round)
  return pool.reviewers.filter((reviewer) => !pool.barred(reviewer, application))
}

/** Assigns reviewers by name: all of them, or none when one of them must stay out. */
export const assignReviewers = async (
  ctx: Context,
  round: MicroGrantRound,
  application: GrantApplication,
  ids: readonly string[],
): Promise<GrantAssignment[]> => {
  if (round.status !== 'REVIEWING' || application.number === null)
    throw refused(text('只有评审中的申报才能指派专家。', 'Reviewers are assigned while the round is reviewed.'))
  if (await isTiedTo(ctx, application.organization))
    throw refused(text('您与申报单位有利害关系，应当回避。', 'You have a tie to the applicant and stay out of this.'))
  const pool = await poolOf(ctx, round)
  const chosen = [...new Set(ids)].map((id) => {
    const reviewer = pool.reviewers.find((r) => r.id === id)
    if (!reviewer) throw refused(text('该专家不在本区专家库中。', 'This reviewer is not in the pool of the district.'))
    const why = pool.barred(reviewer, application)
    if (why) throw refused(why, { rule: 'GrantAssignment.barred' })
    return [application, reviewer] as const
  })
  return assign(ctx, round, chosen)
}

/** A tie of a person to an organisation; live assignments to its applications end with it. */
export const tie = async (
  ctx: Context,
  { account, name }: { readonly account: string; readonly name: string },
  organization: string,
  { kind, until, note }: { readonly kind: TieKind; readonly until: string | null; readonly note: string | null },
): Promise<GrantTie> => {
  const made = ctx.em.create(GrantTie, { id: uuidv7(), account, name, organization, kind, until, note, at: ctx.now })
  await settle(ctx)
  if (!binds(made, dayOf(ctx.now))) return made
  const open = await ctx.em.find(
    GrantAssignment,
    { account, status: { $in: LIVE.slice(0, 3) }, application: { organization }, round: { status: 'REVIEWING' } },
    { ...past, lockMode: LockMode.PESSIMISTIC_WRITE },
  )
  await actAll(
    bySystem(ctx),
    machine,
    'RECUSE',
    open.map((row) => [row, {}, { title: name, reason: '已申明利害关系。' }]),
  )
  await settle(ctx)
  return made
}

export const actAssignment = async (
  ctx: Context,
  assignment: GrantAssignment,
  action: AssignmentAction,
  reason?: string | null,
): Promise<GrantAssignment> => {
  await ctx.em.populate(assignment, ['round', 'application', 'reviewer'], past as never)
  const { round, application, reviewer, number } = assignment
  const told = { title: assignmentTitle(round.title, number), reason }
  await act(ctx, machine, assignment, action, await assignmentFacts(ctx, assignment), told)
  if (action === 'SUBMIT') assignment.total = totalOf(round.criteria, assignment.scores)
  if (action === 'DECLARE_CLEAR') assignment.revision = application.revision
  if (action === 'DECLARE_CONFLICT' || action === 'RECUSE')
    await tie(ctx, reviewer, application.organization, { kind: 'OTHER', until: null, note: reason ?? null })
  await settle(ctx)
  return assignment
}
