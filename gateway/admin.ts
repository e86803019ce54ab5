// The admin's pages: built when their sources are newer than the last build, or served hot while they are being written.
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import sirv from 'sirv'
import type { Pages } from './http.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const SOURCES = ['admin', 'schema/api.graphql', 'vite.config.ts', 'package-lock.json']

const newest = async (path: string): Promise<number> => {
  const own = await stat(path)
  if (!own.isDirectory()) return own.mtimeMs
  const below = await Promise.all((await readdir(path)).filter((f) => f !== 'node_modules').map((f) => newest(join(path, f))))
  return Math.max(0, ...below)
}

/** Brings dist/admin up to date. */
export const buildAdmin = async (say: (step: string) => void): Promise<void> => {
  const built = await stat(join(ROOT, 'dist/admin/index.html')).then(
    (s) => s.mtimeMs,
    () => 0,
  )
  const changed = Math.max(...(await Promise.all(SOURCES.map((s) => newest(join(ROOT, s)).catch(() => 0)))))
  if (built > changed) return
  say('构建管理端 building the admin')
  const { build } = await import('vite')
  // Under a test runner the environment says otherwise, and the bundle would carry the development code.
  const before = process.env['NODE_ENV']
  process.env['NODE_ENV'] = 'production'
  await build({ root: join(ROOT, 'admin'), configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn' })
  if (before === undefined) delete process.env['NODE_ENV']
  else process.env['NODE_ENV'] = before
}

/** The built pages. */
export const builtPages = (): Pages => {
  const files = sirv(join(ROOT, 'dist/admin'), {
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
