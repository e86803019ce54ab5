// npm run plans: asks every question of the bench over the seeded platform and writes down which statements it takes and how
// PostgreSQL plans each: a file a question, without costs and values, so that a lost index shows in review.
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import pg from 'pg'
import { loginOf } from '../../gateway/host/database.ts'
import { settingsOf } from '../../gateway/settings.ts'
import { startPlatform } from '../../gateway/start.ts'
import { sweepAway } from './bench.fresh.ts'
import { settled } from './bench.meters.ts'
import { originOf } from './bench.servers.ts'
import { onStage, say, type Stage } from './bench.stage.ts'
import { tokensOf } from './bench.tokens.ts'
import { listening, SMALL, type Heard } from './plans.heard.ts'
import { QUESTIONS } from './questions/index.ts'
import type { Asking, Case, Question } from './questions/question.ts'

const PLANS = fileURLToPath(new URL('./plans', import.meta.url))
const CASES = 5

/** Rows of a table beyond which PostgreSQL has to choose how to read it. */
const ENOUGH = 100

/** The plan, without the values it was made for. Where it reads a table whole that the seed leaves empty, it is what it would be of one that is not. */
const planOf = async ({ owner, base }: Stage, { role, options, text, values, isGeneric }: Heard): Promise<string> => {
  const schema = role.replace('linli_', '')
  const client = new pg.Client({ connectionString: loginOf(base.databaseUrl, schema, base.secret), options })
  await client.connect()
  const explained = async (): Promise<string[]> => {
    const { rows } = isGeneric
      ? await client.query<{ 'QUERY PLAN': string }>(`explain (generic_plan, costs off) ${text}`)
      : await client.query<{ 'QUERY PLAN': string }>(`explain (costs off) ${text}`, [...values])
    return rows.map((row) => `  ${row['QUERY PLAN'].replaceAll(/'(?:[^']|'')*'/g, "'…'")}`)
  }
  const isEmpty = async (table: string) => {
    const { rowCount } = await owner.query(`select from ${schema}.${table} limit ${ENOUGH}`)
    return rowCount! < ENOUGH
  }
  try {
    const plan = await explained()
    const whole = plan.flatMap((line) => /Seq Scan on (\w+)/.exec(line)?.[1] ?? [])
    for (const table of whole) if (!(await isEmpty(table))) return plan.join('\n')
    if (whole.every((table) => SMALL.has(table))) return plan.join('\n')
    await client.query('set enable_seqscan = off; set enable_bitmapscan = off')
    return (await explained()).join('\n')
  } finally {
    await client.end()
  }
}

const plans = (folder: string, port: number): Promise<void> =>
  onStage(folder, port, async (stage) => {
    const { owner, base } = stage
    const began = new Date()
    const ear = listening()
    const env = {
      DATABASE_URL: base.databaseUrl,
      LINLI_SECRET: base.secret,
      LINLI_DATA: base.data,
      ORIGIN: originOf(base),
      PORT: String(port + 1),
      RATE_SIGNED_IN: '0',
      RATE_ANONYMOUS: '0',
    }
    const pages = { handle: (_req: unknown, _res: unknown, next: () => void) => next(), isBuilt: true }
    const platform = await startPlatform(settingsOf('production', env, []), { pages })
    try {
      const token = await tokensOf(owner, base.secret, originOf(base))
      const send = async <T>(account: string | null, query: string, variables: object, more: object = {}): Promise<T> => {
        const who = account && { authorization: `Bearer ${await token(account)}` }
        const response = await fetch(`${platform.url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-linli-csrf': '1', 'cache-control': 'no-cache', ...who, ...more },
          body: JSON.stringify({ query, variables }),
        })
        const { data, errors } = (await response.json()) as { data: T; errors?: unknown }
        if (errors) throw new Error(JSON.stringify(errors))
        return data
      }
      const asking: Asking = { owner, ask: send }
      let keys = Date.now()
      const turn = async ({ query, writes }: Question, { account, turns, version = 0 }: Case, use: number) => {
        const variables = JSON.stringify(turns[use % turns.length]).replace('"{{version}}"', String(version + use))
        await send(account, query, JSON.parse(variables) as object, writes ? { 'idempotency-key': `plans-${(keys += 1)}` } : {})
      }
      await rm(PLANS, { recursive: true, force: true })
      await mkdir(PLANS, { recursive: true })
      for (const question of QUESTIONS.filter(({ isKept }) => !isKept)) {
        const cases = await question.cases(asking)
        const step = Math.ceil(cases.length / CASES)
        // From the middle of each part: the first may be the most unusual.
        const chosen = cases.filter((_, at) => at % step === step >> 1)
        const known = new Map<string, Heard>()
        for (const one of chosen) {
          const found = await ear.atEach((use) => turn(question, one, use))
          for (const [wording, heard] of found) if (!known.has(wording)) known.set(wording, heard)
        }
        const sections: string[] = []
        for (const [wording, heard] of [...known].sort(([a], [b]) => (a < b ? -1 : 1)))
          sections.push(`${wording}\nplanned ${heard.isGeneric ? 'once' : 'with its values'}:\n${await planOf(stage, heard)}\n`)
        await writeFile(`${PLANS}/${question.name}.txt`, sections.join('\n'))
        say(`${question.name} ${question.says}: ${sections.length} statements`)
      }
    } finally {
      ear.stop()
      await settled(owner).catch(() => {})
      await platform.stop()
      await sweepAway(owner, began)
    }
  })

await plans(process.env['LINLI_DATA'] || '.data/load', 4310).catch((error: Error) => {
  console.error(error)
  process.exit(1)
})
