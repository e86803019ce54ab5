// What is said about an issue: written, hidden with a reason, contested, shown again.
import { Arg, Args, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { Needs, SignedIn } from '../shared/access.ts'
import { find, grouped, many, take, type Context } from '../shared/context.ts'
import { notFound, refused } from '../shared/errors.ts'
import { act, begin, Event, EventsArgs, eventsOf } from '../shared/event.ts'
import { text } from '../shared/words.ts'
import { Issue } from './issue.entity.ts'
import { ledOn } from './issue.goesOn.ts'
import { issueMachine, type IssueStatus } from './issue.machine.ts'
import { IssueComment, issueCommentTypes } from './issueComment.entity.ts'
import { issueCommentMachine, type IssueCommentAction } from './issueComment.machine.ts'
import type { CommentFacts } from './issueComment.rules.ts'
import { Naming, nameOr, publicNameOf, unnamed } from './naming.ts'
import { COMMITTEE, holdsAt, OVERSEERS, relationsOf, residentAt } from './rights.ts'
import { said } from './said.ts'
import { tell } from './telling.ts'
import { uuids } from './transaction.ts'

const what = issueCommentMachine.label
/** Longest comment. */
const COMMENT = 1_000
const CLOSED = new Set<IssueStatus>(['DRAFT', 'REJECTED', 'APPEALED', 'REFERRED', 'SPLIT', 'CONCLUDED', 'WITHDRAWN', 'SUSPENDED'])

const factsOf = (
  ctx: Context,
  { author, hiddenBy, hasContested }: IssueComment,
): CommentFacts & { relations: ReturnType<typeof relationsOf> } => ({
  relations: relationsOf(ctx.actor, { author }),
  isHider: hiddenBy !== null && hiddenBy === ctx.actor.id,
  hasContested,
})

@Resolver(() => IssueComment)
export class IssueCommentResolver {
  @SignedIn()
  @Mutation(() => IssueComment, {
    description:
      'Says something about an issue: residents of the community, and its committee under their own names. What is addressed to a merged issue is said of the one it goes on in.',
  })
  async commentOnIssue(
    @Ctx() ctx: Context,
    @Arg('issue', () => ID) id: string,
    @Arg('body', () => String) body: string,
    @Arg('naming', () => Naming, { defaultValue: Naming.OFFICERS }) naming: Naming,
  ): Promise<IssueComment> {
    const issue = await ledOn(ctx, await find(ctx, Issue, id))
    if (!issue) throw notFound(issueMachine.label)
    if (CLOSED.has(issue.status)) throw refused(text('本阶段不接受留言。', 'Comments are not taken at this stage.'))
    const isOfficer = holdsAt(ctx.actor, COMMITTEE, issue.division)
    const author = isOfficer ? null : residentAt(ctx, issue.division)
    const made = ctx.em.create(IssueComment, {
      id: uuidv7(),
      division: issue.division,
      issue,
      addressedTo: issue.id === id ? null : id,
      author,
      account: ctx.actor.id!,
      naming: isOfficer ? Naming.PUBLIC : naming,
      publicName: isOfficer ? ctx.actor.name : publicNameOf(ctx, naming),
      body: said(body, 'body', COMMENT),
      at: ctx.now,
    })
    const told = { title: issue.title, resident: author }
    await begin(unnamed(ctx, naming, !isOfficer), issueCommentMachine, made, told, isOfficer ? 'COMMITTEE_MEMBER' : 'AUTHOR')
    return made
  }

  @SignedIn()
  @Mutation(() => IssueComment, { description: 'Takes an action of the comment workflow. The reason for hiding is public.' })
  async actOnIssueComment(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('action', () => issueCommentTypes.Action) action: IssueCommentAction,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('reason', () => String, { nullable: true }) reason?: string,
  ): Promise<IssueComment> {
    const comment = await take(ctx, IssueComment, what, id, expectedVersion)
    const issue = await ctx.em.findOneOrFail(Issue, { id: comment.issue.id })
    const facts = factsOf(ctx, comment)
    const isTheirs = facts.relations.includes('AUTHOR')
    const told = { title: issue.title, reason, resident: comment.author }
    await act(unnamed(ctx, comment.naming, isTheirs), issueCommentMachine, comment, action, facts, told)
    if (action === 'HIDE') Object.assign(comment, { hiddenFor: reason!.trim(), hiddenBy: ctx.actor.id })
    if (action === 'CONTEST') comment.hasContested = true
    if (action === 'SHOW') Object.assign(comment, { hiddenFor: null, hiddenBy: null })
    if (!isTheirs) {
      const { label } = issueCommentMachine.states[comment.status]
      await tell(ctx, {
        type: 'Issue',
        stream: issue.id,
        division: issue.division,
        cause: `COMMENT:${id}:${comment.version}`,
        words: text(
          `您在议题“${issue.title}”下的留言：${label.zh}（${reason}）。`,
          `Your comment on “${issue.title}”: ${label.en.toLowerCase()} (${reason}).`,
        ),
        residents: [comment.author],
      })
    }
    return comment
  }

  @Needs('status', 'body', 'author', 'division')
  @FieldResolver(() => String, {
    nullable: true,
    description:
      'What was said; null where it is hidden or taken back, save for its writer, the committee, supervision and audit.',
  })
  body(@Ctx() { actor }: Context, @Root() { status, body, author, division }: IssueComment): string | null {
    const isTheirs = author !== null && author === actor.resident
    return status === 'SHOWN' || isTheirs || holdsAt(actor, OVERSEERS, division) ? body : null
  }

  @Needs('author', 'publicName', 'naming', 'status')
  @FieldResolver(() => String, { description: "The writer's name where it is public, else what they are." })
  authorName(@Ctx() { actor }: Context, @Root() { publicName, naming }: IssueComment): string {
    return nameOr(publicName, naming, actor)
  }

  @Needs('author')
  @FieldResolver(() => Boolean, { description: 'The committee speaks, not a resident.' })
  isOfficial(@Root() { author }: IssueComment): boolean {
    return author === null
  }

  @Needs('author')
  @FieldResolver(() => Boolean, { description: 'The caller wrote it.' })
  isMine(@Ctx() { actor }: Context, @Root() { author }: IssueComment): boolean {
    return author !== null && author === actor.resident
  }

  @Needs('addressedTo')
  @FieldResolver(() => Issue, { nullable: true, description: 'The merged issue it was addressed to.' })
  addressedTo(@Ctx() ctx: Context, @Root() { addressedTo }: IssueComment) {
    return addressedTo && find(ctx, Issue, addressedTo)
  }

  @Needs('issue')
  @FieldResolver(() => Issue)
  issue(@Ctx() ctx: Context, @Root() { issue }: IssueComment) {
    return find(ctx, Issue, issue.id)
  }

  @Needs('status', 'division', 'author', 'hiddenBy', 'hasContested', 'previousStatus')
  @FieldResolver(() => [issueCommentTypes.Offer])
  offers(@Ctx() ctx: Context, @Root() comment: IssueComment) {
    const { status, division } = comment
    return issueCommentMachine.offers({ ...factsOf(ctx, comment), status, division }, ctx.actor, ctx.now)
  }

  @Needs('id')
  @FieldResolver(() => [Event])
  events(@Ctx() ctx: Context, @Root() { id }: IssueComment, @Args(() => EventsArgs) { last }: EventsArgs) {
    return eventsOf(ctx, id, last)
  }
}

@Resolver(() => Issue)
export class IssueCommentsResolver {
  @Needs('id')
  @FieldResolver(() => [IssueComment], {
    description: 'What was said about it, oldest first, 500 at most; and about the issues that were merged into it.',
  })
  async comments(@Ctx() ctx: Context, @Root() { id }: Issue): Promise<IssueComment[]> {
    const all = await many(ctx, 'issue.comments', id, async (ids) => {
      const sources = await ctx.em.execute<{ id: string; into: string }[]>(
        `select id, goes_on_in_id as into from compacts.issue where goes_on_in_id = any(?::uuid[]) and status = 'MERGED'
         union all select id, id from compacts.issue where id = any(?::uuid[])`,
        [uuids(ids), uuids(ids)],
      )
      const rows = await ctx.em.find(
        IssueComment,
        { issue: { $in: sources.map((source) => source.id) } },
        { orderBy: { at: 'asc', id: 'asc' }, limit: 500 * ids.length },
      )
      return grouped(
        sources.flatMap(({ id: of, into }) => rows.filter((row) => row.issue.id === of).map((row) => ({ into, row }))),
        ({ into }) => into,
      )
    })
    return (all ?? []).map(({ row }) => row).toSorted((a, b) => a.at.getTime() - b.at.getTime() || a.id.localeCompare(b.id))
  }

  @Needs('id')
  @FieldResolver(() => Int, { description: 'Comments that are shown.' })
  async commentCount(@Ctx() ctx: Context, @Root() { id }: Issue): Promise<number> {
    const counted = await many(ctx, 'issue.commentCount', id, async (ids) => {
      const rows = await ctx.em.execute<{ issue: string; count: number }[]>(
        `select issue_id as issue, count(*)::int as count from compacts.issue_comment where issue_id = any(?::uuid[]) and status = 'SHOWN' group by 1`,
        [uuids(ids)],
      )
      return new Map(rows.map(({ issue, count }) => [issue, count]))
    })
    return counted ?? 0
  }
}
