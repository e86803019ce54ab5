// Taking an action on a shop, and what follows for it when its organisation ends.
import { LockMode } from '@mikro-orm/postgresql'
import { find, type Context } from '../shared/context.ts'
import { act } from '../shared/event.ts'
import { isInvolved } from './entry.facts.ts'
import { SocialOrganization } from './organization.entity.ts'
import type { Follower } from './organization.followers.ts'
import { relationsOf } from './rights.ts'
import { ServiceShop } from './shop.entity.ts'
import { serviceShopMachine, type ShopAction } from './shop.machine.ts'

export const SHOP_FACTS = ['id', 'status', 'division', 'previousStatus', 'organization'] as const
type Known = Pick<ServiceShop, (typeof SHOP_FACTS)[number]>

export const shopFacts = async (ctx: Context, shop: Known) => ({
  relations: relationsOf(ctx.actor, shop),
  organizationStatus: (await find(ctx, SocialOrganization, shop.organization))!.status,
  isInvolved: await isInvolved(ctx, shop.organization),
})

export const actShop = async (ctx: Context, shop: ServiceShop, action: ShopAction, reason?: string): Promise<ServiceShop> => {
  await act(ctx, serviceShopMachine, shop, action, await shopFacts(ctx, shop), { title: shop.name, reason })
  return shop
}

/** Shops pause while their organisation winds up, and close with it. */
export const followShops: Follower = async (ctx, organization, turn) => {
  if (turn !== 'LIQUIDATING' && turn !== 'ENDED') return 0
  const from = turn === 'ENDED' ? (['DRAFT', 'IN_REVIEW', 'OPEN', 'PAUSED'] as const) : (['OPEN'] as const)
  const shops = await ctx.em.find(
    ServiceShop,
    { organization: organization.id, status: { $in: [...from] } },
    { lockMode: LockMode.PESSIMISTIC_WRITE, orderBy: { id: 'asc' }, filters: { scope: false } },
  )
  for (const shop of shops)
    await (turn === 'ENDED'
      ? actShop(ctx, shop, 'CLOSE', '组织登记终止，店铺关闭。')
      : actShop(ctx, shop, 'PAUSE', '组织进入清算，店铺暂停营业。'))
  return shops.length
}
