// Where the money of a round comes from, what its form and score sheet are copied from, and the round itself.
import { OptionalProps } from '@mikro-orm/core'
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import type { Rel } from '@mikro-orm/postgresql'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { For, Key, Public, SignedIn } from '../shared/access.ts'
import type { Role } from '../shared/actor.ts'
import type { Stateful } from '../shared/event.ts'
import { machineTypes } from '../shared/machineTypes.ts'
import { anyOf, heldBy, Scoped } from '../shared/scope.ts'
import { CONDITIONS, type Condition } from './grantEligibility.rules.ts'
import { FundKept, RoundFixed } from './grantGuards.ts'
import { microGrantRoundMachine, type RoundStatus } from './grantRound.machine.ts'
import { GRANT_FIELDS, type GrantField } from './grantRound.rules.ts'
import { Kept } from './guards.ts'
import { enumOf } from './words.ts'

export const roundTypes = machineTypes(microGrantRoundMachine)
export const FieldName = enumOf('GrantField', 'What a grant is for (资助领域).', GRANT_FIELDS)
export const ConditionName = enumOf('GrantCondition', 'What an applicant must meet (申报条件).', CONDITIONS)

/** Officers who see rounds of their divisions, drafts too, and everything applied for in them. */
export const WATCHERS = [
  'DISTRICT_CIVIL_AFFAIRS',
  'SUBDISTRICT_OFFICER',
  'SUBDISTRICT_LEAD',
  'DISTRICT_FINANCE',
  'DISTRICT_JOINT_MEETING',
  'AUDITOR',
] as const satisfies readonly Role[]
export const watchers = heldBy(WATCHERS)

@Public()
@ObjectType({ description: 'One thing reviewers score (评分指标).' })
@InputType('GrantCriterionInput')
export class GrantCriterion {
  @Field(() => String) key!: string
  @Field(() => String) label!: string
  @Field(() => Int, { description: 'Points at most, 1 to 100.' }) points!: number
  @Field(() => Int, { description: 'Weight in hundredths of a percent; all sum to 10,000.' }) weight!: number
}

@Public()
@ObjectType({ description: 'One part of the form applicants fill in.' })
@InputType('GrantSectionInput')
export class GrantSection {
  @Field(() => String) key!: string
  @Field(() => String) label!: string
  @Field(() => String) hint!: string
  @Field(() => Int, { description: 'Longest text, in characters.' }) limit!: number
}

@Public()
@ObjectType({ description: 'A condition applicants must meet.' })
@InputType('GrantConditionInput')
export class GrantConditionRow {
  @Field(() => ConditionName) code!: Condition
  @Field(() => Int, { nullable: true, description: 'The grade, the number of awards or months; none for the others.' })
  value!: number | null
}

@SignedIn()
@ObjectType({ description: 'A fund line rounds draw from: the welfare-lottery fund of a year.' })
@Entity({ tableName: 'grant_fund' })
@FundKept()
@Unique({ properties: ['division', 'name', 'year'], name: 'grant_fund_once' })
@Check({ name: 'grant_fund_amount', expression: 'amount > 0' })
@Scoped(watchers)
export class GrantFund {
  declare [OptionalProps]?: 'version'
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Property({ type: 'text' }) division!: string
  @Field(() => String) @Property({ type: 'text' }) name!: string
  @Field(() => Int) @Property({ type: 'integer' }) year!: number
  @Field(() => Int, { description: 'In fen.' }) @Property({ type: 'integer' }) amount!: number
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) createdAt!: Date
}

@SignedIn()
@ObjectType({
  description: 'A form with its score sheet; a round takes a copy when it is announced, later edits reach only later rounds.',
})
@Entity({ tableName: 'grant_template' })
@Unique({ properties: ['division', 'name'], name: 'grant_template_once' })
@Scoped(watchers)
export class GrantTemplate {
  declare [OptionalProps]?: 'version'
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Property({ type: 'text' }) division!: string
  @Field(() => String) @Property({ type: 'text' }) name!: string
  @Field(() => [GrantSection]) @Property({ type: 'json' }) form: GrantSection[] = []
  @Field(() => [GrantCriterion]) @Property({ type: 'json' }) criteria: GrantCriterion[] = []
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) createdAt!: Date
}

const officer = For(...WATCHERS)

@Key()
@Public()
@ObjectType({ description: 'A round of micro-venture grants (公益微创投批次). Drafts are seen by officers only.' })
@Entity({ tableName: 'micro_grant_round' })
@Kept('micro_grant_round', microGrantRoundMachine)
@RoundFixed()
@Index({ properties: ['division', 'status', 'createdAt'] })
@Index({ properties: ['status', 'opensOn'] })
@Unique({ properties: ['code'], name: 'grant_round_code_once' })
@Check({ name: 'grant_round_pool', expression: 'pool > 0 and cap > 0' })
@Check({
  name: 'grant_round_reviewers',
  expression: 'reviewers % 2 = 1 and reviewers >= 3 and quorum >= 3 and quorum <= reviewers',
})
@Check({ name: 'grant_round_days', expression: 'closes_on >= opens_on' })
@Scoped((actor) => anyOf(watchers(actor), { announcedAt: { $ne: null } }))
export class MicroGrantRound implements Stateful {
  declare [OptionalProps]?: 'version' | 'status'
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Field(() => roundTypes.Status) @Enum({ items: () => roundTypes.Status }) status: RoundStatus = 'DRAFT'
  @Property({ type: 'text', nullable: true }) previousStatus: string | null = null
  @Property({ type: 'text' }) division!: string
  @SignedIn() @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) dueAt: Date | null = null

  @Field(() => String, { description: 'Short code, part of the number of each award: 2026-01.' })
  @Property({ type: 'text' })
  code!: string
  @Field(() => String) @Property({ type: 'text' }) title!: string
  @ManyToOne({ entity: () => GrantFund, deleteRule: 'no action' }) fund!: Rel<GrantFund>
  @ManyToOne({ entity: () => GrantTemplate, deleteRule: 'no action' }) template!: Rel<GrantTemplate>
  @Field(() => Int, { description: 'What is given in all, in fen.' }) @Property({ type: 'integer' }) pool!: number
  @Field(() => Int, { description: 'Most for one project, in fen.' }) @Property({ type: 'integer' }) cap!: number
  @Field(() => [FieldName]) @Property({ type: 'json' }) fields: GrantField[] = []
  @Field(() => Boolean, { description: 'Reviewers do not learn who applies.' }) @Property({ type: 'boolean' }) isBlind!: boolean
  @Field(() => [Int], { description: 'Shares of the instalments, in hundredths of a percent.' })
  @Property({ type: 'json' })
  shares: number[] = []
  @Field(() => [GrantSection], { description: 'The form, as it stood when the round was announced.' })
  @Property({ type: 'json' })
  form: GrantSection[] = []
  @Field(() => [GrantCriterion], { description: 'The score sheet, as it stood when the round was announced.' })
  @Property({ type: 'json' })
  criteria: GrantCriterion[] = []
  @Field(() => [GrantConditionRow]) @Property({ type: 'json' }) conditions: GrantConditionRow[] = []
  @Field(() => String, { description: 'First day of the call: 2026-01-01.' }) @Property({ type: 'date' }) opensOn!: string
  @Field(() => String, { description: 'Last day of the call.' }) @Property({ type: 'date' }) closesOn!: string
  @Field(() => Int, { description: 'Reviewers drawn for each application; odd, 3 or more.' })
  @Property({ type: 'integer' })
  reviewers!: number
  @Field(() => Int, { description: 'Locked scores an application needs.' }) @Property({ type: 'integer' }) quorum!: number
  @Field(() => Boolean, { description: 'Of five or more scores the highest and the lowest are left out.' })
  @Property({ type: 'boolean' })
  dropsExtremes!: boolean
  @Field(() => Int, { description: 'From this spread of scores on an application is flagged, in hundredths of a percent.' })
  @Property({ type: 'integer' })
  spreadAlarm!: number
  @officer
  @Field(() => String, {
    nullable: true,
    description: 'The seed by which ties of the ranking are drawn; logged when the scores are locked.',
  })
  @Property({ type: 'text', nullable: true })
  seed: string | null = null
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true, length: 3 }) announcedAt: Date | null =
    null
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true, length: 3 }) publishedAt: Date | null =
    null
  @Field(() => Date, { nullable: true, description: 'Until when objections are taken.' })
  @Property({ type: 'datetime', nullable: true, length: 3 })
  publicUntil: Date | null = null
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true, length: 3 }) finalisedAt: Date | null =
    null
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) createdAt!: Date
}
