// npm run seed -- --scale baoshan | city | <number>: fills a migrated, empty database with a district of invented people.
import { parseArgs } from 'node:util'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { dayOf } from '../../subgraphs/shared/calendar.ts'
import { SUBGRAPHS, SUBSCRIPTIONS } from '../../subgraphs/index.ts'
import { prepareDatabase } from '../../gateway/host/prepare.ts'
import { startPostgres } from '../../gateway/host/postgres.ts'
import { settingsOf } from '../../gateway/settings.ts'
import { counters, issues, months } from './seed.issues.ts'
import { inhabit } from './seed.people.ts'
import { divisions, grounds, layOut, officers } from './seed.places.ts'
import { planOf, scaleOf, type Plan, type Settings } from './seed.plan.ts'
import { guardAgain, putAside, putBack, withProgress } from './seed.progress.ts'
import { helpers, words } from './seed.sql.ts'
import { services } from './seed.services.ts'
import { stories } from './seed.stories.ts'
import { BY_HOUSEHOLD } from './seed.votes.ts'

interface Options {
  readonly secret: string
  readonly say?: (line: string) => void
  /** Breaks off after so many parts. */
  readonly stopAfter?: number
}

/** The schema of the seed, made once in an empty database; afterwards only the same settings go on. */
const begin = async (owner: pg.Client, plan: Plan): Promise<void> => {
  const { rows } = await owner.query<{ at: string | null }>(`select to_regclass('load.run') as at`)
  if (rows[0]!.at) {
    const kept = await owner.query<{ settings: Settings }>('select settings from load.run')
    const { scale, seed, day } = kept.rows[0]!.settings
    if (scale !== plan.scale || seed !== plan.seed || day !== plan.day)
      throw new Error(`This database holds scale ${scale}, seed ${seed}, day ${day}. Go on with these, or take another database.`)
    return
  }
  const { rowCount } = await owner.query(
    'select 1 from territory.division union all (select 1 from residents.resident limit 1) limit 1',
  )
  if (rowCount) throw new Error('This database holds data already; the seed wants an empty one.')
  await owner.query('begin')
  await owner.query(`create schema load;
    create table load.run (settings jsonb);
    create table load.part (step text, at int, rows bigint, primary key (step, at));
    create table load.kept_index (schema text, "table" text, name text, definition text);
    ${helpers(plan)}; ${BY_HOUSEHOLD}; ${words()}; ${stories()}; ${putAside}`)
  await layOut(owner, plan)
  await owner.query('insert into load.run values ($1)', [
    JSON.stringify({ scale: plan.scale, seed: plan.seed, day: plan.day } satisfies Settings),
  ])
  await owner.query('commit')
}

/** Fills the database, or goes on filling it. Gives the rows written this time. */
export const seedDistrict = async (url: string, settings: Settings, { secret, ...options }: Options): Promise<number> => {
  const plan = planOf(settings)
  let written = 0
  await withProgress(url, options, async ({ run, rows }, owner) => {
    await begin(owner, plan)
    const size = async (table: string) => Number((await owner.query(`select count(*) from ${table}`)).rows[0].count)
    await run({ name: 'divisions', size: await size('load.division'), by: 2_000, work: divisions(plan) })
    await run({ name: 'grounds', size: plan.committees, by: 60, work: grounds(plan) })
    await run({ name: 'officers', size: 1, by: 1, work: officers(plan) })
    await run({ name: 'services', size: plan.organizations, by: 200, work: services(plan) })
    await run({ name: 'people', size: plan.households, by: 3_000, work: inhabit(plan, secret) })
    await owner.query('analyze load.officer; analyze load.committee; analyze residents.resident; analyze compacts.event')
    await run({ name: 'issues', size: plan.issues, by: 250, work: issues(plan) })
    await owner.query(counters(plan))
    await run({ name: 'indexes', size: await size('load.kept_index'), by: 1, work: putBack })
    await owner.query('analyze compacts.issue; analyze compacts.issue_stay')
    await run({ name: 'months', by: 1, ...(await months(owner, plan)) })
    await owner.query(guardAgain)
    await owner.query('vacuum analyze')
    written = rows()
  })
  return written
}

const main = async (): Promise<void> => {
  const { values } = parseArgs({
    options: {
      scale: { type: 'string' },
      seed: { type: 'string', default: '1' },
      // What is seeded lies before ten o'clock of its day, and all of it is to be past.
      day: { type: 'string', default: dayOf(new Date(Date.now() - 10 * 3_600_000)) },
    },
  })
  const settings = { scale: scaleOf(values.scale ?? ''), seed: Number(values.seed), day: values.day }
  const { data, secret } = settingsOf('demo', { LINLI_DATA: '.data/load', ...process.env }, [])
  const given = process.env['DATABASE_URL'] || null
  const postgres = given ? null : await startPostgres(join(resolve(data), 'postgres'))
  const url = given ?? postgres!.url
  try {
    if (!given) await prepareDatabase(url, SUBGRAPHS, SUBSCRIPTIONS, secret)
    await seedDistrict(url, settings, { secret, say: (line) => console.log(`  ${line}`) })
  } finally {
    await postgres?.stop()
  }
}

if (process.argv[1]?.endsWith('seed.ts'))
  await main().catch((error: Error) => {
    console.error(error.message)
    process.exit(1)
  })
