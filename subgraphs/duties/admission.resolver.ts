// Reading applications for admission. From the publicity on anyone may read what is proposed, without signing in.
import type { FilterQuery } from '@mikro-orm/postgresql'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, Field, FieldResolver, ID, Info, Int, ObjectType, Query, Resolver, Root } from 'type-graphql'
import { Needs, Public, SignedIn } from '../shared/access.ts'
import { prefixOf } from '../shared/actor.ts'
import { addWorkingDays, dayOf, type TimeLimit } from '../shared/calendar.ts'
import { find, grouped, many, rule, type Context } from '../shared/context.ts'
import { Event, EventsArgs, eventsOf } from '../shared/event.ts'
import { connection, page, PageArgs } from '../shared/page.ts'
import { allOf, anyOf, inDivision, where } from '../shared/scope.ts'
import { AdmissionApplication, admissionTypes } from './admission.entity.ts'
import { ADMISSION_FACTS, admissionFacts, aroundOf } from './admission.facts.ts'
import { AdmissionFilter } from './admission.inputs.ts'
import { admissionApplicationMachine } from './admission.machine.ts'
import { isCarried, reaches } from './admission.rules.ts'
import type { Span } from './admissionLimits.rules.ts'
import { AdmissionNotice, admissionNotice } from './admissionNotice.ts'
import { AdmissionObjection } from './admissionObjection.entity.ts'
import { Opinion } from './admissionOpinion.entity.ts'
import { among } from './among.ts'
import { Department } from './department.entity.ts'
import { Division } from './division.stub.ts'
import { FundingCommitment } from './funding.entity.ts'
import { JointVote } from './jointVote.entity.ts'
import { partOf } from './part.ts'
import { Waiting, waitingOf } from './waiting.ts'

const AdmissionConnection = connection(AdmissionApplication, 'AdmissionApplication', 'public')

@SignedIn()
@ObjectType({ description: 'How the joint meeting stands: who was to vote, how many did, and what comes of it by the rule.' })
export class JointTally {
  @Field(() => Int) members!: number
  @Field(() => Int) votes!: number
  @Field(() => Int) votesFor!: number
  @Field(() => Int) votesAgainst!: number
  @Field(() => Int) abstained!: number
  @Field(() => Boolean, { description: 'Enough members have voted.' }) isQuorate!: boolean
  @Field(() => Boolean, { description: 'More than half of all members are for it.' }) isCarried!: boolean
}

@SignedIn()
@ObjectType({ description: 'The numbers of admission in force today, with their source.' })
export class AdmissionTerms {
  @Field(() => Int, { description: 'Working days before its start in which a matter must be applied for.' }) leadDays!: number
  @Field(() => String, { description: 'The earliest start of what is applied for today.' }) earliestStart!: string
  @Field(() => Int, { description: 'Signed opinions that are needed.' }) leastOpinions!: number
  @Field(() => Int, { description: 'Working days of publicity, at least.' }) publicityLeast!: number
  @Field(() => Int) publicityMost!: number
  @Field(() => String) basis!: string
}

@Resolver(() => AdmissionApplication)
export class AdmissionResolver {
  @Public()
  @Query(() => AdmissionApplication, { nullable: true, description: 'Without signing in, only from its publicity on.' })
  admissionApplication(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return find(ctx, AdmissionApplication, id)
  }

  @Public()
  @Query(() => AdmissionConnection, {
    description: 'Applications, latest first; without signing in, those from their publicity on.',
  })
  admissionApplications(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => AdmissionFilter, { nullable: true }) filter: AdmissionFilter | undefined,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { ids, division, status, department, overdue, text } = filter ?? {}
    // Matters are applied for in a district; a town or committee asks for those of the district it lies in.
    const around = division && prefixOf(division).length > 6 ? [{ division: `${division.slice(0, 6)}000000` }] : []
    const asked = allOf(
      among(ids),
      division ? anyOf(inDivision(division), ...around) : true,
      status ? { status: { $in: status } } : true,
      department ? { organization: { $in: department } } : true,
      overdue ? { dueAt: { $lt: ctx.now } } : true,
      partOf(text, 'name', 'documentNumber'),
    )
    const at = where(asked) as FilterQuery<AdmissionApplication>
    return page(ctx, AdmissionApplication, { where: at, orderBy: { createdAt: 'desc' }, first, after, info })
  }

  @SignedIn()
  @Query(() => AdmissionTerms)
  admissionTerms(@Ctx() ctx: Context, @Arg('division', () => ID) division: string): AdmissionTerms {
    const lead = rule<TimeLimit>(ctx, 'ADMISSION_LEAD', division)
    const { least, most } = rule<Span>(ctx, 'ADMISSION_PUBLICITY', division).value
    return {
      leadDays: lead.value.value,
      earliestStart: addWorkingDays(dayOf(ctx.now), lead.value.value),
      leastOpinions: rule<number>(ctx, 'ADMISSION_OPINIONS', division).value,
      publicityLeast: least,
      publicityMost: most,
      basis: lead.basis,
    }
  }

  @Public()
  @Needs('division')
  @FieldResolver(() => Division)
  division(@Root() application: AdmissionApplication) {
    return { code: application.division }
  }

  @Public()
  @Needs('organization')
  @FieldResolver(() => Department, { nullable: true, description: 'The department that applies.' })
  department(@Ctx() ctx: Context, @Root() { organization }: AdmissionApplication) {
    return find(ctx, Department, organization)
  }

  @Needs('id')
  @FieldResolver(() => [Opinion], { description: 'Of every invited unit the caller may see.' })
  async opinions(@Ctx() ctx: Context, @Root() { id }: AdmissionApplication) {
    const opinions = await many(ctx, 'admission.opinions', id, async (ids) => {
      const rows = await ctx.em.find(Opinion, { application: { $in: ids } }, { orderBy: { division: 'asc' } })
      return grouped(rows, (row) => row.application.id)
    })
    return opinions ?? []
  }

  @Needs('id')
  @FieldResolver(() => [JointVote], { description: 'For the district’s side only; in the order they were given.' })
  async votes(@Ctx() ctx: Context, @Root() { id }: AdmissionApplication) {
    const votes = await many(ctx, 'admission.votes', id, async (ids) => {
      const rows = await ctx.em.find(JointVote, { application: { $in: ids } }, { orderBy: { at: 'asc', id: 'asc' } })
      return grouped(rows, (row) => row.application.id)
    })
    return votes ?? []
  }

  @Needs(...ADMISSION_FACTS)
  @FieldResolver(() => JointTally, { nullable: true, description: 'Null until the joint meeting is convened.' })
  async tally(@Ctx() ctx: Context, @Root() application: AdmissionApplication): Promise<JointTally | null> {
    if (!application.members) return null
    const [facts, around] = await Promise.all([admissionFacts(ctx, application), aroundOf(ctx, application.id)])
    const { members, votes, votesFor, quorum } = facts
    const votesAgainst = around?.votes_against ?? 0
    return {
      members,
      votes,
      votesFor,
      votesAgainst,
      abstained: votes - votesFor - votesAgainst,
      isQuorate: reaches(votes, members, quorum),
      isCarried: isCarried(facts),
    }
  }

  @Needs('id')
  @FieldResolver(() => [AdmissionObjection], { description: 'Oldest first.' })
  async objections(@Ctx() ctx: Context, @Root() { id }: AdmissionApplication) {
    const objections = await many(ctx, 'admission.objections', id, async (ids) => {
      const rows = await ctx.em.find(AdmissionObjection, { application: { $in: ids } }, { orderBy: { at: 'asc', id: 'asc' } })
      return grouped(rows, (row) => row.application.id)
    })
    return objections ?? []
  }

  @Needs('id')
  @FieldResolver(() => [FundingCommitment], { description: 'What the department pays for it, as far as the caller may see.' })
  async commitments(@Ctx() ctx: Context, @Root() { id }: AdmissionApplication) {
    const commitments = await many(ctx, 'admission.commitments', id, async (ids) => {
      const rows = await ctx.em.find(
        FundingCommitment,
        { application: { $in: ids } },
        { orderBy: { createdAt: 'asc', id: 'asc' } },
      )
      return grouped(rows, (row) => row.application!)
    })
    return commitments ?? []
  }

  @Public()
  @Needs('name', 'division', 'organization', 'publicityBegunAt', 'publicityDays')
  @FieldResolver(() => AdmissionNotice, { nullable: true, description: 'The notice to post; null until it is shown.' })
  async notice(@Ctx() ctx: Context, @Root() application: AdmissionApplication) {
    const department = await find(ctx, Department, application.organization)
    return admissionNotice(ctx, application, department?.name ?? '')
  }

  @Needs(...ADMISSION_FACTS)
  @FieldResolver(() => [admissionTypes.Offer])
  async offers(@Ctx() ctx: Context, @Root() application: AdmissionApplication) {
    const { status, division, previousStatus } = application
    const subject = { ...(await admissionFacts(ctx, application)), status, division, previousStatus }
    return admissionApplicationMachine.offers(subject, ctx.actor, ctx.now)
  }

  @Needs('id')
  @FieldResolver(() => [Event])
  events(@Ctx() ctx: Context, @Root() { id }: AdmissionApplication, @Args(() => EventsArgs) { last }: EventsArgs) {
    return eventsOf(ctx, id, last)
  }

  @Needs('id', 'status')
  @FieldResolver(() => Waiting)
  waiting(@Ctx() ctx: Context, @Root() application: AdmissionApplication) {
    return waitingOf(ctx, admissionApplicationMachine, application)
  }
}
