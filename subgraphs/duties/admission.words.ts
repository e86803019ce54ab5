// What the history and the database of admission and funding say, in words.
import type { DetailWords } from '../shared/acts.ts'
import { text, type Text } from '../shared/words.ts'

export const ADMISSION_ACTS: Readonly<Record<string, Text>> = {
  OBJECT: text('提出异议', 'Objection raised'),
  ANSWER: text('答复异议', 'Objection answered'),
  FALL_DUE: text('逾期未拨付', 'Transfer overdue'),
}

export const ADMISSION_DETAILS: Readonly<Record<string, DetailWords>> = {
  missing: [text('缺少的材料', 'Missing')],
  legalOpinion: [text('审查意见', 'Legal opinion')],
  passed: [text('审查通过项', 'Passed')],
  units: [text('受邀单位', 'Asked')],
  meetsOn: [text('会议日期', 'Meeting on')],
  members: [text('应到成员', 'Members')],
  votes: [text('参加表决', 'Votes')],
  votesFor: [text('赞成票', 'For')],
  choice: [text('表决意见', 'Vote')],
  stance: [text('意见', 'Opinion')],
  body: [text('说明', 'Said')],
  objection: [text('异议', 'Objection')],
  answer: [text('答复', 'Answer')],
  amount: [text('金额', 'Amount'), 'FEN'],
  received: [text('到账金额', 'Received'), 'FEN'],
  voucher: [text('凭证号', 'Voucher')],
  transferredOn: [text('拨付日期', 'Transferred on')],
  budgetDocument: [text('预算文号', 'Budget document')],
  source: [text('经费来源', 'Source of funds')],
  transferBy: [text('约定拨付日期', 'Transfer due by')],
}

export const ADMISSION_CONSTRAINTS: Readonly<Record<string, Text>> = {
  admission_document_once: text('这个准入文号已被使用。', 'This document number is taken.'),
  admission_days: text('临时事项的截止日期应当晚于开始日期。', 'A temporary matter ends after it starts.'),
  opinion_once: text('该单位已经受邀。', 'The unit has been asked already.'),
  opinion_open: text('征求意见已经截止。', 'The consultation is closed.'),
  joint_vote_once: text('您已经表决。', 'You have voted already.'),
  joint_vote_open: text('该事项不在联席会议审议中。', 'The matter is not before the joint meeting.'),
  admission_objection_open: text('公示期已过，或者异议已经答复。', 'The publicity is over, or the objection is answered.'),
  funding_fixed: text('承诺的经费不得更改。', 'What was promised does not change.'),
  funding_whole: text('经费没有足额拨付。', 'Not all of it has been transferred.'),
  funding_open: text('经费不在拨付中。', 'Nothing is transferred now.'),
  funding_ceiling: text(
    '拨付总额不得超过承诺金额，也不得为负。',
    'No more is transferred than was promised, and no less than nothing.',
  ),
  funding_voucher_once: text('这个凭证号已经登记。', 'This voucher is entered already.'),
  funding_budgeted: text('列入预算应当有预算文号。', 'A budget has its document.'),
}
