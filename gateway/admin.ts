// The admin's pages: as they were built, or served hot while they are being written.
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sirv from 'sirv'
import type { Pages } from './http.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const PAGES = dirname(fileURLToPath(new URL('../dist/admin/index.html', import.meta.url)))

/** The built pages. */
export const builtPages = (): Pages => {
  const files = sirv(PAGES, {
    single: true,
    etag: true,
    gzip: true,
    brotli: true,
    setHeaders: (res, path) =>
      res.setHeader('cache-control', path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'),
  })
  return {
    isBuilt: true,
    handle(req, res, next) {
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
