// What many ask at once goes out once: statements of one wording that are asked within one turn of the event loop, by
// whichever requests, become one execution over all their values, and each asker gets its own rows. The database then
// reads, plans and answers once for all of them; the scope is part of the wording and of the values, as ever.
import type { Rows } from './bundle.ts'
import type { Lines, Wording } from './lines.ts'

interface Asker {
  readonly values: readonly unknown[]
  readonly done: (rows: Rows | Promise<Rows>) => void
}

interface Shared {
  readonly wording: Wording & { readonly name: string }
  /** The types of its values; null while the database is asked for them. */
  types: readonly string[] | null | undefined
  /** The same over many sets of values. */
  many: Wording | null
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

/** The same statement over many sets of values, each read once from its text; the last column tells whose row it is. */
const forMany = ({ name, text }: Shared['wording'], types: readonly string[]): Wording => {
  const given = types.map((_, at) => `$${at + 1}::text[]`)
  const named = types.map((_, at) => `p${at + 1}`)
  const read = types.map((type, at) => `p${at + 1}::${type}`)
  const own = text.replaceAll(/\$(\d+)/g, (_, at: string) => `asker.p${at}`)
  return {
    name: `${name}+`,
    text: `select own.*, asker.n from (select ${read.join(', ')}, n from unnest(${given.join(', ')}) with ordinality as told(${[...named, 'n'].join(', ')}) offset 0) as asker(${[...named, 'n'].join(', ')}) cross join lateral (select * from (${own}) as whole offset 0) as own`,
  }
}

const TYPES = 'select parameter_types::text[] from pg_prepared_statements where name = $1'

/** Asks over lines, those that say the same thing together. */
export const togetherOver = (lines: Lines) => {
  const wordings = new Map<string, Shared>()
  const turn = new Set<Shared>()

  /** Asks alone, and the database for the types of the values: it knows them where it has prepared the statement. */
  const learn = async (shared: Shared, values: readonly unknown[]): Promise<Rows> => {
    shared.types = null
    const { wording } = shared
    const asking = { wording: { text: TYPES }, values: [wording.name] }
    const [answer, types] = await lines.askInTurn([{ wording, values }, asking])
    shared.types = types!.status === 'fulfilled' ? (types!.value.rows[0] as string[][] | undefined)?.[0] : undefined
    if (answer!.status === 'rejected') throw answer!.reason as Error
    return answer!.value
  }

  const answer = async (shared: Shared, askers: readonly Asker[]): Promise<void> => {
    const { wording, types } = shared
    const each = (alone: readonly Asker[]) => {
      for (const { values, done } of alone) done(lines.ask(wording, values))
    }
    if (types === undefined) {
      const [first, ...others] = askers
      first!.done(learn(shared, first!.values))
      return each(others)
    }
    if (!types?.length || askers.length === 1) return each(askers)
    shared.many ??= forMany(wording, types)
    const values = types.map((_, at) => askers.map((asker) => spelt(asker.values[at])))
    // What fails for one must not fail for the others: each is then answered by itself.
    const all = await lines.ask(shared.many, values).catch(() => null)
    if (!all) return each(askers)
    const own: unknown[][][] = askers.map(() => [])
    for (const row of all.rows) own[Number(row.pop()) - 1]!.push(row)
    const fields = all.fields.slice(0, -1)
    for (const [at, { done }] of askers.entries()) done({ fields, rows: own[at]! })
  }

  const send = (): void => {
    for (const shared of turn) {
      const { waiting } = shared
      shared.waiting = []
      for (let at = 0; at < waiting.length; at += MOST) void answer(shared, waiting.slice(at, at + MOST))
    }
    turn.clear()
  }

  /** Asks a statement for which one plan is right for all values; its name stands for its text. */
  const ask = (name: string, text: string, values: readonly unknown[]): Promise<Rows> =>
    new Promise((done) => {
      let shared = wordings.get(name)
      if (!shared) wordings.set(name, (shared = { wording: { name, text }, types: undefined, many: null, waiting: [] }))
      shared.waiting.push({ values, done })
      if (!turn.size) setImmediate(send)
      turn.add(shared)
    })

  return { ask }
}
