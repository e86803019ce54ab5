// A list of one division and one kind; what stands on it is in its versions.
import { Entity, Enum, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import { Field, ID, ObjectType } from 'type-graphql'
import { Key, Public } from '../shared/access.ts'
import { Scoped } from '../shared/scope.ts'
import { LIST_TYPES, type DutyListType } from './list.rules.ts'
import { enumOf } from './words.ts'

export const ListType = enumOf('DutyListType', 'The kinds of lists of duties (清单类别).', LIST_TYPES)

@Key()
@Public()
@ObjectType({ description: 'A list of duties (清单) of one division and one kind. What stands on it is in its versions.' })
@Entity({ tableName: 'duty_list' })
@Unique({ properties: ['division', 'type'], name: 'duty_list_once' })
@Scoped(() => true)
export class DutyList {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Property({ type: 'text' }) division!: string
  @Field(() => ListType) @Enum({ items: () => ListType }) type!: DutyListType
}
