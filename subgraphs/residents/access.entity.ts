// Who looked at what of a person, and why. Appended only; the person can read it.
import { raw } from '@mikro-orm/core'
import { Entity, Enum, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { SignedIn } from '../shared/access.ts'
import type { Stateful } from '../shared/event.ts'
import type { StateOf } from '../shared/machine.ts'
import { machineTypes } from '../shared/machineTypes.ts'
import { anyOf, heldBy, Scoped } from '../shared/scope.ts'
import { enumOf } from './resident.entity.ts'
import { FIELDS, REVEALERS, type PersonalField } from './resident.rules.ts'
import { revealRequestMachine } from './revealRequest.machine.ts'

export const FieldName = enumOf(FIELDS, 'PersonalField', 'A field of a person that is never simply shown.')
export const revealRequestTypes = machineTypes(revealRequestMachine)

const wards = (me: string) =>
  raw('any(array(select g.ward from residents.guardian g where g.guardian_resident = ? and g.ended_on is null))', [me])

@SignedIn()
@ObjectType({ description: 'One look at one field of a person, or at all of it.' })
@Entity({ tableName: 'access' })
@Scoped((actor) =>
  anyOf(
    heldBy(['AUDITOR'])(actor),
    actor.resident !== null && { $or: [{ resident: actor.resident }, { resident: wards(actor.resident) }] },
  ),
)
@Index({ properties: ['resident', 'at'] })
export class Access {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Property({ type: 'uuid' }) resident!: string
  @Property({ type: 'text' }) division!: string
  @Field(() => FieldName) @Enum({ items: () => FieldName }) field!: PersonalField
  @Field(() => String) @Property({ type: 'text' }) reason!: string
  @Field(() => String, { description: 'Who looked.' }) @Property({ type: 'text' }) by!: string
  @Property({ type: 'text', nullable: true }) account!: string | null
  @Field(() => String, { description: 'In which role.' }) @Property({ type: 'text' }) role!: string
  @Field(() => ID, { nullable: true, description: 'The approval it rests on, for the data of a child.' })
  @Property({ type: 'uuid', nullable: true })
  approval!: string | null
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) at!: Date
}

@SignedIn()
@ObjectType({ description: 'An officer asks to see one field of a child.' })
@Entity({ tableName: 'reveal_request' })
@Scoped((actor) => anyOf(heldBy(REVEALERS)(actor), heldBy(['AUDITOR'])(actor)))
@Index({ properties: ['division', 'status'] })
@Index({ properties: ['status', 'dueAt'] })
export class RevealRequest implements Stateful {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Field(() => revealRequestTypes.Status) @Enum({ items: () => revealRequestTypes.Status }) status: StateOf<
    typeof revealRequestMachine
  > = 'REQUESTED'
  @Property({ type: 'text', nullable: true }) previousStatus: string | null = null
  @Property({ type: 'text' }) division!: string
  @Property({ type: 'uuid' }) resident!: string
  @Field(() => FieldName) @Enum({ items: () => FieldName }) field!: PersonalField
  @Field(() => String) @Property({ type: 'text' }) reason!: string
  @Property({ type: 'text' }) account!: string
  @Field(() => String, { description: 'Who asks.' }) @Property({ type: 'text' }) by!: string
  @Field(() => Date, { nullable: true, description: 'Decide before; once approved, look before.' })
  @Property({ type: 'datetime', nullable: true })
  dueAt: Date | null = null
  @Field(() => Date) @Property({ type: 'datetime' }) createdAt!: Date
}
