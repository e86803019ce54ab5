// The demo: example accounts and a small believable town, written once into an empty database.
import pg from 'pg'
import { Event } from '../subgraphs/shared/event.ts'
import type { Running } from '../subgraphs/shared/subgraph.ts'
import { SUBGRAPHS } from '../subgraphs/index.ts'
import { JOBS_SCHEMA } from './host/jobs.ts'

/** Seeds every subgraph whose history is still empty, in the order of the list: a later one may build on what an earlier one told. */
export const seedDemo = async (running: readonly Running[], ownerUrl: string, say: (step: string) => void): Promise<void> => {
  for (const one of running) {
    const { seed } = SUBGRAPHS.find((s) => s.name === one.name)!
    if (!seed || (await one.asSystem((ctx) => ctx.em.count(Event, {})))) continue
    say(`写入演示数据 ${one.name}`)
    await delivered(ownerUrl)
    await one.asSystem(seed)
  }
}

const PATIENCE = 20_000

/** Waits until every message has reached its subscriber. */
const delivered = async (ownerUrl: string): Promise<void> => {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    for (const until = Date.now() + PATIENCE; Date.now() < until; await new Promise((done) => setTimeout(done, 200))) {
      const { rowCount } = await client.query(
        `select 1 from ${JOBS_SCHEMA}.job where state in ('created', 'retry', 'active') and name not like '%.sweep' and name not like '\\_\\_%' limit 1`,
      )
      if (!rowCount) return
    }
  } finally {
    await client.end()
  }
}
