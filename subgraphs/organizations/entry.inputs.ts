// What callers send about entries of the directory.
import { Field, ID, InputType } from 'type-graphql'
import { AMONG } from './among.ts'
import { entryTypes, EvidenceName } from './entry.entity.ts'
import type { EntryStatus } from './entry.machine.ts'
import type { Evidence } from './entry.rules.ts'

@InputType({ description: 'A file that proves something, by the receipt its upload was answered with.' })
export class EvidenceFileInput {
  @Field(() => EvidenceName) evidence!: Evidence
  @Field(() => String) file!: string
}

@InputType()
export class QualificationInput {
  @Field(() => [String], { description: 'Fields of service, 1 to 10.' }) fields!: string[]
  @Field(() => [EvidenceName], { description: 'What is handed in on paper; what comes as a file need not stand here.' })
  evidence!: Evidence[]
  @Field(() => [EvidenceFileInput], { defaultValue: [], description: 'Files, beside those that were handed in before.' })
  files!: EvidenceFileInput[]
  @Field(() => String, { description: 'How it meets what is asked.' }) statement!: string
}

@InputType()
export class QualifiedEntryFilter {
  @Field(() => [ID], { nullable: true, description: AMONG }) ids?: string[]
  @Field(() => ID, { nullable: true, description: 'In this division or below it.' }) division?: string
  @Field(() => ID, { nullable: true }) organization?: string
  @Field(() => [entryTypes.Status], { nullable: true }) status?: EntryStatus[]
}
