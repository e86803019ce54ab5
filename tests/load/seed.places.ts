// Divisions, town-managed communities, grids, buildings; and whoever holds an office in them.
import type pg from 'pg'
import { v5 as uuidv5 } from 'uuid'
import { readDivisions, type DivisionRow } from '../../subgraphs/territory/divisions.ts'
import { seedId } from '../../subgraphs/territory/division.load.ts'
import { COMMITTEES, HOMES_PER_BUILDING, KIND, type Plan } from './seed.plan.ts'
import type { Work } from './seed.progress.ts'
import { counted, firstEvents } from './seed.sql.ts'

const DISTRICT = '310113'
/** Districts of a whole city besides the real one: codes that are not assigned. */
const example = (n: number) => `3101${60 + n}`

/** The committed divisions, and beside the real district as many examples of one as the scale asks for. */
export const divisionsOf = ({ committees }: Plan): DivisionRow[] => {
  const real = readDivisions()
  const own = real.filter(({ code }) => code.startsWith(DISTRICT))
  const district = own.find(({ code }) => code === `${DISTRICT}000000`)!
  const more = Array.from({ length: Math.ceil(committees / COMMITTEES) - 1 }, (_, at) => {
    const name = `示例${at + 1}区`
    const moved = (code: string) => example(at + 1) + code.slice(6)
    return own.map((row) => ({
      ...row,
      code: moved(row.code),
      name: row === district ? name : row.name,
      parent: row === district ? row.parent : moved(row.parent!),
      path: row.path.replace(district.name, name),
    }))
  })
  return [...real, ...more.flat()]
}

const CREATED = `1 as version, 'CREATE' as action, null::text as "from", null::text as "to", 'SYSTEM' as "by", null::text as account, null::text as role`
const TOLD = `now_at as "at", null::text as reason, null::text as data`

export const committeesOf = (plan: Plan): DivisionRow[] =>
  divisionsOf(plan)
    .filter(({ code }) => (code.startsWith(DISTRICT) || /^3101[6-9]/.test(code)) && !code.endsWith('000'))
    .slice(0, plan.committees)

/** Tables of the seed's own that the later steps read: committees with their households. */
export const layOut = async (client: pg.Client, plan: Plan): Promise<void> => {
  const divisions = divisionsOf(plan)
  const leaves = committeesOf(plan)
  await client.query(`
    create table load.committee (n int primary key, code text, town text, district text, h_from bigint, h_to bigint);
    create table load.division (n int primary key, id uuid, code text, name text, kind text, parent text, path text, pinyin text, initials text)`)
  await client.query(
    `insert into load.committee select n - 1, code, left(code, 9) || '000', left(code, 6) || '000000',
            (n - 1) * $2::bigint / $3 + 1, n * $2::bigint / $3 from unnest($1::text[]) with ordinality as t(code, n)`,
    [leaves.map(({ code }) => code), plan.households, plan.committees],
  )
  const rows = divisions.map((d, at) => ({ n: at + 1, id: seedId(`division:${d.code}`), ...d }))
  await client.query(
    `insert into load.division select * from jsonb_to_recordset($1::jsonb) as d(n int, id uuid, code text, name text, kind text, parent text, path text, pinyin text, initials text)`,
    [JSON.stringify(rows)],
  )
}

export const divisions =
  (plan: Plan): Work =>
  async (client, from, to) => {
    const { rows } = await client.query<{ rows: string }>(
      `with d as (select *, ('${plan.day}'::timestamptz - interval '800 days') as now_at from load.division where n between $1 and $2),
      v as (select id as stream, 'Division' as type, ${CREATED}, code as division, ${TOLD}, name as title, n as e from d),
      made as (insert into territory.division (id, code, version, name, kind, parent_code, path, pinyin, initials, valid_from, valid_to, predecessors)
        select id, code, 1, name, kind, parent, path, pinyin, initials, '2023-06-30', null, '{}' from d returning 1),
      ${firstEvents('territory', 'v')} ${counted('made', 'v_events', 'v_audit')}`,
      [from, to],
    )
    return Number(rows[0]!.rows)
  }

const BUILDINGS = `ceil((h_to - h_from + 1) / ${HOMES_PER_BUILDING}.0)::int`
export const buildingNumber = (committee: string, building: string) => `(${committee}::bigint * 4096 + ${building})`
export const addressOf = (committee: string, building: string) => `'示例路' || (${committee} + 1) || '弄' || ${building} || '号'`
export const GRIDS = 3

/** Grids and buildings of a range of committees, and a town-managed community for every ten. */
export const grounds =
  (plan: Plan): Work =>
  async (client, from, to) => {
    const { rows } = await client.query<{ rows: string }>(
      `with c as (select *, ('${plan.day}'::timestamptz - interval '790 days') as now_at from load.committee where n between $1 - 1 and $2 - 1),
      g as (select c.*, i, load.id(${KIND.grid}, n * ${GRIDS} + i) as id from c, generate_series(1, ${GRIDS}) i),
      b as (select c.*, i, load.id(${KIND.building}, ${buildingNumber('n', 'i')}) as id, ${addressOf('n', 'i')} as address from c, generate_series(1, ${BUILDINGS}) i),
      t as (select load.id(${KIND.community}, min(n)) as id, town, array_agg(code order by n) as committees, min(n) as first, min(now_at) as now_at
              from c group by town, n / 10),
      v as (
        select id as stream, 'Grid' as type, ${CREATED}, code as division, ${TOLD}, '示例网格' || i as title, 1000000 + n * 4::bigint + i as e from g
        union all select id, 'Building', ${CREATED}, code, ${TOLD}, address, 10000000 + ${buildingNumber('n', 'i')} from b
        union all select id, 'TownManagedCommunity', ${CREATED}, town, ${TOLD}, '示例社区' || first, 5000000 + first from t),
      grids as (insert into territory.grid (id, version, division, code, name, created_at)
        select id, 1, code, code || lpad(i::text, 3, '0'), '示例网格' || i, now_at from g returning 1),
      buildings as (insert into territory.building (id, version, division, address, grid_id, cell_id, code_epoch, created_at)
        select id, 1, code, address, load.id(${KIND.grid}, n * ${GRIDS} + (i - 1) % ${GRIDS} + 1), null, 1, now_at from b returning 1),
      communities as (insert into territory.community (id, version, division, name, committees, created_at)
        select id, 1, town, '示例社区' || first, committees, now_at from t returning 1),
      ${firstEvents('territory', 'v')} ${counted('grids', 'buildings', 'communities', 'v_events', 'v_audit')}`,
      [from, to],
    )
    return Number(rows[0]!.rows)
  }

/** Offices of a committee; the place in the list is part of the account's number. */
const OFFICES: readonly (readonly [name: string, word: string, roles: readonly string[]])[] = [
  ['secretary', '示例书记', ['COMMITTEE_SECRETARY', 'PARTY_BRANCH']],
  ['member', '示例委员', ['COMMITTEE_MEMBER']],
  ['chair', '示例主持人', ['MEETING_CHAIR', 'COMMITTEE_MEMBER']],
  ['supervision', '示例监督委员', ['SUPERVISION_MEMBER']],
  ['grid', '示例网格员', ['GRID_WORKER']],
]
const TOWN_OFFICES: typeof OFFICES = [
  ['town', '示例街镇干部', ['SUBDISTRICT_OFFICER']],
  ['townlead', '示例街镇领导', ['SUBDISTRICT_LEAD']],
  ['legal', '示例法治专员', ['LEGAL_SPECIALIST']],
  ['manager', '示例社区专职', ['COMMUNITY_MANAGER']],
]
const DISTRICT_OFFICES: typeof OFFICES = [
  ['district', '示例区民政干部', ['DISTRICT_CIVIL_AFFAIRS']],
  ['sysadmin', '示例系统管理员', ['SYS_ADMIN']],
  ['secadmin', '示例安全管理员', ['SEC_ADMIN']],
  ['auditor', '示例审计员', ['AUDITOR']],
]

/** Nobody signs in by this: it is the hash of no password. */
export const NO_PASSWORD = '!'
export const accountId = (username: string) => uuidv5(username, 'b8a2e5b6-7f0a-5b0e-9c58-6f1f5d9f0a11')

export const officers =
  (plan: Plan): Work =>
  async (client) => {
    const { rows: committees } = await client.query<{ code: string; town: string; district: string }>(
      'select code, town, district from load.committee order by n',
    )
    const places: [string, typeof OFFICES][] = [
      ...committees.map(({ code }): [string, typeof OFFICES] => [code, OFFICES]),
      ...[...new Set(committees.map(({ town }) => town))].map((town): [string, typeof OFFICES] => [town, TOWN_OFFICES]),
      ...[...new Set(committees.map(({ district }) => district))].map((d): [string, typeof OFFICES] => [d, DISTRICT_OFFICES]),
    ]
    const accounts = places.flatMap(([division, offices]) =>
      offices.map(([name, word, roles]) => {
        const username = `${name}.${division}`
        return { id: accountId(`${plan.seed}:${username}`), username, name: word, division, roles }
      }),
    )
    await client.query(
      `create table load.officer (n int primary key, id uuid, username text unique, name text, division text, roles text[])`,
    )
    await client.query(
      `insert into load.officer select n, id, username, name, division, array(select jsonb_array_elements_text(roles))
         from jsonb_to_recordset($1::jsonb) as o(n int, id uuid, username text, name text, division text, roles jsonb)`,
      [JSON.stringify(accounts.map((account, at) => ({ n: at + 1, ...account })))],
    )
    const { rows } = await client.query<{ rows: string }>(
      `with o as (select *, ('${plan.day}'::timestamptz - interval '780 days') as now_at from load.officer),
      v as (select id as stream, 'Account' as type, 1 as version, 'CREATE' as action, null::text as "from", 'ACTIVE' as "to", 'SYSTEM' as "by",
                   null::text as account, null::text as role, division, ${TOLD}, name as title, 500000000 + n as e from o),
      accounts as (insert into office.account (id, version, username, name, division, password, created_at)
        select id, 1, username, name, division, '${NO_PASSWORD}', now_at from o returning 1),
      grants as (insert into office.role_grant (id, account_id, role, division, valid_from, valid_to, reason)
        select load.id(${KIND.grant}, n * 4 + r.at), id, r.role, division, now_at, null, '示例数据' from o, unnest(roles) with ordinality r(role, at) returning 1),
      ${firstEvents('office', 'v')} ${counted('accounts', 'grants', 'v_events', 'v_audit')}`,
    )
    return Number(rows[0]!.rows)
  }
