// Guards in the database: what no resolver, however wrong, may do. Each refuses under the name of a constraint, which has its sentence.
import { Trigger } from '@mikro-orm/decorators/legacy'
import type { AnyMachine } from '../shared/machine.ts'

export const refuse = (constraint: string) =>
  `raise exception '${constraint}' using errcode = '23514', constraint = '${constraint}';`

/** Whether any of the columns is about to change. */
export const differ = (columns: readonly string[]) =>
  `(${columns.map((c) => `new.${c}`).join(', ')}) is distinct from (${columns.map((c) => `old.${c}`).join(', ')})`

/** Statuses as SQL. */
export const listed = (statuses: readonly string[]): string => `(${statuses.map((status) => `'${status}'`).join(', ')})`

/** A record with a history is not deleted (a draft without one may be), its version never falls, and nothing leaves a final state. */
export const Kept = (table: string, machine: AnyMachine, isDeletable?: true) => {
  const final = machine.stateNames.filter((s) => machine.states[s]!.final)
  const deleted = isDeletable ? `if old.version > 0 then ${refuse(`${table}_kept`)} end if; return old;` : refuse(`${table}_kept`)
  return Trigger({
    name: `${table}_kept`,
    timing: 'before',
    events: ['update', 'delete'],
    body: `if tg_op = 'DELETE' then ${deleted} end if;
      if new.version < old.version or (old.status in ${listed(final)} and new.status <> old.status) then ${refuse(`${table}_kept`)} end if;
      return new;`,
  })
}
