// Rows for the writes: issues of their own to act on, the limit's copies of the tables, and none of it left when the bench is over.
import type pg from 'pg'

export const MADE_BY = 'load'

/** What the limit writes to: the tables as they are, without the guards. */
export const limitTables = async (owner: pg.Client): Promise<void> => {
  for (const table of ['issue', 'event', 'ballot'])
    await owner.query(`drop table if exists load.${table};
      create table load.${table} (like compacts.${table} including defaults including indexes);
      insert into load.${table} select * from compacts.${table}; analyze load.${table}`)
}

interface Fresh {
  readonly id: string
  readonly account: string
  readonly version: number
}

const EVENT = `stream, type, version, action, "from", "to", "by", account, role, division, "at"`

/** Submitted issues, a moment old, with their first two events in a chain that holds; the limit gets the same rows. */
export const fresh = async (owner: pg.Client, count: number): Promise<Fresh[]> => {
  const { rows } = await owner.query<Fresh>(
    `with i as materialized (
       select gen_random_uuid() as id, c.code as division, t.id as account, a.resident, a.id as holder, a.name, date_trunc('milliseconds', now()) as made, row_number() over () as n
         from load.committee c join load.officer t on t.username = 'secretary.' || c.code
         cross join lateral (select id, resident, name from office.account where division = c.code and resident is not null limit 1) a
         cross join generate_series(1, ceil($1::float / (select count(*) from load.committee))::int) limit $1),
     e as materialized (
       select id as stream, 'Issue' as type, v.version, v.action, v."from", v."to", name as "by", holder::text as account, 'AUTHOR' as role, division, made as "at"
         from i, (values (1, 'CREATE', null, 'DRAFT'), (2, 'SUBMIT', 'DRAFT', 'SUBMITTED')) v(version, action, "from", "to")),
     s as (select e.*, load.seal(${EVENT}, null, null, '${MADE_BY}') as seal from e),
     h as (select s.*, load.hash(null, seal) as own from s),
     chained as (
       select h.*, p.own as previous, case when p.own is null then h.own else load.hash(p.own, h.seal) end as hash
         from h left join h p on p.stream = h.stream and p.version = h.version - 1),
     issues as (
       insert into compacts.issue (id, version, status, previous_status, division, number, title, body, author, raised_by, submitted_at, reply_due_at, created_at)
       select id, 2, 'SUBMITTED', 'DRAFT', division, 'LOAD-' || id, '压力测试议题', '小区东门夜间照明不足，希望增设路灯。', resident, holder::text, made, made + interval '15 hours', made from i),
     events as (
       insert into compacts.event (id, ${EVENT}, request_id, previous_hash, hash) select gen_random_uuid(), ${EVENT}, '${MADE_BY}', previous, hash from chained)
     select id, account, 2 as version from i`,
    [count],
  )
  await owner.query('insert into load.issue select * from compacts.issue where id = any($1::uuid[])', [rows.map(({ id }) => id)])
  return rows
}

/** Takes away what a bench made since an instant after the seed's day, past the guards that keep history. */
export const sweepAway = async (owner: pg.Client, began: Date): Promise<void> => {
  await owner.query('begin')
  await owner.query('create temp table gone (id uuid primary key) on commit drop')
  await owner.query('insert into gone select id from compacts.issue where created_at >= $1', [began])
  await owner.query(`
    alter table compacts.issue disable trigger user;
    delete from compacts.event where stream in (select id from gone);
    delete from compacts.issue where id in (select id from gone);
    delete from office.todo where stream in (select id from gone);
    delete from office.audit_entry where stream in (select id from gone);
    alter table compacts.issue enable trigger user`)
  await owner.query('delete from compacts.reply where "at" >= $1', [began])
  await owner.query(`delete from compacts.ballot where cast_at >= $1`, [began])
  await owner.query('commit')
}
