// The load: a process of its own that keeps so many connections busy, on bare sockets so that little of the machine goes to asking.
// It reads one JSON order from standard input and writes one JSON result.
import { connect, type Socket } from 'node:net'

export interface Shot {
  /** Request line and headers of its own, without an end. */
  readonly head: string
  /** Bodies that take turns. */
  readonly bodies: readonly string[]
  readonly version: number | null
}

export interface Order {
  readonly ports: readonly number[]
  readonly connections: number
  /** For so long, or so many requests. */
  readonly seconds: number
  readonly requests: number | null
  readonly shots: readonly Shot[]
  /** Rows that are written belong to one connection each and are asked in turn; others are drawn by lot. */
  readonly inTurn: boolean
}

export interface Result {
  readonly requests: number
  readonly seconds: number
  readonly p50: number
  readonly p99: number
  readonly bytes: number
  readonly errors: number
  readonly sample: string | null
}

const HEAD_END = Buffer.from('\r\n\r\n')
const ERRORS = Buffer.from('"errors":')

/** The length of a whole answer at the start of the bytes, or 0 while it is not all there. */
const answerLength = (bytes: Buffer): { total: number; ok: boolean } => {
  const head = bytes.indexOf(HEAD_END)
  if (head < 0) return { total: 0, ok: false }
  const words = bytes.toString('latin1', 0, head)
  const ok = words.startsWith('HTTP/1.1 200')
  const length = /content-length: (\d+)/i.exec(words)
  if (length) {
    const total = head + 4 + Number(length[1])
    return { total: bytes.length >= total ? total : 0, ok }
  }
  for (let at = head + 4; ;) {
    const line = bytes.indexOf('\r\n', at)
    if (line < 0) return { total: 0, ok }
    const size = parseInt(bytes.toString('latin1', at, line), 16)
    at = line + 2 + size + 2
    if (bytes.length < at) return { total: 0, ok }
    if (size === 0) return { total: at, ok }
  }
}

const shoot = ({ ports, connections, seconds, requests, shots, inTurn }: Order): Promise<Result> =>
  new Promise((done) => {
    const times: number[] = []
    const used = new Uint32Array(shots.length)
    let [bytes, errors, sent, open, sample, keys] = [0, 0, 0, connections, null as string | null, Date.now() * 1_000]
    const began = performance.now()
    const until = began + seconds * 1_000
    const finish = () => {
      const sorted = Float64Array.from(times).sort()
      const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
      done({
        requests: times.length,
        seconds: (performance.now() - began) / 1_000,
        p50: at(0.5),
        p99: at(0.99),
        bytes,
        errors,
        sample,
      })
    }
    const start = (mine: number) => {
      const socket: Socket = connect({ port: ports[mine % ports.length]!, host: '127.0.0.1', noDelay: true })
      let [held, asked, turn]: [Buffer, number, number] = [Buffer.alloc(0), 0, 0]
      const next = () => {
        if (requests === null ? performance.now() >= until : sent >= requests) {
          socket.destroy()
          if ((open -= 1) === 0) finish()
          return
        }
        sent += 1
        const at = inTurn ? (mine + connections * turn++) % shots.length : Math.floor(Math.random() * shots.length)
        const { head, bodies, version } = shots[at]!
        const use = used[at]!++
        let body = bodies[use % bodies.length]!
        if (version !== null) body = body.replace('"{{version}}"', String(version + use))
        const own = inTurn ? `idempotency-key: load-${(keys += 1)}\r\n` : ''
        asked = performance.now()
        socket.write(`${head}${own}content-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`)
      }
      socket.on('connect', next)
      socket.on('error', (error) => {
        errors += 1
        sample ??= error.message
        if ((open -= 1) === 0) finish()
      })
      socket.on('data', (chunk: Buffer) => {
        held = held.length ? Buffer.concat([held, chunk]) : chunk
        const { total, ok } = answerLength(held)
        if (!total) return
        times.push(performance.now() - asked)
        bytes += total
        if (!ok || held.includes(ERRORS)) {
          errors += 1
          sample ??= held.toString('utf8', 0, 2_000)
        }
        held = held.subarray(total)
        next()
      })
    }
    for (let n = 0; n < connections; n++) start(n)
  })

if (process.argv[1]?.endsWith('bench.shoot.ts')) {
  const chunks: Buffer[] = []
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer)
  process.stdout.write(JSON.stringify(await shoot(JSON.parse(Buffer.concat(chunks).toString()) as Order)))
}
