// Money that follows a task: what was promised, to whom, and what has come of it.
import type { FilterQuery } from '@mikro-orm/postgresql'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql'
import { Needs, SignedIn } from '../shared/access.ts'
import { dayOf } from '../shared/calendar.ts'
import { find, type Context } from '../shared/context.ts'
import { Event, EventsArgs, eventsOf } from '../shared/event.ts'
import { connection, page, PageArgs } from '../shared/page.ts'
import { allOf, inDivision, where } from '../shared/scope.ts'
import { AdmissionApplication } from './admission.entity.ts'
import { among } from './among.ts'
import { Department } from './department.entity.ts'
import { Division } from './division.stub.ts'
import { FundingCommitment, fundingTypes, FundingTransfer } from './funding.entity.ts'
import { FUNDING_FACTS, fundingFacts, transferredOf, transfersOf } from './funding.facts.ts'
import { FundingFilter } from './funding.inputs.ts'
import { fundingCommitmentMachine } from './funding.machine.ts'
import { daysOverdue } from './funding.rules.ts'
import { fundingDue, fundingOnTime } from './indicator.asked.ts'
import { partOf } from './part.ts'
import { Waiting, waitingOf } from './waiting.ts'

const FundingConnection = connection(FundingCommitment, 'FundingCommitment')
/** Where the money has not gone out yet. */
const UNPAID = ['PROMISED', 'BUDGETED']

@Resolver(() => FundingCommitment)
export class FundingResolver {
  @SignedIn()
  @Query(() => FundingCommitment, { nullable: true })
  fundingCommitment(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return find(ctx, FundingCommitment, id)
  }

  @SignedIn()
  @Query(() => FundingConnection, { description: 'Commitments by the day of their transfer, earliest first.' })
  fundingCommitments(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => FundingFilter, { nullable: true }) filter: FundingFilter | undefined,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { ids, division, status, department, year, overdue, text, dueFrom, dueTo, onTime } = filter ?? {}
    const asked = allOf(
      among(ids),
      division ? inDivision(division) : true,
      status ? { status: { $in: status } } : true,
      department ? { organization: { $in: department } } : true,
      year ? { year } : true,
      overdue ? { status: { $in: UNPAID }, transferBy: { $lt: dayOf(ctx.now) } } : true,
      partOf(text, 'matter'),
      fundingDue(dueFrom, dueTo),
      fundingOnTime(onTime),
    )
    return page(ctx, FundingCommitment, {
      where: where(asked) as FilterQuery<FundingCommitment>,
      orderBy: { transferBy: 'asc' },
      first,
      after,
      info,
    })
  }

  @Needs('division')
  @FieldResolver(() => Division, { description: 'The town or committee that receives it.' })
  division(@Root() commitment: FundingCommitment) {
    return { code: commitment.division }
  }

  @Needs('organization')
  @FieldResolver(() => Department, { nullable: true, description: 'The department that pays.' })
  department(@Ctx() ctx: Context, @Root() { organization }: FundingCommitment) {
    return find(ctx, Department, organization)
  }

  @Needs('application')
  @FieldResolver(() => AdmissionApplication, { nullable: true, description: 'The application it came with.' })
  application(@Ctx() ctx: Context, @Root() { application }: FundingCommitment) {
    return application && find(ctx, AdmissionApplication, application)
  }

  @Needs('id')
  @FieldResolver(() => Int, { description: 'Transferred so far, in fen.' })
  transferred(@Ctx() ctx: Context, @Root() { id }: FundingCommitment) {
    return transferredOf(ctx, id)
  }

  @Needs('id')
  @FieldResolver(() => [FundingTransfer], { description: 'Oldest first.' })
  transfers(@Ctx() ctx: Context, @Root() { id }: FundingCommitment) {
    return transfersOf(ctx, id)
  }

  @Needs('status', 'transferBy')
  @FieldResolver(() => Int, { description: 'Days the transfer is overdue; 0 when it is made or not due.' })
  daysOverdue(@Ctx() ctx: Context, @Root() { status, transferBy }: FundingCommitment): number {
    return UNPAID.includes(status) ? daysOverdue(transferBy, ctx.now) : 0
  }

  @Needs(...FUNDING_FACTS)
  @FieldResolver(() => [fundingTypes.Offer])
  async offers(@Ctx() ctx: Context, @Root() commitment: FundingCommitment) {
    const { status, division, previousStatus } = commitment
    const subject = { ...(await fundingFacts(ctx, commitment)), status, division, previousStatus }
    return fundingCommitmentMachine.offers(subject, ctx.actor, ctx.now)
  }

  @Needs('id')
  @FieldResolver(() => [Event])
  events(@Ctx() ctx: Context, @Root() { id }: FundingCommitment, @Args(() => EventsArgs) { last }: EventsArgs) {
    return eventsOf(ctx, id, last)
  }

  @Needs('id', 'status')
  @FieldResolver(() => Waiting)
  waiting(@Ctx() ctx: Context, @Root() commitment: FundingCommitment) {
    return waitingOf(ctx, fundingCommitmentMachine, commitment)
  }
}
