// Who is asking: roles with the divisions they hold for, scopes of the client, and the language. Knows no database.
import { say, text, type Locale, type Text } from './words.ts'

/** Roles an account may hold, with the words officers use. Lifecycle: district first, platform last. */
export const ROLES = {
  DISTRICT_CIVIL_AFFAIRS: text('区民政局', 'District civil affairs'),
  DISTRICT_JOINT_MEETING: text('联席会议成员', 'Joint-meeting member'),
  DISTRICT_DEPARTMENT: text('职能部门', 'District department'),
  DISTRICT_JUSTICE: text('区司法局', 'District justice bureau'),
  DISTRICT_FINANCE: text('区财政局', 'District finance bureau'),
  SUBDISTRICT_LEAD: text('街镇领导', 'Subdistrict lead'),
  SUBDISTRICT_OFFICER: text('街镇条线干部', 'Subdistrict officer'),
  COMMUNITY_MANAGER: text('社区专职', 'Community manager'),
  COMMITTEE_SECRETARY: text('居村书记', 'Committee secretary'),
  COMMITTEE_MEMBER: text('居委委员', 'Committee member'),
  PARTY_BRANCH: text('社区党组织', 'Community Party organisation'),
  MEETING_CHAIR: text('会议主持人', 'Meeting chair'),
  SUPERVISION_MEMBER: text('居务监督委员', 'Supervision member'),
  LEGAL_SPECIALIST: text('法治专员', 'Rule-of-law specialist'),
  GRID_WORKER: text('网格员', 'Grid worker'),
  RESIDENT: text('居民', 'Resident'),
  EVALUATOR: text('评审专家', 'Evaluator'),
  PARTNER_ORGANIZATION: text('合作社会组织', 'Partner organisation'),
  SYS_ADMIN: text('系统管理员', 'System administrator'),
  SEC_ADMIN: text('安全管理员', 'Security administrator'),
  AUDITOR: text('审计管理员', 'Auditor'),
} satisfies Record<string, Text>

export type Role = keyof typeof ROLES

/** What ties a person to one record: not held by an account, but found in the record itself. */
export const RELATIONS = {
  AUTHOR: text('提出人', 'Author'),
  OWNER: text('责任单位', 'Owner'),
  SYSTEM: text('系统', 'System'),
} satisfies Record<string, Text>

export type Relation = keyof typeof RELATIONS
export type Party = Role | Relation

export const partyWords = (party: Party): Text => ({ ...ROLES, ...RELATIONS })[party]

/** One role over one division and everything below it; `division` is a code prefix, '' the whole country. */
export interface Grant {
  readonly role: Role
  readonly division: string
}

export interface Actor {
  readonly kind: 'PERSON' | 'CLIENT' | 'SYSTEM' | 'ANONYMOUS'
  /** Account or API client; null for anonymous callers and the system. */
  readonly id: string | null
  /** The display name written into events. */
  readonly name: string
  /** The resident this account belongs to, when it has one. */
  readonly resident: string | null
  /** The department or social organisation it acts for, by its id. */
  readonly organization: string | null
  readonly grants: readonly Grant[]
  /** OAuth scopes: `<subgraph>:read`, `<subgraph>:write`. */
  readonly scopes: readonly string[]
  readonly locale: Locale
}

export const ANONYMOUS: Actor = {
  kind: 'ANONYMOUS',
  id: null,
  name: '',
  resident: null,
  organization: null,
  grants: [],
  scopes: [],
  locale: 'zh',
}

export const SYSTEM: Actor = { ...ANONYMOUS, kind: 'SYSTEM', name: 'SYSTEM', grants: [] }

/** A division code without the zeros that only pad it: 310113000000 covers 310113. */
export const prefixOf = (division: string): string => {
  if (division.length !== 12) return division
  if (division.endsWith('0000000000')) return division.slice(0, 2)
  if (division.endsWith('00000000')) return division.slice(0, 4)
  if (division.endsWith('000000')) return division.slice(0, 6)
  if (division.endsWith('000')) return division.slice(0, 9)
  return division
}

/** The prefixes over which the actor holds any of the roles. */
export const reach = (actor: Actor, roles: readonly Role[]): string[] => [
  ...new Set(actor.grants.filter((grant) => roles.includes(grant.role)).map((grant) => prefixOf(grant.division))),
]

/** The roles the actor holds at a division. */
export const rolesAt = (actor: Actor, division: string): Role[] =>
  actor.grants.filter((grant) => division.startsWith(prefixOf(grant.division))).map((grant) => grant.role)

export const hasRole = (actor: Actor, roles: readonly Role[]): boolean => actor.grants.some((grant) => roles.includes(grant.role))

/** Whether the actor is at a place as one who lives there, and in no office. */
export const actsAsResident = (actor: Actor, division: string): boolean =>
  actor.resident !== null && rolesAt(actor, division).every((role) => role === 'RESIDENT')

/** What a history keeps of whoever acted. */
export type Acted = Readonly<Record<'account' | 'role', string | null> & Record<'by' | 'division', string>>

/** How a history names whoever acted: officers by name; residents only to themselves and their committee. */
export const nameShown = ({ by, account, role, division }: Acted, viewer: Actor): string => {
  if (!account && by === SYSTEM.name) return say(RELATIONS.SYSTEM, viewer.locale)
  const known = viewer.kind === 'SYSTEM' || viewer.id === account || (role !== 'AUTHOR' && role !== 'RESIDENT')
  const isTheirs = rolesAt(viewer, division).some((held) => held === 'COMMITTEE_SECRETARY' || held === 'COMMITTEE_MEMBER')
  return known || isTheirs ? by : say(ROLES.RESIDENT, viewer.locale)
}
