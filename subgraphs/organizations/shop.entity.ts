// A public-benefit service shop of an organisation: what is to be had there. Public once it has opened.
import { OptionalProps } from '@mikro-orm/core'
import { Entity, Enum, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { Key, Public } from '../shared/access.ts'
import type { Stateful } from '../shared/event.ts'
import { machineTypes } from '../shared/machineTypes.ts'
import { anyOf, Scoped } from '../shared/scope.ts'
import { AMONG } from './among.ts'
import { Kept } from './guards.ts'
import { officers, ownOrganization } from './rights.ts'
import { FieldName } from './service.entity.ts'
import type { ServiceField } from './service.rules.ts'
import { serviceShopMachine, type ShopStatus } from './shop.machine.ts'

export const shopTypes = machineTypes(serviceShopMachine)

@Key()
@Public()
@ObjectType({ description: 'A public-benefit service shop (公益服务店铺).' })
@Entity({ tableName: 'service_shop' })
@Kept('service_shop', serviceShopMachine)
@Index({ properties: ['division', 'status', 'name'] })
@Index({ properties: ['organization'] })
@Scoped((actor) => anyOf({ status: { $in: ['OPEN', 'PAUSED', 'CLOSED'] } }, officers(actor), ownOrganization(actor)))
export class ServiceShop implements Stateful {
  declare [OptionalProps]?: 'version' | 'status'
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Field(() => shopTypes.Status) @Enum({ items: () => shopTypes.Status }) status: ShopStatus = 'DRAFT'
  @Property({ type: 'text', nullable: true }) previousStatus: string | null = null
  @Property({ type: 'text' }) division!: string
  @Property({ type: 'datetime', nullable: true }) dueAt: Date | null = null
  @Property({ type: 'uuid' }) organization!: string
  @Field(() => String) @Property({ type: 'text' }) name!: string
  @Field(() => String) @Property({ type: 'text' }) intro!: string
  @Field(() => FieldName) @Enum({ items: () => FieldName }) field!: ServiceField
  @Field(() => [String], { description: 'What is to be had, a line each.' }) @Property({ type: 'text[]' }) goods!: string[]
  @Property({ type: 'text', nullable: true }) phone: string | null = null
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) createdAt!: Date
}

@InputType()
export class ShopInput {
  @Field(() => String, { description: '2 to 60 characters.' }) name!: string
  @Field(() => String) intro!: string
  @Field(() => FieldName) field!: ServiceField
  @Field(() => [String], { description: 'What is to be had, 1 to 30 lines.' }) goods!: string[]
  @Field(() => String, { nullable: true }) phone?: string
}

@InputType()
export class ShopFilter {
  @Field(() => [ID], { nullable: true, description: AMONG }) ids?: string[]
  @Field(() => ID, { nullable: true, description: 'In this division or below it.' }) division?: string
  @Field(() => ID, { nullable: true }) organization?: string
  @Field(() => String, { nullable: true, description: 'Part of the name.' }) search?: string
  @Field(() => [shopTypes.Status], { nullable: true }) status?: ShopStatus[]
  @Field(() => [FieldName], { nullable: true }) field?: ServiceField[]
}
