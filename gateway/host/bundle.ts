// Statements that a connection knows by name, sent as one: one packet there, one transaction, one packet back. Each gets
// its answer when its own is done; where one fails, those after it were not run.
import { inOnePiece, Plain, type Columns, type Told, type Wire } from './statement.ts'

export interface Rows {
  readonly fields: readonly string[]
  readonly rows: unknown[][]
}

export interface Item {
  readonly told: Told
  readonly columns: Columns
  readonly done: (rows: Rows) => void
  readonly failed: (error: Error) => void
}

const PORTAL = { portal: '' }

export class Bundle<One extends Item> extends Plain {
  readonly #items: readonly One[]
  /** Whose answer comes now, and what has come of it. */
  #at = 0
  #rows: unknown[][] = []

  /** `over` is told the error that ended it, and what was not run because of it. */
  constructor(items: readonly One[], over: (error: Error | null, left: readonly One[]) => void) {
    super({ text: '' })
    this.#items = items
    this.callback = (error) => {
      if (error) items[this.#at]?.failed(error)
      over(error, items.slice(this.#at + 1))
    }
  }

  requiresPreparation(): boolean {
    return true
  }

  prepare(wire: Wire): void {
    inOnePiece(wire, () => {
      for (const { told } of this.#items) {
        wire.bind({ ...PORTAL, statement: told.name, values: told.values })
        wire.execute(PORTAL)
      }
      wire.sync()
    })
  }

  override handleDataRow({ fields }: { readonly fields: readonly (string | null)[] }): void {
    const { parsers } = this.#items[this.#at]!.columns
    this.#rows.push(fields.map((field, at) => (field === null ? null : parsers[at]!(field))))
  }

  override handleCommandComplete(): void {
    const { columns, done } = this.#items[this.#at]!
    done({ fields: columns.names, rows: this.#rows })
    this.#at += 1
    this.#rows = []
  }
}
