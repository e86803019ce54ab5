// Divisions: read by everyone, kept by the district.
import type { FilterQuery } from '@mikro-orm/postgresql'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Mutation, Query, Resolver, Root } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For, Needs, Public, SignedIn } from '../shared/access.ts'
import { prefixOf } from '../shared/actor.ts'
import { find, grouped, many, take, type Context } from '../shared/context.ts'
import { badInput, refused } from '../shared/errors.ts'
import { Event, EventsArgs, eventsOf, record } from '../shared/event.ts'
import { plain } from '../shared/identifiers.ts'
import { divisionKindOf } from './division.rules.ts'
import { connection, page, PageArgs, type Connection } from '../shared/page.ts'
import { inDivision, where } from '../shared/scope.ts'
import { text } from '../shared/words.ts'
import { TownManagedCommunity } from './community.entity.ts'
import { Division } from './division.entity.ts'
import { CreateDivisionInput, DivisionFilter, DivisionOrder, ReviseDivisionInput } from './division.inputs.ts'
import { parentCodeOf, pathOf } from './divisions.ts'
import { mustHold, SURVEYORS } from './rights.ts'

const DivisionConnection = connection(Division, 'Division', 'public')
export const DIVISION = text('区划', 'Division')

const DAY = /^\d{4}-\d{2}-\d{2}$/
const mustBeDay = (day: string, field: string) => {
  if (!DAY.test(day) || Number.isNaN(Date.parse(day)))
    throw badInput(text('日期应写作“2026-01-31”。', 'Write the day as 2026-01-31.'), { field })
}

const matching = (typed: string): FilterQuery<Division> => {
  const search = typed.trim()
  const letters = plain(search).toLowerCase()
  const like = (value: string) => value.replace(/[\\%_]/g, '\\$&')
  if (/^\d+$/.test(letters)) return { code: { $like: `${letters}%` } }
  const parts: FilterQuery<Division>[] = [{ name: { $ilike: `%${like(search)}%` } }]
  if (/^[a-z]+$/.test(letters)) parts.push({ pinyin: { $like: `%${letters}%` } }, { initials: { $like: `%${letters}%` } })
  return { $or: parts }
}

const conditions = (filter: DivisionFilter): FilterQuery<Division> => ({
  $and: [
    filter.search?.trim() ? matching(filter.search) : {},
    filter.parent ? { parentCode: filter.parent } : {},
    filter.within ? (where(inDivision(filter.within, 'code')) as FilterQuery<Division>) : {},
    filter.kinds?.length ? { kind: { $in: filter.kinds } } : {},
    filter.ended ? {} : { validTo: null },
  ],
})

@Resolver(() => Division)
export class DivisionResolver {
  @Public()
  @Query(() => Division, { nullable: true })
  division(@Ctx() ctx: Context, @Arg('code', () => ID) code: string): Promise<Division | null> {
    return find(ctx, Division, code, 'code')
  }

  @Public()
  @Query(() => DivisionConnection, { description: 'Divisions by name, pinyin, code or place in the tree.' })
  divisions(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => DivisionFilter, { nullable: true }) filter: DivisionFilter | undefined,
    @Arg('orderBy', () => DivisionOrder, { defaultValue: 'CODE' }) orderBy: keyof typeof DivisionOrder,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Division>> {
    const order = orderBy === 'PINYIN' ? ({ pinyin: 'asc' } as const) : ({ code: 'asc' } as const)
    return page(ctx, Division, { where: conditions(filter ?? new DivisionFilter()), orderBy: order, first, after, info })
  }

  @Needs('parentCode')
  @FieldResolver(() => Division, { nullable: true })
  parent(@Ctx() ctx: Context, @Root() { parentCode }: Division): Promise<Division | null> | null {
    return parentCode ? find(ctx, Division, parentCode, 'code') : null
  }

  @Needs('code')
  @FieldResolver(() => [Division], { description: 'The divisions directly below that now exist, by code.' })
  async children(@Ctx() ctx: Context, @Root() { code }: Division): Promise<Division[]> {
    const load = async (codes: string[]) =>
      grouped(
        await ctx.em.find(Division, { parentCode: { $in: codes }, validTo: null }, { orderBy: { code: 'asc' } }),
        (d) => d.parentCode!,
      )
    return (await many(ctx, 'children', code, load)) ?? []
  }

  @Needs('managed', 'code')
  @FieldResolver(() => TownManagedCommunity, {
    nullable: true,
    description: 'The town-managed community it belongs to, if its town has made one.',
  })
  community(
    @Ctx() ctx: Context,
    @Root() { code, managed }: Division,
  ): TownManagedCommunity | null | Promise<TownManagedCommunity | null> {
    if (managed !== undefined) return managed
    return many(ctx, 'community', code, async (codes) => {
      const rows = await ctx.em.find(TownManagedCommunity, { committees: { $overlap: codes } })
      return new Map(rows.flatMap((row) => row.committees.map((c) => [c, row] as const)))
    })
  }

  @SignedIn()
  @Needs('id')
  @FieldResolver(() => [Event])
  events(@Ctx() ctx: Context, @Root() { id }: Division, @Args(() => EventsArgs) { last }: EventsArgs): Promise<Event[]> {
    return eventsOf(ctx, id, last)
  }

  @For(...SURVEYORS)
  @Mutation(() => Division, { description: 'Enters a new division; predecessors end the day before.' })
  async createDivision(
    @Ctx() ctx: Context,
    @Arg('input', () => CreateDivisionInput) input: CreateDivisionInput,
  ): Promise<Division> {
    mustHold(ctx, SURVEYORS, input.code)
    mustBeDay(input.validFrom, 'validFrom')
    const kind = divisionKindOf(input.code)
    if (!kind)
      throw badInput(
        text('区划代码应为12位，且各段在规定范围内。', 'A division code has 12 digits, each part within its band.'),
        {
          field: 'code',
        },
      )
    const parentCode = parentCodeOf(input.code)
    const parent = parentCode && (await find(ctx, Division, parentCode, 'code'))
    if (parentCode && !parent) throw badInput(text('请先录入上级区划。', 'Enter the division above it first.'), { field: 'code' })
    const above = parent ? parent.path : null
    const division = ctx.em.create(Division, {
      ...input,
      id: uuidv7(),
      version: 0,
      kind,
      parentCode,
      path: pathOf(input.name, above),
      validTo: null,
    })
    await record(ctx, division, {
      type: 'Division',
      action: 'CREATE',
      title: division.name,
      data: { predecessors: input.predecessors },
    })
    return division
  }

  @For(...SURVEYORS)
  @Mutation(() => Division, { description: 'Renames a division or sets its last day.' })
  async reviseDivision(
    @Ctx() ctx: Context,
    @Arg('code', () => ID) code: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => ReviseDivisionInput) input: ReviseDivisionInput,
  ): Promise<Division> {
    mustHold(ctx, SURVEYORS, code)
    if (input.validTo) mustBeDay(input.validTo, 'validTo')
    const known = await find(ctx, Division, code, 'code')
    const division = await take(ctx, Division, DIVISION, known?.id ?? uuidv7(), expectedVersion)
    if (input.validTo && (await ctx.em.count(Division, { parentCode: code, validTo: null })))
      throw refused(text('请先撤销其下级区划。', 'End the divisions below it first.'))
    const before = division.name
    ctx.em.assign(division, Object.fromEntries(Object.entries(input).filter(([, v]) => v !== undefined && v !== null)))
    if (division.name !== before) await this.#renamed(ctx, division, before)
    await record(ctx, division, { type: 'Division', action: 'REVISE', title: division.name, data: input })
    return division
  }

  /** The new name stands in the paths of everything below. */
  async #renamed(ctx: Context, division: Division, before: string): Promise<void> {
    const old = division.path
    division.path = old.slice(0, old.length - before.length) + division.name
    await ctx.em.execute(`update territory.division set path = ? || substr(path, ?) where parent_code like ? and path like ?`, [
      division.path,
      old.length + 1,
      `${prefixOf(division.code)}%`,
      `${old}%`,
    ])
  }
}
