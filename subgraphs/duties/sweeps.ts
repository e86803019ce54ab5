// What the clock does by itself: every sweep looks for records whose time has come, and may run twice.
import { LockMode } from '@mikro-orm/postgresql'
import { dayOf } from '../shared/calendar.ts'
import type { Context } from '../shared/context.ts'
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
