// What callers send about versions of lists.
import { Field, ID, InputType, Int } from 'type-graphql'
import { AMONG } from './among.ts'
import { ListType } from './list.entity.ts'
import type { DutyListType } from './list.rules.ts'
import { versionTypes } from './version.entity.ts'
import type { VersionStatus } from './version.machine.ts'

@InputType()
export class DutyListFilter {
  @Field(() => [ID], { nullable: true, description: AMONG }) ids?: string[]
  @Field(() => ID, { nullable: true, description: 'In this division or below it.' }) division?: string
  @Field(() => ID, { nullable: true, description: 'In exactly this division.' }) at?: string
  @Field(() => [ListType], { nullable: true }) type?: DutyListType[]
  @Field(() => [Int], { nullable: true }) year?: number[]
  @Field(() => [versionTypes.Status], { nullable: true }) status?: VersionStatus[]
}
