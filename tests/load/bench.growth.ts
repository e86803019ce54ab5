// What grows with the database, with how far one reads, and with the size of a page; and by how much.
import { table } from './bench.report.ts'
import { measure, sqlOf, type Bench, type Sql, type Target } from './bench.run.ts'
import { d5 } from './questions/d5.ts'
import type { Question } from './questions/question.ts'

/** Enough requests for a time; fewer tell the statements. */
const [MANY, FEW] = [300, 50]
const SIZES = [5, 20, 50] as const
/** No read may take so much more time on ten times the rows. */
export const MOST = 1.33

/** The same question for a page of another size; null where its page has no size. */
const sized = (question: Question, size: number): Question | null => {
  if (!/\bfirst: (20|\$few)\b/.test(question.query)) return null
  return {
    ...question,
    name: `${question.name} by ${size}`,
    query: question.query.replaceAll('first: 20', `first: ${size}`),
    cases: async (asking) =>
      (await question.cases(asking)).map((one) => ({
        ...one,
        turns: one.turns.map((turn) => ('few' in turn ? { ...turn, few: size } : turn)),
      })),
  }
}

/** The beginning of the list that D5 reads far into, by the same account. */
const beginning: Question = {
  ...d5,
  name: 'D5 page 1',
  cases: async (asking) =>
    (await d5.cases(asking)).map((one) => ({ ...one, turns: one.turns.map((turn) => ({ ...turn, after: null })) })),
}

interface Measured {
  readonly reads: ReadonlyMap<string, Sql>
  readonly first: Sql | undefined
  readonly sizes: Readonly<Record<string, readonly number[]>>
}

/** Asks on one database. */
export const grown = async (bench: Bench, product: Target, questions: readonly Question[], warm: number): Promise<Measured> => {
  const asked = async (question: Question, requests = MANY): Promise<Sql> => {
    await measure(bench, product, question, { connections: 4, seconds: requests === MANY ? warm : 0.2 })
    const sql = await sqlOf(bench, product, question, requests)
    if (!sql) throw new Error('Without pg_stat_statements nothing is known of growth.')
    return sql
  }
  const reads = new Map<string, Sql>()
  const sizes: Record<string, number[]> = {}
  for (const question of questions) {
    reads.set(question.name, await asked(question))
    const pages = SIZES.map((size) => sized(question, size))
    for (const page of pages) if (page) (sizes[question.name] ??= []).push((await asked(page, FEW)).statements)
  }
  return { reads, sizes, first: reads.has('D5') ? await asked(beginning) : undefined }
}

export const growthOf = (small: Measured, large: Measured) => ({
  growth: [...large.reads].map(([name, after]) => {
    const before = small.reads.get(name)!
    return { name, before: before.ms, after: after.ms, ratio: after.ms / before.ms, statements: after.statements }
  }),
  far: large.first && { first: large.first, page500: large.reads.get('D5')! },
  sizes: Object.entries(large.sizes).map(([name, statements]) => ({ name, statements })),
})

export type Growth = ReturnType<typeof growthOf>

export const growthPrinted = ({ growth, far, sizes }: Growth): string =>
  [
    table(
      ['', 'SQL ms small', 'SQL ms large', 'ratio', 'SQL'],
      growth.map(({ name, before, after, ratio, statements }) => [
        name,
        before.toFixed(2),
        after.toFixed(2),
        `${ratio.toFixed(2)}${ratio > MOST ? ' !' : ''}`,
        statements.toFixed(1),
      ]),
    ),
    ...(far
      ? [
          table(
            ['D5', 'SQL ms', 'rows'],
            [
              ['page 1', far.first.ms.toFixed(2), far.first.rows.toFixed(1)],
              ['page 500', far.page500.ms.toFixed(2), far.page500.rows.toFixed(1)],
            ],
          ),
        ]
      : []),
    ...(sizes.length
      ? [
          table(
            ['SQL', ...SIZES.map((size) => `by ${size}`)],
            sizes.map(({ name, statements }) => [name, ...statements.map((n) => n.toFixed(1))]),
          ),
        ]
      : []),
  ].join('\n\n')
