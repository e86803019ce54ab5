// A grant made elsewhere or before, taken over as history: as its publisher told it, in the words of the 360Giving standard.
import { Check, Entity, Index, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy'
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { Public } from '../shared/access.ts'
import { Scoped } from '../shared/scope.ts'

@Public()
@ObjectType({ description: 'An organisation, as the publisher of a grant names it.' })
@InputType('PastGrantPartyInput')
export class PastGrantParty {
  @Field(() => String, { description: 'Identifier by org-id.guide: CN-USCI-…, GB-CHC-….' }) id!: string
  @Field(() => String) name!: string
  @Field(() => String, { nullable: true }) charityNumber?: string | null
  @Field(() => String, { nullable: true }) postalCode?: string | null
  @Field(() => String, { nullable: true }) url?: string | null
}

@Public()
@ObjectType({ description: 'A programme, as the publisher of a grant names it.' })
@InputType('PastGrantProgrammeInput')
export class PastGrantProgramme {
  @Field(() => String, { nullable: true }) code?: string | null
  @Field(() => String, { nullable: true }) title?: string | null
}

@Public()
@ObjectType({ description: 'Where a grant does good, as its publisher names it.' })
@InputType('PastGrantPlaceInput')
export class PastGrantPlace {
  @Field(() => String, { nullable: true }) name?: string | null
  @Field(() => String, { nullable: true }) countryCode?: string | null
  @Field(() => String, { nullable: true }) geoCode?: string | null
}

@Public()
@ObjectType({ description: 'A grant made before or elsewhere, kept as history (历史资助).' })
@Entity({ tableName: 'past_grant' })
@Unique({ properties: ['grantId'], name: 'past_grant_once' })
@Index({ properties: ['awardDate'] })
@Check({ name: 'past_grant_amount', expression: 'amount_awarded > 0' })
@Check({ name: 'past_grant_currency', expression: `currency ~ '^[A-Z]{3}$'` })
@Scoped(() => true)
export class PastGrant {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => String, { description: 'Its identifier in the world: 360G-…; known once.' })
  @Property({ type: 'text' })
  grantId!: string
  @Field(() => String) @Property({ type: 'text' }) title!: string
  @Field(() => String) @Property({ type: 'text' }) description!: string
  @Field(() => String, { description: 'ISO 4217. Sums are given for each currency apart.' })
  @Property({ type: 'text' })
  currency!: string
  @Field(() => Int, { description: 'In hundredths of the currency.' }) @Property({ type: 'integer' }) amountAwarded!: number
  @Field(() => String, { description: 'As published: a day or a moment.' }) @Property({ type: 'text' }) awardDate!: string
  @Field(() => String, { nullable: true, description: 'Yes or No.' })
  @Property({ type: 'text', nullable: true })
  fromOpenCall!: string | null
  @Field(() => String, {
    nullable: true,
    description: 'Set when money was granted on: common regrant, so that it is counted once.',
  })
  @Property({ type: 'text', nullable: true })
  regrantType!: string | null
  @Field(() => String, { nullable: true }) @Property({ type: 'text', nullable: true }) dataSource!: string | null
  @Field(() => [PastGrantParty]) @Property({ type: 'json' }) funders!: PastGrantParty[]
  @Field(() => [PastGrantParty]) @Property({ type: 'json' }) recipients!: PastGrantParty[]
  @Field(() => [PastGrantProgramme]) @Property({ type: 'json' }) programmes!: PastGrantProgramme[]
  @Field(() => [PastGrantPlace], { nullable: true }) @Property({ type: 'json', nullable: true }) places!: PastGrantPlace[] | null
  @Property({ type: 'datetime', length: 3 }) at!: Date
}
