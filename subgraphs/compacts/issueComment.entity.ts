// What residents and their committee say about an issue.
import { OptionalProps } from '@mikro-orm/core'
import { Entity, Enum, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import type { Rel } from '@mikro-orm/postgresql'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Key, SignedIn } from '../shared/access.ts'
import type { Stateful } from '../shared/event.ts'
import { machineTypes } from '../shared/machineTypes.ts'
import { anyOf, Scoped } from '../shared/scope.ts'
import { CommentBound, Kept } from './guards.ts'
import { Issue } from './issue.entity.ts'
import { issueCommentMachine, type IssueCommentStatus } from './issueComment.machine.ts'
import { Naming } from './naming.ts'
import { neighbours, officers } from './rights.ts'

export const issueCommentTypes = machineTypes(issueCommentMachine)

@Key()
@SignedIn()
@ObjectType({ description: 'What somebody says about an issue (留言).' })
@Entity({ tableName: 'issue_comment' })
@Kept('issue_comment', issueCommentMachine)
@CommentBound()
@Index({ properties: ['issue', 'at'] })
@Index({ properties: ['author'] })
@Scoped((actor) => anyOf(officers(actor), neighbours(actor), actor.resident !== null && { author: actor.resident }))
export class IssueComment implements Stateful {
  declare [OptionalProps]?: 'version' | 'status' | 'naming' | 'hasContested'
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Field(() => issueCommentTypes.Status)
  @Enum({ items: () => issueCommentTypes.Status })
  status: IssueCommentStatus = 'SHOWN'
  @Property({ type: 'text', nullable: true }) previousStatus: string | null = null
  @Property({ type: 'text' }) division!: string
  @Field(() => Date, { nullable: true, description: 'End of the clock that is running.' })
  @Property({ type: 'datetime', nullable: true })
  dueAt: Date | null = null
  @ManyToOne({ entity: () => Issue }) issue!: Rel<Issue>
  /** The merged issue it was addressed to, where it was led on from there. */
  @Property({ type: 'uuid', nullable: true }) addressedTo: string | null = null
  /** The resident who wrote it; null for an officer. */
  @Property({ type: 'uuid', nullable: true }) author: string | null = null
  /** The account that wrote it. */
  @Property({ type: 'text' }) account!: string
  @Enum({ items: () => Naming }) naming: Naming = Naming.OFFICERS
  /** The writer's name, where it is public: an officer's always is. */
  @Property({ type: 'text', nullable: true }) publicName: string | null = null
  @Property({ type: 'text' }) body!: string
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) at!: Date
  @Field(() => String, { nullable: true, description: 'Why it is hidden, as everybody reads it.' })
  @Property({ type: 'text', nullable: true })
  hiddenFor: string | null = null
  @Property({ type: 'text', nullable: true }) hiddenBy: string | null = null
  @Property({ type: 'boolean', default: false }) hasContested: boolean = false
}
