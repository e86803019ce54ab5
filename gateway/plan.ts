// From a document to the steps that answer it inside this process: which subgraph's resolver gives each field, and where
// an entity is fetched from its own subgraph by its key. Made once a document. What it does not know it leaves alone: then
// there are no steps, and the runtime answers as always.
import {
  getArgumentValues,
  getNamedType,
  isLeafType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  visit,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLFieldResolver,
  type GraphQLLeafType,
  type GraphQLObjectType,
  type GraphQLOutputType,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type SelectionSetNode,
  type VariableDefinitionNode,
} from 'graphql'
import type { Context } from '../subgraphs/shared/context.ts'

export type Parts = Readonly<Record<string, GraphQLSchema>>
type Resolve = GraphQLFieldResolver<unknown, Context>
type Refer = (reference: Record<string, unknown>, ctx: Context, asked: { readonly needs: readonly string[] }) => unknown

/** How a value of a field becomes what is answered: item by item, leaf or object, null only where it may be. */
export type Shape =
  | { readonly kind: 'leaf'; readonly required: boolean; readonly tell: (value: unknown) => unknown }
  | { readonly kind: 'list'; readonly required: boolean; readonly of: Shape }
  | { readonly kind: 'object'; readonly required: boolean; readonly steps: Steps }

/** A moment as the database writes it. */
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/

/** How values of a type are told; what is told as it stands is not looked at twice. */
const telling = (type: GraphQLLeafType): ((value: unknown) => unknown) => {
  const serialize = (value: unknown) => type.serialize(value)
  switch (type.name) {
    case 'String':
    case 'ID':
      return (value) => (typeof value === 'string' ? value : serialize(value))
    case 'Boolean':
      return (value) => (typeof value === 'boolean' ? value : serialize(value))
    case 'DateTimeISO':
      return (value) =>
        value instanceof Date
          ? value.toISOString()
          : typeof value === 'string' && MOMENT.test(value)
            ? new Date(value).toISOString()
            : serialize(value)
    default:
      return serialize
  }
}

export interface Step {
  readonly key: string
  readonly subgraph: string
  readonly field: ReturnType<GraphQLObjectType['getFields']>[string]
  readonly node: FieldNode
  readonly resolve: Resolve | null
  /** Its arguments where the question says them all; null where variables do. */
  readonly args: Record<string, unknown> | null
  readonly info: GraphQLResolveInfo
  readonly shape: Shape
}

/** Fields of an object that another subgraph gives, asked with the key. */
export interface Hop {
  readonly subgraph: string
  readonly type: string
  readonly key: string
  readonly refer: Refer
  /** The columns the fields need. */
  readonly needs: readonly string[]
  readonly steps: readonly Step[]
}

export interface Steps {
  /** The keys of the answer in the order of the question, with nothing in them but what `__typename` gives. */
  readonly blank: Readonly<Record<string, string | null>>
  readonly here: readonly Step[]
  readonly hops: readonly Hop[]
}

export interface Plan {
  readonly steps: Steps
  readonly operation: OperationDefinitionNode
  readonly document: DocumentNode
  /** The subgraphs that answer it. */
  readonly subgraphs: ReadonlySet<string>
  /** The variables a subgraph's fields use. */
  readonly variables: ReadonlyMap<string, readonly VariableDefinitionNode[]>
}

/** Thrown where the short way ends. */
class Unknown extends Error {}
const unknown = (): never => {
  throw new Unknown()
}

const typeOf = (parts: Parts, subgraph: string, name: string): GraphQLObjectType | null => {
  const type = parts[subgraph]!.getType(name)
  return isObjectType(type) ? type : null
}

const referOf = (type: GraphQLObjectType | null) =>
  (type?.extensions['apollo'] as { subgraph?: { resolveReference?: Refer } } | undefined)?.subgraph?.resolveReference

/** The steps of an operation, or null when it holds anything but plain fields of subgraphs in this process. */
export const planOf = (parts: Parts, document: DocumentNode, operationName: string | undefined): Plan | null => {
  try {
    return plan(parts, document, operationName)
  } catch (error) {
    if (error instanceof Unknown) return null
    throw error
  }
}

const plan = (parts: Parts, document: DocumentNode, operationName: string | undefined): Plan => {
  const fragments: Record<string, FragmentDefinitionNode> = {}
  const operations: OperationDefinitionNode[] = []
  for (const one of document.definitions) {
    if (one.kind === Kind.FRAGMENT_DEFINITION) fragments[one.name.value] = one
    else if (one.kind === Kind.OPERATION_DEFINITION) operations.push(one)
  }
  const operation = operationName ? operations.find((o) => o.name?.value === operationName) : operations[0]
  if (!operation || operation.operation === 'subscription' || (!operationName && operations.length > 1)) return unknown()
  const used = new Map<string, Set<string>>()
  const subgraphs = new Set<string>()

  /** The fields asked of one type, those asked twice put together. */
  const collect = (sets: readonly SelectionSetNode[], type: string, into = new Map<string, FieldNode[]>()) => {
    for (const { selections } of sets)
      for (const one of selections) {
        if (one.directives?.length) return unknown()
        if (one.kind === Kind.FIELD) {
          const key = one.alias?.value ?? one.name.value
          into.set(key, [...(into.get(key) ?? []), one])
        } else {
          const { selectionSet, typeCondition } = one.kind === Kind.FRAGMENT_SPREAD ? fragments[one.name.value]! : one
          if (typeCondition && typeCondition.name.value !== type) return unknown()
          collect([selectionSet], type, into)
        }
      }
    return into
  }

  const shapeOf = (subgraph: string, type: GraphQLOutputType, nodes: readonly FieldNode[], required = false): Shape => {
    if (isNonNullType(type)) return shapeOf(subgraph, type.ofType, nodes, true)
    if (isListType(type)) return { kind: 'list', required, of: shapeOf(subgraph, type.ofType, nodes) }
    if (isLeafType(type)) return { kind: 'leaf', required, tell: telling(type) }
    if (!isObjectType(type)) return unknown()
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? [])
    return { kind: 'object', required, steps: stepsOf(subgraph, type.name, sets) }
  }

  const stepOf = (subgraph: string, typeName: string, key: string, nodes: readonly FieldNode[]): Step => {
    const schema = parts[subgraph]!
    const type = typeOf(parts, subgraph, typeName)!
    subgraphs.add(subgraph)
    const field = type.getFields()[nodes[0]!.name.value]!
    let hasVariables = false
    for (const one of nodes[0]!.arguments ?? [])
      visit(one, {
        Variable: ({ name }) => {
          hasVariables = true
          used.set(subgraph, (used.get(subgraph) ?? new Set()).add(name.value))
        },
      })
    const info = {
      fieldName: field.name,
      fieldNodes: nodes,
      returnType: field.type,
      parentType: type,
      schema,
      fragments,
      operation,
    } as unknown as GraphQLResolveInfo
    const resolve = (field.resolve as Resolve | undefined) ?? null
    const args = hasVariables ? null : getArgumentValues(field, nodes[0]!)
    return { key, subgraph, field, node: nodes[0]!, resolve, args, info, shape: shapeOf(subgraph, field.type, nodes) }
  }

  const stepsOf = (subgraph: string, typeName: string, sets: readonly SelectionSetNode[]): Steps => {
    const asked = collect(sets, typeName)
    const own = typeOf(parts, subgraph, typeName)!.getFields()
    const blank: Record<string, string | null> = {}
    const here: Step[] = []
    const away = new Map<string, Step[]>()
    for (const [key, nodes] of asked) {
      const name = nodes[0]!.name.value
      if (name === '__typename') {
        blank[key] = typeName
        continue
      }
      blank[key] = null
      if (own[name]) here.push(stepOf(subgraph, typeName, key, nodes))
      else {
        const owner = Object.keys(parts).find((part) => {
          const type = typeOf(parts, part, typeName)
          return referOf(type) && type!.getFields()[name]
        })
        if (!owner) return unknown()
        away.set(owner, [...(away.get(owner) ?? []), stepOf(owner, typeName, key, nodes)])
      }
    }
    const hops = [...away].map(([owner, steps]): Hop => {
      const refer = referOf(typeOf(parts, owner, typeName))!
      const key = keyOf(typeOf(parts, owner, typeName)!)
      // The key itself must be at hand: a plain property of what the first subgraph gave.
      if (!own[key] || own[key].resolve || !isLeafType(getNamedType(own[key].type))) return unknown()
      const needs = [...new Set(steps.flatMap(({ field }) => field.extensions.needs ?? [field.name]))].sort()
      return { subgraph: owner, type: typeName, key, refer, needs, steps }
    })
    return { blank, here, hops }
  }

  const root = operation.operation === 'query' ? 'Query' : 'Mutation'
  const asked = collect([operation.selectionSet], root)
  const here = [...asked].map(([key, nodes]): Step => {
    const name = nodes[0]!.name.value
    const owner = Object.keys(parts).find((part) => !name.startsWith('_') && typeOf(parts, part, root)?.getFields()[name])
    return owner ? stepOf(owner, root, key, nodes) : unknown()
  })
  const variables = new Map(
    [...used].map(([subgraph, names]) => [
      subgraph,
      (operation.variableDefinitions ?? []).filter(({ variable }) => names.has(variable.name.value)),
    ]),
  )
  const blank = Object.fromEntries([...asked.keys()].map((key) => [key, null]))
  return { steps: { blank, here, hops: [] }, operation, document, subgraphs, variables }
}

const keyOf = (type: GraphQLObjectType): string => {
  const key = type.astNode?.directives
    ?.find(({ name }) => name.value === 'key')
    ?.arguments?.find((a) => a.name.value === 'fields')
  return key?.value.kind === Kind.STRING ? key.value.value : unknown()
}
