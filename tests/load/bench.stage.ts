// What is measured stands on: the seeded database of a data folder, or the one that is given, and whoever asks it as its owner.
import { join, resolve } from 'node:path'
import pg from 'pg'
import { startPostgres, type Postgres } from '../../gateway/host/postgres.ts'
import { prepareDatabase } from '../../gateway/host/prepare.ts'
import { settingsOf } from '../../gateway/settings.ts'
import { SUBGRAPHS, SUBSCRIPTIONS } from '../../subgraphs/index.ts'
import { limitTables, sweepAway } from './bench.fresh.ts'
import { postmasterOf } from './bench.meters.ts'
import type { Bench } from './bench.run.ts'
import type { Base } from './bench.servers.ts'
import type { Settings } from './seed.plan.ts'

export const say = (line: string) => console.log(`  ${line}`)

/** The embedded database with its statements counted: it is asked to load what counts them, and started again if it had not. */
const counting = async (folder: string): Promise<Postgres> => {
  const postgres = await startPostgres(folder)
  const client = new pg.Client({ connectionString: postgres.url })
  await client.connect()
  const { rows } = await client.query<{ libraries: string }>(`select current_setting('shared_preload_libraries') as libraries`)
  const isLoaded = rows[0]!.libraries.includes('pg_stat_statements')
  if (!isLoaded) await client.query(`alter system set shared_preload_libraries = 'pg_stat_statements'`)
  await client.end()
  if (isLoaded) return postgres
  await postgres.stop()
  return startPostgres(folder)
}

export interface Stage extends Omit<Bench, 'asking'> {
  readonly base: Base
  readonly scale: object
  readonly version: string
}

/** Opens the seeded database of a data folder, or the one that is given. */
export const onStage = async <T>(folder: string, port: number, work: (stage: Stage) => Promise<T>): Promise<T> => {
  const { secret } = settingsOf('demo', { ...process.env, LINLI_DATA: folder }, [])
  const given = process.env['DATABASE_URL'] || null
  const postgres = given ? null : await counting(join(resolve(folder), 'postgres'))
  const databaseUrl = given ?? postgres!.url
  // It may have been seeded before the last migration.
  if (!given) await prepareDatabase(databaseUrl, SUBGRAPHS, SUBSCRIPTIONS, secret)
  const owner = new pg.Client({ connectionString: databaseUrl })
  await owner.connect()
  try {
    const seeded = await owner.query<{ settings: Settings }>('select settings from load.run').catch(() => null)
    if (!seeded?.rowCount) throw new Error('There is nothing to ask about: npm run seed -- --scale 0.1 first.')
    await owner
      .query('create extension if not exists pg_stat_statements')
      .catch(() => say('pg_stat_statements is missing: statements are not counted'))
    const { day } = seeded.rows[0]!.settings
    await sweepAway(owner, new Date(Date.parse(`${day}T02:00:00Z`)))
    await limitTables(owner)
    const { rows } = await owner.query<{ version: string }>(`select current_setting('server_version') as version`)
    const base = { databaseUrl, secret, data: resolve(folder), port }
    return await work({
      owner,
      postmaster: await postmasterOf(owner),
      base,
      scale: seeded.rows[0]!.settings,
      version: rows[0]!.version,
    })
  } finally {
    await owner.end()
    await postgres?.stop()
  }
}
