// A note to one account: something fell due, or was done to them.
import { Entity, Index, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import { Field, ID, ObjectType } from 'type-graphql'
import { SignedIn } from '../shared/access.ts'
import { Scoped } from '../shared/scope.ts'
import type { Text } from '../shared/words.ts'

@SignedIn()
@ObjectType({ description: 'A note to the caller.' })
@Entity({ tableName: 'message' })
@Unique({ properties: ['account', 'cause'], name: 'message_once' })
@Index({ properties: ['account', 'at'] })
@Scoped((actor) => actor.id !== null && { account: actor.id })
export class Message {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Property({ type: 'uuid' }) account!: string
  /** What it tells of, so that it is told once. */
  @Property({ type: 'text' }) cause!: string
  @Property({ type: 'text' }) title!: string
  /** The same in both languages, where it was said in them. */
  @Property({ type: 'json', nullable: true }) words: Text | null = null
  @Field(() => String, { nullable: true, description: 'Type of the record it is about.' })
  @Property({ type: 'text', nullable: true })
  type!: string | null
  @Field(() => ID, { nullable: true }) @Property({ type: 'uuid', nullable: true }) stream!: string | null
  @Field(() => Date) @Property({ type: 'datetime' }) at!: Date
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) readAt: Date | null = null
}

@SignedIn()
@ObjectType({ description: 'How the caller likes a page: columns, the view it opens with. Kept on the server, one value a key.' })
@Entity({ tableName: 'preference' })
@Scoped((actor) => actor.id !== null && { account: actor.id })
export class Preference {
  @PrimaryKey({ type: 'uuid' }) account!: string
  @Field(() => String) @PrimaryKey({ type: 'text' }) key!: string
  @Field(() => String, { description: 'JSON text, 10,000 characters at most.' }) @Property({ type: 'text' }) value!: string
}
