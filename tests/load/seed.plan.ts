// How much there is at a scale, and who lives where: plain arithmetic, the same here and in SQL. A district is scale 1.
import { hash } from 'node:crypto'

export interface Settings {
  readonly scale: number
  readonly seed: number
  /** The day on which the district stands as it does, YYYY-MM-DD: what is open falls due around it. */
  readonly day: string
}

export interface Plan extends Settings {
  readonly committees: number
  readonly households: number
  readonly residents: number
  readonly issues: number
  readonly organizations: number
}

/** Residents' and villagers' committees of Baoshan. */
export const COMMITTEES = 567
const DISTRICT = { households: 480_000, residents: 640_000, issues: 21_000, organizations: 1_200 }
const NAMED: Readonly<Record<string, number>> = { baoshan: 1, city: 37.5 }

export const scaleOf = (given: string): number => {
  const scale = NAMED[given] ?? Number(given)
  if (!(scale > 0 && scale <= 37.5)) throw new Error(`--scale baoshan | city | 0.002 … 37.5, not ${given}`)
  return scale
}

export const planOf = (settings: Settings): Plan => ({
  ...settings,
  committees: Math.max(2, Math.round(COMMITTEES * settings.scale)),
  households: Math.round(DISTRICT.households * settings.scale),
  residents: Math.round(DISTRICT.residents * settings.scale),
  issues: Math.round(DISTRICT.issues * settings.scale),
  organizations: Math.max(10, Math.round(DISTRICT.organizations * settings.scale)),
})

/** Kinds of rows, so that no two share an id. */
export const KIND = {
  dwelling: 1,
  household: 2,
  resident: 3,
  building: 4,
  grid: 5,
  community: 6,
  representative: 7,
  event: 8,
  audit: 9,
  officer: 10,
  holder: 11,
  grant: 12,
  elector: 13,
  ballot: 14,
  pledge: 15,
  detail: 16,
  todo: 17,
  fresh: 18,
  organization: 19,
  service: 20,
  place: 21,
  address: 22,
  point: 23,
  stay: 24,
} as const

/** One household in three has an account in an app of its own. */
export const HOLDS = 3
/** One representative for so many households. */
export const REPRESENTS = 25
export const HOMES_PER_BUILDING = 24

/** Ids begin two years before the day and rise with the number, as ids made over time do. */
export const baseOf = ({ day }: Settings): number => Date.parse(`${day}T00:00:00Z`) - 730 * 86_400_000

/** The id of row `n` of a kind: `load.id` says the same. */
export const idOf = (plan: Plan, kind: number, n: number): string => {
  const hex =
    (baseOf(plan) + n).toString(16).padStart(12, '0') +
    `7${kind.toString(16).padStart(3, '0')}8` +
    hash('md5', `${plan.seed}:${kind}:${n}`).slice(0, 15)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}

/** The household of resident `n`, and the resident who heads household `n`; both count from 1. */
export const householdOf = ({ households, residents }: Plan, n: number): number =>
  Math.floor(((n - 1) * households) / residents) + 1
export const headOf = ({ households, residents }: Plan, n: number): number => Math.ceil(((n - 1) * residents) / households) + 1
