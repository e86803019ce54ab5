// Raising an issue and carrying it on: load, ask the machine, assign, record.
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For, SignedIn } from '../shared/access.ts'
import type { Context } from '../shared/context.ts'
import { badInput, refused } from '../shared/errors.ts'
import { begin, record } from '../shared/event.ts'
import { text } from '../shared/words.ts'
import { actIssue } from './issue.acts.ts'
import { Issue, IssueSupport, issueTypes, RejectionCode } from './issue.entity.ts'
import { issueFacts, takeIssue } from './issue.facts.ts'
import { AcceptInput, EvaluationInput, IssueInput, IssueRevision } from './issue.inputs.ts'
import { issueMachine, type IssueAction } from './issue.machine.ts'
import { FREE_EDIT_MINUTES, voteOpened } from './issue.rules.ts'
import { similarTo } from './issueSimilar.ts'
import { Naming, publicNameOf, unnamed } from './naming.ts'
import { COMMITTEE, mustHold, mustNotCarry, residentAt } from './rights.ts'
import { onRoll } from './roll.messages.ts'
import { LINE, said } from './said.ts'
import { tell } from './telling.ts'
import { bySystem, settle } from './transaction.ts'

@Resolver()
export class IssueStepResolver {
  @SignedIn()
  @Mutation(() => Issue, {
    description: 'Begins a draft: residents for themselves, committee officers for a resident on the roll.',
  })
  async createIssue(@Ctx() ctx: Context, @Arg('input', () => IssueInput) input: IssueInput) {
    const { division, body, naming = Naming.OFFICERS } = input
    const title = said(input.title, 'title', LINE)
    if (input.author && naming !== Naming.OFFICERS)
      throw badInput(
        text('代为登记的议题只向居委会显示提出人。', 'Entered for somebody, it names its author to the committee only.'),
        { field: 'naming' },
      )
    const consent = input.author ? said(input.consent ?? '', 'consent', LINE) : null
    if (input.author) mustHold(ctx, COMMITTEE, division)
    const author = input.author ?? residentAt(ctx, division)
    if (input.author && !(await onRoll(ctx, author, division)))
      throw refused(text('该居民不在本社区名册中。', 'The resident is not on the roll of this community.'))
    const issue = ctx.em.create(Issue, {
      id: uuidv7(),
      division,
      title,
      body: body.trim(),
      author,
      raisedBy: ctx.actor.id!,
      naming,
      publicName: publicNameOf(ctx, naming),
      isOnBehalf: !!input.author,
      consent,
      createdAt: ctx.now,
      standsSince: ctx.now,
    })
    const as = input.author ? 'COMMITTEE_MEMBER' : 'AUTHOR'
    const told = { title, resident: author, ...(consent && { data: { consent } }) }
    await begin(unnamed(ctx, naming, !input.author), issueMachine, issue, told, as)
    if (input.author)
      await tell(ctx, {
        type: 'Issue',
        stream: issue.id,
        division,
        cause: 'ON_BEHALF',
        words: text(
          `居委会代您登记了议题“${title}”（${consent}）。如有出入，请联系居委会。`,
          `The committee entered the issue “${title}” for you (${consent}). Tell them if that is not so.`,
        ),
        residents: [author],
      })
    return issue
  }

  @SignedIn()
  @Mutation(() => Issue, { description: 'Changes title and text; after submission the earlier wording stays in the history.' })
  async reviseIssue(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => IssueRevision) input: IssueRevision,
  ) {
    const issue = await takeIssue(ctx, id, expectedVersion)
    const facts = await issueFacts(ctx, issue)
    if (!facts.relations.includes('AUTHOR') && issue.raisedBy !== ctx.actor.id)
      throw refused(text('只有提出人可以修改。', 'Only the author may revise it.'))
    const blocked = ['DRAFT', 'SUBMITTED', 'RETURNED', 'DELIBERATING', 'NOT_ADOPTED'].includes(issue.status)
      ? voteOpened(
          { ...facts, status: issue.status, division: issue.division, ...(issue.status === 'NOT_ADOPTED' ? { vote: null } : {}) },
          ctx.now,
        )
      : text('本阶段不能再修改议题。', 'It can no longer be revised at this stage.')
    if (blocked) throw refused(blocked)
    const before = { title: issue.title, body: issue.body }
    const [title, body] = [said(input.title, 'title', LINE), input.body.trim()]
    if (before.title === title && before.body === body) return issue
    Object.assign(issue, { title, body, revisedAt: ctx.now })
    await record(unnamed(ctx, issue.naming, facts.relations.includes('AUTHOR')), issue, {
      type: 'Issue',
      action: 'REVISE',
      from: issue.status,
      to: issue.status,
      as: 'AUTHOR',
      title: issue.title,
      // A draft is its author's own; its earlier wordings are nobody's business.
      ...(!(await isFree(ctx, issue)) && { data: { before, after: { title, body } } }),
    })
    return issue
  }

  @SignedIn()
  @Mutation(() => Issue, { description: 'Takes an action of the issue workflow that carries no data.' })
  async actOnIssue(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('action', () => issueTypes.Action) action: IssueAction,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('reason', () => String, { nullable: true }) reason?: string,
  ) {
    mustNotCarry(issueMachine, action)
    const issue = await takeIssue(ctx, id, expectedVersion)
    const similar = action === 'SUBMIT' ? await similarTo(ctx, issue.division, issue.title, id) : []
    await actIssue(ctx, issue, action, {
      reason,
      ...(similar.length && { data: { similar: similar.map((one) => `${one.number} ${one.title}`) } }),
    })
    if (action === 'AGREE_MERGE' || action === 'AGREE_SPLIT') await consent(ctx, issue)
    return issue
  }

  @For(...COMMITTEE)
  @Mutation(() => Issue, { description: 'The first reply to the author, due within 15 hours.' })
  async replyToIssue(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('reply', () => String) reply: string,
  ) {
    const issue = await takeIssue(ctx, id, expectedVersion)
    await actIssue(ctx, issue, 'REPLY', { data: { reply: said(reply, 'reply') } })
    issue.reply = reply.trim()
    return issue
  }

  @For('COMMITTEE_SECRETARY')
  @Mutation(() => Issue, { description: 'Takes the issue up (立题) with its class and who leads it.' })
  async acceptIssue(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => AcceptInput) input: AcceptInput,
  ) {
    const issue = await takeIssue(ctx, id, expectedVersion)
    Object.assign(issue, { ...input, lead: input.lead.trim() })
    return actIssue(ctx, issue, 'ACCEPT', { data: input })
  }

  @For('COMMITTEE_SECRETARY')
  @Mutation(() => Issue, { description: 'Does not take the issue up; code and reason are public.' })
  async rejectIssue(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('code', () => RejectionCode) code: RejectionCode,
    @Arg('reason', () => String) reason: string,
  ) {
    const issue = await takeIssue(ctx, id, expectedVersion)
    issue.rejectionCode = code
    return actIssue(ctx, issue, 'REJECT', { reason, data: { code } })
  }

  @For('PARTY_BRANCH')
  @Mutation(() => Issue, { description: 'What the community Party organisation found (居委会组织法第三十条).' })
  async recordPartyStudy(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('opinion', () => String) opinion: string,
  ) {
    const issue = await takeIssue(ctx, id, expectedVersion)
    issue.partyOpinion = said(opinion, 'opinion')
    return actIssue(ctx, issue, 'RECORD_STUDY', { data: { opinion: opinion.trim() } })
  }

  @For('SUPERVISION_MEMBER')
  @Mutation(() => Issue, { description: 'What the survey of the households concerned said.' })
  async recordEvaluation(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => EvaluationInput) input: EvaluationInput,
  ) {
    const { answers, satisfied, households } = input
    if (answers < 0 || satisfied < 0 || satisfied > answers || answers > households || households < 1)
      throw badInput(
        text('满意数不超过答卷数，答卷数不超过所涉户数。', 'No more satisfied than answers, no more answers than households.'),
        { field: 'input' },
      )
    const issue = await takeIssue(ctx, id, expectedVersion)
    Object.assign(issue, { answers, satisfied, households })
    return actIssue(ctx, issue, 'RECORD_EVALUATION', { data: input })
  }
}

/** Whether it may be reworded without a trace: a draft, or handed in just now and supported by nobody. */
const isFree = async (ctx: Context, { id, status, submittedAt }: Issue): Promise<boolean> => {
  if (status === 'DRAFT') return true
  const age = submittedAt ? ctx.now.getTime() - submittedAt.getTime() : Infinity
  if (status !== 'SUBMITTED' || age > FREE_EDIT_MINUTES * 60_000) return false
  return (await ctx.em.count(IssueSupport, { issue: id })) === 0
}

/** An author agreed; when all have, nothing is waited for. */
const consent = async (ctx: Context, issue: Issue): Promise<void> => {
  await ctx.em.execute('insert into compacts.issue_consent (issue_id, resident, "at") values (?, ?, ?) on conflict do nothing', [
    issue.id,
    ctx.actor.resident,
    ctx.now,
  ])
  await settle(ctx)
  const { unanswered } = await issueFacts(ctx, issue)
  if (!unanswered) await actIssue(bySystem(ctx), issue, issue.status === 'MERGE_PROPOSED' ? 'MERGE' : 'PART')
}
