// D2, the officer's workbench: 20 open issues of a town by deadline, over residents, compacts and territory.
import { ENOUGH, once, type Question } from './question.ts'

const OPEN = ['SUBMITTED', 'DELIBERATING', 'IMPLEMENTING', 'EVALUATING', 'ADOPTED', 'RETURNED', 'VOTING', 'COMPACTING', 'SUSPENDED', 'APPEALED', 'REWORK'] // prettier-ignore
/** States that may be left out of the filter, so that hardly two requests are alike. */
const SPARE = OPEN.slice(3)

export const d2: Question = {
  name: 'D2',
  says: "officer's workbench",
  writes: false,
  query: `query Workbench($division: ID!, $status: [IssueStatus!]) {
    issues(first: 20, orderBy: DUE, filter: { division: $division, open: true, status: $status }) {
      edges { node {
        id version title status dueAt
        division { code name community { name } }
        author { id name address }
        events(last: 3) { action by at }
        offers { action label blocked }
      } }
    }
  }`,
  // Offers need what their guards ask about; whether they are blocked is left to the reader.
  sql: `select json_build_object('data', json_build_object('issues', json_build_object('edges', (
    select coalesce(json_agg(json_build_object('node', json_build_object(
      'id', i.id, 'version', i.version, 'title', i.title, 'status', i.status, 'dueAt', i.due_at,
      'division', (select json_build_object('code', d.code, 'name', d.name, 'community', (select json_build_object('name', c.name) from territory.community c where c.committees @> array[d.code])) from territory.division d where d.code = i.division),
      'author', (select json_build_object('id', r.id, 'name', left(r.name, 1) || '**' || right(r.name, 1), 'address', w.address || '***') from residents.resident r
                   join residents.household h on h.id = r.household_id join residents.dwelling w on w.id = h.dwelling_id where r.id = i.author),
      'events', (select json_agg(json_build_object('action', e.action, 'by', e."by", 'at', e."at")) from (select * from compacts.event e where e.stream = i.id order by e.version desc limit 3) e),
      'offers', json_build_object(
        'held', (select coalesce(json_agg(m.type), '[]') from compacts.meeting m where m.issue_id = i.id and m.status = 'PUBLISHED'),
        'vote', (select v.status from compacts.vote v where v.issue_id = i.id and v.purpose = 'DECISION' order by v.created_at desc limit 1),
        'project', (select p.status from compacts.project p where p.issue_id = i.id),
        'compact', (select k.status from compacts.compact k where k.issue_id = i.id order by k.edition desc limit 1))))), '[]')
      from (select * from compacts.issue where division >= $1 and division < $2 and status = any($3::text[]) and due_at is not null order by due_at, id limit 20) i))))::text as json`,
  cases: async ({ owner }) => {
    const { rows } = await owner.query<{ account: string; town: string }>(
      `select id as account, division as town from load.officer where username like 'town%' order by n`,
    )
    const ways = Math.min(2 ** SPARE.length, Math.ceil(ENOUGH / rows.length))
    return rows.flatMap(({ account, town }) =>
      Array.from({ length: ways }, (_, way) => {
        const status = OPEN.filter((s) => !SPARE.includes(s) || !((way >> SPARE.indexOf(s)) & 1))
        const from = town.slice(0, 9)
        return once(account, { division: town, status }, [from, String(Number(from) + 1), status])
      }),
    )
  },
}
