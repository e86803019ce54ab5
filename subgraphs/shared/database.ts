// The database: one schema and one login role per subgraph, migrations, and rights. Needs the owner's login; nothing else does.
import { createHmac } from 'node:crypto'
import { readdirSync } from 'node:fs'
import { Migrator } from '@mikro-orm/migrations'
import { ReflectMetadataProvider } from '@mikro-orm/decorators/legacy'
import { defineConfig, MikroORM, type EntityClass, type Options } from '@mikro-orm/postgresql'
import pg from 'pg'
import type { Actor } from './actor.ts'
import { Event } from './event.ts'
import { Reply } from './idempotency.ts'
import { JOBS_SCHEMA, prepareJobs, type Subscriptions } from './jobs.ts'
import { Rule, type RuleRow } from './rule.ts'
import { scopeOf } from './scope.ts'

export interface Stored {
  readonly name: string
  readonly entities: readonly EntityClass<object>[]
  readonly rules?: readonly RuleRow[]
  /** Folder of its migrations. */
  readonly migrations: string
  /** Tables, besides the history, whose rows its role may add and read but never change. */
  readonly appendOnly?: readonly string[]
}

const KERNEL = [Event, Reply, Rule]

const roleOf = (name: string) => `linli_${name}`
const passwordOf = (secret: string, role: string) => createHmac('sha256', secret).update(`database:${role}`).digest('base64url')

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
      fileName: (at, name) => `M${at.slice(0, 8)}_${name ?? at.slice(8)}`,
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

const withOwner = async <T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> => {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Migrations that have not run yet, as `subgraph/file`. */
export const pendingMigrations = (ownerUrl: string, all: readonly Stored[]): Promise<string[]> =>
  withOwner(ownerUrl, async (client) => {
    const pending: string[] = []
    for (const { name, migrations } of all) {
      const exists = await client.query('select to_regclass($1) as at', [`${name}.migration`])
      const done = exists.rows[0].at ? await client.query(`select name from ${name}.migration`) : { rows: [] }
      const names = new Set(done.rows.map((r: { name: string }) => r.name))
      const files = readdirSync(migrations)
        .filter((f) => f.endsWith('.ts'))
        .map((f) => f.slice(0, -3))
      pending.push(...files.filter((f) => !names.has(f)).map((f) => `${name}/${f}`))
    }
    return pending
  })

/** Brings roles, schemas, tables, queues and rights up to date. Safe to run again. */
export const prepareDatabase = async (
  ownerUrl: string,
  all: readonly Stored[],
  subscriptions: Subscriptions,
  secret: string,
): Promise<void> => {
  const names = all.map((s) => s.name)
  await withOwner(ownerUrl, async (client) => {
    await client.query('select pg_advisory_lock(7301)')
    await client.query('create extension if not exists pg_trgm; create extension if not exists btree_gist')
    for (const name of [...names, 'jobs']) await ensureRole(client, roleOf(name), passwordOf(secret, roleOf(name)))
    for (const stored of all) {
      await client.query(`create schema if not exists ${stored.name}`)
      const orm = await openOrm(stored, ownerUrl, names)
      await orm.migrator.up()
      await orm.close()
      await grant(client, stored)
      await addRules(client, stored)
    }
    await prepareJobs(ownerUrl, subscriptions, names)
    const queues = `grant usage on schema ${JOBS_SCHEMA} to ROLE; grant select, insert, update, delete on all tables in schema ${JOBS_SCHEMA} to ROLE; grant execute on all functions in schema ${JOBS_SCHEMA} to ROLE`
    await client.query(queues.replaceAll('ROLE', [...names, 'jobs'].map(roleOf).join(', ')))
  })
}

/** Roles belong to the whole server: platforms on other databases of it may be doing the same at this moment. */
const ensureRole = async (client: pg.Client, role: string, password: string, tries = 20): Promise<void> => {
  const { rowCount } = await client.query('select 1 from pg_roles where rolname = $1', [role])
  await client
    .query(`${rowCount ? 'alter' : 'create'} role ${role} login nosuperuser nocreatedb nocreaterole password '${password}'`)
    .catch(async (error: { code?: string }) => {
      if (!tries || !['XX000', '42710', '23505'].includes(error.code ?? '')) throw error
      await new Promise((done) => setTimeout(done, 50))
      return ensureRole(client, role, password, tries - 1)
    })
}

const grant = async (client: pg.Client, { name, appendOnly = [] }: Stored): Promise<void> => {
  const role = roleOf(name)
  await client.query(`
    revoke all on schema ${name} from public;
    grant usage on schema ${name} to ${role};
    grant select, insert, update, delete on all tables in schema ${name} to ${role};
    grant usage on all sequences in schema ${name} to ${role};
    revoke all on ${name}.migration from ${role}`)
  for (const table of ['event', ...appendOnly])
    await client.query(`revoke update, delete, truncate on ${name}.${table} from ${role}`)
  await client.query(`revoke insert, update, delete on ${name}.rule from ${role}`)
}

const addRules = async (client: pg.Client, { name, rules = [] }: Stored): Promise<void> => {
  for (const r of rules)
    await client.query(
      `insert into ${name}.rule (code, division, valid_from, value, basis) values ($1, $2, $3, $4, $5) on conflict do nothing`,
      [r.code, r.division ?? '', r.validFrom, JSON.stringify(r.value), r.basis],
    )
}
