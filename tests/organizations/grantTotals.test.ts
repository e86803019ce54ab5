// Large money: what one amount may be, and totals that outgrow it.
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DISTRICT } from './actors.ts'
import * as w from './grants.world.ts'
import { M, type Grants } from './grants.world.ts'

let g: Grants
beforeAll(async () => void (g = await w.openGrants()))
afterAll(() => g.stop())

const MOST = 2_000_000_000

test('no single amount is over twenty million yuan, and a sentence says so', async () => {
  const input = { division: DISTRICT, name: '示例公益金', year: 2026, amount: MOST + 1 }
  const told = await g.refused(g.officer, M.fund, { input })
  expect(told).toMatchObject({ code: 'BAD_USER_INPUT', message: 'More than nothing, at most 20 million yuan.' })
  const most = await g.run<{ id: string; version: number }>(g.officer, M.fund, { input: { ...input, amount: MOST } })
  const template = await g.run(g.officer, M.template, { input: w.templateInput() })
  const round = (more: object) => ({ input: w.roundInput(g, most.id, template.id, more) })
  expect((await g.refused(g.officer, M.round, round({ pool: MOST + 1 }))).message).toBe(told.message)
  expect((await g.refused(g.officer, M.round, round({ pool: MOST, cap: MOST + 1 }))).message).toBe(told.message)
  expect((await g.run(g.officer, M.round, round({ pool: MOST, cap: MOST }))).status).toBe('DRAFT')
  // Lines of a budget that each fit may together be too much.
  const open = await w.openRound(g)
  const { actor } = await w.organization(g)
  const budget = [1, 2].map((n) => ({ name: `示例支出${n}`, amount: MOST, own: 0 }))
  const given = { round: open.id, input: w.applicationInput(1, { budget }) }
  expect(await g.refused(actor, M.apply, given)).toMatchObject({ message: told.message, more: { field: 'budget' } })
  await expect(
    g.sql(
      `insert into organizations.grant_fund (id, division, name, year, amount, created_at) values ($1, $2, '过大', 2026, $3, now())`,
      [randomUUID(), DISTRICT, '2147483648'],
    ),
  ).rejects.toThrow('out of range')
})

test('the totals of the portfolio are exact beyond what one amount may be', async () => {
  for (const extra of [0, 1, 2]) {
    const walked = await w.reviewing(g, 1, 3)
    const [agreement] = await w.awarded(g, walked)
    await w.signed(g, walked.organizations[0]!.actor, agreement!)
    await g.sql(`update organizations.grant_agreement set award = $2 where id = $1`, [agreement!.id, MOST - extra])
  }
  const figures = await g.run<{ by: string; awarded: number }[]>(g.officer, `{ it: grantFigures { by awarded } }`)
  expect(figures.filter(({ by }) => by === 'FIELD')).toEqual([{ by: 'FIELD', awarded: 3 * MOST - 3 }])
})
