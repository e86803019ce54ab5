// How long an issue stood at a stage and whether it left in time; one row for each stage it has left. Appended, never changed.
import { Entity, Index, ManyToOne, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import type { Rel } from '@mikro-orm/postgresql'
import { v7 as uuidv7 } from 'uuid'
import type { Context } from '../shared/context.ts'
import { Scoped } from '../shared/scope.ts'
import { Issue } from './issue.entity.ts'
import { officers } from './rights.ts'

@Entity({ tableName: 'issue_stay' })
@Index({ properties: ['division', 'leftAt'] })
@Index({ properties: ['issue'] })
@Scoped(officers)
export class IssueStay {
  @PrimaryKey({ type: 'uuid' }) id!: string
  @ManyToOne({ entity: () => Issue }) issue!: Rel<Issue>
  @Property({ type: 'text' }) division!: string
  @Property({ type: 'text' }) status!: string
  /** Where it went from there. */
  @Property({ type: 'text' }) to!: string
  @Property({ type: 'datetime' }) enteredAt!: Date
  @Property({ type: 'datetime' }) leftAt!: Date
  /** The end of the clock that ran; null when none ran, or when it was only stopped for a while. */
  @Property({ type: 'datetime', nullable: true }) dueAt: Date | null = null
  /** Whether enough were satisfied, by the rule of that day; null where nothing was judged, or it was only suspended. */
  @Property({ type: 'boolean', nullable: true }) isSatisfied: boolean | null = null
}

/** Notes that an issue has left a stage. */
export const recordStay = (
  ctx: Context,
  issue: Issue,
  left: Pick<IssueStay, 'status' | 'enteredAt' | 'dueAt' | 'isSatisfied'>,
): void =>
  void ctx.em.persist(
    ctx.em.create(IssueStay, {
      id: uuidv7(),
      issue,
      division: issue.division,
      to: issue.status,
      leftAt: ctx.now,
      ...left,
      ...(issue.status === 'SUSPENDED' && { dueAt: null, isSatisfied: null }),
    }),
  )
