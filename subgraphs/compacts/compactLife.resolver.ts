// A compact once adopted: filed, announced, reviewed every year, ordered to be corrected, revised.
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For } from '../shared/access.ts'
import { take, type Context } from '../shared/context.ts'
import { badInput } from '../shared/errors.ts'
import { begin } from '../shared/event.ts'
import { text } from '../shared/words.ts'
import { actCompact } from './compact.acts.ts'
import { Article, Compact, ReviewFindingName } from './compact.entity.ts'
import { compactMachine } from './compact.machine.ts'
import type { ReviewFinding } from './compact.rules.ts'
import { nextEdition, setArticles } from './compact.text.ts'
import { dayGiven } from './project.acts.ts'
import { COMMITTEE } from './rights.ts'
import { LINE, said } from './said.ts'

const what = compactMachine.label

@Resolver()
export class CompactLifeResolver {
  @For('SUBDISTRICT_OFFICER', 'SUBDISTRICT_LEAD')
  @Mutation(() => Compact, { description: 'Receives the compact for the record with a receipt number (居委会组织法第三十一条).' })
  async fileCompact(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('receipt', () => String) receipt: string,
  ) {
    const compact = await take(ctx, Compact, what, id, expectedVersion)
    compact.receipt = said(receipt, 'receipt', LINE)
    return actCompact(ctx, compact, 'FILE', { data: { receipt: compact.receipt } })
  }

  @For(...COMMITTEE)
  @Mutation(() => Compact, {
    description:
      'Makes the filed compact public for at least fifteen days (居委会组织法第三十四条) and names the day it takes effect. A civility pledge is announced without being filed.',
  })
  async announceCompact(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('effectiveOn', () => String, { description: '2026-01-01' }) effectiveOn: string,
    @Arg('expiresOn', () => String, { nullable: true, description: 'Last day it is in force, when it has one.' })
    expiresOn?: string,
  ) {
    const days = {
      effectiveOn: dayGiven(effectiveOn, 'effectiveOn'),
      expiresOn: expiresOn ? dayGiven(expiresOn, 'expiresOn') : null,
    }
    if (days.expiresOn && days.expiresOn <= effectiveOn)
      throw badInput(text('有效期应当晚于施行日期。', 'It must end after it takes effect.'), { field: 'expiresOn' })
    const compact = await take(ctx, Compact, what, id, expectedVersion)
    await actCompact(ctx, compact, compact.kind === 'CIVILITY' ? 'POST' : 'ANNOUNCE', { data: days })
    return Object.assign(compact, days)
  }

  @For(...COMMITTEE)
  @Mutation(() => Compact, { description: 'Records the yearly review of a compact in force, and what should come of it.' })
  async reviewCompact(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('finding', () => ReviewFindingName) finding: ReviewFinding,
    @Arg('opinion', () => String) opinion: string,
  ) {
    const compact = await take(ctx, Compact, what, id, expectedVersion)
    const words = said(opinion, 'opinion')
    await actCompact(ctx, compact, 'REVIEW', { data: { finding, reviewOpinion: words } })
    return Object.assign(compact, { reviewFinding: finding, reviewOpinion: words })
  }

  @For('SUBDISTRICT_OFFICER', 'SUBDISTRICT_LEAD', 'DISTRICT_CIVIL_AFFAIRS')
  @Mutation(() => Compact, {
    description: 'Orders articles to be corrected (居委会组织法第三十一条); they do not apply until then.',
  })
  async orderCorrection(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('document', () => String, { description: 'Number of the order.' }) document: string,
    @Arg('articles', () => [Int]) articles: number[],
    @Arg('reason', () => String) reason: string,
  ) {
    if (articles.length === 0)
      throw badInput(text('请指明需要改正的条文。', 'Name the articles to be corrected.'), { field: 'articles' })
    const compact = await take(ctx, Compact, what, id, expectedVersion)
    const known = await ctx.em.count(Article, { compact: id })
    const wrong = articles.find((number) => number < 1 || number > known)
    if (wrong !== undefined) throw badInput(text(`没有第${wrong}条。`, `There is no article ${wrong}.`), { field: 'articles' })
    const numbers = [...new Set(articles)].toSorted((a, b) => a - b)
    const words = said(document, 'document', LINE)
    await actCompact(ctx, compact, 'ORDER_CORRECTION', { reason, data: { document: words, articles: numbers } })
    return Object.assign(compact, { orderDocument: words, orderedArticles: numbers })
  }

  @For(...COMMITTEE)
  @Mutation(() => Compact, {
    description:
      'Begins the next edition of a compact in force, or of one ordered to be corrected. The old one stands until the new one is in force.',
  })
  async beginEdition(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
  ) {
    const old = await take(ctx, Compact, what, id, expectedVersion)
    await actCompact(ctx, old, old.status === 'ORDERED_TO_CORRECT' ? 'CORRECT' : 'REVISE')
    const articles = await ctx.em.find(Article, { compact: id }, { orderBy: { number: 'asc' } })
    const { division, issue, title, owner, kind } = old
    const next = ctx.em.create(Compact, {
      id: uuidv7(),
      division,
      issue,
      title,
      owner,
      kind,
      edition: await nextEdition(ctx, issue.id),
      revises: old,
      textHash: '',
      createdAt: ctx.now,
    })
    setArticles(
      ctx,
      next,
      articles.map(({ body }) => body),
    )
    await begin(ctx, compactMachine, next, { title: next.title, data: { revises: id } })
    return next
  }
}
