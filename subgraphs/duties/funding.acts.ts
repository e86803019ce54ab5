// Taking an action on a commitment; its clocks end on the day that was promised, and when all is transferred the receiver is waited for.
import { LockMode } from '@mikro-orm/postgresql'
import { dayOf } from '../shared/calendar.ts'
import type { Context } from '../shared/context.ts'
import { act, record } from '../shared/event.ts'
import { endingAt, endOf } from './clock.ts'
import { FundingCommitment } from './funding.entity.ts'
import { fundingFacts } from './funding.facts.ts'
import { fundingCommitmentMachine as machine, RECEIVERS, type FundingAction } from './funding.machine.ts'
import { bySystem, settle } from './transaction.ts'

interface Said {
  readonly reason?: string | null | undefined
  readonly data?: unknown
  /** What the receiver found in its account. */
  readonly received?: number
}

const EFFECTS: Partial<Record<FundingAction, (commitment: FundingCommitment, ctx: Context) => void>> = {
  PROMISE: (commitment, { now }) => void (commitment.promisedAt = now),
  RECONCILE: (commitment, { now }) => void (commitment.reconciledAt = now),
}

export const actFunding = async (
  ctx: Context,
  commitment: FundingCommitment,
  action: FundingAction,
  { reason, data, received }: Said = {},
): Promise<FundingCommitment> => {
  const { division, transferBy } = commitment
  const facts = await fundingFacts(ctx, commitment, received)
  const clocked =
    machine.row(action).starts === 'FUNDING_TRANSFER' ? endingAt(ctx, 'FUNDING_TRANSFER', division, endOf(transferBy)) : ctx
  await act(clocked, machine, commitment, action, facts, { title: commitment.matter, reason, data })
  EFFECTS[action]?.(commitment, ctx)
  return commitment
}

/** Goes on to the receiver once nothing is outstanding. */
export const completeFunding = async (ctx: Context, commitment: FundingCommitment): Promise<void> => {
  await settle(ctx)
  const system = bySystem(ctx)
  const { status, division } = commitment
  const subject = { ...(await fundingFacts(system, commitment)), status, division }
  if (!machine.refusal('COMPLETE', subject, system.actor, ctx.now)) await actFunding(system, commitment, 'COMPLETE')
}

/** Tells both sides, once, that the day of a transfer has passed: the department it waits for, and whoever waits for the money. */
export const tellOverdue = async (ctx: Context): Promise<void> => {
  const late = await ctx.em.find(
    FundingCommitment,
    { status: { $in: ['PROMISED', 'BUDGETED'] }, overdueAt: null, transferBy: { $lt: dayOf(ctx.now) } },
    { lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE, limit: 100, orderBy: { transferBy: 'asc' } },
  )
  for (const one of late) {
    one.overdueAt = ctx.now
    one.dueAt ??= endOf(one.transferBy)
    const { status, dueAt, organization, matter: title } = one
    const awaits = [...machine.awaits(status), ...RECEIVERS]
    await record(ctx, one, {
      type: machine.name,
      action: 'FALL_DUE',
      from: status,
      to: status,
      title,
      awaits,
      dueAt,
      organization,
    })
  }
}
