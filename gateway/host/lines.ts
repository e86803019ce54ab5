// The few connections on which all questions of a process travel side by side: one does not wait for the answer to
// another, and what is asked within one turn of the event loop leaves in one packet. A line that is slow to answer is left
// alone meanwhile, and another is opened.
import { DatabaseError, type Client, type Pool, type QueryConfig, type QueryResult } from 'pg'
import { Bundle, type Item, type Rows } from './bundle.ts'
import { columnsOf, told, type Told, type Wire } from './statement.ts'

/** Lines that are to be ready, and opened at most. */
const READY = 3
const MOST = 4
/** A line is slow that has owed an answer for so many milliseconds, and so many times longer than the quickest. */
const SLOW_MS = 20
const SLOWER = 3

/** How many statements leave as one at most: who is first waits for none of the others, but all share what goes wrong. */
const BUNDLED = 12

const CLOSED = 'Connection terminated: the lines are closed.'

interface Line {
  readonly client: Client
  /** When each statement still unanswered was sent, oldest first: a connection answers in order. */
  readonly sent: number[]
}

/** A statement; under its name the database keeps it. */
export interface Wording {
  readonly name?: string
  readonly text: string
}

interface Asked {
  readonly wording: Wording
  readonly values: readonly unknown[]
}

interface Waiting extends Asked {
  readonly told: Told
  readonly done: (rows: Rows | Promise<Rows>) => void
  readonly failed: (error: Error) => void
}

export interface Lines {
  readonly ask: (wording: Wording, values: readonly unknown[]) => Promise<Rows>
  /** Statements one after the other over one line: what the first leaves on it, the second finds. */
  readonly askInTurn: (statements: readonly Asked[]) => Promise<PromiseSettledResult<Rows>[]>
  readonly stop: () => Promise<void>
}

const rowsOf = ({ fields, rows }: QueryResult): Rows => ({ fields: fields.map(({ name }) => name), rows: rows as unknown[][] })

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

  const over = ({ client, sent }: Line, { wording, values }: Asked): Promise<Rows> => {
    sent.push(performance.now())
    const statement = { ...wording, values: [...values], rowMode: 'array' } as QueryConfig
    return client
      .query(statement)
      .then(rowsOf)
      .finally(() => sent.shift())
  }

  const alone = async (asked: Asked): Promise<Rows> => {
    const line = lineNow()
    return over(line instanceof Promise ? await line : line, asked)
  }

  /** Sends as one what the line knows by name; the rest by itself. */
  const send = (line: Line, all: readonly Waiting[]): void => {
    const { parsedStatements } = (line.client as unknown as { connection: Wire }).connection
    const items: (Item & Waiting)[] = []
    for (const one of all) {
      const { name } = one.told
      const columns = parsedStatements[name] ? columnsOf(name) : undefined
      if (columns) items.push({ ...one, columns })
      else one.done(over(line, one))
    }
    if (!items.length) return
    line.sent.push(performance.now())
    const ended = (error: Error | null, left: readonly (Item & Waiting)[]): void => {
      line.sent.shift()
      for (const item of left) {
        if (error instanceof DatabaseError) item.done(alone(item))
        else item.failed(error!)
      }
    }
    line.client.query(new Bundle(items, ended))
  }

  const waiting: Waiting[] = []

  /** What was asked together leaves together. */
  const sendAll = (): void => {
    const all = waiting.splice(0)
    for (let at = 0; at < all.length; at += BUNDLED) {
      const some = all.slice(at, at + BUNDLED)
      const line = open.size && !isStopped ? (lineNow() as Line) : null
      if (line) send(line, some)
      else for (const one of some) one.done(alone(one))
    }
  }

  /** Where plans are kept, statements are short, and what is asked at the same time leaves as one. */
  const ask: Lines['ask'] = (wording, values) => {
    const { name } = wording
    if (planning !== 'force_generic_plan' || !name) return alone({ wording, values })
    return new Promise((done, failed) => {
      waiting.push({ wording, values, told: told(name, values), done, failed })
      if (waiting.length === 1) queueMicrotask(sendAll)
    })
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
