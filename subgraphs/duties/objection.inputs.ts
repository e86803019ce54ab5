// What callers send about objections.
import { Field, ID, InputType } from 'type-graphql'
import { AMONG } from './among.ts'
import type { Ground } from './ground.rules.ts'
import { EffectName, GroundName, objectionTypes } from './objection.entity.ts'
import type { ObjectionStatus } from './objection.machine.ts'
import type { Effect } from './objection.rules.ts'

@InputType()
export class ObjectionInput {
  @Field(() => ID, { description: 'The committee it is about.' }) division!: string
  @Field(() => ID, { nullable: true, description: 'The task it is about; for a committee only.' }) task?: string
  @Field(() => ID, { nullable: true, description: 'The department, when it is about no task.' }) department?: string
  @Field(() => GroundName) ground!: Ground
  @Field(() => String, { description: 'What happened.' }) statement!: string
}

@InputType()
export class DecisionInput {
  @Field(() => String, { description: 'What was found, and why. It becomes public: no names of residents.' }) decision!: string
  @Field(() => [EffectName], { defaultValue: [] }) effects!: Effect[]
  @Field(() => String, { nullable: true, description: 'The text of the circular, when there is one. It becomes public.' })
  circular?: string
}

@InputType()
export class ObjectionFilter {
  @Field(() => [ID], { nullable: true, description: AMONG }) ids?: string[]
  @Field(() => ID, { nullable: true, description: 'In this division or below it.' }) division?: string
  @Field(() => ID, { nullable: true, description: 'Against this department.' }) department?: string
  @Field(() => [objectionTypes.Status], { nullable: true }) status?: ObjectionStatus[]
  @Field(() => [GroundName], { nullable: true }) ground?: Ground[]
  @Field(() => String, { nullable: true, description: 'Raised on this day or later: 2026-01-01.' }) from?: string
  @Field(() => String, { nullable: true, description: 'Raised on this day or before.' }) to?: string
}
