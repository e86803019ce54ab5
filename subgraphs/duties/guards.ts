// Guards in the database: what no resolver, however wrong, may do. Each refuses under the name of a constraint, which has its sentence.
import { Trigger } from '@mikro-orm/decorators/legacy'
import type { AnyMachine } from '../shared/machine.ts'
import { isFunded, LIST_TYPES, type DutyListType } from './list.rules.ts'

export const refuse = (constraint: string) =>
  `raise exception '${constraint}' using errcode = '23514', constraint = '${constraint}';`

/** Whether any of the columns is about to change. */
export const differ = (columns: readonly string[]) =>
  `(${columns.map((c) => `new.${c}`).join(', ')}) is distinct from (${columns.map((c) => `old.${c}`).join(', ')})`

/** A record with a history is not deleted (a draft without one may be), its version never falls, and nothing leaves a final state. */
export const Kept = (table: string, machine: AnyMachine, isDeletable?: true) => {
  const final = machine.stateNames.filter((s) => machine.states[s]!.final).map((s) => `'${s}'`)
  const deleted = isDeletable ? `if old.version > 0 then ${refuse(`${table}_kept`)} end if; return old;` : refuse(`${table}_kept`)
  return Trigger({
    name: `${table}_kept`,
    timing: 'before',
    events: ['update', 'delete'],
    body: `if tg_op = 'DELETE' then ${deleted} end if;
      if new.version < old.version or (old.status in (${final.join(', ')}) and new.status <> old.status) then ${refuse(`${table}_kept`)} end if;
      return new;`,
  })
}

const DRAFT = `('COMPILING', 'SOLICITING', 'DELIBERATED')`

const FUNDED = (Object.keys(LIST_TYPES) as DutyListType[]).filter(isFunded).map((type) => `'${type}'`)

/** Items of the version that no money of its year stands behind; a promise under way is waited for (费随事转). */
const unfunded = `exists (select 1 from duties.duty_item i join duties.duty_list l on l.id = new.list_id
  where i.list_version_id = new.id and i.status <> 'WITHDRAWN' and l.type in (${FUNDED.join(', ')}) and not exists (
    select 1 from duties.funding_commitment f join duties.duty_list fl on fl.id = f.list_id
     where f.item_code = i.code and f.year = new.year and f.status in ('BUDGETED', 'TRANSFERRED', 'RECONCILED') and fl.type = l.type
       and fl.division in (new.division, left(new.division, 9) || '000', left(new.division, 6) || '000000') for share of f))`

/** What is published stays as it was published; what is not begins as a draft. */
export const VersionFixed = () =>
  Trigger({
    name: 'version_fixed',
    timing: 'before',
    events: ['update'],
    body: `if ${differ(['list_id', 'division', 'number', 'year', 'created_at'])} then ${refuse('version_fixed')} end if;
      if old.status not in ${DRAFT} and (${differ(['document_number', 'effective_on', 'published_at', 'deliberation', 'deliberated_at'])}
        or new.status in ${DRAFT}) then ${refuse('version_fixed')} end if;
      if new.status = 'IN_FORCE' and old.status not in ('PUBLISHED', 'IN_FORCE') then ${refuse('version_fixed')} end if;
      if new.status = 'IN_FORCE' and old.status = 'PUBLISHED' and ${unfunded} then ${refuse('version_funded')} end if;
      return new;`,
  })

const compiling = (version: string) =>
  `exists (select 1 from duties.duty_list_version v where v.id = ${version} and v.status = 'COMPILING' for share)`

const versionOf = (item: string) => `(select i.list_version_id from duties.duty_item i where i.id = ${item})`

/** What an item says; all but where it stands and until when it holds. */
const ITEM_TEXT = [
  'list_version_id',
  'origin_id',
  'division',
  'organization',
  'position',
  'code',
  'name',
  'category',
  'performer',
  'partners',
  'content',
  'standard',
  'frequency',
  'time_limit',
  'materials',
  'funding_source',
  'funding',
  'accounting_unit',
  'staffing',
  'valid_from',
  'valid_to',
  'admission_document',
  'remark',
]

/** The items of a version change only while it is being compiled; afterwards they only stand or fall. */
export const ItemFixed = () =>
  Trigger({
    name: 'item_fixed',
    timing: 'before',
    events: ['insert', 'update', 'delete'],
    body: `if tg_op = 'UPDATE' and not (${differ(ITEM_TEXT)}) then return new; end if;
      if tg_op <> 'INSERT' and not ${compiling('old.list_version_id')} then ${refuse('item_fixed')} end if;
      if tg_op <> 'DELETE' and not ${compiling('new.list_version_id')} then ${refuse('item_fixed')} end if;
      return coalesce(new, old);`,
  })

export const BasisFixed = () =>
  Trigger({
    name: 'basis_fixed',
    timing: 'before',
    events: ['insert', 'update', 'delete'],
    body: `if tg_op <> 'INSERT' and not ${compiling(versionOf('old.item_id'))} then ${refuse('item_fixed')} end if;
      if tg_op <> 'DELETE' and not ${compiling(versionOf('new.item_id'))} then ${refuse('item_fixed')} end if;
      return coalesce(new, old);`,
  })
