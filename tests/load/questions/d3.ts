// D3, the page of one issue: its author, its votes by choice, the project, the compact with comments and pledges.
import { once, type Question } from './question.ts'

export const d3: Question = {
  name: 'D3',
  says: 'page of an issue',
  writes: false,
  query: `query Page($id: ID!) {
    issue(id: $id) {
      id version title body status dueAt number lead supportCount
      author { id name }
      votes { id status purpose turnout result { eligible present agree disagree abstain carried } }
      project { id title status budget deliveredAt }
      compact { id title status signedHouseholds eligibleHouseholds comments { id body at answer } }
    }
  }`,
  sql: `select json_build_object('data', json_build_object('issue', (select json_build_object(
      'id', i.id, 'version', i.version, 'title', i.title, 'body', i.body, 'status', i.status, 'dueAt', i.due_at, 'number', i.number, 'lead', i.lead,
      'supportCount', (select count(*) from compacts.issue_support s where s.issue_id = i.id),
      'author', (select json_build_object('id', r.id, 'name', left(r.name, 1) || '**' || right(r.name, 1)) from residents.resident r where r.id = i.author),
      'votes', (select coalesce(json_agg(json_build_object('id', v.id, 'status', v.status, 'purpose', v.purpose,
                  'turnout', (select count(*) from compacts.ballot b where b.vote_id = v.id and b.sequence = 1),
                  'result', json_build_object('eligible', v.eligible, 'present', v.present, 'agree', v.agree, 'disagree', v.disagree, 'abstain', v.abstain, 'carried', v.carried))
                  order by v.created_at), '[]') from compacts.vote v where v.issue_id = i.id),
      'project', (select json_build_object('id', p.id, 'title', p.title, 'status', p.status, 'budget', p.budget, 'deliveredAt', p.delivered_at) from compacts.project p where p.issue_id = i.id),
      'compact', (select json_build_object('id', k.id, 'title', k.title, 'status', k.status,
                  'signedHouseholds', (select count(*) from compacts.pledge g where g.compact_id = k.id and g.status = 'SIGNED' and g.basis = 'HOUSEHOLD'),
                  'eligibleHouseholds', (select count(distinct household) from compacts.roll_entry e where e.division = k.division and not e.has_left and e.adult_since <= current_date),
                  'comments', (select json_agg(json_build_object('id', m.id, 'body', m.body, 'at', m."at", 'answer', m.answer))
                                 from (select * from compacts.compact_comment m where m.compact_id = k.id order by m."at" desc limit 20) m))
                  from compacts.compact k where k.issue_id = i.id order by k.edition desc limit 1)) from compacts.issue i where i.id = $1)))::text as json`,
  cases: async ({ owner }) => {
    const { rows } = await owner.query<{ id: string; account: string }>(
      `select i.id, o.id as account from compacts.issue i join load.officer o on o.username = 'town.' || left(i.division, 9) || '000'
        where exists (select 1 from compacts.vote v where v.issue_id = i.id) or exists (select 1 from compacts.compact k where k.issue_id = i.id)
        order by md5(i.id::text) limit 2000`,
    )
    return rows.map(({ id, account }) => once(account, { id }, [id]))
  },
}
