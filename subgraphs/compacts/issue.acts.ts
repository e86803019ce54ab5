// Taking an action on an issue: the machine decides, and what follows is written down here, one line an action.
import { dayOf, dueAfter, type TimeLimit } from '../shared/calendar.ts'
import { rule, type Context } from '../shared/context.ts'
import { act } from '../shared/event.ts'
import type { Issue } from './issue.entity.ts'
import { issueFacts } from './issue.facts.ts'
import { issueMachine, type IssueAction } from './issue.machine.ts'
import { recordStay } from './issueStay.entity.ts'
import { reopenProject } from './project.acts.ts'

/** The next number of the committee and year: YT2026-310113109043-0001. */
const nextNumber = async (ctx: Context, division: string): Promise<string> => {
  const year = Number(dayOf(ctx.now).slice(0, 4))
  const [counter] = await ctx.em.execute<{ last: number }[]>(
    `insert into compacts.issue_counter as c (division, year, last) values (?, ?, 1)
     on conflict (division, year) do update set last = c.last + 1 returning last`,
    [division, year],
  )
  return `YT${year}-${division}-${String(counter!.last).padStart(4, '0')}`
}

const limitFrom = (ctx: Context, code: string, issue: Issue): Date =>
  dueAfter(ctx.now, rule<TimeLimit>(ctx, code, issue.division).value)

const screened = (issue: Issue, ctx: Context) => {
  issue.screenedBy = ctx.actor.id
  issue.repliedAt ??= ctx.now
}

type Effect = (issue: Issue, ctx: Context, dueBefore: Date | null, reason?: string | null) => void | Promise<void>

const EFFECTS: Partial<Record<IssueAction, Effect>> = {
  SUBMIT: async (issue, ctx) => {
    issue.number = await nextNumber(ctx, issue.division)
    issue.submittedAt = ctx.now
    issue.replyDueAt = limitFrom(ctx, 'ISSUE_FIRST_REPLY', issue)
  },
  REPLY: (issue, ctx) => void (issue.repliedAt ??= ctx.now),
  ACCEPT: screened,
  RETURN: (issue, ctx) => {
    screened(issue, ctx)
    issue.returnedAt = ctx.now
  },
  REJECT: (issue, ctx) => {
    screened(issue, ctx)
    issue.appealUntil = limitFrom(ctx, 'ISSUE_APPEAL', issue)
  },
  REFER: screened,
  APPEAL: (issue) => void (issue.hasAppealed = true),
  UPHOLD_APPEAL: (issue) => void (issue.rejectionCode = null),
  FAIL: (issue, ctx) => void (issue.failedAt = ctx.now),
  DEMAND_REWORK: async (issue, ctx) => {
    issue.reworks += 1
    Object.assign(issue, { answers: null, satisfied: null, households: null })
    await reopenProject(ctx, issue.id)
  },
  ALLOW_RESULT: (issue, _ctx, _dueBefore, reason) => void (issue.allowance = reason!.trim()),
  SUSPEND: (issue, ctx, dueBefore) =>
    void (issue.remainingSeconds = dueBefore && Math.round((dueBefore.getTime() - ctx.now.getTime()) / 1000)),
  RESUME: (issue, ctx) => {
    if (issue.remainingSeconds !== null) issue.dueAt = new Date(ctx.now.getTime() + issue.remainingSeconds * 1000)
    issue.remainingSeconds = null
  },
}

interface Said {
  readonly reason?: string | null | undefined
  readonly data?: unknown
}

/** Takes the action, or throws the sentence that stops it. */
export const actIssue = async (ctx: Context, issue: Issue, action: IssueAction, { reason, data }: Said = {}): Promise<Issue> => {
  const { dueAt: dueBefore, status: before } = issue
  await act(ctx, issueMachine, issue, action, await issueFacts(ctx, issue), {
    title: issue.title,
    reason,
    data,
    resident: issue.author,
  })
  if (issue.status !== before) await recordStay(ctx, issue, before, dueBefore)
  await EFFECTS[action]?.(issue, ctx, dueBefore, reason)
  return issue
}
