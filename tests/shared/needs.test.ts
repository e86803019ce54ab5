// Every computed field of a stored thing says which columns it reads, so that no list reads a whole row for one of them.
import 'reflect-metadata'
import type { GraphQLObjectType } from 'graphql'
import { getMetadataStorage } from 'type-graphql'
import { MikroORM } from '@mikro-orm/postgresql'
import { expect, test } from 'vitest'
import { ormOptions } from '../../gateway/host/database.ts'
import { federated } from '../../gateway/host/schema.ts'
import { SUBGRAPHS } from '../../subgraphs/index.ts'
import { Event } from '../../subgraphs/shared/event.ts'

test('every field resolver of an entity declares what it needs, and needs only columns', async () => {
  const stored = new Map<unknown, Record<string, unknown>>()
  const wrong: string[] = []
  let seen = 0
  for (const subgraph of SUBGRAPHS) {
    const orm = new MikroORM(ormOptions(subgraph, 'postgres://nobody@127.0.0.1/none'))
    for (const entity of [...subgraph.entities, Event]) stored.set(entity, orm.getMetadata().get(entity).properties)
    const { schema } = await federated(subgraph)
    const { fieldResolvers, resolverClasses, objectTypes } = getMetadataStorage()
    for (const { target, schemaName, kind, getObjectType } of fieldResolvers) {
      const entity = getObjectType?.() ?? resolverClasses.find((one) => one.target === target)?.getObjectType?.()
      const columns = stored.get(entity)
      const name = objectTypes.find((one) => one.target === entity)?.name
      const field = name && (schema.getType(name) as GraphQLObjectType | undefined)?.getFields()[schemaName]
      if (kind !== 'external' || !columns || !field) continue
      seen += 1
      const { needs } = field.extensions
      if (!needs) wrong.push(`${name}.${schemaName} does not say what it needs`)
      for (const one of needs ?? []) if (!(one in columns)) wrong.push(`${name}.${schemaName} needs ${one}, which is no column`)
    }
  }
  expect([...new Set(wrong)]).toEqual([])
  expect(seen).toBeGreaterThan(80)
})
