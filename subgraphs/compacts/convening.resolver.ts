// Meetings that must be called: reading them, and how far the names of those who ask reach.
import type { FilterQuery } from '@mikro-orm/postgresql'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, Field, FieldResolver, ID, Info, InputType, Int, ObjectType, Query, Resolver, Root } from 'type-graphql'
import { Needs, SignedIn } from '../shared/access.ts'
import { find, grouped, many, type Context } from '../shared/context.ts'
import { Event, EventsArgs, eventsOf } from '../shared/event.ts'
import { connection, page, PageArgs } from '../shared/page.ts'
import { allOf, inDivision, where } from '../shared/scope.ts'
import { say } from '../shared/words.ts'
import { among, AMONG } from './among.ts'
import { conveningFacts, conveningRule, countedOf } from './convening.acts.ts'
import { AskingName, Convening, conveningTypes } from './convening.entity.ts'
import { conveningMachine, type ConveningStatus } from './convening.machine.ts'
import { progressOf, stretchWords, type Asking } from './convening.rules.ts'
import { Division } from './division.stub.ts'
import { Issue } from './issue.entity.ts'
import { Meeting } from './meeting.entity.ts'
import { meetingWord } from './meeting.rules.ts'
import { Resident } from './resident.stub.ts'
import { relationsOf, seesRoll } from './rights.ts'
import { uuids } from './transaction.ts'
import { Waiting, waitingOf } from './waiting.ts'

const ConveningConnection = connection(Convening, 'Convening')

@InputType()
class ConveningFilter {
  @Field(() => [ID], { nullable: true, description: AMONG }) ids?: string[]
  @Field(() => ID, { nullable: true, description: 'In this division or below it.' }) division?: string
  @Field(() => [conveningTypes.Status], { nullable: true }) status?: ConveningStatus[]
}

@SignedIn()
@ObjectType({ description: 'How many of one kind ask for a meeting, and how many must; one kind is enough.' })
class ConveningProgress {
  @Field(() => AskingName) of!: Asking
  @Field(() => Int) signed!: number
  @Field(() => Int) needed!: number
  @Field(() => Int) whole!: number
}

interface Signer {
  readonly id: string
  readonly resident: string
}

const signersOf = async (ctx: Context, id: string): Promise<Signer[]> =>
  (await many(ctx, 'convening.signers', id, async (ids) => {
    const rows = await ctx.em.execute<Signer[]>(
      'select convening_id as id, resident from compacts.convening_signer where convening_id = any(?::uuid[]) order by "at", resident',
      [uuids(ids)],
    )
    return grouped(rows, (row) => row.id)
  })) ?? []

@Resolver(() => Convening)
export class ConveningResolver {
  @SignedIn()
  @Query(() => Convening, { nullable: true })
  convening(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return find(ctx, Convening, id)
  }

  @SignedIn()
  @Query(() => ConveningConnection, { description: 'Meetings that must be called, or are asked for, latest first.' })
  convenings(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => ConveningFilter, { nullable: true }) filter: ConveningFilter | undefined,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { ids, division, status } = filter ?? {}
    const asked = allOf(among(ids), division ? inDivision(division) : true, status ? { status: { $in: status } } : true)
    const whole = where(asked) as FilterQuery<Convening>
    return page(ctx, Convening, { where: whole, orderBy: { createdAt: 'desc' }, first, after, info })
  }

  @Needs('division')
  @FieldResolver(() => Division)
  division(@Root() { division }: Convening) {
    return { code: division }
  }

  @Needs('issue')
  @FieldResolver(() => Issue, { nullable: true, description: 'What it is asked for.' })
  issue(@Ctx() ctx: Context, @Root() { issue }: Convening) {
    return issue && find(ctx, Issue, issue.id)
  }

  @Needs('meeting')
  @FieldResolver(() => Meeting, { nullable: true, description: 'The meeting of which notice was given.' })
  meeting(@Ctx() ctx: Context, @Root() { meeting }: Convening) {
    return meeting && find(ctx, Meeting, meeting.id)
  }

  @Needs('type', 'division')
  @FieldResolver(() => String, { description: 'What this kind of meeting is called there: 村民会议 in a village.' })
  typeLabel(@Ctx() { actor }: Context, @Root() { type, division }: Convening): string {
    return say(meetingWord(type, division), actor.locale)
  }

  @Needs('stretch')
  @FieldResolver(() => String, { nullable: true, description: 'The part of the year in which it must be held: 2026年下半年.' })
  stretch(@Ctx() { actor }: Context, @Root() { stretch }: Convening): string | null {
    return stretch && say(stretchWords(stretch), actor.locale)
  }

  @Needs('type', 'division', 'createdAt')
  @FieldResolver(() => String, { description: 'The law by which it must be called.' })
  basis(@Ctx() ctx: Context, @Root() convening: Convening): string {
    const { law, articles } = conveningRule(ctx, convening, convening.createdAt)
    return ctx.actor.locale === 'zh' ? `${law.zh}${articles}` : `${law.en}, ${articles}`
  }

  @Needs('id', 'type', 'division', 'ground')
  @FieldResolver(() => [ConveningProgress], { description: 'By the roll as it stands now; none where it is due by law.' })
  async progress(@Ctx() ctx: Context, @Root() convening: Convening): Promise<ConveningProgress[]> {
    if (convening.ground === 'LAW') return []
    return progressOf(conveningRule(ctx, convening), await countedOf(ctx, convening.id))
  }

  @Needs('id')
  @FieldResolver(() => Boolean, { description: 'Whether the caller asks for it.' })
  async isSignedByMe(@Ctx() ctx: Context, @Root() { id }: Convening): Promise<boolean> {
    const { resident } = ctx.actor
    return resident !== null && (await signersOf(ctx, id)).some((one) => one.resident === resident)
  }

  @Needs('id', 'division')
  @FieldResolver(() => [Resident], { nullable: true, description: 'Who asks for it, in order; for the committee.' })
  async signers(@Ctx() ctx: Context, @Root() { id, division }: Convening) {
    return seesRoll(ctx.actor, division) ? (await signersOf(ctx, id)).map(({ resident }) => ({ id: resident })) : null
  }

  @Needs('id', 'status', 'division', 'previousStatus', 'type', 'dueAt', 'author')
  @FieldResolver(() => [conveningTypes.Offer])
  async offers(@Ctx() ctx: Context, @Root() convening: Convening) {
    const { status, division, previousStatus, author } = convening
    const relations = relationsOf(ctx.actor, { author })
    const subject = { ...(await conveningFacts(ctx, convening)), status, division, previousStatus, relations }
    return conveningMachine.offers(subject, ctx.actor, ctx.now)
  }

  @Needs('id')
  @FieldResolver(() => [Event])
  events(@Ctx() ctx: Context, @Root() { id }: Convening, @Args(() => EventsArgs) { last }: EventsArgs) {
    return eventsOf(ctx, id, last)
  }

  @Needs('id', 'status')
  @FieldResolver(() => Waiting)
  waiting(@Ctx() ctx: Context, @Root() convening: Convening) {
    return waitingOf(ctx, conveningMachine, convening)
  }
}

@Resolver(() => Issue)
export class IssueConveningResolver {
  @Needs('id')
  @FieldResolver(() => [Convening], { description: 'Meetings asked for on it, latest first.' })
  async convenings(@Ctx() ctx: Context, @Root() { id }: Issue): Promise<Convening[]> {
    const rows = await many(ctx, 'issue.convenings', id, async (ids) =>
      grouped(
        await ctx.em.find(Convening, { issue: { $in: ids } }, { orderBy: { createdAt: 'desc', id: 'desc' } }),
        (row) => row.issue!.id,
      ),
    )
    return rows ?? []
  }
}
