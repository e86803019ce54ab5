// Open data: issues and votes as everyone may read them, cut out by views of the database. No persons, no wording by residents.
import { Entity, Enum, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Public } from '../shared/access.ts'
import { Scoped } from '../shared/scope.ts'
import type { Basis } from './assembly.rules.ts'
import { IssueScope, issueTypes, RejectionCode } from './issue.entity.ts'
import type { IssueStatus } from './issue.machine.ts'
import { BasisName } from './meeting.entity.ts'
import { FEWEST, OPEN_STATES } from './open.rules.ts'
import { VotePurpose } from './vote.entity.ts'

const FEW = `Null where it is about fewer than ${FEWEST}, or would tell of such a number.`

@Public()
@ObjectType({ description: 'A screened issue as everyone may read it: neither who raised it nor its wording.' })
@Entity({
  tableName: 'published_issue',
  view: true,
  expression: `select i.id, i.division, i.number, i.title, i.status, i.scope, i.submitted_at, i.stands_since, i.rejection_code, i.rejection, i.has_appealed,
    (select count(*)::int from compacts.issue_support s where s.issue_id = i.id) as supporters
    from compacts.issue i where i.number is not null and i.status in (${OPEN_STATES.map((s) => `'${s}'`).join(', ')})`,
})
@Scoped(() => true)
export class PublishedIssue {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Property({ type: 'text' }) division!: string
  @Field(() => String, { description: 'YT2026-310113109043-0001.' }) @Property({ type: 'text' }) number!: string
  @Field(() => String) @Property({ type: 'text' }) title!: string
  @Field(() => issueTypes.Status) @Property({ type: 'text' }) status!: IssueStatus
  @Field(() => IssueScope, { nullable: true }) @Enum({ items: () => IssueScope, nullable: true }) scope!: IssueScope | null
  @Field(() => Date) @Property({ type: 'datetime' }) submittedAt!: Date
  @Field(() => Date, { nullable: true, description: 'Since when it stands where it stands.' })
  @Property({ type: 'datetime', nullable: true })
  standsSince!: Date | null
  @Field(() => RejectionCode, { nullable: true })
  @Enum({ items: () => RejectionCode, nullable: true })
  rejectionCode!: RejectionCode | null
  @Field(() => String, { nullable: true, description: 'Why it was not taken up.' })
  @Property({ type: 'text', nullable: true })
  rejection!: string | null
  @Field(() => Boolean, { description: 'Its author has asked for the rejection to be looked at again.' })
  @Property({ type: 'boolean' })
  hasAppealed!: boolean
  @Property({ type: 'integer' }) supporters!: number
}

@Public()
@ObjectType({ description: 'A published vote in figures: what was voted on, by which electorate, and what came of it.' })
@Entity({
  tableName: 'published_vote',
  view: true,
  expression: `select v.id, v.division, v.issue_id as issue, v.purpose, v.proposal, v.text_hash, v.opens_at, v.closes_at, v.published_at,
    v.eligible, v.present, v.agree, v.disagree, v.abstain, v.quorate, v.carried, v.count_hash, e.basis, e.hash as electorate_hash
    from compacts.vote v join compacts.electorate e on e.id = v.electorate_id where v.status = 'PUBLISHED'`,
})
@Scoped(() => true)
export class PublishedVote {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Property({ type: 'text' }) division!: string
  @Property({ type: 'uuid' }) issue!: string
  @Field(() => VotePurpose) @Enum({ items: () => VotePurpose }) purpose!: VotePurpose
  @Field(() => String) @Property({ type: 'text' }) proposal!: string
  @Field(() => String, { description: 'SHA-256 of what was voted on.' }) @Property({ type: 'text' }) textHash!: string
  @Field(() => Date) @Property({ type: 'datetime' }) opensAt!: Date
  @Field(() => Date) @Property({ type: 'datetime' }) closesAt!: Date
  @Field(() => Date) @Property({ type: 'datetime' }) publishedAt!: Date
  @Field(() => BasisName, { description: 'What one ballot stands for.' }) @Property({ type: 'text' }) basis!: Basis
  @Field(() => String, { description: 'SHA-256 of the frozen list of those entitled to vote.' })
  @Property({ type: 'text' })
  electorateHash!: string
  @Field(() => String, { description: 'SHA-256 of the count sheet; a recount gives the same.' })
  @Property({ type: 'text' })
  countHash!: string
  @Property({ type: 'integer' }) eligible!: number
  @Property({ type: 'integer' }) present!: number
  @Property({ type: 'integer' }) agree!: number
  @Property({ type: 'integer' }) disagree!: number
  @Property({ type: 'integer' }) abstain!: number
  @Field(() => Boolean) @Property({ type: 'boolean' }) quorate!: boolean
  @Field(() => Boolean) @Property({ type: 'boolean' }) carried!: boolean
}

@Public()
@ObjectType({ description: `Figures of a published vote. ${FEW}` })
export class PublishedFigures {
  @Field(() => Int, { nullable: true }) eligible!: number | null
  @Field(() => Int, { nullable: true, description: 'Units that came or cast a ballot.' }) present!: number | null
  @Field(() => Int, { nullable: true }) agree!: number | null
  @Field(() => Int, { nullable: true }) disagree!: number | null
  @Field(() => Int, { nullable: true }) abstain!: number | null
}
