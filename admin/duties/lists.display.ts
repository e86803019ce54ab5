// How the states of lists look, and where they stand on the way; exhaustive, so that the compiler asks about a new one.
import type { Tone } from '../app/ui/StatusBadge.vue'
import type { BasisLevel, Category, ItemStatus, ListType, Performer, VersionStatus } from './list.queries.ts'

export const versionTones: Record<VersionStatus, Tone> = {
  COMPILING: 'neutral',
  SOLICITING: 'info',
  DELIBERATED: 'wait',
  PUBLISHED: 'info',
  IN_FORCE: 'good',
  SUPERSEDED: 'neutral',
  REPEALED: 'bad',
}

export const VERSION_STAGES = ['compile', 'solicit', 'deliberate', 'publish', 'force'] as const

/** How many stages of the way lie behind a version. */
export const versionStageOf: Record<VersionStatus, number> = {
  COMPILING: 0,
  SOLICITING: 1,
  DELIBERATED: 3,
  PUBLISHED: 4,
  IN_FORCE: 5,
  SUPERSEDED: 5,
  REPEALED: 5,
}

export const itemTones: Record<ItemStatus, Tone> = {
  LISTED: 'good',
  SUSPENDED: 'wait',
  ADJUSTING: 'wait',
  WITHDRAWN: 'bad',
}

/** The names of a word list of the API, in its order. */
const namesOf = <Name extends string>(names: Record<Name, true>) => Object.keys(names) as Name[]

export const listTypes = namesOf<ListType>({
  SELF_GOVERNANCE: true,
  ASSIST_GOVERNMENT: true,
  CERTIFICATE: true,
  NEGATIVE: true,
  TOWN_BASIC: true,
  TOWN_COOPERATE: true,
  TOWN_WITHDRAWN: true,
})
export const categories = namesOf<Category>({
  SELF_GOVERNANCE: true,
  PUBLIC_SERVICE: true,
  PUBLIC_MANAGEMENT: true,
  PUBLIC_SAFETY: true,
  RIGHTS_PROTECTION: true,
  CERTIFICATION: true,
})
export const performers = namesOf<Performer>({
  RESIDENTS_COMMITTEE: true,
  VILLAGERS_COMMITTEE: true,
  EITHER: true,
  TOWN: true,
})
export const basisLevels = namesOf<BasisLevel>({
  LAW: true,
  ADMIN_REGULATION: true,
  LOCAL_REGULATION: true,
  RULE: true,
  NORMATIVE: true,
  STANDARD: true,
})
export const versionStatuses = Object.keys(versionTones) as VersionStatus[]

/** Who compiles lists. */
export const COMPILERS = ['DISTRICT_CIVIL_AFFAIRS', 'SUBDISTRICT_OFFICER', 'SUBDISTRICT_LEAD']
