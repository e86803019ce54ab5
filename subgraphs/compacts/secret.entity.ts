// A secret vote in two halves that never meet: who has voted, and what was in the box. Until the close what a unit chose lies
// sealed beside it, so that it may still change its mind; at the close the seals are opened together, and only the contents stay.
import { Check, Entity, Enum, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import type { Rel } from '@mikro-orm/postgresql'
import { Scoped } from '../shared/scope.ts'
import type { Choice } from './ballot.rules.ts'
import { Elector } from './electorate.entity.ts'
import { SealsInTime, VotedInTime } from './guards.ts'
import { BallotChannel, ChoiceName, Vote } from './vote.entity.ts'

/** That a unit has voted, never what. */
@Entity({ tableName: 'voted' })
@VotedInTime()
@Unique({ properties: ['vote', 'elector'], name: 'voted_once' })
@Scoped(() => true)
export class Voted {
  @PrimaryKey({ type: 'uuid' }) id!: string
  @ManyToOne({ entity: () => Vote }) vote!: Rel<Vote>
  @ManyToOne({ entity: () => Elector }) elector!: Rel<Elector>
  @Enum({ items: () => BallotChannel }) channel!: keyof typeof BallotChannel
  @Property({ type: 'datetime' }) at!: Date
}

/** What a unit chose, readable with the platform's key only, and gone with the close. */
@Entity({ tableName: 'sealed_ballot' })
@SealsInTime('sealed_ballot')
@Unique({ properties: ['vote', 'elector'], name: 'sealed_ballot_once' })
@Scoped(() => true)
export class SealedBallot {
  @PrimaryKey({ type: 'uuid' }) id!: string
  @ManyToOne({ entity: () => Vote }) vote!: Rel<Vote>
  @ManyToOne({ entity: () => Elector }) elector!: Rel<Elector>
  @Property({ type: 'text' }) sealed!: string
}

/** A box of unsigned papers as one officer counted it; it counts once another has counted the same. Gone with the close. */
@Entity({ tableName: 'ballot_box' })
@SealsInTime('ballot_box')
@Unique({ properties: ['vote', 'unitsHash', 'by'], name: 'ballot_box_once' })
@Scoped(() => true)
export class BallotBox {
  @PrimaryKey({ type: 'uuid' }) id!: string
  @ManyToOne({ entity: () => Vote }) vote!: Rel<Vote>
  /** SHA-256 over the units whose papers are in it. */
  @Property({ type: 'text' }) unitsHash!: string
  @Property({ type: 'text' }) sealed!: string
  @Property({ type: 'text' }) by!: string
  @Property({ type: 'boolean' }) isMatched: boolean = false
}

/** What was found in the box: so many of each choice, and nothing that leads to a voter. */
@Entity({ tableName: 'secret_count' })
@Unique({ properties: ['vote', 'choice'], name: 'secret_count_once' })
@Check({ name: 'secret_count_some', expression: 'ballots >= 0' })
@Scoped(() => true)
export class SecretCount {
  @PrimaryKey({ type: 'uuid' }) id!: string
  @ManyToOne({ entity: () => Vote }) vote!: Rel<Vote>
  @Enum({ items: () => ChoiceName }) choice!: Choice
  @Property({ type: 'integer' }) ballots!: number
}

/** One half of the key of a secret vote; the other is the platform's. It goes with the seals. */
@Entity({ tableName: 'vote_salt' })
@Scoped(() => true)
export class VoteSalt {
  @PrimaryKey({ type: 'uuid' }) vote!: string
  @Property({ type: 'text' }) salt!: string
}
