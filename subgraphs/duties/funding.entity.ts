// The money a department commits to a matter for a year: first to its application, and once admitted to the item's code.
import { OptionalProps } from '@mikro-orm/core'
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import type { Rel } from '@mikro-orm/postgresql'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Key, SignedIn } from '../shared/access.ts'
import type { Stateful } from '../shared/event.ts'
import { machineTypes } from '../shared/machineTypes.ts'
import { anyOf, Scoped } from '../shared/scope.ts'
import { fundingCommitmentMachine, type FundingStatus } from './funding.machine.ts'
import { Kept } from './guards.ts'
import { DutyList } from './list.entity.ts'
import { officers, ownDepartment } from './rights.ts'

export const fundingTypes = machineTypes(fundingCommitmentMachine)

@Key()
@SignedIn()
@ObjectType({ description: 'What a department commits to pay for a matter it entrusts (费随事转), for one year.' })
@Entity({ tableName: 'funding_commitment' })
@Kept('funding_commitment', fundingCommitmentMachine)
@Index({ properties: ['list', 'itemCode', 'year'] })
@Index({ properties: ['application'] })
@Index({ properties: ['division', 'status', 'createdAt'] })
@Check({ name: 'funding_amount', expression: 'amount > 0' })
@Check({ name: 'funding_of_something', expression: 'application is not null or (list_id is not null and item_code is not null)' })
@Scoped((actor) => anyOf(officers(actor), ownDepartment(actor)))
export class FundingCommitment implements Stateful {
  declare [OptionalProps]?: 'version' | 'status'
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Field(() => fundingTypes.Status) @Enum({ items: () => fundingTypes.Status }) status: FundingStatus = 'PROMISED'
  @Property({ type: 'text', nullable: true }) previousStatus: string | null = null
  /** The division of the list it pays for. */
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
  @Field(() => Int, { description: 'The year it pays for.' }) @Property({ type: 'integer' }) year!: number
  @Field(() => Int, { description: 'In fen.' }) @Property({ type: 'integer' }) amount!: number
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) createdAt!: Date
}
