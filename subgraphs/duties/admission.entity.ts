// An application for the admission of a matter (事项准入). Shown to everyone from its publicity on; a draft only to its department.
import { OptionalProps, raw } from '@mikro-orm/core'
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import type { Rel } from '@mikro-orm/postgresql'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { Key, Public, SignedIn } from '../shared/access.ts'
import { reach, type Actor, type Role } from '../shared/actor.ts'
import type { Stateful } from '../shared/event.ts'
import { machineTypes } from '../shared/machineTypes.ts'
import { allOf, anyOf, heldBy, Scoped } from '../shared/scope.ts'
import { admissionApplicationMachine, type AdmissionStatus } from './admission.machine.ts'
import { ADMISSION_CHECKS, type AdmissionCheck } from './admission.rules.ts'
import { BasisLevelName } from './basis.entity.ts'
import type { BasisLevel } from './basis.rules.ts'
import { Kept } from './guards.ts'
import { Category, Performer } from './item.entity.ts'
import type { DutyCategory, DutyPerformer } from './item.rules.ts'
import { DutyList, ListType } from './list.entity.ts'
import type { DutyListType } from './list.rules.ts'
import { ownDepartment } from './rights.ts'
import { DutyListVersion } from './version.entity.ts'
import { enumOf } from './words.ts'

export const admissionTypes = machineTypes(admissionApplicationMachine)
export const AdmissionCheckName = enumOf('AdmissionCheck', 'What the legal side checks of a matter.', ADMISSION_CHECKS)

/** Who sees every application of the district once it is submitted. */
export const DISTRICT_SIDE = [
  'DISTRICT_CIVIL_AFFAIRS',
  'DISTRICT_JOINT_MEETING',
  'DISTRICT_JUSTICE',
  'DISTRICT_FINANCE',
  'LEGAL_SPECIALIST',
  'AUDITOR',
] as const satisfies readonly Role[]

/** Who acts for a town or a committee. */
export const TOWN_SIDE = ['SUBDISTRICT_OFFICER', 'SUBDISTRICT_LEAD'] as const satisfies readonly Role[]
export const COMMITTEE_SIDE = ['COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER'] as const satisfies readonly Role[]

const isInvited = (actor: Actor) => {
  const units = reach(actor, [...TOWN_SIDE, ...COMMITTEE_SIDE]).filter((prefix) => /^\d+$/.test(prefix))
  return (
    units.length > 0 && {
      [raw(
        (row) =>
          `exists (select 1 from duties.opinion o where o.application_id = ${row}.id and (${units.map((u) => `o.division like '${u}%'`).join(' or ')}))`,
      )]: [],
    }
  )
}

const POSTED = ['PUBLICITY', 'ADMITTED', 'IN_FORCE', 'SUSPENDED', 'ADJUSTING'] as const satisfies readonly AdmissionStatus[]

@Public()
@ObjectType({ description: 'The law a matter is proposed on.' })
@InputType('ProposedBasisInput')
export class ProposedBasis {
  @Field(() => String, { description: 'Its title, without brackets.' }) law!: string
  @Field(() => String, { description: '第四十三条' }) article!: string
  @Field(() => BasisLevelName) level!: BasisLevel
  @Field(() => String, { description: 'First day on which this wording is in force: 2026-01-01.' }) inForceFrom!: string
}

@Key()
@SignedIn()
@ObjectType({ description: 'An application to put a matter on the list (准入申请). Public from its publicity on.' })
@Entity({ tableName: 'admission_application' })
@Kept('admission_application', admissionApplicationMachine)
@Unique({ properties: ['documentNumber'], name: 'admission_document_once' })
@Index({ properties: ['division', 'status', 'createdAt'] })
@Index({ properties: ['organization', 'createdAt'] })
@Index({ properties: ['list', 'itemCode'] })
@Check({ name: 'admission_days', expression: 'valid_to is null or valid_from is null or valid_to > valid_from' })
@Check({ name: 'admission_submitted', expression: `status in ('DRAFT', 'WITHDRAWN') or submitted_at is not null` })
@Check({
  name: 'admission_admitted',
  expression: `not (status in ('ADMITTED', 'IN_FORCE', 'SUSPENDED', 'ADJUSTING')) or num_nonnulls(document_number, admitted_at, list_id, item_code, publicity_begun_at) = 5`,
})
@Check({ name: 'admission_members', expression: 'members is null or members > 0' })
@Scoped((actor) =>
  anyOf(
    { status: { $in: [...POSTED] } },
    { status: 'WITHDRAWN', documentNumber: { $ne: null } },
    ownDepartment(actor),
    allOf(heldBy(DISTRICT_SIDE)(actor), { submittedAt: { $ne: null } }),
    isInvited(actor),
  ),
)
export class AdmissionApplication implements Stateful {
  declare [OptionalProps]?: 'version' | 'status' | 'bases' | 'missing' | 'passed' | 'content'
  @Public() @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Public()
  @Field(() => admissionTypes.Status)
  @Enum({ items: () => admissionTypes.Status })
  status: AdmissionStatus = 'DRAFT'
  @Property({ type: 'text', nullable: true }) previousStatus: string | null = null
  /** The division of the list it is for. */
  @Property({ type: 'text' }) division!: string
  /** The department that applies. */
  @Property({ type: 'uuid' }) organization!: string
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) dueAt: Date | null = null

  @Public() @Field(() => ListType) @Enum({ items: () => ListType }) listType!: DutyListType
  @Public() @Field(() => String) @Property({ type: 'text' }) name!: string
  @Public() @Field(() => Category) @Enum({ items: () => Category }) category!: DutyCategory
  @Public() @Field(() => Performer) @Enum({ items: () => Performer }) performer!: DutyPerformer
  @Public()
  @Field(() => String, { nullable: true, description: 'Units that take part (配合单位).' })
  @Property({ type: 'text', nullable: true })
  partners: string | null = null
  @Public() @Field(() => String, { description: 'What is to be done.' }) @Property({ type: 'text' }) content: string = ''
  @Public()
  @Field(() => String, { nullable: true, description: 'How well (工作标准).' })
  @Property({ type: 'text', nullable: true })
  standard: string | null = null
  @Public()
  @Field(() => String, { nullable: true, description: 'How often.' })
  @Property({ type: 'text', nullable: true })
  frequency: string | null = null
  @Public()
  @Field(() => String, { nullable: true, description: 'Within what time.' })
  @Property({ type: 'text', nullable: true })
  timeLimit: string | null = null
  @Public()
  @Field(() => String, { nullable: true, description: 'What must be handed in.' })
  @Property({ type: 'text', nullable: true })
  materials: string | null = null
  @Public()
  @Field(() => String, { nullable: true, description: 'People or equipment given with it.' })
  @Property({ type: 'text', nullable: true })
  staffing: string | null = null
  @Public()
  @Field(() => String, { nullable: true, description: 'Day it is to start: 2026-01-01.' })
  @Property({ type: 'date', nullable: true })
  validFrom: string | null = null
  @Public()
  @Field(() => String, { nullable: true, description: 'Last day of a temporary matter; it leaves the list by itself.' })
  @Property({ type: 'date', nullable: true })
  validTo: string | null = null
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) remark: string | null = null
  @Public() @Field(() => [ProposedBasis]) @Property({ type: 'json' }) bases: ProposedBasis[] = []

  @Field(() => Date, { nullable: true, description: 'When it was first submitted.' })
  @Property({ type: 'datetime', nullable: true })
  submittedAt: Date | null = null
  @Field(() => [String], { description: 'What is missing, said once (一次性告知).' })
  @Property({ type: 'json' })
  missing: string[] = []
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) returnedAt: Date | null = null
  @Property({ type: 'datetime', nullable: true }) correctedAt: Date | null = null
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) acceptedAt: Date | null = null
  @Field(() => Date, { nullable: true, description: 'By when the joint meeting must have decided.' })
  @Property({ type: 'datetime', nullable: true })
  decideBy: Date | null = null
  @Field(() => [AdmissionCheckName], { description: 'What the legal review found passed.' })
  @Property({ type: 'json' })
  passed: AdmissionCheck[] = []
  @Field(() => String, { nullable: true, description: 'The opinion of the legal side.' })
  @Property({ type: 'text', nullable: true })
  legalOpinion: string | null = null
  @Field(() => String, { nullable: true, description: 'Who reviewed it.' })
  @Property({ type: 'text', nullable: true })
  reviewedBy: string | null = null
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) reviewedAt: Date | null = null
  @Field(() => String, { nullable: true, description: 'Day of the joint meeting.' })
  @Property({ type: 'date', nullable: true })
  meetsOn: string | null = null
  @Field(() => Int, { nullable: true, description: 'Members of the joint meeting.' })
  @Property({ type: 'integer', nullable: true })
  members: number | null = null
  @Field(() => String, { nullable: true, description: 'Minutes of the joint meeting.' })
  @Property({ type: 'text', nullable: true })
  minutes: string | null = null
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) decidedAt: Date | null = null
  @Public() @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) publicityBegunAt: Date | null =
    null
  @Public()
  @Field(() => Int, { nullable: true, description: 'In working days.' })
  @Property({ type: 'integer', nullable: true })
  publicityDays: number | null = null
  @Public()
  @Field(() => String, { nullable: true, description: 'Number of the document that admits it (准入文号).' })
  @Property({ type: 'text', nullable: true })
  documentNumber: string | null = null
  @Public() @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) admittedAt: Date | null = null
  @ManyToOne({ entity: () => DutyList, nullable: true, deleteRule: 'no action' }) list: Rel<DutyList> | null = null
  /** The version that first carries it, or carries its latest adjustment. */
  @ManyToOne({ entity: () => DutyListVersion, nullable: true, deleteRule: 'no action' })
  listVersion: Rel<DutyListVersion> | null = null
  @Public()
  @Field(() => String, { nullable: true, description: 'Its code on the list, once admitted.' })
  @Property({ type: 'text', nullable: true })
  itemCode: string | null = null
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) createdAt!: Date
}
