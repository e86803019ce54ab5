// Figures by subdistrict and month: what counts, who sees it, and that what is kept of a month is what was done in it.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { COUNT_MONTH } from '../../subgraphs/compacts/monthFigures.count.ts'
import {
  isMonth,
  lastEnded,
  monthOf,
  monthsLater,
  monthsToKeep,
  spanOfMonth,
} from '../../subgraphs/compacts/monthFigures.rules.ts'
import { keepMonths } from '../../subgraphs/compacts/monthFigures.sweeps.ts'
import { holder, person } from '../support/platform.ts'
import { DIVISION } from './actors.ts'
import { accept, build, evaluate, raise, toAdopted } from './walk.ts'
import { act, headOf, look, M, openWorld, receiptFor, residentOf, TOWN, type Step, type World } from './world.ts'

describe('months', () => {
  test('begin and end in Beijing, and are over for good an hour later', () => {
    expect(spanOfMonth('2026-12')).toEqual([new Date('2026-11-30T16:00:00Z'), new Date('2026-12-31T16:00:00Z')])
    expect([monthOf(new Date('2026-11-30T15:59:59Z')), monthOf(new Date('2026-11-30T16:00:00Z'))]).toEqual(['2026-11', '2026-12'])
    expect([lastEnded(new Date('2026-12-31T16:59:59Z')), lastEnded(new Date('2026-12-31T17:00:00Z'))]).toEqual([
      '2026-11',
      '2026-12',
    ])
    expect(['2026-12', '2026-13', '2026-1', '2026-01-01', ''].filter(isMonth)).toEqual(['2026-12'])
  })

  test('are kept from the one after the last, or from the first with anything in it', () => {
    const now = new Date('2027-02-10T00:00:00Z')
    expect(monthsToKeep('2026-11', null, now)).toEqual(['2026-12', '2027-01'])
    expect(monthsToKeep(null, '2027-01', now)).toEqual(['2027-01'])
    expect([monthsToKeep('2027-01', null, now), monthsToKeep(null, null, now), monthsToKeep(null, '2027-02', now)]).toEqual([
      [],
      [],
      [],
    ])
    expect(monthsLater('2026-01', -1)).toBe('2025-12')
  })
})

let w: World
beforeAll(async () => {
  w = await openWorld()
})
afterAll(() => w.stop())

type Row = Readonly<Record<string, unknown>>
const FIELDS = 'month division { code } raised decided due onTime evaluated satisfied keptAt'
const asked = (actor = w.people.town, month = '2026-03', division = TOWN, more = ''): Promise<Row[]> =>
  w.run(actor, `{ monthFigures(division: "${division}", month: "${month}"${more}) { ${FIELDS} } }`)
const figures = (numbers: object) => [{ ...numbers, month: '2026-03', division: { code: TOWN }, keptAt: null }]
/** Counted anew by the owner, past every scope. */
const countedNow = async (month: string): Promise<Row[]> => {
  let at = 0
  const [from, to] = spanOfMonth(month)
  return w.sql(
    COUNT_MONTH.replaceAll('?', () => `$${(at += 1)}`),
    ['{0}', '{9}', from, to, from, to],
  )
}
const keptRows = (): Promise<Row[]> => w.sql('select * from compacts.month_figures order by month, division')

let adopted: Step

test('counts what was raised, decided, left in time, and judged', async () => {
  expect(await asked()).toEqual([])
  await raise(w, '快递柜增设', residentOf(headOf(2)))
  const late = await raise(w, '门前积水整治', residentOf(headOf(1)))
  expect(await asked()).toEqual(figures({ raised: 2, decided: 0, due: 0, onTime: 0, evaluated: 0, satisfied: 0 }))
  w.tick(5)
  await act(w, 'Issue', w.people.secretary, late, 'RETURN', '请写明位置。')
  expect(await asked()).toEqual(figures({ raised: 2, decided: 0, due: 1, onTime: 0, evaluated: 0, satisfied: 0 }))
  adopted = await toAdopted(w)
  expect(await asked()).toEqual(figures({ raised: 3, decided: 1, due: 2, onTime: 1, evaluated: 0, satisfied: 0 }))
  await build(w, adopted)
  const judged = await evaluate(w, adopted)
  expect(await asked()).toEqual(figures({ raised: 3, decided: 1, due: 3, onTime: 2, evaluated: 0, satisfied: 0 }))
  await act(w, 'Issue', w.people.chair, judged, 'CONCLUDE')
  expect(await asked()).toEqual(figures({ raised: 3, decided: 1, due: 4, onTime: 3, evaluated: 1, satisfied: 1 }))
})

test("time of authors and objectors, what is withdrawn and what is suspended is nobody's deadline", async () => {
  const before = await asked()
  const withdrawn = await raise(w, '门禁升级', residentOf(headOf(4)))
  await act(w, 'Issue', residentOf(headOf(4)), withdrawn, 'WITHDRAW')
  const stopped = await raise(w, '充电棚选址', residentOf(headOf(5)))
  const { town } = w.people
  const input = { document: '示例〔2026〕1号', file: await receiptFor(w, town), reason: '等待规划调整。' }
  await w.run(town, M.suspendIssue, { ...stopped, input })
  expect(await asked()).toEqual([{ ...before[0], raised: Number(before[0]!['raised']) + 2 }])
})

test('each number opens the issues it counts', async () => {
  const list = (counted: string) =>
    w.run<{ totalCount: number; edges: { node: { id: string } }[] }>(
      w.people.town,
      `{ issues(filter: { measured: { counted: ${counted}, from: "2026-03-01", to: "2026-03-31" } }) { totalCount edges { node { id } } } }`,
    )
  expect((await list('DECIDED')).edges).toEqual([{ node: { id: adopted.id } }])
  expect((await list('SATISFIED')).edges).toEqual([{ node: { id: adopted.id } }])
  expect([(await list('DUE')).totalCount, (await list('ON_TIME')).totalCount, (await list('EVALUATED')).totalCount]).toEqual([
    2, 1, 1,
  ])
})

test('whole subdistricts only, and of those within reach', async () => {
  const DISTRICT = '310113000000'
  const district = person('DISTRICT_CIVIL_AFFAIRS', DISTRICT)
  const town = await asked()
  for (const [division, more] of [
    [DISTRICT, ''],
    [DISTRICT, `, subdistricts: ["${TOWN}", "310113101000"]`],
    [TOWN, `, subdistricts: ["${TOWN}"]`],
  ] as const)
    expect(await asked(district, '2026-03', division, more)).toEqual(town)
  const both = holder([
    { role: 'SUBDISTRICT_LEAD', division: TOWN },
    { role: 'DISTRICT_CIVIL_AFFAIRS', division: DISTRICT },
  ])
  expect(await asked(both, '2026-03', DISTRICT)).toEqual(town)
  expect(await asked(w.people.town, '2026-03', DISTRICT)).toEqual(town)
  expect(await asked(district, '2026-03', DISTRICT, ', subdistricts: ["310113101000"]')).toEqual([])
  expect(await asked(person('SUBDISTRICT_OFFICER', '310113101000'), '2026-03', DISTRICT)).toEqual([])
  expect(await asked(w.people.secretary)).toEqual([])
  expect((await w.refused(w.people.author, `{ monthFigures(division: "${TOWN}", month: "2026-03") { raised } }`)).code).toBe(
    'FORBIDDEN',
  )
  for (const args of [
    `division: "${DIVISION}", month: "2026-03"`,
    `division: "${TOWN}", month: "2026-3"`,
    `division: "x", month: "2026-03"`,
    `division: "${TOWN}", month: "2026-03", subdistricts: ["310113101000"]`,
    `division: "${DISTRICT}", month: "2026-03", subdistricts: ["${DISTRICT}"]`,
  ])
    expect([args, (await w.refused(district, `{ monthFigures(${args}) { raised } }`)).code]).toEqual([args, 'BAD_USER_INPUT'])
})

test('a month that has ended is kept once, however many keep it at once, as it was counted', async () => {
  const live = await asked()
  await w.sweep()
  expect(await keptRows()).toEqual([])
  w.clock.now = new Date('2026-04-30T16:59:00Z')
  const { asSystem } = w.subgraphs['compacts']!
  await Promise.all(Array.from({ length: 8 }, () => asSystem(keepMonths)))
  const rows = await keptRows()
  expect(rows.map(({ month, division }) => [month, division])).toEqual([
    ['2026-03', '0'],
    ['2026-03', TOWN],
  ])
  const kept = await asked()
  expect(kept).toEqual([{ ...live[0], keptAt: '2026-04-30T16:59:00.000Z' }])
  w.clock.now = new Date('2026-04-30T17:00:00Z')
  await Promise.all(Array.from({ length: 8 }, () => w.sweep()))
  // In April nothing happened; that it was kept is known all the same.
  const nothing = { raised: 0, decided: 0, due: 0, on_time: 0, evaluated: 0, satisfied: 0 }
  expect(await keptRows()).toEqual([
    ...rows,
    { month: '2026-04', division: '0', ...nothing, kept_at: new Date('2026-04-30T17:00:00.000Z') },
  ])
  expect([await asked(w.people.town, '2026-04'), await countedNow('2026-04')]).toEqual([[], []])
})

test('nothing that is done later changes it', async () => {
  const counted = await countedNow('2026-03')
  const kept = await asked()
  expect(kept).toEqual([{ ...counted[0], division: { code: TOWN }, month: '2026-03', keptAt: '2026-04-30T16:59:00.000Z' }])
  const open = await w.run<{ edges: { node: Step & { status: string } }[] }>(
    w.people.town,
    '{ issues(filter: { open: true }, first: 20) { edges { node { id version status } } } }',
  )
  const submitted = open.edges.find(({ node }) => node.status === 'SUBMITTED')
  await accept(w, submitted!.node)
  const suspended = open.edges.find(({ node }) => node.status === 'SUSPENDED')
  const back = await act(w, 'Issue', w.people.town, suspended!.node, 'RESUME', '规划已经明确。')
  await act(w, 'Issue', w.people.secretary, back, 'RETURN', '请写明位置。')
  expect(await countedNow('2026-03')).toEqual(counted)
  expect(await asked()).toEqual(kept)
  expect((await asked(w.people.town, '2026-05'))[0]).toMatchObject({ raised: 0, due: 3, keptAt: null })
  await expect(
    w.subgraphs['compacts']!.asSystem((ctx) => ctx.em.execute('update compacts.month_figures set raised = 0')),
  ).rejects.toThrow(/permission denied/)
})

test('too few satisfied, and the work is done again', async () => {
  w.clock.now = new Date('2026-06-02T01:00:00Z')
  const issue = await toAdopted(w)
  await build(w, issue)
  const begun = await act(w, 'Issue', w.people.secretary, await look(w, 'issue', issue.id), 'EVALUATE')
  const said = await w.run(w.people.supervision, M.evaluate, { ...begun, input: { answers: 24, satisfied: 6, households: 40 } })
  await act(w, 'Issue', w.people.supervision, said, 'DEMAND_REWORK', '照明仍不足。')
  expect((await asked(w.people.town, '2026-06'))[0]).toMatchObject({ evaluated: 1, satisfied: 0 })
})
