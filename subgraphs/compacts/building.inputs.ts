// What callers send about lift retrofits.
import { Field, Float, ID, InputType, Int } from 'type-graphql'
import { AMONG } from './among.ts'
import { ApprovalResult, buildingTypes, StageName } from './building.entity.ts'
import type { BuildingStatus } from './building.machine.ts'
import type { ApprovalStage } from './building.rules.ts'

@InputType()
export class BuildingProjectInput {
  @Field(() => String) title!: string
  @Field(() => String, { description: 'The door it serves: 菊盛路99弄4号.' }) door!: string
  @Field(() => String, {
    nullable: true,
    description: 'Day by whose rules its owners decide, for projects begun earlier: 2015-06-01. Today unless said.',
  })
  ruleDay?: string
}

@InputType()
export class AgreementInput {
  @Field(() => String, { description: 'Who pays how much, who runs it, who keeps it up.' }) agreement!: string
  @Field(() => Int, { description: 'In fen.' }) cost!: number
  @Field(() => Int, { defaultValue: 0, description: 'Owners of the whole compound, where the rule asks for their share.' })
  compoundOwners!: number
  @Field(() => Int, { defaultValue: 0 }) compoundAgree!: number
}

@InputType()
export class ApprovalInput {
  @Field(() => StageName) stage!: ApprovalStage
  @Field(() => String) department!: string
  @Field(() => Int) requiredSeals!: number
  @Field(() => String, { description: '2026-01-01' }) submittedOn!: string
}

@InputType()
export class ApprovalDecisionInput {
  @Field(() => ApprovalResult) result!: ApprovalResult
  @Field(() => Int, { description: 'Seals given.' }) seals!: number
  @Field(() => String, { description: '2026-01-01' }) decidedOn!: string
  @Field(() => String, { nullable: true, description: 'Number of the document.' }) document?: string
}

@InputType()
export class OwnerInput {
  @Field(() => String, { description: '302室; several rooms of one owner together: 301室、302室.' }) rooms!: string
  @Field(() => Float, { description: 'Floor area in cm².' }) areaCm2!: number
  @Field(() => ID, { nullable: true, description: 'The resident who votes for it in an app.' }) resident?: string
}

@InputType()
export class BuildingProjectFilter {
  @Field(() => [ID], { nullable: true, description: AMONG }) ids?: string[]
  @Field(() => ID, { nullable: true, description: 'In this division or below it.' }) division?: string
  @Field(() => [buildingTypes.Status], { nullable: true }) status?: BuildingStatus[]
}
