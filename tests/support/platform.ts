// The platform in a test: its own copy of the migrated database, the subgraphs in this process, a clock that can be moved.
import pg from 'pg'
import { parse, type ExecutionResult } from 'graphql'
import { inject } from 'vitest'
import { ANONYMOUS, SYSTEM, type Actor, type Grant, type Role } from '../../subgraphs/shared/actor.ts'
import { loginOf } from '../../gateway/host/database.ts'
import type { Jobs } from '../../subgraphs/shared/context.ts'
import { startJobs } from '../../gateway/host/jobs.ts'
import type { Running, Subgraph } from '../../subgraphs/shared/subgraph.ts'
import { startSubgraph } from '../../gateway/host/serve.ts'
import { SUBGRAPHS, SUBSCRIPTIONS } from '../../subgraphs/index.ts'
import { SCOPES } from '../../subgraphs/office/scopes.ts'
import { TEST_SECRET } from './postgres.global.ts'

export { TEST_SECRET }

let copies = 0

/** A copy of the migrated database; dropped with the cluster. */
export const copyDatabase = async (template = 'linli'): Promise<string> => {
  const owner = inject('ownerUrl')
  const name = `t_${process.pid}_${(copies += 1)}`
  const client = new pg.Client({ connectionString: owner.replace(/linli$/, 'postgres') })
  await client.connect()
  await client.query(`create database ${name} template ${template} strategy file_copy`)
  await client.end()
  return owner.replace(/linli$/, name)
}

/** Somebody who asks: `person('COMMITTEE_SECRETARY', '310113109043')`. */
export const person = (role: Role, division: string, more: Partial<Actor> = {}): Actor => holder([{ role, division }], more)

let people = 0
export const holder = (grants: readonly Grant[], more: Partial<Actor> = {}): Actor => {
  people += 1
  return {
    ...ANONYMOUS,
    kind: 'PERSON',
    id: `00000000-0000-7000-8000-${String(people).padStart(12, '0')}`,
    name: `示例${people}`,
    grants,
    scopes: SCOPES,
    locale: 'en',
    ...more,
  }
}

export const anonymous: Actor = { ...ANONYMOUS, locale: 'en' }
export const system: Actor = SYSTEM

export interface Answer<T> {
  readonly data: T | null | undefined
  readonly errors: readonly {
    message: string
    code: string
    path: readonly (string | number)[] | undefined
    more: Record<string, unknown>
  }[]
}

export interface Stage {
  readonly ownerUrl: string
  readonly subgraphs: Readonly<Record<string, Running>>
  readonly clock: { now: Date }
  readonly jobs: Jobs
  readonly ask: <T = Record<string, never>>(
    subgraph: string,
    actor: Actor,
    query: string,
    variables?: Record<string, unknown>,
    idempotencyKey?: string,
  ) => Promise<Answer<T>>
  /** As the owner, past every right. */
  readonly sql: <R extends pg.QueryResultRow = pg.QueryResultRow>(text: string, values?: unknown[]) => Promise<R[]>
  readonly stop: () => Promise<void>
}

/** Starts the named subgraphs on a database of their own. */
export const stage = async (names: readonly string[], at = new Date('2026-03-02T01:00:00Z')): Promise<Stage> => {
  const ownerUrl = await copyDatabase()
  const clock = { now: at }
  const jobs = await startJobs({ url: loginOf(ownerUrl, 'jobs', TEST_SECRET), subscriptions: SUBSCRIPTIONS, onError: () => {} })
  const chosen = SUBGRAPHS.filter((s: Subgraph) => names.includes(s.name))
  const log = { error: (attrs: object, message: string) => console.error(message, attrs) }
  const running = await Promise.all(
    chosen.map((s) => startSubgraph(s, { ownerUrl, secret: TEST_SECRET, jobs, clock: () => clock.now, log })),
  )
  const subgraphs = Object.fromEntries(running.map((r) => [r.name, r]))
  const owner = new pg.Pool({ connectionString: ownerUrl, max: 2 })
  let requests = 0
  return {
    ownerUrl,
    subgraphs,
    clock,
    jobs,
    async ask(subgraph, actor, query, variables, idempotencyKey) {
      const caller = { actor, requestId: `test-${(requests += 1)}`, idempotencyKey: idempotencyKey ?? null }
      return answerOf(await subgraphs[subgraph]!.execute({ document: parse(query), variables, caller }))
    },
    sql: async (text, values) => (await owner.query(text, values)).rows as never,
    async stop() {
      await jobs.stop()
      for (const one of running) await one.stop()
      await owner.end()
    },
  }
}

const answerOf = <T>(result: ExecutionResult): Answer<T> => ({
  data: result.data as T | null | undefined,
  errors: (result.errors ?? []).map(({ message, extensions, path }) => ({
    message,
    code: String(extensions['code'] ?? ''),
    path,
    more: { ...extensions },
  })),
})

/** From here on the platform does nothing of its own accord: no sweep falls into what a test counts. */
export const still = async (ownerUrl: string): Promise<void> => {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('delete from jobs.schedule')
    const sweeps = "(name like '%.sweep' or name like '\\_\\_pgboss\\_\\_%')"
    for (;;) {
      await client.query(`delete from jobs.job where state in ('created', 'retry') and ${sweeps}`)
      const { rowCount } = await client.query(`select from jobs.job where state = 'active' and ${sweeps} limit 1`)
      if (!rowCount) return
      await new Promise((done) => setTimeout(done, 100))
    }
  } finally {
    await client.end()
  }
}

/** SQL statements the subgraph sends while the work runs, transaction control left out. */
export const statementsOf = async (running: Running, work: () => Promise<unknown>): Promise<string[]> => {
  const seen: string[] = []
  const logger = running.orm.config.getLogger() as unknown as {
    logQuery: (c: { query: string }) => void
    isEnabled: (n: string) => boolean
  }
  const { logQuery, isEnabled } = logger
  Object.assign(logger, {
    isEnabled: () => true,
    logQuery: (c: { query: string }) => {
      if (!/^(begin|commit|rollback|savepoint|release|set)/i.test(c.query)) seen.push(c.query)
    },
  })
  try {
    await work()
  } finally {
    Object.assign(logger, { logQuery, isEnabled })
  }
  return seen
}
