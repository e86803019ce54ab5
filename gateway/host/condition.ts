// What is asked of a table, said in SQL; what this file cannot say, the ORM says.
import { RawQueryFragment, type EntityMetadata, type EntityProperty } from '@mikro-orm/core'

/** The values of a statement; `add` gives the place of one. */
export class Values {
  readonly values: unknown[] = []
  readonly add = (value: unknown): string => `$${this.values.push(value)}`
}

/** Thrown where only the ORM knows what is meant. */
export const BEYOND = new Error('beyond')
export const beyond = (): never => {
  throw BEYOND
}

export const quoted = (name: string) => `"${name}"`

const OPERATORS: Readonly<Record<string, string>> = {
  $eq: '=',
  $gt: '>',
  $gte: '>=',
  $lt: '<',
  $lte: '<=',
  $like: 'like',
  $ilike: 'ilike',
}

const ON_LISTS: Readonly<Record<string, string>> = { $overlap: '&&', $contains: '@>' }

/** A computed column, over the others of its row. */
const formulaOf = ({ formula }: EntityProperty, { properties, tableName }: EntityMetadata): string =>
  (formula as unknown as (columns: object, table: object) => string)(
    Object.fromEntries(
      (Object.values(properties) as EntityProperty[]).flatMap(({ name, fieldNames }) =>
        fieldNames?.[0] ? [[name, `${quoted(tableName)}.${quoted(fieldNames[0])}`]] : [],
      ),
    ),
    {},
  )

export const columnOf = (meta: EntityMetadata, name: string): string => {
  const prop = meta.properties[name as never] as EntityProperty | undefined
  if (prop?.formula) return `(${formulaOf(prop, meta)})`
  return prop?.fieldNames?.length === 1 && prop.persist !== false ? quoted(prop.fieldNames[0]!) : beyond()
}

/** What the ORM writes where the name of the table will stand. */
const ALIAS = '[::alias::]'

const rawOf = ({ tableName }: EntityMetadata, { sql, params }: RawQueryFragment, to: Values): string => {
  const values = [...params]
  return sql.replaceAll(ALIAS, quoted(tableName)).replaceAll('?', () => to.add(values.shift()))
}

export const plainOf = (value: unknown): unknown =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' || value instanceof Date ? value : beyond()

const compared = (meta: EntityMetadata, column: string, operator: string, value: unknown, to: Values): string => {
  if (operator === '$in' || operator === '$nin') {
    const values = Array.isArray(value) ? value.map(plainOf) : beyond()
    return operator === '$in' ? `${column} = any(${to.add(values)})` : `${column} <> all(${to.add(values)})`
  }
  if (ON_LISTS[operator]) return `${column} ${ON_LISTS[operator]} ${to.add(Array.isArray(value) ? value.map(plainOf) : beyond())}`
  if (operator === '$ne') return value === null ? `${column} is not null` : `${column} <> ${to.add(plainOf(value))}`
  if (value === null && operator === '$eq') return `${column} is null`
  const sign = OPERATORS[operator] ?? beyond()
  return value instanceof RawQueryFragment
    ? `${column} ${sign} ${rawOf(meta, value, to)}`
    : `${column} ${sign} ${to.add(plainOf(value))}`
}

export const conditionOf = (meta: EntityMetadata, where: unknown, to: Values): string => {
  if (where === null || typeof where !== 'object' || Array.isArray(where) || where instanceof Date) return beyond()
  const parts = Reflect.ownKeys(where).map((key): string => {
    const value = (where as Record<string | symbol, unknown>)[key]
    if (typeof key === 'symbol') {
      const raw = RawQueryFragment.getKnownFragment(key) ?? beyond()
      const said = rawOf(meta, raw, to)
      return Array.isArray(value) && !value.length ? `(${said})` : `${said} = ${to.add(plainOf(value))}`
    }
    if (key === '$and' || key === '$or') {
      const inner = (value as unknown[]).map((one) => conditionOf(meta, one, to))
      return inner.length ? `(${inner.join(key === '$and' ? ' and ' : ' or ')})` : beyond()
    }
    const column = columnOf(meta, key)
    if (value === undefined) return beyond()
    if (value === null || value instanceof RawQueryFragment || value instanceof Date || typeof value !== 'object')
      return compared(meta, column, '$eq', value, to)
    if (Array.isArray(value)) return compared(meta, column, '$in', value, to)
    const operators = Object.entries(value)
    return operators.length
      ? operators.map(([operator, one]) => compared(meta, column, operator, one, to)).join(' and ')
      : beyond()
  })
  return parts.length ? parts.join(' and ') : 'true'
}
