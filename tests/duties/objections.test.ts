// Refusals and objections: a ground with its article and a numbered reply, the department's answer, a decision that is carried out and public.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { anonymous, person } from '../support/platform.ts'
import { departmentId, DISTRICT, DIVISION } from './actors.ts'
import {
  actOnObjection,
  data,
  examineObjection,
  issued,
  look,
  lookObjection,
  M,
  openWorld,
  work,
  type Step,
  type TaskWorld,
  refuseTask,
} from './taskWorld.ts'

let w: TaskWorld
beforeAll(async () => {
  w = await openWorld()
})
afterAll(() => w.stop())

const refuse = (task: Step, ground?: string) => refuseTask(w, task, ground)
const object = (actor = w.people.district, step: Step, action: string, reason?: string) =>
  actOnObjection(w, actor, step, action, reason)
const examine = (objection: Step) => examineObjection(w, objection)
const decision = (...effects: string[]) => ({
  decision: '该数据已由其他部门采集，属于重复报送。',
  effects,
  ...(effects.includes('CIRCULAR') && { circular: '示例部门1重复向居村采集数据，予以通报。' }),
})
const fails = async (...asked: Parameters<TaskWorld['refused']>) => (await w.refused(...asked)).message

describe('a refusal', () => {
  test('cites its article, numbers its reply and opens an objection with three working days', async () => {
    const { task, objection } = await refuse(await issued(w))
    expect(task.status).toBe('REFUSED')
    expect(objection).toMatchObject({
      status: 'RAISED',
      ground: 'REPEATED_DATA',
      article: '《上海市居民委员会工作条例》第三十六条',
      replyNumber: '居复〔2026〕1号',
    })
    // 15 June 2026 is a Monday; the Dragon Boat Festival is on Friday 19.
    const { dueAt } = await w.run<{ dueAt: string }>(
      w.people.district,
      'query ($id: ID!) { dutyObjection(id: $id) { dueAt } }',
      objection,
    )
    expect(dueAt).toBe('2026-06-18T01:00:00.000Z')
  })

  test.each([
    ['OFF_LIST', '第二十七条第一款'],
    ['UNFUNDED', '《城市居民委员会组织法》第四十三条'],
    ['EXCESS_APPRAISAL', '第十八条'],
    ['OFF_LIST_CERTIFICATE', '第二十八条第二款'],
  ])('on the ground %s stands on %s', async (ground, article) => {
    expect((await refuse(await issued(w), ground)).objection.article).toContain(article)
  })

  test('is the secretary’s: not a member’s, not another committee’s, not the department’s', async () => {
    const task = await issued(w)
    for (const actor of [w.people.member, w.people.elsewhere, w.people.health])
      expect(['FORBIDDEN', 'NOT_FOUND']).toContain((await w.refused(actor, M.refuse, { ...task, ground: 'OFF_LIST' })).code)
    expect(await look(w, task.id)).toEqual(task)
  })
})

describe('a decision', () => {
  test('waits for the department’s answer, or for its time to be over', async () => {
    const { objection } = await refuse(await issued(w))
    const { district } = w.people
    const examined = await object(district, await object(district, objection, 'ACCEPT'), 'INVESTIGATE')
    expect(await fails(district, M.dismiss, examined)).toContain('has not answered')
    const { now } = w.clock
    w.tick(8)
    expect((await w.run(district, M.dismiss, examined)).status).toBe('DISMISSED')
    w.clock.now = now
  })

  test('upheld with a withdrawal takes the task back, and a circular is public', async () => {
    const { task, objection } = await refuse(await issued(w, data(['户数'], { divisions: [DIVISION] })))
    const upheld = await w.run(w.people.district, M.uphold, {
      ...(await examine(objection)),
      input: decision('WITHDRAW', 'CIRCULAR'),
    })
    expect(upheld.status).toBe('UPHELD')
    expect((await look(w, task.id)).status).toBe('WITHDRAWN')
    const open =
      'query ($id: ID!) { dutyDecisions(filter: { ids: [$id] }) { edges { node { status ground decision effects circular department { name } division { code } } } } }'
    const { edges } = await w.run<{ edges: { node: object }[] }>(anonymous, open, upheld)
    expect(edges[0]!.node).toEqual({
      status: 'UPHELD',
      ground: 'REPEATED_DATA',
      decision: decision().decision,
      effects: ['WITHDRAW', 'CIRCULAR'],
      circular: decision('CIRCULAR').circular,
      department: { name: '示例部门1' },
      division: { code: DIVISION },
    })
  })

  test('upheld with a correction has the department issue the task again, corrected', async () => {
    const { task, objection } = await refuse(
      await issued(w, data(['户数', '商铺数'], { periodFrom: '2025-01-01', periodTo: '2025-12-31' })),
    )
    await w.run(w.people.district, M.uphold, { ...(await examine(objection)), input: decision('CORRECT') })
    const correcting = await look(w, task.id)
    expect(correcting.status).toBe('CORRECTING')
    const {
      item: _,
      divisions: __,
      ...input
    } = data(['商铺数'], { title: '只报商铺数', periodFrom: '2025-01-01', periodTo: '2025-12-31' })
    expect((await w.refused(w.people.housing, M.correct, { ...correcting, input })).code).toBe('NOT_FOUND')
    const again = await w.run(w.people.health, M.correct, { ...correcting, input })
    expect(again.status).toBe('ISSUED')
    const shown = await w.run(w.people.secretary, 'query ($id: ID!) { dutyTask(id: $id) { title data { name } } }', again)
    expect(shown).toEqual({ title: '只报商铺数', data: [{ name: '商铺数' }] })
  })

  test('dismissed gives the task back, and the same ground does not refuse it again', async () => {
    const { task, objection } = await refuse(await issued(w), 'UNFUNDED')
    await w.run(w.people.district, M.dismiss, await examine(objection))
    const again = await look(w, task.id)
    expect(again.status).toBe('ISSUED')
    expect(await fails(w.people.secretary, M.refuse, { ...again, ground: 'UNFUNDED' })).toContain('was dismissed')
    expect((await refuse(again, 'OFF_LIST')).task.status).toBe('REFUSED')
  })

  test('withdrawn by the committee gives the task back as well', async () => {
    const { task, objection } = await refuse(await issued(w))
    await object(w.people.secretary, objection, 'WITHDRAW', '部门已经说明。')
    expect((await look(w, task.id)).status).toBe('ISSUED')
  })

  test('is not for whoever raised it, issued the task or belongs to the department', async () => {
    const both = person('DISTRICT_CIVIL_AFFAIRS', DISTRICT, {
      organization: departmentId(1),
      grants: [
        { role: 'DISTRICT_CIVIL_AFFAIRS', division: DISTRICT },
        { role: 'DISTRICT_DEPARTMENT', division: DISTRICT },
      ],
    })
    const { objection } = await refuse(await issued(w, work(), both))
    expect(await fails(both, M.object, { ...objection, action: 'ACCEPT' })).toContain('does not decide')
    const examined = await examine(objection)
    const moved = { ...both, organization: null }
    for (const actor of [both, moved]) expect(await fails(actor, M.dismiss, examined)).toContain('does not decide')
    for (const actor of [w.people.health, w.people.secretary, w.people.town])
      expect((await w.refused(actor, M.dismiss, examined)).code).toBe('FORBIDDEN')
    expect(await lookObjection(w, objection.id)).toEqual(examined)
    expect(
      await w.direct(
        `update duties.duty_objection set status = 'DISMISSED', decision = 'x', decided_at = now(), decided_by = raised_by where id = $1`,
        [objection.id],
      ),
    ).toBe('objection_decided')
  })

  test.each([
    ['no effect', [], 'what follows'],
    ['correction and withdrawal', ['CORRECT', 'WITHDRAW'], 'not both'],
    ['only a circular, of a refused task', ['CIRCULAR'], 'corrected or withdrawn'],
  ])('with %s is refused', async (_, effects, sentence) => {
    const { objection } = await refuse(await issued(w))
    expect(await fails(w.people.district, M.uphold, { ...(await examine(objection)), input: decision(...effects) })).toContain(
      sentence,
    )
  })

  test('one objection to a task is open at a time', async () => {
    const task = await issued(w)
    const input = { division: DIVISION, task: task.id, ground: 'OFF_LIST', statement: '清单上没有这一项。' }
    const codes = (await Promise.all(Array.from({ length: 8 }, () => w.ask('duties', w.people.member, M.raise, { input })))).map(
      ({ errors }) => errors[0]?.code ?? 'OK',
    )
    expect(codes.sort()).toEqual(['OK', ...Array.from({ length: 7 }, () => 'REFUSED')])
  })
})

describe('an objection of a resident', () => {
  const input = {
    division: DIVISION,
    department: departmentId(2),
    ground: 'OFF_LIST_CERTIFICATE',
    statement: '办事窗口要求出具亲属关系证明。',
  }

  test('is decided like any other, and names nobody to anybody', async () => {
    const { resident, housing, district, neighbour, secretary } = w.people
    const raised = await w.run(resident, M.raise, { input })
    const all = `query ($id: ID!) { dutyObjection(id: $id) { status side statement events { by role } } }`
    expect(await w.run(resident, all, raised)).toMatchObject({ side: 'RESIDENT', statement: input.statement })
    expect(await w.run(neighbour, all, raised)).toBeNull()
    for (const actor of [housing, district]) {
      const seen = await w.run<{ events: { by: string }[] }>({ ...actor, locale: 'zh' }, all, raised)
      expect(seen.events.map(({ by }) => by)).toEqual(['居民'])
      expect(JSON.stringify(seen)).not.toContain(resident.name)
    }
    const examined = await object(district, await object(district, raised, 'ACCEPT'), 'INVESTIGATE')
    await w.run(housing, M.answer, examined)
    const answered = await lookObjection(w, raised.id)
    expect(await fails(district, M.uphold, { ...answered, input: decision('WITHDRAW') })).toContain('only a circular')
    const upheld = await w.run(district, M.uphold, { ...answered, input: decision('CIRCULAR') })
    const open = `query ($id: ID!) { dutyDecisions(filter: { ids: [$id] }) { edges { node { side decision FIELD } } } }`
    const { edges } = await w.run<{ edges: object[] }>(anonymous, open.replace('FIELD', ''), upheld)
    expect(edges).toHaveLength(1)
    for (const field of ['statement', 'answer', 'events { by }', 'task { id }', 'offers { action }'])
      expect((await w.refused(anonymous, open.replace('FIELD', field), upheld)).code).toBe('UNAUTHENTICATED')
    expect(await w.run(neighbour, all, upheld)).toEqual({ status: 'UPHELD', side: 'RESIDENT', statement: null, events: [] })
    expect(JSON.stringify(await w.run(secretary, all, upheld))).toContain(input.statement)
  })

  test('is about their own committee, and about a department there is', async () => {
    expect((await w.refused(w.people.resident, M.raise, { input: { ...input, division: '310113109044' } })).code).toBe(
      'FORBIDDEN',
    )
    expect(
      (await w.refused(w.people.resident, M.raise, { input: { ...input, department: departmentId(9) } })).more['field'],
    ).toBe('department')
    expect((await w.refused(w.people.health, M.raise, { input })).code).toBe('FORBIDDEN')
  })

  test('is not published before it is decided', async () => {
    const raised = await w.run(w.people.resident, M.raise, { input })
    const open = 'query ($id: ID!) { dutyDecisions(filter: { ids: [$id] }) { edges { node { id } } } }'
    expect(await w.run(anonymous, open, raised)).toEqual({ edges: [] })
  })
})
