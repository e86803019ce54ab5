// What callers send about applications for grants.
import { Field, ID, InputType, Int } from 'type-graphql'
import { AMONG } from './among.ts'
import { applicationTypes, GrantAnswer, GrantBudgetLine } from './grantApplication.entity.ts'
import type { ApplicationStatus } from './grantApplication.machine.ts'
import { FieldName } from './grantRound.entity.ts'
import type { GrantField } from './grantRound.rules.ts'

@InputType({ description: 'An application as filled in so far; a draft may leave most of it open.' })
export class GrantApplicationInput {
  @Field(() => String) title!: string
  @Field(() => FieldName) field!: GrantField
  @Field(() => [GrantAnswer]) answers!: GrantAnswer[]
  @Field(() => [GrantBudgetLine]) budget!: GrantBudgetLine[]
  @Field(() => String, { nullable: true }) startsOn?: string | null
  @Field(() => String, { nullable: true }) endsOn?: string | null
  @Field(() => ID, { nullable: true, description: 'The town or committee where it is carried out.' }) place?: string | null
}

@InputType()
export class GrantApplicationFilter {
  @Field(() => [ID], { nullable: true, description: AMONG }) ids?: string[]
  @Field(() => ID, { nullable: true, description: 'In rounds of this division or below it.' }) division?: string
  @Field(() => ID, { nullable: true }) round?: string
  @Field(() => ID, { nullable: true }) organization?: string
  @Field(() => [applicationTypes.Status], { nullable: true }) status?: ApplicationStatus[]
  @Field(() => [FieldName], { nullable: true }) field?: GrantField[]
  @Field(() => ID, { nullable: true, description: 'Carried out in this division or below it.' }) place?: string
  @Field(() => String, { nullable: true, description: 'Part of the title.' }) search?: string
  @Field(() => Int, { nullable: true, description: 'Spread of scores at least, in hundredths of a percent.' }) spreadFrom?: number
}
