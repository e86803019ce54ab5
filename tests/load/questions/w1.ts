// W1: a resident raises an issue.
import type { Question } from './question.ts'

export const w1: Question = {
  name: 'W1',
  says: 'raise an issue',
  writes: true,
  query: `mutation Raise($input: IssueInput!) { createIssue(input: $input) { id version status title } }`,
  sql: `with made as (
      insert into load.issue (id, version, status, division, title, body, author, raised_by, created_at) values (gen_random_uuid(), 1, 'DRAFT', $1, $2, $3, $4, $5, now()) returning *),
    told as (
      insert into load.event (id, stream, type, version, action, "to", "by", account, role, division, "at", request_id, hash)
      select gen_random_uuid(), id, 'Issue', 1, 'CREATE', 'DRAFT', '居民', raised_by, 'AUTHOR', division, created_at, 'load', '' from made)
    select json_build_object('data', json_build_object('createIssue', json_build_object('id', id, 'version', version, 'status', status, 'title', title)))::text as json from made`,
  cases: async ({ owner }) => {
    const { rows } = await owner.query<{ id: string; resident: string; division: string }>(
      `select id, resident, division from office.account where resident is not null order by md5(id::text) limit 1000`,
    )
    const [title, body] = ['压力测试议题', '小区东门夜间照明不足，希望增设路灯。']
    return rows.map(({ id, resident, division }) => ({
      account: id,
      turns: [{ input: { division, title, body } }],
      params: [[division, title, body, resident, id]],
    }))
  },
}
