// The door for files: what is handed in is looked at, cleaned and kept; what is asked for by a signed link is given out.
import { createHash } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Disk } from 'flydrive'
import { v7 as uuidv7 } from 'uuid'
import type { Actor } from '../../shared/actor.ts'
import type { Context } from '../../shared/context.ts'
import { badInput, Told, unauthenticated } from '../../shared/errors.ts'
import type { Caller, Running } from '../../shared/subgraph.ts'
import { localeOf, say, text, type Locale } from '../../shared/words.ts'
import { openDrive, type Bucket } from './drive.ts'
import { StoredFile } from './file.entity.ts'
import { cleaned, isPicture, kindOf, MOST_BYTES, nameOf } from './kinds.ts'
import { linked, receiptOf } from './links.ts'

interface Surroundings {
  readonly secret: string
  readonly data: string
  readonly bucket: Bucket | null
  /** Who asks, as the gateway says; throws when it does not say so. */
  readonly callerOf: (req: IncomingMessage) => Promise<Caller>
  readonly onError: (error: Error) => void
}

const ORPHAN = 86_400_000
const SWEPT = 50
/** The drive's folders stay small. */
const keyOf = (id: string) => `${id.slice(-2)}/${id}`

const TOO_LARGE = text(`文件不超过 ${MOST_BYTES / 1024 / 1024} MB。`, `A file holds ${MOST_BYTES / 1024 / 1024} MB at most.`)
const STATUS: Partial<Record<Told['code'], number>> = {
  UNAUTHENTICATED: 401,
  FORBIDDEN: 403,
  NOT_FOUND: 404,
  BAD_USER_INPUT: 422,
}

const bodyOf = async (req: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of req as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > MOST_BYTES) throw badInput(TOO_LARGE, { field: 'file' })
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

const answer = (res: ServerResponse, status: number, body: object): void =>
  void res.writeHead(status, { 'content-type': 'application/json; charset=utf-8' }).end(JSON.stringify(body))

const refuse = (res: ServerResponse, { code, words, more }: Told, locale: Locale): void =>
  answer(res, STATUS[code] ?? 422, { errors: [{ message: say(words, locale), extensions: { code, ...more } }] })

const mayHandIn = ({ kind, scopes }: Actor): boolean => kind !== 'ANONYMOUS' && scopes.some((scope) => scope.endsWith(':write'))

/** What was handed in and hung on nothing goes after a day, its bytes first. */
const dropOrphans = async (ctx: Context, drive: Disk): Promise<void> => {
  const old = await ctx.em.find(
    StoredFile,
    { keptAt: null, at: { $lt: new Date(ctx.now.getTime() - ORPHAN) } },
    { limit: SWEPT, orderBy: { at: 'asc' } },
  )
  for (const file of old) {
    await drive.delete(keyOf(file.id))
    ctx.em.remove(file)
  }
}

export const createFiles = async (office: Running, { secret, data, bucket, callerOf, onError }: Surroundings) => {
  const drive = await openDrive(data, bucket)

  const take = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const { actor } = await callerOf(req)
    if (!mayHandIn(actor)) throw unauthenticated()
    const given = await bodyOf(req)
    const { type, ending } = await kindOf(given)
    const bytes = await cleaned(given, type)
    const name = nameOf(new URL(req.url ?? '/', 'http://local').searchParams.get('name') ?? '', ending)
    const id = uuidv7()
    await drive.put(keyOf(id), bytes, { contentType: type })
    const file = await office.asSystem(async (ctx) => {
      await dropOrphans(ctx, drive)
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      return ctx.em.create(StoredFile, { id, name, type, size: bytes.length, sha256, account: actor.id!, at: ctx.now })
    })
    answer(res, 201, { name, type, size: file.size, receipt: await receiptOf(file, secret) })
  }

  const give = async (req: IncomingMessage, res: ServerResponse, token: string): Promise<void> => {
    const file = await office.asSystem(async (ctx) => {
      const id = await linked(token, secret, ctx.now)
      return id === null ? null : ctx.em.findOne(StoredFile, { id })
    })
    if (!file)
      throw new Told(
        'NOT_FOUND',
        text('链接已失效，请刷新页面后重新打开。', 'The link no longer holds; reload the page and open it again.'),
      )
    res.writeHead(200, {
      'content-type': file.type,
      'content-length': file.size,
      'content-disposition': `${isPicture(file.type) ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, max-age=900',
    })
    if (req.method === 'HEAD') return void res.end()
    const stream = await drive.getStream(keyOf(file.id))
    stream.on('error', () => res.destroy()).pipe(res)
  }

  return {
    handle(req: IncomingMessage, res: ServerResponse): void {
      const token = /^\/files\/([\w.-]+)$/.exec((req.url ?? '').split('?')[0]!)?.[1]
      const done = token && (req.method === 'GET' || req.method === 'HEAD') ? give(req, res, token) : take(req, res)
      done.catch((error: Error) => {
        req.resume()
        if (res.headersSent) return void res.destroy()
        if (!(error instanceof Told)) onError(error)
        const told =
          error instanceof Told ? error : new Told('UNAVAILABLE', text('文件服务暂不可用。', 'Files are not available now.'))
        if (told.code === 'UNAVAILABLE') res.setHeader('retry-after', '2')
        refuse(res, told, localeOf(req.headers['accept-language']))
      })
    },
  }
}
