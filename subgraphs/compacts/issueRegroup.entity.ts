// Who raises an issue with its author, who agreed to a merger or split, and whom the joined issue asks for support again.
import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import type { Rel } from '@mikro-orm/postgresql'
import { Scoped } from '../shared/scope.ts'
import { Issue } from './issue.entity.ts'

/** A resident who raises an issue besides its author: their own was merged into it. */
@Entity({ tableName: 'issue_raiser' })
@Index({ properties: ['resident'] })
@Scoped(() => true)
export class IssueRaiser {
  @ManyToOne({ entity: () => Issue, primary: true }) issue!: Rel<Issue>
  @PrimaryKey({ type: 'uuid' }) resident!: string
  /** The issue through which they came. */
  @Property({ type: 'uuid' }) via!: string
  @Property({ type: 'datetime' }) at!: Date
}

/** An author who agrees to what is proposed for an issue. */
@Entity({ tableName: 'issue_consent' })
@Scoped(() => true)
export class IssueConsent {
  @ManyToOne({ entity: () => Issue, primary: true }) issue!: Rel<Issue>
  @PrimaryKey({ type: 'uuid' }) resident!: string
  @Property({ type: 'datetime' }) at!: Date
}

/** Someone who supported an issue is asked whether they support the one it goes on in: a support is never moved. */
@Entity({ tableName: 'support_offer' })
@Index({ properties: ['resident'] })
@Scoped(() => true)
export class SupportOffer {
  @ManyToOne({ entity: () => Issue, primary: true }) issue!: Rel<Issue>
  @PrimaryKey({ type: 'uuid' }) resident!: string
  /** The issue they supported. */
  @Property({ type: 'uuid' }) via!: string
  @Property({ type: 'datetime' }) at!: Date
  /** Null until they answered. */
  @Property({ type: 'boolean', nullable: true }) isTaken: boolean | null = null
}
