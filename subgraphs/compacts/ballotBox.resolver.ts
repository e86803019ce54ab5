// The box of a secret vote: unsigned papers, counted by two officers who must find the same.
import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, ObjectType, Resolver, Root } from 'type-graphql'
import { v4 as uuidv4 } from 'uuid'
import { For, Needs, SignedIn } from '../shared/access.ts'
import { find, many, type Context } from '../shared/context.ts'
import { badInput, notFound, refused } from '../shared/errors.ts'
import { text } from '../shared/words.ts'
import { mustBeOpen } from './ballot.acts.ts'
import type { Choice } from './ballot.rules.ts'
import { COMMITTEE, mustHold } from './rights.ts'
import { openBox, sealBox } from './secret.ts'
import { BallotBox } from './secret.entity.ts'
import { sha256, uuids } from './transaction.ts'
import { OFF_ROLL } from './vote.count.ts'
import { Vote } from './vote.entity.ts'
import { voteMachine } from './vote.machine.ts'

const MOST = 2_000

@InputType()
class BoxInput {
  @Field(() => [ID], { description: 'The units whose papers are in the box, as the roll names them.' }) units!: string[]
  @Field(() => Int) agree!: number
  @Field(() => Int) disagree!: number
  @Field(() => Int, { description: 'Abstentions, and papers that say nothing clear.' }) abstain!: number
}

@SignedIn()
@ObjectType({ description: 'How entering a box went.' })
class BoxCounted {
  @Field(() => Boolean, { description: 'Two officers have found the same: it counts.' }) isMatched!: boolean
  @Field(() => Boolean, { description: 'Another officer has found something else: count the papers again.' }) differs!: boolean
}

@Resolver(() => Vote)
export class BallotBoxResolver {
  @Needs('id')
  @FieldResolver(() => Boolean, { description: 'Whether the caller’s own unit has voted.' })
  async hasVoted(@Ctx() ctx: Context, @Root() { id }: Vote): Promise<boolean> {
    const { resident } = ctx.actor
    if (!resident) return false
    const found = await many(ctx, 'vote.hasVoted', id, async (ids) => {
      const rows = await ctx.em.execute<{ id: string }[]>(
        `select b.vote_id as id from compacts.ballot b join compacts.elector x on x.id = b.elector_id where b.vote_id = any(?::uuid[]) and x.resident = ?
         union select s.vote_id from compacts.voted s join compacts.elector x on x.id = s.elector_id where s.vote_id = any(?::uuid[]) and x.resident = ?`,
        [uuids(ids), resident, uuids(ids), resident],
      )
      return new Map(rows.map((row) => [row.id, true]))
    })
    return found ?? false
  }

  @For(...COMMITTEE)
  @Mutation(() => BoxCounted, {
    description:
      'Enters a box of unsigned papers as the caller counted it. It counts when a second officer has counted the same.',
  })
  async enterBallotBox(
    @Ctx() ctx: Context,
    @Arg('vote', () => ID) id: string,
    @Arg('box', () => BoxInput) box: BoxInput,
  ): Promise<BoxCounted> {
    const vote = await find(ctx, Vote, id)
    if (!vote) throw notFound(voteMachine.label)
    mustHold(ctx, COMMITTEE, vote.division)
    mustBeOpen(ctx, vote)
    if (!vote.isSecret)
      throw refused(text('本次为记名投票，请逐张录入。', 'This vote is not secret; enter its papers one by one.'))
    const units = [...new Set(box.units)].sort()
    const count: Record<Choice, number> = { AGREE: box.agree, DISAGREE: box.disagree, ABSTAIN: box.abstain }
    mustAddUp(units, count)
    await ctx.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`paper:${vote.id}`])
    const electors = await electorsOf(ctx, vote, units)
    const unitsHash = sha256(units.join(','))
    const entered = await ctx.em.find(BallotBox, { vote: vote.id, unitsHash })
    if (entered.some(({ isMatched }) => isMatched))
      throw refused(text('这一票箱已经计入。', 'This box counts already.'), { rule: 'V8' })
    await mustNotHaveVoted(ctx, vote, electors)
    const own = entered.find(({ by }) => by === ctx.actor.id)
    const mine =
      own ?? ctx.em.create(BallotBox, { id: uuidv4(), vote, unitsHash, by: ctx.actor.id!, sealed: '', isMatched: false })
    mine.sealed = await sealBox(ctx, vote, unitsHash, count)
    const others = await Promise.all(
      entered.filter((one) => one !== own).map(({ sealed }) => openBox(ctx, vote, unitsHash, sealed)),
    )
    mine.isMatched = others.some((other) => JSON.stringify(other) === JSON.stringify(count))
    if (mine.isMatched)
      await ctx.em.execute(
        `insert into compacts.voted (id, vote_id, elector_id, channel, "at") select gen_random_uuid(), ?, x, 'PAPER', ? from unnest(?::uuid[]) x`,
        [vote.id, ctx.now, uuids(electors)],
      )
    return { isMatched: mine.isMatched, differs: !mine.isMatched && others.length > 0 }
  }
}

const mustAddUp = (units: readonly string[], count: Record<Choice, number>): void => {
  if (units.length > MOST) throw badInput(text(`一箱最多${MOST}张。`, `At most ${MOST} papers in a box.`), { field: 'units' })
  const numbers = Object.values(count)
  if (numbers.some((n) => n < 0) || numbers.reduce((sum, n) => sum + n, 0) !== units.length)
    throw badInput(
      text('三项票数之和应当等于交票的户（人）数。', 'The three counts must add up to the units whose papers are in the box.'),
      {
        field: 'agree',
      },
    )
}

const electorsOf = async (ctx: Context, vote: Vote, units: readonly string[]): Promise<string[]> => {
  const rows = await ctx.em.execute<{ id: string }[]>(
    `select x.id from compacts.elector x where x.electorate_id = ? and x.unit = any(?::uuid[]) and not ${OFF_ROLL} order by x.unit`,
    [vote.electorate!.id, uuids(units)],
  )
  if (rows.length !== units.length)
    throw badInput(text('名册中没有这一户（人）。', 'There is no such unit on the frozen roll.'), { field: 'units' })
  return rows.map(({ id }) => id)
}

const mustNotHaveVoted = async (ctx: Context, vote: Vote, electors: readonly string[]): Promise<void> => {
  const [row] = await ctx.em.execute<{ n: number }[]>(
    'select count(*)::int as n from compacts.voted where vote_id = ? and elector_id = any(?::uuid[])',
    [vote.id, uuids(electors)],
  )
  if (row!.n > 0)
    throw refused(
      text(
        `其中${row!.n}户（人）已经投过票，纸质票不再计入。`,
        `${row!.n} of these units have voted already; their papers cannot count.`,
      ),
      { rule: 'V8' },
    )
}
