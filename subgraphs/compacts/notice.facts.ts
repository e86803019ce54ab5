// Public notices, put together from their records. These are read as somebody who is not signed in, whoever asks:
// an officer prints what everyone may read, and nothing else.
import type { EntityClass } from '@mikro-orm/postgresql'
import { ANONYMOUS } from '../shared/actor.ts'
import type { TimeLimit } from '../shared/calendar.ts'
import { grouped, many, type Context } from '../shared/context.ts'
import { ruleAt } from '../shared/rule.ts'
import { say, type Text } from '../shared/words.ts'
import type { AssemblyRule } from './assembly.rules.ts'
import { AffairsDisclosure, DisclosureCorrection } from './disclosure.entity.ts'
import { disclosureWords, moralWords } from './affairsNotice.rules.ts'
import { BuildingProject } from './building.entity.ts'
import { ruleOfBuilding } from './building.facts.ts'
import { Compact } from './compact.entity.ts'
import { announcementWords, commentWords } from './compactNotice.rules.ts'
import { liftWords } from './liftNotice.rules.ts'
import { MoralReview } from './moral.entity.ts'
import { AgendaItem, Meeting } from './meeting.entity.ts'
import { ruleCodeOf } from './meeting.rules.ts'
import type { Notice } from './notice.entity.ts'
import * as words from './notice.rules.ts'
import { Proxy } from './proxy.entity.ts'
import { uuids } from './transaction.ts'
import { Vote } from './vote.entity.ts'
import { ruleTextOf, surroundingsOf } from './vote.facts.ts'

type Posted = Compact | Meeting | Vote | AffairsDisclosure | MoralReview | BuildingProject

const KINDS = { c: Compact, m: Meeting, v: Vote, d: AffairsDisclosure, r: MoralReview, b: BuildingProject }

const codeOf = (letter: keyof typeof KINDS, id: string) =>
  letter + Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')

const openly = <T extends Posted>(ctx: Context, entity: EntityClass<T>, id: string): Promise<T | null> =>
  many(ctx, `posted.${entity.name}`, id, async (ids) => {
    const rows = await ctx.em.find(entity, { id: { $in: ids } } as never, {
      filters: { scope: { actor: ANONYMOUS } },
    })
    return new Map(rows.map((row) => [row.id, row as T]))
  })

const numberOf = (ctx: Context, issue: string): Promise<string | null> =>
  many(ctx, 'posted.number', issue, async (ids) => {
    const rows = await ctx.em.execute<{ id: string; number: string }[]>(
      'select id, number from compacts.issue where id = any(?::uuid[])',
      [uuids(ids)],
    )
    return new Map(rows.map(({ id, number }) => [id, number]))
  })

const topicsOf = async (ctx: Context, meeting: string): Promise<string[]> => {
  const items = await many(ctx, 'meeting.items', meeting, async (ids) => {
    const rows = await ctx.em.find(AgendaItem, { meeting: { $in: ids } }, { orderBy: { position: 'asc' } })
    return grouped(rows, (row) => row.meeting.id)
  })
  return (items ?? []).map(({ topic }) => topic)
}

const electorateOf = (ctx: Context, meeting: string): Promise<{ size: number; rule: AssemblyRule } | null> =>
  many(ctx, 'posted.electorate', meeting, async (ids) => {
    const rows = await ctx.em.execute<{ id: string; size: number; rule: AssemblyRule }[]>(
      'select meeting_id as id, size, rule from compacts.electorate where meeting_id = any(?::uuid[])',
      [uuids(ids)],
    )
    return new Map(rows.map((row) => [row.id, row]))
  })

const termOf = (ctx: Context, code: string, from: Date, division: string): words.Term => {
  const { value, basis } = ruleAt<TimeLimit>(ctx.rules, code, from, division)
  return { days: value.value, basis }
}

interface Head {
  readonly code: string
  readonly kind: words.NoticeKind
  readonly record: Posted
  readonly issuedAt: Date
  readonly term?: words.Term
}

const noticeOf = async (
  ctx: Context,
  { code, kind, record, issuedAt, term }: Head,
  { since, ...said }: words.Wording,
): Promise<Notice> => {
  const inWords = Object.fromEntries(
    Object.entries(said).map(([key, value]: [string, Text]) => [key, say(value, ctx.actor.locale)]),
  )
  return {
    ...(inWords as Record<keyof typeof said, string>),
    code,
    kind,
    division: { code: record.division },
    number: 'issue' in record ? await numberOf(ctx, record.issue.id) : null,
    since: since && say(since, ctx.actor.locale),
    issuedAt,
    until: term ? words.lastDay(issuedAt, term) : null,
    compact: null,
    meeting: null,
    result: null,
    disclosure: null,
    review: null,
    lift: null,
  }
}

/** The call for comment while the draft is open, the announcement once it is announced; null in every other state. */
export const compactNotice = async (ctx: Context, id: string): Promise<Notice | null> => {
  const compact = await openly(ctx, Compact, id)
  if (!compact) return null
  const { title, edition, division, status, commentRounds, announcedAt, commentOpenedAt } = compact
  const isDraft = status === 'COMMENT'
  const begunAt = (isDraft ? commentOpenedAt : announcedAt)!
  const round = commentRounds > 1 ? 'COMPACT_COMMENT_AGAIN' : 'COMPACT_COMMENT'
  const term = termOf(ctx, isDraft ? round : 'COMPACT_PUBLICITY', begunAt, division)
  const facts = { title, edition, begunAt, term }
  const said = isDraft
    ? commentWords(facts)
    : announcementWords({
        ...facts,
        receipt: compact.receipt,
        effectiveOn: compact.effectiveOn!,
        isInForce: status === 'IN_FORCE',
        ordered: status === 'ORDERED_TO_CORRECT' ? compact.orderedArticles : [],
      })
  const head: Head = {
    code: codeOf('c', id),
    kind: isDraft ? 'COMMENT' : 'ANNOUNCEMENT',
    record: compact,
    issuedAt: begunAt,
    term,
  }
  return { ...(await noticeOf(ctx, head, said)), compact }
}

/** The result once published; null before. */
export const voteNotice = async (ctx: Context, id: string): Promise<Notice | null> => {
  const vote = await openly(ctx, Vote, id)
  const around = vote && (await surroundingsOf(ctx, id))
  const meeting = vote && (await openly(ctx, Meeting, vote.meeting.id))
  if (!vote || !around?.rule || !meeting) return null
  const issuedAt = vote.publishedAt!
  const term = termOf(ctx, 'VOTE_PUBLICITY', issuedAt, vote.division)
  const said = words.resultWords({ meeting: meeting.title, rule: around.rule, begunAt: issuedAt, term })
  const [eligible, present, agree, disagree, abstain] = [
    vote.eligible!,
    vote.present!,
    vote.agree!,
    vote.disagree!,
    vote.abstain!,
  ]
  return {
    ...(await noticeOf(ctx, { code: codeOf('v', id), kind: 'RESULT', record: vote, issuedAt, term }, said)),
    result: {
      proposal: vote.proposal,
      ruleText: ruleTextOf(around.rule, ctx.actor.locale),
      basis: meeting.basis ?? 'PERSON',
      eligible,
      issued: words.issuedTo(vote.manner, eligible, present),
      present,
      received: agree + disagree + abstain,
      proxies: await ctx.em.count(Proxy, { vote: id, revokedAt: null }),
      agree,
      disagree,
      abstain,
      quorate: vote.quorate!,
      carried: vote.carried!,
    },
  }
}

/** The notice of a meeting once given, also when the meeting was cancelled or is over. */
export const meetingNotice = async (ctx: Context, id: string): Promise<Notice | null> => {
  const meeting = await openly(ctx, Meeting, id)
  if (!meeting) return null
  const { type, title, startsAt, place, basis, exception, status, division } = meeting
  const noticedAt = meeting.noticedAt!
  const electorate = await electorateOf(ctx, id)
  const rule =
    electorate?.rule ?? ruleAt<AssemblyRule>(ctx.rules, ruleCodeOf(type, division, meeting.matter), noticedAt, division).value
  const said = words.meetingWords({ type, title, rule, noticedAt, startsAt, exception, status })
  return {
    ...(await noticeOf(ctx, { code: codeOf('m', id), kind: 'MEETING', record: meeting, issuedAt: noticedAt }, said)),
    meeting: {
      startsAt,
      place,
      agenda: await topicsOf(ctx, id),
      attendees: say(words.mayAttend(type, basis, electorate?.size ?? 0), ctx.actor.locale),
    },
  }
}

/** The disclosure while it is up. */
export const disclosureNotice = async (ctx: Context, id: string): Promise<Notice | null> => {
  const disclosure = await openly(ctx, AffairsDisclosure, id)
  if (!disclosure) return null
  const { title, category, division } = disclosure
  const begunAt = disclosure.publishedAt!
  const term = termOf(ctx, 'DISCLOSURE_PUBLICITY', begunAt, division)
  const corrections = await ctx.em.count(DisclosureCorrection, { disclosure: id })
  const said = disclosureWords({ title, category, begunAt, term, corrections })
  const head: Head = { code: codeOf('d', id), kind: 'DISCLOSURE', record: disclosure, issuedAt: begunAt, term }
  return { ...(await noticeOf(ctx, head, said)), disclosure }
}

/** A moral review once published. */
export const moralNotice = async (ctx: Context, id: string): Promise<Notice | null> => {
  const review = await openly(ctx, MoralReview, id)
  if (!review) return null
  const issuedAt = review.publishedAt!
  const head: Head = { code: codeOf('r', id), kind: 'COMMENDATION', record: review, issuedAt }
  return { ...(await noticeOf(ctx, head, moralWords({ kind: review.kind, begunAt: issuedAt }))), review }
}

interface OwnersDecided {
  readonly eligible: number
  readonly present: number
  readonly agree: number
}

/** The last vote of its owners that carried. */
const ownersOf = (ctx: Context, project: string): Promise<OwnersDecided | null> =>
  many(ctx, 'posted.owners', project, async (ids) => {
    const rows = await ctx.em.execute<(OwnersDecided & { id: string })[]>(
      `select distinct on (m.building_id) m.building_id as id, v.eligible, v.present, v.agree from compacts.vote v
         join compacts.meeting m on m.id = v.meeting_id
        where m.building_id = any(?::uuid[]) and v.carried and v.status in ('CERTIFIED', 'PUBLISHED')
        order by m.building_id, v.created_at desc`,
      [uuids(ids)],
    )
    return new Map(rows.map((row) => [row.id, row]))
  })

/** Plan and agreement of a lift, from their posting on. */
export const liftNotice = async (ctx: Context, id: string): Promise<Notice | null> => {
  const project = await openly(ctx, BuildingProject, id)
  if (!project) return null
  const { title, door, status, division, agreement, cost } = project
  const begunAt = project.publicisedAt!
  const [term, rule] = [termOf(ctx, 'LIFT_PUBLICITY', begunAt, division), ruleOfBuilding(ctx, project)]
  const said = liftWords({ title, door, status, rule, begunAt, term })
  const { eligible = null, present = null, agree = null } = (await ownersOf(ctx, id)) ?? {}
  return {
    ...(await noticeOf(ctx, { code: codeOf('b', id), kind: 'LIFT', record: project, issuedAt: begunAt, term }, said)),
    lift: {
      door,
      agreement: agreement!,
      cost: cost!,
      ruleText: ruleTextOf(rule, ctx.actor.locale),
      eligible,
      present,
      agree,
    },
  }
}

/** The notice a code leads to; null when there is none, or no longer one. */
export const noticeByCode = async (ctx: Context, code: string): Promise<Notice | null> => {
  const read = /^([cmvdrb])([\w-]{22})$/.exec(code)
  if (!read) return null
  const hex = Buffer.from(read[2]!, 'base64url').toString('hex')
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  const of = { c: compactNotice, m: meetingNotice, v: voteNotice, d: disclosureNotice, r: moralNotice, b: liftNotice }
  return of[read[1] as keyof typeof of](ctx, id)
}
