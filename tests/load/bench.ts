// npm run bench: asks the seeded platform and the bare limit beside it the same questions in turn, and prints how they compare.
import { mkdir, writeFile } from 'node:fs/promises'
import { cpus, loadavg, totalmem } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { buildAdmin, buildServer } from '../../gateway/build.ts'
import { actAtOnce, OFFICERS, type AtOnce } from './bench.atOnce.ts'
import { sweepAway } from './bench.fresh.ts'
import { PRODUCT_ROLES, settled } from './bench.meters.ts'
import { grown, growthOf, growthPrinted } from './bench.growth.ts'
import { tell } from './bench.readme.ts'
import { figures, printed, type Figures, type Round } from './bench.report.ts'
import { forget, limitShot, measure, mustAgree, productShot, sqlOf, type Bench, type Target } from './bench.run.ts'
import { originOf, SHAPES, startLimit, startProduct, type Shape } from './bench.servers.ts'
import { onStage, say, type Stage } from './bench.stage.ts'
import { tokensOf } from './bench.tokens.ts'
import { QUESTIONS } from './questions/index.ts'
import type { Asking, Question } from './questions/question.ts'

const RESULTS = fileURLToPath(new URL('../../test-results/load', import.meta.url))
const README = fileURLToPath(new URL('../../README.md', import.meta.url))

const { values } = parseArgs({
  options: {
    questions: { type: 'string' },
    shapes: { type: 'string', default: 'one' },
    concurrency: { type: 'string', default: '1,16,64' },
    rounds: { type: 'string', default: '3' },
    seconds: { type: 'string', default: '5' },
    warm: { type: 'string', default: '5' },
    port: { type: 'string', default: '4310' },
    growth: { type: 'string' },
    readme: { type: 'boolean' },
  },
})
const chosen = values.questions?.split(',')
const questions = QUESTIONS.filter(({ name }) => !chosen || chosen.includes(name))
const shapes = values.shapes.split(',') as Shape[]
const levels = values.concurrency.split(',').map(Number)
const [rounds, seconds, warm] = [Number(values.rounds), Number(values.seconds), Number(values.warm)]

/** Starts the product in a shape beside the limit, for as long as the work takes. */
const beside = async <T>(
  stage: Stage,
  shape: Shape,
  work: (bench: Bench, limit: Target, product: Target) => Promise<T>,
): Promise<T> => {
  const { owner, base } = stage
  const began = new Date()
  const running: { stop: () => Promise<void> }[] = []
  try {
    const product = await startProduct(shape, base)
    running.push(product)
    const limit = await startLimit(base)
    running.push(limit)
    const token = await tokensOf(owner, base.secret, originOf(base))
    const ask: Asking['ask'] = async (account, query, variables) => {
      const response = await fetch(`http://127.0.0.1:${product.ports[0]}/graphql`, {
        method: 'POST',
        headers: { authorization: `Bearer ${await token(account)}`, 'content-type': 'application/json', 'x-linli-csrf': '1' },
        body: JSON.stringify({ query, variables }),
      })
      const { data, errors } = (await response.json()) as { data: never; errors?: unknown }
      if (errors) throw new Error(JSON.stringify(errors))
      return data
    }
    const owners = [decodeURIComponent(new URL(base.databaseUrl).username)]
    return await work(
      { ...stage, asking: { owner, ask } },
      { name: 'limit', served: limit, roles: owners, shotOf: limitShot },
      { name: 'product', served: product, roles: PRODUCT_ROLES, shotOf: productShot(token) },
    )
  } finally {
    forget()
    await settled(owner).catch(() => {})
    for (const one of running) await one.stop()
    await sweepAway(owner, began)
  }
}

/** Asks one question in every round at every concurrency, the limit and the product in turn. */
const compare = async (bench: Bench, shape: Shape, question: Question, limit: Target, product: Target): Promise<Figures[]> => {
  await mustAgree(bench, limit, product, question)
  for (const target of [limit, product]) await measure(bench, target, question, { connections: 16, seconds: warm })
  const sql = { limit: await sqlOf(bench, limit, question), product: await sqlOf(bench, product, question) }
  const found = new Map<number, Round[]>(levels.map((level) => [level, []]))
  for (let round = 0; round < rounds; round++)
    for (const level of levels) {
      const amount = { connections: level, seconds }
      found.get(level)!.push({
        limit: await measure(bench, limit, question, amount),
        product: await measure(bench, product, question, amount),
      })
    }
  return levels.map((concurrency) => {
    const { name, says } = question
    return figures({ question: name, says, shape, concurrency, rounds: found.get(concurrency)!, sql })
  })
}

const keep = async (name: string, what: object): Promise<void> => {
  await mkdir(RESULTS, { recursive: true })
  const file = join(RESULTS, `${name}-${new Date().toISOString().replace(/[:.]/g, '-')}.json`)
  await writeFile(file, JSON.stringify(what, null, 2))
  say(file)
}

const machine = () => ({
  at: new Date().toISOString(),
  cpu: cpus()[0]!.model,
  cores: cpus().length,
  memoryGb: Math.round(totalmem() / 2 ** 30),
  load: loadavg(),
  node: process.version,
})

const bench = (folder: string): Promise<void> =>
  onStage(folder, Number(values.port), async (stage) => {
    const all: Figures[] = []
    const atOnce: AtOnce[] = []
    const about = { ...machine(), postgres: stage.version, seeded: stage.scale, rounds, seconds, warm }
    say(JSON.stringify(about))
    for (const shape of shapes) {
      await beside(stage, shape, async (bench, limit, product) => {
        for (const question of questions) {
          say(`${SHAPES[shape]}: ${question.name} ${question.says}`)
          all.push(...(await compare(bench, shape, question, limit, product)))
        }
        if (!questions.some(({ writes }) => writes)) return
        const { acted, told } = await actAtOnce(bench, product)
        atOnce.push({ shape, acted, told })
        say(`${SHAPES[shape]}: of ${OFFICERS} officers who acted on one record at once ${acted} did, ${told} were told`)
      })
    }
    console.log(`\n${printed(all)}\n`)
    await keep('bench', { ...about, atOnce, figures: all })
  })

/** The same reads on a smaller and a larger database, deep in a list, and on pages of other sizes. */
const growing = async (small: string, large: string): Promise<void> => {
  const reads = questions.filter(({ writes, isKept }) => !writes && !isKept)
  const measured = (folder: string) =>
    onStage(folder, Number(values.port), (stage) =>
      beside(stage, 'one', (bench, _limit, product) => grown(bench, product, reads, warm)),
    )
  const growth = growthOf(await measured(small), await measured(large))
  console.log(`\n${growthPrinted(growth)}\n`)
  await keep('growth', { ...machine(), ...growth })
}

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))
const folder = process.env['LINLI_DATA'] || '.data/load'
if (!values.readme) {
  await buildServer(say)
  await buildAdmin(say)
}
const work = () => (values.readme ? tell(README, RESULTS) : values.growth ? growing(values.growth, folder) : bench(folder))
await work().catch((error: Error) => {
  console.error(error.message)
  process.exit(1)
})
