// The issuer's signing key: made once, kept sealed with the platform's secret, so that every process signs alike.
import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { exportJWK, generateKeyPair, type JWK } from 'jose'
import type { Running } from '../../shared/subgraph.ts'

const keyOf = (secret: string) => createHash('sha256').update(`signing:${secret}`).digest()

export const seal = (plain: string, secret: string): string => {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), iv)
  return Buffer.concat([iv, cipher.update(plain, 'utf8'), cipher.final(), cipher.getAuthTag()]).toString('base64url')
}

export const unseal = (sealed: string, secret: string): string => {
  const bytes = Buffer.from(sealed, 'base64url')
  const decipher = createDecipheriv('aes-256-gcm', keyOf(secret), bytes.subarray(0, 12))
  decipher.setAuthTag(bytes.subarray(-16))
  return decipher.update(bytes.subarray(12, -16), undefined, 'utf8') + decipher.final('utf8')
}

/** The keys to sign with, newest first; makes the first one. */
export const signingKeys = ({ asSystem }: Pick<Running, 'asSystem'>, secret: string): Promise<JWK[]> =>
  asSystem(async (ctx) => {
    await ctx.em.execute(`select pg_advisory_xact_lock(7302)`)
    const kept = await ctx.em.execute<{ sealed: string }[]>(`select sealed from office.signing_key order by created_at desc`)
    if (kept.length) return kept.map((k) => JSON.parse(unseal(k.sealed, secret)) as JWK)
    const { privateKey } = await generateKeyPair('RS256', { extractable: true })
    const kid = randomBytes(8).toString('hex')
    const jwk = { ...(await exportJWK(privateKey)), kid, use: 'sig', alg: 'RS256' }
    await ctx.em.execute(`insert into office.signing_key (kid, sealed, created_at) values (?, ?, ?)`, [
      kid,
      seal(JSON.stringify(jwk), secret),
      ctx.now,
    ])
    return [jwk]
  })
