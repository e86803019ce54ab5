// Drafts of the caller: kept while they type, dropped when the form is sent.
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql'
import { SignedIn } from '../shared/access.ts'
import type { Context } from '../shared/context.ts'
import { badInput } from '../shared/errors.ts'
import { text } from '../shared/words.ts'
import { Draft, LONGEST } from './draft.entity.ts'

const LEFT_LYING = 30

@Resolver(() => Draft)
export class DraftResolver {
  @SignedIn()
  @Query(() => Draft, { nullable: true, description: 'What the caller had begun to write there.' })
  draft(@Ctx() ctx: Context, @Arg('key', () => String) key: string) {
    return ctx.em.findOne(Draft, { key })
  }

  @SignedIn()
  @Mutation(() => Draft, { description: 'Keeps what the caller has written so far, in place of what was kept before.' })
  async keepDraft(@Ctx() ctx: Context, @Arg('key', () => String) key: string, @Arg('value', () => String) value: string) {
    if (key.length > 200 || value.length > LONGEST) throw badInput(text('草稿内容过长。', 'The draft is too long.'))
    const draft = { account: ctx.actor.id!, key, value, savedAt: ctx.now }
    await ctx.em.upsert(Draft, draft, { onConflictMergeFields: ['value', 'savedAt'] })
    return draft
  }

  @SignedIn()
  @Mutation(() => Boolean, { description: 'Drops a draft; true when there was one.' })
  async dropDraft(@Ctx() ctx: Context, @Arg('key', () => String) key: string) {
    return (await ctx.em.nativeDelete(Draft, { key, account: ctx.actor.id ?? '' })) > 0
  }
}

/** Drops what has been left lying. */
export const dropOldDrafts = async (ctx: Context): Promise<void> => {
  await ctx.em.execute(`delete from office.draft where saved_at < ?::timestamptz - interval '${LEFT_LYING} days'`, [ctx.now])
}
