// Puts the parts of one process together: database, subgraphs, issuer, graph, HTTP. The only file that knows them all.
import { setTimeout as after } from 'node:timers/promises'
import type { IncomingMessage, RequestListener, Server } from 'node:http'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'graphql'
import { createLoggerFromLogging } from '@graphql-hive/gateway-runtime'
import { SYSTEM } from '../subgraphs/shared/actor.ts'
import { missingYear } from '../subgraphs/shared/calendar.ts'
import { loginOf, reacher, writtenOf } from './host/database.ts'
import { pendingMigrations, prepareDatabase } from './host/prepare.ts'
import type { Jobs } from '../subgraphs/shared/context.ts'
import { startJobs } from './host/jobs.ts'
import type { Running } from '../subgraphs/shared/subgraph.ts'
import { startSubgraph } from './host/serve.ts'
import { SUBGRAPHS, SUBSCRIPTIONS } from '../subgraphs/index.ts'
import { SCOPES } from '../subgraphs/office/scopes.ts'
import { createFiles } from '../subgraphs/office/files/files.ts'
import { createIssuer } from '../subgraphs/office/signin/issuer.ts'
import { actors, type Standing } from './actor.ts'
import { citySignIn } from './city.ts'
import { listen, remoteCall, signFor, unsigned, type Call } from './host/apart.ts'
import { createGraph, LIMITS } from './graph.ts'
import { builtPages } from './admin.ts'
import { passOn, requestListener, type Pages } from './http.ts'
import { startPostgres, type Postgres } from './host/postgres.ts'
import { seedDemo } from './demo.ts'
import { listenOn, type Door } from './listen.ts'
import { shortWay } from './short.ts'
import { telemetry } from './telemetry.ts'
import { meterOf } from './rate.ts'
import { fail, type Settings } from './settings.ts'

export const SUPERGRAPH = fileURLToPath(new URL('../schema/supergraph.graphql', import.meta.url))

export interface Platform {
  readonly url: string | null
  readonly running: readonly Running[]
  readonly subgraphUrls: Readonly<Record<string, string>>
  readonly databaseUrl: string | null
  /** Looks for work that has fallen due, now instead of within the minute. */
  readonly sweep: () => Promise<void>
  readonly stop: () => Promise<void>
}

interface Options {
  /** Tells what is being done, for whoever waits. */
  readonly say?: (step: string) => void
  readonly clock?: () => Date
  /** The admin's pages; the built ones when left out. */
  readonly pages?: Pages
}

const DAY = 86_400_000
const PATIENCE = 8_000

/** Waits for what is closing, but not for ever, and whatever comes of it: the database is stopped last in any case. */
const soon = async (closing: Promise<void>): Promise<void> => {
  const late = new AbortController()
  await Promise.race([closing.catch(() => {}), after(PATIENCE, undefined, { signal: late.signal }).catch(() => {})])
  late.abort()
}

/** Starts what the settings name. Whatever fails stops what had started. */
export const startPlatform = async (
  settings: Settings,
  { say = () => {}, clock: given, pages = builtPages() }: Options = {},
): Promise<Platform> => {
  const running: Running[] = []
  const servers: { close: () => Promise<void> }[] = []
  let door: Server | null = null
  let jobs: Jobs | null = null
  let postgres: Postgres | null = null
  /** From the outside in: no new requests, then no new work, then the database. */
  const stop = async () => {
    if (door) await close(door)
    for (const server of servers.splice(0)) await server.close()
    if (jobs) await soon(jobs.stop())
    await Promise.all(running.splice(0).map((one) => soon(one.stop())))
    await postgres?.stop()
  }
  try {
    const clock = given ?? (() => new Date(Date.now() + settings.daysAhead * DAY))
    const log = createLoggerFromLogging('warn')
    const mine = SUBGRAPHS.filter((s) => settings.subgraphs === null || settings.subgraphs.includes(s.name))
    const unknown = settings.subgraphs?.filter((name) => !SUBGRAPHS.some((s) => s.name === name)) ?? []
    if (unknown.length) fail(`没有名为 ${unknown.join('、')} 的子图。There is no subgraph named ${unknown.join(', ')}.`)

    door = settings.gateway ? await openDoor(settings) : null

    let ownerUrl = settings.databaseUrl
    if (!ownerUrl && mine.length) {
      say('启动内置 PostgreSQL')
      postgres = await startPostgres(join(settings.data, 'postgres'))
      ownerUrl = postgres.url
    }

    if (ownerUrl && mine.length) {
      const missing = missingYear(clock())
      if (missing)
        say(
          `注意：${missing} 年放假安排尚未收录，期限暂按周一至周五计算。Holidays of ${missing} are not known yet; weekdays count.`,
        )
      say('检查数据库')
      const pending = await pendingMigrations(ownerUrl, SUBGRAPHS).catch((error: Error) =>
        fail(
          `无法连接数据库(${error.message || (error as { code?: string }).code})。Cannot reach the database: check DATABASE_URL.`,
        ),
      )
      if (pending.length && settings.mode === 'production')
        fail(
          `数据库有 ${pending.length} 项迁移未执行，请先运行 npm run migrate。${pending.length} migrations are pending: run npm run migrate first (${pending[0]} …).`,
        )
      if (settings.mode === 'demo') await prepareDatabase(ownerUrl, SUBGRAPHS, SUBSCRIPTIONS, settings.secret)
      jobs = await startJobs({
        url: loginOf(ownerUrl, 'jobs', settings.secret),
        subscriptions: SUBSCRIPTIONS,
        onError: (e) => log.error({ error: e.message }, 'A job failed'),
      })
      for (const subgraph of mine) {
        say(`启动 ${subgraph.name}`)
        const one = await startSubgraph(subgraph, { ownerUrl, secret: settings.secret, jobs, clock, log })
        running.push(one)
      }
      if (settings.mode === 'demo') await seedDemo(running, ownerUrl, say)
    }

    const office = running.find((r) => r.name === 'office')
    const issuer = office && !settings.issuer ? await createIssuer(office, settings) : null
    const callerOf = (req: IncomingMessage) => unsigned(req.headers, settings.secret)
    const onError = (error: Error) => log.error({ error: error.message }, 'A file was not taken or given')
    const files = office ? await createFiles(office, { ...settings, callerOf, onError }) : null
    const subgraphUrls: Record<string, string> = {}
    if (settings.subgraphs !== null)
      for (const [at, one] of running.entries()) {
        const server = await listen(
          one,
          { host: settings.host, port: settings.subgraphPort && settings.subgraphPort + at, secret: settings.secret },
          one === office ? { ...(issuer && { '/oidc/': issuer }), ...(files && { '/files': files }) } : {},
        )
        subgraphUrls[one.name] = server.url
        servers.push(server)
      }

    let url: string | null = null
    if (door) {
      say('启动网关')
      const [one] = running
      const isReady = one ? reacher(one.orm) : async () => true
      const written = one ? writtenOf(one.orm) : async () => null
      const answer = await listener(settings, running, { issuer, files }, pages, clock, { isReady, written })
      // In one turn: a request that found nobody to answer it would wait for ever.
      door.removeAllListeners('request').on('request', answer)
      const { port } = door.address() as { port: number }
      url = `http://${settings.host}:${port}`
    }
    const sweep = async () => {
      for (const one of running) await one.sweep()
    }
    return { url, running, subgraphUrls, databaseUrl: ownerUrl, sweep, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

const STANDING = parse(
  'query ($subject: String!) { standing(subject: $subject) { id kind name resident organization grants { role division } scopes notBefore } }',
)

/** What the door answers once everything behind it is up. */
const listener = async (
  settings: Settings,
  running: readonly Running[],
  embedded: { readonly issuer: Door | null; readonly files: Door | null },
  pages: Pages,
  clock: () => Date,
  { isReady, written }: { readonly isReady: () => Promise<boolean>; readonly written: () => Promise<string | null> },
): Promise<RequestListener> => {
  const local: Record<string, Call> = Object.fromEntries(running.map((r) => [r.name, r.execute]))
  const office =
    local['office'] ??
    (settings.remotes['office'] ? remoteCall(settings.remotes['office'], settings.secret, settings.upstreamMs) : null)
  if (!office)
    return fail(
      '网关需要 office 子图：请在 SUBGRAPH_URLS 中给出它的地址。The gateway needs the office subgraph: name its address in SUBGRAPH_URLS.',
    )
  const standingOf = async (_issuer: string, subject: string): Promise<Standing | null> => {
    const caller = { actor: SYSTEM, requestId: 'standing', idempotencyKey: null }
    const { data, errors } = await office({ document: STANDING, variables: { subject }, caller })
    if (errors?.length) throw new Error(errors[0]!.message)
    return (data as { standing: Standing | null }).standing
  }
  const issuerUrl = settings.issuer ?? `${settings.origin}/oidc`
  const away = settings.remotes['office'] && new URL(settings.remotes['office']).origin
  const city = settings.issuer ? await citySignIn(settings.issuer) : null
  const issuer = city?.door ?? embedded.issuer ?? passOn(away!)
  const jwksUri = city?.jwksUri ?? (embedded.issuer ? `http://${settings.host}:${settings.port}/oidc/jwks` : `${away}/oidc/jwks`)
  const plugins = await telemetry(settings.traces ?? undefined)
  const short = shortWay(running, SUPERGRAPH, LIMITS.cost, settings.upstreamMs)
  const graph = createGraph({
    supergraph: SUPERGRAPH,
    local,
    remotes: settings.remotes,
    secret: settings.secret,
    planner: settings.planner,
    introspection: settings.mode === 'demo',
    metrics: true,
    upstreamMs: settings.upstreamMs,
    plugins,
    learn: short.learn,
  })
  await graph.getSchema()
  const actorOf = actors({
    issuer: issuerUrl,
    jwksUri,
    audience: settings.audience,
    scopesOfPeople: city ? SCOPES : [],
    standingOf,
  })
  return requestListener({
    meter: meterOf(settings.rates),
    graph,
    // A trace shows every step of the runtime: where traces are wanted, nothing takes another way.
    short: plugins.length ? null : short,
    issuer,
    files: embedded.files ?? passOn(away!),
    signed: (req, caller) => signFor(req.headers, caller, settings.secret),
    admin: pages,
    actorOf,
    isReady,
    written,
    clock,
    beside: city ? [city.origin] : [],
    secure: settings.origin.startsWith('https:'),
  })
}

/** Takes the port before anything else is started, and says "not ready" until there is something to serve. */
const openDoor = async (settings: Settings): Promise<Server> => {
  const server = createServer((_req, res) => void res.writeHead(503, { 'retry-after': '2' }).end('正在启动 starting\n'))
  server.keepAliveTimeout = 65_000
  await listenOn(server, settings.host, settings.port, 'PORT')
  return server
}

/** Lets requests under way finish, for a few seconds. */
const close = (server: Server): Promise<void> =>
  new Promise((done) => {
    server.close(() => done())
    server.closeIdleConnections()
    setTimeout(() => server.closeAllConnections(), 8_000).unref()
  })
