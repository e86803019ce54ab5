// D1, the public directory: 20 services that serve a town in a few fields, with their organisation, number and nearest place.
import { ENOUGH, once, type Question } from './question.ts'

const FIELDS = [
  'ELDERLY',
  'CHILDREN',
  'DISABILITY',
  'FAMILY',
  'HEALTH',
  'LEGAL',
  'EMPLOYMENT',
  'CULTURE',
  'ENVIRONMENT',
  'VOLUNTEERING',
]

export const d1: Question = {
  name: 'D1',
  says: 'public directory',
  writes: false,
  query: `query Directory($serves: ID!, $field: [ServiceField!], $latitude: Float!, $longitude: Float!) {
    serviceListings(first: 20, filter: { serves: $serves, field: $field }) {
      totalCount
      edges { node {
        id name description field cost languages hotline isStale
        organization { id name kind }
        nearest(latitude: $latitude, longitude: $longitude) { metres point { place { id label where { line latitude longitude } } } }
      } }
    }
  }`,
  sql: `with found as (
      select * from organizations.service_listing
       where (areas && $1::text[] or lineage @> $2::text[]) and field = any($3::text[]) and status = any('{ACTIVE,TEMPORARILY_CLOSED}'))
    select json_build_object('data', json_build_object('serviceListings', json_build_object(
      'totalCount', (select count(*) from found),
      'edges', (select coalesce(json_agg(json_build_object('node', json_build_object(
        'id', s.id, 'name', s.name, 'description', s.description, 'field', s.field, 'cost', s.cost, 'languages', s.languages, 'hotline', s.phone, 'isStale', s.status = 'ACTIVE' and s.due_at < now(),
        'organization', (select json_build_object('id', o.id, 'name', o.name, 'kind', o.kind) from organizations.social_organization o where o.id = s.organization),
        'nearest', (select json_build_object('metres', round(n.metres), 'point', json_build_object('place', json_build_object('id', n.place, 'label', n.name, 'where', json_build_object('line', n.line, 'latitude', n.latitude, 'longitude', n.longitude))))
                      from (select a.*, 12742018 * asin(sqrt(sin(radians(a.latitude - $4) / 2) ^ 2 + cos(radians($4)) * cos(radians(a.latitude)) * sin(radians(a.longitude - $5) / 2) ^ 2)) as metres
                              from organizations.service_point p join organizations.service_address a on a.place = p.place where p.service = s.id and not a.is_confidential) n
                     order by n.metres limit 1)))), '[]')
        from (select * from found order by name, id limit 20) s))))::text as json`,
  cases: async ({ owner }) => {
    const { rows } = await owner.query<{ town: string }>('select distinct town from load.committee order by 1')
    const each = Math.ceil(ENOUGH / rows.length)
    return rows.flatMap(({ town }) =>
      Array.from({ length: each }, (_, at) => {
        const field = FIELDS.filter((_, n) => ((at % 1023) + 1) & (1 << n))
        const [latitude, longitude] = [31.3 + (at % 97) / 500, 121.3 + (at % 89) / 500]
        const above = [2, 4, 6, 9].map((length) => town.slice(0, length).padEnd(12, '0'))
        return once(null, { serves: town, field, latitude, longitude }, [above, [town], field, latitude, longitude])
      }),
    )
  },
}

export const d1kept: Question = { ...d1, name: 'D1k', says: 'public directory, unchanged', isKept: true }
