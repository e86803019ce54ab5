// Accounts, programs and to-dos of an organisation that was merged into another go on under the other.
import type { Context } from '../shared/context.ts'

interface Merged {
  readonly from: string
  readonly into: string
}

export const onOrganizationMerged = async (ctx: Context, { from, into }: Merged): Promise<void> => {
  for (const table of ['account', 'api_client', 'todo'])
    await ctx.em.execute(`update office.${table} set organization = ? where organization = ?`, [into, from])
}
