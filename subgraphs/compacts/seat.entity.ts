// Seats of a meeting that has only so many, and what was added to minutes after they were published.
import { Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import type { Rel } from '@mikro-orm/postgresql'
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { For, SignedIn } from '../shared/access.ts'
import { Scoped } from '../shared/scope.ts'
import { Meeting } from './meeting.entity.ts'

export enum SeatStatus {
  TAKEN = 'TAKEN',
  WAITING = 'WAITING',
}
registerEnumType(SeatStatus, {
  name: 'SeatStatus',
  valuesConfig: { TAKEN: { description: '已预约' }, WAITING: { description: '候补' } },
})

@For('COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER', 'MEETING_CHAIR', 'RESIDENT')
@ObjectType({ description: 'A seat someone has asked for, taken or waited for.' })
@Entity({ tableName: 'seat' })
@Unique({ properties: ['meeting', 'resident'], name: 'seat_once' })
@Index({ properties: ['meeting', 'status', 'at'] })
@Scoped(() => true)
export class Seat {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @ManyToOne({ entity: () => Meeting }) meeting!: Rel<Meeting>
  @Property({ type: 'uuid' }) resident!: string
  @Field(() => SeatStatus) @Enum({ items: () => SeatStatus }) status!: SeatStatus
  @Field(() => Date, { description: 'When it was asked for: whoever came first is seated first.' })
  @Property({ type: 'datetime', length: 3 })
  at!: Date
}

@SignedIn()
@ObjectType({ description: 'Added to published minutes, dated; the minutes themselves stay as they are.' })
@Entity({ tableName: 'addendum' })
@Unique({ properties: ['meeting', 'number'], name: 'addendum_once' })
@Scoped(() => true)
export class Addendum {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @ManyToOne({ entity: () => Meeting }) meeting!: Rel<Meeting>
  @Field(() => Int) @Property({ type: 'integer' }) number!: number
  @Field(() => String) @Property({ type: 'text' }) words!: string
  @Field(() => String, { description: 'Name of the officer who added it.' }) @Property({ type: 'text' }) by!: string
  @Field(() => Date) @Property({ type: 'datetime' }) at!: Date
}
