// What the surroundings decide: environment and arguments, read once, refused with one sentence.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Bucket } from '../subgraphs/office/files/drive.ts'
import type { Rates } from './rate.ts'

/** A mistake of the operator: one sentence and a non-zero exit. */
export class Misconfigured extends Error {}

export const fail = (sentence: string): never => {
  throw new Misconfigured(sentence)
}

export interface Settings {
  /** The demo brings its own database, accounts and data; production brings none of them. */
  readonly mode: 'demo' | 'production'
  readonly port: number
  /** First port of the subgraphs' own servers, when they run apart; 0 lets the system choose. */
  readonly subgraphPort: number
  readonly host: string
  /** Where people reach it; issuer, links and QR codes begin with it. */
  readonly origin: string
  readonly data: string
  /** The bucket in which files lie; null for a folder of the data. */
  readonly bucket: Bucket | null
  readonly databaseUrl: string | null
  readonly secret: string
  /** The city's own sign-in; null for the embedded one. */
  readonly issuer: string | null
  readonly audience: string
  /** The parts this process runs; null for all of them. */
  readonly gateway: boolean
  readonly subgraphs: readonly string[] | null
  /** Where the subgraphs of other processes listen. */
  readonly remotes: Readonly<Record<string, string>>
  readonly planner: 'rust' | 'js'
  /** How long a subgraph may take to answer, in milliseconds. */
  readonly upstreamMs: number
  /** Questions a minute of one account, and of one address that has not signed in. */
  readonly rates: Rates
  /** Where traces go; null for nowhere. */
  readonly traces: string | null
  /** The demo's clock may run ahead, so that notice periods can be seen to end. */
  readonly daysAhead: number
}

const valueAfter = (args: readonly string[], flag: string) => {
  const at = args.indexOf(flag)
  return at < 0 ? undefined : args[at + 1]
}

const integer = (name: string, value: string | undefined, fallback: number): number => {
  if (value === undefined || value === '') return fallback
  const n = Number(value)
  return Number.isInteger(n) && n >= 0 ? n : fail(`${name} 应为整数，现为“${value}”。${name} must be a whole number.`)
}

const keptSecret = (data: string): string => {
  const file = join(data, 'secret')
  if (!existsSync(file)) {
    mkdirSync(data, { recursive: true })
    writeFileSync(file, randomBytes(32).toString('base64url'), { mode: 0o600 })
  }
  return readFileSync(file, 'utf8').trim()
}

const productionSecret = (secret: string | undefined): string => {
  if (!secret)
    return fail(
      '缺少 LINLI_SECRET:请设置至少 32 位的随机密钥。LINLI_SECRET is missing: set a random secret of at least 32 characters.',
    )
  if (secret.length < 32 || /secret|change|demo|example|^(.)\1+$/i.test(secret))
    return fail(
      'LINLI_SECRET 过短或为示例值：请换成至少 32 位的随机密钥。LINLI_SECRET is short or a sample value: use at least 32 random characters.',
    )
  return secret
}

const remotesOf = (list: string | undefined): Record<string, string> =>
  Object.fromEntries(
    (list ?? '')
      .split(',')
      .filter(Boolean)
      .map((pair) => {
        const [name, ...url] = pair.split('=')
        return url.length
          ? [name!.trim(), url.join('=').trim()]
          : fail(`SUBGRAPH_URLS 的写法是 name=url,name=url。SUBGRAPH_URLS reads name=url,name=url.`)
      }),
  )

const bucketOf = (env: NodeJS.ProcessEnv): Bucket | null =>
  env['FILES_BUCKET']
    ? { name: env['FILES_BUCKET'], region: env['FILES_REGION'] || 'us-east-1', endpoint: env['FILES_ENDPOINT'] || null }
    : null

export const settingsOf = (mode: Settings['mode'], env: NodeJS.ProcessEnv, args: readonly string[]): Settings => {
  const data = resolve(env['LINLI_DATA'] || '.data')
  const port = integer('PORT', env['PORT'], 4000)
  if (port > 65_535) fail(`PORT 应在 65535 以内，现为 ${port}。PORT must be 65535 at most.`)
  const host = env['HOST'] || '127.0.0.1'
  const chosen = valueAfter(args, '--subgraphs')?.split(',').filter(Boolean)
  const split = args.includes('--gateway') || chosen !== undefined
  if (mode === 'production' && !env['DATABASE_URL'] && !(split && !chosen))
    fail(
      '缺少 DATABASE_URL:正式运行需要自备 PostgreSQL 15 或更新版本。DATABASE_URL is missing: production needs a PostgreSQL of its own, 15 or newer.',
    )
  if (mode === 'production' && !env['ORIGIN'])
    fail('缺少 ORIGIN:请设置访问地址，如 https://linli.example.gov.cn。ORIGIN is missing: set the address people use.')
  if (env['GRANTS_PREFIX'] && !/^360G-[A-Za-z0-9]+$/.test(env['GRANTS_PREFIX']))
    fail(`GRANTS_PREFIX 应如 360G-linli，现为“${env['GRANTS_PREFIX']}”。GRANTS_PREFIX reads like 360G-linli.`)
  return {
    mode,
    port,
    host,
    data,
    bucket: bucketOf(env),
    origin: (env['ORIGIN'] || `http://127.0.0.1:${port}`).replace(/\/$/, ''),
    databaseUrl: env['DATABASE_URL'] || null,
    secret: mode === 'production' ? productionSecret(env['LINLI_SECRET']) : env['LINLI_SECRET'] || keptSecret(data),
    issuer: env['OIDC_ISSUER'] || null,
    audience: env['OIDC_AUDIENCE'] || 'linli',
    gateway: split ? args.includes('--gateway') : true,
    subgraphs: split ? (chosen ?? []) : null,
    remotes: remotesOf(env['SUBGRAPH_URLS']),
    planner: env['PLANNER'] === 'js' ? 'js' : 'rust',
    subgraphPort: integer('SUBGRAPH_PORT', env['SUBGRAPH_PORT'], 4101),
    upstreamMs: integer('UPSTREAM_TIMEOUT_MS', env['UPSTREAM_TIMEOUT_MS'], 10_000),
    rates: {
      signedIn: integer('RATE_SIGNED_IN', env['RATE_SIGNED_IN'], 6_000),
      anonymous: integer('RATE_ANONYMOUS', env['RATE_ANONYMOUS'], 600),
      proxies: integer('PROXIES', env['PROXIES'], 0),
    },
    traces: env['OTEL_EXPORTER_OTLP_ENDPOINT'] || null,
    daysAhead: mode === 'demo' ? integer('LINLI_DAYS_AHEAD', env['LINLI_DAYS_AHEAD'], 0) : 0,
  }
}
