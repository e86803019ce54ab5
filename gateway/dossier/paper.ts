// A paper of the administration: A4, a head, sections of facts, words and tables, pages numbered, the heads of tables on every page.
// Set in a thread of its own: setting some pages takes a second, and the platform does not stand still for it.
import { Worker } from 'node:worker_threads'

export interface Table {
  readonly head: readonly string[]
  /** Widths of the columns in points; '*' shares what is left. */
  readonly widths: readonly (number | '*')[]
  readonly rows: readonly (readonly string[])[]
}

export interface Section {
  readonly title: string
  readonly facts?: readonly (readonly [label: string, value: string])[]
  readonly words?: readonly string[]
  readonly table?: Table
}

export interface Paper {
  readonly title: string
  readonly about: string
  readonly sections: readonly Section[]
  /** At the foot of every page, before its number. */
  readonly foot: string
  /** "第 {page} 页，共 {pages} 页" */
  readonly pages: string
}

let queue: Promise<unknown> = Promise.resolve()

/** The paper as PDF. One is set at a time. */
export const setPaper = (paper: Paper): Promise<Buffer> => {
  const set = queue.then(() => inThread(paper))
  queue = set.catch(() => {})
  return set
}

/** What the thread begins with: from the sources, nothing compiles TypeScript in a new thread by itself. */
const BEGIN = import.meta.url.endsWith('.ts')
  ? `import(${JSON.stringify(import.meta.resolve('tsx/esm/api'))})
      .then(({ tsImport }) => tsImport('./paper.worker.ts', ${JSON.stringify(import.meta.url)}))`
  : `import(${JSON.stringify(new URL('./paper.worker.js', import.meta.url))})`

const inThread = (paper: Paper): Promise<Buffer> =>
  new Promise((done, failed) => {
    const thread = new Worker(BEGIN, { eval: true, execArgv: [], workerData: paper })
    thread.once('message', (pdf: Uint8Array) => done(Buffer.from(pdf)))
    thread.once('error', failed)
    thread.once('exit', (code) => failed(new Error(`the paper was not set (${code})`)))
  })
