// The runtime plans with the supergraph, and on the first question it also stitches the schemas of all subgraphs together
// once more, of which it then only asks whether a subgraph of that name is there. Here it stitches their names, which saves
// half a second of whoever asks first.
import { unifiedGraphHandler } from '@graphql-hive/router-runtime'
import { buildASTSchema, Kind, parse, type DefinitionNode, type GraphQLSchema } from 'graphql'

/** A supergraph of the same subgraphs in which each has one field and nothing more. */
export const namesOf = (supergraph: string): GraphQLSchema => {
  const { definitions } = parse(supergraph, { noLocation: true })
  const graphs = definitions.flatMap((one) =>
    one.kind === Kind.ENUM_TYPE_DEFINITION && one.name.value === 'join__Graph' ? (one.values ?? []).map((v) => v.name.value) : [],
  )
  const query = `type Query ${graphs.map((graph) => `@join__type(graph: ${graph})`).join(' ')} {
    ${graphs.map((graph) => `${graph}: Boolean @join__field(graph: ${graph})`).join('\n')}
  }`
  const isOfLanguage = (one: DefinitionNode): boolean => 'name' in one && /^(join__|link__|link$)/.test(one.name?.value ?? '')
  const kept = definitions.flatMap((one): DefinitionNode[] => {
    if (one.kind !== Kind.SCHEMA_DEFINITION) return isOfLanguage(one) ? [one] : []
    return [{ ...one, operationTypes: one.operationTypes.filter(({ operation }) => operation === 'query') }]
  })
  return buildASTSchema(
    { kind: Kind.DOCUMENT, definitions: [...kept, ...parse(query, { noLocation: true }).definitions] },
    { assumeValidSDL: true, assumeValid: true },
  )
}

type Handler = typeof unifiedGraphHandler

export const leanHandler: Handler = async (given) => {
  const options = { ...given }
  const handled = await unifiedGraphHandler(options)
  options.unifiedGraph = namesOf(given.getUnifiedGraphSDL())
  return handled
}
