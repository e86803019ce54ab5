// Taking an action on an issue: the machine decides, and what follows is written down here, one line an action.
import type { Context } from '../shared/context.ts'
import { act } from '../shared/event.ts'
import { text } from '../shared/words.ts'
import { isSatisfied } from './evaluation.rules.ts'
import type { Issue } from './issue.entity.ts'
import { goesBackTo, issueFacts, raisersOf } from './issue.facts.ts'
import { issueMachine, type IssueAction } from './issue.machine.ts'
import { limitFrom, nextNumber } from './issue.number.ts'
import { drop, merge, object, part, propose, restore, type Before } from './issueRegroup.acts.ts'
import { unnamed } from './naming.ts'
import { tell } from './telling.ts'
import { laterBy, secondsLeft, secondsOn } from './time.ts'
import { bySystem } from './transaction.ts'
import { recordStay } from './issueStay.entity.ts'
import { reopenProject } from './project.acts.ts'

const screened = (issue: Issue, ctx: Context) => {
  issue.screenedBy = ctx.actor.id
  issue.repliedAt ??= ctx.now
}

type Effect = (issue: Issue, ctx: Context, before: Before) => void | Promise<void>

const EFFECTS: Partial<Record<IssueAction, Effect>> = {
  SUBMIT: async (issue, ctx) => {
    issue.number = await nextNumber(ctx, issue.division)
    issue.submittedAt = ctx.now
    issue.replyDueAt = issue.dueAt
    issue.screeningDueAt = limitFrom(ctx, 'ISSUE_SCREENING', issue)
  },
  REPLY: (issue, ctx) => void (issue.repliedAt ??= ctx.now),
  ACCEPT: screened,
  RETURN: (issue, ctx) => {
    issue.screeningSeconds = secondsLeft(issue.screeningDueAt, ctx.now)
    screened(issue, ctx)
    issue.returnedAt = ctx.now
    issue.returns += 1
  },
  RESUBMIT: (issue) => void (issue.screeningDueAt = issue.dueAt),
  REJECT: (issue, ctx, { reason }) => {
    screened(issue, ctx)
    issue.rejection = reason
    issue.appealUntil = limitFrom(ctx, 'ISSUE_APPEAL', issue)
  },
  REFER: screened,
  HAND_BACK: (issue) =>
    void Object.assign(issue, { screeningDueAt: issue.dueAt, referredTo: null, organization: null, caseClass: null }),
  APPEAL: (issue) => void (issue.hasAppealed = true),
  PROPOSE_RULING: (issue, ctx) => void (issue.ruledBy = ctx.actor.id),
  UPHOLD_APPEAL: (issue) => void Object.assign(issue, { rejectionCode: null, rejection: null }),
  PROPOSE_MERGE: propose,
  PROPOSE_SPLIT: propose,
  OBJECT: object,
  DROP_PROPOSAL: drop,
  MERGE: merge,
  PART: part,
  ASK_UNMERGE: (issue, ctx) => void (issue.restoreAskedBy = ctx.actor.id),
  ASK_REJOIN: (issue, ctx) => void (issue.restoreAskedBy = ctx.actor.id),
  RESTORE: restore,
  FAIL: (issue, ctx) => void (issue.failedAt = ctx.now),
  DEMAND_REWORK: async (issue, ctx) => {
    issue.reworks += 1
    Object.assign(issue, { answers: null, satisfied: null, households: null })
    await reopenProject(ctx, issue.id)
  },
  ALLOW_RESULT: (issue, _ctx, { reason }) => void (issue.allowance = reason),
  SUSPEND: (issue, ctx, { dueAt }) => {
    issue.remainingSeconds = secondsLeft(dueAt, ctx.now)
    issue.suspendedAt = ctx.now
  },
  RESUME: (issue, ctx) => {
    const paused = ctx.now.getTime() - (issue.suspendedAt ?? ctx.now).getTime()
    if (!issue.repliedAt) issue.replyDueAt = laterBy(issue.replyDueAt, paused)
    issue.screeningDueAt = laterBy(issue.screeningDueAt, paused)
    issue.appealUntil = laterBy(issue.appealUntil, paused)
    issue.remainingSeconds = null
  },
}

/** When the clock ends, where it is not the limit of the action that starts anew. */
const CLOCKS: Partial<Record<IssueAction, (issue: Issue, now: Date) => Date | null>> = {
  REPLY: ({ screeningDueAt }) => screeningDueAt,
  RESUBMIT: ({ returns, screeningSeconds }, now) => (returns > 1 ? secondsOn(screeningSeconds, now) : null),
  RESUME: ({ remainingSeconds }, now) => secondsOn(remainingSeconds, now),
  OBJECT: ({ stoodSeconds }, now) => secondsOn(stoodSeconds, now),
  DROP_PROPOSAL: ({ stoodSeconds }, now) => secondsOn(stoodSeconds, now),
  RESTORE: ({ stoodSeconds }, now) => secondsOn(stoodSeconds, now),
}

/** Steps of the authors themselves, or that are told otherwise. */
const UNTOLD = new Set<IssueAction>(['PROPOSE_MERGE', 'PROPOSE_SPLIT', 'MERGE', 'PART', 'RESTORE', 'OBJECT', 'DROP_PROPOSAL'])

interface Said {
  readonly reason?: string | null | undefined
  readonly data?: unknown
}

/** Takes the action, or throws the sentence that stops it. */
export const actIssue = async (ctx: Context, issue: Issue, action: IssueAction, { reason, data }: Said = {}): Promise<Issue> => {
  const from = issue.status
  const before = { dueAt: issue.dueAt, reason: reason?.trim() || null }
  const facts = await issueFacts(ctx, issue)
  issue.previousStatus = goesBackTo(issue)
  await act(unnamed(ctx, issue.naming, facts.relations.includes('AUTHOR')), issueMachine, issue, action, facts, {
    title: issue.title,
    reason,
    data,
    resident: issue.author,
    dueAt: CLOCKS[action]?.(issue, ctx.now) ?? null,
  })
  if (issue.status !== from) {
    const { evaluation, standard } = facts
    recordStay(ctx, issue, {
      status: from,
      enteredAt: issue.standsSince ?? issue.createdAt,
      dueAt: before.dueAt,
      isSatisfied: from === 'EVALUATING' && evaluation ? isSatisfied(evaluation, standard) : null,
    })
    Object.assign(issue, { standsSince: ctx.now, alertedAt: null })
  }
  await EFFECTS[action]?.(issue, ctx, before)
  if (issue.status !== from && !UNTOLD.has(action)) {
    const { label } = issueMachine.states[issue.status]
    await tell(ctx, {
      type: 'Issue',
      stream: issue.id,
      division: issue.division,
      cause: `${action}:${issue.version}`,
      words: text(
        `您提出的议题“${issue.title}”：${label.zh}。`,
        `The issue you raised, “${issue.title}”: ${label.en.toLowerCase()}.`,
      ),
      residents: await raisersOf(ctx, issue),
    })
  }
  return issue
}

/** The first meeting on it is announced: nothing is waited for any more, and the meeting takes up what was left to it. */
export const firstMeeting = async (ctx: Context, issue: Issue): Promise<void> => {
  if (issue.status !== 'DELIBERATING' || (!issue.dueAt && !issue.topics.length)) return
  Object.assign(issue, { dueAt: null, topics: [] })
  await actIssue(bySystem(ctx), issue, 'MEET')
}
