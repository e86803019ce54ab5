// A meeting that must be called, and the residents who ask for it.
import { OptionalProps } from '@mikro-orm/core'
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import type { Rel } from '@mikro-orm/postgresql'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Key, SignedIn } from '../shared/access.ts'
import type { Stateful } from '../shared/event.ts'
import { machineTypes } from '../shared/machineTypes.ts'
import { anyOf, Scoped } from '../shared/scope.ts'
import { conveningMachine, type ConveningStatus } from './convening.machine.ts'
import { ASKING, GROUNDS, type Ground } from './convening.rules.ts'
import { Kept } from './guards.ts'
import { Issue } from './issue.entity.ts'
import { Meeting, MeetingKind } from './meeting.entity.ts'
import type { MeetingType } from './meeting.rules.ts'
import { neighbours, officers } from './rights.ts'
import { enumOf } from './words.ts'

export const conveningTypes = machineTypes(conveningMachine)
export const GroundName = enumOf('ConveningGround', 'Why a meeting must be called.', GROUNDS)
export const AskingName = enumOf('Asking', 'Who is counted when a meeting is asked for.', ASKING)

@Key()
@SignedIn()
@ObjectType({ description: 'A meeting that must be called: asked for by residents, or due by law (应召会议).' })
@Entity({ tableName: 'convening' })
@Kept('convening', conveningMachine)
@Index({ properties: ['division', 'status', 'createdAt'] })
@Index({ properties: ['issue'] })
@Index({ properties: ['meeting'] })
@Unique({ properties: ['division', 'type', 'stretch'], name: 'convening_due_once' })
@Index({
  name: 'convening_open_once',
  expression: `create unique index "convening_open_once" on "compacts"."convening" ("issue_id", "type") where "status" in ('GATHERING', 'DUE', 'CALLED')`,
})
@Check({
  name: 'convening_ground',
  expression: `case ground when 'REQUEST' then num_nonnulls(issue_id, author, reason) = 3 and stretch is null else author is null and stretch is not null end`,
})
@Scoped((actor) => anyOf(officers(actor), neighbours(actor)))
export class Convening implements Stateful {
  declare [OptionalProps]?: 'version' | 'status'
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Field(() => conveningTypes.Status)
  @Enum({ items: () => conveningTypes.Status })
  status: ConveningStatus = 'GATHERING'
  @Property({ type: 'text', nullable: true }) previousStatus: string | null = null
  @Property({ type: 'text' }) division!: string
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) dueAt: Date | null = null

  @Field(() => GroundName) @Enum({ items: () => Object.keys(GROUNDS) }) ground!: Ground
  @Field(() => MeetingKind) @Enum({ items: () => ['RESIDENTS', 'REPRESENTATIVES'] }) type!: MeetingType
  /** What it is asked for. */
  @ManyToOne({ entity: () => Issue, nullable: true, deleteRule: 'no action' }) issue: Rel<Issue> | null = null
  /** The resident who asked first. */
  @Property({ type: 'uuid', nullable: true }) author: string | null = null
  @Field(() => String, { nullable: true, description: 'What is to be discussed or decided.' })
  @Property({ type: 'text', nullable: true })
  reason: string | null = null
  /** The stretch of the calendar in which it must be held: 2026-H2. */
  @Property({ type: 'text', nullable: true })
  stretch: string | null = null
  /** The end of its stretch. */
  @Property({ type: 'datetime', nullable: true }) endsAt: Date | null = null
  /** The meeting of which notice was given. */
  @ManyToOne({ entity: () => Meeting, nullable: true, deleteRule: 'no action' }) meeting: Rel<Meeting> | null = null
  @Field(() => Date, { nullable: true, description: 'When enough had asked for it.' })
  @Property({ type: 'datetime', nullable: true })
  reachedAt: Date | null = null
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) createdAt!: Date
}

/** One resident asks for it; once. */
@Entity({ tableName: 'convening_signer' })
@Scoped(() => true)
export class ConveningSigner {
  @ManyToOne({ entity: () => Convening, primary: true }) convening!: Rel<Convening>
  @PrimaryKey({ type: 'uuid' }) resident!: string
  /** The account that entered it: their own, or an officer's who keeps the paper. */
  @Property({ type: 'text' }) by!: string
  @Property({ type: 'datetime' }) at!: Date
}
