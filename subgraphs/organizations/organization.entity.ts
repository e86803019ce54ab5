// A social organisation as it stands in the register. What the register says is public; people stand in a table of their own.
import { OptionalProps } from '@mikro-orm/core'
import { Check, Entity, Enum, Index, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Key, Public, SignedIn } from '../shared/access.ts'
import type { Stateful } from '../shared/event.ts'
import { machineTypes } from '../shared/machineTypes.ts'
import { Scoped } from '../shared/scope.ts'
import { Kept } from './guards.ts'
import { pairsIndex } from './matching.ts'
import { socialOrganizationMachine, type OrganizationStatus } from './organization.machine.ts'
import { GRADES, KINDS, type OrganizationGrade, type OrganizationKind } from './organization.rules.ts'
import { enumOf } from './words.ts'

export const organizationTypes = machineTypes(socialOrganizationMachine)
export const KindName = enumOf('OrganizationKind', 'What kind of social organisation it is.', KINDS)
export const GradeName = enumOf('OrganizationGrade', 'The grade of its assessment (评估等级), lowest first.', GRADES)

@Key()
@Public()
@ObjectType({ description: 'A social organisation (社会组织) as it stands in the register.' })
@Entity({ tableName: 'social_organization' })
@Kept('social_organization', socialOrganizationMachine)
@Unique({ properties: ['code'], name: 'organization_code_once' })
@Index({ properties: ['division', 'status', 'name'] })
@Index({ properties: ['name', 'id'] })
@Index({ properties: ['successor'] })
@Index(pairsIndex('social_organization', 'name', 'code'))
@Check({
  name: 'organization_successor',
  expression: `(status = 'MERGED') = (successor is not null) and successor is distinct from id`,
})
@Check({ name: 'organization_grade', expression: '(grade is null) = (grade_until is null)' })
@Scoped(() => true)
export class SocialOrganization implements Stateful {
  declare [OptionalProps]?: 'version' | 'status'
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Field(() => organizationTypes.Status)
  @Enum({ items: () => organizationTypes.Status })
  status: OrganizationStatus = 'REGISTERED'
  @Property({ type: 'text', nullable: true }) previousStatus: string | null = null
  /** The division it is registered and looked after in. */
  @Property({ type: 'text' }) division!: string
  @Property({ type: 'datetime', nullable: true }) dueAt: Date | null = null

  @Field(() => String, {
    description: 'Unified social credit code (统一社会信用代码), 18 characters; it is in the register once.',
  })
  @Property({ type: 'text' })
  code!: string
  @SignedIn()
  @Field(() => String, { nullable: true, description: 'Why a code whose check character does not match was kept.' })
  @Property({ type: 'text', nullable: true })
  codeReason: string | null = null
  @Field(() => String) @Property({ type: 'text' }) name!: string
  @Field(() => KindName) @Enum({ items: () => KindName }) kind!: OrganizationKind
  @Field(() => String, { nullable: true, description: 'Registered on this day: 2026-01-01.' })
  @Property({ type: 'date', nullable: true })
  registeredOn: string | null = null
  @Field(() => String, { nullable: true, description: 'What it may do, as registered (业务范围).' })
  @Property({ type: 'text', nullable: true })
  purpose: string | null = null
  @SignedIn()
  @Field(() => String, { nullable: true, description: 'Registered address.' })
  @Property({ type: 'text', nullable: true })
  address: string | null = null
  @SignedIn()
  @Field(() => String, { nullable: true, description: 'Phone of the office.' })
  @Property({ type: 'text', nullable: true })
  phone: string | null = null
  @SignedIn() @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) mail: string | null = null
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) website: string | null = null
  @Field(() => GradeName, { nullable: true, description: 'As last assessed; whether it still holds says `gradeUntil`.' })
  @Enum({ items: () => GradeName, nullable: true })
  grade: OrganizationGrade | null = null
  @Field(() => String, { nullable: true, description: 'Last day on which the grade holds.' })
  @Property({ type: 'date', nullable: true })
  gradeUntil: string | null = null
  /** The organisation it was merged into. */
  @Property({ type: 'uuid', nullable: true }) successor: string | null = null
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) createdAt!: Date
}
