// What is asked about items: on what law they stand, for whom, and where their version stands. One statement per question.
import { grouped, many, type Context } from '../shared/context.ts'
import { LegalBasis } from './basis.entity.ts'
import { DutyItem } from './item.entity.ts'
import type { ItemFacts } from './item.rules.ts'
import { uuids } from './transaction.ts'

export const basesOf = async (ctx: Context, item: string): Promise<LegalBasis[]> =>
  (await many(ctx, 'item.bases', item, async (items) => {
    const rows = await ctx.em.find(LegalBasis, { item: { $in: items } }, { orderBy: { position: 'asc' } })
    return grouped(rows, (row) => row.item.id)
  })) ?? []

/** The latest application it came with or was changed by; a copy taken over from the list above has none. */
export const admissionOf = (ctx: Context, item: string): Promise<string | null> =>
  many(ctx, 'item.admission', item, async (items) => {
    const rows = await ctx.em.execute<{ item: string; application: string }[]>(
      `select i.id as item, a.id as application from duties.duty_item i join duties.duty_list_version v on v.id = i.list_version_id
         join duties.admission_application a on a.list_id = v.list_id and a.item_code = i.code
        where i.id = any(?::uuid[]) and i.origin_id is null order by a.created_at`,
      [uuids(items)],
    )
    return new Map(rows.map(({ item, application }) => [item, application]))
  })

/** The items of a version in their order. */
export const itemsOf = async (ctx: Context, version: string): Promise<DutyItem[]> =>
  (await many(ctx, 'version.items', version, async (versions) => {
    const rows = await ctx.em.find(DutyItem, { listVersion: { $in: versions } }, { orderBy: { position: 'asc', code: 'asc' } })
    return grouped(rows, (row) => row.listVersion.id)
  })) ?? []

const statusOf = async (ctx: Context, version: string): Promise<string> =>
  (await many(ctx, 'version.status', version, async (versions) => {
    const rows = await ctx.em.execute<{ id: string; status: string }[]>(
      `select id, status from duties.duty_list_version where id = any(?::uuid[])`,
      [uuids(versions)],
    )
    return new Map(rows.map(({ id, status }) => [id, status]))
  })) ?? ''

/** Whether it came by an application that has not ended. */
const isAdmitted = async (ctx: Context, item: string): Promise<boolean> =>
  (await many(ctx, 'item.isAdmitted', item, async (items) => {
    const rows = await ctx.em.execute<{ id: string }[]>(
      `select i.id from duties.duty_item i join duties.duty_list_version v on v.id = i.list_version_id
        where i.id = any(?::uuid[]) and ${ADMITTED}`,
      [uuids(items)],
    )
    return new Map(rows.map(({ id }) => [id, true]))
  })) ?? false

/** The condition that an application stands behind the item `i` of the version `v`. */
export const ADMITTED = `exists (select 1 from duties.admission_application a where a.list_id = v.list_id and a.item_code = i.code
   and a.status in ('ADMITTED', 'IN_FORCE', 'SUSPENDED', 'ADJUSTING'))`

/** The columns the guards read, and with them the offers. */
export const ITEM_FACTS = [
  'id',
  'status',
  'division',
  'previousStatus',
  'organization',
  'listVersion',
  'validFrom',
  'validTo',
  'origin',
  'code',
] as const satisfies readonly (keyof DutyItem)[]

export const itemFacts = async (
  ctx: Context,
  { id, listVersion, validFrom, validTo, origin }: Pick<DutyItem, 'id' | 'listVersion' | 'validFrom' | 'validTo' | 'origin'>,
): Promise<ItemFacts> => ({
  versionStatus: await statusOf(ctx, listVersion.id),
  validFrom,
  validTo,
  follows: ctx.actor.kind === 'SYSTEM' ? null : origin ? 'LIST_ABOVE' : (await isAdmitted(ctx, id)) ? 'APPLICATION' : null,
})
