// Who sees the records of this subgraph, and on whose behalf a caller may act.
import { rolesAt, type Actor, type Relation, type Role } from '../shared/actor.ts'
import type { Context } from '../shared/context.ts'
import { forbidden, refused } from '../shared/errors.ts'
import { heldBy } from '../shared/scope.ts'
import { text } from '../shared/words.ts'

/** Who keeps the register and the directory. */
export const REGISTRARS = ['DISTRICT_CIVIL_AFFAIRS'] as const satisfies readonly Role[]

/** Officers who look after organisations of their divisions. */
export const KEEPERS = ['DISTRICT_CIVIL_AFFAIRS', 'SUBDISTRICT_OFFICER', 'SUBDISTRICT_LEAD'] as const satisfies readonly Role[]

/** Officers who see what is being done with organisations of their divisions, drafts too. */
export const OFFICERS = [
  ...KEEPERS,
  'DISTRICT_FINANCE',
  'COMMITTEE_SECRETARY',
  'COMMITTEE_MEMBER',
  'SUPERVISION_MEMBER',
  'AUDITOR',
] as const satisfies readonly Role[]

export const officers = heldBy(OFFICERS)

/** Whether the actor is one of them at a division. */
export const isOfficerAt = (actor: Actor, division: string): boolean =>
  rolesAt(actor, division).some((role) => (OFFICERS as readonly string[]).includes(role))

/** Whether the actor acts for the organisation: an account or a program opened for it. */
export const actsFor = (actor: Actor, organization: string | null): boolean =>
  organization !== null && organization === actor.organization && actor.grants.some(({ role }) => role === 'PARTNER_ORGANIZATION')

/** Whether the actor reads what an organisation handed in, and what was written about it: itself, and officers of the division. */
export const readsPapers = (
  actor: Actor,
  { organization, division }: { organization: string | null; division: string },
): boolean => actsFor(actor, organization) || isOfficerAt(actor, division)

/** Rows of the organisation the actor acts for. */
export const ownOrganization = (actor: Actor, column = 'organization') =>
  actsFor(actor, actor.organization) && { [column]: actor.organization }

/** What ties the actor to a record of an organisation. */
export const relationsOf = (actor: Actor, { organization }: { readonly organization: string | null }): Relation[] =>
  actsFor(actor, organization) ? ['OWNER'] : []

/** Throws unless the caller holds one of the roles at the division. */
export const mustHold = ({ actor }: Context, roles: readonly Role[], division: string): void => {
  if (actor.kind !== 'SYSTEM' && !rolesAt(actor, division).some((role) => roles.includes(role)))
    throw forbidden(text('该记录不在您的管理范围内，或不属于您的职责。', 'This is outside your scope or your duties.'))
}

/** The organisation the caller acts for; refused when there is none. */
export const mustActFor = ({ actor }: Context): string => {
  if (!actor.organization || !actsFor(actor, actor.organization))
    throw forbidden(text('此项由社会组织账号办理。', 'This is for accounts of a social organisation.'))
  return actor.organization
}

/** An action with data of its own is taken by its own mutation, so that the data cannot be left out. */
export const mustNotCarry = (machine: { row: (action: never) => { carries?: true } }, action: string): void => {
  if (machine.row(action as never).carries)
    throw refused(text('此项需要填写内容，请使用对应的办理入口。', 'This action carries data; use its own mutation.'))
}
