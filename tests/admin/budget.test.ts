// What the browser has to fetch, in gzip bytes: the first page, and every route after it.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'

const root = join(import.meta.dirname, '../..')
const dist = mkdtempSync(join(tmpdir(), 'linli-admin-'))

interface Chunk {
  readonly file: string
  readonly isEntry?: boolean
  readonly imports?: readonly string[]
  readonly dynamicImports?: readonly string[]
  readonly css?: readonly string[]
}
type Manifest = Record<string, Chunk>

const sizes = new Map<string, number>()
const sizeOf = (file: string): number => {
  const known = sizes.get(file) ?? gzipSync(readFileSync(join(dist, file)), { level: 9 }).length
  sizes.set(file, known)
  return known
}

let manifest: Manifest
const entry = () => Object.keys(manifest).find((key) => manifest[key]!.isEntry)!

/** A chunk and everything that has to come with it. */
const withImports = (keys: readonly string[], seen = new Set<string>()): Set<string> => {
  for (const key of keys)
    if (!seen.has(key)) {
      seen.add(key)
      withImports(manifest[key]!.imports ?? [], seen)
    }
  return seen
}
const bytes = (keys: Iterable<string>) => {
  const chunks = [...keys].map((key) => manifest[key]!)
  const total = (files: Iterable<string>) => [...new Set(files)].reduce((sum, file) => sum + sizeOf(file), 0)
  return { js: total(chunks.map((chunk) => chunk.file)), css: total(chunks.flatMap((chunk) => chunk.css ?? [])) }
}

/** What stands on the screen first: the entry, the shell with its header, and the page. */
const SHELL = ['app/Shell.vue']
const visit = (page: string) => bytes(withImports([entry(), ...SHELL, page]))
const pages = (name: RegExp) => Object.keys(manifest).filter((key) => name.test(key))

beforeAll(() => {
  // A build of its own, for production: what lies in dist/ may be older, or made for a test.
  execFileSync(
    process.execPath,
    [join(root, 'node_modules/vite/bin/vite.js'), 'build', '--outDir', dist, '--logLevel', 'error'],
    {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, NODE_ENV: 'production' },
    },
  )
  manifest = JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')) as Manifest
}, 120_000)

afterAll(() => rmSync(dist, { recursive: true, force: true }))

test('the workbench is there after 150 kB of script and 20 kB of style', () => {
  const { js, css } = visit('office/WorkbenchPage.vue')
  expect(js).toBeGreaterThan(50_000)
  expect(js).toBeLessThanOrEqual(150_000)
  expect(css).toBeLessThanOrEqual(20_000)
})

test('no list needs more than 220 kB of script', () => {
  const lists = pages(/^(?!app\/).*sPage\.vue$/)
  expect(lists.length).toBeGreaterThan(3)
  expect(lists.map((page) => ({ page, ...visit(page) })).filter(({ js }) => js > 220_000)).toEqual([])
})

test('no page at all needs more than 240 kB of script', () => {
  const all = pages(/^(?!app\/).*Page\.vue$/)
  expect(all.map((page) => ({ page, ...visit(page) })).filter(({ js }) => js > 240_000)).toEqual([])
})
