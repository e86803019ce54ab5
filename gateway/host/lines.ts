// The few connections on which all questions of a process travel side by side: one does not wait for the answer to
// another, and what is asked within one turn of the event loop leaves in one packet. A line that is slow to answer is left
// alone meanwhile, and another is opened.
import type { Client, Pool, QueryConfig, QueryResult } from 'pg'

/** Lines kept open, and opened at most. */
const KEPT = 3
const MOST = 8
/** Milliseconds without an answer after which a line counts as slow. */
const SLOW = 50

interface Line {
  readonly client: Client
  /** When each statement still unanswered was sent, oldest first: a connection answers in order. */
  readonly sent: number[]
}

export interface Lines {
  readonly ask: (statement: QueryConfig) => Promise<QueryResult>
  readonly stop: () => Promise<void>
}

/** Lines of the login the pool has; a pool hands a connection to one at a time. */
export const linesOf = (poolOf: () => Promise<Pool>): Lines => {
  const open = new Set<Line>()
  let opening: Promise<Line> | null = null

  const opened = async (): Promise<Line> => {
    const pool = (await poolOf()) as Pool & { Client: new (options: object) => Client; options: object }
    const client = new pool.Client(pool.options)
    const line: Line = { client, sent: [] }
    client.on('error', () => open.delete(line))
    client.on('end', () => open.delete(line))
    await client.connect()
    open.add(line)
    return line
  }

  const another = (): Promise<Line> => {
    opening ??= opened().finally(() => (opening = null))
    return opening
  }

  const isSlow = ({ sent: [oldest] }: Line): boolean => oldest !== undefined && performance.now() - oldest > SLOW

  const lineNow = (): Line | Promise<Line> => {
    const lines = [...open]
    const ready = lines.filter((line) => !isSlow(line))
    const idlest = (ready.length ? ready : lines).reduce<Line | null>(
      (best, line) => (best && best.sent.length <= line.sent.length ? best : line),
      null,
    )
    if (!idlest) return another()
    const isShort = idlest.sent.length > 0 && open.size < KEPT
    // Nobody waits for a new line while there is one that answers.
    if (isShort || (!ready.length && open.size < MOST)) another().catch(() => undefined)
    return idlest
  }

  const ask: Lines['ask'] = async (statement) => {
    const found = lineNow()
    const { client, sent } = found instanceof Promise ? await found : found
    sent.push(performance.now())
    return client.query(statement).finally(() => sent.shift())
  }

  const stop = async (): Promise<void> => {
    await opening?.catch(() => undefined)
    await Promise.all([...open].map(({ client }) => client.end()))
    open.clear()
  }

  return { ask, stop }
}
