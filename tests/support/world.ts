// The whole platform as people meet it: one gateway on HTTP, in either shape, on a database of its own.
import { createServer, type AddressInfo } from 'node:net'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { inject } from 'vitest'
import { settingsOf } from '../../gateway/settings.ts'
import { startPlatform, type Platform } from '../../gateway/start.ts'
import { SUBGRAPHS } from '../../subgraphs/index.ts'
import { DEMO_CLIENT, DEMO_GRANT } from '../../subgraphs/office/signin/issuer.ts'
import { copyDatabase, TEST_SECRET } from './platform.ts'

export type Shape = 'together' | 'apart'

export interface World {
  readonly url: string
  readonly databaseUrl: string
  /** The folder of its data. */
  readonly data: string
  readonly clock: { now: Date }
  readonly platforms: readonly Platform[]
  readonly token: (account: string) => Promise<string>
  readonly ask: <T = Record<string, never>>(query: string, options?: Ask) => Promise<Heard<T>>
  readonly sweep: () => Promise<void>
  readonly stop: () => Promise<void>
}

interface Ask {
  readonly as?: string
  readonly variables?: Record<string, unknown>
  readonly headers?: Record<string, string>
}

export interface Heard<T> {
  readonly status: number
  readonly data: T
  readonly errors: readonly {
    message: string
    path?: (string | number)[]
    extensions: Record<string, unknown> & { code?: string }
  }[]
}

export const freePort = (): Promise<number> =>
  new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => done(port))
    })
  })

interface Variation {
  readonly planner?: 'rust' | 'js'
  /** Addresses to give the gateway instead of the real ones. */
  readonly remotes?: Readonly<Record<string, string>>
  readonly env?: NodeJS.ProcessEnv
}

const START = new Date('2026-06-15T01:00:00Z')
const DEMO = 'linli_demo'

/** A database with the demo in it, made once a run by whoever first needs one; every world copies it. */
const demoDatabase = async (): Promise<string> => {
  const owner = inject('ownerUrl')
  const client = new pg.Client({ connectionString: owner.replace(/linli$/, 'postgres') })
  await client.connect()
  try {
    await client.query(`select pg_advisory_lock(hashtextextended('${DEMO}', 0))`)
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DEMO])
    if (!rowCount) {
      const data = await mkdtemp(join(tmpdir(), 'linli-world-'))
      const made = await copyDatabase()
      const env = { DATABASE_URL: made, LINLI_SECRET: TEST_SECRET, LINLI_DATA: data, PORT: String(await freePort()) }
      await (await startPlatform(settingsOf('demo', env, []), { clock: () => START })).stop()
      await client.query(`alter database ${new URL(made).pathname.slice(1)} rename to ${DEMO}`)
      await rm(data, { recursive: true, force: true })
    }
  } finally {
    await client.end()
  }
  return copyDatabase(DEMO)
}

/** Starts the platform with demo data. Apart: every subgraph in a server of its own, the gateway calling them over HTTP. */
export const world = async (
  shape: Shape = 'together',
  { planner = 'rust', remotes = {}, env: more = {} }: Variation = {},
): Promise<World> => {
  // Where the city signs people in, the demo binds no accounts: it is seeded by itself.
  const databaseUrl = more['OIDC_ISSUER'] ? await copyDatabase() : await demoDatabase()
  const data = await mkdtemp(join(tmpdir(), 'linli-world-'))
  const port = String(await freePort())
  const clock = { now: new Date(START) }
  const env = {
    DATABASE_URL: databaseUrl,
    LINLI_SECRET: TEST_SECRET,
    LINLI_DATA: data,
    PORT: port,
    PLANNER: planner,
    SUBGRAPH_PORT: '0',
    ...more,
  }
  const options = { clock: () => clock.now }
  const platforms: Platform[] = []
  if (shape === 'together') platforms.push(await startPlatform(settingsOf('demo', env, []), options))
  else {
    const names = SUBGRAPHS.map((s) => s.name).join(',')
    const behind = await startPlatform(settingsOf('demo', env, ['--subgraphs', names]), options)
    const urls = Object.entries({ ...behind.subgraphUrls, ...remotes })
      .map(([name, url]) => `${name}=${url}`)
      .join(',')
    platforms.push(behind, await startPlatform(settingsOf('demo', { ...env, SUBGRAPH_URLS: urls }, ['--gateway']), options))
  }
  const url = platforms.at(-1)!.url!
  const tokens = new Map<string, Promise<string>>()

  const fetchToken = async (username: string): Promise<string> => {
    const response = await fetch(`${url}/oidc/token`, {
      method: 'POST',
      body: new URLSearchParams({ grant_type: DEMO_GRANT, client_id: DEMO_CLIENT, username }),
    })
    const { access_token } = (await response.json()) as { access_token: string }
    if (!access_token) throw new Error(`No token for ${username}`)
    return access_token
  }
  const token = (username: string): Promise<string> => {
    if (!tokens.has(username)) tokens.set(username, fetchToken(username))
    return tokens.get(username)!
  }

  return {
    url,
    databaseUrl,
    data,
    clock,
    platforms,
    token,
    async ask(query, { as, variables, headers } = {}) {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: {
          'content-type': 'application/json',
          accept: 'application/json',
          'x-linli-csrf': '1',
          ...(as ? { authorization: `Bearer ${await token(as)}` } : {}),
          ...headers,
        },
        body: JSON.stringify({ query, variables }),
      })
      const { data: answered, errors = [] } = (await response.json()) as { data: never; errors?: never[] }
      return { status: response.status, data: answered, errors }
    },
    sweep: async () => {
      for (const platform of platforms) await platform.sweep()
    },
    stop: async () => {
      for (const platform of [...platforms].reverse()) await platform.stop()
      await rm(data, { recursive: true, force: true })
    },
  }
}
