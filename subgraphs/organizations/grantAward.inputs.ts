// What callers send about agreements, their money and what is raised about them.
import { Field, ID, InputType, Int } from 'type-graphql'
import { AMONG } from './among.ts'
import {
  agreementTypes,
  ChangeKindName,
  changeTypes,
  instalmentTypes,
  objectionTypes,
  type ChangeKind,
} from './grantAward.entity.ts'
import type { AgreementStatus } from './grantAgreement.machine.ts'
import type { InstalmentStatus } from './grantInstalment.machine.ts'
import { FieldName } from './grantRound.entity.ts'
import type { GrantField } from './grantRound.rules.ts'
import type { ChangeStatus } from './grantChange.machine.ts'
import type { ObjectionStatus } from './grantObjection.machine.ts'

@InputType()
export class GrantAgreementFilter {
  @Field(() => [ID], { nullable: true, description: AMONG }) ids?: string[]
  @Field(() => ID, { nullable: true }) division?: string
  @Field(() => ID, { nullable: true }) round?: string
  @Field(() => ID, { nullable: true }) organization?: string
  @Field(() => [agreementTypes.Status], { nullable: true }) status?: AgreementStatus[]
  @Field(() => [FieldName], { nullable: true }) field?: GrantField[]
  @Field(() => ID, { nullable: true, description: 'Carried out in this division or below it.' }) place?: string
  @Field(() => Boolean, { nullable: true, description: 'Only those past a deadline.' }) overdue?: boolean
  @Field(() => String, { nullable: true, description: 'Part of the title or the number.' }) search?: string
}

@InputType()
export class GrantInstalmentFilter {
  @Field(() => [ID], { nullable: true, description: AMONG }) ids?: string[]
  @Field(() => ID, { nullable: true }) division?: string
  @Field(() => ID, { nullable: true }) round?: string
  @Field(() => [instalmentTypes.Status], { nullable: true }) status?: InstalmentStatus[]
}

@InputType()
export class GrantReportInput {
  @Field(() => String) body!: string
  @Field(() => Int, { description: 'People who benefited.' }) beneficiaries!: number
  @Field(() => Int, { description: 'Spent so far, in fen; never more than the award.' }) spent!: number
  @Field(() => [String], { defaultValue: [], description: 'Receipts of files that go with it.' }) files!: string[]
}

@InputType()
export class GrantReturnInput {
  @Field(() => Int, { description: 'In fen; never more than was paid.' }) amount!: number
  @Field(() => String) voucher!: string
  @Field(() => String, { description: 'Not after today: 2026-01-01.' }) returnedOn!: string
}

@InputType()
export class GrantChangeInput {
  @Field(() => ChangeKindName) kind!: ChangeKind
  @Field(() => String) body!: string
  @Field(() => String, { nullable: true, description: 'For PERIOD: the day by which the report now due comes instead.' })
  extendTo?: string | null
  @Field(() => Int, { nullable: true, description: 'For AWARD: the new award, in fen.' }) award?: number | null
}

@InputType()
export class GrantChangeFilter {
  @Field(() => [changeTypes.Status], { nullable: true }) status?: ChangeStatus[]
  @Field(() => ID, { nullable: true }) agreement?: string
}

@InputType()
export class GrantObjectionInput {
  @Field(() => ID, { description: 'The application it is about.' }) application!: string
  @Field(() => String, { description: 'Who raises it, as they wish to be named.' }) by!: string
  @Field(() => String) body!: string
}

@InputType()
export class GrantObjectionFilter {
  @Field(() => ID, { nullable: true }) round?: string
  @Field(() => [objectionTypes.Status], { nullable: true }) status?: ObjectionStatus[]
}
