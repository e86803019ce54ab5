// What stands in the way of a meeting: notice, presence, minutes. Knows facts, not records.
import { text, type Text } from '../shared/words.ts'
import { isVillage } from './place.rules.ts'
import type { AssemblyRule, RuleCode } from './assembly.rules.ts'
import { clockOf, daysBetween } from './day.rules.ts'
import type { Guard } from './guard.rules.ts'

/** Kinds of meeting: those that prepare, among them Shanghai's 三会, and those that decide. */
export const MEETING_TYPES = {
  COUNCIL: text('议事会', 'Council'),
  HEARING: text('听证会', 'Hearing'),
  CONVERSATION: text('恳谈会', 'Conversation'),
  COORDINATION: text('协调会', 'Coordination meeting'),
  REVIEW: text('评议会', 'Review meeting'),
  JOINT: text('联席会议', 'Joint meeting'),
  RESIDENTS: text('居民会议', "Residents' meeting"),
  REPRESENTATIVES: text('居民代表会议', "Residents' representatives' meeting"),
  OWNERS: text('业主大会', "Owners' meeting"),
} satisfies Record<string, Text>

export type MeetingType = keyof typeof MEETING_TYPES

/** The assembly rule a kind of meeting decides by. */
export const RULE_OF: Record<MeetingType, RuleCode> = {
  COUNCIL: 'R5',
  HEARING: 'R5',
  CONVERSATION: 'R5',
  COORDINATION: 'R5',
  REVIEW: 'R5',
  JOINT: 'R5',
  RESIDENTS: 'R1',
  REPRESENTATIVES: 'R2',
  OWNERS: 'R3',
}

/** What owners decide on: ordinary matters, weighty ones, or a lift at their door. */
export const OWNERS_MATTERS = {
  R3: text('一般事项', 'Ordinary matters'),
  R4: text(
    '重大事项（筹集维修资金、改建重建、改变共有部分用途）',
    'Weighty matters: repair fund, rebuilding, use of common parts',
  ),
  LIFT: text('加装电梯', 'Lift retrofit'),
} satisfies Partial<Record<RuleCode, Text>>

export type OwnersMatter = keyof typeof OWNERS_MATTERS

const IN_VILLAGES: Partial<Record<RuleCode, RuleCode>> = { R1: 'V1', R2: 'V2' }

/** The assembly rule of one meeting: by its kind, by what owners decide on, and in a village by the villagers' law. */
export const ruleCodeOf = (type: MeetingType, division: string, matter: OwnersMatter | null = null): RuleCode => {
  const code = type === 'OWNERS' ? (matter ?? RULE_OF.OWNERS) : RULE_OF[type]
  return (isVillage(division) && IN_VILLAGES[code]) || code
}

const VILLAGE_WORDS: Partial<Record<MeetingType, Text>> = {
  RESIDENTS: text('村民会议', "Villagers' meeting"),
  REPRESENTATIVES: text('村民代表会议', "Villagers' representatives' meeting"),
}

/** What a kind of meeting is called there. */
export const meetingWord = (type: MeetingType, division: string): Text =>
  (isVillage(division) && VILLAGE_WORDS[type]) || MEETING_TYPES[type]

export interface MeetingFacts {
  readonly startsAt: Date
  readonly place: string
  readonly agenda: number
  /** How it decides, and with it the days the law asks for between notice and meeting. */
  readonly rule: Pick<AssemblyRule, 'noticeDays' | 'label' | 'law' | 'articles'>
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
  isBinding && !hasBasis ? text('请先确定按人还是按户计算。', 'Choose whether persons or households are counted.') : null

export const startsInPast: MeetingGuard = ({ startsAt }, now) =>
  startsAt <= now ? text('开会时间已过，请重新安排。', 'The starting time has passed; choose another.') : null

export const noticeTooShort: MeetingGuard = ({ startsAt, rule, exception, isExceptionApproved }, now) => {
  const { noticeDays, label, law, articles } = rule
  if (daysBetween(now, startsAt) >= noticeDays) return null
  if (!exception?.trim())
    return text(
      `${label.zh}应当提前${noticeDays}日通知（${law.zh}${articles}）；遇有特殊情况临时通知的，请说明理由。`,
      `${label.en}: ${noticeDays} days' notice is needed (${law.en}); give the reason if this is a special case.`,
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
