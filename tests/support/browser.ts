// A browser without a screen: follows redirects by hand and keeps cookies, to walk through sign-in as a person would.
import { createHash, randomBytes } from 'node:crypto'

export interface Signing {
  readonly access_token: string
  readonly refresh_token: string
  readonly scope: string
}

export const browser = (origin: string) => {
  const cookies = new Map<string, string>()

  const visit = async (url: string, form?: Record<string, string>): Promise<Response> => {
    const response = await fetch(new URL(url, origin), {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: { cookie: [...cookies].map(([k, v]) => `${k}=${v}`).join('; ') },
      ...(form ? { body: new URLSearchParams(form) } : {}),
    })
    for (const cookie of response.headers.getSetCookie()) {
      const [pair] = cookie.split(';')
      const [name, ...value] = pair!.split('=')
      if (value.join('=') === '' || /expires=Thu, 01 Jan 1970/i.test(cookie)) cookies.delete(name!)
      else cookies.set(name!, value.join('='))
    }
    return response
  }

  /** Follows redirects until a page is shown or the app is called back. */
  const follow = async (response: Response): Promise<Response> => {
    const next = response.headers.get('location')
    return next && !next.includes('/admin/') ? follow(await visit(next)) : response
  }

  const verifier = randomBytes(32).toString('base64url')
  const challenge = createHash('sha256').update(verifier).digest('base64url')
  const redirect = `${origin}/admin/callback`
  const usual = 'openid office:read office:write territory:read'

  /** Opens the sign-in page; gives the address its form is sent to. */
  const open = async (scope = usual, extra: Record<string, string> = {}): Promise<{ page: string; action: string }> => {
    const query = new URLSearchParams({
      client_id: 'linli-admin',
      response_type: 'code',
      redirect_uri: redirect,
      scope,
      state: 's',
      code_challenge: challenge,
      code_challenge_method: 'S256',
      ...extra,
    })
    const shown = await follow(await visit(`/oidc/auth?${query}`))
    const page = await shown.text()
    return { page, action: /action="([^"]+)"/.exec(page)?.[1] ?? '' }
  }

  /** Sends the form; either a page again, or the code the app is called back with. */
  const send = async (
    action: string,
    form: Record<string, string>,
  ): Promise<{ page: string; action: string; code: string | null }> => {
    const answer = await follow(await visit(action, form))
    const location = answer.headers.get('location')
    const page = location ? '' : await answer.text()
    return {
      page,
      action: /action="([^"]+)"/.exec(page)?.[1] ?? '',
      code: location ? new URL(location, origin).searchParams.get('code') : null,
    }
  }

  const token = async (form: Record<string, string>): Promise<{ status: number; body: Signing & { error?: string } }> => {
    const response = await fetch(`${origin}/oidc/token`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: 'linli-admin', ...form }),
    })
    return { status: response.status, body: (await response.json()) as Signing & { error?: string } }
  }

  const redeem = (code: string, by = verifier) =>
    token({ grant_type: 'authorization_code', code, redirect_uri: redirect, code_verifier: by })
  return { open, send, redeem, token, visit, follow }
}
