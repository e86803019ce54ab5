// What is recorded besides the actions of machines, in words.
import { text, type Text } from '../shared/words.ts'

export const ACTS: Readonly<Record<string, Text>> = {
  'Issue.MERGED_IN': text('并入其他议题', 'Another merged into it'),
  'Issue.MERGER_OBJECTED': text('拟并入的议题有异议', 'A merger into it was objected to'),
  'Issue.RESTORED_FROM': text('并入或拆出的议题已恢复', 'A merger or split was undone'),
  'Issue.STEP_BACK': text('退出提出', 'Stepped back'),
  'Issue.RENAME': text('更改署名方式', 'Naming changed'),
  'Issue.TAKE_OVER': text('接手办理', 'Taken over'),
  'Issue.ATTACH': text('添加附件', 'File attached'),
  'Issue.DETACH': text('移除或隐藏附件', 'File taken off or hidden'),
  CHAIR_CHECK_IN: text('主持人签到', 'Chair checked in'),
  CORRECT: text('补正纪要', 'Minutes corrected'),
  RECOUNT: text('复核计票', 'Counted again'),
  SUBMIT_APPROVAL: text('登记申报', 'Approval asked for'),
  DECIDE_APPROVAL: text('登记审批结果', 'Approval decided'),
  ADD_MILESTONE: text('增加节点', 'Milestone added'),
  MOVE_MILESTONE: text('调整节点日期', 'Milestone moved'),
  ALERT: text('逾期提醒', 'Told that it is late'),
  FORM_GROUP: text('成立居民监督小组', 'Supervision group formed'),
  INSPECT: text('监督小组意见', 'Found by the supervision group'),
  PUT_RIGHT: text('整改答复', 'Put right'),
  EVIDENCE: text('提交完成证明', 'Evidence given'),
  AMEND: text('采纳修改建议', 'Amendment written in'),
  CALL_REVIEW: text('提请年度评估', 'Review of the year called for'),
  CALL_RENEWAL: text('提请换届', 'Renewal called for'),
  REVISE_ARTICLES: text('修改条文', 'Articles revised'),
}
