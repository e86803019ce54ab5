// Who sees the records of this subgraph, and on whose behalf a caller may speak.
import type { FilterQuery } from '@mikro-orm/core'
import { rolesAt, type Actor, type Relation, type Role } from '../shared/actor.ts'
import type { Context } from '../shared/context.ts'
import { forbidden, refused } from '../shared/errors.ts'
import { heldBy } from '../shared/scope.ts'
import { text } from '../shared/words.ts'

/** Officers who see everything of their divisions but other people's drafts. */
export const OFFICERS = [
  'DISTRICT_CIVIL_AFFAIRS',
  'SUBDISTRICT_LEAD',
  'SUBDISTRICT_OFFICER',
  'COMMUNITY_MANAGER',
  'COMMITTEE_SECRETARY',
  'COMMITTEE_MEMBER',
  'PARTY_BRANCH',
  'MEETING_CHAIR',
  'SUPERVISION_MEMBER',
  'LEGAL_SPECIALIST',
  'AUDITOR',
] as const satisfies readonly Role[]

/** Officers of the residents' committee. */
export const COMMITTEE = ['COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER'] as const satisfies readonly Role[]

/** Those who may read what was hidden from everyone else. */
export const OVERSEERS = [...COMMITTEE, 'SUPERVISION_MEMBER', 'AUDITOR'] as const satisfies readonly Role[]

export const officers = heldBy(OFFICERS)
export const neighbours = heldBy(['RESIDENT'])

/** Rows the law makes public, to whoever asks without signing in; an account sees what its own office lets it see. */
export const posted =
  (rows: FilterQuery<object>) =>
  (actor: Actor): FilterQuery<object> | boolean =>
    actor.kind === 'ANONYMOUS' && rows

const REGISTRARS = [...COMMITTEE, 'COMMUNITY_MANAGER', 'SUBDISTRICT_OFFICER', 'SUBDISTRICT_LEAD'] as const

/** Whether the caller reads the residents' register of the division; to others a person is not even a number. */
export const seesRoll = (actor: Actor, division: string): boolean => holdsAt(actor, REGISTRARS, division)

/** What ties the actor to a record: raised by their resident, or answered for by their account. */
export const relationsOf = (actor: Actor, { author, owner }: { author?: string | null; owner?: string | null }): Relation[] => [
  ...(author && author === actor.resident ? (['AUTHOR'] as const) : []),
  ...(owner && owner === actor.id ? (['OWNER'] as const) : []),
]

/** The resident the caller is; refused to accounts that are not a resident's of the division. */
export const residentAt = ({ actor }: Context, division: string): string => {
  if (!actor.resident || !rolesAt(actor, division).includes('RESIDENT'))
    throw forbidden(text('本项只面向本社区的居民。', 'This is for residents of the community.'))
  return actor.resident
}

/** Whether the actor holds one of the roles at the division; the system does. */
export const holdsAt = (actor: Actor, roles: readonly Role[], division: string): boolean =>
  actor.kind === 'SYSTEM' || rolesAt(actor, division).some((role) => roles.includes(role))

/** Throws unless the caller holds one of the roles at the division. */
export const mustHold = ({ actor }: Context, roles: readonly Role[], division: string): void => {
  if (!holdsAt(actor, roles, division))
    throw forbidden(text('该记录不在您的管理范围内，或不属于您的职责。', 'This is outside your scope or your duties.'))
}

/** An action with data of its own is taken by its own mutation, so that the data cannot be left out. */
export const mustNotCarry = (machine: { row: (action: never) => { carries?: true } }, action: string): void => {
  if (machine.row(action as never).carries)
    throw refused(text('此项需要填写内容，请使用对应的办理入口。', 'This action carries data; use its own mutation.'))
}
