// Work for later, kept by pg-boss in the same database: sent inside the transaction that causes it, handled at least once.
// A message is a fact other subgraphs subscribe to; a sweep is work a subgraph looks for by itself every minute.
import { escapeLiteral } from 'pg'
import { PgBoss } from 'pg-boss'
import type { Jobs, Subscriptions } from '../../subgraphs/shared/context.ts'
import { ask, tell } from './driver.ts'

export const JOBS_SCHEMA = 'jobs'

const queueOf = (subgraph: string, message: string) => `${subgraph}.${message}`

interface JobsOptions {
  readonly url: string
  readonly subscriptions: Subscriptions
  readonly onError: (error: Error) => void
}

/** A row of the queue as a subgraph's connection reads it: moments are text. */
type Job = Readonly<Record<string, unknown>> & { readonly created_on: string }

/** What each job has of its own; moments stand as far from when it was made as they did. */
const OWN: Readonly<Record<string, string>> = { id: 'gen_random_uuid()', data: '$1' }
const MOMENTS = new Set(['created_on', 'start_after', 'keep_until'])

/**
 * The statement that adds a job like one the queue has written itself. The library's own goes through every option a job
 * may have, which costs more than all the rest of a small transaction.
 */
const likeIt = (written: string, job: Job): string => {
  const table = /insert into (\S+)/i.exec(written)![1]
  const said = ([column, value]: [string, unknown]): string => {
    if (OWN[column] || value === null) return OWN[column] ?? 'null'
    const literal = escapeLiteral(String(value))
    return MOMENTS.has(column)
      ? `${JOBS_SCHEMA}.job_now() + (timestamptz ${literal} - timestamptz ${escapeLiteral(job.created_on)})`
      : literal
  }
  return `insert into ${table} (${Object.keys(job).join(', ')}) values (${Object.entries(job).map(said).join(', ')})`
}

/** Starts the queues. `url` is the login of the jobs role. */
export const startJobs = async ({ url, subscriptions, onError }: JobsOptions): Promise<Jobs> => {
  const boss = new PgBoss({ connectionString: url, schema: JOBS_SCHEMA, migrate: false, max: 4 })
  boss.on('error', onError)
  await boss.start()
  /** How a job is put into a queue, learnt from the first that the queue writes itself. */
  const learnt = new Map<string, string>()
  return {
    async publish(ctx, message, data) {
      for (const subgraph of subscriptions[message] ?? []) {
        const queue = queueOf(subgraph, message)
        const known = learnt.get(queue)
        const executeSql = async (text: string, values: unknown[] = []) => {
          const { rows } = await ask(ctx.em, text.replace(/returning id\s*$/i, 'returning *'), values)
          if (rows[0]) learnt.set(queue, likeIt(text, rows[0] as Job))
          return { rows }
        }
        if (known) tell(ctx.em, known, [JSON.stringify(data)])
        else await boss.send(queue, data, { db: { executeSql } } as never)
      }
    },
    async work(subgraph, message, most, handle) {
      await boss.work(
        queueOf(subgraph, message),
        { batchSize: Math.max(most, 50), pollingIntervalSeconds: 0.5, perJobResults: true },
        async (jobs) => {
          const failed = (of: typeof jobs) =>
            handle(of.map(({ data }) => data as never)).then(
              () => null,
              (error: Error) => error,
            )
          if (most > 1 && !(await failed(jobs))) return jobs.map(({ id }) => ({ id, status: 'completed' as const }))
          // One that fails must not take the others with it.
          const results = []
          for (const job of jobs) {
            const error = await failed([job])
            if (error) onError(error)
            results.push({
              id: job.id,
              status: error ? ('failed' as const) : ('completed' as const),
              ...(error ? { output: { message: error.message } } : {}),
            })
          }
          return results
        },
      )
    },
    async every(subgraph, sweep) {
      await boss.schedule(queueOf(subgraph, 'sweep'), '* * * * *', null, { tz: 'Asia/Shanghai' })
      await boss.work(queueOf(subgraph, 'sweep'), { pollingIntervalSeconds: 5 }, sweep)
    },
    stop: () => boss.stop({ graceful: true, timeout: 5_000 }),
  }
}

/** Creates the queues' tables and one queue per subscriber; needs the owner's login. */
export const prepareJobs = async (
  ownerUrl: string,
  subscriptions: Subscriptions,
  subgraphs: readonly string[],
): Promise<void> => {
  const boss = new PgBoss({ connectionString: ownerUrl, schema: JOBS_SCHEMA, schedule: false, supervise: false, max: 1 })
  await boss.start()
  const queues = Object.entries(subscriptions).flatMap(([message, names]) => names.map((s) => queueOf(s, message)))
  const policy = { retryLimit: 8, retryDelay: 1, retryBackoff: true, retentionSeconds: 3 * 86_400, deleteAfterSeconds: 3_600 }
  for (const queue of queues) if (!(await boss.getQueue(queue))) await boss.createQueue(queue, policy)
  for (const s of subgraphs)
    if (!(await boss.getQueue(queueOf(s, 'sweep'))))
      await boss.createQueue(queueOf(s, 'sweep'), { policy: 'singleton', retryLimit: 0, deleteAfterSeconds: 600 })
  await boss.stop({ graceful: false })
}
