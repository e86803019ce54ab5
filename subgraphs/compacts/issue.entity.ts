// An issue residents or their committee raise, and who stands behind it.
import { OptionalProps } from '@mikro-orm/core'
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import type { Rel } from '@mikro-orm/postgresql'
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Key, SignedIn } from '../shared/access.ts'
import type { Stateful } from '../shared/event.ts'
import { machineTypes } from '../shared/machineTypes.ts'
import { allOf, anyOf, Scoped } from '../shared/scope.ts'
import { issueMachine, type IssueStatus } from './issue.machine.ts'
import { neighbours, officers } from './rights.ts'
import { Kept } from './guards.ts'

export const issueTypes = machineTypes(issueMachine)

export enum IssueScope {
  SELF_GOVERNANCE = 'SELF_GOVERNANCE',
  CO_GOVERNANCE = 'CO_GOVERNANCE',
  GOVERNMENT = 'GOVERNMENT',
}
registerEnumType(IssueScope, {
  name: 'IssueScope',
  description: 'Whose business an issue is.',
  valuesConfig: {
    SELF_GOVERNANCE: { description: 'The residents decide by themselves (自治).' },
    CO_GOVERNANCE: { description: 'Residents and others together (共治).' },
    GOVERNMENT: { description: "The government's business (政府事项)." },
  },
})

export enum RejectionCode {
  OUT_OF_SCOPE = 'OUT_OF_SCOPE',
  UNLAWFUL = 'UNLAWFUL',
  SETTLED = 'SETTLED',
  PERSONAL_DISPUTE = 'PERSONAL_DISPUTE',
  NO_SUBSTANCE = 'NO_SUBSTANCE',
}
registerEnumType(RejectionCode, {
  name: 'RejectionCode',
  description: 'Why an issue is not taken up; shown publicly, without names.',
  valuesConfig: {
    OUT_OF_SCOPE: { description: 'Not for the community to decide (超出自治范围).' },
    UNLAWFUL: { description: 'Against the law (违反法律法规).' },
    SETTLED: { description: 'Decided already (已有处理结论).' },
    PERSONAL_DISPUTE: { description: 'A dispute between persons (个人纠纷).' },
    NO_SUBSTANCE: { description: 'Nothing to deliberate on (无实质内容).' },
  },
})

@Key()
@SignedIn()
@ObjectType({ description: 'A matter of the community (议题), from proposal to conclusion.' })
@Entity({ tableName: 'issue' })
@Kept('issue', issueMachine)
@Unique({ properties: ['number'], name: 'issue_number_unique' })
@Index({ properties: ['division', 'status', 'createdAt'] })
@Index({ properties: ['createdAt', 'id'] })
@Index({ properties: ['author'] })
@Index({ properties: ['dueAt'] })
@Index({
  name: 'issue_title_trgm',
  expression: 'create index "issue_title_trgm" on "compacts"."issue" using gin ("title" public.gin_trgm_ops)',
})
@Check({ name: 'issue_numbered', expression: `number is not null or status in ('DRAFT', 'WITHDRAWN')` })
@Check({
  name: 'issue_evaluation',
  expression: 'answers is null or (satisfied >= 0 and satisfied <= answers and answers <= households and households > 0)',
})
@Scoped((actor) =>
  anyOf(
    allOf(officers(actor), { status: { $ne: 'DRAFT' } }),
    allOf(neighbours(actor), { status: { $ne: 'DRAFT' } }),
    actor.resident !== null && { author: actor.resident },
    actor.id !== null && { raisedBy: actor.id },
  ),
)
export class Issue implements Stateful {
  declare [OptionalProps]?: 'version' | 'status' | 'needsAssembly' | 'hasAppealed' | 'reworks'
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Field(() => issueTypes.Status) @Enum({ items: () => issueTypes.Status }) status: IssueStatus = 'DRAFT'
  @Property({ type: 'text', nullable: true }) previousStatus: string | null = null
  @Property({ type: 'text' }) division!: string
  @Field(() => Date, { nullable: true, description: 'End of the clock that is running.' })
  @Property({ type: 'datetime', nullable: true })
  dueAt: Date | null = null

  @Field(() => String, { nullable: true, description: 'Given when it is submitted: YT2026-310113109043-0001.' })
  @Property({ type: 'text', nullable: true })
  number: string | null = null
  @Field(() => String) @Property({ type: 'text' }) title!: string
  @Field(() => String) @Property({ type: 'text' }) body!: string
  /** The resident who raised it. */
  @Property({ type: 'uuid' }) author!: string
  /** The account that entered it. */
  @Property({ type: 'text' }) raisedBy!: string

  @Field(() => IssueScope, { nullable: true }) @Enum({ items: () => IssueScope, nullable: true }) scope: IssueScope | null = null
  @Field(() => String, { nullable: true, description: 'The officer or unit that leads it.' })
  @Property({ type: 'text', nullable: true })
  lead: string | null = null
  @Field(() => Boolean, { description: "Must be decided by a residents' or representatives' meeting." })
  @Property({ type: 'boolean' })
  needsAssembly: boolean = true
  @Property({ type: 'text', nullable: true }) screenedBy: string | null = null
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) submittedAt: Date | null = null
  @Field(() => Date, { nullable: true, description: 'When the first reply is due: 15 hours after submission.' })
  @Property({ type: 'datetime', nullable: true })
  replyDueAt: Date | null = null
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) repliedAt: Date | null = null
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) reply: string | null = null
  @Property({ type: 'datetime', nullable: true }) returnedAt: Date | null = null
  @Property({ type: 'datetime', nullable: true }) revisedAt: Date | null = null
  @Field(() => RejectionCode, { nullable: true })
  @Enum({ items: () => RejectionCode, nullable: true })
  rejectionCode: RejectionCode | null = null
  @Field(() => Date, { nullable: true, description: 'Until when the author may appeal.' })
  @Property({ type: 'datetime', nullable: true })
  appealUntil: Date | null = null
  @Property({ type: 'boolean' }) hasAppealed: boolean = false
  @Field(() => String, { nullable: true, description: 'What the community Party organisation found (居委会组织法第三十条).' })
  @Property({ type: 'text', nullable: true })
  partyOpinion: string | null = null
  @Property({ type: 'datetime', nullable: true }) failedAt: Date | null = null
  @Field(() => Int, { nullable: true, description: 'Answers to the evaluation survey.' })
  @Property({ type: 'integer', nullable: true })
  answers: number | null = null
  @Field(() => Int, { nullable: true, description: 'Satisfied answers.' })
  @Property({ type: 'integer', nullable: true })
  satisfied: number | null = null
  @Field(() => Int, { nullable: true, description: 'Households the survey concerns.' })
  @Property({ type: 'integer', nullable: true })
  households: number | null = null
  @Property({ type: 'integer' }) reworks: number = 0
  @Field(() => String, { nullable: true, description: 'Why the supervision committee lets a result below the threshold stand.' })
  @Property({ type: 'text', nullable: true })
  allowance: string | null = null
  /** What was left of the running clock when it was suspended. */
  @Property({ type: 'integer', nullable: true }) remainingSeconds: number | null = null
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) createdAt!: Date
}

/** One resident stands behind an issue; once. */
@Entity({ tableName: 'issue_support' })
@Scoped(() => true)
export class IssueSupport {
  @ManyToOne({ entity: () => Issue, primary: true }) issue!: Rel<Issue>
  @PrimaryKey({ type: 'uuid' }) resident!: string
  @Property({ type: 'datetime' }) at!: Date
}

/** The last number given in a committee and year. */
@Entity({ tableName: 'issue_counter' })
@Scoped(() => true)
export class IssueCounter {
  @PrimaryKey({ type: 'text' }) division!: string
  @PrimaryKey({ type: 'integer' }) year!: number
  @Property({ type: 'integer' }) last!: number
}
