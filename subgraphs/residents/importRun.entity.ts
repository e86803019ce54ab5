// A spreadsheet on its way in, its parts, and its rows. Parts and rows are sealed, and deleted a week after the end.
import { Check, Entity, Enum, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { For } from '../shared/access.ts'
import type { Stateful } from '../shared/event.ts'
import type { StateOf } from '../shared/machine.ts'
import { machineTypes } from '../shared/machineTypes.ts'
import { heldBy, Scoped } from '../shared/scope.ts'
import type { Text } from '../shared/words.ts'
import type { Matched } from './import.rules.ts'
import { importRunMachine } from './importRun.machine.ts'
import { COMMITTEE_STAFF } from './resident.rules.ts'

export const importRunTypes = machineTypes(importRunMachine)

@For(...COMMITTEE_STAFF)
@ObjectType({ description: 'One import of residents from a spreadsheet, with its counts.' })
@Entity({ tableName: 'import_run' })
@Scoped(heldBy(COMMITTEE_STAFF))
@Index({ properties: ['division', 'createdAt'] })
@Check({ name: 'import_run_parts', expression: 'parts >= 1 and parts <= 64' })
export class ImportRun implements Stateful {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Field(() => importRunTypes.Status) @Enum({ items: () => importRunTypes.Status }) status: StateOf<typeof importRunMachine> =
    'UPLOADING'
  @Property({ type: 'text', nullable: true }) previousStatus: string | null = null
  @Property({ type: 'text' }) division!: string
  @Field(() => String) @Property({ type: 'text' }) fileName!: string
  @Field(() => Int, { description: 'How many parts the file comes in.' }) @Property({ type: 'integer' }) parts!: number
  @Field(() => Int) @Property({ type: 'integer' }) received: number = 0
  @Field(() => Int, { description: 'Rows with something in them.' }) @Property({ type: 'integer' }) rows: number = 0
  @Field(() => Int, { description: 'Rows looked at so far, in the check or in the import.' })
  @Property({ type: 'integer' })
  done: number = 0
  @Field(() => Int, { description: 'Rows that can be entered.' }) @Property({ type: 'integer' }) valid: number = 0
  @Field(() => Int) @Property({ type: 'integer' }) invalid: number = 0
  @Field(() => Int, { description: 'People entered.' }) @Property({ type: 'integer' }) created: number = 0
  @Field(() => Int, { description: 'People whose entry changed.' }) @Property({ type: 'integer' }) updated: number = 0
  @Field(() => Int, { description: 'People who were there already, the same.' })
  @Property({ type: 'integer' })
  unchanged: number = 0
  @Field(() => String, { nullable: true, description: 'Why the file could not be read.' })
  @Property({ type: 'text', nullable: true })
  problem: string | null = null
  @Field(() => [String], { description: 'Headings of the sheet as they stand, once they have to be matched.' })
  @Property({ type: 'json', default: '[]' })
  headings: string[] = []
  /** Which heading stands for a column of the form, where they differ. */
  @Property({ type: 'json', default: '{}' }) matched: Matched = {}
  @Property({ type: 'text', lazy: true }) key!: string
  /** The last line that was entered. */
  @Property({ type: 'integer' }) reached: number = 0
  /** When the work last moved on; it is taken up again when it stands still. */
  @Property({ type: 'datetime', nullable: true }) movedAt: Date | null = null
  @Property({ type: 'datetime', nullable: true }) dueAt: Date | null = null
  @Property({ type: 'datetime', nullable: true }) endedAt: Date | null = null
  @Field(() => Date) @Property({ type: 'datetime' }) createdAt!: Date
}

@Entity({ tableName: 'import_part' })
@Scoped(() => true)
export class ImportPart {
  @PrimaryKey({ type: 'uuid' }) run!: string
  @PrimaryKey({ type: 'integer' }) place!: number
  @Property({ type: 'text' }) sealed!: string
}

@ObjectType({ description: 'One thing wrong with one cell.' })
@For(...COMMITTEE_STAFF)
export class CellError {
  @Field(() => String, { description: 'Heading of the column.' }) column!: string
  /** In both languages; the resolver picks. */
  reason!: Text
}

@Entity({ tableName: 'import_row' })
@Scoped(() => true)
@Index({ properties: ['run', 'hasErrors', 'line'] })
export class ImportRow {
  @PrimaryKey({ type: 'uuid' }) run!: string
  /** The line of the sheet, as the spreadsheet program numbers it. */
  @PrimaryKey({ type: 'integer' }) line!: number
  @Property({ type: 'text' }) sealed!: string
  @Property({ type: 'json' }) errors: CellError[] = []
  @Property({ type: 'boolean' }) hasErrors: boolean = false
}
