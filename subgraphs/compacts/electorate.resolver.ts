// The frozen roll for those who run the day, and the paper ballots they read: two officers, the same reading.
import type { FilterQuery } from '@mikro-orm/postgresql'
import {
  Arg,
  Args,
  Ctx,
  Field,
  FieldResolver,
  ID,
  InputType,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For, Needs, SignedIn } from '../shared/access.ts'
import { find, many, type Context } from '../shared/context.ts'
import { badInput, notFound, refused } from '../shared/errors.ts'
import { connection, page, PageArgs } from '../shared/page.ts'
import { text } from '../shared/words.ts'
import { castFor, mustBeOpen } from './ballot.acts.ts'
import type { Choice } from './ballot.rules.ts'
import { Elector, Electorate } from './electorate.entity.ts'
import { Resident } from './resident.stub.ts'
import { COMMITTEE, mustHold } from './rights.ts'
import { noteView, RollView } from './rollView.entity.ts'
import { uuids } from './transaction.ts'
import { OFF_ROLL } from './vote.count.ts'
import { ChoiceName, PaperEntry, Vote } from './vote.entity.ts'
import { voteMachine } from './vote.machine.ts'

const ElectorConnection = connection(Elector, 'Elector')
const HOSTS = [...COMMITTEE, 'MEETING_CHAIR', 'SUPERVISION_MEMBER'] as const
const MOST = 500

@InputType()
class PaperBallotInput {
  @Field(() => ID, { description: 'The household or resident, as the electorate names it.' }) unit!: string
  @Field(() => ChoiceName) choice!: Choice
}

@SignedIn()
@ObjectType({ description: 'How entering paper ballots went.' })
class PaperCount {
  @Field(() => Int, { description: 'Read alike by two officers: these count.' }) matched!: number
  @Field(() => Int, { description: 'Read by the caller only, so far.' }) waiting!: number
  @Field(() => [ID], { description: 'Units two officers read differently: look at the paper again.' }) differing!: string[]
}

@Resolver(() => Elector)
export class ElectorateResolver {
  @For(...HOSTS)
  @Query(() => ElectorConnection, {
    description: 'The frozen roll, for checking in and for paper ballots. Whoever opens it is written down.',
  })
  async electors(@Ctx() ctx: Context, @Arg('electorate', () => ID) id: string, @Args(() => PageArgs) { first, after }: PageArgs) {
    const electorate = await find(ctx, Electorate, id)
    if (!electorate) throw notFound(text('名册', 'Electorate'))
    mustHold(ctx, HOSTS, electorate.division)
    if (!after) await noteView(ctx, electorate, HOSTS)
    return page(ctx, Elector, { where: { electorate: id } as FilterQuery<Elector>, orderBy: { unit: 'asc' }, first, after })
  }

  @Needs('resident')
  @FieldResolver(() => Resident, {
    nullable: true,
    description: 'Who votes for the unit; null for callers who do not see that roll.',
  })
  resident(@Root() { resident }: Elector) {
    return resident && { id: resident }
  }

  @Needs('objection')
  @FieldResolver(() => Boolean, { description: 'Whether an upheld objection brought it onto the roll.' })
  isAdded(@Root() { objection }: Elector): boolean {
    return objection !== null
  }

  @Needs('id')
  @FieldResolver(() => Boolean, { description: 'Whether an upheld objection took it off the roll.' })
  async isOff(@Ctx() ctx: Context, @Root() { id }: Elector): Promise<boolean> {
    const isOff = await many(ctx, 'elector.off', id, async (ids) => {
      const rows = await ctx.em.execute<{ id: string }[]>(
        `select x.id from compacts.elector x where x.id = any(?::uuid[]) and ${OFF_ROLL}`,
        [uuids(ids)],
      )
      return new Map(rows.map((row) => [row.id, true]))
    })
    return isOff ?? false
  }

  @For(...COMMITTEE)
  @Mutation(() => PaperCount, {
    description: 'Enters what the caller reads on paper ballots. One counts when a second officer has read the same.',
  })
  async enterPaperBallots(
    @Ctx() ctx: Context,
    @Arg('vote', () => ID) id: string,
    @Arg('ballots', () => [PaperBallotInput]) ballots: PaperBallotInput[],
  ): Promise<PaperCount> {
    const vote = await find(ctx, Vote, id)
    if (!vote) throw notFound(voteMachine.label)
    mustHold(ctx, COMMITTEE, vote.division)
    mustBeOpen(ctx, vote)
    if (vote.isSecret)
      throw refused(text('本次为无记名投票，请按票箱录入。', 'This vote is secret; enter the box as a whole.'), { rule: 'V12' })
    if (ballots.length > MOST)
      throw badInput(text(`一次最多录入${MOST}张。`, `At most ${MOST} ballots at a time.`), { field: 'ballots' })
    const read = new Map(ballots.map(({ unit, choice }) => [unit, choice]))
    const electors = await ctx.em.find(
      Elector,
      { electorate: vote.electorate!.id, unit: { $in: [...read.keys()] } },
      { orderBy: { unit: 'asc' } },
    )
    const missing = [...read.keys()].find((unit) => !electors.some((e) => e.unit === unit))
    if (missing)
      throw badInput(text('名册中没有这一户（人）。', 'There is no such unit on the frozen roll.'), {
        field: 'ballots',
        unit: missing,
      })
    return match(ctx, vote, electors, read)
  }
}

const match = async (ctx: Context, vote: Vote, electors: Elector[], read: Map<string, Choice>): Promise<PaperCount> => {
  await ctx.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`paper:${vote.id}`])
  const entered = await ctx.em.find(PaperEntry, { vote: vote.id, elector: { $in: electors.map((e) => e.id) } })
  const count: PaperCount = { matched: 0, waiting: 0, differing: [] }
  for (const elector of electors) {
    const choice = read.get(elector.unit)!
    const own = entered.find((e) => e.elector.id === elector.id && e.by === ctx.actor.id)
    if (own) Object.assign(own, { choice, at: ctx.now })
    else ctx.em.create(PaperEntry, { id: uuidv7(), vote, elector, choice, by: ctx.actor.id!, at: ctx.now })
    const others = entered.filter((e) => e.elector.id === elector.id && e.by !== ctx.actor.id)
    if (others.some((e) => e.choice === choice)) {
      await castFor(ctx, vote, elector, choice, 'PAPER')
      count.matched += 1
    } else if (others.length) count.differing.push(elector.unit)
    else count.waiting += 1
  }
  return count
}

const LATEST = 100

@Resolver(() => Electorate)
export class RollViewResolver {
  @Needs('id')
  @FieldResolver(() => [RollView], {
    description: `Who opened the list, the latest ${LATEST}; for the secretary, the supervision committee, the subdistrict and auditors.`,
  })
  views(@Ctx() ctx: Context, @Root() { id }: Electorate) {
    return ctx.em.find(RollView, { electorate: id } as FilterQuery<RollView>, { orderBy: { at: 'desc' }, limit: LATEST })
  }
}
