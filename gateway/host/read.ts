// Reading for a question: rows as they are, with the columns asked for and no others, by prepared statements on the pool
// of the subgraph's own login. No identity map, no change tracking, no transaction: a question changes nothing.
// It stands in for `find`, `findOne`, `count` and `execute` of the entity manager it is given. The scope is the same condition, from the same
// function; what this file cannot say in SQL, the ORM says as before.
import { createHash } from 'node:crypto'
import { BigIntType, type EntityMetadata, type EntityProperty } from '@mikro-orm/core'
import type { MikroORM, SqlEntityManager } from '@mikro-orm/postgresql'
import type { Pool } from 'pg'
import { BEYOND, beyond, columnOf, conditionOf, quoted, Values } from './condition.ts'
import { linesOf } from './lines.ts'
import type { Rows } from './bundle.ts'
import { togetherOver } from './together.ts'
import type { Actor } from '../../subgraphs/shared/actor.ts'
import { scopeOf } from '../../subgraphs/shared/scope.ts'

interface How {
  readonly fields?: readonly string[]
  readonly orderBy?: Readonly<Record<string, string>>
  readonly limit?: number
  readonly filters?: { readonly scope: false }
}

const isKeyed = (where: unknown): boolean => {
  const [only, ...others] = Object.values(where as object) as ({ $in?: unknown; $overlap?: unknown } | null | undefined)[]
  return others.length === 0 && Array.isArray(only?.$in ?? only?.$overlap)
}

/** Found by an index over lists and nothing that lies between bounds: one plan is right for all values. */
const isListed = (text: string) => /&&|@>/.test(text) && !/(?<!@)[<>]=? \$\d|like \$\d/.test(text)

interface Class {
  readonly prototype: object
  readonly name: string
}

interface Column {
  readonly name: string
  readonly sql: string
  readonly convert: ((value: unknown) => unknown) | null
}

/** How many wordings are named: what callers put together must not fill the memory of the server. */
const NAMES = 500

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

  /** What is asked of a table, and what the actor may see of it. */
  const conditionsOf = (meta: EntityMetadata, actor: Actor, where: unknown, { filters }: How, to: Values) => [
    conditionOf(meta, where, to),
    filters ? 'true' : conditionOf(meta, scopeOf(meta.className, actor), to),
  ]

  const tableOf = ({ tableName }: EntityMetadata) => `${quoted(schema)}.${quoted(tableName)}`

  const count = async (actor: Actor, entity: Class, where: unknown, how: How): Promise<number> => {
    const meta = orm.getMetadata().get(entity as never) as EntityMetadata
    const to = new Values()
    const [asked, scope] = conditionsOf(meta, actor, where, how, to)
    const { rows } = await query(`select count(*) from ${tableOf(meta)} where (${asked}) and (${scope})`, to.values, false)
    return Number(rows[0]![0])
  }

  /** Rows of a table, and how many there are in all where that is asked. */
  const rowsOf = async (actor: Actor, entity: Class, where: unknown, how: How, isCounted: boolean) => {
    const meta = orm.getMetadata().get(entity as never) as EntityMetadata
    const to = new Values()
    const chosen = columns(meta, how.fields)
    const [asked, scope] = conditionsOf(meta, actor, where, how, to)
    const order = Object.entries(how.orderBy ?? {}).map(([name, direction]) =>
      /^(asc( nulls last)?|desc)$/.test(direction) ? `${columnOf(meta, name)} ${direction}` : beyond(),
    )
    const table = tableOf(meta)
    // What is asked by a key is found by it, and only then held against the scope: one plan serves every caller.
    const source = isKeyed(where)
      ? `(select * from ${table} where ${asked} offset 0) as ${quoted(meta.tableName)} where ${scope}`
      : `${table} where (${asked}) and (${scope})`
    const text = [
      `select ${chosen.map(({ sql }) => sql).join(', ')}${isCounted ? `, count(*) over() as "#"` : ''} from ${source}`,
      ...(order.length ? [`order by ${order.join(', ')}`] : []),
      ...(how.limit === undefined ? [] : [`limit ${Number(how.limit)}`]),
    ].join(' ')
    const { rows } = await query(text, to.values, isKeyed(where) || isListed(text))
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

  const find = async (actor: Actor, entity: Class, where: unknown, how: How) =>
    (await rowsOf(actor, entity, where, how, false))[0]

  const findAndCount = (actor: Actor, entity: Class, where: unknown, how: How) => rowsOf(actor, entity, where, how, true)

  const findOne = async (actor: Actor, entity: Class, where: unknown, how: How) =>
    (await find(actor, entity, where, { ...how, limit: 1 }))[0] ?? null

  /** Rows of a statement nobody but its author knows, by the names of its columns. */
  const execute = async (text: string, values: unknown[]): Promise<Record<string, unknown>[]> => {
    const { fields, rows } = await query(text, values)
    return rows.map((row) => {
      const made: Record<string, unknown> = {}
      for (let at = 0; at < fields.length; at += 1) made[fields[at]!] = row[at]
      return made
    })
  }

  const numbered = (text: string): string => {
    let known = texts.get(text)
    if (!known) {
      let at = 0
      texts.set(text, (known = text.replaceAll('?', () => `$${(at += 1)}`)))
    }
    return known
  }

  /** The manager, reading as this file does. */
  const reading = <Manager extends SqlEntityManager>(em: Manager, actor: Actor): Manager => {
    const { find: findWhole, findOne: findOneWhole, findAndCount: findAllWhole, count: countWhole, execute: asWhole } = em
    const KNOWN = new Set(['fields', 'orderBy', 'limit', 'filters'])
    const plainly =
      <Answer>(
        here: (actor: Actor, entity: Class, where: unknown, how: How) => Promise<Answer>,
        whole: (entity: never, where: never, how: never) => Promise<unknown>,
      ) =>
      async (entity: Class, where: unknown, how: How = {}) => {
        const beyondUs = () => whole.call(em, entity as never, where as never, how as never)
        const isPlain =
          Object.keys(how).every((key) => KNOWN.has(key)) && (how.filters === undefined || how.filters.scope === false)
        if (!isPlain) return beyondUs()
        try {
          return await here(actor, entity, where, how)
        } catch (error) {
          if (error === BEYOND) return beyondUs()
          throw error
        }
      }
    return Object.assign(em, {
      find: plainly(find, findWhole as never),
      findOne: plainly(findOne, findOneWhole as never),
      findAndCount: plainly(findAndCount, findAllWhole as never),
      count: plainly(count, countWhole as never),
      execute: async (statement: unknown, values: unknown[] = [], ...more: unknown[]) =>
        typeof statement === 'string' && more.length === 0 && values.every((v) => !Array.isArray(v))
          ? execute(numbered(statement), values)
          : asWhole.apply(em, [statement, values, ...more] as never),
    })
  }

  return { reading, stop: () => Promise.all([steady.stop(), ranging.stop()]) }
}
