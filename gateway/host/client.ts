// How a subgraph's ORM talks to the database: values travel beside the statement, so that the database keeps the plan of
// what it is asked again; and answers are waited for only where they are needed.
import { createHash } from 'node:crypto'
import { createRequire } from 'node:module'
import type { Duplex } from 'node:stream'
import type { Configuration } from '@mikro-orm/core'
import { PostgreSqlConnection, PostgreSqlDriver } from '@mikro-orm/postgresql'
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

/** The protocol counts values in sixteen bits; beyond a few hundred a statement is not asked again anyhow. */
const VALUES = 500

const isPlain = (value: unknown): boolean =>
  value === null || ['string', 'number', 'boolean', 'bigint'].includes(typeof value) || value instanceof Date

/** What Kysely calls a statement that is written already. */
const RAW = { query: { kind: 'RawNode', sqlFragments: [], parameters: [] }, queryId: { queryId: 'raw' } }

interface Line {
  readonly executeQuery: (statement: never) => Promise<never>
}

class Statements extends PostgreSqlConnection {
  /** The connection a transaction runs on. Kysely itself lets one statement of a transaction wait for the one before. */
  readonly #lines = new WeakMap<object, Line>()

  override async begin(...how: Parameters<PostgreSqlConnection['begin']>): ReturnType<PostgreSqlConnection['begin']> {
    const transaction = await super.begin(...how)
    if (!how[0]?.ctx)
      await transaction.getExecutor().provideConnection(async (line) => void this.#lines.set(transaction, line as never))
    return transaction
  }

  /** Nothing reaches a connection through a transaction that has ended: it may be another's by then. */
  override commit(...how: Parameters<PostgreSqlConnection['commit']>): Promise<void> {
    this.#lines.delete(how[0])
    return super.commit(...how)
  }

  override rollback(...how: Parameters<PostgreSqlConnection['rollback']>): Promise<void> {
    this.#lines.delete(how[0])
    return super.rollback(...how)
  }

  /** As the ORM runs a statement, but with its values beside it instead of written into it. */
  override async execute(...asked: Parameters<PostgreSqlConnection['execute']>): Promise<never> {
    const [statement, params = [], method = 'all', transaction] = asked
    if (typeof statement !== 'string' || !Array.isArray(params) || params.length > VALUES || asked[4])
      return super.execute(...asked)
    await this.ensureConnection()
    const { text, values } = params.length ? this.#split(statement, params) : { text: statement, values: [] }
    const run = async () => {
      const line = (transaction && this.#lines.get(transaction)) ?? transaction ?? this.getClient()
      const result = await (line as Line).executeQuery({ ...RAW, sql: text, parameters: values } as never)
      return this.transformRawResult(result as never, method)
    }
    return this.executeQuery(statement, run, { query: statement, params }) as Promise<never>
  }

  /** Numbers the places of plain values; whatever else stands there is written out as the ORM does. */
  #split(statement: string, params: readonly unknown[]): { text: string; values: unknown[] } {
    const values: unknown[] = []
    const left = [...params]
    const text = statement.replace(/\\\?|\?\??/g, (mark) => {
      if (mark === '\\?') return '?'
      const value = left.shift()
      if (mark === '??') return this.platform.quoteIdentifier(value as string)
      if (!isPlain(value)) return this.platform.quoteValue(value)
      return `$${values.push(value instanceof Date ? value.toISOString() : value)}`
    })
    return { text, values }
  }
}

/** The ORM's driver, with such connections. */
export class Driver extends PostgreSqlDriver {
  constructor(config: Configuration) {
    super(config)
    Object.assign(this, { connection: new Statements(config), replicas: [] })
  }
}
