// Which rows an actor may see and touch: declared once on the entity, applied to every read, count, lock and reference
// by one filter of the ORM. An entity without a declaration cannot be read at all.
import { raw, type FilterQuery } from '@mikro-orm/core'
import { prefixOf, reach, type Actor, type Role } from './actor.ts'
import { badInput } from './errors.ts'
import { text } from './words.ts'

type Rows = FilterQuery<object> | boolean
type Visible = (actor: Actor) => Rows

const declared = new Map<string, Visible>()

/** Declares which rows of the entity an actor may reach: a condition, all (true) or none (false). */
export const Scoped =
  (visible: Visible): ClassDecorator =>
  (entity) =>
    void declared.set(entity.name, visible)

export const isScoped = (entity: string) => declared.has(entity)

const NONE = () => ({ [raw('1')]: 0 }) as FilterQuery<object>

const past = (prefix: string) => String(BigInt(prefix) + 1n).padStart(prefix.length, '0')

/** The condition that a division column lies under one of the prefixes; ranges, so that a plain index serves. */
export const under = (prefixes: readonly string[], column = 'division'): Rows =>
  prefixes.includes('') ||
  (prefixes.length > 0 && {
    $or: prefixes.map((prefix) =>
      prefix.length === 12 ? { [column]: prefix } : { [column]: { $gte: prefix, $lt: past(prefix) } },
    ),
  })

/** Rows of the divisions over which the actor holds one of the roles. */
export const heldBy =
  (roles: readonly Role[], column = 'division') =>
  (actor: Actor): Rows =>
    under(reach(actor, roles), column)

/** Rows of a division and everything below it, for a filter the caller chose. */
export const inDivision = (division: string, column = 'division'): Rows => {
  if (!/^\d{2,15}$/.test(division))
    throw badInput(text('区划代码应为数字。', 'A division code is digits.'), { field: 'division' })
  return under([prefixOf(division)], column)
}

/** Any of several conditions. */
export const anyOf = (...rows: Rows[]): Rows =>
  rows.includes(true) || (rows.some((r) => r !== false) && { $or: rows.filter((r) => r !== false) as FilterQuery<object>[] })

/** All of several conditions. */
export const allOf = (...rows: Rows[]): Rows =>
  !rows.includes(false) && (rows.every((r) => r === true) || { $and: rows.filter((r) => r !== true) as FilterQuery<object>[] })

/** A condition for `where`: true is no condition, false matches nothing. */
export const where = (rows: Rows): FilterQuery<object> => (rows === true ? {} : rows === false ? NONE() : rows)

/** The condition of the declared scope; unknown entities are refused, the system sees all. */
export const scopeOf = (entity: string, actor: Actor | undefined): FilterQuery<object> => {
  const visible = declared.get(entity)
  if (!visible) throw new Error(`${entity} declares no scope: add @Scoped to it.`)
  if (!actor) throw new Error(`${entity} was read without an actor.`)
  return actor.kind === 'SYSTEM' ? {} : where(visible(actor))
}
