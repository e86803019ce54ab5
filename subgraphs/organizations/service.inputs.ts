// What callers send about services and places.
import { Field, Float, ID, InputType, Int } from 'type-graphql'
import { AMONG } from './among.ts'
import type { Holidays } from './hours.rules.ts'
import { AccessName, HolidaysName, OpeningException, OpeningInterval, PlaceKindName } from './place.entity.ts'
import { CostName, FieldName, LanguageName, serviceTypes } from './service.entity.ts'
import type { ServiceStatus } from './service.machine.ts'
import type { Cost, Language, PlaceAccess, PlaceKind, ServiceField } from './service.rules.ts'

@InputType()
export class ServiceInput {
  @Field(() => String, { description: '2 to 60 characters.' }) name!: string
  @Field(() => String) description!: string
  @Field(() => FieldName) field!: ServiceField
  @Field(() => String, { nullable: true, description: 'For whom.' }) audience?: string
  @Field(() => [LanguageName]) languages!: Language[]
  @Field(() => CostName) cost!: Cost
  @Field(() => String, { nullable: true }) costNote?: string
  @Field(() => Int, { nullable: true }) capacity?: number
  @Field(() => String, { nullable: true }) capacityUnit?: string
  @Field(() => [ID], { description: 'Codes of the divisions it serves.' }) areas!: string[]
  @Field(() => String, { nullable: true, description: 'A mobile, a landline or a service number.' }) phone?: string
}

@InputType()
export class PlaceInput {
  @Field(() => String) name!: string
  @Field(() => PlaceKindName) kind!: PlaceKind
  @Field(() => Boolean, { description: 'Name, address and position are told to nobody but its organisation and its officers.' })
  isConfidential!: boolean
  @Field(() => ID, { description: 'The division it lies in.' }) division!: string
  @Field(() => String, { nullable: true }) line?: string
  @Field(() => String, { nullable: true }) postcode?: string
  @Field(() => Float, { nullable: true }) latitude?: number
  @Field(() => Float, { nullable: true }) longitude?: number
  @Field(() => String, { nullable: true }) directions?: string
  @Field(() => [AccessName]) access!: PlaceAccess[]
}

@InputType()
export class HoursInput {
  @Field(() => [OpeningInterval]) intervals!: OpeningInterval[]
  @Field(() => [OpeningException]) exceptions!: OpeningException[]
  @Field(() => HolidaysName) holidays!: Holidays
}

@InputType()
export class ServiceFilter {
  @Field(() => [ID], { nullable: true, description: AMONG }) ids?: string[]
  @Field(() => ID, { nullable: true, description: 'Checked in this division or below it.' }) division?: string
  @Field(() => ID, { nullable: true, description: 'Services that serve this division: theirs, one above it, or one below.' })
  serves?: string
  @Field(() => ID, { nullable: true }) organization?: string
  @Field(() => String, { nullable: true, description: 'Part of the name or of the description.' }) search?: string
  @Field(() => [serviceTypes.Status], { nullable: true }) status?: ServiceStatus[]
  @Field(() => [FieldName], { nullable: true }) field?: ServiceField[]
  @Field(() => [CostName], { nullable: true }) cost?: Cost[]
  @Field(() => Boolean, { nullable: true, description: 'Only those that should have been assured by now.' }) stale?: boolean
  @Field(() => Boolean, { nullable: true, description: 'Only those with a change that waits to be checked.' }) proposed?: boolean
}
