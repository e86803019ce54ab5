// How the demo's issues come about: the same mutations the people of the committee would use, with a clock that is moved by hand.
import type { Actor } from '../shared/actor.ts'
import type { Context } from '../shared/context.ts'
import type { Article, Compact } from './compact.entity.ts'
import { LEGALITY_CHECKS, type LegalityCheck } from './compact.rules.ts'
import { CompactStepResolver } from './compactStep.resolver.ts'
import { IssueScope, type Issue } from './issue.entity.ts'
import { IssueStepResolver } from './issueStep.resolver.ts'
import { IssueSupportResolver } from './issueSupport.resolver.ts'
import { Outcome, type Meeting } from './meeting.entity.ts'
import type { MeetingType } from './meeting.rules.ts'
import { MeetingStepResolver } from './meetingStep.resolver.ts'
import { PledgeBasis } from './pledge.entity.ts'
import { PledgeResolver } from './pledge.resolver.ts'
import type { Project } from './project.entity.ts'
import { ProjectResolver } from './project.resolver.ts'
import { HOME, person, somebody, type OFFICERS } from './seed.people.ts'
import { countVotes } from './sweeps.ts'
import { bySystem, settle } from './transaction.ts'
import { type Vote, VotePurpose } from './vote.entity.ts'
import { VoteStepResolver } from './voteStep.resolver.ts'

const steps = {
  issue: new IssueStepResolver(),
  support: new IssueSupportResolver(),
  meeting: new MeetingStepResolver(),
  vote: new VoteStepResolver(),
  project: new ProjectResolver(),
  compact: new CompactStepResolver(),
  pledge: new PledgeResolver(),
}

const HOUR = 3_600_000

/** One issue's story. Its clock only goes forward; every step is settled before the next. */
export class Story {
  now: Date

  constructor(
    readonly ctx: Context,
    daysAgo: number,
  ) {
    this.now = new Date(ctx.now.getTime() - daysAgo * 24 * HOUR)
  }

  later(days: number, hours = 0): this {
    this.now = new Date(this.now.getTime() + (days * 24 + hours) * HOUR)
    return this
  }

  after(days: number, hours = 0): Date {
    return new Date(this.now.getTime() + (days * 24 + hours) * HOUR)
  }

  /** Lets somebody do something now. */
  async by<T>(who: keyof typeof OFFICERS | number | Actor, work: (ctx: Context) => Promise<T>): Promise<T> {
    const done = await work({ ...this.ctx, actor: somebody(who), now: this.now, loaders: new Map() })
    await settle(this.ctx)
    return done
  }

  async draft(author: number, title: string, body: string): Promise<Issue> {
    return this.by(author, (ctx) => steps.issue.createIssue(ctx, { division: HOME, title, body }))
  }

  async raise(author: number, title: string, body: string, supporters: number[] = []): Promise<Issue> {
    const issue = await this.draft(author, title, body)
    await this.by(author, (ctx) => steps.issue.actOnIssue(ctx, issue.id, 'SUBMIT', issue.version))
    for (const n of supporters) await this.by(n, (ctx) => steps.support.supportIssue(ctx, issue.id, true))
    return issue
  }

  async reply(issue: Issue, words: string): Promise<void> {
    await this.by('member', (ctx) => steps.issue.replyToIssue(ctx, issue.id, issue.version, words))
  }

  async accept(issue: Issue, needsAssembly = true, scope = IssueScope.SELF_GOVERNANCE): Promise<void> {
    const input = { scope, lead: '示例委员', needsAssembly }
    await this.by('secretary', (ctx) => steps.issue.acceptIssue(ctx, issue.id, issue.version, input))
  }

  async act(
    who: keyof typeof OFFICERS | number,
    issue: Issue,
    ...[action, reason]: [Parameters<typeof steps.issue.actOnIssue>[2], string?]
  ): Promise<void> {
    await this.by(who, (ctx) => steps.issue.actOnIssue(ctx, issue.id, action, issue.version, reason))
  }

  async plan(
    issue: Issue,
    type: MeetingType,
    title: string,
    startsAt: Date,
    agenda: string[],
    compact?: Compact,
  ): Promise<Meeting> {
    const input = {
      type,
      title,
      startsAt,
      place: '顾村示例居委会活动室',
      agenda,
      ...(type === 'RESIDENTS' ? { basis: 'HOUSEHOLD' as const } : {}),
    }
    return this.by('secretary', (ctx) =>
      compact
        ? steps.meeting.planAssembly(ctx, compact.id, compact.version, input)
        : steps.meeting.planMeeting(ctx, issue.id, issue.version, input),
    )
  }

  async actMeeting(
    who: keyof typeof OFFICERS,
    meeting: Meeting,
    ...[action]: [Parameters<typeof steps.meeting.actOnMeeting>[2]]
  ): Promise<void> {
    await this.by(who, (ctx) => steps.meeting.actOnMeeting(ctx, meeting.id, action, meeting.version))
  }

  /** The chair checks in and opens; residents come. */
  async open(meeting: Meeting, guests: number[] = []): Promise<void> {
    for (const n of guests) await this.by(n, (ctx) => steps.meeting.attendMeeting(ctx, meeting.id))
    await this.by('chair', (ctx) => steps.meeting.attendMeeting(ctx, meeting.id))
    await this.actMeeting('chair', meeting, 'OPEN')
  }

  async publish(meeting: Meeting, minutes: string, results: string[], dissent?: string): Promise<void> {
    await this.later(0, 2).actMeeting('chair', meeting, 'CLOSE')
    const items = results.map((result, i) => ({
      position: i + 1,
      outcome: Outcome.CONSENSUS,
      result,
      ...(dissent && i === 0 ? { dissent } : {}),
    }))
    await this.later(1).by('member', (ctx) => steps.meeting.recordMinutes(ctx, meeting.id, meeting.version, { minutes, items }))
    await this.later(1).actMeeting('supervision', meeting, 'PUBLISH')
  }

  /** A consultation from notice to published minutes. */
  async consult(
    issue: Issue,
    type: MeetingType,
    title: string,
    agenda: string[],
    results: string[],
    guests: number[],
    dissent?: string,
  ): Promise<Meeting> {
    const meeting = await this.plan(issue, type, title, this.after(3), agenda)
    await this.actMeeting('secretary', meeting, 'NOTICE')
    await this.later(3).open(meeting, guests)
    await this.publish(meeting, `${title}于居委会活动室召开，居民代表和有关单位参加，会议情况如下（示例）。`, results, dissent)
    return meeting
  }

  async study(issue: Issue): Promise<void> {
    await this.by('party', (ctx) =>
      steps.issue.recordPartyStudy(ctx, issue.id, issue.version, '经社区党组织研究讨论，同意提交居民会议表决。'),
    )
  }

  /** The residents' meeting, noticed eleven days ahead; on its day it is open. */
  async assemble(issue: Issue, title: string, topic: string, compact?: Compact): Promise<Meeting> {
    const meeting = await this.plan(issue, 'RESIDENTS', title, this.after(11), [topic], compact)
    await this.actMeeting('secretary', meeting, 'NOTICE')
    await this.later(11).open(meeting)
    return meeting
  }

  async vote(
    meeting: Meeting,
    proposal: string,
    share: { agree: number; disagree: number; abstain: number },
    purpose = VotePurpose.DECISION,
  ): Promise<Vote> {
    const input = { purpose, proposal, manner: 'OVER_PERIOD' as const, opensAt: this.now, closesAt: this.after(3) }
    const vote = await this.by('chair', (ctx) => steps.vote.draftVote(ctx, meeting.id, input))
    await this.by('chair', (ctx) => steps.vote.actOnVote(ctx, vote.id, 'ARM', vote.version))
    await this.by('chair', (ctx) => steps.vote.actOnVote(ctx, vote.id, 'OPEN', vote.version))
    await this.later(0, 1).cast(vote, share)
    return vote
  }

  /** Shares in per cent of the frozen electorate. */
  private async cast(vote: Vote, share: { agree: number; disagree: number; abstain: number }): Promise<void> {
    const electors = await this.ctx.em.execute<{ resident: string }[]>(
      'select resident from compacts.elector where electorate_id = ? order by unit',
      [vote.electorate!.id],
    )
    const of = (percent: number) => Math.round((electors.length * percent) / 100)
    const choices = [
      ...Array.from({ length: of(share.agree) }, () => 'AGREE' as const),
      ...Array.from({ length: of(share.disagree) }, () => 'DISAGREE' as const),
      ...Array.from({ length: of(share.abstain) }, () => 'ABSTAIN' as const),
    ]
    for (const [i, choice] of choices.entries()) {
      const { resident } = electors[i]!
      await this.by(person(resident, '示例居民', 'RESIDENT', resident), (ctx) => steps.vote.castBallot(ctx, vote.id, choice))
    }
  }

  /** The clock closes and counts; two people certify; the result is published. */
  async count(vote: Vote): Promise<void> {
    this.later(3)
    await countVotes({ ...bySystem(this.ctx), now: this.now, loaders: new Map() })
    await settle(this.ctx)
    for (const [who, action] of [
      ['chair', 'SIGN_COUNT'],
      ['supervision', 'CERTIFY'],
      ['member', 'PUBLISH'],
    ] as const)
      await this.later(0, 2).by(who, (ctx) => steps.vote.actOnVote(ctx, vote.id, action, vote.version))
  }

  async project(
    issue: Issue,
    title: string,
    owner: string,
    budget: number,
    milestones: [title: string, inDays: number][],
  ): Promise<Project> {
    const dueOn = (days: number) => new Date(this.after(days).getTime() + 8 * HOUR).toISOString().slice(0, 10)
    const input = {
      title,
      owner,
      budget,
      source: '社区自治金',
      milestones: milestones.map(([title, days]) => ({ title, dueOn: dueOn(days), isMandatory: true })),
    }
    const project = await this.by('secretary', (ctx) => steps.project.createProject(ctx, issue.id, issue.version, input))
    await this.later(1).by('member', (ctx) => steps.project.actOnProject(ctx, project.id, 'START', project.version))
    return project
  }

  async prove(project: Project, count: number): Promise<void> {
    const milestones = await this.ctx.em.execute<{ id: string }[]>(
      'select id from compacts.milestone where project_id = ? order by position limit ?',
      [project.id, count],
    )
    for (const { id } of milestones)
      await this.by('member', (ctx) =>
        steps.project.addMilestoneEvidence(ctx, project.id, project.version, id, '已完成，现场照片和签收单存档（示例）。'),
      )
  }

  async deliver(project: Project): Promise<void> {
    await this.by('member', (ctx) => steps.project.actOnProject(ctx, project.id, 'DELIVER', project.version))
    await this.later(2).by('supervision', (ctx) => steps.project.actOnProject(ctx, project.id, 'ACCEPT', project.version))
  }

  async evaluate(issue: Issue, answers: number, satisfied: number, households: number): Promise<void> {
    await this.act('secretary', issue, 'EVALUATE')
    await this.later(5).by('supervision', (ctx) =>
      steps.issue.recordEvaluation(ctx, issue.id, issue.version, { answers, satisfied, households }),
    )
  }

  async compact(issue: Issue, title: string, articles: string[]): Promise<Compact> {
    const compact = await this.by('secretary', (ctx) =>
      steps.compact.draftCompact(ctx, issue.id, issue.version, { title, owner: '示例委员', articles }),
    )
    const passed = Object.keys(LEGALITY_CHECKS) as LegalityCheck[]
    const checks = articles.map((_, i) => ({ number: i + 1, passed: [...passed] }) satisfies Partial<Article>)
    await this.later(2).by('legal', (ctx) => steps.compact.checkLegality(ctx, compact.id, compact.version, checks))
    await this.later(1).by('secretary', (ctx) => steps.compact.actOnCompact(ctx, compact.id, 'OPEN_COMMENT', compact.version))
    return compact
  }

  async comment(compact: Compact, resident: number, article: number, body: string, answer?: string): Promise<void> {
    const comment = await this.by(resident, (ctx) => steps.compact.commentOnCompact(ctx, compact.id, body, article))
    if (answer) await this.by('member', (ctx) => steps.compact.answerComment(ctx, comment.id, answer))
  }

  async endorse(compact: Compact): Promise<void> {
    await this.later(9).by('secretary', (ctx) => steps.compact.actOnCompact(ctx, compact.id, 'REQUEST_STUDY', compact.version))
    await this.later(2).by('party', (ctx) =>
      steps.compact.actOnCompact(ctx, compact.id, 'ENDORSE', compact.version, '内容合法合规，同意提交居民会议表决。'),
    )
  }

  async file(compact: Compact, receipt: string): Promise<void> {
    await this.later(1).by('secretary', (ctx) => steps.compact.actOnCompact(ctx, compact.id, 'SUBMIT_FILING', compact.version))
    await this.later(2).by('town', (ctx) => steps.compact.fileCompact(ctx, compact.id, compact.version, receipt))
    const effectiveOn = new Date(this.after(16).getTime() + 8 * HOUR).toISOString().slice(0, 10)
    await this.by('member', (ctx) => steps.compact.announceCompact(ctx, compact.id, compact.version, effectiveOn))
  }

  async sign(compact: Compact, residents: number[]): Promise<void> {
    for (const n of residents)
      await this.by(n, (ctx) => steps.pledge.sign(ctx, compact.id, compact.textHash, PledgeBasis.HOUSEHOLD))
  }
}
