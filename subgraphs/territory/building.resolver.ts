// Buildings, and the code on their doors.
import type { FilterQuery } from '@mikro-orm/postgresql'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, Field, FieldResolver, ID, Info, InputType, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For, Needs, Public, SignedIn } from '../shared/access.ts'
import { find, take, type Context } from '../shared/context.ts'
import { badInput } from '../shared/errors.ts'
import { Event, EventsArgs, eventsOf, record } from '../shared/event.ts'
import { connection, page, PageArgs, type Connection } from '../shared/page.ts'
import { inDivision, where } from '../shared/scope.ts'
import { text } from '../shared/words.ts'
import { Building, BuildingPlace } from './building.entity.ts'
import { Division } from './division.entity.ts'
import { Grid, NeighbourhoodCell } from './grid.entity.ts'
import { codeOf, readCode, svgOf, urlOf } from './qr.ts'
import { COMMITTEES, mustBe, mustHold, WARDENS } from './rights.ts'
import { originOf } from './surroundings.ts'

const BuildingConnection = connection(Building, 'Building')
const BUILDING = text('楼栋', 'Building')

@InputType()
export class BuildingFilter {
  @Field(() => ID, { nullable: true, description: 'In this division or below it.' }) division?: string
  @Field(() => String, { nullable: true, description: 'Part of the address.' }) search?: string
}

@InputType()
export class BuildingInput {
  @Field(() => String) address!: string
  @Field(() => ID, { nullable: true }) grid?: string
  @Field(() => ID, { nullable: true }) cell?: string
}

const conditions = ({ division, search }: BuildingFilter): FilterQuery<Building> => ({
  $and: [
    division ? (where(inDivision(division)) as FilterQuery<Building>) : {},
    search?.trim() ? { address: { $like: `%${search.trim().replace(/[\\%_]/g, '\\$&')}%` } } : {},
  ],
})

/** The grid and the cell must be of the same committee as the building. */
const mustBelong = async (ctx: Context, division: string, { grid, cell }: BuildingInput): Promise<void> => {
  if (grid && (await find(ctx, Grid, grid))?.division !== division)
    throw badInput(text('网格不属于该居村。', 'The grid is not of this committee.'), { field: 'grid' })
  if (cell && (await find(ctx, NeighbourhoodCell, cell))?.division !== division)
    throw badInput(text('邻里不属于该居村。', 'The cell is not of this committee.'), { field: 'cell' })
}

@Resolver(() => Building)
export class BuildingResolver {
  @SignedIn()
  @Query(() => Building, { nullable: true })
  building(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<Building | null> {
    return find(ctx, Building, id)
  }

  @SignedIn()
  @Query(() => BuildingConnection)
  buildings(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => BuildingFilter, { nullable: true }) filter: BuildingFilter | undefined,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Building>> {
    return page(ctx, Building, {
      where: conditions(filter ?? {}),
      orderBy: { division: 'asc', address: 'asc' },
      first,
      after,
      info,
    })
  }

  @Public()
  @Query(() => BuildingPlace, {
    nullable: true,
    description: 'Where the code on a door leads; null when it was made up or renewed since.',
  })
  async buildingByCode(@Ctx() ctx: Context, @Arg('code', () => String) code: string): Promise<BuildingPlace | null> {
    const read = readCode(ctx.secret, code)
    const building = read && (await find(ctx, Building, read.id))
    if (!building || building.codeEpoch !== read.codeEpoch) return null
    const committee = await find(ctx, Division, building.division, 'code')
    return committee && { path: committee.path, committee, grid: building.gridId ? await find(ctx, Grid, building.gridId) : null }
  }

  @Needs('division')
  @FieldResolver(() => Division, { description: 'The committee it stands in.' })
  division(@Ctx() ctx: Context, @Root() { division }: Building): Promise<Division | null> {
    return find(ctx, Division, division, 'code')
  }

  @Needs('gridId')
  @FieldResolver(() => Grid, { nullable: true })
  grid(@Ctx() ctx: Context, @Root() { gridId }: Building): Promise<Grid | null> | null {
    return gridId ? find(ctx, Grid, gridId) : null
  }

  @Needs('cellId')
  @FieldResolver(() => NeighbourhoodCell, { nullable: true })
  cell(@Ctx() ctx: Context, @Root() { cellId }: Building): Promise<NeighbourhoodCell | null> | null {
    return cellId ? find(ctx, NeighbourhoodCell, cellId) : null
  }

  @For(...WARDENS)
  @Needs('id', 'codeEpoch')
  @FieldResolver(() => String, { description: 'The address its code opens, without signing in.' })
  qrUrl(@Ctx() ctx: Context, @Root() building: Building): string {
    return urlOf(originOf(), codeOf(ctx.secret, building))
  }

  @For(...WARDENS)
  @Needs('id', 'codeEpoch')
  @FieldResolver(() => String, { description: 'The code as a picture to print, SVG.' })
  qrSvg(@Ctx() ctx: Context, @Root() building: Building): string {
    return svgOf(urlOf(originOf(), codeOf(ctx.secret, building)))
  }

  @Needs('id')
  @FieldResolver(() => [Event])
  events(@Ctx() ctx: Context, @Root() { id }: Building, @Args(() => EventsArgs) { last }: EventsArgs): Promise<Event[]> {
    return eventsOf(ctx, id, last)
  }

  @For(...WARDENS)
  @Mutation(() => Building)
  async createBuilding(
    @Ctx() ctx: Context,
    @Arg('division', () => ID) division: string,
    @Arg('input', () => BuildingInput) input: BuildingInput,
  ): Promise<Building> {
    mustHold(ctx, WARDENS, division)
    await mustBe(ctx, division, COMMITTEES, 'division')
    await mustBelong(ctx, division, input)
    const building = ctx.em.create(Building, {
      id: uuidv7(),
      version: 0,
      division,
      address: input.address.trim(),
      gridId: input.grid ?? null,
      cellId: input.cell ?? null,
      codeEpoch: 1,
      createdAt: ctx.now,
    })
    await record(ctx, building, { type: 'Building', action: 'CREATE', title: building.address })
    return building
  }

  @For(...WARDENS)
  @Mutation(() => Building)
  async reviseBuilding(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => BuildingInput) input: BuildingInput,
  ): Promise<Building> {
    const building = await take(ctx, Building, BUILDING, id, expectedVersion)
    mustHold(ctx, WARDENS, building.division)
    await mustBelong(ctx, building.division, input)
    Object.assign(building, { address: input.address.trim(), gridId: input.grid ?? null, cellId: input.cell ?? null })
    await record(ctx, building, { type: 'Building', action: 'REVISE', title: building.address })
    return building
  }

  @For(...WARDENS)
  @Mutation(() => Building, { description: 'Makes a new code for the door; the old one stops opening at once.' })
  async renewBuildingCode(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
  ): Promise<Building> {
    const building = await take(ctx, Building, BUILDING, id, expectedVersion)
    mustHold(ctx, WARDENS, building.division)
    building.codeEpoch += 1
    await record(ctx, building, { type: 'Building', action: 'RENEW_CODE', title: building.address })
    return building
  }
}
