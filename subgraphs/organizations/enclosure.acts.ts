// Handing in files with a record: receipts say what they are, the office is told to keep them.
import { v7 as uuidv7 } from 'uuid'
import { grouped, many, type Context } from '../shared/context.ts'
import { refused } from '../shared/errors.ts'
import { text } from '../shared/words.ts'
import { Enclosure, MOST_FILES } from './enclosure.entity.ts'
import type { Evidence } from './entry.rules.ts'
import { receipted } from './file.links.ts'

export interface Given {
  readonly file: string
  readonly evidence?: Evidence | null
}

/** Hangs files on a record by their receipts; all of them, or none. `kept` is how many go with it already. */
export const enclose = async (
  ctx: Context,
  record: string,
  given: readonly Given[],
  { kept, since = 0 }: { readonly kept: number; readonly since?: number },
): Promise<Enclosure[]> => {
  if (!given.length) return []
  if (kept + given.length > MOST_FILES)
    throw refused(text(`附件最多${MOST_FILES}个。`, `At most ${MOST_FILES} files.`), { rule: 'ENCLOSURES', field: 'file' })
  const made: Enclosure[] = []
  for (const { file: receipt, evidence = null } of given) {
    const { id: file, name, type, size } = await receipted(ctx, receipt)
    const columns = { id: uuidv7(), record, file, name, type, size, evidence, account: ctx.actor.id!, at: ctx.now, since }
    made.push(ctx.em.create(Enclosure, columns))
  }
  await ctx.jobs.publish(ctx, 'FilesKept', { ids: made.map(({ file }) => file) })
  return made
}

/** Everything that ever went with the record, oldest first. */
export const enclosuresOf = async (ctx: Context, record: string): Promise<Enclosure[]> =>
  (await many(ctx, 'enclosures', record, async (ids) =>
    grouped(
      await ctx.em.find(Enclosure, { record: { $in: ids } }, { orderBy: { at: 'asc', id: 'asc' } }),
      ({ record: of }) => of,
    ),
  )) ?? []

/** Those that belong to a revision. */
export const inRevision = async (ctx: Context, record: string, revision: number): Promise<Enclosure[]> =>
  (await enclosuresOf(ctx, record)).filter(({ since, until }) => since <= revision && (until === null || until >= revision))
