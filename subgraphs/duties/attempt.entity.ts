// A task that was not issued because the lists do not allow it: who tried to give what to which committee, and why it was refused.
import { Entity, Enum, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, ObjectType } from 'type-graphql'
import { SignedIn } from '../shared/access.ts'
import { anyOf, Scoped } from '../shared/scope.ts'
import { officers, ownDepartment } from './rights.ts'
import { ISSUE_REFUSALS, type IssueRefusal } from './task.rules.ts'
import { enumOf } from './words.ts'

export const IssueRefusalName = enumOf('TaskIssueRefusal', 'Why a task is not issued.', ISSUE_REFUSALS)

@SignedIn()
@ObjectType({ description: 'A task that was refused at once because the lists do not allow it (清单外下达被拒).' })
@Entity({ tableName: 'off_list_attempt' })
@Index({ properties: ['organization', 'at'] })
@Index({ properties: ['division', 'at'] })
@Scoped((actor) => anyOf(officers(actor), ownDepartment(actor)))
export class OffListAttempt {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  /** The committee it was meant for. */
  @Property({ type: 'text' }) division!: string
  @Property({ type: 'uuid' }) organization!: string
  /** The item it cited, if it is one. */
  @Property({ type: 'uuid', nullable: true }) item: string | null = null
  @Field(() => String) @Property({ type: 'text' }) title!: string
  @Field(() => IssueRefusalName) @Enum({ items: () => IssueRefusalName }) refusal!: IssueRefusal
  @Field(() => String, { description: 'The officer who tried.' }) @Property({ type: 'text' }) by!: string
  @Property({ type: 'text', nullable: true }) account!: string | null
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) at!: Date
}
