// What a committee makes public of its affairs, the questions about it, and its corrections. Public while it is up.
import { OptionalProps } from '@mikro-orm/core'
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import type { Rel } from '@mikro-orm/postgresql'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { Key, Public, SignedIn } from '../shared/access.ts'
import type { Stateful } from '../shared/event.ts'
import { machineTypes } from '../shared/machineTypes.ts'
import { allOf, anyOf, Scoped } from '../shared/scope.ts'
import { affairsDisclosureMachine, type DisclosureStatus } from './disclosure.machine.ts'
import { DISCLOSURE_CATEGORIES, type DisclosureCategory } from './disclosure.rules.ts'
import { DisclosureText, Kept } from './guards.ts'
import { neighbours, officers, posted } from './rights.ts'
import { enumOf } from './words.ts'

export const disclosureTypes = machineTypes(affairsDisclosureMachine)
export const DisclosureCategoryName = enumOf(
  'DisclosureCategory',
  'What a disclosure is about, by the items of the law (居委会组织法第三十四条).',
  DISCLOSURE_CATEGORIES,
)

/** A sum shown in a disclosure. */
@Public()
@ObjectType({ description: 'A sum shown in a disclosure.' })
@InputType('DisclosureSumInput')
export class DisclosureSum {
  @Field(() => String) label!: string
  @Field(() => Int, { description: 'In fen; negative for what was spent.' }) amount!: number
}

const UP = ['PUBLISHED', 'QUERIED', 'ANSWERED', 'ORDERED'] as const
const isUp = { status: { $in: [...UP] } }

@Key()
@SignedIn()
@ObjectType({ description: "A disclosure of a committee's affairs (居务公开). Public while it is up." })
@Entity({ tableName: 'affairs_disclosure' })
@Kept('affairs_disclosure', affairsDisclosureMachine)
@DisclosureText()
@Index({ properties: ['division', 'status', 'createdAt'] })
@Check({
  name: 'affairs_disclosure_published',
  expression: `status in ('DRAFT', 'REVIEWING', 'REVIEWED', 'DISCARDED') or (published_at is not null and text_hash is not null)`,
})
@Scoped((actor) =>
  anyOf(posted(isUp)(actor), officers(actor), allOf(neighbours(actor), { status: { $in: [...UP, 'ARCHIVED'] } })),
)
export class AffairsDisclosure implements Stateful {
  declare [OptionalProps]?: 'version' | 'status' | 'sums'
  @Public() @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Public()
  @Field(() => disclosureTypes.Status)
  @Enum({ items: () => disclosureTypes.Status })
  status: DisclosureStatus = 'DRAFT'
  @Property({ type: 'text', nullable: true }) previousStatus: string | null = null
  @Property({ type: 'text' }) division!: string
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) dueAt: Date | null = null

  @Public()
  @Field(() => DisclosureCategoryName)
  @Enum({ items: () => Object.keys(DISCLOSURE_CATEGORIES) })
  category!: DisclosureCategory
  @Public() @Field(() => String) @Property({ type: 'text' }) title!: string
  @Public()
  @Field(() => String, { nullable: true, description: 'The time it is about: third quarter of 2026.' })
  @Property({ type: 'text', nullable: true })
  period: string | null = null
  @Public() @Field(() => String) @Property({ type: 'text' }) body!: string
  @Public() @Field(() => [DisclosureSum]) @Property({ type: 'json' }) sums: DisclosureSum[] = []
  @Field(() => String, { nullable: true, description: 'What the supervision committee found.' })
  @Property({ type: 'text', nullable: true })
  reviewOpinion: string | null = null
  @Public()
  @Field(() => Date, { nullable: true, description: 'When it was published, or published again after a correction.' })
  @Property({ type: 'datetime', nullable: true })
  publishedAt: Date | null = null
  @Public()
  @Field(() => String, { nullable: true, description: 'SHA-256 of what was published.' })
  @Property({ type: 'text', nullable: true })
  textHash: string | null = null
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) createdAt!: Date
}

@Public()
@ObjectType({ description: 'A dated correction of something published. What was published stays as it was.' })
@Entity({ tableName: 'disclosure_correction' })
@Scoped(() => true)
export class DisclosureCorrection {
  @PrimaryKey({ type: 'uuid' }) id!: string
  @ManyToOne({ entity: () => AffairsDisclosure }) disclosure!: Rel<AffairsDisclosure>
  @Field(() => String) @Property({ type: 'text' }) body!: string
  @Field(() => Date) @Property({ type: 'datetime' }) at!: Date
}

@SignedIn()
@ObjectType({ description: 'What a resident asked about a disclosure, and the answer.' })
@Entity({ tableName: 'disclosure_query' })
@Index({ properties: ['disclosure', 'at'] })
@Check({ name: 'disclosure_query_answer', expression: '(answer is null) = (answered_at is null)' })
@Scoped(() => true)
export class DisclosureQuery {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @ManyToOne({ entity: () => AffairsDisclosure }) disclosure!: Rel<AffairsDisclosure>
  /** The resident who asked; null when somebody came to the desk. */
  @Property({ type: 'uuid', nullable: true }) resident: string | null = null
  @Field(() => String) @Property({ type: 'text' }) question!: string
  @Field(() => Date) @Property({ type: 'datetime' }) at!: Date
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) answer: string | null = null
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) answeredAt: Date | null = null
}
