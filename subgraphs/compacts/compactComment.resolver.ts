// What residents say about a draft, and the answers: one answer for as many comments as say the same.
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For } from '../shared/access.ts'
import { find, type Context } from '../shared/context.ts'
import { badInput, notFound, refused } from '../shared/errors.ts'
import { text } from '../shared/words.ts'
import { Article, CommentOutcomeName, Compact, CompactComment } from './compact.entity.ts'
import { compactMachine } from './compact.machine.ts'
import type { CommentOutcome } from './compact.rules.ts'
import { COMMITTEE, mustHold, residentAt } from './rights.ts'
import { LINE, said } from './said.ts'

const TOGETHER = 100

@Resolver()
export class CompactCommentResolver {
  @For('RESIDENT')
  @Mutation(() => CompactComment, { description: 'Says something about the draft, or about one of its articles.' })
  async commentOnCompact(
    @Ctx() ctx: Context,
    @Arg('compact', () => ID) id: string,
    @Arg('body', () => String) body: string,
    @Arg('article', () => Int, { nullable: true }) article?: number,
  ) {
    const compact = await find(ctx, Compact, id)
    if (!compact) throw notFound(compactMachine.label)
    if (compact.status !== 'COMMENT') throw refused(text('公约不在征求意见期间。', 'The compact is not open for comment.'))
    const resident = residentAt(ctx, compact.division)
    if (article && !(await ctx.em.count(Article, { compact: id, number: article })))
      throw badInput(text(`没有第${article}条。`, `There is no article ${article}.`), { field: 'article' })
    const words = said(body, 'body')
    return ctx.em.create(CompactComment, { id: uuidv7(), compact, article: article ?? null, resident, body: words, at: ctx.now })
  }

  @For(...COMMITTEE)
  @Mutation(() => CompactComment, { description: 'Answers what a resident said.' })
  async answerComment(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('answer', () => String) answer: string) {
    const [comment] = await this.answerComments(ctx, [id], answer, 'EXPLAINED')
    return comment!
  }

  @For(...COMMITTEE)
  @Mutation(() => [CompactComment], {
    description: 'Gives one answer to comments on one draft that say the same, and says what came of them.',
  })
  async answerComments(
    @Ctx() ctx: Context,
    @Arg('comments', () => [ID], { description: `${TOGETHER} at most.` }) ids: string[],
    @Arg('answer', () => String) answer: string,
    @Arg('outcome', () => CommentOutcomeName) outcome: CommentOutcome,
    @Arg('topic', () => String, { nullable: true, description: 'What they have in common.' }) topic?: string,
  ) {
    if (ids.length === 0 || ids.length > TOGETHER)
      throw badInput(text(`一次答复一至${TOGETHER}条意见。`, `Answer one to ${TOGETHER} comments at a time.`), {
        field: 'comments',
      })
    const comments = await ctx.em.find(CompactComment, { id: { $in: ids } }, { orderBy: { at: 'asc', id: 'asc' } })
    const compact = comments[0] && (await find(ctx, Compact, comments[0].compact.id))
    if (!compact || comments.length < new Set(ids).size || comments.some((one) => one.compact.id !== compact.id))
      throw notFound(text('意见', 'Comment'))
    mustHold(ctx, COMMITTEE, compact.division)
    if (!['DRAFTING', 'COMMENT'].includes(compact.status))
      throw refused(text('征求意见已经结束，答复不再更改。', 'The comment round is over; answers no longer change.'))
    const words = { answer: said(answer, 'answer'), outcome, topic: topic?.trim() ? said(topic, 'topic', LINE) : null }
    for (const comment of comments) Object.assign(comment, words, { answeredAt: ctx.now })
    return comments
  }
}
