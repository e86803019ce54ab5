// A sheet on which somebody signed a pledge, until two officers have read the same from it.
import { OptionalProps } from '@mikro-orm/core'
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import type { Rel } from '@mikro-orm/postgresql'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Key, SignedIn } from '../shared/access.ts'
import type { Stateful } from '../shared/event.ts'
import { machineTypes } from '../shared/machineTypes.ts'
import { heldBy, Scoped } from '../shared/scope.ts'
import { Compact } from './compact.entity.ts'
import { Kept } from './guards.ts'
import { PledgeBasis } from './pledge.entity.ts'
import { pledgePaperMachine, type PledgePaperStatus } from './pledgePaper.machine.ts'

export const pledgePaperTypes = machineTypes(pledgePaperMachine)

@Key()
@SignedIn()
@ObjectType({ description: 'A sheet on which a pledge was signed (纸质签署单).' })
@Entity({ tableName: 'pledge_paper' })
@Kept('pledge_paper', pledgePaperMachine)
@Unique({ properties: ['compact', 'sheet'], name: 'pledge_paper_sheet_once' })
@Index({ properties: ['division', 'status', 'createdAt'] })
@Check({ name: 'pledge_paper_two', expression: 'confirmed_by is null or confirmed_by <> entered_by' })
@Scoped(heldBy(['COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER', 'SUPERVISION_MEMBER']))
export class PledgePaper implements Stateful {
  declare [OptionalProps]?: 'version' | 'status'
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Field(() => pledgePaperTypes.Status) @Enum({ items: () => pledgePaperTypes.Status }) status: PledgePaperStatus = 'ENTERED'
  @Property({ type: 'text', nullable: true }) previousStatus: string | null = null
  @Property({ type: 'text' }) division!: string
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) dueAt: Date | null = null

  @ManyToOne({ entity: () => Compact }) compact!: Rel<Compact>
  @Field(() => String, { description: 'The number on the sheet.' }) @Property({ type: 'text' }) sheet!: string
  @Field(() => PledgeBasis) @Enum({ items: () => PledgeBasis }) basis!: PledgeBasis
  /** The signer as the first reading has it; null while the roll knows nobody like that. */
  @Property({ type: 'uuid', nullable: true }) resident: string | null = null
  @Field(() => String, { nullable: true, description: 'What makes the sheet hard to match, without names.' })
  @Property({ type: 'text', nullable: true })
  remark: string | null = null
  /** The accounts that read it first and again. */
  @Property({ type: 'text' }) enteredBy!: string
  @Property({ type: 'text', nullable: true }) confirmedBy: string | null = null
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) createdAt!: Date
}
