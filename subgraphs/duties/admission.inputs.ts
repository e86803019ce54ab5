// What callers send about applications for admission.
import { Field, ID, InputType } from 'type-graphql'
import { admissionTypes, ProposedBasis } from './admission.entity.ts'
import type { AdmissionStatus } from './admission.machine.ts'
import { AMONG } from './among.ts'
import { Category, Performer } from './item.entity.ts'
import type { DutyCategory, DutyPerformer } from './item.rules.ts'
import { ListType } from './list.entity.ts'
import type { DutyListType } from './list.rules.ts'

const OPEN = 'May be left open in a draft.'

@InputType({ description: 'What is proposed; a draft needs no more than a name.' })
export class AdmissionInput {
  @Field(() => ListType, { description: 'ASSIST_GOVERNMENT or TOWN_COOPERATE.' }) listType!: DutyListType
  @Field(() => String) name!: string
  @Field(() => Category) category!: DutyCategory
  @Field(() => Performer) performer!: DutyPerformer
  @Field(() => String, { nullable: true }) partners?: string | null
  @Field(() => String, { nullable: true, description: OPEN }) content?: string | null
  @Field(() => String, { nullable: true, description: OPEN }) standard?: string | null
  @Field(() => String, { nullable: true, description: OPEN }) frequency?: string | null
  @Field(() => String, { nullable: true, description: OPEN }) timeLimit?: string | null
  @Field(() => String, { nullable: true }) materials?: string | null
  @Field(() => String, { nullable: true }) staffing?: string | null
  @Field(() => String, { nullable: true, description: `Day it is to start: 2026-01-01. ${OPEN}` }) validFrom?: string | null
  @Field(() => String, { nullable: true, description: 'Last day of a temporary matter.' }) validTo?: string | null
  @Field(() => String, { nullable: true }) remark?: string | null
  @Field(() => [ProposedBasis]) bases!: ProposedBasis[]
}

@InputType({ description: 'What the joint meeting changed of a matter; what is left out stays.' })
export class AdjustmentInput {
  @Field(() => String, { nullable: true }) content?: string | null
  @Field(() => String, { nullable: true }) standard?: string | null
  @Field(() => String, { nullable: true }) frequency?: string | null
  @Field(() => String, { nullable: true }) timeLimit?: string | null
  @Field(() => String, { nullable: true }) materials?: string | null
  @Field(() => String, { nullable: true, description: 'A new last day of a temporary matter.' }) validTo?: string | null
}

@InputType()
export class AdmissionFilter {
  @Field(() => [ID], { nullable: true, description: AMONG }) ids?: string[]
  @Field(() => ID, { nullable: true, description: 'Of this division or below it, or of the district it lies in.' })
  division?: string
  @Field(() => [admissionTypes.Status], { nullable: true }) status?: AdmissionStatus[]
  @Field(() => [ID], { nullable: true, description: 'Of these departments.' }) department?: string[]
  @Field(() => Boolean, { nullable: true, description: 'Only those past a deadline.' }) overdue?: boolean
  @Field(() => String, { nullable: true, description: 'Part of the name or of the document number.' }) text?: string
}
