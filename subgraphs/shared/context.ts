// What a resolver holds during one request, and the few ways in which it reads: find, take, many, page.
import { LockMode, type EntityClass, type FilterQuery, type SqlEntityManager } from '@mikro-orm/postgresql'
import DataLoader from 'dataloader'
import { nameShown, type Acted, type Actor } from './actor.ts'
import { wordsOf } from './acts.ts'
import { notFound, versionConflict } from './errors.ts'
import { ruleAt, type RuleRow } from './rule.ts'
import type { Text } from './words.ts'

/** Which subgraphs listen to a message; known to every process, so that a sender needs no one else to be up. */
export type Subscriptions = Readonly<Record<string, readonly string[]>>

export interface Jobs {
  /** Sends the message to every subscriber, in the caller's transaction. */
  readonly publish: (ctx: Context, message: string, data: object) => Promise<void>
  /** Has the messages handled, so many at most at a time. */
  readonly work: (
    subgraph: string,
    message: string,
    most: number,
    handle: (all: readonly never[]) => Promise<void>,
  ) => Promise<void>
  readonly every: (subgraph: string, sweep: () => Promise<void>) => Promise<void>
  readonly stop: () => Promise<void>
}

export interface Context {
  /** Filtered by the actor's scope; inside a mutation it is the transaction. */
  readonly em: SqlEntityManager
  readonly actor: Actor
  /** The time of the request: rules never read a clock. */
  readonly now: Date
  readonly requestId: string
  readonly subgraph: string
  /** The platform's secret; keys are derived from it for one purpose each. */
  readonly secret: string
  readonly jobs: Jobs
  readonly rules: readonly RuleRow[]
  readonly loaders: Map<string, DataLoader<string, unknown>>
}

/** The value of the dated rule in force now at the division. */
export const rule = <Value>(ctx: Context, code: string, division = ''): RuleRow<Value> =>
  ruleAt<Value>(ctx.rules, code, ctx.now, division)

/** One value per key, loaded in one statement for all rows of the request; keys without a row give null. */
export const many = <Value>(
  ctx: Context,
  name: string,
  key: string,
  load: (keys: string[]) => Promise<Map<string, Value>>,
): Promise<Value | null> => {
  let loader = ctx.loaders.get(name) as DataLoader<string, Value | null> | undefined
  if (!loader) {
    loader = new DataLoader(async (keys) => {
      const found = await load([...keys])
      return keys.map((k) => found.get(k) ?? null)
    })
    ctx.loaders.set(name, loader as DataLoader<string, unknown>)
  }
  return loader.load(key)
}

/** Groups rows by a key, for a `many` that answers lists. */
export const grouped = <Row>(rows: readonly Row[], keyOf: (row: Row) => string): Map<string, Row[]> => {
  const groups = new Map<string, Row[]>()
  for (const row of rows) {
    const key = keyOf(row)
    const group = groups.get(key)
    if (group) group.push(row)
    else groups.set(key, [row])
  }
  return groups
}

/** The row by its key if the actor may see it, else null; batched. All its columns, or those named. */
export const find = <T extends object>(
  ctx: Context,
  entity: EntityClass<T>,
  id: string,
  key = 'id',
  fields?: readonly string[],
) =>
  many(ctx, `${entity.name}.${key} ${fields?.join()}`, id, async (ids) => {
    const rows = await ctx.em.find(entity, { [key]: { $in: ids } } as never, (fields && { fields: [key, ...fields] }) as never)
    return new Map(rows.map((row) => [String((row as Record<string, unknown>)[key]), row as T]))
  })

/** The row, locked until the transaction ends; refuses when it is out of reach. */
export const hold = async <T extends { id: string }>(ctx: Context, entity: EntityClass<T>, what: Text, id: string) => {
  const row = await ctx.em.findOne(entity, { id } as FilterQuery<NoInfer<T>>, {
    lockMode: LockMode.PESSIMISTIC_WRITE,
    refresh: true,
  })
  if (!row) throw notFound(what)
  return row as T
}

/** As `hold`, and refuses when the row was changed since the caller read it. */
export const take = async <T extends { id: string; version: number }>(
  ctx: Context,
  entity: EntityClass<T>,
  what: Text,
  id: string,
  expectedVersion: number,
): Promise<T> => {
  const row = await hold(ctx, entity, what, id)
  if (row.version !== expectedVersion) throw versionConflict(row.version, await changesSince(ctx, id, expectedVersion))
  return row
}

type Change = Acted & { readonly type: string; readonly action: string }

const changesSince = async (ctx: Context, stream: string, version: number): Promise<unknown[]> => {
  const changes = await ctx.em.execute<Change[]>(
    `select type, version, action, "from", "to", "by", account, role, division, to_json("at") #>> '{}' as "at", reason from ${ctx.subgraph}.event where stream = ? and version > ? order by version`,
    [stream, version],
  )
  const label = ({ type, action }: Change) => wordsOf(type, action)?.[ctx.actor.locale] ?? action
  const hidden = { account: undefined, type: undefined }
  return changes.map((change) => ({ ...change, ...hidden, label: label(change), by: nameShown(change, ctx.actor) }))
}
