// How a subgraph reaches its schema: its login role, its entities, its migrations; and whether the database is there at all.
import { createHmac } from 'node:crypto'
import { Migrator } from '@mikro-orm/migrations'
import { ReflectMetadataProvider } from '@mikro-orm/decorators/legacy'
import { defineConfig, MikroORM, type EntityProperty, type MetadataStorage, type Options } from '@mikro-orm/postgresql'
import type { Pool } from 'pg'
import type { Actor } from '../../subgraphs/shared/actor.ts'
import { Connection } from './client.ts'
import { Driver } from './driver.ts'
import { Event } from '../../subgraphs/shared/event.ts'
import { Reply } from './idempotency.ts'
import { JOBS_SCHEMA } from './jobs.ts'
import { Rule } from '../../subgraphs/shared/rule.ts'
import type { Stored } from '../../subgraphs/shared/subgraph.ts'
import { scopeOf } from '../../subgraphs/shared/scope.ts'
import { text } from '../../subgraphs/shared/words.ts'

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

/** Says which values a column may have in one constant: a check is read anew by every statement that writes, item by item. */
const inOneConstant = (storage: MetadataStorage): void => {
  for (const { checks, properties } of storage.getAll().values())
    for (const check of checks) {
      const prop = properties[check.property as never] as EntityProperty | undefined
      if (!prop?.enum) continue
      check.expression = `"${prop.fieldNames[0]}" = any ('{${prop.items!.join(',')}}'::text[])`
      Object.assign(prop, { enum: false, items: undefined })
    }
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
    discovery: { afterDiscovered: inOneConstant },
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
      // What an index is made of is written in the migration that makes it.
      ignoreRoutines: true,
    },
    pool: { min: 0, max: 10 },
    driver: Driver,
    driverOptions: { Client: Connection, pipeline: true },
    logger: () => undefined,
  }) as Options

export const openOrm = (stored: Stored, url: string, others: readonly string[] = []) =>
  MikroORM.init(ormOptions(stored, url, others))

const AWAY = new Set(['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'EHOSTUNREACH', '53300', '57P01', '57P02', '57P03'])

/** Whether an error says that the database cannot be reached, or went away in the middle. */
export const isAway = (error: Error | undefined): boolean => {
  const { code = '', message = '' } = (error ?? {}) as { code?: string; message?: string }
  return AWAY.has(code) || code.startsWith('08') || /connection terminated|trying to connect|not queryable/i.test(message)
}

/** What callers are told meanwhile. */
export const RECOVERING = text('系统正在恢复，请稍后再试。', 'The service is recovering; please try again in a moment.')

const PATIENCE = 1_000

/** Says whether the database answers: asked once at a time, and not waited for long. */
export const reacher = (orm: MikroORM): (() => Promise<boolean>) => {
  let asking: Promise<boolean> | null = null
  return async () => {
    asking ??= orm
      .checkConnection()
      .then(({ ok }) => ok)
      .finally(() => (asking = null))
    const late = new Promise<boolean>((done) => setTimeout(done, PATIENCE, false).unref())
    return Promise.race([asking.catch(() => false), late])
  }
}

/** Says how far the database has written: the same words twice, and nothing was written in between. */
export const writtenOf = (orm: MikroORM) => async (): Promise<string | null> => {
  const pool = await (orm.em.getConnection() as unknown as { getNativeClient: () => Promise<Pool> }).getNativeClient()
  const { rows } = await pool.query<{ at: string }>('select pg_current_wal_insert_lsn()::text as at')
  return rows[0]!.at
}
