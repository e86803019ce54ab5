// The demo's lists, as the seed leaves them.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anonymous, stage, type Stage } from '../support/platform.ts'
import { seed } from '../../subgraphs/duties/seed.ts'
import { DISTRICT, DIVISION } from './actors.ts'

let s: Stage
beforeAll(async () => {
  s = await stage(['duties'], new Date('2026-06-15T01:00:00Z'))
  await s.subgraphs['duties']!.asSystem(seed)
})
afterAll(() => s.stop())

test('x', async () => {
  console.log(
    await s.sql(
      `select v.division, l.type, v.year, v.number, v.status, v.effective_on, (select count(*) from duties.duty_item i where i.list_version_id=v.id) as n from duties.duty_list_version v join duties.duty_list l on l.id=v.list_id order by 1,2,3`,
    ),
  )
  void [anonymous, DISTRICT, DIVISION]
  expect(1).toBe(1)
})
