// The dashboards: issues by stage and what was done in time, and who takes part, with nothing told of few.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { DIVISION } from './actors.ts'
import { accept, raise } from './walk.ts'
import { act, headOf, look, M, openWorld, residentOf, type World } from './world.ts'

let w: World
beforeAll(async () => {
  w = await openWorld()
})
afterAll(() => w.stop())

const SPAN = `division: "${DIVISION}", from: "2026-03-01", to: "2026-03-31"`
const stages = () =>
  w.run<{ stages: object[]; replies: object }>(
    w.people.town,
    `{ issueFigures(${SPAN}) { stages { status standing late left due onTime } replies { due onTime } } }`,
  )
const people = () =>
  w.run<object[]>(w.people.town, `{ participationFigures(${SPAN}) { issues eligible took bands { band eligible took } } }`)

test('a stage counts who stands there and late, and of those that left who left in time', async () => {
  const { secretary } = w.people
  const prompt = await raise(w, '楼道照明维修', residentOf(headOf(0)))
  const late = await raise(w, '门前积水整治', residentOf(headOf(1)))
  await raise(w, '快递柜增设', residentOf(headOf(2)))
  const reply = { reply: '已收到，正在研究。' }
  await accept(w, await w.run(secretary, M.reply, { ...prompt, ...reply }))
  w.tick(5)
  await act(w, 'Issue', secretary, await look(w, 'issue', late.id), 'RETURN', '请写明位置。')
  const { stages: found, replies } = await stages()
  expect(found).toEqual([
    { status: 'SUBMITTED', standing: 1, late: 1, left: 2, due: 2, onTime: 1 },
    { status: 'RETURNED', standing: 1, late: 0, left: 0, due: 0, onTime: 0 },
    { status: 'DELIBERATING', standing: 1, late: 0, left: 0, due: 0, onTime: 0 },
  ])
  expect(replies).toEqual({ due: 3, onTime: 1 })
})

test('who takes part is counted once each, comments too, and fewer than five are not told of', async () => {
  const [few] = await people()
  expect(few).toMatchObject({ issues: 3, eligible: null, took: null })
  expect((few as { bands: object[] }).bands).toContainEqual({ band: 'MIDDLE', eligible: null, took: null })
  const [{ id }] = (await w.sql<{ id: string }>(`select id from compacts.issue where status = 'DELIBERATING'`)) as [
    { id: string },
  ]
  for (let n = 2; n < 8; n += 1) await w.run(residentOf(headOf(n)), M.commentIssue, { id, body: '同意，请尽快办理。' })
  await w.run(residentOf(headOf(8)), M.support, { id, support: true })
  const [shown] = await people()
  expect(shown).toMatchObject({ issues: 3, eligible: 80, took: 9 })
})
