// What callers send about tasks.
import { Field, ID, InputType } from 'type-graphql'
import { AMONG } from './among.ts'
import { TaskKindName, taskTypes } from './task.entity.ts'
import type { TaskStatus } from './task.machine.ts'
import type { TaskKind } from './task.rules.ts'

@InputType()
export class DatumInput {
  @Field(() => String) name!: string
  @Field(() => String, { nullable: true, description: 'How it is counted (口径).' }) caliber?: string
}

@InputType()
export class TaskText {
  @Field(() => String) title!: string
  @Field(() => TaskKindName) kind!: TaskKind
  @Field(() => String, { description: 'What is to be done, and how well.' }) standard!: string
  @Field(() => [DatumInput], { defaultValue: [], description: 'The data asked for; at least one when the task is about data.' })
  data!: DatumInput[]
  @Field(() => String, { nullable: true, description: 'First day the data is about: 2026-01-01.' }) periodFrom?: string
  @Field(() => String, { nullable: true, description: 'Last day.' }) periodTo?: string
  @Field(() => String, { description: 'Day by which it is to be done.' }) dueOn!: string
}

@InputType()
export class TaskInput extends TaskText {
  @Field(() => ID, { nullable: true, description: 'The item it stands on. A task without one is refused.' }) item?: string
  @Field(() => [ID], { description: 'The committees, 1,000 at most.' }) divisions!: string[]
  @Field(() => ID, {
    nullable: true,
    description: 'A UUID of the caller’s for this issue: sent again, it gives the tasks issued the first time.',
  })
  batch?: string
}

@InputType({ description: 'A row of a sheet of tasks.' })
export class TaskRow extends TaskText {
  @Field(() => String, { nullable: true, description: 'Code of the item it stands on: XZ-01.' }) itemCode?: string
  @Field(() => ID, { description: 'The committee.' }) division!: string
}

@InputType()
export class DatumAnswer {
  @Field(() => ID) id!: string
  @Field(() => String) answer!: string
}

@InputType()
export class TaskFilter {
  @Field(() => [ID], { nullable: true, description: AMONG }) ids?: string[]
  @Field(() => ID, { nullable: true, description: 'In this division or below it.' }) division?: string
  @Field(() => ID, { nullable: true, description: 'Issued by this department.' }) department?: string
  @Field(() => ID, { nullable: true, description: 'Under this item.' }) item?: string
  @Field(() => ID, { nullable: true }) batch?: string
  @Field(() => [taskTypes.Status], { nullable: true }) status?: TaskStatus[]
  @Field(() => [TaskKindName], { nullable: true }) kind?: TaskKind[]
  @Field(() => Boolean, { nullable: true, description: 'Only those that ask for data, of whatever kind.' }) hasData?: boolean
  @Field(() => Boolean, { nullable: true, description: 'Only those that ask again for data asked for before.' })
  isRepeated?: boolean
  @Field(() => String, { nullable: true, description: 'In the title.' }) search?: string
  @Field(() => String, { nullable: true, description: 'Issued on this day or later: 2026-01-01.' }) from?: string
  @Field(() => String, { nullable: true, description: 'Issued on this day or before.' }) to?: string
}

@InputType()
export class AttemptFilter {
  @Field(() => ID, { nullable: true, description: 'In this division or below it.' }) division?: string
  @Field(() => ID, { nullable: true }) department?: string
  @Field(() => String, { nullable: true, description: 'On this day or later: 2026-01-01.' }) from?: string
  @Field(() => String, { nullable: true, description: 'On this day or before.' }) to?: string
}

@InputType()
export class IndicatorPeriod {
  @Field(() => String, { description: 'First day: 2026-01-01.' }) from!: string
  @Field(() => String, { description: 'Last day.' }) to!: string
}

export const MOST_DIVISIONS = 1_000
export const MOST_DATA = 50
