// What a public notice shows, on paper and online. It is put together from what the law makes public, never stored.
import { Field, ID, Int, ObjectType } from 'type-graphql'
import { Public } from '../shared/access.ts'
import type { Basis } from './assembly.rules.ts'
import { Compact } from './compact.entity.ts'
import { AffairsDisclosure } from './disclosure.entity.ts'
import { Division } from './division.stub.ts'
import { MoralReview } from './moral.entity.ts'
import { BasisName } from './meeting.entity.ts'
import { NOTICE_KINDS, type NoticeKind } from './notice.rules.ts'
import { enumOf } from './words.ts'

export const NoticeKindName = enumOf('NoticeKind', 'What a public notice is about.', NOTICE_KINDS)

@Public()
@ObjectType({ description: 'What a meeting is called for.' })
export class NoticeMeeting {
  @Field(() => Date) startsAt!: Date
  @Field(() => String) place!: string
  @Field(() => [String]) agenda!: string[]
  @Field(() => String, { description: 'Who may attend.' }) attendees!: string
}

@Public()
@ObjectType({ description: 'A published result in figures. No names: nobody reads here who voted.' })
export class NoticeResult {
  @Field(() => String, { description: 'What was voted on.' }) proposal!: string
  @Field(() => String, { description: 'How the law counts it, with the article.' }) ruleText!: string
  @Field(() => BasisName) basis!: Basis
  @Field(() => Int, { description: 'Persons or households that could vote.' }) eligible!: number
  @Field(() => Int, { description: 'Of them, those that were given a ballot: all over a period, at a meeting those present.' })
  issued!: number
  @Field(() => Int, { description: 'Of them, those that came to the meeting or cast a ballot.' }) present!: number
  @Field(() => Int, { description: 'Ballots that came back.' }) received!: number
  @Field(() => Int, { description: 'Written proxies; their list hangs on the board of the community and stands nowhere online.' })
  proxies!: number
  @Field(() => Int) agree!: number
  @Field(() => Int) disagree!: number
  @Field(() => Int) abstain!: number
  @Field(() => Boolean) quorate!: boolean
  @Field(() => Boolean) carried!: boolean
}

@Public()
@ObjectType({ description: 'What is planned and agreed for a lift, and how its owners decided. No names.' })
export class NoticeLift {
  @Field(() => String) door!: string
  @Field(() => String, { description: 'Who pays how much, who runs it, who keeps it up.' }) agreement!: string
  @Field(() => Int, { description: 'What it costs, in fen.' }) cost!: number
  @Field(() => String, { description: 'How its owners decide, with the article.' }) ruleText!: string
  @Field(() => Int, { nullable: true, description: 'Owners of the door; null where their decision is older than these records.' })
  eligible!: number | null
  @Field(() => Int, { nullable: true, description: 'Of them, those that took part.' }) present!: number | null
  @Field(() => Int, { nullable: true }) agree!: number | null
}

@Public()
@ObjectType({
  description: 'A public notice (公示) of a residents’ committee, as it hangs on its board. It names no resident.',
})
export class Notice {
  @Field(() => ID, { description: 'The end of its address, which the code on the paper opens: /n/<code>.' }) code!: string
  @Field(() => NoticeKindName) kind!: NoticeKind
  @Field(() => Division, { description: 'The committee that gives it.' }) division!: Division
  @Field(() => String, { nullable: true, description: 'Number of the issue it belongs to.' }) number!: string | null
  @Field(() => String) title!: string
  @Field(() => String, { description: 'The opening sentence.' }) lead!: string
  @Field(() => String, { description: 'From when to when it is up, in words, with the rule that says so.' }) period!: string
  @Field(() => String, { description: 'The law it stands on.' }) basis!: string
  @Field(() => String, { description: 'How to comment, or where to object.' }) appeal!: string
  @Field(() => String, { nullable: true, description: 'What has come of it since.' }) since!: string | null
  @Field(() => Date) issuedAt!: Date
  @Field(() => String, { nullable: true, description: 'Last day of the period the law sets: 2026-01-16.' })
  until!: string | null
  @Field(() => Compact, { nullable: true, description: 'The text, when it is about a compact.' }) compact!: Compact | null
  @Field(() => NoticeMeeting, { nullable: true }) meeting!: NoticeMeeting | null
  @Field(() => NoticeResult, { nullable: true }) result!: NoticeResult | null
  @Field(() => AffairsDisclosure, { nullable: true, description: "What is disclosed of the committee's affairs." })
  disclosure!: AffairsDisclosure | null
  @Field(() => NoticeLift, { nullable: true }) lift!: NoticeLift | null
  @Field(() => MoralReview, { nullable: true, description: 'The moral review.' }) review!: MoralReview | null
}
