// A place that is governed: from the province down to the committee, by its 12-digit statistical code, with its dates.
import { OptionalProps } from '@mikro-orm/core'
import { Entity, Enum, Formula, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql'
import { Key, Public } from '../shared/access.ts'
import { TownManagedCommunity } from './community.entity.ts'
import { DIVISION_KINDS, type DivisionKind } from './division.rules.ts'
import { Scoped } from '../shared/scope.ts'

export const Kind = Object.fromEntries(Object.keys(DIVISION_KINDS).map((k) => [k, k])) as { readonly [K in DivisionKind]: K }

registerEnumType(Kind, {
  name: 'DivisionKind',
  description: 'What a division is; read from the bands of its code (GB/T 2260, GB/T 10114).',
  valuesConfig: Object.fromEntries(
    Object.entries(DIVISION_KINDS).map(([k, words]) => [k, { description: `${words.en} (${words.zh}).` }]),
  ) as never,
})

const trigrams = (column: string) => ({
  name: `division_${column}_trgm`,
  expression: `create index "division_${column}_trgm" on "territory"."division" using gin ("${column}" public.gin_trgm_ops)`,
})

@Public()
@Key('code')
@ObjectType({ description: 'An administrative division (行政区划), known by its 12-digit statistical code.' })
@Entity({ tableName: 'division' })
@Scoped(() => true)
@Index({ properties: ['parentCode', 'code'] })
@Index(trigrams('name'))
@Index(trigrams('pinyin'))
@Index(trigrams('initials'))
export class Division {
  declare [OptionalProps]?: 'division'

  @PrimaryKey({ type: 'uuid' }) id!: string

  @Field(() => ID, { description: '12 digits: 310113000000 a district, 310113109000 a town, 310113109043 a committee.' })
  @Property({ type: 'text', unique: true })
  code!: string

  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Field(() => String) @Property({ type: 'text' }) name!: string
  @Field(() => Kind) @Enum({ items: () => Object.keys(DIVISION_KINDS) }) kind!: DivisionKind
  @Property({ type: 'text', nullable: true }) parentCode!: string | null

  @Field(() => String, { description: 'The names from the province down, as one writes an address.' })
  @Property({ type: 'text' })
  path!: string

  @Field(() => String, { description: 'The name in pinyin, without tones or spaces.' })
  @Property({ type: 'text' })
  pinyin!: string
  @Field(() => String, { description: 'First letters of the pinyin.' }) @Property({ type: 'text' }) initials!: string

  @Field(() => String, {
    description: 'First day on which it exists, YYYY-MM-DD; the edition of the data for those that came with it.',
  })
  @Property({ type: 'text' })
  validFrom!: string

  @Field(() => String, { nullable: true, description: 'Last day on which it exists; null while it does.' })
  @Property({ type: 'text', nullable: true })
  validTo: string | null = null

  @Field(() => [ID], { description: 'Codes of the divisions it was made from.' })
  @Property({ type: 'array', columnType: 'text[]' })
  predecessors: string[] = []

  /** The community it belongs to. */
  @Formula<Division>(
    (row) =>
      `select to_json(c) from (select id, version, division, name, committees, created_at as "createdAt" from territory.community where committees @> array[${row.code}] limit 1) c`,
    { type: 'json', lazy: true },
  )
  managed?: TownManagedCommunity | null

  /** Where its own history is recorded: in itself. */
  get division(): string {
    return this.code
  }
}
