// What the guards of a vote ask about it; one statement, however many votes are asked about.
import { many, type Context } from '../shared/context.ts'
import { say, type Locale } from '../shared/words.ts'
import type { AssemblyRule, Basis } from './assembly.rules.ts'
import { ruleFor } from './electorate.freeze.ts'
import type { MeetingType, OwnersMatter } from './meeting.rules.ts'
import { sha256, uuids } from './transaction.ts'
import type { Vote } from './vote.entity.ts'
import type { VotingFacts } from './vote.rules.ts'

interface Surroundings {
  meeting_type: MeetingType
  meeting_status: string
  electorate: string | null
  meeting_matter: OwnersMatter | null
  rule_day: string | null
  rule: AssemblyRule | null
  basis: Basis | null
  objections: number
  size: number | null
  representatives: number | null
  attending: number
  compact_status: string | null
  compact_hash: string | null
}

const READY: Record<string, readonly string[]> = { COMPACT: ['VOTING'], REPEAL: ['IN_FORCE', 'ORDERED_TO_CORRECT'] }

/** Where the vote stands: its meeting, the electorate frozen for it, who has come, and the compact it is about. */
export const surroundingsOf = (ctx: Context, id: string): Promise<Surroundings | null> =>
  many(ctx, 'vote.surroundings', id, async (ids) => {
    const rows = await ctx.em.execute<(Surroundings & { id: string })[]>(
      `select v.id, m.type as meeting_type, m.matter as meeting_matter, p.rule_day::text as rule_day, m.status as meeting_status,
              e.id as electorate, e.rule, e.basis, e.representatives, coalesce(o.filed, 0) as objections,
              e.size + coalesce(o.added, 0) - coalesce(o.removed, 0) as size,
              (select count(*)::int from compacts.attendance a join compacts.elector x on x.resident = a.resident and x.electorate_id = e.id
                where a.meeting_id = m.id) as attending,
              c.status as compact_status, c.text_hash as compact_hash
         from compacts.vote v join compacts.meeting m on m.id = v.meeting_id
         left join compacts.electorate e on e.meeting_id = m.id
         left join lateral (select count(*) filter (where status = 'FILED')::int as filed,
                count(*) filter (where status = 'UPHELD' and fault = 'MISSING')::int as added,
                count(*) filter (where status = 'UPHELD' and fault = 'WRONGLY_LISTED')::int as removed
           from compacts.electorate_objection where electorate_id = e.id) o on true
         left join compacts.building_project p on p.id = m.building_id
         left join compacts.compact c on c.id = v.compact_id
        where v.id = any(?::uuid[])`,
      [uuids(ids)],
    )
    return new Map(rows.map((row) => [row.id, row]))
  })

/** How the law counts a vote, with the article. */
export const ruleTextOf = (rule: AssemblyRule, locale: Locale): string => {
  const [says, law] = [say(rule.says, locale), say(rule.law, locale)]
  return locale === 'zh' ? `${says}（${law}${rule.articles}）` : `${says} (${law}, ${rule.articles})`
}

/** The columns the guards read, and with them the offers. */
export const VOTE_FACTS = [
  'id',
  'status',
  'division',
  'previousStatus',
  'manner',
  'proposal',
  'opensAt',
  'closesAt',
  'textHash',
  'compact',
  'purpose',
  'delegation',
  'extendedAt',
  'countSignedBy',
  'isSecret',
] as const satisfies readonly (keyof Vote)[]

export const votingFacts = async (ctx: Context, vote: Pick<Vote, (typeof VOTE_FACTS)[number]>): Promise<VotingFacts> => {
  const around = (await surroundingsOf(ctx, vote.id))!
  const { meeting_type: type, meeting_matter: matter, rule_day: ruleDay } = around
  const rule = around.rule ?? ruleFor(ctx, { type, matter, division: vote.division }, ruleDay)
  return {
    rule,
    basis: around.basis,
    objections: around.objections,
    isSecret: vote.isSecret,
    meetingStatus: around.meeting_status,
    electors: around.size ?? 0,
    representatives: around.representatives ?? 0,
    attending: around.attending,
    manner: vote.manner,
    proposal: vote.proposal,
    opensAt: vote.opensAt,
    closesAt: vote.closesAt,
    isTextCurrent: vote.textHash === (vote.compact ? around.compact_hash : sha256(vote.proposal)),
    isCompactReady: vote.compact === null || (READY[vote.purpose] ?? []).includes(around.compact_status ?? ''),
    needsDelegation: vote.compact !== null && rule.code === 'R2',
    hasDelegation: !!vote.delegation,
    isExtended: vote.extendedAt !== null,
    isSignedByChair: vote.countSignedBy !== null,
    isSigner: vote.countSignedBy !== null && vote.countSignedBy === ctx.actor.id,
  }
}
