// The money a department commits to a matter for a year: first to its application, and once admitted to the item's code.
import { OptionalProps } from '@mikro-orm/core'
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import type { Rel } from '@mikro-orm/postgresql'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Key, SignedIn } from '../shared/access.ts'
import type { Role } from '../shared/actor.ts'
import type { Stateful } from '../shared/event.ts'
import { machineTypes } from '../shared/machineTypes.ts'
import { allOf, anyOf, heldBy, Scoped } from '../shared/scope.ts'
import { FundingFixed, TransferBounded } from './funding.guards.ts'
import { fundingCommitmentMachine, RECEIVERS, type FundingStatus } from './funding.machine.ts'
import { Kept } from './guards.ts'
import { DutyList } from './list.entity.ts'
import { ownDepartment } from './rights.ts'

export const fundingTypes = machineTypes(fundingCommitmentMachine)

/** Who sees what is promised to their divisions. */
const WATCHERS = [
  'DISTRICT_CIVIL_AFFAIRS',
  'DISTRICT_JOINT_MEETING',
  'DISTRICT_FINANCE',
  'AUDITOR',
  'SUPERVISION_MEMBER',
  ...RECEIVERS,
] as const satisfies readonly Role[]

@Key()
@SignedIn()
@ObjectType({ description: 'What a department commits to pay for a matter it entrusts (费随事转), for one year.' })
@Entity({ tableName: 'funding_commitment' })
@Kept('funding_commitment', fundingCommitmentMachine)
@FundingFixed()
@Index({ properties: ['list', 'itemCode', 'year'] })
@Index({ properties: ['application'] })
@Index({ properties: ['division', 'status', 'createdAt'] })
@Index({ properties: ['status', 'transferBy'] })
@Check({ name: 'funding_amount', expression: 'amount > 0' })
@Check({ name: 'funding_of_something', expression: 'application is not null or (list_id is not null and item_code is not null)' })
@Check({
  name: 'funding_budgeted',
  expression: `not (status in ('BUDGETED', 'TRANSFERRED', 'RECONCILED')) or budget_document is not null`,
})
@Check({ name: 'funding_promised', expression: `status in ('PLANNED', 'LAPSED') or promised_at is not null` })
@Check({ name: 'funding_received', expression: `status <> 'RECONCILED' or received = amount` })
@Scoped((actor) => anyOf(ownDepartment(actor), allOf(heldBy(WATCHERS)(actor), { promisedAt: { $ne: null } })))
export class FundingCommitment implements Stateful {
  declare [OptionalProps]?: 'version' | 'status'
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Field(() => fundingTypes.Status) @Enum({ items: () => fundingTypes.Status }) status: FundingStatus = 'PLANNED'
  @Property({ type: 'text', nullable: true }) previousStatus: string | null = null
  /** The town or committee that receives it. */
  @Property({ type: 'text' }) division!: string
  /** The department that pays. */
  @Property({ type: 'uuid' }) organization!: string
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) dueAt: Date | null = null

  /** The application it came with. */
  @Property({ type: 'uuid', nullable: true }) application: string | null = null
  @ManyToOne({ entity: () => DutyList, nullable: true, deleteRule: 'no action' }) list: Rel<DutyList> | null = null
  @Field(() => String, { nullable: true, description: 'The code of the item, once admitted.' })
  @Property({ type: 'text', nullable: true })
  itemCode: string | null = null
  @Field(() => String, { description: 'The matter it pays for.' }) @Property({ type: 'text' }) matter!: string
  @Field(() => Int, { description: 'The year it pays for.' }) @Property({ type: 'integer' }) year!: number
  @Field(() => Int, { description: 'In fen.' }) @Property({ type: 'integer' }) amount!: number
  @Field(() => String, { description: 'Where the money comes from: the department’s budget, a special fund.' })
  @Property({ type: 'text' })
  source!: string
  @Field(() => String, { description: 'What it is reckoned by: a committee a year (居村/年).' })
  @Property({ type: 'text' })
  accountingUnit!: string
  @Field(() => String, { description: 'Last day of the transfer: 2026-01-01.' }) @Property({ type: 'date' }) transferBy!: string
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) promisedAt: Date | null = null
  @Field(() => String, { nullable: true, description: 'The document of the budget that holds it.' })
  @Property({ type: 'text', nullable: true })
  budgetDocument: string | null = null
  /** When both sides were told that it is overdue. */
  @Property({ type: 'datetime', nullable: true }) overdueAt: Date | null = null
  @Field(() => Int, { nullable: true, description: 'What the receiver found in its account, in fen.' })
  @Property({ type: 'integer', nullable: true })
  received: number | null = null
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) reconciledAt: Date | null = null
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) createdAt!: Date
}

@SignedIn()
@ObjectType({ description: 'One transfer towards a commitment; a negative one takes an earlier one back.' })
@Entity({ tableName: 'funding_transfer' })
@TransferBounded()
@Unique({ properties: ['commitment', 'voucher'], name: 'funding_voucher_once' })
@Check({ name: 'funding_transfer_amount', expression: 'amount <> 0' })
@Scoped(() => true)
export class FundingTransfer {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @ManyToOne({ entity: () => FundingCommitment }) commitment!: Rel<FundingCommitment>
  @Field(() => Int, { description: 'In fen; below zero when it takes a transfer back.' })
  @Property({ type: 'integer' })
  amount!: number
  @Field(() => String, { description: 'Number of the voucher.' }) @Property({ type: 'text' }) voucher!: string
  @Field(() => String, { description: 'Day of the transfer: 2026-01-01.' }) @Property({ type: 'date' }) transferredOn!: string
  @Field(() => String, { description: 'Who recorded it.' }) @Property({ type: 'text' }) by!: string
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) at!: Date
}
