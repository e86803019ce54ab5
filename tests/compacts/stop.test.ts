// A project that is not finished: stopped after a meeting, and the issue still comes to its end.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { hold, toAdopted } from './walk.ts'
import { act, actOn, look, M, openWorld, type World } from './world.ts'

let w: World
beforeAll(async () => {
  w = await openWorld()
})
afterAll(() => w.stop())

test('a project under way is stopped after a meeting on it, and its issue goes on to be evaluated', async () => {
  const { secretary, member } = w.people
  const issue = await toAdopted(w)
  const milestones = [{ title: '清理', dueOn: '2026-12-01' }]
  const input = {
    title: '三号楼楼道整治',
    owner: '示例物业',
    funds: [{ source: 'SELF_GOVERNANCE', amount: 100_000 }],
    milestones,
  }
  const made = await w.run(secretary, M.createProject, { ...issue, input })
  const begun = await act(w, 'Project', member, made, 'START')
  const stop = { id: begun.id, version: begun.version, action: 'STOP', reason: '施工方退出。' }
  expect((await w.refused(secretary, actOn('Project'), stop)).message).toMatch('takes a meeting')

  w.tick(1)
  await hold(w, issue, 'COUNCIL')
  expect((await look(w, 'issue', issue.id)).status).toBe('IMPLEMENTING')
  expect(await w.run(secretary, actOn('Project'), stop)).toMatchObject({ status: 'STOPPED' })
  const evaluated = await act(w, 'Issue', secretary, await look(w, 'issue', issue.id), 'EVALUATE')
  expect(evaluated.status).toBe('EVALUATING')
})
