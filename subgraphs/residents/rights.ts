// Who may write about whom. Rows a caller may read are cut by scope; to write, the role must be held at their place.
import { rolesAt, type Role } from '../shared/actor.ts'
import { dueAfter, type TimeLimit } from '../shared/calendar.ts'
import { rule, type Context } from '../shared/context.ts'
import { badInput, forbidden } from '../shared/errors.ts'
import { text } from '../shared/words.ts'

/** The first of the roles that the caller holds at the division; throws when there is none. */
export const mustHold = (ctx: Context, roles: readonly Role[], division: string): Role | 'SYSTEM' => {
  if (ctx.actor.kind === 'SYSTEM') return 'SYSTEM'
  const held = rolesAt(ctx.actor, division).find((role) => roles.includes(role))
  if (!held) throw forbidden(text('该居民不在您的管理范围内。', 'This is not within your scope.'))
  return held
}

/** A day that exists, written 2026-01-31. */
export const mustBeDay = (day: string, field: string): string => {
  if (
    !/^\d{4}-\d{2}-\d{2}$/.test(day) ||
    Number.isNaN(Date.parse(day)) ||
    !new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)
  )
    throw badInput(text('日期应写作“2026-01-31”。', 'Write the day as 2026-01-31.'), { field })
  return day
}

export const mustBeCommittee = (division: string): string => {
  if (!/^\d{9}(?!000)\d{3}$/.test(division))
    throw badInput(text('请填写12位居村代码。', 'Give the 12-digit code of a committee.'), { field: 'division' })
  return division
}

/** When a time limit that starts now ends. */
export const deadline = (ctx: Context, code: string, division: string): Date =>
  dueAfter(ctx.now, rule<TimeLimit>(ctx, code, division).value)
