// What somebody has begun to write and not yet sent: theirs alone, and gone once it is sent or left lying.
import { Check, Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ObjectType } from 'type-graphql'
import { SignedIn } from '../shared/access.ts'
import { Scoped } from '../shared/scope.ts'

export const LONGEST = 50_000

@SignedIn()
@ObjectType({ description: 'What the caller has begun to write in a form and not yet sent; nobody else sees it.' })
@Entity({ tableName: 'draft' })
@Check({ name: 'draft_short', expression: `char_length(value) <= ${LONGEST}` })
@Scoped((actor) => actor.id !== null && { account: actor.id })
export class Draft {
  @PrimaryKey({ type: 'uuid' }) account!: string
  @Field(() => String, { description: 'The form, and the record it is about.' }) @PrimaryKey({ type: 'text' }) key!: string
  @Field(() => String, { description: 'JSON text, 50,000 characters at most.' }) @Property({ type: 'text' }) value!: string
  @Index()
  @Field(() => Date, { description: 'Dropped thirty days later.' })
  @Property({ type: 'datetime' })
  savedAt!: Date
}
