// What is owed: shares of the limit that every question must reach and those it aims at, at sixteen at once and in one process.

interface Budget {
  readonly must: number | null
  readonly aim: number | null
  /** At most so many times the CPU of the limit, its median when one asks, its slowest hundredth when sixty-four do. */
  readonly cpu?: number
  readonly p50?: number
  readonly p99?: number
  readonly statements?: number
}

export const BUDGETS: Readonly<Record<string, Budget>> = {
  D1: { must: 0.45, aim: 0.6, cpu: 2.2, p50: 1.8 },
  D1k: { must: 8, aim: 15 },
  D2: { must: 0.4, aim: 0.55, cpu: 2.5, p50: 2, p99: 3, statements: 5 },
  D3: { must: 0.45, aim: 0.6, cpu: 2 },
  D4: { must: 0.85, aim: null },
  D4s: { must: null, aim: 20 },
  D5a: { must: 0.5, aim: 0.65 },
  D5: { must: 0.5, aim: 0.65 },
  D6: { must: 0.6, aim: 1 },
  W1: { must: 0.5, aim: 0.7 },
  W2: { must: 0.55, aim: 0.75 },
  W3: { must: 0.5, aim: 0.7 },
}

/** Of the whole platform: megabytes at most, and throughput of the other shapes against one process at least. */
export const MEMORY = { must: 350, aim: 250 }
export const SHAPE_BUDGETS = { cores: { must: 1.7, aim: 1.9 }, apart: { must: 0.4, aim: 0.7 } } as const
/** Rows and time of page 500 against page 1. */
export const FAR = 1.1
