// What the seed says in SQL: ids, lots, the seal and hash of an event exactly as the kernel spells them.
import { SUBGRAPHS } from '../../subgraphs/index.ts'
import type { AnyMachine } from '../../subgraphs/shared/machine.ts'
import { baseOf, KIND, type Plan } from './seed.plan.ts'

export const quoted = (words: string) => `'${words.replaceAll("'", "''")}'`

/** The schema of the load tools, beside the product's and never touched by it. */
export const helpers = (plan: Plan): string => `
  create or replace function load.id(kind int, n bigint) returns uuid language sql immutable parallel safe
    return (lpad(to_hex(${baseOf(plan)} + n), 12, '0') || '7' || lpad(to_hex(kind), 3, '0') || '8' || left(md5('${plan.seed}:' || kind::text || ':' || n::text), 15))::uuid;
  create or replace function load.draw(n bigint, salt int, below int) returns int language sql immutable parallel safe
    return ((hashint8extended(n, ${plan.seed} * 1000 + salt) & 9223372036854775807) % below)::int;
  create or replace function load.committee_of(household bigint) returns int language sql immutable parallel safe
    return ((household * ${plan.committees} - 1) / ${plan.households})::int;
  create or replace function load.head(household bigint) returns uuid language sql immutable parallel safe
    return load.id(${KIND.resident}, ((household - 1) * ${plan.residents} + ${plan.households} - 1) / ${plan.households} + 1);
  create or replace function load.spelt(words text) returns text language sql stable parallel safe return coalesce(to_json(words)::text, 'null');
  create or replace function load.seal(stream uuid, type text, version int, action text, "from" text, "to" text, "by" text, account text,
      role text, division text, "at" timestamptz, reason text, data text, request text) returns text language sql stable parallel safe
    return '["' || stream || '",' || to_json(type) || ',' || version || ',' || to_json(action) || ',' || load.spelt("from") || ',' || load.spelt("to")
      || ',' || to_json("by") || ',' || load.spelt(account) || ',' || load.spelt(role) || ',' || to_json(division)
      || ',"' || to_char("at" at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || '",' || load.spelt(reason) || ',' || coalesce(data, 'null')
      || ',' || to_json(request) || ']';
  create or replace function load.hash(previous text, seal text) returns text language sql immutable parallel safe
    return encode(sha256(convert_to(coalesce(previous, '') || seal, 'UTF8')), 'hex');
  create or replace function load.moment(begun timestamptz, moments jsonb, key text) returns timestamptz language sql stable parallel safe
    return begun + (moments ->> key)::float8 * interval '1 hour'`

const ACTS = `stream, type, version, action, "from", "to", "by", account, role, division, "at", reason`

/**
 * Two more parts of a \`with\`: the first event of every row of \`source\` in its chain, and its copy for the audit search.
 * The source has the columns of an event, \`data\` as text, \`title\`, and \`e\`: the number of the event.
 */
export const firstEvents = (schema: string, source: string): string => `
  ${source}_events as (
    insert into ${schema}.event (id, ${ACTS}, data, request_id, previous_hash, hash)
    select load.id(${KIND.event}, e), ${ACTS}, data::jsonb, 'seed', null,
           load.hash(null, load.seal(stream, type, version, action, "from", "to", "by", account, role, division, "at", reason, data, 'seed'))
      from ${source} returning 1),
  ${source}_audit as (
    insert into office.audit_entry (id, subgraph, ${ACTS}, title, request_id, words)
    select load.id(${KIND.audit}, e), '${schema}', ${ACTS}, title, 'seed', (select words from load.act a where a.type = s.type and a.action = s.action)
      from ${source} s returning 1)`

/** How many rows the named parts of a \`with\` wrote. */
export const counted = (...parts: string[]): string =>
  `select ${parts.map((part) => `(select count(*) from ${part})`).join(' + ')} as rows`

const everyMachine = (): readonly AnyMachine[] => SUBGRAPHS.flatMap((s) => s.machines ?? [])

/** What acts and states are called, and whom a state waits for: as the office would have been told. */
export const words = (): string => {
  const acts = new Map<string, string>()
  for (const type of ['Dwelling', 'Household', 'Resident']) acts.set(`${type}.IMPORT`, '{"zh":"导入","en":"Imported"}')
  for (const type of ['Division', 'TownManagedCommunity', 'Grid', 'Building', 'Account', ...everyMachine().map((m) => m.name)])
    acts.set(`${type}.CREATE`, '{"zh":"建立","en":"Created"}')
  for (const { acts: more = {} } of SUBGRAPHS)
    for (const [name, words] of Object.entries(more))
      for (const type of name.includes('.') ? [] : [...everyMachine().map((m) => m.name), 'ResidentsRepresentative'])
        acts.set(`${type}.${name}`, JSON.stringify(words))
  for (const { name, actions } of everyMachine())
    for (const [action, row] of Object.entries(actions)) acts.set(`${name}.${action}`, JSON.stringify(row.label))
  const states = everyMachine().flatMap((machine) =>
    Object.entries(machine.states).map(([state, row]) => {
      const awaits = row.final ? [] : machine.awaits(state as never)
      return `(${[machine.name, state, JSON.stringify(row.label)].map(quoted).join(', ')}::jsonb, '{${awaits.join(',')}}'::text[])`
    }),
  )
  return `
    create table load.act (type text, action text, words jsonb, primary key (type, action));
    insert into load.act values ${[...acts].map(([name, words]) => `(${[...name.split('.'), words].map(quoted).join(', ')})`).join(', ')};
    create table load.state (type text, status text, words jsonb, awaits text[], primary key (type, status));
    insert into load.state values ${states.join(', ')}`
}
