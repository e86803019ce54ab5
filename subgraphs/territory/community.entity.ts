// 镇管社区: a tier a town may put between itself and its committees. It holds committees, not territory of its own.
import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Public } from '../shared/access.ts'
import { Scoped } from '../shared/scope.ts'

@Public()
@ObjectType('TownManagedCommunity', {
  description: 'A town-managed community (镇管社区): several committees under one team of managers.',
})
@Entity({ tableName: 'community' })
@Scoped(() => true)
@Index({ properties: ['division'] })
@Index({
  name: 'community_committees_gin',
  expression: 'create index "community_committees_gin" on "territory"."community" using gin ("committees")',
})
export class TownManagedCommunity {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  /** The town that manages it. */
  @Property({ type: 'text' }) division!: string
  @Field(() => String) @Property({ type: 'text' }) name!: string
  /** Codes of its committees. */
  @Property({ type: 'array', columnType: 'text[]' }) committees: string[] = []
  @Field(() => Date) @Property({ type: 'datetime' }) createdAt!: Date
}
