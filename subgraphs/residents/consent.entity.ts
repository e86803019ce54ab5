// What a person has agreed to: for one purpose, to one version of the notice, until they take it back.
import { raw } from '@mikro-orm/core'
import { Entity, Enum, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy'
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { SignedIn } from '../shared/access.ts'
import { anyOf, heldBy, Scoped } from '../shared/scope.ts'
import { text, type Text } from '../shared/words.ts'
import { enumOf } from './resident.entity.ts'
import { COMMITTEE_STAFF } from './resident.rules.ts'

export const PURPOSES = {
  SERVICE_CONTACT: text('服务联系', 'Being contacted about services'),
  PARTNER_CONTACT: text('向合作社会组织提供联系方式', 'Passing the phone number to partner organisations (§23)'),
  CARE_VISIT: text('关爱走访', 'Care visits'),
  SAFETY_ALERT: text('平安提醒', 'Safety alerts'),
  PUBLIC_NAME: text('公开姓名', 'Showing the full name in public'),
} satisfies Record<string, Text>
export type Purpose = keyof typeof PURPOSES

export const CHANNELS = {
  APP: text('本人在线', 'By the person, online'),
  PAPER: text('书面', 'On paper, entered by an officer'),
} satisfies Record<string, Text>
export type Channel = keyof typeof CHANNELS

export const PurposeName = enumOf(
  PURPOSES,
  'ConsentPurpose',
  'What a person agrees to. Statutory duties need no consent and are not listed.',
)
export const ChannelName = enumOf(CHANNELS, 'ConsentChannel', 'How the consent was given.')

const household =
  'any(array(select r.id from residents.resident r where r.household_id = (select own.household_id from residents.resident own where own.id = ?)))'
const wards = 'any(array(select g.ward from residents.guardian g where g.guardian_resident = ? and g.ended_on is null))'

@SignedIn()
@ObjectType({ description: 'A consent to process personal data (个人信息保护法 §14-17). Withdrawn as easily as given.' })
@Entity({ tableName: 'consent' })
@Scoped((actor) =>
  anyOf(
    heldBy(COMMITTEE_STAFF)(actor),
    actor.resident !== null && {
      $or: [
        { resident: actor.resident },
        { resident: raw(wards, [actor.resident]) },
        { resident: raw(household, [actor.resident]) },
      ],
    },
  ),
)
@Index({ properties: ['resident', 'purpose'] })
@Index({
  name: 'consent_open_unique',
  expression:
    'create unique index "consent_open_unique" on "residents"."consent" ("resident", "purpose") where "withdrawn_at" is null',
})
export class Consent {
  @Field(() => ID) @PrimaryKey({ type: 'uuid' }) id!: string
  @Field(() => Int) @Property({ type: 'integer' }) version: number = 0
  @Property({ type: 'text' }) division!: string
  @Property({ type: 'uuid' }) resident!: string
  @Field(() => PurposeName) @Enum({ items: () => PurposeName }) purpose!: Purpose
  @Field(() => String, { description: 'Version of the privacy notice that was shown.' })
  @Property({ type: 'text' })
  noticeVersion!: string
  @Field(() => ChannelName) @Enum({ items: () => ChannelName }) channel!: Channel
  @Field(() => ID, { nullable: true, description: 'The guardian who agreed, for a child.' })
  @Property({ type: 'uuid', nullable: true })
  guardian: string | null = null
  @Field(() => Date) @Property({ type: 'datetime' }) givenAt!: Date
  @Field(() => Date, { nullable: true }) @Property({ type: 'datetime', nullable: true }) withdrawnAt: Date | null = null
}
