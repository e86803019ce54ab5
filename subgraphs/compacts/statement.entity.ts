// What people say on an issue in short statements, and how others answer each: agree, disagree, pass. It prepares a decision and is none.
import { OptionalProps } from '@mikro-orm/core'
import { Entity, Enum, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import type { Rel } from '@mikro-orm/postgresql'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { SignedIn } from '../shared/access.ts'
import { Scoped } from '../shared/scope.ts'
import type { Choice } from './ballot.rules.ts'
import { Issue } from './issue.entity.ts'
import { ChoiceName } from './vote.entity.ts'

@SignedIn()
@ObjectType({ description: 'A statement in the consultation on an issue (征询意见).' })
@Entity({ tableName: 'statement' })
@Unique({ properties: ['issue', 'number'], name: 'statement_once' })
@Scoped(() => true)
export class Statement {
  declare [OptionalProps]?: 'isShown'
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @ManyToOne({ entity: () => Issue }) issue!: Rel<Issue>
  @Field(() => Int) @Property({ type: 'integer' }) number!: number
  @Field(() => String) @Property({ type: 'text' }) body!: string
  @Field(() => Boolean, { description: 'Whether moderation lets it be seen; the text is kept either way.' })
  @Property({ type: 'boolean' })
  isShown: boolean = true
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) at!: Date
}

/** One answer to a statement; the latest of a voter counts. Voters are pseudonyms, so that an import brings no persons. */
@Entity({ tableName: 'statement_ballot' })
@Unique({ properties: ['statement', 'voter', 'castAt'], name: 'statement_ballot_once' })
@Scoped(() => true)
export class StatementBallot {
  @PrimaryKey({ type: 'uuid' }) id!: string
  @ManyToOne({ entity: () => Statement }) statement!: Rel<Statement>
  @Property({ type: 'uuid' }) voter!: string
  @Enum({ items: () => ChoiceName }) choice!: Choice
  @Property({ type: 'datetime', length: 3 }) castAt!: Date
}

/** Where an imported consultation came from; importing it again finds its issue. */
@Entity({ tableName: 'consultation_source' })
@Scoped(() => true)
export class ConsultationSource {
  @PrimaryKey({ type: 'text' }) division!: string
  @PrimaryKey({ type: 'text' }) source!: string
  @ManyToOne({ entity: () => Issue }) issue!: Rel<Issue>
}
