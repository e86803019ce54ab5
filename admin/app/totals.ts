// How many rows a list has, without reading them.
import type { AnyVariables, DocumentInput } from '@urql/core'
import type { DocumentNode, FieldNode, SelectionNode } from 'graphql'
import { client } from './client.ts'
import { readState, type ListState } from './list.ts'
import { here } from './session.ts'

const TOTAL = 'totalCount'
const isTotal = (one: SelectionNode) => one.kind === 'Field' && one.name.value === TOTAL

/** The document of a list, cut down to its total. */
const onlyTotal = ({ definitions }: DocumentNode): DocumentNode => ({
  kind: 'Document' as DocumentNode['kind'],
  definitions: definitions.flatMap((one) => {
    if (one.kind !== 'OperationDefinition') return []
    const lists = one.selectionSet.selections.flatMap((field): FieldNode[] => {
      const selections = field.kind === 'Field' ? (field.selectionSet?.selections.filter(isTotal) ?? []) : []
      return field.kind === 'Field' && selections.length
        ? [{ ...field, selectionSet: { ...field.selectionSet!, selections } }]
        : []
    })
    return [{ ...one, selectionSet: { ...one.selectionSet, selections: lists } }]
  }),
})

/** The total in the answer of a list; null when there is none. */
export const totalIn = (data: object | undefined): number | null => {
  for (const list of Object.values(data ?? {})) {
    const total = (list as { totalCount?: unknown } | null)?.totalCount
    if (typeof total === 'number') return total
  }
  return null
}

/** Asks how many rows the list has now. */
export const askTotal = async <Variables extends AnyVariables>(
  query: DocumentInput<unknown, Variables>,
  variables: Variables,
): Promise<number | null> => {
  const asked = { ...variables, first: 1, after: null } as Variables
  const { data } = await client.query(onlyTotal(query as DocumentNode), asked, { requestPolicy: 'network-only' }).toPromise()
  return totalIn(data as object | undefined)
}

/** Counts any state of a list, in the place that is chosen. */
export const counter =
  <Variables extends AnyVariables>(
    query: DocumentInput<unknown, Variables>,
    asked: (list: ListState, division: string | null) => Variables,
  ) =>
  (state: string): Promise<number | null> =>
    askTotal(query, asked(readState(state), here.value?.code ?? null))
