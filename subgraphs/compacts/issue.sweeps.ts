// What the clock does to issues: what nobody objected to is merged or split, and the subdistrict hears of what lies still.
import { LockMode, type FilterQuery } from '@mikro-orm/postgresql'
import type { Context } from '../shared/context.ts'
import { text } from '../shared/words.ts'
import { actIssue } from './issue.acts.ts'
import { Issue } from './issue.entity.ts'
import { issueFacts } from './issue.facts.ts'
import { issueMachine, type IssueAction } from './issue.machine.ts'
import { tell } from './telling.ts'
import { settle } from './transaction.ts'

const BATCH = 100

/** Those that wait longest first, locked; whoever works on one goes first. */
const claim = (ctx: Context, condition: FilterQuery<Issue>): Promise<Issue[]> =>
  ctx.em.find(Issue, condition, { lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE, limit: BATCH, orderBy: { dueAt: 'asc' } })

const isRefused = async (ctx: Context, issue: Issue, action: IssueAction): Promise<boolean> => {
  const { status, division } = issue
  return !!issueMachine.refusal(action, { ...(await issueFacts(ctx, issue)), status, division }, ctx.actor, ctx.now)
}

/** Mergers and splits whose time to object is over; a merger into an issue that has gone on meanwhile is dropped. */
export const regroupIssues = async (ctx: Context): Promise<void> => {
  for (const issue of await claim(ctx, { status: { $in: ['MERGE_PROPOSED', 'SPLIT_PROPOSED'] }, dueAt: { $lt: ctx.now } })) {
    const action = issue.status === 'MERGE_PROPOSED' ? 'MERGE' : 'PART'
    if (await isRefused(ctx, issue, action)) await actIssue(ctx, issue, 'DROP_PROPOSAL', { reason: '目标议题已进入后续阶段。' })
    else await actIssue(ctx, issue, action)
    await settle(ctx)
  }
}

/** Issues that should have come to a meeting, a project or a compact by now: the subdistrict is told, once a clock. */
export const alertSubdistrict = async (ctx: Context): Promise<void> => {
  const late = { status: { $in: ['DELIBERATING', 'ADOPTED'] as const }, dueAt: { $lt: ctx.now }, alertedAt: null }
  for (const issue of await claim(ctx, late as unknown as FilterQuery<Issue>)) {
    issue.alertedAt = ctx.now
    const { zh, en } =
      issue.status === 'ADOPTED'
        ? text('通过后逾期未形成项目或公约', 'has become neither a project nor a compact in time')
        : text('立题后逾期未召开协商会议', 'has come to no meeting in time')
    await tell(ctx, {
      type: 'Issue',
      stream: issue.id,
      division: issue.division,
      cause: `LATE:${issue.dueAt!.toISOString()}`,
      words: text(`议题“${issue.title}”${zh}。`, `“${issue.title}” ${en}.`),
      roles: ['SUBDISTRICT_OFFICER', 'SUBDISTRICT_LEAD'],
    })
  }
}
