// Listens to what requests make a platform of this process ask its database: statements, their values, and how they are planned.
import { AsyncLocalStorage } from 'node:async_hooks'
import { Server } from 'node:http'
import pg from 'pg'

export interface Heard {
  /** The login that asks. */
  readonly role: string
  readonly text: string
  readonly values: readonly unknown[]
  /** Planned once for all values, or anew with these. */
  readonly isGeneric: boolean
}

interface Line {
  readonly connectionParameters: { readonly user: string; readonly options?: string }
}
type Ask = (this: Line, asked: unknown, values?: unknown, ...more: unknown[]) => unknown

/** Control of transactions, the queues, and questions about the connection itself. */
const BESIDE = /^(begin|start|commit|rollback|savepoint|release|set)\b|"?jobs"?\.|pg_prepared_statements/i
const PLANNING = /plan_cache_mode ?= ?(\w+)/
/** Who asks is known to the gateway for some seconds; what it costs to ask is no question's own. */
const OFFICE = 'linli_office'

/** Begins to listen: before the platform is started. What no request asks (sweeps, the queues' work) is not heard. */
export const listening = () => {
  const asking = new AsyncLocalStorage<true>()
  const [ask, emit] = [pg.Client.prototype.query as unknown as Ask, Server.prototype.emit]
  const planning = new WeakMap<Line, string>()
  let heard: Heard[] = []

  const query: Ask = function (asked, values, ...more) {
    const { text = asked, values: own = values } = (asked ?? {}) as { text?: unknown; values?: unknown }
    if (typeof text === 'string') {
      const { user, options = '' } = this.connectionParameters
      const said = PLANNING.exec(text)?.[1]
      if (said) planning.set(this, said)
      if (/^(commit|rollback)$/i.test(text)) planning.delete(this)
      const mode = planning.get(this) ?? PLANNING.exec(options)?.[1]
      if (asking.getStore() && user !== OFFICE && !BESIDE.test(text))
        heard.push({ role: user, text, values: Array.isArray(own) ? own : [], isGeneric: mode === 'force_generic_plan' })
    }
    return ask.call(this, asked, values, ...more)
  }
  Object.assign(pg.Client.prototype, { query })
  Server.prototype.emit = function (this: Server, event: string, ...more: never[]) {
    const go = () => (emit as (...all: unknown[]) => boolean).call(this, event, ...more)
    return event === 'request' ? asking.run(true, go) : go()
  }

  return {
    /** The statements of the requests that the work makes. */
    during: async (work: () => Promise<unknown>): Promise<readonly Heard[]> => {
      heard = []
      await work()
      return heard
    },
    stop: () => {
      Object.assign(pg.Client.prototype, { query: ask })
      Server.prototype.emit = emit
    },
  }
}

/** What the ORM writes into a statement instead of beside it. */
const WRITTEN = /'(?:[^']|'')*'|(?<=[ (=])-?\d+(?:\.\d+)?(?=[ ),]|$)/g

/** A statement as it is written down: without what differs from one asking to the next. */
export const wordingOf = ({ role, text, values }: Heard): string => {
  const line = text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\blimit \d+/g, 'limit …')
    .trim()
  return `${role.replace('linli_', '')}: ${values.length ? line : line.replaceAll(WRITTEN, '…')}`
}

/** Tables that do not grow with residents, issues or events: reading them whole is no loss. */
export const SMALL = new Set(['community', 'division', 'month_figures', 'rule'])
