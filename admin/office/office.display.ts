// How the states of office records look; exhaustive, so that the compiler asks about a new one.
import type { Tone } from '../app/ui/StatusBadge.vue'
import type { AccountRow, RoleName } from './office.queries.ts'

export const accountTones: Record<AccountRow['status'], Tone> = { ACTIVE: 'good', DISABLED: 'neutral' }

/** Every role, in the order of the platform's list. */
const roles: Record<RoleName, true> = {
  DISTRICT_CIVIL_AFFAIRS: true,
  DISTRICT_JOINT_MEETING: true,
  DISTRICT_DEPARTMENT: true,
  DISTRICT_JUSTICE: true,
  DISTRICT_FINANCE: true,
  SUBDISTRICT_LEAD: true,
  SUBDISTRICT_OFFICER: true,
  COMMUNITY_MANAGER: true,
  COMMITTEE_SECRETARY: true,
  COMMITTEE_MEMBER: true,
  PARTY_BRANCH: true,
  MEETING_CHAIR: true,
  SUPERVISION_MEMBER: true,
  LEGAL_SPECIALIST: true,
  GRID_WORKER: true,
  RESIDENT: true,
  EVALUATOR: true,
  PARTNER_ORGANIZATION: true,
  SYS_ADMIN: true,
  SEC_ADMIN: true,
  AUDITOR: true,
}

export const roleNames = Object.keys(roles) as RoleName[]

const SUBGRAPHS = [
  'territory',
  'residents',
  'duties',
  'organizations',
  'volunteers',
  'legal',
  'compacts',
  'cases',
  'office',
] as const

export const scopes = SUBGRAPHS.flatMap((subgraph) => [`${subgraph}:read`, `${subgraph}:write`])
