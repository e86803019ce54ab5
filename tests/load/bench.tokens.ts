// Tokens as the platform's own issuer writes them: signed with the key it keeps sealed in the office.
import { importJWK, SignJWT, type JWK } from 'jose'
import type pg from 'pg'
import { SCOPES } from '../../subgraphs/office/scopes.ts'
import { unseal } from '../../subgraphs/office/signin/keys.ts'

export const tokensOf = async (
  owner: pg.Client,
  secret: string,
  origin: string,
): Promise<(account: string) => Promise<string>> => {
  const { rows } = await owner.query<{ sealed: string }>('select sealed from office.signing_key order by created_at desc limit 1')
  const jwk = JSON.parse(unseal(rows[0]!.sealed, secret)) as JWK
  const key = await importJWK(jwk, 'RS256')
  const known = new Map<string, Promise<string>>()
  return (account) => {
    if (!known.has(account))
      known.set(
        account,
        new SignJWT({ scope: SCOPES.join(' '), client_id: 'linli-admin' })
          .setProtectedHeader({ alg: 'RS256', typ: 'at+jwt', kid: jwk.kid! })
          .setIssuer(`${origin}/oidc`)
          .setAudience('linli')
          .setSubject(account)
          .setIssuedAt()
          .setExpirationTime('6h')
          .sign(key),
      )
    return known.get(account)!
  }
}
