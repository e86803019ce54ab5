// What stands in the way of a meeting: notice, presence, minutes. Knows facts, not records.
import { text, type Text } from '../shared/words.ts'
import type { RuleCode } from './assembly.rules.ts'
import { clockOf, daysBetween } from './day.rules.ts'
import type { Guard } from './guard.rules.ts'

/** Kinds of meeting: three that prepare, two of Shanghai's 三会, and the two that decide. */
export const MEETING_TYPES = {
  COUNCIL: text('议事会', 'Council'),
  HEARING: text('听证会', 'Hearing'),
  CONVERSATION: text('恳谈会', 'Conversation'),
  COORDINATION: text('协调会', 'Coordination meeting'),
  REVIEW: text('评议会', 'Review meeting'),
  RESIDENTS: text('居民会议', "Residents' meeting"),
  REPRESENTATIVES: text('居民代表会议', "Residents' representatives' meeting"),
} satisfies Record<string, Text>

export type MeetingType = keyof typeof MEETING_TYPES

/** The assembly rule a kind of meeting decides by. */
export const RULE_OF: Record<MeetingType, RuleCode> = {
  COUNCIL: 'R5',
  HEARING: 'R5',
  CONVERSATION: 'R5',
  COORDINATION: 'R5',
  REVIEW: 'R5',
  RESIDENTS: 'R1',
  REPRESENTATIVES: 'R2',
}

export interface MeetingFacts {
  readonly startsAt: Date
  readonly place: string
  readonly agenda: number
  /** Days the law asks for between notice and meeting. */
  readonly noticeDays: number
  /** Why notice is shorter, and whether the Party branch approved it. */
  readonly exception: string | null
  readonly isExceptionApproved: boolean
  readonly hasBasis: boolean
  readonly isBinding: boolean
  readonly isChairPresent: boolean
  readonly hasOpenVoteAtMeeting: boolean
  /** Agenda items without a result in the minutes. */
  readonly unrecorded: number
  readonly dueAt: Date | null
}

type MeetingGuard = Guard<MeetingFacts>

export const noAgenda: MeetingGuard = ({ agenda, place }) =>
  agenda === 0 || !place.trim() ? text('通知应当写明议题、议程和地点。', 'The notice must state topics, agenda and place.') : null

export const noBasis: MeetingGuard = ({ hasBasis, isBinding }) =>
  isBinding && !hasBasis
    ? text(
        '请先确定按人还是按户计算（居委会组织法第二十七条）。',
        'Choose whether persons or households are counted (Organic Law art. 27).',
      )
    : null

export const startsInPast: MeetingGuard = ({ startsAt }, now) =>
  startsAt <= now ? text('开会时间已过，请重新安排。', 'The starting time has passed; choose another.') : null

export const noticeTooShort: MeetingGuard = ({ startsAt, noticeDays, exception, isExceptionApproved }, now) => {
  if (daysBetween(now, startsAt) >= noticeDays) return null
  if (!exception?.trim())
    return text(
      `居民会议应当提前${noticeDays}日通知（居委会组织法第二十六条）;遇有特殊情况临时通知的，请说明理由。`,
      `A residents' meeting needs ${noticeDays} days' notice (Organic Law art. 26); give the reason if this is a special case.`,
    )
  return isExceptionApproved
    ? null
    : text('临时通知须经社区党组织同意。', 'A shorter notice needs the approval of the community Party organisation.')
}

export const noException: MeetingGuard = ({ exception }) =>
  exception?.trim() ? null : text('没有说明需要临时通知的特殊情况。', 'No special case has been stated.')

export const approvedAlready: MeetingGuard = ({ isExceptionApproved }) =>
  isExceptionApproved ? text('临时通知已经同意。', 'The shorter notice is approved already.') : null

export const tooEarly: MeetingGuard = ({ startsAt }, now) =>
  now < startsAt
    ? text(`还没有到通知的开会时间(${clockOf(startsAt)})。`, `It is before the time given in the notice (${clockOf(startsAt)}).`)
    : null

export const chairAbsent: MeetingGuard = ({ isChairPresent }) =>
  isChairPresent ? null : text('主持人尚未签到。', 'The chair has not checked in.')

export const voteStillOpen: MeetingGuard = ({ hasOpenVoteAtMeeting }) =>
  hasOpenVoteAtMeeting ? text('会上表决还没有结束，不能散会。', 'A vote of this meeting is still open.') : null

export const resultsMissing: MeetingGuard = ({ unrecorded }) =>
  unrecorded > 0
    ? text(`还有${unrecorded}项议程没有记录结果。`, `${unrecorded} items of the agenda have no result recorded.`)
    : null

export const countersignPending: MeetingGuard = ({ dueAt }, now) =>
  dueAt && now > dueAt ? null : text('监督会签的期限还没有到。', 'The supervision committee still has time to countersign.')
