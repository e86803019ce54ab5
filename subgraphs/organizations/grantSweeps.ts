// What the clock does to grants by itself: calls open and close, what was not corrected, signed or reported in time lapses.
import { LockMode } from '@mikro-orm/postgresql'
import { dayOf } from '../shared/calendar.ts'
import type { Context } from '../shared/context.ts'
import { agreementFacts } from './grantAward.facts.ts'
import { actAgreement } from './grantAward.acts.ts'
import { GrantAgreement } from './grantAward.entity.ts'
import { grantAgreementMachine } from './grantAgreement.machine.ts'
import { actApplication } from './grantApplication.acts.ts'
import { GrantApplication } from './grantApplication.entity.ts'
import { actRound } from './grantRound.acts.ts'
import { MicroGrantRound } from './grantRound.entity.ts'
import { settle } from './transaction.ts'

const some = { lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE, limit: 100, orderBy: { id: 'asc' } } as const

export const openAndCloseCalls = async (ctx: Context): Promise<void> => {
  const today = dayOf(ctx.now)
  for (const round of await ctx.em.find(MicroGrantRound, { status: 'ANNOUNCED', opensOn: { $lte: today } }, some))
    await actRound(ctx, round, 'OPEN')
  for (const round of await ctx.em.find(MicroGrantRound, { status: 'OPEN', closesOn: { $lt: today } }, some))
    await actRound(ctx, round, 'CLOSE')
}

export const lapseCorrections = async (ctx: Context): Promise<void> => {
  for (const row of await ctx.em.find(GrantApplication, { status: 'MORE_INFO', dueAt: { $lt: ctx.now } }, some))
    await actApplication(ctx, row, 'LAPSE')
}

/** A report not handed in by its day, or the extended one, ends the project; an agreement not signed in time goes to the reserve. */
export const lapseAgreements = async (ctx: Context): Promise<void> => {
  const late = { status: { $in: ['DRAFT', 'RUNNING', 'RECTIFYING', 'CONTINUING'] as const }, dueAt: { $lt: ctx.now } }
  for (const row of await ctx.em.find(GrantAgreement, late as never, some)) {
    if (row.status === 'DRAFT') {
      await actAgreement(ctx, row, 'FORFEIT', { reason: '逾期未签订协议。' })
      continue
    }
    const subject = { ...(await agreementFacts(ctx, row)), status: row.status, division: row.division }
    if (!grantAgreementMachine.refusal('LAPSE', subject, ctx.actor, ctx.now)) await actAgreement(ctx, row, 'LAPSE')
    await settle(ctx)
  }
}
