// Who may write where: reading territory is public, so writes name their roles and their place themselves.
import { rolesAt, type Role } from '../shared/actor.ts'
import type { Context } from '../shared/context.ts'
import { badInput, forbidden } from '../shared/errors.ts'
import type { DivisionKind } from './division.rules.ts'
import { text } from '../shared/words.ts'
import { Division } from './division.entity.ts'

/** Draw the map: divisions and communities. */
export const SURVEYORS = ['DISTRICT_CIVIL_AFFAIRS', 'SYS_ADMIN'] as const satisfies readonly Role[]
/** Draw what lies inside a committee. */
export const WARDENS = [
  'SUBDISTRICT_OFFICER',
  'COMMUNITY_MANAGER',
  'COMMITTEE_SECRETARY',
  'COMMITTEE_MEMBER',
] as const satisfies readonly Role[]

export const COMMITTEES: readonly DivisionKind[] = [
  'RESIDENTS_COMMITTEE',
  'VILLAGERS_COMMITTEE',
  'RESIDENTS_AREA',
  'VILLAGERS_AREA',
]
export const TOWNS: readonly DivisionKind[] = ['SUBDISTRICT', 'TOWN', 'TOWNSHIP', 'SPECIAL_AREA']

/** Throws unless the caller holds one of the roles at the division. */
export const mustHold = (ctx: Context, roles: readonly Role[], division: string): void => {
  if (ctx.actor.kind === 'SYSTEM') return
  if (!rolesAt(ctx.actor, division).some((role) => roles.includes(role)))
    throw forbidden(text('该区划不在您的管理范围内。', 'This division is not within your scope.'))
}

/** The division that now exists under the code and is of one of the kinds; else the field is wrong. */
export const mustBe = async (ctx: Context, code: string, kinds: readonly DivisionKind[], field: string): Promise<Division> => {
  const division = await ctx.em.findOne(Division, { code, validTo: null })
  if (!division || !kinds.includes(division.kind))
    throw badInput(text(`没有代码为“${code}”的现行区划，或其层级不符。`, `No current division ${code} of the right kind.`), {
      field,
    })
  return division
}
