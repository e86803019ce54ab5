// An owners' committee of a compound, from the report to the end of its term.
import { OptionalProps } from '@mikro-orm/core'
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import type { Rel } from '@mikro-orm/postgresql'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { Key, SignedIn } from '../shared/access.ts'
import type { Stateful } from '../shared/event.ts'
import { machineTypes } from '../shared/machineTypes.ts'
import { anyOf, Scoped } from '../shared/scope.ts'
import { Kept } from './guards.ts'
import { ownersCommitteeMachine, type OwnersStatus } from './owners.machine.ts'
import { GROUP_SEATS, OWNERS_KINDS, type GroupSeat, type OwnersKind } from './owners.rules.ts'
import { neighbours, officers } from './rights.ts'
import { enumOf } from './words.ts'

export const ownersTypes = machineTypes(ownersCommitteeMachine)
export const OwnersKindName = enumOf('OwnersCommitteeKind', 'Formed for the first time, or renewed.', OWNERS_KINDS)
export const GroupSeatName = enumOf('GroupSeat', 'In what capacity somebody sits in the preparatory group (筹备组).', GROUP_SEATS)

@SignedIn()
@ObjectType({ description: 'A member of the preparatory group. Posted in the compound, as the law asks.' })
@InputType('GroupMemberInput')
export class GroupMember {
  @Field(() => GroupSeatName) seat!: GroupSeat
  @Field(() => String) name!: string
}

@Key()
@SignedIn()
@ObjectType({ description: "An owners' committee of a compound (业主委员会), from the report to the end of its term." })
@Entity({ tableName: 'owners_committee' })
@Kept('owners_committee', ownersCommitteeMachine)
@Index({ properties: ['division', 'status', 'createdAt'] })
@Index({
  name: 'owners_committee_renewed_once',
  expression: `create unique index "owners_committee_renewed_once" on "compacts"."owners_committee" ("renews_id") where "status" <> 'STOPPED'`,
})
@Check({ name: 'owners_committee_size', expression: 'heads > 0 and area > 0' })
@Check({
  name: 'owners_committee_filed',
  expression: `status <> 'FILED' or (receipt is not null and term_ends_on is not null and elected_on is not null)`,
})
@Scoped((actor) => anyOf(officers(actor), neighbours(actor)))
export class OwnersCommittee implements Stateful {
  declare [OptionalProps]?: 'version' | 'status' | 'group' | 'members' | 'documents'
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Field(() => ownersTypes.Status) @Enum({ items: () => ownersTypes.Status }) status: OwnersStatus = 'REPORTED'
  @Property({ type: 'text', nullable: true }) previousStatus: string | null = null
  @Property({ type: 'text' }) division!: string
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) dueAt: Date | null = null

  @Field(() => OwnersKindName) @Enum({ items: () => Object.keys(OWNERS_KINDS) }) kind!: OwnersKind
  @ManyToOne({ entity: () => OwnersCommittee, nullable: true, deleteRule: 'no action' }) renews: Rel<OwnersCommittee> | null =
    null
  @Field(() => String, { description: 'The compound (小区).' }) @Property({ type: 'text' }) compound!: string
  @Field(() => Int, { description: 'Owners in all.' }) @Property({ type: 'integer' }) heads!: number
  @Field(() => Int, { description: 'Exclusive area in all, in hundredths of a square metre.' })
  @Property({ type: 'integer' })
  area!: number
  @Field(() => String, { description: 'Day of the written report: 2026-01-01.' }) @Property({ type: 'date' }) reportedOn!: string
  @Field(() => [GroupMember], { description: 'The preparatory group.' }) @Property({ type: 'json' }) group: GroupMember[] = []
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) groupAnnouncedAt: Date | null = null
  @Field(() => [String], { description: 'What was posted beside the owner roll: drafts of rules, candidates.' })
  @Property({ type: 'json' })
  documents: string[] = []
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) postedAt: Date | null = null
  @Field(() => String, { nullable: true, description: 'Day of the owners’ meeting.' })
  @Property({ type: 'date', nullable: true })
  meetingOn: string | null = null
  @Field(() => Int, { nullable: true }) @Property({ type: 'integer', nullable: true }) presentHeads: number | null = null
  @Field(() => Int, { nullable: true }) @Property({ type: 'integer', nullable: true }) presentArea: number | null = null
  @Field(() => Int, { nullable: true }) @Property({ type: 'integer', nullable: true }) agreeHeads: number | null = null
  @Field(() => Int, { nullable: true }) @Property({ type: 'integer', nullable: true }) agreeArea: number | null = null
  @Field(() => [String], { description: 'Its members, as posted.' }) @Property({ type: 'json' }) members: string[] = []
  @Field(() => String, { nullable: true }) @Property({ type: 'date', nullable: true }) electedOn: string | null = null
  @Field(() => String, { nullable: true, description: 'Last day of its term.' })
  @Property({ type: 'date', nullable: true })
  termEndsOn: string | null = null
  @Field(() => String, { nullable: true, description: "The subdistrict's receipt number." })
  @Property({ type: 'text', nullable: true })
  receipt: string | null = null
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) createdAt!: Date
}
