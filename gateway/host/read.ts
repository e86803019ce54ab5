// Reading for a question: rows as they are, with the columns asked for and no others, by prepared statements on the pool
// of the subgraph's own login. No identity map, no change tracking, no transaction: a question changes nothing.
// The scope is the same condition as the ORM's, from the same function.
import { createHash } from 'node:crypto'
import { BigIntType, type EntityMetadata, type EntityProperty } from '@mikro-orm/core'
import type { MikroORM } from '@mikro-orm/postgresql'
import type { Pool } from 'pg'
import { beyond, columnOf, conditionOf, plainOf, quoted, Values } from './condition.ts'
import { linesOf } from './lines.ts'
import type { Rows } from './bundle.ts'
import { togetherOver } from './together.ts'
import type { Actor } from '../../subgraphs/shared/actor.ts'
import { scopeOf } from '../../subgraphs/shared/scope.ts'

export interface How {
  readonly fields?: readonly string[]
  readonly orderBy?: Readonly<Record<string, string>>
  readonly limit?: number
  readonly filters?: { readonly scope: false }
}

interface Keyed {
  readonly key: string
  readonly operator: string
  readonly values: readonly unknown[]
}

/** What is asked by one key alone; null where it is anything else. */
const keyedBy = (where: unknown): Keyed | null => {
  const [key, ...others] = Reflect.ownKeys(where as object)
  if (typeof key !== 'string' || others.length) return null
  const asked: unknown = (where as Record<string, unknown>)[key]
  const [operator, ...more] = asked && typeof asked === 'object' ? Object.keys(asked) : []
  const values = operator && !more.length && (asked as Record<string, unknown>)[operator]
  return (operator === '$in' || operator === '$overlap') && Array.isArray(values) ? { key, operator, values } : null
}

/** Found by an index over lists and nothing that lies between bounds: one plan is right for all values. */
const isListed = (text: string) => /&&|@>/.test(text) && !/(?<!@)[<>]=? \$\d|like \$\d/.test(text)

export interface Class {
  readonly prototype: object
  readonly name: string
}

interface Column {
  readonly name: string
  readonly sql: string
  readonly convert: ((value: unknown) => unknown) | null
}

/** A statement for rows by a key, but for the keys, which come first. */
interface Wording {
  readonly text: string
  readonly chosen: readonly Column[]
  readonly values: readonly unknown[]
}

/** What is remembered of an actor, for as long as it is the same one; begun anew when it has become too much. */
const ofActor = <Value>(memo: WeakMap<Actor, Map<string, Value>>, actor: Actor): Map<string, Value> => {
  let own = memo.get(actor)
  if (!own || own.size >= NAMES) memo.set(actor, (own = new Map<string, Value>()))
  return own
}

/** How many wordings are named, and choices of columns remembered: what callers put together must not fill the memory. */
const NAMES = 500
const COLUMNS = 2_000

/** Makes readers of one subgraph. */
export const readerOf = (orm: MikroORM, schema: string) => {
  const names = new Map<string, string>()
  const columnsOf = new Map<string, readonly Column[]>()
  const texts = new Map<string, string>()
  const platform = orm.em.getPlatform()
  const logger = orm.config.getLogger()
  const poolOf = () => (orm.em.getConnection() as unknown as { getNativeClient: () => Promise<Pool> }).getNativeClient()
  const [steady, ranging] = [linesOf(poolOf, 'force_generic_plan'), linesOf(poolOf, 'force_custom_plan')]
  const together = togetherOver(steady)

  const columns = (meta: EntityMetadata, fields: readonly string[] | undefined): readonly Column[] => {
    const key = `${meta.className}:${fields?.join() ?? ''}`
    let known = columnsOf.get(key)
    if (!known) {
      const props = (
        fields
          ? [...new Set(fields)].map((f) => (meta.properties[f as never] as EntityProperty | undefined) ?? beyond())
          : Object.values(meta.properties).filter((p) => p.persist !== false && !p.lazy)
      ) as EntityProperty[]
      known = props.map((prop) => ({
        name: prop.name,
        sql: `${columnOf(meta, prop.name)} as ${quoted(prop.name)}`,
        convert:
          prop.kind === 'm:1' || prop.kind === '1:1'
            ? (value) => ({ [prop.targetMeta!.primaryKeys[0]!]: value })
            : prop.runtimeType === 'Date'
              ? (value) => (typeof value === 'string' ? platform.parseDate(value) : value)
              : prop.customType instanceof BigIntType
                ? (value) => prop.customType!.convertToJSValue(value, platform)
                : null,
      }))
      if (columnsOf.size >= COLUMNS) columnsOf.clear()
      columnsOf.set(key, known)
    }
    return known
  }

  /** The wordings that have a name on the lines: enough for what is asked every day. */
  const nameOf = (text: string): string | undefined => {
    let name = names.get(text)
    if (!name && names.size < NAMES) names.set(text, (name = createHash('sha1').update(text).digest('base64url')))
    return name
  }

  /**
   * Runs a statement, under a name so that the server reads it once a connection; with those who ask the same in the same
   * turn when one plan is right for all values. Ranges are planned anew with the values: how much they hold decides which
   * index serves.
   */
  const query = (
    text: string,
    values: unknown[],
    isSteady = text.startsWith('select') && !/(?<!<)[<>]=? \$\d|like \$\d/.test(text),
  ): Promise<Rows> => {
    const name = nameOf(text)
    if (logger.isEnabled('query')) logger.logQuery({ query: text, params: values, level: 'info' })
    return name && isSteady ? together.ask(name, text, values) : ranging.ask({ ...(name && { name }), text }, values)
  }

  /** What the actor may see of a table, said once an actor; `after` so many values. */
  const scopes = new WeakMap<Actor, Map<string, { readonly text: string; readonly values: readonly unknown[] }>>()
  const scopeFor = (meta: EntityMetadata, actor: Actor, { filters }: How, to: Values): string => {
    if (filters) return 'true'
    const after = to.values.length
    const own = ofActor(scopes, actor)
    const name = `${meta.className} ${after}`
    let said = own.get(name)
    if (!said) {
      const text = conditionOf(meta, scopeOf(meta.className, actor), to)
      own.set(name, (said = { text, values: to.values.slice(after) }))
    } else to.values.push(...said.values)
    return said.text
  }

  const tableOf = ({ tableName }: EntityMetadata) => `${quoted(schema)}.${quoted(tableName)}`
  const metaOf = (entity: Class) => orm.getMetadata().get(entity as never) as EntityMetadata

  const count = async (actor: Actor, entity: Class, where: unknown, how: How): Promise<number> => {
    const meta = metaOf(entity)
    const to = new Values()
    const asked = conditionOf(meta, where, to)
    const text = `select count(*) from ${tableOf(meta)} where (${asked}) and (${scopeFor(meta, actor, how, to)})`
    const { rows } = await query(text, to.values, false)
    return Number(rows[0]![0])
  }

  /** The statement for rows of a table, and how many there are in all where that is asked. */
  const worded = (actor: Actor, meta: EntityMetadata, where: unknown, how: How, isCounted: boolean, to: Values) => {
    const chosen = columns(meta, how.fields)
    const asked = conditionOf(meta, where, to)
    const scope = scopeFor(meta, actor, how, to)
    const order = Object.entries(how.orderBy ?? {}).map(([name, direction]) =>
      /^(asc( nulls last)?|desc)$/.test(direction) ? `${columnOf(meta, name)} ${direction}` : beyond(),
    )
    const table = tableOf(meta)
    const [key, ...others] = meta.primaryKeys
    const sorted = order.length ? ` order by ${order.join(', ')}` : ''
    const cut = how.limit === undefined ? '' : ` limit ${Number(how.limit)}`
    const shown = chosen.map(({ sql }) => sql).join(', ')
    // What is asked by a key is found by it, and only then held against the scope: one plan serves every caller.
    const source = keyedBy(where)
      ? `(select * from ${table} where ${asked} offset 0) as ${quoted(meta.tableName)} where ${scope}`
      : `${table} where (${asked}) and (${scope})`
    // What is counted is all held at once: of each row no more than its key, until those to be shown are found.
    const text = !isCounted
      ? `select ${shown} from ${source}${sorted}${cut}`
      : !cut || others.length
        ? `select ${shown}, count(*) over() as "#" from ${source}${sorted}${cut}`
        : `select ${shown}, "#" from (select ${columnOf(meta, key!)} as "#key", count(*) over() as "#" from ${source}${sorted}${cut}) as "#page" join ${table} on ${columnOf(meta, key!)} = "#key"${sorted}`
    return { text, chosen }
  }

  /** Statements by a key, worded once an actor: there are few of them, and each is asked again and again. */
  const wordings = new WeakMap<Actor, Map<string, Wording>>()

  const rowsOf = async (actor: Actor, entity: Class, where: unknown, how: How, isCounted: boolean) => {
    const meta = metaOf(entity)
    const keyed = keyedBy(where)
    const isOften = keyed && !isCounted && !how.orderBy && !how.filters && how.limit === undefined
    const name = isOften ? `${meta.className} ${keyed.key} ${keyed.operator} ${how.fields?.join() ?? ''}` : null
    const own = ofActor(wordings, actor)
    const known = name === null ? undefined : own.get(name)
    const to = new Values()
    if (known) to.values.push(keyed!.values.map(plainOf), ...known.values)
    const { text, chosen } = known ?? worded(actor, meta, where, how, isCounted, to)
    if (name !== null && !known) own.set(name, { text, chosen, values: to.values.slice(1) })
    const { rows } = await query(text, to.values, !!keyed || isListed(text))
    const made = rows.map((row) => {
      const made: Record<string, unknown> = {}
      for (let at = 0; at < chosen.length; at += 1) {
        const { name, convert } = chosen[at]!
        const value = row[at]
        made[name] = convert && value !== null ? convert(value) : value
      }
      // Its class, for getters and checks; its own properties stand before whatever the ORM put there.
      return Object.setPrototypeOf(made, entity.prototype) as Record<string, unknown>
    })
    return [made, Number(rows[0]?.[chosen.length] ?? 0)] as const
  }

  const numbered = (text: string): string => {
    let known = texts.get(text)
    if (!known) {
      let at = 0
      texts.set(text, (known = text.replaceAll('?', () => `$${(at += 1)}`)))
    }
    return known
  }

  /** Rows of a statement nobody but its author knows, by the names of its columns. */
  const execute = async (statement: string, values: unknown[]): Promise<Record<string, unknown>[]> => {
    const { fields, rows } = await query(numbered(statement), values)
    return rows.map((row) => {
      const made: Record<string, unknown> = {}
      for (let at = 0; at < fields.length; at += 1) made[fields[at]!] = row[at]
      return made
    })
  }

  return { rowsOf, count, execute, stop: () => Promise.all([steady.stop(), ranging.stop()]) }
}
