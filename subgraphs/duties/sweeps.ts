// What the clock does by itself: every sweep looks for records whose time has come, and may run twice.
import { LockMode } from '@mikro-orm/postgresql'
import { dayOf } from '../shared/calendar.ts'
import type { Context } from '../shared/context.ts'
import { actItem } from './item.acts.ts'
import { DutyItem } from './item.entity.ts'
import { ADMITTED } from './item.facts.ts'
import { actVersion } from './version.acts.ts'
import { DutyListVersion } from './version.entity.ts'
import { versionFacts } from './version.facts.ts'
import { dutyListVersionMachine } from './version.machine.ts'

const BATCH = 1_000

/** Versions whose publicity is over, whose day has come and whose items are paid for are in force; those above first. */
export const bringIntoForce = async (ctx: Context): Promise<void> => {
  const due = await ctx.em.find(
    DutyListVersion,
    { status: 'PUBLISHED', effectiveOn: { $lte: dayOf(ctx.now) } },
    { lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE, limit: BATCH, orderBy: { division: 'asc', id: 'asc' } },
  )
  for (const version of due) {
    const subject = { ...(await versionFacts(ctx, version)), status: version.status, division: version.division }
    if (!dutyListVersionMachine.refusal('TAKE_EFFECT', subject, ctx.actor, ctx.now)) await actVersion(ctx, version, 'TAKE_EFFECT')
  }
}

/** Items of their own whose last day has passed leave the list, and what was taken over from them; the others leave with their application. */
export const expireItems = async (ctx: Context): Promise<void> => {
  const over = await ctx.em.execute<{ id: string }[]>(
    `select i.id from duties.duty_item i join duties.duty_list_version v on v.id = i.list_version_id
      where i.valid_to < ?::date and i.status <> 'WITHDRAWN' and i.origin_id is null and v.status in ('PUBLISHED', 'IN_FORCE')
        and not ${ADMITTED} order by i.id limit ${BATCH} for update of i skip locked`,
    [dayOf(ctx.now)],
  )
  for (const { id } of over) await actItem(ctx, await ctx.em.findOneOrFail(DutyItem, { id }), 'EXPIRE')
}
