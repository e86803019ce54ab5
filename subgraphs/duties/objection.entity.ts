// An objection to what a department demands. Once decided, the decision is public; who raised it as a resident is not.
import { OptionalProps } from '@mikro-orm/core'
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import type { Rel } from '@mikro-orm/postgresql'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Key, Public, SignedIn } from '../shared/access.ts'
import type { Stateful } from '../shared/event.ts'
import { machineTypes } from '../shared/machineTypes.ts'
import { anyOf, Scoped } from '../shared/scope.ts'
import { text } from '../shared/words.ts'
import { GROUNDS, type Ground } from './ground.rules.ts'
import { Kept } from './guards.ts'
import { DECIDED, dutyObjectionMachine, OPEN_OBJECTIONS, type ObjectionStatus } from './objection.machine.ts'
import { EFFECTS, type Effect } from './objection.rules.ts'
import { officers, ownDepartment } from './rights.ts'
import { DutyTask } from './task.entity.ts'
import { enumOf } from './words.ts'

export const objectionTypes = machineTypes(dutyObjectionMachine)
export const GroundName = enumOf('DutyGround', 'On what ground a committee refuses or objects.', GROUNDS)
export const EffectName = enumOf('ObjectionEffect', 'What follows for the department.', EFFECTS)

const SIDES = { COMMITTEE: text('居村', 'Committee'), RESIDENT: text('居民', 'Resident') }
export const SideName = enumOf('ObjectionSide', 'Who raised an objection.', SIDES)

const among = (statuses: readonly string[]) => statuses.map((status) => `'${status}'`).join(', ')

@Key()
@SignedIn()
@ObjectType({
  description:
    'An objection (异议) to what a department demands of a committee. Its decision is public; a resident is never named.',
})
@Entity({ tableName: 'duty_objection' })
@Kept('duty_objection', dutyObjectionMachine)
@Index({
  name: 'objection_open_once',
  expression: `create unique index "objection_open_once" on "duties"."duty_objection" ("task_id") where "status" in (${among(OPEN_OBJECTIONS)})`,
})
@Unique({ properties: ['division', 'replyNumber'], name: 'reply_number_once' })
@Index({ properties: ['division', 'status', 'createdAt'] })
@Index({ properties: ['organization', 'createdAt'] })
@Index({ properties: ['task'] })
@Check({ name: 'objection_side', expression: `(side = 'RESIDENT') = (resident is not null)` })
@Check({
  name: 'objection_decided',
  expression: `(status in (${among(DECIDED)})) = (decision is not null and decided_at is not null) and (decided_by is null or decided_by <> raised_by)`,
})
@Scoped((actor) =>
  anyOf(
    { status: { $in: [...DECIDED] } },
    officers(actor),
    ownDepartment(actor),
    actor.resident !== null && { resident: actor.resident },
  ),
)
export class DutyObjection implements Stateful {
  declare [OptionalProps]?: 'version' | 'status'
  @Public() @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Public() @Field(() => objectionTypes.Status) @Enum({ items: () => objectionTypes.Status }) status: ObjectionStatus = 'RAISED'
  @Property({ type: 'text', nullable: true }) previousStatus: string | null = null
  /** The committee it is about. */
  @Property({ type: 'text' }) division!: string
  /** The department it is raised against. */
  @Property({ type: 'uuid' }) organization!: string
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) dueAt: Date | null = null

  @ManyToOne({ entity: () => DutyTask, nullable: true, deleteRule: 'no action' }) task: Rel<DutyTask> | null = null
  @Public() @Field(() => SideName) @Enum({ items: () => SideName }) side!: keyof typeof SIDES
  /** The resident who raised it; told to nobody else. */
  @Property({ type: 'uuid', nullable: true }) resident: string | null = null
  /** The account that raised it. */
  @Property({ type: 'text' }) raisedBy!: string
  @Public() @Field(() => GroundName) @Enum({ items: () => GroundName }) ground!: Ground
  @Property({ type: 'text' }) statement!: string
  @Field(() => String, { nullable: true, description: 'Number of the written reply by which a task was refused.' })
  @Property({ type: 'text', nullable: true })
  replyNumber: string | null = null
  @Property({ type: 'datetime', nullable: true }) answerUntil: Date | null = null
  @Property({ type: 'text', nullable: true }) answer: string | null = null
  @Property({ type: 'datetime', nullable: true }) answeredAt: Date | null = null
  @Public()
  @Field(() => String, { nullable: true, description: 'What was found, and why. Public.' })
  @Property({ type: 'text', nullable: true })
  decision: string | null = null
  @Public() @Field(() => [EffectName]) @Property({ type: 'text[]' }) effects: Effect[] = []
  @Public()
  @Field(() => String, { nullable: true, description: 'The circular of criticism, when there is one.' })
  @Property({ type: 'text', nullable: true })
  circular: string | null = null
  @Public() @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) decidedAt: Date | null = null
  @Property({ type: 'text', nullable: true }) decidedBy: string | null = null
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) createdAt!: Date
}

/** The last number given in a committee and year, for each kind of paper. */
@Entity({ tableName: 'paper_counter' })
@Scoped(() => true)
export class PaperCounter {
  @PrimaryKey({ type: 'text' }) division!: string
  @PrimaryKey({ type: 'integer' }) year!: number
  @PrimaryKey({ type: 'text' }) kind!: string
  @Property({ type: 'integer' }) last!: number
}
