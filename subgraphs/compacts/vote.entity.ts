// A vote and its ballots. Ballots are added and never changed: each names the one it replaces.
import { OptionalProps, raw } from '@mikro-orm/core'
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import type { Rel } from '@mikro-orm/postgresql'
import { Field, Float, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Key, Public, SignedIn } from '../shared/access.ts'
import type { Actor } from '../shared/actor.ts'
import type { Stateful } from '../shared/event.ts'
import { machineTypes } from '../shared/machineTypes.ts'
import { allOf, anyOf, Scoped } from '../shared/scope.ts'
import type { Choice, Figures } from './ballot.rules.ts'
import { Compact } from './compact.entity.ts'
import { Elector, Electorate } from './electorate.entity.ts'
import { Issue } from './issue.entity.ts'
import { Meeting } from './meeting.entity.ts'
import { neighbours, officers, posted } from './rights.ts'
import { voteMachine, type VoteStatus } from './vote.machine.ts'
import { VOTE_MANNERS, type VoteManner } from './vote.rules.ts'
import { enumOf } from './words.ts'
import { BallotInTime, Kept, VoteFixed } from './guards.ts'

export const voteTypes = machineTypes(voteMachine)
export const Manner = enumOf('VoteManner', 'How ballots are cast.', VOTE_MANNERS)

export enum VotePurpose {
  DECISION = 'DECISION',
  COMPACT = 'COMPACT',
  REPEAL = 'REPEAL',
  OWNERS = 'OWNERS',
}
registerEnumType(VotePurpose, {
  name: 'VotePurpose',
  description: 'What a vote decides.',
  valuesConfig: {
    DECISION: { description: 'Whether the issue is adopted (议题表决).' },
    COMPACT: { description: 'Whether the compact is adopted (公约表决).' },
    REPEAL: { description: 'Whether the compact is repealed (废止公约).' },
    OWNERS: { description: 'What owners decide together (业主共同决定).' },
  },
})

export const ChoiceName = { AGREE: 'AGREE', DISAGREE: 'DISAGREE', ABSTAIN: 'ABSTAIN' } as const
registerEnumType(ChoiceName, {
  name: 'Choice',
  valuesConfig: {
    AGREE: { description: '赞成' },
    DISAGREE: { description: '反对' },
    ABSTAIN: { description: 'Counts as present, never as agreeing (弃权).' },
  },
})

/** Whoever may vote may read the vote, wherever they live by now. */
const isElector = ({ resident }: Actor) =>
  resident !== null && {
    [raw((vote) => `${vote}.electorate_id in (select electorate_id from compacts.elector where resident = ?)`, [resident])]: [],
  }

/** The states of a vote that has been counted. */
export const COUNTED = ['COUNTED', 'CERTIFIED', 'PUBLISHED'] as const
const IS_COUNTED = `status in ('${COUNTED.join("', '")}')`

const isPosted = posted({ status: 'PUBLISHED' })

@Key()
@SignedIn()
@ObjectType({ description: "A vote of a residents' or representatives' meeting (表决)." })
@Entity({ tableName: 'vote' })
@Kept('vote', voteMachine)
@VoteFixed()
@Index({ properties: ['issue', 'createdAt'] })
@Index({ properties: ['division', 'status', 'createdAt'] })
@Index({ properties: ['status', 'closesAt'] })
@Check({ name: 'vote_period', expression: 'closes_at > opens_at' })
@Check({ name: 'vote_frozen', expression: `status in ('DRAFT', 'CANCELLED') or electorate_id is not null` })
@Check({
  name: 'vote_counted',
  expression: `not (${IS_COUNTED}) or (num_nonnulls(count_hash, eligible, present, agree, disagree, abstain, quorate, carried) = 8 and agree + disagree + abstain <= present and present <= eligible)`,
})
@Check({
  name: 'vote_two_signatures',
  expression: `not (status in ('CERTIFIED', 'PUBLISHED')) or (count_signed_by is not null and certified_by is not null and count_signed_by <> certified_by)`,
})
@Scoped((actor) =>
  anyOf(isPosted(actor), officers(actor), allOf(neighbours(actor), { status: { $ne: 'DRAFT' } }), isElector(actor)),
)
export class Vote implements Stateful {
  declare [OptionalProps]?: 'version' | 'status' | 'isSecret'
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Field(() => voteTypes.Status) @Enum({ items: () => voteTypes.Status }) status: VoteStatus = 'DRAFT'
  @Property({ type: 'text', nullable: true }) previousStatus: string | null = null
  @Property({ type: 'text' }) division!: string
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) dueAt: Date | null = null

  @ManyToOne({ entity: () => Issue }) issue!: Rel<Issue>
  @ManyToOne({ entity: () => Meeting }) meeting!: Rel<Meeting>
  @ManyToOne({ entity: () => Compact, nullable: true, deleteRule: 'no action' }) compact: Rel<Compact> | null = null
  @Field(() => VotePurpose) @Enum({ items: () => VotePurpose }) purpose!: VotePurpose
  @ManyToOne({ entity: () => Electorate, nullable: true, deleteRule: 'no action' }) electorate: Rel<Electorate> | null = null
  @Field(() => String, { description: 'What is voted on.' }) @Property({ type: 'text' }) proposal!: string
  @Field(() => String, { description: 'SHA-256 of the proposal, or of the text of the compact.' })
  @Property({ type: 'text' })
  textHash!: string
  @Field(() => Manner) @Enum({ items: () => Manner }) manner!: VoteManner
  @Field(() => String, {
    nullable: true,
    description: "The residents' meeting's decision that lets its representatives vote on a compact.",
  })
  @Property({ type: 'text', nullable: true })
  delegation: string | null = null
  @Field(() => Date) @Property({ type: 'datetime' }) opensAt!: Date
  @Field(() => Date, { description: 'Up to and including this second.' }) @Property({ type: 'datetime' }) closesAt!: Date
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) extendedAt: Date | null = null

  @Field(() => Boolean, {
    description: 'Whether nobody, not even the platform after the close, can tell who chose what (无记名).',
  })
  @Property({ type: 'boolean', default: false })
  isSecret: boolean = false

  @Property({ type: 'integer', nullable: true }) eligible: number | null = null
  @Property({ type: 'integer', nullable: true }) present: number | null = null
  @Property({ type: 'integer', nullable: true }) agree: number | null = null
  @Property({ type: 'integer', nullable: true }) disagree: number | null = null
  @Property({ type: 'integer', nullable: true }) abstain: number | null = null
  /** The same figures by floor area, where the rule counts it. */
  @Property({ type: 'json', nullable: true }) areas: Figures | null = null
  @Property({ type: 'boolean', nullable: true }) quorate: boolean | null = null
  @Property({ type: 'boolean', nullable: true }) carried: boolean | null = null
  /** SHA-256 of the count sheet: a recount must give it again. */
  @Property({ type: 'text', nullable: true }) countHash: string | null = null
  @Property({ type: 'text', nullable: true }) countSignedBy: string | null = null
  @Property({ type: 'text', nullable: true }) certifiedBy: string | null = null
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) publishedAt: Date | null = null
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) createdAt!: Date
}

@Public()
@ObjectType({ description: 'Figures of a vote by floor area, in cm².' })
export class AreaFigures {
  @Field(() => Float) eligible!: number
  @Field(() => Float) present!: number
  @Field(() => Float) agree!: number
  @Field(() => Float) disagree!: number
  @Field(() => Float) abstain!: number
}

@SignedIn()
@ObjectType({ description: 'The result of a vote; it exists only after the close.' })
export class VoteResult {
  @Field(() => Int) eligible!: number
  @Field(() => Int, { description: 'Units that came to the meeting or cast a ballot.' }) present!: number
  @Field(() => Int) agree!: number
  @Field(() => Int) disagree!: number
  @Field(() => Int) abstain!: number
  @Field(() => AreaFigures, { nullable: true, description: 'The same by floor area, where the rule counts it too.' })
  areas!: AreaFigures | null
  @Field(() => Boolean) quorate!: boolean
  @Field(() => Boolean) carried!: boolean
  @Field(() => String, { description: 'SHA-256 of the count sheet; a recount gives the same.' }) countHash!: string
}

export const BallotChannel = { APP: 'APP', PAPER: 'PAPER', PROXY: 'PROXY' } as const
registerEnumType(BallotChannel, {
  name: 'BallotChannel',
  valuesConfig: {
    APP: { description: 'Cast by the voter (网上投票).' },
    PAPER: { description: 'A paper ballot two officers entered alike (纸质票).' },
    PROXY: { description: 'Cast by the holder of a written proxy (委托投票).' },
  },
})

@SignedIn()
@ObjectType({ description: "A unit's ballot; only that unit sees it." })
@Entity({ tableName: 'ballot' })
@BallotInTime()
@Unique({ properties: ['vote', 'elector', 'sequence'], name: 'ballot_in_sequence' })
@Unique({ properties: ['replaces'], name: 'ballot_replaced_once' })
@Index({
  name: 'ballot_first_once',
  expression:
    'create unique index "ballot_first_once" on "compacts"."ballot" ("vote_id", "elector_id") where "replaces_id" is null',
})
@Check({ name: 'ballot_chain', expression: '(sequence = 1) = (replaces_id is null)' })
@Scoped(() => true)
export class Ballot {
  declare [OptionalProps]?: 'channel'
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @ManyToOne({ entity: () => Vote }) vote!: Rel<Vote>
  @ManyToOne({ entity: () => Elector }) elector!: Rel<Elector>
  @Field(() => ChoiceName) @Enum({ items: () => ChoiceName }) choice!: Choice
  @Field(() => Int, { description: 'The how-manieth ballot of the unit; the last one counts.' })
  @Property({ type: 'integer' })
  sequence!: number
  @ManyToOne({ entity: () => Ballot, nullable: true, deleteRule: 'no action' }) replaces: Rel<Ballot> | null = null
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) castAt!: Date
  @Field(() => BallotChannel) @Enum({ items: () => BallotChannel }) channel: keyof typeof BallotChannel = 'APP'
  /** The account that cast it, or the second officer who entered it. */
  @Property({ type: 'text' }) by!: string
}

/** What one officer read on the paper ballot of a unit; it counts once another officer has read the same. */
@Entity({ tableName: 'paper_entry' })
@Unique({ properties: ['vote', 'elector', 'by'], name: 'paper_entry_once' })
@Scoped(() => true)
export class PaperEntry {
  @PrimaryKey({ type: 'uuid' }) id!: string
  @ManyToOne({ entity: () => Vote }) vote!: Rel<Vote>
  @ManyToOne({ entity: () => Elector }) elector!: Rel<Elector>
  @Enum({ items: () => ChoiceName }) choice!: Choice
  @Property({ type: 'text' }) by!: string
  @Property({ type: 'datetime' }) at!: Date
}
