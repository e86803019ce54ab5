// A connection to the database that keeps the plans of what it is asked again, sends what belongs together in one packet,
// and knows what failed first in a transaction.
import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import type { Duplex } from 'node:stream'
import type { Client, QueryConfig, QueryResult } from 'pg'
import { sent, Statement, told, type Told } from './statement.ts'

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

type Send = (statement: string | object, values?: unknown, callback?: unknown) => Promise<QueryResult> | undefined

const BEGUN = { command: 'BEGIN', rowCount: null, rows: [] } as never
/** What is done in a transaction is found by keys: one plan is right for all values. */
const PLANS = { inside: 'set plan_cache_mode = force_generic_plan', outside: 'set plan_cache_mode = auto' }
/** What ends a transaction or a part of it stands by itself; so does a text of several statements. */
const isAlone = (text: string): boolean => /;|^(set|rollback|start transaction) /.test(text)

export class Connection extends Plain {
  readonly #send: Send
  /** Whether a transaction is open, and whether the database has heard of it: it does with the first statement. */
  #at: 'outside' | 'begun' | 'inside' = 'outside'
  #plans: 'inside' | 'outside' = 'outside'
  /** What was told and goes out with the next statement that is asked. */
  #held: Told[] = []
  /** What failed first in the transaction: the statements after it fail only because of that. */
  #failed: Error | null = null
  #isGathering = false

  constructor(options: object) {
    super(options as never)
    this.#send = this.query.bind(this) as never
    const asked: Send = (text, values, callback) => this.#asked(text, values, callback)
    this.query = asked as never
  }

  #asked(text: string | object, values: unknown, callback: unknown): ReturnType<Send> {
    this.#gather()
    const isOurs = !callback && typeof values !== 'function'
    if (typeof text === 'string' && isOurs) return this.#ask(text, values as unknown[] | undefined)
    const { name } = text as QueryConfig
    return isOurs && name ? sent(this.#send, new Statement(text as never, [])) : this.#send(text, values, callback)
  }

  async #ask(text: string, values: unknown[] = []): Promise<QueryResult> {
    if (text === 'begin') {
      this.#at = 'begun'
      this.#failed = null
      return BEGUN
    }
    const isEnd = text === 'commit' || text === 'rollback'
    if (text === 'rollback') this.#held = []
    // Nothing was said yet of which the database had to be told that it is over.
    const isEmpty = isEnd && !this.#held.length && this.#at === 'begun'
    if (isEmpty) this.#at = 'outside'
    if (isEmpty) return BEGUN
    if (/^(start transaction|rollback to)/.test(text)) this.#failed = null
    if (isEnd) this.#at = 'outside'
    else this.#open()
    try {
      const result = await this.#sent(text, values)
      // A transaction in which something failed ends undone, whatever was asked for.
      if (text === 'commit' && result.command === 'ROLLBACK') throw this.#failed ?? new Error('The transaction was undone.')
      if (text === 'commit') commits += 1
      return result
    } catch (error) {
      // With the connection the transaction is gone too: whoever waits to give it back may do so.
      if (text === 'rollback' && Reflect.get(this, '_queryable') === false) return BEGUN
      this.#failed ??= error as Error
      const { code } = error as { code?: string }
      throw code === '25P02' || code === '26000' ? this.#failed : error
    }
  }

  /** Says what nobody waits for the answer to: that it failed is heard when something is asked, or at the end. */
  tell(text: string, values: unknown[]): void {
    this.#gather()
    this.#open()
    const name = nameOf(text)
    if (name && this.#isKnown(name)) this.#held.push(told(name, values))
    else this.#sent(text, values, name).catch((error: Error) => (this.#failed ??= error))
  }

  /** Lets the database know on which side of a transaction the next statement stands. */
  #open(): void {
    const side = this.#at === 'outside' ? 'outside' : 'inside'
    if (this.#plans !== side) {
      this.#plans = side
      this.#send(PLANS[side])!.catch(() => {})
    }
    if (this.#at !== 'begun') return
    this.#at = 'inside'
    if (this.#isKnown('begin')) this.#held.push({ name: 'begin', values: [] })
    else this.#sent('begin', [], 'begin').catch((error: Error) => (this.#failed ??= error))
  }

  #isKnown(name: string): boolean {
    return !!(this as unknown as { connection: { parsedStatements: object } }).connection.parsedStatements[name as never]
  }

  /** Sends a statement, and with it what was held back. */
  #sent(text: string, values: unknown[], name = text === 'commit' ? text : values.length ? nameOf(text) : undefined) {
    const before = this.#held
    this.#held = []
    if (!values.length && !name && isAlone(text)) {
      const last = before.pop()
      if (last) this.#after(last, before)
      return this.#send(text)!
    }
    if (!values.length && !name && !before.length) return this.#send(text)!
    return sent(this.#send, new Statement({ ...(name && { name }), text, values }, before))
  }

  /** Sends what was held back by itself. */
  #after({ name, values }: Told, before: readonly Told[]): void {
    sent(this.#send, new Statement({ name, text: '', values: [...values] }, before)).catch(
      (error: Error) => (this.#failed ??= error),
    )
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
