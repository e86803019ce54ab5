// Acting on opportunities and claims: a place is counted in one statement, so that no more are held than there are.
import { LockMode } from '@mikro-orm/postgresql'
import type { Relation } from '../shared/actor.ts'
import { dayOf } from '../shared/calendar.ts'
import { find, type Context } from '../shared/context.ts'
import { refused } from '../shared/errors.ts'
import { act } from '../shared/event.ts'
import { text } from '../shared/words.ts'
import { opportunityClaimMachine, type ClaimAction } from './claim.machine.ts'
import { Opportunity, OpportunityClaim } from './opportunity.entity.ts'
import { opportunityMachine, type OpportunityAction } from './opportunity.machine.ts'
import { SocialOrganization } from './organization.entity.ts'
import type { Follower } from './organization.followers.ts'
import { actsFor, relationsOf } from './rights.ts'
import { bySystem } from './transaction.ts'

export const OPPORTUNITY_FACTS = ['id', 'status', 'division', 'previousStatus', 'organization', 'until'] as const
export const CLAIM_FACTS = [
  'id',
  'status',
  'division',
  'previousStatus',
  'organization',
  'opportunity',
  'claimant',
  'resident',
] as const

export const opportunityFacts = async (ctx: Context, one: Pick<Opportunity, (typeof OPPORTUNITY_FACTS)[number]>) => ({
  relations: relationsOf(ctx.actor, one),
  organizationStatus: one.organization ? (await find(ctx, SocialOrganization, one.organization))!.status : null,
  isOver: one.until < dayOf(ctx.now),
})

export const claimFacts = async (ctx: Context, claim: Pick<OpportunityClaim, (typeof CLAIM_FACTS)[number]>) => {
  const { claimant, resident } = claim
  const isAuthor = actsFor(ctx.actor, claimant) || (resident !== null && resident === ctx.actor.resident)
  const relations: Relation[] = [...relationsOf(ctx.actor, claim), ...(isAuthor ? (['AUTHOR'] as const) : [])]
  return { relations, opportunityStatus: (await find(ctx, Opportunity, claim.opportunity))?.status ?? 'CLOSED' }
}

/** Holds one place, or refuses when there is none left. */
export const holdPlace = async (ctx: Context, id: string): Promise<void> => {
  const held = await ctx.em.execute<object[]>(
    'update organizations.opportunity set taken = taken + 1 where id = ? and taken < places returning id',
    [id],
  )
  if (!held.length) throw refused(text('名额已满。', 'There are no places left.'), { rule: 'OPPORTUNITY_FULL' })
}

const releasePlace = (ctx: Context, id: string) =>
  ctx.em.execute('update organizations.opportunity set taken = taken - 1 where id = ? and taken > 0', [id])

export const actClaim = async (
  ctx: Context,
  claim: OpportunityClaim,
  action: ClaimAction,
  reason?: string,
): Promise<OpportunityClaim> => {
  const { title } = (await find(ctx, Opportunity, claim.opportunity))!
  await act(ctx, opportunityClaimMachine, claim, action, await claimFacts(ctx, claim), {
    title,
    reason,
    resident: claim.resident,
  })
  if (action === 'REJECT' || action === 'RELEASE') await releasePlace(ctx, claim.opportunity)
  return claim
}

/** Claims nobody has taken yet fall with what they were made for; those taken go on. */
const releaseClaims = async (ctx: Context, opportunity: string, reason: string): Promise<void> => {
  const open = await ctx.em.find(
    OpportunityClaim,
    { opportunity, status: 'REQUESTED' },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' }, filters: { scope: false } },
  )
  for (const claim of open) await actClaim(bySystem(ctx), claim, 'RELEASE', reason)
}

export const actOpportunity = async (
  ctx: Context,
  one: Opportunity,
  action: OpportunityAction,
  reason?: string,
): Promise<Opportunity> => {
  await act(ctx, opportunityMachine, one, action, await opportunityFacts(ctx, one), { title: one.title, reason })
  if (one.status !== 'DRAFT' && one.status !== 'OPEN') await releaseClaims(ctx, one.id, '项目已结束。')
  return one
}

/** What an organisation offers is withdrawn when it winds up or ends. */
export const followOpportunities: Follower = async (ctx, organization, turn) => {
  if (turn !== 'LIQUIDATING' && turn !== 'ENDED') return 0
  const all = await ctx.em.find(
    Opportunity,
    { organization: organization.id, status: { $in: ['DRAFT', 'OPEN'] } },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' }, filters: { scope: false } },
  )
  const reason = turn === 'ENDED' ? '组织登记终止，项目撤回。' : '组织进入清算，项目撤回。'
  for (const one of all) await actOpportunity(ctx, one, 'WITHDRAW', reason)
  return all.length
}

/** What is open past its last day expires. */
export const expireOpportunities = async (ctx: Context): Promise<void> => {
  const due = await ctx.em.find(
    Opportunity,
    { status: 'OPEN', until: { $lt: dayOf(ctx.now) } },
    { lockMode: LockMode.PESSIMISTIC_PARTIAL_WRITE, limit: 200, orderBy: { id: 'asc' }, filters: { scope: false } },
  )
  for (const one of due) await actOpportunity(ctx, one, 'EXPIRE')
}
