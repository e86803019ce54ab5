// The disclosure of a committee's affairs: reading, drafting, review, publication, questions, corrections.
import type { FilterQuery } from '@mikro-orm/postgresql'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, Field, FieldResolver, ID, Info, InputType, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For, Needs, Public, SignedIn } from '../shared/access.ts'
import { find, grouped, many, take, type Context } from '../shared/context.ts'
import { badInput, notFound, refused } from '../shared/errors.ts'
import { begin, Event, EventsArgs, eventsOf, record } from '../shared/event.ts'
import { connection, page, PageArgs } from '../shared/page.ts'
import { allOf, inDivision, where } from '../shared/scope.ts'
import { text } from '../shared/words.ts'
import { among } from './among.ts'
import { columnsIn } from './changes.ts'
import { actDisclosure, DISCLOSURE_FACTS, disclosureFacts } from './disclosure.acts.ts'
import {
  AffairsDisclosure,
  DisclosureCategoryName,
  DisclosureCorrection,
  DisclosureQuery,
  DisclosureSum,
  disclosureTypes,
} from './disclosure.entity.ts'
import { affairsDisclosureMachine, type DisclosureAction, type DisclosureStatus } from './disclosure.machine.ts'
import type { DisclosureCategory } from './disclosure.rules.ts'
import { Division } from './division.stub.ts'
import { COMMITTEE, mustHold, mustNotCarry, residentAt } from './rights.ts'
import { LINE, said } from './said.ts'
import { bySystem, settle } from './transaction.ts'
import { Waiting, waitingOf } from './waiting.ts'

const what = affairsDisclosureMachine.label
const DisclosureConnection = connection(AffairsDisclosure, 'AffairsDisclosure', 'public')
const MOST_SUMS = 50

@InputType()
export class DisclosureInput {
  @Field(() => DisclosureCategoryName) category!: DisclosureCategory
  @Field(() => String) title!: string
  @Field(() => String, { nullable: true, description: 'The time it is about.' }) period?: string
  @Field(() => String) body!: string
  @Field(() => [DisclosureSum], { defaultValue: [] }) sums!: DisclosureSum[]
}

@InputType()
export class DisclosureFilter {
  @Field(() => [ID], { nullable: true }) ids?: string[]
  @Field(() => ID, { nullable: true, description: 'In this division or below it.' }) division?: string
  @Field(() => [disclosureTypes.Status], { nullable: true }) status?: DisclosureStatus[]
  @Field(() => [DisclosureCategoryName], { nullable: true }) category?: DisclosureCategory[]
}

const columnsOf = ({ category, title, period, body, sums }: DisclosureInput) => {
  if (sums.length > MOST_SUMS) throw badInput(text(`金额不超过${MOST_SUMS}项。`, `At most ${MOST_SUMS} sums.`), { field: 'sums' })
  return {
    category,
    title: said(title, 'title', LINE),
    period: period?.trim() || null,
    body: said(body, 'body'),
    sums: sums.map(({ label, amount }) => ({ label: said(label, 'sums', LINE), amount })),
  }
}

const REVISED = ['title', 'period', 'body'] as const

@Resolver(() => AffairsDisclosure)
export class DisclosureResolver {
  @Public()
  @Query(() => AffairsDisclosure, { nullable: true, description: 'Without signing in, only what is up.' })
  affairsDisclosure(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return find(ctx, AffairsDisclosure, id)
  }

  @Public()
  @Query(() => DisclosureConnection, { description: 'Latest first; without signing in, only what is up.' })
  affairsDisclosures(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => DisclosureFilter, { nullable: true }) filter: DisclosureFilter | undefined,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { ids, division, status, category } = filter ?? {}
    const asked = where(
      allOf(
        among(ids),
        division ? inDivision(division) : true,
        status ? { status: { $in: status } } : true,
        category ? { category: { $in: category } } : true,
      ),
    ) as FilterQuery<AffairsDisclosure>
    return page(ctx, AffairsDisclosure, { where: asked, orderBy: { createdAt: 'desc' }, first, after, info })
  }

  @Public()
  @Needs('division')
  @FieldResolver(() => Division)
  division(@Root() { division }: AffairsDisclosure) {
    return { code: division }
  }

  @Public()
  @Needs('id')
  @FieldResolver(() => [DisclosureCorrection], { description: 'Oldest first.' })
  async corrections(@Ctx() ctx: Context, @Root() { id }: AffairsDisclosure) {
    const corrections = await many(ctx, 'disclosure.corrections', id, async (ids) => {
      const rows = await ctx.em.find(DisclosureCorrection, { disclosure: { $in: ids } }, { orderBy: { at: 'asc' } })
      return grouped(rows, (row) => row.disclosure.id)
    })
    return corrections ?? []
  }

  @Needs('id')
  @FieldResolver(() => [DisclosureQuery], { description: 'What residents asked, oldest first; nobody is named.' })
  async queries(@Ctx() ctx: Context, @Root() { id }: AffairsDisclosure) {
    const queries = await many(ctx, 'disclosure.queries', id, async (ids) => {
      const rows = await ctx.em.find(DisclosureQuery, { disclosure: { $in: ids } }, { orderBy: { at: 'asc', id: 'asc' } })
      return grouped(rows, (row) => row.disclosure.id)
    })
    return queries ?? []
  }

  @Needs(...DISCLOSURE_FACTS)
  @FieldResolver(() => [disclosureTypes.Offer])
  async offers(@Ctx() ctx: Context, @Root() disclosure: AffairsDisclosure) {
    const { status, division } = disclosure
    return affairsDisclosureMachine.offers({ ...(await disclosureFacts(ctx, disclosure)), status, division }, ctx.actor, ctx.now)
  }

  @Needs('id')
  @FieldResolver(() => [Event])
  events(@Ctx() ctx: Context, @Root() { id }: AffairsDisclosure, @Args(() => EventsArgs) { last }: EventsArgs) {
    return eventsOf(ctx, id, last)
  }

  @Needs('id', 'status')
  @FieldResolver(() => Waiting)
  waiting(@Ctx() ctx: Context, @Root() disclosure: AffairsDisclosure) {
    return waitingOf(ctx, affairsDisclosureMachine, disclosure)
  }

  @For(...COMMITTEE)
  @Mutation(() => AffairsDisclosure, { description: 'Begins a disclosure of the committee.' })
  async createDisclosure(
    @Ctx() ctx: Context,
    @Arg('division', () => ID, { description: "The committee's code." }) division: string,
    @Arg('input', () => DisclosureInput) input: DisclosureInput,
  ) {
    mustHold(ctx, COMMITTEE, division)
    const disclosure = ctx.em.create(AffairsDisclosure, { ...columnsOf(input), id: uuidv7(), division, createdAt: ctx.now })
    await begin(ctx, affairsDisclosureMachine, disclosure, { title: disclosure.title })
    return disclosure
  }

  @For(...COMMITTEE)
  @Mutation(() => AffairsDisclosure, { description: 'Changes a draft.' })
  async reviseDisclosure(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => DisclosureInput) input: DisclosureInput,
  ) {
    const disclosure = await take(ctx, AffairsDisclosure, what, id, expectedVersion)
    mustHold(ctx, COMMITTEE, disclosure.division)
    if (disclosure.status !== 'DRAFT') throw refused(text('送审后不能再修改。', 'It can no longer be changed.'))
    const before = columnsIn(disclosure, REVISED)
    Object.assign(disclosure, columnsOf(input))
    const data = { before, after: columnsIn(disclosure, REVISED) }
    const { title } = disclosure
    await record(ctx, disclosure, { type: 'AffairsDisclosure', action: 'REVISE', from: 'DRAFT', to: 'DRAFT', title, data })
    return disclosure
  }

  @SignedIn()
  @Mutation(() => AffairsDisclosure, { description: 'Takes an action of the disclosure that carries no data.' })
  async actOnAffairsDisclosure(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('action', () => disclosureTypes.Action) action: DisclosureAction,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('reason', () => String, { nullable: true }) reason?: string,
  ) {
    mustNotCarry(affairsDisclosureMachine, action)
    return actDisclosure(ctx, await take(ctx, AffairsDisclosure, what, id, expectedVersion), action, { reason })
  }

  @For('RESIDENT', ...COMMITTEE)
  @Mutation(() => AffairsDisclosure, {
    description: 'Asks about a disclosure: a resident for themselves, an officer for somebody who came to the desk.',
  })
  async queryDisclosure(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('question', () => String) question: string,
  ) {
    const disclosure = await take(ctx, AffairsDisclosure, what, id, expectedVersion)
    const resident = ctx.actor.resident ? residentAt(ctx, disclosure.division) : null
    const words = said(question, 'question')
    await actDisclosure(ctx, disclosure, 'QUERY', { data: { question: words } })
    ctx.em.create(DisclosureQuery, { id: uuidv7(), disclosure, resident, question: words, at: ctx.now })
    return disclosure
  }

  @For(...COMMITTEE)
  @Mutation(() => AffairsDisclosure, { description: 'Answers a question.' })
  async answerDisclosureQuery(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('query', () => ID) queryId: string,
    @Arg('answer', () => String) answer: string,
  ) {
    const disclosure = await take(ctx, AffairsDisclosure, what, id, expectedVersion)
    const query = await ctx.em.findOne(DisclosureQuery, { id: queryId, disclosure: id, answer: null })
    if (!query) throw notFound(text('待答复的查询', 'Open question'))
    Object.assign(query, { answer: said(answer, 'answer'), answeredAt: ctx.now })
    await actDisclosure(ctx, disclosure, 'ANSWER', { data: { question: query.question, answer: query.answer } })
    await settle(ctx)
    if ((await disclosureFacts(ctx, disclosure)).unanswered === 0) await actDisclosure(bySystem(ctx), disclosure, 'SETTLE')
    return disclosure
  }

  @For(...COMMITTEE)
  @Mutation(() => AffairsDisclosure, {
    description: 'Corrects what was published by a dated addendum; it is then public for fifteen days from now.',
  })
  async correctDisclosure(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('correction', () => String) correction: string,
  ) {
    const disclosure = await take(ctx, AffairsDisclosure, what, id, expectedVersion)
    const words = said(correction, 'correction')
    await actDisclosure(ctx, disclosure, 'CORRECT', { data: { correction: words } })
    ctx.em.create(DisclosureCorrection, { id: uuidv7(), disclosure, body: words, at: ctx.now })
    return disclosure
  }
}
