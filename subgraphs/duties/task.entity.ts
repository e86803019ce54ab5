// A task a department gives to a committee, the data it asks for, and what it repeats of earlier ones.
import { OptionalProps, raw } from '@mikro-orm/core'
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import type { Rel } from '@mikro-orm/postgresql'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Key, SignedIn } from '../shared/access.ts'
import type { Actor } from '../shared/actor.ts'
import type { Stateful } from '../shared/event.ts'
import { machineTypes } from '../shared/machineTypes.ts'
import { anyOf, Scoped } from '../shared/scope.ts'
import { Kept } from './guards.ts'
import { DutyItem } from './item.entity.ts'
import { officers, ownDepartment } from './rights.ts'
import { TaskInForce } from './task.guards.ts'
import { dutyTaskMachine, type TaskStatus } from './task.machine.ts'
import { TASK_KINDS, type TaskKind } from './task.rules.ts'
import { enumOf } from './words.ts'

export const taskTypes = machineTypes(dutyTaskMachine)
export const TaskKindName = enumOf('DutyTaskKind', 'What a task asks a committee for.', TASK_KINDS)

/** Tasks of other departments whose data one's own department asked for again: their answer spares the committee the work. */
const askedAgain = (actor: Actor) => {
  const own = ownDepartment(actor)
  return (
    own && {
      [raw(
        (task) => `exists (select 1 from duties.task_repeat r where r.earlier_id = ${task}.id and r.organization = ?)`,
        [own.organization],
      )]: [],
    }
  )
}

@Key()
@SignedIn()
@ObjectType({ description: 'A task (协助任务) a department gives to a committee under an item in force.' })
@Entity({ tableName: 'duty_task' })
@Kept('duty_task', dutyTaskMachine)
@TaskInForce()
@Unique({ properties: ['batch', 'division'], name: 'duty_task_batch_once' })
@Index({ properties: ['item', 'status'] })
@Index({ properties: ['organization', 'createdAt'] })
@Index({ properties: ['division', 'status', 'createdAt'] })
@Check({ name: 'duty_task_period', expression: 'period_to is null or period_from <= period_to' })
@Check({ name: 'duty_task_data_period', expression: `kind <> 'DATA' or (period_from is not null and period_to is not null)` })
@Scoped((actor) => anyOf(officers(actor), ownDepartment(actor), askedAgain(actor)))
export class DutyTask implements Stateful {
  declare [OptionalProps]?: 'version' | 'status'
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Field(() => taskTypes.Status) @Enum({ items: () => taskTypes.Status }) status: TaskStatus = 'ISSUED'
  @Property({ type: 'text', nullable: true }) previousStatus: string | null = null
  /** The committee. */
  @Property({ type: 'text' }) division!: string
  /** The department that issued it. */
  @Property({ type: 'uuid' }) organization!: string
  @Field(() => Date, { nullable: true, description: 'Until when whoever is waited for must act.' })
  @Property({ type: 'datetime', nullable: true })
  dueAt: Date | null = null

  @ManyToOne({ entity: () => DutyItem, deleteRule: 'no action' }) item!: Rel<DutyItem>
  /** What was issued at once to many. */
  @Field(() => ID, { description: 'The same for all tasks issued together.' }) @Property({ type: 'uuid' }) batch!: string
  @Field(() => TaskKindName) @Enum({ items: () => TaskKindName }) kind!: TaskKind
  @Field(() => String) @Property({ type: 'text' }) title!: string
  @Field(() => String, { description: 'What is to be done, and how well.' }) @Property({ type: 'text' }) standard!: string
  @Field(() => String, { nullable: true, description: 'First day the data or the work is about: 2026-01-01.' })
  @Property({ type: 'date', nullable: true })
  periodFrom: string | null = null
  @Field(() => String, { nullable: true, description: 'Last day.' })
  @Property({ type: 'date', nullable: true })
  periodTo: string | null = null
  @Field(() => String, { description: 'Day by which it is to be done.' }) @Property({ type: 'date' }) dueOn!: string
  /** The account that issued it. */
  @Property({ type: 'text' }) issuedBy!: string
  @Field(() => String, { nullable: true, description: 'What the committee reports.' })
  @Property({ type: 'text', nullable: true })
  report: string | null = null
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) submittedAt: Date | null = null
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) createdAt!: Date
}

@SignedIn()
@ObjectType({ description: 'One datum a task asks for (数据项), how it is counted (口径), and the answer.' })
@Entity({ tableName: 'task_datum' })
@Unique({ properties: ['task', 'key'], name: 'task_datum_once' })
@Index({ properties: ['key'] })
@Scoped(() => true)
export class TaskDatum {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @ManyToOne({ entity: () => DutyTask, deleteRule: 'no action' }) task!: Rel<DutyTask>
  @Field(() => Int) @Property({ type: 'integer' }) position!: number
  @Field(() => String) @Property({ type: 'text' }) name!: string
  @Field(() => String, { nullable: true, description: 'How it is counted (口径).' })
  @Property({ type: 'text', nullable: true })
  caliber: string | null = null
  /** Its name in one spelling. */
  @Property({ type: 'text' }) key!: string
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) answer: string | null = null
}

/** That a task asked for data which an earlier task of the same committee and period had asked for. */
@Entity({ tableName: 'task_repeat' })
@Index({ properties: ['earlier', 'organization'] })
@Scoped(() => true)
export class TaskRepeat {
  @ManyToOne({ entity: () => DutyTask, primary: true, deleteRule: 'no action' }) task!: Rel<DutyTask>
  @ManyToOne({ entity: () => DutyTask, primary: true, deleteRule: 'no action' }) earlier!: Rel<DutyTask>
  /** The department that asked again. */
  @Property({ type: 'uuid' }) organization!: string
  @Property({ type: 'text[]' }) names!: string[]
}
