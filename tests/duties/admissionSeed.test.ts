// The demo's applications stand in every state an officer meets, and its money in every stage.
import { afterAll, beforeAll, expect, test } from 'vitest'
import { seed } from '../../subgraphs/duties/seed.ts'
import { stage, type Stage } from '../support/platform.ts'

let s: Stage
beforeAll(async () => {
  s = await stage(['duties'], new Date('2026-06-15T01:00:00Z'))
  await s.subgraphs['duties']!.asSystem(seed)
}, 60_000)
afterAll(() => s.stop())

test('there is an application in every state', async () =>
  expect(
    await s.sql(
      `select status, string_agg(name, ' ' order by name) as names from duties.admission_application group by 1 order by 1`,
    ),
  ).toMatchInlineSnapshot(`
    [
      {
        "names": "协助宣传生育支持政策",
        "status": "ADMITTED",
      },
      {
        "names": "协助组织应急救护知识普及",
        "status": "CONSULTING",
      },
      {
        "names": "协助开展心理健康宣传周",
        "status": "DRAFT",
      },
      {
        "names": "协助社区心理健康指导",
        "status": "IN_FORCE",
      },
      {
        "names": "协助宣传业主大会议事规则",
        "status": "JOINT_MEETING",
      },
      {
        "names": "协助征集物业服务意见",
        "status": "LEGAL_REVIEW",
      },
      {
        "names": "协助组织心理健康讲座",
        "status": "PUBLICITY",
      },
      {
        "names": "代行住宅小区日常消防检查",
        "status": "REJECTED",
      },
      {
        "names": "协助发放生育登记告知单",
        "status": "RETURNED",
      },
      {
        "names": "协助开展住宅消防安全宣传",
        "status": "SUBMITTED",
      },
      {
        "names": "协助控制和处置流浪犬、猫",
        "status": "SUSPENDED",
      },
    ]
  `))

test('money is paid, paid in part, late and not yet due', async () =>
  expect(
    await s.sql(
      `select year, status, count(*)::int as n, count(*) filter (where transfer_by < '2026-06-15' and status in ('PROMISED', 'BUDGETED'))::int as late
         from duties.funding_commitment group by 1, 2 order by 1, 2`,
    ),
  ).toMatchInlineSnapshot(`
    [
      {
        "late": 0,
        "n": 24,
        "status": "RECONCILED",
        "year": 2025,
      },
      {
        "late": 5,
        "n": 17,
        "status": "BUDGETED",
        "year": 2026,
      },
      {
        "late": 0,
        "n": 1,
        "status": "LAPSED",
        "year": 2026,
      },
      {
        "late": 0,
        "n": 7,
        "status": "PROMISED",
        "year": 2026,
      },
      {
        "late": 0,
        "n": 7,
        "status": "RECONCILED",
        "year": 2026,
      },
      {
        "late": 0,
        "n": 6,
        "status": "TRANSFERRED",
        "year": 2026,
      },
    ]
  `))
