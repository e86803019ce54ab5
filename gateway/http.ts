// The door: which path goes where, and the headers every answer carries.
import { createHash, randomUUID } from 'node:crypto'
import { request, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { GatewayRuntime } from '@graphql-hive/gateway-runtime'
import type { Actor } from '../subgraphs/shared/actor.ts'
import type { Caller } from '../subgraphs/shared/subgraph.ts'
import { NotGiven, takeDossier, type AskGraph } from './dossier/dossier.ts'
import { localeOf, say, text } from '../subgraphs/shared/words.ts'
import type { Door } from './listen.ts'
import { InvalidToken } from './actor.ts'
import { CORS, LIMITS, type Asking } from './graph.ts'
import { RECOVERING } from './host/database.ts'
import { keepAnswers } from './kept.ts'
import { tookShortWay } from './question.ts'
import type { Meter } from './rate.ts'
import type { Short } from './short.ts'

/** What serves the admin's pages under /admin/; its content policy, or null while they are being written. */
export interface Pages {
  readonly handle: (req: IncomingMessage, res: ServerResponse, next: () => void) => void
  readonly isBuilt: boolean
}

interface Doors {
  readonly graph: GatewayRuntime<Asking>
  readonly short: Short | null
  readonly issuer: Door | null
  readonly files: Door
  /** Says to the files' door who asks. */
  readonly signed: (req: IncomingMessage, caller: Caller) => Promise<void>
  readonly admin: Pages
  readonly actorOf: (authorization: string | undefined, acceptLanguage: string | undefined) => Promise<Actor>
  /** Counts a request; the seconds to wait when it is one too many. */
  readonly meter: Meter
  /** Whether the database of this process answers; true when it has none. */
  readonly isReady: () => Promise<boolean>
  /** How far the database of this process has written; null when it has none. */
  readonly written: () => Promise<string | null>
  /** The platform's time, by which it judges deadlines; told in every answer of the graph. */
  readonly clock: () => Date
  /** Origins the admin may reach besides ours. */
  readonly beside: readonly string[]
  readonly secure: boolean
}

const GRAPH = new Set(['/graphql', '/healthcheck', '/readiness', '/metrics'])

/** The public page of a division's lists may stand in a frame on any site: it signs nobody in and changes nothing. */
const FRAMED = /^\/admin\/duties\/\d{12}$/

/** What a page of the admin may load and reach: ourselves, and where people sign in; and who may put it in a frame. */
const policyOf = (beside: readonly string[], ancestors: string): string => {
  const reach = ["'self'", ...beside].join(' ')
  return `default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src ${reach}; worker-src 'self'; frame-ancestors ${ancestors}; base-uri 'none'; form-action ${reach}`
}

export const requestListener = ({
  graph,
  short,
  issuer,
  files,
  signed,
  admin,
  actorOf,
  meter,
  isReady,
  written,
  clock,
  beside,
  secure,
}: Doors): RequestListener => {
  const kept = keepAnswers<Buffer>(clock, written)
  const policy = policyOf(beside, "'none'")
  const framedPolicy = policyOf(beside, '*')

  /** Who asks; null when they were answered here, because their token does not hold or they ask too often. */
  const entering = async (req: IncomingMessage, res: ServerResponse, isCounted: boolean): Promise<Actor | null> => {
    const actor = await actorOf(req.headers.authorization, req.headers['accept-language']).catch((error: Error) => error)
    if (actor instanceof InvalidToken) {
      res.setHeader('www-authenticate', 'Bearer error="invalid_token"')
      problem(res, 401, 'UNAUTHENTICATED', '登录已失效，请重新登录。The session is no longer valid; please sign in again.')
      return null
    }
    if (actor instanceof Error) {
      recovering(req, res)
      return null
    }
    const wait = isCounted ? await meter(actor, req) : null
    if (wait !== null) tooOften(req, res, wait)
    return wait === null ? actor : null
  }

  /** Files are handed in by whoever is signed in, and given out to whoever holds a signed link. */
  const pass = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    if (crossed(req, res, 'GET, POST')) return
    if (req.method === 'GET' || req.method === 'HEAD') delete req.headers.authorization
    else if (req.method !== 'POST') return problem(res, 405, 'BAD_USER_INPUT', '不支持这种请求。No such method here.')
    const actor = await entering(req, res, true)
    if (!actor) return
    await signed(req, { actor, requestId: requestIdOf(req), idempotencyKey: null })
    files.handle(req, res)
  }

  const ask = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    if (req.headers['transfer-encoding'])
      return problem(res, 411, 'BAD_USER_INPUT', '请求须写明长度。Say how long the request is (Content-Length).')
    if (Number(req.headers['content-length'] ?? 0) > LIMITS.bodyBytes)
      return problem(res, 413, 'BAD_USER_INPUT', '请求过大。The request is too large.')
    if (req.url?.startsWith('/readiness') && !(await isReady())) return recovering(req, res)
    const actor = await entering(req, res, !!req.url?.startsWith('/graphql'))
    if (!actor) return
    if (short && req.url === '/metrics') {
      const told = await graph.fetch(`http://localhost${req.url}`)
      return void res
        .writeHead(told.status, { 'content-type': told.headers.get('content-type') ?? 'text/plain' })
        .end((await told.text()) + short.metrics())
    }
    const requestId = requestIdOf(req)
    req.headers['x-request-id'] = requestId
    if (short && (await tookShortWay({ short, kept }, req, res, { actor, requestId }))) return
    await graph(req, res, { actor, requestId } satisfies Asking as never)
  }

  /** The graph, asked by the door itself on somebody's behalf. */
  const askAs =
    (asked: Asking): AskGraph =>
    async (query, variables) => {
      const headers = { 'content-type': 'application/json', 'x-linli-csrf': '1' }
      const init = { method: 'POST', headers, body: JSON.stringify({ query, variables }) }
      return (await graph.fetch('http://localhost/graphql', init, asked as never)).json()
    }

  /** The dossier of an issue, for those who may read it. */
  const takeOut = async (req: IncomingMessage, res: ServerResponse, id: string, form: 'pdf' | 'json'): Promise<void> => {
    if (req.method !== 'GET') return problem(res, 405, 'BAD_USER_INPUT', '不支持这种请求。No such method here.')
    const actor = await entering(req, res, true)
    if (!actor) return
    const { localAddress, localPort } = req.socket
    const origin = `http://${localAddress?.includes(':') ? `[${localAddress}]` : localAddress}:${localPort}`
    const wish = { id, form, locale: actor.locale, origin, now: clock() }
    const taken = await takeDossier(askAs({ actor, requestId: requestIdOf(req) }), wish).catch((error: Error) => error)
    if (taken instanceof NotGiven) return problem(res, STATUS[taken.code] ?? 500, taken.code, taken.message)
    if (taken instanceof Error) return recovering(req, res)
    if (!taken) return problem(res, 404, 'NOT_FOUND', '没有找到该议题，或不在您的管理范围内。No such issue within your reach.')
    res
      .writeHead(200, {
        'content-type': taken.type,
        'content-length': taken.body.length,
        'content-disposition': `attachment; filename="${taken.name}"`,
        'cache-control': 'no-store',
      })
      .end(taken.body)
  }

  /** The meetings announced in a division, for calendars that subscribe to them: what anyone may ask of the graph. */
  const feed = async (res: ServerResponse, division: string): Promise<void> => {
    const asked = { actor: await actorOf(undefined, 'zh'), requestId: randomUUID() }
    const answer = await askAs(asked)('query ($d: ID!) { meetingCalendar(division: $d) }', { d: division })
    const data = answer.data as { meetingCalendar?: string } | undefined
    if (!data?.meetingCalendar) return problem(res, 503, 'UNAVAILABLE', '会议日历暂不可用。The calendar is not available now.')
    res
      .writeHead(200, { 'content-type': 'text/calendar; charset=utf-8', 'cache-control': 'public, max-age=900' })
      .end(data.meetingCalendar)
  }

  /** All grants as a 360Giving package, for whoever collects such data: what anyone may ask of the graph, sent again only when it changed. */
  const grants = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    if (crossed(req, res, 'GET, HEAD')) return
    if (req.method !== 'GET' && req.method !== 'HEAD')
      return problem(res, 405, 'BAD_USER_INPUT', '不支持这种请求。No such method here.')
    const actor = await entering(req, res, true)
    if (!actor) return
    const answer = await askAs({ actor: await actorOf(undefined, 'zh'), requestId: requestIdOf(req) })('{ grants360 }', {})
    const { grants360: body } = (answer.data ?? {}) as { grants360?: string | null }
    if (answer.errors?.length || body === undefined) return recovering(req, res)
    if (body === null) return problem(res, 404, 'NOT_FOUND', '还没有可以公布的资助。No grant has been awarded yet.')
    const etag = `"${createHash('sha256').update(body).digest('base64url')}"`
    const headers = { etag, 'cache-control': 'public, no-cache' }
    const known = req.headers['if-none-match']?.split(',').some((one) => [etag, '*'].includes(one.trim().replace(/^W\//, '')))
    if (known) return void res.writeHead(304, headers).end()
    res
      .writeHead(200, { ...headers, 'content-type': 'application/json; charset=utf-8' })
      .end(req.method === 'HEAD' ? undefined : body)
  }

  return (req, res) => {
    const path = (req.url ?? '/').split('?')[0]!
    res.setHeader('x-content-type-options', 'nosniff')
    res.setHeader('referrer-policy', 'same-origin')
    if (secure) res.setHeader('strict-transport-security', 'max-age=31536000')
    if (path === '/graphql') res.setHeader('date', clock().toUTCString())
    if (GRAPH.has(path)) return void ask(req, res)
    if (path === '/files' || path.startsWith('/files/')) return void pass(req, res)
    const dossier = /^\/dossiers\/([0-9a-f-]{36})\.(pdf|json)$/.exec(path)
    if (dossier) return void takeOut(req, res, dossier[1]!, dossier[2] as 'pdf' | 'json')
    const calendar = /^\/calendar\/(\d{2,12})\.ics$/.exec(path)
    if (calendar) return void feed(res, calendar[1]!)
    if (path === '/360/grants.json') return void grants(req, res)
    if (issuer && (path.startsWith('/oidc/') || path === '/oidc')) return issuer.handle(req, res)
    if (path === '/admin/' || path.startsWith('/admin/')) {
      if (admin.isBuilt) res.setHeader('content-security-policy', FRAMED.test(path) ? framedPolicy : policy)
      return admin.handle(req, res, () => problem(res, 404, 'NOT_FOUND', '没有这个页面。No such page.'))
    }
    const building = /^\/b\/([\w-]+)$/.exec(path)
    if (building) return redirect(res, `/admin/b/${building[1]}`)
    const notice = /^\/n\/([\w-]+)$/.exec(path)
    if (notice) return redirect(res, `/admin/n/${notice[1]}`)
    const lists = /^\/duties\/(\d{12})$/.exec(path)
    if (lists) return redirect(res, `/admin/duties/${lists[1]}`)
    if (path === '/' || path === '/admin') return redirect(res, '/admin/')
    return problem(res, 404, 'NOT_FOUND', '没有这个地址。No such address.')
  }
}

/** Passes a request on to another process of the platform, as it came. */
export const passOn = (base: string): Door => ({
  handle(req, res) {
    const url = new URL(req.url!, base)
    const onward = request(url, { method: req.method, headers: req.headers }, (answer) => {
      res.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(res)
    })
    onward.on('error', () => problem(res, 502, 'UNAVAILABLE', '服务暂不可用。This service is not available now.'))
    req.pipe(onward)
  },
})

/** Lets pages of other sites read the answer; true when they only asked whether they may ask. */
const crossed = ({ method }: IncomingMessage, res: ServerResponse, methods: string): boolean => {
  res.setHeader('access-control-allow-origin', CORS.origin)
  res.setHeader('access-control-expose-headers', CORS.exposedHeaders.join(', '))
  if (method !== 'OPTIONS') return false
  const allowed = { 'access-control-allow-methods': methods, 'access-control-allow-headers': CORS.allowedHeaders.join(', ') }
  res.writeHead(204, { ...allowed, 'access-control-max-age': String(CORS.maxAge) }).end()
  return true
}

/** The caller's own request id when it is a plain one, else a new one. */
const requestIdOf = (req: IncomingMessage): string => {
  const given = req.headers['x-request-id']
  return typeof given === 'string' && /^[\w-]{8,64}$/.test(given) ? given : randomUUID()
}

const redirect = (res: ServerResponse, location: string): void => void res.writeHead(302, { location }).end()

/** For the moment: whoever asks may ask again. */
const recovering = (req: IncomingMessage, res: ServerResponse): void => {
  res.setHeader('retry-after', '2')
  problem(res, 503, 'UNAVAILABLE', say(RECOVERING, localeOf(req.headers['accept-language'])))
}

const tooOften = (req: IncomingMessage, res: ServerResponse, seconds: number): void => {
  res.setHeader('retry-after', String(seconds))
  res.setHeader('access-control-allow-origin', CORS.origin)
  const words = text(`请求过于频繁，请${seconds}秒后再试。`, `Too many requests; please ask again in ${seconds} seconds.`)
  problem(res, 429, 'RATE_LIMITED', say(words, localeOf(req.headers['accept-language'])))
}

/** The status of what the graph did not give; anything else is a fault of ours. */
const STATUS: Readonly<Record<string, number>> = {
  BAD_USER_INPUT: 400,
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  UNAVAILABLE: 503,
}

const problem = (res: ServerResponse, status: number, code: string, message: string): void =>
  void res
    .writeHead(status, { 'content-type': 'application/json; charset=utf-8' })
    .end(JSON.stringify({ errors: [{ message, extensions: { code } }] }))
