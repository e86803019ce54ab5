// A matter on one version of a list: what is to be done, by whom, for which department, on what basis and with whose money.
import { OptionalProps, raw } from '@mikro-orm/core'
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import type { Rel } from '@mikro-orm/postgresql'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Key, Public } from '../shared/access.ts'
import type { Stateful } from '../shared/event.ts'
import { machineTypes } from '../shared/machineTypes.ts'
import { allOf, anyOf, Scoped } from '../shared/scope.ts'
import { ItemFixed, Kept } from './guards.ts'
import { dutyItemMachine, type ItemStatus } from './item.machine.ts'
import { CATEGORIES, PERFORMERS, type DutyCategory, type DutyPerformer } from './item.rules.ts'
import { ofDistrict, officers } from './rights.ts'
import { DutyListVersion } from './version.entity.ts'
import { PUBLISHED } from './version.machine.ts'
import { enumOf } from './words.ts'

export const itemTypes = machineTypes(dutyItemMachine)
export const Category = enumOf('DutyCategory', 'What field a duty lies in.', CATEGORIES)
export const Performer = enumOf('DutyPerformer', 'Who carries a duty out.', PERFORMERS)

const ofVersion = (...statuses: readonly string[]) => ({
  [raw(
    (item) =>
      `exists (select 1 from duties.duty_list_version v where v.id = ${item}.list_version_id and v.status in (${statuses.map((s) => `'${s}'`).join(', ')}))`,
  )]: [],
})

@Key()
@Public()
@ObjectType({ description: 'A matter on one version of a list (清单事项). Its code stays the same from version to version.' })
@Entity({ tableName: 'duty_item' })
@Kept('duty_item', dutyItemMachine, true)
@ItemFixed()
@Unique({ properties: ['listVersion', 'code'], name: 'duty_item_code_once' })
@Index({ properties: ['origin'] })
@Index({ properties: ['organization'] })
@Check({ name: 'duty_item_days', expression: 'valid_to is null or valid_to >= valid_from' })
@Check({ name: 'duty_item_money', expression: 'funding is null or funding >= 0' })
@Scoped((actor) =>
  anyOf(ofVersion(...PUBLISHED), officers(actor), allOf(ofDistrict(actor), ofVersion('SOLICITING', 'DELIBERATED'))),
)
export class DutyItem implements Stateful {
  declare [OptionalProps]?: 'version' | 'status'
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Field(() => itemTypes.Status) @Enum({ items: () => itemTypes.Status }) status: ItemStatus = 'LISTED'
  @Property({ type: 'text', nullable: true }) previousStatus: string | null = null
  @Property({ type: 'text' }) division!: string
  /** The responsible department (责任部门); none for what a committee does of its own. */
  @Property({ type: 'uuid', nullable: true }) organization: string | null = null
  @Property({ type: 'datetime', nullable: true }) dueAt: Date | null = null

  @ManyToOne({ entity: () => DutyListVersion }) listVersion!: Rel<DutyListVersion>
  /** The item of the list above it was taken over from; none for what was added here. */
  @ManyToOne({ entity: () => DutyItem, nullable: true, deleteRule: 'no action' }) origin: Rel<DutyItem> | null = null
  @Field(() => Int, { description: 'Its place on the list.' }) @Property({ type: 'integer' }) position!: number
  @Field(() => String, { description: 'XZ-01; the same in every version.' }) @Property({ type: 'text' }) code!: string
  @Field(() => String) @Property({ type: 'text' }) name!: string
  @Field(() => Category) @Enum({ items: () => Category }) category!: DutyCategory
  @Field(() => Performer) @Enum({ items: () => Performer }) performer!: DutyPerformer
  @Field(() => String, { nullable: true, description: 'Units that take part (配合单位).' })
  @Property({ type: 'text', nullable: true })
  partners: string | null = null
  @Field(() => String, { description: 'What is to be done.' }) @Property({ type: 'text' }) content!: string
  @Field(() => String, { nullable: true, description: 'How well (工作标准).' })
  @Property({ type: 'text', nullable: true })
  standard: string | null = null
  @Field(() => String, { nullable: true, description: 'How often.' })
  @Property({ type: 'text', nullable: true })
  frequency: string | null = null
  @Field(() => String, { nullable: true, description: 'Within what time.' })
  @Property({ type: 'text', nullable: true })
  timeLimit: string | null = null
  @Field(() => String, { nullable: true, description: 'What must be handed in.' })
  @Property({ type: 'text', nullable: true })
  materials: string | null = null
  @Field(() => String, { nullable: true, description: 'Where the money comes from.' })
  @Property({ type: 'text', nullable: true })
  fundingSource: string | null = null
  @Field(() => Int, { nullable: true, description: 'Per accounting unit, in fen.' })
  @Property({ type: 'integer', nullable: true })
  funding: number | null = null
  @Field(() => String, { nullable: true, description: 'What the amount is for: a committee a year (居村/年).' })
  @Property({ type: 'text', nullable: true })
  accountingUnit: string | null = null
  @Field(() => String, { nullable: true, description: 'People or equipment given with it.' })
  @Property({ type: 'text', nullable: true })
  staffing: string | null = null
  @Field(() => String, { description: 'First day on which it holds: 2026-01-01.' }) @Property({ type: 'date' }) validFrom!: string
  @Field(() => String, { nullable: true, description: 'Last day of a temporary matter.' })
  @Property({ type: 'date', nullable: true })
  validTo: string | null = null
  @Field(() => String, { nullable: true, description: 'Number of the document that admitted it.' })
  @Property({ type: 'text', nullable: true })
  admissionDocument: string | null = null
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) remark: string | null = null
}
