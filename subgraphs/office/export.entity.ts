// A list that somebody took out of the platform as a sheet: what, how much of it, and what for. The rows themselves are not kept.
import { OptionalProps } from '@mikro-orm/core'
import { Check, Entity, Index, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { SignedIn } from '../shared/access.ts'
import type { Recorded } from '../shared/event.ts'
import { anyOf, heldBy, Scoped } from '../shared/scope.ts'

/** As many rows as one sheet may hold. */
export const MOST_ROWS = 10_000

@SignedIn()
@ObjectType({ description: 'A list exported as a sheet. The rows are not kept; auditors see every record, others their own.' })
@Entity({ tableName: 'export_record' })
@Unique({ properties: ['number'], name: 'export_record_number_unique' })
@Check({ name: 'export_record_rows_bounded', expression: `rows >= 0 and rows <= ${MOST_ROWS}` })
@Index({ properties: ['at', 'id'] })
@Index({ properties: ['account', 'at'] })
@Scoped((actor) => anyOf(heldBy(['AUDITOR', 'SEC_ADMIN'])(actor), actor.id !== null && { account: actor.id }))
export class ExportRecord implements Recorded {
  [OptionalProps]?: 'version'
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Field(() => String, { description: 'Stands on the sheet as well: DC2026-0001.' }) @Property({ type: 'text' }) number!: string
  @Field(() => String, { description: 'The name of the list, such as `issues`.' }) @Property({ type: 'text' }) list!: string
  @Field(() => String, { description: 'What the list is called on its page.' }) @Property({ type: 'text' }) title!: string
  @Field(() => [String], { description: 'The conditions that were on, in words.' })
  @Property({ type: 'text[]' })
  filters!: string[]
  @Field(() => [String], { description: 'The columns of the sheet, in words.' }) @Property({ type: 'text[]' }) fields!: string[]
  @Field(() => Int, { description: 'How many rows the list had when the export began.' })
  @Property({ type: 'integer' })
  rows!: number
  @Field(() => String, { nullable: true, description: 'What for; always given where the list holds personal data.' })
  @Property({ type: 'text', nullable: true })
  purpose!: string | null
  @Index() @Property({ type: 'text' }) division!: string
  @Property({ type: 'text' }) account!: string
  @Field(() => String, { description: 'Who exported it.' }) @Property({ type: 'text' }) by!: string
  @Field(() => Date) @Property({ type: 'datetime', length: 3 }) at!: Date
}

/** The last number given in a year. */
@Entity({ tableName: 'export_counter' })
@Scoped(() => true)
export class ExportCounter {
  @PrimaryKey({ type: 'integer', autoincrement: false }) year!: number
  @Property({ type: 'integer' }) last!: number
}
