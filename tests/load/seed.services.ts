// Social organisations with what they offer and where: the directory that anyone may ask.
import type { Plan } from './seed.plan.ts'
import { KIND } from './seed.plan.ts'
import type { Work } from './seed.progress.ts'
import { counted, firstEvents } from './seed.sql.ts'

/** Services and places of an organisation. */
const SERVICES = 8
const PLACES = 2

const DIGITS = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const ORGANIZATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

/** A well-formed unified social credit code (GB 32100-2015) in a district that does not exist. */
const codeOf = (n: number): string => {
  const own = `MJ${String(n).padStart(6, '0')}`
  const sum = [...own].reduce((all, one, at) => all + parseInt(one, 36) * ORGANIZATION_WEIGHTS[at]!, 0)
  const code = `52310199${own}${'0X987654321'[sum % 11]}`
  const whole = [...code].reduce((all, one, at) => (all + DIGITS.indexOf(one) * 3 ** at) % 31, 0)
  return code + DIGITS[(31 - whole) % 31]!
}

const WORDS = `array['助餐','助浴','康复','托管','心理','调解','普法','就业','绿化','阅读','陪伴','义诊','维修','助残','育儿','法律','健身','书画','环保','急救']`
const FIELDS = `array['ELDERLY','CHILDREN','DISABILITY','FAMILY','HEALTH','LEGAL','EMPLOYMENT','CULTURE','ENVIRONMENT','VOLUNTEERING']`
const CREATED = `1 as version, 'CREATE' as action, null::text as "from"`
const TOLD = `'SYSTEM' as "by", null::text as account, null::text as role, division, now_at as "at", null::text as reason, null::text as data`
const HOURS = `(select jsonb_agg(jsonb_build_object('weekday', d, 'opens', '09:00', 'closes', '17:00')) from generate_series(1, 5) d)`

export const services =
  (plan: Plan): Work =>
  async (client, from, to) => {
    const numbers = Array.from({ length: to - from + 1 }, (_, at) => from + at)
    const { rows } = await client.query<{ rows: string }>(
      `with o as (select t.n, t.code, load.id(${KIND.organization}, t.n) as id, c.town as division, c.code as committee, ('${plan.day}'::timestamptz - interval '700 days') as now_at,
                         '示例' || (${WORDS})[t.n % 20 + 1] || '社区服务中心' || t.n as name
                    from unnest($1::bigint[], $2::text[]) as t(n, code) join load.committee c on c.n = load.draw(t.n, 31, ${plan.committees})),
      s as (select o.id as organization, o.division, o.now_at, o.committee, o.n * ${SERVICES} + i as k, load.id(${KIND.service}, o.n * ${SERVICES} + i) as id,
                   (${WORDS})[load.draw(o.n * ${SERVICES} + i, 32, 20) + 1] || (${WORDS})[load.draw(o.n * ${SERVICES} + i, 33, 20) + 1] || '服务' || o.n || '-' || i as name
              from o, generate_series(1, ${SERVICES}) i),
      p as (select o.id as organization, o.division, o.now_at, o.committee, i, load.id(${KIND.place}, o.n * ${PLACES} + i) as id, o.n * ${PLACES} + i as k,
                   '示例服务点' || o.n || '-' || i as name from o, generate_series(1, ${PLACES}) i),
      v as (
        select id as stream, 'SocialOrganization' as type, ${CREATED}, 'REGISTERED' as "to", ${TOLD}, name as title, 600000000000 + n as e from o
        union all select id, 'ServiceListing', ${CREATED}, 'ACTIVE', ${TOLD}, name, 610000000000 + k from s
        union all select id, 'ServicePlace', ${CREATED}, null, ${TOLD}, name, 620000000000 + k from p),
      organizations as (insert into organizations.social_organization (id, version, status, division, code, name, kind, registered_on, purpose, phone, created_at)
        select id, 1, 'REGISTERED', division, code, name, 'SERVICE_AGENCY', (now_at at time zone 'Asia/Shanghai')::date, '社区服务。', '021-56780000', now_at from o returning 1),
      places as (insert into organizations.service_place (id, version, division, organization, kind, is_confidential, access)
        select id, 1, left(division, 6) || '000000', organization, 'PHYSICAL', load.draw(k, 34, 50) = 0, '{STEP_FREE}' from p returning 1),
      addresses as (insert into organizations.service_address (id, place, organization, is_confidential, division, name, line, latitude, longitude)
        select load.id(${KIND.address}, k), id, organization, load.draw(k, 34, 50) = 0, committee, name, '示例路' || k || '号',
               31.3 + load.draw(k, 35, 2000) / 10000.0, 121.3 + load.draw(k, 36, 2000) / 10000.0 from p returning 1),
      listings as (insert into organizations.service_listing (id, version, status, division, due_at, organization, name, description, field, languages, cost, areas, phone, assured_on, created_at)
        select id, 1, 'ACTIVE', division, '${plan.day}'::timestamptz + (load.draw(k, 37, 200) - 20) * interval '1 day', organization, name, '面向社区居民的' || name || '，请提前预约。',
               (${FIELDS})[load.draw(k, 38, 10) + 1], '{zh}', (array['FREE','REDUCED','PAID'])[load.draw(k, 39, 3) + 1],
               case load.draw(k, 40, 4) when 0 then array[division] when 1 then array[left(division, 6) || '000000'] else array[committee] end,
               '021-56780000', '${plan.day}'::date - 30, now_at from s returning 1),
      points as (insert into organizations.service_point (id, service, place, intervals, exceptions, holidays)
        select load.id(${KIND.point}, s.k * ${PLACES} + p.i), s.id, p.id, ${HOURS}, '[]', 'CLOSED' from s join p using (organization) returning 1),
      ${firstEvents('organizations', 'v')} ${counted('organizations', 'places', 'addresses', 'listings', 'points', 'v_events', 'v_audit')}`,
      [numbers, numbers.map(codeOf)],
    )
    return Number(rows[0]!.rows)
  }
