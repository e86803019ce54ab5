// The law an item stands on: which one, which article, of what rank, in force when.
import { Check, Entity, Enum, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import type { Rel } from '@mikro-orm/postgresql'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Public } from '../shared/access.ts'
import { Scoped } from '../shared/scope.ts'
import { BASIS_LEVELS, type BasisLevel } from './basis.rules.ts'
import { BasisFixed } from './guards.ts'
import { DutyItem } from './item.entity.ts'
import { enumOf } from './words.ts'

export const BasisLevelName = enumOf('LegalBasisLevel', 'The rank of a legal basis.', BASIS_LEVELS)

@Public()
@ObjectType({ description: 'The law an item stands on (依据).' })
@Entity({ tableName: 'legal_basis' })
@BasisFixed()
@Unique({ properties: ['item', 'position'], name: 'legal_basis_position_once' })
@Check({ name: 'legal_basis_days', expression: 'in_force_to is null or in_force_to >= in_force_from' })
@Scoped(() => true)
export class LegalBasis {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @ManyToOne({ entity: () => DutyItem }) item!: Rel<DutyItem>
  @Field(() => Int) @Property({ type: 'integer' }) position!: number
  @Field(() => String, { description: 'Its title, without brackets.' }) @Property({ type: 'text' }) law!: string
  @Field(() => String, { description: '第四十三条' }) @Property({ type: 'text' }) article!: string
  @Field(() => BasisLevelName) @Enum({ items: () => BasisLevelName }) level!: BasisLevel
  @Field(() => String, { description: 'First day on which this wording is in force: 2026-01-01.' })
  @Property({ type: 'date' })
  inForceFrom!: string
  @Field(() => String, { nullable: true, description: 'Its last day, once another wording replaces it.' })
  @Property({ type: 'date', nullable: true })
  inForceTo: string | null = null
  @Field(() => String, { nullable: true, description: 'Where it can be read.' })
  @Property({ type: 'text', nullable: true })
  link: string | null = null
}
