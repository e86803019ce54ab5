// P9: every mutation there is refuses whoever has no business here, with a sentence, and leaves everything as it was.
import { readFileSync } from 'node:fs'
import {
  astFromValue,
  buildSchema,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  print,
  type GraphQLInputType,
  valueFromAST,
} from 'graphql'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '../../subgraphs/shared/actor.ts'
import { anonymous, person } from '../support/platform.ts'
import { DIVISION, ELSEWHERE } from './actors.ts'
import { accept, hold, openVote, assemble, raise, study } from './walk.ts'
import { headOf, openWorld, residentOf, type World } from './world.ts'

const sdl = readFileSync(new URL('../../schema/compacts.graphql', import.meta.url), 'utf8')
const schema = buildSchema(sdl, { assumeValidSDL: true })
const mutations = Object.values(schema.getMutationType()!.getFields())

let w: World
let known: string
beforeAll(async () => {
  w = await openWorld()
  const issue = await accept(w, await raise(w))
  await hold(w, issue, 'COUNCIL')
  await study(w, issue)
  await openVote(w, await assemble(w, { issue }))
  known = issue.id
})
afterAll(() => w.stop())

/** Something of the type that a caller could send: this committee's records, plausible words, a day to come. */
const something = (type: GraphQLInputType, name: string): unknown => {
  if (isNonNullType(type)) return something(type.ofType, name)
  if (isListType(type)) return [something(type.ofType, name)]
  if (isEnumType(type)) return type.getValues()[0]!.value
  if (isInputObjectType(type))
    return Object.fromEntries(Object.values(type.getFields()).map((field) => [field.name, something(field.type, field.name)]))
  if (/division/i.test(name)) return DIVISION
  const plain: Record<string, unknown> = { ID: known, Int: 1, Float: 1, Boolean: true, DateTimeISO: '2026-06-01T01:00:00.000Z' }
  return plain[type.name] ?? (/On$|Day$|day/i.test(name) ? '2026-06-01' : '示例内容，供表决和登记使用。')
}

const send = async (who: Actor, name: string) => {
  const field = schema.getMutationType()!.getFields()[name]!
  const args = field.args.map((arg) => {
    const ast = astFromValue(something(arg.type, arg.name), arg.type)!
    expect(valueFromAST(ast, arg.type)).toBeDefined()
    return `${arg.name}: ${print(ast)}`
  })
  return w.ask('compacts', who, `mutation { ${name}${args.length ? `(${args.join(', ')})` : ''} { __typename } }`)
}

const outsiders: readonly (readonly [string, Actor])[] = [
  ['a resident of another community', residentOf(headOf(900), { grants: [{ role: 'RESIDENT', division: ELSEWHERE }] })],
  ['the secretary of another committee', person('COMMITTEE_SECRETARY', ELSEWHERE)],
  ['a department nothing was referred to', person('DISTRICT_DEPARTMENT', '310113000000', { organization: crypto.randomUUID() })],
  ['an account without a role', person('RESIDENT', DIVISION, { grants: [], resident: null })],
]

test('P9: nobody who is not signed in changes anything', async () => {
  const before = await w.traces()
  expect(mutations.length).toBeGreaterThan(100)
  for (const { name } of mutations) {
    const { errors } = await send(anonymous, name)
    expect([name, errors.map(({ code }) => code)]).toEqual([name, ['UNAUTHENTICATED']])
  }
  expect(await w.traces()).toEqual(before)
})

describe.each(outsiders)('P9: %s', (_, who) => {
  test('is refused every mutation with a sentence, and nothing changes', async () => {
    const before = await w.traces()
    const said = await Promise.all(mutations.map(async ({ name }) => ({ name, errors: (await send(who, name)).errors })))
    const REFUSALS = new Set(['FORBIDDEN', 'NOT_FOUND', 'BAD_USER_INPUT', 'REFUSED'])
    expect(said.filter(({ errors }) => errors.length !== 1 || !REFUSALS.has(errors[0]!.code))).toEqual([])
    expect(await w.traces()).toEqual(before)
  })
})
