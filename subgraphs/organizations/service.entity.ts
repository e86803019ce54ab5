// A service an organisation offers: for whom, what for, in which divisions. What the public reads once it was checked.
import { OptionalProps } from '@mikro-orm/core'
import { Check, Entity, Enum, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Key, Public } from '../shared/access.ts'
import type { Stateful } from '../shared/event.ts'
import { machineTypes } from '../shared/machineTypes.ts'
import { anyOf, Scoped } from '../shared/scope.ts'
import { Kept } from './guards.ts'
import { pairsIndex } from './matching.ts'
import { officers, ownOrganization } from './rights.ts'
import { serviceListingMachine, SHOWN, type ServiceStatus } from './service.machine.ts'
import { COSTS, LANGUAGES, SERVICE_FIELDS, type Cost, type Language, type ServiceField } from './service.rules.ts'
import { enumOf } from './words.ts'

export const serviceTypes = machineTypes(serviceListingMachine)
export const FieldName = enumOf('ServiceField', 'What a service is about.', SERVICE_FIELDS)
export const LanguageName = enumOf('ServiceLanguage', 'A language in which a service is given.', LANGUAGES)
export const CostName = enumOf('ServiceCost', 'What a service costs its users.', COSTS)

/** What a service says of itself: the columns a change may be proposed for. */
export interface ServiceText {
  name: string
  description: string
  field: ServiceField
  audience: string | null
  languages: Language[]
  cost: Cost
  costNote: string | null
  capacity: number | null
  capacityUnit: string | null
  areas: string[]
  phone: string | null
}

@Key()
@Public()
@ObjectType({
  description: 'A service an organisation offers. Public once it was checked; closed and defunct ones stay to be seen.',
})
@Entity({ tableName: 'service_listing' })
@Kept('service_listing', serviceListingMachine)
@Index({ properties: ['division', 'status', 'name'] })
@Index({ properties: ['name', 'id'] })
@Index({ properties: ['organization'] })
@Index({ properties: ['dueAt'] })
@Index(pairsIndex('service_listing', 'name', 'description'))
@Index({
  name: 'service_listing_areas',
  expression: `create index "service_listing_areas" on "organizations"."service_listing" using gin ("areas")`,
})
@Index({
  name: 'service_listing_lineage',
  expression: `create index "service_listing_lineage" on "organizations"."service_listing" using gin ("lineage")`,
})
@Check({ name: 'service_capacity', expression: 'capacity is null or (capacity > 0 and capacity_unit is not null)' })
@Check({ name: 'service_closed', expression: `(status = 'TEMPORARILY_CLOSED') = (alert is not null)` })
@Scoped((actor) => anyOf({ status: { $in: [...SHOWN] } }, officers(actor), ownOrganization(actor)))
export class ServiceListing implements Stateful, ServiceText {
  declare [OptionalProps]?: 'version' | 'status' | 'lineage'
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Field(() => serviceTypes.Status) @Enum({ items: () => serviceTypes.Status }) status: ServiceStatus = 'DRAFT'
  @Property({ type: 'text', nullable: true }) previousStatus: string | null = null
  /** The division that checks it. */
  @Property({ type: 'text' }) division!: string
  /** While it is offered: by when it is to be assured again. */
  @Property({ type: 'datetime', nullable: true }) dueAt: Date | null = null
  @Property({ type: 'uuid' }) organization!: string
  @Field(() => String) @Property({ type: 'text' }) name!: string
  @Field(() => String) @Property({ type: 'text' }) description!: string
  @Field(() => FieldName) @Enum({ items: () => FieldName }) field!: ServiceField
  @Field(() => String, { nullable: true, description: 'For whom.' })
  @Property({ type: 'text', nullable: true })
  audience: string | null = null
  @Field(() => [LanguageName]) @Property({ type: 'text[]' }) languages!: Language[]
  @Field(() => CostName) @Enum({ items: () => CostName }) cost!: Cost
  @Field(() => String, { nullable: true, description: 'Said of what it costs.' })
  @Property({ type: 'text', nullable: true })
  costNote: string | null = null
  @Field(() => Int, { nullable: true, description: 'How many it can serve, in its unit.' })
  @Property({ type: 'integer', nullable: true })
  capacity: number | null = null
  @Field(() => String, { nullable: true, description: 'Such as: beds, people a day.' })
  @Property({ type: 'text', nullable: true })
  capacityUnit: string | null = null
  /** Divisions it serves, by their codes. */
  @Property({ type: 'text[]' }) areas!: string[]
  /** The same with every division above them. */
  @Property({ columnType: 'text[]', type: 'string[]', generated: 'organizations.lineages(areas) stored', lazy: true })
  readonly lineage!: string[]
  @Property({ type: 'text', nullable: true }) phone: string | null = null
  @Field(() => String, { nullable: true, description: 'Why it is closed for a time.' })
  @Property({ type: 'text', nullable: true })
  alert: string | null = null
  @Field(() => String, { nullable: true, description: 'Closed up to this day.' })
  @Property({ type: 'date', nullable: true })
  closedUntil: string | null = null
  @Field(() => String, { nullable: true, description: 'Last assured on this day.' })
  @Property({ type: 'date', nullable: true })
  assuredOn: string | null = null
  /** A change that waits to be checked. */
  @Property({ type: 'json', nullable: true }) proposal: ServiceText | null = null
  /** The account that entered it: somebody else checks it. */
  @Property({ type: 'uuid', nullable: true }) enteredBy: string | null = null
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) createdAt!: Date
}
