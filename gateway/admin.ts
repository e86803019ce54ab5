// The admin's pages: as they were built, or served hot while they are being written.
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sirv, { type RequestHandler } from 'sirv'
import type { Pages } from './http.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const PAGES = dirname(fileURLToPath(new URL('../dist/admin/index.html', import.meta.url)))

const filesOf = (folder: string): RequestHandler =>
  sirv(folder, {
    single: true,
    etag: true,
    gzip: true,
    brotli: true,
    setHeaders: (res, path) =>
      res.setHeader('cache-control', path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'),
  })

/** The built pages, looked for when they are first asked for: a process without a gateway has none. */
export const builtPages = (): Pages => {
  let files: RequestHandler | null = null
  return {
    isBuilt: true,
    handle(req, res, next) {
      if (!files && !existsSync(PAGES)) return next()
      files ??= filesOf(PAGES)
      req.url = req.url!.slice('/admin'.length)
      files(req, res, next)
    },
  }
}

/** The pages straight from their sources; an edit shows at once. */
export const hotPages = async (): Promise<Pages> => {
  const { createServer } = await import('vite')
  const server = await createServer({
    root: join(ROOT, 'admin'),
    configFile: join(ROOT, 'vite.config.ts'),
    server: { middlewareMode: true },
    appType: 'spa',
    logLevel: 'warn',
  })
  return { isBuilt: false, handle: (req, res, next) => server.middlewares(req, res, next) }
}
