// Indicators: each number is what its list shows, under the same scope, and is counted in one statement.
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor } from '../../subgraphs/shared/actor.ts'
import { statementsOf } from '../support/platform.ts'
import { departmentId, DISTRICT, DIVISION, ELSEWHERE, TOWN } from './actors.ts'
import { data, issued, itemId, M, openWorld, work, type TaskWorld } from './taskWorld.ts'

let w: TaskWorld
const [FROM, TO] = ['2026-06-01', '2026-06-30']

beforeAll(async () => {
  w = await openWorld()
  const { health, housing } = w.people
  await issued(w, work({ divisions: [DIVISION, '310113109044', ELSEWHERE] }))
  await issued(w, data(['户数']))
  await issued(w, data(['户数', '人口'], { item: itemId(3) }), housing)
  for (const more of [{ item: null }, { item: itemId(4), divisions: [ELSEWHERE] }, { item: itemId(3) }])
    await w.run(health, M.issue, { input: work(more) })
  w.clock.now = new Date('2026-07-15T01:00:00Z')
  await issued(w, work({ dueOn: '2026-08-01' }))
  w.clock.now = new Date('2026-06-15T01:00:00Z')
  const commitments: [n: number, division: string, amount: number, by: string, paid: [number, string][], status?: string][] = [
    [
      1,
      TOWN,
      100,
      '2026-06-10',
      [
        [60, '2026-06-01'],
        [40, '2026-06-10'],
      ],
    ],
    [
      2,
      TOWN,
      100,
      '2026-06-20',
      [
        [60, '2026-06-01'],
        [40, '2026-06-21'],
      ],
    ],
    [3, DIVISION, 100, '2026-06-30', []],
    [4, DIVISION, 100, '2026-07-01', [[100, '2026-06-01']]],
    [5, DIVISION, 100, '2026-06-30', [], 'LAPSED'],
  ]
  for (const [n, division, amount, by, paid, status = 'BUDGETED'] of commitments) {
    const id = `0000000a-0000-7000-8000-00000000000${n}`
    await w.sql(
      `insert into duties.funding_commitment (id, version, status, division, organization, list_id, item_code, matter, year, amount, source, accounting_unit, transfer_by, promised_at, budget_document, created_at)
       select $1, 1, $2, $3, $4, id, 'XZ-01', '示例', 2026, $5, '预算', '居村/年', $6, now(), 'x', now() from duties.duty_list limit 1`,
      [id, status, division, departmentId(1), amount, by],
    )
    for (const [sum, on] of paid)
      await w.sql(
        `insert into duties.funding_transfer (id, commitment_id, amount, voucher, transferred_on, "by", at) values (gen_random_uuid(), $1, $2, $3, $4, 'x', now())`,
        [id, sum, on, on],
      )
  }
})
afterAll(() => w.stop())

interface Row {
  department: { id: string } | null
  town: { code: string } | null
  matters: number
  tasks: number
  attempts: number
  fundingDue: number
  fundingOnTime: number
  dataTasks: number
  repeated: number
}

const ask = (actor: Actor, by: string, division = DISTRICT) =>
  w.run<Row[]>(
    actor,
    `query ($d: ID!, $by: DutyIndicatorBy!) { dutyIndicators(division: $d, from: "${FROM}", to: "${TO}", by: $by) { department { id } town { code } matters tasks attempts fundingDue fundingOnTime dataTasks repeated } }`,
    { d: division, by },
  )

test('by department', async () => {
  expect(await ask(w.people.district, 'DEPARTMENT')).toEqual(
    [
      {
        department: { id: departmentId(1) },
        town: null,
        matters: 3,
        tasks: 4,
        attempts: 3,
        fundingDue: 3,
        fundingOnTime: 1,
        dataTasks: 1,
        repeated: 0,
      },
      {
        department: { id: departmentId(2) },
        town: null,
        matters: 1,
        tasks: 1,
        attempts: 0,
        fundingDue: 0,
        fundingOnTime: 0,
        dataTasks: 1,
        repeated: 1,
      },
    ].sort((a, b) => a.department.id.localeCompare(b.department.id)),
  )
})

test('by town: what the district lists holds in each', async () => {
  expect(
    (await ask(w.people.district, 'TOWN')).map(({ town, matters, tasks, attempts, repeated }) => [
      town!.code,
      matters,
      tasks,
      attempts,
      repeated,
    ]),
  ).toEqual([
    [TOWN, 3, 4, 2, 1],
    ['310113112000', 4, 1, 1, 0],
  ])
})

test('of a town, a department and a committee: their own rows only', async () => {
  const own = await ask(w.people.housing, 'DEPARTMENT')
  expect(own.map(({ department, tasks }) => [department!.id, tasks])).toContainEqual([departmentId(2), 1])
  expect(own.reduce((sum, { tasks, attempts }) => sum + tasks + attempts, 0)).toBe(2)
  const [town] = await ask(w.people.town, 'TOWN', TOWN)
  expect([town!.tasks, town!.fundingDue, town!.fundingOnTime]).toEqual([4, 3, 1])
  expect((await ask(w.people.elsewhere, 'TOWN', DISTRICT)).map(({ town: t, tasks }) => [t!.code, tasks])).toEqual([
    ['310113112000', 1],
  ])
  expect(
    (await ask(w.people.resident, 'DEPARTMENT')).every(({ tasks, attempts, fundingDue }) => tasks + attempts + fundingDue === 0),
  ).toBe(true)
})

test('every number is the length of its list', async () => {
  const { district } = w.people
  const total = async (query: string) => (await w.run<{ totalCount: number }>(district, query)).totalCount
  const days = `from: "${FROM}", to: "${TO}"`
  for (const row of await ask(district, 'DEPARTMENT')) {
    const of = `department: "${row.department!.id}", division: "${DISTRICT}"`
    const funding = `department: ["${row.department!.id}"], division: "${DISTRICT}", dueFrom: "${FROM}", dueTo: "${TO}"`
    expect({
      matters: await total(
        `{ dutyItems(filter: { department: "${row.department!.id}", holdsIn: "${DISTRICT}" }) { totalCount } }`,
      ),
      tasks: await total(`{ dutyTasks(filter: { ${of}, ${days} }) { totalCount } }`),
      attempts: await total(`{ offListAttempts(filter: { ${of}, ${days} }) { totalCount } }`),
      fundingDue: await total(`{ fundingCommitments(filter: { ${funding} }) { totalCount } }`),
      fundingOnTime: await total(`{ fundingCommitments(filter: { ${funding}, onTime: true }) { totalCount } }`),
      dataTasks: await total(`{ dutyTasks(filter: { ${of}, ${days}, hasData: true }) { totalCount } }`),
      repeated: await total(`{ dutyTasks(filter: { ${of}, ${days}, isRepeated: true }) { totalCount } }`),
    }).toEqual({ ...row, department: undefined, town: undefined })
  }
  for (const row of await ask(district, 'TOWN')) {
    const division = `division: "${row.town!.code}"`
    expect({
      matters: await total(`{ dutyItems(filter: { holdsIn: "${row.town!.code}" }) { totalCount } }`),
      tasks: await total(`{ dutyTasks(filter: { ${division}, ${days} }) { totalCount } }`),
      attempts: await total(`{ offListAttempts(filter: { ${division}, ${days} }) { totalCount } }`),
      late: await total(
        `{ fundingCommitments(filter: { ${division}, dueFrom: "${FROM}", dueTo: "${TO}", onTime: false }) { totalCount } }`,
      ),
    }).toEqual({ matters: row.matters, tasks: row.tasks, attempts: row.attempts, late: row.fundingDue - row.fundingOnTime })
  }
})

test('each kind of row is counted in one statement', async () => {
  const seen = await statementsOf(w.subgraphs['duties']!, () =>
    w.run(
      w.people.district,
      `{ dutyIndicators(division: "${DISTRICT}", from: "${FROM}", to: "${TO}", by: TOWN) { tasks town { code } } }`,
    ),
  )
  expect(seen).toHaveLength(4)
})

test('a span of days that ends before it begins is refused', async () => {
  const query = `{ dutyIndicators(division: "${DISTRICT}", from: "${TO}", to: "${FROM}", by: TOWN) { tasks } }`
  expect((await w.refused(w.people.district, query)).code).toBe('BAD_USER_INPUT')
})
