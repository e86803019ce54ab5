// Residents behind an issue: who supports it, who is asked to, who raises it with others, and how far they are named.
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { For, Needs } from '../shared/access.ts'
import { find, many, take, type Context } from '../shared/context.ts'
import { forbidden, notFound, refused } from '../shared/errors.ts'
import { record } from '../shared/event.ts'
import { text } from '../shared/words.ts'
import { Issue } from './issue.entity.ts'
import { raisersOf } from './issue.facts.ts'
import { ledOn } from './issue.goesOn.ts'
import { issueMachine } from './issue.machine.ts'
import { Naming, nameOr, publicNameOf, renamed } from './naming.ts'
import { residentAt } from './rights.ts'
import { settle, uuids } from './transaction.ts'

const what = issueMachine.label

/** The issues, of those asked about, that a table says something of for the caller. */
const mine = async (ctx: Context, name: string, id: string, sql: string): Promise<boolean> => {
  const { resident } = ctx.actor
  if (!resident) return false
  const found = await many(ctx, name, id, async (ids) => {
    const rows = await ctx.em.execute<{ issue: string }[]>(sql, [uuids(ids), resident])
    return new Map(rows.map(({ issue }) => [issue, true]))
  })
  return found ?? false
}

@Resolver(() => Issue)
export class IssueSupportResolver {
  @Needs('id')
  @FieldResolver(() => Int, { description: 'Residents who support it.' })
  async supportCount(@Ctx() ctx: Context, @Root() { id }: Issue): Promise<number> {
    const counted = await many(ctx, 'issue.supports', id, async (ids) => {
      const rows = await ctx.em.execute<{ issue: string; count: number }[]>(
        'select issue_id as issue, count(*)::int as count from compacts.issue_support where issue_id = any(?::uuid[]) group by 1',
        [uuids(ids)],
      )
      return new Map(rows.map(({ issue, count }) => [issue, count]))
    })
    return counted ?? 0
  }

  @Needs('id')
  @FieldResolver(() => Boolean, { description: 'Whether the caller supports it.' })
  isSupported(@Ctx() ctx: Context, @Root() { id }: Issue): Promise<boolean> {
    const sql = 'select issue_id as issue from compacts.issue_support where issue_id = any(?::uuid[]) and resident = ?'
    return mine(ctx, 'issue.supported', id, sql)
  }

  @Needs('id')
  @FieldResolver(() => Boolean, {
    description:
      'Whether the caller, who supported an issue that goes on in this one, is asked whether they support this one too.',
  })
  isSupportAsked(@Ctx() ctx: Context, @Root() { id }: Issue): Promise<boolean> {
    const sql =
      'select issue_id as issue from compacts.support_offer where issue_id = any(?::uuid[]) and resident = ? and is_taken is null'
    return mine(ctx, 'issue.supportAsked', id, sql)
  }

  @Needs('id', 'author')
  @FieldResolver(() => Int, { description: 'Residents who raise it, its author among them.' })
  async raiserCount(@Ctx() ctx: Context, @Root() issue: Issue): Promise<number> {
    return (await raisersOf(ctx, issue)).length
  }

  @Needs('publicName', 'naming')
  @FieldResolver(() => String, { description: "The author's name where it is public, else what they are." })
  authorName(@Ctx() ctx: Context, @Root() { publicName, naming }: Issue): string {
    return nameOr(publicName, naming, ctx.actor)
  }

  @For('RESIDENT')
  @Query(() => [Issue], {
    description: 'Issues the caller is asked to support anew, because one they supported goes on in them.',
  })
  async issuesAskingSupport(@Ctx() ctx: Context): Promise<Issue[]> {
    const rows = await ctx.em.execute<{ id: string }[]>(
      'select issue_id as id from compacts.support_offer where resident = ? and is_taken is null order by "at", issue_id limit 100',
      [ctx.actor.resident],
    )
    return ctx.em.find(Issue, { id: { $in: rows.map(({ id }) => id) } })
  }

  @For('RESIDENT')
  @Mutation(() => Issue, {
    description:
      'Stands behind an issue, or no longer. Doing it again changes nothing. What is said of a merged issue counts for the one it goes on in, which is answered.',
  })
  async supportIssue(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('support', () => Boolean, { defaultValue: true }) support: boolean,
  ) {
    const issue = await ledOn(ctx, await find(ctx, Issue, id))
    if (!issue) throw notFound(what)
    const resident = residentAt(ctx, issue.division)
    if (!['SUBMITTED', 'DELIBERATING'].includes(issue.status))
      throw refused(text('本阶段不再接受支持。', 'Support is no longer taken at this stage.'))
    if (support)
      await ctx.em.execute(
        'insert into compacts.issue_support (issue_id, resident, "at") values (?, ?, ?) on conflict do nothing',
        [issue.id, resident, ctx.now],
      )
    else await ctx.em.execute('delete from compacts.issue_support where issue_id = ? and resident = ?', [issue.id, resident])
    await ctx.em.execute('update compacts.support_offer set is_taken = ? where issue_id = ? and resident = ?', [
      support,
      issue.id,
      resident,
    ])
    ctx.loaders.clear()
    return issue
  }

  @For('RESIDENT')
  @Mutation(() => Issue, {
    description: 'Leaves an issue to those who raise it with the caller; the last one withdraws it instead.',
  })
  async stepBackFromIssue(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
  ) {
    const issue = await take(ctx, Issue, what, id, expectedVersion)
    const raisers = await raisersOf(ctx, issue)
    const { resident } = ctx.actor
    if (!resident || !raisers.includes(resident)) throw forbidden()
    const next = raisers.find((one) => one !== resident)
    if (!next) throw refused(text('没有其他提出人，请直接撤回。', 'Nobody else raises it; withdraw it instead.'))
    const isFirst = issue.author === resident
    await ctx.em.execute('delete from compacts.issue_raiser where issue_id = ? and resident = ?', [id, isFirst ? next : resident])
    // Whoever takes its place has not said how far they are named.
    if (isFirst) Object.assign(issue, { author: next, naming: Naming.OFFICERS, publicName: null })
    await record(ctx, issue, {
      type: 'Issue',
      action: 'STEP_BACK',
      from: issue.status,
      to: issue.status,
      as: 'AUTHOR',
      title: issue.title,
    })
    await settle(ctx)
    return issue
  }

  @For('RESIDENT')
  @Mutation(() => Issue, {
    description:
      'Changes how far the author is named. It holds at once wherever the name is shown; who has read it or was sent it already cannot be made to forget.',
  })
  async nameIssueAuthor(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('naming', () => Naming) naming: Naming,
  ) {
    const issue = await take(ctx, Issue, what, id, expectedVersion)
    if (!ctx.actor.resident || issue.author !== ctx.actor.resident) throw forbidden()
    renamed(issue.naming, naming)
    if (issue.naming === naming) return issue
    Object.assign(issue, { naming, publicName: publicNameOf(ctx, naming) })
    await record(ctx, issue, {
      type: 'Issue',
      action: 'RENAME',
      from: issue.status,
      to: issue.status,
      as: 'AUTHOR',
      title: issue.title,
    })
    return issue
  }
}
