// What a question may cost: the records it could bring at most, reckoned before anything is fetched.
// The runtime's own demand control counts a non-null list as one record, and ours are non-null.
import type { GatewayPlugin } from '@graphql-hive/gateway-runtime'
import {
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  type DocumentNode,
  type FieldNode,
  type FragmentDefinitionNode,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLSchema,
  type SelectionSetNode,
} from 'graphql'
import type { Actor } from '../subgraphs/shared/actor.ts'
import { badInput } from '../subgraphs/shared/errors.ts'
import { text } from '../subgraphs/shared/words.ts'

/** How long a list without pages is taken to be; longer ones by name. */
const LIST = 10
const LONG: Readonly<Record<string, number>> = { 'Division.children': 50 }

interface Asked {
  readonly schema: GraphQLSchema
  readonly document: DocumentNode
  readonly operationName?: string | null | undefined
  readonly variableValues?: Readonly<Record<string, unknown>> | null | undefined
}

/** The records an operation could bring at most. */
export const costOf = ({ schema, document, operationName, variableValues }: Asked): number => {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const one of document.definitions) if (one.kind === Kind.FRAGMENT_DEFINITION) fragments.set(one.name.value, one)
  const reckoned = new Map<string, number>()

  const pageOf = (field: FieldNode, definition: GraphQLField<unknown, unknown>): number | null => {
    const declared = definition.args.find((arg) => arg.name === 'first')
    if (!declared) return null
    const given = field.arguments?.find((arg) => arg.name.value === 'first')?.value
    const value =
      given?.kind === Kind.INT
        ? Number(given.value)
        : given?.kind === Kind.VARIABLE
          ? variableValues?.[given.name.value]
          : undefined
    return Math.max(1, Number(value ?? declared.defaultValue ?? LIST))
  }

  const costOfField = (field: FieldNode, type: GraphQLNamedType, page: number): number => {
    if (!field.selectionSet || !(isObjectType(type) || isInterfaceType(type))) return 0
    const definition = type.getFields()[field.name.value]
    if (!definition) return 0
    const many = isListType(getNullableType(definition.type))
    const own = pageOf(field, definition)
    const size = many ? (field.name.value === 'edges' ? page : (own ?? LONG[`${type.name}.${field.name.value}`] ?? LIST)) : 1
    return size * (1 + costOfSet(field.selectionSet, getNamedType(definition.type), own ?? LIST))
  }

  const costOfFragment = (name: string, page: number): number => {
    const key = `${name} ${page}`
    if (!reckoned.has(key)) {
      const { typeCondition, selectionSet } = fragments.get(name)!
      reckoned.set(key, costOfSet(selectionSet, schema.getType(typeCondition.name.value)!, page))
    }
    return reckoned.get(key)!
  }

  const costOfSet = (set: SelectionSetNode, type: GraphQLNamedType, page: number): number =>
    set.selections.reduce((sum, one) => {
      if (one.kind === Kind.FIELD) return sum + costOfField(one, type, page)
      if (one.kind === Kind.FRAGMENT_SPREAD) return sum + costOfFragment(one.name.value, page)
      const inner = one.typeCondition ? schema.getType(one.typeCondition.name.value)! : type
      return sum + costOfSet(one.selectionSet, inner, page)
    }, 0)

  return document.definitions.reduce((sum, one) => {
    if (one.kind !== Kind.OPERATION_DEFINITION || (operationName && one.name?.value !== operationName)) return sum
    const root = schema.getRootType(one.operation)
    return root ? sum + costOfSet(one.selectionSet, root, LIST) : sum
  }, 0)
}

/** Refuses an operation that could bring more than `most` records. */
export const costLimit = (most: number): GatewayPlugin =>
  ({
    onExecute({
      args,
      setResultAndStopExecution,
    }: {
      args: Asked & { contextValue: { actor: Actor } }
      setResultAndStopExecution: (result: object) => void
    }) {
      const cost = costOf(args)
      if (cost <= most) return
      const sentence = text(
        `查询内容过多：最多可能返回 ${cost} 条记录，上限为 ${most} 条。请减少每页条数或层级。`,
        `This asks for too much: up to ${cost} records, where ${most} are allowed. Ask for smaller pages or fewer levels.`,
      )
      setResultAndStopExecution({ errors: [badInput(sentence).toGraphQL(args.contextValue.actor.locale)] })
    },
  }) as unknown as GatewayPlugin
