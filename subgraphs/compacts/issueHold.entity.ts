// Who is working on an issue: a note for colleagues that ends by itself, and stops nobody.
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ObjectType } from 'type-graphql'
import { SignedIn } from '../shared/access.ts'
import { Scoped } from '../shared/scope.ts'

@Entity({ tableName: 'issue_hold' })
@Scoped(() => true)
export class IssueHold {
  @PrimaryKey({ type: 'uuid' }) issue!: string
  @Property({ type: 'text' }) account!: string
  @Property({ type: 'text' }) name!: string
  @Property({ type: 'datetime', length: 3 }) until!: Date
}

@SignedIn()
@ObjectType({ description: 'Somebody is working on the record; it can be taken over, which is written down.' })
export class Held {
  @Field(() => String) by!: string
  @Field(() => Date, { description: 'It ends by itself five minutes after they were last seen.' }) until!: Date
  @Field(() => Boolean, { description: 'It is the caller.' }) isMine!: boolean
}
