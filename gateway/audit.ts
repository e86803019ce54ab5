// npm run audit:verify: recomputes every chain of events and holds every record against its history.
import { join, resolve } from 'node:path'
import pg from 'pg'
import { SUBGRAPHS } from '../subgraphs/index.ts'
import { hashOf, sealed, type Event } from '../subgraphs/shared/event.ts'
import { startPostgres } from './host/postgres.ts'
import { pendingMigrations } from './host/prepare.ts'
import { fail, Misconfigured } from './settings.ts'

export interface Report {
  readonly events: number
  readonly streams: number
  /** What does not hold, one line each. */
  readonly broken: readonly string[]
}

const BATCH = 5_000
const COLUMNS = `stream, type, version, action, "from", "to", "by", account, role, division, "at", reason, data, request_id as "requestId", previous_hash as "previousHash", hash`

type Row = Omit<Event, 'id'>

const chains = async (client: pg.Client, schema: string): Promise<Report> => {
  const broken: string[] = []
  let [events, streams, last] = [0, 0, null as Row | null]
  for (;;) {
    const { rows } = await client.query<Row>(
      `select ${COLUMNS} from ${schema}.event where (stream, version) > ($1::uuid, $2::int) order by stream, version limit ${BATCH}`,
      [last?.stream ?? '00000000-0000-0000-0000-000000000000', last?.version ?? 0],
    )
    for (const row of rows) {
      const before = last?.stream === row.stream ? last : null
      if (!before) streams += 1
      const where = `${schema} ${row.type} ${row.stream} v${row.version}`
      if (row.version !== (before?.version ?? 0) + 1) broken.push(`${where}: a step before it is missing`)
      else if (row.previousHash !== (before?.hash ?? null)) broken.push(`${where}: does not continue the chain`)
      else if (row.hash !== hashOf(row.previousHash, sealed(row))) broken.push(`${where}: was altered`)
      last = row
    }
    events += rows.length
    if (rows.length < BATCH) return { events, streams, broken }
  }
}

/** Records whose version is not the number of their last event: a step was cut off, or the record changed without one. */
const strays = async (client: pg.Client, schema: string): Promise<string[]> => {
  const { rows: tables } = await client.query<{ name: string }>(
    `select table_name as name from information_schema.columns where table_schema = $1 and column_name in ('id', 'version', 'division', 'stream')
      group by table_name having count(*) = 3 and bool_and(column_name <> 'stream')`,
    [schema],
  )
  const found: string[] = []
  for (const { name } of tables) {
    const { rows } = await client.query<{ id: string; version: number; last: number | null }>(
      `select t.id, t.version, e.last from ${schema}.${name} t
         left join lateral (select max(version) as last from ${schema}.event where stream = t.id) e on true
        where coalesce(e.last, 0) <> t.version limit 100`,
    )
    found.push(...rows.map((r) => `${schema} ${name} ${r.id}: is at version ${r.version}, its history ends at ${r.last ?? 0}`))
  }
  return found
}

export const verifyAudit = async (ownerUrl: string): Promise<Report> => {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    let total: Report = { events: 0, streams: 0, broken: [] }
    for (const { name } of SUBGRAPHS) {
      const { events, streams, broken } = await chains(client, name)
      total = {
        events: total.events + events,
        streams: total.streams + streams,
        broken: [...total.broken, ...broken, ...(await strays(client, name))],
      }
    }
    return total
  } finally {
    await client.end()
  }
}

const main = async (): Promise<void> => {
  const given = process.env['DATABASE_URL']
  const postgres = given ? null : await startPostgres(join(resolve(process.env['LINLI_DATA'] || '.data'), 'postgres'))
  const url = given ?? postgres!.url
  try {
    const pending = await pendingMigrations(url, SUBGRAPHS).catch(() =>
      fail('无法连接数据库。Cannot reach the database: check DATABASE_URL.'),
    )
    if (pending.length)
      fail('这里还没有数据：请先 npm start 或 npm run migrate。There is nothing here yet: npm start or npm run migrate first.')
    await report(url)
  } finally {
    await postgres?.stop()
  }
}

const report = async (url: string): Promise<void> => {
  const { events, streams, broken } = await verifyAudit(url)
  for (const line of broken) console.error(line)
  console.log(
    `${events} 个事件，${streams} 条链：${broken.length ? `${broken.length} 处不符` : '全部相符'}。${events} events in ${streams} chains: ${broken.length ? `${broken.length} do not hold` : 'all hold'}.`,
  )
  if (broken.length) process.exitCode = 1
}

if (process.argv[1]?.endsWith('audit.ts'))
  await main().catch((error: Error) => {
    console.error(error instanceof Misconfigured ? error.message : error)
    process.exit(1)
  })
