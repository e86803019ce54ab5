// What the guards of an agreement and of its instalments ask; one statement, however many are asked about.
import type { Relation } from '../shared/actor.ts'
import { startOf, addDays } from '../shared/calendar.ts'
import { grouped, many, type Context } from '../shared/context.ts'
import { isTiedTo } from './grantActs.ts'
import type { AgreementFacts, InstalmentFacts } from './grantAgreement.rules.ts'
import { GrantInstalment, GrantReport, GrantReturn, type GrantAgreement } from './grantAward.entity.ts'
import { relationsOf } from './rights.ts'
import { uuids } from './transaction.ts'

export interface AgreementSums {
  id: string
  status: string
  paid: number
  returned: number
  outstanding: number
  openChanges: number
  reportDue: string | null
}

export const agreementSums = async (ctx: Context, id: string): Promise<AgreementSums> =>
  (await many(ctx, 'grant.sums', id, async (ids) => {
    const rows = await ctx.em.execute<AgreementSums[]>(
      `select a.id, a.status,
              (select coalesce(sum(i.amount), 0)::int from organizations.grant_instalment i where i.agreement_id = a.id and i.status = 'PAID') as paid,
              (select coalesce(sum(g.amount), 0)::int from organizations.grant_return g where g.agreement_id = a.id) as returned,
              (select count(*)::int from organizations.grant_instalment i where i.agreement_id = a.id and i.status not in ('PAID', 'CANCELLED')) as outstanding,
              (select count(*)::int from organizations.grant_change c where c.agreement_id = a.id and c.status = 'ASKED') as "openChanges",
              (select coalesce(r.extended_to, r.due_on)::text from organizations.grant_report r where r.agreement_id = a.id
                 and r.kind = case when a.status = 'CONTINUING' then 'FINAL' else 'MIDTERM' end) as "reportDue"
         from organizations.grant_agreement a where a.id = any(?::uuid[])`,
      [uuids(ids)],
    )
    return new Map(rows.map((row) => [row.id, row]))
  }))!

export const AGREEMENT_FACTS = [
  'id',
  'status',
  'division',
  'previousStatus',
  'organization',
  'dueAt',
  'demanded',
] as const satisfies readonly (keyof GrantAgreement)[]

export const agreementFacts = async (
  ctx: Context,
  { id, status, organization, demanded, dueAt }: Pick<GrantAgreement, (typeof AGREEMENT_FACTS)[number]>,
): Promise<AgreementFacts & { relations: Relation[] }> => {
  const { paid, returned, outstanding, openChanges, reportDue } = await agreementSums(ctx, id)
  return {
    relations: relationsOf(ctx.actor, { organization }),
    isTied: await isTiedTo(ctx, organization),
    isOwn: ctx.actor.organization === organization,
    paid,
    returned,
    demanded,
    outstanding,
    openChanges,
    reportDue: status === 'RECTIFYING' ? dueAt : reportDue ? startOf(addDays(reportDue, 1)) : null,
  }
}

export const instalmentsOf = async (ctx: Context, agreement: string): Promise<GrantInstalment[]> =>
  (await many(ctx, 'grant.instalments', agreement, async (ids) => {
    const rows = await ctx.em.find(GrantInstalment, { agreement: { $in: ids } }, { orderBy: { number: 'asc' } })
    return grouped(rows, (row) => row.agreement.id)
  })) ?? []

export const reportsOf = async (ctx: Context, agreement: string): Promise<GrantReport[]> =>
  (await many(ctx, 'grant.reports', agreement, async (ids) => {
    const rows = await ctx.em.find(GrantReport, { agreement: { $in: ids } }, { orderBy: { dueOn: 'asc' } })
    return grouped(rows, (row) => row.agreement.id)
  })) ?? []

export const returnsOf = async (ctx: Context, agreement: string): Promise<GrantReturn[]> =>
  (await many(ctx, 'grant.returns', agreement, async (ids) => {
    const rows = await ctx.em.find(GrantReturn, { agreement: { $in: ids } }, { orderBy: { at: 'asc' } })
    return grouped(rows, (row) => row.agreement.id)
  })) ?? []

export const INSTALMENT_FACTS = [
  'id',
  'status',
  'division',
  'previousStatus',
  'organization',
  'agreement',
  'number',
  'checkedBy',
  'approvedBy',
] as const satisfies readonly (keyof GrantInstalment)[]

const unpaidBefore = async (ctx: Context, id: string): Promise<number> =>
  (await many(ctx, 'grant.before', id, async (ids) => {
    const rows = await ctx.em.execute<{ id: string; before: number }[]>(
      `select i.id, (select count(*)::int from organizations.grant_instalment b where b.agreement_id = i.agreement_id and b.number < i.number
          and b.status not in ('PAID', 'CANCELLED')) as before from organizations.grant_instalment i where i.id = any(?::uuid[])`,
      [uuids(ids)],
    )
    return new Map(rows.map(({ id: one, before }) => [one, before]))
  })) ?? 0

export const instalmentFacts = async (
  ctx: Context,
  { id, organization, agreement, checkedBy, approvedBy }: Pick<GrantInstalment, (typeof INSTALMENT_FACTS)[number]>,
): Promise<InstalmentFacts & { relations: Relation[] }> => ({
  relations: relationsOf(ctx.actor, { organization }),
  agreement: (await agreementSums(ctx, agreement.id)).status,
  isTied: await isTiedTo(ctx, organization),
  hadHand: ctx.actor.id !== null && [checkedBy, approvedBy].includes(ctx.actor.id),
  before: await unpaidBefore(ctx, id),
})
