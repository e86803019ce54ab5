// Places of an organisation and the hours of a service there. Where a confidential place is, the scope of its address decides.
import { Arg, Ctx, FieldResolver, ID, Int, Mutation, ObjectType, Query, Field, Resolver, Root } from 'type-graphql'
import { v7 as uuidv7 } from 'uuid'
import { For, Needs, Public } from '../shared/access.ts'
import { dayOf } from '../shared/calendar.ts'
import { find, hold, take, type Context } from '../shared/context.ts'
import { badInput, notFound } from '../shared/errors.ts'
import { record } from '../shared/event.ts'
import { say, text } from '../shared/words.ts'
import { Division } from './division.stub.ts'
import { hoursOn, hoursWrong, isOpenAt, nextOpenDay } from './hours.rules.ts'
import { mustBeRegistered } from './organization.find.ts'
import { SocialOrganization } from './organization.entity.ts'
import { ServiceAddress, ServicePlace, ServicePoint } from './place.entity.ts'
import { actsFor, KEEPERS, mustHold } from './rights.ts'
import { LINE, said, saidOrNull } from './said.ts'
import { ServiceListing } from './service.entity.ts'
import { HoursInput, PlaceInput } from './service.inputs.ts'
import { hangingOn } from './standing.find.ts'

const what = text('地点', 'Place')
const CONFIDENTIAL = text('保密地点', 'Confidential place')

@Public()
@ObjectType({ description: 'Open from one time to another.' })
export class OpenSpan {
  @Field(() => String) opens!: string
  @Field(() => String) closes!: string
}

const addressAsked = (input: PlaceInput) => {
  const { division, latitude = null, longitude = null } = input
  if (!/^\d{12}$/.test(division))
    throw badInput(text('请选择所在区划。', 'Choose the division it lies in.'), { field: 'division' })
  const postcode = saidOrNull(input.postcode, 'postcode', 6)
  if (postcode && !/^\d{6}$/.test(postcode))
    throw badInput(text('邮政编码为6位数字。', 'A postcode has six digits.'), { field: 'postcode' })
  if ((latitude === null) !== (longitude === null) || Math.abs(latitude ?? 0) > 90 || Math.abs(longitude ?? 0) > 180)
    throw badInput(text('经纬度应当成对填写。', 'A position has a latitude and a longitude.'), { field: 'latitude' })
  return {
    name: said(input.name, 'name', 60),
    line: input.kind === 'PHYSICAL' ? said(input.line ?? '', 'line', 200) : saidOrNull(input.line, 'line', 200),
    postcode,
    latitude,
    longitude,
    directions: saidOrNull(input.directions, 'directions', LINE),
    division,
    isConfidential: input.isConfidential,
  }
}

const placeAsked = ({ kind, isConfidential, division, access }: PlaceInput) => ({
  kind,
  isConfidential,
  division: division.slice(0, 6).padEnd(12, '0'),
  access: [...new Set(access)],
})

/** Histories are read by more people than addresses: a confidential place is told there by no name. */
const told = (ctx: Context, place: ServicePlace, action: string, name: string) =>
  record(ctx, place, { type: 'ServicePlace', action, title: place.isConfidential ? CONFIDENTIAL.zh : name })

const mustKeep = (ctx: Context, organization: string, division: string): void => {
  if (!actsFor(ctx.actor, organization)) mustHold(ctx, KEEPERS, division)
}

@Resolver(() => ServicePlace)
export class PlaceResolver {
  @Public()
  @Query(() => ServicePlace, { nullable: true })
  servicePlace(@Ctx() ctx: Context, @Arg('id', () => ID) id: string) {
    return find(ctx, ServicePlace, id)
  }

  @Public()
  @Needs('id')
  @FieldResolver(() => ServiceAddress, { nullable: true, description: 'Where it is; null when it may not be known.' })
  where(@Ctx() ctx: Context, @Root() { id }: ServicePlace) {
    return find(ctx, ServiceAddress, id, 'place')
  }

  @Public()
  @Needs('id')
  @FieldResolver(() => String, { description: 'Its name, or that it is confidential.' })
  async label(@Ctx() ctx: Context, @Root() { id }: ServicePlace): Promise<string> {
    return (await find(ctx, ServiceAddress, id, 'place'))?.name ?? say(CONFIDENTIAL, ctx.actor.locale)
  }

  @Public()
  @Needs('organization')
  @FieldResolver(() => SocialOrganization)
  organization(@Ctx() ctx: Context, @Root() { organization }: ServicePlace) {
    return find(ctx, SocialOrganization, organization)
  }

  @Public()
  @Needs('division')
  @FieldResolver(() => Division, { description: 'The district; where exactly says the address.' })
  division(@Root() { division }: ServicePlace) {
    return { code: division }
  }

  @For(...KEEPERS, 'PARTNER_ORGANIZATION')
  @Mutation(() => ServicePlace, { description: 'Enters a place of an organisation.' })
  async addServicePlace(
    @Ctx() ctx: Context,
    @Arg('organization', () => ID) organizationId: string,
    @Arg('input', () => PlaceInput) input: PlaceInput,
  ) {
    const organization = await mustBeRegistered(ctx, organizationId)
    mustKeep(ctx, organizationId, organization.division)
    const address = addressAsked(input)
    const place = ctx.em.create(ServicePlace, { ...placeAsked(input), id: uuidv7(), organization: organizationId })
    ctx.em.create(ServiceAddress, { ...address, id: uuidv7(), place: place.id, organization: organizationId })
    await told(ctx, place, 'CREATE', address.name)
    return place
  }

  @For(...KEEPERS, 'PARTNER_ORGANIZATION')
  @Mutation(() => ServicePlace, { description: 'Corrects a place.' })
  async reviseServicePlace(
    @Ctx() ctx: Context,
    @Arg('id', () => ID) id: string,
    @Arg('expectedVersion', () => Int) expectedVersion: number,
    @Arg('input', () => PlaceInput) input: PlaceInput,
  ) {
    const place = await take(ctx, ServicePlace, what, id, expectedVersion)
    const address = await ctx.em.findOne(ServiceAddress, { place: id })
    if (!address) throw notFound(what)
    mustKeep(ctx, place.organization, address.division)
    Object.assign(address, addressAsked(input))
    Object.assign(place, placeAsked(input))
    await told(ctx, place, 'REVISE', address.name)
    return place
  }
}

@Resolver(() => ServiceAddress)
export class AddressResolver {
  @Public()
  @Needs('division')
  @FieldResolver(() => Division)
  division(@Root() { division }: ServiceAddress) {
    return { code: division }
  }
}

@Resolver(() => ServicePoint)
export class PointResolver {
  @Public()
  @Needs('place')
  @FieldResolver(() => ServicePlace)
  place(@Ctx() ctx: Context, @Root() { place }: ServicePoint) {
    return find(ctx, ServicePlace, place)
  }

  @Public()
  @Needs('intervals', 'exceptions', 'holidays')
  @FieldResolver(() => Boolean, { description: 'Open at a moment, now when none is named.' })
  isOpen(@Ctx() ctx: Context, @Root() point: ServicePoint, @Arg('at', () => Date, { nullable: true }) at?: Date): boolean {
    return isOpenAt(point, at ?? ctx.now)
  }

  @Public()
  @Needs('intervals', 'exceptions', 'holidays')
  @FieldResolver(() => [OpenSpan], { description: 'The hours of a day, today when none is named; none when it is closed.' })
  hours(@Ctx() ctx: Context, @Root() point: ServicePoint, @Arg('day', () => String, { nullable: true }) day?: string) {
    return hoursOn(point, day ?? dayOf(ctx.now))
  }

  @Public()
  @Needs('intervals', 'exceptions', 'holidays')
  @FieldResolver(() => String, { nullable: true, description: 'The next day on which it opens, today counted.' })
  opensOn(@Ctx() ctx: Context, @Root() point: ServicePoint) {
    return nextOpenDay(point, dayOf(ctx.now))
  }

  @For(...KEEPERS, 'PARTNER_ORGANIZATION')
  @Mutation(() => ServiceListing, {
    description: 'Says when a service is given at a place of its organisation; entered when it was not given there before.',
  })
  async keepServicePoint(
    @Ctx() ctx: Context,
    @Arg('service', () => ID) serviceId: string,
    @Arg('place', () => ID) placeId: string,
    @Arg('hours', () => HoursInput) hours: HoursInput,
  ) {
    const service = await hold(ctx, ServiceListing, text('服务', 'Service'), serviceId)
    mustKeep(ctx, service.organization, service.division)
    const place = await ctx.em.findOne(ServicePlace, { id: placeId, organization: service.organization })
    if (!place) throw badInput(text('请选择该组织自己的地点。', 'Choose a place of the organisation.'), { field: 'place' })
    const columns = {
      intervals: hours.intervals.map(({ weekday, opens, closes }) => ({ weekday, opens, closes })),
      exceptions: hours.exceptions.map(({ from, until, opens, closes, note }) => ({
        from,
        until,
        opens: opens ?? null,
        closes: closes ?? null,
        note: saidOrNull(note, 'hours', LINE),
      })),
      holidays: hours.holidays,
    }
    const wrong = hoursWrong(columns)
    if (wrong || columns.intervals.length > 42 || columns.exceptions.length > 100)
      throw badInput(wrong ?? text('时段过多。', 'Too many intervals.'), { field: 'hours' })
    const known = await ctx.em.findOne(ServicePoint, { service: serviceId, place: placeId })
    if (known) Object.assign(known, columns)
    else ctx.em.create(ServicePoint, { ...columns, id: uuidv7(), service: serviceId, place: placeId })
    await record(ctx, service, { type: 'ServiceListing', action: 'HOURS', title: service.name })
    return service
  }

  @For(...KEEPERS, 'PARTNER_ORGANIZATION')
  @Mutation(() => ServiceListing, { description: 'The service is given at this place no more.' })
  async dropServicePoint(
    @Ctx() ctx: Context,
    @Arg('service', () => ID) serviceId: string,
    @Arg('place', () => ID) placeId: string,
  ) {
    const service = await hold(ctx, ServiceListing, text('服务', 'Service'), serviceId)
    mustKeep(ctx, service.organization, service.division)
    const gone = await ctx.em.nativeDelete(ServicePoint, { service: serviceId, place: placeId })
    if (gone) await record(ctx, service, { type: 'ServiceListing', action: 'DROP_POINT', title: service.name })
    return service
  }
}

@Resolver(() => SocialOrganization)
export class OrganizationPlacesResolver {
  @Public()
  @Needs('id')
  @FieldResolver(() => [ServicePlace], { description: 'Its places.' })
  places(@Ctx() ctx: Context, @Root() { id }: SocialOrganization) {
    return hangingOn(ctx, ServicePlace, id, { id: 'asc' })
  }
}
