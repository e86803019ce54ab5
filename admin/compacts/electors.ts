// The units of a frozen roll: all of them, page by page, and what each is called.
import { client } from '../app/client.ts'
import { electorsQuery, type ElectorRow } from './roll.queries.ts'

export const allElectors = async (electorate: string): Promise<ElectorRow[]> => {
  const rows: ElectorRow[] = []
  let after: string | null = null
  do {
    const { data, error } = await client
      .query(electorsQuery, { electorate, after }, { requestPolicy: 'network-only' })
      .toPromise()
    if (!data) throw error
    rows.push(...data.electors.edges.map(({ node }) => node))
    after = data.electors.pageInfo.hasNextPage ? data.electors.pageInfo.endCursor : null
  } while (after)
  return rows
}

/** A unit as an officer knows it: the rooms of an owner, or who votes for a household and where they live. */
export const nameOf = (elector: ElectorRow | null | undefined): string =>
  elector
    ? (elector.label ?? [elector.resident?.name, elector.resident?.address].filter(Boolean).join(' · ')) ||
      elector.unit.slice(0, 8)
    : '—'

/** Square metres of a number of cm². */
export const metres = (cm2: number): string => (cm2 / 10_000).toLocaleString('zh-CN', { maximumFractionDigits: 2 })
