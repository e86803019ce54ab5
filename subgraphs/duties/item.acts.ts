// Taking an action on an item; what befalls it befalls every item below that was taken over from it.
import { LockMode } from '@mikro-orm/postgresql'
import type { Context } from '../shared/context.ts'
import { act } from '../shared/event.ts'
import { DutyItem } from './item.entity.ts'
import { itemFacts } from './item.facts.ts'
import { dutyItemMachine, type ItemAction } from './item.machine.ts'
import { relationsOf } from './rights.ts'
import { stopTasks } from './task.acts.ts'
import { bySystem } from './transaction.ts'

interface Said {
  readonly reason?: string | null | undefined
  readonly data?: unknown
}

const befall = async (ctx: Context, item: DutyItem, action: ItemAction, { reason, data }: Said): Promise<void> => {
  const facts = { ...(await itemFacts(ctx, item)), relations: relationsOf(ctx.actor, item) }
  await act(ctx, dutyItemMachine, item, action, facts, { title: item.name, reason, data })
  const system = bySystem(ctx)
  const below = await system.em.find(
    DutyItem,
    { origin: item.id },
    { filters: { scope: false }, lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' } },
  )
  for (const copy of below) {
    const subject = { ...(await itemFacts(system, copy)), status: copy.status, division: copy.division }
    if (!dutyItemMachine.refusal(action, subject, system.actor, ctx.now)) await befall(system, copy, action, { reason, data })
  }
}

export const actItem = async (ctx: Context, item: DutyItem, action: ItemAction, told: Said = {}): Promise<DutyItem> => {
  await befall(ctx, item, action, told)
  if (item.status !== 'LISTED') await stopTasks(ctx)
  return item
}
