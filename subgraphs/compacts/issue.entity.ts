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
import { Naming } from './naming.ts'

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

export enum CaseClass {
  COMPONENT = 'COMPONENT',
  EVENT = 'EVENT',
}
registerEnumType(CaseClass, {
  name: 'CaseClass',
  description: 'What kind of case an issue becomes when it is referred.',
  valuesConfig: {
    COMPONENT: { description: 'Something built or installed (部件).' },
    EVENT: { description: 'Something that happens (事件).' },
  },
})

/** One of the issues another is to be split into. */
export interface PartText {
  readonly title: string
  readonly body: string
}

@Key()
@SignedIn()
@ObjectType({ description: 'A matter of the community (议题), from proposal to conclusion.' })
@Entity({ tableName: 'issue' })
@Kept('issue', issueMachine)
@Unique({ properties: ['number'], name: 'issue_number_unique' })
@Index({ properties: ['division', 'status', 'createdAt'] })
@Index({ properties: ['createdAt', 'id'] })
@Index({ properties: ['author'] })
@Index({
  name: 'issue_due_in_order',
  expression: `create index "issue_due_in_order" on "compacts"."issue" ("due_at", "id", "division", "status") where "due_at" is not null`,
})
@Index({ properties: ['standsSince', 'id'] })
@Index({ properties: ['goesOnIn'], where: 'goes_on_in_id is not null' })
@Index({ properties: ['splitFrom'], where: 'split_from_id is not null' })
@Index({
  name: 'issue_submitted',
  expression: `create index "issue_submitted" on "compacts"."issue" ("division", "submitted_at") where "submitted_at" is not null`,
})
@Index({ properties: ['copiedFrom'], where: 'copied_from_id is not null' })
@Index({ properties: ['organization'], where: 'organization is not null' })
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
    actor.organization !== null && { organization: actor.organization },
  ),
)
export class Issue implements Stateful {
  declare [OptionalProps]?:
    | 'version'
    | 'status'
    | 'needsAssembly'
    | 'hasAppealed'
    | 'reworks'
    | 'naming'
    | 'isOnBehalf'
    | 'returns'
    | 'topics'
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
  @Field(() => Naming, { description: 'How far its author is named.' })
  @Enum({ items: () => Naming })
  naming: Naming = Naming.OFFICERS
  /** The author's name, where it is public; gone when they leave the roll. */
  @Property({ type: 'text', nullable: true }) publicName: string | null = null
  @Field(() => Boolean, {
    description: "Entered by the committee for its author; otherwise it came from the author's own account.",
  })
  @Property({ type: 'boolean', default: false })
  isOnBehalf: boolean = false
  /** How the author asked for it, where the committee entered it. */
  @Property({ type: 'text', nullable: true })
  consent: string | null = null
  @Field(() => Date, { nullable: true, description: 'Since when it stands where it stands.' })
  @Property({ type: 'datetime', nullable: true, length: 3 })
  standsSince: Date | null = null

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
  @Field(() => Date, { nullable: true, description: 'When it is to be decided whether it is taken up.' })
  @Property({ type: 'datetime', nullable: true })
  screeningDueAt: Date | null = null
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) repliedAt: Date | null = null
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) reply: string | null = null
  @Property({ type: 'datetime', nullable: true }) returnedAt: Date | null = null
  /** How often it was returned, and what was left of the screening clock then: it begins anew once only. */
  @Property({ type: 'integer', default: 0 }) returns: number = 0
  @Property({ type: 'integer', nullable: true }) screeningSeconds: number | null = null
  @Field(() => Date, { nullable: true, description: 'When its wording was changed last.' })
  @Property({ type: 'datetime', nullable: true })
  revisedAt: Date | null = null
  @Field(() => RejectionCode, { nullable: true })
  @Enum({ items: () => RejectionCode, nullable: true })
  rejectionCode: RejectionCode | null = null
  @Field(() => String, { nullable: true, description: 'Why it is not taken up, as everybody reads it.' })
  @Property({ type: 'text', nullable: true })
  rejection: string | null = null
  @Field(() => Date, { nullable: true, description: 'Until when the author may appeal.' })
  @Property({ type: 'datetime', nullable: true })
  appealUntil: Date | null = null
  @Property({ type: 'boolean' }) hasAppealed: boolean = false
  /** What the first of two supervision members found of the appeal, and who that was. */
  @Property({ type: 'boolean', nullable: true }) isRuledFor: boolean | null = null
  @Property({ type: 'text', nullable: true }) ruledBy: string | null = null
  @Field(() => String, { nullable: true, description: 'The unit it was referred to.' })
  @Property({ type: 'text', nullable: true })
  referredTo: string | null = null
  /** The department that answers the referral in its own account. */
  @Property({ type: 'uuid', nullable: true }) organization: string | null = null
  @Field(() => CaseClass, { nullable: true }) @Enum({ items: () => CaseClass, nullable: true }) caseClass: CaseClass | null = null
  @Field(() => String, { nullable: true, description: 'What came of the referral.' })
  @Property({ type: 'text', nullable: true })
  outcome: string | null = null
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
  @Field(() => String, { nullable: true, description: 'The document by which it is or was suspended.' })
  @Property({ type: 'text', nullable: true })
  suspensionDocument: string | null = null
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) suspendedAt: Date | null = null
  /** The issue it is to be merged into, or was. */
  @ManyToOne({ entity: () => Issue, nullable: true }) goesOnIn: Rel<Issue> | null = null
  /** The issue it was part of before it was split. */
  @ManyToOne({ entity: () => Issue, nullable: true }) splitFrom: Rel<Issue> | null = null
  /** The issue of the same author whose wording it takes up again. */
  @ManyToOne({ entity: () => Issue, nullable: true }) copiedFrom: Rel<Issue> | null = null
  /** The issues it is to be split into, or was. */
  @Property({ type: 'json', nullable: true }) partTexts: PartText[] | null = null
  /** Where it stood before a merger or split was proposed, and what was left of its clock. */
  @Property({ type: 'text', nullable: true }) stoodAt: string | null = null
  @Property({ type: 'integer', nullable: true }) stoodSeconds: number | null = null
  @Field(() => Date, { nullable: true, description: 'When it was merged or split.' })
  @Property({ type: 'datetime', nullable: true })
  regroupedAt: Date | null = null
  /** The account that asked to undo it. */
  @Property({ type: 'text', nullable: true }) restoreAskedBy: string | null = null
  @Field(() => [String], { description: 'What its next meeting must take up, such as an objection to a merger.' })
  @Property({ type: 'json', defaultRaw: `'[]'` })
  topics: string[] = []
  /** When the subdistrict was told that nothing happens. */
  @Property({ type: 'datetime', nullable: true }) alertedAt: Date | null = null
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
