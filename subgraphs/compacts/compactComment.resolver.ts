// What residents say about a draft, and the answers: one answer for as many comments as say the same.
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For } from '../shared/access.ts'
import { find, type Context } from '../shared/context.ts'
import { badInput, notFound, refused } from '../shared/errors.ts'
import { record } from '../shared/event.ts'
import { text } from '../shared/words.ts'
import { Article, CommentOutcomeName, Compact, CompactComment } from './compact.entity.ts'
import { compactMachine } from './compact.machine.ts'
import type { CommentOutcome } from './compact.rules.ts'
import { COMMITTEE, mustHold, residentAt } from './rights.ts'
import { onRoll } from './roll.messages.ts'
import { LINE, said } from './said.ts'
import { tell } from './telling.ts'

const TOGETHER = 100

@Resolver()
export class CompactCommentResolver {
  @For('RESIDENT', ...COMMITTEE)
  @Mutation(() => CompactComment, {
    description:
      'Says something about the draft, or about one of its articles: residents for themselves, officers for a resident who said it at the desk or on paper.',
  })
  async commentOnCompact(
    @Ctx() ctx: Context,
    @Arg('compact', () => ID) of: string,
    @Arg('body', () => String) body: string,
    @Arg('article', () => Int, { nullable: true }) article?: number,
    @Arg('resident', () => ID, { nullable: true, description: 'For an officer: who said it. They are told.' }) speaker?: string,
  ) {
    const compact = await find(ctx, Compact, of)
    if (!compact) throw notFound(compactMachine.label)
    if (compact.status !== 'COMMENT') throw refused(text('公约不在征求意见期间。', 'The compact is not open for comment.'))
    const { division } = compact
    if (speaker) mustHold(ctx, COMMITTEE, division)
    const resident = speaker ?? residentAt(ctx, division)
    if (speaker && !(await onRoll(ctx, speaker, division)))
      throw refused(text('该居民不在本社区名册中。', 'The resident is not on the roll of this community.'))
    if (article && !(await ctx.em.count(Article, { compact: of, number: article })))
      throw badInput(text(`没有第${article}条。`, `There is no article ${article}.`), { field: 'article' })
    const words = said(body, 'body')
    const id = uuidv7()
    const made = ctx.em.create(CompactComment, { id, compact, article: article ?? null, resident, body: words, at: ctx.now })
    if (speaker) await this.told(ctx, compact, made)
    return made
  }

  /** What an officer wrote down for somebody stands in the history, and they are told. */
  private async told(ctx: Context, compact: Compact, { id, article, body, resident }: CompactComment) {
    const { status, title, division } = compact
    const data = { ...(article && { article }), comment: body }
    await record(ctx, compact, { type: 'Compact', action: 'WRITE_DOWN', from: status, to: status, title, data })
    const words = text(
      `居委会代您登记了对《${title}》的意见：${body}。如有出入，请联系居委会。`,
      `The committee entered for you on “${title}”: ${body}. Tell them if that is not so.`,
    )
    await tell(ctx, { type: 'Compact', stream: compact.id, division, cause: `COMMENT:${id}`, words, residents: [resident] })
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
