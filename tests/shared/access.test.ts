// Every field that can be asked says who may ask; every entity says which rows they may see.
import { isObjectType } from 'graphql'
import { beforeAll, describe, expect, test } from 'vitest'
import { buildSchema, type NonEmptyArray } from 'type-graphql'
import { accessOf } from '../../gateway/host/schema.ts'
import { isScoped } from '../../subgraphs/shared/scope.ts'
import { ANONYMOUS } from '../../subgraphs/shared/actor.ts'
import { SUBGRAPHS } from '../../subgraphs/index.ts'

/** Fields of people that may never be public. */
const PERSONAL = /phone|idNumber|birth|address|password|secret|contact/i

describe.each(SUBGRAPHS.map((s) => [s.name, s] as const))('%s', (_name, subgraph) => {
  let fields: { at: string; access: unknown }[]
  beforeAll(async () => {
    const schema = await buildSchema({
      resolvers: subgraph.resolvers as NonEmptyArray<Function>,
      orphanedTypes: [...(subgraph.types ?? [])],
      validate: false,
    })
    fields = Object.values(schema.getTypeMap())
      .filter((t) => isObjectType(t) && !t.name.startsWith('__'))
      .flatMap((t) =>
        isObjectType(t) ? Object.keys(t.getFields()).map((f) => ({ at: `${t.name}.${f}`, access: accessOf(t, f) })) : [],
      )
  })

  test('every field declares its access', () => {
    expect(fields.length).toBeGreaterThan(5)
    expect(fields.filter((f) => !f.access)).toEqual([])
  })

  test('no mutation is public', () => {
    expect(fields.filter((f) => f.at.startsWith('Mutation.') && f.access === 'public').map((f) => f.at)).toEqual([])
  })

  test('nothing personal is public', () => {
    expect(
      fields
        .filter((f) => f.access === 'public' && PERSONAL.test(f.at.split('.')[1]!) && !/^(Building|Venue|Standing)/.test(f.at))
        .map((f) => f.at),
    ).toEqual([])
  })

  test('every entity declares its scope', () => {
    expect(subgraph.entities.filter((e) => !isScoped(e.name)).map((e) => e.name)).toEqual([])
  })
})

test('the anonymous actor holds nothing', () => {
  expect(ANONYMOUS).toMatchObject({ id: null, resident: null, grants: [], scopes: [] })
})
