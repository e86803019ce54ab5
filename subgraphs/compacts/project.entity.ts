// The work an issue asks for, its money and its milestones.
import { OptionalProps } from '@mikro-orm/core'
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import type { Rel } from '@mikro-orm/postgresql'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Key, SignedIn } from '../shared/access.ts'
import type { Stateful } from '../shared/event.ts'
import { machineTypes } from '../shared/machineTypes.ts'
import { anyOf, Scoped } from '../shared/scope.ts'
import { Issue } from './issue.entity.ts'
import { projectMachine, type ProjectStatus } from './project.machine.ts'
import { neighbours, officers } from './rights.ts'
import { Kept } from './guards.ts'

export const projectTypes = machineTypes(projectMachine)

@Key()
@SignedIn()
@ObjectType({ description: 'The work an adopted issue asks for (项目).' })
@Entity({ tableName: 'project' })
@Kept('project', projectMachine)
@Unique({ properties: ['issue'], name: 'project_once' })
@Index({ properties: ['division', 'status', 'createdAt'] })
@Check({ name: 'project_money', expression: 'budget >= 0 and (spent is null or spent >= 0)' })
@Scoped((actor) =>
  anyOf(
    officers(actor),
    neighbours(actor),
    actor.id !== null && { ownerAccount: actor.id },
    actor.organization !== null && { organization: actor.organization },
  ),
)
export class Project implements Stateful {
  declare [OptionalProps]?: 'version' | 'status'
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Field(() => projectTypes.Status) @Enum({ items: () => projectTypes.Status }) status: ProjectStatus = 'PLANNED'
  @Property({ type: 'text', nullable: true }) previousStatus: string | null = null
  @Property({ type: 'text' }) division!: string
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) dueAt: Date | null = null

  @ManyToOne({ entity: () => Issue }) issue!: Rel<Issue>
  @Field(() => String) @Property({ type: 'text' }) title!: string
  @Field(() => String, { description: 'The unit that answers for it.' }) @Property({ type: 'text' }) owner!: string
  /** The account that acts for the owner. */
  @Property({ type: 'text', nullable: true }) ownerAccount: string | null = null
  @Field(() => ID, {
    nullable: true,
    description: 'The department or social organisation the owner is, when it acts here itself.',
  })
  @Property({ type: 'uuid', nullable: true })
  organization: string | null = null
  @Field(() => Int, { description: 'The whole of its funds, in fen.' }) @Property({ type: 'integer' }) budget!: number
  @Field(() => Int, { nullable: true, description: 'What was spent, in fen.' })
  @Property({ type: 'integer', nullable: true })
  spent: number | null = null
  @Field(() => String, { nullable: true, description: 'Why more was spent than planned.' })
  @Property({ type: 'text', nullable: true })
  overspent: string | null = null
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) deliveredAt: Date | null = null
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) createdAt!: Date
}

@SignedIn()
@ObjectType({ description: 'A step of a project with its date and what shows that it is done.' })
@Entity({ tableName: 'milestone' })
@Unique({ properties: ['project', 'position'] })
@Check({ name: 'milestone_evidence', expression: '(evidence is null) = (evidenced_at is null)' })
@Scoped(() => true)
export class Milestone {
  declare [OptionalProps]?: 'alerts'
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @ManyToOne({ entity: () => Project }) project!: Rel<Project>
  @Field(() => Int) @Property({ type: 'integer' }) position!: number
  @Field(() => String) @Property({ type: 'text' }) title!: string
  @Field(() => String, { description: 'Day it is due: 2026-01-01.' }) @Property({ type: 'date' }) dueOn!: string
  @Field(() => Boolean) @Property({ type: 'boolean' }) isMandatory!: boolean
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) evidence: string | null = null
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) evidencedAt: Date | null = null
  @Field(() => Int, { description: 'How many levels have been told that it is late: owner, committee, subdistrict.' })
  @Property({ type: 'integer' })
  alerts: number = 0
}
