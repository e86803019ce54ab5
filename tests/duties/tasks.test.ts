// Tasks: none without an item in force, by any way; the same data is not asked twice unnoticed; done, confirmed, stopped.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anonymous, person } from '../support/platform.ts'
import { departmentId, DISTRICT, DIVISION, ELSEWHERE } from './actors.ts'
import { act, data, issued, itemId, look, M, openWorld, work, type IssuedRow, type Step, type TaskWorld } from './taskWorld.ts'

let w: TaskWorld
beforeAll(async () => {
  w = await openWorld()
})
afterAll(() => w.stop())

const count = async (table: string, where = 'true') =>
  (await w.sql<{ n: number }>(`select count(*)::int as n from duties.${table} where ${where}`))[0]!.n
const tasks = () => count('duty_task')
const attempts = () => count('off_list_attempt')

describe('a task without an item in force is refused', () => {
  test.each([
    ['that cites none', { item: null }, 'NO_ITEM'],
    ['that cites what is no item', { item: '0000000f-0000-7000-8000-000000000000' }, 'NO_ITEM'],
    ['under an item whose last day is over', { item: itemId(4) }, 'NOT_IN_FORCE'],
    ['under an item that has not begun', { item: itemId(5) }, 'NOT_IN_FORCE'],
    ['under an item of a list not in force', { item: itemId(6) }, 'NOT_IN_FORCE'],
    ['under an item of another department', { item: itemId(3) }, 'OTHER_DEPARTMENT'],
    ['under a certificate', { item: itemId(7) }, 'OTHER_DEPARTMENT'],
    ['under a list of another town', { item: itemId(8) }, 'NOT_COVERED'],
  ])('%s, with the article, and the attempt is noted down', async (_, more, refusal) => {
    const before = [await tasks(), await attempts()]
    const [row] = await w.run<IssuedRow[]>({ ...w.people.health, locale: 'zh' }, M.issue, { input: work(more) })
    expect(row).toMatchObject({ task: null, refusal, article: '《上海市居民委员会工作条例》第二十七条第一款' })
    expect(row!.sentence).toMatch(/不能下达。《上海市居民委员会工作条例》第二十七条第一款：.*有权拒绝办理。$/)
    expect([await tasks(), await attempts()]).toEqual([before[0], before[1]! + 1])
  })

  test('by import: each row is judged by itself', async () => {
    const row = (itemCode: string | null, division = DIVISION) => {
      const { item, divisions, ...said } = work({ itemCode, division })
      return item && divisions ? said : null
    }
    const rows = [row('XZ-01'), row('XZ-03'), row(null), row('XZ-04'), row(' XZ-02 ', ELSEWHERE)]
    const answer = await w.run<IssuedRow[]>(
      w.people.health,
      'mutation ($rows: [TaskRow!]!) { importDutyTasks(rows: $rows) { division { code } task { id status } refusal } }',
      { rows },
    )
    expect(answer.map(({ refusal }) => refusal)).toEqual([null, 'NO_ITEM', 'NO_ITEM', 'NOT_IN_FORCE', null])
    expect(answer.map(({ task }) => task?.status)).toEqual(['ISSUED', undefined, undefined, undefined, 'ISSUED'])
  })

  test('by reference: naming a task or an item makes none', async () => {
    const before = await tasks()
    const representations = [
      { __typename: 'DutyTask', id: '0000000f-0000-7000-8000-000000000001', item: itemId(4) },
      { __typename: 'DutyItem', id: itemId(6) },
    ]
    const { data: named } = await w.ask<{ found: unknown[] }>(
      'duties',
      w.people.health,
      'query ($representations: [_Any!]!) { found: _entities(representations: $representations) { __typename } }',
      { representations },
    )
    expect([named?.found[0], await tasks()]).toEqual([null, before])
  })

  test('by SQL under the subgraph’s own login', async () => {
    const [task] = await w.sql<{ id: string }>('select id from duties.duty_task limit 1')
    const copy = (change: string) =>
      `insert into duties.duty_task select (jsonb_populate_record(t, jsonb_build_object('id', gen_random_uuid(), 'batch', gen_random_uuid()) || '${change}'::jsonb)).* from duties.duty_task t where id = '${task!.id}'`
    const item = (n: number) => `{"item_id": "${itemId(n)}"}`
    for (const change of [4, 5, 6, 3, 7, 8].map(item)) expect(await w.direct(copy(change))).toBe('task_in_force')
    expect(await w.direct(copy('{"item_id": null}'))).toBe('task_in_force')
    expect(await w.direct(copy('{"division": "320585100203"}'))).toBe('task_in_force')
    expect(await w.direct(copy(`{"organization": "${departmentId(2)}"}`))).toBe('task_in_force')
    expect(await w.direct(`update duties.duty_task set item_id = '${itemId(4)}'`)).toBe('task_in_force')
    expect(await w.direct(`update duties.duty_task set created_at = '2025-06-01'`)).toBe('task_in_force')
    expect(await w.direct('delete from duties.duty_task')).toBe('duty_task_kept')
    expect(await w.direct('delete from duties.off_list_attempt')).toBe('42501')
    expect(await w.direct('update duties.task_repeat set names = names')).toBe('42501')
    expect(await w.direct(copy(item(2)))).toBe('nothing refused it')
  })

  test.each([
    ['a committee', () => w.people.secretary, 'FORBIDDEN'],
    ['civil affairs', () => w.people.district, 'FORBIDDEN'],
    [
      'a department of another district',
      () => person('DISTRICT_DEPARTMENT', '310114000000', { organization: departmentId(1) }),
      'FORBIDDEN',
    ],
    ['an officer of no department', () => person('DISTRICT_DEPARTMENT', DISTRICT), 'FORBIDDEN'],
    ['nobody signed in', () => anonymous, 'UNAUTHENTICATED'],
  ])('%s issues none', async (_, who, code) => {
    expect((await w.refused(who(), M.issue, { input: work() })).code).toBe(code)
  })

  test.each([
    ['a town', { divisions: ['310113109000'] }, 'divisions'],
    ['nobody', { divisions: [] }, 'divisions'],
    ['no title', { title: ' ' }, 'title'],
    ['a day that is over', { dueOn: '2026-06-14' }, 'dueOn'],
    ['a day there is not', { dueOn: '2026-02-30' }, 'dueOn'],
    ['data of no period', data(['户数'], { periodFrom: null }), 'periodFrom'],
    ['data that ends before it begins', data(['户数'], { periodTo: '2026-03-01' }), 'periodTo'],
    ['no data', data([]), 'data'],
  ])('for %s: the field is named', async (_, more, field) => {
    const { code, more: said } = await w.refused(w.people.health, M.issue, { input: work(more) })
    expect([code, said['field']]).toEqual(['BAD_USER_INPUT', field])
  })
})

describe('a batch', () => {
  const divisions = Array.from({ length: 40 }, (_, i) => `3101131090${String(i + 1).padStart(2, '0')}`)

  test('has a result for each committee, and sent again gives the same tasks', async () => {
    const input = work({ divisions, batch: '0000000b-0000-7000-8000-000000000001' })
    const before = await tasks()
    const first = await w.run<IssuedRow[]>(w.people.health, M.issue, { input })
    const again = await w.run<IssuedRow[]>(w.people.health, M.issue, { input })
    expect(first.map(({ division }) => division.code)).toEqual(divisions)
    expect(again.map(({ task }) => task!.id)).toEqual(first.map(({ task }) => task!.id))
    expect(await tasks()).toBe(before + 40)
    expect(await count('event', `type = 'DutyTask' and stream = '${first[0]!.task!.id}'`)).toBe(1)
  })

  test('sent by ten at once is issued once', async () => {
    const input = work({ divisions: divisions.slice(0, 5), batch: '0000000b-0000-7000-8000-000000000002' })
    const before = await tasks()
    const answers = await Promise.all(Array.from({ length: 10 }, () => w.run<IssuedRow[]>(w.people.health, M.issue, { input })))
    expect(new Set(answers.flatMap((rows) => rows.map(({ task }) => task!.id))).size).toBe(5)
    expect(await tasks()).toBe(before + 5)
  })
})

describe('the same data asked twice', () => {
  const NAMES = ['60周岁以上老年人数', '独居老人']
  let first: Step

  test('is flagged before, and after with the answer there is', async () => {
    first = await issued(w, data(NAMES, { divisions: [ELSEWHERE] }))
    const { elsewhere } = w.people
    const shown = await w.run<{ data: { id: string }[] }>(elsewhere, 'query ($id: ID!) { dutyTask(id: $id) { data { id } } }', {
      id: first.id,
    })
    let task = await act(w, elsewhere, await act(w, elsewhere, first, 'ACCEPT'), 'START')
    const submit = { id: task.id, version: task.version, report: '已经核对。' }
    const short = await w.refused(elsewhere, M.submit, { ...submit, answers: [{ id: shown.data[0]!.id, answer: '412' }] })
    expect(short.code).toBe('REFUSED')
    task = await w.run(elsewhere, M.submit, {
      ...submit,
      answers: shown.data.map(({ id }, i) => ({ id, answer: String(412 - i) })),
    })

    const seen = await w.run<IssuedRow['repeats']>(
      w.people.housing,
      'query ($d: [ID!]!, $n: [String!]!) { repeatedData(divisions: $d, names: $n, periodFrom: "2026-06-01", periodTo: "2026-12-31") { task department data { name answer } } }',
      { d: [ELSEWHERE, DIVISION], n: ['６０周岁以上 老年人 数量', '低保户数'] },
    )
    expect(seen).toEqual([{ task: first.id, department: '示例部门1', data: [{ name: NAMES[0], answer: null }] }])

    const [row] = await w.run<IssuedRow[]>(w.people.housing, M.issue, {
      input: data(['60周岁以上老年人数', '空置房屋'], { item: itemId(3), divisions: [ELSEWHERE] }),
    })
    expect(row!.repeats).toMatchObject([{ task: first.id, data: [{ name: NAMES[0], answer: '412' }] }])
    const { repeats } = await w.run<{ repeats: unknown[] }>(
      elsewhere,
      'query ($id: ID!) { dutyTask(id: $id) { repeats { task data { name answer } } } }',
      { id: row!.task!.id },
    )
    expect(repeats).toEqual([{ task: first.id, data: [{ name: NAMES[0], answer: '412' }] }])
  })

  test('opens the earlier task to the department that asked again, and no other task', async () => {
    const own = 'query { dutyTasks(first: 100) { edges { node { id department { name } } } } }'
    const { edges } = await w.run<{ edges: { node: { id: string; department: { name: string } } }[] }>(w.people.housing, own)
    expect(edges.filter(({ node }) => node.department.name === '示例部门1').map(({ node }) => node.id)).toEqual([first.id])
  })

  test('is not flagged of another period or another committee', async () => {
    for (const more of [
      { periodFrom: '2026-01-01', periodTo: '2026-03-31', divisions: [ELSEWHERE] },
      { divisions: ['310113109050'] },
    ]) {
      const [row] = await w.run<IssuedRow[]>(w.people.health, M.issue, { input: data(NAMES, more) })
      expect(row!.repeats).toEqual([])
    }
  })
})

describe('from issue to confirmation', () => {
  test('the committee takes it on, does it and reports; the department sends it back, then confirms', async () => {
    const { health, secretary, member } = w.people
    let task = await issued(w)
    task = await act(w, member, task, 'ACCEPT')
    const due = 'query ($id: ID!) { dutyTask(id: $id) { dueAt } }'
    expect(await w.run(secretary, due, { id: task.id })).toEqual({ dueAt: '2026-07-01T16:00:00.000Z' })
    task = await act(w, secretary, task, 'START')
    task = await w.run(member, M.submit, { ...task, report: '已入户一百二十户。', answers: [] })
    task = await act(w, health, task, 'SEND_BACK', '请补充未入户的原因。')
    expect(task.status).toBe('DOING')
    task = await w.run(member, M.submit, { ...task, report: '两户长期无人居住。', answers: [] })
    expect(await act(w, health, task, 'CONFIRM')).toMatchObject({ status: 'CONFIRMED' })
  })

  test.each([
    ['ACCEPT', () => w.people.supervision],
    ['ACCEPT', () => w.people.elsewhere],
    ['ACCEPT', () => w.people.health],
    ['WITHDRAW', () => w.people.housing],
    ['CONFIRM', () => w.people.secretary],
    ['STOP', () => w.people.district],
    ['SUBMIT', () => w.people.secretary],
  ])('%s is not for everyone, and leaves no trace', async (action, who) => {
    const task = await issued(w)
    const { code } = await w.refused(who(), M.act, { ...task, action, reason: '试一试' })
    expect(['FORBIDDEN', 'REFUSED', 'NOT_FOUND']).toContain(code)
    expect(await look(w, task.id)).toEqual(task)
  })

  test('another committee and another department do not see it; a resident never does', async () => {
    const task = await issued(w)
    for (const actor of [w.people.elsewhere, w.people.housing, w.people.resident])
      expect(await w.run(actor, 'query ($id: ID!) { dutyTask(id: $id) { id } }', { id: task.id })).toBeNull()
  })
})
