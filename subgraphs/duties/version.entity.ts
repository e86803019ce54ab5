// One version of a list of duties. From its publication on, its text is fixed; one version of a list is in force.
import { OptionalProps } from '@mikro-orm/core'
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import type { Rel } from '@mikro-orm/postgresql'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Key, Public, SignedIn } from '../shared/access.ts'
import type { Stateful } from '../shared/event.ts'
import { machineTypes } from '../shared/machineTypes.ts'
import { allOf, anyOf, Scoped } from '../shared/scope.ts'
import { Kept, VersionFixed } from './guards.ts'
import { DutyList } from './list.entity.ts'
import { ofDistrict, officers } from './rights.ts'
import { dutyListVersionMachine, PUBLISHED, type VersionStatus } from './version.machine.ts'

export const versionTypes = machineTypes(dutyListVersionMachine)

@Key()
@SignedIn()
@ObjectType({ description: 'One version of a list of duties. Public once published; from then on it reads the same.' })
@Entity({ tableName: 'duty_list_version' })
@Kept('duty_list_version', dutyListVersionMachine)
@VersionFixed()
@Unique({ properties: ['list', 'number'], name: 'duty_version_number_once' })
@Index({
  name: 'duty_version_in_force_once',
  expression: `create unique index "duty_version_in_force_once" on "duties"."duty_list_version" ("list_id") where "status" = 'IN_FORCE'`,
})
@Index({
  name: 'duty_version_published_once',
  expression: `create unique index "duty_version_published_once" on "duties"."duty_list_version" ("list_id") where "status" = 'PUBLISHED'`,
})
@Index({ properties: ['division', 'status', 'createdAt'] })
@Check({ name: 'duty_version_year', expression: 'year >= 2000 and year <= 2100' })
@Check({
  name: 'duty_version_published',
  expression: `not (status in ('PUBLISHED', 'IN_FORCE', 'SUPERSEDED')) or (published_at is not null and effective_on is not null and document_number is not null)`,
})
@Check({ name: 'duty_version_in_force', expression: `status <> 'IN_FORCE' or in_force_at is not null` })
@Scoped((actor) =>
  anyOf({ status: { $in: [...PUBLISHED] } }, officers(actor), allOf(ofDistrict(actor), { status: { $ne: 'COMPILING' } })),
)
export class DutyListVersion implements Stateful {
  declare [OptionalProps]?: 'version' | 'status'
  @Public() @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Public() @Field(() => versionTypes.Status) @Enum({ items: () => versionTypes.Status }) status: VersionStatus = 'COMPILING'
  @Property({ type: 'text', nullable: true }) previousStatus: string | null = null
  @Property({ type: 'text' }) division!: string
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) dueAt: Date | null = null

  @ManyToOne({ entity: () => DutyList }) list!: Rel<DutyList>
  @Public() @Field(() => Int, { description: 'The year it is made for.' }) @Property({ type: 'integer' }) year!: number
  @Public()
  @Field(() => Int, { description: 'First, second … version of its list.' })
  @Property({ type: 'integer' })
  number!: number
  /** The version it was begun from. */
  @ManyToOne({ entity: () => DutyListVersion, nullable: true, deleteRule: 'no action' }) basedOn: Rel<DutyListVersion> | null =
    null
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) solicitedAt: Date | null = null
  @Field(() => String, { nullable: true, description: 'What the deliberation found.' })
  @Property({ type: 'text', nullable: true })
  deliberation: string | null = null
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) deliberatedAt: Date | null = null
  @Public()
  @Field(() => String, { nullable: true, description: 'Number of the document that publishes it (发文字号).' })
  @Property({ type: 'text', nullable: true })
  documentNumber: string | null = null
  @Public() @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) publishedAt: Date | null = null
  @Public()
  @Field(() => String, { nullable: true, description: 'Day it takes effect: 2026-01-01.' })
  @Property({ type: 'date', nullable: true })
  effectiveOn: string | null = null
  @Public() @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) inForceAt: Date | null = null
  @Public()
  @Field(() => Date, { nullable: true, description: 'When it was replaced or repealed.' })
  @Property({ type: 'datetime', nullable: true })
  endedAt: Date | null = null
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) createdAt!: Date
}
