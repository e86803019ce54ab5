// Written proxies: given before the vote opens, taken back until the holder has used them, published with the vote.
import { Arg, Ctx, FieldResolver, ID, Mutation, Resolver, Root } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { Needs, SignedIn } from '../shared/access.ts'
import { rolesAt } from '../shared/actor.ts'
import { find, grouped, many, type Context } from '../shared/context.ts'
import { badInput, notFound, refused } from '../shared/errors.ts'
import { text } from '../shared/words.ts'
import { Elector } from './electorate.entity.ts'
import { Proxy } from './proxy.entity.ts'
import { proxyRefusal } from './proxy.rules.ts'
import { COMMITTEE, mustHold } from './rights.ts'
import { uuids } from './transaction.ts'
import { OFF_ROLL } from './vote.count.ts'
import { Vote } from './vote.entity.ts'
import { surroundingsOf } from './vote.facts.ts'
import { voteMachine } from './vote.machine.ts'

@Resolver(() => Vote)
export class VoteProxyResolver {
  @Needs('id')
  @FieldResolver(() => [Proxy], { description: 'Written proxies, those taken back among them, in the order in which they came.' })
  async proxies(@Ctx() ctx: Context, @Root() { id }: Vote): Promise<Proxy[]> {
    const rows = await many(ctx, 'vote.proxies', id, async (ids) =>
      grouped(await ctx.em.find(Proxy, { vote: { $in: ids } }, { orderBy: { at: 'asc', id: 'asc' } }), (row) => row.vote.id),
    )
    return rows ?? []
  }

  @SignedIn()
  @Mutation(() => Proxy, {
    description:
      'Gives a written proxy before the vote opens: a resident for their own unit, an officer for a unit whose paper they keep.',
  })
  async giveProxy(
    @Ctx() ctx: Context,
    @Arg('vote', () => ID) id: string,
    @Arg('holder', () => ID, { description: 'The unit that will vote.' }) holder: string,
    @Arg('grantor', () => ID, { nullable: true, description: 'For officers: the unit that lets it.' }) grantor?: string,
  ): Promise<Proxy> {
    const vote = await find(ctx, Vote, id)
    if (!vote) throw notFound(voteMachine.label)
    if (vote.status !== 'ARMED')
      throw refused(
        text('委托应当在锁定表决事项以后、开始投票以前登记。', 'A proxy is given after the vote is fixed and before it opens.'),
      )
    const rule = (await surroundingsOf(ctx, id))!.rule!
    await ctx.em.execute('select pg_advisory_xact_lock(hashtextextended(?, 0))', [`proxy:${vote.id}`])
    const from = await grantorOf(ctx, vote, grantor ?? null)
    const to = await onRollOf(ctx, vote, { unit: holder })
    if (!to?.resident)
      throw refused(text('受托人不在本次表决的名册中，不能受托。', 'The holder is not on the roll of this vote.'), {
        rule: 'V16',
      })
    const given = await ctx.em.find(Proxy, { vote: vote.id, revokedAt: null }, { populate: ['grantor', 'holder'] })
    const pairs = given.map((one) => ({ grantor: one.grantor.unit, holder: one.holder.unit }))
    const why = proxyRefusal(rule, pairs, { grantor: from.unit, holder })
    if (why) throw refused(why, { rule: 'V16' })
    const proxy = ctx.em.create(Proxy, { id: uuidv7(), vote, grantor: from, holder: to, by: ctx.actor.id!, at: ctx.now })
    await ctx.em.flush()
    return proxy
  }

  @SignedIn()
  @Mutation(() => Proxy, { description: 'Takes a proxy back, until its holder has voted with it.' })
  async revokeProxy(@Ctx() ctx: Context, @Arg('proxy', () => ID) id: string): Promise<Proxy> {
    const proxy = await ctx.em.findOne(Proxy, { id, revokedAt: null }, { populate: ['grantor'] })
    const vote = proxy && (await find(ctx, Vote, proxy.vote.id))
    if (!proxy || !vote) throw notFound(text('委托', 'Proxy'))
    if (proxy.grantor.resident !== ctx.actor.resident) mustHold(ctx, COMMITTEE, vote.division)
    const [used] = await ctx.em.execute<{ n: number }[]>(
      `select count(*)::int as n from (select 1 from compacts.ballot where vote_id = ? and elector_id = ? union all
         select 1 from compacts.voted where vote_id = ? and elector_id = ?) b`,
      [vote.id, proxy.grantor.id, vote.id, proxy.grantor.id],
    )
    if (used!.n > 0) throw refused(text('受托人已经投票，不能再撤销。', 'The holder has voted with it already.'), { rule: 'V16' })
    proxy.revokedAt = ctx.now
    return proxy
  }
}

@Resolver(() => Proxy)
export class ProxyResolver {
  @Needs('grantor')
  @FieldResolver(() => Elector, { nullable: true, description: 'Who lets another vote; for those who run the day.' })
  grantor(@Ctx() ctx: Context, @Root() { grantor }: Proxy) {
    return find(ctx, Elector, grantor.id)
  }

  @Needs('holder')
  @FieldResolver(() => Elector, { nullable: true })
  holder(@Ctx() ctx: Context, @Root() { holder }: Proxy) {
    return find(ctx, Elector, holder.id)
  }
}

const onRollOf = async (ctx: Context, vote: Vote, by: { unit: string } | { resident: string }): Promise<Elector | null> => {
  const found = await ctx.em.findOne(Elector, { electorate: vote.electorate!.id, ...by })
  if (!found) return null
  const [off] = await ctx.em.execute<{ n: number }[]>(
    `select count(*)::int as n from compacts.elector x where x.id = any(?::uuid[]) and ${OFF_ROLL}`,
    [uuids([found.id])],
  )
  return off!.n > 0 ? null : found
}

const grantorOf = async (ctx: Context, vote: Vote, unit: string | null): Promise<Elector> => {
  const isOfficer = rolesAt(ctx.actor, vote.division).some((role) => (COMMITTEE as readonly string[]).includes(role))
  if (unit && !isOfficer) mustHold(ctx, COMMITTEE, vote.division)
  if (!unit && !ctx.actor.resident)
    throw badInput(text('请指明委托的户（人）。', 'Say which unit gives the proxy.'), { field: 'grantor' })
  const found = await onRollOf(ctx, vote, unit ? { unit } : { resident: ctx.actor.resident! })
  if (!found) throw refused(text('委托人不在本次表决的名册中。', 'The grantor is not on the roll of this vote.'), { rule: 'V16' })
  return found
}
