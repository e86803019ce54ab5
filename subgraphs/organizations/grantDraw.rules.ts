// Drawing reviewers by lot: the same seed, applications and reviewers give the same draw, whoever repeats it.

/** A number that follows from the seed and what it is drawn for; handed in, since rules know no cryptography. */
export type Lot = (...of: readonly string[]) => string

export interface Draft {
  readonly application: string
  /** How many reviewers it still lacks. */
  readonly lacks: number
  /** Reviewers who can never be drawn for it: tied to it, or assigned once already, whatever came of that. */
  readonly barred: ReadonlySet<string>
}

export interface Drawn {
  readonly application: string
  readonly reviewer: string
}

export interface Draw {
  readonly drawn: readonly Drawn[]
  /** Applications for which the pool has too few. */
  readonly short: readonly string[]
}

/** For each application the least burdened of those who may review it; among equals the lot decides. */
export const draw = (
  lot: Lot,
  applications: readonly Draft[],
  pool: readonly string[],
  loads: ReadonlyMap<string, number>,
): Draw => {
  const load = new Map(pool.map((r) => [r, loads.get(r) ?? 0]))
  const drawn: Drawn[] = []
  const short: string[] = []
  const lots = new Map(applications.map((a) => [a.application, lot(a.application)]))
  // Whoever has the fewest to choose from is served first.
  const open = (a: Draft) => pool.reduce((n, r) => n + (a.barred.has(r) ? 0 : 1), 0) - a.lacks
  const slack = new Map(applications.map((a) => [a.application, open(a)]))
  const order = applications.toSorted(
    (a, b) =>
      slack.get(a.application)! - slack.get(b.application)! || (lots.get(a.application)! < lots.get(b.application)! ? -1 : 1),
  )
  for (const { application, lacks, barred } of order) {
    const chosen = pool
      .filter((r) => !barred.has(r))
      .map((reviewer) => ({ reviewer, burden: load.get(reviewer)!, lot: lot(application, reviewer) }))
      .sort((a, b) => a.burden - b.burden || (a.lot < b.lot ? -1 : 1))
      .slice(0, lacks)
    for (const { reviewer } of chosen) {
      load.set(reviewer, load.get(reviewer)! + 1)
      drawn.push({ application, reviewer })
    }
    if (chosen.length < lacks) short.push(application)
  }
  return { drawn, short }
}
