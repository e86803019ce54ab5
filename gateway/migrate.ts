// npm run migrate:new -- <subgraph> <name>: writes what the entities have and the database has not into a new migration.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { SUBGRAPHS } from '../subgraphs/index.ts'
import { openOrm } from './host/database.ts'
import { startPostgres } from './host/postgres.ts'
import { fail, Misconfigured } from './settings.ts'

const write = async (name: string | undefined, title: string | undefined): Promise<void> => {
  const subgraph =
    SUBGRAPHS.find((s) => s.name === name) ?? fail(`npm run migrate:new -- <${SUBGRAPHS.map((s) => s.name).join('|')}> <name>`)
  if (!title) return fail('A migration needs a name, such as add-phone.')
  const folder = await mkdtemp(join(tmpdir(), 'linli-migrate-'))
  const postgres = await startPostgres(folder, { durable: false })
  try {
    const client = new pg.Client({ connectionString: postgres.url })
    await client.connect()
    await client.query(
      `create schema if not exists ${subgraph.name}; create extension if not exists pg_trgm; create extension if not exists btree_gist`,
    )
    await client.end()
    const orm = await openOrm(
      subgraph,
      postgres.url,
      SUBGRAPHS.map((s) => s.name),
    )
    await orm.migrator.up()
    const { fileName, diff } = await orm.migrator.create(undefined, false, false, title.replaceAll('-', '_'))
    await orm.close()
    console.log(
      fileName
        ? `${fileName}\n${diff.up
            .filter((s) => /drop/i.test(s))
            .map((s) => `  REVIEW: ${s}`)
            .join('\n')}`
        : 'Nothing to migrate.',
    )
  } finally {
    await postgres.stop()
    await rm(folder, { recursive: true, force: true })
  }
}

await write(process.argv[2], process.argv[3]).catch((error: Error) => {
  console.error(error instanceof Misconfigured ? error.message : error)
  process.exit(1)
})
