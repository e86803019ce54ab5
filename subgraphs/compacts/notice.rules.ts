// What a public notice says: its title, the law it stands on, how long it is up, and where to object. Knows facts, not records.
import { dayOf } from '../shared/calendar.ts'
import { endOfDays } from '../shared/notice.ts'
import { text, type Text } from '../shared/words.ts'
import type { AssemblyRule, Basis } from './assembly.rules.ts'
import { clockOf, daysBetween } from './day.rules.ts'
import { MEETING_TYPES, type MeetingType } from './meeting.rules.ts'
import type { VoteManner } from './vote.rules.ts'

export const NOTICE_KINDS = {
  COMMENT: text('征求意见公告', 'Call for comment on a draft'),
  ANNOUNCEMENT: text('公约公布公告', 'Announcement of a compact'),
  RESULT: text('表决结果公告', 'Result of a vote'),
  MEETING: text('会议通知', 'Notice of a meeting'),
  DISCLOSURE: text('居务公开', "Disclosure of the committee's affairs"),
  COMMENDATION: text('道德评议公告', 'Result of a moral review'),
  LIFT: text('加装电梯公示', 'Posting of a lift plan'),
} satisfies Record<string, Text>

export type NoticeKind = keyof typeof NOTICE_KINDS

/** A number of days from a dated rule, with its source. */
export interface Term {
  readonly days: number
  readonly basis: string
}

export interface Wording {
  readonly title: Text
  /** The opening sentence. */
  readonly lead: Text
  readonly period: Text
  readonly basis: Text
  /** How to comment, or where to object. */
  readonly appeal: Text
  /** What has come of it since. */
  readonly since: Text | null
}

/** A day as a notice writes it: 2026年1月5日. */
export const onDay = (day: string): Text => {
  const [year, month, date] = day.split('-').map(Number)
  return text(`${year}年${month}月${date}日`, day)
}

const atTime = (at: Date): Text => {
  const [day, time] = [onDay(dayOf(at)), clockOf(at).slice(11)]
  return text(`${day.zh}${time}`, `${day.en} ${time}`)
}

/** The last day of a number of days that began at an instant. */
export const lastDay = (from: Date, { days }: Term): string => dayOf(new Date(endOfDays(from, days).getTime() - 1))

export const lasting = (from: Date, term: Term): Text => {
  const [first, last] = [onDay(dayOf(from)), onDay(lastDay(from, term))]
  const { days, basis } = term
  return text(
    `自${first.zh}起至${last.zh}24时止，不少于${days}日（${basis}）`,
    `${first.en} until the end of ${last.en}, at least ${days} days (${basis})`,
  )
}

export const lawOf = ({ law, articles }: AssemblyRule): Text => text(`${law.zh}${articles}`, `${law.en}, ${articles}`)

export interface ResultPosted {
  readonly meeting: string
  readonly rule: AssemblyRule
  readonly begunAt: Date
  readonly term: Term
}

export const resultWords = ({ meeting, rule, begunAt, term }: ResultPosted): Wording => ({
  title: text(`关于${rule.label.zh}表决结果的公告`, `Result of a vote of the ${rule.label.en.toLowerCase()}`),
  lead: text(
    `${meeting}依法对下列事项进行了表决，计票单经会议主持人和居务监督委员核签，现将结果公布如下。`,
    `${meeting}: the matter below was voted on; the chair and the supervision committee have certified the count.`,
  ),
  period: lasting(begunAt, term),
  basis: text(`${lawOf(rule).zh}、第三十四条`, `${lawOf(rule).en}; art. 34`),
  appeal: text(
    '对表决程序或者结果有异议的，请在上述期限内向居务监督委员会或者居民委员会书面提出，也可以向街道办事处或者镇人民政府反映。',
    'Objections go to the supervision committee or the residents’ committee in writing within this time, or to the subdistrict office or town government.',
  ),
  since: null,
})

export interface MeetingPosted {
  readonly type: MeetingType
  readonly title: string
  readonly rule: AssemblyRule
  readonly noticedAt: Date
  readonly startsAt: Date
  readonly exception: string | null
  readonly status: string
}

const ahead = ({ rule, noticedAt, startsAt, exception }: MeetingPosted): Text => {
  const [first, start, days] = [onDay(dayOf(noticedAt)), onDay(dayOf(startsAt)), daysBetween(noticedAt, startsAt)]
  const [required, law] = [rule.noticeDays, lawOf(rule)]
  const said = text(`自${first.zh}起至${start.zh}召开时止`, `${first.en} until it opens on ${start.en}`)
  if (!required) return said
  const short = exception && days < required
  return text(
    `${said.zh}，提前${days}日（依法应当提前${required}日${short ? `；因特殊情况临时通知：${exception}` : ''}，${law.zh}）`,
    `${said.en}, ${days} days ahead (the law asks for ${required}${short ? `; shorter in a special case: ${exception}` : ''}; ${law.en})`,
  )
}

const HELD = new Set(['CLOSED', 'MINUTED', 'PUBLISHED'])

export const meetingWords = (posted: MeetingPosted): Wording => {
  const { title, rule, startsAt, status } = posted
  const start = atTime(startsAt)
  return {
    title: text(`关于召开${title}的通知`, `Notice of a meeting: ${title}`),
    lead: text(
      `定于${start.zh}召开${title}，现将有关事项通知如下。`,
      `A ${MEETING_TYPES[posted.type].en.toLowerCase()} is called for ${start.en}: ${title}.`,
    ),
    period: ahead(posted),
    basis: lawOf(rule),
    appeal: text(
      '请准时到会。不能到会或者对会议安排有意见的，请在会前告知居民委员会。',
      'Please come on time. If you cannot, or have a view on the arrangements, tell the residents’ committee before the meeting.',
    ),
    since:
      status === 'CANCELLED'
        ? text('会议已经取消。', 'The meeting is cancelled.')
        : HELD.has(status)
          ? text('会议已经召开。', 'The meeting has been held.')
          : null,
  }
}

/** Who may attend: those on the roll frozen with the notice, or everyone where nothing is decided. */
export const mayAttend = (type: MeetingType, basis: Basis | null, size: number): Text => {
  if (type === 'REPRESENTATIVES')
    return text(
      `居民代表和居民委员会成员，共${size}人（名册已锁定）`,
      `Residents' representatives and members of the committee, ${size} in all (the roll is frozen)`,
    )
  if (type === 'OWNERS') return text(`全体业主，共${size}位（名册已锁定）`, `All ${size} owners (the roll is frozen)`)
  if (type !== 'RESIDENTS') return text('本社区居民和有关单位', 'Residents of the community and the units concerned')
  return basis === 'HOUSEHOLD'
    ? text(
        `每户一名代表，按户计算，共${size}户（名册已锁定）`,
        `One representative of each of ${size} households (the roll is frozen)`,
      )
    : text(
        `本社区十八周岁以上居民，按人计算，共${size}人（名册已锁定）`,
        `Residents of eighteen and over, ${size} in all (the roll is frozen)`,
      )
}

/** Units that were given a ballot: over a period the whole electorate, at a meeting whoever was there. */
export const issuedTo = (manner: VoteManner, eligible: number, present: number): number =>
  manner === 'OVER_PERIOD' ? eligible : present
