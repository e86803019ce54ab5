// What the guards of an application ask about it; a few statements, however many applications are asked about.
import type { Relation } from '../shared/actor.ts'
import { find, many, type Context } from '../shared/context.ts'
import { isTiedTo } from './grantActs.ts'
import type { GrantApplication } from './grantApplication.entity.ts'
import { missingOf, type ApplicationFacts } from './grantApplication.rules.ts'
import { eligibilityOf } from './grantParty.ts'
import { MicroGrantRound } from './grantRound.entity.ts'
import { roundCounts } from './grantRound.facts.ts'
import { relationsOf } from './rights.ts'
import { uuids } from './transaction.ts'

/** The columns the guards read, and with them the offers. */
export const APPLICATION_FACTS = [
  'id',
  'status',
  'division',
  'previousStatus',
  'organization',
  'round',
  'title',
  'answers',
  'budget',
  'amount',
  'startsOn',
  'endsOn',
  'isCorrected',
  'awarded',
] as const satisfies readonly (keyof GrantApplication)[]

export type ApplicationRow = Pick<GrantApplication, (typeof APPLICATION_FACTS)[number]>

/** What the application itself holds of the pool, as it is written down. */
const heldBy = async (ctx: Context, id: string, status: string): Promise<number> =>
  status === 'RECOMMENDED' || status === 'AWARDED'
    ? ((await many(ctx, 'grant.held', id, async (ids) => {
        const rows = await ctx.em.execute<{ id: string; awarded: number }[]>(
          `select id, awarded from organizations.grant_application where id = any(?::uuid[]) and awarded is not null`,
          [uuids(ids)],
        )
        return new Map(rows.map((row) => [row.id, row.awarded]))
      })) ?? 0)
    : 0

/** Its round; whoever sees the application sees that. */
export const roundOf = async (ctx: Context, { round }: Pick<GrantApplication, 'round'>): Promise<MicroGrantRound> =>
  (await find(ctx, MicroGrantRound, round.id))!

export const applicationFacts = async (
  ctx: Context,
  application: ApplicationRow,
): Promise<ApplicationFacts & { relations: Relation[] }> => {
  const { id, organization, title, answers, budget, amount, startsOn, endsOn, isCorrected, awarded, status } = application
  const round = await roundOf(ctx, application)
  const counts = await roundCounts(ctx, round.id)
  const unmet = await eligibilityOf(ctx, round, organization, application)
  const given = {
    title,
    startsOn,
    endsOn,
    lines: budget.length,
    answers: Object.fromEntries(answers.map((a) => [a.key, a.body])),
  }
  return {
    relations: relationsOf(ctx.actor, { organization }),
    round: round.status,
    missing: missingOf(round.form, given),
    amount,
    budgeted: budget.reduce((all, line) => all + line.amount, 0),
    unmet: unmet.filter((v) => !v.isMet).map((v) => v.says),
    hasEnough: unmet.some((v) => v.code === 'MAX_AWARDS' && !v.isMet),
    wasCorrected: isCorrected,
    isTied: await isTiedTo(ctx, organization),
    available: round.pool - counts.recommended + (await heldBy(ctx, id, status)),
    awarded: awarded ?? amount,
  }
}

export const applicationFactsOf = (ctx: Context, rows: readonly ApplicationRow[]): Promise<ApplicationFacts[]> =>
  Promise.all(rows.map((row) => applicationFacts(ctx, row)))
