// What stands in the way of a residents' compact (居民公约). Knows facts, not records.
import { text, type Text } from '../shared/words.ts'
import { addDays } from '../shared/calendar.ts'
import { hasCome } from './day.rules.ts'
import { stillShown } from '../shared/notice.ts'
import type { Guard } from './guard.rules.ts'
import type { VoteFacts } from './issue.rules.ts'

/** A compact and a charter are made alike (居委会组织法第三十、三十一条); a civility pledge binds nobody and is not voted on or filed. */
export const COMPACT_KINDS = {
  COMPACT: text('居民公约', "Residents' compact"),
  CHARTER: text('居民自治章程', 'Self-governance charter'),
  CIVILITY: text('文明公约', 'Civility pledge'),
} satisfies Record<string, Text>

export type CompactKind = keyof typeof COMPACT_KINDS

/** What came of a comment. */
export const COMMENT_OUTCOMES = {
  ADOPTED: text('采纳', 'Adopted'),
  PARTLY: text('部分采纳', 'Adopted in part'),
  NOT_ADOPTED: text('未采纳', 'Not adopted'),
  EXPLAINED: text('解释说明', 'Explained'),
} satisfies Record<string, Text>

export type CommentOutcome = keyof typeof COMMENT_OUTCOMES

/** What a yearly review finds. */
export const REVIEW_FINDINGS = {
  KEEP: text('继续施行', 'Keep'),
  REVISE: text('建议修订', 'Revise'),
  REPEAL: text('建议废止', 'Repeal'),
} satisfies Record<string, Text>

export type ReviewFinding = keyof typeof REVIEW_FINDINGS

/** What every article is checked for (居委会组织法第三十一条). */
export const LEGALITY_CHECKS = {
  LAWFUL: text('不与宪法、法律、法规相抵触', 'Does not conflict with constitution, laws or regulations'),
  DECENT: text('不违背公序良俗', 'Does not offend public order or good morals'),
  RIGHTS_KEPT: text('没有侵犯人身权利、民主权利和财产权利的内容', 'Infringes no personal, democratic or property right'),
  NO_FINES: text('没有罚款等处罚内容', 'Imposes no fine or other penalty'),
} satisfies Record<string, Text>

export type LegalityCheck = keyof typeof LEGALITY_CHECKS

export interface ArticleFacts {
  readonly number: number
  readonly body: string
  readonly passed: readonly LegalityCheck[]
}

export interface CompactFacts {
  readonly kind: CompactKind
  readonly articles: readonly ArticleFacts[]
  readonly owner: string
  readonly commentOpenedAt: Date | null
  /** When the clock of its state ends. */
  readonly dueAt: Date | null
  /** Days this comment round must last. */
  readonly commentDays: number
  readonly unanswered: number
  readonly vote: VoteFacts | null
  readonly repeal: VoteFacts | null
  readonly isSubmitted: boolean
  readonly isAnnounced: boolean
  readonly announcedAt: Date | null
  readonly publicityDays: number
  /** Day on which it takes effect, 2026-01-01. */
  readonly effectiveOn: string | null
  readonly expiresOn: string | null
  /** Amendments nobody has decided on. */
  readonly openAmendments: number
  /** Where the edition that revises this one stands. */
  readonly successorStatus: string | null
}

type CompactGuard = Guard<CompactFacts>

export const noArticles: CompactGuard = ({ articles, owner }) =>
  articles.length === 0 || !owner.trim() || articles.some(({ number, body }, i) => number !== i + 1 || body.trim().length === 0)
    ? text(
        '公约应当有负责人，条文从第一条起连续编号，不得为空。',
        'A compact needs an owner and articles numbered from 1 without gaps, none empty.',
      )
    : null

export const notLawful: CompactGuard = ({ articles }) => {
  const checks = Object.keys(LEGALITY_CHECKS) as LegalityCheck[]
  const unchecked = articles.filter(({ passed }) => !checks.every((check) => passed.includes(check))).map(({ number }) => number)
  return unchecked.length > 0
    ? text(
        `第${unchecked.join('、')}条尚未通过合法性审查（居委会组织法第三十一条）。`,
        `Articles not yet found lawful: ${unchecked.join(', ')} (Organic Law art. 31).`,
      )
    : null
}

export const notReviewed: CompactGuard = ({ openAmendments }) =>
  openAmendments > 0
    ? text(`还有${openAmendments}份修改建议没有处理。`, `${openAmendments} amendments have not been decided on yet.`)
    : null

export const isPledgeOnly: CompactGuard = ({ kind }) =>
  kind === 'CIVILITY'
    ? text(
        '文明公约是倡议，由议事会确认后公布，不需要表决和备案。',
        'A civility pledge is confirmed by a council and announced; it is not voted on or filed.',
      )
    : null

export const isNormative: CompactGuard = ({ kind }) =>
  kind === 'CIVILITY'
    ? null
    : text(
        '居民公约和自治章程应当由居民会议制定并备案（居委会组织法第三十、三十一条）。',
        "A compact or charter is made by the residents' meeting and filed (Organic Law arts. 30 and 31).",
      )

export const commentRuns: CompactGuard = ({ commentOpenedAt, commentDays }, now) =>
  stillShown({ begunAt: commentOpenedAt, days: commentDays }, text('征求意见', 'The comment round'), null, now)

/** The review is asked for by policy and not by law: it does not hold up the vote for ever. */
export const townHasTime: CompactGuard = ({ dueAt }, now) =>
  dueAt && now >= dueAt ? null : text('街镇审核期限未满。', 'The time for the town to review it is not over.')

export const unanswered: CompactGuard = ({ unanswered: left }) =>
  left > 0 ? text(`还有${left}条意见没有答复。`, `${left} comments have no answer yet.`) : null

const isCertified = (vote: VoteFacts | null) => vote?.status === 'CERTIFIED' || vote?.status === 'PUBLISHED'

export const notCarried: CompactGuard = ({ vote }) =>
  isCertified(vote) && vote!.carried
    ? null
    : text(
        '居民会议表决结果未经核签，或者未获通过（居委会组织法第三十条）。',
        "The residents' meeting's result is not certified, or did not carry it (Organic Law art. 30).",
      )

export const notLost: CompactGuard = ({ vote }) =>
  vote?.status === 'VOIDED' || (isCertified(vote) && !vote!.carried)
    ? null
    : text('表决没有作废，也没有未通过的核签结果。', 'The vote is neither void nor certified as lost.')

export const submittedAlready: CompactGuard = ({ isSubmitted }) =>
  isSubmitted ? text('备案材料已经报送。', 'It has been submitted for filing already.') : null

export const notSubmitted: CompactGuard = ({ isSubmitted }) =>
  isSubmitted ? null : text('居委会尚未报送备案材料。', 'The committee has not submitted it for filing yet.')

export const announcedAlready: CompactGuard = ({ isAnnounced }) =>
  isAnnounced ? text('公约已经公布。', 'It has been announced already.') : null

export const publicityRuns: CompactGuard = ({ announcedAt, publicityDays }, now) =>
  stillShown(
    { begunAt: announcedAt, days: publicityDays },
    text('公布', 'Publicity'),
    text('居委会组织法第三十四条', 'Organic Law art. 34'),
    now,
  )

export const notEffective: CompactGuard = ({ effectiveOn }, now) =>
  effectiveOn && hasCome(effectiveOn, now) ? null : text('施行日期还没有到。', 'Its effective date has not come.')

export const notExpired: CompactGuard = ({ expiresOn }, now) =>
  expiresOn && hasCome(addDays(expiresOn, 1), now) ? null : text('有效期还没有届满。', 'Its last day has not passed.')

export const revisedAlready: CompactGuard = ({ successorStatus }) =>
  successorStatus ? text('修订稿已经在起草中。', 'A revision is being drafted already.') : null

export const noSuccessor: CompactGuard = ({ successorStatus }) =>
  successorStatus === 'IN_FORCE' ? null : text('没有新版公约施行。', 'No newer version is in force.')

/** What the council confirmed as a pledge, it takes back; what the residents' meeting made, only that meeting repeals. */
export const notRepealed: CompactGuard = ({ kind, repeal }) =>
  kind === 'CIVILITY' || (isCertified(repeal) && repeal!.carried)
    ? null
    : text(
        '废止公约应当经居民会议表决通过（居委会组织法第三十条）。',
        "Repeal takes a vote of the residents' meeting (Organic Law art. 30).",
      )
