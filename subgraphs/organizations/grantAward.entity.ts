// What an award leads to: the agreement, its instalments and reports, what came back, who is barred, and what was asked to be changed.
import { OptionalProps } from '@mikro-orm/core'
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import type { Rel } from '@mikro-orm/postgresql'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { For, Key, SignedIn } from '../shared/access.ts'
import type { Stateful } from '../shared/event.ts'
import { machineTypes } from '../shared/machineTypes.ts'
import { anyOf, Scoped } from '../shared/scope.ts'
import { text, type Text } from '../shared/words.ts'
import { grantAgreementMachine, type AgreementStatus } from './grantAgreement.machine.ts'
import { GrantApplication } from './grantApplication.entity.ts'
import { AwardKept, InstalmentBounded, OnlyMoved, ReportFixed, ReturnBounded } from './grantGuards.ts'
import { grantInstalmentMachine, type InstalmentStatus } from './grantInstalment.machine.ts'
import { FieldName, MicroGrantRound, WATCHERS, watchers } from './grantRound.entity.ts'
import type { GrantField } from './grantRound.rules.ts'
import { grantChangeMachine, type ChangeStatus } from './grantChange.machine.ts'
import { grantObjectionMachine, type ObjectionStatus } from './grantObjection.machine.ts'
import { Kept } from './guards.ts'
import { ownOrganization } from './rights.ts'
import { enumOf } from './words.ts'

export const agreementTypes = machineTypes(grantAgreementMachine)
export const instalmentTypes = machineTypes(grantInstalmentMachine)
export const changeTypes = machineTypes(grantChangeMachine)
export const objectionTypes = machineTypes(grantObjectionMachine)

export const RESULTS = {
  EXCELLENT: text('优秀', 'Excellent'),
  GOOD: text('良好', 'Good'),
  PASS: text('合格', 'Pass'),
  FAIL: text('不合格', 'Fail'),
} satisfies Record<string, Text>
export type EvaluationResult = keyof typeof RESULTS
export const ResultName = enumOf('GrantEvaluationResult', 'How a project is evaluated at its end (末期评估).', RESULTS)

const CONDITIONS = {
  SIGNED: text('协议签订', 'Agreement signed'),
  MIDTERM: text('中期评估通过', 'Mid-term passed'),
  FINAL: text('末期评估通过', 'Final evaluation passed'),
} satisfies Record<string, Text>
export type InstalmentCondition = keyof typeof CONDITIONS
export const InstalmentConditionName = enumOf('GrantInstalmentCondition', 'What an instalment waits for.', CONDITIONS)

const REPORTS = { MIDTERM: text('中期报告', 'Mid-term report'), FINAL: text('结项报告', 'Final report') } satisfies Record<
  string,
  Text
>
export type ReportKind = keyof typeof REPORTS
export const ReportKindName = enumOf('GrantReportKind', 'Which report it is.', REPORTS)

const CHANGES = {
  BUDGET: text('预算调整', 'Budget'),
  PERIOD: text('报告延期', 'A report later'),
  AWARD: text('资助金额', 'Amount of the award'),
  TARGET: text('目标与内容', 'Aims and content'),
} satisfies Record<string, Text>
export type ChangeKind = keyof typeof CHANGES
export const ChangeKindName = enumOf('GrantChangeKind', 'What of a project is to change.', CHANGES)

const scope = Scoped((actor) => anyOf(ownOrganization(actor), watchers(actor)))
const officer = For(...WATCHERS)

@Key()
@SignedIn()
@ObjectType({ description: 'The agreement on an award (创投协议).' })
@Entity({ tableName: 'grant_agreement' })
@Kept('grant_agreement', grantAgreementMachine)
@AwardKept()
@Unique({ properties: ['application'], name: 'grant_agreement_once' })
@Unique({ properties: ['number'], name: 'grant_number_once' })
@Index({ properties: ['round', 'status'] })
@Index({ properties: ['organization', 'status'] })
@Index({ properties: ['division', 'status', 'createdAt'] })
@Check({ name: 'grant_award_positive', expression: 'award > 0 and first_award > 0 and spent >= 0 and demanded >= 0' })
@Check({ name: 'grant_agreement_signed', expression: `status in ('DRAFT', 'DECLINED') or signed_at is not null` })
@scope
export class GrantAgreement implements Stateful {
  declare [OptionalProps]?: 'version' | 'status' | 'spent' | 'demanded'
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Field(() => agreementTypes.Status) @Enum({ items: () => agreementTypes.Status }) status: AgreementStatus = 'DRAFT'
  @Property({ type: 'text', nullable: true }) previousStatus: string | null = null
  @Property({ type: 'text' }) division!: string
  @Property({ type: 'uuid' }) organization!: string
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) dueAt: Date | null = null
  @ManyToOne({ entity: () => MicroGrantRound, deleteRule: 'no action' }) round!: Rel<MicroGrantRound>
  @ManyToOne({ entity: () => GrantApplication, deleteRule: 'no action' }) application!: Rel<GrantApplication>
  @Field(() => String, { description: 'Number of the award; it is never used again.' })
  @Property({ type: 'text' })
  number!: string
  @Field(() => String) @Property({ type: 'text' }) title!: string
  @Field(() => FieldName) @Enum({ items: () => FieldName }) field!: GrantField
  @Field(() => Int, { description: 'In fen; the instalments sum to it.' }) @Property({ type: 'integer' }) award!: number
  @Field(() => Int, { description: 'What was first awarded, in fen.' }) @Property({ type: 'integer' }) firstAward!: number
  @Field(() => String) @Property({ type: 'date' }) startsOn!: string
  @Field(() => String) @Property({ type: 'date' }) endsOn!: string
  @Property({ type: 'text', nullable: true }) place: string | null = null
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true, length: 3 }) signedAt: Date | null = null
  @officer
  @Field(() => String, { nullable: true, description: 'Who signed for the organisation.' })
  @Property({ type: 'text', nullable: true })
  signedBy: string | null = null
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true, length: 3 }) runningAt: Date | null = null
  @Field(() => Int, { description: 'Spent as reported last, in fen.' }) @Property({ type: 'integer' }) spent: number = 0
  @Field(() => Int, { description: 'To be returned, in fen.' }) @Property({ type: 'integer' }) demanded: number = 0
  @Field(() => ResultName, { nullable: true })
  @Enum({ items: () => ResultName, nullable: true })
  result: EvaluationResult | null = null
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) createdAt!: Date
}

@Key()
@SignedIn()
@ObjectType({ description: 'One instalment of an award.' })
@Entity({ tableName: 'grant_instalment' })
@Kept('grant_instalment', grantInstalmentMachine)
@InstalmentBounded()
@Unique({ properties: ['agreement', 'number'], name: 'grant_instalment_once' })
@Unique({ properties: ['voucher'], name: 'grant_voucher_once' })
@Index({ properties: ['division', 'status', 'createdAt'] })
@Index({ properties: ['organization', 'status'] })
@Check({ name: 'grant_instalment_amount', expression: 'amount >= 0' })
@Check({
  name: 'grant_three_people',
  expression: 'checked_by <> approved_by and checked_by <> paid_by and approved_by <> paid_by',
})
@Check({
  name: 'grant_paid_approved',
  expression: `status <> 'PAID' or (checked_by is not null and approved_by is not null and paid_by is not null and voucher is not null)`,
})
@scope
export class GrantInstalment implements Stateful {
  declare [OptionalProps]?: 'version' | 'status'
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Field(() => instalmentTypes.Status) @Enum({ items: () => instalmentTypes.Status }) status: InstalmentStatus = 'PLANNED'
  @Property({ type: 'text', nullable: true }) previousStatus: string | null = null
  @Property({ type: 'text' }) division!: string
  @Property({ type: 'uuid' }) organization!: string
  @Property({ type: 'datetime', nullable: true }) dueAt: Date | null = null
  @ManyToOne({ entity: () => GrantAgreement, deleteRule: 'no action' }) agreement!: Rel<GrantAgreement>
  @Field(() => Int) @Property({ type: 'integer' }) number!: number
  @Field(() => Int, { description: 'In fen.' }) @Property({ type: 'integer' }) amount!: number
  @Field(() => InstalmentConditionName) @Enum({ items: () => InstalmentConditionName }) condition!: InstalmentCondition
  @Property({ type: 'uuid', nullable: true }) checkedBy: string | null = null
  @Property({ type: 'uuid', nullable: true }) approvedBy: string | null = null
  @Property({ type: 'uuid', nullable: true }) paidBy: string | null = null
  @Field(() => String, { nullable: true, description: 'Number of the voucher; used once.' })
  @Property({ type: 'text', nullable: true })
  voucher: string | null = null
  @Field(() => String, { nullable: true }) @Property({ type: 'date', nullable: true }) paidOn: string | null = null
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) createdAt!: Date
}

@SignedIn()
@ObjectType({ description: 'A report on a project; its due day is set when the agreement is signed and stays.' })
@Entity({ tableName: 'grant_report' })
@ReportFixed()
@Unique({ properties: ['agreement', 'kind'], name: 'grant_report_once' })
@Check({ name: 'grant_report_extended', expression: 'extended_to is null or extended_to > due_on' })
@Scoped(() => true)
export class GrantReport {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @ManyToOne({ entity: () => GrantAgreement, deleteRule: 'no action' }) agreement!: Rel<GrantAgreement>
  @Field(() => ReportKindName) @Enum({ items: () => ReportKindName }) kind!: ReportKind
  @Field(() => String) @Property({ type: 'date' }) dueOn!: string
  @Field(() => String, { nullable: true, description: 'The later day that was approved.' })
  @Property({ type: 'date', nullable: true })
  extendedTo: string | null = null
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true, length: 3 }) submittedAt: Date | null =
    null
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) body: string | null = null
  @Field(() => Int, { nullable: true, description: 'People who benefited.' })
  @Property({ type: 'integer', nullable: true })
  beneficiaries: number | null = null
  @Field(() => Int, { nullable: true, description: 'Spent so far, in fen.' })
  @Property({ type: 'integer', nullable: true })
  spent: number | null = null
}

@SignedIn()
@ObjectType({ description: 'Money that came back.' })
@Entity({ tableName: 'grant_return' })
@ReturnBounded()
@Unique({ properties: ['agreement', 'voucher'], name: 'grant_return_once' })
@Check({ name: 'grant_return_amount', expression: 'amount > 0' })
@Scoped(() => true)
export class GrantReturn {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @ManyToOne({ entity: () => GrantAgreement, deleteRule: 'no action' }) agreement!: Rel<GrantAgreement>
  @Field(() => Int, { description: 'In fen.' }) @Property({ type: 'integer' }) amount!: number
  @Field(() => String) @Property({ type: 'text' }) voucher!: string
  @Field(() => String) @Property({ type: 'date' }) returnedOn!: string
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) at!: Date
}

@SignedIn()
@ObjectType({ description: 'A time in which an organisation may not apply.' })
@Entity({ tableName: 'grant_bar' })
@OnlyMoved('grant_bar', ['agreement_id', '"from"', 'until'])
@Unique({ properties: ['agreement'], name: 'grant_bar_once' })
@Index({ properties: ['organization', 'until'] })
@scope
export class GrantBar {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Property({ type: 'text' }) division!: string
  @Property({ type: 'uuid' }) organization!: string
  @ManyToOne({ entity: () => GrantAgreement, deleteRule: 'no action' }) agreement!: Rel<GrantAgreement>
  @Field(() => String) @Property({ type: 'date' }) from!: string
  @Field(() => String, { description: 'Last day.' }) @Property({ type: 'date' }) until!: string
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) at!: Date
}

@Key()
@SignedIn()
@ObjectType({ description: 'A change of a project its organisation asks for.' })
@Entity({ tableName: 'grant_change' })
@Kept('grant_change', grantChangeMachine)
@Index({ properties: ['agreement', 'createdAt'] })
@Index({ properties: ['division', 'status', 'createdAt'] })
@scope
export class GrantChange implements Stateful {
  declare [OptionalProps]?: 'version' | 'status'
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Field(() => changeTypes.Status) @Enum({ items: () => changeTypes.Status }) status: ChangeStatus = 'ASKED'
  @Property({ type: 'text', nullable: true }) previousStatus: string | null = null
  @Property({ type: 'text' }) division!: string
  @Property({ type: 'uuid' }) organization!: string
  @Property({ type: 'datetime', nullable: true }) dueAt: Date | null = null
  @ManyToOne({ entity: () => GrantAgreement, deleteRule: 'no action' }) agreement!: Rel<GrantAgreement>
  @Field(() => ChangeKindName) @Enum({ items: () => ChangeKindName }) kind!: ChangeKind
  @Field(() => String) @Property({ type: 'text' }) body!: string
  @Field(() => String, { nullable: true, description: 'The report now due, by this day instead.' })
  @Property({ type: 'date', nullable: true })
  extendTo: string | null = null
  @Field(() => Int, { nullable: true, description: 'The new award, in fen.' })
  @Property({ type: 'integer', nullable: true })
  award: number | null = null
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) createdAt!: Date
}

@Key()
@SignedIn()
@ObjectType({ description: 'An objection during the publicity, or a complaint about a running project (异议、举报).' })
@Entity({ tableName: 'grant_objection' })
@Kept('grant_objection', grantObjectionMachine)
@Index({ properties: ['round', 'status'] })
@Index({ properties: ['division', 'status', 'createdAt'] })
@Scoped(watchers)
export class GrantObjection implements Stateful {
  declare [OptionalProps]?: 'version' | 'status'
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Field(() => objectionTypes.Status) @Enum({ items: () => objectionTypes.Status }) status: ObjectionStatus = 'RAISED'
  @Property({ type: 'text', nullable: true }) previousStatus: string | null = null
  @Property({ type: 'text' }) division!: string
  @Property({ type: 'datetime', nullable: true }) dueAt: Date | null = null
  @ManyToOne({ entity: () => MicroGrantRound, deleteRule: 'no action' }) round!: Rel<MicroGrantRound>
  @ManyToOne({ entity: () => GrantApplication, deleteRule: 'no action' }) application!: Rel<GrantApplication>
  @Field(() => String, { description: 'Who raised it, as they wish to be named.' }) @Property({ type: 'text' }) by!: string
  @Field(() => String) @Property({ type: 'text' }) body!: string
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) createdAt!: Date
}
