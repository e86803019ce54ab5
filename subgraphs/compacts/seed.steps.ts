// How the demo's issues come about: the same mutations the people of the committee would use, with a clock that is moved by hand.
import type { Actor } from '../shared/actor.ts'
import type { Context } from '../shared/context.ts'
import type { Compact } from './compact.entity.ts'
import { IssueScope, type Issue } from './issue.entity.ts'
import { IssueStepResolver } from './issueStep.resolver.ts'
import { IssueSupportResolver } from './issueSupport.resolver.ts'
import { Outcome, type Meeting } from './meeting.entity.ts'
import type { MeetingType } from './meeting.rules.ts'
import { MeetingStepResolver } from './meetingStep.resolver.ts'
import { MeetingDayResolver } from './seat.resolver.ts'
import { HOME, person, somebody, type OFFICERS } from './seed.people.ts'
import { countVotes } from './sweeps.ts'
import { bySystem, settle } from './transaction.ts'
import { type Vote, VotePurpose } from './vote.entity.ts'
import { VoteStepResolver } from './voteStep.resolver.ts'

const steps = {
  issue: new IssueStepResolver(),
  support: new IssueSupportResolver(),
  meeting: new MeetingStepResolver(),
  day: new MeetingDayResolver(),
  vote: new VoteStepResolver(),
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

  /** A day after it was raised; the first reply was given after ten hours. */
  async accept(issue: Issue, needsAssembly = true, scope = IssueScope.SELF_GOVERNANCE): Promise<void> {
    await this.later(0, -14).reply(issue, '已收到，居委会将在三个工作日内研究答复。')
    this.later(0, 14)
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
    seats?: number,
  ): Promise<Meeting> {
    const input = {
      type,
      title,
      startsAt,
      place: '顾村示例居委会活动室',
      agenda,
      ...(seats && { seats }),
      ...(type === 'RESIDENTS' ? { basis: 'HOUSEHOLD' as const } : {}),
    }
    return this.by('secretary', (ctx) =>
      compact
        ? steps.meeting.planAssembly(ctx, compact.id, compact.version, input)
        : steps.meeting.planMeeting(ctx, issue.id, issue.version, input),
    )
  }

  /** Residents ask for a seat, one after the other. */
  async seat(meeting: Meeting, residents: number[]): Promise<void> {
    for (const n of residents) await this.by(n, (ctx) => steps.day.takeSeat(ctx, meeting.id))
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
}
