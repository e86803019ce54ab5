// How a meeting of residents decides, as dated rows: quorum, majority, notice, basis. Knows no records, only numbers.
// 以上 includes the number, 超过 and 过半数 do not (民法典第1259条); everything is integer arithmetic.
import type { RuleRow } from '../shared/rule.ts'
import { text, type Text } from '../shared/words.ts'

/** What one vote counts: persons or households, never both in one vote. */
export type Basis = 'PERSON' | 'HOUSEHOLD'
export type RuleCode = 'R1' | 'R2' | 'R5'

export interface Threshold {
  readonly num: number
  readonly den: number
  /** 过半数: more than the share; 以上: the share itself is enough. */
  readonly more: boolean
}

export interface AssemblyRule {
  readonly code: RuleCode
  readonly label: Text
  /** First day on which it holds: with the code, the name of the row. */
  readonly validFrom: string
  readonly bases: readonly Basis[]
  /** Share of the electorate that must take part; null when the law asks for none. */
  readonly quorum: Threshold | null
  /** Share of those taking part that must agree. */
  readonly majority: Threshold
  /** Share of the assembly's members that residents' representatives must make up. */
  readonly composition: Threshold | null
  /** Days between notice and meeting. */
  readonly noticeDays: number
  /** Whether what it decides binds; a consultation only prepares a decision. */
  readonly binding: boolean
  readonly law: Text
  readonly articles: string
  /** What is printed on the ballot. */
  readonly says: Text
}

const moreThanHalf: Threshold = { num: 1, den: 2, more: true }
const twoThirds: Threshold = { num: 2, den: 3, more: false }
const fourFifths: Threshold = { num: 4, den: 5, more: false }

const ORGANIC_LAW_2025 = text('《城市居民委员会组织法》（2025年修订）', 'Urban Residents Committees Organic Law (2025 revision)')
const ORGANIC_LAW_1989 = text('《城市居民委员会组织法》（1989年）', 'Urban Residents Committees Organic Law (1989)')

export const ASSEMBLY_RULES: readonly AssemblyRule[] = [
  {
    code: 'R1',
    label: text('居民会议', "Residents' meeting"),
    validFrom: '1990-01-01',
    bases: ['PERSON', 'HOUSEHOLD'],
    quorum: moreThanHalf,
    majority: moreThanHalf,
    composition: null,
    noticeDays: 0,
    binding: true,
    law: ORGANIC_LAW_1989,
    articles: '第九条',
    says: text(
      '全体十八周岁以上居民或者户的代表过半数出席方可举行，出席人的过半数通过。弃权计入出席，不计入赞成。',
      'More than half of all adults or household representatives must attend; more than half of those attending must agree. An abstention counts as attending, not as agreeing.',
    ),
  },
  {
    code: 'R1',
    label: text('居民会议', "Residents' meeting"),
    validFrom: '2026-01-01',
    bases: ['PERSON', 'HOUSEHOLD'],
    quorum: moreThanHalf,
    majority: moreThanHalf,
    composition: null,
    noticeDays: 10,
    binding: true,
    law: ORGANIC_LAW_2025,
    articles: '第二十六条、第二十七条',
    says: text(
      '全体十八周岁以上居民或者户的代表过半数参加，到会人员过半数通过。弃权计入到会，不计入赞成；票数相等为不通过。',
      'More than half of all adults or household representatives must take part; more than half of those present must agree. An abstention counts as present, not as agreeing; a tie fails.',
    ),
  },
  {
    code: 'R2',
    label: text('居民代表会议', "Residents' representatives' meeting"),
    validFrom: '1990-01-01',
    bases: ['PERSON'],
    quorum: moreThanHalf,
    majority: moreThanHalf,
    composition: null,
    noticeDays: 0,
    binding: true,
    law: ORGANIC_LAW_1989,
    articles: '第九条（居民小组选举的代表）',
    says: text(
      '居民小组选举的代表过半数出席方可举行，出席人的过半数通过。弃权计入出席，不计入赞成。',
      'More than half of the group representatives must attend; more than half of those attending must agree. An abstention counts as attending, not as agreeing.',
    ),
  },
  {
    code: 'R2',
    label: text('居民代表会议', "Residents' representatives' meeting"),
    validFrom: '2026-01-01',
    bases: ['PERSON'],
    quorum: twoThirds,
    majority: moreThanHalf,
    composition: fourFifths,
    noticeDays: 0,
    binding: true,
    law: ORGANIC_LAW_2025,
    articles: '第二十八条、第二十九条',
    says: text(
      '组成人员三分之二以上参加方可召开，到会组成人员过半数通过；居民代表占组成人员五分之四以上。弃权计入到会，不计入赞成。',
      'At least two thirds of the members must take part, more than half of those present must agree; representatives make up at least four fifths. An abstention counts as present, not as agreeing.',
    ),
  },
  {
    code: 'R5',
    label: text('民主协商', 'Consultation'),
    validFrom: '2026-01-01',
    bases: ['PERSON', 'HOUSEHOLD'],
    quorum: null,
    majority: moreThanHalf,
    composition: null,
    noticeDays: 0,
    binding: false,
    law: ORGANIC_LAW_2025,
    articles: '第三十二条',
    says: text(
      '协商意见供决策参考；需要提交居民会议或者居民代表会议的，应当召集会议讨论决定。',
      'A consultation informs a decision; what needs a residents’ or representatives’ meeting must still go there.',
    ),
  },
]

/** The same rows as the platform keeps dated rules. */
export const ASSEMBLY_ROWS: readonly RuleRow<AssemblyRule>[] = ASSEMBLY_RULES.map((rule) => ({
  code: rule.code,
  validFrom: rule.validFrom,
  value: rule,
  basis: `${rule.law.zh}${rule.articles}`,
}))

/** Whether `part` of `whole` reaches the share; of nothing, no share is reached. */
export const reaches = (part: number, whole: number, { num, den, more }: Threshold): boolean =>
  whole > 0 && (more ? part * den > whole * num : part * den >= whole * num)

/** The fewest that reach the share. */
export const needed = (whole: number, { num, den, more }: Threshold): number =>
  more ? Math.floor((whole * num) / den) + 1 : Math.ceil((whole * num) / den)

export const isQuorate = (rule: AssemblyRule, present: number, eligible: number): boolean =>
  rule.quorum === null ? present > 0 : reaches(present, eligible, rule.quorum)

export const isCarried = (rule: AssemblyRule, agree: number, present: number, eligible: number): boolean =>
  isQuorate(rule, present, eligible) && reaches(agree, present, rule.majority)

/** Whether representatives make up enough of a representatives' meeting. */
export const isComposed = (rule: AssemblyRule, representatives: number, members: number): boolean =>
  rule.composition === null ? members > 0 : reaches(representatives, members, rule.composition)
