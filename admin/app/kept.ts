// How somebody likes the pages, kept on the server as well, so that it follows them to another machine.
import { keptQuery, keepMutation } from './app.queries.ts'
import { client } from './client.ts'
import { recall, remember } from './preferences.ts'

const LOCAL = 'linli.'
const QUIET = 1500
const waiting = new Map<string, ReturnType<typeof setTimeout>>()

/** Keeps a value here at once, and on the server once it has been left alone for a moment; `quiet` says how long. */
export const keep = (key: string, value: unknown, quiet = QUIET) => {
  const text = JSON.stringify(value)
  if (JSON.stringify(recall(LOCAL + key, null)) === text) return
  remember(LOCAL + key, value)
  clearTimeout(waiting.get(key))
  waiting.set(
    key,
    setTimeout(() => client.mutation(keepMutation, { key, value: text }).toPromise(), quiet),
  )
}

export const kept = <T>(key: string, fallback: T): T => recall(LOCAL + key, fallback)

/** Forgets here what the last person kept: somebody else has signed in at this machine. */
export const forgetKept = () => {
  for (const key of Object.keys(localStorage)) if (/^linli\.(views|columns|phrases)/.test(key)) localStorage.removeItem(key)
}

/** Brings what the server has kept to this machine. */
export const fetchKept = async () => {
  const { data } = await client.query(keptQuery, { prefix: '' }, { requestPolicy: 'network-only' }).toPromise()
  for (const { key, value } of data?.preferences ?? []) {
    try {
      remember(LOCAL + key, JSON.parse(value))
    } catch {
      continue
    }
  }
}
