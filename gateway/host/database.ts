// How a subgraph reaches its schema: its login role, its entities, its migrations.
import { createHmac } from 'node:crypto'
import { Migrator } from '@mikro-orm/migrations'
import { ReflectMetadataProvider } from '@mikro-orm/decorators/legacy'
import { defineConfig, MikroORM, type Options } from '@mikro-orm/postgresql'
import type { Actor } from '../../subgraphs/shared/actor.ts'
import { Event } from '../../subgraphs/shared/event.ts'
import { Reply } from './idempotency.ts'
import { JOBS_SCHEMA } from './jobs.ts'
import { Rule } from '../../subgraphs/shared/rule.ts'
import type { Stored } from '../../subgraphs/shared/subgraph.ts'
import { scopeOf } from '../../subgraphs/shared/scope.ts'

const KERNEL = [Event, Reply, Rule]

export const roleOf = (name: string) => `linli_${name}`
export const passwordOf = (secret: string, role: string) =>
  createHmac('sha256', secret).update(`database:${role}`).digest('base64url')

/** The login of a subgraph's role, from the owner's. */
export const loginOf = (ownerUrl: string, name: string, secret: string): string => {
  const url = new URL(ownerUrl)
  url.username = roleOf(name)
  url.password = passwordOf(secret, roleOf(name))
  return url.href
}

/** How MikroORM is configured for a subgraph, whoever logs in. */
export const ormOptions = (stored: Stored, url: string, others: readonly string[] = []): Options =>
  defineConfig({
    clientUrl: url,
    schema: stored.name,
    entities: [...stored.entities, ...KERNEL],
    metadataProvider: ReflectMetadataProvider,
    extensions: [Migrator],
    filters: {
      scope: {
        cond: (args, _type, _em, _options, entity) => scopeOf(entity!, args['actor'] as Actor),
        default: true,
        args: true,
      },
    },
    autoJoinRefsForFilters: false,
    migrations: {
      path: stored.migrations,
      snapshot: false,
      tableName: 'migration',
      schema: stored.name,
      emit: 'ts',
      // Sorted by name, so the time of day comes before the words.
      fileName: (at, name) => `M${at.slice(0, 8)}t${at.slice(8)}_${name ?? 'change'}`,
    },
    schemaGenerator: {
      ignoreSchema: [...others.filter((o) => o !== stored.name), JOBS_SCHEMA, 'public'],
      skipTables: ['migration'],
    },
    pool: { min: 0, max: 10 },
    logger: () => undefined,
  }) as Options

export const openOrm = (stored: Stored, url: string, others: readonly string[] = []) =>
  MikroORM.init(ormOptions(stored, url, others))
