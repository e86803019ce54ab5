// The search copy of every event of every subgraph. The events themselves stay where they happened.
import { Entity, Index, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { For } from '../shared/access.ts'
import { heldBy, Scoped } from '../shared/scope.ts'
import type { Text } from '../shared/words.ts'

@For('AUDITOR', 'SEC_ADMIN')
@ObjectType({
  description:
    'One recorded act anywhere on the platform. Names of people and free text are not part of it beyond what the act recorded.',
})
@Entity({ tableName: 'audit_entry' })
@Unique({ properties: ['stream', 'version'], name: 'audit_entry_once' })
@Index({ properties: ['at', 'id'] })
@Index({ properties: ['account', 'at'] })
@Index({ properties: ['division', 'at'] })
@Scoped(heldBy(['AUDITOR', 'SEC_ADMIN']))
export class AuditEntry {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => String) @Property({ type: 'text' }) subgraph!: string
  @Field(() => ID) @Property({ type: 'uuid' }) stream!: string
  @Field(() => String) @Property({ type: 'text' }) type!: string
  @Field(() => Int) @Property({ type: 'integer' }) version!: number
  @Field(() => String) @Property({ type: 'text' }) action!: string
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) from!: string | null
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) to!: string | null
  @Field(() => String) @Property({ type: 'text' }) by!: string
  @Field(() => ID, { nullable: true }) @Property({ type: 'text', nullable: true }) account!: string | null
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) role!: string | null
  /** What was done, in words. */
  @Property({ type: 'json', nullable: true }) words!: Text | null
  @Property({ type: 'text' }) division!: string
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) at!: Date
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) reason!: string | null
  @Field(() => String) @Property({ type: 'text' }) title!: string
  @Field(() => String, { description: 'The request in which it happened.' }) @Property({ type: 'text' }) requestId!: string
}
