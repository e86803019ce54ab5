// What callers send about votes.
import { Field, ID, InputType } from 'type-graphql'
import { AMONG } from './among.ts'
import { Days } from './days.inputs.ts'
import { Manner, VotePurpose, voteTypes } from './vote.entity.ts'
import type { VoteStatus } from './vote.machine.ts'
import type { VoteManner } from './vote.rules.ts'

@InputType()
export class VoteInput {
  @Field(() => VotePurpose, { defaultValue: VotePurpose.DECISION }) purpose!: VotePurpose
  @Field(() => String, { description: 'What is voted on, as it stands on the ballot.' }) proposal!: string
  @Field(() => Manner) manner!: VoteManner
  @Field(() => Boolean, { defaultValue: false, description: 'Secret: nobody can tell who chose what (无记名).' })
  isSecret?: boolean
  @Field(() => Date) opensAt!: Date
  @Field(() => Date) closesAt!: Date
  @Field(() => String, {
    nullable: true,
    description: "The residents' meeting's decision that lets its representatives vote on a compact.",
  })
  delegation?: string
}

@InputType()
export class VoteFilter {
  @Field(() => [ID], { nullable: true, description: AMONG }) ids?: string[]
  @Field(() => ID, { nullable: true, description: 'In this division or below it.' }) division?: string
  @Field(() => [voteTypes.Status], { nullable: true }) status?: VoteStatus[]
  @Field(() => ID, { nullable: true }) issue?: string
  @Field(() => Days, { nullable: true, description: 'Closed on these days and counted.' }) counted?: Days
}
