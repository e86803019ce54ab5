// A connection to the database that keeps the plans of what it is asked again, sends what belongs together in one packet,
// and knows what failed first in a transaction.
import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import type { Duplex } from 'node:stream'
import type { Client, QueryResult } from 'pg'

const { Client: Plain } = createRequire(import.meta.url)('pg') as { Client: typeof Client }

/** How many statements are kept, and after how often they were asked: what is asked once or twice is not worth keeping. */
const KEPT = 500
const OFTEN = 3
const LISTENED = 5_000

const asked = new Map<string, number>()
const names = new Map<string, string>()

/** Whether one plan is right for all values: where rows are counted off, how much a range holds decides which index serves. */
const isSteady = (text: string): boolean => !/\blimit \$\d|\blimit \d{2}/.test(text)

/** The name under which the database keeps the statement; undefined while it is to be read anew each time. */
const nameOf = (text: string): string | undefined => {
  const known = names.get(text)
  if (known || names.size >= KEPT) return known
  const times = (asked.get(text) ?? 0) + 1
  if (asked.size >= LISTENED) asked.clear()
  asked.set(text, times)
  if (times < OFTEN || !isSteady(text)) return undefined
  asked.delete(text)
  names.set(text, createHash('sha1').update(text).digest('base64url'))
  return names.get(text)
}

let commits = 0
/** How many transactions of this process were committed so far: whoever kept what was read before reads again. */
export const committed = (): number => commits

type Ask = (text: string | object, values?: unknown[], callback?: unknown) => Promise<QueryResult> | undefined

/** What is done in a transaction is found by keys: one plan is right for all values. */
const BEGIN = 'begin; set local plan_cache_mode = force_generic_plan'
const BEGUN = { command: 'BEGIN', rowCount: null, rows: [] }

export class Connection extends Plain {
  /** A transaction was begun of which the database has not heard yet: it goes out with the first statement. */
  #isBegun = false
  /** What failed first in the transaction: the statements after it fail only because of that. */
  #failed: Error | null = null
  #isGathering = false

  constructor(options: object) {
    super(options as never)
    const ask: Ask = this.query.bind(this) as never
    const told: Ask = (text, values, callback) => this.#ask(ask, text, values, callback)
    this.query = told as never
  }

  #ask(ask: Ask, text: string | object, values: unknown[] | undefined, callback: unknown): ReturnType<Ask> {
    this.#gather()
    if (typeof text !== 'string' || callback || typeof values === 'function') return ask(text, values, callback)
    if (text === 'begin') {
      this.#isBegun = true
      this.#failed = null
      return Promise.resolve(BEGUN as never)
    }
    if (/^(start transaction|rollback to)/.test(text)) this.#failed = null
    const isEnd = text === 'commit' || text === 'rollback'
    if (isEnd && this.#isBegun) {
      this.#isBegun = false
      return Promise.resolve(BEGUN as never)
    }
    if (this.#isBegun) {
      this.#isBegun = false
      ask(BEGIN)!.catch((error: Error) => (this.#failed ??= error))
    }
    const name = values?.length ? nameOf(text) : undefined
    const answer = name ? ask({ name, text, values }) : ask(text, values)
    return answer!.then(
      (result) => {
        // A transaction in which something failed ends undone, whatever was asked for.
        if (text === 'commit' && result.command === 'ROLLBACK') throw this.#failed ?? new Error('The transaction was undone.')
        if (text === 'commit') commits += 1
        return result
      },
      (error: Error & { code?: string }) => {
        // With the connection the transaction is gone too: whoever waits to give it back may do so.
        if (text === 'rollback' && Reflect.get(this, '_queryable') === false) return BEGUN as never
        this.#failed ??= error
        throw error.code === '25P02' || error.code === '26000' ? this.#failed : error
      },
    )
  }

  /** Says what nobody waits for the answer to: that it failed is heard when the transaction is to be committed. */
  tell(text: string, values: unknown[]): void {
    this.query(text, values).catch(() => {})
  }

  /** What is asked within one turn of the event loop leaves in one packet. */
  #gather(): void {
    if (this.#isGathering) return
    this.#isGathering = true
    const { stream } = (this as unknown as { connection: { stream: Duplex } }).connection
    stream.cork()
    setImmediate(() => {
      this.#isGathering = false
      stream.uncork()
    })
  }
}
