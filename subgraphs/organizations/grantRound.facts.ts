// What the guards of a round ask about it; one statement, however many rounds are asked about.
import { grouped, many, rule, type Context } from '../shared/context.ts'
import { isTiedTo } from './grantActs.ts'
import { FUND_HELD } from './grantGuards.ts'
import type { MicroGrantRound } from './grantRound.entity.ts'
import type { RoundFacts } from './grantRound.rules.ts'
import { uuids } from './transaction.ts'

export interface RoundCounts {
  id: string
  available: number
  handedIn: number
  unscreened: number
  inReview: number
  short: number
  unscored: number
  undecided: number
  recommended: number
  openObjections: number
  running: number
}

/** Applications of the round in one of the states. */
const among = (statuses: string) =>
  `(select count(*)::int from organizations.grant_application a where a.round_id = r.id and a.status in (${statuses}))`

export const roundCounts = async (ctx: Context, id: string): Promise<RoundCounts> =>
  (await many(ctx, 'grant.counts', id, async (ids) => {
    const rows = await ctx.em.execute<RoundCounts[]>(
      `select r.id, (f.amount - ${FUND_HELD('f.id', 'r.id')})::int as available,
              ${among(`'SUBMITTED', 'MORE_INFO'`)} as unscreened, ${among(`'ELIGIBLE', 'IN_REVIEW'`)} as "inReview", ${among(`'SCORED'`)} as undecided,
              (select count(*)::int from organizations.grant_application a where a.round_id = r.id and a.submitted_at is not null) as "handedIn",
              (select count(*)::int from organizations.grant_application a where a.round_id = r.id and a.status = 'IN_REVIEW' and
                (select count(*) from organizations.grant_assignment s where s.application_id = a.id and s.status in ('DRAWN', 'ACCEPTED', 'SUBMITTED', 'LOCKED')) < r.quorum) as short,
              (select count(*)::int from organizations.grant_assignment s join organizations.grant_application a on a.id = s.application_id
                where s.round_id = r.id and s.status in ('DRAWN', 'ACCEPTED') and a.status = 'IN_REVIEW') as unscored,
              (select coalesce(sum(a.awarded), 0)::int from organizations.grant_application a where a.round_id = r.id and a.status in ('RECOMMENDED', 'AWARDED')) as recommended,
              (select count(*)::int from organizations.grant_objection o where o.round_id = r.id and o.status = 'RAISED') as "openObjections",
              (select count(*)::int from organizations.grant_agreement g where g.round_id = r.id and g.status not in ('CLOSED', 'WOUND_UP', 'DECLINED')) as running
         from organizations.micro_grant_round r join organizations.grant_fund f on f.id = r.fund_id where r.id = any(?::uuid[])`,
      [uuids(ids)],
    )
    return new Map(rows.map((row) => [row.id, row]))
  }))!

/** The columns the guards read, and with them the offers. */
export const ROUND_FACTS = [
  'id',
  'status',
  'division',
  'previousStatus',
  'criteria',
  'form',
  'fields',
  'shares',
  'pool',
  'cap',
  'opensOn',
  'closesOn',
  'publicUntil',
] as const satisfies readonly (keyof MicroGrantRound)[]

/** Whether the actor is tied to an applicant the round still decides about. */
const isTiedIn = async (ctx: Context, id: string): Promise<boolean> => {
  const rows = await many(ctx, 'grant.deliberated', id, async (ids) =>
    grouped(
      await ctx.em.execute<{ round: string; organization: string }[]>(
        `select distinct round_id as round, organization from organizations.grant_application
          where round_id = any(?::uuid[]) and status in ('SCORED', 'RECOMMENDED', 'RESERVE')`,
        [uuids(ids)],
      ),
      ({ round }) => round,
    ),
  )
  return (await Promise.all((rows ?? []).map(({ organization }) => isTiedTo(ctx, organization)))).includes(true)
}

export const roundFacts = async (
  ctx: Context,
  round: Pick<MicroGrantRound, (typeof ROUND_FACTS)[number]>,
): Promise<RoundFacts> => ({
  ...round,
  ...(await roundCounts(ctx, round.id)),
  isTied: await isTiedIn(ctx, round.id),
  callDays: rule<number>(ctx, 'GRANT_CALL_DAYS', round.division).value,
})
