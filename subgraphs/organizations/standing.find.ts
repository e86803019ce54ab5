// Rows that hang on an organisation, in one statement however many organisations are asked about.
import { grouped, many, type Context } from '../shared/context.ts'
import { AnnualReport, OrganizationMark, OrganizationPerson } from './standing.entity.ts'

type Row = { readonly organization: string }

/** Rows of one kind that hang on an organisation; batched. */
export const hangingOn = async <T extends Row & object>(
  ctx: Context,
  entity: new () => T,
  id: string,
  order: object,
): Promise<T[]> =>
  (await many(ctx, `on.${entity.name}`, id, async (ids) => {
    const rows = await ctx.em.find(entity, { organization: { $in: ids } } as never, { orderBy: order as never })
    return grouped(rows as T[], (row) => row.organization)
  })) ?? []

export const peopleOf = (ctx: Context, id: string) => hangingOn(ctx, OrganizationPerson, id, { since: 'asc', id: 'asc' })
export const reportsOf = (ctx: Context, id: string) => hangingOn(ctx, AnnualReport, id, { year: 'desc' })
export const marksOf = (ctx: Context, id: string) => hangingOn(ctx, OrganizationMark, id, { since: 'desc', id: 'desc' })
