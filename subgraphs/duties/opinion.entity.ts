// What a department, a subdistrict or a committee says about a list while opinions are solicited, and what it is answered.
import { Check, Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import type { Rel } from '@mikro-orm/postgresql'
import { Field, ID, ObjectType } from 'type-graphql'
import { SignedIn } from '../shared/access.ts'
import { Scoped } from '../shared/scope.ts'
import { ofDistrict } from './rights.ts'
import { DutyListVersion } from './version.entity.ts'

@SignedIn()
@ObjectType({ description: 'What someone says about a list while opinions are solicited.' })
@Entity({ tableName: 'list_opinion' })
@Index({ properties: ['listVersion', 'at'] })
@Check({ name: 'list_opinion_answered', expression: '(answer is null) = (answered_at is null)' })
@Scoped((actor) => {
  const rows = ofDistrict(actor)
  return typeof rows === 'boolean' ? rows : { listVersion: rows }
})
export class ListOpinion {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @ManyToOne({ entity: () => DutyListVersion }) listVersion!: Rel<DutyListVersion>
  @Field(() => String, { nullable: true, description: 'The code of the item it is about; null for the whole.' })
  @Property({ type: 'text', nullable: true })
  itemCode: string | null = null
  @Field(() => String, { description: 'Display name of whoever gave it.' }) @Property({ type: 'text' }) by!: string
  @Property({ type: 'text', nullable: true }) account: string | null = null
  @Field(() => String) @Property({ type: 'text' }) body!: string
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) at!: Date
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) answer: string | null = null
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) answeredAt: Date | null = null
}
