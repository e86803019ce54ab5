// Divisions for choosing: what lies below a place, and a search by name, pinyin or code.
import { client } from './client.ts'
import { findPlacesQuery, placesBelowQuery } from './app.queries.ts'
import { account, type Place } from './session.ts'

export interface PlaceNode extends Place {
  readonly hint?: string
  readonly isLeaf?: boolean
}

const LOWEST = new Set<string>(['RESIDENTS_COMMITTEE', 'VILLAGERS_COMMITTEE', 'RESIDENTS_AREA', 'VILLAGERS_AREA'])

const own = (): PlaceNode[] => {
  const held = account.value?.roles ?? []
  return [...new Map(held.map(({ division, divisionName }) => [division, { code: division, name: divisionName }])).values()]
}

/** The divisions below a place; the account's own places when none is given. */
export const childrenOf = async (parent: string | null): Promise<PlaceNode[]> => {
  if (!parent) return own()
  const found: PlaceNode[] = []
  let after: string | null = null
  do {
    const { data } = await client.query(placesBelowQuery, { parent, after }).toPromise()
    if (!data) break
    found.push(...data.divisions.edges.map(({ node }) => ({ code: node.code, name: node.name, isLeaf: LOWEST.has(node.kind) })))
    after = data.divisions.pageInfo.hasNextPage ? (data.divisions.pageInfo.endCursor ?? null) : null
  } while (after)
  return found
}

export const findPlaces = async (search: string): Promise<PlaceNode[]> => {
  const { data } = await client.query(findPlacesQuery, { search }).toPromise()
  return (data?.divisions.edges ?? []).map(({ node }) => ({
    code: node.code,
    name: node.name,
    hint: node.path.slice(0, -node.name.length),
  }))
}
