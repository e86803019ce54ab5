// One statement on its way to the database, and with it those told before it that nobody waits for: they leave together, are
// answered together, and what fails first fails them all. What the columns of its answer are is asked once.
import { createRequire } from 'node:module'
import type { Query, QueryConfig, QueryResult } from 'pg'

const load = createRequire(import.meta.url)
/** What `pg` keeps to itself. */
const [SEND, RESULT, GATHERS] = ['_send', '_result', '_accumulateRows'] as const
/** What `pg` calls a query, as far as a connection deals with it. */
interface Sent {
  callback: (error: Error | null) => void
  name?: string
  text?: string
  values?: unknown[]
  [RESULT]: { fields: { readonly name: string }[]; _parsers: Columns['parsers']; _prebuiltEmptyResultObject: unknown }
  [GATHERS]: unknown
  hasBeenParsed(wire: Wire): boolean
  handleRowDescription(message: object): void
  handleDataRow(message: { readonly fields: (string | null)[] }): void
  handleCommandComplete(message: object, wire: Wire): void
}
export const { Query: Plain } = load('pg') as { Query: new (config: object) => Sent & Query }
const { prepareValue } = load('pg/lib/utils') as { prepareValue: (value: unknown) => string | Buffer | null }

export interface Wire {
  readonly parsedStatements: Readonly<Record<string, string>>
  readonly submittedNamedStatements: Record<string, string>
  readonly parse: (what: object) => void
  readonly bind: (what: object) => void
  readonly describe: (what: object) => void
  readonly execute: (what: object) => void
  readonly sync: () => void
  [SEND]: (bytes: Buffer) => void
}

/** Whatever the work says on the wire leaves in one piece. */
export const inOnePiece = (wire: Wire, work: () => void): void => {
  const pieces: Buffer[] = []
  const send = wire[SEND]
  wire[SEND] = (bytes) => void pieces.push(bytes)
  try {
    work()
  } finally {
    wire[SEND] = send
  }
  wire[SEND](Buffer.concat(pieces))
}

/** A statement the database has under a name, with its values. */
export interface Told {
  readonly name: string
  readonly values: readonly (string | Buffer | null)[]
}

export const told = (name: string, values: readonly unknown[]): Told => ({ name, values: values.map(prepareValue) })

export interface Columns {
  readonly fields: { readonly name: string }[]
  readonly names: readonly string[]
  readonly parsers: readonly ((value: string) => unknown)[]
  readonly empty: unknown
}

/** The columns of what named statements answer, by their names. */
const columns = new Map<string, Columns>()
const keyOf = (name: string, rowMode = ''): string => `${rowMode} ${name}`

/** What a statement answers that is asked for lists; undefined before it was asked once. */
export const columnsOf = (name: string): Columns | undefined => columns.get(keyOf(name, 'array'))
const PORTAL = { portal: '' }

export class Statement extends Plain {
  readonly #before: readonly Told[]
  readonly #given: readonly (string | Buffer | null)[]
  readonly #key: string | null
  /** How many of those before it have not been answered. */
  #left: number

  constructor(config: QueryConfig & { readonly rowMode?: 'array' }, before: readonly Told[]) {
    super(config)
    this.#before = before
    this.#left = before.length
    this.#given = (config.values ?? []).map(prepareValue)
    this.#key = config.name ? keyOf(config.name, config.rowMode) : null
  }

  requiresPreparation(): boolean {
    return true
  }

  prepare(wire: Wire): void {
    inOnePiece(wire, () => this.#say(wire))
  }

  #say(wire: Wire): void {
    for (const { name, values } of this.#before) {
      wire.bind({ ...PORTAL, statement: name, values })
      wire.execute(PORTAL)
    }
    const { name, text } = this
    if (!this.hasBeenParsed(wire)) {
      wire.parse({ text, name })
      if (name) wire.submittedNamedStatements[name] = text!
    }
    wire.bind({ ...PORTAL, statement: name, values: this.#given })
    const known = this.#key && columns.get(this.#key)
    if (known) this.#take(known)
    else wire.describe({ type: 'P', name: '' })
    wire.execute(PORTAL)
    wire.sync()
  }

  #take({ fields, parsers, empty }: Columns): void {
    Object.assign(this[RESULT], { fields, _parsers: parsers, _prebuiltEmptyResultObject: empty })
    this[GATHERS] = true
  }

  override handleRowDescription(message: object): void {
    super.handleRowDescription(message)
    const { fields, _parsers: parsers, _prebuiltEmptyResultObject: empty } = this[RESULT]
    if (this.#key) columns.set(this.#key, { fields, names: fields.map(({ name }) => name), parsers, empty })
  }

  override handleDataRow(message: { readonly fields: (string | null)[] }): void {
    if (!this.#left) super.handleDataRow(message)
  }

  override handleCommandComplete(message: object, wire: Wire): void {
    if (this.#left) this.#left -= 1
    else super.handleCommandComplete(message, wire)
  }
}

/** Sends a statement with those before it, and gives its answer. */
export const sent = (
  send: (statement: Statement, done: (error: Error | null, result: QueryResult) => void) => void,
  statement: Statement,
): Promise<QueryResult> =>
  new Promise((done, failed) => send(statement, (error, result) => (error ? failed(error) : done(result))))
