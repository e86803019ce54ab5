// The short way of a query when every subgraph it needs runs in this process: no planner, no second execution, no copies
// between them. The subgraphs' own resolvers run with their own checks; batching, scope and masking are theirs.
//
// Why it is safe. Only a document that the runtime itself has parsed, validated, measured against the limits and answered
// without an error is ever taken this way. A query changes nothing, so whatever is not plain on the way (an error, a null
// where none may be, a refusal, a value that does not fit) ends it, and the runtime answers that request as if nothing had
// been tried: every error is told by the one who always told it.
// A mutation takes it only when one subgraph answers all that is asked. It goes to that subgraph's `execute` as the runtime
// would send it, once, and what comes back is the answer, errors and all: nothing is ever done twice.
import { readFileSync } from 'node:fs'
import {
  getVariableValues,
  Kind,
  parse,
  type DocumentNode,
  type GraphQLSchema,
  type ObjectTypeDefinitionNode,
  type FieldDefinitionNode,
  type GraphQLError,
  type ListValueNode,
  type StringValueNode,
} from 'graphql'
import type { Actor } from '../subgraphs/shared/actor.ts'
import type { Context } from '../subgraphs/shared/context.ts'
import type { Caller, Running } from '../subgraphs/shared/subgraph.ts'
import { costOf } from './cost.ts'
import { inTime } from './graph.ts'
import { run, type Row, type Variables } from './run.ts'
import { planOf, type Parts, type Plan, type Shape, type Steps } from './plan.ts'

/** What the supergraph asks of a caller before a type or field is answered. */
interface Demand {
  readonly authenticated: boolean
  readonly scopes: readonly (readonly string[])[]
}

interface Known {
  readonly plan: Plan
  readonly schema: GraphQLSchema
  readonly demands: readonly Demand[]
}

/** How many documents are remembered, and how long one may be: what callers write must not fill the memory. */
const DOCUMENTS = 1_000
const LONGEST = 16_384

/** The demands written in the supergraph, by `Type` and `Type.field`. */
const demandsOf = (supergraph: string): ReadonlyMap<string, Demand> => {
  const demands = new Map<string, Demand>()
  const note = (name: string, { directives = [] }: ObjectTypeDefinitionNode | FieldDefinitionNode) => {
    const scopes = directives.find((d) => d.name.value === 'requiresScopes')?.arguments?.[0]?.value as ListValueNode | undefined
    const authenticated = directives.some((d) => d.name.value === 'authenticated' || d.name.value === 'policy')
    if (!scopes && !authenticated) return
    demands.set(name, {
      authenticated: true,
      scopes: (scopes?.values ?? []).map((all) => (all as ListValueNode).values.map((one) => (one as StringValueNode).value)),
    })
  }
  for (const type of parse(supergraph).definitions) {
    if (type.kind !== Kind.OBJECT_TYPE_DEFINITION) continue
    note(type.name.value, type)
    for (const field of type.fields ?? []) note(`${type.name.value}.${field.name.value}`, field)
  }
  return demands
}

const isMet = ({ scopes }: Demand, actor: Actor): boolean =>
  actor.kind !== 'ANONYMOUS' && (scopes.length === 0 || scopes.some((all) => all.every((scope) => actor.scopes.includes(scope))))

/** Every type and field a plan touches. */
const touched = ({ here, hops }: Steps, type: string, into = new Set<string>()): Set<string> => {
  into.add(type)
  const through = (shape: Shape, named: string): void => {
    if (shape.kind === 'list') through(shape.of, named)
    else if (shape.kind === 'object') touched(shape.steps, named, into)
  }
  for (const { field, shape } of [...here, ...hops.flatMap((hop) => hop.steps)]) {
    into.add(`${type}.${field.name}`)
    through(shape, String(field.type).replace(/[[\]!]/g, ''))
  }
  return into
}

/** An error as the runtime writes it: where nothing says where, it is the field that was asked. */
const toldBy = ({ message, path, extensions }: GraphQLError, field: string): object => ({
  message,
  path: path ?? [field],
  extensions,
})

/** The answer with its keys in the order of the question: one kept for replay comes back in another. */
const inOrder = ({ blank, here }: Steps, answer: Row): Row => {
  const ordered: Row = {}
  for (const key of Object.keys(blank)) ordered[key] = answer[key]
  for (const { key, shape } of here) ordered[key] = shapedInOrder(shape, answer[key])
  return ordered
}

const shapedInOrder = (shape: Shape, value: unknown): unknown => {
  if (value === null || shape.kind === 'leaf') return value
  if (shape.kind === 'object') return inOrder(shape.steps, value as Row)
  return (value as unknown[]).map((one) => shapedInOrder(shape.of, one))
}

interface Answer {
  readonly errors?: readonly object[]
  readonly data?: unknown
}

export interface Short {
  /** Remembers a document that the runtime has just answered without an error. */
  readonly learn: (schema: GraphQLSchema, document: DocumentNode, query: string, operationName: string | undefined) => void
  /** The answer of a known query, or null when the runtime must give it. */
  readonly answer: (
    query: string,
    operationName: string | undefined,
    variables: Variables | undefined,
    caller: Caller,
  ) => Promise<Answer | null> | null
  /** Whether a known document only asks. */
  readonly isRead: (query: string, operationName: string | undefined) => boolean
  /** Counts an answer given, and how long it took. */
  readonly count: (ms: number) => void
  /** Lines for the metrics, which otherwise know only what the runtime answered. */
  readonly metrics: () => string
}

/** The short way over the subgraphs of this process. `upstreamMs` is how long it may take. */
export const shortWay = (running: readonly Running[], supergraph: string, mostCost: number, upstreamMs: number): Short => {
  const parts: Parts = Object.fromEntries(running.map((one) => [one.name, one.schema]))
  const byName = new Map(running.map((one) => [one.name, one]))
  const demands = demandsOf(readFileSync(supergraph, 'utf8'))
  const known = new Map<string, Known | null>()
  const nameOf = (query: string, operationName: string | undefined) => `${operationName ?? ''}\n${query}`

  const learn: Short['learn'] = (schema, document, query, operationName) => {
    const name = nameOf(query, operationName)
    if (query.length > LONGEST || known.has(name)) return
    if (known.size >= DOCUMENTS) known.clear()
    const plan = planOf(parts, document, operationName)
    const isMutation = plan?.operation.operation === 'mutation'
    const isPlain = plan && (!isMutation || (plan.subgraphs.size === 1 && plan.steps.here.length === 1))
    known.set(
      name,
      isPlain
        ? {
            plan,
            schema,
            demands: [...touched(plan.steps, isMutation ? 'Mutation' : 'Query')].flatMap((one) => demands.get(one) ?? []),
          }
        : null,
    )
  }

  const answer: Short['answer'] = (query, operationName, variables, caller) => {
    const entry = known.get(nameOf(query, operationName))
    if (!entry) return null
    const { plan, schema, demands: asked } = entry
    const { document } = plan
    if (!asked.every((demand) => isMet(demand, caller.actor))) return null
    if (costOf({ schema, document, operationName, variableValues: variables }) > mostCost) return null
    if (plan.operation.operation === 'mutation') {
      const [service] = plan.subgraphs
      const operation = { document, variables, operationName, caller }
      return inTime(service!, byName.get(service!)!.execute(operation), upstreamMs).then(({ errors, data }) => ({
        ...(errors && { errors: errors.map((error) => toldBy(error, plan.steps.here[0]!.key)) }),
        ...(data && { data: inOrder(plan.steps, data) }),
      }))
    }
    const coerced = new Map<string, Variables>()
    for (const [subgraph, definitions] of plan.variables) {
      const values = getVariableValues(parts[subgraph]!, definitions, variables ?? {})
      if (values.errors) return null
      coerced.set(subgraph, values.coerced)
    }
    const contexts = new Map<string, Context>()
    const contextOf = (subgraph: string): Context => {
      let context = contexts.get(subgraph)
      if (!context) contexts.set(subgraph, (context = byName.get(subgraph)!.contextFor(caller)))
      return context
    }
    return new Promise((done) => {
      const late = setTimeout(done, upstreamMs, null)
      run(plan.steps, contextOf, coerced, (result) => {
        clearTimeout(late)
        done(result && { data: result })
      })
    })
  }
  const isRead: Short['isRead'] = (query, operationName) =>
    known.get(nameOf(query, operationName))?.plan.operation.operation === 'query'
  const tally = { answers: 0, ms: 0 }
  const count = (ms: number): void => {
    tally.answers += 1
    tally.ms += ms
  }
  const metrics = (): string =>
    [
      '# HELP linli_short_duration_seconds Questions answered without the runtime',
      '# TYPE linli_short_duration_seconds summary',
      `linli_short_duration_seconds_sum ${tally.ms / 1_000}`,
      `linli_short_duration_seconds_count ${tally.answers}`,
      '',
    ].join('\n')
  return { learn, answer, isRead, count, metrics }
}
