// What callers send about rounds, and about what they are made from.
import { Field, ID, InputType, Int } from 'type-graphql'
import { AMONG } from './among.ts'
import { FieldName, GrantConditionRow, GrantCriterion, GrantSection, roundTypes } from './grantRound.entity.ts'
import type { RoundStatus } from './grantRound.machine.ts'
import type { GrantField } from './grantRound.rules.ts'

@InputType()
export class GrantFundInput {
  @Field(() => ID) division!: string
  @Field(() => String) name!: string
  @Field(() => Int) year!: number
  @Field(() => Int, { description: 'In fen.' }) amount!: number
}

@InputType()
export class GrantTemplateInput {
  @Field(() => ID) division!: string
  @Field(() => String) name!: string
  @Field(() => [GrantSection]) form!: GrantSection[]
  @Field(() => [GrantCriterion]) criteria!: GrantCriterion[]
}

@InputType({ description: 'A round as it is to be; its form and score sheet come from the template.' })
export class GrantRoundInput {
  @Field(() => ID, { description: 'The district or town that holds it.' }) division!: string
  @Field(() => String, { description: 'Short code, used once: 2026-01.' }) code!: string
  @Field(() => String) title!: string
  @Field(() => ID) fund!: string
  @Field(() => ID) template!: string
  @Field(() => Int, { description: 'In fen.' }) pool!: number
  @Field(() => Int, { description: 'In fen.' }) cap!: number
  @Field(() => [FieldName]) fields!: GrantField[]
  @Field(() => Boolean, { defaultValue: true }) isBlind!: boolean
  @Field(() => [Int], { description: 'Shares of the instalments, in hundredths of a percent: 5000, 3000, 2000.' })
  shares!: number[]
  @Field(() => [GrantConditionRow]) conditions!: GrantConditionRow[]
  @Field(() => String) opensOn!: string
  @Field(() => String) closesOn!: string
  @Field(() => Int, { defaultValue: 5 }) reviewers!: number
  @Field(() => Int, { defaultValue: 3 }) quorum!: number
  @Field(() => Boolean, { defaultValue: true }) dropsExtremes!: boolean
  @Field(() => Int, { defaultValue: 3000 }) spreadAlarm!: number
}

@InputType()
export class GrantRoundFilter {
  @Field(() => [ID], { nullable: true, description: AMONG }) ids?: string[]
  @Field(() => ID, { nullable: true, description: 'Of this division or below it.' }) division?: string
  @Field(() => [roundTypes.Status], { nullable: true }) status?: RoundStatus[]
  @Field(() => String, { nullable: true, description: 'Part of the title or the code.' }) search?: string
}
