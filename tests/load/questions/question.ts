// What a question of the bench is: one operation of the API, the same as one SQL statement, and who asks it about what.
import type pg from 'pg'

/** One asking. Writes ask again and again about the same row: bodies take turns, and the version rises with each. */
export interface Case {
  /** The account that asks; null when nobody has signed in. */
  readonly account: string | null
  /** Variables of each turn; `{{version}}` becomes the version then. */
  readonly turns: readonly Readonly<Record<string, unknown>>[]
  /** Parameters of the statement at each turn. */
  readonly params: readonly (readonly unknown[])[]
  /** The row's version before the first turn. */
  readonly version?: number
}

export interface Asking {
  readonly owner: pg.Client
  /** Asks the product as an account; for what only it can tell, such as cursors. */
  readonly ask: <T>(account: string, query: string, variables: object) => Promise<T>
}

export interface Question {
  readonly name: string
  readonly says: string
  readonly writes: boolean
  readonly query: string
  /** Asked as it was a moment ago; else every answer is made anew. */
  readonly isKept?: true
  /** The limit: PostgreSQL builds the JSON, nobody asks who may see it. */
  readonly sql: string
  /** At least five hundred where the scale has them. Writes are prepared anew before every run. */
  readonly cases: (asking: Asking) => Promise<Case[]>
}

/** A read: one turn. */
export const once = (account: string | null, variables: Record<string, unknown>, params: unknown[]): Case => ({
  account,
  turns: [variables],
  params: [params],
})

export const ENOUGH = 600
