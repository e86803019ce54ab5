// Reading items, and comparing two versions of a list. What is published is public.
import { raw } from '@mikro-orm/core'
import type { FilterQuery } from '@mikro-orm/postgresql'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, Field, FieldResolver, ID, Info, ObjectType, Query, Resolver, Root } from 'type-graphql'
import { Needs, Public, SignedIn } from '../shared/access.ts'
import { dayOf } from '../shared/calendar.ts'
import { find, type Context } from '../shared/context.ts'
import { Event, EventsArgs, eventsOf } from '../shared/event.ts'
import { connection, page, PageArgs } from '../shared/page.ts'
import { allOf, inDivision, where } from '../shared/scope.ts'
import { say } from '../shared/words.ts'
import { AdmissionApplication } from './admission.entity.ts'
import { among } from './among.ts'
import { LegalBasis } from './basis.entity.ts'
import { Department } from './department.entity.ts'
import { Division } from './division.stub.ts'
import { basisLine, EXCHANGE, EXCHANGE_KEYS, exchangeRow } from './exchange.rules.ts'
import { mattersIn } from './indicator.asked.ts'
import { DutyItem, itemTypes } from './item.entity.ts'
import { admissionOf, basesOf, ITEM_FACTS, itemFacts } from './item.facts.ts'
import { DutyItemFilter } from './item.inputs.ts'
import { dutyItemMachine } from './item.machine.ts'
import { isInForce } from './item.rules.ts'
import { ITEM_TEXT } from './item.text.ts'
import { relationsOf } from './rights.ts'
import { DutyListVersion } from './version.entity.ts'

const ItemConnection = connection(DutyItem, 'DutyItem', 'public')

@Public()
@ObjectType({ description: 'One cell of the sheet in which lists are exchanged.' })
export class ExchangeCell {
  @Field(() => String) key!: string
  @Field(() => String, { description: "The column, in the caller's language." }) label!: string
  @Field(() => String, { nullable: true }) value!: string | null
}

/** An item as it stands in the sheet. */
export const cellsOf = async (ctx: Context, item: DutyItem) => {
  const department = item.organization ? await find(ctx, Department, item.organization) : null
  return exchangeRow(item, await basesOf(ctx, item.id), department?.name ?? null, ctx.actor.locale)
}

@Resolver(() => DutyItem)
export class ItemResolver {
  @Public()
  @Query(() => DutyItem, { nullable: true, description: 'Without signing in, only one of a published list.' })
  dutyItem(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return find(ctx, DutyItem, id)
  }

  @Public()
  @Query(() => ItemConnection, { description: 'Items in the order of their lists; without signing in, of published lists only.' })
  dutyItems(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => DutyItemFilter, { nullable: true }) filter: DutyItemFilter | undefined,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { ids, listVersion, division, at, department, category, status, inForce, holdsIn, text } = filter ?? {}
    const part = text?.trim() && `%${text.trim().replace(/[\\%_]/g, '\\$&')}%`
    const today = dayOf(ctx.now)
    const isStanding = raw(
      (item) =>
        `exists (select 1 from duties.duty_list_version v where v.id = ${item}.list_version_id and v.status = 'IN_FORCE')`,
    )
    const asked = allOf(
      among(ids),
      listVersion ? { listVersion } : true,
      division ? inDivision(division) : true,
      at ? { division: at } : true,
      department ? { organization: department } : true,
      category?.length ? { category: { $in: category } } : true,
      status?.length ? { status: { $in: status } } : true,
      inForce ? { [isStanding]: [], status: 'LISTED', validFrom: { $lte: today } } : true,
      inForce ? { $or: [{ validTo: null }, { validTo: { $gte: today } }] } : true,
      holdsIn ? mattersIn(holdsIn, ctx.now) : true,
      part ? { $or: [{ name: { $ilike: part } }, { code: { $ilike: part } }] } : true,
    )
    const order = { position: 'asc', code: 'asc' } as const
    return page(ctx, DutyItem, { where: where(asked) as FilterQuery<DutyItem>, orderBy: order, first, after, info })
  }

  @Needs('division')
  @FieldResolver(() => Division)
  division(@Root() item: DutyItem) {
    return { code: item.division }
  }

  @Needs('organization')
  @FieldResolver(() => Department, { nullable: true, description: 'The department that answers for it (责任部门).' })
  department(@Ctx() ctx: Context, @Root() { organization }: DutyItem) {
    return organization && find(ctx, Department, organization)
  }

  @Needs('listVersion')
  @FieldResolver(() => DutyListVersion, { nullable: true })
  listVersion(@Ctx() ctx: Context, @Root() { listVersion }: DutyItem) {
    return find(ctx, DutyListVersion, listVersion.id)
  }

  @Needs('origin')
  @FieldResolver(() => DutyItem, {
    nullable: true,
    description: 'The item of the list above it was taken over from; null for what was added here.',
  })
  origin(@Ctx() ctx: Context, @Root() { origin }: DutyItem) {
    return origin && find(ctx, DutyItem, origin.id)
  }

  @SignedIn()
  @Needs('id')
  @FieldResolver(() => AdmissionApplication, { nullable: true, description: 'The application it came with (准入申请), if any.' })
  async admission(@Ctx() ctx: Context, @Root() { id }: DutyItem) {
    const application = await admissionOf(ctx, id)
    return application && find(ctx, AdmissionApplication, application)
  }

  @Needs('id')
  @FieldResolver(() => [LegalBasis], { description: 'In order.' })
  bases(@Ctx() ctx: Context, @Root() { id }: DutyItem) {
    return basesOf(ctx, id)
  }

  @Needs('id', 'organization', ...ITEM_TEXT.keys)
  @FieldResolver(() => [ExchangeCell], { description: 'Its row in the sheet in which lists are exchanged, column by column.' })
  async exchange(@Ctx() ctx: Context, @Root() item: DutyItem): Promise<ExchangeCell[]> {
    const cells = await cellsOf(ctx, item)
    return EXCHANGE_KEYS.map((key) => ({ key, label: say(EXCHANGE[key].words, ctx.actor.locale), value: cells[key] }))
  }

  @Needs('status', ...ITEM_FACTS)
  @FieldResolver(() => Boolean, { description: 'Its list is in force, it is listed, and today lies within its days.' })
  async isInForce(@Ctx() ctx: Context, @Root() item: DutyItem): Promise<boolean> {
    return isInForce({ ...(await itemFacts(ctx, item)), status: item.status }, ctx.now)
  }

  @SignedIn()
  @Needs(...ITEM_FACTS)
  @FieldResolver(() => [itemTypes.Offer])
  async offers(@Ctx() ctx: Context, @Root() item: DutyItem) {
    const { status, division, previousStatus } = item
    const subject = { ...(await itemFacts(ctx, item)), status, division, previousStatus, relations: relationsOf(ctx.actor, item) }
    return dutyItemMachine.offers(subject, ctx.actor, ctx.now)
  }

  @SignedIn()
  @Needs('id')
  @FieldResolver(() => [Event])
  events(@Ctx() ctx: Context, @Root() { id }: DutyItem, @Args(() => EventsArgs) { last }: EventsArgs) {
    return eventsOf(ctx, id, last)
  }
}

@Resolver(() => LegalBasis)
export class BasisResolver {
  @Needs('law', 'article')
  @FieldResolver(() => String, { description: '《城市居民委员会组织法》第四十三条' })
  citation(@Root() { law, article }: LegalBasis): string {
    return `《${law}》${article}`
  }

  @Needs('law', 'article', 'level', 'inForceFrom', 'inForceTo', 'link')
  @FieldResolver(() => String, { description: 'As it is written in the sheet in which lists are exchanged.' })
  line(@Ctx() ctx: Context, @Root() basis: LegalBasis): string {
    return basisLine(basis, ctx.actor.locale)
  }

  @Needs('inForceFrom', 'inForceTo')
  @FieldResolver(() => Boolean, { description: 'Whether this wording is in force today.' })
  isInForce(@Ctx() ctx: Context, @Root() { inForceFrom, inForceTo }: LegalBasis): boolean {
    const today = dayOf(ctx.now)
    return inForceFrom <= today && (inForceTo === null || today <= inForceTo)
  }
}
