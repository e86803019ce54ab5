// What a question may cost is reckoned from the question and the published schema, before anything runs.
import { buildSchema, parse } from 'graphql'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { costOf } from '../../gateway/cost.ts'
import { LIMITS } from '../../gateway/graph.ts'

const schema = buildSchema(readFileSync('schema/api.graphql', 'utf8'))
const cost = (query: string, variableValues: Record<string, unknown> = {}) =>
  costOf({ schema, document: parse(query), variableValues })

test('a page costs as many records as it may hold, by literal, variable or default', () => {
  const page = (n: number) => 1 + n * 2
  expect(cost('{ issues(first: 50) { edges { node { id } } } }')).toBe(page(50))
  expect(cost('query ($n: Int!) { issues(first: $n) { edges { node { id } } } }', { n: 100 })).toBe(page(100))
  expect(cost('{ issues { edges { node { id } } } }')).toBe(page(20))
  expect(cost('{ importRun(id: "x") { errors(first: 50) { message } } }')).toBe(1 + 50)
})

test('lists within lists multiply, though they are non-null and behind a fragment', () => {
  const plain = cost('{ issues(first: 10) { edges { node { meetings { votes { events { id } } } } } } }')
  expect(plain).toBeGreaterThan(10 * 10 * 10 * 10)
  expect(
    cost(
      `{ issues(first: 10) { edges { node { meetings { ...M } } } } } fragment M on Meeting { votes { ... on Vote { events { id } } } }`,
    ),
  ).toBe(plain)
})

test('going up and down the tree of divisions soon costs too much', () => {
  const steps = (n: number) =>
    `{ division(code: "310113109000") { ${'children { parent { '.repeat(n)} code ${'} }'.repeat(n)} } }`
  expect(cost(steps(1))).toBeLessThan(LIMITS.cost)
  expect(cost(steps(3))).toBeGreaterThan(LIMITS.cost)
})

test('fragments that double each other are reckoned once each', () => {
  const chain = Array.from({ length: 40 }, (_, i) => `fragment F${i} on Issue { ...F${i + 1} ...F${i + 1} }`).join(' ')
  expect(cost(`{ issue(id: "x") { ...F0 } } ${chain} fragment F40 on Issue { id }`)).toBe(1)
})
