// Builds the admin when its sources are newer than the last build.
import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

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
  await build({ root: join(ROOT, 'admin'), configFile: join(ROOT, 'vite.config.ts'), logLevel: 'warn' })
}
