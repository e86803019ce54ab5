// Counting a vote from what is stored: the frozen electorate, who came, and every ballot. Counting again gives the same.
import type { Context } from '../shared/context.ts'
import type { AssemblyRule, Basis } from './assembly.rules.ts'
import { countSheet, effective, judged, sheetOf, tally, type CastBallot, type Tally } from './ballot.rules.ts'
import { foundIn, openSeals } from './secret.ts'
import { sha256 } from './transaction.ts'
import type { Vote } from './vote.entity.ts'

interface Unit {
  unit: string
  attended: boolean
  voted: boolean
  area: string
}

export type Counted = Tally & { countHash: string }

/** What an upheld objection took off the roll. */
export const OFF_ROLL = `exists (select 1 from compacts.electorate_objection o where o.elector_id = x.id and o.status = 'UPHELD')`

const secretly = async (ctx: Context, vote: Vote, rule: AssemblyRule, basis: Basis, units: readonly Unit[]): Promise<Counted> => {
  if (!(await foundIn(ctx, vote.id))) await openSeals(ctx, vote)
  const found = (await foundIn(ctx, vote.id))!
  const present = units.filter(({ attended, voted }) => attended || voted).length
  const [agree, disagree, abstain] = [found.AGREE, found.DISAGREE, found.ABSTAIN]
  const result = judged(rule, { eligible: units.length, present, agree, disagree, abstain }, null, basis)
  return { ...result, countHash: sha256(sheetOf(rule, result, found)) }
}

export const countVote = async (ctx: Context, vote: Vote): Promise<Counted> => {
  const [electorate] = await ctx.em.execute<{ id: string; rule: AssemblyRule; basis: Basis }[]>(
    'select id, rule, basis from compacts.electorate where id = ?',
    [vote.electorate!.id],
  )
  const electors = await ctx.em.execute<Unit[]>(
    `select x.unit, a.resident is not null as attended, s.id is not null as voted, x.area_cm2 as area from compacts.elector x
       left join compacts.attendance a on a.meeting_id = ? and a.resident = x.resident
       left join compacts.voted s on s.vote_id = ? and s.elector_id = x.id
      where x.electorate_id = ? and not ${OFF_ROLL}`,
    [vote.meeting.id, vote.id, vote.electorate!.id],
  )
  const { rule, basis } = electorate!
  if (vote.isSecret) return secretly(ctx, vote, rule, basis, electors)
  const cast = await ctx.em.execute<(Omit<CastBallot, 'castAt'> & { cast_at: string })[]>(
    `select b.id, x.unit, b.choice, b.cast_at, b.sequence from compacts.ballot b join compacts.elector x on x.id = b.elector_id where b.vote_id = ?`,
    [vote.id],
  )
  const ballots: CastBallot[] = cast.map(({ cast_at, ...ballot }) => ({ ...ballot, castAt: new Date(cast_at) }))
  const units = new Set(electors.map(({ unit }) => unit))
  const attended = new Set(electors.filter((e) => e.attended).map(({ unit }) => unit))
  const areas = rule.byArea ? new Map(electors.map(({ unit, area }) => [unit, Number(area)])) : undefined
  const result = tally(rule, units, attended, ballots, vote.closesAt, { basis, ...(areas ? { areas } : {}) })
  return { ...result, countHash: sha256(countSheet(rule, result, effective(ballots, units, vote.closesAt))) }
}
