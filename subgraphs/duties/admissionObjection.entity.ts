// What someone has against a matter while it is shown to the public; answered before it is admitted.
import { Check, Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import type { Rel } from '@mikro-orm/postgresql'
import { Field, ID, ObjectType } from 'type-graphql'
import { SignedIn } from '../shared/access.ts'
import { Scoped } from '../shared/scope.ts'
import { AdmissionApplication } from './admission.entity.ts'
import { AdmissionObjectionOpen } from './admission.guards.ts'

@SignedIn()
@ObjectType({ description: 'An objection raised during the publicity of a matter (公示异议), and its answer.' })
@Entity({ tableName: 'admission_objection' })
@AdmissionObjectionOpen()
@Index({ properties: ['application', 'at'] })
@Check({ name: 'admission_objection_answered', expression: '(answer is null) = (answered_at is null)' })
@Scoped(() => true)
export class AdmissionObjection {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @ManyToOne({ entity: () => AdmissionApplication }) application!: Rel<AdmissionApplication>
  @Property({ type: 'text' }) division!: string
  @Property({ type: 'text', nullable: true }) account!: string | null
  @Property({ type: 'text', nullable: true }) role!: string | null
  @Property({ type: 'text' }) by!: string
  @Field(() => String) @Property({ type: 'text' }) body!: string
  @Field(() => Date) @Property({ type: 'datetime' }) at!: Date
  @Field(() => Date, { description: 'By when it is to be answered.' }) @Property({ type: 'datetime' }) dueAt!: Date
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) answer: string | null = null
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) answeredAt: Date | null = null
}
