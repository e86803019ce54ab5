// The ranks of a legal basis.
import { text, type Text } from '../shared/words.ts'

export const BASIS_LEVELS = {
  LAW: text('法律', 'Law'),
  ADMIN_REGULATION: text('行政法规', 'Administrative regulation'),
  LOCAL_REGULATION: text('地方性法规', 'Local regulation'),
  RULE: text('规章', 'Rule of a ministry or local government'),
  NORMATIVE: text('规范性文件', 'Normative document'),
  STANDARD: text('标准', 'Standard'),
} satisfies Record<string, Text>
export type BasisLevel = keyof typeof BASIS_LEVELS
