// Telling people of what happened to a record elsewhere: residents by who they are, officers by what they hold there. Once a cause.
import type { Context } from '../shared/context.ts'

interface Told {
  readonly type: string
  readonly stream: string
  readonly division: string
  readonly cause: string
  readonly words: { readonly zh: string; readonly en: string }
  readonly residents: readonly string[]
  readonly roles: readonly string[]
  readonly at: string
}

export const onPeopleTold = async (ctx: Context, all: readonly Told[]): Promise<void> => {
  await ctx.em.execute(
    `insert into office.message (id, account, cause, title, words, type, stream, "at")
     select gen_random_uuid(), w.account, t.type || ':' || t.stream || ':' || t.cause, t.words ->> 'zh', t.words, t.type, t.stream, t."at"
       from jsonb_to_recordset(?::jsonb) t (type text, stream uuid, division text, cause text, words jsonb, residents jsonb, roles jsonb, "at" timestamptz)
       join lateral (
         select a.id as account from office.account a where a.status = 'ACTIVE' and a.resident::text in (select jsonb_array_elements_text(t.residents))
         union select g.account_id from office.role_grant g
          where g.role in (select jsonb_array_elements_text(t.roles)) and t.division like regexp_replace(g.division, '(0{10}|0{8}|0{6}|0{3})$', '') || '%'
            and g.valid_from <= ?::timestamptz and (g.valid_to is null or g.valid_to > ?::timestamptz)) w on true
     on conflict (account, cause) do nothing`,
    [JSON.stringify(all), ctx.now, ctx.now],
  )
}
