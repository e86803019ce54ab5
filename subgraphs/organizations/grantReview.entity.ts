// The pool of reviewers, what ties people to organisations, and who scores which application.
import { OptionalProps } from '@mikro-orm/core'
import { Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import type { Rel } from '@mikro-orm/postgresql'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { Key, SignedIn } from '../shared/access.ts'
import type { Stateful } from '../shared/event.ts'
import { machineTypes } from '../shared/machineTypes.ts'
import { anyOf, Scoped } from '../shared/scope.ts'
import { Enclosure } from './enclosure.entity.ts'
import { GrantApplication, GrantAnswer, GrantBudgetLine } from './grantApplication.entity.ts'
import { AssignmentClear, OnlyMoved, SheetLocked } from './grantGuards.ts'
import { grantAssignmentMachine, type AssignmentStatus } from './grantReview.machine.ts'
import { FieldName, MicroGrantRound, watchers } from './grantRound.entity.ts'
import type { GrantField } from './grantRound.rules.ts'
import { grantReviewerMachine, type ReviewerStatus } from './grantReviewer.machine.ts'
import { TIE_KINDS, type TieKind } from './grantTie.rules.ts'
import { Kept } from './guards.ts'
import { enumOf } from './words.ts'

export const reviewerTypes = machineTypes(grantReviewerMachine)
export const assignmentTypes = machineTypes(grantAssignmentMachine)
export const TieName = enumOf('GrantTieKind', 'What ties a person to an organisation (利害关系).', TIE_KINDS)

@Key()
@SignedIn()
@ObjectType({ description: 'An expert in the pool reviewers are drawn from.' })
@Entity({ tableName: 'grant_reviewer' })
@Kept('grant_reviewer', grantReviewerMachine)
@Unique({ properties: ['account'], name: 'grant_reviewer_once' })
@Index({ properties: ['division', 'status', 'createdAt'] })
@Scoped((actor) => anyOf(watchers(actor), actor.id !== null && { account: actor.id }))
export class GrantReviewer implements Stateful {
  declare [OptionalProps]?: 'version' | 'status'
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Field(() => reviewerTypes.Status) @Enum({ items: () => reviewerTypes.Status }) status: ReviewerStatus = 'APPLIED'
  @Property({ type: 'text', nullable: true }) previousStatus: string | null = null
  @Property({ type: 'text' }) division!: string
  @Property({ type: 'datetime', nullable: true }) dueAt: Date | null = null
  @Property({ type: 'uuid' }) account!: string
  /** The organisation it works for, when that is in the register. */
  @Property({ type: 'uuid', nullable: true }) organization: string | null = null
  @Field(() => String) @Property({ type: 'text' }) name!: string
  @Field(() => String, { description: 'Where they work, and as what.' }) @Property({ type: 'text' }) employer!: string
  @Field(() => [FieldName]) @Property({ type: 'json' }) fields: GrantField[] = []
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) createdAt!: Date
}

@SignedIn()
@ObjectType({ description: 'What ties a person to an organisation: they stay out of its business (回避).' })
@Entity({ tableName: 'grant_tie' })
@OnlyMoved('grant_tie', ['account', 'kind', 'until', 'note'])
@Index({ properties: ['account', 'organization'] })
@Scoped((actor) => anyOf(watchers(actor) !== false, actor.id !== null && { account: actor.id }))
export class GrantTie {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Property({ type: 'uuid' }) account!: string
  @Field(() => String, { description: 'Whose tie it is.' }) @Property({ type: 'text' }) name!: string
  @Property({ type: 'uuid' }) organization!: string
  @Field(() => TieName) @Enum({ items: () => TieName }) kind!: TieKind
  @Field(() => String, {
    nullable: true,
    description: 'Its last day; null while it lasts. Work binds for three years after it ended.',
  })
  @Property({ type: 'date', nullable: true })
  until!: string | null
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) note!: string | null
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) at!: Date
}

@SignedIn()
@ObjectType({ description: 'Points for one criterion; none where it does not apply, then with the reason.' })
@InputType('GrantScoreInput')
export class GrantScore {
  @Field(() => String) criterion!: string
  @Field(() => Int, { nullable: true }) points!: number | null
  @Field(() => String, { nullable: true }) reason!: string | null
}

@SignedIn()
@ObjectType({ description: 'What a reviewer reads: one revision, without who applies where the round is blind.' })
export class GrantMaterial {
  @Field(() => Int) revision!: number
  @Field(() => String) title!: string
  @Field(() => FieldName) field!: GrantField
  @Field(() => [GrantAnswer]) answers!: GrantAnswer[]
  @Field(() => [GrantBudgetLine]) budget!: GrantBudgetLine[]
  @Field(() => Int, { description: 'In fen.' }) amount!: number
  @Field(() => String, { nullable: true }) startsOn!: string | null
  @Field(() => String, { nullable: true }) endsOn!: string | null
  @Field(() => String, { nullable: true, description: 'Who applies; null where the round is blind.' }) applicant!: string | null
  @Field(() => [Enclosure], { description: 'Files handed in with the revision.' }) enclosures!: Enclosure[]
}

@Key()
@SignedIn()
@ObjectType({ description: 'One reviewer’s work on one application.' })
@Entity({ tableName: 'grant_assignment' })
@Kept('grant_assignment', grantAssignmentMachine)
@AssignmentClear()
@SheetLocked()
@Unique({ properties: ['application', 'reviewer'], name: 'grant_assignment_once' })
@Index({ properties: ['round', 'status'] })
@Index({ properties: ['account', 'status'] })
@Scoped((actor) =>
  anyOf(
    watchers(actor),
    actor.id !== null && {
      account: actor.id,
      status: { $nin: ['RECUSED', 'ABSTAINED', 'EXPIRED', 'LOCKED'] },
      round: { status: 'REVIEWING' },
    },
  ),
)
export class GrantAssignment implements Stateful {
  declare [OptionalProps]?: 'version' | 'status' | 'revision' | 'scores' | 'comment'
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Field(() => assignmentTypes.Status) @Enum({ items: () => assignmentTypes.Status }) status: AssignmentStatus = 'DRAWN'
  @Property({ type: 'text', nullable: true }) previousStatus: string | null = null
  @Property({ type: 'text' }) division!: string
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) dueAt: Date | null = null
  @ManyToOne({ entity: () => MicroGrantRound, deleteRule: 'no action' }) round!: Rel<MicroGrantRound>
  @ManyToOne({ entity: () => GrantApplication, deleteRule: 'no action' }) application!: Rel<GrantApplication>
  @ManyToOne({ entity: () => GrantReviewer, deleteRule: 'no action' }) reviewer!: Rel<GrantReviewer>
  @Property({ type: 'uuid' }) account!: string
  @Field(() => Int, { description: 'Its number in the round; reviewers know an application by it.' })
  @Property({ type: 'integer' })
  number!: number
  @Field(() => Int, { description: 'The revision the sheet was filled in on.' }) @Property({ type: 'integer' }) revision: number =
    0
  @Property({ type: 'json' }) scores: GrantScore[] = []
  @Property({ type: 'text' }) comment: string = ''
  @Property({ type: 'integer', nullable: true }) total: number | null = null
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) createdAt!: Date
}
