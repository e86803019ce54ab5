// Brings the database up to date: roles, schemas, migrations, rules, queues, rights. Needs the owner's login; nothing else does.
import { readdirSync } from 'node:fs'
import pg from 'pg'
import type { Subscriptions } from '../../subgraphs/shared/context.ts'
import type { Stored } from '../../subgraphs/shared/subgraph.ts'
import { openOrm, passwordOf, roleOf } from './database.ts'
import { JOBS_SCHEMA, prepareJobs } from './jobs.ts'

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
        .filter((f) => /\.[jt]s$/.test(f))
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
