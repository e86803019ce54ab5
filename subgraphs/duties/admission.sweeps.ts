// What the clock does to matters: those whose version is in force are in force, and those whose last day has passed leave the list.
import { LockMode, type FilterQuery } from '@mikro-orm/postgresql'
import { dayOf } from '../shared/calendar.ts'
import type { Context } from '../shared/context.ts'
import { actAdmission } from './admission.acts.ts'
import { AdmissionApplication } from './admission.entity.ts'
import { admissionFacts } from './admission.facts.ts'
import { admissionApplicationMachine as machine, type AdmissionAction } from './admission.machine.ts'

/** Takes the action on every application that waits for it; rows someone else works on wait for the next sweep. */
const take = async (ctx: Context, at: FilterQuery<AdmissionApplication>, action: AdmissionAction): Promise<void> => {
  const found = await ctx.em.find(AdmissionApplication, at, {
    lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE,
    limit: 100,
    orderBy: { id: 'asc' },
    filters: { scope: false },
  })
  for (const application of found) {
    const { status, division } = application
    const subject = { ...(await admissionFacts(ctx, application)), status, division }
    if (!machine.refusal(action, subject, ctx.actor, ctx.now)) await actAdmission(ctx, application, action)
  }
}

/** Admitted matters whose version has come into force, from their first day on. */
export const followVersions = (ctx: Context): Promise<void> =>
  take(ctx, { status: 'ADMITTED', listVersion: { status: 'IN_FORCE' }, validFrom: { $lte: dayOf(ctx.now) } }, 'TAKE_EFFECT')

/** Temporary matters whose last day has passed leave the list, application and item together. */
export const expireAdmissions = (ctx: Context): Promise<void> =>
  take(ctx, { status: { $in: ['ADMITTED', 'IN_FORCE', 'SUSPENDED', 'ADJUSTING'] }, validTo: { $lt: dayOf(ctx.now) } }, 'EXPIRE')
