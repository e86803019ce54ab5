// All rows of a list, a hundred at a time, by the query of its page: same person, same scope, same masking.
import type { AnyVariables, DocumentInput } from '@urql/core'
import { plainClient } from '../client.ts'
import { mistakeOf } from '../mistakes.ts'
import { Failed } from './failed.ts'

const PAGE = 100

interface Connection<Row> {
  readonly edges: readonly { readonly node: Row }[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
}

/** The pages of a list as it stands when it is called, or of these of its records. */
export type Source<Row> = (ids?: readonly string[]) => AsyncGenerator<readonly Row[]>

/** Parts of at most a hundred. */
export const parts = <One>(all: readonly One[]): One[][] =>
  Array.from({ length: Math.ceil(all.length / PAGE) }, (_, at) => all.slice(at * PAGE, (at + 1) * PAGE))

/** The source of a list, from what its page asks; lists whose filter knows `ids` can be asked for some of their records. */
export const sourceOf = <Data, Variables extends AnyVariables, Row>(
  query: DocumentInput<Data, Variables>,
  asked: () => Variables,
  pick: (data: Data) => Connection<Row>,
): Source<Row> => {
  const page = async (more: object): Promise<Connection<Row>> => {
    const { data, error } = await plainClient.query(query, { ...more, first: PAGE } as unknown as Variables).toPromise()
    if (error || !data) throw new Failed(mistakeOf(error!))
    return pick(data)
  }
  const whole = async function* (given: object) {
    let after: string | null = null
    do {
      const { edges, pageInfo } = await page({ ...given, after })
      yield edges.map(({ node }) => node)
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null
    } while (after)
  }
  const some = async function* (given: object, ids: readonly string[]) {
    const { filter } = given as { filter?: object | null }
    for (const part of parts(ids)) {
      const { edges } = await page({ ...given, filter: { ...filter, ids: part }, after: null })
      yield edges.map(({ node }) => node)
    }
  }
  return (ids) => (ids ? some(asked() as object, ids) : whole(asked() as object))
}
