// W2: an elector casts a ballot, and changes their mind the next time, so that every ballot is a new row.
import type { Question } from './question.ts'

const OTHER = { AGREE: 'DISAGREE', DISAGREE: 'AGREE', ABSTAIN: 'AGREE' } as const

export const w2: Question = {
  name: 'W2',
  says: 'cast a ballot',
  writes: true,
  query: `mutation Cast($vote: ID!, $choice: Choice!) { castBallot(vote: $vote, choice: $choice) { id choice sequence castAt } }`,
  sql: `with last as (select id, sequence from load.ballot where vote_id = $1 and elector_id = $2 order by sequence desc limit 1),
    cast_now as (
      insert into load.ballot (id, vote_id, elector_id, choice, sequence, replaces_id, cast_at, channel, "by")
      select gen_random_uuid(), v.id, $2, $3, coalesce((select sequence from last), 0) + 1, (select id from last), now(), 'APP', $4
        from compacts.vote v where v.id = $1 and v.status = 'OPEN' and now() between v.opens_at and v.closes_at returning *)
    select json_build_object('data', json_build_object('castBallot', json_build_object('id', id, 'choice', choice, 'sequence', sequence, 'castAt', cast_at)))::text as json from cast_now`,
  cases: async ({ owner }) => {
    const { rows } = await owner.query<{ account: string; vote: string; elector: string; choice: keyof typeof OTHER | null }>(
      `select a.id as account, v.id as vote, e.id as elector, (select b.choice from compacts.ballot b where b.vote_id = v.id and b.elector_id = e.id order by b.sequence desc limit 1) as choice
         from compacts.vote v join compacts.elector e on e.electorate_id = v.electorate_id join office.account a on a.resident = e.resident
        where v.status = 'OPEN' order by md5(e.id::text) limit 1000`,
    )
    return rows.map(({ account, vote, elector, choice }) => {
      const next = OTHER[choice ?? 'DISAGREE']
      const choices = [next, OTHER[next]]
      return {
        account,
        turns: choices.map((c) => ({ vote, choice: c })),
        params: choices.map((c) => [vote, elector, c, account]),
      }
    })
  },
}
