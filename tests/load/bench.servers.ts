// Starts what is measured as processes of their own: the limit, and the product in each of its shapes.
import { spawn, type ChildProcess } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import { SUBGRAPHS } from '../../subgraphs/index.ts'
import pack from '../../package.json' with { type: 'json' }

export const SHAPES = {
  one: 'one process',
  cores: 'one process per core',
  apart: 'gateway and subgraphs apart',
} as const
export type Shape = keyof typeof SHAPES

export interface Served {
  /** Ports the requests are spread over. */
  readonly ports: readonly number[]
  readonly pids: readonly number[]
  readonly stop: () => Promise<void>
}

export interface Base {
  readonly databaseUrl: string
  readonly secret: string
  readonly data: string
  /** The limit listens on the first port, the product on the following. */
  readonly port: number
}

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** What `npm run serve` says, without `node`. */
const SERVE = pack.scripts.serve
  .split(' ')
  .slice(1)
  .map((word) => (word.startsWith('dist/') ? here(`../../${word}`) : word))
/** The limit runs under the same conditions, and is one file. */
const LIMIT = [...SERVE.filter((word) => word.startsWith('--')), '--import', 'tsx', here('bench.limit.ts')]

const started = (words: readonly string[], env: NodeJS.ProcessEnv): Promise<ChildProcess> =>
  new Promise((done, failed) => {
    const child = spawn(process.execPath, words, {
      // One account asks for a whole town here, and one address for everybody.
      env: { ...process.env, NODE_ENV: 'production', RATE_SIGNED_IN: '0', RATE_ANONYMOUS: '0', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    // However the bench ends, what it started ends with it.
    const kill = () => child.kill('SIGKILL')
    process.once('exit', kill)
    child.once('exit', () => process.off('exit', kill))
    let output = ''
    const hear = (chunk: Buffer) => {
      output = (output + chunk).slice(-4_000)
      if (/ready/.test(output)) done(child)
    }
    child.stdout.on('data', hear)
    child.stderr.on('data', hear)
    child.on('exit', (code) => failed(new Error(`${words.join(' ')} ended with ${code}\n${output}`)))
  })

const served = (children: readonly ChildProcess[], ports: readonly number[]): Served => ({
  ports,
  pids: children.map(({ pid }) => pid!),
  stop: async () => {
    await Promise.all(
      [...children].reverse().map(
        (child) =>
          new Promise<void>((done) => {
            if (child.exitCode !== null) return done()
            child.once('exit', () => done())
            child.kill('SIGTERM')
          }),
      ),
    )
  },
})

export const startLimit = async ({ databaseUrl, port }: Base): Promise<Served> =>
  served([await started(LIMIT, { DATABASE_URL: databaseUrl, PORT: String(port) })], [port])

export const originOf = ({ port }: Base) => `http://127.0.0.1:${port + 1}`

export const startProduct = async (shape: Shape, base: Base): Promise<Served> => {
  const { databaseUrl, secret, data, port } = base
  const env = { DATABASE_URL: databaseUrl, LINLI_SECRET: secret, LINLI_DATA: data, ORIGIN: originOf(base), OIDC_ISSUER: '' }
  const at = (n: number) => ({ ...env, PORT: String(port + n) })
  if (shape === 'one') return served([await started(SERVE, at(1))], [port + 1])
  if (shape === 'cores') {
    const ports = Array.from({ length: Math.min(availableParallelism(), 8) }, (_, n) => n + 1)
    const children: ChildProcess[] = []
    for (const n of ports) children.push(await started(SERVE, at(n)))
    return served(
      children,
      ports.map((n) => port + n),
    )
  }
  const names = SUBGRAPHS.map(({ name }) => name)
  const first = port + 2
  const behind = await started([...SERVE, '--subgraphs', names.join(',')], { ...at(1), SUBGRAPH_PORT: String(first) })
  const urls = names.map((name, n) => `${name}=http://127.0.0.1:${first + n}/graphql`).join(',')
  const { DATABASE_URL: _, ...bare } = at(1)
  const front = await started([...SERVE, '--gateway'], { ...bare, DATABASE_URL: '', SUBGRAPH_URLS: urls })
  return served([behind, front], [port + 1])
}
