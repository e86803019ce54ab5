// What the history of this subgraph tells of a step besides who took it; what is not named here stays in the record alone.
import type { DetailWords } from '../shared/acts.ts'
import { text } from '../shared/words.ts'

export const DETAILS: Readonly<Record<string, DetailWords>> = {
  title: [text('标题', 'Title')],
  body: [text('内容', 'Text')],
  reply: [text('回应', 'Reply')],
  consent: [text('本人同意方式', 'How they asked for it')],
  similar: [text('相近议题', 'Similar issues')],
  referredTo: [text('承办单位', 'Referred to')],
  outcome: [text('办理结果', 'Result')],
  ruling: [text('复核意见', 'Finding')],
  other: [text('相关议题', 'Other issue')],
  parts: [text('拆分为', 'Split into')],
  heldBy: [text('原办理人', 'Was held by')],
  file: [text('附件', 'File')],
  opinion: [text('党组织意见', 'Party opinion')],
  owner: [text('负责人', 'Owner')],
  articles: [text('条文', 'Articles')],
  receipt: [text('备案号', 'Receipt')],
  effectiveOn: [text('施行日期', 'Takes effect on')],
  document: [text('文书', 'Document')],
  place: [text('地点', 'Place')],
  startsAt: [text('开会时间', 'Starts'), 'MOMENT'],
  proposal: [text('表决事项', 'Proposal')],
  opensAt: [text('开始时间', 'Opens'), 'MOMENT'],
  closesAt: [text('截止时间', 'Closes'), 'MOMENT'],
  budget: [text('预算', 'Budget'), 'FEN'],
  source: [text('资金来源', 'Source of funds')],
  milestone: [text('节点', 'Milestone')],
  evidence: [text('完成证明', 'Evidence')],
}
