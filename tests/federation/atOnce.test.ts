// Twenty officers act on one record at once, over the whole API: one of them does, the others are told.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { world, type Shape, type World } from '../support/world.ts'

const OFFICERS = 20

describe.each<Shape>(['together', 'apart'])('%s', (shape) => {
  let w: World
  let owner: pg.Client
  beforeAll(async () => {
    w = await world(shape)
    owner = new pg.Client({ connectionString: w.databaseUrl })
    await owner.connect()
    // As many colleagues as there are officers, each with an account and the secretary's roles.
    await owner.query(
      `with colleague as (
         insert into office.account (id, version, username, name, division, password, created_at)
         select gen_random_uuid(), 1, 'secretary.' || n, '示例书记' || n, division, password, created_at
           from office.account, generate_series(1, $1::int) n where username = 'secretary' returning id, username)
       insert into office.role_grant (id, account_id, role, division, valid_from, reason)
       select gen_random_uuid(), c.id, g.role, g.division, g.valid_from, g.reason
         from colleague c, office.role_grant g join office.account s on s.id = g.account_id where s.username = 'secretary'`,
      [OFFICERS],
    )
  })
  afterAll(async () => {
    await owner.end()
    await w.stop()
  })

  test('one of twenty acts; there is one event, and the others hear of a newer version', async () => {
    const { data } = await w.ask<{ issues: { edges: { node: { id: string; version: number } }[] } }>(
      '{ issues(first: 1, filter: { status: [SUBMITTED] }) { edges { node { id version } } } }',
      { as: 'secretary' },
    )
    const { id, version } = data.issues.edges[0]!.node
    const act =
      'mutation ($id: ID!, $v: Int!, $reply: String!) { replyToIssue(id: $id, expectedVersion: $v, reply: $reply) { version } }'
    const names = Array.from({ length: OFFICERS }, (_, n) => `secretary.${n + 1}`)
    await Promise.all(names.map((name) => w.token(name)))
    const answers = await Promise.all(
      names.map((as, n) =>
        w.ask(act, { as, variables: { id, v: version, reply: `第${n + 1}人的答复。` }, headers: { 'idempotency-key': as } }),
      ),
    )
    const codes = answers.map(({ errors }) => errors[0]?.extensions.code ?? 'OK').sort()
    expect(codes).toEqual(['OK', ...Array.from({ length: OFFICERS - 1 }, () => 'VERSION_CONFLICT')])
    const { rows } = await owner.query<{ count: string }>(
      'select count(*) from compacts.event where stream = $1 and version > $2',
      [id, version],
    )
    expect(rows).toEqual([{ count: '1' }])
  })
})
