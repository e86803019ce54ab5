// Subgraphs in processes of their own: how the gateway calls one, how one listens, and the header that says who asks.
// The header is signed with the platform's secret and good for a minute. The only file that knows Apollo Server.
import { createHash } from 'node:crypto'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import { GraphQLError, print, type ExecutionResult, type FormattedExecutionResult } from 'graphql'
import { jwtVerify, SignJWT } from 'jose'
import type { Caller, Operation, Running } from '../../subgraphs/shared/subgraph.ts'
import { listenOn, type Door } from '../listen.ts'

const HEADER = 'linli-actor'

export type Call = (operation: Operation) => Promise<ExecutionResult>

const keyOf = (secret: string) => createHash('sha256').update(`actor:${secret}`).digest()

const signed = (caller: Caller, secret: string): Promise<string> =>
  new SignJWT({ ...caller }).setProtectedHeader({ alg: 'HS256' }).setIssuedAt().setExpirationTime('60s').sign(keyOf(secret))

/** Says in a request's headers who asks, whatever they said of that before. */
export const signFor = async (headers: IncomingHttpHeaders, caller: Caller, secret: string): Promise<void> => {
  headers[HEADER] = await signed(caller, secret)
}

/** Reads the header; throws when it is missing, forged or old. */
export const unsigned = async (headers: IncomingHttpHeaders, secret: string): Promise<Caller> => {
  const { payload } = await jwtVerify(String(headers[HEADER] ?? ''), keyOf(secret), { algorithms: ['HS256'] })
  return payload as unknown as Caller
}

/** Calls a subgraph of another process, with a signed header that says who asks. */
export const remoteCall =
  (url: string, secret: string, upstreamMs: number): Call =>
  async ({ document, variables, operationName, caller }) => {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', [HEADER]: await signed(caller, secret) },
      body: JSON.stringify({ query: print(document), variables, operationName }),
      signal: AbortSignal.timeout(upstreamMs),
    })
    const { errors, ...answer } = (await response.json()) as FormattedExecutionResult
    // The runtime tells apart what is an error by its class.
    return errors ? { ...answer, errors: errors.map(({ message, ...more }) => new GraphQLError(message, more)) } : answer
  }

/** Serves a running subgraph on HTTP. Requests without a valid signature of the gateway are refused. */
export const listen = async (
  running: Running,
  { host, port, secret }: { host: string; port: number; secret: string },
  /** What answers under other paths, by how they begin. */
  doors: Readonly<Record<string, Door>> = {},
): Promise<{ url: string; close: () => Promise<void> }> => {
  // Large, and of no use where everything runs in one process.
  const { ApolloServer, HeaderMap } = await import('@apollo/server')
  const { ApolloServerPluginInlineTraceDisabled } = await import('@apollo/server/plugin/disabled')
  const server = new ApolloServer<{ caller: Caller }>({
    gateway: {
      load: async () => ({
        executor: async ({ document, request, context }) =>
          (await running.execute({
            document,
            variables: request.variables,
            operationName: request.operationName,
            caller: context['caller'] as Caller,
          })) as never,
      }),
      onSchemaLoadOrUpdate: (callback) => {
        callback({ apiSchema: running.schema, coreSupergraphSdl: '' })
        return () => {}
      },
      stop: async () => {},
    },
    csrfPrevention: false,
    includeStacktraceInErrorResponses: false,
    stopOnTerminationSignals: false,
    plugins: [ApolloServerPluginInlineTraceDisabled()],
  })
  await server.start()
  const http = createServer(async (req, res) => {
    const door = Object.keys(doors).find((path) => req.url?.startsWith(path))
    if (door) return doors[door]!.handle(req, res)
    const caller = await unsigned(req.headers, secret).catch(() => null)
    if (!caller)
      return void res.writeHead(401, { 'content-type': 'application/json' }).end('{"errors":[{"message":"Unsigned request."}]}')
    const chunks: Buffer[] = []
    for await (const chunk of req) chunks.push(chunk as Buffer)
    const headers = new HeaderMap()
    for (const [k, v] of Object.entries(req.headers)) headers.set(k, String(v))
    const response = await server.executeHTTPGraphQLRequest({
      httpGraphQLRequest: {
        method: req.method!.toUpperCase(),
        headers,
        body: chunks.length ? JSON.parse(Buffer.concat(chunks).toString()) : null,
        search: '',
      },
      context: async () => ({ caller }),
    })
    for (const [k, v] of response.headers) res.setHeader(k, v)
    res.statusCode = response.status ?? 200
    res.end(response.body.kind === 'complete' ? response.body.string : '')
  })
  await listenOn(http, host, port, 'SUBGRAPH_PORT')
  const address = http.address() as { port: number }
  return {
    url: `http://${host}:${address.port}/graphql`,
    close: async () => {
      http.close()
      http.closeAllConnections()
      await server.stop()
    },
  }
}
