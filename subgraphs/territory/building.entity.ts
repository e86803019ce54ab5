// A building with its address and the code on its door.
import { Entity, Index, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Key, Public, SignedIn } from '../shared/access.ts'
import { Scoped } from '../shared/scope.ts'
import { Division } from './division.entity.ts'
import { Grid } from './grid.entity.ts'

@SignedIn()
@Key()
@ObjectType({ description: 'A residential building (楼栋).' })
@Entity({ tableName: 'building' })
@Scoped(() => true)
@Unique({ properties: ['division', 'address'], name: 'building_address_unique' })
@Index({
  name: 'building_address_trgm',
  expression: 'create index "building_address_trgm" on "territory"."building" using gin ("address" public.gin_trgm_ops)',
})
export class Building {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  /** The committee it stands in. */
  @Property({ type: 'text' }) division!: string
  @Field(() => String, { description: 'Street address to the building: 菊盛路99弄4号.' })
  @Property({ type: 'text' })
  address!: string
  @Property({ type: 'uuid', nullable: true }) gridId!: string | null
  @Property({ type: 'uuid', nullable: true }) cellId!: string | null

  @Field(() => Int, { description: 'How often its code was renewed; a code printed before the last time no longer opens.' })
  @Property({ type: 'integer' })
  codeEpoch: number = 1

  @Field(() => Date) @Property({ type: 'datetime' }) createdAt!: Date
}

@Public()
@ObjectType({
  description: 'What the code on a door tells anyone who scans it: where it is, and who looks after it. Nobody who lives there.',
})
export class BuildingPlace {
  @Field(() => String, { description: 'The names from the province down to the committee.' }) path!: string
  @Field(() => Division) committee!: Division
  @Field(() => Grid, { nullable: true }) grid!: Grid | null
}
