// Kinds of division, in the order from the province down; exhaustive, so that the compiler asks about a new one.
import type { DivisionKind } from './territory.queries.ts'

const kinds: Record<DivisionKind, 'above' | 'town' | 'committee'> = {
  PROVINCE: 'above',
  PREFECTURE: 'above',
  DISTRICT: 'above',
  SUBDISTRICT: 'town',
  TOWN: 'town',
  TOWNSHIP: 'town',
  SPECIAL_AREA: 'town',
  RESIDENTS_COMMITTEE: 'committee',
  VILLAGERS_COMMITTEE: 'committee',
  RESIDENTS_AREA: 'committee',
  VILLAGERS_AREA: 'committee',
}

export const divisionKinds = Object.keys(kinds) as DivisionKind[]
export const isTown = (kind: DivisionKind): boolean => kinds[kind] === 'town'
export const isCommittee = (kind: DivisionKind): boolean => kinds[kind] === 'committee'

/** Who may draw what lies inside a committee. */
export const WARDENS = ['SUBDISTRICT_OFFICER', 'COMMUNITY_MANAGER', 'COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER']
