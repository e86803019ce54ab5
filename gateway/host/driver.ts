// How a subgraph's ORM talks to the database: values travel beside the statement; a transaction has a connection to itself;
// and what is written is waited for only where something comes back.
import type {
  Configuration,
  Dictionary,
  EntityDictionary,
  EntityMetadata,
  EntityName,
  EntityProperty,
  FilterQuery,
  NativeInsertUpdateManyOptions,
  NativeInsertUpdateOptions,
  QueryResult as Outcome,
  UpsertOptions,
} from '@mikro-orm/core'
import { PostgreSqlConnection, PostgreSqlDriver, type SqlEntityManager } from '@mikro-orm/postgresql'
import type { Pool, PoolClient, QueryResult } from 'pg'
import type { Connection } from './client.ts'

/** The protocol counts values in sixteen bits; beyond a few hundred a statement is not asked again anyhow. */
const VALUES = 500

export const isPlain = (value: unknown): boolean =>
  value === null || ['string', 'number', 'boolean', 'bigint'].includes(typeof value) || value instanceof Date

/** Whether a statement is run for what it does and gives no rows. */
const givesNothing = (statement: string): boolean =>
  /^(insert into|update|delete from|select pg_advisory_xact_lock\()/.test(statement) && !/\breturning\b/.test(statement)

const told = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : value)

/** What Kysely calls a statement that is written already. */
const RAW = { query: { kind: 'RawNode', sqlFragments: [], parameters: [] }, queryId: { queryId: 'raw' } }

interface Written {
  readonly sql: string
  readonly parameters: readonly unknown[]
}

interface Line {
  readonly executeQuery: (statement: never) => Promise<never>
}

/** Of several statements in one text, the last one answers. */
const answerOf = (results: QueryResult | readonly QueryResult[]) => {
  const { rows, rowCount } = [results].flat().at(-1)!
  return { rows: rows ?? [], numAffectedRows: BigInt(rowCount ?? 0) }
}

/** A transaction, with the connection it has to itself until it ends; or a part of one that may be undone by itself. */
export class Turn {
  readonly #client: PoolClient & Connection
  readonly #depth: number
  #isOver = false

  constructor(client: PoolClient & Connection, depth: number) {
    this.#client = client
    this.#depth = depth
  }

  static async begun(pool: Pool): Promise<Turn> {
    const client = (await pool.connect()) as PoolClient & Connection
    await client.query('begin')
    return new Turn(client, 0)
  }

  async part(): Promise<Turn> {
    await this.client.query(`savepoint part_${this.#depth + 1}`)
    return new Turn(this.#client, this.#depth + 1)
  }

  /** Nothing reaches a connection through a transaction that has ended: it may be another's by then. */
  get client(): Connection {
    if (this.#isOver) throw new Error('The transaction has ended.')
    return this.#client
  }

  /** As the ORM asks. */
  async executeQuery({ sql, parameters }: Written) {
    return answerOf(await this.client.query(sql, [...parameters]))
  }

  /** Whoever ends it a second time finds nothing to do. */
  async end(how: 'commit' | 'rollback'): Promise<void> {
    if (this.#isOver) return
    this.#isOver = true
    const part = `savepoint part_${this.#depth}`
    if (this.#depth) await this.#client.query(how === 'commit' ? `release ${part}` : `rollback to ${part}`)
    else {
      try {
        await this.#client.query(how)
      } catch (error) {
        // What could not be committed is undone, before anyone else gets the connection.
        await this.#client.query('rollback')
        throw error
      } finally {
        this.#client.release()
      }
    }
  }
}

const lineOf = (em: SqlEntityManager): Connection => (em.getTransactionContext() as unknown as Turn).client

/** Asks something in the manager's transaction; the values stand numbered in it. */
export const ask = (em: SqlEntityManager, text: string, values: unknown[]): Promise<QueryResult> => lineOf(em).query(text, values)

/** Says something there that nobody waits for the answer to. */
export const tell = (em: SqlEntityManager, text: string, values: unknown[]): void => lineOf(em).tell(text, values)

class Statements extends PostgreSqlConnection {
  readonly #texts = new Map<string, string>()

  override async begin(...how: Parameters<PostgreSqlConnection['begin']>): ReturnType<PostgreSqlConnection['begin']> {
    const around = how[0]?.ctx as unknown as Turn | undefined
    const turn = around ? await around.part() : await Turn.begun(await this.getNativeClient())
    this.logQuery('begin')
    return turn as never
  }

  override async commit(...how: Parameters<PostgreSqlConnection['commit']>): Promise<void> {
    await (how[0] as unknown as Turn).end('commit')
    this.logQuery('commit')
  }

  override async rollback(...how: Parameters<PostgreSqlConnection['rollback']>): Promise<void> {
    await (how[0] as unknown as Turn).end('rollback')
    this.logQuery('rollback')
  }

  /** As the ORM runs a statement, but with its values beside it; what gives no rows is not waited for. */
  override async execute(...asked: Parameters<PostgreSqlConnection['execute']>): Promise<never> {
    const [statement, params = [], method = 'all', transaction] = asked
    if (typeof statement !== 'string' || !Array.isArray(params) || params.length > VALUES || asked[4])
      return super.execute(...asked)
    const turn = transaction as unknown
    if (turn instanceof Turn && method === 'all' && givesNothing(statement)) {
      this.tell(turn, statement, params)
      return [] as never
    }
    await this.ensureConnection()
    const { text, values } = this.#split(statement, params)
    const run = async () => {
      const line = (transaction ?? this.getClient()) as Line
      const result = await line.executeQuery({ ...RAW, sql: text, parameters: values } as never)
      return this.transformRawResult(result as never, method)
    }
    return this.executeQuery(statement, run, { query: statement, params }) as Promise<never>
  }

  /** Sends a statement of a transaction whose answer nobody waits for. */
  tell(turn: Turn, statement: string, params: readonly unknown[]): void {
    const { text, values } = this.#split(statement, params)
    this.logQuery(statement, { params: [...params] })
    turn.client.tell(text, values)
  }

  /** Numbers the places of plain values; whatever else stands there is written out as the ORM does. */
  #split(statement: string, params: readonly unknown[]): { text: string; values: unknown[] } {
    if (!params.length) return { text: statement, values: [] }
    const isSimple = params.every(isPlain)
    const known = isSimple ? this.#texts.get(statement) : undefined
    if (known) return { text: known, values: params.map(told) }
    const values: unknown[] = []
    const left = [...params]
    let hasNames = false
    const text = statement.replace(/\\\?|\?\??/g, (mark) => {
      if (mark === '\\?') return '?'
      const value = left.shift()
      if (mark === '??') {
        hasNames = true
        return this.platform.quoteIdentifier(value as string)
      }
      if (!isPlain(value)) return this.platform.quoteValue(value)
      return `$${values.push(told(value))}`
    })
    if (this.#texts.size >= TEXTS) this.#texts.clear()
    if (isSimple && !hasNames) this.#texts.set(statement, text)
    return { text, values }
  }
}

/** How many statements are remembered in the words of the database. */
const TEXTS = 2_000

/** Whether a row of the table is as it was written: nothing about it is made up by the database. */
const isAsWritten = (meta: EntityMetadata): boolean => {
  const props = Object.values(meta.properties) as EntityProperty[]
  return !meta.discriminatorColumn && props.every((prop) => !prop.version && !prop.generated)
}

/** The ORM's driver, with such connections. */
export class Driver extends PostgreSqlDriver {
  readonly #statements: Statements

  constructor(config: Configuration) {
    super(config)
    this.#statements = new Statements(config)
    Object.assign(this, { connection: this.#statements, replicas: [] })
  }

  /** A changed row of which nothing is to be read back: said in one line, and not waited for. */
  override async nativeUpdate<T extends object>(
    entity: EntityName<T>,
    where: FilterQuery<T>,
    data: EntityDictionary<T>,
    options: NativeInsertUpdateOptions<T> & UpsertOptions<T> = {},
  ): Promise<Outcome<T>> {
    const meta = this.metadata.get(entity as never) as EntityMetadata
    const turn = options.ctx as unknown
    const isChange = turn instanceof Turn && options.convertCustomTypes === false && isAsWritten(meta)
    const set = isChange && written(meta, data, ', ')
    const at = set && written(meta, where as Dictionary, ' and ')
    if (!at) return super.nativeUpdate(entity, where, data, options)
    const table = this.getTableName(meta, options as never)
    this.#statements.tell(turn as Turn, `update ${table} set ${set.text} where ${at.text}`, [...set.values, ...at.values])
    return { affectedRows: 1, insertId: 0 as never, row: {}, rows: [] }
  }

  /** A new row that is whole: said in the words it was said in before. */
  override async nativeInsertMany<T extends object>(
    entity: EntityName<T>,
    rows: EntityDictionary<T>[],
    options: NativeInsertUpdateManyOptions<T> = {},
    transform?: (sql: string) => string,
  ): Promise<Outcome<T>> {
    const meta = this.metadata.get(entity as never) as EntityMetadata
    const [row, ...others] = rows as Dictionary[]
    const turn = options.ctx as unknown
    const isWhole =
      turn instanceof Turn && options.convertCustomTypes === false && !others.length && !transform && isAsWritten(meta)
    const set = isWhole && isComplete(meta, row!) && written(meta, row!, ', ')
    if (!set) return super.nativeInsertMany(entity, rows, options, transform)
    const [names, places] = [Object.keys(row!).map((name) => `"${fieldOf(meta, name)}"`), set.values.map(() => '?')]
    const table = this.getTableName(meta, options as never)
    this.#statements.tell(turn as Turn, `insert into ${table} (${names.join(', ')}) values (${places.join(', ')})`, set.values)
    return { affectedRows: 1, insertId: row![meta.primaryKeys[0]!] as never, row: {}, rows: [] }
  }

  /** New rows of which nothing is to be read back are not waited for either. */
  override async execute(...asked: Parameters<PostgreSqlDriver['execute']>): Promise<never> {
    const [statement, params = [], method, ctx] = asked
    const turn = ctx as unknown
    const isTold =
      turn instanceof Turn &&
      method === 'run' &&
      typeof statement === 'string' &&
      statement.startsWith('insert into ') &&
      givesNothing(statement) &&
      Array.isArray(params) &&
      params.length <= VALUES &&
      params.every(isPlain)
    if (!isTold) return super.execute(...asked) as never
    this.#statements.tell(turn, statement, params)
    return { affectedRows: 0, insertId: 0, row: {}, rows: [] } as never
  }
}

const fieldOf = ({ properties }: EntityMetadata, name: string) => (properties[name as never] as EntityProperty).fieldNames[0]

/** Whether the row leaves nothing to the database that would have to be read back. */
const isComplete = ({ properties }: EntityMetadata, row: Dictionary): boolean =>
  (Object.values(properties) as EntityProperty[]).every(
    (prop) => prop.name in row || prop.persist === false || !(prop.defaultRaw || prop.autoincrement || prop.returning),
  )

/** Columns with their values, as a change sets them or a key names them; null where only the ORM can say it. */
const written = ({ properties }: EntityMetadata, row: Dictionary, between: string) => {
  if (row === null || typeof row !== 'object') return null
  const values = Object.values(row)
  const columns = Object.keys(row).map((name) => {
    const prop = properties[name as never] as EntityProperty | undefined
    const isOne = prop?.fieldNames?.length === 1 && prop.persist !== false && !prop.hasConvertToDatabaseValueSQL
    return isOne ? `"${prop.fieldNames[0]}" = ?` : null
  })
  return values.length && values.every(isPlain) && columns.every(Boolean) ? { text: columns.join(between), values } : null
}
