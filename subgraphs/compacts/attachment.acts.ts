// Hanging a file on a record: the receipt says what it is, the office is told to keep it.
import { v7 as uuidv7 } from 'uuid'
import type { Context } from '../shared/context.ts'
import { refused } from '../shared/errors.ts'
import { text } from '../shared/words.ts'
import { Attachment, MOST_FILES } from './attachment.entity.ts'
import { receipted } from './file.links.ts'

export const attach = async (
  ctx: Context,
  record: { readonly id: string; readonly division: string },
  receipt: string,
): Promise<Attachment> => {
  const { id: file, name, type, size } = await receipted(ctx, receipt)
  if ((await ctx.em.count(Attachment, { record: record.id })) >= MOST_FILES)
    throw refused(text(`每件最多附${MOST_FILES}个文件。`, `At most ${MOST_FILES} files on one record.`))
  const made = ctx.em.create(Attachment, {
    id: uuidv7(),
    record: record.id,
    division: record.division,
    file,
    name,
    type,
    size,
    account: ctx.actor.id!,
    at: ctx.now,
  })
  await ctx.jobs.publish(ctx, 'FilesKept', { ids: [file] })
  return made
}
