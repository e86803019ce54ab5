// The residents who watch over a project (居民监督小组), and what they found.
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import type { Rel } from '@mikro-orm/postgresql'
import { Field, ID, ObjectType } from 'type-graphql'
import { SignedIn } from '../shared/access.ts'
import { Scoped } from '../shared/scope.ts'
import { INSPECTION_KINDS, type InspectionKind } from './project.rules.ts'
import { Project } from './project.entity.ts'
import { enumOf } from './words.ts'

export const InspectionKindName = enumOf('InspectionKind', 'What the supervision group came for.', INSPECTION_KINDS)

@SignedIn()
@ObjectType({ description: 'A resident of the supervision group of a project (居民监督小组).' })
@Entity({ tableName: 'project_supervisor' })
@Unique({ properties: ['project', 'resident'], name: 'project_supervisor_once' })
@Scoped(() => true)
export class ProjectSupervisor {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @ManyToOne({ entity: () => Project }) project!: Rel<Project>
  @Property({ type: 'uuid' }) resident!: string
  @Field(() => Boolean, { description: 'Leads the group.' }) @Property({ type: 'boolean' }) isLead!: boolean
}

@SignedIn()
@ObjectType({ description: 'What the supervision group found on a project. A problem stays open until it is answered.' })
@Entity({ tableName: 'project_inspection' })
@Index({ properties: ['project', 'at'] })
@Check({ name: 'project_inspection_answer', expression: '(answer is null) = (answered_at is null)' })
@Scoped(() => true)
export class ProjectInspection {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @ManyToOne({ entity: () => Project }) project!: Rel<Project>
  /** The member of the group who found it. */
  @Property({ type: 'uuid' }) resident!: string
  @Field(() => InspectionKindName) @Enum({ items: () => Object.keys(INSPECTION_KINDS) }) kind!: InspectionKind
  @Field(() => String) @Property({ type: 'text' }) finding!: string
  @Field(() => Boolean, { description: 'Something is to be put right; on acceptance, the group does not agree.' })
  @Property({ type: 'boolean' })
  isProblem!: boolean
  @Field(() => Date) @Property({ type: 'datetime' }) at!: Date
  @Field(() => String, { nullable: true, description: 'How it was put right.' })
  @Property({ type: 'text', nullable: true })
  answer: string | null = null
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) answeredAt: Date | null = null
}
