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
  @Property({ type: 'datetime' }) enteredAt!: Date
  @Property({ type: 'datetime' }) leftAt!: Date
  /** The end of the clock that ran; null when none ran, or when it was only stopped for a while. */
  @Property({ type: 'datetime', nullable: true }) dueAt: Date | null = null
}

/** Notes that an issue has left a stage; it entered with the last event that led there. */
export const recordStay = async (ctx: Context, issue: Issue, status: string, dueAt: Date | null): Promise<void> => {
  await ctx.em.execute(
    `insert into compacts.issue_stay (id, issue_id, division, status, entered_at, left_at, due_at)
     select ?, e.stream, ?, ?, max(e."at"), ?, ? from compacts.event e
      where e.stream = ? and e."to" = ? and e."from" is distinct from e."to" group by e.stream`,
    [uuidv7(), issue.division, status, ctx.now, issue.status === 'SUSPENDED' ? null : dueAt, issue.id, status],
  )
}
