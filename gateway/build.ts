// npm run build: the admin's pages into dist/admin and the server into dist/server, each when its sources are newer.
import { readdir, rename, rm, stat } from 'node:fs/promises'
import { dirname, extname, join, relative, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { build as viteBuild, type InlineConfig, type Plugin } from 'vite'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** What starts by itself: the server, its threads, and migrations, which are found by their files. */
const BEGINS = /^gateway\/(main|.*\.worker)\.ts$|^subgraphs\/\w+\/migrations\/.*\.ts$/

const beginnings = async (): Promise<string[]> => {
  const files = await Promise.all(
    ['gateway', 'subgraphs'].map(async (top) =>
      (await readdir(join(ROOT, top), { recursive: true })).map((f) => `${top}/${f.replaceAll('\\', '/')}`),
    ),
  )
  return files.flat().filter((file) => BEGINS.test(file))
}

/** A path as modules write it, on every system. */
const from = (folder: string, path: string): string => relative(folder, path).replaceAll('\\', '/')

interface Part {
  readonly name: string
  readonly folder: string
  readonly sources: readonly string[]
  /** How it is built into a folder. */
  readonly into: (folder: string) => InlineConfig | Promise<InlineConfig>
}

/** What lies beside a module and is no module itself is read where it lies, also by what is built. */
const besides = (folder: string): Plugin => ({
  name: 'besides',
  transform: {
    order: 'pre',
    handler: (code, id) => {
      if (id.includes('node_modules')) return null
      const built = join(folder, relative(ROOT, dirname(id)))
      return code.replaceAll(/new URL\('([^']+)', import\.meta\.url\)/g, (said, path: string) => {
        const isModule = ['', '.ts', '.js'].includes(extname(path))
        return isModule ? said : `new URL('${from(built, resolve(dirname(id), path))}', import.meta.url)`
      })
    },
  },
})

const admin: Part = {
  name: '管理端 the admin',
  folder: 'dist/admin',
  sources: ['admin', 'schema/api.graphql', 'vite.config.ts', 'package-lock.json'],
  into: (outDir) => ({
    root: join(ROOT, 'admin'),
    configFile: join(ROOT, 'vite.config.ts'),
    build: { outDir, emptyOutDir: true },
  }),
}

/** What is no JavaScript, or is asked for only now and then, and knows nothing of GraphQL, which must be one: it stays among the packages. */
const APART = [
  'sharp',
  '@graphql-hive/router-query-planner',
  '@aws-sdk/client-s3',
  '@aws-sdk/s3-request-presigner',
  'exceljs',
  'pdfmake',
  'pg-native',
  'tsx',
  'vite',
]

/** A file of ours that others import; null for what begins by itself, and for what is not ours. */
const ownFile = (id: string): string | null => {
  const file = from(ROOT, id)
  const isOwn = /^(gateway|subgraphs)\//.test(file) && !BEGINS.test(file)
  return isOwn ? file.replace(/\.ts$/, '') : null
}

const server: Part = {
  name: '服务端 the server',
  folder: 'dist/server',
  sources: ['gateway', 'subgraphs', 'tsconfig.json', 'package-lock.json'],
  into: async (outDir) => ({
    root: ROOT,
    configFile: false,
    logLevel: 'error',
    plugins: [besides(outDir)],
    ssr: { noExternal: true, external: APART },
    build: {
      ssr: true,
      target: 'node20',
      outDir,
      emptyOutDir: true,
      rolldownOptions: {
        input: await beginnings(),
        output: {
          // Names of classes are words of the schema: they stay as they are, and so does what a stack says.
          minify: { compress: false, mangle: false, codegen: { removeWhitespace: true } },
          entryFileNames: ({ facadeModuleId }) => from(ROOT, facadeModuleId!).replace(/\.ts$/, '.js'),
          chunkFileNames: '[name].js',
          // A file for each of ours, one for all packages: what a process holds of them is a third of their sources.
          codeSplitting: {
            minSize: 0,
            includeDependenciesRecursively: false,
            groups: [
              { name: ownFile, priority: 1 },
              { name: 'libraries', test: /node_modules/ },
            ],
          },
        },
      },
    },
  }),
}

const newest = async (path: string): Promise<number> => {
  const own = await stat(path)
  if (!own.isDirectory()) return own.mtimeMs
  const below = await Promise.all((await readdir(path)).filter((f) => f !== 'node_modules').map((f) => newest(join(path, f))))
  return Math.max(0, ...below)
}

const builtAt = (folder: string): Promise<number> =>
  stat(folder).then(
    ({ mtimeMs }) => mtimeMs,
    () => 0,
  )

/** Builds a part beside what is there, and puts it in its place when it is whole; whoever built it meanwhile was first. */
const bring = async ({ name, folder, sources, into }: Part, say: (step: string) => void): Promise<void> => {
  const there = join(ROOT, folder)
  const changed = Math.max(...(await Promise.all(sources.map((s) => newest(join(ROOT, s)).catch(() => 0)))))
  if ((await builtAt(there)) > changed) return
  say(`构建${name.replace(' ', ' building ')}`)
  const fresh = `${there}-${process.pid}`
  // Under a test runner the environment says otherwise, and the bundle would carry the development code.
  const before = process.env['NODE_ENV']
  process.env['NODE_ENV'] = 'production'
  await viteBuild({ logLevel: 'warn', ...(await into(fresh)) })
  if (before === undefined) delete process.env['NODE_ENV']
  else process.env['NODE_ENV'] = before
  if ((await builtAt(there)) > changed) return rm(fresh, { recursive: true })
  await rm(there, { recursive: true, force: true })
  await rename(fresh, there)
}

export const buildAdmin = (say: (step: string) => void = () => {}): Promise<void> => bring(admin, say)
export const buildServer = (say: (step: string) => void = () => {}): Promise<void> => bring(server, say)

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  await buildServer(console.log)
  await buildAdmin(console.log)
}
