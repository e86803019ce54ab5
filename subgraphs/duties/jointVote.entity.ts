// What one member of the joint meeting voted. Added once, never changed.
import { Entity, Enum, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import type { Rel } from '@mikro-orm/postgresql'
import { Field, ID, ObjectType } from 'type-graphql'
import { SignedIn } from '../shared/access.ts'
import { heldBy, Scoped } from '../shared/scope.ts'
import { AdmissionApplication, DISTRICT_SIDE } from './admission.entity.ts'
import { CHOICES, type JointChoice } from './admission.rules.ts'
import { JointVoteOpen } from './admission.guards.ts'
import { enumOf } from './words.ts'

export const JointChoiceName = enumOf('JointChoice', 'How a member of the joint meeting votes.', CHOICES)

@SignedIn()
@ObjectType({ description: 'The vote of one member of the joint meeting (联席会议表决).' })
@Entity({ tableName: 'joint_vote' })
@JointVoteOpen()
@Unique({ properties: ['application', 'account'], name: 'joint_vote_once' })
@Scoped(heldBy(DISTRICT_SIDE))
export class JointVote {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @ManyToOne({ entity: () => AdmissionApplication }) application!: Rel<AdmissionApplication>
  @Property({ type: 'text' }) division!: string
  @Property({ type: 'text' }) account!: string
  @Field(() => String, { description: 'The member.' }) @Property({ type: 'text' }) by!: string
  @Field(() => JointChoiceName) @Enum({ items: () => JointChoiceName }) choice!: JointChoice
  @Field(() => String) @Property({ type: 'text' }) reason!: string
  @Field(() => Date) @Property({ type: 'datetime' }) at!: Date
}
