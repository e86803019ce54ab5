// The demo's issues are made by the same steps people take, and stand at every stage.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { onRollChanged } from '../../subgraphs/compacts/roll.messages.ts'
import { exampleResident, HOME } from '../../subgraphs/compacts/seed.people.ts'
import { seed } from '../../subgraphs/compacts/seed.ts'
import { anonymous, person, stage, type Stage } from '../support/platform.ts'

let s: Stage
beforeAll(async () => {
  s = await stage(['compacts'], new Date('2026-11-21T10:00:00+08:00'))
  const entries = Array.from({ length: 108 }, (_, i) => ({
    resident: exampleResident(i + 1),
    version: 1,
    household: exampleResident(1000 + i),
    division: HOME,
    adultSince: '1990-01-01',
    isHouseholdRepresentative: true,
    isRepresentative: i % 27 === 0,
    hasLeft: false,
  }))
  const compacts = s.subgraphs['compacts']!
  await compacts.asSystem((ctx) => onRollChanged(ctx, [{ entries }]))
  await compacts.asSystem(seed)
})
afterAll(() => s.stop())

test('there is an issue at every stage an officer meets', async () =>
  expect(await s.sql('select status, count(*)::int as n from compacts.issue group by 1 order by 1')).toMatchInlineSnapshot(`
    [
      {
        "n": 4,
        "status": "COMPACTING",
      },
      {
        "n": 1,
        "status": "CONCLUDED",
      },
      {
        "n": 5,
        "status": "DELIBERATING",
      },
      {
        "n": 1,
        "status": "DRAFT",
      },
      {
        "n": 1,
        "status": "EVALUATING",
      },
      {
        "n": 1,
        "status": "IMPLEMENTING",
      },
      {
        "n": 1,
        "status": "MERGE_PROPOSED",
      },
      {
        "n": 1,
        "status": "NOT_ADOPTED",
      },
      {
        "n": 1,
        "status": "REFERRED",
      },
      {
        "n": 1,
        "status": "REJECTED",
      },
      {
        "n": 1,
        "status": "RETURNED",
      },
      {
        "n": 3,
        "status": "SUBMITTED",
      },
      {
        "n": 1,
        "status": "VOTING",
      },
    ]
  `))

test('numbers follow the calendar', async () => {
  const rows = await s.sql<{ number: string }>('select number from compacts.issue where number is not null order by submitted_at')
  expect(rows.map(({ number }) => number)).toEqual(rows.map(({ number }) => number).toSorted())
})

test('nothing lies in the future, and every chain is whole', async () => {
  expect(await s.sql(`select 1 from compacts.event where "at" > $1`, [s.clock.now])).toEqual([])
  expect(await s.sql(`select stream from compacts.event group by stream having max(version) <> count(*)`)).toEqual([])
})

test('anyone reads the compact in force, and how many households have signed it', async () => {
  const { data } = await s.ask<{ compacts: { edges: { node: unknown }[] } }>(
    'compacts',
    anonymous,
    '{ compacts(filter: { status: [IN_FORCE] }) { edges { node { title signedHouseholds eligibleHouseholds articles { number } } } } }',
  )
  expect(data!.compacts.edges.map(({ node }) => node)).toEqual([
    {
      title: '顾村示例小区楼道公约',
      signedHouseholds: 38,
      eligibleHouseholds: 108,
      articles: [1, 2, 3, 4].map((number) => ({ number })),
    },
  ])
})

test('every kind of notice hangs on the board', async () => {
  const [{ id: vote }] = (await s.sql<{ id: string }>(`select id from compacts.vote where status = 'PUBLISHED' limit 1`)) as [
    { id: string },
  ]
  const [{ id: meeting }] = (await s.sql<{ id: string }>(`select id from compacts.meeting where status = 'NOTICED' limit 1`)) as [
    { id: string },
  ]
  const secretary = person('COMMITTEE_SECRETARY', HOME)
  const { data } = await s.ask<Record<string, { notice: { kind: string } }>>(
    'compacts',
    secretary,
    'query ($vote: ID!, $meeting: ID!) { vote(id: $vote) { notice { kind } } meeting(id: $meeting) { notice { kind } } }',
    { vote, meeting },
  )
  const compacts = await s.ask<{ compacts: { edges: { node: { notice: { kind: string } } }[] } }>(
    'compacts',
    anonymous,
    '{ compacts { edges { node { notice { kind } } } } }',
  )
  expect(data).toEqual({ vote: { notice: { kind: 'RESULT' } }, meeting: { notice: { kind: 'MEETING' } } })
  expect(compacts.data!.compacts.edges.map(({ node }) => node.notice.kind)).toEqual([
    'COMMENT',
    'ANNOUNCEMENT',
    'ANNOUNCEMENT',
    'ANNOUNCEMENT',
  ])
})

test('one lift is being built under the rules of its day, another is posted under today’s', async () => {
  const { data } = await s.ask<{ buildingProjects: { edges: { node: unknown }[] } }>(
    'compacts',
    person('COMMITTEE_SECRETARY', HOME),
    '{ buildingProjects { edges { node { title status ruleDay asksCompound effort { departments seals meetings } notice { kind lift { eligible present agree } } } } } }',
  )
  expect(data!.buildingProjects.edges.map(({ node }) => node)).toEqual([
    {
      title: '三号楼加装电梯',
      status: 'PUBLICITY',
      ruleDay: expect.stringMatching(/^2026-/) as string,
      asksCompound: false,
      effort: { departments: 0, seals: 0, meetings: 1 },
      notice: { kind: 'LIFT', lift: { eligible: 12, present: 11, agree: 10 } },
    },
    {
      title: '五号楼加装电梯',
      status: 'CONSTRUCTION',
      ruleDay: '2015-06-01',
      asksCompound: true,
      effort: { departments: 6, seals: 9, meetings: 1 },
      notice: { kind: 'LIFT', lift: { eligible: 12, present: 12, agree: 11 } },
    },
  ])
})

test('a second sweep finds nothing to do that the first left', async () => {
  await s.subgraphs['compacts']!.sweep()
  const before = await s.sql('select count(*) from compacts.event')
  await s.subgraphs['compacts']!.sweep()
  expect(await s.sql('select count(*) from compacts.event')).toEqual(before)
})
