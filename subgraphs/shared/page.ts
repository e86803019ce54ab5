// Lists: keyset cursors, only the columns that are asked for, a total only when it is selected.
import { raw, type EntityClass, type FilterQuery, type QueryOrderMap } from '@mikro-orm/postgresql'
import { getNamedType, isObjectType, Kind, type FieldNode, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql'
import { ArgsType, Field, Int, ObjectType, type ClassType } from 'type-graphql'
import { Shared, SignedIn, type Access, Public } from './access.ts'
import type { Context } from './context.ts'
import { badInput } from './errors.ts'
import { text } from './words.ts'

export const MOST = 100

@Shared('public')
@ObjectType({ description: 'Where a page of a list ends.' })
export class PageInfo {
  @Field(() => Boolean) hasNextPage!: boolean
  @Field(() => String, { nullable: true, description: 'Pass it as `after` to get the next page.' }) endCursor!: string | null
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, { defaultValue: 20, description: `How many rows, ${MOST} at most.` }) first: number = 20
  @Field(() => String, { nullable: true, description: 'The cursor after which the page begins.' }) after?: string
}

export interface Connection<T> {
  edges: { cursor: () => string; node: T }[]
  pageInfo: { hasNextPage: boolean; endCursor: () => string | null }
  totalCount: number | (() => Promise<number>)
}

/** The connection type of a node: `XConnection` and `XEdge`. */
export const connection = <T extends object>(node: ClassType<T>, name: string, access: Access = 'signedIn') => {
  const Declared = access === 'public' ? Public : SignedIn
  @Declared()
  @ObjectType(`${name}Edge`)
  class Edge {
    @Field(() => String) cursor!: string
    @Field(() => node) node!: T
  }
  @Declared()
  @ObjectType(`${name}Connection`)
  class NodeConnection {
    @Field(() => [Edge]) edges!: Edge[]
    @Field(() => PageInfo) pageInfo!: PageInfo
    @Field(() => Int, { description: 'Rows in the whole list; counted only when asked for.' }) totalCount!: number
  }
  return NodeConnection
}

interface Asked<T> {
  readonly where?: FilterQuery<T>
  readonly orderBy: QueryOrderMap<T>
  readonly first: number
  readonly after?: string | null | undefined
  readonly info?: GraphQLResolveInfo
}

/** One page of what the actor may see, in one statement. */
export const page = async <T extends object>(ctx: Context, entity: EntityClass<T>, asked: Asked<T>): Promise<Connection<T>> => {
  const { first, after, orderBy, where = {} as FilterQuery<T>, info } = asked
  if (first < 1 || first > MOST)
    throw badInput(text(`每页 1 至 ${MOST} 条。`, `A page holds 1 to ${MOST} rows.`), { field: 'first' })
  const fields = info && columns(ctx, entity, info)
  const order = { ...orderBy, id: 'asc' } as Record<string, string>
  const keys = Object.keys(order)
  const past = after ? { $and: [where, behind(ctx, entity, order, decoded(after, keys.length))] } : where
  const how = { orderBy: order, limit: first + 1, ...(fields && { fields: [...new Set([...fields, ...keys])] }) }
  // The first page is counted with the rows: both look at the same ones.
  const isCounted = !after && info && below(info.fieldNodes, info).some(({ name }) => name.value === 'totalCount')
  const all = [entity, past as never, how as never] as const
  const [rows, total] = isCounted ? await ctx.em.findAndCount(...all) : [await ctx.em.find(...all)]
  const cursorOf = (row: object | undefined) =>
    row && Buffer.from(JSON.stringify(keys.map((k) => row[k as never]))).toString('base64url')
  const nodes = rows.slice(0, first) as T[]
  return {
    edges: nodes.map((node) => ({ cursor: () => cursorOf(node)!, node })),
    pageInfo: { hasNextPage: rows.length > first, endCursor: () => cursorOf(nodes.at(-1)) ?? null },
    totalCount: total ?? (() => ctx.em.count(entity, where as FilterQuery<NoInfer<T>>)),
  }
}

/** The rows after a cursor. Upwards all the way is said at once: an index in that order then begins at the right place. */
const behind = (ctx: Context, entity: EntityClass<object>, order: Record<string, string>, values: readonly unknown[]): object => {
  if (values.includes(null) || Object.values(order).some((way) => way !== 'asc')) return beyond(Object.entries(order), values)
  const props = ctx.em.getMetadata().get(entity).properties as Record<string, { fieldNames: string[] }>
  const columns = (table: string) => Object.keys(order).map((key) => `${table}."${props[key]!.fieldNames[0]}"`)
  return { [raw((table) => `(${columns(table)}) > (${values.map(() => '?')})`, [...values])]: [] }
}

/** The same, one by one: past it in the first order, or level there and past it in the next. Null stands last. */
const beyond = ([[key, way] = ['id', 'asc'], ...rest]: [string, string][], [value, ...others]: readonly unknown[]): object => {
  const [past, notBefore] = way.startsWith('asc') ? ['$gt', '$gte'] : ['$lt', '$lte']
  if (!rest.length) return { [key]: { [past]: value } }
  const level = { [key]: value, ...beyond(rest, others) }
  if (value === null) return level
  const either = [{ [key]: { [past]: value } }, level]
  // The first order alone is said too, so that its index begins at the right place.
  return way.endsWith('last') ? { $or: [...either, { [key]: null }] } : { [key]: { [notBefore]: value }, $or: either }
}

const decoded = (cursor: string, length: number): unknown[] => {
  try {
    const values: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString())
    if (Array.isArray(values) && values.length === length && values.every((v) => v === null || typeof v === 'string'))
      return values
  } catch {}
  throw badInput(text('游标无效，请回到第一页。', 'The cursor is not valid; go back to the first page.'), { field: 'after' })
}

const known = new WeakMap<readonly FieldNode[], string[] | undefined>()

/** The columns of the entity that the selection needs; undefined means all, when a computed field does not say. */
export const columns = (ctx: Context, entity: EntityClass<object>, info: GraphQLResolveInfo): string[] | undefined => {
  const { fieldNodes: asked } = info
  if (!known.has(asked)) known.set(asked, needed(ctx.em.getMetadata().get(entity).properties, info))
  return known.get(asked)
}

const needed = (properties: object, info: GraphQLResolveInfo): string[] | undefined => {
  let type = getNamedType(info.returnType)
  let nodes = below(info.fieldNodes, info)
  for (const step of ['edges', 'node']) {
    if (!isObjectType(type) || !(step in type.getFields())) break
    nodes = below(nodes, info, step)
    type = getNamedType(type.getFields()[step]!.type)
  }
  if (!isObjectType(type)) return undefined
  const fields = type.getFields()
  const wanted = nodes.map(({ name: { value } }) =>
    value === '__typename' ? [] : (fields[value]?.extensions.needs ?? (value in properties ? [value] : null)),
  )
  return wanted.includes(null) ? undefined : [...new Set(wanted.flatMap((needs) => needs ?? []))]
}

/** The fields asked below some, or below those of one name; fragments opened. */
const below = (nodes: readonly FieldNode[], info: GraphQLResolveInfo, name?: string): FieldNode[] => {
  const opened = ({ selections }: SelectionSetNode): FieldNode[] =>
    selections.flatMap((one) => {
      if (one.kind === Kind.FIELD) return one
      return opened(one.kind === Kind.INLINE_FRAGMENT ? one.selectionSet : info.fragments[one.name.value]!.selectionSet)
    })
  return nodes.flatMap((one) => (one.selectionSet && (!name || one.name.value === name) ? opened(one.selectionSet) : []))
}
