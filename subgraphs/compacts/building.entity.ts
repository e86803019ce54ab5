// A lift retrofit with the approvals it takes, and the owners of doors who decide on it.
import { BigIntType, OptionalProps } from '@mikro-orm/core'
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import type { Rel } from '@mikro-orm/postgresql'
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { For, Key, SignedIn } from '../shared/access.ts'
import type { Stateful } from '../shared/event.ts'
import { machineTypes } from '../shared/machineTypes.ts'
import { anyOf, heldBy, Scoped } from '../shared/scope.ts'
import { buildingProjectMachine, type BuildingStatus } from './building.machine.ts'
import { APPROVAL_STAGES, type ApprovalStage } from './building.rules.ts'
import { Kept } from './guards.ts'
import { Issue } from './issue.entity.ts'
import { COMMITTEE, neighbours, officers, posted } from './rights.ts'
import { enumOf } from './words.ts'

export const buildingTypes = machineTypes(buildingProjectMachine)
export const StageName = enumOf('ApprovalStage', 'The departments’ steps for a lift.', APPROVAL_STAGES)

export enum ApprovalResult {
  APPROVED = 'APPROVED',
  REJECTED = 'REJECTED',
}
registerEnumType(ApprovalResult, {
  name: 'ApprovalResult',
  valuesConfig: { APPROVED: { description: '同意' }, REJECTED: { description: '不同意，可以重新申报' } },
})

/** What has been posted stays: whoever read it may come back to learn what came of it. */
const isPosted = posted({ publicisedAt: { $ne: null } })

@Key()
@SignedIn()
@ObjectType({ description: 'A lift for a door that has none (加装电梯).' })
@Entity({ tableName: 'building_project' })
@Kept('building_project', buildingProjectMachine)
@Index({ properties: ['division', 'status', 'createdAt'] })
@Index({ properties: ['issue'] })
@Check({ name: 'building_project_compound', expression: 'compound_agree >= 0 and compound_agree <= compound_owners' })
@Scoped((actor) => anyOf(isPosted(actor), officers(actor), neighbours(actor)))
export class BuildingProject implements Stateful {
  declare [OptionalProps]?: 'version' | 'status' | 'compoundOwners' | 'compoundAgree'
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Field(() => buildingTypes.Status) @Enum({ items: () => buildingTypes.Status }) status: BuildingStatus = 'INTENT'
  @Property({ type: 'text', nullable: true }) previousStatus: string | null = null
  @Property({ type: 'text' }) division!: string
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) dueAt: Date | null = null

  @ManyToOne({ entity: () => Issue }) issue!: Rel<Issue>
  @Field(() => String) @Property({ type: 'text' }) title!: string
  @Field(() => String, { description: 'The door it serves: 菊盛路99弄4号.' }) @Property({ type: 'text' }) door!: string
  @Field(() => String, { description: 'The day by whose rules its owners decide: 2026-01-01.' })
  @Property({ type: 'date' })
  ruleDay!: string
  @Field(() => String, { nullable: true, description: 'Who pays how much, who runs it, who keeps it up.' })
  @Property({ type: 'text', nullable: true })
  agreement: string | null = null
  @Field(() => Int, { nullable: true, description: 'What it costs, in fen.' })
  @Property({ type: 'integer', nullable: true })
  cost: number | null = null
  @Field(() => Int, { description: 'Owners of the whole compound, where the rule asks for their share too.' })
  @Property({ type: 'integer' })
  compoundOwners: number = 0
  @Field(() => Int) @Property({ type: 'integer' }) compoundAgree: number = 0
  @Field(() => Date, { nullable: true, description: 'When plan and agreement were posted.' })
  @Property({ type: 'datetime', nullable: true })
  publicisedAt: Date | null = null
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) createdAt!: Date
}

@SignedIn()
@ObjectType({ description: 'One department’s approval for a lift, with the seals it takes.' })
@Entity({ tableName: 'approval_step' })
@Index({ properties: ['project', 'submittedOn'] })
@Check({ name: 'approval_step_seals', expression: 'required_seals >= 0 and seals >= 0 and seals <= required_seals' })
@Check({ name: 'approval_step_decided', expression: '(decided_on is null) = (result is null)' })
@Scoped(() => true)
export class ApprovalStep {
  declare [OptionalProps]?: 'seals'
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @ManyToOne({ entity: () => BuildingProject }) project!: Rel<BuildingProject>
  @Field(() => StageName) @Enum({ items: () => StageName }) stage!: ApprovalStage
  @Field(() => String) @Property({ type: 'text' }) department!: string
  @Field(() => Int) @Property({ type: 'integer' }) requiredSeals!: number
  @Field(() => Int, { description: 'Seals given so far.' }) @Property({ type: 'integer' }) seals: number = 0
  @Field(() => String, { description: '2026-01-01' }) @Property({ type: 'date' }) submittedOn!: string
  @Field(() => String, { nullable: true }) @Property({ type: 'date', nullable: true }) decidedOn: string | null = null
  @Field(() => ApprovalResult, { nullable: true })
  @Enum({ items: () => ApprovalResult, nullable: true })
  result: ApprovalResult | null = null
  @Field(() => String, { nullable: true, description: 'Number of the document.' })
  @Property({ type: 'text', nullable: true })
  document: string | null = null
}

/** Who owns what at a door, as the committee entered it from the register; no names. */
@For('COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER', 'MEETING_CHAIR', 'SUPERVISION_MEMBER')
@ObjectType({ description: 'An owner at a door, with rooms and floor area; no name.' })
@Entity({ tableName: 'owner_entry' })
@Unique({ properties: ['division', 'door', 'rooms'], name: 'owner_entry_once' })
@Check({ name: 'owner_entry_area', expression: 'area_cm2 > 0' })
@Scoped(heldBy([...COMMITTEE, 'MEETING_CHAIR', 'SUPERVISION_MEMBER']))
export class OwnerEntry {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Property({ type: 'text' }) division!: string
  @Field(() => String) @Property({ type: 'text' }) door!: string
  @Field(() => String, { description: '302室' }) @Property({ type: 'text' }) rooms!: string
  @Field(() => Float, { description: 'In cm².' }) @Property({ type: new BigIntType('number') }) areaCm2!: number
  /** The resident who votes for it in an app; on paper anyone does who owns it. */
  @Property({ type: 'uuid', nullable: true }) resident: string | null = null
}
