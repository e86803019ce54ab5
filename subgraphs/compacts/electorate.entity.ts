// Who may vote: the list as it stood when notice was given. Rows are added once and never changed.
import { BigIntType, OptionalProps } from '@mikro-orm/core'
import { Check, Entity, Enum, Index, ManyToOne, OneToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import type { Rel } from '@mikro-orm/postgresql'
import { Field, Float, ID, Int, ObjectType } from 'type-graphql'
import { For, SignedIn } from '../shared/access.ts'
import { anyOf, Scoped } from '../shared/scope.ts'
import type { AssemblyRule, Basis } from './assembly.rules.ts'
import { BasisName, Meeting } from './meeting.entity.ts'
import { neighbours, officers } from './rights.ts'
import { ElectorateFrozen } from './guards.ts'

@SignedIn()
@ObjectType({ description: 'The electorate of a meeting, frozen when notice was given.' })
@Entity({ tableName: 'electorate' })
@Check({ name: 'electorate_counted', expression: 'women >= 0 and women <= representatives and representatives <= size' })
@Scoped((actor) => anyOf(officers(actor), neighbours(actor)))
export class Electorate {
  declare [OptionalProps]?: 'women'
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @OneToOne({ entity: () => Meeting, owner: true }) meeting!: Rel<Meeting>
  @Property({ type: 'text' }) division!: string
  @Field(() => BasisName) @Enum({ items: () => BasisName }) basis!: Basis
  /** The rule in force on the day of the notice, as it read. */
  @Property({ type: 'json' }) rule!: AssemblyRule
  @Field(() => Int, { description: 'Persons or households that may vote.' }) @Property({ type: 'integer' }) size!: number
  @Field(() => Int, { description: "Residents' representatives among them." })
  @Property({ type: 'integer' })
  representatives!: number
  @Field(() => Int, { description: 'Women among the representatives.' })
  @Property({ type: 'integer', default: 0 })
  women: number = 0
  @Field(() => String, { description: 'SHA-256 over the units of the list, in order.' }) @Property({ type: 'text' }) hash!: string
  @Field(() => Date) @Property({ type: 'datetime' }) frozenAt!: Date
}

@For('COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER', 'MEETING_CHAIR', 'SUPERVISION_MEMBER')
@ObjectType({ description: 'One unit of an electorate, and the resident who votes for it.' })
@Entity({ tableName: 'elector' })
@ElectorateFrozen()
@Unique({ properties: ['electorate', 'unit'], name: 'elector_once' })
@Index({ properties: ['resident', 'electorate'] })
@Scoped(() => true)
export class Elector {
  declare [OptionalProps]?: 'areaCm2'
  @Field(() => ID)
  @PrimaryKey({ type: 'uuid' })
  id!: string
  @ManyToOne({ entity: () => Electorate }) electorate!: Rel<Electorate>
  @Field(() => ID, { description: 'The resident, or the household.' })
  @Property({ type: 'uuid' })
  unit!: string
  /** Null where an owner lives elsewhere and votes on paper. */
  @Property({ type: 'uuid', nullable: true }) resident!: string | null
  @Field(() => Boolean) @Property({ type: 'boolean' }) isRepresentative!: boolean
  @Field(() => Float, { description: 'Floor area in cm², where owners vote; else 0.' })
  @Property({ type: new BigIntType('number'), default: 0 })
  areaCm2: number = 0
  @Field(() => String, { nullable: true, description: 'The rooms of an owner: 302室.' })
  @Property({ type: 'text', nullable: true })
  label: string | null = null
  /** The objection that brought the unit onto the list after it was frozen. */
  @Property({ type: 'uuid', nullable: true }) objection: string | null = null
}
