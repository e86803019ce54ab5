// Where a record is drawn on its way, and what each stage says of itself.
import { expect, test } from 'vitest'
import { compactWay } from '../../admin/compacts/compact.way.ts'
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
  details: [],
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

test('a compact says of each stage what it still lacks or has brought, and nothing of those to come', () => {
  const all = ['LAWFUL', 'DECENT', 'RIGHTS_KEPT', 'NO_FINES'] as const
  const drafted = {
    kind: 'COMPACT' as const,
    status: 'COMMENT' as const,
    articles: [
      { number: 1, body: '楼道不堆放杂物。', passed: [...all], reviewNote: null },
      { number: 2, body: '电动自行车不进楼。', passed: [all[0]], reviewNote: null },
    ],
    comments: [
      {
        id: '1',
        article: null,
        body: '好',
        at: '2026-11-02T02:00:00Z',
        topic: null,
        outcome: 'EXPLAINED' as const,
        answer: '谢谢',
        answeredAt: '2026-11-03T02:00:00Z',
      },
      {
        id: '2',
        article: null,
        body: '婴儿车呢',
        at: '2026-11-02T02:00:00Z',
        topic: null,
        outcome: null,
        answer: null,
        answeredAt: null,
      },
    ],
    commentOpenedAt: '2026-11-01T02:00:00Z',
    partyOpinion: null,
    townOpinion: null,
    votes: [],
    receipt: null,
    announcedAt: null,
    inForceAt: null,
    effectiveOn: null,
  }
  const say = (key: string, values?: Record<string, unknown>) => [key, ...Object.values(values ?? {})].join(' ')
  expect(compactWay(drafted, say).map(({ key, state, note }) => [key, state, note])).toEqual([
    ['draft', 'done', 'compacts.way.checked 1 2'],
    ['comment', 'now', 'compacts.way.answered 1 2'],
    ['study', 'later', undefined],
    ['review', 'later', undefined],
    ['vote', 'later', undefined],
    ['file', 'later', undefined],
    ['force', 'later', undefined],
  ])
  const posted = { ...drafted, kind: 'CIVILITY' as const, status: 'ADOPTED' as const }
  expect(compactWay(posted, say).map(({ key, state }) => [key, state])).toEqual([
    ['draft', 'done'],
    ['comment', 'done'],
    ['confirm', 'done'],
    ['post', 'now'],
    ['force', 'later'],
  ])
})
