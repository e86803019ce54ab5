// What the guards of an issue ask about it; one statement, however many issues are asked about.
import type { Relation } from '../shared/actor.ts'
import { many, rule, take, type Context } from '../shared/context.ts'
import type { EvaluationRule } from './evaluation.rules.ts'
import { Issue } from './issue.entity.ts'
import { issueMachine } from './issue.machine.ts'
import type { IssueFacts, VoteFacts } from './issue.rules.ts'
import { BEFORE_VOTE } from './issueRegroup.rules.ts'
import { relationsOf } from './rights.ts'
import { uuids } from './transaction.ts'

interface Held {
  type: string
  publishedAt: string
  consensus: boolean
}

interface Around {
  /** Meetings on the issue itself whose minutes are published. */
  held: Held[]
  /** Its latest decisive vote. */
  vote: VoteFacts | null
  project: { status: string; owner: string | null; organization: string | null; deliveredAt: string | null } | null
  compact: string | null
  survey: string | null
  is_asked_for: boolean
  other_open: number
  /** Residents who raise it besides its author. */
  raisers: string[]
  /** Who agreed to what is proposed for it. */
  consents: string[]
  target: { status: string; division: string; scope: string | null; author: string; raisers: string[] } | null
  is_target: boolean
  parts: string[]
  is_kin: boolean
}

const CLOSED = `('DRAFT', 'REJECTED', 'REFERRED', 'MERGED', 'SPLIT', 'NOT_ADOPTED', 'CONCLUDED', 'WITHDRAWN')`

const RAISERS = (issue: string) =>
  `array(select r.resident from compacts.issue_raiser r where r.issue_id = ${issue}.id order by r."at", r.resident)`

const aroundOf = (ctx: Context, id: string): Promise<Around | null> =>
  many(ctx, 'issue.around', id, async (ids) => {
    const rows = await ctx.em.execute<(Around & { id: string })[]>(
      `select i.id,
              (select coalesce(json_agg(json_build_object('type', m.type, 'publishedAt', m.published_at, 'consensus',
                        exists (select 1 from compacts.agenda_item a where a.meeting_id = m.id and a.outcome = 'CONSENSUS'))), '[]')
                 from compacts.meeting m where m.issue_id = i.id and m.status = 'PUBLISHED' and m.compact_id is null) as held,
              (select json_build_object('status', v.status, 'quorate', v.quorate, 'carried', v.carried) from compacts.vote v
                where v.issue_id = i.id and v.purpose = 'DECISION' and v.status <> 'CANCELLED' order by v.created_at desc limit 1) as vote,
              (select json_build_object('status', p.status, 'owner', p.owner_account, 'organization', p.organization, 'deliveredAt', p.delivered_at)
                 from compacts.project p where p.issue_id = i.id) as project,
              (select c.status from compacts.compact c where c.issue_id = i.id and c.status <> 'WITHDRAWN' order by c.edition desc limit 1) as compact,
              exists (select 1 from compacts.convening n where n.issue_id = i.id and n.status = 'DUE') as is_asked_for,
              (select s.status from compacts.survey s where s.issue_id = i.id order by s.created_at desc limit 1) as survey,
              case i.status when 'DRAFT' then (select count(*)::int from compacts.issue o where o.author = i.author and o.status not in ${CLOSED}) else 0 end as other_open,
              ${RAISERS('i')} as raisers,
              array(select c.resident from compacts.issue_consent c where c.issue_id = i.id) as consents,
              (select json_build_object('status', t.status, 'division', t.division, 'scope', t.scope, 'author', t.author, 'raisers', ${RAISERS('t')})
                 from compacts.issue t where t.id = i.goes_on_in_id) as target,
              exists (select 1 from compacts.issue s where s.goes_on_in_id = i.id and s.status = 'MERGE_PROPOSED') as is_target,
              array(select p.status from compacts.issue p where p.split_from_id = i.id) as parts,
              (i.status = 'APPEALED') and exists (select 1 from compacts.roll_entry a join compacts.roll_entry b using (household)
                 where a.resident = i.author and b.resident = ?::uuid and a.resident <> b.resident) as is_kin
         from compacts.issue i where i.id = any(?::uuid[])`,
      [ctx.actor.resident, uuids(ids)],
    )
    return new Map(rows.map((row) => [row.id, row]))
  })

/** Takes the issue to act on it. What its guards ask is asked behind the lock in the same packet, so that it holds like the lock. */
export const takeIssue = async (ctx: Context, id: string, expectedVersion: number): Promise<Issue> => {
  const [issue] = await Promise.all([take(ctx, Issue, issueMachine.label, id, expectedVersion), aroundOf(ctx, id)])
  return issue
}

const DELIBERATIONS = new Set(['COUNCIL', 'HEARING', 'CONVERSATION', 'COORDINATION'])

/** The columns the guards read, and with them the offers. */
export const ISSUE_FACTS = [
  'id',
  'status',
  'division',
  'previousStatus',
  'author',
  'title',
  'body',
  'revisedAt',
  'returnedAt',
  'dueAt',
  'appealUntil',
  'hasAppealed',
  'screenedBy',
  'needsAssembly',
  'scope',
  'lead',
  'partyOpinion',
  'failedAt',
  'answers',
  'satisfied',
  'households',
  'reworks',
  'isRuledFor',
  'ruledBy',
  'goesOnIn',
  'splitFrom',
  'organization',
  'stoodAt',
  'regroupedAt',
  'restoreAskedBy',
  'allowance',
] as const satisfies readonly (keyof Issue)[]

/** Everyone who raises an issue, its author first; of a merger that is proposed, the authors of both. */
const askedOf = ({ author }: Pick<Issue, 'author'>, { raisers, target }: Around): string[] => [
  ...new Set([author, ...raisers, ...(target ? [target.author, ...target.raisers] : [])]),
]

export const issueFacts = async (
  ctx: Context,
  issue: Pick<Issue, (typeof ISSUE_FACTS)[number]>,
): Promise<IssueFacts & { relations: Relation[] }> => {
  const around = (await aroundOf(ctx, issue.id))!
  const { held, vote, project, compact, survey, other_open: otherOpen, raisers, consents, target } = around
  const deliberations = held.filter(({ type }) => DELIBERATIONS.has(type))
  const delivered = project?.deliveredAt ? new Date(project.deliveredAt) : null
  const isOwner =
    !!project &&
    ((!!project.owner && project.owner === ctx.actor.id) ||
      (!!project.organization && project.organization === ctx.actor.organization))
  const isReferred = issue.status === 'REFERRED' && issue.organization !== null && issue.organization === ctx.actor.organization
  const own = [issue.author, ...raisers]
  const asked = issue.status === 'MERGE_PROPOSED' ? askedOf(issue, around) : own
  const me = ctx.actor.resident
  const isAsked = me !== null && asked.includes(me)
  const goesOn = issue.status === 'MERGED' ? [target!.status] : around.parts
  return {
    relations: [
      ...relationsOf(ctx.actor, { author: isAsked ? me : issue.author }),
      ...(isOwner || isReferred ? (['OWNER'] as const) : []),
    ],
    coRaisers: own.length - 1,
    isKin: around.is_kin,
    ruling: issue.isRuledFor === null ? null : { upheld: issue.isRuledFor, isOwn: issue.ruledBy === ctx.actor.id },
    target: target && { ...target, isSame: issue.goesOnIn?.id === issue.id },
    scope: issue.scope,
    isTarget: around.is_target,
    unanswered: asked.filter((one) => !consents.includes(one)).length,
    hasAnswered: me !== null && consents.includes(me),
    regroupedAt: issue.regroupedAt,
    isRestoreAsked: issue.restoreAskedBy !== null,
    isRestoreAsker: issue.restoreAskedBy !== null && issue.restoreAskedBy === ctx.actor.id,
    isPart: issue.splitFrom !== null,
    hasGoneOn: goesOn.some((status) => !BEFORE_VOTE.includes(status)),
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
    isAskedFor: around.is_asked_for,
    revisedSinceVote: isAfter(issue.revisedAt, issue.failedAt),
    project: project && { status: project.status },
    evaluation:
      issue.answers === null
        ? null
        : { answers: issue.answers, satisfied: issue.satisfied ?? 0, households: issue.households ?? 0 },
    isReviewed: held.some(({ type, publishedAt }) => type === 'REVIEW' && (!delivered || new Date(publishedAt) >= delivered)),
    reworks: issue.reworks,
    standard: rule<EvaluationRule>(ctx, 'EVALUATION', issue.division).value,
    surveyStatus: survey,
    isAllowed: issue.allowance !== null,
    isOwner,
    compactStatus: compact,
  }
}

const isAfter = (later: Date | null, earlier: Date | null): boolean => !!later && !!earlier && later >= earlier

/** What an issue goes back to, where its machine says so: a proposal or a merger is undone past the steps between. */
export const goesBackTo = ({ stoodAt, previousStatus }: Pick<Issue, 'stoodAt' | 'previousStatus'>): string | null =>
  stoodAt ?? previousStatus

/** Everyone who raises the issue, its author first. */
export const raisersOf = async (ctx: Context, { id, author }: Pick<Issue, 'id' | 'author'>): Promise<string[]> => [
  author,
  ...((await aroundOf(ctx, id))?.raisers ?? []),
]

/** The authors of everything a proposed merger or split concerns. */
export const askedFor = async (ctx: Context, issue: Pick<Issue, 'id' | 'author'>): Promise<string[]> =>
  askedOf(issue, (await aroundOf(ctx, issue.id))!)
