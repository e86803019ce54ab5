// Who must act next on what, and by when. Derived from the machines: each event replaces the row of its record.
import { Entity, Index, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { SignedIn } from '../shared/access.ts'
import { prefixOf, type Actor, type Party } from '../shared/actor.ts'
import { anyOf, Scoped, under } from '../shared/scope.ts'
import type { Text } from '../shared/words.ts'

/** Rows that wait for a role the actor holds there, for the actor as the author, for the actor alone, or for the body it acts for. */
const waitingFor = (actor: Actor) =>
  anyOf(
    ...[...new Set(actor.grants.map((g) => g.role))].map((role) => {
      const there = under(actor.grants.filter((g) => g.role === role).map((g) => prefixOf(g.division)))
      return there === true ? { awaits: { $contains: [role] } } : there && { $and: [there, { awaits: { $contains: [role] } }] }
    }),
    ...[actor.organization, actor.id].map((owner) => owner !== null && { organization: owner, awaits: { $contains: ['OWNER'] } }),
    actor.resident !== null && { resident: actor.resident, awaits: { $contains: ['AUTHOR'] } },
  )

@SignedIn()
@ObjectType({ description: 'A record that waits for the caller, with its deadline.' })
@Entity({ tableName: 'todo' })
@Unique({ properties: ['stream'], name: 'todo_stream_unique' })
@Index({ properties: ['division', 'dueAt'] })
@Index({ name: 'todo_awaits', expression: 'create index todo_awaits on office.todo using gin (awaits)' })
@Scoped(waitingFor)
export class Todo {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => ID, { description: 'The record it is about.' }) @Property({ type: 'uuid' }) stream!: string
  @Field(() => String) @Property({ type: 'text' }) subgraph!: string
  @Field(() => String, { description: 'The type of the record, such as Issue.' }) @Property({ type: 'text' }) type!: string
  @Field(() => String) @Property({ type: 'text' }) title!: string
  @Field(() => String) @Property({ type: 'text' }) status!: string
  /** Where the record stands, in words. */
  @Property({ type: 'json', nullable: true }) words!: Text | null
  @Property({ type: 'text' }) division!: string
  @Property({ type: 'text[]' }) awaits!: Party[]
  @Property({ type: 'uuid', nullable: true }) resident!: string | null
  /** The body waited for, or the account. */
  @Property({ type: 'uuid', nullable: true }) organization!: string | null
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) dueAt!: Date | null
  @Field(() => Date, { description: 'Since when it waits.' }) @Property({ type: 'datetime' }) since!: Date
  @Field(() => Int) @Property({ type: 'integer' }) version!: number
}
