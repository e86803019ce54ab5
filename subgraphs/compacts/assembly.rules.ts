// How an assembly decides: quorum, majority, notice, basis. Knows no records, only numbers; the rows themselves stand in assembly.rows.ts.
// 以上 includes the number, 超过 and 过半数 do not (民法典第1259条); everything is integer arithmetic.
import type { Text } from '../shared/words.ts'

/** What one vote counts: persons, households or owners, never two of them in one vote. */
export type Basis = 'PERSON' | 'HOUSEHOLD' | 'OWNER'
/** R1 and R2 of residents, V1 and V2 of villagers, R3 and R4 of owners, R5 consultation, LIFT of the owners of one door. */
export type RuleCode = 'R1' | 'R2' | 'R3' | 'R4' | 'R5' | 'V1' | 'V2' | 'LIFT'

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
  /** The same where households are counted, when the law asks for another share. */
  readonly householdQuorum?: Threshold
  /** Share of those taking part that must agree. */
  readonly majority: Threshold
  /** The share is of the whole electorate, whoever took part. */
  readonly ofAll?: true
  /** Both shares must be reached by floor area as well as by heads. */
  readonly byArea?: true
  /** Share of the owners of the whole compound that must agree beside those of the door. */
  readonly compound?: Threshold
  /** Share of the assembly's members that residents' representatives must make up. */
  readonly composition: Threshold | null
  /** Days between notice and meeting. */
  readonly noticeDays: number
  /** How many others one person may vote for with their written proxy; none when absent. */
  readonly proxies?: number
  /** A ballot given on paper stands: the app takes none after it. Otherwise the latest counts. */
  readonly paperStands?: true
  /** Whether what it decides binds; a consultation only prepares a decision. */
  readonly binding: boolean
  readonly law: Text
  readonly articles: string
  /** What is printed on the ballot. */
  readonly says: Text
}

/** Whether `part` of `whole` reaches the share; of nothing, no share is reached. */
export const reaches = (part: number, whole: number, { num, den, more }: Threshold): boolean =>
  whole > 0 && (more ? part * den > whole * num : part * den >= whole * num)

/** The fewest that reach the share. */
export const needed = (whole: number, { num, den, more }: Threshold): number =>
  more ? Math.floor((whole * num) / den) + 1 : Math.ceil((whole * num) / den)

/** The share that must take part, by what is counted. */
export const quorumOf = ({ quorum, householdQuorum }: AssemblyRule, basis?: Basis | null): Threshold | null =>
  basis === 'HOUSEHOLD' ? (householdQuorum ?? quorum) : quorum

export const isQuorate = (rule: AssemblyRule, present: number, eligible: number, basis?: Basis | null): boolean => {
  const share = quorumOf(rule, basis)
  return share === null ? present > 0 : reaches(present, eligible, share)
}

export const isCarried = (rule: AssemblyRule, agree: number, present: number, eligible: number, basis?: Basis | null): boolean =>
  isQuorate(rule, present, eligible, basis) && reaches(agree, rule.ofAll ? eligible : present, rule.majority)

/** Whether representatives make up enough of a representatives' meeting. */
export const isComposed = (rule: AssemblyRule, representatives: number, members: number): boolean =>
  rule.composition === null ? members > 0 : reaches(representatives, members, rule.composition)
