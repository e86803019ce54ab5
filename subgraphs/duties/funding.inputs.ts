// What callers send about money that follows a task.
import { Field, ID, InputType, Int } from 'type-graphql'
import { AMONG } from './among.ts'
import { fundingTypes } from './funding.entity.ts'
import type { FundingStatus } from './funding.machine.ts'

@InputType({ description: 'What a department commits to one town or committee.' })
export class FundingInput {
  @Field(() => ID, { description: 'The town or committee that receives it.' }) receiver!: string
  @Field(() => Int, { description: 'The year it pays for.' }) year!: number
  @Field(() => Int, { description: 'In fen.' }) amount!: number
  @Field(() => String, { description: 'Where the money comes from.' }) source!: string
  @Field(() => String, { description: 'What it is reckoned by: 居村/年.' }) accountingUnit!: string
  @Field(() => String, { description: 'Last day of the transfer: 2026-01-01.' }) transferBy!: string
}

@InputType()
export class TransferInput {
  @Field(() => Int, { description: 'In fen; below zero to take an earlier transfer back.' }) amount!: number
  @Field(() => String, { description: 'Number of the voucher; used once for a commitment.' }) voucher!: string
  @Field(() => String, { description: 'Day of the transfer, not after today: 2026-01-01.' }) transferredOn!: string
}

@InputType()
export class FundingFilter {
  @Field(() => [ID], { nullable: true, description: AMONG }) ids?: string[]
  @Field(() => ID, { nullable: true, description: 'Received in this division or below it.' }) division?: string
  @Field(() => [fundingTypes.Status], { nullable: true }) status?: FundingStatus[]
  @Field(() => [ID], { nullable: true, description: 'Of these departments.' }) department?: string[]
  @Field(() => Int, { nullable: true }) year?: number
  @Field(() => Boolean, { nullable: true, description: 'Only those whose day of transfer has passed.' }) overdue?: boolean
  @Field(() => String, { nullable: true, description: 'Part of the name of the matter.' }) text?: string
  @Field(() => String, { nullable: true, description: 'To be transferred on this day or later: 2026-01-01.' }) dueFrom?: string
  @Field(() => String, { nullable: true, description: 'To be transferred on this day or before.' }) dueTo?: string
  @Field(() => Boolean, { nullable: true, description: 'Transferred in full by its day, or not.' }) onTime?: boolean
}
