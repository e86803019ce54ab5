// Casting one ballot for one unit: the unit's own lock, then a ballot that names the one it replaces.
import { v4 as uuidv4, v7 as uuidv7 } from 'uuid'
import { find, type Context } from '../shared/context.ts'
import { notFound, refused } from '../shared/errors.ts'
import { text } from '../shared/words.ts'
import { isInTime, type Choice } from './ballot.rules.ts'
import { clockOf } from './day.rules.ts'
import type { Elector } from './electorate.entity.ts'
import { Proxy } from './proxy.entity.ts'
import { sealChoice } from './secret.ts'
import { Ballot, Vote, type BallotChannel } from './vote.entity.ts'
import { surroundingsOf } from './vote.facts.ts'
import { voteMachine } from './vote.machine.ts'

export const mustBeOpen = ({ now }: Context, { status, opensAt, closesAt }: Vote): void => {
  if (status !== 'OPEN')
    throw refused(text('现在不能投票：表决未开始或者已经截止。', 'No ballot is taken now: the vote has not begun, or is closed.'))
  if (!isInTime(now, opensAt, closesAt))
    throw refused(
      text(
        `投票时间为${clockOf(opensAt)}至${clockOf(closesAt)}。`,
        `Ballots are taken from ${clockOf(opensAt)} to ${clockOf(closesAt)}.`,
      ),
      { rule: 'V9' },
    )
}

/** A unit of the roll, and the resident who casts for it. */
type Unit = Pick<Elector, 'id' | 'unit' | 'resident'>

/** Whoever casts for the unit waits their turn. */
const turnOf = (ctx: Context, vote: Vote, elector: Unit) =>
  ctx.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`ballot:${vote.id}:${elector.id}`])

interface Standing extends Unit {
  /** An objection took it off the roll. */
  isOff: boolean
  /** It gave its ballot to another to cast. */
  hasGiven: boolean
}

/** How the caller's own unit stands on the roll of the vote; null where they have none. */
const standingOf = async (ctx: Context, vote: string): Promise<Standing | null> => {
  const [row] = await ctx.em.execute<Standing[]>(
    `select x.id, x.unit, x.resident, exists (select from compacts.electorate_objection where elector_id = x.id and status = 'UPHELD') as "isOff",
            exists (select from compacts.proxy where vote_id = v.id and grantor_id = x.id and revoked_at is null) as "hasGiven"
       from compacts.vote v join compacts.elector x on x.electorate_id = v.electorate_id where v.id = ? and x.resident = ? limit 1`,
    [vote, ctx.actor.resident],
  )
  return row ?? null
}

/** The vote, and the unit the caller casts for: their own, or one whose written proxy they hold. */
export const castingIn = async (ctx: Context, id: string, unit: string | undefined): Promise<[Vote, Unit]> => {
  const [vote, own] = await Promise.all([find(ctx, Vote, id), standingOf(ctx, id)])
  if (!vote) throw notFound(voteMachine.label)
  if (unit && unit !== own?.unit) {
    const on = { vote: vote.id, holder: own?.id ?? null, grantor: { unit }, revokedAt: null }
    const held = own && (await ctx.em.findOne(Proxy, on, { populate: ['grantor'] }))
    if (held) return [vote, held.grantor]
    throw refused(text('您没有接受这一户（人）的委托。', 'You hold no proxy of this unit.'), { rule: 'V16' })
  }
  if (!own || own.isOff)
    throw refused(
      text(
        '您不在本次表决锁定的名册中；按户表决的，由户代表投票。',
        'You are not on the frozen roll of this vote; where households vote, their representative does.',
      ),
      { rule: 'V6' },
    )
  if (own.hasGiven)
    throw refused(text('您已经委托他人投票；要自己投票，请先撤销委托。', 'You gave a proxy; revoke it to vote yourself.'), {
      rule: 'V16',
    })
  return [vote, own]
}

const STANDS = text('您已经提交纸质票，以纸质票为准。', 'You gave a paper ballot; it stands.')

/** Notes that the unit has voted in secret, and seals what it chose; a later choice takes the place of the earlier. */
export const castSecretly = async (
  ctx: Context,
  vote: Vote,
  elector: Unit,
  choice: Choice,
  channel: keyof typeof BallotChannel,
): Promise<void> => {
  await turnOf(ctx, vote, elector)
  const [before] = await ctx.em.execute<{ channel: string }[]>(
    'select channel from compacts.voted where vote_id = ? and elector_id = ?',
    [vote.id, elector.id],
  )
  // A paper in the box has no name on it: it cannot be taken out again.
  if (before?.channel === 'PAPER') throw refused(STANDS, { rule: 'V8' })
  if (!before)
    await ctx.em.execute('insert into compacts.voted (id, vote_id, elector_id, channel, "at") values (?, ?, ?, ?, ?)', [
      uuidv4(),
      vote.id,
      elector.id,
      channel,
      ctx.now,
    ])
  await sealChoice(ctx, vote, elector.id, choice)
}

/** The ballot that now counts for the unit; the same choice again adds none. */
export const castFor = async (
  ctx: Context,
  vote: Vote,
  elector: Unit,
  choice: Choice,
  channel: keyof typeof BallotChannel,
): Promise<Ballot> => {
  await turnOf(ctx, vote, elector)
  const [last] = await ctx.em.execute<Pick<Ballot, 'id' | 'choice' | 'channel' | 'sequence'>[]>(
    'select id, choice, channel, sequence from compacts.ballot where vote_id = ? and elector_id = ? order by sequence desc limit 1',
    [vote.id, elector.id],
  )
  if (last?.channel === 'PAPER' && channel !== 'PAPER' && (await paperStands(ctx, vote))) throw refused(STANDS, { rule: 'V8' })
  if (last?.choice === choice) return ctx.em.findOneOrFail(Ballot, { id: last.id })
  return ctx.em.create(Ballot, {
    id: uuidv7(),
    vote,
    elector: elector.id,
    choice,
    sequence: (last?.sequence ?? 0) + 1,
    replaces: last?.id ?? null,
    castAt: ctx.now,
    channel,
    by: ctx.actor.id!,
  })
}

const paperStands = async (ctx: Context, vote: Vote): Promise<boolean> =>
  (await surroundingsOf(ctx, vote.id))?.rule?.paperStands ?? false
