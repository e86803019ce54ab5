// Homes and the households in them.
import { raw } from '@mikro-orm/core'
import { Entity, Index, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Key, SignedIn } from '../shared/access.ts'
import { anyOf, heldBy, Scoped } from '../shared/scope.ts'
import { ROW_STAFF } from './resident.rules.ts'

const ownHousehold = '(select own.household_id from residents.resident own where own.id = ?)'
const ownDwelling = `(select h.dwelling_id from residents.household h where h.id = ${ownHousehold})`
const STAFF = [...ROW_STAFF, 'GRID_WORKER'] as const

@SignedIn()
@ObjectType({ description: 'A home: a room in a building.' })
@Entity({ tableName: 'dwelling' })
@Scoped((actor) => anyOf(heldBy(STAFF)(actor), actor.resident !== null && { id: raw(ownDwelling, [actor.resident]) }))
@Unique({ properties: ['division', 'address', 'room'], name: 'dwelling_door_unique' })
export class Dwelling {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Property({ type: 'text' }) division!: string
  @Property({ type: 'uuid', nullable: true }) buildingId: string | null = null
  @Field(() => String, { description: 'Street address to the building.' }) @Property({ type: 'text' }) address!: string
  @Property({ type: 'text' }) room!: string
  @Field(() => Date) @Property({ type: 'datetime' }) createdAt!: Date
}

@SignedIn()
@Key()
@ObjectType({ description: 'The people who live together in a home (户).' })
@Entity({ tableName: 'household' })
@Scoped((actor) => anyOf(heldBy(STAFF)(actor), actor.resident !== null && { id: raw(ownHousehold, [actor.resident]) }))
@Index({ properties: ['division', 'id'] })
@Index({ properties: ['dwellingId'] })
export class Household {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Property({ type: 'text' }) division!: string
  @Property({ type: 'uuid' }) dwellingId!: string
  /** The resident who stands for it in meetings counted by household. */
  @Property({ type: 'uuid', nullable: true }) representativeId: string | null = null
  @Field(() => Date) @Property({ type: 'datetime' }) createdAt!: Date
}
