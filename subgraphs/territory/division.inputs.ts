import { Field, ID, InputType, registerEnumType } from 'type-graphql'
import type { DivisionKind } from './division.rules.ts'
import { Kind } from './division.entity.ts'

export const DivisionOrder = { CODE: 'CODE', PINYIN: 'PINYIN' } as const
registerEnumType(DivisionOrder, { name: 'DivisionOrder', description: 'By code, or by the pinyin of the name.' })

@InputType()
export class DivisionFilter {
  @Field(() => String, {
    nullable: true,
    description: 'Part of the name, of its pinyin, its first letters, or the beginning of the code.',
  })
  search?: string
  @Field(() => ID, { nullable: true, description: 'Directly below this division.' }) parent?: string
  @Field(() => ID, { nullable: true, description: 'This division and everything below it.' }) within?: string
  @Field(() => [Kind], { nullable: true }) kinds?: DivisionKind[]
  @Field(() => Boolean, { defaultValue: false, description: 'Also divisions that no longer exist.' }) ended: boolean = false
}

@InputType()
export class CreateDivisionInput {
  @Field(() => ID, { description: '12 digits; its band decides the kind.' }) code!: string
  @Field(() => String) name!: string
  @Field(() => String, { description: 'The name in pinyin, without tones or spaces.' }) pinyin!: string
  @Field(() => String, { description: 'First letters of the pinyin.' }) initials!: string
  @Field(() => String, { description: 'YYYY-MM-DD' }) validFrom!: string
  @Field(() => [ID], { description: 'Codes of the divisions it is made from.', defaultValue: [] }) predecessors!: string[]
}

@InputType()
export class ReviseDivisionInput {
  @Field(() => String, { nullable: true }) name?: string
  @Field(() => String, { nullable: true }) pinyin?: string
  @Field(() => String, { nullable: true }) initials?: string
  @Field(() => String, { nullable: true, description: 'Last day on which it exists, YYYY-MM-DD.' }) validTo?: string
}
