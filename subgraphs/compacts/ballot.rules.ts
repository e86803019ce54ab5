// From ballots to a result: the latest valid ballot of each unit, counted. Running it again gives the same bytes.
import { isCarried, isQuorate, type AssemblyRule } from './assembly.rules.ts'

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

export interface Tally {
  readonly eligible: number
  /** Units that attended or cast a ballot. */
  readonly present: number
  readonly agree: number
  readonly disagree: number
  readonly abstain: number
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

/** Counts a vote: `units` is the frozen electorate, `attended` those who checked in at the meeting. */
export const tally = (
  rule: AssemblyRule,
  units: ReadonlySet<string>,
  attended: ReadonlySet<string>,
  ballots: readonly CastBallot[],
  closesAt: Date,
): Tally => {
  const counted = effective(ballots, units, closesAt)
  const of = (choice: Choice) => counted.filter((ballot) => ballot.choice === choice).length
  const presentUnits = new Set([...counted.map((ballot) => ballot.unit), ...[...attended].filter((unit) => units.has(unit))])
  const [eligible, present, agree] = [units.size, presentUnits.size, of('AGREE')]
  return {
    eligible,
    present,
    agree,
    disagree: of('DISAGREE'),
    abstain: of('ABSTAIN'),
    quorate: isQuorate(rule, present, eligible),
    carried: isCarried(rule, agree, present, eligible),
  }
}

/** The count as text, the same for the same ballots in whatever order; its hash is what two people certify. */
export const countSheet = (rule: AssemblyRule, result: Tally, ballots: readonly CastBallot[]): string =>
  JSON.stringify({
    rule: `${rule.code}@${rule.validFrom}`,
    ...result,
    ballots: [...ballots]
      .sort((a, b) => (a.unit < b.unit ? -1 : 1))
      .map(({ unit, choice, sequence }) => [unit, choice, sequence]),
  })
