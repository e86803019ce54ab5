// The life of an issue (议题), from a resident's draft to its conclusion.
import { defineMachine, type ActionOf, type StateOf } from '../shared/machine.ts'
import { text } from '../shared/words.ts'
import { all } from './guard.rules.ts'
import * as rule from './issue.rules.ts'
import { EVALUATION } from './issueEvaluation.rules.ts'
import { REGROUPING, REGROUPING_STATES } from './issueRegroup.actions.ts'
import { SCREENING } from './issueScreening.actions.ts'

export const issueMachine = defineMachine<rule.IssueFacts>()({
  name: 'Issue',
  label: text('议题', 'Issue'),
  initial: 'DRAFT',
  states: {
    DRAFT: { label: text('草稿', 'Draft'), says: text('只有提出人可见。', 'Only its author sees it.') },
    SUBMITTED: {
      label: text('待把关', 'Submitted'),
      says: text('等待居委会把关筛选。', 'Waits for the committee to screen it.'),
    },
    RETURNED: {
      label: text('退回修改', 'Returned'),
      says: text('提出人七日内修改。', 'The author has seven days to revise it.'),
    },
    REJECTED: {
      label: text('不予立题', 'Rejected'),
      says: text('理由公开，不显示姓名。', 'The reason is public, names are not.'),
    },
    APPEALED: { label: text('复核中', 'Appealed'), says: text('由居务监督委员会复核。', 'The supervision committee decides.') },
    REFERRED: {
      label: text('已转办', 'Referred'),
      says: text('转为案件办理，等待办理结果。', 'Handled as a case; its result is waited for.'),
    },
    ...REGROUPING_STATES,
    DELIBERATING: { label: text('协商中', 'Deliberating'), says: text('召开协商会议。', 'Meetings are held on it.') },
    VOTING: {
      label: text('表决中', 'Voting'),
      says: text('提交居民会议或居民代表会议表决。', "Put to the residents' or representatives' meeting."),
    },
    ADOPTED: { label: text('已通过', 'Adopted'), says: text('等待形成项目或公约。', 'Waits to become a project or a compact.') },
    NOT_ADOPTED: { label: text('未通过', 'Not adopted'), says: text('表决未获通过。', 'The vote did not carry it.') },
    IMPLEMENTING: { label: text('实施中', 'Implementing'), says: text('项目正在推进。', 'Its project is under way.') },
    EVALUATING: {
      label: text('评估中', 'Evaluating'),
      says: text('问卷和评议会评估效果。', 'A survey and a review meeting judge the effect.'),
    },
    REWORK: {
      label: text('整改中', 'Rework'),
      says: text('满意率未达标，正在整改。', 'Too few were satisfied; the work is redone.'),
    },
    COMPACTING: {
      label: text('制定公约中', 'Compacting'),
      says: text('把成果写成居民公约。', "What was achieved becomes a residents' compact."),
    },
    CONCLUDED: { label: text('已办结', 'Concluded'), final: true },
    WITHDRAWN: { label: text('已撤回', 'Withdrawn'), says: text('内容仍可查阅。', 'Its text can still be read.'), final: true },
    SUSPENDED: { label: text('已中止', 'Suspended'), says: text('期限暂停计算。', 'Its clocks stand still.') },
  },
  actions: {
    ...SCREENING,
    ...REGROUPING,
    MEET: {
      label: text('首次会议已通知', 'First meeting announced'),
      from: ['DELIBERATING'],
      to: 'DELIBERATING',
      by: ['SYSTEM'],
      aside: true,
    },
    CONVENE: {
      label: text('召集会议', 'Convene a meeting'),
      from: ['DELIBERATING'],
      to: 'DELIBERATING',
      by: ['COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER'],
      carries: true,
    },
    CONVENE_STOP: {
      label: text('召集会议讨论停止项目', 'Convene a meeting on stopping the project'),
      from: ['IMPLEMENTING'],
      to: 'IMPLEMENTING',
      by: ['COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER'],
      carries: true,
    },
    CONVENE_REVIEW: {
      label: text('召集评议会', 'Convene the review meeting'),
      from: ['EVALUATING'],
      to: 'EVALUATING',
      by: ['COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER'],
      carries: true,
    },
    RECORD_STUDY: {
      label: text('登记党组织研究意见', 'Record the Party study'),
      from: ['DELIBERATING'],
      to: 'DELIBERATING',
      by: ['PARTY_BRANCH'],
      carries: true,
    },
    PUT_TO_VOTE: {
      label: text('付诸表决', 'Put to the vote'),
      from: ['DELIBERATING'],
      to: 'VOTING',
      by: ['SYSTEM'],
      unless: all(rule.notDeliberated, rule.notStudied, rule.voteNotOpen),
    },
    ADOPT: {
      label: text('表决通过', 'Adopt'),
      from: ['VOTING'],
      to: 'ADOPTED',
      by: ['SYSTEM'],
      starts: 'ISSUE_FOLLOW_UP',
      unless: rule.notCarried,
    },
    FAIL: { label: text('表决未通过', 'Fail'), from: ['VOTING'], to: 'NOT_ADOPTED', by: ['SYSTEM'], unless: rule.notLost },
    RECALL_VOTE: {
      label: text('表决作废，恢复协商', 'Return from a void vote'),
      from: ['VOTING'],
      to: 'DELIBERATING',
      by: ['SYSTEM'],
      unless: rule.notVoided,
    },
    AGREE: {
      label: text('协商一致通过', 'Adopt by consensus'),
      from: ['DELIBERATING'],
      to: 'ADOPTED',
      by: ['MEETING_CHAIR'],
      starts: 'ISSUE_FOLLOW_UP',
      unless: all(rule.mustGoToAssembly, rule.notDeliberated, rule.noConsensus),
    },
    CLOSE: {
      label: text('协商办结', 'Close without action'),
      from: ['DELIBERATING'],
      to: 'CONCLUDED',
      by: ['MEETING_CHAIR'],
      reason: true,
      aside: true,
      unless: rule.notDeliberated,
    },
    REOPEN: {
      label: text('再次协商', 'Deliberate again'),
      from: ['NOT_ADOPTED'],
      to: 'DELIBERATING',
      by: ['COMMITTEE_SECRETARY'],
      reason: true,
      aside: true,
      starts: 'ISSUE_FIRST_MEETING',
      unless: rule.restsStill,
    },
    IMPLEMENT: {
      label: text('形成项目', 'Make it a project'),
      from: ['ADOPTED'],
      to: 'IMPLEMENTING',
      by: ['COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER'],
      carries: true,
    },
    EVALUATE: {
      label: text('开展评估', 'Evaluate'),
      from: ['IMPLEMENTING', 'REWORK'],
      to: 'EVALUATING',
      by: ['OWNER', 'COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER'],
      starts: 'ISSUE_EVALUATION',
      unless: rule.notDelivered,
    },
    ...EVALUATION,
    DRAFT_COMPACT: {
      label: text('起草公约', 'Draft a compact'),
      from: ['ADOPTED', 'EVALUATING', 'COMPACTING'],
      to: 'COMPACTING',
      by: ['COMMITTEE_SECRETARY', 'COMMITTEE_MEMBER'],
      carries: true,
      unless: (facts, now) =>
        facts.status === 'EVALUATING'
          ? all(rule.notEvaluated, rule.notReviewed, rule.unsatisfied)(facts, now)
          : rule.compactUnderWay(facts, now),
    },
    CONCLUDE: {
      label: text('办结', 'Conclude'),
      from: ['EVALUATING', 'COMPACTING'],
      to: 'CONCLUDED',
      by: ['MEETING_CHAIR', 'SYSTEM'],
      unless: (facts, now) =>
        facts.status === 'COMPACTING'
          ? rule.compactNotInForce(facts, now)
          : all(rule.notEvaluated, rule.notReviewed, rule.unsatisfied)(facts, now),
    },
    WITHDRAW: {
      label: text('撤回', 'Withdraw'),
      from: ['DRAFT', 'SUBMITTED', 'RETURNED', 'DELIBERATING'],
      to: 'WITHDRAWN',
      by: ['AUTHOR'],
      aside: true,
      unless: all(rule.voteOpened, rule.othersRaiseIt),
    },
    SUSPEND: {
      label: text('中止', 'Suspend'),
      from: [
        'SUBMITTED',
        'RETURNED',
        'APPEALED',
        'REFERRED',
        'DELIBERATING',
        'ADOPTED',
        'NOT_ADOPTED',
        'IMPLEMENTING',
        'EVALUATING',
        'REWORK',
        'COMPACTING',
      ],
      to: 'SUSPENDED',
      by: ['SUBDISTRICT_OFFICER', 'SUBDISTRICT_LEAD'],
      reason: true,
      carries: true,
      aside: true,
      starts: 'ISSUE_SUSPENSION',
    },
    KEEP_SUSPENDED: {
      label: text('继续中止', 'Keep it suspended'),
      from: ['SUSPENDED'],
      to: 'SUSPENDED',
      by: ['SUBDISTRICT_OFFICER', 'SUBDISTRICT_LEAD'],
      reason: true,
      starts: 'ISSUE_SUSPENSION',
    },
    RESUME: {
      label: text('恢复', 'Resume'),
      from: ['SUSPENDED'],
      to: 'PREVIOUS',
      by: ['SUBDISTRICT_OFFICER', 'SUBDISTRICT_LEAD'],
      reason: true,
    },
  },
})

export type IssueStatus = StateOf<typeof issueMachine>
export type IssueAction = ActionOf<typeof issueMachine>
