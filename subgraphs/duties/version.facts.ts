// What the guards of a version ask about it; one statement, however many versions are asked about.
import type { TimeLimit } from '../shared/calendar.ts'
import { dayOf } from '../shared/calendar.ts'
import { many, rule, type Context } from '../shared/context.ts'
import { SECURED } from './funding.machine.ts'
import { isDepartmental, isFunded, LIST_TYPES, type DutyListType } from './list.rules.ts'
import { uuids } from './transaction.ts'
import type { DutyListVersion } from './version.entity.ts'
import type { VersionFacts } from './version.rules.ts'

interface Around {
  readonly id: string
  readonly items: number
  readonly baseless: string[]
  readonly ownerless: string[]
  readonly stale: string[]
  readonly unfunded: string[]
  readonly unanswered: number
  readonly hasSuccessor: boolean
  readonly isOutrun: boolean
}

const words = (names: readonly string[]) => names.map((name) => `'${name}'`).join(', ')
const types = Object.keys(LIST_TYPES) as DutyListType[]

/** The divisions above one that may have lists, nearest first; in SQL as in place.rules. */
const ABOVE = `unnest(array[left(v.division, 9) || '000', left(v.division, 6) || '000000'])`

/** The version in force of the nearest list of the same kind above. */
export const PARENT = `(select p.id from duties.duty_list_version p join duties.duty_list pl on pl.id = p.list_id
  where p.status = 'IN_FORCE' and pl.type = l.type and pl.division <> v.division and pl.division in (select ${ABOVE})
  order by pl.division desc limit 1)`

/** Items of a version that a list below takes over. */
export const HANDED_DOWN = `status <> 'WITHDRAWN' and (valid_to is null or valid_to >= ?)`

const codes = (from: string) => `coalesce((select array_agg(code order by code) from ${from}), '{}')`

const aroundOf = (ctx: Context, id: string): Promise<Around | null> =>
  many(ctx, 'version.around', id, async (ids) => {
    const today = dayOf(ctx.now)
    const rows = await ctx.em.execute<Around[]>(
      `with v as (select v.*, l.type, ${PARENT} as parent from duties.duty_list_version v join duties.duty_list l on l.id = v.list_id
                   where v.id = any(?::uuid[])),
            i as (select i.*, v.type, v.year as of_year from duties.duty_item i join v on v.id = i.list_version_id where i.status <> 'WITHDRAWN')
       select v.id,
         (select count(*)::int from i where i.list_version_id = v.id) as items,
         ${codes(`i where i.list_version_id = v.id and not exists (select 1 from duties.legal_basis b where b.item_id = i.id)`)} as baseless,
         ${codes(`i where i.list_version_id = v.id and i.organization is null and i.type in (${words(types.filter(isDepartmental))})`)} as ownerless,
         ${codes(`(select i.code from i where i.list_version_id = v.id and i.origin_id is not null
             and not exists (select 1 from duties.duty_item o where o.id = i.origin_id and o.list_version_id = v.parent and ${HANDED_DOWN.replaceAll('status', 'o.status').replaceAll('valid_to', 'o.valid_to')})
           union select o.code from duties.duty_item o where o.list_version_id = v.parent and ${HANDED_DOWN.replaceAll('status', 'o.status').replaceAll('valid_to', 'o.valid_to')}
             and not exists (select 1 from i where i.list_version_id = v.id and i.origin_id = o.id)) s`)} as stale,
         ${codes(`i where i.list_version_id = v.id and i.type in (${words(types.filter(isFunded))}) and not exists (
             select 1 from duties.funding_commitment f join duties.duty_list l on l.id = f.list_id
              where f.item_code = i.code and f.year = i.of_year and f.status in (${words(SECURED)}) and l.type = i.type
                and (l.division = v.division or l.division in (select ${ABOVE})))`)} as unfunded,
         (select count(*)::int from duties.list_opinion o where o.list_version_id = v.id and o.answer is null) as unanswered,
         exists (select 1 from duties.duty_list_version n where n.list_id = v.list_id and n.id <> v.id and n.status = 'PUBLISHED'
           and n.effective_on <= ?) as "hasSuccessor",
         exists (select 1 from duties.duty_list_version n where n.list_id = v.list_id and n.id <> v.id and n.status = 'IN_FORCE'
           and n.id is distinct from v.based_on_id) as "isOutrun"
        from v`,
      [uuids(ids), today, today, today],
    )
    return new Map(rows.map((row) => [row.id, row]))
  })

const days = (ctx: Context, code: string, division: string): number => rule<TimeLimit>(ctx, code, division).value.value

/** The columns the guards read, and with them the offers. */
export const VERSION_FACTS = [
  'id',
  'status',
  'division',
  'previousStatus',
  'solicitedAt',
  'publishedAt',
  'effectiveOn',
] as const satisfies readonly (keyof DutyListVersion)[]

export const versionFacts = async (
  ctx: Context,
  version: Pick<DutyListVersion, (typeof VERSION_FACTS)[number]>,
): Promise<VersionFacts> => {
  const around = await aroundOf(ctx, version.id)
  return {
    items: around?.items ?? 0,
    baseless: around?.baseless ?? [],
    ownerless: around?.ownerless ?? [],
    stale: around?.stale ?? [],
    unfunded: around?.unfunded ?? [],
    unanswered: around?.unanswered ?? 0,
    hasSuccessor: around?.hasSuccessor ?? false,
    isOutrun: around?.isOutrun ?? false,
    solicitedAt: version.solicitedAt,
    solicitationDays: days(ctx, 'DUTY_SOLICITATION', version.division),
    publishedAt: version.publishedAt,
    publicityDays: days(ctx, 'DUTY_PUBLICITY', version.division),
    effectiveOn: version.effectiveOn,
  }
}
