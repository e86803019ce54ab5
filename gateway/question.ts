// A question as it comes over HTTP, answered the short way: what the runtime would have written, byte for byte.
import type { IncomingMessage, ServerResponse } from 'node:http'
import { CORS, type Asking } from './graph.ts'
import type { Kept } from './kept.ts'
import type { Short } from './short.ts'

const crossOrigin = (origin: string) => ({
  'access-control-allow-origin': origin,
  vary: 'Origin',
  'access-control-allow-methods': CORS.methods.join(', '),
  'access-control-allow-headers': CORS.allowedHeaders.join(', '),
  'access-control-expose-headers': CORS.exposedHeaders.join(', '),
  'access-control-max-age': String(CORS.maxAge),
})

/** How the runtime would name the answer for what the caller accepts; null where it is for the runtime to say. */
const mediaTypeOf = (accept: string | undefined): string | null =>
  accept === undefined || accept === '*/*' || accept === 'application/json'
    ? 'application/json; charset=utf-8'
    : accept.startsWith('application/graphql-response+json,') || accept === 'application/graphql-response+json'
      ? 'application/graphql-response+json; charset=utf-8'
      : null

/** Answers a plain question the short way; false leaves it to the runtime, with the body that was read. */
export const tookShortWay = async (
  { short, kept }: { readonly short: Short; readonly kept: Kept<Buffer> },
  req: IncomingMessage,
  res: ServerResponse,
  { actor, requestId }: Asking,
) => {
  const { headers } = req
  const mediaType = mediaTypeOf(headers.accept)
  const isPlain =
    req.method === 'POST' &&
    req.url === '/graphql' &&
    headers['content-type']?.startsWith('application/json') &&
    headers['x-linli-csrf']
  if (!isPlain || !mediaType) return false
  const body = await bodyOf(req)
  // Whoever breaks off in the middle hears nothing.
  if (!body) return true
  // The runtime takes a body that was read before from here.
  Object.assign(req, { body })
  const began = performance.now()
  const say = (text: Buffer): true => {
    const { origin } = headers
    res
      .writeHead(200, {
        'Content-Type': mediaType,
        'content-length': text.length,
        ...(origin ? crossOrigin(origin) : {}),
        'x-request-id': requestId,
      })
      .end(text)
    short.count(performance.now() - began)
    return true
  }
  // What nobody in particular asks may be answered again from what was kept, unless they want it anew.
  const question = actor.kind === 'ANONYMOUS' && !headers['cache-control']?.includes('no-cache') && `${actor.locale} ${body}`
  const known = question ? kept.find(question) : null
  if (known) return say(known)
  const keep = question ? kept.begin(question) : null
  const asked = questionIn(body)
  const answer =
    asked &&
    (await short.answer(asked.query, asked.operationName, asked.variables, {
      actor,
      requestId,
      idempotencyKey: (headers['idempotency-key'] as string | undefined) ?? null,
    }))
  if (!answer) return false
  const text = Buffer.from(JSON.stringify(answer))
  if (short.isRead(asked.query, asked.operationName)) keep?.(text)
  return say(text)
}

/** What was sent; null when whoever sent it broke off. */
const bodyOf = (req: IncomingMessage): Promise<Buffer | null> =>
  new Promise((done) => {
    const chunks: Buffer[] = []
    req.on('data', (chunk: Buffer) => chunks.push(chunk))
    req.once('end', () => done(chunks.length === 1 ? chunks[0]! : Buffer.concat(chunks)))
    req.once('error', () => done(null))
    req.once('close', () => done(null))
  })

interface Question {
  readonly query: string
  readonly operationName?: string
  readonly variables?: Record<string, unknown>
}

/** The one question of a body; null when it is anything else. */
const questionIn = (body: Buffer): Question | null => {
  try {
    const { query, operationName, variables, ...more } = JSON.parse(body.toString()) as Record<string, unknown>
    const isPlain =
      typeof query === 'string' &&
      (variables ?? {}) instanceof Object &&
      !Array.isArray(variables) &&
      typeof (operationName ?? '') === 'string'
    return isPlain && Object.keys(more).length === 0
      ? ({ query, operationName: operationName ?? undefined, variables: variables ?? undefined } as Question)
      : null
  } catch {
    return null
  }
}
