// Ending pledges: by the signer, by the supervision committee, or because their version is over.
import { LockMode } from '@mikro-orm/postgresql'
import type { Context } from '../shared/context.ts'
import { act } from '../shared/event.ts'
import { Compact } from './compact.entity.ts'
import { Pledge } from './pledge.entity.ts'
import { pledgeMachine, type PledgeAction } from './pledge.machine.ts'
import type { PledgeFacts } from './pledge.rules.ts'
import { relationsOf } from './rights.ts'
import { bySystem, uuids } from './transaction.ts'

export const actPledge = async (
  ctx: Context,
  pledge: Pledge,
  action: PledgeAction,
  facts: PledgeFacts,
  reason?: string,
): Promise<Pledge> => {
  const relations = relationsOf(ctx.actor, { author: pledge.resident })
  await act(ctx, pledgeMachine, pledge, action, { ...facts, relations }, { title: '公约签署', reason, resident: pledge.resident })
  return pledge
}

/** Pledges to a version that is over count no more. */
export const lapsePledges = async (ctx: Context, compact: Pick<Compact, 'id'>): Promise<void> => {
  const active = await ctx.em.find(Pledge, { compact: compact.id, status: 'SIGNED' }, { lockMode: LockMode.PESSIMISTIC_WRITE })
  for (const pledge of active) await actPledge(bySystem(ctx), pledge, 'LAPSE', { isVersionOver: true, hasLeft: false })
}

/** Nor do those of a person who has left the community, or of a household nobody of which is left. */
export const lapseOfLeavers = async (ctx: Context, units: readonly string[]): Promise<void> => {
  const gone = await ctx.em.execute<{ id: string }[]>(
    `select p.id from compacts.pledge p where p.unit = any(?::uuid[]) and p.status = 'SIGNED' and not exists (
       select 1 from compacts.roll_entry r where not r.has_left and r.division = p.division
         and case p.basis when 'PERSON' then r.resident = p.unit else r.household = p.unit end)`,
    [uuids(units)],
  )
  if (gone.length === 0) return
  const pledges = await ctx.em.find(Pledge, { id: { $in: gone.map(({ id }) => id) } }, { lockMode: LockMode.PESSIMISTIC_WRITE })
  for (const pledge of pledges)
    if (pledge.status === 'SIGNED') await actPledge(bySystem(ctx), pledge, 'LAPSE', { isVersionOver: false, hasLeft: true })
}
