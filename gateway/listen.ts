// What answers on HTTP; and taking a port, or saying in one sentence why it cannot be had.
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { Misconfigured } from './settings.ts'

export interface Door {
  readonly handle: (req: IncomingMessage, res: ServerResponse) => void
}

/** Listens; `variable` is what the operator would change. */
export const listenOn = (server: Server, host: string, port: number, variable: string): Promise<void> =>
  new Promise((done, failed) => {
    server.once('error', ({ code }: NodeJS.ErrnoException) =>
      failed(
        new Misconfigured(
          code === 'EADDRINUSE'
            ? `端口 ${port} 已被占用：请设置 ${variable} 换一个端口。Port ${port} is taken: set ${variable} to another.`
            : `无法在 ${host}:${port} 上监听(${code})。Cannot listen there: check HOST and ${variable}.`,
        ),
      ),
    )
    server.listen(port, host, done)
  })
