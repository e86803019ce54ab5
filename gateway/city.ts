// The city's own sign-in instead of the embedded one: its configuration is read once and handed to the admin as ours.
import type { Door } from './listen.ts'
import { fail } from './settings.ts'

export interface City {
  readonly jwksUri: string
  readonly origin: string
  /** Answers /oidc/.well-known/openid-configuration with the city's, so that the admin needs no setting of its own. */
  readonly door: Door
}

export const citySignIn = async (issuer: string): Promise<City> => {
  const response = await fetch(`${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`).catch(() => null)
  if (!response?.ok) return fail(`无法读取 OIDC_ISSUER 的配置：${issuer}。Cannot read the configuration of OIDC_ISSUER.`)
  const configuration = await response.text()
  const { jwks_uri } = JSON.parse(configuration) as { jwks_uri: string }
  return {
    jwksUri: jwks_uri,
    origin: new URL(issuer).origin,
    door: {
      handle(req, res) {
        const isAsked = req.url?.split('?')[0] === '/oidc/.well-known/openid-configuration'
        res.writeHead(isAsked ? 200 : 404, { 'content-type': 'application/json' }).end(isAsked ? configuration : '{}')
      },
    },
  }
}
