// Listens to what a platform of this process asks its database: statements, their values, and how they are planned.
import pg from 'pg'

export interface Heard {
  /** The login that asks. */
  readonly role: string
  /** What its connection was opened with. */
  readonly options: string | undefined
  readonly text: string
  readonly values: readonly unknown[]
  /** Planned once for all values, or anew with these. */
  readonly isGeneric: boolean
}

/** The protocol as `pg` speaks it: whatever a statement comes through, it comes through here. */
interface Wire {
  startup: (config: { user: string; options?: string }) => void
  query: (text: string) => void
  parse: (statement: { text: string; name?: string }) => void
  bind: (asked: { statement?: string; values?: readonly unknown[] }) => void
}

interface Line {
  readonly role: string
  readonly texts: Map<string, string>
  readonly options: string | undefined
  planning: string | undefined
}

/** Control of transactions, the queues, and questions about the connection itself. */
const BESIDE = /^$|^(begin|start|commit|rollback|savepoint|release|set)\b|"?jobs"?\.|pg_prepared_statements/i
const PLANNING = /plan_cache_mode ?= ?(\w+)/
/** The queues, the owner, and the office, where the gateway asks who somebody is once in some seconds, are no question's own. */
const SUBGRAPH = /^linli_(?!office|jobs)/

/** Begins to listen: before the platform is started. */
export const listening = () => {
  const wire = (pg as unknown as { Connection: { prototype: Wire } }).Connection.prototype
  const { startup, query, parse, bind } = wire
  const lines = new WeakMap<Wire, Line>()
  let heard: Heard[] = []

  const hear = (line: Line | undefined, text: string, values: readonly unknown[]): void => {
    if (!line) return
    line.planning = PLANNING.exec(text)?.[1] ?? line.planning
    if (SUBGRAPH.test(line.role) && !BESIDE.test(text))
      heard.push({ role: line.role, options: line.options, text, values, isGeneric: line.planning === 'force_generic_plan' })
  }
  const listened: Wire & ThisType<Wire> = {
    startup(config) {
      const { user: role, options } = config
      lines.set(this, { role, texts: new Map(), options, planning: PLANNING.exec(options ?? '')?.[1] })
      startup.call(this, config)
    },
    query(text) {
      hear(lines.get(this), text, [])
      query.call(this, text)
    },
    parse(statement) {
      lines.get(this)?.texts.set(statement.name ?? '', statement.text)
      parse.call(this, statement)
    },
    bind(asked) {
      const line = lines.get(this)
      hear(line, line?.texts.get(asked.statement ?? '') ?? '', asked.values ?? [])
      bind.call(this, asked)
    },
  }
  Object.assign(wire, listened)

  return {
    /** What each asking takes: sweeps and the queues have work of their own meanwhile, but not at every asking. */
    atEach: async (asking: (use: number) => Promise<unknown>): Promise<ReadonlyMap<string, Heard>> => {
      // The first asking also signs in and plans.
      await asking(0)
      const found: Map<string, Heard>[] = []
      for (const use of [1, 2]) {
        heard = []
        await asking(use)
        found.push(new Map(heard.map((one) => [wordingOf(one), one])))
      }
      const [once, again] = found as [Map<string, Heard>, Map<string, Heard>]
      return new Map([...once].filter(([wording]) => again.has(wording)))
    },
    stop: () => void Object.assign(wire, { startup, query, parse, bind }),
  }
}

/** What the ORM writes into a statement instead of beside it. */
const WRITTEN = /'(?:[^']|'')*'|(?<=[ (=])-?\d+(?:\.\d+)?(?=[ ),]|$)/g

const ID = /'[0-9a-f]{8}-[0-9a-f-]{27}'/g

/** A statement as it is written down: without what differs from one asking to the next. */
export const wordingOf = ({ role, text, values }: Heard): string => {
  const line = text
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/\blimit \d+/g, 'limit …')
    .trim()
  return `${role.replace('linli_', '')}: ${line.replaceAll(values.length ? ID : WRITTEN, '…')}`
}

/** Tables that do not grow with residents, issues or events: reading them whole is no loss. */
export const SMALL = new Set(['community', 'division', 'month_figures', 'rule'])
