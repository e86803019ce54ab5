// From a bearer token to an actor: verify it by the issuer's keys, then ask the office what the account may do now.
import { hash } from 'node:crypto'
import { createRemoteJWKSet, jwtVerify, type JWTPayload } from 'jose'
import { ANONYMOUS, type Actor, type Grant } from '../subgraphs/shared/actor.ts'
import { localeOf, type Locale } from '../subgraphs/shared/words.ts'

/** What the office answers about a subject; null when there is no such account, or it is disabled. */
export interface Standing {
  readonly id: string
  readonly kind: 'PERSON' | 'CLIENT'
  readonly name: string
  readonly resident: string | null
  readonly organization: string | null
  readonly grants: readonly Grant[]
  readonly scopes: readonly string[] | null
  /** Tokens issued before this moment no longer count. */
  readonly notBefore: string | null
}

export interface ActorOptions {
  readonly issuer: string
  readonly jwksUri: string
  readonly audience: string
  /** The city's own issuer knows nothing of our scopes: a person's token without any holds these, and roles decide. */
  readonly scopesOfPeople: readonly string[]
  readonly standingOf: (issuer: string, subject: string) => Promise<Standing | null>
}

/** A token that was presented and does not hold. */
export class InvalidToken extends Error {}

const ANONYMOUS_IN: Readonly<Record<Locale, Actor>> = { zh: { ...ANONYMOUS, locale: 'zh' }, en: { ...ANONYMOUS, locale: 'en' } }

const FRESH = 5_000
const CHECKED = 60_000

export const actors = ({ issuer, jwksUri, audience, scopesOfPeople, standingOf }: ActorOptions) => {
  const keys = createRemoteJWKSet(new URL(jwksUri))
  const known = new Map<string, { at: number; standing: Promise<Standing | null> }>()

  const standing = (subject: string): Promise<Standing | null> => {
    const entry = known.get(subject)
    if (entry && Date.now() - entry.at < FRESH) return entry.standing
    const asked = standingOf(issuer, subject)
    asked.catch(() => known.delete(subject))
    if (known.size > 10_000) known.clear()
    known.set(subject, { at: Date.now(), standing: asked })
    return asked
  }

  /** Tokens whose signature was checked within the minute, by their hash, and when they end: a key withdrawn counts within it too. */
  const checked = new Map<string, { until: number; claims: JWTPayload }>()

  const verified = async (token: string): Promise<JWTPayload> => {
    const digest = hash('sha256', token, 'base64url')
    const before = checked.get(digest)
    if (before && Date.now() < before.until) return before.claims
    try {
      const { payload } = await jwtVerify(token, keys, { issuer, audience, algorithms: ['RS256', 'ES256'] })
      if (checked.size > 10_000) checked.clear()
      checked.set(digest, { until: Math.min((payload.exp ?? 0) * 1_000, Date.now() + CHECKED), claims: payload })
      return payload
    } catch (error) {
      throw new InvalidToken((error as Error).message)
    }
  }

  /** Actors by what the office said of them: whoever asks again is the same one, and what was worked out for it still holds. */
  const made = new WeakMap<Standing, Map<string, Actor>>()
  const actorOf = (found: Standing, scope: string, locale: Locale): Actor => {
    const own = made.get(found) ?? new Map<string, Actor>()
    made.set(found, own)
    const known = own.get(`${locale} ${scope}`)
    if (known) return known
    const asked = scope.split(' ').filter(Boolean)
    const held = asked.some((s) => s.includes(':')) || found.kind === 'CLIENT' ? asked : [...asked, ...scopesOfPeople]
    const scopes = found.scopes ? held.filter((s) => found.scopes!.includes(s)) : held
    const { kind, id, name, resident, organization, grants } = found
    const actor = { kind, id, name, resident, organization, grants, scopes, locale }
    own.set(`${locale} ${scope}`, actor)
    return actor
  }

  /** The actor of a request; anonymous without a token, an error with one that does not hold. */
  return async (authorization: string | undefined, acceptLanguage: string | undefined): Promise<Actor> => {
    const locale = localeOf(acceptLanguage)
    if (!authorization) return ANONYMOUS_IN[locale]
    const [scheme, token] = authorization.split(' ')
    if (scheme?.toLowerCase() !== 'bearer' || !token) throw new InvalidToken('Not a bearer token.')
    const claims = await verified(token)
    const found = await standing(claims.sub ?? '')
    if (!found) throw new InvalidToken('No such account.')
    if (found.notBefore && (claims.iat ?? 0) * 1000 < Date.parse(found.notBefore))
      throw new InvalidToken('The session has ended.')
    return actorOf(found, String(claims['scope'] ?? ''), locale)
  }
}
