// The typed document function; the only import of gql.tada.
import { initGraphQLTada } from 'gql.tada'
import type { introspection } from '../graphql-env.d.ts'

export const graphql = initGraphQLTada<{
  introspection: introspection
  disableMasking: true
  scalars: { ID: string; DateTimeISO: string }
}>()

export type { ResultOf, VariablesOf } from 'gql.tada'
