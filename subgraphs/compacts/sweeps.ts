// What the clock does by itself: every sweep looks for records whose time has come, and may run twice.
import { LockMode, type EntityClass, type FilterQuery } from '@mikro-orm/postgresql'
import { dayOf } from '../shared/calendar.ts'
import type { Context } from '../shared/context.ts'
import { actCompact } from './compact.acts.ts'
import { Compact } from './compact.entity.ts'
import { compactFacts } from './compact.facts.ts'
import { compactMachine } from './compact.machine.ts'
import { actIssue } from './issue.acts.ts'
import { Issue } from './issue.entity.ts'
import { issueFacts } from './issue.facts.ts'
import { issueMachine } from './issue.machine.ts'
import { actMeeting } from './meeting.acts.ts'
import { Meeting } from './meeting.entity.ts'
import { meetingFacts } from './meeting.facts.ts'
import { meetingMachine } from './meeting.machine.ts'
import { settle } from './transaction.ts'
import { actVote } from './vote.acts.ts'
import { Vote } from './vote.entity.ts'
import { votingFacts } from './vote.facts.ts'
import { voteMachine } from './vote.machine.ts'

const BATCH = 100

/** Some rows of the kind, those that wait longest first, locked; rows someone else is working on wait for the next sweep. */
const claim = <T extends Issue | Meeting | Vote | Compact>(
  ctx: Context,
  entity: EntityClass<T>,
  condition: FilterQuery<T>,
  since: keyof T & string,
): Promise<T[]> =>
  ctx.em.find(entity, condition, {
    lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE,
    limit: BATCH,
    orderBy: { [since]: 'asc' } as never,
  }) as Promise<T[]>

/** Returned issues whose author let the time pass are withdrawn. */
export const lapseIssues = async (ctx: Context): Promise<void> => {
  for (const issue of await claim(ctx, Issue, { status: 'RETURNED', dueAt: { $lt: ctx.now } }, 'dueAt'))
    if (
      !issueMachine.refusal(
        'LAPSE',
        { ...(await issueFacts(ctx, issue)), status: issue.status, division: issue.division },
        ctx.actor,
        ctx.now,
      )
    )
      await actIssue(ctx, issue, 'LAPSE')
}

/** Minutes nobody countersigned in time are published, marked so. */
export const publishMinutes = async (ctx: Context): Promise<void> => {
  for (const meeting of await claim(ctx, Meeting, { status: 'MINUTED', dueAt: { $lt: ctx.now } }, 'dueAt'))
    if (
      !meetingMachine.refusal(
        'PUBLISH_UNSIGNED',
        { ...(await meetingFacts(ctx, meeting)), status: meeting.status, division: meeting.division },
        ctx.actor,
        ctx.now,
      )
    )
      await actMeeting(ctx, meeting, 'PUBLISH_UNSIGNED')
}

/** Votes whose closing second has passed are closed and counted. */
export const countVotes = async (ctx: Context): Promise<void> => {
  for (const vote of await claim(ctx, Vote, { status: 'OPEN', closesAt: { $lt: ctx.now } }, 'closesAt')) {
    if (
      voteMachine.refusal(
        'CLOSE',
        { ...(await votingFacts(ctx, vote)), status: vote.status, division: vote.division },
        ctx.actor,
        ctx.now,
      )
    )
      continue
    await actVote(ctx, vote, 'CLOSE')
  }
  await settle(ctx)
  for (const vote of await claim(ctx, Vote, { status: 'CLOSED' }, 'closesAt')) await actVote(ctx, vote, 'COUNT')
}

/** Compacts whose publicity is over and whose day has come are in force. */
export const bringIntoForce = async (ctx: Context): Promise<void> => {
  for (const compact of await claim(
    ctx,
    Compact,
    { status: { $in: ['FILED', 'ADOPTED'] }, announcedAt: { $ne: null }, effectiveOn: { $lte: dayOf(ctx.now) } },
    'announcedAt',
  ))
    if (
      !compactMachine.refusal(
        'TAKE_EFFECT',
        { ...(await compactFacts(ctx, compact)), status: compact.status, division: compact.division },
        ctx.actor,
        ctx.now,
      )
    )
      await actCompact(ctx, compact, 'TAKE_EFFECT')
}
