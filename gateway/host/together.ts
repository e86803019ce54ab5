// What many ask at once goes out once: statements of one wording that are asked within one turn of the event loop, by
// whichever requests, become one execution over all their values, and each asker gets its own rows. The database then
// reads, plans and answers once for all of them; the scope is part of the wording and of the values, as ever.
import type { QueryConfig, QueryResult } from 'pg'
import type { Lines } from './lines.ts'

export interface Rows {
  readonly fields: readonly string[]
  readonly rows: readonly (readonly unknown[])[]
}

interface Asker {
  readonly values: readonly unknown[]
  readonly done: (rows: Rows | Promise<Rows>) => void
}

interface Wording {
  readonly name: string
  readonly text: string
  /** The types of its values; null while the database is asked for them. */
  types: readonly string[] | null | undefined
  waiting: Asker[]
}

/** More at once make the answer too big to be waited for by all, and leave nothing to do meanwhile. */
const MOST = 8

const escaped = (item: unknown) =>
  `"${spelt(item)!
    .replaceAll('\\', '\\\\')
    .replaceAll('"', String.raw`\"`)}"`

/** A value as the database reads it from text. */
const spelt = (value: unknown): string | null => {
  if (value === null || value === undefined) return null
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return `{${value.map((item) => (item === null ? 'NULL' : escaped(item))).join(',')}}`
  return String(value)
}

/** The same statement over many sets of values; the last column tells whose row it is. */
const forMany = ({ name, text, types }: Wording, askers: readonly Asker[]): QueryConfig & { rowMode: 'array' } => {
  const given = types!.map((_, at) => `$${at + 1}::text[]`)
  const named = types!.map((_, at) => `p${at + 1}`)
  const own = text.replaceAll(/\$(\d+)/g, (_, at: string) => `asker.p${at}::${types![Number(at) - 1]!}`)
  return {
    name: `${name}+`,
    text: `select own.*, asker.n from unnest(${given.join(', ')}) with ordinality as asker(${[...named, 'n'].join(', ')}) cross join lateral (select * from (${own}) as whole offset 0) as own`,
    values: types!.map((_, at) => askers.map(({ values }) => spelt(values[at]))),
    rowMode: 'array',
  }
}

interface Statement {
  readonly name?: string
  readonly text: string
}

/** A statement with its values; rows as lists. */
const withValues = ({ name, text }: Statement, values: readonly unknown[]): QueryConfig =>
  ({ ...(name && { name }), text, values: [...values], rowMode: 'array' }) as QueryConfig

const rowsOf = ({ fields, rows }: QueryResult): Rows => ({ fields: fields.map(({ name }) => name), rows: rows as unknown[][] })

/** One statement by itself. */
export const askOver = async (lines: Lines, statement: Statement, values: readonly unknown[]): Promise<Rows> =>
  rowsOf(await lines.ask(withValues(statement, values)))

const TYPES = 'select parameter_types::text[] from pg_prepared_statements where name = $1'

/** Asks over lines, those that say the same thing together. */
export const togetherOver = (lines: Lines) => {
  const wordings = new Map<string, Wording>()
  const turn = new Set<Wording>()

  /** Asks alone, and the database for the types of the values: it knows them where it has prepared the statement. */
  const learn = async (wording: Wording, values: readonly unknown[]): Promise<Rows> => {
    wording.types = null
    const statements = [withValues(wording, values), withValues({ text: TYPES }, [wording.name])]
    const [answer, types] = await lines.askInTurn(statements)
    wording.types = types!.status === 'fulfilled' ? (types!.value.rows[0] as string[][] | undefined)?.[0] : undefined
    if (answer!.status === 'rejected') throw answer!.reason as Error
    return rowsOf(answer!.value)
  }

  const answer = async (wording: Wording, askers: readonly Asker[]): Promise<void> => {
    const each = (alone: readonly Asker[]) => {
      for (const { values, done } of alone) done(askOver(lines, wording, values))
    }
    if (wording.types === undefined) {
      const [first, ...others] = askers
      first!.done(learn(wording, first!.values))
      return each(others)
    }
    if (!wording.types?.length || askers.length === 1) return each(askers)
    // What fails for one must not fail for the others: each is then answered by itself.
    const all = await lines.ask(forMany(wording, askers)).catch(() => null)
    if (!all) return each(askers)
    const own: unknown[][][] = askers.map(() => [])
    for (const row of all.rows as unknown[][]) own[Number(row.pop()) - 1]!.push(row)
    const fields = all.fields.slice(0, -1).map((field) => field.name)
    for (const [at, { done }] of askers.entries()) done({ fields, rows: own[at]! })
  }

  const send = (): void => {
    for (const wording of turn) {
      const { waiting } = wording
      wording.waiting = []
      for (let at = 0; at < waiting.length; at += MOST) void answer(wording, waiting.slice(at, at + MOST))
    }
    turn.clear()
  }

  /** Asks a statement for which one plan is right for all values; its name stands for its text. */
  const ask = (name: string, text: string, values: readonly unknown[]): Promise<Rows> =>
    new Promise((done) => {
      let wording = wordings.get(name)
      if (!wording) wordings.set(name, (wording = { name, text, types: undefined, waiting: [] }))
      wording.waiting.push({ values, done })
      if (!turn.size) setImmediate(send)
      turn.add(wording)
    })

  return { ask }
}
