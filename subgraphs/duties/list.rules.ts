// The kinds of lists, and what each of them asks of its items. Knows words, not records.
import { text, type Text } from '../shared/words.ts'

export const LIST_TYPES = {
  SELF_GOVERNANCE: text('依法履行职责事项', 'Own duties by law'),
  ASSIST_GOVERNMENT: text('依法协助政府工作事项', 'Assistance to government by law'),
  CERTIFICATE: text('出具证明事项', 'Certificates that may be issued'),
  TOWN_BASIC: text('街镇基本履职事项', 'Basic duties of the town'),
  TOWN_COOPERATE: text('街镇配合履职事项', 'Duties the town cooperates in'),
  TOWN_WITHDRAWN: text('上级部门收回事项', 'Matters taken back by departments'),
  NEGATIVE: text('不得下交的负面事项', 'Matters that may not be passed down'),
} satisfies Record<string, Text>
export type DutyListType = keyof typeof LIST_TYPES

/** What the codes of its items begin with. */
export const CODE_OF: Readonly<Record<DutyListType, string>> = {
  SELF_GOVERNANCE: 'LZ',
  ASSIST_GOVERNMENT: 'XZ',
  CERTIFICATE: 'ZM',
  TOWN_BASIC: 'JB',
  TOWN_COOPERATE: 'PH',
  TOWN_WITHDRAWN: 'SH',
  NEGATIVE: 'FM',
}

/** Lists whose items a department asks for, and therefore answers for and pays. */
export const isDepartmental = (type: DutyListType): boolean => type === 'ASSIST_GOVERNMENT' || type === 'TOWN_COOPERATE'
/** Lists that may not hold an item without money behind it (居委会组织法第四十三条). */
export const isFunded = (type: DutyListType): boolean => type === 'ASSIST_GOVERNMENT'
