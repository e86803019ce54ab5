// A meeting with its agenda and who came.
import { OptionalProps } from '@mikro-orm/core'
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import type { Rel } from '@mikro-orm/postgresql'
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Key, SignedIn } from '../shared/access.ts'
import type { Stateful } from '../shared/event.ts'
import { machineTypes } from '../shared/machineTypes.ts'
import { allOf, anyOf, Scoped } from '../shared/scope.ts'
import type { Basis } from './assembly.rules.ts'
import { Compact } from './compact.entity.ts'
import { BuildingProject } from './building.entity.ts'
import { Issue } from './issue.entity.ts'
import { meetingMachine, type MeetingStatus } from './meeting.machine.ts'
import { MEETING_TYPES, OWNERS_MATTERS, type MeetingType, type OwnersMatter } from './meeting.rules.ts'
import { neighbours, officers, posted } from './rights.ts'
import { enumOf } from './words.ts'
import { AgendaFinal, AttendanceOpen, Kept, MinutesFinal } from './guards.ts'

export const meetingTypes = machineTypes(meetingMachine)
export const MeetingKind = enumOf('MeetingType', 'Kinds of meeting.', MEETING_TYPES)

export const OwnersMatterName = enumOf('OwnersMatter', 'What owners decide on together.', OWNERS_MATTERS)

export const BasisName = { PERSON: 'PERSON', HOUSEHOLD: 'HOUSEHOLD', OWNER: 'OWNER' } as const
registerEnumType(BasisName, {
  name: 'Basis',
  description: 'What is counted; never both in one meeting.',
  valuesConfig: {
    PERSON: { description: 'Every adult (按人).' },
    HOUSEHOLD: { description: 'One representative a household (按户).' },
    OWNER: { description: 'Every owner, by head and by floor area (按业主人数和专有部分面积).' },
  },
})

export enum Outcome {
  CONSENSUS = 'CONSENSUS',
  NO_CONSENSUS = 'NO_CONSENSUS',
  NOTED = 'NOTED',
}
registerEnumType(Outcome, {
  name: 'Outcome',
  description: 'How an item of the agenda ended.',
  valuesConfig: {
    CONSENSUS: { description: 'Agreed by all (协商一致).' },
    NO_CONSENSUS: { description: 'Views remained apart (未达成一致).' },
    NOTED: { description: 'Taken note of, or voted on (已通报或者已表决).' },
  },
})

/** A notice once given stays: whoever read it may come back to learn that the meeting was cancelled. */
const isPosted = posted({ noticedAt: { $ne: null } })

@Key()
@SignedIn()
@ObjectType({ description: 'A meeting on an issue (会议).' })
@Entity({ tableName: 'meeting' })
@Kept('meeting', meetingMachine)
@MinutesFinal()
@Index({ properties: ['issue', 'createdAt'] })
@Index({ properties: ['division', 'startsAt'] })
@Check({ name: 'meeting_seats', expression: 'seats is null or seats > 0' })
@Check({ name: 'meeting_noticed', expression: `status in ('PLANNED', 'CANCELLED') or noticed_at is not null` })
@Scoped((actor) => anyOf(isPosted(actor), officers(actor), allOf(neighbours(actor), { status: { $ne: 'PLANNED' } })))
export class Meeting implements Stateful {
  declare [OptionalProps]?: 'version' | 'status' | 'committeeMembers' | 'invitees'
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Field(() => meetingTypes.Status) @Enum({ items: () => meetingTypes.Status }) status: MeetingStatus = 'PLANNED'
  @Property({ type: 'text', nullable: true }) previousStatus: string | null = null
  @Property({ type: 'text' }) division!: string
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) dueAt: Date | null = null

  @ManyToOne({ entity: () => Issue }) issue!: Rel<Issue>
  /** The compact it is to adopt or repeal. */
  @ManyToOne({ entity: () => Compact, nullable: true, deleteRule: 'no action' }) compact: Rel<Compact> | null = null
  @Field(() => MeetingKind) @Enum({ items: () => Object.keys(MEETING_TYPES) }) type!: MeetingType
  @Field(() => String) @Property({ type: 'text' }) title!: string
  @Field(() => Date) @Property({ type: 'datetime' }) startsAt!: Date
  @Field(() => String) @Property({ type: 'text' }) place!: string
  @Field(() => BasisName, { nullable: true, description: 'For meetings that decide.' })
  @Enum({ items: () => BasisName, nullable: true })
  basis: Basis | null = null
  /** The building project whose owners it calls together. */
  @ManyToOne({ entity: () => BuildingProject, nullable: true, deleteRule: 'no action' })
  building: Rel<BuildingProject> | null = null
  @Field(() => OwnersMatterName, { nullable: true, description: "For owners' meetings: which majority the law asks for." })
  @Enum({ items: () => OwnersMatterName, nullable: true })
  matter: OwnersMatter | null = null
  @Field(() => String, { nullable: true, description: 'The door whose owners decide; null for all owners.' })
  @Property({ type: 'text', nullable: true })
  door: string | null = null
  @Field(() => [String], { description: 'Units invited to it.' }) @Property({ type: 'json', default: '[]' }) invitees: string[] =
    []
  @Field(() => Int, { nullable: true, description: 'Seats that can be taken; null where nobody need ask for one.' })
  @Property({ type: 'integer', nullable: true })
  seats: number | null = null
  /** Residents who sit as members of the committee in a representatives' meeting. */
  @Property({ type: 'json' }) committeeMembers: string[] = []
  @Field(() => String, {
    nullable: true,
    description: 'The special case for which notice is shorter than the law asks (居委会组织法第二十六条); public.',
  })
  @Property({ type: 'text', nullable: true })
  exception: string | null = null
  @Field(() => Date, { nullable: true, description: 'When the Party branch approved the shorter notice.' })
  @Property({ type: 'datetime', nullable: true })
  exceptionApprovedAt: Date | null = null
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) noticedAt: Date | null = null
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) chairCheckedInAt: Date | null = null
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) openedAt: Date | null = null
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) closedAt: Date | null = null
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) minutes: string | null = null
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) publishedAt: Date | null = null
  @Field(() => Boolean, { nullable: true, description: 'Whether the supervision committee countersigned; null until published.' })
  @Property({ type: 'boolean', nullable: true })
  isCountersigned: boolean | null = null
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) createdAt!: Date
}

@SignedIn()
@ObjectType({ description: 'One item of a meeting’s agenda, and how it ended.' })
@Entity({ tableName: 'agenda_item' })
@AgendaFinal()
@Unique({ properties: ['meeting', 'position'] })
@Scoped(() => true)
export class AgendaItem {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @ManyToOne({ entity: () => Meeting }) meeting!: Rel<Meeting>
  @Field(() => Int) @Property({ type: 'integer' }) position!: number
  @Field(() => String) @Property({ type: 'text' }) topic!: string
  @Field(() => Outcome, { nullable: true }) @Enum({ items: () => Outcome, nullable: true }) outcome: Outcome | null = null
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) result: string | null = null
  @Field(() => String, { nullable: true, description: 'What was said against it.' })
  @Property({ type: 'text', nullable: true })
  dissent: string | null = null
}

@SignedIn()
@ObjectType({ description: 'Someone who came to a meeting.' })
@Entity({ tableName: 'attendance' })
@AttendanceOpen()
@Unique({ properties: ['meeting', 'resident'], name: 'attendance_once' })
@Scoped(() => true)
export class Attendance {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @ManyToOne({ entity: () => Meeting }) meeting!: Rel<Meeting>
  @Property({ type: 'uuid' }) resident!: string
  /** The account that checked them in: their own, or an officer's. */
  @Property({ type: 'text' }) by!: string
  @Field(() => Date) @Property({ type: 'datetime' }) at!: Date
}
