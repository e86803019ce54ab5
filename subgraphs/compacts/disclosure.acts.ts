// Taking an action on a disclosure, and what follows from it.
import type { TimeLimit } from '../shared/calendar.ts'
import { many, rule, type Context } from '../shared/context.ts'
import { act } from '../shared/event.ts'
import type { AffairsDisclosure } from './disclosure.entity.ts'
import { affairsDisclosureMachine, type DisclosureAction } from './disclosure.machine.ts'
import type { DisclosureFacts } from './disclosure.rules.ts'
import { sha256, uuids } from './transaction.ts'

const unansweredOf = async (ctx: Context, id: string): Promise<number> =>
  (await many(ctx, 'disclosure.unanswered', id, async (ids) => {
    const rows = await ctx.em.execute<{ id: string; count: number }[]>(
      `select disclosure_id as id, count(*)::int as count from compacts.disclosure_query
        where disclosure_id = any(?::uuid[]) and answer is null group by 1`,
      [uuids(ids)],
    )
    return new Map(rows.map((row) => [row.id, row.count]))
  })) ?? 0

/** The columns the guards read, and with them the offers. */
export const DISCLOSURE_FACTS = ['id', 'status', 'division', 'body', 'publishedAt'] as const

export const disclosureFacts = async (
  ctx: Context,
  { id, division, body, publishedAt }: Pick<AffairsDisclosure, (typeof DISCLOSURE_FACTS)[number]>,
): Promise<DisclosureFacts> => ({
  body,
  publishedAt,
  publicityDays: rule<TimeLimit>(ctx, 'DISCLOSURE_PUBLICITY', division).value.value,
  unanswered: await unansweredOf(ctx, id),
})

interface Said {
  readonly reason?: string | null | undefined
  readonly data?: unknown
}

/** What is published, in one spelling. */
const hashOf = ({ title, period, body, sums }: AffairsDisclosure): string =>
  sha256(JSON.stringify([title, period, body, ...sums.map(({ label, amount }) => [label, amount])]))

export const actDisclosure = async (
  ctx: Context,
  disclosure: AffairsDisclosure,
  action: DisclosureAction,
  said: Said = {},
): Promise<AffairsDisclosure> => {
  await act(ctx, affairsDisclosureMachine, disclosure, action, await disclosureFacts(ctx, disclosure), {
    title: disclosure.title,
    ...said,
  })
  if (action === 'PASS') disclosure.reviewOpinion = said.reason!.trim()
  if (action === 'PUBLISH') Object.assign(disclosure, { publishedAt: ctx.now, textHash: hashOf(disclosure) })
  if (action === 'CORRECT') disclosure.publishedAt = ctx.now
  return disclosure
}
