// What the guards of a commitment ask about it; one statement, however many commitments are asked about.
import type { Relation } from '../shared/actor.ts'
import { grouped, many, type Context } from '../shared/context.ts'
import { FundingTransfer, type FundingCommitment } from './funding.entity.ts'
import type { FundingFacts } from './funding.rules.ts'
import { relationsOf } from './rights.ts'
import { uuids } from './transaction.ts'

interface Around {
  transferred: number
  application: string | null
}

const aroundOf = (ctx: Context, id: string): Promise<Around | null> =>
  many(ctx, 'funding.around', id, async (ids) => {
    const rows = await ctx.em.execute<(Around & { id: string })[]>(
      `select c.id, a.status as application,
              (select coalesce(sum(t.amount), 0)::int from duties.funding_transfer t where t.commitment_id = c.id) as transferred
         from duties.funding_commitment c left join duties.admission_application a on a.id = c.application
        where c.id = any(?::uuid[])`,
      [uuids(ids)],
    )
    return new Map(rows.map((row) => [row.id, row]))
  })

/** What has been transferred so far, in fen. */
export const transferredOf = async (ctx: Context, id: string): Promise<number> => (await aroundOf(ctx, id))?.transferred ?? 0

export const transfersOf = async (ctx: Context, id: string): Promise<FundingTransfer[]> =>
  (await many(ctx, 'funding.transfers', id, async (ids) => {
    const rows = await ctx.em.find(FundingTransfer, { commitment: { $in: ids } }, { orderBy: { at: 'asc', id: 'asc' } })
    return grouped(rows, (row) => row.commitment.id)
  })) ?? []

/** The columns the guards read, and with them the offers. */
export const FUNDING_FACTS = [
  'id',
  'status',
  'division',
  'previousStatus',
  'organization',
  'amount',
  'transferBy',
] as const satisfies readonly (keyof FundingCommitment)[]

export const fundingFacts = async (
  ctx: Context,
  { id, division, organization, amount, transferBy }: Pick<FundingCommitment, (typeof FUNDING_FACTS)[number]>,
  received = 0,
): Promise<FundingFacts & { relations: Relation[] }> => {
  const around = await aroundOf(ctx, id)
  return {
    relations: relationsOf(ctx.actor, { organization, division }),
    amount,
    transferBy,
    received,
    transferred: around?.transferred ?? 0,
    application: around?.application ?? null,
  }
}
