// A moral review (道德评议) is of conduct, not of a person: nobody is named without having agreed. Knows facts, not records.
import type { RuleRow } from '../shared/rule.ts'
import { text, type Text } from '../shared/words.ts'
import { reaches, type Threshold } from './assembly.rules.ts'
import type { Guard } from './guard.rules.ts'

export const MORAL_KINDS = {
  GOOD_DEED: text('好人好事', 'Good deed'),
  BAD_HABIT: text('不文明行为', 'Uncivil conduct'),
} satisfies Record<string, Text>

export type MoralKind = keyof typeof MORAL_KINDS

/** What a panel may say; it punishes nobody. */
export const MORAL_MEASURES = {
  COMMEND: text('通报表扬', 'Commend'),
  PERSUADE: text('上门劝导', 'Persuade'),
  PROPOSE: text('建议写入公约', 'Propose it for the compact'),
  NONE: text('不作评议', 'No opinion'),
} satisfies Record<string, Text>

export type MoralMeasure = keyof typeof MORAL_MEASURES

export interface MoralRule {
  readonly label: Text
  /** Fewest members of a panel, an odd number. */
  readonly members: number
  /** Share of the members that must be there, and of them that must agree. */
  readonly quorum: Threshold
  readonly majority: Threshold
}

export const MORAL_ROWS: readonly RuleRow<MoralRule>[] = [
  {
    code: 'MORAL_PANEL',
    validFrom: '2026-01-01',
    value: {
      label: text('道德评议会', 'Moral review panel'),
      members: 5,
      quorum: { num: 2, den: 3, more: false },
      majority: { num: 1, den: 2, more: true },
    },
    basis: '社区道德评议会章程（示范文本）',
  },
]

export interface MoralCount {
  readonly members: number
  readonly agree: number
  readonly disagree: number
  readonly abstain: number
}

/** Whether enough members were there, and enough of them agree. */
export const isAgreed = ({ members, agree, disagree, abstain }: MoralCount, { quorum, majority }: MoralRule): boolean => {
  const present = agree + disagree + abstain
  return reaches(present, members, quorum) && reaches(agree, present, majority)
}

export interface MoralFacts {
  readonly kind: MoralKind
  readonly isAgreed: boolean
  readonly isNamed: boolean
}

type MoralGuard = Guard<MoralFacts>

export const notAgreed: MoralGuard = ({ isAgreed: agreed }) =>
  agreed ? null : text('评议意见没有获得到会成员过半数同意。', 'More than half of the members present must agree.')

export const namesTheBad: MoralGuard = ({ kind, isNamed }) =>
  kind === 'BAD_HABIT' && isNamed ? text('不文明行为的评议不公开姓名。', 'Uncivil conduct is never published with a name.') : null
