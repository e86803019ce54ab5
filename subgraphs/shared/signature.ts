// How the gateway tells a subgraph in another process who is asking: a header signed with the platform's secret, good for a minute.
import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { jwtVerify, SignJWT } from 'jose'
import type { Actor } from './actor.ts'

export const HEADER = 'linli-actor'

export interface Signed {
  readonly actor: Actor
  readonly requestId: string
  readonly idempotencyKey: string | null
}

const keyOf = (secret: string) => createHash('sha256').update(`actor:${secret}`).digest()

export const signed = (caller: Signed, secret: string): Promise<string> =>
  new SignJWT({ ...caller }).setProtectedHeader({ alg: 'HS256' }).setIssuedAt().setExpirationTime('60s').sign(keyOf(secret))

/** Reads the header; throws when it is missing, forged or old. */
export const unsigned = async (headers: IncomingHttpHeaders, secret: string): Promise<Signed> => {
  const { payload } = await jwtVerify(String(headers[HEADER] ?? ''), keyOf(secret), { algorithms: ['HS256'] })
  return payload as unknown as Signed
}
