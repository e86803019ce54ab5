// One edition of a residents' compact, article by article. Open for comment, announced or in force, it is public.
import { OptionalProps } from '@mikro-orm/core'
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import type { Rel } from '@mikro-orm/postgresql'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Key, Public, SignedIn } from '../shared/access.ts'
import type { Stateful } from '../shared/event.ts'
import { machineTypes } from '../shared/machineTypes.ts'
import { anyOf, Scoped, allOf } from '../shared/scope.ts'
import { compactMachine, type CompactStatus } from './compact.machine.ts'
import {
  COMMENT_OUTCOMES,
  COMPACT_KINDS,
  LEGALITY_CHECKS,
  REVIEW_FINDINGS,
  type CommentOutcome,
  type CompactKind,
  type LegalityCheck,
  type ReviewFinding,
} from './compact.rules.ts'
import { Issue } from './issue.entity.ts'
import { neighbours, officers, posted } from './rights.ts'
import { enumOf } from './words.ts'
import { ArticleText, CompactText, Kept } from './guards.ts'

export const compactTypes = machineTypes(compactMachine)
export const Legality = enumOf('LegalityCheck', 'What every article is checked for (居委会组织法第三十一条).', LEGALITY_CHECKS)
export const CompactKindName = enumOf('CompactKind', 'What kind of text it is.', COMPACT_KINDS)
export const CommentOutcomeName = enumOf('CommentOutcome', 'What came of a comment on a draft.', COMMENT_OUTCOMES)
export const ReviewFindingName = enumOf('CompactReviewFinding', 'What the yearly review of a compact found.', REVIEW_FINDINGS)

const ANNOUNCED = ['ADOPTED', 'FILED', 'ORDERED_TO_CORRECT'] as const
const isPosted = posted({ $or: [{ status: 'COMMENT' }, { status: { $in: [...ANNOUNCED] }, announcedAt: { $ne: null } }] })

@Key()
@SignedIn()
@ObjectType({
  description:
    "One edition of a residents' compact (居民公约), charter (自治章程) or civility pledge (文明公约). Public while open for comment, and once announced.",
})
@Entity({ tableName: 'compact' })
@Kept('compact', compactMachine)
@CompactText()
@Unique({ properties: ['issue', 'edition'], name: 'compact_edition_once' })
@Unique({ properties: ['receipt'], name: 'compact_receipt_unique' })
@Index({
  name: 'compact_revision_once',
  expression: `create unique index "compact_revision_once" on "compacts"."compact" ("revises_id") where "status" <> 'WITHDRAWN'`,
})
@Index({ properties: ['division', 'status', 'createdAt'] })
@Check({
  name: 'compact_filed',
  expression: `not (status in ('FILED', 'IN_FORCE')) or kind = 'CIVILITY' or (receipt is not null and filed_at is not null)`,
})
@Check({
  name: 'compact_in_force',
  expression: `status <> 'IN_FORCE' or (in_force_at is not null and announced_at is not null and effective_on is not null)`,
})
@Scoped((actor) =>
  anyOf({ status: 'IN_FORCE' }, isPosted(actor), officers(actor), allOf(neighbours(actor), { status: { $ne: 'DRAFTING' } })),
)
export class Compact implements Stateful {
  declare [OptionalProps]?: 'version' | 'status' | 'edition' | 'kind' | 'commentRounds' | 'orderedArticles'
  @Public() @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Public() @Field(() => compactTypes.Status) @Enum({ items: () => compactTypes.Status }) status: CompactStatus = 'DRAFTING'
  @Property({ type: 'text', nullable: true }) previousStatus: string | null = null
  @Property({ type: 'text' }) division!: string
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) dueAt: Date | null = null

  @ManyToOne({ entity: () => Issue }) issue!: Rel<Issue>
  @Public() @Field(() => String) @Property({ type: 'text' }) title!: string
  @Field(() => String, { description: 'The officer who answers for the text.' }) @Property({ type: 'text' }) owner!: string
  @Public() @Field(() => CompactKindName) @Enum({ items: () => Object.keys(COMPACT_KINDS) }) kind: CompactKind = 'COMPACT'
  @Public() @Field(() => Int, { description: 'First, second … edition.' }) @Property({ type: 'integer' }) edition: number = 1
  /** The edition this one revises. */
  @ManyToOne({ entity: () => Compact, nullable: true, deleteRule: 'no action' }) revises: Rel<Compact> | null = null
  @Public()
  @Field(() => String, { description: 'SHA-256 of title and articles; what is voted on and signed.' })
  @Property({ type: 'text' })
  textHash!: string
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) commentOpenedAt: Date | null = null
  @Field(() => Int, { description: 'How often it was opened for comment.' })
  @Property({ type: 'integer' })
  commentRounds: number = 0
  @Field(() => String, { nullable: true, description: "The legal reviewer's opinion of the whole (居委会组织法第三十一条)." })
  @Property({ type: 'text', nullable: true })
  legalityOpinion: string | null = null
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) legalityAt: Date | null = null
  @Field(() => String, { nullable: true, description: 'What the community Party organisation found (居委会组织法第三十条).' })
  @Property({ type: 'text', nullable: true })
  partyOpinion: string | null = null
  @Field(() => String, { nullable: true, description: 'What the town found before the vote (民发〔2018〕144号).' })
  @Property({ type: 'text', nullable: true })
  townOpinion: string | null = null
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) submittedAt: Date | null = null
  @Field(() => String, { nullable: true, description: "The subdistrict's receipt number." })
  @Property({ type: 'text', nullable: true })
  receipt: string | null = null
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) filedAt: Date | null = null
  @Public() @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) announcedAt: Date | null = null
  @Public()
  @Field(() => String, { nullable: true, description: 'Day it takes effect: 2026-01-01.' })
  @Property({ type: 'date', nullable: true })
  effectiveOn: string | null = null
  @Public() @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) inForceAt: Date | null = null
  @Public()
  @Field(() => String, { nullable: true, description: 'Last day it is in force, when it has one: 2026-12-31.' })
  @Property({ type: 'date', nullable: true })
  expiresOn: string | null = null
  @Field(() => Date, { nullable: true, description: 'When it was last reviewed.' })
  @Property({ type: 'datetime', nullable: true })
  reviewedAt: Date | null = null
  @Field(() => ReviewFindingName, { nullable: true })
  @Enum({ items: () => Object.keys(REVIEW_FINDINGS), nullable: true })
  reviewFinding: ReviewFinding | null = null
  @Field(() => String, { nullable: true, description: 'What the last yearly review found, in words.' })
  @Property({ type: 'text', nullable: true })
  reviewOpinion: string | null = null
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) orderedAt: Date | null = null
  @Field(() => String, { nullable: true, description: 'The order to correct: its document.' })
  @Property({ type: 'text', nullable: true })
  orderDocument: string | null = null
  @Public()
  @Field(() => [Int], { description: 'Articles that do not apply until corrected.' })
  @Property({ type: 'json' })
  orderedArticles: number[] = []
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) createdAt!: Date
}

@Public()
@ObjectType({ description: 'An article of a compact.' })
@Entity({ tableName: 'article' })
@ArticleText()
@Unique({ properties: ['compact', 'number'], name: 'article_number_once' })
@Check({ name: 'article_numbered', expression: 'number >= 1' })
@Scoped(() => true)
export class Article {
  declare [OptionalProps]?: 'passed'
  @PrimaryKey({ type: 'uuid' }) id!: string
  @ManyToOne({ entity: () => Compact }) compact!: Rel<Compact>
  @Field(() => Int) @Property({ type: 'integer' }) number!: number
  @Field(() => String) @Property({ type: 'text' }) body!: string
  @SignedIn()
  @Field(() => [Legality], { description: 'The checks it passed.' })
  @Property({ type: 'json' })
  passed: LegalityCheck[] = []
  @SignedIn()
  @Field(() => String, { nullable: true, description: "The reviewer's note." })
  @Property({ type: 'text', nullable: true })
  reviewNote: string | null = null
}

@SignedIn()
@ObjectType({ description: 'What a resident says about a draft, and the answer.' })
@Entity({ tableName: 'compact_comment' })
@Index({ properties: ['compact', 'at'] })
@Scoped(() => true)
export class CompactComment {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @ManyToOne({ entity: () => Compact }) compact!: Rel<Compact>
  @Field(() => Int, { nullable: true, description: 'The article it is about; null for the whole.' })
  @Property({ type: 'integer', nullable: true })
  article: number | null = null
  @Property({ type: 'uuid' }) resident!: string
  @Field(() => String) @Property({ type: 'text' }) body!: string
  @Field(() => Date) @Property({ type: 'datetime' }) at!: Date
  @Field(() => String, { nullable: true, description: 'What several comments answered together have in common.' })
  @Property({ type: 'text', nullable: true })
  topic: string | null = null
  @Field(() => CommentOutcomeName, { nullable: true })
  @Enum({ items: () => Object.keys(COMMENT_OUTCOMES), nullable: true })
  outcome: CommentOutcome | null = null
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) answer: string | null = null
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) answeredAt: Date | null = null
}
