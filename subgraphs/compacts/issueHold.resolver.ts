// A note that somebody is working on an issue. It ends by itself, anyone of the same office may take it over, and it stops nobody:
// what two people save at once is still told apart by its version.
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql'
import { For, Needs } from '../shared/access.ts'
import { find, hold, many, type Context } from '../shared/context.ts'
import { notFound } from '../shared/errors.ts'
import { record } from '../shared/event.ts'
import { Issue } from './issue.entity.ts'
import { issueMachine } from './issue.machine.ts'
import { Held, IssueHold } from './issueHold.entity.ts'
import { mustHold, OFFICERS } from './rights.ts'

export const HOLD_MINUTES = 5
const what = issueMachine.label

@Resolver(() => Issue)
export class IssueHoldResolver {
  @For(...OFFICERS)
  @Needs('id')
  @FieldResolver(() => Held, { nullable: true, description: 'Who is working on it; null when nobody is.' })
  async held(@Ctx() ctx: Context, @Root() { id }: Issue): Promise<Held | null> {
    const found = await many(ctx, 'issue.held', id, async (ids) => {
      const rows = await ctx.em.find(IssueHold, { issue: { $in: ids }, until: { $gt: ctx.now } })
      return new Map(rows.map((row) => [row.issue, row]))
    })
    return found && { by: found.name, until: found.until, isMine: found.account === ctx.actor.id }
  }

  @For(...OFFICERS)
  @Mutation(() => Issue, {
    description: `Says that the caller works on the issue, for ${HOLD_MINUTES} minutes from now. While somebody else does, it changes nothing unless it is taken over, which is written into the history.`,
  })
  async holdIssue(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('takeOver', () => Boolean, { defaultValue: false }) takeOver: boolean,
  ): Promise<Issue> {
    const issue = takeOver ? await hold(ctx, Issue, what, id) : await find(ctx, Issue, id)
    if (!issue) throw notFound(what)
    mustHold(ctx, OFFICERS, issue.division)
    const [before] = await ctx.em.execute<{ name: string; account: string }[]>(
      'select name, account from compacts.issue_hold where issue = ? and until > ?',
      [id, ctx.now],
    )
    await ctx.em.execute(
      `insert into compacts.issue_hold as h (issue, account, name, until) values (?, ?, ?, ?)
       on conflict (issue) do update set account = excluded.account, name = excluded.name, until = excluded.until
        where h.account = excluded.account or h.until <= ? or ?`,
      [id, ctx.actor.id, ctx.actor.name, new Date(ctx.now.getTime() + HOLD_MINUTES * 60_000), ctx.now, takeOver],
    )
    if (takeOver && before && before.account !== ctx.actor.id)
      await record(ctx, issue, {
        type: 'Issue',
        action: 'TAKE_OVER',
        from: issue.status,
        to: issue.status,
        title: issue.title,
        data: { heldBy: before.name },
      })
    return issue
  }

  @For(...OFFICERS)
  @Mutation(() => Issue, { description: 'Says that the caller has finished; nothing changes when somebody else works on it.' })
  async releaseIssue(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<Issue> {
    const issue = await find(ctx, Issue, id)
    if (!issue) throw notFound(what)
    await ctx.em.execute('delete from compacts.issue_hold where issue = ? and account = ?', [id, ctx.actor.id])
    return issue
  }
}
