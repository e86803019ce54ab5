// Filling in parts: each part is one transaction that also notes that it is whole, so that an interrupted run goes on where it was.
import pg from 'pg'

/** One part writes its rows and says how many. */
export type Work = (client: pg.Client, from: number, to: number) => Promise<number>

export interface Step {
  readonly name: string
  /** Numbers 1 to `size`, in parts of `by`. */
  readonly size: number
  readonly by: number
  readonly work: Work
}

export interface Progress {
  readonly run: (step: Step) => Promise<void>
  readonly rows: () => number
}

const connected = async (url: string): Promise<pg.Client> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query(
    `set synchronous_commit = off; set maintenance_work_mem = '256MB'; set work_mem = '64MB'; set timezone = 'UTC'; set jit = off`,
  )
  return client
}

/** As many connections as cores worth having; `stopAfter` parts the run breaks off, as if interrupted. */
export const withProgress = async (
  url: string,
  { say = () => {}, stopAfter = Infinity }: { say?: (line: string) => void; stopAfter?: number },
  work: (progress: Progress, owner: pg.Client) => Promise<void>,
): Promise<void> => {
  const clients = await Promise.all([1, 2].map(() => connected(url)))
  let [rows, parts] = [0, 0]
  const began = performance.now()
  const rate = () => Math.round(rows / ((performance.now() - began) / 1000))

  const run = async ({ name, size, by, work: fill }: Step): Promise<void> => {
    const { rows: kept } = await clients[0]!.query<{ at: number }>('select at::int from load.part where step = $1', [name])
    const whole = new Set(kept.map(({ at }) => at))
    const left: number[] = []
    for (let at = 1; at <= size; at += by) if (!whole.has(at)) left.push(at)
    const total = left.length
    let told = 0
    const take = async (client: pg.Client): Promise<void> => {
      for (let at = left.shift(); at !== undefined; at = left.shift()) {
        if ((parts += 1) > stopAfter) throw new Error('interrupted')
        await client.query('begin')
        const written = await fill(client, at, Math.min(at + by - 1, size))
        await client.query('insert into load.part (step, at, rows) values ($1, $2, $3)', [name, at, written])
        await client.query('commit')
        rows += written
        if (performance.now() - told < 2_000) continue
        told = performance.now()
        say(`${name} ${total - left.length}/${total}  ${rows.toLocaleString('en')} rows, ${rate().toLocaleString('en')} a second`)
      }
    }
    const results = await Promise.allSettled(clients.map((client) => take(client)))
    const failed = results.find((r) => r.status === 'rejected')
    if (failed) throw failed.reason
  }

  try {
    await work({ run, rows: () => rows }, clients[0]!)
    say(
      `${rows.toLocaleString('en')} rows in ${((performance.now() - began) / 1000).toFixed(1)} s, ${rate().toLocaleString('en')} a second`,
    )
  } finally {
    await Promise.all(clients.map((client) => client.end()))
  }
}

/** Indexes that are not constraints are built when everything is in, and guards of acts rest while history is written. */
export const TABLES = `('territory', 'residents', 'office', 'compacts', 'organizations')`

export const putAside = `
  insert into load.kept_index
    select i.schemaname, i.tablename, i.indexname, i.indexdef from pg_indexes i
     where i.schemaname in ${TABLES} and not exists (select 1 from pg_constraint c where c.conindid = format('%I.%I', i.schemaname, i.indexname)::regclass);
  do $$ declare one record; begin
    for one in select * from load.kept_index loop execute format('drop index %I.%I', one.schema, one.name); end loop;
    for one in select distinct t.tgrelid::regclass as name from pg_trigger t join pg_class r on r.oid = t.tgrelid join pg_namespace n on n.oid = r.relnamespace
      where not t.tgisinternal and n.nspname in ${TABLES} loop execute format('alter table %s disable trigger user', one.name); end loop;
  end $$`

export const putBack: Work = async (client, from, to) => {
  const { rows } = await client.query<{ definition: string }>(
    'select definition from load.kept_index order by schema, "table", name offset $1 limit $2',
    [from - 1, to - from + 1],
  )
  for (const { definition } of rows) await client.query(definition)
  return 0
}

export const guardAgain = `
  do $$ declare one record; begin
    for one in select distinct t.tgrelid::regclass as name from pg_trigger t join pg_class r on r.oid = t.tgrelid join pg_namespace n on n.oid = r.relnamespace
      where not t.tgisinternal and n.nspname in ${TABLES} loop execute format('alter table %s enable trigger user', one.name); end loop;
  end $$`
