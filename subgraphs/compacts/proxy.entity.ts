// A written proxy: one unit of a frozen roll votes for another. The list is published; a proxy taken back stays on it, marked so.
import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import type { Rel } from '@mikro-orm/postgresql'
import { Field, ID, ObjectType } from 'type-graphql'
import { SignedIn } from '../shared/access.ts'
import { Scoped } from '../shared/scope.ts'
import { Elector } from './electorate.entity.ts'
import { Vote } from './vote.entity.ts'

@SignedIn()
@ObjectType({ description: 'A written proxy in a vote (委托投票).' })
@Entity({ tableName: 'proxy' })
@Index({ properties: ['vote'] })
@Index({
  name: 'proxy_given_once',
  expression: 'create unique index "proxy_given_once" on "compacts"."proxy" ("vote_id", "grantor_id") where "revoked_at" is null',
})
@Scoped(() => true)
export class Proxy {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @ManyToOne({ entity: () => Vote }) vote!: Rel<Vote>
  @ManyToOne({ entity: () => Elector }) grantor!: Rel<Elector>
  @ManyToOne({ entity: () => Elector }) holder!: Rel<Elector>
  /** The account that entered it: the grantor's own, or an officer's who keeps the paper. */
  @Property({ type: 'text' }) by!: string
  @Field(() => Date) @Property({ type: 'datetime' }) at!: Date
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) revokedAt: Date | null = null
}
