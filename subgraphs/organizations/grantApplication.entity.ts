// An application for a grant, and every revision of it that was handed in.
import { OptionalProps } from '@mikro-orm/core'
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import type { Rel } from '@mikro-orm/postgresql'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { For, Key, SignedIn } from '../shared/access.ts'
import type { Stateful } from '../shared/event.ts'
import { machineTypes } from '../shared/machineTypes.ts'
import { allOf, anyOf, Scoped } from '../shared/scope.ts'
import { grantApplicationMachine, type ApplicationStatus } from './grantApplication.machine.ts'
import { PoolCeiling } from './grantGuards.ts'
import { FieldName, MicroGrantRound, WATCHERS, watchers } from './grantRound.entity.ts'
import type { GrantField } from './grantRound.rules.ts'
import type { TieRule } from './grantScore.rules.ts'
import { Kept } from './guards.ts'
import { ownOrganization } from './rights.ts'

export const applicationTypes = machineTypes(grantApplicationMachine)

@SignedIn()
@ObjectType({ description: 'A line of the budget.' })
@InputType('GrantBudgetLineInput')
export class GrantBudgetLine {
  @Field(() => String) name!: string
  @Field(() => Int, { description: 'Asked for from the grant, in fen.' }) amount!: number
  @Field(() => Int, { description: 'Paid from elsewhere, in fen.' }) own!: number
}

@SignedIn()
@ObjectType({ description: 'What was filled in for one part of the form.' })
@InputType('GrantAnswerInput')
export class GrantAnswer {
  @Field(() => String, { description: 'Key of the part of the form.' }) key!: string
  @Field(() => String) body!: string
}

const officer = For(...WATCHERS)

@Key()
@SignedIn()
@ObjectType({
  description:
    'An application for a grant. Seen by the applicant and, once handed in, by officers; reviewers see only its material.',
})
@Entity({ tableName: 'grant_application' })
@Kept('grant_application', grantApplicationMachine)
@PoolCeiling()
@Index({ properties: ['round', 'status', 'rank'] })
@Index({ properties: ['organization', 'createdAt'] })
@Index({ properties: ['division', 'status', 'createdAt'] })
@Index({
  name: 'grant_application_once',
  expression: `create unique index "grant_application_once" on "organizations"."grant_application" ("round_id", "organization") where status <> 'WITHDRAWN' and not is_taken_over`,
})
@Check({ name: 'grant_application_amount', expression: 'amount >= 0 and (awarded is null or awarded > 0)' })
@Check({ name: 'grant_application_awarded', expression: `not (status in ('RECOMMENDED', 'AWARDED')) or awarded is not null` })
@Scoped((actor) => anyOf(ownOrganization(actor), allOf(watchers(actor), { submittedAt: { $ne: null } })))
export class GrantApplication implements Stateful {
  declare [OptionalProps]?: 'version' | 'status' | 'amount' | 'revision' | 'isCorrected' | 'isTakenOver'
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Enum({ items: () => applicationTypes.Status }) status: ApplicationStatus = 'DRAFT'
  @Property({ type: 'text', nullable: true }) previousStatus: string | null = null
  /** That of the round. */
  @Property({ type: 'text' }) division!: string
  @Property({ type: 'uuid' }) organization!: string
  /** Came with an organisation that was merged into this one, which had its own in the round. */
  @Property({ type: 'boolean' }) isTakenOver: boolean = false
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) dueAt: Date | null = null

  @ManyToOne({ entity: () => MicroGrantRound, deleteRule: 'no action' }) round!: Rel<MicroGrantRound>
  @Field(() => String) @Property({ type: 'text' }) title!: string
  @Field(() => FieldName) @Enum({ items: () => FieldName }) field!: GrantField
  @Field(() => [GrantAnswer]) @Property({ type: 'json' }) answers: GrantAnswer[] = []
  @Field(() => [GrantBudgetLine]) @Property({ type: 'json' }) budget: GrantBudgetLine[] = []
  @Field(() => Int, { description: 'Asked for, in fen: what the lines of the budget sum to.' })
  @Property({ type: 'integer' })
  amount: number = 0
  @Field(() => String, { nullable: true }) @Property({ type: 'date', nullable: true }) startsOn: string | null = null
  @Field(() => String, { nullable: true }) @Property({ type: 'date', nullable: true }) endsOn: string | null = null
  /** The town or committee where it is carried out. */
  @Property({ type: 'text', nullable: true }) place: string | null = null
  @Field(() => Int, { nullable: true, description: 'Its number in the review, drawn by lot.' })
  @Property({ type: 'integer', nullable: true })
  number: number | null = null
  @Field(() => Int, { description: 'How often it was handed in; each time is a revision.' })
  @Property({ type: 'integer' })
  revision: number = 0
  @Field(() => Boolean, { description: 'Whether its one correction was asked for.' })
  @Property({ type: 'boolean' })
  isCorrected: boolean = false
  @Field(() => Date, { nullable: true, description: 'First handed in.' })
  @Property({ type: 'datetime', nullable: true, length: 3 })
  submittedAt: Date | null = null

  @officer
  @Field(() => Int, { nullable: true, description: 'Mean of the locked scores, in hundredths of a percent.' })
  @Property({ type: 'integer', nullable: true })
  score: number | null = null
  @officer
  @Field(() => Int, { nullable: true, description: 'Highest less lowest score.' })
  @Property({ type: 'integer', nullable: true })
  spread: number | null = null
  @officer
  @Field(() => Int, { nullable: true })
  @Property({ type: 'integer', nullable: true })
  rank: number | null = null
  @officer
  @Field(() => String, {
    nullable: true,
    description: 'What parted it from the one above where the means were level: FIRST_CRITERION, EARLIER or LOT.',
  })
  @Property({ type: 'text', nullable: true })
  tie: TieRule | null = null
  @Property({ type: 'integer', nullable: true })
  awarded: number | null = null
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) createdAt!: Date
}

/** What reviewers read and bind their sheets to. */
@Entity({ tableName: 'grant_revision' })
@Unique({ properties: ['application', 'number'], name: 'grant_revision_once' })
@Scoped((actor) => watchers(actor) !== false)
export class GrantRevision {
  @PrimaryKey({ type: 'uuid' }) id!: string
  @ManyToOne({ entity: () => GrantApplication, deleteRule: 'no action' }) application!: Rel<GrantApplication>
  @Property({ type: 'integer' }) number!: number
  @Property({ type: 'text' }) title!: string
  @Enum({ items: () => FieldName }) field!: GrantField
  @Property({ type: 'json' }) answers!: GrantAnswer[]
  @Property({ type: 'json' }) budget!: GrantBudgetLine[]
  @Property({ type: 'integer' }) amount!: number
  @Property({ type: 'date', nullable: true }) startsOn!: string | null
  @Property({ type: 'date', nullable: true }) endsOn!: string | null
  @Property({ type: 'datetime', length: 3 }) at!: Date
}
