// The platform as a process of its own on its embedded database, to be killed and started again.
import { spawn, type ChildProcess } from 'node:child_process'
import { chmod, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DEMO_CLIENT, DEMO_GRANT } from '../../subgraphs/office/signin/issuer.ts'
import { freePort } from './world.ts'

const START = fileURLToPath(new URL('./demo.process.ts', import.meta.url))

export interface DemoProcess {
  readonly url: string
  readonly data: string
  readonly start: () => Promise<{ seconds: number; output: string }>
  readonly kill: () => Promise<void>
  readonly killDatabase: () => Promise<void>
  readonly token: (username: string) => Promise<string>
  readonly databaseUrl: () => Promise<string>
  readonly end: () => Promise<void>
}

export const demoProcess = async (): Promise<DemoProcess> => {
  const data = await mkdtemp(join(tmpdir(), 'linli-process-'))
  await chmod(data, 0o755)
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  let child: ChildProcess | null = null

  const start = () =>
    new Promise<{ seconds: number; output: string }>((done, failed) => {
      const began = performance.now()
      let output = ''
      const one = spawn(process.execPath, ['--import', 'tsx', START], {
        env: { ...process.env, LINLI_DATA: data, PORT: String(port) },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      child = one
      const hear = (chunk: Buffer) => {
        output += chunk
        if (/ready/.test(output)) done({ seconds: (performance.now() - began) / 1000, output })
      }
      one.stdout.on('data', hear)
      one.stderr.on('data', hear)
      one.on('exit', (code) => failed(new Error(`ended with ${code}\n${output}`)))
    })

  const gone = (one: ChildProcess, signal: NodeJS.Signals) =>
    new Promise<void>((done) => {
      if (one.exitCode !== null || one.signalCode !== null) return done()
      one.once('exit', () => done())
      one.kill(signal)
    })

  const postmaster = async () => (await readFile(join(data, 'postgres', 'cluster', 'postmaster.pid'), 'utf8')).split('\n')

  return {
    url,
    data,
    start,
    kill: () => gone(child!, 'SIGKILL'),
    killDatabase: async () => void process.kill(Number((await postmaster())[0]), 'SIGKILL'),
    token: async (username) => {
      const response = await fetch(`${url}/oidc/token`, {
        method: 'POST',
        body: new URLSearchParams({ grant_type: DEMO_GRANT, client_id: DEMO_CLIENT, username }),
      })
      return ((await response.json()) as { access_token: string }).access_token
    },
    databaseUrl: async () => `postgres://linli:linli-embedded@127.0.0.1:${(await postmaster())[3]!.trim()}/linli`,
    end: async () => {
      if (child) await gone(child, 'SIGTERM')
      await rm(data, { recursive: true, force: true })
    },
  }
}
