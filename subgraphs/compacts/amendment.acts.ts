// Taking an action on an amendment, and what a changed text means for those that wait.
import { LockMode } from '@mikro-orm/postgresql'
import type { Relation } from '../shared/actor.ts'
import type { Context } from '../shared/context.ts'
import { many } from '../shared/context.ts'
import { act } from '../shared/event.ts'
import { Amendment } from './amendment.entity.ts'
import { amendmentMachine, type AmendmentAction } from './amendment.machine.ts'
import { isOnBase, type AmendmentFacts } from './amendment.rules.ts'
import { Article, type Compact } from './compact.entity.ts'
import { text } from '../shared/words.ts'
import { relationsOf } from './rights.ts'
import { tell } from './telling.ts'
import { bySystem, settle, uuids } from './transaction.ts'

interface Around {
  status: string
  current: string | null
}

const aroundOf = (ctx: Context, id: string): Promise<Around | null> =>
  many(ctx, 'amendment.around', id, async (ids) => {
    const rows = await ctx.em.execute<(Around & { id: string })[]>(
      `select a.id, c.status, t.body as current from compacts.amendment a join compacts.compact c on c.id = a.compact_id
         left join compacts.article t on t.compact_id = c.id and t.number = a.article where a.id = any(?::uuid[])`,
      [uuids(ids)],
    )
    return new Map(rows.map((row) => [row.id, row]))
  })

/** The columns the guards read, and with them the offers. */
export const AMENDMENT_FACTS = ['id', 'status', 'division', 'previousStatus', 'baseBody', 'author'] as const

export const amendmentFacts = async (
  ctx: Context,
  amendment: Pick<Amendment, (typeof AMENDMENT_FACTS)[number]>,
): Promise<AmendmentFacts & { relations: Relation[] }> => {
  const around = await aroundOf(ctx, amendment.id)
  return {
    relations: relationsOf(ctx.actor, { author: amendment.author }),
    compactStatus: around?.status ?? '',
    baseBody: amendment.baseBody,
    currentBody: around?.current ?? null,
  }
}

interface Said {
  readonly reason?: string | null | undefined
  readonly data?: unknown
}

export const actAmendment = async (
  ctx: Context,
  amendment: Amendment,
  title: string,
  action: AmendmentAction,
  said: Said = {},
): Promise<Amendment> => {
  const facts = await amendmentFacts(ctx, amendment)
  await act(ctx, amendmentMachine, amendment, action, facts, { title, resident: amendment.author, ...said })
  const { label } = amendmentMachine.states[amendment.status]
  const why = said.reason?.trim()
  await tell(ctx, {
    type: 'Amendment',
    stream: amendment.id,
    division: amendment.division,
    cause: `${action}:${amendment.version}`,
    words: text(
      `您对《${title}》提出的修改建议：${label.zh}${why ? `（${why}）` : ''}。`,
      `What you proposed for “${title}”: ${label.en.toLowerCase()}${why ? ` (${why})` : ''}.`,
    ),
    residents: [amendment.author],
  })
  return amendment
}

const waitingOn = (ctx: Context, compact: Pick<Compact, 'id'>, status: ('PROPOSED' | 'STALE')[]): Promise<Amendment[]> =>
  ctx.em.find(
    Amendment,
    { compact: compact.id, status: { $in: status } },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
  )

/** After the text changed: what was written on a text that moved moves along; what was written on one that is gone is stale. */
export const outdateAmendments = async (ctx: Context, compact: Compact): Promise<void> => {
  await settle(ctx)
  const articles = await ctx.em.find(Article, { compact: compact.id }, { orderBy: { number: 'asc' } })
  for (const amendment of await waitingOn(ctx, compact, ['PROPOSED'])) {
    const { baseBody, article } = amendment
    if (isOnBase({ baseBody, currentBody: articles.find(({ number }) => number === article)?.body ?? null })) continue
    const moved = articles.find(({ body }) => body === baseBody)
    if (moved) amendment.article = moved.number
    else await actAmendment(bySystem(ctx), amendment, compact.title, 'OUTDATE')
  }
}

/** With the draft all that was proposed on it ends; every author is told. */
export const closeAmendments = async (ctx: Context, compact: Compact): Promise<void> => {
  for (const amendment of await waitingOn(ctx, compact, ['PROPOSED', 'STALE']))
    await actAmendment(bySystem(ctx), amendment, compact.title, 'CLOSE')
}
