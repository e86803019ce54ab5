// Raising an objection, taking an action on it, and carrying out what was decided.
import { v7 as uuidv7 } from 'uuid'
import { dueAfter, type TimeLimit } from '../shared/calendar.ts'
import { rule, type Context } from '../shared/context.ts'
import { act, begin } from '../shared/event.ts'
import { GROUNDS, type Ground } from './ground.rules.ts'
import { DutyObjection } from './objection.entity.ts'
import { objectionFacts } from './objection.facts.ts'
import { dutyObjectionMachine, type ObjectionAction } from './objection.machine.ts'
import type { Effect } from './objection.rules.ts'
import type { DutyTask } from './task.entity.ts'
import { actOnOpenTask } from './task.acts.ts'
import { settle } from './transaction.ts'

const endOf = (ctx: Context, code: string, division: string): Date =>
  dueAfter(ctx.now, rule<TimeLimit>(ctx, code, division).value)

export interface Raised {
  readonly division: string
  readonly organization: string
  readonly task: DutyTask | null
  readonly ground: Ground
  readonly statement: string
  readonly resident: string | null
  readonly replyNumber: string | null
}

export const objectionTitle = (ground: Ground, task: { readonly title: string } | null): string =>
  task ? `${GROUNDS[ground].zh}：${task.title}` : GROUNDS[ground].zh

export const raise = async (ctx: Context, raised: Raised): Promise<DutyObjection> => {
  const objection = ctx.em.create(DutyObjection, {
    ...raised,
    id: uuidv7(),
    side: raised.resident ? 'RESIDENT' : 'COMMITTEE',
    raisedBy: ctx.actor.id!,
    effects: [],
    dueAt: endOf(ctx, 'OBJECTION_ACCEPTANCE', raised.division),
    createdAt: ctx.now,
  })
  await settle(ctx)
  const { ground, task, resident } = raised
  const told = { title: objectionTitle(ground, task), resident, data: { ground: GROUNDS[ground].zh } }
  await begin(ctx, dutyObjectionMachine, objection, told, resident ? 'AUTHOR' : 'COMMITTEE_SECRETARY')
  return objection
}

interface Said {
  readonly title: string
  readonly reason?: string | null | undefined
  readonly data?: unknown
}

export const actObjection = async (
  ctx: Context,
  objection: DutyObjection,
  action: ObjectionAction,
  said: Said,
): Promise<DutyObjection> => {
  await act(ctx, dutyObjectionMachine, objection, action, await objectionFacts(ctx, objection), {
    ...said,
    resident: objection.resident,
  })
  if (action === 'INVESTIGATE') objection.answerUntil = endOf(ctx, 'OBJECTION_ANSWER', objection.division)
  return objection
}

/** What becomes of the task: corrected or withdrawn as decided; given back to the committee when the objection falls. */
export const carryOut = async (
  ctx: Context,
  { task, replyNumber }: DutyObjection,
  effects: readonly Effect[] | null,
): Promise<void> => {
  if (!task) return
  await settle(ctx)
  const data = { reply: replyNumber }
  if (effects?.includes('WITHDRAW')) await actOnOpenTask(ctx, task.id, 'ANNUL', data)
  else if (effects?.includes('CORRECT')) await actOnOpenTask(ctx, task.id, 'ORDER_CORRECTION', data)
  else if (!effects) await actOnOpenTask(ctx, task.id, 'RESTORE', data)
}
