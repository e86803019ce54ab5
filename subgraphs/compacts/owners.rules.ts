// How an owners' committee is formed: who is in the preparatory group, what the owners' meeting needs, how long a term is.
// Knows facts, not records. 以上 includes the number, 过半数 does not (民法典第1259条).
import { addDays, dayOf } from '../shared/calendar.ts'
import { stillShown } from '../shared/notice.ts'
import type { RuleRow } from '../shared/rule.ts'
import { text, type Text } from '../shared/words.ts'
import { needed, reaches, type Threshold } from './assembly.rules.ts'
import { hasCome } from './day.rules.ts'
import type { Guard } from './guard.rules.ts'

export const OWNERS_KINDS = {
  FIRST: text('首次组建', 'First formation'),
  RENEWAL: text('换届', 'Renewal'),
} satisfies Record<string, Text>

export type OwnersKind = keyof typeof OWNERS_KINDS

/** In what capacity somebody sits in the preparatory group. */
export const GROUP_SEATS = {
  SUBDISTRICT: text('街镇代表', 'Subdistrict'),
  COMMITTEE: text('居委会代表', "Residents' committee"),
  POLICE: text('公安派出所代表', 'Police station'),
  DEVELOPER: text('建设单位代表', 'Developer'),
  OWNER: text('业主代表', 'Owner'),
} satisfies Record<string, Text>

export type GroupSeat = keyof typeof GROUP_SEATS

export interface OwnersRule {
  readonly label: Text
  /** Share of area and of heads that must take part, and of those taking part that must agree. */
  readonly quorum: Threshold
  readonly majority: Threshold
  /** Fewest members of the group; owners make up at least half of it. */
  readonly group: number
  /** Fewest and most members of an owners' committee, an odd number; longest term, in years. */
  readonly fewest: number
  readonly most: number
  readonly years: number
  /** Months before its term ends at which a renewal is reported. */
  readonly renewal: number
}

const ordinary: OwnersRule = {
  label: text('业主委员会组建', "Forming an owners' committee"),
  quorum: { num: 2, den: 3, more: false },
  majority: { num: 1, den: 2, more: true },
  group: 5,
  fewest: 5,
  most: 11,
  years: 5,
  renewal: 5,
}

export const OWNERS_ROWS: readonly RuleRow<OwnersRule>[] = [
  {
    code: 'OWNERS_COMMITTEE',
    validFrom: '2021-01-01',
    value: ordinary,
    basis: '《民法典》第二百七十八条、《上海市住宅物业管理规定》（2020年修正）',
  },
]

/** Who took part and who agreed, by heads and by area in hundredths of a square metre. */
export interface OwnersCount {
  readonly heads: number
  readonly area: number
  readonly presentHeads: number
  readonly presentArea: number
  readonly agreeHeads: number
  readonly agreeArea: number
}

/** The sentence that an owners' meeting did not carry it, or null: both measures, each by its own share. */
export const notCarriedBy = (count: OwnersCount, { quorum, majority }: OwnersRule): Text | null => {
  const { heads, area, presentHeads, presentArea, agreeHeads, agreeArea } = count
  if (!reaches(presentHeads, heads, quorum) || !reaches(presentArea, area, quorum))
    return text(
      `参与表决的业主应当占专有部分面积和人数的三分之二以上（至少${needed(heads, quorum)}人），民法典第二百七十八条。`,
      `Two thirds of area and of heads (at least ${needed(heads, quorum)} owners) must take part (Civil Code art. 278).`,
    )
  return reaches(agreeHeads, presentHeads, majority) && reaches(agreeArea, presentArea, majority)
    ? null
    : text(
        '应当经参与表决专有部分面积和人数过半数的业主同意，民法典第二百七十八条。',
        'More than half of area and of heads taking part must agree (Civil Code art. 278).',
      )
}

/** The last day on which a renewal is reported, when a term ends on the day given. */
export const renewalDay = (termEndsOn: string, { renewal }: OwnersRule): string => {
  const [year, month, day] = termEndsOn.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - renewal, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 - renewal, Math.min(day, last))).toISOString().slice(0, 10)
}

/** The last day of a term of some years that begins on the day given. */
export const termEnd = (from: string, years: number): string => addDays(`${Number(from.slice(0, 4)) + years}${from.slice(4)}`, -1)

export interface OwnersFacts {
  readonly group: readonly { readonly seat: string }[]
  readonly isGroupAnnounced: boolean
  readonly postedAt: Date | null
  readonly postingDays: number
  readonly meetingOn: string | null
  readonly termEndsOn: string | null
  readonly hasSuccessor: boolean
  readonly rule: OwnersRule
}

type OwnersGuard = Guard<OwnersFacts>

export const announcedAlready: OwnersGuard = ({ isGroupAnnounced }) =>
  isGroupAnnounced ? text('筹备组成员已经公告。', 'The group has been announced already.') : null

export const notAnnounced: OwnersGuard = ({ isGroupAnnounced }) =>
  isGroupAnnounced ? null : text('请先公告筹备组成员。', 'Announce the members of the group first.')

export const postingRuns: OwnersGuard = ({ postedAt, postingDays }, now) =>
  stillShown(
    { begunAt: postedAt, days: postingDays },
    text('业主清册和会议文件公告', 'The roll and the documents are posted'),
    null,
    now,
  )

export const meetingToCome: OwnersGuard = ({ meetingOn }, now) =>
  meetingOn && hasCome(meetingOn, now) ? null : text('业主大会会议还没有到召开的日期。', 'The day of the meeting has not come.')

export const renewedAlready: OwnersGuard = ({ hasSuccessor }) =>
  hasSuccessor ? text('换届工作已经开始。', 'Its renewal has begun already.') : null

export const termRuns: OwnersGuard = ({ termEndsOn }, now) =>
  termEndsOn && dayOf(now) > termEndsOn ? null : text('任期还没有届满。', 'Its term has not ended.')
