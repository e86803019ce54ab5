// Reading objections: by those they concern, and once decided by everyone, without who raised it as a resident.
import type { FilterQuery } from '@mikro-orm/postgresql'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Query, Resolver, Root } from 'type-graphql'
import { Needs, Public, SignedIn } from '../shared/access.ts'
import { find, type Context } from '../shared/context.ts'
import { Event, EventsArgs, eventsOf } from '../shared/event.ts'
import { connection, page, PageArgs } from '../shared/page.ts'
import { ruleAt } from '../shared/rule.ts'
import { allOf, inDivision, where } from '../shared/scope.ts'
import { say } from '../shared/words.ts'
import { among } from './among.ts'
import { Department } from './department.entity.ts'
import { Division } from './division.stub.ts'
import type { Article } from './ground.rules.ts'
import { DutyObjection, objectionTypes } from './objection.entity.ts'
import { OBJECTION_FACTS, objectionFacts, readsObjection } from './objection.facts.ts'
import { ObjectionFilter } from './objection.inputs.ts'
import { DECIDED, dutyObjectionMachine } from './objection.machine.ts'
import { withinDays } from './period.ts'
import { DutyTask } from './task.entity.ts'
import { Waiting, waitingOf } from './waiting.ts'

const ObjectionConnection = connection(DutyObjection, 'DutyObjection', 'public')

const asked = (filter: ObjectionFilter) =>
  allOf(
    among(filter.ids),
    filter.division ? inDivision(filter.division) : true,
    filter.department ? { organization: filter.department } : true,
    filter.status ? { status: { $in: filter.status } } : true,
    filter.ground ? { ground: { $in: filter.ground } } : true,
    withinDays('createdAt', filter.from, filter.to),
  )

const READS = ['division', 'organization', 'resident'] as const
const BETWEEN = { nullable: true, description: 'For those it concerns; null to others.' }

@Resolver(() => DutyObjection)
export class ObjectionResolver {
  @SignedIn()
  @Query(() => DutyObjection, { nullable: true })
  dutyObjection(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return find(ctx, DutyObjection, id)
  }

  @SignedIn()
  @Query(() => ObjectionConnection, { description: 'Objections within reach, latest first.' })
  dutyObjections(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => ObjectionFilter, { nullable: true }) filter: ObjectionFilter | undefined,
    @Info() info: GraphQLResolveInfo,
  ) {
    const condition = where(asked(filter ?? {})) as FilterQuery<DutyObjection>
    return page(ctx, DutyObjection, { where: condition, orderBy: { createdAt: 'desc' }, first, after, info })
  }

  @Public()
  @Query(() => ObjectionConnection, { description: 'Published decisions on objections, upheld and dismissed, latest first.' })
  dutyDecisions(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => ObjectionFilter, { nullable: true }) filter: ObjectionFilter | undefined,
    @Info() info: GraphQLResolveInfo,
  ) {
    const decided = allOf(asked(filter ?? {}), { status: { $in: [...DECIDED] } })
    return page(ctx, DutyObjection, {
      where: where(decided) as FilterQuery<DutyObjection>,
      orderBy: { decidedAt: 'desc' },
      first,
      after,
      info,
    })
  }

  @Public()
  @Needs('division')
  @FieldResolver(() => Division, { description: 'The committee it is about.' })
  division(@Root() objection: DutyObjection) {
    return { code: objection.division }
  }

  @Public()
  @Needs('organization')
  @FieldResolver(() => Department, { nullable: true, description: 'The department it is raised against.' })
  department(@Ctx() ctx: Context, @Root() objection: DutyObjection) {
    return find(ctx, Department, objection.organization)
  }

  @Public()
  @Needs('ground', 'createdAt', 'division')
  @FieldResolver(() => String, { description: 'The article the ground stands on.' })
  article(@Ctx() { rules, actor }: Context, @Root() { ground, createdAt, division }: DutyObjection): string {
    return say(ruleAt<Article>(rules, `ARTICLE_${ground}`, createdAt, division).value.article, actor.locale)
  }

  @Public()
  @Needs('ground', 'createdAt', 'division')
  @FieldResolver(() => String, { description: 'What that article says.' })
  says(@Ctx() { rules, actor }: Context, @Root() { ground, createdAt, division }: DutyObjection): string {
    return say(ruleAt<Article>(rules, `ARTICLE_${ground}`, createdAt, division).value.says, actor.locale)
  }

  @Needs('statement', ...READS)
  @FieldResolver(() => String, { ...BETWEEN, description: 'What whoever raised it says. For those it concerns; null to others.' })
  statement(@Ctx() { actor }: Context, @Root() objection: DutyObjection): string | null {
    return readsObjection(actor, objection) ? objection.statement : null
  }

  @Needs('answer', ...READS)
  @FieldResolver(() => String, { ...BETWEEN, description: 'What the department answers. For those it concerns; null to others.' })
  answer(@Ctx() { actor }: Context, @Root() objection: DutyObjection): string | null {
    return readsObjection(actor, objection) ? objection.answer : null
  }

  @Needs('answeredAt', ...READS)
  @FieldResolver(() => Date, BETWEEN)
  answeredAt(@Ctx() { actor }: Context, @Root() objection: DutyObjection): Date | null {
    return readsObjection(actor, objection) ? objection.answeredAt : null
  }

  @Needs('answerUntil', ...READS)
  @FieldResolver(() => Date, { ...BETWEEN, description: 'Until when the department may answer before it is decided without it.' })
  answerUntil(@Ctx() { actor }: Context, @Root() objection: DutyObjection): Date | null {
    return readsObjection(actor, objection) ? objection.answerUntil : null
  }

  @Needs('task')
  @FieldResolver(() => DutyTask, { nullable: true })
  task(@Ctx() ctx: Context, @Root() { task }: DutyObjection) {
    return task && find(ctx, DutyTask, task.id)
  }

  @Needs(...OBJECTION_FACTS)
  @FieldResolver(() => [objectionTypes.Offer])
  async offers(@Ctx() ctx: Context, @Root() objection: DutyObjection) {
    const { status, division, previousStatus } = objection
    const facts = await objectionFacts(ctx, objection)
    return dutyObjectionMachine.offers({ ...facts, status, division, previousStatus }, ctx.actor, ctx.now)
  }

  @Needs('id', ...READS)
  @FieldResolver(() => [Event])
  events(@Ctx() ctx: Context, @Root() objection: DutyObjection, @Args(() => EventsArgs) { last }: EventsArgs) {
    return readsObjection(ctx.actor, objection) ? eventsOf(ctx, objection.id, last) : []
  }

  @Needs('id', 'status')
  @FieldResolver(() => Waiting)
  waiting(@Ctx() ctx: Context, @Root() objection: DutyObjection) {
    return waitingOf(ctx, dutyObjectionMachine, objection)
  }
}
