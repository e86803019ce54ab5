// Taking an action on a meeting, and what follows.
import { hold, type Context } from '../shared/context.ts'
import { act } from '../shared/event.ts'
import { followMeeting } from './convening.acts.ts'
import { freezeElectorate, ruleDayOf, ruleFor } from './electorate.freeze.ts'
import { firstMeeting } from './issue.acts.ts'
import { Issue } from './issue.entity.ts'
import { issueMachine } from './issue.machine.ts'
import type { Meeting } from './meeting.entity.ts'
import { meetingFacts } from './meeting.facts.ts'
import { tellCancelled } from './meeting.telling.ts'
import { meetingMachine, type MeetingAction } from './meeting.machine.ts'
import { settle } from './transaction.ts'

const EFFECTS: Partial<Record<MeetingAction, (meeting: Meeting, ctx: Context) => void | Promise<void>>> = {
  APPROVE_SHORT_NOTICE: (meeting, ctx) => void (meeting.exceptionApprovedAt = ctx.now),
  NOTICE: async (meeting, ctx) => {
    meeting.noticedAt = ctx.now
    await settle(ctx)
    if (ruleFor(ctx, meeting, await ruleDayOf(ctx, meeting)).binding) await freezeElectorate(ctx, meeting)
    if (meeting.issue) await firstMeeting(ctx, await hold(ctx, Issue, issueMachine.label, meeting.issue.id))
  },
  OPEN: (meeting, ctx) => void (meeting.openedAt ??= ctx.now),
  ADJOURN: (meeting) => void (meeting.chairCheckedInAt = null),
  CLOSE: (meeting, ctx) => void (meeting.closedAt = ctx.now),
  PUBLISH: (meeting, ctx) => void Object.assign(meeting, { publishedAt: ctx.now, isCountersigned: true }),
  PUBLISH_UNSIGNED: (meeting, ctx) => void Object.assign(meeting, { publishedAt: ctx.now, isCountersigned: false }),
}

interface Said {
  readonly reason?: string | null | undefined
  readonly data?: unknown
}

export const actMeeting = async (
  ctx: Context,
  meeting: Meeting,
  action: MeetingAction,
  { reason, data }: Said = {},
): Promise<Meeting> => {
  await act(ctx, meetingMachine, meeting, action, await meetingFacts(ctx, meeting), { title: meeting.title, reason, data })
  await EFFECTS[action]?.(meeting, ctx)
  await followMeeting(ctx, meeting, action)
  if (action === 'CANCEL') await tellCancelled(ctx, meeting, reason!.trim())
  return meeting
}
