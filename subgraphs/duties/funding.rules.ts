// What stands in the way of money that follows a task (费随事转). Knows facts, not records.
export interface FundingFacts {
  /** In fen. */
  readonly amount: number
}
