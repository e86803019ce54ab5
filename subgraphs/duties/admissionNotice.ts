// What the sheet says that shows a matter to the public: until when, on what basis, and how to object.
import { Field, ObjectType } from 'type-graphql'
import { Public } from '../shared/access.ts'
import { addWorkingDays, dayOf } from '../shared/calendar.ts'
import { rule, type Context } from '../shared/context.ts'
import { say, text, type Text } from '../shared/words.ts'
import type { AdmissionApplication } from './admission.entity.ts'
import { publicityEnd } from './admission.rules.ts'
import type { Span } from './admissionLimits.rules.ts'

@Public()
@ObjectType({ description: 'The notice that shows a matter to the public (准入公示), in the reader’s language.' })
export class AdmissionNotice {
  @Field(() => String) title!: string
  @Field(() => String) lead!: string
  @Field(() => String, { description: 'From when to when, counted in working days.' }) period!: string
  @Field(() => String) basis!: string
  @Field(() => String, { description: 'How to object.' }) appeal!: string
  @Field(() => Date) issuedAt!: Date
  @Field(() => String, { description: 'Last day on which anyone may object: 2026-01-01.' }) until!: string
  @Field(() => [String], { description: 'The working days of the publicity, each by its date.' }) workingDays!: string[]
}

const onDay = (day: string): Text => {
  const [year, month, date] = day.split('-').map(Number)
  return text(`${year}年${month}月${date}日`, day)
}

/** Null until it has been shown. */
export const admissionNotice = (
  ctx: Context,
  { name, division, publicityBegunAt, publicityDays }: AdmissionApplication,
  department: string,
): AdmissionNotice | null => {
  if (!publicityBegunAt || !publicityDays) return null
  const begun = dayOf(publicityBegunAt)
  const until = publicityEnd(publicityBegunAt, publicityDays)
  const [from, to] = [onDay(begun), onDay(until)]
  const said = (words: Text) => say(words, ctx.actor.locale)
  return {
    title: said(text(`关于“${name}”拟准入社区工作事项的公示`, `Matter proposed for the list: ${name}`)),
    lead: said(
      text(
        `${department}申请将“${name}”列入社区工作事项清单。经形式审查、合法性审查、征求基层意见和联席会议审议，拟予准入，现予公示。`,
        `${department} applies to put “${name}” on the list. It has passed the formal check, the legal review, the consultation and the joint meeting.`,
      ),
    ),
    period: said(
      text(
        `自${from.zh}起至${to.zh}24时止，共${publicityDays}个工作日（发布当日不计，节假日顺延）`,
        `${from.en} until the end of ${to.en}: ${publicityDays} working days, not counting the day it begins`,
      ),
    ),
    basis: rule<Span>(ctx, 'ADMISSION_PUBLICITY', division).basis,
    appeal: said(
      text(
        '对公示事项有异议的，请在公示期内向区民政局书面提出，写明理由和联系方式；每件异议都会得到答复，答复前不作准入决定。',
        'Object in writing to the district’s civil affairs bureau within this time, with your reasons. Every objection is answered before the matter is admitted.',
      ),
    ),
    issuedAt: publicityBegunAt,
    until,
    workingDays: Array.from({ length: publicityDays }, (_, at) => addWorkingDays(begun, at + 1)),
  }
}
