// Taking an action on a vote, and what follows for the issue or the compact it is about.
import { LockMode } from '@mikro-orm/postgresql'
import type { Context } from '../shared/context.ts'
import { act } from '../shared/event.ts'
import { actBuilding } from './building.acts.ts'
import { BuildingProject } from './building.entity.ts'
import { actCompact } from './compact.acts.ts'
import { Compact } from './compact.entity.ts'
import { Electorate } from './electorate.entity.ts'
import { actIssue } from './issue.acts.ts'
import { Issue } from './issue.entity.ts'
import { Meeting } from './meeting.entity.ts'
import { bySystem, settle } from './transaction.ts'
import { countVote } from './vote.count.ts'
import type { Vote } from './vote.entity.ts'
import { surroundingsOf, votingFacts } from './vote.facts.ts'
import { voteMachine, type VoteAction } from './vote.machine.ts'

/** What the state of a vote means for the issue it decides. */
const onIssue = async (ctx: Context, vote: Vote, action: 'PUT_TO_VOTE' | 'ADOPT' | 'FAIL' | 'RECALL_VOTE'): Promise<void> => {
  await settle(ctx)
  const issue = await ctx.em.findOneOrFail(Issue, { id: vote.issue.id }, { lockMode: LockMode.PESSIMISTIC_WRITE })
  await actIssue(bySystem(ctx), issue, action, { data: { vote: vote.id } })
}

const onCompact = async (ctx: Context, vote: Vote, action: 'ADOPT' | 'FAIL'): Promise<void> => {
  await settle(ctx)
  const compact = await ctx.em.findOneOrFail(Compact, { id: vote.compact!.id }, { lockMode: LockMode.PESSIMISTIC_WRITE })
  await actCompact(bySystem(ctx), compact, action, { data: { vote: vote.id } })
}

/** What its owners decided moves a building project on, or back. */
const onBuilding = async (ctx: Context, vote: Vote): Promise<void> => {
  await settle(ctx)
  const { building } = await ctx.em.findOneOrFail(Meeting, { id: vote.meeting.id })
  if (!building) return
  const project = await ctx.em.findOneOrFail(BuildingProject, { id: building.id }, { lockMode: LockMode.PESSIMISTIC_WRITE })
  if (project.status === 'SURVEY')
    await actBuilding(bySystem(ctx), project, vote.carried ? 'CARRY' : 'FAIL', { data: { vote: vote.id } })
}

const EFFECTS: Partial<Record<VoteAction, (vote: Vote, ctx: Context) => void | Promise<void>>> = {
  ARM: async (vote, ctx) => {
    const around = await surroundingsOf(ctx, vote.id)
    vote.electorate = ctx.em.getReference(Electorate, around!.electorate!)
  },
  OPEN: async (vote, ctx) => {
    if (vote.purpose === 'DECISION') await onIssue(ctx, vote, 'PUT_TO_VOTE')
  },
  COUNT: async (vote, ctx) => void Object.assign(vote, { areas: null }, await countVote(ctx, vote)),
  SIGN_COUNT: (vote, ctx) => void (vote.countSignedBy = ctx.actor.id),
  CERTIFY: async (vote, ctx) => {
    vote.certifiedBy = ctx.actor.id
    if (vote.purpose === 'DECISION') await onIssue(ctx, vote, vote.carried ? 'ADOPT' : 'FAIL')
    if (vote.purpose === 'COMPACT') await onCompact(ctx, vote, vote.carried ? 'ADOPT' : 'FAIL')
    if (vote.purpose === 'OWNERS') await onBuilding(ctx, vote)
  },
  PUBLISH: (vote, ctx) => void (vote.publishedAt = ctx.now),
  VOID: async (vote, ctx) => {
    if (vote.purpose === 'DECISION') await onIssue(ctx, vote, 'RECALL_VOTE')
    if (vote.purpose === 'COMPACT') await onCompact(ctx, vote, 'FAIL')
  },
}

interface Said {
  readonly reason?: string | null | undefined
  readonly data?: unknown
}

export const actVote = async (ctx: Context, vote: Vote, action: VoteAction, { reason, data }: Said = {}): Promise<Vote> => {
  await act(ctx, voteMachine, vote, action, await votingFacts(ctx, vote), { title: vote.proposal.slice(0, 60), reason, data })
  await EFFECTS[action]?.(vote, ctx)
  return vote
}
