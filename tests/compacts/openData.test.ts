// Open data: what everyone may read of issues and votes, and what is left out of it.
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FEWEST, OPEN_STATES, withheld } from '../../subgraphs/compacts/open.rules.ts'
import { onRollChanged } from '../../subgraphs/compacts/roll.messages.ts'
import { exampleResident, HOME } from '../../subgraphs/compacts/seed.people.ts'
import { seed } from '../../subgraphs/compacts/seed.ts'
import { anonymous, stage, type Stage } from '../support/platform.ts'

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

interface Page<T> {
  readonly edges: { readonly node: T }[]
  readonly totalCount: number
}
const ask = async <T>(document: string, variables: Record<string, unknown> = {}): Promise<T> => {
  const { data, errors } = await s.ask<{ it: T }>('compacts', anonymous, document, variables)
  expect(errors).toEqual([])
  return data!.it
}
type Numbers = Record<'agree' | 'disagree' | 'abstain', number | null>

test('issues are open from their screening on, with their votes and compacts, and without people', async () => {
  const asked = `query ($first: Int!) { it: publishedIssues(first: $first) { totalCount edges { node {
    id number title status supportCount division { code } votes { figures { eligible agree } } compacts { title articles { body } } } } } }`
  const { edges, totalCount } = await ask<Page<{ id: string; status: string; supportCount: number | null }>>(asked, {
    first: 100,
  })
  const rows = await s.sql<{ id: string; supporters: number }>(
    `select id, (select count(*)::int from compacts.issue_support where issue_id = i.id) as supporters from compacts.issue i
      where status = any($1) and number is not null`,
    [[...OPEN_STATES]],
  )
  expect(totalCount).toBe(rows.length)
  expect(new Set(edges.map(({ node }) => node.id))).toEqual(new Set(rows.map(({ id }) => id)))
  for (const { node } of edges) {
    const { supporters } = rows.find(({ id }) => id === node.id)!
    expect(node.supportCount).toBe(supporters > 0 && supporters < FEWEST ? null : supporters)
  }
  expect(rows.some(({ supporters }) => supporters > 0 && supporters < FEWEST)).toBe(true)
  const { data, errors } = await s.ask('compacts', anonymous, '{ issues { edges { node { title } } } }')
  expect([data, errors.map(({ code }) => code)]).toEqual([null, ['UNAUTHENTICATED']])
})

test('only published votes are open, their small numbers left out', async () => {
  const asked = `{ it: publishedVotes(first: 100) { totalCount edges { node { id electorateHash countHash carried
    figures { eligible present agree disagree abstain } } } } }`
  const { edges } = await ask<Page<{ id: string; figures: Numbers }>>(asked)
  const rows = await s.sql<{ id: string } & Record<keyof Numbers, number>>(
    `select id, agree, disagree, abstain from compacts.vote where status = 'PUBLISHED'`,
  )
  expect(rows.length).toBeGreaterThan(0)
  expect(new Set(edges.map(({ node }) => node.id))).toEqual(new Set(rows.map(({ id }) => id)))
  for (const { node } of edges) {
    const { agree, disagree, abstain } = rows.find(({ id }) => id === node.id)!
    expect(node.figures).toMatchObject(withheld({ agree, disagree, abstain }))
  }
})

test('no number below five is shown, and none that is hidden can be reckoned from the others and their sum', () => {
  const count = fc.integer({ min: 0, max: 12 })
  fc.assert(
    fc.property(count, count, count, (agree, disagree, abstain) => {
      const all = { agree, disagree, abstain }
      const shown = withheld(all)
      const hidden = (Object.keys(all) as (keyof typeof all)[]).filter((key) => shown[key] === null)
      for (const [key, n] of Object.entries(shown)) if (n !== null) expect(n).toBe(all[key as keyof typeof all])
      for (const n of Object.values(shown)) expect(n === null || n === 0 || n >= FEWEST).toBe(true)
      expect(hidden.length).not.toBe(1)
      if (Object.values(all).every((n) => n === 0 || n >= FEWEST)) expect(hidden).toEqual([])
    }),
  )
})
