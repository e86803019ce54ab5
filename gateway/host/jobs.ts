// Work for later, kept by pg-boss in the same database: sent inside the transaction that causes it, handled at least once.
// A message is a fact other subgraphs subscribe to; a sweep is work a subgraph looks for by itself every minute.
import { PgBoss } from 'pg-boss'
import type { Jobs, Subscriptions } from '../../subgraphs/shared/context.ts'
import { tell } from './driver.ts'

export const JOBS_SCHEMA = 'jobs'

const queueOf = (subgraph: string, message: string) => `${subgraph}.${message}`

interface JobsOptions {
  readonly url: string
  readonly subscriptions: Subscriptions
  readonly onError: (error: Error) => void
}

interface Sending {
  readonly text: string
  /** The job as the queue wants it, with room for its data. */
  readonly job: Readonly<Record<string, unknown>>
}

/** How a job is put into a queue: the statement and what goes with it, heard from the queue itself. */
const sendingTo = async (boss: PgBoss, queue: string): Promise<Sending> => {
  let heard: Sending | null = null
  const executeSql = async (text: string, [jobs]: unknown[] = []) => {
    heard = { text, job: (JSON.parse(jobs as string) as [Record<string, unknown>])[0] }
    return { rows: [{ id: '' }] }
  }
  await boss.send(queue, {}, { db: { executeSql } } as never)
  return heard!
}

/** Starts the queues. `url` is the login of the jobs role. */
export const startJobs = async ({ url, subscriptions, onError }: JobsOptions): Promise<Jobs> => {
  const boss = new PgBoss({ connectionString: url, schema: JOBS_SCHEMA, migrate: false, max: 4 })
  boss.on('error', onError)
  await boss.start()
  const sendings = new Map<string, Sending>()
  return {
    async publish(ctx, message, data) {
      for (const subgraph of subscriptions[message] ?? []) {
        const queue = queueOf(subgraph, message)
        let sending = sendings.get(queue)
        if (!sending) sendings.set(queue, (sending = await sendingTo(boss, queue)))
        tell(ctx.em, sending.text, [JSON.stringify([{ ...sending.job, data }])])
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
