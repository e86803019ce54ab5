// What callers send about compacts.
import { Field, ID, InputType, Int } from 'type-graphql'
import { AMONG } from './among.ts'
import { CompactKindName, compactTypes, Legality } from './compact.entity.ts'
import type { CompactStatus } from './compact.machine.ts'
import type { CompactKind, LegalityCheck } from './compact.rules.ts'

@InputType()
export class CompactInput {
  @Field(() => String) title!: string
  @Field(() => String, { description: 'The officer who answers for the text.' }) owner!: string
  @Field(() => CompactKindName, { defaultValue: 'COMPACT', description: 'Fixed once drafted.' }) kind!: CompactKind
  @Field(() => [String], { description: 'Articles in order; they are numbered from 1.' }) articles!: string[]
}

@InputType()
export class ArticleCheck {
  @Field(() => Int) number!: number
  @Field(() => [Legality], { description: 'The checks it passes.' }) passed!: LegalityCheck[]
  @Field(() => String, { nullable: true }) note?: string
}

@InputType()
export class CompactFilter {
  @Field(() => [ID], { nullable: true, description: AMONG }) ids?: string[]
  @Field(() => ID, { nullable: true, description: 'In this division or below it.' }) division?: string
  @Field(() => [compactTypes.Status], { nullable: true }) status?: CompactStatus[]
  @Field(() => [CompactKindName], { nullable: true }) kind?: CompactKind[]
  @Field(() => String, { nullable: true, description: 'Part of the title.' }) text?: string
}
