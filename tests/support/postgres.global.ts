// One embedded PostgreSQL for all tests, with a migrated database that every test file copies.
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startPostgres } from '../../gateway/host/postgres.ts'
import { SUBGRAPHS, SUBSCRIPTIONS } from '../../subgraphs/index.ts'
import { prepareDatabase } from '../../gateway/host/prepare.ts'

export const TEST_SECRET = 'fK3vQ9xT2mW7pZ5rB8nC4jL6hD1gS0aYuE'
const PREFIX = 'linli-test-'

declare module 'vitest' {
  interface ProvidedContext {
    ownerUrl: string
  }
}

/** Leftovers of runs that were killed. */
const sweepOld = async () => {
  for (const name of (await readdir(tmpdir())).filter((n) => n.startsWith(PREFIX))) {
    const path = join(tmpdir(), name)
    if (Date.now() - (await stat(path)).mtimeMs > 3 * 3_600_000) await rm(path, { recursive: true, force: true })
  }
}

export default async (project: TestProject) => {
  await sweepOld()
  const folder = await mkdtemp(join(tmpdir(), PREFIX))
  const postgres = await startPostgres(folder, { durable: false })
  await prepareDatabase(postgres.url, SUBGRAPHS, SUBSCRIPTIONS, TEST_SECRET)
  const client = new pg.Client({ connectionString: postgres.url.replace(/linli$/, 'postgres') })
  await client.connect()
  await client.query(`alter database linli with is_template true`)
  await client.end()
  project.provide('ownerUrl', postgres.url)
  return async () => {
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
}
