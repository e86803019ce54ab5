// What the guards of a compact ask about it; one statement per question, however many compacts are asked about.
import type { TimeLimit } from '../shared/calendar.ts'
import { grouped, many, rule, type Context } from '../shared/context.ts'
import { Article, type Compact } from './compact.entity.ts'
import type { CompactFacts } from './compact.rules.ts'
import type { VoteFacts } from './issue.rules.ts'
import { sha256, uuids } from './transaction.ts'

export const articlesOf = async (ctx: Context, id: string): Promise<Article[]> =>
  (await many(ctx, 'compact.articles', id, async (ids) => {
    const rows = await ctx.em.find(Article, { compact: { $in: ids } }, { orderBy: { number: 'asc' } })
    return grouped(rows, (row) => row.compact.id)
  })) ?? []

/** What is voted on and signed: title and articles, in one spelling. */
export const textHashOf = (title: string, articles: readonly Pick<Article, 'number' | 'body'>[]): string =>
  sha256(JSON.stringify([title, ...articles.map(({ number, body }) => [number, body])]))

interface Around {
  amendments: number
  unanswered: number
  vote: VoteFacts | null
  repeal: VoteFacts | null
  successor: string | null
}

const aroundOf = (ctx: Context, id: string): Promise<Around | null> =>
  many(ctx, 'compact.around', id, async (ids) => {
    const latest = (purpose: string) =>
      `(select json_build_object('status', v.status, 'quorate', v.quorate, 'carried', v.carried) from compacts.vote v
         where v.compact_id = c.id and v.purpose = '${purpose}' and v.status <> 'CANCELLED' order by v.created_at desc limit 1)`
    const rows = await ctx.em.execute<(Around & { id: string })[]>(
      `select c.id, ${latest('COMPACT')} as vote, ${latest('REPEAL')} as repeal,
              (select count(*)::int from compacts.compact_comment m where m.compact_id = c.id and m.answer is null) as unanswered,
              (select count(*)::int from compacts.amendment a where a.compact_id = c.id and a.status in ('PROPOSED', 'STALE')) as amendments,
              (select s.status from compacts.compact s where s.revises_id = c.id and s.status <> 'WITHDRAWN') as successor
         from compacts.compact c where c.id = any(?::uuid[])`,
      [uuids(ids)],
    )
    return new Map(rows.map((row) => [row.id, row]))
  })

const days = (ctx: Context, code: string, compact: Pick<Compact, 'division'>): number =>
  rule<TimeLimit>(ctx, code, compact.division).value.value

/** The columns the guards read, and with them the offers. */
export const COMPACT_FACTS = [
  'id',
  'status',
  'division',
  'previousStatus',
  'owner',
  'kind',
  'expiresOn',
  'commentOpenedAt',
  'commentRounds',
  'submittedAt',
  'announcedAt',
  'effectiveOn',
  'dueAt',
] as const satisfies readonly (keyof Compact)[]

export const compactFacts = async (
  ctx: Context,
  compact: Pick<Compact, (typeof COMPACT_FACTS)[number]>,
): Promise<CompactFacts> => {
  const [articles, around] = await Promise.all([articlesOf(ctx, compact.id), aroundOf(ctx, compact.id)])
  return {
    articles,
    owner: compact.owner,
    kind: compact.kind,
    expiresOn: compact.expiresOn,
    openAmendments: around?.amendments ?? 0,
    commentOpenedAt: compact.commentOpenedAt,
    dueAt: compact.dueAt,
    commentDays: days(ctx, compact.commentRounds > 1 ? 'COMPACT_COMMENT_AGAIN' : 'COMPACT_COMMENT', compact),
    unanswered: around?.unanswered ?? 0,
    vote: around?.vote ?? null,
    repeal: around?.repeal ?? null,
    isSubmitted: compact.submittedAt !== null,
    isAnnounced: compact.announcedAt !== null,
    announcedAt: compact.announcedAt,
    publicityDays: days(ctx, 'COMPACT_PUBLICITY', compact),
    effectiveOn: compact.effectiveOn,
    successorStatus: around?.successor ?? null,
  }
}
