// schema/ is written by this test with -u and checked by it without. Nothing else writes there.
import { composeServices } from '@theguild/federation-composition'
import { buildASTSchema, isObjectType, parse, printSchema } from 'graphql'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { transformSupergraphToPublicSchema } from '@theguild/federation-composition'
import { beforeAll, describe, expect, inject, test } from 'vitest'
import { openOrm } from '../gateway/host/database.ts'
import { machinesPage } from './support/machines.ts'
import { publicSchema } from './support/publicSchema.ts'
import { federated } from '../gateway/host/schema.ts'
import { SUBGRAPHS } from '../subgraphs/index.ts'

const folder = fileURLToPath(new URL('../schema', import.meta.url))
const file = (name: string) => join(folder, name)
const ADDRESS = 'http://127.0.0.1'

const apiOf = (text: string) => buildASTSchema(transformSupergraphToPublicSchema(parse(text)))

/** The differ cannot read exclusion constraints and would lay each one anew; their own tests hold them. */
const withoutExclusions = (sql: string) => {
  const statements = sql
    .split(/;\s*(?:\n|$)/)
    .map((s) => s.trim())
    .filter(Boolean)
  const excluding = statements.flatMap((s) => /add constraint (\w+) exclude using/.exec(s)?.[1] ?? [])
  return statements.filter((s) => !excluding.some((name) => s.includes(name)))
}

let sdl: Record<string, string>
let supergraph: string

beforeAll(async () => {
  const built = await Promise.all(SUBGRAPHS.map(async (s) => [s.name, await federated(s)] as const))
  sdl = Object.fromEntries(built.map(([name, { sdl }]) => [name, sdl]))
  const composed = composeServices(built.map(([name, { sdl }]) => ({ name, url: `${ADDRESS}/${name}`, typeDefs: parse(sdl) })))
  expect(composed.errors ?? []).toEqual([])
  supergraph = composed.supergraphSdl!
})

describe('schema/ is up to date', () => {
  test.each(SUBGRAPHS.map((s) => s.name))('%s.graphql', async (name) => {
    await expect(sdl[name]! + '\n').toMatchFileSnapshot(file(`${name}.graphql`))
  })

  test('supergraph.graphql', async () => {
    await expect(supergraph + '\n').toMatchFileSnapshot(file('supergraph.graphql'))
  })

  test('api.graphql and public.graphql', async () => {
    const api = apiOf(supergraph)
    await expect(printSchema(api) + '\n').toMatchFileSnapshot(file('api.graphql'))
    await expect(publicSchema(api, supergraph) + '\n').toMatchFileSnapshot(file('public.graphql'))
  })

  test('machines.md', async () => {
    await expect(machinesPage(SUBGRAPHS.flatMap((s) => s.machines ?? []))).toMatchFileSnapshot(file('machines.md'))
  })

  test.each(SUBGRAPHS.map((s) => [s.name, s] as const))('%s.sql, and migrations that lead there', async (_name, subgraph) => {
    const names = SUBGRAPHS.map((s) => s.name)
    const orm = await openOrm(subgraph, inject('ownerUrl'), names)
    const ddl = await orm.schema.getCreateSchemaSQL({ wrap: false })
    const missing = await orm.schema.getUpdateSchemaSQL({ wrap: false })
    await orm.close()
    await expect(ddl.trim() + '\n').toMatchFileSnapshot(file(`${subgraph.name}.sql`))
    expect(withoutExclusions(missing)).toEqual([])
  })
})

test('every published type and enum says what it is', () => {
  const silent = Object.values(apiOf(supergraph).getTypeMap())
    .filter(
      (t) =>
        isObjectType(t) &&
        !t.name.startsWith('__') &&
        !t.description &&
        !/(Query|Mutation|Connection|Edge|Division)$/.test(t.name),
    )
    .map((t) => t.name)
  expect(silent).toEqual([])
})
