// A survey of the households a project concerns, and their answers: one for each household.
import { OptionalProps } from '@mikro-orm/core'
import { Check, Entity, Enum, Index, ManyToOne, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import type { Rel } from '@mikro-orm/postgresql'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Key, SignedIn } from '../shared/access.ts'
import type { Stateful } from '../shared/event.ts'
import { machineTypes } from '../shared/machineTypes.ts'
import { anyOf, Scoped } from '../shared/scope.ts'
import { Kept } from './guards.ts'
import { Issue } from './issue.entity.ts'
import { neighbours, officers } from './rights.ts'
import { surveyMachine, type SurveyStatus } from './survey.machine.ts'
import { ANSWER_CHANNELS, type AnswerChannel } from './survey.rules.ts'
import { enumOf } from './words.ts'

export const surveyTypes = machineTypes(surveyMachine)
export const AnswerChannelName = enumOf('AnswerChannel', 'How an answer came in.', ANSWER_CHANNELS)

@Key()
@SignedIn()
@ObjectType({ description: 'A survey of the households a project concerns (满意度问卷).' })
@Entity({ tableName: 'survey' })
@Kept('survey', surveyMachine)
@Index({ properties: ['issue', 'createdAt'] })
@Index({
  name: 'survey_open_once',
  expression: `create unique index "survey_open_once" on "compacts"."survey" ("issue_id") where "status" = 'OPEN'`,
})
@Check({ name: 'survey_households', expression: 'households > 0' })
@Scoped((actor) => anyOf(officers(actor), neighbours(actor)))
export class Survey implements Stateful {
  declare [OptionalProps]?: 'version' | 'status'
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Field(() => surveyTypes.Status) @Enum({ items: () => surveyTypes.Status }) status: SurveyStatus = 'OPEN'
  @Property({ type: 'text', nullable: true }) previousStatus: string | null = null
  @Property({ type: 'text' }) division!: string
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) dueAt: Date | null = null

  @ManyToOne({ entity: () => Issue }) issue!: Rel<Issue>
  @Field(() => String, { description: 'Which households it concerns, in words: buildings 1 to 3.' })
  @Property({ type: 'text' })
  concerns!: string
  @Field(() => Int, { description: 'How many households that is.' }) @Property({ type: 'integer' }) households!: number
  @Field(() => Date, { description: 'The end of its last day.' }) @Property({ type: 'datetime' }) closesAt!: Date
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) createdAt!: Date
}

@Entity({ tableName: 'survey_answer' })
@Unique({ properties: ['survey', 'household'], name: 'survey_answer_once' })
@Unique({ properties: ['survey', 'sheet'], name: 'survey_sheet_once' })
@Check({ name: 'survey_answer_mark', expression: 'mark >= 1 and mark <= 5' })
@Check({
  name: 'survey_answer_unit',
  expression: `(channel = 'APP') = (household is not null) and (channel = 'PAPER') = (sheet is not null)`,
})
@Scoped(() => true)
export class SurveyAnswer {
  @PrimaryKey({ type: 'uuid' }) id!: string
  @ManyToOne({ entity: () => Survey }) survey!: Rel<Survey>
  @Enum({ items: () => Object.keys(ANSWER_CHANNELS) }) channel!: AnswerChannel
  /** The household, for answers through an app. */
  @Property({ type: 'uuid', nullable: true }) household: string | null = null
  /** The number of the paper sheet; sheets name nobody. */
  @Property({ type: 'text', nullable: true }) sheet: string | null = null
  @Property({ type: 'integer' }) mark!: number
  @Property({ type: 'text', nullable: true }) remark: string | null = null
  /** The account that entered it. */
  @Property({ type: 'text' }) enteredBy!: string
  @Property({ type: 'datetime' }) at!: Date
}
