// An entry of the directory of qualified organisations, and what is said against it while it is shown to the public.
import { OptionalProps } from '@mikro-orm/core'
import { Check, Entity, Enum, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Key, Public, SignedIn } from '../shared/access.ts'
import type { Stateful } from '../shared/event.ts'
import { machineTypes } from '../shared/machineTypes.ts'
import { anyOf, Scoped } from '../shared/scope.ts'
import { LIVE, OPEN, qualifiedEntryMachine, type EntryStatus } from './entry.machine.ts'
import { EVIDENCE, type Evidence } from './entry.rules.ts'
import { Kept, listed } from './guards.ts'
import { officers, ownOrganization } from './rights.ts'
import { enumOf } from './words.ts'

export const entryTypes = machineTypes(qualifiedEntryMachine)
export const EvidenceName = enumOf('QualificationEvidence', 'What is handed in with an application to the directory.', EVIDENCE)

@Key()
@Public()
@ObjectType({ description: 'An entry of the directory of qualified organisations (承接资质目录). Public once it is shown.' })
@Entity({ tableName: 'qualified_entry' })
@Kept('qualified_entry', qualifiedEntryMachine)
@Index({
  name: 'entry_live_once',
  expression: `create unique index "entry_live_once" on "organizations"."qualified_entry" ("code") where "status" in ${listed(LIVE)}`,
})
@Index({ properties: ['division', 'status', 'createdAt'] })
@Index({ properties: ['organization'] })
@Check({
  name: 'entry_listed',
  expression: `(status in ('LISTED', 'SUSPENDED')) <= (listed_at is not null and valid_until is not null and report is not null)`,
})
@Check({ name: 'entry_suspended', expression: `(status = 'SUSPENDED') = (suspended_until is not null)` })
@Scoped((actor) => anyOf({ status: { $in: [...OPEN] } }, officers(actor), ownOrganization(actor)))
export class QualifiedEntry implements Stateful {
  declare [OptionalProps]?: 'version' | 'status'
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Field(() => entryTypes.Status) @Enum({ items: () => entryTypes.Status }) status: EntryStatus = 'APPLIED'
  @Property({ type: 'text', nullable: true }) previousStatus: string | null = null
  /** The district that keeps the directory. */
  @Property({ type: 'text' }) division!: string
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) dueAt: Date | null = null
  @Property({ type: 'uuid' }) organization!: string
  /** Its code: one live entry for each. */
  @Property({ type: 'text' }) code!: string
  @Field(() => [String], { description: 'Fields of service it wants to take on.' })
  @Property({ type: 'text[]' })
  fields!: string[]
  /** What was handed in, on paper or as files; read with the statement. */
  @Property({ type: 'text[]' }) evidence!: Evidence[]
  /** How it meets what is asked, in its own words. */
  @Property({ type: 'text' }) statement!: string
  @Field(() => String, { nullable: true, description: 'The report of whoever checked it.' })
  @Property({ type: 'text', nullable: true })
  report: string | null = null
  @Field(() => Date, { nullable: true, description: 'Shown to the public since.' })
  @Property({ type: 'datetime', nullable: true })
  publicityAt: Date | null = null
  /** Days for which it is shown, as they stood when that began. */
  @Property({ type: 'integer', nullable: true }) publicityDays: number | null = null
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) listedAt: Date | null = null
  @Field(() => Date, { nullable: true, description: 'Listed until.' })
  @Property({ type: 'datetime', nullable: true })
  validUntil: Date | null = null
  @Field(() => Date, {
    nullable: true,
    description: 'Suspended until; it is then lifted by itself, if nothing else stands against it.',
  })
  @Property({ type: 'datetime', nullable: true })
  suspendedUntil: Date | null = null
  @Field(() => Date, { nullable: true, description: 'No new application before this day.' })
  @Property({ type: 'datetime', nullable: true })
  barredUntil: Date | null = null
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) createdAt!: Date
}

@SignedIn()
@ObjectType({ description: 'An objection raised while an entry was shown to the public (公示异议), and its answer.' })
@Entity({ tableName: 'entry_objection' })
@Index({ properties: ['entry', 'at'] })
@Check({
  name: 'entry_objection_answered',
  expression: '(answer is null) = (answered_at is null) and (answer is null) = (upheld is null)',
})
@Scoped((actor) => anyOf(officers(actor), actor.id !== null && { account: actor.id }))
export class EntryObjection {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Property({ type: 'uuid' }) entry!: string
  @Property({ type: 'text' }) division!: string
  /** Who raised it; told to nobody but the officers. */
  @Property({ type: 'uuid' }) account!: string
  @Property({ type: 'text' }) by!: string
  @Field(() => String) @Property({ type: 'text' }) body!: string
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) at!: Date
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) answer: string | null = null
  @Field(() => Boolean, { nullable: true, description: 'Whether it was found right.' })
  @Property({ type: 'boolean', nullable: true })
  upheld: boolean | null = null
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) answeredAt: Date | null = null
}
