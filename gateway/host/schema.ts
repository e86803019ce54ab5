// From annotated classes to a federated subgraph: adds keys, access and tags to the SDL, and the checks to the resolvers.
import { buildSubgraphSchema } from '@apollo/subgraph'
import { printSchemaWithDirectives } from '@graphql-tools/utils'
import {
  isObjectType,
  Kind,
  parse,
  print,
  visit,
  type ConstDirectiveNode,
  type FieldDefinitionNode,
  type GraphQLFieldResolver,
  type GraphQLObjectType,
  type GraphQLSchema,
  type ObjectTypeDefinitionNode,
} from 'graphql'
import 'reflect-metadata'
import { buildSchema, createResolversMap, getMetadataStorage, type ClassType, type NonEmptyArray } from 'type-graphql'
import { permit, type Access } from '../../subgraphs/shared/access.ts'
import { nameActs } from '../../subgraphs/shared/acts.ts'
import { EventResolver } from '../../subgraphs/shared/event.ts'
import type { Subgraph } from '../../subgraphs/shared/subgraph.ts'
import { find, type Context } from '../../subgraphs/shared/context.ts'
import { directly } from './direct.ts'

type Resolve = GraphQLFieldResolver<unknown, Context>
/** `asked` names the columns that what is asked of the entity needs, where that is known. */
type Reference = (reference: Record<string, string>, ctx: Context, asked: { readonly needs?: readonly string[] }) => unknown

const LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.9", import: ["@key", "@shareable", "@authenticated", "@requiresScopes", "@tag", "@inaccessible"])\n'

const ROOTS = new Set(['Query', 'Mutation'])

/** The executable subgraph schema and its SDL. */
export const federated = async (subgraph: Subgraph): Promise<{ schema: GraphQLSchema; sdl: string }> => {
  const { name, resolvers, types = [] } = subgraph
  nameActs(subgraph)
  for (const type of getMetadataStorage().objectTypes) type.simpleResolvers ??= true
  const plain = await buildSchema({
    resolvers: [...resolvers, EventResolver] as unknown as NonEmptyArray<Function>,
    orphanedTypes: [...types],
    validate: false,
  })
  const sdl = LINK + annotated(plain, name)
  const map = createResolversMap(plain) as Record<string, Record<string, Resolve | Reference>>
  for (const type of objectTypes(plain)) {
    const own = (map[type.name] ??= {})
    for (const field of Object.keys(type.getFields())) {
      const direct = own[field] && directly([...resolvers, EventResolver], type.name, field)
      if (direct) own[field] = direct
    }
    guardFields(type, own as Record<string, Resolve>, name)
    const key = type.extensions.key
    if (key && !type.extensions.stub) own['__resolveReference'] = referenceOf(type, key, name)
  }
  const schema = buildSubgraphSchema([{ typeDefs: parse(sdl, { noLocation: true }), resolvers: map as never }])
  // The detour by SDL loses what the declarations say beyond it.
  for (const type of objectTypes(plain))
    for (const field of Object.values((schema.getType(type.name) as GraphQLObjectType).getFields()))
      field.extensions = type.getFields()[field.name]?.extensions ?? {}
  return { schema, sdl }
}

const objectTypes = (schema: GraphQLSchema): GraphQLObjectType[] =>
  Object.values(schema.getTypeMap()).filter((t): t is GraphQLObjectType => isObjectType(t) && !t.name.startsWith('__'))

/** The access that holds for a field: its own, else its type's. Undeclared is an error. */
export const accessOf = (type: GraphQLObjectType, field: string): Access => {
  const access = type.getFields()[field]?.extensions.access ?? (ROOTS.has(type.name) ? undefined : type.extensions.access)
  if (!access) throw new Error(`${type.name}.${field} does not say who may ask for it.`)
  return access
}

const scopeName = (subgraph: string, type: string) => `${subgraph}:${type === 'Mutation' ? 'write' : 'read'}`

const guardFields = (type: GraphQLObjectType, map: Record<string, Resolve>, subgraph: string): void => {
  for (const field of Object.values(type.getFields())) {
    const access = accessOf(type, field.name)
    // Whoever reached a row of a type that answers only people signed in is one; a type that is partly public tells nothing.
    const inherited = !ROOTS.has(type.name) && access === type.extensions.access && !anyPublic(type)
    const isMutation = type.name === 'Mutation'
    if (!isMutation && (access === 'public' || (inherited && access === 'signedIn'))) continue
    const scope = scopeName(subgraph, type.name)
    const resolve: Resolve = map[field.name] ?? ((source) => (source as Record<string, unknown>)[field.name])
    const allowed: Resolve = (source, args, ctx, info) => {
      permit(access, ctx.actor, scope)
      return resolve(source, args, ctx, info)
    }
    map[field.name] = isMutation ? settled(allowed) : allowed
  }
}

/** Writes what the mutation changed before its answer is read, so that the answer is the new state. */
const settled =
  (resolve: Resolve): Resolve =>
  async (source, args, ctx, info) => {
    const result = await resolve(source, args, ctx, info)
    await ctx.em.flush()
    ctx.loaders.clear()
    return result
  }

const referenceOf = (type: GraphQLObjectType, key: string, subgraph: string): Reference => {
  const metadata = getMetadataStorage().objectTypes.find((t) => t.name === type.name)!
  const access = type.extensions.access
  if (!access) throw new Error(`${type.name} does not say who may refer to it.`)
  return (reference, ctx, { needs }) => {
    permit(access, ctx.actor, scopeName(subgraph, type.name))
    return find(ctx, metadata.target as ClassType<object>, reference[key]!, key, needs)
  }
}

const directive = (name: string, args: Record<string, string> = {}): ConstDirectiveNode =>
  (
    parse(
      `type T @${name}${
        Object.keys(args).length
          ? `(${Object.entries(args)
              .map(([k, v]) => `${k}: ${v}`)
              .join(', ')})`
          : ''
      }`,
    ).definitions[0] as ObjectTypeDefinitionNode
  ).directives![0]!

const guards = (access: Access, scope: string): ConstDirectiveNode[] =>
  access === 'public'
    ? [directive('tag', { name: '"public"' })]
    : [directive('authenticated'), directive('requiresScopes', { scopes: `[["${scope}"]]` })]

const annotated = (schema: GraphQLSchema, subgraph: string): string => {
  const annotateType = (node: ObjectTypeDefinitionNode): ObjectTypeDefinitionNode => {
    const type = schema.getType(node.name.value) as GraphQLObjectType
    const { key, stub, shared, access, inaccessible } = type.extensions
    if (inaccessible) return { ...node, directives: [...(node.directives ?? []), directive('inaccessible')] }
    const root = ROOTS.has(type.name)
    const fields = node.fields!.map((field): FieldDefinitionNode => {
      const own = accessOf(type, field.name.value)
      if (type.getFields()[field.name.value]!.extensions.inaccessible)
        return { ...field, directives: [...(field.directives ?? []), directive('inaccessible')] }
      const differs = root || own === 'public' || own !== access || anyPublic(type)
      const bare = stub && field.name.value === key
      return {
        ...field,
        directives: [
          ...(field.directives ?? []),
          ...(differs && !shared && !bare
            ? guards(own, scopeName(subgraph, type.name))
            : bare || (shared && own === 'public')
              ? guards('public', '')
              : []),
        ],
      }
    })
    const marks = [
      ...(key ? [directive('key', { fields: `"${key}"`, ...(stub ? { resolvable: 'false' } : {}) })] : []),
      ...(shared ? [directive('shareable')] : []),
      ...(root || !access
        ? []
        : access === 'public'
          ? guards('public', '')
          : shared
            ? [directive('authenticated')]
            : anyPublic(type)
              ? [directive('tag', { name: '"public"' })]
              : guards(access, scopeName(subgraph, type.name))),
    ]
    return { ...node, fields, directives: [...(node.directives ?? []), ...marks] }
  }
  return print(visit(parse(printSchemaWithDirectives(schema)), { [Kind.OBJECT_TYPE_DEFINITION]: annotateType }))
}

const anyPublic = (type: GraphQLObjectType) => Object.values(type.getFields()).some((f) => f.extensions.access === 'public')
