// A matter of conduct that a panel of residents reviews. It names nobody who has not agreed in writing.
import { OptionalProps } from '@mikro-orm/core'
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import type { Rel } from '@mikro-orm/postgresql'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Key, Public, SignedIn } from '../shared/access.ts'
import type { Stateful } from '../shared/event.ts'
import { machineTypes } from '../shared/machineTypes.ts'
import { allOf, anyOf, Scoped } from '../shared/scope.ts'
import { Kept } from './guards.ts'
import { moralReviewMachine, type MoralStatus } from './moral.machine.ts'
import { MORAL_KINDS, MORAL_MEASURES, type MoralKind, type MoralMeasure } from './moral.rules.ts'
import { neighbours, officers, posted } from './rights.ts'
import { enumOf } from './words.ts'

export const moralTypes = machineTypes(moralReviewMachine)
export const MoralKindName = enumOf('MoralKind', 'What a moral review is about.', MORAL_KINDS)
export const MoralMeasureName = enumOf('MoralMeasure', 'What the panel says should follow; it punishes nobody.', MORAL_MEASURES)

@Key()
@SignedIn()
@ObjectType({ description: 'A moral review by a panel of residents (道德评议会).' })
@Entity({ tableName: 'moral_review' })
@Kept('moral_review', moralReviewMachine)
@Index({ properties: ['division', 'status', 'createdAt'] })
@Check({ name: 'moral_review_count', expression: 'agree is null or (agree >= 0 and disagree >= 0 and abstain >= 0)' })
@Check({ name: 'moral_review_named', expression: `named is null or kind = 'GOOD_DEED'` })
@Scoped((actor) =>
  anyOf(
    posted({ status: 'PUBLISHED' })(actor),
    officers(actor),
    allOf(neighbours(actor), { status: 'PUBLISHED' }),
    actor.resident !== null && { proposer: actor.resident },
  ),
)
export class MoralReview implements Stateful {
  declare [OptionalProps]?: 'version' | 'status'
  @Public() @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Public() @Field(() => moralTypes.Status) @Enum({ items: () => moralTypes.Status }) status: MoralStatus = 'PROPOSED'
  @Property({ type: 'text', nullable: true }) previousStatus: string | null = null
  @Property({ type: 'text' }) division!: string
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) dueAt: Date | null = null

  @Public() @Field(() => MoralKindName) @Enum({ items: () => Object.keys(MORAL_KINDS) }) kind!: MoralKind
  @Public() @Field(() => String) @Property({ type: 'text' }) title!: string
  @Public()
  @Field(() => String, { description: 'What was done, without names.' })
  @Property({ type: 'text' })
  body!: string
  /** The resident who proposed it; null when the committee did. */
  @Property({ type: 'uuid', nullable: true }) proposer: string | null = null
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) meetsAt: Date | null = null
  @Field(() => Int, { nullable: true }) @Property({ type: 'integer', nullable: true }) agree: number | null = null
  @Field(() => Int, { nullable: true }) @Property({ type: 'integer', nullable: true }) disagree: number | null = null
  @Field(() => Int, { nullable: true }) @Property({ type: 'integer', nullable: true }) abstain: number | null = null
  @Public()
  @Field(() => MoralMeasureName, { nullable: true })
  @Enum({ items: () => Object.keys(MORAL_MEASURES), nullable: true })
  measure: MoralMeasure | null = null
  @Public()
  @Field(() => String, { nullable: true, description: 'What the panel says.' })
  @Property({ type: 'text', nullable: true })
  opinion: string | null = null
  @Public()
  @Field(() => String, { nullable: true, description: 'Whom it commends, who agreed in writing to be named.' })
  @Property({ type: 'text', nullable: true })
  named: string | null = null
  @Public() @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) publishedAt: Date | null = null
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) createdAt!: Date
}

@SignedIn()
@ObjectType({ description: 'A resident who sits on the panel of one review.' })
@Entity({ tableName: 'moral_panelist' })
@Unique({ properties: ['review', 'resident'], name: 'moral_panelist_once' })
@Scoped(() => true)
export class MoralPanelist {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @ManyToOne({ entity: () => MoralReview }) review!: Rel<MoralReview>
  @Property({ type: 'uuid' }) resident!: string
}
