// One measured run: so many connections on one server for so long, with what it cost that server and the database.
import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { cpuOf, cpuOfPostgres, rssOf, settled, statementsOf, type Statements } from './bench.meters.ts'
import type { Served } from './bench.servers.ts'
import type { Order, Result, Shot } from './bench.shoot.ts'
import type { Asking, Case, Question } from './questions/question.ts'

/** A server that can be asked the questions, and how a case is put to it. */
export interface Target {
  readonly name: 'limit' | 'product'
  readonly served: Served
  /** Database roles whose statements are its own. */
  readonly roles: readonly string[]
  readonly shotOf: (question: Question, one: Case) => Promise<Shot>
}

export interface Measured {
  readonly rps: number
  readonly p50: number
  readonly p99: number
  /** Milliseconds a request. */
  readonly cpuServer: number
  readonly cpuPostgres: number | null
  readonly rss: number
  readonly bytes: number
  readonly requests: number
}

export interface Bench {
  readonly owner: pg.Client
  readonly postmaster: number | null
  readonly asking: Asking
}

/** Node that runs TypeScript by itself starts in a fraction of the time. */
const LOADER = process.features.typescript ? [] : ['--import', 'tsx']
const SHOOT = fileURLToPath(new URL('./bench.shoot.ts', import.meta.url))

const shoot = (order: Order): Promise<Result> =>
  new Promise((done, failed) => {
    const child = spawn(process.execPath, [...LOADER, SHOOT], { stdio: ['pipe', 'pipe', 'inherit'] })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk))
    child.on('exit', (code) => (code ? failed(new Error(`The load ended with ${code}.`)) : done(JSON.parse(output) as Result)))
    child.stdin.end(JSON.stringify(order))
  })

const HOST = 'host: 127.0.0.1\r\ncontent-type: application/json\r\naccept: application/json\r\n'

export const limitShot = async ({ name }: Question, { params, version }: Case): Promise<Shot> => ({
  head: `POST /${name} HTTP/1.1\r\n${HOST}`,
  bodies: params.map((values) => JSON.stringify(values)),
  version: version ?? null,
})

export const productShot =
  (token: (account: string) => Promise<string>) =>
  async ({ query, isKept }: Question, { account, turns, version }: Case): Promise<Shot> => ({
    head: `POST /graphql HTTP/1.1\r\n${HOST}x-linli-csrf: 1\r\n${isKept ? '' : 'cache-control: no-cache\r\n'}${account ? `authorization: Bearer ${await token(account)}\r\n` : ''}`,
    bodies: turns.map((variables) => JSON.stringify({ query, variables })),
    version: version ?? null,
  })

/** Cases of reads are made once; writes get fresh rows every time. */
const kept = new Map<string, Promise<Case[]>>()
export const forget = () => kept.clear()
export const casesOf = (question: Question, asking: Asking): Promise<Case[]> => {
  if (question.writes) return question.cases(asking)
  if (!kept.has(question.name)) kept.set(question.name, question.cases(asking))
  return kept.get(question.name)!
}

interface Amount {
  readonly connections: number
  readonly seconds: number
  readonly requests?: number
  /** Each case after the other; else they are drawn by lot. */
  readonly inTurn?: boolean
}

const aim = async (bench: Bench, target: Target, question: Question): Promise<Shot[]> => {
  const cases = await casesOf(question, bench.asking)
  if (!cases.length) throw new Error(`${question.name} finds nothing to ask about at this scale.`)
  return Promise.all(cases.map((one) => target.shotOf(question, one)))
}

const fire = async (
  target: Target,
  question: Question,
  shots: readonly Shot[],
  { connections, seconds, requests, inTurn = question.writes }: Amount,
): Promise<Result> => {
  const few = question.writes ? Math.min(connections, shots.length) : connections
  const { ports } = target.served
  const result = await shoot({ ports, connections: few, seconds, requests: requests ?? null, shots, inTurn })
  if (result.errors)
    throw new Error(`${question.name} on the ${target.name}: ${result.errors} of ${result.requests} failed. ${result.sample}`)
  return result
}

/** Runs and measures. For writes the clock of the CPU stops when the queues are empty. */
export const measure = async (bench: Bench, target: Target, question: Question, amount: Amount): Promise<Measured> => {
  const { owner, postmaster } = bench
  const { pids } = target.served
  await settled(owner)
  const shots = await aim(bench, target, question)
  // What is unchanged was asked before: each case once, since the last time may be too long ago.
  if (question.isKept && target.name === 'product')
    await fire(target, question, shots, { connections: amount.connections, seconds: 0, requests: shots.length, inTurn: true })
  const before = { server: cpuOf(pids), postgres: postmaster && cpuOfPostgres(postmaster) }
  const { requests, seconds, p50, p99, bytes } = await fire(target, question, shots, amount)
  if (question.writes) await settled(owner)
  return {
    rps: requests / seconds,
    p50,
    p99,
    cpuServer: (cpuOf(pids) - before.server) / requests,
    cpuPostgres: postmaster === null ? null : (cpuOfPostgres(postmaster) - before.postgres!) / requests,
    rss: rssOf(pids),
    bytes: bytes / requests,
    requests,
  }
}

export interface Sql {
  readonly statements: number
  readonly ms: number
  readonly rows: number
}

/** Statements a request sends, their time and their rows: from a hundred requests of their own; null when the database does not count. */
export const sqlOf = async (bench: Bench, target: Target, question: Question, requests = 100): Promise<Sql | null> => {
  await settled(bench.owner)
  const shots = await aim(bench, target, question)
  const before = await statementsOf(bench.owner, target.roles)
  const result = await fire(target, question, shots, { connections: 1, seconds: 0, requests })
  if (question.writes && target.name === 'product') await settled(bench.owner)
  const after = await statementsOf(bench.owner, target.roles)
  if (!before || !after) return null
  const each = (what: keyof Statements) => (after[what] - before[what]) / result.requests
  return { statements: each('calls'), ms: each('ms'), rows: each('rows') }
}

const idsIn = (value: unknown): string[] =>
  value && typeof value === 'object'
    ? Object.entries(value).flatMap(([key, inner]) => (key === 'id' && typeof inner === 'string' ? [inner] : idsIn(inner)))
    : []

/** The answer of one of its processes. */
export const answerOf = async ({ served: { ports } }: Target, { head, bodies }: Shot, turn = 0): Promise<unknown> => {
  const [line, ...headers] = head.split('\r\n').filter(Boolean)
  const response = await fetch(`http://127.0.0.1:${ports[turn % ports.length]}${line!.split(' ')[1]}`, {
    method: 'POST',
    headers: Object.fromEntries(headers.map((h) => [h.slice(0, h.indexOf(':')), h.slice(h.indexOf(':') + 2)])),
    body: bodies[0]!,
  })
  return response.json()
}

/** Both must speak of the same rows, or their times do not compare. */
export const mustAgree = async (bench: Bench, limit: Target, product: Target, question: Question): Promise<void> => {
  if (question.writes) return
  const cases = await casesOf(question, bench.asking)
  for (const one of cases.filter((_, at) => at % Math.ceil(cases.length / 5) === 0)) {
    const [theirs, ours] = [
      idsIn(await answerOf(limit, await limit.shotOf(question, one))),
      new Set(idsIn(await answerOf(product, await product.shotOf(question, one)))),
    ]
    const lost = theirs.filter((id) => !ours.has(id))
    if (lost.length || !theirs.length)
      throw new Error(
        `${question.name}: the limit speaks of ${theirs.length} rows, ${lost.length} of them unknown to the product. ${JSON.stringify(one)}`,
      )
  }
}
