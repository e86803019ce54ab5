// Taking an action on an application: each time it is handed in a revision is kept, and a new one reopens the sheets filled in on the old.
import { LockMode } from '@mikro-orm/postgresql'
import { v7 as uuidv7 } from 'uuid'
import type { Context } from '../shared/context.ts'
import { act } from '../shared/event.ts'
import { actAll } from './grantActs.ts'
import { GrantRevision, type GrantApplication } from './grantApplication.entity.ts'
import { applicationFacts, roundOf } from './grantApplication.facts.ts'
import { grantApplicationMachine, type ApplicationAction } from './grantApplication.machine.ts'
import { promoteReserve } from './grantAward.acts.ts'
import { GrantAssignment } from './grantReview.entity.ts'
import { grantAssignmentMachine, LIVE } from './grantReview.machine.ts'
import { assignmentTitle } from './grantReview.rules.ts'
import { bySystem, settle } from './transaction.ts'

interface Said {
  readonly reason?: string | null | undefined
  readonly data?: unknown
}

const revise = async (ctx: Context, application: GrantApplication): Promise<void> => {
  const { title, field, answers, budget, amount, startsOn, endsOn } = application
  application.revision += 1
  application.submittedAt ??= ctx.now
  const content = { title, field, answers, budget, amount, startsOn, endsOn }
  ctx.em.create(GrantRevision, { ...content, id: uuidv7(), application, number: application.revision, at: ctx.now })
  const filledIn = await assignmentsOf(ctx, application, ['SUBMITTED'])
  const round = await roundOf(ctx, application)
  await actAll(
    bySystem(ctx),
    grantAssignmentMachine,
    'REOPEN',
    filledIn.map((row) => [row, {}, { title: assignmentTitle(round.title, row.number) }]),
  )
}

const assignmentsOf = (ctx: Context, { id }: GrantApplication, status: readonly GrantAssignment['status'][]) =>
  ctx.em.find(
    GrantAssignment,
    { application: id, status: { $in: [...status] } },
    { lockMode: LockMode.PESSIMISTIC_WRITE, filters: { scope: false } },
  )

/** Out of the competition: nobody reviews it any more, and what it would have been given goes to the reserve. */
const leave = async (ctx: Context, application: GrantApplication): Promise<void> => {
  const open = await assignmentsOf(ctx, application, LIVE.slice(0, 2))
  const told = { title: application.title, reason: '申报已退出评审。' }
  await actAll(
    bySystem(ctx),
    grantAssignmentMachine,
    'EXPIRE',
    open.map((row) => [row, {}, told]),
  )
  await settle(ctx)
  await promoteReserve(ctx, await roundOf(ctx, application))
}

const EFFECTS: Partial<Record<ApplicationAction, (ctx: Context, application: GrantApplication) => Promise<void> | void>> = {
  SUBMIT: revise,
  RESUBMIT: revise,
  ASK_MORE: (_ctx, application) => void (application.isCorrected = true),
  PUT_ON_RESERVE: (_ctx, application) => void (application.awarded = null),
  REJECT: (_ctx, application) => void (application.awarded = null),
  LAPSE: leave,
  WITHDRAW: leave,
  STOP: leave,
}

export const actApplication = async (
  ctx: Context,
  application: GrantApplication,
  action: ApplicationAction,
  said: Said = {},
): Promise<GrantApplication> => {
  const facts = await applicationFacts(ctx, application)
  await act(ctx, grantApplicationMachine, application, action, facts, { ...said, title: application.title })
  await EFFECTS[action]?.(ctx, application)
  await settle(ctx)
  return application
}
