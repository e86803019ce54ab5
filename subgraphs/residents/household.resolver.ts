// Homes and households: read by those who live there and by officers, drawn by the committee.
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import type { FilterQuery } from '@mikro-orm/postgresql'
import type { GraphQLResolveInfo } from 'graphql'
import { v7 as uuidv7 } from 'uuid'
import { For, Needs, SignedIn } from '../shared/access.ts'
import { rolesAt } from '../shared/actor.ts'
import { find, grouped, many, take, type Context } from '../shared/context.ts'
import { badInput } from '../shared/errors.ts'
import { Event, EventsArgs, eventsOf, record } from '../shared/event.ts'
import { connection, page, PageArgs, type Connection } from '../shared/page.ts'
import { inDivision, where } from '../shared/scope.ts'
import { text } from '../shared/words.ts'
import { Dwelling, Household } from './household.entity.ts'
import { adultAge, masksAt, ownHouseholdOf } from './persons.ts'
import { Resident } from './resident.entity.ts'
import { HouseholdInput } from './resident.inputs.ts'
import { HOUSEHOLD } from './resident.mutations.ts'
import { ageOn, COMMITTEE_STAFF, shownAs, sightOf } from './resident.rules.ts'
import { mustBeCommittee, mustHold } from './rights.ts'
import { tellRoll } from './roll.ts'
import { Building, Division } from './territory.stub.ts'

const HouseholdConnection = connection(Household, 'Household')

@Resolver(() => Dwelling)
export class DwellingResolver {
  @Needs('id', 'division', 'room')
  @FieldResolver(() => String, { nullable: true, description: 'Shown to the household, the committee and the grid worker.' })
  async room(@Ctx() ctx: Context, @Root() { id, division, room }: Dwelling): Promise<string | null> {
    const own = await ownHouseholdOf(ctx)
    const isOwn = own !== null && (await find(ctx, Household, own))?.dwellingId === id
    const sight = sightOf({ isOwn, isChild: false, held: rolesAt(ctx.actor, division) })
    return shownAs(masksAt(ctx, division), sight, 'ADDRESS', room) === room ? room : null
  }

  @Needs('buildingId')
  @FieldResolver(() => Building, { nullable: true })
  building(@Root() { buildingId }: Dwelling): Building | null {
    return buildingId === null ? null : { id: buildingId }
  }
}

@Resolver(() => Household)
export class HouseholdResolver {
  @SignedIn()
  @Query(() => Household, { nullable: true })
  household(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<Household | null> {
    return find(ctx, Household, id)
  }

  @SignedIn()
  @Query(() => HouseholdConnection)
  households(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('division', () => ID, { nullable: true, description: 'In this division or below it.' }) division: string | undefined,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Household>> {
    return page(ctx, Household, {
      where: division ? (where(inDivision(division)) as FilterQuery<Household>) : {},
      orderBy: { division: 'asc' },
      first,
      after,
      info,
    })
  }

  @Needs('division')
  @FieldResolver(() => Division)
  division(@Root() { division }: Household): Division {
    return { code: division }
  }

  @Needs('dwellingId')
  @FieldResolver(() => Dwelling, { nullable: true })
  dwelling(@Ctx() ctx: Context, @Root() { dwellingId }: Household): Promise<Dwelling | null> {
    return find(ctx, Dwelling, dwellingId)
  }

  @Needs('id')
  @FieldResolver(() => [Resident], { description: 'Those on the roll, the head first.' })
  async members(@Ctx() ctx: Context, @Root() { id }: Household): Promise<Resident[]> {
    const load = async (ids: string[]) => {
      const rows = await ctx.em.find(
        Resident,
        { householdId: { $in: ids }, endedAs: null },
        { orderBy: { birthDate: 'asc', id: 'asc' } },
      )
      return grouped(
        rows.toSorted((a, b) => Number(b.relation === 'HEAD') - Number(a.relation === 'HEAD')),
        (r) => r.householdId!,
      )
    }
    return (await many(ctx, 'members', id, load)) ?? []
  }

  @Needs('representativeId')
  @FieldResolver(() => Resident, { nullable: true, description: 'Who stands for it in meetings counted by household.' })
  representative(@Ctx() ctx: Context, @Root() { representativeId }: Household): Promise<Resident | null> | null {
    return representativeId === null ? null : find(ctx, Resident, representativeId)
  }

  @Needs('id')
  @FieldResolver(() => [Event])
  events(@Ctx() ctx: Context, @Root() { id }: Household, @Args(() => EventsArgs) { last }: EventsArgs): Promise<Event[]> {
    return eventsOf(ctx, id, last)
  }

  @For(...COMMITTEE_STAFF)
  @Mutation(() => Household, { description: 'A new household in a home; the home is entered with it when it is new.' })
  async createHousehold(@Ctx() ctx: Context, @Arg('input', () => HouseholdInput) input: HouseholdInput): Promise<Household> {
    mustHold(ctx, COMMITTEE_STAFF, mustBeCommittee(input.division))
    const door = { division: input.division, address: input.address.trim(), room: input.room.trim() }
    if (!door.address || !door.room)
      throw badInput(text('请填写楼栋地址和室号。', 'Give the address and the room.'), { field: 'room' })
    const known = await ctx.em.findOne(Dwelling, door)
    const dwelling =
      known ??
      ctx.em.create(Dwelling, { id: uuidv7(), version: 0, ...door, buildingId: input.building ?? null, createdAt: ctx.now })
    if (!known) await record(ctx, dwelling, { type: 'Dwelling', action: 'CREATE', title: door.address })
    const household = ctx.em.create(Household, {
      id: uuidv7(),
      version: 0,
      division: door.division,
      dwellingId: dwelling.id,
      representativeId: null,
      createdAt: ctx.now,
    })
    await record(ctx, household, { type: 'Household', action: 'CREATE', title: door.address })
    return household
  }

  @For(...COMMITTEE_STAFF)
  @Mutation(() => Household, { description: 'Names the adult who stands for the household in meetings.' })
  async nameHouseholdRepresentative(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('resident', () => ID) resident: string,
  ): Promise<Household> {
    const household = await take(ctx, Household, HOUSEHOLD, id, expectedVersion)
    mustHold(ctx, COMMITTEE_STAFF, household.division)
    const changed = await ctx.em.find(Resident, {
      id: { $in: [resident, ...(household.representativeId ? [household.representativeId] : [])] },
    })
    const chosen = changed.find((r) => r.id === resident)
    if (chosen?.householdId !== id || chosen.endedAs !== null)
      throw badInput(text('户代表应为该户成员。', 'Choose a member of the household.'), { field: 'resident' })
    if (ageOn(chosen.birthDate, ctx.now) < adultAge(ctx))
      throw badInput(text('户代表应年满18周岁。', 'Choose someone of eighteen or older.'), { field: 'resident' })
    household.representativeId = resident
    await record(ctx, household, {
      type: 'Household',
      action: 'NAME_REPRESENTATIVE',
      title: text('户代表', 'Representative').zh,
      data: { resident },
    })
    for (const one of changed)
      await record(ctx, one, {
        type: 'Resident',
        action: 'REPRESENT',
        title: text('户代表', 'Representative').zh,
        data: { household: id },
      })
    await ctx.em.flush()
    await tellRoll(ctx, changed)
    return household
  }
}
