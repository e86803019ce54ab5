// What stands in the way of an issue, as sentences. Knows facts, not records.
import { text } from '../shared/words.ts'
import { daysBetween } from './day.rules.ts'
import { isEnough, isSatisfied, type Evaluation, type EvaluationRule } from './evaluation.rules.ts'
import type { Guard } from './guard.rules.ts'
import type { RegroupFacts } from './issueRegroup.rules.ts'

/** How many open issues one resident may have at a time. */
export const OPEN_ISSUES = 3
/** Days after which a matter that failed may be taken up again unchanged. */
export const REST_DAYS = 90
/** Minutes after submission in which the author rewords an issue nobody supports yet without leaving a trace. */
export const FREE_EDIT_MINUTES = 5

export interface VoteFacts {
  readonly status: string
  readonly quorate: boolean | null
  readonly carried: boolean | null
}

export interface IssueFacts extends RegroupFacts {
  readonly title: string
  readonly body: string
  /** Open issues of its author, this one left out. */
  readonly otherOpen: number
  readonly revisedSinceReturn: boolean
  /** End of the clock that is running. */
  readonly dueAt: Date | null
  readonly appealUntil: Date | null
  readonly hasAppealed: boolean
  /** The actor is the one who screened it. */
  readonly isScreener: boolean
  /** The actor shares a household with one of its authors. */
  readonly isKin: boolean
  /** What a supervision member found of the appeal; null until one did. */
  readonly ruling: { readonly upheld: boolean; readonly isOwn: boolean } | null
  /** Residents who raised it besides the actor, or besides the first for whoever did not. */
  readonly coRaisers: number
  readonly needsAssembly: boolean
  readonly hasScopeAndLead: boolean
  /** A deliberation on it has published minutes. */
  readonly isDeliberated: boolean
  readonly hasConsensus: boolean
  readonly isStudied: boolean
  /** Its latest decisive vote. */
  readonly vote: VoteFacts | null
  readonly failedAt: Date | null
  readonly revisedSinceVote: boolean
  /** Enough residents have asked for a meeting on it. */
  readonly isAskedFor: boolean
  readonly project: { readonly status: string } | null
  readonly evaluation: Evaluation | null
  /** A review meeting (评议会) on it has published minutes since delivery. */
  readonly isReviewed: boolean
  readonly reworks: number
  readonly standard: EvaluationRule
  /** Where its latest survey stands. */
  readonly surveyStatus: string | null
  /** The supervision committee lets a result below the threshold stand. */
  readonly isAllowed: boolean
  /** The actor answers for its project. */
  readonly isOwner: boolean
  readonly compactStatus: string | null
}

type IssueGuard = Guard<IssueFacts>

export const incomplete: IssueGuard = ({ title, body }) =>
  title.trim().length < 4 || body.trim().length < 10
    ? text(
        '请写明议题名称（不少于4字）和具体情况（不少于10字）。',
        'Give the issue a title of at least 4 characters and say at least 10 about it.',
      )
    : null

export const tooManyOpen: IssueGuard = ({ otherOpen }) =>
  otherOpen >= OPEN_ISSUES
    ? text(
        `每人同时在办的议题不超过${OPEN_ISSUES}件，您已有${otherOpen}件。`,
        `At most ${OPEN_ISSUES} open issues a person; there are ${otherOpen} already.`,
      )
    : null

export const ownIssue: IssueGuard = ({ relations }) =>
  relations?.includes('AUTHOR')
    ? text('提出人不能把关自己的议题，请由其他同志办理。', 'The author may not screen their own issue; a colleague must.')
    : null

export const notClassified: IssueGuard = ({ hasScopeAndLead }) =>
  hasScopeAndLead
    ? null
    : text('立题前请确定议题类别和牵头人。', 'Choose the class of the issue and who leads before accepting it.')

export const notRevised: IssueGuard = ({ revisedSinceReturn }) =>
  revisedSinceReturn
    ? null
    : text('内容尚未修改，请按退回意见修改后再提交。', 'Nothing has changed since it was returned; revise it first.')

export const authorHasTime: IssueGuard = ({ dueAt }, now) =>
  dueAt && now > dueAt ? null : text('提出人的修改期限还没有到。', 'The author still has time to revise it.')

export const appealedBefore: IssueGuard = ({ hasAppealed }) =>
  hasAppealed ? text('同一议题只能申请复核一次。', 'An issue may be appealed once.') : null

export const appealTooLate: IssueGuard = ({ appealUntil }, now) =>
  appealUntil && now <= appealUntil
    ? null
    : text('已超过申请复核的期限（不予立题后5个工作日内）。', 'The time to appeal (5 working days after the rejection) is over.')

export const judgesOwnScreening: IssueGuard = ({ isScreener, relations, isKin }) => {
  if (isScreener || relations?.includes('AUTHOR'))
    return text('提出人和原把关人不能办理复核。', 'Neither the author nor the screener may decide the appeal.')
  return isKin ? text('与提出人同户的人员应当回避。', 'Someone of the author’s household may not decide.') : null
}

const notSeconded =
  (upheld: boolean): IssueGuard =>
  ({ ruling }) => {
    if (ruling?.upheld !== upheld)
      return upheld
        ? text(
            '须先有一名居务监督委员提出立题意见，再由另一名委员决定。',
            'One supervision member must first find for taking it up.',
          )
        : text(
            '须先有一名居务监督委员提出维持意见，再由另一名委员决定。',
            'One supervision member must first find for upholding the rejection.',
          )
    return ruling.isOwn
      ? text('复核须由两名居务监督委员共同作出，请由另一名委员决定。', 'Two supervision members decide together; another must.')
      : null
  }

export const notUpheld: IssueGuard = notSeconded(true)
export const notDismissed: IssueGuard = notSeconded(false)

export const othersRaiseIt: IssueGuard = ({ coRaisers, status }) =>
  coRaisers > 0 && status !== 'DRAFT'
    ? text(
        `还有${coRaisers}位共同提出人。您可以退出，由其他人继续；全部退出后才能撤回。`,
        `${coRaisers} others raise it too. You may step back and leave it to them; it is withdrawn by the last.`,
      )
    : null

export const voteOpened: IssueGuard = ({ vote }) =>
  vote && vote.status !== 'DRAFT' && vote.status !== 'ARMED' && vote.status !== 'CANCELLED' && vote.status !== 'VOIDED'
    ? text('已经开始表决，不能撤回。', 'Voting has begun; it cannot be withdrawn.')
    : null

export const notDeliberated: IssueGuard = ({ isDeliberated }) =>
  isDeliberated
    ? null
    : text(
        '还没有公布协商会议纪要；涉及居民切身利益的事项应当先行协商（居委会组织法第三十二条）。',
        'No minutes of a deliberation are published yet; such matters are deliberated first (Organic Law art. 32).',
      )

export const notStudied: IssueGuard = ({ isStudied }) =>
  isStudied
    ? null
    : text(
        '重要事项应当先经社区党组织研究讨论（居委会组织法第三十条）。',
        'Important matters are first studied by the community Party organisation (Organic Law art. 30).',
      )

export const voteNotOpen: IssueGuard = ({ vote }) =>
  vote?.status === 'OPEN' ? null : text('表决尚未开始。', 'The vote is not open.')

const isCertified = (vote: VoteFacts | null) => vote?.status === 'CERTIFIED' || vote?.status === 'PUBLISHED'

export const notCarried: IssueGuard = ({ vote }) =>
  isCertified(vote) && vote!.carried
    ? null
    : text('表决结果未经核签，或者未获通过。', 'The result is not certified, or the matter was not carried.')

export const notLost: IssueGuard = ({ vote }) =>
  isCertified(vote) && !vote!.carried
    ? null
    : text('表决结果未经核签，或者已获通过。', 'The result is not certified, or the matter was carried.')

export const notVoided: IssueGuard = ({ vote }) =>
  vote?.status === 'VOIDED' ? null : text('表决没有作废。', 'The vote has not been voided.')

export const noConsensus: IssueGuard = ({ hasConsensus }) =>
  hasConsensus ? null : text('已公布的协商纪要中没有一致意见。', 'The published minutes record no consensus.')

export const mustGoToAssembly: IssueGuard = ({ needsAssembly }) =>
  needsAssembly
    ? text(
        '本议题应当提交居民会议或者居民代表会议讨论决定（居委会组织法第三十二条）。',
        "This issue must be decided by a residents' or representatives' meeting (Organic Law art. 32).",
      )
    : null

export const restsStill: IssueGuard = ({ failedAt, vote, revisedSinceVote, isAskedFor }, now) =>
  vote?.quorate === false || revisedSinceVote || isAskedFor || (failedAt && daysBetween(failedAt, now) >= REST_DAYS)
    ? null
    : text(
        `未通过的议题满${REST_DAYS}日，或者内容有修改，或者仅因人数不足未通过，或者居民依法联名提请的，才能再次协商。`,
        `A matter that failed is taken up again after ${REST_DAYS} days, or changed, when only the quorum was missing, or when enough residents ask.`,
      )

export const notDelivered: IssueGuard = ({ project }) =>
  project && ['DELIVERED', 'ACCEPTED', 'DONE', 'STOPPED'].includes(project.status)
    ? null
    : text('项目尚未完工交付。', 'The project is not delivered yet.')

export const notEvaluated: IssueGuard = ({ evaluation, standard }) =>
  evaluation && isEnough(evaluation, standard)
    ? null
    : text(
        `评估样本不足：需要不少于${standard.answers}份答卷，或者不少于所涉户数的${standard.percent}%。`,
        `Too few answers: at least ${standard.answers}, or ${standard.percent}% of the households concerned.`,
      )

export const surveyRuns: IssueGuard = ({ surveyStatus }) =>
  surveyStatus === 'OPEN'
    ? text('满意度问卷正在进行，结束后自动登记。', 'A survey is under way; its result is recorded when it closes.')
    : null

export const judgesOwnProject: IssueGuard = ({ isOwner }) =>
  isOwner ? text('责任单位不能评估自己的项目。', 'The owner may not judge their own work.') : null

export const notReviewed: IssueGuard = ({ isReviewed }) =>
  isReviewed ? null : text('评议会纪要尚未公布。', 'The minutes of the review meeting are not published yet.')

export const unsatisfied: IssueGuard = ({ evaluation, standard, isAllowed }) =>
  evaluation && (isAllowed || isSatisfied(evaluation, standard))
    ? null
    : text(
        `满意率低于${standard.satisfied}%，应当整改，或者由居务监督委员会说明理由予以认可。`,
        `Fewer than ${standard.satisfied}% are satisfied; the work must be redone, or the supervision committee says why it may stand.`,
      )

export const satisfied: IssueGuard = ({ evaluation, standard, isAllowed }) =>
  evaluation && (isAllowed || isSatisfied(evaluation, standard))
    ? text(
        `满意率已达到${standard.satisfied}%，或者结果已获认可。`,
        `At least ${standard.satisfied}% are satisfied, or the result stands already.`,
      )
    : null

export const reworkedEnough: IssueGuard = ({ reworks, standard }) =>
  reworks >= standard.reworks
    ? text(
        `已整改${standard.reworks}次，请报街镇研究处理。`,
        `Reworked ${standard.reworks} times already; take it to the subdistrict.`,
      )
    : null

export const compactUnderWay: IssueGuard = ({ compactStatus }) =>
  compactStatus ? text('公约已经在起草或者施行。', 'Its compact is being drafted or in force already.') : null

export const compactNotInForce: IssueGuard = ({ compactStatus }) =>
  compactStatus === 'IN_FORCE' ? null : text('公约尚未施行。', 'The compact is not in force yet.')
