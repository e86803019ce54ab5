// Drafting a compact and having it checked.
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For, SignedIn } from '../shared/access.ts'
import { take, type Context } from '../shared/context.ts'
import { badInput, refused } from '../shared/errors.ts'
import { begin, record } from '../shared/event.ts'
import { text } from '../shared/words.ts'
import { outdateAmendments } from './amendment.acts.ts'
import { columnsIn } from './changes.ts'
import { actCompact } from './compact.acts.ts'
import { Article, Compact, compactTypes } from './compact.entity.ts'
import { ArticleCheck, CompactInput } from './compact.inputs.ts'
import { compactMachine, type CompactAction } from './compact.machine.ts'
import { nextEdition, setArticles } from './compact.text.ts'
import { actIssue } from './issue.acts.ts'
import { Issue } from './issue.entity.ts'
import { issueMachine } from './issue.machine.ts'
import { COMMITTEE, mustHold, mustNotCarry } from './rights.ts'
import { LINE, said } from './said.ts'

const what = compactMachine.label
const REVISED = ['title', 'owner'] as const

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
      kind: input.kind,
      edition: await nextEdition(ctx, issue.id),
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
    await outdateAmendments(ctx, compact)
    return compact
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
    @Arg('opinion', () => String, { description: 'What the reviewer finds of the whole.' }) opinion: string,
  ) {
    const compact = await take(ctx, Compact, what, id, expectedVersion)
    const words = said(opinion, 'opinion')
    await actCompact(ctx, compact, 'CHECK_LEGALITY', { data: { checks, legalityOpinion: words } })
    Object.assign(compact, { legalityOpinion: words, legalityAt: ctx.now })
    const articles = await ctx.em.find(Article, { compact: id })
    for (const { number, passed, note } of checks) {
      const article = articles.find((a) => a.number === number)
      if (!article) throw badInput(text(`没有第${number}条。`, `There is no article ${number}.`), { field: 'checks' })
      Object.assign(article, { passed, reviewNote: note?.trim() || null })
    }
    return compact
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
}
