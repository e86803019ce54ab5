// What callers send about meetings.
import { Field, ID, InputType, Int } from 'type-graphql'
import { AMONG } from './among.ts'
import type { Basis } from './assembly.rules.ts'
import { Days } from './days.inputs.ts'
import { BasisName, MeetingKind, meetingTypes, Outcome, OwnersMatterName } from './meeting.entity.ts'
import type { MeetingStatus } from './meeting.machine.ts'
import type { MeetingType, OwnersMatter } from './meeting.rules.ts'

@InputType()
export class MeetingInput {
  @Field(() => MeetingKind) type!: MeetingType
  @Field(() => String) title!: string
  @Field(() => Date) startsAt!: Date
  @Field(() => String) place!: string
  @Field(() => [String], { description: 'Topics, in order.' }) agenda!: string[]
  @Field(() => BasisName, { nullable: true, description: 'For meetings that decide; representatives are counted by person.' })
  basis?: Basis
  @Field(() => [ID], { nullable: true, description: "Residents who sit as committee members in a representatives' meeting." })
  committeeMembers?: string[]
  @Field(() => String, { nullable: true, description: 'Why notice must be shorter than the law asks.' }) exception?: string
  @Field(() => OwnersMatterName, { nullable: true, description: "For owners' meetings: which majority the law asks for." })
  matter?: OwnersMatter
  @Field(() => [String], { nullable: true, description: 'Units invited.' }) invitees?: string[]
  @Field(() => Int, { nullable: true, description: 'Seats, where there are only so many; not for meetings that decide.' })
  seats?: number
}

@InputType()
export class ItemResult {
  @Field(() => Int) position!: number
  @Field(() => Outcome) outcome!: Outcome
  @Field(() => String) result!: string
  @Field(() => String, { nullable: true }) dissent?: string
}

@InputType()
export class MinutesInput {
  @Field(() => String) minutes!: string
  @Field(() => [ItemResult], { description: 'One for each item of the agenda.' }) items!: ItemResult[]
}

@InputType()
export class MeetingFilter {
  @Field(() => [ID], { nullable: true, description: AMONG }) ids?: string[]
  @Field(() => ID, { nullable: true, description: 'In this division or below it.' }) division?: string
  @Field(() => [meetingTypes.Status], { nullable: true }) status?: MeetingStatus[]
  @Field(() => [MeetingKind], { nullable: true }) type?: MeetingType[]
  @Field(() => Date, { nullable: true, description: 'Starting at this moment or later.' }) from?: Date
  @Field(() => Days, { nullable: true, description: 'Opened on these days.' }) held?: Days
}
