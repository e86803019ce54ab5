// The one connection to the API: POST only, a token that renews itself, and an idempotency key for every intended change.
import { authExchange } from '@urql/exchange-auth'
import { cacheExchange, Client, fetchExchange, makeOperation, mapExchange, type AnyVariables, type Operation } from '@urql/core'
import { learnTime } from './clock.ts'
import { locale } from './i18n.ts'
import { accessToken, isExpiring, renew, signIn } from './session.ts'

const uuid = (): string => {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = (bytes[6]! & 0x0f) | 0x40
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

const intents = new Map<string, string>()
const intentOf = (operation: Operation) => `${operation.key}`

/** The same change asked again after a broken connection, here or behind the server, carries the same key: it happens once. */
const keyFor = (operation: Operation): string => {
  const intent = intentOf(operation)
  const key = intents.get(intent) ?? uuid()
  intents.set(intent, key)
  return key
}

const withHeaders = <D, V extends AnyVariables>(operation: Operation<D, V>, headers: Record<string, string>) => {
  const given = operation.context.fetchOptions
  const options = (typeof given === 'function' ? given() : given) ?? {}
  return makeOperation(operation.kind, operation, {
    ...operation.context,
    fetchOptions: { ...options, headers: { ...(options.headers as Record<string, string> | undefined), ...headers } },
  })
}

const timedFetch: typeof fetch = async (input, init) => {
  const askedAt = Date.now()
  const answer = await fetch(input, init)
  learnTime(answer.headers.get('date'), askedAt, Date.now())
  return answer
}

/** What stands between the pages and the network, the cache left out. */
const outward = [
  mapExchange({
    onOperation: (operation) =>
      withHeaders(operation, {
        'accept-language': locale() === 'zh' ? 'zh-CN' : 'en',
        'x-linli-csrf': '1',
        ...(operation.kind === 'mutation' && { 'idempotency-key': keyFor(operation) }),
      }),
    onResult: ({ operation, error }) => {
      const isOpen = error?.networkError || error?.graphQLErrors.some(({ extensions }) => extensions['code'] === 'UNAVAILABLE')
      if (operation.kind === 'mutation' && !isOpen) intents.delete(intentOf(operation))
    },
  }),
  authExchange(async (tools) => ({
    addAuthToOperation: (operation) => {
      const token = accessToken()
      return token ? tools.appendHeaders(operation, { authorization: `Bearer ${token}` }) : operation
    },
    willAuthError: () => accessToken() !== undefined && isExpiring(),
    didAuthError: ({ graphQLErrors }) =>
      accessToken() !== undefined && graphQLErrors.some(({ extensions }) => extensions.code === 'UNAUTHENTICATED'),
    refreshAuth: async () => {
      if (!(await renew())) await signIn(location.pathname.replace(/^\/admin/, '') + location.search)
    },
  })),
  fetchExchange,
]

const API = { url: '/graphql', fetch: timedFetch, preferGetMethod: false } as const

export const client = new Client({ ...API, exchanges: [cacheExchange, ...outward] })

/** For long work in the background: its rows are not kept, and its steps do not make every open list be read again. */
export const plainClient = new Client({ ...API, exchanges: outward })
