// W3: an officer acts on an issue with the version they read: suspends it, and resumes it the next time.
import { fresh } from '../bench.fresh.ts'
import type { Question } from './question.ts'

export const w3: Question = {
  name: 'W3',
  says: 'act on an issue',
  writes: true,
  query: `mutation Act($id: ID!, $action: IssueAction!, $version: Int!, $reason: String) {
    actOnIssue(id: $id, action: $action, expectedVersion: $version, reason: $reason) { id version status dueAt }
  }`,
  sql: `with acted as (
      update load.issue set version = version + 1, previous_status = status, status = $3, due_at = now() + interval '30 days' where id = $1 and version = $2 returning *),
    told as (
      insert into load.event (id, stream, type, version, action, "from", "to", "by", account, role, division, "at", reason, request_id, hash)
      select gen_random_uuid(), id, 'Issue', version, $4, previous_status, status, '干部', $5, 'SUBDISTRICT_OFFICER', division, now(), $6, 'load', '' from acted)
    select json_build_object('data', json_build_object('actOnIssue', json_build_object('id', id, 'version', version, 'status', status, 'dueAt', due_at)))::text as json from acted`,
  cases: async ({ owner }) => {
    const reason = '压力测试'
    return (await fresh(owner, 1_000)).map(({ id, account, version }) => ({
      account,
      version,
      turns: ['SUSPEND', 'RESUME'].map((action) => ({ id, action, version: '{{version}}', reason })),
      params: [
        [id, '{{version}}', 'SUSPENDED', 'SUSPEND', account, reason],
        [id, '{{version}}', 'SUBMITTED', 'RESUME', account, reason],
      ],
    }))
  },
}
