// What callers send about opportunities and claims.
import { Field, ID, InputType, Int } from 'type-graphql'
import { AMONG } from './among.ts'
import type { ClaimStatus } from './claim.machine.ts'
import { claimTypes, OpportunityKindName, opportunityTypes } from './opportunity.entity.ts'
import type { OpportunityStatus } from './opportunity.machine.ts'
import type { OpportunityKind } from './opportunity.rules.ts'

@InputType()
export class OpportunityInput {
  @Field(() => OpportunityKindName) kind!: OpportunityKind
  @Field(() => String) title!: string
  @Field(() => String) body!: string
  @Field(() => Int, { description: '1 to 1,000.' }) places!: number
  @Field(() => Boolean, { defaultValue: false, description: 'Only organisations of the directory may claim it.' })
  forListed!: boolean
  @Field(() => String, { description: 'Last day: 2026-12-31.' }) until!: string
}

@InputType()
export class OpportunityFilter {
  @Field(() => [ID], { nullable: true, description: AMONG }) ids?: string[]
  @Field(() => ID, { nullable: true, description: 'In this division or below it.' }) division?: string
  @Field(() => String, { nullable: true, description: 'Part of the title.' }) search?: string
  @Field(() => [opportunityTypes.Status], { nullable: true }) status?: OpportunityStatus[]
  @Field(() => [OpportunityKindName], { nullable: true }) kind?: OpportunityKind[]
}

@InputType()
export class OpportunityClaimFilter {
  @Field(() => [ID], { nullable: true, description: AMONG }) ids?: string[]
  @Field(() => ID, { nullable: true, description: 'In this division or below it.' }) division?: string
  @Field(() => ID, { nullable: true }) opportunity?: string
  @Field(() => [claimTypes.Status], { nullable: true }) status?: ClaimStatus[]
}
