// What stands in the way of a matter on its way into the list. Knows facts, not records.
import { addDays, addWorkingDays, dayOf, startOf, workingDaysBetween } from '../shared/calendar.ts'
import { text, type Text } from '../shared/words.ts'
import type { Guard } from './guard.rules.ts'

/** What the legal side checks; the first is what the law forbids to pass down (上海市居民委员会工作条例第二十七条). */
export const ADMISSION_CHECKS = {
  NOT_OWN_DUTY: text('不属于法律、法规规定应由部门自行履行的职责', 'Not a duty the law puts on the department itself'),
  BASIS_IN_FORCE: text('所列依据现行有效，条款与事项相符', 'The basis is in force, and its articles fit the matter'),
  ASSISTANCE_ONLY: text(
    '属于协助性工作，不涉及行政许可、处罚、强制等职权',
    'Assistance only: no licensing, punishing or coercing',
  ),
  FUNDS_AND_MEANS: text('经费和工作条件由委托部门承担', 'The department bears the cost and provides the means'),
} satisfies Record<string, Text>

export type AdmissionCheck = keyof typeof ADMISSION_CHECKS

export const CHOICES = {
  FOR: text('赞成', 'For'),
  AGAINST: text('反对', 'Against'),
  ABSTAIN: text('弃权', 'Abstain'),
} satisfies Record<string, Text>

export type JointChoice = keyof typeof CHOICES

/** Part and whole, such as two thirds. */
export type Share = readonly [part: number, whole: number]

export interface AdmissionFacts {
  /** What the form still lacks. */
  readonly missing: readonly Text[]
  readonly bases: number
  readonly commitments: number
  readonly validFrom: string | null
  readonly validTo: string | null
  /** When it was first submitted. */
  readonly submittedAt: Date | null
  readonly leadDays: number
  readonly isReturned: boolean
  readonly isCorrected: boolean
  /** What the reviewer ticks. */
  readonly passed: readonly AdmissionCheck[]
  readonly opinions: number
  readonly leastOpinions: number
  readonly members: number
  readonly votes: number
  readonly votesFor: number
  readonly hasVoted: boolean
  /** Votes needed out of all members: at least this share. */
  readonly quorum: Share
  /** Votes for needed out of all members: more than this share. */
  readonly majority: Share
  readonly publicityBegunAt: Date | null
  readonly publicityDays: number
  readonly openObjections: number
  /** A version of its list is between solicitation and force, and none is being compiled. */
  readonly isListPending: boolean
  /** Its item stands in a version in force. */
  readonly isListed: boolean
}

type AdmissionGuard = Guard<AdmissionFacts>

export const incomplete: AdmissionGuard = ({ missing }) =>
  missing.length
    ? text(
        `还有内容没有填写：${missing.map(({ zh }) => zh).join('、')}。`,
        `Still to be filled in: ${missing.map(({ en }) => en.toLowerCase()).join(', ')}.`,
      )
    : null

export const baseless: AdmissionGuard = ({ bases }) =>
  bases ? null : text('至少列明一项法律依据。', 'At least one legal basis is needed.')

export const unfunded: AdmissionGuard = ({ commitments }) =>
  commitments
    ? null
    : text(
        '请先作出经费承诺：所需经费由委托部门承担（城市居民委员会组织法第四十三条）。',
        'Commit the funds first: the entrusting department bears the cost (Organic Law art. 43).',
      )

export const tooSoon: AdmissionGuard = ({ validFrom, submittedAt, leadDays }, now) => {
  const from = dayOf(submittedAt ?? now)
  if (!validFrom || workingDaysBetween(from, validFrom) >= leadDays) return null
  const earliest = addWorkingDays(from, leadDays)
  return text(
    `应当在开展前${leadDays}个工作日申报，最早可以从${earliest}开始。`,
    `Apply ${leadDays} working days before it starts; the earliest start is ${earliest}.`,
  )
}

export const endsBeforeStart: AdmissionGuard = ({ validFrom, validTo }) =>
  validFrom && validTo && validTo <= validFrom
    ? text('临时事项的截止日期应当晚于开始日期。', 'A temporary matter ends after it starts.')
    : null

export const notCorrected: AdmissionGuard = ({ isCorrected }) =>
  isCorrected ? null : text('请先按告知内容补正申报材料。', 'Correct what was found missing first.')

export const returnedOnce: AdmissionGuard = ({ isReturned }) =>
  isReturned
    ? text(
        '缺少的材料应当一次告知，不得再次退回；可以受理或者不予准入。',
        'What is missing is said once: accept it now, or do not admit it.',
      )
    : null

const unpassed = ({ passed }: Pick<AdmissionFacts, 'passed'>) =>
  (Object.keys(ADMISSION_CHECKS) as AdmissionCheck[]).filter((check) => !passed.includes(check))

export const notLawful: AdmissionGuard = (facts) => {
  const [first] = unpassed(facts)
  if (!first) return null
  if (first === 'NOT_OWN_DUTY')
    return text(
      '法律、法规规定应由部门自行履行的职责，不得交由居委会办理（上海市居民委员会工作条例第二十七条）。',
      'A duty the law puts on the department itself may not be passed to a committee (Shanghai regulations, art. 27).',
    )
  return text(`未通过审查：${ADMISSION_CHECKS[first].zh}。`, `Not passed: ${ADMISSION_CHECKS[first].en.toLowerCase()}.`)
}

export const lawful: AdmissionGuard = (facts) =>
  unpassed(facts).length ? null : text('各项审查均已通过，不能作不通过处理。', 'Every check is passed; it cannot be dismissed.')

export const tooFewOpinions: AdmissionGuard = ({ opinions, leastOpinions }) =>
  opinions < leastOpinions
    ? text(
        `至少需要${leastOpinions}家单位签署意见，现有${opinions}家。`,
        `At least ${leastOpinions} signed opinions are needed; there are ${opinions}.`,
      )
    : null

export const votedAlready: AdmissionGuard = ({ hasVoted }) => (hasVoted ? text('您已经表决。', 'You have voted already.') : null)

export const allVoted: AdmissionGuard = ({ votes, members }) =>
  votes >= members ? text('应到成员均已表决。', 'All members have voted.') : null

/** At least the share (以上 includes the number itself). */
export const reaches = (count: number, all: number, [part, whole]: Share): boolean => count * whole >= all * part
/** More than the share (过半数 does not include it). */
export const exceeds = (count: number, all: number, [part, whole]: Share): boolean => count * whole > all * part

export const inquorate: AdmissionGuard = ({ votes, members, quorum }) =>
  reaches(votes, members, quorum)
    ? null
    : text(
        `参加表决的成员不足${quorum[1]}分之${quorum[0]}：应到${members}人，已表决${votes}人。`,
        `Fewer than ${quorum[0]} in ${quorum[1]} of the members have voted: ${votes} of ${members}.`,
      )

export const isCarried = ({ votesFor, members, majority }: Pick<AdmissionFacts, 'votesFor' | 'members' | 'majority'>) =>
  exceeds(votesFor, members, majority)

export const notCarried: AdmissionGuard = (facts) =>
  isCarried(facts)
    ? null
    : text(
        `赞成票未超过全体成员的半数：应到${facts.members}人，赞成${facts.votesFor}票。`,
        `Not more than half of all members are for it: ${facts.votesFor} of ${facts.members}.`,
      )

export const carried: AdmissionGuard = (facts) =>
  isCarried(facts)
    ? text('赞成票已超过全体成员的半数，应当公示。', 'More than half of all members are for it; it goes to the public.')
    : null

/** Last day of a publicity of so many working days; the day it begins is not counted. */
export const publicityEnd = (begunAt: Date, days: number): string => addWorkingDays(dayOf(begunAt), days)

export const publicityRuns: AdmissionGuard = ({ publicityBegunAt, publicityDays }, now) => {
  const last = publicityBegunAt && publicityEnd(publicityBegunAt, publicityDays)
  return last && now >= startOf(addDays(last, 1))
    ? null
    : text(`公示期为${publicityDays}个工作日，至${last}届满。`, `Publicity lasts ${publicityDays} working days, until ${last}.`)
}

export const unanswered: AdmissionGuard = ({ openObjections }) =>
  openObjections ? text(`还有${openObjections}件异议没有答复。`, `${openObjections} objections have no answer yet.`) : null

export const listPending: AdmissionGuard = ({ isListPending }) =>
  isListPending
    ? text(
        '该清单正在征求意见、审定或者公布，待其施行或者退回编制后再列入。',
        'The list is being consulted on or published; enter it once that is in force, or compiled again.',
      )
    : null

export const notListed: AdmissionGuard = ({ isListed }) =>
  isListed ? null : text('列入该事项的清单尚未施行。', 'The list that holds it is not in force yet.')

export const notStarted: AdmissionGuard = ({ validFrom }, now) =>
  validFrom !== null && validFrom > dayOf(now) ? text(`该事项自${validFrom}起施行。`, `It holds from ${validFrom} on.`) : null

const isPast = (validTo: string | null, now: Date) => validTo !== null && dayOf(now) > validTo

export const expired: AdmissionGuard = ({ validTo }, now) =>
  isPast(validTo, now) ? text(`该临时事项已于${validTo}到期。`, `This temporary matter ended on ${validTo}.`) : null

export const notExpired: AdmissionGuard = ({ validTo }, now) =>
  isPast(validTo, now) ? null : text('该事项没有到期。', 'It has not expired.')
