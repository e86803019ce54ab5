// Casting one ballot for one unit: the unit's own lock, then a ballot that names the one it replaces.
import { v4 as uuidv4, v7 as uuidv7 } from 'uuid'
import type { Context } from '../shared/context.ts'
import { refused } from '../shared/errors.ts'
import { text } from '../shared/words.ts'
import { isInTime, type Choice } from './ballot.rules.ts'
import { clockOf } from './day.rules.ts'
import { Elector } from './electorate.entity.ts'
import { Proxy } from './proxy.entity.ts'
import { sealChoice } from './secret.ts'
import { Ballot, type BallotChannel, type Vote } from './vote.entity.ts'
import { surroundingsOf } from './vote.facts.ts'

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

/** Whoever casts for the unit waits their turn. */
const turnOf = (ctx: Context, vote: Vote, elector: Elector) =>
  ctx.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`ballot:${vote.id}:${elector.id}`])

/** The elector the caller casts for: their own unit, or one whose written proxy they hold. */
export const castingFor = async (ctx: Context, vote: Vote, unit: string | null): Promise<Elector> => {
  const { resident } = ctx.actor
  const on = { electorate: vote.electorate?.id ?? null }
  const own = vote.electorate && resident ? await ctx.em.findOne(Elector, { ...on, resident }) : null
  if (unit && unit !== own?.unit) {
    const held =
      own &&
      (await ctx.em.findOne(
        Proxy,
        { vote: vote.id, holder: own.id, grantor: { unit }, revokedAt: null },
        { populate: ['grantor'] },
      ))
    if (held) return held.grantor
    throw refused(text('您没有接受这一户（人）的委托。', 'You hold no proxy of this unit.'), { rule: 'V16' })
  }
  const { isOff, hasGiven } = own ? await standingOf(ctx, vote, own) : { isOff: true, hasGiven: false }
  if (!own || isOff)
    throw refused(
      text(
        '您不在本次表决锁定的名册中；按户表决的，由户代表投票。',
        'You are not on the frozen roll of this vote; where households vote, their representative does.',
      ),
      { rule: 'V6' },
    )
  if (hasGiven)
    throw refused(text('您已经委托他人投票；要自己投票，请先撤销委托。', 'You gave a proxy; revoke it to vote yourself.'), {
      rule: 'V16',
    })
  return own
}

/** Whether an objection took the elector off the roll, and whether they gave their ballot to another to cast. */
const standingOf = async (ctx: Context, vote: Vote, elector: Elector) => {
  const [row] = await ctx.em.execute<{ isOff: boolean; hasGiven: boolean }[]>(
    `select exists (select from compacts.electorate_objection where elector_id = ? and status = 'UPHELD') as "isOff",
      exists (select from compacts.proxy where vote_id = ? and grantor_id = ? and revoked_at is null) as "hasGiven"`,
    [elector.id, vote.id, elector.id],
  )
  return row!
}

const STANDS = text('您已经提交纸质票，以纸质票为准。', 'You gave a paper ballot; it stands.')

/** Notes that the unit has voted in secret, and seals what it chose; a later choice takes the place of the earlier. */
export const castSecretly = async (
  ctx: Context,
  vote: Vote,
  elector: Elector,
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
  elector: Elector,
  choice: Choice,
  channel: keyof typeof BallotChannel,
): Promise<Ballot> => {
  await turnOf(ctx, vote, elector)
  const [last] = await ctx.em.find(Ballot, { vote: vote.id, elector: elector.id }, { orderBy: { sequence: 'desc' }, limit: 1 })
  if (last?.channel === 'PAPER' && channel !== 'PAPER' && (await paperStands(ctx, vote))) throw refused(STANDS, { rule: 'V8' })
  if (last?.choice === choice) return last
  return ctx.em.create(Ballot, {
    id: uuidv7(),
    vote,
    elector,
    choice,
    sequence: (last?.sequence ?? 0) + 1,
    replaces: last ?? null,
    castAt: ctx.now,
    channel,
    by: ctx.actor.id!,
  })
}

const paperStands = async (ctx: Context, vote: Vote): Promise<boolean> =>
  (await surroundingsOf(ctx, vote.id))?.rule?.paperStands ?? false
