// Reading residents: cut by scope, masked by the table for whoever asks.
import { raw, type FilterQuery } from '@mikro-orm/postgresql'
import type { GraphQLResolveInfo } from 'graphql'
import { Arg, Args, Ctx, FieldResolver, ID, Info, Int, Query, Resolver, Root } from 'type-graphql'
import { For, Needs, SignedIn } from '../shared/access.ts'
import { prefixOf, rolesAt } from '../shared/actor.ts'
import { dayOf } from '../shared/calendar.ts'
import { find, grouped, many, type Context } from '../shared/context.ts'
import { forbidden } from '../shared/errors.ts'
import { Event, EventsArgs, eventsOf } from '../shared/event.ts'
import { connection, page, PageArgs, type Connection } from '../shared/page.ts'
import { inDivision, where } from '../shared/scope.ts'
import { Household } from './household.entity.ts'
import { Guardian, ResidentsRepresentative } from './kin.entity.ts'
import { adultAge, childAge, masksAt, sightFor, goOn, typedIdIndexes, typedPhoneIndex, valueOf } from './persons.ts'
import { Resident } from './resident.entity.ts'
import { ResidentCounts, ResidentFilter } from './resident.inputs.ts'
import { ageOn, reaches, ROW_STAFF, shownAs, type PersonalField, type Sight } from './resident.rules.ts'
import { Division } from './territory.stub.ts'

const ResidentConnection = connection(Resident, 'Resident')
const LIGHT = ['id', 'division', 'grid', 'householdId', 'birthDate'] as const

const conditions = (ctx: Context, f: ResidentFilter): FilterQuery<Resident> => ({
  $and: [
    f.division ? (where(inDivision(f.division)) as FilterQuery<Resident>) : {},
    f.building
      ? {
          householdId: raw(
            'any(array(select h.id from residents.household h join residents.dwelling d on d.id = h.dwelling_id where d.building_id = ?))',
            [f.building],
          ),
        }
      : {},
    f.name?.trim() ? { name: { $like: `%${f.name.trim().replace(/[\\%_]/g, '\\$&')}%` } } : {},
    f.idNumber?.trim() ? { idIndex: { $in: typedIdIndexes(ctx, f.idNumber) } } : {},
    f.phone?.trim() ? { phoneIndex: typedPhoneIndex(ctx, f.phone) } : {},
    f.ended ? {} : { endedAs: null },
  ],
})

/** In which light a row is seen, worked out once for all its fields. */
const sights = new WeakMap<Resident, { readonly ctx: Context; readonly sight: Sight | Promise<Sight> }>()

const sightHere = (ctx: Context, person: Resident): Sight | Promise<Sight> => {
  let known = sights.get(person)
  if (known?.ctx !== ctx) sights.set(person, (known = { ctx, sight: sightFor(ctx, person) }))
  return known.sight
}

/** At once where everything is at hand, which it is for officers and what is not sealed. */
const shown = (ctx: Context, person: Resident, field: PersonalField): string | null | Promise<string | null> => {
  const masks = masksAt(ctx, person.division)
  const seen = (sight: Sight) =>
    masks[sight][field] === 'HIDDEN' ? null : goOn(valueOf(ctx, person, field), (value) => shownAs(masks, sight, field, value))
  return goOn(sightHere(ctx, person), seen)
}

@Resolver(() => Resident)
export class ResidentResolver {
  @SignedIn()
  @Query(() => Resident, { nullable: true })
  resident(@Ctx() ctx: Context, @Arg('id', () => ID) id: string): Promise<Resident | null> {
    return find(ctx, Resident, id)
  }

  @SignedIn()
  @Query(() => Resident, { nullable: true, description: 'The resident whose account asks.' })
  myself(@Ctx() ctx: Context): Promise<Resident | null> | null {
    return ctx.actor.resident === null ? null : find(ctx, Resident, ctx.actor.resident)
  }

  @SignedIn()
  @Query(() => ResidentConnection, {
    description: 'People on the roll: of the divisions an officer answers for, or of one’s own household.',
  })
  residents(
    @Ctx() ctx: Context,
    @Args(() => PageArgs) { first, after }: PageArgs,
    @Arg('filter', () => ResidentFilter, { nullable: true }) filter: ResidentFilter | undefined,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<Resident>> {
    return page(ctx, Resident, {
      where: conditions(ctx, filter ?? new ResidentFilter()),
      orderBy: { division: 'asc', name: 'asc' },
      first,
      after,
      info,
    })
  }

  @For('DISTRICT_CIVIL_AFFAIRS', ...ROW_STAFF)
  @Query(() => ResidentCounts, {
    description: 'Counts for a division within the caller’s reach; the district sees people only as counts.',
  })
  async residentCounts(@Ctx() ctx: Context, @Arg('division', () => ID) division: string): Promise<ResidentCounts> {
    const held = ['DISTRICT_CIVIL_AFFAIRS', ...ROW_STAFF] as const
    if (ctx.actor.kind !== 'SYSTEM' && !rolesAt(ctx.actor, division).some((r) => held.includes(r as never))) throw forbidden()
    const today = dayOf(ctx.now)
    const bornBy = (age: number) => reaches(today, -age)
    const [row] = await ctx.em.execute<Record<keyof ResidentCounts, string>[]>(
      `select count(distinct household_id) as households, count(*) as residents,
              count(*) filter (where birth_date <= ?) as adults, count(*) filter (where birth_date > ?) as children,
              count(*) filter (where birth_date <= ?) as elders, count(*) filter (where residence = 'MIGRANT') as migrants
         from residents.resident where division like ? and ended_as is null`,
      [bornBy(adultAge(ctx)), bornBy(childAge(ctx)), bornBy(60), `${prefixOf(division)}%`],
    )
    return Object.fromEntries(
      Object.entries(row!).map(([k, n]) => [k, Number(n) > 0 && Number(n) < 5 ? null : Number(n)]),
    ) as unknown as ResidentCounts
  }

  @Needs('name', ...LIGHT)
  @FieldResolver(() => String, { description: 'In full for the household and the committee, else 张*三.' })
  name(@Ctx() ctx: Context, @Root() person: Resident): string | Promise<string> {
    return goOn(shown(ctx, person, 'NAME'), (name) => name ?? '*')
  }

  @Needs('idSealed', 'wrapped', ...LIGHT)
  @FieldResolver(() => String, {
    nullable: true,
    description: 'In full for the household, 310113********0018 for officers; null when not shown.',
  })
  idNumber(@Ctx() ctx: Context, @Root() person: Resident): string | null | Promise<string | null> {
    return shown(ctx, person, 'ID_NUMBER')
  }

  @Needs('phoneSealed', 'wrapped', ...LIGHT)
  @FieldResolver(() => String, {
    nullable: true,
    description: 'In full for the household, 138****5678 for officers; null when not shown or not known.',
  })
  phone(@Ctx() ctx: Context, @Root() person: Resident): string | null | Promise<string | null> {
    return shown(ctx, person, 'PHONE')
  }

  @Needs(...LIGHT)
  @FieldResolver(() => String, {
    nullable: true,
    description: 'YYYY-MM-DD. Never beside a masked ID number, which it would complete.',
  })
  birthDate(@Ctx() ctx: Context, @Root() person: Resident): string | null | Promise<string | null> {
    return shown(ctx, person, 'BIRTH_DATE')
  }

  @Needs('home', ...LIGHT)
  @FieldResolver(() => String, {
    nullable: true,
    description: 'With the room for the household and the committee, else to the building.',
  })
  address(@Ctx() ctx: Context, @Root() person: Resident): string | null | Promise<string | null> {
    return shown(ctx, person, 'ADDRESS')
  }

  @Needs('birthDate')
  @FieldResolver(() => Int, { description: 'Completed years.' })
  age(@Ctx() ctx: Context, @Root() { birthDate }: Resident): number {
    return ageOn(birthDate, ctx.now)
  }

  @Needs('division')
  @FieldResolver(() => Division, { description: 'The committee.' })
  division(@Root() { division }: Resident): Division {
    return { code: division }
  }

  @Needs('householdId')
  @FieldResolver(() => Household, { nullable: true })
  household(@Ctx() ctx: Context, @Root() { householdId }: Resident): Promise<Household | null> | null {
    return householdId === null ? null : find(ctx, Household, householdId)
  }

  @Needs('id')
  @FieldResolver(() => [Guardian], { description: 'Who decides for a child.' })
  async guardians(@Ctx() ctx: Context, @Root() { id }: Resident): Promise<Guardian[]> {
    const load = async (wards: string[]) =>
      grouped(
        await ctx.em.find(Guardian, { ward: { $in: wards }, endedOn: null }, { orderBy: { createdAt: 'asc' } }),
        (g) => g.ward,
      )
    return (await many(ctx, 'guardians', id, load)) ?? []
  }

  @Needs('id')
  @FieldResolver(() => [ResidentsRepresentative], { description: "Their terms as a residents' representative, latest first." })
  async terms(@Ctx() ctx: Context, @Root() { id }: Resident): Promise<ResidentsRepresentative[]> {
    const load = async (ids: string[]) =>
      grouped(
        await ctx.em.find(ResidentsRepresentative, { resident: { $in: ids } }, { orderBy: { validFrom: 'desc' } }),
        (t) => t.resident,
      )
    return (await many(ctx, 'terms', id, load)) ?? []
  }

  @Needs('id')
  @FieldResolver(() => [Event])
  events(@Ctx() ctx: Context, @Root() { id }: Resident, @Args(() => EventsArgs) { last }: EventsArgs): Promise<Event[]> {
    return eventsOf(ctx, id, last)
  }
}
