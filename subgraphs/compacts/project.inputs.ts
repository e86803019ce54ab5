// What callers send about projects.
import { Field, ID, InputType, Int } from 'type-graphql'
import { AMONG } from './among.ts'
import { FundSourceName } from './fund.entity.ts'
import type { FundSource } from './fund.rules.ts'
import { InspectionKindName } from './inspection.entity.ts'
import { projectTypes } from './project.entity.ts'
import type { ProjectStatus } from './project.machine.ts'
import type { InspectionKind } from './project.rules.ts'

@InputType()
export class MilestoneInput {
  @Field(() => String) title!: string
  @Field(() => String, { description: '2026-01-01' }) dueOn!: string
  @Field(() => Boolean, { defaultValue: true }) isMandatory!: boolean
}

@InputType()
export class FundInput {
  @Field(() => FundSourceName) source!: FundSource
  @Field(() => Int, { description: 'In fen.' }) amount!: number
}

@InputType()
export class FundSpent {
  @Field(() => FundSourceName) source!: FundSource
  @Field(() => Int, { description: 'What was spent of it, in fen.' }) amount!: number
}

@InputType()
export class InspectionInput {
  @Field(() => InspectionKindName) kind!: InspectionKind
  @Field(() => String) finding!: string
  @Field(() => Boolean, { description: 'Something is to be put right; on acceptance, the group does not agree.' })
  isProblem!: boolean
  @Field(() => ID, { nullable: true, description: 'The member who found it, when an officer writes it down for them.' })
  resident?: string
}

@InputType()
export class ProjectInput {
  @Field(() => String) title!: string
  @Field(() => String, { description: 'The unit that answers for it.' }) owner!: string
  @Field(() => ID, { nullable: true, description: 'The account that acts for the owner.' }) ownerAccount?: string
  @Field(() => ID, {
    nullable: true,
    description: 'The department or social organisation the owner is, when it acts here itself.',
  })
  organization?: string
  @Field(() => [FundInput], { description: 'The budget, each source once.' }) funds!: FundInput[]
  @Field(() => [MilestoneInput]) milestones!: MilestoneInput[]
}

@InputType()
export class ProjectFilter {
  @Field(() => [ID], { nullable: true, description: AMONG }) ids?: string[]
  @Field(() => ID, { nullable: true, description: 'In this division or below it.' }) division?: string
  @Field(() => [projectTypes.Status], { nullable: true }) status?: ProjectStatus[]
  @Field(() => Boolean, { nullable: true, description: 'Only those with a milestone that is late.' }) late?: boolean
}
