// Files of an issue: hung on it by those who raise or handle it, taken off a draft, hidden with a reason afterwards.
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql'
import { Needs, SignedIn } from '../shared/access.ts'
import { grouped, many, take, type Context } from '../shared/context.ts'
import { badInput, forbidden, notFound, refused } from '../shared/errors.ts'
import { record } from '../shared/event.ts'
import { text } from '../shared/words.ts'
import { attach } from './attachment.acts.ts'
import { Attachment } from './attachment.entity.ts'
import { linkTo } from './file.links.ts'
import { Issue } from './issue.entity.ts'
import { raisersOf } from './issue.facts.ts'
import { issueMachine } from './issue.machine.ts'
import { unnamed } from './naming.ts'
import { COMMITTEE, holdsAt, OVERSEERS } from './rights.ts'
import { LINE, said } from './said.ts'

const what = issueMachine.label
const NAME = text('文件', 'File')

@Resolver(() => Issue)
export class IssueAttachmentResolver {
  @Needs('id')
  @FieldResolver(() => [Attachment], { description: 'Files that hang on it, oldest first.' })
  async attachments(@Ctx() ctx: Context, @Root() { id }: Issue): Promise<Attachment[]> {
    const all = await many(ctx, 'issue.attachments', id, async (ids) =>
      grouped(
        await ctx.em.find(Attachment, { record: { $in: ids } }, { orderBy: { at: 'asc', id: 'asc' } }),
        ({ record: of }) => of,
      ),
    )
    return all ?? []
  }

  @SignedIn()
  @Mutation(() => Issue, {
    description:
      'Hangs an uploaded file on the issue, by the receipt its upload was answered with. Authors, and officers of the committee.',
  })
  async attachToIssue(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('file', () => String) receipt: string,
  ) {
    const issue = await take(ctx, Issue, what, id, expectedVersion)
    const isTheirs = await isAuthor(ctx, issue)
    if (!isTheirs && !holdsAt(ctx.actor, COMMITTEE, issue.division)) throw forbidden()
    if (issueMachine.states[issue.status].final)
      throw refused(text('已办结的议题不再添加附件。', 'Nothing is added to an issue that is over.'))
    const { name } = await attach(ctx, issue, receipt)
    await note(unnamed(ctx, issue.naming, isTheirs), issue, 'ATTACH', { file: name })
    return issue
  }

  @SignedIn()
  @Mutation(() => Issue, {
    description: 'Takes a file off a draft; later the committee hides it, with a reason that everybody reads, and it is kept.',
  })
  async detachFromIssue(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('attachment', () => ID) attachment: string,
    @Arg('reason', () => String, { nullable: true }) reason?: string,
  ) {
    const issue = await take(ctx, Issue, what, id, expectedVersion)
    const found = await ctx.em.findOne(Attachment, { id: attachment, record: id })
    if (!found) throw notFound(NAME)
    const isTheirs = await isAuthor(ctx, issue)
    if (issue.status === 'DRAFT') {
      if (!isTheirs && issue.raisedBy !== ctx.actor.id) throw forbidden()
      ctx.em.remove(found)
      await ctx.jobs.publish(ctx, 'FilesDropped', { ids: [found.file] })
    } else {
      if (!holdsAt(ctx.actor, COMMITTEE, issue.division)) throw forbidden()
      if (found.hiddenFor) throw badInput(text('这个文件已隐藏。', 'The file is hidden already.'), { field: 'attachment' })
      found.hiddenFor = said(reason ?? '', 'reason', LINE)
    }
    await note(unnamed(ctx, issue.naming, isTheirs), issue, 'DETACH', { file: found.name }, reason)
    return issue
  }
}

const isAuthor = async (ctx: Context, issue: Issue): Promise<boolean> =>
  ctx.actor.resident !== null && (await raisersOf(ctx, issue)).includes(ctx.actor.resident)

const note = (ctx: Context, issue: Issue, action: string, data: object, reason?: string): Promise<void> =>
  record(ctx, issue, { type: 'Issue', action, from: issue.status, to: issue.status, title: issue.title, data, reason })

@Resolver(() => Attachment)
export class AttachmentResolver {
  @Needs('file', 'hiddenFor', 'account', 'division')
  @FieldResolver(() => String, {
    nullable: true,
    description: 'Where it can be fetched for a quarter of an hour, without a token; null when it is hidden from the caller.',
  })
  url(@Ctx() ctx: Context, @Root() { file, hiddenFor, account, division }: Attachment): Promise<string> | null {
    const sees = !hiddenFor || account === ctx.actor.id || holdsAt(ctx.actor, OVERSEERS, division)
    return sees ? linkTo(ctx, file) : null
  }
}
