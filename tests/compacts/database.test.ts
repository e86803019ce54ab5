// What the database refuses even to the subgraph's own login, whatever a resolver asks.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loginOf } from '../../gateway/host/database.ts'
import { TEST_SECRET } from '../support/platform.ts'
import { accept, assemble, cast, hold, openVote, raise, study, toInForce } from './walk.ts'
import { headOf, M, openWorld, residentOf, type Step, type World } from './world.ts'

let w: World
let compact: Step
let role: pg.Client

beforeAll(async () => {
  w = await openWorld()
  ;({ compact } = await toInForce(w))
  const { textHash } = await w.run<{ textHash: string }>(
    w.people.secretary,
    'query ($id: ID!) { compact(id: $id) { textHash } }',
    { id: compact.id },
  )
  await w.run(residentOf(headOf(3)), M.pledge, { id: compact.id, hash: textHash })
  role = new pg.Client({ connectionString: loginOf(w.ownerUrl, 'compacts', TEST_SECRET) })
  await role.connect()
})
afterAll(async () => {
  await role.end()
  await w.stop()
})

/** The constraint or right that refuses the statement. */
const refusal = (sql: string) =>
  role.query(sql).then(
    () => 'nothing refused it',
    (error: { constraint?: string; code: string }) => error.constraint ?? error.code,
  )

const NO_RIGHT = '42501'
const copy = (table: string, change: string, where = 'true') =>
  `insert into compacts.${table} select (jsonb_populate_record(t, '${change}'::jsonb || jsonb_build_object('id', gen_random_uuid()))).* from compacts.${table} t where ${where} limit 1`

describe('votes', () => {
  test.each([
    ['a counted result changed', `update compacts.vote set agree = agree + 1`, 'vote_fixed'],
    ['the text changed after it was armed', `update compacts.vote set proposal = 'x'`, 'vote_fixed'],
    ['a published vote opened again', `update compacts.vote set status = 'OPEN'`, 'vote_fixed'],
    ['the end moved after the close', `update compacts.vote set closes_at = closes_at + interval '1 day'`, 'vote_fixed'],
    ['the certifier replaced', `update compacts.vote set certified_by = 'someone'`, 'vote_fixed'],
    ['a vote deleted', `delete from compacts.vote`, 'vote_kept'],
    ['one person certifying alone', copy('vote', '{"count_signed_by": "one", "certified_by": "one"}'), 'vote_two_signatures'],
    ['a result with more present than eligible', copy('vote', '{"present": 41}'), 'vote_counted'],
    ['an open vote without an electorate', copy('vote', '{"status": "OPEN", "electorate_id": null}'), 'vote_frozen'],
    ['a state the machine does not know', copy('vote', '{"status": "DONE"}'), 'vote_status_check'],
  ])('%s', async (_, sql, constraint) => expect(await refusal(sql)).toBe(constraint))
})

describe('ballots and electorates', () => {
  test.each([
    ['a ballot changed', `update compacts.ballot set choice = 'AGREE'`, NO_RIGHT],
    ['a ballot deleted', `delete from compacts.ballot`, NO_RIGHT],
    ['a late ballot', copy('ballot', '{}'), 'ballot_in_time'],
    ['an elector removed', `delete from compacts.elector`, NO_RIGHT],
    [
      'an elector added to a frozen roll',
      copy('elector', '{"unit": "99999999-0000-7000-8000-000000000001"}'),
      'electorate_frozen',
    ],
    ['a household twice on a roll', copy('elector', '{}'), 'elector_once'],
    ['the size of an electorate changed', `update compacts.electorate set size = 1`, NO_RIGHT],
    [
      'an attendance added after the meeting',
      copy(
        'attendance',
        '{"resident": "99999999-0000-7000-8000-000000000001"}',
        `meeting_id in (select id from compacts.meeting where status = 'PUBLISHED')`,
      ),
      'attendance_open',
    ],
    ['published minutes rewritten', `update compacts.meeting set minutes = 'x' where status = 'PUBLISHED'`, 'minutes_final'],
    ['a published result rewritten', `update compacts.agenda_item set result = 'x'`, 'minutes_final'],
  ])('%s', async (_, sql, constraint) => expect(await refusal(sql)).toBe(constraint))

  test('while a vote is open: a second first ballot, a stranger’s ballot, a ballot that replaces another household’s', async () => {
    const other = await openWorld()
    const client = new pg.Client({ connectionString: loginOf(other.ownerUrl, 'compacts', TEST_SECRET) })
    await client.connect()
    try {
      const issue = await accept(other, await raise(other))
      await hold(other, issue, 'COUNCIL')
      await study(other, issue)
      await cast(other, await openVote(other, await assemble(other, { issue })), 1, 1)
      const asked = (sql: string) =>
        client.query(sql).then(
          () => 'nothing refused it',
          (error: { constraint?: string }) => error.constraint,
        )
      const id = `jsonb_build_object('id', gen_random_uuid()`
      const insert = (more: string) =>
        `insert into compacts.ballot select (jsonb_populate_record(b, ${id}, ${more}))).* from compacts.ballot b limit 1`
      expect(await asked(insert(`'sequence', 1`))).toBe('ballot_first_once')
      expect(await asked(insert(`'replaces_id', (select id from compacts.ballot offset 1 limit 1), 'sequence', 2`))).toBe(
        'ballot_chain',
      )
      expect(await asked(insert(`'elector_id', gen_random_uuid()`))).toBe('ballot_of_elector')
      expect(await asked(insert(`'sequence', 2`))).toBe('ballot_chain')
      expect(await asked(insert(`'sequence', 2, 'replaces_id', b.id, 'cast_at', now() + interval '100 years'`))).toBe(
        'ballot_in_time',
      )
    } finally {
      await client.end()
      await other.stop()
    }
  })
})

describe('compacts, pledges and the rest', () => {
  test.each([
    ['the text of an adopted compact changed', `update compacts.compact set text_hash = 'x'`, 'compact_text'],
    ['an article rewritten', `update compacts.article set body = 'x'`, 'compact_text'],
    ['an article added', copy('article', '{"number": 3}'), 'compact_text'],
    ['a receipt replaced', `update compacts.compact set receipt = 'x'`, 'compact_text'],
    ['a receipt used twice', copy('compact', '{"edition": 2}'), 'compact_receipt_unique'],
    ['a compact in force without having been filed', copy('compact', '{"edition": 2, "receipt": null}'), 'compact_filed'],
    ['a second active pledge of a household', copy('pledge', '{}'), 'pledge_active_once'],
    [
      'a pledge to another text',
      copy('pledge', '{"text_hash": "x", "unit": "99999999-0000-7000-8000-000000000001"}'),
      'pledge_bound',
    ],
    ['a pledge moved to another household', `update compacts.pledge set unit = gen_random_uuid()`, 'pledge_bound'],
    ['a concluded issue reopened', `update compacts.issue set status = 'DRAFT'`, 'issue_kept'],
    ['an issue deleted', `delete from compacts.issue`, 'issue_kept'],
    ['a number given twice', copy('issue', '{}'), 'issue_number_unique'],
    ['a version set back', `update compacts.project set version = 0`, 'project_kept'],
    ['a budget below nothing', `update compacts.project set budget = -1`, 'project_money'],
    ['the history rewritten', `update compacts.event set "by" = 'x'`, NO_RIGHT],
    ['the roll of another subgraph', `select * from office.account`, NO_RIGHT],
    ['a rule changed', `update compacts.rule set value = '{}'`, NO_RIGHT],
  ])('%s', async (_, sql, constraint) => expect(await refusal(sql)).toBe(constraint))
})
