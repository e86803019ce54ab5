// Grids of a committee, and the neighbourhood cells within them.
import { Entity, Index, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Public } from '../shared/access.ts'
import { Scoped } from '../shared/scope.ts'

@Public()
@ObjectType({ description: 'A grid (网格): the patch one grid worker answers for.' })
@Entity({ tableName: 'grid' })
@Scoped(() => true)
@Unique({ properties: ['code'], name: 'grid_code_unique' })
@Index({ properties: ['division'] })
export class Grid {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  /** The committee it lies in. */
  @Property({ type: 'text' }) division!: string

  @Field(() => String, { description: 'Code of its committee and a three-digit order: 310113109043001.' })
  @Property({ type: 'text' })
  code!: string

  @Field(() => String) @Property({ type: 'text' }) name!: string
  @Field(() => Date) @Property({ type: 'datetime' }) createdAt!: Date
}

@Public()
@ObjectType({ description: 'A neighbourhood cell (邻里): 150 to 300 households who settle small matters among themselves.' })
@Entity({ tableName: 'cell' })
@Scoped(() => true)
@Unique({ properties: ['division', 'name'], name: 'cell_name_unique' })
export class NeighbourhoodCell {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Property({ type: 'text' }) division!: string
  @Property({ type: 'uuid', nullable: true }) gridId!: string | null
  @Field(() => String) @Property({ type: 'text' }) name!: string
  @Field(() => Date) @Property({ type: 'datetime' }) createdAt!: Date
}
