// What becomes of tasks when the item they stand on is stopped: nothing is left open, whoever is faster.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stopTasks } from '../../subgraphs/duties/task.acts.ts'
import {
  act,
  examineObjection,
  issued,
  itemId,
  look,
  M,
  openWorld,
  refuseTask,
  versionId,
  work,
  type Step,
  type TaskWorld,
  budgetAll,
} from './taskWorld.ts'

let w: TaskWorld
beforeAll(async () => {
  w = await openWorld()
})
afterAll(() => w.stop())

describe('when an item is stopped', () => {
  const suspend = (n: number, status: string) =>
    w.sql(`update duties.duty_item set previous_status = status, status = $2, version = version + 1 where id = $1`, [
      itemId(n),
      status,
    ])

  test('open tasks are stopped with an event, those that are over stay', async () => {
    const over = await act(w, w.people.health, await issued(w, work({ item: itemId(2) })), 'WITHDRAW', '不再需要。')
    const accepted = await act(w, w.people.secretary, await issued(w, work({ item: itemId(2) })), 'ACCEPT')
    const refused = (await refuseTask(w, await issued(w, work({ item: itemId(2) })))).task
    await suspend(2, 'SUSPENDED')
    expect((await w.refused(w.people.secretary, M.act, { ...accepted, action: 'START' })).message).toContain('no longer in force')
    await w.subgraphs['duties']!.sweep()
    await w.subgraphs['duties']!.sweep()
    expect([(await look(w, accepted.id)).status, (await look(w, refused.id)).status]).toEqual(['STOPPED', 'STOPPED'])
    expect((await look(w, over.id)).status).toBe('WITHDRAWN')
    const events = await w.sql(`select "by", action from duties.event where stream = $1 and action = 'STOP'`, [accepted.id])
    expect(events).toEqual([{ by: 'SYSTEM', action: 'STOP' }])
    await suspend(2, 'LISTED')
  })

  test('a task issued while its item is being withdrawn is refused, or stopped: never left open', async () => {
    for (let round = 0; round < 6; round += 1) {
      const stop = w.subgraphs['duties']!.asSystem(async (ctx) => {
        await ctx.em.execute('select 1 from duties.duty_item where id = ? for update', [itemId(1)])
        await ctx.em.execute(`update duties.duty_item set status = 'SUSPENDED' where id = ?`, [itemId(1)])
        await stopTasks(ctx)
      }, w.clock.now)
      const tries = Array.from({ length: 6 }, () =>
        w.run<{ task: Step | null; refusal: string | null }[]>(w.people.health, M.issue, { input: work() }),
      )
      const rows = (await Promise.all([stop, ...tries]))
        .slice(1)
        .flatMap((answer) => answer as { task: Step | null; refusal: string | null }[])
      for (const { task, refusal } of rows) {
        if (task) expect((await look(w, task.id)).status).toBe('STOPPED')
        else expect(refusal).toBe('NOT_IN_FORCE')
      }
      await suspend(1, 'LISTED')
    }
  })

  test('a task goes on when the next version of the list holds the same item', async () => {
    const task = await issued(w, work({ item: itemId(2) }))
    await w.sql(
      `insert into duties.duty_list_version (id, version, status, division, list_id, year, number, created_at) select $1, 1, 'COMPILING', division, list_id, 2027, 2, now() from duties.duty_list_version where id = $2`,
      [versionId(9), versionId(1)],
    )
    await w.sql(
      `insert into duties.duty_item select (jsonb_populate_record(i, jsonb_build_object('id', $1::text, 'list_version_id', $2::text))).* from duties.duty_item i where id = $3`,
      [itemId(19), versionId(9), itemId(2)],
    )
    await w.sql(
      `update duties.duty_list_version set status = 'PUBLISHED', document_number = 'x', published_at = now(), effective_on = '2026-06-01' where id = $1`,
      [versionId(9)],
    )
    await budgetAll(w)
    const other = await issued(w)
    await w.sql(`update duties.duty_list_version set status = 'SUPERSEDED' where id = $1`, [versionId(1)])
    await w.sql(`update duties.duty_list_version set status = 'IN_FORCE', in_force_at = now() where id = $1`, [versionId(9)])
    await w.subgraphs['duties']!.sweep()
    expect([(await look(w, task.id)).status, (await look(w, other.id)).status]).toEqual(['ISSUED', 'STOPPED'])
    const { objection, task: refused } = await refuseTask(w, task)
    await w.run(w.people.district, M.dismiss, await examineObjection(w, objection))
    expect((await look(w, refused.id)).status).toBe('ISSUED')
    expect(await w.sql('select item_id from duties.duty_task where id = $1', [task.id])).toEqual([{ item_id: itemId(19) }])
  })
})
