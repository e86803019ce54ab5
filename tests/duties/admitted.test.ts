// A matter once admitted: on the list, in force, suspended, adjusted, expired; and the calendar.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { TOWN } from './actors.ts'
import { act, budget, inForce, look, M, matter, openWorld, submit, toAdmitted, type Step, type World } from './admission.walk.ts'

let w: World
beforeAll(async () => {
  w = await openWorld()
})
afterAll(() => w.stop())

const read = <T>(actor = w.people.civil, fields: string, { id }: { id: string }): Promise<T> =>
  w.run<T>(actor, `query ($id: ID!) { admissionApplication(id: $id) { ${fields} } }`, { id })
const from = (moment: Date) => void (w.clock.now = moment)

describe('an admitted matter', () => {
  const item = (code: string) =>
    w.sql<{ status: string; at: string; content: string }>(
      `select i.status, v.status as at, i.content from duties.duty_item i join duties.duty_list_version v on v.id = i.list_version_id
        where i.code = $1 order by v.number`,
      [code],
    )
  let step: Step
  let code: string
  beforeAll(async () => {
    from(new Date('2026-06-01T01:00:00Z'))
    step = await toAdmitted(w, { validFrom: '2026-10-01', validTo: '2027-03-31' })
    code = (await read<{ itemCode: string }>(undefined, 'itemCode', step)).itemCode
  })

  test('stands on the version being compiled, begun when there was none, with its basis and its money', async () => {
    expect(await item(code)).toEqual([{ status: 'LISTED', at: 'COMPILING', content: matter().content }])
    const [row] = await w.sql(
      `select i.admission_document, i.funding, i.organization, b.law, f.item_code from duties.duty_item i
         join duties.legal_basis b on b.item_id = i.id join duties.funding_commitment f on f.item_code = i.code where i.code = $1`,
      [code],
    )
    expect(row).toMatchObject({ funding: 1_000_000, law: '中华人民共和国传染病防治法', item_code: code })
    expect(row!['admission_document']).toMatch(/^示例准入/)
  })

  test('leads from the item back to the application', async () => {
    const [{ id }] = (await w.sql<{ id: string }>('select id from duties.duty_item where code = $1', [code])) as [{ id: string }]
    const asked = 'query ($id: ID!) { dutyItem(id: $id) { admission { id } } }'
    expect(await w.run(w.people.civil, asked, { id })).toEqual({ admission: { id: step.id } })
  })

  test('comes into force with its version, not before its money is budgeted', async () => {
    await inForce(w)
    expect((await look(w, step)).status).toBe('ADMITTED')
    await budget(w, step.id)
    await w.sweep()
    expect((await look(w, step)).status, 'its first day has not come').toBe('ADMITTED')
    from(new Date('2026-10-01T01:00:00Z'))
    await w.sweep()
    expect((await look(w, step)).status).toBe('IN_FORCE')
    expect(await item(code)).toMatchObject([{ at: 'IN_FORCE' }])
  })

  test('is suspended, resumed and adjusted by the joint meeting, and its item with it', async () => {
    const [civil, joint] = [w.people.civil, w.people.joint[0]!]
    expect((await w.refused(civil, M.act, { ...(await look(w, step)), action: 'SUSPEND', reason: '暂停' })).code).toBe(
      'FORBIDDEN',
    )
    await act(w, joint, await look(w, step), 'SUSPEND', '联席会议决定暂停。')
    expect((await item(code))[0]!.status).toBe('SUSPENDED')
    await act(w, joint, await look(w, step), 'RESUME')
    expect((await item(code))[0]!.status).toBe('LISTED')
    await act(w, joint, await look(w, step), 'BEGIN_ADJUSTMENT', '减轻频次。')
    const input = { frequency: '每半年一次' }
    expect((await w.refused(civil, M.adjust, { ...(await look(w, step)), input: {} })).message).toMatch(/Nothing is changed/)
    await w.run(civil, M.adjust, { ...(await look(w, step)), input })
    expect((await item(code)).map(({ status, at: stands }) => [status, stands])).toEqual([
      ['ADJUSTING', 'IN_FORCE'],
      ['LISTED', 'COMPILING'],
    ])
    await w.sweep()
    expect((await look(w, step)).status).toBe('ADMITTED')
    await inForce(w)
    expect((await look(w, step)).status).toBe('IN_FORCE')
    expect(await w.sql(`select frequency from duties.duty_item where code = $1 order by id`, [code])).toEqual([
      { frequency: '每季度一次' },
      { frequency: '每半年一次' },
    ])
  })

  test('leaves the list by itself once its last day has passed, item and application at once', async () => {
    from(new Date('2027-03-31T15:00:00Z'))
    await w.sweep()
    expect((await look(w, step)).status).toBe('IN_FORCE')
    from(new Date('2027-03-31T16:00:00Z'))
    await w.sweep()
    expect((await look(w, step)).status).toBe('WITHDRAWN')
    expect((await item(code)).at(-1)).toMatchObject({ status: 'WITHDRAWN', at: 'IN_FORCE' })
    const events = await w.sql(
      `select type, request_id from duties.event where action = 'EXPIRE' and (stream = $1 or stream in (select id from duties.duty_item where code = $2))`,
      [step.id, code],
    )
    expect(events.map(({ type }) => type).sort()).toEqual(['AdmissionApplication', 'DutyItem'])
  })

  test('is struck from a version that is only being compiled when it is withdrawn', async () => {
    const admitted = await toAdmitted(w, { validFrom: '2027-10-01' })
    const { itemCode } = await read<{ itemCode: string }>(undefined, 'itemCode', admitted)
    await act(w, w.people.joint[0]!, admitted, 'WITHDRAW', '上级已有统一安排。')
    expect(await item(itemCode)).toEqual([])
  })
})

test('the calendar says what falls due on each day, in the scope of whoever asks', async () => {
  from(new Date('2028-03-01T01:00:00Z'))
  const step = await submit(w, { validFrom: '2028-10-01' })
  const asked = 'query { dutyCalendar(month: "2028-03") { day isWorkingDay deadlines { type id title what } } }'
  type Days = { day: string; isWorkingDay: boolean; deadlines: { type: string; id: string }[] }[]
  const days = await w.run<Days>(w.people.civil, asked)
  expect(days).toHaveLength(31)
  expect(days.find(({ day: on }) => on === '2028-03-04')!.isWorkingDay).toBe(false)
  expect(days.find(({ day: on }) => on === '2028-03-08')!.deadlines).toContainEqual({
    type: 'AdmissionApplication',
    id: step.id,
    title: matter().name,
    what: 'Formal check',
  })
  const others = await w.run<Days>(w.people.other, asked)
  expect(others.flatMap(({ deadlines }) => deadlines).map(({ id }) => id)).not.toContain(step.id)
  const here = await w.run<Days>(w.people.town, asked.replace('"2028-03"', `"2028-03", division: "${TOWN}"`))
  expect(here.flatMap(({ deadlines }) => deadlines).map(({ id }) => id)).not.toContain(step.id)
  expect((await w.refused(w.people.civil, 'query { dutyCalendar(month: "2028-13") { day } }')).code).toBe('BAD_USER_INPUT')
})
