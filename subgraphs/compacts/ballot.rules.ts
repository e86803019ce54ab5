// From ballots to a result: the latest valid ballot of each unit, counted. Running it again gives the same bytes.
import { isCarried, isQuorate, type AssemblyRule, type Basis } from './assembly.rules.ts'

export type Choice = 'AGREE' | 'DISAGREE' | 'ABSTAIN'

export interface CastBallot {
  readonly id: string
  /** The elector, one per person or household. */
  readonly unit: string
  readonly choice: Choice
  readonly castAt: Date
  /** First, second … ballot of this unit. */
  readonly sequence: number
}

export interface Tally extends Figures {
  /** The same by floor area in cm², where the rule counts it. */
  readonly areas?: Figures
  readonly quorate: boolean
  readonly carried: boolean
}

/** A vote is open up to and including its closing second. */
export const isInTime = (at: Date, opensAt: Date, closesAt: Date): boolean => at >= opensAt && at < afterClose(closesAt)

/** The first instant at which a vote may be closed. */
export const afterClose = (closesAt: Date): Date => new Date(Math.floor(closesAt.getTime() / 1000) * 1000 + 1000)

/** Of each unit of the electorate, the last ballot cast in time. */
export const effective = (ballots: readonly CastBallot[], units: ReadonlySet<string>, closesAt: Date): CastBallot[] => {
  const last = new Map<string, CastBallot>()
  for (const ballot of ballots) {
    if (!units.has(ballot.unit) || ballot.castAt >= afterClose(closesAt)) continue
    const before = last.get(ballot.unit)
    if (!before || ballot.sequence > before.sequence) last.set(ballot.unit, ballot)
  }
  return [...last.values()].sort((a, b) => (a.unit < b.unit ? -1 : 1))
}

/** Heads or floor area (cm²) that may vote, took part, and chose. */
export interface Figures {
  readonly eligible: number
  readonly present: number
  readonly agree: number
  readonly disagree: number
  readonly abstain: number
}

/** What the rule makes of the figures; where it counts by area as well, both must reach it. */
export const judged = (rule: AssemblyRule, heads: Figures, areas: Figures | null = null, basis?: Basis | null): Tally => {
  const by = rule.byArea && areas ? [heads, areas] : [heads]
  return {
    ...heads,
    ...(rule.byArea && areas ? { areas } : {}),
    quorate: by.every(({ present, eligible }) => isQuorate(rule, present, eligible, basis)),
    carried: by.every(({ agree, present, eligible }) => isCarried(rule, agree, present, eligible, basis)),
  }
}

/** Counts a vote: `units` is the frozen electorate, `attended` those who checked in at the meeting. */
export const tally = (
  rule: AssemblyRule,
  units: ReadonlySet<string>,
  attended: ReadonlySet<string>,
  ballots: readonly CastBallot[],
  closesAt: Date,
  { basis, areas }: { readonly basis?: Basis | null; readonly areas?: ReadonlyMap<string, number> } = {},
): Tally => {
  const counted = effective(ballots, units, closesAt)
  const chose = (choice: Choice) => counted.flatMap((ballot) => (ballot.choice === choice ? [ballot.unit] : []))
  const present = new Set([...counted.map(({ unit }) => unit), ...[...attended].filter((unit) => units.has(unit))])
  const figures = (of: (list: Iterable<string>) => number): Figures => ({
    eligible: of(units),
    present: of(present),
    agree: of(chose('AGREE')),
    disagree: of(chose('DISAGREE')),
    abstain: of(chose('ABSTAIN')),
  })
  const heads = figures((list) => [...list].length)
  const byArea = areas && figures((list) => [...list].reduce((sum, unit) => sum + (areas.get(unit) ?? 0), 0))
  return judged(rule, heads, byArea, basis)
}

/** The count as text, the same for the same ballots in whatever order; its hash is what two people certify. */
export const countSheet = (rule: AssemblyRule, result: Tally, ballots: readonly CastBallot[]): string =>
  sheetOf(
    rule,
    result,
    [...ballots].sort((a, b) => (a.unit < b.unit ? -1 : 1)).map(({ unit, choice, sequence }) => [unit, choice, sequence]),
  )

export const sheetOf = (rule: AssemblyRule, result: Tally, ballots: unknown): string =>
  JSON.stringify({ rule: `${rule.code}@${rule.validFrom}`, ...result, ballots })
