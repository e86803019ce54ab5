// What follows when issues are joined or parted: nothing is deleted, supports are asked for again, everybody is told.
import { v7 as uuidv7 } from 'uuid'
import { hold, type Context } from '../shared/context.ts'
import { act, begin, record } from '../shared/event.ts'
import { text, type Text } from '../shared/words.ts'
import { Issue } from './issue.entity.ts'
import { askedFor, issueFacts } from './issue.facts.ts'
import { issueMachine } from './issue.machine.ts'
import { limitFrom, nextNumber } from './issue.number.ts'
import { tell } from './telling.ts'
import { secondsLeft } from './time.ts'
import { bySystem, settle } from './transaction.ts'

/** What was there before a step, which the step itself overwrites. */
export interface Before {
  readonly dueAt: Date | null
  readonly reason: string | null
}

/** Everyone who raised, supported or commented on one of these issues. */
const followersOf = async (ctx: Context, ids: readonly string[]): Promise<string[]> => {
  const rows = await ctx.em.execute<{ resident: string }[]>(
    `select author as resident from compacts.issue where id = any(?::uuid[])
     union select resident from compacts.issue_raiser where issue_id = any(?::uuid[])
     union select resident from compacts.issue_support where issue_id = any(?::uuid[])
     union select author from compacts.issue_comment where issue_id = any(?::uuid[]) and author is not null`,
    Array.from({ length: 4 }, () => `{${ids.join(',')}}`),
  )
  return rows.map(({ resident }) => resident)
}

const tellOf = (ctx: Context, issue: Issue, cause: string, words: Text, residents: readonly string[]): Promise<void> =>
  tell(ctx, { type: 'Issue', stream: issue.id, division: issue.division, cause: `${cause}:${issue.version}`, words, residents })

/** A step on the other issue, in its own history. */
const note = (ctx: Context, issue: Issue, action: string, data: object): Promise<void> =>
  record(ctx, issue, {
    type: 'Issue',
    action,
    from: issue.status,
    to: issue.status,
    title: issue.title,
    dueAt: issue.dueAt,
    data,
  })

export const propose = async (issue: Issue, ctx: Context, { dueAt }: Before): Promise<void> => {
  issue.stoodAt = issue.previousStatus
  issue.stoodSeconds = secondsLeft(dueAt, ctx.now)
  issue.repliedAt ??= ctx.now
  await ctx.em.execute('delete from compacts.issue_consent where issue_id = ?', [issue.id])
  const words = text(
    `议题“${issue.title}”${issue.status === 'MERGE_PROPOSED' ? '拟与其他议题合并' : '拟拆分'}，五日内可以提出异议，不提出视为同意。`,
    `“${issue.title}” is to be ${issue.status === 'MERGE_PROPOSED' ? 'merged with another issue' : 'split'}; you may object within five days.`,
  )
  await settle(ctx)
  await tellOf(ctx, issue, 'PROPOSED', words, await askedFor(ctx, issue))
}

const over = (issue: Issue, ctx: Context): void => {
  if (issue.stoodAt === 'SUBMITTED') issue.screeningDueAt = issue.dueAt
  Object.assign(issue, {
    stoodAt: null,
    stoodSeconds: null,
    goesOnIn: null,
    partTexts: null,
    regroupedAt: null,
    restoreAskedBy: null,
  })
  ctx.loaders.clear()
}

export const drop = async (issue: Issue, ctx: Context): Promise<void> => {
  const asked = await askedFor(ctx, issue)
  over(issue, ctx)
  const words = text(
    `议题“${issue.title}”的合并或拆分提议已终止。`,
    `“${issue.title}” is neither merged nor split; it goes on by itself.`,
  )
  await tellOf(ctx, issue, 'DROPPED', words, asked)
}

/** An objection is taken up by the next meeting on either issue. */
export const object = async (issue: Issue, ctx: Context, before: Before): Promise<void> => {
  const topic = `${issue.partTexts ? '拆分' : '合并'}异议：${issue.title}（${before.reason}）`.slice(0, 100)
  issue.topics = [...issue.topics, topic]
  if (issue.goesOnIn) {
    const target = await hold(ctx, Issue, issueMachine.label, issue.goesOnIn.id)
    target.topics = [...target.topics, topic]
    await note(bySystem(ctx), target, 'MERGER_OBJECTED', { other: issue.number })
  }
  await drop(issue, ctx)
}

/** Asks whoever supports one issue whether they support another; whoever does already is not asked. */
const offerSupport = (ctx: Context, from: string, to: string): Promise<unknown> =>
  ctx.em.execute(
    `insert into compacts.support_offer (issue_id, resident, via, "at")
     select ?::uuid, s.resident, s.issue_id, ?::timestamptz from compacts.issue_support s where s.issue_id = ?
        and not exists (select 1 from compacts.issue_support t where t.issue_id = ? and t.resident = s.resident)
     on conflict (issue_id, resident) do nothing`,
    [to, ctx.now, from, to],
  )

export const merge = async (issue: Issue, ctx: Context): Promise<void> => {
  await settle(ctx)
  const target = await hold(ctx, Issue, issueMachine.label, issue.goesOnIn!.id)
  issue.regroupedAt = ctx.now
  await ctx.em.execute(
    `insert into compacts.issue_raiser (issue_id, resident, via, "at")
     select ?::uuid, r.resident, ?::uuid, ?::timestamptz from (select ?::uuid as resident union select resident from compacts.issue_raiser where issue_id = ?) r
      where r.resident <> ?::uuid on conflict do nothing`,
    [target.id, issue.id, ctx.now, issue.author, issue.id, target.author],
  )
  await offerSupport(ctx, issue.id, target.id)
  await note(ctx, target, 'MERGED_IN', { other: issue.number, title: issue.title })
  const words = text(
    `议题“${issue.title}”已合并到“${target.title}”。原文和留言保留，是否继续支持请重新表态。`,
    `“${issue.title}” goes on in “${target.title}”. Its text and comments are kept; please say anew whether you support it.`,
  )
  ctx.loaders.clear()
  await tellOf(ctx, target, `MERGED:${issue.id}`, words, await followersOf(ctx, [issue.id, target.id]))
}

/** Every part begins as an issue of its own, of the same author, and is screened by itself. */
export const part = async (issue: Issue, ctx: Context): Promise<void> => {
  await settle(ctx)
  issue.regroupedAt = ctx.now
  const followers = await followersOf(ctx, [issue.id])
  for (const { title, body } of issue.partTexts!) {
    const made = ctx.em.create(Issue, {
      id: uuidv7(),
      division: issue.division,
      status: 'SUBMITTED',
      title,
      body,
      author: issue.author,
      raisedBy: issue.raisedBy,
      naming: issue.naming,
      publicName: issue.publicName,
      isOnBehalf: issue.isOnBehalf,
      consent: issue.consent,
      number: await nextNumber(ctx, issue.division),
      splitFrom: issue,
      createdAt: ctx.now,
      submittedAt: ctx.now,
      standsSince: ctx.now,
      repliedAt: ctx.now,
      dueAt: limitFrom(ctx, 'ISSUE_SCREENING', issue),
      screeningDueAt: limitFrom(ctx, 'ISSUE_SCREENING', issue),
    })
    await begin(ctx, issueMachine, made, { title, resident: issue.author, data: { other: issue.number } })
    await settle(ctx)
    await ctx.em.execute(
      `insert into compacts.issue_raiser (issue_id, resident, via, "at") select ?::uuid, resident, ?::uuid, ?::timestamptz from compacts.issue_raiser where issue_id = ?`,
      [made.id, issue.id, ctx.now, issue.id],
    )
    await offerSupport(ctx, issue.id, made.id)
    const words = text(
      `议题“${issue.title}”已拆分，其中一件为“${title}”，是否支持请重新表态。`,
      `“${issue.title}” was split; one part is “${title}”. Please say anew whether you support it.`,
    )
    await tellOf(ctx, made, 'SPLIT', words, followers)
  }
}

/** What came over by a merger goes back; what people wrote stays where it was written. */
const takeBack = async (ctx: Context, target: string, via: string): Promise<void> => {
  await ctx.em.execute('delete from compacts.issue_raiser where issue_id = ? and via = ?', [target, via])
  await ctx.em.execute(
    `delete from compacts.issue_support s using compacts.support_offer o
      where o.issue_id = s.issue_id and o.resident = s.resident and s.issue_id = ? and o.via = ? and o.is_taken`,
    [target, via],
  )
  await ctx.em.execute('delete from compacts.support_offer where issue_id = ? and via = ?', [target, via])
}

export const restore = async (issue: Issue, ctx: Context): Promise<void> => {
  await settle(ctx)
  const parts = issue.partTexts ? await ctx.em.find(Issue, { splitFrom: issue.id }, { orderBy: { id: 'asc' } }) : []
  const others = issue.goesOnIn ? [issue.goesOnIn.id] : parts.map(({ id }) => id)
  const words = text(`议题“${issue.title}”已恢复，单独继续。`, `“${issue.title}” goes on by itself again.`)
  const followers = await followersOf(ctx, [issue.id, ...others])
  for (const id of others) {
    const other = await hold(ctx, Issue, issueMachine.label, id)
    await takeBack(ctx, id, issue.id)
    await note(ctx, other, 'RESTORED_FROM', { other: issue.number })
    if (other.splitFrom && !issueMachine.states[other.status].final) await recall(bySystem(ctx), other)
  }
  over(issue, ctx)
  await tellOf(ctx, issue, 'RESTORED', words, followers)
}

/** A part of an issue that is whole again is withdrawn, wherever it stands. */
const recall = async (ctx: Context, made: Issue): Promise<void> => {
  await settle(ctx)
  await act(ctx, issueMachine, made, 'RECALL', await issueFacts(ctx, made), { title: made.title, resident: made.author })
  made.standsSince = ctx.now
}
