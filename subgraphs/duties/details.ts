// What the history of this subgraph tells of a step besides who took it; what is not named here stays in the record alone.
import type { DetailWords } from '../shared/acts.ts'
import { text } from '../shared/words.ts'

export const DETAILS: Readonly<Record<string, DetailWords>> = {
  documentNumber: [text('发文字号', 'Document number')],
  effectiveOn: [text('施行日期', 'Takes effect on')],
}
