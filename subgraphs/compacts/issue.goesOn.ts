// Where what is said of an issue now belongs: a merged one goes on in another.
import { find, type Context } from '../shared/context.ts'
import { Issue } from './issue.entity.ts'

/** The issue itself, or the one it goes on in, however often that was merged again. */
export const ledOn = async (ctx: Context, issue: Issue | null): Promise<Issue | null> => {
  let last = issue
  while (last?.status === 'MERGED' && last.goesOnIn) last = await find(ctx, Issue, last.goesOnIn.id)
  return last
}
