// D5, the register of a town's residents: the page five hundred pages in, and the first one beside it.
import { once, type Asking, type Case, type Question } from './question.ts'

const query = `query Register($division: ID!, $after: String) {
  residents(first: 20, after: $after, filter: { division: $division }) {
    edges { node { id name sex age idNumber phone address residence relation division { code name } } }
    pageInfo { hasNextPage endCursor }
  }
}`

/** The limit cannot open sealed numbers and hands them on as they lie. */
const sql = `select json_build_object('data', json_build_object('residents', json_build_object('edges', (
  select coalesce(json_agg(json_build_object('node', json_build_object('id', r.id, 'name', left(r.name, 1) || '**' || right(r.name, 1), 'sex', r.sex,
      'age', extract(year from age(r.birth_date::date)), 'idNumber', r.id_sealed, 'phone', r.phone_sealed,
      'address', (select w.address || '***' from residents.household h join residents.dwelling w on w.id = h.dwelling_id where h.id = r.household_id),
      'residence', r.residence, 'relation', r.relation, 'division', (select json_build_object('code', d.code, 'name', d.name) from territory.division d where d.code = r.division)))), '[]')
    from (select * from residents.resident where division >= $1 and division < $2 and ended_as is null and (division, name, id) > ($3, $4, $5::uuid) order by division, name, id limit 20) r))))::text as json`

const walk = `query Walk($division: ID!, $after: String) { residents(first: 100, after: $after, filter: { division: $division }) { edges { cursor node { id } } pageInfo { hasNextPage endCursor } } }`

interface Walked {
  residents: { edges: { cursor: string; node: { id: string } }[]; pageInfo: { hasNextPage: boolean; endCursor: string | null } }
}

const PAGE_500 = 499 * 20
const AROUND = 600

/** Walks the register to the five hundredth page, or to its end, and takes the places around it to begin from. */
const far = async ({ owner, ask }: Asking): Promise<Case[]> => {
  const { rows: towns } = await owner.query<{ account: string; town: string }>(
    `select o.id as account, o.division as town from load.officer o where o.username like 'town.%'
      order by (select sum(h_to - h_from) from load.committee c where c.town = o.division) desc limit 1`,
  )
  const { account, town } = towns[0]!
  const places: { cursor: string; node: { id: string } }[] = []
  for (let after: string | null = null; places.length < PAGE_500 + AROUND / 2;) {
    const { residents }: Walked = await ask(account, walk, { division: town, after })
    places.push(...residents.edges)
    if (!residents.pageInfo.hasNextPage) break
    after = residents.pageInfo.endCursor
  }
  const chosen = places.slice(-AROUND - 20, -20)
  const { rows } = await owner.query<{ id: string; division: string; name: string }>(
    'select id, division, name from residents.resident where id = any($1::uuid[])',
    [chosen.map(({ node }) => node.id)],
  )
  const by = new Map(rows.map((row) => [row.id, row]))
  const from = town.slice(0, 9)
  return chosen.map(({ cursor, node: { id } }) => {
    const { division, name } = by.get(id)!
    return once(account, { division: town, after: cursor }, [from, String(Number(from) + 1), division, name, id])
  })
}

const first = async ({ owner }: Asking): Promise<Case[]> => {
  const { rows } = await owner.query<{ account: string; division: string }>(
    `select o.id as account, c.code as division from load.committee c join load.officer o on o.division = c.town and o.username like 'town%' or o.username in ('secretary.' || c.code, 'member.' || c.code)`,
  )
  return rows.map(({ account, division }) =>
    once(account, { division, after: null }, [
      division,
      String(Number(division) + 1),
      division,
      '',
      '00000000-0000-0000-0000-000000000000',
    ]),
  )
}

export const d5: Question = { name: 'D5', says: "residents' register, page 500", writes: false, query, sql, cases: far }
export const d5first: Question = { name: 'D5a', says: "residents' register, page 1", writes: false, query, sql, cases: first }
