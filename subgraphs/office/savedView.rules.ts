// What a saved view must be, and in which roles it may be shared. Pure.
import { prefixOf, rolesAt, type Actor, type Grant, type Role } from '../shared/actor.ts'
import { text, type Text } from '../shared/words.ts'

/** Whom a saved view reaches. */
export const AUDIENCES = { MINE: 'MINE', ROLE: 'ROLE', EVERYONE: 'EVERYONE' } as const
export type Audience = keyof typeof AUDIENCES

export const MOST_VIEWS = 50
export const NAME_LENGTH = 20
export const STATE_LENGTH = 2_000

/** Views pass between those who work here, not to residents or partners. */
const OUTSIDE: ReadonlySet<Role> = new Set<Role>(['RESIDENT', 'PARTNER_ORGANIZATION'])

/** The grants in which somebody shares and is reached. */
export const workingGrants = (actor: Actor): Grant[] =>
  actor.kind === 'PERSON' ? actor.grants.filter(({ role }) => !OUTSIDE.has(role)) : []

/** The divisions at and above one, as a view may be shared in them. */
export const atAndAbove = (division: string): string[] => {
  const prefix = prefixOf(division)
  const padded = [2, 4, 6, 9, 12].filter((length) => length <= prefix.length).map((n) => prefix.slice(0, n).padEnd(12, '0'))
  return [...new Set([division, ...padded])]
}

export interface Shared {
  readonly audience: Audience
  readonly role: Role | null
  readonly division: string | null
}

/** Why the actor may not share so, or null. */
export const unshareable = (actor: Actor, { audience, role, division }: Shared): Text | null => {
  if (audience === 'MINE') return null
  const held = division ? rolesAt({ ...actor, grants: workingGrants(actor) }, division) : []
  return (audience === 'ROLE' ? role && held.includes(role) : held.length)
    ? null
    : text('只能在您担任的角色和辖区内共享。', 'You may share only in a role and a division that you hold.')
}

interface Described {
  readonly list: string
  readonly name: string
  readonly state: string
}

/** Which field of a view is wrong, and how; null when none is. */
export const misdescribed = ({ list, name, state }: Described): { field: string; words: Text } | null => {
  if (!/^\/[a-z0-9/-]{1,60}$/.test(list)) return { field: 'list', words: text('没有这样的列表。', 'There is no such list.') }
  if (!name || [...name].length > NAME_LENGTH)
    return {
      field: 'name',
      words: text(`视图名称为 1 至 ${NAME_LENGTH} 个字。`, `The name of a view has 1 to ${NAME_LENGTH} characters.`),
    }
  if (state.length > STATE_LENGTH)
    return {
      field: 'state',
      words: text(`查询条件不超过 ${STATE_LENGTH} 个字符。`, `The conditions have ${STATE_LENGTH} characters at most.`),
    }
  return null
}
