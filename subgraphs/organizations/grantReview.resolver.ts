// Reviewing: the pool of reviewers, who has which tie, and the sheets, which nobody but their reviewer sees before they are locked.
import type { FilterQuery } from '@mikro-orm/postgresql'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, Field, FieldResolver, ID, Info, InputType, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { For, Needs, SignedIn } from '../shared/access.ts'
import { find, hold, take, type Context } from '../shared/context.ts'
import { badInput, forbidden, notFound, refused } from '../shared/errors.ts'
import { Event, EventsArgs, eventsOf, record } from '../shared/event.ts'
import { connection, page, PageArgs } from '../shared/page.ts'
import { allOf, where } from '../shared/scope.ts'
import { text } from '../shared/words.ts'
import { inRevision } from './enclosure.acts.ts'
import { GrantApplication, GrantRevision } from './grantApplication.entity.ts'
import { GrantLook, looksOf, noteLook } from './grantLook.entity.ts'
import { grantApplicationMachine } from './grantApplication.machine.ts'
import { actAssignment, assignReviewers, candidatesFor } from './grantReview.acts.ts'
import { assignmentTypes, GrantAssignment, GrantMaterial, GrantReviewer, GrantScore } from './grantReview.entity.ts'
import { ASSIGNMENT_FACTS, assignmentAround, assignmentFacts } from './grantReview.facts.ts'
import {
  grantAssignmentMachine as machine,
  READING,
  type AssignmentAction,
  type AssignmentStatus,
} from './grantReview.machine.ts'
import { assignmentTitle } from './grantReview.rules.ts'
import { GrantCriterion, MicroGrantRound, WATCHERS } from './grantRound.entity.ts'
import { GRANT_OFFICERS, microGrantRoundMachine } from './grantRound.machine.ts'
import { totalOf } from './grantScore.rules.ts'
import { mustHold, mustNotCarry } from './rights.ts'

const AssignmentConnection = connection(GrantAssignment, 'GrantAssignment')

@InputType({ description: 'A sheet as filled in so far, and the revision it was filled in on.' })
export class GrantSheetInput {
  @Field(() => Int, { description: 'The revision that was read.' }) revision!: number
  @Field(() => [GrantScore]) scores!: GrantScore[]
  @Field(() => String) comment!: string
}

@InputType()
export class GrantAssignmentFilter {
  @Field(() => ID, { nullable: true }) round?: string
  @Field(() => ID, { nullable: true }) application?: string
  @Field(() => [assignmentTypes.Status], { nullable: true }) status?: AssignmentStatus[]
  @Field(() => Boolean, { nullable: true, description: 'Only the caller’s own.' }) mine?: boolean
}

const ownSheet = (ctx: Context, { account, status }: Pick<GrantAssignment, 'account' | 'status'>): void => {
  if (ctx.actor.id !== account) throw forbidden(text('只能填写自己的评分表。', 'Only their own sheet.'))
  if (status !== 'ACCEPTED') throw refused(text('评分表现在不能修改。', 'The sheet cannot be changed now.'))
}

@Resolver(() => GrantAssignment)
export class GrantAssignmentResolver {
  @SignedIn()
  @Query(() => GrantAssignment, { nullable: true })
  grantAssignment(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return find(ctx, GrantAssignment, id)
  }

  @SignedIn()
  @Query(() => AssignmentConnection, {
    description: 'Assignments by number. Reviewers see their own, and only while their round is reviewed.',
  })
  grantAssignments(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => GrantAssignmentFilter, { nullable: true }) filter: GrantAssignmentFilter | undefined,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { round, application, status, mine } = filter ?? {}
    const asked = allOf(
      round ? { round } : true,
      application ? { application } : true,
      status?.length ? { status: { $in: status } } : true,
      mine ? { account: ctx.actor.id } : true,
    )
    return page(ctx, GrantAssignment, {
      where: where(asked) as FilterQuery<GrantAssignment>,
      orderBy: { number: 'asc' },
      first,
      after,
      info,
    })
  }

  @SignedIn()
  @Mutation(() => GrantAssignment, { description: 'Takes an action of the workflow of an assignment.' })
  async actOnGrantAssignment(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('action', () => assignmentTypes.Action) action: AssignmentAction,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('reason', () => String, { nullable: true }) reason?: string,
  ) {
    mustNotCarry(machine, action)
    return actAssignment(ctx, await take(ctx, GrantAssignment, machine.label, id, expectedVersion), action, reason)
  }

  @For('EVALUATOR')
  @Mutation(() => GrantAssignment, {
    description: 'Keeps a sheet as far as it is filled in; what stood there before stays in the history.',
  })
  async saveGrantSheet(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => GrantSheetInput) { revision, scores, comment }: GrantSheetInput,
  ) {
    const row = await take(ctx, GrantAssignment, machine.label, id, expectedVersion)
    ownSheet(ctx, row)
    const around = await assignmentAround(ctx, id)
    if (revision < 1 || revision > around.revision)
      throw badInput(text('没有这一稿材料。', 'There is no such revision.'), { field: 'revision' })
    for (const { criterion, points } of scores) {
      const most = around.criteria.find((c) => c.key === criterion)?.points
      if (most === undefined || (points !== null && points !== undefined && (points < 0 || points > most)))
        throw badInput(text(`评分应为0至${most ?? 0}。`, `A score lies between 0 and ${most ?? 0}.`), { field: criterion })
    }
    const before = { scores: row.scores, comment: row.comment, revision: row.revision }
    const after = {
      scores: scores.map((s) => ({ criterion: s.criterion, points: s.points ?? null, reason: s.reason?.trim() || null })),
      comment: comment.trim().slice(0, 2_000),
      revision,
    }
    Object.assign(row, after)
    const { status } = row
    await record(ctx, row, {
      type: machine.name,
      action: 'REVISE',
      from: status,
      to: status,
      title: assignmentTitle(around.roundTitle, row.number),
      as: 'OWNER',
      data: { before, after },
    })
    return row
  }

  @For(...GRANT_OFFICERS)
  @Query(() => [GrantReviewer], {
    description: 'Who of the pool may be assigned to an application: neither tied to it, nor assigned to it before.',
  })
  async grantCandidates(@Ctx() ctx: Context, @Arg('application', () => ID) id: string) {
    const application = await find(ctx, GrantApplication, id)
    if (!application) throw notFound(grantApplicationMachine.label)
    mustHold(ctx, GRANT_OFFICERS, application.division)
    return candidatesFor(ctx, (await find(ctx, MicroGrantRound, application.round.id))!, application)
  }

  @For(...GRANT_OFFICERS)
  @Mutation(() => [GrantAssignment], { description: 'Assigns reviewers by name: all, or none when one of them must stay out.' })
  async assignGrantReviewers(
    @Ctx() ctx: Context,
    @Arg('application', () => ID) id: string,
    @Arg('reviewers', () => [ID]) reviewers: string[],
  ) {
    const application = await hold(ctx, GrantApplication, grantApplicationMachine.label, id)
    const round = await hold(ctx, MicroGrantRound, microGrantRoundMachine.label, application.round.id)
    mustHold(ctx, GRANT_OFFICERS, round.division)
    return assignReviewers(ctx, round, application, reviewers)
  }

  @For(...WATCHERS)
  @Needs('reviewer')
  @FieldResolver(() => GrantReviewer, { nullable: true })
  reviewer(@Ctx() ctx: Context, @Root() { reviewer }: GrantAssignment) {
    return find(ctx, GrantReviewer, reviewer.id)
  }

  @For(...WATCHERS)
  @Needs('application')
  @FieldResolver(() => GrantApplication, { nullable: true })
  application(@Ctx() ctx: Context, @Root() { application }: GrantAssignment) {
    return find(ctx, GrantApplication, application.id)
  }

  @Needs('round')
  @FieldResolver(() => MicroGrantRound, { nullable: true })
  round(@Ctx() ctx: Context, @Root() { round }: GrantAssignment) {
    return find(ctx, MicroGrantRound, round.id)
  }

  @Needs('id', 'status', 'account', 'division')
  @FieldResolver(() => GrantMaterial, {
    nullable: true,
    description:
      'The newest revision, for the reviewer alone: once no tie is declared, and until the review is over. Who asks for it is written down.',
  })
  async material(@Ctx() ctx: Context, @Root() { id, status, account, division }: GrantAssignment): Promise<GrantMaterial | null> {
    if (ctx.actor.id !== account || !(READING as readonly string[]).includes(status)) return null
    const around = await assignmentAround(ctx, id)
    const facts = await assignmentFacts(ctx, { id, status, account, scores: [], revision: 0, division: '', previousStatus: null })
    if (around.round !== 'REVIEWING' || facts.isTied) return null
    const rows = await ctx.em.execute<(Omit<GrantRevision, 'application'> & { name: string; application: string })[]>(
      `select v.application_id as application, v.number, v.title, v.field, v.answers, v.budget, v.amount, v.starts_on::text as "startsOn", v.ends_on::text as "endsOn", o.name
         from organizations.grant_assignment s join organizations.grant_revision v on v.application_id = s.application_id
         join organizations.social_organization o on o.id = ? where s.id = ? order by v.number desc limit 1`,
      [around.organization, id],
    )
    const { number, name, application, ...content } = rows[0]!
    const [enclosures] = await Promise.all([inRevision(ctx, application, number), noteLook(ctx, id, division, number)])
    return { ...content, revision: number, applicant: around.isBlind ? null : name, enclosures }
  }

  @For(...WATCHERS)
  @Needs('id')
  @FieldResolver(() => [GrantLook], { description: 'When its reviewer opened the file, latest first.' })
  looks(@Ctx() ctx: Context, @Root() { id }: GrantAssignment): Promise<GrantLook[]> {
    return looksOf(ctx, id)
  }

  @Needs('id')
  @FieldResolver(() => [GrantCriterion], { description: 'The score sheet of the round.' })
  async criteria(@Ctx() ctx: Context, @Root() { id }: GrantAssignment) {
    return (await assignmentAround(ctx, id)).criteria
  }

  @Needs('id', 'revision')
  @FieldResolver(() => Boolean, { description: 'The application was handed in again since the sheet was filled in.' })
  async isOutdated(@Ctx() ctx: Context, @Root() { id, revision }: GrantAssignment) {
    return revision > 0 && revision < (await assignmentAround(ctx, id)).revision
  }

  @Needs('status', 'account', 'scores')
  @FieldResolver(() => [GrantScore], { nullable: true, description: 'The reviewer’s own; for officers once locked.' })
  scores(@Ctx() ctx: Context, @Root() { status, account, scores }: GrantAssignment) {
    return status === 'LOCKED' || ctx.actor.id === account ? scores : null
  }

  @Needs('status', 'account', 'comment')
  @FieldResolver(() => String, { nullable: true, description: 'The reviewer’s own; for officers once locked.' })
  comment(@Ctx() ctx: Context, @Root() { status, account, comment }: GrantAssignment) {
    return status === 'LOCKED' || ctx.actor.id === account ? comment : null
  }

  @Needs('id', 'status', 'account', 'scores')
  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Total in hundredths of a percent, as the sheet stands: the reviewer’s own; for officers once locked.',
  })
  async total(@Ctx() ctx: Context, @Root() { id, status, account, scores }: GrantAssignment) {
    if (status !== 'LOCKED' && ctx.actor.id !== account) return null
    return totalOf((await assignmentAround(ctx, id)).criteria, scores)
  }

  @Needs(...ASSIGNMENT_FACTS)
  @FieldResolver(() => [assignmentTypes.Offer])
  async offers(@Ctx() ctx: Context, @Root() assignment: GrantAssignment) {
    const { status, division, previousStatus } = assignment
    return machine.offers({ ...(await assignmentFacts(ctx, assignment)), status, division, previousStatus }, ctx.actor, ctx.now)
  }

  @Needs('id')
  @FieldResolver(() => [Event])
  events(@Ctx() ctx: Context, @Root() { id }: GrantAssignment, @Args(() => EventsArgs) { last }: EventsArgs) {
    return eventsOf(ctx, id, last)
  }
}
