// Lists: keyset cursors, only the columns that are asked for, a total only when it is selected.
import type { EntityClass, FilterQuery, QueryOrderMap } from '@mikro-orm/postgresql'
import { getNamedType, isObjectType, Kind, type GraphQLObjectType, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql'
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
  edges: { cursor: string; node: T }[]
  pageInfo: PageInfo
  totalCount: () => Promise<number>
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
  const cursor = await ctx.em
    .findByCursor(entity, {
      where: where as FilterQuery<NoInfer<T>>,
      first,
      orderBy: { ...orderBy, id: 'asc' } as QueryOrderMap<T>,
      includeCount: false,
      ...(after ? { after } : {}),
      ...(fields ? { fields: [...new Set([...fields, ...Object.keys(orderBy), 'id'])] as never } : {}),
    })
    .catch((error: Error) => {
      throw error.name === 'CursorError'
        ? badInput(text('游标无效，请回到第一页。', 'The cursor is not valid; go back to the first page.'), { field: 'after' })
        : error
    })
  return {
    edges: cursor.items.map((node) => ({ cursor: cursor.from(node as never), node: node as T })),
    pageInfo: { hasNextPage: cursor.hasNextPage, endCursor: cursor.endCursor },
    totalCount: () => ctx.em.count(entity, where as FilterQuery<NoInfer<T>>),
  }
}

/** The columns of the entity that the selection needs; undefined means all, when a computed field does not say. */
export const columns = (ctx: Context, entity: EntityClass<object>, info: GraphQLResolveInfo): string[] | undefined => {
  const properties = ctx.em.getMetadata().get(entity).properties as Record<string, { lazy?: boolean }>
  const node = nodeSelection(info)
  if (!node) return undefined
  const wanted = new Set<string>(['version'].filter((p) => p in properties))
  const fields = node.type.getFields()
  const walk = (set: SelectionSetNode): boolean =>
    set.selections.every((s) => {
      if (s.kind === Kind.INLINE_FRAGMENT) return walk(s.selectionSet)
      if (s.kind === Kind.FRAGMENT_SPREAD) return walk(info.fragments[s.name.value]!.selectionSet)
      const name = s.name.value
      if (name === '__typename') return true
      const needs = fields[name]?.extensions.needs
      if (needs) needs.forEach((n) => wanted.add(n))
      else if (name in properties) wanted.add(name)
      else return false
      return true
    })
  return node.sets.every(walk) ? [...wanted] : undefined
}

const nodeSelection = (info: GraphQLResolveInfo): { type: GraphQLObjectType; sets: SelectionSetNode[] } | null => {
  let type = getNamedType(info.returnType)
  let sets = info.fieldNodes.flatMap((f) => (f.selectionSet ? [f.selectionSet] : []))
  for (const step of ['edges', 'node']) {
    if (!isObjectType(type) || !(step in type.getFields())) break
    sets = sets.flatMap((set) => below(set, step, info))
    type = getNamedType(type.getFields()[step]!.type)
  }
  return isObjectType(type) ? { type, sets } : null
}

const below = (set: SelectionSetNode, name: string, info: GraphQLResolveInfo): SelectionSetNode[] =>
  set.selections.flatMap((s) => {
    if (s.kind === Kind.INLINE_FRAGMENT) return below(s.selectionSet, name, info)
    if (s.kind === Kind.FRAGMENT_SPREAD) return below(info.fragments[s.name.value]!.selectionSet, name, info)
    return s.name.value === name && s.selectionSet ? [s.selectionSet] : []
  })
