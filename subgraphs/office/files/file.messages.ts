// What the office does when a file is hung on a record elsewhere, or taken off: the ids of files that stay, and of those that go.
import type { Context } from '../../shared/context.ts'

interface Files {
  readonly ids: readonly string[]
}

const mark = async (ctx: Context, all: readonly Files[], at: Date | null): Promise<void> => {
  const ids = all.flatMap((files) => files.ids)
  await ctx.em.execute('update office.stored_file set kept_at = ? where id = any(?::uuid[])', [at, `{${ids.join(',')}}`])
}

export const onFilesKept = (ctx: Context, all: readonly Files[]): Promise<void> => mark(ctx, all, ctx.now)
export const onFilesDropped = (ctx: Context, all: readonly Files[]): Promise<void> => mark(ctx, all, null)
