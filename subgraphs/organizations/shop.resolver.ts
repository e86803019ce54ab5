// Shops: kept by their organisations, checked by officers, found by anyone.
import type { FilterQuery } from '@mikro-orm/postgresql'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For, Needs, Public, SignedIn } from '../shared/access.ts'
import { find, take, type Context } from '../shared/context.ts'
import { badInput, refused } from '../shared/errors.ts'
import { begin, Event, EventsArgs, eventsOf, record } from '../shared/event.ts'
import { connection, page, PageArgs } from '../shared/page.ts'
import { allOf, inDivision, where } from '../shared/scope.ts'
import { text } from '../shared/words.ts'
import { among } from './among.ts'
import { phoneAsked } from './contact.ts'
import { Division } from './division.stub.ts'
import { partOf } from './matching.ts'
import { SocialOrganization } from './organization.entity.ts'
import { mustBeRegistered } from './organization.find.ts'
import { actsFor, KEEPERS, mustActFor, mustNotCarry } from './rights.ts'
import { LINE, said } from './said.ts'
import { actShop, SHOP_FACTS, shopFacts } from './shop.acts.ts'
import { ServiceShop, ShopFilter, ShopInput, shopTypes } from './shop.entity.ts'
import { serviceShopMachine, type ShopAction } from './shop.machine.ts'
import { Waiting, waitingOf } from './waiting.ts'

const ShopConnection = connection(ServiceShop, 'ServiceShop', 'public')
const what = serviceShopMachine.label

const columnsOf = ({ name, intro, field, goods, phone }: ShopInput) => {
  const lines = goods.map((line) => said(line, 'goods', LINE))
  if (!lines.length || lines.length > 30)
    throw badInput(text('请填写1至30项服务内容。', 'Give 1 to 30 lines.'), { field: 'goods' })
  return { name: said(name, 'name', 60), intro: said(intro, 'intro', 1_000), field, goods: lines, phone: phoneAsked(phone) }
}

@Resolver(() => ServiceShop)
export class ShopResolver {
  @Public()
  @Query(() => ServiceShop, { nullable: true })
  serviceShop(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return find(ctx, ServiceShop, id)
  }

  @Public()
  @Query(() => ShopConnection, { description: 'Service shops, by name; without signing in, those that have opened.' })
  serviceShops(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => ShopFilter, { nullable: true }) filter: ShopFilter | undefined,
    @Info() info: GraphQLResolveInfo,
  ) {
    const asked = allOf(
      among(filter?.ids),
      filter?.division ? inDivision(filter.division) : true,
      filter?.organization ? { organization: filter.organization } : true,
      partOf(filter?.search, 'name'),
      filter?.status?.length ? { status: { $in: filter.status } } : true,
      filter?.field?.length ? { field: { $in: filter.field } } : true,
    )
    const orderBy = { name: 'asc' } as const
    return page(ctx, ServiceShop, { where: where(asked) as FilterQuery<ServiceShop>, orderBy, first, after, info })
  }

  @Public()
  @Needs('division')
  @FieldResolver(() => Division)
  division(@Root() { division }: ServiceShop) {
    return { code: division }
  }

  @Public()
  @Needs('organization')
  @FieldResolver(() => SocialOrganization)
  organization(@Ctx() ctx: Context, @Root() { organization }: ServiceShop) {
    return find(ctx, SocialOrganization, organization)
  }

  @Public()
  @Needs('phone')
  @FieldResolver(() => String, { nullable: true, description: 'The number of the shop; never that of a person.' })
  hotline(@Root() { phone }: ServiceShop) {
    return phone
  }

  @SignedIn()
  @Needs(...SHOP_FACTS)
  @FieldResolver(() => [shopTypes.Offer])
  async offers(@Ctx() ctx: Context, @Root() shop: ServiceShop) {
    const { status, division, previousStatus } = shop
    return serviceShopMachine.offers({ ...(await shopFacts(ctx, shop)), status, division, previousStatus }, ctx.actor, ctx.now)
  }

  @SignedIn()
  @Needs('id')
  @FieldResolver(() => [Event])
  events(@Ctx() ctx: Context, @Root() { id }: ServiceShop, @Args(() => EventsArgs) { last }: EventsArgs) {
    return eventsOf(ctx, id, last)
  }

  @SignedIn()
  @Needs('id', 'status')
  @FieldResolver(() => Waiting)
  waiting(@Ctx() ctx: Context, @Root() shop: ServiceShop) {
    return waitingOf(ctx, serviceShopMachine, shop)
  }

  @For('PARTNER_ORGANIZATION')
  @Mutation(() => ServiceShop, { description: 'Prepares a shop of one’s organisation.' })
  async createServiceShop(@Ctx() ctx: Context, @Arg('input', () => ShopInput) input: ShopInput) {
    const organization = await mustBeRegistered(ctx, mustActFor(ctx))
    const { id, division } = organization
    const shop = ctx.em.create(ServiceShop, { ...columnsOf(input), id: uuidv7(), division, organization: id, createdAt: ctx.now })
    await begin(ctx, serviceShopMachine, shop, { title: shop.name }, 'OWNER')
    return shop
  }

  @For('PARTNER_ORGANIZATION')
  @Mutation(() => ServiceShop, { description: 'Changes a shop that is being prepared or paused.' })
  async reviseServiceShop(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => ShopInput) input: ShopInput,
  ) {
    const shop = await take(ctx, ServiceShop, what, id, expectedVersion)
    if (!actsFor(ctx.actor, shop.organization) || shop.status !== 'DRAFT')
      throw refused(text('只能由本组织修改筹备中的店铺。', 'Its organisation changes it while it is being prepared.'))
    const after = columnsOf(input)
    const { name, intro } = shop
    Object.assign(shop, after)
    await record(ctx, shop, { type: 'ServiceShop', action: 'REVISE', title: shop.name, data: { before: { name, intro }, after } })
    return shop
  }

  @For(...KEEPERS, 'PARTNER_ORGANIZATION')
  @Mutation(() => ServiceShop, { description: 'Takes an action.' })
  async actOnServiceShop(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('action', () => shopTypes.Action) action: ShopAction,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('reason', () => String, { nullable: true }) reason?: string,
  ) {
    mustNotCarry(serviceShopMachine, action)
    return actShop(ctx, await take(ctx, ServiceShop, what, id, expectedVersion), action, reason)
  }
}
