// The embedded OpenID Connect issuer: authorization code with PKCE for people, client credentials for partners.
import { createHmac } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'
import Provider, { errors, type Configuration, type KoaContextWithOIDC } from 'oidc-provider'
import type { Running } from '../../shared/subgraph.ts'
import { localeOf, text } from '../../shared/words.ts'
import { Account } from '../account.entity.ts'
import { verifyPassword } from '../password.ts'
import { SCOPES } from '../scopes.ts'
import { adapterFor } from './adapter.ts'
import { signingKeys } from './keys.ts'
import { codePage, messagePage, passwordPage, signOutPage } from './pages.ts'
import { signInDesk, type Outcome } from './signin.ts'

export interface Issuer {
  readonly handle: (req: IncomingMessage, res: ServerResponse) => void
}

interface Options {
  readonly origin: string
  readonly secret: string
  readonly audience: string
  readonly mode: 'demo' | 'production'
}

export const DEMO_CLIENT = 'linli-demo-token'
export const DEMO_GRANT = 'urn:linli:demo'
const HOUR = 3_600

export const createIssuer = async (office: Running, { origin, secret, audience, mode }: Options): Promise<Issuer> => {
  const demo = mode === 'demo'
  const accountOf = (id: string) => office.asSystem((ctx) => ctx.em.findOne(Account, { id, status: 'ACTIVE' }))
  const resource = `${origin}/graphql`

  const configuration: Configuration = {
    adapter: adapterFor(office) as never,
    jwks: { keys: (await signingKeys(office, secret)) as never },
    cookies: {
      keys: [createHmac('sha256', secret).update('cookies').digest('base64url')],
      names: { session: 'linli_session', interaction: 'linli_signin', resume: 'linli_resume' },
    },
    clients: [
      {
        client_id: 'linli-admin',
        client_name: '邻里管理端',
        application_type: 'web',
        token_endpoint_auth_method: 'none',
        grant_types: ['authorization_code', 'refresh_token'],
        response_types: ['code'],
        redirect_uris: [`${origin}/admin/callback`],
        post_logout_redirect_uris: [`${origin}/admin/`],
      },
      ...(demo
        ? [
            {
              client_id: DEMO_CLIENT,
              token_endpoint_auth_method: 'none' as const,
              grant_types: [DEMO_GRANT],
              response_types: [],
              redirect_uris: [],
            },
          ]
        : []),
    ],
    scopes: ['openid', 'offline_access'],
    claims: { openid: ['sub', 'name'] },
    findAccount: async (_ctx, sub) => {
      const account = await accountOf(sub)
      return account ? { accountId: sub, claims: async () => ({ sub, name: account.name }) } : undefined
    },
    extraClientMetadata: { properties: ['linli_scopes'] },
    clientBasedCORS: (_ctx, from) => from === origin,
    pkce: { required: () => true },
    rotateRefreshToken: true,
    issueRefreshToken: async (_ctx, client) => client.grantTypeAllowed('refresh_token'),
    loadExistingGrant: grantEverythingToOurOwn(resource),
    interactions: { url: (_ctx, interaction) => `/oidc/interaction/${interaction.uid}` },
    ttl: {
      AccessToken: 600,
      AuthorizationCode: 60,
      IdToken: 600,
      RefreshToken: 8 * HOUR,
      Session: 8 * HOUR,
      Grant: 8 * HOUR,
      Interaction: 900,
      ClientCredentials: 600,
    },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      revocation: { enabled: true },
      rpInitiatedLogout: {
        enabled: true,
        logoutSource: async (ctx, form) => void (ctx.body = signOutPage(form)),
        postLogoutSuccessSource: async (ctx) =>
          void (ctx.body = messagePage(
            text('已退出', 'Signed out'),
            text('您已安全退出。', 'You are signed out.'),
            localeOf(ctx.get('accept-language')),
          )),
      },
      resourceIndicators: {
        enabled: true,
        defaultResource: () => resource,
        useGrantedResource: () => true,
        getResourceServerInfo: async (_ctx, _resource, client) => ({
          scope: String(client['linli_scopes'] ?? SCOPES.join(' ')),
          audience,
          accessTokenFormat: 'jwt',
          accessTokenTTL: 600,
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
    renderError: async (ctx, out) => {
      ctx.type = 'html'
      ctx.body = messagePage(
        text('无法登录', 'Sign-in failed'),
        text(
          `登录请求无效或已过期，请返回重试。(${out.error})`,
          `The sign-in request is not valid or has expired. (${out.error})`,
        ),
        localeOf(ctx.get('accept-language')),
      )
    },
  }

  const provider = new Provider(`${origin}/oidc`, configuration)
  provider.proxy = origin.startsWith('https:')
  // Partners' secrets are kept hashed, so comparing is hashing.
  provider.Client.prototype.compareClientSecret = function compare(this: { clientSecret?: string }, given: string) {
    return verifyPassword(given, this.clientSecret ?? '') as never
  } as never
  if (demo) provider.registerGrantType(DEMO_GRANT, demoGrant(provider, office, resource), ['username'], [])

  const desk = signInDesk(office, { secret, strict: !demo })
  const inner = provider.callback()

  const interact = async (req: IncomingMessage, res: ServerResponse): Promise<void> => {
    const locale = localeOf(req.headers['accept-language'])
    const interaction = await provider.interactionDetails(req, res).catch(() => null)
    if (!interaction)
      return html(
        res,
        400,
        messagePage(
          text('登录已过期', 'Sign-in expired'),
          text('请返回管理端重新登录。', 'Go back to the admin and sign in again.'),
          locale,
        ),
      )
    const action = `/oidc/interaction/${interaction.uid}`
    const pending = (interaction.result as { pending?: { account: string; enrol: boolean } } | undefined)?.pending
    const finish = async (outcome: Outcome, again: (error: Outcome & { refused: unknown }) => string | Promise<string>) => {
      if ('account' in outcome && !('second' in outcome))
        return provider.interactionFinished(req, res, { login: { accountId: outcome.account, remember: false } })
      if ('refused' in outcome) return html(res, 400, await again(outcome))
      interaction.result = { pending: { account: outcome.account, enrol: outcome.second === 'enrol' } } as never
      await interaction.save(interaction.exp - Math.floor(Date.now() / 1000))
      return html(res, 200, await second(outcome.account, outcome.second === 'enrol', null))
    }
    const second = async (account: string, enrol: boolean, error: Parameters<typeof codePage>[0]['error']) =>
      codePage({ action, locale, error }, enrol ? await desk.enrol(account) : undefined)

    if (req.method !== 'POST')
      return html(
        res,
        200,
        pending ? await second(pending.account, pending.enrol, null) : passwordPage({ action, locale, error: null }, '', demo),
      )
    const form = await formOf(req)
    if (pending)
      return finish(await desk.code(pending.account, form.get('code') ?? ''), ({ refused }) =>
        second(pending.account, pending.enrol, refused as never),
      )
    const username = form.get('username') ?? ''
    return finish(await desk.password(username, form.get('password') ?? ''), ({ refused }) =>
      passwordPage({ action, locale, error: refused as never }, username, demo),
    )
  }

  return {
    handle(req, res) {
      if (req.url!.startsWith('/oidc/interaction/'))
        return void interact(req, res).catch(() =>
          html(
            res,
            500,
            messagePage(text('系统出错了', 'Something went wrong'), text('请稍后再试。', 'Please try again later.'), 'zh'),
          ),
        )
      const mounted = req as IncomingMessage & { originalUrl?: string }
      mounted.originalUrl = req.url!
      req.url = req.url!.slice('/oidc'.length) || '/'
      void inner(req, res)
    },
  }
}

/** Our own clients are not asked for consent: the officer consented by signing in. */
const grantEverythingToOurOwn =
  (resource: string) =>
  async (ctx: KoaContextWithOIDC): Promise<InstanceType<Provider['Grant']> | undefined> => {
    const { session, client, provider } = ctx.oidc
    if (!session?.accountId || client?.clientId !== 'linli-admin') return undefined
    const existing = session.grantIdFor(client.clientId)
    const kept = existing ? await provider.Grant.find(existing) : undefined
    if (kept) return kept
    const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId })
    grant.addOIDCScope('openid offline_access')
    grant.addResourceScope(resource, SCOPES.join(' '))
    await grant.save()
    return grant
  }

/** In the demo only: a token for one of its accounts, without a password, for the command line. */
const demoGrant = (provider: Provider, office: Running, resource: string) => async (ctx: KoaContextWithOIDC) => {
  const username = String((ctx.oidc.params as Record<string, unknown>)['username'] ?? '')
  const account = await office.asSystem((c) => c.em.findOne(Account, { username, status: 'ACTIVE' }))
  if (!account) throw new errors.InvalidGrant('no such demo account')
  const { AccessToken, ResourceServer, Grant } = provider as unknown as Record<string, new (...args: unknown[]) => never>
  const grant = new Grant!({ clientId: DEMO_CLIENT, accountId: account.id }) as unknown as {
    addResourceScope: (r: string, s: string) => void
    save: () => Promise<string>
  }
  grant.addResourceScope(resource, SCOPES.join(' '))
  const token = new AccessToken!({
    accountId: account.id,
    client: ctx.oidc.client,
    grantId: await grant.save(),
    gty: DEMO_GRANT,
  }) as unknown as {
    resourceServer: unknown
    scope: string
    save: () => Promise<string>
  }
  token.resourceServer = new ResourceServer!(resource, {
    audience: 'linli',
    accessTokenFormat: 'jwt',
    accessTokenTTL: HOUR,
    scope: SCOPES.join(' '),
    jwt: { sign: { alg: 'RS256' } },
  })
  token.scope = SCOPES.join(' ')
  ctx.body = { access_token: await token.save(), token_type: 'Bearer', expires_in: HOUR }
}

const html = (res: ServerResponse, status: number, body: string): void =>
  void res
    .writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'none'; base-uri 'none'",
    })
    .end(body)

const formOf = async (req: IncomingMessage): Promise<URLSearchParams> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of req) {
    size += (chunk as Buffer).length
    if (size > 10_000) throw new Error('too large')
    chunks.push(chunk as Buffer)
  }
  return new URLSearchParams(Buffer.concat(chunks).toString())
}
