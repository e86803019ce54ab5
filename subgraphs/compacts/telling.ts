// Telling people of something that happened to a record: residents by who they are, officers by what they hold where.
import type { Role } from '../shared/actor.ts'
import type { Context } from '../shared/context.ts'
import type { Text } from '../shared/words.ts'

export interface Told {
  readonly type: string
  readonly stream: string
  readonly division: string
  /** What it tells of, so that nobody is told twice. */
  readonly cause: string
  readonly words: Text
  readonly residents?: readonly (string | null)[]
  readonly roles?: readonly Role[]
}

export const tell = async (ctx: Context, told: Told): Promise<void> => {
  const residents = [...new Set(told.residents?.filter((one) => one !== null && one !== ctx.actor.resident))]
  if (residents.length || told.roles?.length)
    await ctx.jobs.publish(ctx, 'PeopleTold', { ...told, residents, roles: told.roles ?? [], at: ctx.now })
}
