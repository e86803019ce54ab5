// What the history of this subgraph tells of a step besides who took it; what is not named here stays in the record alone.
import type { DetailWords } from '../shared/acts.ts'
import { text } from '../shared/words.ts'
import { EXCHANGE } from './exchange.rules.ts'

export const DETAILS: Readonly<Record<string, DetailWords>> = {
  ...Object.fromEntries(Object.entries(EXCHANGE).map(([key, { words }]) => [key, [words] as const])),
  item: [text('事项', 'Item')],
  year: [text('年度', 'Year')],
  taken: [text('承接事项', 'Taken over')],
  added: [text('新增', 'Added')],
  revised: [text('修改', 'Revised')],
  documentNumber: [text('发文字号', 'Document number')],
  effectiveOn: [text('施行日期', 'Takes effect on')],
  ground: [text('理由', 'Ground')],
  basis: [text('依据文书', 'Document')],
  title: [text('标题', 'Title')],
  standard: [text('要求', 'Standard')],
  dueOn: [text('完成日期', 'Due')],
  report: [text('办理结果', 'Report')],
  answer: [text('答复', 'Answer')],
  decision: [text('认定意见', 'Decision')],
  effects: [text('处理结果', 'Effects')],
  circular: [text('通报', 'Circular')],
  refusal: [text('不予出具的理由', 'Refused because')],
  referral: [text('办理途径', 'Where to go')],
}
