// Small things every step inside one transaction needs.
import { SYSTEM } from '../shared/actor.ts'
import type { Context } from '../shared/context.ts'

/** The same transaction, acted in by the system: what follows from a person's act by rule. */
export const bySystem = (ctx: Context): Context => ({ ...ctx, actor: SYSTEM })

/** Writes what was changed, and forgets what was read before it. */
export const settle = async (ctx: Context): Promise<void> => {
  await ctx.em.flush()
  ctx.loaders.clear()
}

/** A list of ids as one parameter. */
export const uuids = (ids: readonly string[]): string => `{${ids.join(',')}}`
