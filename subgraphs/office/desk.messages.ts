// What the office does when something happened elsewhere: keeps the to-do of the record and the search copy of the event.
// Handled at least once and in any order: the higher version wins, a copy is written once.
import { v7 as uuidv7 } from 'uuid'
import type { Context } from '../shared/context.ts'
import type { EventMessage } from '../shared/event.ts'

interface Recorded {
  readonly events: readonly EventMessage[]
}

export const onEvents = async (ctx: Context, messages: readonly Recorded[]): Promise<void> => {
  const rows = JSON.stringify(messages.flatMap(({ events }) => events.map((e) => ({ ...e, id: uuidv7() }))))
  await ctx.em.execute(
    `with v as (select * from jsonb_to_recordset(?::jsonb) v (id uuid, subgraph text, stream uuid, type text, version int, action text, "from" text, "to" text,
            "by" text, account text, role text, division text, "at" timestamptz, reason text, title text, "requestId" text, label jsonb, awaits jsonb,
            resident uuid, organization uuid, "dueAt" timestamptz, standing jsonb)),
     copied as (insert into office.audit_entry (id, subgraph, stream, type, version, action, "from", "to", "by", account, role, division, "at", reason, title, request_id, words)
       select id, subgraph, stream, type, version, action, "from", "to", "by", account, role, division, "at", reason, title, "requestId", label from v
       on conflict (stream, version) do nothing)
     insert into office.todo (id, stream, subgraph, type, title, status, division, awaits, resident, organization, due_at, since, version, words)
     select distinct on (stream) id, stream, subgraph, type, title, "to", division, array(select jsonb_array_elements_text(awaits)), resident, organization, "dueAt", "at", version, standing
       from v where jsonb_typeof(awaits) = 'array' order by stream, version desc
     on conflict (stream) do update set title = excluded.title, status = excluded.status, division = excluded.division, awaits = excluded.awaits,
       resident = excluded.resident, organization = excluded.organization, due_at = excluded.due_at, since = excluded.since, version = excluded.version, words = excluded.words
     where todo.version < excluded.version`,
    [rows],
  )
}

/** Tells whoever is waited for that a deadline has passed; once per record and deadline. */
export const remind = async (ctx: Context): Promise<void> => {
  await ctx.em.execute(
    `insert into office.message (id, account, cause, title, type, stream, "at")
     select gen_random_uuid(), w.account, 'overdue:' || t.stream || ':' || t.due_at, t.title, t.type, t.stream, ?::timestamptz
       from office.todo t
       join lateral (
         select g.account_id as account from office.role_grant g
          where g.role = any (t.awaits) and t.division like regexp_replace(g.division, '(0{10}|0{8}|0{6}|0{3})$', '') || '%'
            and g.valid_from <= ?::timestamptz and (g.valid_to is null or g.valid_to > ?::timestamptz)
         union select a.id from office.account a where t.organization in (a.organization, a.id) and 'OWNER' = any (t.awaits)) w on true
      where t.due_at < ?::timestamptz and t.due_at > ?::timestamptz - interval '7 days'
     on conflict (account, cause) do nothing`,
    [ctx.now, ctx.now, ctx.now, ctx.now, ctx.now],
  )
}
