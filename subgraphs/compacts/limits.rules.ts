// How long each step may take, as dated rows. A changed limit is a new row; clocks already running keep theirs.
import type { TimeLimit, TimeUnit } from '../shared/calendar.ts'
import type { RuleRow } from '../shared/rule.ts'
import { text, type Text } from '../shared/words.ts'

export interface Limit extends TimeLimit {
  readonly label: Text
}

const LOCAL = '社区议事协商工作规则'

const row = (code: string, zh: string, en: string, value: number, unit: TimeUnit, basis = LOCAL): RuleRow<Limit> => ({
  code,
  validFrom: '2026-01-01',
  value: { label: text(zh, en), value, unit },
  basis,
})

export const LIMITS: readonly RuleRow<Limit>[] = [
  row('ISSUE_FIRST_REPLY', '议题首次回应', 'First reply to an issue', 15, 'NATURAL_HOUR'),
  row('ISSUE_SCREENING', '议题把关', 'Screening of an issue', 3, 'WORK_DAY'),
  row('ISSUE_AUTHOR', '提出人修改', 'Revision by the author', 7, 'NATURAL_DAY'),
  row('ISSUE_APPEAL', '复核申请', 'Appeal by the author', 5, 'WORK_DAY'),
  row('ISSUE_APPEAL_DECISION', '复核决定', 'Decision of an appeal', 5, 'WORK_DAY'),
  row('ISSUE_OBJECTION', '合并拆分异议', 'Objection to a merger or split', 5, 'NATURAL_DAY'),
  row('ISSUE_REFERRAL', '转办反馈', 'Result of a referral', 15, 'WORK_DAY'),
  row('ISSUE_COMMENT_REVIEW', '留言复核', 'Review of a hidden comment', 5, 'WORK_DAY'),
  row('ISSUE_FIRST_MEETING', '首次协商会议', 'First meeting on an issue', 15, 'WORK_DAY'),
  row(
    'ISSUE_FOLLOW_UP',
    '形成项目或公约',
    'Project or compact after adoption',
    15,
    'WORK_DAY',
    '《城市居民委员会组织法》第三十二条',
  ),
  row('ISSUE_EVALUATION', '效果评估', 'Evaluation', 30, 'NATURAL_DAY'),
  row('ISSUE_SUSPENSION', '中止复查', 'Review of a suspension', 30, 'NATURAL_DAY'),
  row('MEETING_MINUTES', '整理纪要', 'Writing the minutes', 5, 'WORK_DAY'),
  row('MEETING_COUNTERSIGN', '监督会签', 'Countersignature of the minutes', 5, 'WORK_DAY'),
  row('ELECTORATE_OBJECTION', '名册异议', 'Objections to a roll', 5, 'NATURAL_DAY'),
  row('LIFT_PUBLICITY', '加装电梯公示', 'Posting of a lift plan', 10, 'NATURAL_DAY'),
  row('VOTE_COUNT', '计票核签', 'Certifying the count', 1, 'NATURAL_DAY'),
  row('VOTE_PUBLICATION', '公布结果', 'Publishing the result', 5, 'WORK_DAY', '《城市居民委员会组织法》第三十四条'),
  row('VOTE_PUBLICITY', '结果公示', 'Publicity of a result', 15, 'NATURAL_DAY', '《城市居民委员会组织法》第三十四条'),
  row('PROJECT_ACCEPTANCE', '项目验收', 'Acceptance of a project', 10, 'WORK_DAY'),
  row('COMPACT_COMMENT', '征求意见', 'Comment round', 7, 'NATURAL_DAY'),
  row('COMPACT_COMMENT_AGAIN', '再次征求意见', 'Further comment round', 3, 'NATURAL_DAY'),
  row('COMPACT_PARTY_REVIEW', '党组织研究', 'Party study', 10, 'WORK_DAY', '《城市居民委员会组织法》第三十条'),
  row(
    'COMPACT_TOWN_REVIEW',
    '街镇审核',
    'Town review',
    10,
    'WORK_DAY',
    '民政部等《关于做好村规民约和居民公约工作的指导意见》（民发〔2018〕144号）',
  ),
  row('COMPACT_FILING', '报送备案', 'Submitting for filing', 10, 'NATURAL_DAY', '《城市居民委员会组织法》第三十一条'),
  row('COMPACT_PUBLICITY', '公约公布', 'Publicity of a compact', 15, 'NATURAL_DAY', '《城市居民委员会组织法》第三十四条'),
  row('COMPACT_REVIEW', '公约年度评估', 'Yearly review of a compact', 365, 'NATURAL_DAY'),
  row('COMPACT_REVIEW_CALL', '年度评估提前提醒', 'Call for the yearly review, ahead', 30, 'NATURAL_DAY'),
  row('COMPACT_CORRECTION', '责令改正', 'Ordered correction', 30, 'NATURAL_DAY', '《城市居民委员会组织法》第三十一条'),
  row('DISCLOSURE_REVIEW', '居务公开审核', 'Review of a disclosure', 5, 'WORK_DAY'),
  row(
    'DISCLOSURE_PUBLICITY',
    '居务公开公布',
    'Publicity of a disclosure',
    15,
    'NATURAL_DAY',
    '《城市居民委员会组织法》第三十四条',
  ),
  row('DISCLOSURE_ANSWER', '居务查询答复', 'Answer to a question', 7, 'NATURAL_DAY', '《城市居民委员会组织法》第三十四条'),
  row('DISCLOSURE_CORRECTION', '居务公开更正', 'Correction of a disclosure', 5, 'WORK_DAY', '《城市居民委员会组织法》第三十五条'),
  row('OWNERS_GROUP', '成立业主大会筹备组', 'Forming the preparatory group', 60, 'NATURAL_DAY', '《上海市住宅物业管理规定》'),
  row('OWNERS_GROUP_NOTICE', '公告筹备组成员', 'Announcing its members', 7, 'NATURAL_DAY', '《上海市住宅物业管理规定》'),
  row(
    'OWNERS_POSTING',
    '公告业主清册和会议文件',
    'Posting the owner roll and documents',
    15,
    'NATURAL_DAY',
    '《上海市住宅物业管理规定》',
  ),
  row('OWNERS_FILING', '业主委员会备案', 'Filing an owners’ committee', 30, 'NATURAL_DAY', '《上海市住宅物业管理规定》'),
  row('CONVENING_GATHERING', '联名提请开会', 'Asking for a meeting', 60, 'NATURAL_DAY'),
  row('CONVENING_CALL', '召集提请的会议', 'Calling a meeting that was asked for', 15, 'WORK_DAY'),
  row('CONVENING_AHEAD', '法定会议提前提醒', 'Call for a meeting due by law, ahead', 60, 'NATURAL_DAY'),
  row('MORAL_REVIEW', '召集道德评议', 'Convening the moral review', 15, 'WORK_DAY'),
]
