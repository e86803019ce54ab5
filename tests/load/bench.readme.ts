// npm run bench -- --readme: writes what was measured last into the README, and what of it does not keep to the budgets.
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { AtOnce } from './bench.atOnce.ts'
import { BUDGETS, FAR, MEMORY, SHAPE_BUDGETS } from './bench.budgets.ts'
import { MOST, type Growth } from './bench.growth.ts'
import { costs, median, type Figures } from './bench.report.ts'
import { SHAPES, type Shape } from './bench.servers.ts'

export interface Bench {
  readonly at: string
  readonly cpu: string
  readonly cores: number
  readonly memoryGb: number
  readonly postgres: string
  readonly node: string
  readonly rounds: number
  readonly seconds: number
  readonly seeded: { readonly scale: number }
  readonly atOnce: readonly AtOnce[]
  readonly figures: readonly Figures[]
}

const MARKS = ['<!-- bench: from here -->', '<!-- bench: to here -->'] as const
const USUAL = 16

const rows = (head: readonly string[], body: readonly (readonly string[])[]): string =>
  [head, head.map((_, at) => (at ? '--:' : '---')), ...body].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

/** What a figure may be at most or at least; the sentence when it is not. */
const above = (what: string, is: number | undefined, least: number) =>
  is !== undefined && is < least ? [`${what} ${is.toFixed(2)} < ${least}`] : []
const below = (what: string, is: number | null | undefined, most: number | undefined) =>
  most !== undefined && typeof is === 'number' && is > most ? [`${what} ${is.toFixed(1)} > ${most}`] : []

/** What of a question's budget is not kept. */
const missed = (of: (concurrency: number) => Figures | undefined, question: string): string[] => {
  const budget = BUDGETS[question]
  const usual = of(USUAL)
  if (!budget || !usual) return []
  return [
    ...(budget.must === null ? [] : above('share', usual.ratio.rps, budget.must)),
    ...below('CPU', usual.ratio.cpu, budget.cpu),
    ...below('p50 at 1', of(1)?.ratio.p50, budget.p50),
    ...below('p99 at 64', of(64)?.ratio.p99, budget.p99),
    // Who somebody is, asked every five seconds, is a hundredth of a statement of each question.
    ...below('SQL', usual.product.statements === null ? null : Math.round(usual.product.statements), budget.statements),
  ]
}

const verdict = (wrong: readonly string[], is: number, aim: number | null) =>
  wrong.length ? `**no**: ${wrong.join(', ')}` : aim === null || is >= aim ? 'met' : 'must met, aim not'

const line = (figures: readonly Figures[], usual: Figures): string[] => {
  const { question, says, ratio } = usual
  const of = (concurrency: number) =>
    figures.find((f) => f.shape === 'one' && f.question === question && f.concurrency === concurrency)
  const { must = null, aim = null } = BUDGETS[question] ?? {}
  return [
    `${question} ${says}`,
    ...costs(usual),
    ratio.rps.toFixed(2),
    `${must ?? '–'} / ${aim ?? '–'}`,
    verdict(missed(of, question), ratio.rps, aim),
  ]
}

const HEAD = [
  'question',
  'rps',
  'p50 ms',
  'p99 ms',
  'CPU ms',
  'of it PostgreSQL',
  'SQL',
  'RSS MB',
  'share of L',
  'must / aim',
  '',
]

/** How much of one process's throughput the other shapes have, over all questions that both were asked. */
const shapesLines = (figures: readonly Figures[]): string[] => {
  const at = (shape: Shape) => figures.filter((f) => f.shape === shape && f.concurrency === USUAL)
  return (['cores', 'apart'] as const).flatMap((shape) => {
    const shares = at(shape).flatMap(({ question, product }) => {
      const one = at('one').find((f) => f.question === question)
      return one ? [product.rps / one.product.rps] : []
    })
    if (!shares.length) return []
    const { must, aim } = SHAPE_BUDGETS[shape]
    const share = median(shares)
    return [
      `- ${SHAPES[shape]}: ${share.toFixed(2)} of one process (median of ${shares.length} questions, ${Math.min(...shares).toFixed(2)} to ${Math.max(...shares).toFixed(2)}); must ${must}, aim ${aim}: ${verdict(above('share', share, must), share, aim)}.`,
    ]
  })
}

const growthLines = ({ growth, far, sizes }: Growth): string[] => [
  `- Time in SQL at a scale ten times as large: ${growth.map(({ name, ratio }) => `${name} ${ratio.toFixed(2)}`).join(', ')}; at most ${MOST}: ${verdict(
    growth.flatMap(({ name, ratio }) => below(name, ratio, MOST)),
    0,
    null,
  )}.`,
  ...(far
    ? [
        `- Page 500 of the register takes ${far.page500.ms.toFixed(2)} ms and ${far.page500.rows.toFixed(0)} rows in SQL, page 1 ${far.first.ms.toFixed(2)} ms and ${far.first.rows.toFixed(0)}: ${verdict(below('times', far.page500.ms / far.first.ms, FAR), 0, null)}.`,
      ]
    : []),
  `- Statements for pages of 5, 20 and 50: ${sizes.map(({ name, statements }) => `${name} ${statements.map((n) => n.toFixed(1)).join(', ')}`).join('; ')}.`,
]

/** The page, from the machine-readable copies. */
export const told = (bench: Bench, growth: Growth | null): string => {
  const { figures, atOnce } = bench
  const usual = figures.filter((f) => f.shape === 'one' && f.concurrency === USUAL)
  const memory = Math.max(...figures.filter((f) => f.shape === 'one').map(({ product }) => product.rss))
  const twenty = atOnce.map(({ shape, acted }) => `${acted} of 20 (${SHAPES[shape]})`).join(', ')
  const isMemoryKept = below('MB', memory, MEMORY.must)
  return [
    `Measured on ${bench.at.slice(0, 10)}: ${bench.cores} cores (${bench.cpu}), ${bench.memoryGb} GB, which the server, PostgreSQL ${bench.postgres} and the load share; Node ${bench.node}; scale ${bench.seeded.scale}; ${USUAL} at once, one process, medians of ${bench.rounds} rounds of ${bench.seconds} s.`,
    rows(
      HEAD,
      usual.map((f) => line(figures, f)),
    ),
    [
      `- Memory of the platform under load, PostgreSQL aside: ${memory.toFixed(0)} MB; must ${MEMORY.must}, aim ${MEMORY.aim}: ${verdict(isMemoryKept, MEMORY.aim - memory, 0)}.`,
      ...(twenty
        ? [
            `- Officers who act on one record at once with the version they read: ${twenty}; \`tests/federation/atOnce.test.ts\` holds it to one.`,
          ]
        : []),
      ...shapesLines(figures),
      ...(growth ? growthLines(growth) : []),
    ].join('\n'),
  ].join('\n\n')
}

/** Puts the page between the marks. */
export const between = (readme: string, page: string): string => {
  const [from, to] = MARKS.map((mark) => readme.indexOf(mark)) as [number, number]
  if (from < 0 || to < from) throw new Error(`The README has no ${MARKS.join(' … ')}.`)
  return `${readme.slice(0, from + MARKS[0].length)}\n\n${page}\n\n${readme.slice(to)}`
}

const newest = async <T>(folder: string, kind: string): Promise<T | null> => {
  const file = (await readdir(folder).catch(() => []))
    .filter((name) => name.startsWith(`${kind}-`))
    .sort()
    .at(-1)
  return file ? (JSON.parse(await readFile(join(folder, file), 'utf8')) as T) : null
}

/** Tells the README what the newest copies say. */
export const tell = async (readme: string, results: string): Promise<void> => {
  const bench = await newest<Bench>(results, 'bench')
  if (!bench) throw new Error('Nothing was measured yet: npm run bench first.')
  await writeFile(readme, between(await readFile(readme, 'utf8'), told(bench, await newest<Growth>(results, 'growth'))))
}
