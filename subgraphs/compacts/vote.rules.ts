// What stands in the way of a vote: the frozen electorate, the notice, the hour, the second signature. Knows facts, not records.
import { text, type Text } from '../shared/words.ts'
import { isComposed, isQuorate, needed, quorumOf, type AssemblyRule, type Basis } from './assembly.rules.ts'
import { afterClose } from './ballot.rules.ts'
import { clockOf } from './day.rules.ts'
import type { Guard } from './guard.rules.ts'

/** How ballots are cast. */
export const VOTE_MANNERS = {
  AT_MEETING: text('会上表决', 'At the meeting'),
  OVER_PERIOD: text('会后限期表决', 'Over a period'),
} satisfies Record<string, Text>

export type VoteManner = keyof typeof VOTE_MANNERS

export interface VotingFacts {
  readonly rule: AssemblyRule
  readonly basis: Basis | null
  readonly meetingStatus: string
  /** Units of the frozen electorate; 0 when it is not frozen. */
  readonly electors: number
  /** Representatives among them, where the rule asks for a share. */
  readonly representatives: number
  /** Units that have checked in at the meeting. */
  readonly attending: number
  readonly manner: VoteManner
  readonly proposal: string
  readonly opensAt: Date
  readonly closesAt: Date
  /** The text voted on is the text of the compact as it stands. */
  readonly isTextCurrent: boolean
  /** The compact may be voted on now; true when there is none. */
  readonly isCompactReady: boolean
  /** A compact voted by representatives needs a delegation by the residents' meeting. */
  readonly needsDelegation: boolean
  readonly hasDelegation: boolean
  readonly isExtended: boolean
  /** Objections to the roll that are not decided. */
  readonly objections: number
  readonly isSecret: boolean
  /** The chair has signed the count; and whether that was this actor. */
  readonly isSignedByChair: boolean
  readonly isSigner: boolean
}

type VoteGuard = Guard<VotingFacts>

export const notNoticed: VoteGuard = ({ meetingStatus }) =>
  meetingStatus === 'NOTICED' || meetingStatus === 'OPEN'
    ? null
    : text('会议尚未通知，或者已经散会。', 'The meeting has not been announced, or is over.')

export const notFrozen: VoteGuard = ({ electors }) =>
  electors > 0 ? null : text('参会名册尚未锁定或者为空。', 'The electorate is not frozen, or is empty.')

export const notComposed: VoteGuard = ({ rule, representatives, electors }) =>
  isComposed(rule, representatives, electors)
    ? null
    : text(
        '居民代表应当占居民代表会议组成人员的五分之四以上（居委会组织法第二十八条）。',
        "Residents' representatives must make up at least four fifths of the members (Organic Law art. 28).",
      )

export const notBinding: VoteGuard = ({ rule }) =>
  rule.binding ? null : text('协商会议不能作出表决决定。', 'A consultation cannot take a binding vote.')

export const noProposal: VoteGuard = ({ proposal }) =>
  proposal.trim().length >= 10
    ? null
    : text('请写明交付表决的事项（不少于10字）。', 'State what is voted on, in at least 10 characters.')

export const badPeriod: VoteGuard = ({ opensAt, closesAt }) =>
  closesAt > opensAt ? null : text('截止时间应当晚于开始时间。', 'The vote must close after it opens.')

export const compactNotReady: VoteGuard = ({ isCompactReady }) =>
  isCompactReady
    ? null
    : text(
        '公约应当先经社区党组织研究，再提交表决（居委会组织法第三十条）。',
        'A compact is first studied by the community Party organisation (Organic Law art. 30).',
      )

export const textMoved: VoteGuard = ({ isTextCurrent }) =>
  isTextCurrent ? null : text('公约文本已有修改，请重新拟定表决。', 'The text of the compact has changed; draft the vote anew.')

export const notDelegated: VoteGuard = ({ needsDelegation, hasDelegation }) =>
  needsDelegation && !hasDelegation
    ? text(
        '公约由居民会议制定；由居民代表会议表决的，应当有居民会议的授权（居委会组织法第三十条）。',
        "A compact is made by the residents' meeting; representatives need its delegation (Organic Law art. 30).",
      )
    : null

export const meetingNotOpen: VoteGuard = ({ meetingStatus }) =>
  meetingStatus === 'OPEN' ? null : text('会议尚未召开，不能开始表决。', 'The meeting is not open yet.')

export const beforeOpening: VoteGuard = ({ opensAt }, now) =>
  now < opensAt ? text(`表决从${clockOf(opensAt)}开始。`, `The vote opens at ${clockOf(opensAt)}.`) : null

export const afterClosing: VoteGuard = ({ closesAt }, now) =>
  now >= afterClose(closesAt) ? text('表决的截止时间已过。', 'The closing time has passed.') : null

/** How many must take part. */
export const quorumNeeded = (rule: AssemblyRule, eligible: number, basis: Basis | null): number => {
  const share = quorumOf(rule, basis)
  return share ? needed(eligible, share) : 1
}

/** 会上表决: the quorum must be in the room at the moment the vote opens. */
export const quorumMissing: VoteGuard = ({ rule, basis, manner, attending, electors }) =>
  manner === 'AT_MEETING' && !isQuorate(rule, attending, electors, basis)
    ? text(
        `到会${attending}，应到${electors}，未达到法定人数${quorumNeeded(rule, electors, basis)}（${rule.law.zh}${rule.articles}）。`,
        `${attending} of ${electors} are present; the quorum is ${quorumNeeded(rule, electors, basis)} (${rule.law.en}).`,
      )
    : null

export const objectionsPending: VoteGuard = ({ objections }) =>
  objections > 0
    ? text(`还有${objections}件名册异议没有决定。`, `${objections} objections to the roll are not decided yet.`)
    : null

export const secretByArea: VoteGuard = ({ rule, isSecret }) =>
  isSecret && rule.byArea
    ? text(
        '按面积计算的表决不能无记名：面积会透露投票人。',
        'A vote counted by area cannot be secret: the area would tell who voted.',
      )
    : null

export const stillOpen: VoteGuard = ({ closesAt }, now) =>
  now >= afterClose(closesAt)
    ? null
    : text(`表决到${clockOf(closesAt)}截止，不得提前结束。`, `The vote runs until ${clockOf(closesAt)} and may not end earlier.`)

export const extendedOnce: VoteGuard = ({ isExtended }) =>
  isExtended ? text('表决只能延长一次。', 'A vote may be extended once.') : null

export const signedAlready: VoteGuard = ({ isSignedByChair }) =>
  isSignedByChair ? text('主持人已经签字。', 'The chair has signed already.') : null

export const chairUnsigned: VoteGuard = ({ isSignedByChair }) =>
  isSignedByChair ? null : text('请先由会议主持人在计票单上签字。', 'The chair must sign the count first.')

export const samePerson: VoteGuard = ({ isSigner }) =>
  isSigner ? text('计票单须由两名不同的人员核签。', 'Two different people must certify the count.') : null
