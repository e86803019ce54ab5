// Whoever leaves the roll, or is erased from it, is no longer named where residents speak; what they said stays.
import type { Context } from '../shared/context.ts'
import { uuids } from './transaction.ts'

interface Entry {
  readonly resident: string
  readonly hasLeft?: boolean
}

export const forgetNames = async (ctx: Context, entries: readonly Entry[]): Promise<void> => {
  const left = entries.filter(({ hasLeft }) => hasLeft).map(({ resident }) => resident)
  if (!left.length) return
  for (const table of ['issue', 'issue_comment'])
    await ctx.em.execute(
      `update compacts.${table} set public_name = null where author = any(?::uuid[]) and public_name is not null
         and exists (select 1 from compacts.roll_entry r where r.resident = ${table}.author and r.has_left)`,
      [uuids(left)],
    )
}
