// Drafting a vote, casting ballots, and carrying it on.
import { Arg, Ctx, ID, Int, Mutation, Resolver } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For, SignedIn, Unkept } from '../shared/access.ts'
import { find, take, type Context } from '../shared/context.ts'
import { badInput, notFound, refused } from '../shared/errors.ts'
import { begin, record } from '../shared/event.ts'
import { text } from '../shared/words.ts'
import { columnsIn } from './changes.ts'
import { castFor, castingIn, castSecretly, mustBeOpen } from './ballot.acts.ts'
import type { Choice } from './ballot.rules.ts'
import { Issue } from './issue.entity.ts'
import { Compact } from './compact.entity.ts'
import { Meeting } from './meeting.entity.ts'
import { meetingMachine } from './meeting.machine.ts'
import { mustHold, mustNotCarry } from './rights.ts'
import { sha256 } from './transaction.ts'
import { actVote } from './vote.acts.ts'
import { Ballot, ChoiceName, Vote, VotePurpose, voteTypes } from './vote.entity.ts'
import { VoteInput } from './vote.inputs.ts'
import { voteMachine, type VoteAction } from './vote.machine.ts'
import { countVote } from './vote.count.ts'

const what = voteMachine.label
const REVISED = ['proposal', 'opensAt', 'closesAt', 'isSecret'] as const
const DRAFTERS = ['MEETING_CHAIR', 'COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER'] as const

/** What the vote is about must be what its meeting was called for; a compact is voted on by the text it has now. */
const textHashOf = async (ctx: Context, meeting: Meeting, { purpose, proposal }: VoteInput): Promise<string> => {
  const about = meeting.compact
    ? [VotePurpose.COMPACT, VotePurpose.REPEAL]
    : [meeting.type === 'OWNERS' ? VotePurpose.OWNERS : VotePurpose.DECISION]
  if (!about.includes(purpose))
    throw badInput(text('表决事项与会议议题不一致。', 'The vote is not about what the meeting was called for.'), {
      field: 'purpose',
    })
  return meeting.compact ? (await ctx.em.findOneOrFail(Compact, { id: meeting.compact.id })).textHash : sha256(proposal.trim())
}

@Resolver()
export class VoteStepResolver {
  @For(...DRAFTERS)
  @Mutation(() => Vote, { description: 'Drafts the vote of a meeting that decides.' })
  async draftVote(@Ctx() ctx: Context, @Arg('meeting', () => ID) id: string, @Arg('input', () => VoteInput) input: VoteInput) {
    const meeting = await find(ctx, Meeting, id)
    if (!meeting) throw notFound(meetingMachine.label)
    mustHold(ctx, DRAFTERS, meeting.division)
    const textHash = await textHashOf(ctx, meeting, input)
    const vote = ctx.em.create(Vote, {
      ...draftOf(input),
      id: uuidv7(),
      division: meeting.division,
      issue: ctx.em.getReference(Issue, meeting.issue.id),
      meeting,
      compact: meeting.compact,
      purpose: input.purpose,
      textHash,
      createdAt: ctx.now,
    })
    await begin(ctx, voteMachine, vote, { title: vote.proposal.slice(0, 60) })
    return vote
  }

  @For(...DRAFTERS)
  @Mutation(() => Vote, { description: 'Changes a vote that is still a draft; once armed, a change is a new vote.' })
  async reviseVote(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => VoteInput) input: VoteInput,
  ) {
    const vote = await take(ctx, Vote, what, id, expectedVersion)
    mustHold(ctx, DRAFTERS, vote.division)
    if (vote.status !== 'DRAFT')
      throw refused(text('表决事项已经锁定；需要修改的，请另行拟定。', 'The vote is fixed; a change is a new vote.'))
    const meeting = await ctx.em.findOneOrFail(Meeting, { id: vote.meeting.id })
    const before = columnsIn(vote, REVISED)
    Object.assign(vote, draftOf(input), { purpose: input.purpose, textHash: await textHashOf(ctx, meeting, input) })
    await record(ctx, vote, {
      type: 'Vote',
      action: 'REVISE',
      from: 'DRAFT',
      to: 'DRAFT',
      title: vote.proposal.slice(0, 60),
      data: { before, after: columnsIn(vote, REVISED) },
    })
    return vote
  }

  @SignedIn()
  @Mutation(() => Vote, { description: 'Takes an action of the vote workflow that carries no data.' })
  async actOnVote(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('action', () => voteTypes.Action) action: VoteAction,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('reason', () => String, { nullable: true }) reason?: string,
  ) {
    mustNotCarry(voteMachine, action)
    return actVote(ctx, await take(ctx, Vote, what, id, expectedVersion), action, { reason })
  }

  @For('MEETING_CHAIR')
  @Mutation(() => Vote, { description: 'Lets an open vote run longer, once; never shorter.' })
  async extendVote(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('closesAt', () => Date) closesAt: Date,
    @Arg('reason', () => String) reason: string,
  ) {
    const vote = await take(ctx, Vote, what, id, expectedVersion)
    if (closesAt <= vote.closesAt)
      throw badInput(text('表决只能延长，不能缩短。', 'A vote may run longer, never shorter.'), { field: 'closesAt' })
    await actVote(ctx, vote, 'EXTEND', { reason, data: { from: vote.closesAt, to: closesAt } })
    return Object.assign(vote, { closesAt, extendedAt: ctx.now })
  }

  @For('RESIDENT')
  @Mutation(() => Ballot, {
    description:
      'Casts the ballot of the caller’s unit. Until the close the last one counts; the same choice again changes nothing.',
  })
  async castBallot(
    @Ctx() ctx: Context,
    @Arg('vote', () => ID) id: string,
    @Arg('choice', () => ChoiceName) choice: Choice,
    @Arg('unit', () => ID, { nullable: true, description: 'Another unit, whose written proxy the caller holds.' }) unit?: string,
  ): Promise<Ballot> {
    const [vote, elector] = await castingIn(ctx, id, unit)
    mustBeOpen(ctx, vote)
    if (vote.isSecret)
      throw refused(text('本次为无记名投票，请使用无记名投票入口。', 'This vote is secret; cast a secret ballot.'), {
        rule: 'V12',
      })
    return castFor(ctx, vote, elector, choice, elector.resident === ctx.actor.resident ? 'APP' : 'PROXY')
  }

  @For('RESIDENT')
  @Unkept()
  @Mutation(() => Boolean, {
    description:
      'Casts a secret ballot: what was chosen lies sealed until the close and can then be joined to nobody. Until the close the last one counts. The answer says only that it was cast.',
  })
  async castSecretBallot(
    @Ctx() ctx: Context,
    @Arg('vote', () => ID) id: string,
    @Arg('choice', () => ChoiceName) choice: Choice,
    @Arg('unit', () => ID, { nullable: true, description: 'Another unit, whose written proxy the caller holds.' }) unit?: string,
  ): Promise<boolean> {
    const [vote, elector] = await castingIn(ctx, id, unit)
    if (!vote.isSecret) throw refused(text('本次为记名投票。', 'This vote is not secret.'), { rule: 'V12' })
    mustBeOpen(ctx, vote)
    await castSecretly(ctx, vote, elector, choice, elector.resident === ctx.actor.resident ? 'APP' : 'PROXY')
    return true
  }

  @For('MEETING_CHAIR', 'SUPERVISION_MEMBER', 'SUBDISTRICT_OFFICER', 'SUBDISTRICT_LEAD')
  @Mutation(() => Vote, {
    description: 'Counts a counted vote again and records that it gave the same; a different count is refused.',
  })
  async recountVote(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
  ) {
    const vote = await take(ctx, Vote, what, id, expectedVersion)
    mustHold(ctx, ['MEETING_CHAIR', 'SUPERVISION_MEMBER', 'SUBDISTRICT_OFFICER', 'SUBDISTRICT_LEAD'], vote.division)
    if (!vote.countHash) throw refused(text('还没有计票，不能复核。', 'It has not been counted yet.'))
    const { countHash } = await countVote(ctx, vote)
    if (countHash !== vote.countHash)
      throw refused(
        text('复核结果与计票单不一致，请立即报告街镇。', 'The recount differs from the count; tell the subdistrict at once.'),
        {
          rule: 'RECOUNT',
        },
      )
    await record(ctx, vote, {
      type: 'Vote',
      action: 'RECOUNT',
      from: vote.status,
      to: vote.status,
      title: vote.proposal.slice(0, 60),
      data: { countHash },
    })
    return vote
  }
}

const draftOf = ({ proposal, manner, opensAt, closesAt, delegation, isSecret }: VoteInput) => ({
  isSecret: isSecret ?? false,
  proposal: proposal.trim(),
  manner,
  opensAt,
  closesAt,
  delegation: delegation?.trim() || null,
})
