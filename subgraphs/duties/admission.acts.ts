// Taking an action on an application, and what follows: promises made or lapsed, opinions closed, the item on the list standing or falling with it.
import type { Context } from '../shared/context.ts'
import { act } from '../shared/event.ts'
import { AdmissionApplication } from './admission.entity.ts'
import { admissionFacts } from './admission.facts.ts'
import { enlist, stand } from './admission.items.ts'
import { admissionApplicationMachine, type AdmissionAction } from './admission.machine.ts'
import { publicityEnd, type AdmissionFacts } from './admission.rules.ts'
import { Opinion } from './admissionOpinion.entity.ts'
import { endingAt, endOf, limitEnd } from './clock.ts'
import { FundingCommitment } from './funding.entity.ts'
import { actFunding } from './funding.acts.ts'
import { opinionMachine } from './opinion.machine.ts'
import { bySystem, settle } from './transaction.ts'

type Effect = (application: AdmissionApplication, ctx: Context, reason: string | null) => void | Promise<void>

const commitmentsOf = (ctx: Context, { id }: AdmissionApplication) =>
  ctx.em.find(FundingCommitment, { application: id }, { orderBy: { createdAt: 'asc' }, filters: { scope: false } })

const submit: Effect = async (application, ctx) => {
  application.submittedAt ??= ctx.now
  await settle(ctx)
  for (const one of await commitmentsOf(ctx, application)) if (one.status === 'PLANNED') await actFunding(ctx, one, 'PROMISE')
}

/** Opinions are as they stand; whoever was asked and said nothing is no longer waited for. */
const closeOpinions: Effect = async (application, ctx) => {
  const asked = await ctx.em.find(Opinion, { application: application.id, status: { $ne: 'CLOSED' } }, { filters: false })
  for (const opinion of asked)
    await act(bySystem(ctx), opinionMachine, opinion, 'CLOSE', { isOfUnit: false }, { title: application.name })
}

/** Nothing comes of it: its promises lapse. */
const end: Effect = async (application, ctx, reason) => {
  await closeOpinions(application, ctx, reason)
  await settle(ctx)
  for (const one of await commitmentsOf(ctx, application))
    if (['PLANNED', 'PROMISED', 'BUDGETED'].includes(one.status)) await actFunding(bySystem(ctx), one, 'LAPSE')
}

const EFFECTS: Partial<Record<AdmissionAction, Effect>> = {
  SUBMIT: submit,
  RESUBMIT: submit,
  RETURN: (application, ctx) => void (application.returnedAt = ctx.now),
  ACCEPT: (application, ctx) => {
    application.acceptedAt = ctx.now
    application.decideBy = limitEnd(ctx, 'ADMISSION_TOTAL', application.division)
  },
  DISMISS: end,
  CONVENE: closeOpinions,
  DECLINE: end,
  REJECT: end,
  RETRACT: end,
  ADMIT: async (application, ctx) => {
    for (const one of await commitmentsOf(ctx, application))
      if (one.status !== 'LAPSED') Object.assign(one, { list: application.list, itemCode: application.itemCode })
  },
  SETTLE_ADJUSTMENT: (application, ctx) => enlist(ctx, application),
  SUSPEND: (application, ctx, reason) => stand(ctx, application, 'SUSPEND', reason),
  RESUME: (application, ctx, reason) => stand(ctx, application, 'RESUME', reason),
  BEGIN_ADJUSTMENT: (application, ctx, reason) => stand(ctx, application, 'ADJUST', reason),
  KEEP: (application, ctx, reason) => stand(ctx, application, 'CONCLUDE_ADJUSTMENT', reason),
  WITHDRAW: (application, ctx, reason) => stand(ctx, application, 'WITHDRAW', reason),
  EXPIRE: (application, ctx, reason) => stand(ctx, application, 'EXPIRE', reason),
}

/** Once accepted, no step runs longer than the whole may; the document is due after the publicity. */
const clocked = (
  ctx: Context,
  { division, decideBy, publicityBegunAt, publicityDays }: AdmissionApplication,
  action: AdmissionAction,
) => {
  const { starts } = admissionApplicationMachine.row(action)
  if (!starts) return ctx
  if (action === 'CARRY')
    return endingAt(
      ctx,
      starts,
      division,
      limitEnd(ctx, starts, division, endOf(publicityEnd(publicityBegunAt!, publicityDays!))),
    )
  return decideBy && decideBy < limitEnd(ctx, starts, division) ? endingAt(ctx, starts, division, decideBy) : ctx
}

interface Said {
  readonly reason?: string | null | undefined
  readonly data?: unknown
  /** What the data it carries says to its guards. */
  readonly supplied?: Partial<AdmissionFacts>
}

export const actAdmission = async (
  ctx: Context,
  application: AdmissionApplication,
  action: AdmissionAction,
  { reason, data, supplied }: Said = {},
): Promise<AdmissionApplication> => {
  const facts = await admissionFacts(ctx, application, supplied)
  if (action === 'ADMIT') {
    // The item first: what is admitted has its place on the list.
    const { status, division } = application
    admissionApplicationMachine.next(action, { ...facts, status, division }, ctx.actor, ctx.now)
    application.admittedAt = ctx.now
    await enlist(ctx, application)
  }
  await act(clocked(ctx, application, action), admissionApplicationMachine, application, action, facts, {
    title: application.name,
    reason,
    data,
  })
  await EFFECTS[action]?.(application, ctx, reason ?? null)
  return application
}
