// What a town or a committee says of a matter it was asked about; one of each unit, signed.
import { OptionalProps } from '@mikro-orm/core'
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import type { Rel } from '@mikro-orm/postgresql'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Key, SignedIn } from '../shared/access.ts'
import type { Stateful } from '../shared/event.ts'
import { machineTypes } from '../shared/machineTypes.ts'
import { anyOf, heldBy, Scoped } from '../shared/scope.ts'
import { AdmissionApplication, COMMITTEE_SIDE, DISTRICT_SIDE, TOWN_SIDE } from './admission.entity.ts'
import { OpinionOpen } from './admission.guards.ts'
import { Kept } from './guards.ts'
import { opinionMachine, STANCES, type OpinionStatus, type Stance } from './opinion.machine.ts'
import { ownDepartment } from './rights.ts'
import { enumOf } from './words.ts'

export const opinionTypes = machineTypes(opinionMachine)
export const StanceName = enumOf('OpinionStance', 'What a unit says of a matter.', STANCES)

@Key()
@SignedIn()
@ObjectType({
  description: 'The opinion of one invited town or committee (基层意见). The latest stands until the consultation closes.',
})
@Entity({ tableName: 'opinion' })
@Kept('opinion', opinionMachine)
@OpinionOpen()
@Unique({ properties: ['application', 'division'], name: 'opinion_once' })
@Index({ properties: ['division', 'status'] })
@Check({ name: 'opinion_signed', expression: `num_nonnulls(stance, body, signed_by, signer, signed_at) in (0, 5)` })
@Check({ name: 'opinion_given', expression: `status <> 'GIVEN' or stance is not null` })
@Scoped((actor) => anyOf(heldBy([...DISTRICT_SIDE, ...TOWN_SIDE, ...COMMITTEE_SIDE])(actor), ownDepartment(actor)))
export class Opinion implements Stateful {
  declare [OptionalProps]?: 'version' | 'status'
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Field(() => opinionTypes.Status) @Enum({ items: () => opinionTypes.Status }) status: OpinionStatus = 'AWAITED'
  @Property({ type: 'text', nullable: true }) previousStatus: string | null = null
  /** The unit that is asked. */
  @Property({ type: 'text' }) division!: string
  /** The department whose matter it is. */
  @Property({ type: 'uuid' }) organization!: string
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) dueAt: Date | null = null

  @ManyToOne({ entity: () => AdmissionApplication }) application!: Rel<AdmissionApplication>
  @Field(() => StanceName, { nullable: true }) @Enum({ items: () => StanceName, nullable: true }) stance: Stance | null = null
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) body: string | null = null
  /** The account that signed. */
  @Property({ type: 'text', nullable: true }) signedBy: string | null = null
  @Field(() => String, { nullable: true, description: 'The officer who signed for the unit.' })
  @Property({ type: 'text', nullable: true })
  signer: string | null = null
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) signedAt: Date | null = null
  @Field(() => Date) @Property({ type: 'datetime' }) invitedAt!: Date
}
