// What somebody would change in an article, with the text it was written on.
import { OptionalProps } from '@mikro-orm/core'
import { Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import type { Rel } from '@mikro-orm/postgresql'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Key, SignedIn } from '../shared/access.ts'
import type { Stateful } from '../shared/event.ts'
import { machineTypes } from '../shared/machineTypes.ts'
import { anyOf, Scoped } from '../shared/scope.ts'
import { amendmentMachine, type AmendmentStatus } from './amendment.machine.ts'
import { Compact } from './compact.entity.ts'
import { Kept } from './guards.ts'
import { neighbours, officers } from './rights.ts'

export const amendmentTypes = machineTypes(amendmentMachine)

@Key()
@SignedIn()
@ObjectType({ description: 'An amendment to an article of a draft (修改建议).' })
@Entity({ tableName: 'amendment' })
@Kept('amendment', amendmentMachine)
@Index({ properties: ['compact', 'status', 'createdAt'] })
@Index({ properties: ['author'] })
@Scoped((actor) => anyOf(officers(actor), neighbours(actor), actor.resident !== null && { author: actor.resident }))
export class Amendment implements Stateful {
  declare [OptionalProps]?: 'version' | 'status'
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Field(() => amendmentTypes.Status) @Enum({ items: () => amendmentTypes.Status }) status: AmendmentStatus = 'PROPOSED'
  @Property({ type: 'text', nullable: true }) previousStatus: string | null = null
  @Property({ type: 'text' }) division!: string
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) dueAt: Date | null = null

  @ManyToOne({ entity: () => Compact }) compact!: Rel<Compact>
  @Field(() => Int, { nullable: true, description: 'The article it changes; null for one to be added at the end.' })
  @Property({ type: 'integer', nullable: true })
  article: number | null = null
  @Field(() => String, { nullable: true, description: 'The article as it was read; null for one to be added.' })
  @Property({ type: 'text', nullable: true })
  baseBody: string | null = null
  @Field(() => String, { description: 'The article as it should read.' }) @Property({ type: 'text' }) body!: string
  @Field(() => String, { nullable: true, description: 'Why.' }) @Property({ type: 'text', nullable: true }) why: string | null =
    null
  /** The resident who proposed it; null when an officer did. */
  @Property({ type: 'uuid', nullable: true }) author: string | null = null
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) createdAt!: Date
}
