// What callers send about items and their legal bases.
import { Field, ID, InputType, Int } from 'type-graphql'
import { AMONG } from './among.ts'
import { BasisLevelName } from './basis.entity.ts'
import type { BasisLevel } from './basis.rules.ts'
import { Category, itemTypes, Performer } from './item.entity.ts'
import type { ItemStatus } from './item.machine.ts'
import type { DutyCategory, DutyPerformer } from './item.rules.ts'

@InputType()
export class LegalBasisInput {
  @Field(() => String, { description: 'Its title, without brackets.' }) law!: string
  @Field(() => String, { description: '第四十三条' }) article!: string
  @Field(() => BasisLevelName) level!: BasisLevel
  @Field(() => String, { description: '2026-01-01' }) inForceFrom!: string
  @Field(() => String, { nullable: true }) inForceTo?: string
  @Field(() => String, { nullable: true, description: 'https://…' }) link?: string
}

@InputType()
export class DutyItemInput {
  @Field(() => String, { nullable: true, description: 'Given by the list when left out.' }) code?: string
  @Field(() => String) name!: string
  @Field(() => Category) category!: DutyCategory
  @Field(() => Performer) performer!: DutyPerformer
  @Field(() => ID, { nullable: true, description: 'The responsible department.' }) department?: string
  @Field(() => String, { nullable: true }) partners?: string
  @Field(() => String) content!: string
  @Field(() => String, { nullable: true }) standard?: string
  @Field(() => String, { nullable: true }) frequency?: string
  @Field(() => String, { nullable: true }) timeLimit?: string
  @Field(() => String, { nullable: true }) materials?: string
  @Field(() => String, { nullable: true }) fundingSource?: string
  @Field(() => Int, { nullable: true, description: 'Per accounting unit, in fen.' }) funding?: number
  @Field(() => String, { nullable: true }) accountingUnit?: string
  @Field(() => String, { nullable: true }) staffing?: string
  @Field(() => String, { description: '2026-01-01' }) validFrom!: string
  @Field(() => String, { nullable: true, description: 'Last day of a temporary matter.' }) validTo?: string
  @Field(() => String, { nullable: true }) admissionDocument?: string
  @Field(() => String, { nullable: true }) remark?: string
  @Field(() => [LegalBasisInput], { description: 'In order; at least one before opinions are solicited.' })
  bases!: LegalBasisInput[]
}

@InputType()
export class DutyItemFilter {
  @Field(() => [ID], { nullable: true, description: AMONG }) ids?: string[]
  @Field(() => ID, { nullable: true, description: 'Of this version of a list.' }) listVersion?: string
  @Field(() => ID, { nullable: true, description: 'Of lists of this division or below it.' }) division?: string
  @Field(() => ID, { nullable: true, description: 'Of exactly this division.' }) at?: string
  @Field(() => ID, { nullable: true, description: 'That this department answers for.' }) department?: string
  @Field(() => [Category], { nullable: true }) category?: DutyCategory[]
  @Field(() => [itemTypes.Status], { nullable: true }) status?: ItemStatus[]
  @Field(() => Boolean, { nullable: true, description: 'Only those in force today.' }) inForce?: boolean
  @Field(() => ID, {
    nullable: true,
    description:
      'Only assisting matters in force that hold here, by lists above, here and below; what was taken over counts once.',
  })
  holdsIn?: string
  @Field(() => String, { nullable: true, description: 'Part of the code or the name.' }) text?: string
}
