// Where an organisation is found. What a place must not tell stands in a table of its own, which the scope closes to whoever may not
// know it: pages, the public graph, references of other parts and exports all read through that one filter.
import { OptionalProps } from '@mikro-orm/core'
import { Check, Entity, Enum, Index, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import { Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql'
import { Key, Public, Shared } from '../shared/access.ts'
import type { Recorded } from '../shared/event.ts'
import { anyOf, heldBy, Scoped } from '../shared/scope.ts'
import { HOLIDAYS, type Exception, type Holidays, type Interval } from './hours.rules.ts'
import { KEEPERS, ownOrganization } from './rights.ts'
import { ACCESS, PLACE_KINDS, type PlaceAccess, type PlaceKind } from './service.rules.ts'
import { enumOf } from './words.ts'

export const PlaceKindName = enumOf('ServicePlaceKind', 'What kind of place a service is given at.', PLACE_KINDS)
export const AccessName = enumOf('PlaceAccess', 'What helps people to get about a place.', ACCESS)
export const HolidaysName = enumOf('HolidayRule', 'What happens on public holidays and the days made up for.', HOLIDAYS)

@Key()
@Public()
@ObjectType({ description: 'A place of an organisation, as far as it may be known.' })
@Entity({ tableName: 'service_place' })
@Index({ properties: ['organization'] })
@Scoped(() => true)
export class ServicePlace implements Recorded {
  declare [OptionalProps]?: 'version'
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  /** The district; where exactly says the address. */
  @Property({ type: 'text' }) division!: string
  @Property({ type: 'uuid' }) organization!: string
  @Field(() => PlaceKindName) @Enum({ items: () => PlaceKindName }) kind!: PlaceKind
  @Field(() => Boolean, { description: 'Its name, address and position are told to its organisation and its officers only.' })
  @Property({ type: 'boolean' })
  isConfidential!: boolean
  @Field(() => [AccessName]) @Property({ type: 'text[]' }) access!: PlaceAccess[]
}

@Public()
@ObjectType({ description: 'Where a place is.' })
@Entity({ tableName: 'service_address' })
@Unique({ properties: ['place'], name: 'service_address_once' })
@Index({ properties: ['organization'] })
@Check({ name: 'address_position', expression: '(latitude is null) = (longitude is null)' })
@Scoped((actor) => anyOf({ isConfidential: false }, heldBy([...KEEPERS, 'AUDITOR'])(actor), ownOrganization(actor)))
export class ServiceAddress {
  @PrimaryKey({ type: 'uuid' }) id!: string
  @Property({ type: 'uuid' }) place!: string
  @Property({ type: 'uuid' }) organization!: string
  @Property({ type: 'boolean' }) isConfidential!: boolean
  /** The committee, town or district it lies in. */
  @Property({ type: 'text' }) division!: string
  @Field(() => String) @Property({ type: 'text' }) name!: string
  @Field(() => String, { nullable: true, description: 'Street, number, floor.' })
  @Property({ type: 'text', nullable: true })
  line: string | null = null
  @Field(() => String, { nullable: true, description: 'Six digits.' })
  @Property({ type: 'text', nullable: true })
  postcode: string | null = null
  @Field(() => Float, { nullable: true }) @Property({ type: 'double', nullable: true }) latitude: number | null = null
  @Field(() => Float, { nullable: true }) @Property({ type: 'double', nullable: true }) longitude: number | null = null
  @Field(() => String, { nullable: true, description: 'How to get there.' })
  @Property({ type: 'text', nullable: true })
  directions: string | null = null
}

@Shared('public')
@ObjectType({ description: 'Open on a weekday from one time to another; a lunch break makes two of them.' })
@InputType('OpeningIntervalInput')
export class OpeningInterval implements Interval {
  @Field(() => Int, { description: '1 Monday to 7 Sunday.' }) weekday!: number
  @Field(() => String, { description: '09:00' }) opens!: string
  @Field(() => String, { description: '17:30; 24:00 at the latest.' }) closes!: string
}

@Shared('public')
@ObjectType({ description: 'Days that do not follow the week.' })
@InputType('OpeningExceptionInput')
export class OpeningException implements Exception {
  @Field(() => String, { description: 'First day: 2026-01-01.' }) from!: string
  @Field(() => String) until!: string
  @Field(() => String, { nullable: true, description: 'Null when closed.' }) opens!: string | null
  @Field(() => String, { nullable: true }) closes!: string | null
  @Field(() => String, { nullable: true }) note!: string | null
}

@Public()
@ObjectType({ description: 'A service at a place, and when it is given there.' })
@Entity({ tableName: 'service_point' })
@Unique({ properties: ['service', 'place'], name: 'service_point_once' })
@Index({ properties: ['place'] })
@Scoped(() => true)
export class ServicePoint {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Property({ type: 'uuid' }) service!: string
  @Property({ type: 'uuid' }) place!: string
  @Field(() => [OpeningInterval]) @Property({ type: 'json' }) intervals!: OpeningInterval[]
  @Field(() => [OpeningException]) @Property({ type: 'json' }) exceptions!: OpeningException[]
  @Field(() => HolidaysName) @Enum({ items: () => HolidaysName }) holidays!: Holidays
}
