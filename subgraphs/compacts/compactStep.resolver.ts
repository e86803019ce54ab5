// Drafting a compact and carrying it to force.
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For, SignedIn } from '../shared/access.ts'
import { find, take, type Context } from '../shared/context.ts'
import { badInput, notFound, refused } from '../shared/errors.ts'
import { begin, record } from '../shared/event.ts'
import { text } from '../shared/words.ts'
import { columnsIn } from './changes.ts'
import { actCompact } from './compact.acts.ts'
import { Article, Compact, CompactComment, compactTypes } from './compact.entity.ts'
import { textHashOf } from './compact.facts.ts'
import { ArticleCheck, CompactInput } from './compact.inputs.ts'
import { compactMachine, type CompactAction } from './compact.machine.ts'
import type { LegalityCheck } from './compact.rules.ts'
import { actIssue } from './issue.acts.ts'
import { Issue } from './issue.entity.ts'
import { issueMachine } from './issue.machine.ts'
import { COMMITTEE, mustHold, mustNotCarry, residentAt } from './rights.ts'
import { LINE, said } from './said.ts'

const what = compactMachine.label
const REVISED = ['title', 'owner'] as const

/** Numbers the articles from 1; an article that reads as before keeps its legality check. */
const setArticles = (ctx: Context, compact: Compact, bodies: readonly string[], before: readonly Article[] = []): void => {
  const articles = bodies.map((body, i) => {
    const same = before.find((a) => a.body === body.trim())
    const passed: LegalityCheck[] = same ? [...same.passed] : []
    return ctx.em.create(Article, {
      id: uuidv7(),
      compact,
      number: i + 1,
      body: body.trim(),
      passed,
      reviewNote: same?.reviewNote ?? null,
    })
  })
  compact.textHash = textHashOf(compact.title, articles)
}

@Resolver()
export class CompactStepResolver {
  @For(...COMMITTEE)
  @Mutation(() => Compact, {
    description: 'Begins the compact of an issue: of an adopted rule, or of a project that proved itself.',
  })
  async draftCompact(
    @Ctx() ctx: Context,
    @Arg('issue', () => ID) id: string,
    @Arg('expectedVersion', () => Int, { description: 'Of the issue.' }) expectedVersion: number,
    @Arg('input', () => CompactInput) input: CompactInput,
  ) {
    const issue = await take(ctx, Issue, issueMachine.label, id, expectedVersion)
    await actIssue(ctx, issue, 'DRAFT_COMPACT', { data: { title: input.title } })
    const compact = ctx.em.create(Compact, {
      id: uuidv7(),
      division: issue.division,
      issue,
      title: said(input.title, 'title', LINE),
      owner: said(input.owner, 'owner', LINE),
      textHash: '',
      createdAt: ctx.now,
    })
    setArticles(ctx, compact, input.articles)
    await begin(ctx, compactMachine, compact, { title: compact.title })
    return compact
  }

  @For(...COMMITTEE)
  @Mutation(() => Compact, { description: 'Rewrites title and articles while the compact is being drafted.' })
  async reviseArticles(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => CompactInput) input: CompactInput,
  ) {
    const compact = await take(ctx, Compact, what, id, expectedVersion)
    mustHold(ctx, COMMITTEE, compact.division)
    if (compact.status !== 'DRAFTING')
      throw refused(text('只有起草中的公约才能修改条文。', 'Articles are changed only while drafting.'))
    const articles = await ctx.em.find(Article, { compact: id }, { orderBy: { number: 'asc' }, disableIdentityMap: true })
    const before = { ...columnsIn(compact, REVISED), articles: articles.map(({ body }) => body) }
    await ctx.em.nativeDelete(Article, { compact: id })
    Object.assign(compact, { title: said(input.title, 'title', LINE), owner: said(input.owner, 'owner', LINE) })
    setArticles(ctx, compact, input.articles, articles)
    const after = { ...columnsIn(compact, REVISED), articles: input.articles.map((body) => body.trim()) }
    const data = { textHash: compact.textHash, before, after }
    await record(ctx, compact, {
      type: 'Compact',
      action: 'REVISE_ARTICLES',
      from: 'DRAFTING',
      to: 'DRAFTING',
      title: compact.title,
      data,
    })
    return compact
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
    const { division, issue, title, owner } = old
    const next = ctx.em.create(Compact, {
      id: uuidv7(),
      division,
      issue,
      title,
      owner,
      edition: old.edition + 1,
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

  @For('LEGAL_SPECIALIST')
  @Mutation(() => Compact, {
    description: 'The reviewer ticks, article by article, what the text passes (居委会组织法第三十一条).',
  })
  async checkLegality(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('checks', () => [ArticleCheck]) checks: ArticleCheck[],
  ) {
    const compact = await take(ctx, Compact, what, id, expectedVersion)
    await actCompact(ctx, compact, 'CHECK_LEGALITY', { data: { checks } })
    const articles = await ctx.em.find(Article, { compact: id })
    for (const { number, passed, note } of checks) {
      const article = articles.find((a) => a.number === number)
      if (!article) throw badInput(text(`没有第${number}条。`, `There is no article ${number}.`), { field: 'checks' })
      Object.assign(article, { passed, reviewNote: note?.trim() || null })
    }
    return compact
  }

  @For('RESIDENT')
  @Mutation(() => CompactComment, { description: 'Says something about the draft, or about one of its articles.' })
  async commentOnCompact(
    @Ctx() ctx: Context,
    @Arg('compact', () => ID) id: string,
    @Arg('body', () => String) body: string,
    @Arg('article', () => Int, { nullable: true }) article?: number,
  ) {
    const compact = await find(ctx, Compact, id)
    if (!compact) throw notFound(what)
    if (compact.status !== 'COMMENT') throw refused(text('公约不在征求意见期间。', 'The compact is not open for comment.'))
    return ctx.em.create(CompactComment, {
      id: uuidv7(),
      compact,
      article: article ?? null,
      resident: residentAt(ctx, compact.division),
      body: said(body, 'body'),
      at: ctx.now,
    })
  }

  @For(...COMMITTEE)
  @Mutation(() => CompactComment, { description: 'Answers what a resident said.' })
  async answerComment(@Ctx() ctx: Context, @Arg('id', () => ID) id: string, @Arg('answer', () => String) answer: string) {
    const comment = await ctx.em.findOne(CompactComment, { id })
    const compact = comment && (await find(ctx, Compact, comment.compact.id))
    if (!comment || !compact) throw notFound(text('意见', 'Comment'))
    mustHold(ctx, COMMITTEE, compact.division)
    return Object.assign(comment, { answer: said(answer, 'answer'), answeredAt: ctx.now })
  }

  @SignedIn()
  @Mutation(() => Compact, { description: 'Takes an action of the compact workflow that carries no data.' })
  async actOnCompact(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('action', () => compactTypes.Action) action: CompactAction,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('reason', () => String, { nullable: true, description: 'For the Party study, its opinion.' }) reason?: string,
  ) {
    mustNotCarry(compactMachine, action)
    return actCompact(ctx, await take(ctx, Compact, what, id, expectedVersion), action, { reason })
  }

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
    return actCompact(ctx, compact, 'FILE', { data: { receipt: receipt.trim() } })
  }

  @For(...COMMITTEE)
  @Mutation(() => Compact, {
    description:
      'Makes the filed compact public for at least fifteen days (居委会组织法第三十四条) and names the day it takes effect.',
  })
  async announceCompact(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('effectiveOn', () => String, { description: '2026-01-01' }) effectiveOn: string,
  ) {
    if (!/^\d{4}-\d{2}-\d{2}$/.test(effectiveOn) || Number.isNaN(Date.parse(effectiveOn)))
      throw badInput(text('日期格式应为 2026-01-01。', 'A date is written 2026-01-01.'), { field: 'effectiveOn' })
    const compact = await take(ctx, Compact, what, id, expectedVersion)
    await actCompact(ctx, compact, 'ANNOUNCE', { data: { effectiveOn } })
    return Object.assign(compact, { effectiveOn })
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
    await actCompact(ctx, compact, 'ORDER_CORRECTION', { reason, data: { document, articles } })
    return Object.assign(compact, { orderDocument: said(document, 'document', LINE), orderedArticles: articles })
  }
}
