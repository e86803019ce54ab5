// What the guards of an issue ask about it; one statement per question, however many issues are asked about.
import type { Relation } from '../shared/actor.ts'
import { grouped, many, type Context } from '../shared/context.ts'
import type { Issue } from './issue.entity.ts'
import type { IssueFacts, VoteFacts } from './issue.rules.ts'
import { relationsOf } from './rights.ts'
import { uuids } from './transaction.ts'

interface Held {
  issue: string
  type: string
  consensus: boolean
  published_at: string
}

/** Meetings on the issue itself whose minutes are published. */
const heldMeetings = (ctx: Context, id: string): Promise<Held[] | null> =>
  many(ctx, 'issue.held', id, async (ids) => {
    const rows = await ctx.em.execute<Held[]>(
      `select m.issue_id as issue, m.type, m.published_at, coalesce(bool_or(a.outcome = 'CONSENSUS'), false) as consensus
         from compacts.meeting m left join compacts.agenda_item a on a.meeting_id = m.id
        where m.issue_id = any(?::uuid[]) and m.status = 'PUBLISHED' and m.compact_id is null
        group by m.id`,
      [uuids(ids)],
    )
    return grouped(rows, (row) => row.issue)
  })

const decision = (ctx: Context, id: string): Promise<VoteFacts | null> =>
  many(ctx, 'issue.decision', id, async (ids) => {
    const rows = await ctx.em.execute<(VoteFacts & { issue: string })[]>(
      `select distinct on (issue_id) issue_id as issue, status, quorate, carried from compacts.vote
        where issue_id = any(?::uuid[]) and purpose = 'DECISION' and status <> 'CANCELLED' order by issue_id, created_at desc`,
      [uuids(ids)],
    )
    return new Map(rows.map((row) => [row.issue, row]))
  })

interface Work {
  issue: string
  status: string
  owner: string | null
  delivered_at: string | null
}

const work = (ctx: Context, id: string): Promise<Work | null> =>
  many(ctx, 'issue.work', id, async (ids) => {
    const rows = await ctx.em.execute<Work[]>(
      'select issue_id as issue, status, owner_account as owner, delivered_at from compacts.project where issue_id = any(?::uuid[])',
      [uuids(ids)],
    )
    return new Map(rows.map((row) => [row.issue, row]))
  })

const compactStatus = (ctx: Context, id: string): Promise<string | null> =>
  many(ctx, 'issue.compactStatus', id, async (ids) => {
    const rows = await ctx.em.execute<{ issue: string; status: string }[]>(
      'select distinct on (issue_id) issue_id as issue, status from compacts.compact where issue_id = any(?::uuid[]) order by issue_id, edition desc',
      [uuids(ids)],
    )
    return new Map(rows.map((row) => [row.issue, row.status]))
  })

const CLOSED = `('DRAFT', 'REJECTED', 'REFERRED', 'NOT_ADOPTED', 'CONCLUDED', 'WITHDRAWN')`

const openOf = async (ctx: Context, author: string): Promise<number> =>
  (await many(ctx, 'issue.openOf', author, async (authors) => {
    const rows = await ctx.em.execute<{ author: string; count: number }[]>(
      `select author, count(*)::int as count from compacts.issue where author = any(?::uuid[]) and status not in ${CLOSED} group by author`,
      [uuids(authors)],
    )
    return new Map(rows.map((row) => [row.author, row.count]))
  })) ?? 0

const DELIBERATIONS = new Set(['COUNCIL', 'HEARING', 'CONVERSATION', 'COORDINATION'])

export const issueFacts = async (ctx: Context, issue: Issue): Promise<IssueFacts & { relations: Relation[] }> => {
  const [held, vote, project, compact, otherOpen] = await Promise.all([
    heldMeetings(ctx, issue.id),
    decision(ctx, issue.id),
    work(ctx, issue.id),
    compactStatus(ctx, issue.id),
    openOf(ctx, issue.author),
  ])
  const deliberations = (held ?? []).filter(({ type }) => DELIBERATIONS.has(type))
  const delivered = project?.delivered_at ? new Date(project.delivered_at) : null
  return {
    relations: relationsOf(ctx.actor, { author: issue.author, owner: project?.owner ?? null }),
    title: issue.title,
    body: issue.body,
    otherOpen,
    revisedSinceReturn: isAfter(issue.revisedAt, issue.returnedAt),
    dueAt: issue.dueAt,
    appealUntil: issue.appealUntil,
    hasAppealed: issue.hasAppealed,
    isScreener: issue.screenedBy !== null && issue.screenedBy === ctx.actor.id,
    needsAssembly: issue.needsAssembly,
    hasScopeAndLead: issue.scope !== null && !!issue.lead?.trim(),
    isDeliberated: deliberations.length > 0,
    hasConsensus: deliberations.some(({ consensus }) => consensus),
    isStudied: !!issue.partyOpinion,
    vote,
    failedAt: issue.failedAt,
    revisedSinceVote: isAfter(issue.revisedAt, issue.failedAt),
    project: project && { status: project.status },
    evaluation:
      issue.answers === null
        ? null
        : { answers: issue.answers, satisfied: issue.satisfied ?? 0, households: issue.households ?? 0 },
    isReviewed: (held ?? []).some(
      ({ type, published_at }) => type === 'REVIEW' && (!delivered || new Date(published_at) >= delivered),
    ),
    reworks: issue.reworks,
    compactStatus: compact,
  }
}

const isAfter = (later: Date | null, earlier: Date | null): boolean => !!later && !!earlier && later >= earlier
