// Casting one ballot for one unit: the unit's own lock, then a ballot that names the one it replaces.
import { v7 as uuidv7 } from 'uuid'
import type { Context } from '../shared/context.ts'
import { refused } from '../shared/errors.ts'
import { text } from '../shared/words.ts'
import { isInTime, type Choice } from './ballot.rules.ts'
import { clockOf } from './day.rules.ts'
import type { Elector } from './electorate.entity.ts'
import { Ballot, type BallotChannel, type Vote } from './vote.entity.ts'

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

/** The ballot that now counts for the unit; the same choice again adds none. */
export const castFor = async (
  ctx: Context,
  vote: Vote,
  elector: Elector,
  choice: Choice,
  channel: keyof typeof BallotChannel,
): Promise<Ballot> => {
  await ctx.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`ballot:${vote.id}:${elector.id}`])
  const [last] = await ctx.em.find(Ballot, { vote: vote.id, elector: elector.id }, { orderBy: { sequence: 'desc' }, limit: 1 })
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
