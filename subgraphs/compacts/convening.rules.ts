// When a meeting that decides must be called: when enough of those it is for ask for it, and when the law's time for the next has come.
// Knows facts, not records. The shares are dated rows; 以上 includes the number.

import type { RuleRow } from '../shared/rule.ts'
import { text, type Text } from '../shared/words.ts'
import { needed, reaches, type RuleCode, type Threshold } from './assembly.rules.ts'
import { clockOf } from './day.rules.ts'
import type { Guard } from './guard.rules.ts'

/** Why a meeting must be called. */
export const GROUNDS = {
  REQUEST: text('联名提请', 'Asked for'),
  LAW: text('法定次数', 'Due by law'),
} satisfies Record<string, Text>

export type Ground = keyof typeof GROUNDS

/** Who is counted: any one of the shares is enough. */
export const ASKING = {
  ADULTS: text('十八周岁以上居民', 'Adults'),
  HOUSEHOLDS: text('户的代表', 'Household representatives'),
  REPRESENTATIVES: text('居民代表', "Residents' representatives"),
} satisfies Record<string, Text>

export type Asking = keyof typeof ASKING

export interface ConveningRule {
  readonly shares: Readonly<Partial<Record<Asking, Threshold>>>
  /** How often it meets at least, in months; null where the law sets none. */
  readonly everyMonths: number | null
  readonly law: Text
  readonly articles: string
}

export type Counted = Readonly<Record<Asking, { readonly signed: number; readonly whole: number }>>

export interface Progress {
  readonly of: Asking
  readonly signed: number
  readonly needed: number
  readonly whole: number
}

export const progressOf = ({ shares }: ConveningRule, counted: Counted): Progress[] =>
  (Object.entries(shares) as [Asking, Threshold][]).map(([of, share]) => ({
    of,
    ...counted[of],
    needed: needed(counted[of].whole, share),
  }))

export const isReached = ({ shares }: ConveningRule, counted: Counted): boolean =>
  (Object.entries(shares) as [Asking, Threshold][]).some(([of, share]) => reaches(counted[of].signed, counted[of].whole, share))

/** The stretch of so many months a day lies in, by the calendar: its first day, the day after its last, its name. */
export const stretchOf = (day: string, months: number): { from: string; to: string; name: string } => {
  const [year, month] = day.split('-').map(Number) as [number, number]
  const nth = Math.floor((month - 1) / months)
  const first = (n: number) => `${year + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}-01`
  const [from, to] = [first(nth * months), first((nth + 1) * months)]
  return { from, to, name: months === 12 ? `${year}` : `${year}-${12 / months === 2 ? 'H' : 'Q'}${nth + 1}` }
}

const HALVES = [text('上半年', 'first half'), text('下半年', 'second half')]

/** How a stretch is called: 2026年下半年, 2026年第四季度, 2026年. */
export const stretchWords = (name: string): Text => {
  const [year, part = ''] = name.split('-')
  const nth = Number(part.slice(1))
  if (part.startsWith('H')) return text(`${year}年${HALVES[nth - 1]!.zh}`, `${HALVES[nth - 1]!.en} of ${year}`)
  return part ? text(`${year}年第${'一二三四'[nth - 1]}季度`, `quarter ${nth} of ${year}`) : text(`${year}年`, year!)
}

export interface ConveningFacts {
  readonly isReached: boolean
  readonly dueAt: Date | null
}

type ConveningGuard = Guard<ConveningFacts>

export const notReached: ConveningGuard = (facts) =>
  facts.isReached ? null : text('联名人数还没有达到法定比例。', 'Too few have asked for it so far.')

export const stillGathering: ConveningGuard = ({ dueAt }, now) =>
  dueAt && now < dueAt ? text(`联名到${clockOf(dueAt)}为止。`, `Names are taken until ${clockOf(dueAt)}.`) : null

const share = (num: number, den: number): Threshold => ({ num, den, more: false })
const row = (
  code: RuleCode,
  validFrom: string,
  law: Text,
  articles: string,
  shares: ConveningRule['shares'],
  everyMonths: number | null = null,
  division?: string,
): RuleRow<ConveningRule> => ({
  code: `CONVENE_${code}`,
  validFrom,
  ...(division ? { division } : {}),
  value: { shares, everyMonths, law, articles },
  basis: `${law.zh}${articles}`,
})

const ORGANIC_1989 = text('《城市居民委员会组织法》（1989年）', 'Urban Residents Committees Organic Law (1989)')
const ORGANIC_2025 = text('《城市居民委员会组织法》（2025年修订）', 'Urban Residents Committees Organic Law (2025 revision)')
const SHANGHAI = text(
  '《城市居民委员会组织法》（2025年修订）、《上海市居民委员会工作条例》',
  'Urban Residents Committees Organic Law (2025 revision); Shanghai ordinance on residents’ committees',
)
const VILLAGE_2010 = text('《村民委员会组织法》（2010年修订）', 'Villagers Committees Organic Law (2010 revision)')
const VILLAGE_2025 = text('《村民委员会组织法》（2025年修正）', 'Villagers Committees Organic Law (2025 amendment)')

const TENTH = { ADULTS: share(1, 10), HOUSEHOLDS: share(1, 10), REPRESENTATIVES: share(1, 3) }
const VILLAGERS = { ADULTS: share(1, 10), REPRESENTATIVES: share(1, 3) }
const FIFTH = { REPRESENTATIVES: share(1, 5) }

export const CONVENING_ROWS: readonly RuleRow<ConveningRule>[] = [
  row('R1', '1990-01-01', ORGANIC_1989, '第九条、第十条', { ADULTS: share(1, 5), HOUSEHOLDS: share(1, 5) }),
  row('R1', '2026-01-01', ORGANIC_2025, '第二十六条、第二十七条', TENTH),
  row('R1', '2026-01-01', SHANGHAI, '第二十六条、第二十七条；第十一条', TENTH, 12, '31'),
  row('R2', '1990-01-01', ORGANIC_1989, '第九条、第十条', {}),
  row('R2', '2026-01-01', ORGANIC_2025, '第二十八条、第二十九条', FIFTH, 6),
  row('V1', '2010-10-28', VILLAGE_2010, '第二十一条', VILLAGERS),
  row('V1', '2026-01-01', VILLAGE_2025, '第二十五条、第二十六条', VILLAGERS, 12),
  row('V2', '2010-10-28', VILLAGE_2010, '第二十六条', FIFTH, 3),
  row('V2', '2026-01-01', VILLAGE_2025, '第二十九条、第三十条', FIFTH, 3),
]
