// Who sees the records of this subgraph, and on whose behalf a caller may act.
import { reach, rolesAt, type Actor, type Relation, type Role } from '../shared/actor.ts'
import type { Context } from '../shared/context.ts'
import { forbidden, refused } from '../shared/errors.ts'
import { heldBy, under } from '../shared/scope.ts'
import { text } from '../shared/words.ts'

/** Officers who see what is done with the lists of their divisions, drafts too. */
export const OFFICERS = [
  'DISTRICT_CIVIL_AFFAIRS',
  'DISTRICT_JOINT_MEETING',
  'DISTRICT_JUSTICE',
  'DISTRICT_FINANCE',
  'SUBDISTRICT_LEAD',
  'SUBDISTRICT_OFFICER',
  'COMMITTEE_SECRETARY',
  'COMMITTEE_MEMBER',
  'SUPERVISION_MEMBER',
  'LEGAL_SPECIALIST',
  'AUDITOR',
] as const satisfies readonly Role[]

/** Who compiles lists: the district's and every list below it, or those of the subdistrict and its committees. */
export const COMPILERS = ['DISTRICT_CIVIL_AFFAIRS', 'SUBDISTRICT_OFFICER', 'SUBDISTRICT_LEAD'] as const satisfies readonly Role[]

/** Officers of the residents' committee. */
export const COMMITTEE = ['COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER'] as const satisfies readonly Role[]

export const officers = heldBy(OFFICERS)

const CONSULTED = [...OFFICERS, 'DISTRICT_DEPARTMENT'] as const satisfies readonly Role[]
const districtsOf = (actor: Actor) => [...new Set(reach(actor, CONSULTED).map((prefix) => prefix.slice(0, 6)))]

/** Rows of the districts in which the actor holds an office: those consulted on a list need not stand above it. */
export const ofDistrict = (actor: Actor) => under(districtsOf(actor))

/** The same for one place. */
export const isOfDistrict = (actor: Actor, division: string): boolean =>
  districtsOf(actor).some((district) => division.startsWith(district))

/** Whether the actor acts for the department, in its district. */
export const actsFor = (actor: Actor, organization: string | null, division: string): boolean =>
  organization !== null && organization === actor.organization && rolesAt(actor, division).includes('DISTRICT_DEPARTMENT')

/** Rows of the department the actor acts for. */
export const ownDepartment = (actor: Actor) => {
  const isHeld = actor.grants.some(({ role }) => role === 'DISTRICT_DEPARTMENT')
  return actor.organization !== null && isHeld && { organization: actor.organization }
}

/** What ties the actor to a record of a department. */
export const relationsOf = (
  actor: Actor,
  { organization, division }: { readonly organization: string | null; readonly division: string },
): Relation[] => (actsFor(actor, organization, division) ? ['OWNER'] : [])

/** Throws unless the caller holds one of the roles at the division. */
export const mustHold = ({ actor }: Context, roles: readonly Role[], division: string): void => {
  if (actor.kind !== 'SYSTEM' && !rolesAt(actor, division).some((role) => roles.includes(role)))
    throw forbidden(text('该记录不在您的管理范围内，或不属于您的职责。', 'This is outside your scope or your duties.'))
}

/** An action with data of its own is taken by its own mutation, so that the data cannot be left out. */
export const mustNotCarry = (machine: { row: (action: never) => { carries?: true } }, action: string): void => {
  if (machine.row(action as never).carries)
    throw refused(text('此项需要填写内容，请使用对应的办理入口。', 'This action carries data; use its own mutation.'))
}
