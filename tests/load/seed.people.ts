// Homes, households and the people in them. Numbers are sealed here as the product seals them, a few thousand at a time, while
// the database writes the last few thousand. ID numbers lie in districts that do not exist; 示 stands in every name for 示例.
import { createCipheriv, hash, hkdfSync } from 'node:crypto'
import { AES } from '../../subgraphs/residents/crypto.ts'
import { maskName } from '../../subgraphs/shared/masking.ts'
import { GRIDS, addressOf, buildingNumber, NO_PASSWORD } from './seed.places.ts'
import { headOf, HOLDS, HOMES_PER_BUILDING, householdOf, idOf, KIND, REPRESENTS, type Plan } from './seed.plan.ts'
import type { Work } from './seed.progress.ts'
import { counted, firstEvents } from './seed.sql.ts'

/** What a person's numbers are stored as. */
interface Sealer {
  readonly key: (person: string) => Buffer
  readonly wrap: (key: Buffer, person: string) => string
  readonly seal: (key: Buffer, person: string, field: string, value: string) => string
  readonly index: (kind: string, value: string) => string
}

const BLOCK = 64

/** HMAC-SHA-256 by two one-shot hashes: twenty times as fast as making the objects. */
const hmacOf = (key: Buffer) => {
  const padded = (byte: number) => Buffer.alloc(BLOCK, byte).map((b, at) => b ^ (key[at] ?? 0))
  const [inner, outer] = [padded(0x36), padded(0x5c)]
  const twice = Buffer.from(outer)
  return (words: string): string =>
    hash('sha256', Buffer.concat([twice, hash('sha256', Buffer.concat([inner, Buffer.from(words)]), 'buffer')]), 'base64url')
}

/**
 * Writes what the product's vault writes and reads, but with keys and starting values drawn from the seed instead of by lot,
 * so that the same run gives the same bytes. For invented people only.
 */
export const sealerOf = (secret: string, seed: number): Sealer => {
  const derive = (purpose: string) => Buffer.from(hkdfSync('sha256', secret, 'linli', purpose, 32))
  const [master, lots, index] = [
    derive('residents.wrap'),
    derive(`load.${seed}`).toString('hex'),
    hmacOf(derive('residents.index')),
  ]
  const drawn = (words: string) => hash('sha256', lots + words, 'buffer')
  const write = (key: Buffer, clear: Buffer | string, bound: string): string => {
    const iv = drawn(`iv:${bound}`).subarray(0, 12)
    const cipher = createCipheriv('aes-256-gcm', key, iv).setAAD(Buffer.from(bound))
    const body = cipher.update(clear as string, 'utf8')
    cipher.final()
    return `${AES.mark}.${Buffer.concat([iv, cipher.getAuthTag(), body]).toString('base64url')}`
  }
  return {
    key: (person) => drawn(`key:${person}`),
    wrap: (key, person) => write(master, key, `${person}/key`),
    seal: (key, person, field, value) => write(key, value, `${person}/${field}`),
    index: (kind, value) => index(`${kind}:${value}`),
  }
}

/** A number below `below` that looks drawn by lot. */
const draw = (n: number, salt: number, below: number): number => {
  let t = (Math.imul(n ^ (n >>> 15), 0x2c1b3c6d) + Math.imul(salt + 1, 0x9e3779b1)) | 0
  t = Math.imul(t ^ (t >>> 13), 0x297a2d39)
  return ((t ^ (t >>> 16)) >>> 0) % below
}

const SURNAMES = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗']
const GIVEN = [
  ...'安宁和平康乐福泰祥瑞明朗清雅慧敏勤思远诚信义仁礼智文博学新春华秋实云帆海川江山林松柏竹梅兰菊芳菲晨曦晓光辉映月星辰宇轩昂',
]
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checked = (first17: string): string => {
  let sum = 0
  for (let i = 0; i < 17; i++) sum += WEIGHTS[i]! * (first17.charCodeAt(i) - 48)
  return first17 + '10X98765432'[sum % 11]
}

/** Days of birth: those who head a household are 25 to 85, the others from 1 to 85. Coprime steps keep every number single. */
const HEADS = { place: '310199', youngest: 25 * 365 + 7, days: 21_911, step: 7_919 }
const OTHERS = { place: '320599', youngest: 365, days: 30_671, step: 7_919 }

const people = (plan: Plan, safe: Sealer, from: number, to: number) => {
  const midday = Date.parse(`${plan.day}T12:00:00Z`)
  const columns: string[][] = Array.from({ length: 9 }, () => [])
  for (let n = from; n <= to; n++) {
    const household = householdOf(plan, n)
    const isHead = headOf(plan, household) === n
    const { place, youngest, days, step } = isHead ? HEADS : OTHERS
    const rank = isHead ? household : n - household
    const age = youngest + ((rank * step) % days)
    const born = new Date(midday - age * 86_400_000).toISOString().slice(0, 10)
    const idNumber = checked(place + born.replaceAll('-', '') + String(Math.floor(rank / days) % 1000).padStart(3, '0'))
    const name = `${SURNAMES[draw(n, 1, SURNAMES.length)]}示${GIVEN[draw(n, 2, GIVEN.length)]}${GIVEN[draw(n, 3, GIVEN.length)]}`
    const phone = age > 14 * 366 ? `140${String(n).padStart(8, '0')}` : null
    const id = idOf(plan, KIND.resident, n)
    const key = safe.key(id)
    const relation = isHead ? 'HEAD' : age < 22 * 365 ? 'CHILD' : age > 60 * 365 ? 'PARENT' : 'SPOUSE'
    const row = [
      name,
      maskName(name),
      born,
      Number(idNumber[16]) % 2 ? 'MALE' : 'FEMALE',
      relation,
      safe.wrap(key, id),
      safe.seal(key, id, 'idNumber', idNumber),
      safe.index('RESIDENT_ID', idNumber),
      phone ? `${safe.seal(key, id, 'phone', phone)} ${safe.index('PHONE', phone)}` : '',
    ]
    row.forEach((value, at) => columns[at]!.push(value))
  }
  return columns.map((column) => column.join(','))
}

const IMPORTED = `1 as version, 'IMPORT' as action, null::text as "from", null::text as "to", 'SYSTEM' as "by", null::text as account, null::text as role`
const TOLD = `now_at as "at", null::text as reason, '{"run":"seed"}' as data`
const AT = (plan: Plan) => `'${plan.day}'::timestamptz - interval '700 days'`

/** Homes and households number `$1` to `$2`. */
const homes = (plan: Plan) => `
  with h as (
    select h, c.n as c, c.code as division, ${AT(plan)} as now_at, load.id(${KIND.dwelling}, h) as dwelling, load.id(${KIND.household}, h) as household,
           (h - c.h_from)::int / ${HOMES_PER_BUILDING} + 1 as building, (h - c.h_from)::int % ${HOMES_PER_BUILDING} as door
      from generate_series($1::bigint, $2::bigint) h join load.committee c on c.n = load.committee_of(h)),
  v as (
    select dwelling as stream, 'Dwelling' as type, ${IMPORTED}, division, ${TOLD}, ${addressOf('c', 'building')} as title, 1000000000 + h as e from h
    union all select household, 'Household', ${IMPORTED}, division, ${TOLD}, '户', 2000000000 + h from h),
  dwellings as (insert into residents.dwelling (id, version, division, building_id, address, room, created_at)
    select dwelling, 1, division, load.id(${KIND.building}, ${buildingNumber('c', 'building')}), ${addressOf('c', 'building')},
           (door / 4 + 1) || '0' || (door % 4 + 1) || '室', now_at from h returning 1),
  households as (insert into residents.household (id, version, division, dwelling_id, representative_id, created_at)
    select household, 1, division, dwelling, load.head(h), now_at from h returning 1),
  ${firstEvents('residents', 'v')} ${counted('dwellings', 'households', 'v_events', 'v_audit')}`

/** People number `$1` on, as the columns say; the roll the compacts keep of them; an account for one head in three. */
const roll = (plan: Plan) => `
  with p as materialized (
    select r.*, r.n = ((h - 1) * ${plan.residents} + ${plan.households} - 1) / ${plan.households} + 1 as is_head, c.code as division, ${AT(plan)} as now_at,
           load.id(${KIND.resident}, r.n) as id, load.id(${KIND.household}, h) as household,
           c.code || lpad((((h - c.h_from)::int / ${HOMES_PER_BUILDING}) % ${GRIDS} + 1)::text, 3, '0') as grid
      from (select $1::bigint + t.o - 1 as n, ($1::bigint + t.o - 2) * ${plan.households} / ${plan.residents} + 1 as h, t.*
              from unnest(string_to_array($2, ','), string_to_array($3, ','), string_to_array($4, ','), string_to_array($5, ','), string_to_array($6, ','),
                          string_to_array($7, ','), string_to_array($8, ','), string_to_array($9, ','), string_to_array($10, ','))
              with ordinality as t(name, masked, born, sex, relation, wrapped, id_sealed, id_index, phone, o)) r
      join load.committee c on c.n = load.committee_of(h)),
  a as (select *, load.id(${KIND.holder}, h) as account from p where is_head and h % ${HOLDS} = 0),
  d as (select *, load.id(${KIND.representative}, h) as term from p where is_head and h % ${REPRESENTS} = 0),
  v as (
    select id as stream, 'Resident' as type, ${IMPORTED}, division, ${TOLD}, masked as title, 3000000000 + n as e from p
    union all select term, 'ResidentsRepresentative', 1, 'APPOINT', null, null, 'SYSTEM', null, null, division, now_at, null, '{"resident":"' || id || '"}', masked, 5000000000 + h from d),
  w as (
    select account as stream, 'Account' as type, 1 as version, 'CREATE' as action, null::text as "from", 'ACTIVE' as "to", 'SYSTEM' as "by", null::text as account,
           null::text as role, division, now_at as "at", null::text as reason, null::text as data, name as title, 4000000000 + h as e from a),
  keys as (insert into residents.person_key (person, wrapped) select id, wrapped from p returning 1),
  residents as (insert into residents.resident (id, version, division, grid, household_id, name, paper, id_sealed, id_index, phone_sealed, phone_index, birth_date, sex, residence, relation, created_at)
    select id, 1, division, grid, household, name, 'RESIDENT_ID', id_sealed, id_index, nullif(split_part(phone, ' ', 1), ''), nullif(split_part(phone, ' ', 2), ''),
           born, sex, (array['REGISTERED', 'REGISTERED', 'REGISTERED', 'PERMANENT', 'MIGRANT'])[load.draw(h, 7, 5) + 1], relation, now_at from p returning 1),
  entries as (insert into compacts.roll_entry (resident, household, division, adult_since, is_household_representative, is_representative, version, has_left)
    select id, household, division, (born::date + interval '18 years')::date, is_head, is_head and h % ${REPRESENTS} = 0, 1, false from p returning 1),
  terms as (insert into residents.representative (id, version, division, resident, "group", valid_from, valid_to, told, created_at)
    select term, 1, division, id, '第' || (h % 12 + 1) || '居民小组', '2026-01-01', '2030-12-31', 'BEGUN', now_at from d returning 1),
  accounts as (insert into office.account (id, version, username, name, division, password, resident, created_at)
    select account, 1, 'resident.' || h, name, division, '${NO_PASSWORD}', id, now_at from a returning 1),
  grants as (insert into office.role_grant (id, account_id, role, division, valid_from, valid_to, reason)
    select load.id(${KIND.grant}, 1000000000 + h), account, 'RESIDENT', division, now_at, null, '示例数据' from a returning 1),
  ${firstEvents('residents', 'v')}, ${firstEvents('office', 'w')}
  ${counted('keys', 'residents', 'entries', 'terms', 'accounts', 'grants', 'v_events', 'v_audit', 'w_events', 'w_audit')}`

/** Households of a range with everybody in them. */
export const inhabit = (plan: Plan, secret: string): Work => {
  const safe = sealerOf(secret, plan.seed)
  return async (client, from, to) => {
    const first = headOf(plan, from)
    const last = to === plan.households ? plan.residents : headOf(plan, to + 1) - 1
    const housed = client.query<{ rows: string }>({ name: 'homes', text: homes(plan), values: [from, to] })
    const columns = people(plan, safe, first, last)
    const peopled = client.query<{ rows: string }>({ name: 'roll', text: roll(plan), values: [first, ...columns] })
    return Number((await housed).rows[0]!.rows) + Number((await peopled).rows[0]!.rows)
  }
}
