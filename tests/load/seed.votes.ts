// Frozen electorates, the ballots cast, and votes whose count a recount gives again; and the households that signed a compact.
import type pg from 'pg'
import { HOLDS, KIND, REPRESENTS } from './seed.plan.ts'
import { counted, firstEvents } from './seed.sql.ts'
import { RECORDS } from './seed.stories.ts'

/** Whether a meeting counts households: every open vote of the first hundred issues and half of the later ones, an eighth of the others. */
export const BY_HOUSEHOLD = `
  create or replace function load.by_household(n bigint, story text) returns boolean language sql immutable
    return case when story = 'voting' then n <= 100 or n % 2 = 0 else n % 8 = 0 end`

const moment = (key: string) => `load.moment(begun, moments, '${key}')`

/** One row a unit, in the order of households: what it chose, if it voted. Of twenty, sixteen vote where the vote is over. */
const electors = (meeting: 'A' | 'M', vote: 'V' | 'W') => `
  create temp table unit_${vote} on commit drop as
  select p.n, load.id(${RECORDS[meeting].kind} + 100, p.n) as electorate, load.id(${RECORDS[meeting].kind}, p.n) as meeting, load.id(${RECORDS[vote].kind}, p.n) as vote,
         h, i, is_household, load.head(h) as resident, case when is_household then load.id(${KIND.household}, h) else load.head(h) end as unit, h % ${REPRESENTS} = 0 as is_rep,
         case when i % 20 >= case story when 'voting' then 5 else 16 end then null
              when i % 20 < case story when 'voting' then 3 when 'lost' then 5 else 12 end then 'AGREE'
              when i % 20 < case story when 'voting' then 4 when 'lost' then 14 else 15 end then 'DISAGREE' else 'ABSTAIN' end as choice
    from (select *, load.by_household(n, story) as is_household from pick where moments ? '${vote}.OPEN') p
    cross join lateral (select h, row_number() over (order by h) - 1 as i from generate_series(h_from, h_to) h where is_household or h % ${REPRESENTS} = 0) u`

const freeze = (meeting: 'A' | 'M', vote: 'V' | 'W') => `
  insert into compacts.electorate (id, meeting_id, division, basis, rule, size, representatives, hash, frozen_at)
  select u.electorate, u.meeting, p.division, case when u.is_household then 'HOUSEHOLD' else 'PERSON' end, r.value, u.size, u.reps, u.hash, ${moment(`${meeting}.NOTICE`)}
    from (select n, electorate, meeting, is_household, count(*)::int as size, (count(*) filter (where is_rep))::int as reps,
                 encode(sha256(convert_to(string_agg(unit::text, ',' order by unit), 'UTF8')), 'hex') as hash from unit_${vote} group by 1, 2, 3, 4) u
    join pick p on p.n = u.n
    cross join lateral (select value from compacts.rule where code = case when u.is_household then 'R1' else 'R2' end
       and valid_from <= to_char(${moment(`${meeting}.NOTICE`)} at time zone 'Asia/Shanghai', 'YYYY-MM-DD') order by valid_from desc limit 1) r`

const elect = (vote: 'V' | 'W') => `
  insert into compacts.elector (id, electorate_id, unit, resident, is_representative)
  select load.id(${KIND.elector * 256 + RECORDS[vote].kind}, n * 32768::bigint + i), electorate, unit, resident, is_rep from unit_${vote}`

/** The count sheet as the platform spells it. */
const SHEET = `'{"rule":"' || (rule ->> 'code') || '@' || (rule ->> 'validFrom') || '","eligible":' || size || ',"present":' || present || ',"agree":' || agree || ',"disagree":' || disagree
  || ',"abstain":' || abstain || ',"quorate":true,"carried":' || (story <> 'lost') || ',"ballots":[' || ballots || ']}'`

const votes = (vote: 'V' | 'W') => {
  const isOver = `moments ? '${vote}.COUNT'`
  const proposal = vote === 'V' ? `'同意' || title || '方案。'` : `'同意制定居民公约。'`
  return `
  insert into compacts.vote (id, version, status, previous_status, division, due_at, issue_id, meeting_id, compact_id, purpose, electorate_id, proposal, text_hash, manner, delegation,
    opens_at, closes_at, eligible, present, agree, disagree, abstain, quorate, carried, count_hash, count_signed_by, certified_by, published_at, created_at)
  select load.id(${RECORDS[vote].kind}, x.n), (ends -> '${vote}' ->> 'version')::int, ends -> '${vote}' ->> 'state', ends -> '${vote}' ->> 'previous', x.division, null,
         load.id(${RECORDS.I.kind}, x.n), meeting, ${vote === 'W' ? `load.id(${RECORDS.K.kind}, x.n)` : 'null'}, '${vote === 'W' ? 'COMPACT' : 'DECISION'}', electorate, ${proposal},
         ${vote === 'W' ? `(select k.text_hash from compacts.compact k where k.id = load.id(${RECORDS.K.kind}, x.n))` : `encode(sha256(convert_to(${proposal}, 'UTF8')), 'hex')`}, 'OVER_PERIOD',
         ${vote === 'W' ? `case when is_household then null else '居民会议授权居民代表会议表决。' end` : 'null'},
         ${moment(`${vote}.OPEN`)}, coalesce(${moment(`${vote}.CLOSE`)}, due + interval '30 days'),
         case when ${isOver} then size end, case when ${isOver} then present end, case when ${isOver} then agree end, case when ${isOver} then disagree end, case when ${isOver} then abstain end,
         case when ${isOver} then true end, case when ${isOver} then story <> 'lost' end, case when ${isOver} then encode(sha256(convert_to(${SHEET}, 'UTF8')), 'hex') end,
         case when ${isOver} then chair.id::text end, case when ${isOver} then supervision.id::text end, ${moment(`${vote}.PUBLISH`)}, ${moment(`${vote}.CREATE`)}
    from (select p.*, u.*, e.rule from pick p join (
            select n as of, electorate, meeting, is_household, count(*)::int as size, count(choice)::int as present, (count(*) filter (where choice = 'AGREE'))::int as agree,
                   (count(*) filter (where choice = 'DISAGREE'))::int as disagree, (count(*) filter (where choice = 'ABSTAIN'))::int as abstain,
                   string_agg('["' || unit || '","' || choice || '",1]', ',' order by unit) filter (where choice is not null) as ballots
              from unit_${vote} group by 1, 2, 3, 4) u on u.of = p.n join compacts.electorate e on e.id = u.electorate) x
    join load.officer chair on chair.username = 'chair.' || x.division join load.officer supervision on supervision.username = 'supervision.' || x.division`
}

const ballots = (vote: 'V' | 'W') => `
  insert into compacts.ballot (id, vote_id, elector_id, choice, sequence, replaces_id, cast_at, channel, "by")
  select load.id(${KIND.ballot * 256 + RECORDS[vote].kind}, u.n * 32768::bigint + i), u.vote, load.id(${KIND.elector * 256 + RECORDS[vote].kind}, u.n * 32768::bigint + i),
         choice, 1, null, ${moment(`${vote}.OPEN`)} + (i % 3000) * interval '1 second', case when u.h % ${HOLDS} = 0 then 'APP' else 'PAPER' end,
         case when u.h % ${HOLDS} = 0 then load.id(${KIND.holder}, u.h)::text else o.id::text end
    from unit_${vote} u join pick p on p.n = u.n join load.officer o on o.username = 'secretary.' || p.division where u.choice is not null`

/** Among those who came are only units that also voted: a recount finds as many present as ballots. */
const present = (meeting: 'A' | 'M', vote: 'V' | 'W') => `
  insert into compacts.attendance (id, meeting_id, resident, "by", "at")
  select load.id(${KIND.detail}, 70000000000 + ${RECORDS[meeting].kind} * 100000000::bigint + u.n * 64 + i), u.meeting, u.resident, o.id::text, ${moment(`${meeting}.OPEN`)}
    from unit_${vote} u join pick p on p.n = u.n join load.officer o on o.username = 'chair.' || p.division where choice is not null and i < 16`

/** Everything that hangs on the meetings that decide, for the picked issues. */
export const assemblies = async (client: pg.Client): Promise<number> => {
  let rows = 0
  for (const [meeting, vote] of [
    ['A', 'V'],
    ['M', 'W'],
  ] as const) {
    await client.query(electors(meeting, vote))
    for (const statement of [freeze(meeting, vote), elect(vote), votes(vote), ballots(vote), present(meeting, vote)])
      rows += (await client.query(statement)).rowCount ?? 0
  }
  return rows
}

/** Three in four of the households with an account have signed a compact in force. */
export const pledges = async (client: pg.Client, textHash: string): Promise<number> => {
  const { rows } = await client.query<{ rows: string }>(
    `with s as (
      select p.*, g.h as signer, load.head(g.h) as resident, load.id(${KIND.household}, g.h) as household, load.id(${KIND.holder}, g.h) as signed_by,
             load.id(${KIND.pledge}, n * 32768::bigint + (g.h - h_from)) as pledge, ${moment('K.TAKE_EFFECT')} + (g.h - h_from) * interval '1 minute' as now_at
        from pick p, generate_series(h_from, h_to) g(h) where moments ? 'K.TAKE_EFFECT' and g.h % ${HOLDS} = 0 and (g.h / ${HOLDS} + n) % 4 < 3),
    v as (
      select pledge as stream, 'Pledge' as type, 1 as version, 'CREATE' as action, null::text as "from", 'SIGNED' as "to", r.name as "by", signed_by::text as account, 'AUTHOR' as role,
             s.division, now_at as "at", null::text as reason, '{"basis":"HOUSEHOLD","textHash":"${textHash}"}' as data, '居民公约' as title,
             20000000000000 + n * 32768::bigint + (signer - h_from) as e, s.resident
        from s join residents.resident r on r.id = s.resident),
    pledges as (insert into compacts.pledge (id, version, status, division, compact_id, text_hash, basis, unit, resident, household, created_at)
      select pledge, 1, 'SIGNED', division, load.id(${RECORDS.K.kind}, n), '${textHash}', 'HOUSEHOLD', household, resident, household, now_at from s returning 1),
    todos as (insert into office.todo (id, stream, subgraph, type, title, status, words, division, awaits, resident, since, version)
      select load.id(${KIND.todo}, e), stream, 'compacts', type, title, "to", w.words, division, w.awaits, resident, "at", 1
        from v join load.state w using (type) where w.status = v."to" returning 1),
    ${firstEvents('compacts', 'v')} ${counted('pledges', 'todos', 'v_events', 'v_audit')}`,
  )
  return Number(rows[0]!.rows)
}
