// The sentences for what the database refuses.
import { text, type Text } from '../shared/words.ts'
import { SIGNED_ALREADY } from './pledge.sign.ts'

export const CONSTRAINTS: Readonly<Record<string, Text>> = {
  attachment_file_once: text('这个文件已附在记录上。', 'The file hangs on a record already.'),
  comment_bound: text('留言发出后不能修改。', 'A comment stays as it was written.'),
  pledge_active_once: SIGNED_ALREADY,
  compact_receipt_unique: text('这个备案号已被使用。', 'This receipt number is taken.'),
  compact_revision_once: text('修订稿已经在起草中。', 'A revision is being drafted already.'),
  vote_two_signatures: text('计票单须由两名不同的人员核签。', 'Two different people must certify the count.'),
  vote_period: text('截止时间应当晚于开始时间。', 'The vote must close after it opens.'),
  vote_fixed: text(
    '表决事项、规则、名册和结果锁定后不得更改。',
    'Text, rule, electorate and result of a vote do not change once fixed.',
  ),
  ballot_in_time: text('现在不能投票：表决未开始或者已经截止。', 'No ballot is taken now: the vote has not begun, or is closed.'),
  ballot_of_elector: text('投票人不在本次表决锁定的名册中。', 'The voter is not on the frozen roll of this vote.'),
  ballot_secret: text('本次为无记名投票，不留记名选票。', 'This vote is secret; no ballot bears a name.'),
  electorate_frozen: text('名册锁定以后只能经异议更正。', 'A frozen roll is corrected by objection only.'),
  proxy_given_once: text('已经委托了他人，请先撤销。', 'A proxy was given already; revoke it first.'),
  owner_entry_once: text('同一门栋的房号不能重复。', 'A room stands once at a door.'),
  attendance_open: text('现在不能签到：会议未通知或者已经散会。', 'Nobody checks in now: the meeting is not announced, or over.'),
  minutes_final: text('已公布的纪要不再更改。', 'Published minutes are final.'),
  compact_text: text('只有起草中的公约才能修改条文。', 'Articles are changed only while drafting.'),
  pledge_bound: text('公约文本已更新，请阅读新版本后再签署。', 'The text has changed; read the new version before signing.'),
  project_fund_once: text('同一资金来源只填一次。', 'Name each source once.'),
  survey_open_once: text('满意度问卷正在进行，结束后自动登记。', 'A survey is under way; its result is recorded when it closes.'),
  survey_sheet_once: text('这份纸质答卷已经录入。', 'This sheet has been entered already.'),
  pledge_paper_sheet_once: text('这份签署单已经录入。', 'This sheet has been entered already.'),
  pledge_paper_two: text('录入和复核须由两名不同的人员办理。', 'Entering and reading again are done by two different people.'),
  disclosure_text: text('公布后内容不再更改，请用更正说明。', 'What was published stays; use a correction.'),
  owners_committee_renewed_once: text('换届工作已经开始。', 'Its renewal has begun already.'),
  project_once: text('该议题已经形成项目。', 'The issue has a project already.'),
}
