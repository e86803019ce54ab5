// The share of women among representatives, where the law sets one (村民委员会组织法). A dated row; who falls short is told, not stopped.
import type { RuleRow } from '../shared/rule.ts'
import { text, type Text } from '../shared/words.ts'
import { needed, reaches, type RuleCode, type Threshold } from './assembly.rules.ts'

export interface WomenRule {
  readonly share: Threshold
  readonly law: Text
  readonly articles: string
}

const row = (code: RuleCode, validFrom: string, law: Text, articles: string): RuleRow<WomenRule> => ({
  code: `WOMEN_${code}`,
  validFrom,
  value: { share: { num: 1, den: 3, more: false }, law, articles },
  basis: `${law.zh}${articles}`,
})

export const WOMEN_ROWS: readonly RuleRow<WomenRule>[] = [
  row(
    'V2',
    '2010-10-28',
    text('《村民委员会组织法》（2010年修订）', 'Villagers Committees Organic Law (2010 revision)'),
    '第二十五条',
  ),
  row(
    'V2',
    '2026-01-01',
    text('《村民委员会组织法》（2025年修正）', 'Villagers Committees Organic Law (2025 amendment)'),
    '第二十九条、第三十条',
  ),
]

export interface WomenShare {
  readonly women: number
  readonly members: number
  readonly needed: number
  readonly isReached: boolean
}

/** How many women sit among the members of a representatives' meeting, and how many must. */
export const womenShare = ({ share }: WomenRule, women: number, members: number): WomenShare => ({
  women,
  members,
  needed: needed(members, share),
  isReached: reaches(women, members, share),
})
