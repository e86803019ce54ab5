// Reading versions of lists. A published one is public, with its items and their legal bases; drafts are for officers.
import type { FilterQuery } from '@mikro-orm/postgresql'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, Field, FieldResolver, ID, Info, Int, ObjectType, Query, Resolver, Root } from 'type-graphql'
import { Needs, Public, SignedIn } from '../shared/access.ts'
import { find, grouped, many, type Context } from '../shared/context.ts'
import { Event, EventsArgs, eventsOf } from '../shared/event.ts'
import { connection, page, PageArgs } from '../shared/page.ts'
import { allOf, inDivision, where } from '../shared/scope.ts'
import { raw } from '@mikro-orm/core'
import { among } from './among.ts'
import { Division } from './division.stub.ts'
import { DutyItem } from './item.entity.ts'
import { itemsOf } from './item.facts.ts'
import { DutyList } from './list.entity.ts'
import { LIST_TYPES, type DutyListType } from './list.rules.ts'
import { ListOpinion } from './opinion.entity.ts'
import { uuids } from './transaction.ts'
import { DutyListVersion, versionTypes } from './version.entity.ts'
import { PARENT, VERSION_FACTS, versionFacts } from './version.facts.ts'
import { DutyListFilter } from './version.inputs.ts'
import { dutyListVersionMachine } from './version.machine.ts'
import { Waiting, waitingOf } from './waiting.ts'

const VersionConnection = connection(DutyListVersion, 'DutyListVersion', 'public')

const KNOWN = Object.keys(LIST_TYPES)
const ofTypes = (types: readonly DutyListType[]) => ({
  [raw(
    (version) =>
      `${version}.list_id in (select id from duties.duty_list where type in (${types
        .filter((type) => KNOWN.includes(type))
        .map((type) => `'${type}'`)
        .join(', ')}))`,
  )]: [],
})

@SignedIn()
@ObjectType({ description: 'What is to be seen to before a version goes on; codes of items.' })
export class DutyListGaps {
  @Field(() => [String], { description: 'Without a legal basis.' }) baseless!: readonly string[]
  @Field(() => [String], { description: 'Without a department, where one must answer for it.' }) ownerless!: readonly string[]
  @Field(() => [String], { description: 'Not as in the list above, or missing here.' }) stale!: readonly string[]
  @Field(() => [String], { description: 'Without a commitment that is at least budgeted.' }) unfunded!: readonly string[]
}

@Resolver(() => DutyListVersion)
export class VersionResolver {
  @Public()
  @Query(() => DutyListVersion, { nullable: true, description: 'Without signing in, only a published one.' })
  dutyListVersion(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return find(ctx, DutyListVersion, id)
  }

  @Public()
  @Query(() => VersionConnection, { description: 'Versions of lists, latest first; without signing in, only published ones.' })
  dutyListVersions(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => DutyListFilter, { nullable: true }) filter: DutyListFilter | undefined,
    @Info() info: GraphQLResolveInfo,
  ) {
    const { ids, division, at, type, year, status } = filter ?? {}
    const asked = allOf(
      among(ids),
      division ? inDivision(division) : true,
      at ? { division: at } : true,
      type?.length ? ofTypes(type) : true,
      year?.length ? { year: { $in: year } } : true,
      status?.length ? { status: { $in: status } } : true,
    )
    const order = { year: 'desc', createdAt: 'desc' } as const
    return page(ctx, DutyListVersion, { where: where(asked) as FilterQuery<DutyListVersion>, orderBy: order, first, after, info })
  }

  @Public()
  @Needs('division')
  @FieldResolver(() => Division)
  division(@Root() version: DutyListVersion) {
    return { code: version.division }
  }

  @Public()
  @Needs('list')
  @FieldResolver(() => DutyList)
  list(@Ctx() ctx: Context, @Root() version: DutyListVersion) {
    return find(ctx, DutyList, version.list.id)
  }

  @Public()
  @Needs('id')
  @FieldResolver(() => [DutyItem], { description: 'In their order.' })
  items(@Ctx() ctx: Context, @Root() { id }: DutyListVersion) {
    return itemsOf(ctx, id)
  }

  @Public()
  @Needs('id')
  @FieldResolver(() => Int, { description: 'How many items it has.' })
  async itemCount(@Ctx() ctx: Context, @Root() { id }: DutyListVersion): Promise<number> {
    const counted = await many(ctx, 'version.count', id, async (ids) => {
      const rows = await ctx.em.execute<{ id: string; count: number }[]>(
        `select list_version_id as id, count(*)::int as count from duties.duty_item where list_version_id = any(?::uuid[]) group by 1`,
        [uuids(ids)],
      )
      return new Map(rows.map((row) => [row.id, row.count]))
    })
    return counted ?? 0
  }

  @Public()
  @Needs('basedOn')
  @FieldResolver(() => DutyListVersion, { nullable: true, description: 'The version it was begun from.' })
  basedOn(@Ctx() ctx: Context, @Root() { basedOn }: DutyListVersion) {
    return basedOn && find(ctx, DutyListVersion, basedOn.id)
  }

  @Public()
  @Needs('id')
  @FieldResolver(() => DutyListVersion, {
    nullable: true,
    description: 'The version in force of the list above, whose items are taken over.',
  })
  async parent(@Ctx() ctx: Context, @Root() { id }: DutyListVersion) {
    const parent = await many(ctx, 'version.parent', id, async (ids) => {
      const rows = await ctx.em.execute<{ id: string; parent: string | null }[]>(
        `select v.id, ${PARENT} as parent from duties.duty_list_version v join duties.duty_list l on l.id = v.list_id where v.id = any(?::uuid[])`,
        [uuids(ids)],
      )
      return new Map(rows.flatMap(({ id: of, parent: above }) => (above ? [[of, above] as const] : [])))
    })
    return parent && find(ctx, DutyListVersion, parent)
  }

  @Needs(...VERSION_FACTS)
  @FieldResolver(() => DutyListGaps)
  gaps(@Ctx() ctx: Context, @Root() version: DutyListVersion) {
    return versionFacts(ctx, version)
  }

  @Needs('id')
  @FieldResolver(() => [ListOpinion], { description: 'Oldest first.' })
  async opinions(@Ctx() ctx: Context, @Root() { id }: DutyListVersion) {
    const opinions = await many(ctx, 'version.opinions', id, async (ids) => {
      const rows = await ctx.em.find(ListOpinion, { listVersion: { $in: ids } }, { orderBy: { at: 'asc', id: 'asc' } })
      return grouped(rows, (row) => row.listVersion.id)
    })
    return opinions ?? []
  }

  @SignedIn()
  @Needs(...VERSION_FACTS)
  @FieldResolver(() => [versionTypes.Offer])
  async offers(@Ctx() ctx: Context, @Root() version: DutyListVersion) {
    const { status, division, previousStatus } = version
    const facts = { ...(await versionFacts(ctx, version)), status, division, previousStatus }
    return dutyListVersionMachine.offers(facts, ctx.actor, ctx.now)
  }

  @Needs('id')
  @FieldResolver(() => [Event])
  events(@Ctx() ctx: Context, @Root() { id }: DutyListVersion, @Args(() => EventsArgs) { last }: EventsArgs) {
    return eventsOf(ctx, id, last)
  }

  @Needs('id', 'status')
  @FieldResolver(() => Waiting)
  waiting(@Ctx() ctx: Context, @Root() version: DutyListVersion) {
    return waitingOf(ctx, dutyListVersionMachine, version)
  }
}
