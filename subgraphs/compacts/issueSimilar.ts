// Issues of the same committee that say much the same: shown to whoever raises one, and kept with what they handed in.
import type { Context } from '../shared/context.ts'
import { Issue } from './issue.entity.ts'
import { mostAlike } from './similar.rules.ts'

const MOST = 5
const LOOKED_AT = 500
const YEAR = 365 * 86_400_000

/** Of the last year, best first; those that go on in another issue are left to that one. */
export const similarTo = async (ctx: Context, division: string, title: string, except?: string | null): Promise<Issue[]> => {
  const recent = await ctx.em.find(
    Issue,
    {
      division,
      status: { $nin: ['DRAFT', 'WITHDRAWN', 'MERGED'] },
      createdAt: { $gte: new Date(ctx.now.getTime() - YEAR) },
      ...(except ? { id: { $ne: except } } : {}),
    },
    { orderBy: { createdAt: 'desc' }, limit: LOOKED_AT, fields: ['id', 'title'] },
  )
  const found = mostAlike(recent, title, MOST).map(({ id }) => id)
  const whole = await ctx.em.find(Issue, { id: { $in: found } })
  return whole.toSorted((a, b) => found.indexOf(a.id) - found.indexOf(b.id))
}
