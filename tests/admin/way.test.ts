// Where an issue is drawn on its way of seven stages.
import { expect, test } from 'vitest'
import { issueWay } from '../../admin/compacts/issue.way.ts'
import type { IssueStatus } from '../../admin/compacts/issue.queries.ts'

const event = (version: number, from: IssueStatus | null, to: IssueStatus) => ({
  id: String(version),
  version,
  action: 'A',
  label: 'A',
  from,
  to,
  by: '示例',
  role: null,
  at: `2026-11-${String(version).padStart(2, '0')}T02:00:00Z`,
  reason: null,
  hash: '',
})

const walked = (...states: IssueStatus[]) => ({
  status: states.at(-1)!,
  events: states.map((to, at) => event(at + 1, states[at - 1] ?? null, to)),
})
const drawn = (...states: IssueStatus[]) => issueWay(walked(...states), (key) => key).map(({ state }) => state)

test('a submitted issue waits at the second stage', () => {
  expect(drawn('DRAFT', 'SUBMITTED')).toEqual(['done', 'now', 'later', 'later', 'later', 'later', 'later'])
})

test('an adopted issue has its vote behind it', () => {
  expect(drawn('DRAFT', 'SUBMITTED', 'DELIBERATING', 'VOTING', 'ADOPTED')).toEqual([
    'done',
    'done',
    'done',
    'done',
    'later',
    'later',
    'later',
  ])
})

test('a rule becomes a compact without having been implemented', () => {
  expect(drawn('DRAFT', 'SUBMITTED', 'DELIBERATING', 'ADOPTED', 'COMPACTING')).toEqual([
    'done',
    'done',
    'done',
    'done',
    'later',
    'later',
    'now',
  ])
})

test('a suspended issue stands stopped where it was', () => {
  expect(drawn('DRAFT', 'SUBMITTED', 'DELIBERATING', 'SUSPENDED')).toEqual([
    'done',
    'done',
    'stopped',
    'later',
    'later',
    'later',
    'later',
  ])
})

test('a concluded issue shows the stages it went through', () => {
  expect(drawn('DRAFT', 'SUBMITTED', 'DELIBERATING', 'VOTING', 'ADOPTED', 'IMPLEMENTING', 'EVALUATING', 'CONCLUDED')).toEqual([
    'done',
    'done',
    'done',
    'done',
    'done',
    'done',
    'later',
  ])
})

test('each reached stage says since when', () => {
  expect(issueWay(walked('DRAFT', 'SUBMITTED', 'DELIBERATING'), (key) => key).map(({ note }) => note)).toEqual([
    '2026-11-01',
    '2026-11-02',
    '2026-11-03',
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})
