// Taking an action on a compact, and what follows: an edition in force replaces the one before and ends its pledges.
import { LockMode } from '@mikro-orm/postgresql'
import type { Context } from '../shared/context.ts'
import { closeAmendments } from './amendment.acts.ts'
import { act } from '../shared/event.ts'
import { Compact } from './compact.entity.ts'
import { compactFacts } from './compact.facts.ts'
import { compactMachine, type CompactAction } from './compact.machine.ts'
import { actIssue } from './issue.acts.ts'
import { Issue } from './issue.entity.ts'
import { lapsePledges } from './pledge.acts.ts'
import { bySystem, settle } from './transaction.ts'

const EFFECTS: Partial<Record<CompactAction, (compact: Compact, ctx: Context, reason?: string | null) => void | Promise<void>>> =
  {
    OPEN_COMMENT: (compact, ctx) => {
      compact.commentOpenedAt = ctx.now
      compact.commentRounds += 1
    },
    ENDORSE: (compact, _ctx, reason) => void (compact.partyOpinion = reason!.trim()),
    PASS: (compact, _ctx, reason) => void (compact.townOpinion = reason!.trim()),
    SUBMIT_FILING: (compact, ctx) => void (compact.submittedAt = ctx.now),
    FILE: (compact, ctx) => void (compact.filedAt = ctx.now),
    ANNOUNCE: (compact, ctx) => void (compact.announcedAt = ctx.now),
    POST: (compact, ctx) => void (compact.announcedAt = ctx.now),
    WITHDRAW: async (compact, ctx) => {
      await settle(ctx)
      await closeAmendments(ctx, compact)
    },
    REVIEW: (compact, ctx) => void (compact.reviewedAt = ctx.now),
    EXPIRE: (compact, ctx) => lapsePledges(ctx, compact),
    ORDER_CORRECTION: (compact, ctx) => void (compact.orderedAt = ctx.now),
    TAKE_EFFECT: async (compact, ctx) => {
      compact.inForceAt = ctx.now
      await settle(ctx)
      if (compact.revises) await supersede(ctx, compact.revises.id)
      const issue = await ctx.em.findOneOrFail(Issue, { id: compact.issue.id }, { lockMode: LockMode.PESSIMISTIC_WRITE })
      if (issue.status === 'COMPACTING') await actIssue(bySystem(ctx), issue, 'CONCLUDE', { data: { compact: compact.id } })
    },
    REPEAL: (compact, ctx) => lapsePledges(ctx, compact),
  }

const supersede = async (ctx: Context, id: string): Promise<void> => {
  const before = await ctx.em.findOneOrFail(Compact, { id }, { lockMode: LockMode.PESSIMISTIC_WRITE })
  await actCompact(bySystem(ctx), before, 'SUPERSEDE')
  await lapsePledges(ctx, before)
}

interface Said {
  readonly reason?: string | null | undefined
  readonly data?: unknown
}

export const actCompact = async (
  ctx: Context,
  compact: Compact,
  action: CompactAction,
  { reason, data }: Said = {},
): Promise<Compact> => {
  await act(ctx, compactMachine, compact, action, await compactFacts(ctx, compact), { title: compact.title, reason, data })
  await EFFECTS[action]?.(compact, ctx, reason ?? null)
  return compact
}
