// What lies inside a town: town-managed communities, grids and neighbourhood cells. Read by everyone.
import { Arg, Ctx, Field, FieldResolver, ID, InputType, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For, Needs, Public } from '../shared/access.ts'
import { find, grouped, many, take, type Context } from '../shared/context.ts'
import { badInput } from '../shared/errors.ts'
import { record } from '../shared/event.ts'
import { text } from '../shared/words.ts'
import { TownManagedCommunity } from './community.entity.ts'
import { Division } from './division.entity.ts'
import { Grid, NeighbourhoodCell } from './grid.entity.ts'
import { COMMITTEES, mustBe, mustHold, SURVEYORS, TOWNS, WARDENS } from './rights.ts'

@InputType()
export class CommunityInput {
  @Field(() => String) name!: string
  @Field(() => [ID], { description: 'Codes of its committees, all of the same town.' }) committees!: string[]
}

@InputType()
export class CellInput {
  @Field(() => String) name!: string
  @Field(() => ID, { nullable: true }) grid?: string
}

const FOUNDERS = [...SURVEYORS, 'SUBDISTRICT_LEAD', 'SUBDISTRICT_OFFICER'] as const
const COMMUNITY = text('镇管社区', 'Town-managed community')

const mustLieIn = async (ctx: Context, town: string, codes: readonly string[]): Promise<void> => {
  const found = await ctx.em.count(Division, {
    code: { $in: [...codes] },
    parentCode: town,
    validTo: null,
    kind: { $in: [...COMMITTEES] },
  })
  if (found !== new Set(codes).size)
    throw badInput(text('镇管社区只能由本镇现有的居村组成。', 'A community is made of committees of its own town.'), {
      field: 'committees',
    })
}

@Resolver(() => Division)
export class DivisionGridsResolver {
  @Needs('code')
  @FieldResolver(() => [Grid], { description: 'Its grids, by code.' })
  async grids(@Ctx() ctx: Context, @Root() { code }: Division): Promise<Grid[]> {
    const load = async (codes: string[]) =>
      grouped(await ctx.em.find(Grid, { division: { $in: codes } }, { orderBy: { code: 'asc' } }), (g) => g.division)
    return (await many(ctx, 'grids', code, load)) ?? []
  }

  @Needs('code')
  @FieldResolver(() => [NeighbourhoodCell])
  async cells(@Ctx() ctx: Context, @Root() { code }: Division): Promise<NeighbourhoodCell[]> {
    const load = async (codes: string[]) =>
      grouped(await ctx.em.find(NeighbourhoodCell, { division: { $in: codes } }, { orderBy: { name: 'asc' } }), (c) => c.division)
    return (await many(ctx, 'cells', code, load)) ?? []
  }

  @Public()
  @Query(() => Grid, { nullable: true })
  grid(@Ctx() ctx: Context, @Arg('code', () => String) code: string): Promise<Grid | null> {
    return find(ctx, Grid, code, 'code')
  }

  @For(...WARDENS)
  @Mutation(() => Grid, { description: 'Draws the next grid of a committee; its code is the committee’s and the next order.' })
  async createGrid(
    @Ctx() ctx: Context,
    @Arg('division', () => ID) division: string,
    @Arg('name', () => String) name: string,
  ): Promise<Grid> {
    mustHold(ctx, WARDENS, division)
    await mustBe(ctx, division, COMMITTEES, 'division')
    await ctx.em.execute('select pg_advisory_xact_lock(hashtext(?))', [`grid:${division}`])
    const [last] = await ctx.em.find(Grid, { division }, { orderBy: { code: 'desc' }, limit: 1 })
    const order = Number(last?.code.slice(12) ?? 0) + 1
    const grid = ctx.em.create(Grid, {
      id: uuidv7(),
      version: 0,
      division,
      name,
      code: division + String(order).padStart(3, '0'),
      createdAt: ctx.now,
    })
    await record(ctx, grid, { type: 'Grid', action: 'CREATE', title: name })
    return grid
  }

  @For(...WARDENS)
  @Mutation(() => NeighbourhoodCell)
  async createCell(
    @Ctx() ctx: Context,
    @Arg('division', () => ID) division: string,
    @Arg('input', () => CellInput) input: CellInput,
  ): Promise<NeighbourhoodCell> {
    mustHold(ctx, WARDENS, division)
    await mustBe(ctx, division, COMMITTEES, 'division')
    const cell = ctx.em.create(NeighbourhoodCell, {
      id: uuidv7(),
      version: 0,
      division,
      name: input.name,
      gridId: input.grid ?? null,
      createdAt: ctx.now,
    })
    await record(ctx, cell, { type: 'NeighbourhoodCell', action: 'CREATE', title: input.name })
    return cell
  }
}

@Resolver(() => TownManagedCommunity)
export class CommunityResolver {
  @Public()
  @Query(() => [TownManagedCommunity], { description: 'The town-managed communities of a town.' })
  communities(@Ctx() ctx: Context, @Arg('town', () => ID) town: string): Promise<TownManagedCommunity[]> {
    return ctx.em.find(TownManagedCommunity, { division: town }, { orderBy: { name: 'asc' } })
  }

  @Needs('division')
  @FieldResolver(() => Division, { description: 'The town that manages it.' })
  division(@Ctx() ctx: Context, @Root() { division }: TownManagedCommunity): Promise<Division | null> {
    return find(ctx, Division, division, 'code')
  }

  @Needs('committees')
  @FieldResolver(() => [Division])
  async committees(@Ctx() ctx: Context, @Root() { committees }: TownManagedCommunity): Promise<Division[]> {
    const found = await Promise.all(committees.map((code) => find(ctx, Division, code, 'code')))
    return found.filter((d) => d !== null)
  }

  @For(...FOUNDERS)
  @Mutation(() => TownManagedCommunity)
  async createCommunity(
    @Ctx() ctx: Context,
    @Arg('town', () => ID) town: string,
    @Arg('input', () => CommunityInput) input: CommunityInput,
  ): Promise<TownManagedCommunity> {
    mustHold(ctx, FOUNDERS, town)
    await mustBe(ctx, town, TOWNS, 'town')
    await mustLieIn(ctx, town, input.committees)
    const community = ctx.em.create(TownManagedCommunity, {
      id: uuidv7(),
      version: 0,
      division: town,
      ...input,
      createdAt: ctx.now,
    })
    await record(ctx, community, { type: 'TownManagedCommunity', action: 'CREATE', title: input.name })
    return community
  }

  @For(...FOUNDERS)
  @Mutation(() => TownManagedCommunity)
  async reviseCommunity(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => CommunityInput) input: CommunityInput,
  ): Promise<TownManagedCommunity> {
    const community = await take(ctx, TownManagedCommunity, COMMUNITY, id, expectedVersion)
    mustHold(ctx, FOUNDERS, community.division)
    await mustLieIn(ctx, community.division, input.committees)
    Object.assign(community, input)
    await record(ctx, community, { type: 'TownManagedCommunity', action: 'REVISE', title: input.name })
    return community
  }
}
