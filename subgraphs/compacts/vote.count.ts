// Counting a vote from what is stored: the frozen electorate, who came, and every ballot. Counting again gives the same.
import type { Context } from '../shared/context.ts'
import { countSheet, effective, tally, type CastBallot, type Tally } from './ballot.rules.ts'
import { sha256 } from './transaction.ts'
import type { Vote } from './vote.entity.ts'

export const countVote = async (ctx: Context, vote: Vote): Promise<Tally & { countHash: string }> => {
  const [electorate] = await ctx.em.execute<{ id: string; rule: Parameters<typeof tally>[0] }[]>(
    'select id, rule from compacts.electorate where id = ?',
    [vote.electorate!.id],
  )
  const electors = await ctx.em.execute<{ unit: string; attended: boolean }[]>(
    `select x.unit, a.resident is not null as attended from compacts.elector x
       left join compacts.attendance a on a.meeting_id = ? and a.resident = x.resident where x.electorate_id = ?`,
    [vote.meeting.id, electorate!.id],
  )
  const cast = await ctx.em.execute<(Omit<CastBallot, 'castAt'> & { cast_at: string })[]>(
    `select b.id, x.unit, b.choice, b.cast_at, b.sequence from compacts.ballot b join compacts.elector x on x.id = b.elector_id where b.vote_id = ?`,
    [vote.id],
  )
  const ballots: CastBallot[] = cast.map(({ cast_at, ...ballot }) => ({ ...ballot, castAt: new Date(cast_at) }))
  const units = new Set(electors.map(({ unit }) => unit))
  const attended = new Set(electors.filter((e) => e.attended).map(({ unit }) => unit))
  const { rule } = electorate!
  const result = tally(rule, units, attended, ballots, vote.closesAt)
  return { ...result, countHash: sha256(countSheet(rule, result, effective(ballots, units, vote.closesAt))) }
}
