// What the history of this subgraph tells of a step besides who took it; what is not named here stays in the record alone.
import type { DetailWords } from '../shared/acts.ts'
import { text } from '../shared/words.ts'
import { ADMISSION_DETAILS } from './admission.words.ts'
import { EXCHANGE } from './exchange.rules.ts'
import { TASK_DETAILS } from './task.words.ts'

export const DETAILS: Readonly<Record<string, DetailWords>> = {
  ...Object.fromEntries(Object.entries(EXCHANGE).map(([key, { words }]) => [key, [words] as const])),
  item: [text('事项', 'Item')],
  year: [text('年度', 'Year')],
  taken: [text('承接事项', 'Taken over')],
  added: [text('新增', 'Added')],
  revised: [text('修改', 'Revised')],
  documentNumber: [text('发文字号', 'Document number')],
  effectiveOn: [text('施行日期', 'Takes effect on')],
  ...ADMISSION_DETAILS,
  ...TASK_DETAILS,
}
