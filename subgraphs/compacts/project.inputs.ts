// What callers send about projects.
import { Field, ID, InputType, Int } from 'type-graphql'
import { AMONG } from './among.ts'
import { projectTypes } from './project.entity.ts'
import type { ProjectStatus } from './project.machine.ts'

@InputType()
export class MilestoneInput {
  @Field(() => String) title!: string
  @Field(() => String, { description: '2026-01-01' }) dueOn!: string
  @Field(() => Boolean, { defaultValue: true }) isMandatory!: boolean
}

@InputType()
export class ProjectInput {
  @Field(() => String) title!: string
  @Field(() => String, { description: 'The unit that answers for it.' }) owner!: string
  @Field(() => ID, { nullable: true, description: 'The account that acts for the owner.' }) ownerAccount?: string
  @Field(() => Int, { description: 'In fen.' }) budget!: number
  @Field(() => String, { description: 'Where the money comes from.' }) source!: string
  @Field(() => [MilestoneInput]) milestones!: MilestoneInput[]
}

@InputType()
export class ProjectFilter {
  @Field(() => [ID], { nullable: true, description: AMONG }) ids?: string[]
  @Field(() => ID, { nullable: true, description: 'In this division or below it.' }) division?: string
  @Field(() => [projectTypes.Status], { nullable: true }) status?: ProjectStatus[]
}
