// An objection to a frozen roll. The roll's own rows never change: what an upheld objection corrects is read with them.
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { OptionalProps } from '@mikro-orm/core'
import type { Rel } from '@mikro-orm/postgresql'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Key, SignedIn } from '../shared/access.ts'
import type { Stateful } from '../shared/event.ts'
import { machineTypes } from '../shared/machineTypes.ts'
import { anyOf, Scoped } from '../shared/scope.ts'
import { Elector, Electorate } from './electorate.entity.ts'
import { electorateObjectionMachine, type ElectorateObjectionStatus } from './electorateObjection.machine.ts'
import { ROLL_FAULTS, type RollFault } from './electorateObjection.rules.ts'
import { Kept } from './guards.ts'
import { officers } from './rights.ts'
import { enumOf } from './words.ts'

export const rollObjectionTypes = machineTypes(electorateObjectionMachine)
export const RollFaultName = enumOf('RollFault', 'What is said to be wrong with a frozen roll.', ROLL_FAULTS)

@Key()
@SignedIn()
@ObjectType({ description: 'An objection to a frozen roll (名册异议).' })
@Entity({ tableName: 'electorate_objection' })
@Kept('electorate_objection', electorateObjectionMachine)
@Index({ properties: ['electorate', 'status'] })
@Index({ properties: ['elector'] })
@Check({ name: 'electorate_objection_about', expression: `(fault = 'WRONGLY_LISTED') = (elector_id is not null)` })
@Scoped((actor) => anyOf(officers(actor), actor.id !== null && { filedBy: actor.id }))
export class ElectorateObjection implements Stateful {
  declare [OptionalProps]?: 'version' | 'status'
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Field(() => rollObjectionTypes.Status)
  @Enum({ items: () => rollObjectionTypes.Status })
  status: ElectorateObjectionStatus = 'FILED'
  @Property({ type: 'text', nullable: true }) previousStatus: string | null = null
  @Property({ type: 'text' }) division!: string
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) dueAt: Date | null = null

  @ManyToOne({ entity: () => Electorate }) electorate!: Rel<Electorate>
  @Field(() => RollFaultName) @Enum({ items: () => RollFaultName }) fault!: RollFault
  /** Who should not be on the roll. */
  @ManyToOne({ entity: () => Elector, nullable: true, deleteRule: 'no action' }) elector: Rel<Elector> | null = null
  /** Who should be on it: the resident and the unit they stand for. */
  @Property({ type: 'uuid', nullable: true }) resident: string | null = null
  @Property({ type: 'uuid', nullable: true }) unit: string | null = null
  @Field(() => String, { description: 'Why.' }) @Property({ type: 'text' }) grounds!: string
  @Property({ type: 'text' }) filedBy!: string
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) createdAt!: Date
}
