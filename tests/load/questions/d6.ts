// D6, search: services and organisations by a word of two characters.
import { ENOUGH, once, type Question } from './question.ts'

export const d6: Question = {
  name: 'D6',
  says: 'search by two characters',
  writes: false,
  query: `query Search($search: String!, $few: Int!) {
    serviceListings(first: $few, filter: { search: $search }) { edges { node { id name field organization { name } } } }
    socialOrganizations(first: $few, filter: { search: $search }) { edges { node { id name kind } } }
  }`,
  sql: `select json_build_object('data', json_build_object(
      'serviceListings', json_build_object('edges', (select coalesce(json_agg(json_build_object('node', json_build_object('id', s.id, 'name', s.name, 'field', s.field,
          'organization', (select json_build_object('name', o.name) from organizations.social_organization o where o.id = s.organization)))), '[]')
        from (select * from organizations.service_listing where organizations.pairs(name || ' ' || description) @> organizations.pairs($1)
                 and status = any('{ACTIVE,TEMPORARILY_CLOSED,INACTIVE,DEFUNCT}') order by name, id limit $2) s)),
      'socialOrganizations', json_build_object('edges', (select coalesce(json_agg(json_build_object('node', json_build_object('id', o.id, 'name', o.name, 'kind', o.kind))), '[]')
        from (select * from organizations.social_organization where organizations.pairs(name || ' ' || code) @> organizations.pairs($1) order by name, id limit $2) o))))::text as json`,
  cases: async ({ owner }) => {
    const { rows } = await owner.query<{ word: string }>(
      `select word from (select unnest(organizations.pairs(name)) as word from organizations.service_listing) w group by word order by count(*) desc, word limit 300`,
    )
    const each = Math.ceil(ENOUGH / rows.length)
    return rows.flatMap(({ word }) =>
      Array.from({ length: each }, (_, at) => once(null, { search: word, few: 10 + at }, [word, 10 + at])),
    )
  },
}
