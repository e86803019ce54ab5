// W3: an officer acts on an issue with the version they read: answers its author, in other words the next time.
import { fresh } from '../bench.fresh.ts'
import type { Question } from './question.ts'

export const w3: Question = {
  name: 'W3',
  says: 'act on an issue',
  writes: true,
  query: `mutation Act($id: ID!, $version: Int!, $reply: String!) {
    replyToIssue(id: $id, expectedVersion: $version, reply: $reply) { id version status dueAt }
  }`,
  sql: `with acted as (
      update load.issue set version = version + 1, reply = $3, replied_at = coalesce(replied_at, now()) where id = $1 and version = $2 returning *),
    told as (
      insert into load.event (id, stream, type, version, action, "from", "to", "by", account, role, division, "at", data, request_id, hash)
      select gen_random_uuid(), id, 'Issue', version, 'REPLY', status, status, '干部', $4, 'COMMITTEE_SECRETARY', division, now(), json_build_object('reply', reply), 'load', '' from acted)
    select json_build_object('data', json_build_object('replyToIssue', json_build_object('id', id, 'version', version, 'status', status, 'dueAt', due_at)))::text as json from acted`,
  cases: async ({ owner }) => {
    const replies = ['已收到，三个工作日内答复。', '已安排现场查看。']
    return (await fresh(owner, 1_000)).map(({ id, account, version }) => ({
      account,
      version,
      turns: replies.map((reply) => ({ id, version: '{{version}}', reply })),
      params: replies.map((reply) => [id, '{{version}}', reply, account]),
    }))
  },
}
