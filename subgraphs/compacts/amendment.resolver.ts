// Amendments to the articles of a draft: proposed by residents and officers, accepted on the text they were written on.
import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For, Needs, SignedIn } from '../shared/access.ts'
import { rolesAt } from '../shared/actor.ts'
import { find, grouped, hold, many, take, type Context } from '../shared/context.ts'
import { badInput, notFound, refused } from '../shared/errors.ts'
import { begin, Event, EventsArgs, eventsOf, record } from '../shared/event.ts'
import { text } from '../shared/words.ts'
import { actAmendment, AMENDMENT_FACTS, amendmentFacts, outdateAmendments } from './amendment.acts.ts'
import { Amendment, amendmentTypes } from './amendment.entity.ts'
import { amendmentMachine, type AmendmentAction } from './amendment.machine.ts'
import { Article, Compact } from './compact.entity.ts'
import { textHashOf } from './compact.facts.ts'
import { compactMachine } from './compact.machine.ts'
import { Division } from './division.stub.ts'
import { Issue } from './issue.entity.ts'
import { issueMachine } from './issue.machine.ts'
import { Resident } from './resident.stub.ts'
import { COMMITTEE, mustNotCarry, residentAt, seesRoll } from './rights.ts'
import { LINE, said } from './said.ts'

const what = amendmentMachine.label

const compactOf = async (ctx: Context, amendment: Pick<Amendment, 'compact'>): Promise<Compact> =>
  (await find(ctx, Compact, amendment.compact.id))!

@Resolver(() => Amendment)
export class AmendmentResolver {
  @SignedIn()
  @Query(() => Amendment, { nullable: true })
  amendment(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return find(ctx, Amendment, id)
  }

  @Needs('division')
  @FieldResolver(() => Division)
  division(@Root() amendment: Amendment) {
    return { code: amendment.division }
  }

  @Needs('compact')
  @FieldResolver(() => Compact, { nullable: true })
  compact(@Ctx() ctx: Context, @Root() amendment: Amendment) {
    return find(ctx, Compact, amendment.compact.id)
  }

  @Needs('author', 'division')
  @FieldResolver(() => Resident, {
    nullable: true,
    description: 'The resident who proposed it; null for an officer’s, and for callers who do not see that roll.',
  })
  author(@Ctx() { actor }: Context, @Root() { author, division }: Amendment) {
    return author && (author === actor.resident || seesRoll(actor, division)) ? { id: author } : null
  }

  @Needs(...AMENDMENT_FACTS)
  @FieldResolver(() => String, { nullable: true, description: 'The article as it stands now; null when there is none.' })
  async currentBody(@Ctx() ctx: Context, @Root() amendment: Amendment) {
    return (await amendmentFacts(ctx, amendment)).currentBody
  }

  @Needs(...AMENDMENT_FACTS)
  @FieldResolver(() => [amendmentTypes.Offer])
  async offers(@Ctx() ctx: Context, @Root() amendment: Amendment) {
    const { status, division } = amendment
    return amendmentMachine.offers({ ...(await amendmentFacts(ctx, amendment)), status, division }, ctx.actor, ctx.now)
  }

  @Needs('id')
  @FieldResolver(() => [Event])
  events(@Ctx() ctx: Context, @Root() { id }: Amendment, @Args(() => EventsArgs) { last }: EventsArgs) {
    return eventsOf(ctx, id, last)
  }

  @For('RESIDENT', ...COMMITTEE)
  @Mutation(() => Amendment, { description: 'Proposes how an article should read, or an article to be added.' })
  async proposeAmendment(
    @Ctx() ctx: Context,
    @Arg('compact', () => ID) id: string,
    @Arg('body', () => String) body: string,
    @Arg('article', () => Int, { nullable: true, description: 'None for an article to be added.' }) article?: number,
    @Arg('why', () => String, { nullable: true }) why?: string,
  ) {
    const compact = await find(ctx, Compact, id)
    if (!compact) throw notFound(compactMachine.label)
    if (compact.status !== 'COMMENT' && compact.status !== 'DRAFTING')
      throw refused(text('公约不在起草或者征求意见期间。', 'The compact is neither being drafted nor open for comment.'))
    const isOfficer = rolesAt(ctx.actor, compact.division).some((role) => (COMMITTEE as readonly string[]).includes(role))
    const author = isOfficer ? null : residentAt(ctx, compact.division)
    const base = article ? await ctx.em.findOne(Article, { compact: id, number: article }) : null
    if (article && !base) throw badInput(text(`没有第${article}条。`, `There is no article ${article}.`), { field: 'article' })
    const words = said(body, 'body')
    if (words === base?.body)
      throw badInput(text('与现行条文相同。', 'That is how the article reads already.'), { field: 'body' })
    const amendment = ctx.em.create(Amendment, {
      id: uuidv7(),
      division: compact.division,
      compact,
      article: article ?? null,
      baseBody: base?.body ?? null,
      body: words,
      why: why?.trim() || null,
      author,
      createdAt: ctx.now,
    })
    const told = { title: compact.title, resident: author, data: { article: article ?? null } }
    await begin(ctx, amendmentMachine, amendment, told, author ? 'AUTHOR' : 'COMMITTEE_MEMBER')
    return amendment
  }

  @For(...COMMITTEE)
  @Mutation(() => Amendment, {
    description: 'Writes the amendment into the draft. Whatever else waits on the same article is then stale.',
  })
  async acceptAmendment(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
  ) {
    const known = await ctx.em.findOne(Amendment, { id })
    if (!known) throw notFound(what)
    // The text is held first: of two that change it, the second waits and then meets what the first left.
    const compact = await hold(ctx, Compact, compactMachine.label, known.compact.id)
    const amendment = await take(ctx, Amendment, what, id, expectedVersion)
    await actAmendment(ctx, amendment, compact.title, 'ACCEPT', { data: { article: amendment.article } })
    const articles = await ctx.em.find(Article, { compact: compact.id }, { orderBy: { number: 'asc' } })
    const before = articles.map(({ body }) => body)
    const changed = articles.find(({ number }) => number === amendment.article)
    if (changed) Object.assign(changed, { body: amendment.body, passed: [], reviewNote: null })
    else articles.push(ctx.em.create(Article, { id: uuidv7(), compact, number: articles.length + 1, body: amendment.body }))
    compact.textHash = textHashOf(compact.title, articles)
    const after = { articles: articles.map(({ body }) => body) }
    await record(ctx, compact, {
      type: 'Compact',
      action: 'AMEND',
      from: compact.status,
      to: compact.status,
      title: compact.title,
      data: { textHash: compact.textHash, before: { articles: before }, after },
    })
    await outdateAmendments(ctx, compact)
    return amendment
  }

  @SignedIn()
  @Mutation(() => Amendment, { description: 'Writes a stale amendment anew, on the article as it stands.' })
  async rebaseAmendment(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('body', () => String) body: string,
    @Arg('article', () => Int, { nullable: true, description: 'When the article has another number by now.' }) article?: number,
  ) {
    const amendment = await take(ctx, Amendment, what, id, expectedVersion)
    const number = article ?? amendment.article
    const base = number && (await ctx.em.findOne(Article, { compact: amendment.compact.id, number }))
    if (!base) throw badInput(text('没有这一条，请另选条文。', 'There is no such article; choose another.'), { field: 'article' })
    const before = { baseBody: amendment.baseBody, body: amendment.body }
    Object.assign(amendment, { article: number, baseBody: base.body, body: said(body, 'body') })
    const { title } = await compactOf(ctx, amendment)
    const data = { before, after: { baseBody: base.body, body: amendment.body } }
    return actAmendment(ctx, amendment, title, 'REBASE', { data })
  }

  @SignedIn()
  @Mutation(() => Amendment, { description: 'Takes an action of the amendment that carries no data.' })
  async actOnAmendment(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('action', () => amendmentTypes.Action) action: AmendmentAction,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('reason', () => String, { nullable: true }) reason?: string,
  ) {
    mustNotCarry(amendmentMachine, action)
    const amendment = await take(ctx, Amendment, what, id, expectedVersion)
    return actAmendment(ctx, amendment, (await compactOf(ctx, amendment)).title, action, { reason })
  }

  @For('RESIDENT')
  @Mutation(() => Amendment, { description: 'Makes a rejected amendment an issue of its author; once.' })
  async promoteAmendment(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
  ) {
    const amendment = await take(ctx, Amendment, what, id, expectedVersion)
    const { title } = await compactOf(ctx, amendment)
    const issue = ctx.em.create(Issue, {
      id: uuidv7(),
      division: amendment.division,
      title: `关于《${title}》的建议`.slice(0, LINE),
      body: amendment.body,
      author: amendment.author!,
      raisedBy: ctx.actor.id!,
      createdAt: ctx.now,
    })
    await actAmendment(ctx, amendment, title, 'PROMOTE', { data: { issue: issue.id } })
    await begin(ctx, issueMachine, issue, { title: issue.title, resident: issue.author }, 'AUTHOR')
    return amendment
  }
}

@Resolver(() => Compact)
export class CompactAmendmentsResolver {
  @Needs('id')
  @FieldResolver(() => [Amendment], { description: 'Amendments to its articles, oldest first.' })
  async amendments(@Ctx() ctx: Context, @Root() { id }: Compact) {
    const amendments = await many(ctx, 'compact.amendments', id, async (ids) => {
      const rows = await ctx.em.find(Amendment, { compact: { $in: ids } }, { orderBy: { createdAt: 'asc', id: 'asc' } })
      return grouped(rows, (row) => row.compact.id)
    })
    return amendments ?? []
  }
}
