// What the machine says of the processes that are measured: CPU and memory from /proc, statements from the database.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import type pg from 'pg'
import { SUBGRAPHS } from '../../subgraphs/index.ts'
import { roleOf } from '../../gateway/host/database.ts'

/** Clock ticks of /proc are hundredths of a second on every Linux we meet. */
const TICK_MS = 10

interface Stat {
  readonly parent: number
  readonly own: number
  /** Of children that have ended. */
  readonly ended: number
}

const statOf = (pid: number | string): Stat | null => {
  try {
    const line = readFileSync(`/proc/${pid}/stat`, 'latin1')
    const words = line.slice(line.lastIndexOf(')') + 2).split(' ')
    const sum = (...at: number[]) => at.reduce((total, i) => total + Number(words[i]), 0) * TICK_MS
    return { parent: Number(words[1]), own: sum(11, 12), ended: sum(13, 14) }
  } catch {
    return null
  }
}

/** CPU time of processes so far, in milliseconds. */
export const cpuOf = (pids: readonly number[]): number => pids.reduce((sum, pid) => sum + (statOf(pid)?.own ?? 0), 0)

/** CPU time of a PostgreSQL server with all it has forked, so far. */
export const cpuOfPostgres = (postmaster: number): number => {
  const server = statOf(postmaster)
  if (!server) return 0
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name)).map(statOf) // prettier-ignore
  return children.reduce((sum, child) => sum + (child?.parent === postmaster ? child.own : 0), server.own + server.ended)
}

/** Memory that is resident now, in megabytes. */
export const rssOf = (pids: readonly number[]): number =>
  pids.reduce((sum, pid) => {
    const path = `/proc/${pid}/status`
    return sum + (existsSync(path) ? Number(/VmRSS:\s+(\d+)/.exec(readFileSync(path, 'latin1'))?.[1] ?? 0) / 1024 : 0)
  }, 0)

/** The process of the database when it runs here, found from the connection's own; null when it runs elsewhere. */
export const postmasterOf = async (owner: pg.Client): Promise<number | null> => {
  const { rows } = await owner.query<{ pid: number }>('select pg_backend_pid() as pid')
  const parent = statOf(rows[0]!.pid)?.parent ?? null
  return parent && readFileSync(`/proc/${parent}/comm`, 'latin1').startsWith('postgres') ? parent : null
}

export interface Statements {
  readonly calls: number
  readonly ms: number
  readonly rows: number
}

/**
 * Statements so far of everyone but the queues and ourselves, and the time they took; null without pg_stat_statements.
 * The database checks the queues' foreign keys in the owner's name.
 */
export const statementsOf = async (owner: pg.Client, roles: readonly string[]): Promise<Statements | null> => {
  const { rows } = await owner
    .query<Statements>(
      String.raw`select coalesce(sum(calls), 0)::float8 as calls, coalesce(sum(total_exec_time), 0)::float8 as ms, coalesce(sum(rows), 0)::float8 as rows from pg_stat_statements s join pg_roles r on r.oid = s.userid
        where s.dbid = (select oid from pg_database where datname = current_database()) and r.rolname = any($1)
          and query !~ '"jobs"\.' and query !~* '^(begin|commit|rollback|savepoint|release|set |start)' and query !~ 'pg_stat_statements'`,
      [roles],
    )
    .catch(() => ({ rows: [] }))
  return rows[0] ?? null
}

export const PRODUCT_ROLES = SUBGRAPHS.map(({ name }) => roleOf(name))

/** Waits until every message of the queues is handled: what a request causes belongs to its cost. */
export const settled = async (owner: pg.Client): Promise<void> => {
  for (const until = Date.now() + 120_000; Date.now() < until; await new Promise((done) => setTimeout(done, 100))) {
    const { rowCount } = await owner.query(
      `select 1 from jobs.job where state in ('created', 'retry', 'active') and name not like '%.sweep' and name not like '\\_\\_%' limit 1`,
    )
    if (!rowCount) return
  }
}
