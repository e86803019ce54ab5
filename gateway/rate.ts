// How often one caller may ask: by account or program, or by the address of whoever has not signed in. Each process of the
// gateway counts for itself. A caller who asks too often hears when to ask again, and nothing was done.
import type { IncomingMessage } from 'node:http'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import type { Actor } from '../subgraphs/shared/actor.ts'

/** Questions a minute; 0 for as many as they like. */
export interface Rates {
  readonly signedIn: number
  readonly anonymous: number
  /** How many proxies of ours stand before the gateway, each noting the address it was asked from. */
  readonly proxies: number
}

export type Meter = (actor: Actor, req: IncomingMessage) => Promise<number | null>

/** The address a request came from: what the outermost of our own proxies saw; what stands before that anyone may write. */
export const addressOf = ({ headers, socket }: Pick<IncomingMessage, 'headers' | 'socket'>, proxies: number): string => {
  const noted = String(headers['x-forwarded-for'] ?? '')
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean)
  return noted[noted.length - proxies] ?? socket.remoteAddress ?? ''
}

/** Counts a request; gives the seconds to wait when it was one too many. */
export const meterOf = ({ signedIn, anonymous, proxies }: Rates): Meter => {
  const limiter = (points: number) => (points ? new RateLimiterMemory({ points, duration: 60 }) : null)
  const [known, unknown] = [limiter(signedIn), limiter(anonymous)]
  return async (actor, req) => {
    const [one, who] = actor.id ? [known, actor.id] : [unknown, addressOf(req, proxies)]
    if (!one) return null
    try {
      await one.consume(who)
      return null
    } catch (told) {
      if (told instanceof RateLimiterRes) return Math.ceil(told.msBeforeNext / 1_000)
      throw told
    }
  }
}
