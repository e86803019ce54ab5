// The few connections on which all questions of a process travel side by side: one does not wait for the answer to
// another, and what is asked within one turn of the event loop leaves in one packet. A line that is slow to answer is left
// alone meanwhile, and another is opened.
import type { Client, Pool, QueryConfig, QueryResult } from 'pg'

/** Lines that are to be ready, and opened at most. */
const READY = 3
const MOST = 4
/** A line is slow that has owed an answer for so many milliseconds, and so many times longer than the quickest. */
const SLOW_MS = 20
const SLOWER = 3

const CLOSED = 'Connection terminated: the lines are closed.'

interface Line {
  readonly client: Client
  /** When each statement still unanswered was sent, oldest first: a connection answers in order. */
  readonly sent: number[]
}

export interface Lines {
  readonly ask: (statement: QueryConfig) => Promise<QueryResult>
  /** Statements one after the other over one line: what the first leaves on it, the second finds. */
  readonly askInTurn: (statements: readonly QueryConfig[]) => Promise<PromiseSettledResult<QueryResult>[]>
  readonly stop: () => Promise<void>
}

/** Plans are made once a statement and kept, or with the values each time. Left to itself the server always does the latter. */
export type Planning = 'force_generic_plan' | 'force_custom_plan'

/** Lines of the login the pool has; a pool hands a connection to one at a time. */
export const linesOf = (poolOf: () => Promise<Pool>, planning: Planning = 'force_custom_plan'): Lines => {
  const open = new Set<Line>()
  let opening: Promise<Line> | null = null
  let isStopped = false

  const opened = async (): Promise<Line> => {
    const pool = (await poolOf()) as Pool & { Client: new (options: object) => Client; options: { password?: unknown } }
    if (isStopped) throw new Error(CLOSED)
    // The pool keeps its password where a copy does not reach.
    const { password } = pool.options
    // Whole databases of this size lie in memory: a row found by an index costs hardly more than one in a row.
    const options = `-c plan_cache_mode=${planning} -c random_page_cost=1.1`
    const client = new pool.Client({ ...pool.options, password, options, keepAlive: true, connectionTimeoutMillis: 5_000 })
    const line: Line = { client, sent: [] }
    client.on('error', () => open.delete(line))
    client.on('end', () => open.delete(line))
    await client.connect()
    if (isStopped) {
      await client.end()
      throw new Error(CLOSED)
    }
    open.add(line)
    return line
  }

  const another = (): Promise<Line> => {
    opening ??= opened().finally(() => (opening = null))
    return opening
  }

  const lineNow = (): Line | Promise<Line> => {
    if (isStopped) throw new Error(CLOSED)
    if (!open.size) return another()
    const now = performance.now()
    const owed = [...open].map((line) => ({ line, ms: now - (line.sent[0] ?? now) }))
    const quickest = Math.min(...owed.map(({ ms }) => ms))
    const ready = owed.filter(({ ms }) => ms <= Math.max(SLOW_MS, SLOWER * quickest)).map(({ line }) => line)
    // Nobody waits for a new line while there is one that answers.
    if (ready.length < READY && open.size < MOST) another().catch(() => undefined)
    return ready.reduce((best, line) => (line.sent.length < best.sent.length ? line : best))
  }

  const over = ({ client, sent }: Line, statement: QueryConfig): Promise<QueryResult> => {
    sent.push(performance.now())
    return client.query(statement).finally(() => sent.shift())
  }

  const ask: Lines['ask'] = async (statement) => {
    const line = lineNow()
    return over(line instanceof Promise ? await line : line, statement)
  }

  const askInTurn: Lines['askInTurn'] = async (statements) => {
    const line = await lineNow()
    return Promise.allSettled(statements.map((statement) => over(line, statement)))
  }

  const stop = async (): Promise<void> => {
    isStopped = true
    await opening?.catch(() => undefined)
    await Promise.all([...open].map(({ client }) => client.end()))
    open.clear()
  }

  return { ask, askInTurn, stop }
}
