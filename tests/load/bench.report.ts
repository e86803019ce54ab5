// The figures of the bench as a table for people and as JSON for machines: medians of the rounds, ratios inside a round.
import type { Measured, Sql } from './bench.run.ts'
import type { Shape } from './bench.servers.ts'

export interface Round {
  readonly limit: Measured
  readonly product: Measured
}

export interface Line {
  readonly question: string
  readonly says: string
  readonly shape: Shape
  readonly concurrency: number
  readonly rounds: readonly Round[]
  readonly sql: { readonly limit: Sql | null; readonly product: Sql | null }
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b)
  const half = sorted.length >> 1
  return sorted.length % 2 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2
}

const cpu = ({ cpuServer, cpuPostgres }: Measured) => cpuServer + (cpuPostgres ?? 0)

/** What is published of a line. */
export const figures = ({ question, says, shape, concurrency, rounds, sql }: Line) => {
  const of = (what: keyof Measured, who: keyof Round) => median(rounds.map((r) => r[who][what] ?? NaN))
  const ratio = (what: (m: Measured) => number) => median(rounds.map((r) => what(r.product) / what(r.limit)))
  const side = (who: keyof Round) => ({
    rps: of('rps', who),
    p50: of('p50', who),
    p99: of('p99', who),
    cpuServer: of('cpuServer', who),
    cpuPostgres: of('cpuPostgres', who),
    rss: of('rss', who),
    bytes: of('bytes', who),
    statements: sql[who]?.statements ?? null,
    sqlMs: sql[who]?.ms ?? null,
  })
  return {
    question,
    says,
    shape,
    concurrency,
    limit: side('limit'),
    product: side('product'),
    ratio: { rps: ratio((m) => m.rps), cpu: ratio(cpu), p50: ratio((m) => m.p50), p99: ratio((m) => m.p99) },
  }
}

export type Figures = ReturnType<typeof figures>

const HEAD = [
  '',
  'shape',
  'c',
  'rps',
  'p50 ms',
  'p99 ms',
  'CPU ms',
  'of it PG',
  'SQL',
  'RSS MB',
  'L rps',
  'L p50',
  'L CPU',
  'rps/L',
  'CPU/L',
  'p50/L',
  'p99/L',
]

/** What one question costs the platform, as the tables show it. */
export const costs = ({ product }: Figures): string[] => [
  product.rps.toFixed(0),
  product.p50.toFixed(1),
  product.p99.toFixed(1),
  (product.cpuServer + product.cpuPostgres).toFixed(2),
  product.cpuPostgres.toFixed(2),
  product.statements?.toFixed(1) ?? '–',
  product.rss.toFixed(0),
]

const cells = (all: Figures): string[] => {
  const { question, shape, concurrency, limit, ratio } = all
  return [
    question,
    shape,
    String(concurrency),
    ...costs(all),
    limit.rps.toFixed(0),
    limit.p50.toFixed(1),
    (limit.cpuServer + limit.cpuPostgres).toFixed(2),
    ratio.rps.toFixed(2),
    ratio.cpu.toFixed(1),
    ratio.p50.toFixed(1),
    ratio.p99.toFixed(1),
  ]
}

/** Rows under a head, in columns. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): string => {
  const widths = head.map((word, at) => Math.max(word.length, ...rows.map((row) => row[at]!.length)))
  return [head, ...rows]
    .map((row) => row.map((cell, at) => (at ? cell.padStart(widths[at]!) : cell.padEnd(widths[at]!))).join('  '))
    .join('\n')
}

export const printed = (all: readonly Figures[]): string => table(HEAD, all.map(cells))
