// What an anonymous caller may ask: the API cut down to what carries the tag `public`.
import { mapSchema, MapperKind, pruneSchema } from '@graphql-tools/utils'
import { Kind, parse, printSchema, type DirectiveNode, type GraphQLSchema } from 'graphql'

const isPublic = (directives: readonly DirectiveNode[] | undefined) =>
  (directives ?? []).some(
    (d) => d.name.value === 'tag' && d.arguments?.some((a) => a.value.kind === Kind.STRING && a.value.value === 'public'),
  )

/** Names of the tagged fields, as `Type.field`. */
const tagged = (supergraph: string): Set<string> =>
  new Set(
    parse(supergraph).definitions.flatMap((d) =>
      d.kind === Kind.OBJECT_TYPE_DEFINITION
        ? (d.fields ?? [])
            .filter((f) => isPublic(f.directives) || (isPublic(d.directives) && !guarded(f.directives)))
            .map((f) => `${d.name.value}.${f.name.value}`)
        : [],
    ),
  )

const guarded = (directives: readonly DirectiveNode[] | undefined) =>
  (directives ?? []).some((d) => ['authenticated', 'requiresScopes', 'policy'].includes(d.name.value))

export const publicSchema = (api: GraphQLSchema, supergraph: string): string => {
  const open = tagged(supergraph)
  const cut = mapSchema(api, {
    [MapperKind.OBJECT_FIELD]: (field, name, type) => (open.has(`${type}.${name}`) ? field : null),
  })
  return printSchema(pruneSchema(cut))
}
