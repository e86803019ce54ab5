// Recommending and awarding grants through the API: the pool, the reserve, objections. Numbers are those of the edge cases of services.md §7.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loginOf } from '../../gateway/host/database.ts'
import { TEST_SECRET } from '../support/platform.ts'
import * as w from './grants.world.ts'
import { M, type Grants } from './grants.world.ts'

let g: Grants
let role: pg.Pool
beforeAll(async () => {
  g = await w.openGrants()
  role = new pg.Pool({ connectionString: loginOf(g.ownerUrl, 'organizations', TEST_SECRET), max: 10 })
})
afterAll(async () => {
  await role.end()
  await g.stop()
})

const counted = (codes: string[]) =>
  Object.fromEntries([...new Set(codes)].sort().map((c) => [c, codes.filter((one) => one === c).length]))
const outcome = (done: Promise<unknown>) => done.then(() => 'ok').catch((e: Error) => e.message.split(':')[0]!)

test('13: parallel recommendations cannot exceed the pool by a fen, through the API or past it', async () => {
  const walked = await w.reviewing(g, 4, 5, { pool: 10_000_000 }, 5_000_000)
  await w.scoreAll(g, walked)
  await w.actRound(g, walked.round, 'DELIBERATE')
  const rows = await Promise.all(walked.applications.map(({ id }) => g.look('grant_application', id)))
  const codes = await Promise.all(
    rows.map((row, i) => outcome(g.run(g.officer, M.recommend, { ...row, amount: i === 0 ? 4_999_999 : 5_000_000 }))),
  )
  expect(counted(codes)).toEqual({ REFUSED: 2, ok: 2 })
  const sum = async () =>
    (
      await g.sql<{ sum: number }>(
        `select sum(awarded)::int as sum from organizations.grant_application where round_id = $1 and status = 'RECOMMENDED'`,
        [walked.round.id],
      )
    )[0]!.sum
  expect(await sum()).toBeLessThanOrEqual(10_000_000)
  const left = rows.find((_, i) => codes[i] === 'REFUSED')!
  const spare = 10_000_000 - (await sum())
  await expect(
    role.query(`update organizations.grant_application set status = 'RECOMMENDED', awarded = $2 where id = $1`, [
      left.id,
      spare + 1,
    ]),
  ).rejects.toThrow('grant_pool_ceiling')
})

describe('awards', () => {
  test('the reserve is promoted by released money, in order', async () => {
    const walked = await w.reviewing(g, 4, 5, { pool: 10_000_000 }, 5_000_000)
    const signedBy = (application: string) =>
      walked.organizations[walked.applications.findIndex(({ id }) => id === application)]!.actor
    const [first, second] = await w.awarded(g, walked)
    const statuses = async () =>
      (await Promise.all(walked.applications.map(({ id }) => g.look('grant_application', id)))).map(({ status }) => status)
    expect(await statuses()).toEqual(['AWARDED', 'AWARDED', 'RESERVE', 'RESERVE'])
    await w.actAgreement(g, signedBy(second!.application), second!, 'DECLINE', '人手不足')
    expect(await statuses()).toEqual(['AWARDED', 'DECLINED', 'AWARDED', 'RESERVE'])
    // Not signed in time goes to the next as well.
    await w.signed(g, signedBy(first!.application), first!)
    g.days(31)
    await g.sweep()
    expect(await statuses()).toEqual(['AWARDED', 'DECLINED', 'DECLINED', 'AWARDED'])
    const total = await g.sql<{ sum: number }>(
      `select sum(award)::int as sum from organizations.grant_agreement where round_id = $1 and status <> 'DECLINED'`,
      [walked.round.id],
    )
    expect(total[0]!.sum).toBe(10_000_000)
  })

  test('an objection that is upheld stops the project, and the next in order gets the money', async () => {
    const walked = await w.reviewing(g, 3, 5, { pool: 6_000_000 }, 5_000_000)
    await w.scoreAll(g, walked)
    await w.actRound(g, walked.round, 'DELIBERATE')
    await w.actRound(g, walked.round, 'RECOMMEND')
    await w.actRound(g, walked.round, 'PUBLISH')
    const finalise = async () =>
      g.refused(g.lead, M.actRound, { ...(await g.look('micro_grant_round', walked.round.id)), action: 'FINALISE' })
    expect((await finalise()).message).toContain('not over')
    const [best] = walked.applications
    const raised = await g.run(g.officer, M.object, { input: { application: best!.id, by: '示例居民', body: '材料不实' } })
    g.days(14)
    expect((await finalise()).message).toContain('1 objections')
    const upheld = await g.run(g.lead, M.actObjection, { ...raised, action: 'UPHOLD', reason: '经查属实' })
    expect(upheld.status).toBe('UPHELD')
    await w.actRound(g, walked.round, 'FINALISE')
    const rows = await Promise.all(walked.applications.map(({ id }) => g.look('grant_application', id)))
    expect(rows.map(({ status }) => status)).toEqual(['STOPPED', 'AWARDED', 'RESERVE'])
  })

  test('33: an award is more than nothing; what comes back is a transaction', async () => {
    const walked = await w.reviewing(g, 1)
    await w.scoreAll(g, walked)
    await w.actRound(g, walked.round, 'DELIBERATE')
    const row = await g.look('grant_application', walked.applications[0]!.id)
    for (const amount of [0, -1])
      expect((await g.refused(g.officer, M.recommend, { ...row, amount })).code).toBe('BAD_USER_INPUT')
    await expect(role.query(`update organizations.grant_application set awarded = 0 where id = $1`, [row.id])).rejects.toThrow(
      'grant_application_amount',
    )
  })
})
