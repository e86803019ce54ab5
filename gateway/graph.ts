// The federated graph: Hive's runtime over the committed supergraph. Authorises, bounds and plans every operation;
// subgraphs are called in this process or over HTTP, by configuration only.
import {
  createGatewayRuntime,
  createLoggerFromLogging,
  type GatewayPlugin,
  type GatewayRuntime,
} from '@graphql-hive/gateway-runtime'
import { maxAliasesPlugin } from '@escape.tech/graphql-armor-max-aliases'
import { maxDepthPlugin } from '@escape.tech/graphql-armor-max-depth'
import { maxTokensPlugin } from '@escape.tech/graphql-armor-max-tokens'
import usePrometheus from '@graphql-mesh/plugin-prometheus'
import { GraphQLError, parse, type DocumentNode, type ExecutionResult, type GraphQLSchema } from 'graphql'
import { readFile } from 'node:fs/promises'
import type { Actor } from '../subgraphs/shared/actor.ts'
import { badInput, forbidden, unauthenticated } from '../subgraphs/shared/errors.ts'
import { text } from '../subgraphs/shared/words.ts'
import type { Caller } from '../subgraphs/shared/subgraph.ts'
import { costLimit } from './cost.ts'
import { remoteCall, type Call } from './host/apart.ts'
import { leanHandler } from './lean.ts'
import type { Short } from './short.ts'

/** What one request may cost; cost is in records. Published in the README. */
export const LIMITS = { depth: 12, tokens: 2_000, aliases: 15, cost: 10_000, bodyBytes: 256 * 1024 }

/** Apps of others ask from their own pages, with a bearer token; cookies are never asked for and never sent. */
export const CORS = {
  origin: '*',
  credentials: false,
  methods: ['GET', 'POST'],
  allowedHeaders: [
    'authorization',
    'content-type',
    'accept-language',
    'cache-control',
    'if-none-match',
    'idempotency-key',
    'x-linli-csrf',
    'x-request-id',
  ],
  exposedHeaders: ['x-request-id', 'date', 'retry-after', 'etag'],
  maxAge: 3_600,
}

export interface GraphOptions {
  readonly supergraph: string
  /** Subgraphs of this process. */
  readonly local: Readonly<Record<string, Call>>
  /** Subgraphs of other processes, by URL. */
  readonly remotes: Readonly<Record<string, string>>
  readonly secret: string
  readonly planner: 'rust' | 'js'
  readonly introspection: boolean
  readonly metrics: boolean
  /** How long a subgraph may take. */
  readonly upstreamMs: number
  readonly plugins: readonly GatewayPlugin[]
  /** Told of every document that was answered without an error. */
  readonly learn: Short['learn']
}

export interface Asking {
  readonly actor: Actor
  readonly requestId: string
}

/** What callers write must not name series: anyone could make as many as they like, and read those of others. */
const UNLABELLED = { operationName: false, url: false, path: false }

const unavailable = (service: string) =>
  new GraphQLError('服务暂不可用，请稍后再试。This service is not available now.', {
    extensions: { code: 'UNAVAILABLE', serviceName: service },
  })

const named = (service: string, result: ExecutionResult): ExecutionResult =>
  result.errors
    ? { ...result, errors: result.errors.map((e) => Object.assign(e, { extensions: { serviceName: service, ...e.extensions } })) }
    : result

/** What a subgraph answers, with its name on its errors; that it is not available when it does not answer in time. */
export const inTime = async (service: string, answer: Promise<ExecutionResult>, ms: number): Promise<ExecutionResult> => {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, failed) => {
    timer = setTimeout(() => failed(new Error('timed out')), ms)
  })
  const result = await Promise.race([answer, late]).catch(() => ({ data: null, errors: [unavailable(service)] }))
  clearTimeout(timer)
  return named(service, result)
}

export const createGraph = (options: GraphOptions): GatewayRuntime<Asking> => {
  const { local, remotes, secret } = options
  const callOf = (service: string): Call | null =>
    local[service] ?? (remotes[service] ? remoteCall(remotes[service], secret, options.upstreamMs) : null)

  return createGatewayRuntime<Asking>({
    // Without the places of its words, which nobody asks for and which weigh more than they do.
    supergraph: async () => parse(await readFile(options.supergraph, 'utf8'), { noLocation: true }),
    ...(options.planner === 'rust' ? { unifiedGraphHandler: leanHandler } : {}),
    transports: {
      http: {
        getSubgraphExecutor: ({ subgraphName }: { subgraphName: string }) => {
          const call = callOf(subgraphName)
          return async (request: { document: DocumentNode; variables?: object; operationName?: string; context?: unknown }) => {
            if (!call) return { data: null, errors: [unavailable(subgraphName)] }
            const { actor, headers, requestId } = request.context as Asking & {
              headers: Record<string, string>
              requestId: string
            }
            const caller: Caller = { actor, requestId, idempotencyKey: headers['idempotency-key'] ?? null }
            const operation = {
              document: request.document,
              variables: request.variables as Record<string, unknown>,
              operationName: request.operationName,
              caller,
            }
            return inTime(subgraphName, call(operation), options.upstreamMs)
          }
        },
      },
    } as never,
    genericAuth: {
      mode: 'protect-granular',
      resolveUserFn: (context) =>
        (context as unknown as Asking).actor.kind === 'ANONYMOUS' ? null : (context as unknown as Asking).actor,
      extractScopes: (user) => [...((user as Actor | null)?.scopes ?? [])],
    },
    plugins: (ctx) => [
      maxDepthPlugin({ n: LIMITS.depth, ignoreIntrospection: true }) as GatewayPlugin,
      maxTokensPlugin({ n: LIMITS.tokens }) as GatewayPlugin,
      maxAliasesPlugin({ n: LIMITS.aliases }) as GatewayPlugin,
      costLimit(LIMITS.cost),
      learning(options.learn),
      ...options.plugins,
      statusFromTransportOnly,
      ...(options.metrics
        ? [
            usePrometheus({
              ...ctx,
              metrics: { graphql_gateway_fetch_duration: true },
              labels: UNLABELLED,
            } as never) as GatewayPlugin,
          ]
        : []),
    ],
    maskedErrors: { maskError: (error) => masked(error as Error) },
    disableIntrospection: { disableIf: () => !options.introspection },
    csrfPrevention: { requestHeaders: ['x-linli-csrf', 'apollo-require-preflight'] },
    batching: { limit: 10 },
    cors: CORS,
    graphiql: false,
    landingPage: false,
    healthCheckEndpoint: '/healthcheck',
    readinessCheckEndpoint: '/readiness',
    graphqlEndpoint: '/graphql',
    requestId: true,
    logging: createLoggerFromLogging('warn'),
    productName: 'Linli',
    subgraphErrors: false,
  })
}

/** Hands on what was answered without an error, with the words in which it was asked. */
const learning = (learn: Short['learn']): GatewayPlugin =>
  ({
    onExecute({ args: { schema, document, operationName, contextValue } }: { args: Learnt }) {
      return {
        onExecuteDone({ result }: { result: ExecutionResult }) {
          const query = contextValue.params?.query
          if (query && result.data && !result.errors) learn(schema, document, query, operationName ?? undefined)
        },
      }
    },
  }) as unknown as GatewayPlugin

interface Learnt {
  readonly schema: GraphQLSchema
  readonly document: DocumentNode
  readonly operationName?: string | null
  readonly contextValue: { readonly params?: { readonly query?: string } }
}

/** One field's error must not decide the status of an answer that holds data. */
const statusFromTransportOnly: GatewayPlugin = {
  onExecutionResult({ result, context }: { result?: unknown; context: unknown }) {
    const answer = result as { data?: unknown; errors?: readonly GraphQLError[] } | undefined
    if (!answer?.errors) return
    const { actor } = context as Asking
    answer.errors = answer.errors.map((e) =>
      e.extensions?.['code'] === 'UNAUTHORIZED_FIELD_OR_TYPE' ? refusal(actor, e) : (bounded(actor, e) ?? e),
    )
    if (answer.data) for (const error of answer.errors) delete error.extensions?.['http']
  },
} as GatewayPlugin

const BOUNDS = [
  { says: /depth limit/i, words: text(`查询嵌套不超过 ${LIMITS.depth} 层。`, `A query is at most ${LIMITS.depth} levels deep.`) },
  { says: /token limit/i, words: text(`查询不超过 ${LIMITS.tokens} 个词。`, `A query has at most ${LIMITS.tokens} tokens.`) },
  {
    says: /aliases limit/i,
    words: text(`查询的别名不超过 ${LIMITS.aliases} 个。`, `A query has at most ${LIMITS.aliases} aliases.`),
  },
]

/** A limit that was crossed, told in the caller's language. */
const bounded = (actor: Actor, { message, extensions }: GraphQLError): GraphQLError | null => {
  const bound = BOUNDS.find(({ says }) => says.test(message))
  if (!bound) return null
  const told = badInput(bound.words).toGraphQL(actor.locale)
  return new GraphQLError(told.message, {
    extensions: { ...told.extensions, ...(extensions?.['http'] ? { http: extensions['http'] } : {}) },
  })
}

/** The gateway's own refusal, in the words the subgraphs use. */
const refusal = (actor: Actor, { path }: GraphQLError): GraphQLError =>
  Object.assign((actor.kind === 'ANONYMOUS' ? unauthenticated() : forbidden()).toGraphQL(actor.locale), { path })

/** Errors that were written for people pass; everything else is a bug and says only where it happened. */
const masked = (error: Error): Error => {
  if (!(error instanceof GraphQLError) && (error as { name?: string }).name !== 'GraphQLError') return hidden()
  const graphql = error as GraphQLError
  const { code, serviceName } = graphql.extensions ?? {}
  if (code === 'SUBREQUEST_HTTP_ERROR' || code === 'GATEWAY_TIMEOUT')
    return new GraphQLError(unavailable(String(serviceName)).message, {
      path: graphql.path ?? null,
      extensions: { code: 'UNAVAILABLE', serviceName },
    })
  return graphql.originalError && !(graphql.originalError instanceof GraphQLError) && !code ? hidden(graphql) : graphql
}

const hidden = (error?: GraphQLError) =>
  new GraphQLError('系统出错了，已记录。Something went wrong and has been recorded.', {
    path: error?.path ?? null,
    extensions: { code: 'INTERNAL_SERVER_ERROR' },
  })
