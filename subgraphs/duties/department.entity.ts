// A department that answers for matters on the lists. Who acts for it is known to the office by this id.
import { OptionalProps } from '@mikro-orm/core'
import { Entity, Enum, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Key, Public } from '../shared/access.ts'
import type { Recorded } from '../shared/event.ts'
import { Scoped } from '../shared/scope.ts'
import { text, type Text } from '../shared/words.ts'
import { enumOf } from './words.ts'

export const LEVELS = {
  CITY: text('市级', 'City'),
  DISTRICT: text('区级', 'District'),
  TOWN: text('街镇', 'Subdistrict or town'),
} satisfies Record<string, Text>
export type Level = keyof typeof LEVELS
export const LevelName = enumOf('DepartmentLevel', 'The level of government a department belongs to.', LEVELS)

@Key()
@Public()
@ObjectType({ description: 'A department (责任部门) that answers for matters on the lists.' })
@Entity({ tableName: 'department' })
@Unique({ properties: ['division', 'code'], name: 'department_code_once' })
@Unique({ properties: ['division', 'name'], name: 'department_name_once' })
@Scoped(() => true)
export class Department implements Recorded {
  [OptionalProps]?: 'version'
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Property({ type: 'text' }) division!: string
  @Field(() => String) @Property({ type: 'text' }) name!: string
  @Field(() => String, { description: 'Short code, unique in its division: WJW.' }) @Property({ type: 'text' }) code!: string
  @Field(() => LevelName) @Enum({ items: () => LevelName }) level!: Level
}
