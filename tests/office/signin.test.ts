// Signing in as people and programs do: code with PKCE, second factor, lock, refresh, sign-out; client credentials.
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { DEMO_PASSWORD } from '../../subgraphs/office/seed.ts'
import { browser } from '../support/browser.ts'
import { world, type World } from '../support/world.ts'

let w: World
beforeAll(async () => {
  w = await world()
})
afterAll(() => w.stop())

const whoIs = async (token: string) =>
  (await w.ask<{ me: { username: string } | null }>('{ me { username } }', { headers: { authorization: `Bearer ${token}` } }))
    .data?.me?.username

const signIn = async (username: string, password = DEMO_PASSWORD) => {
  const b = browser(w.url)
  const { action } = await b.open()
  return { b, ...(await b.send(action, { username, password })) }
}

describe('with a password', () => {
  test('the officer gets a token that is theirs', async () => {
    const { b, code } = await signIn('chair')
    const { status, body } = await b.redeem(code!)
    expect(status).toBe(200)
    expect(await whoIs(body.access_token)).toBe('chair')
  })

  test('the account name may be typed in capitals, with spaces around', async () => {
    expect((await signIn('  Chair ')).code).toBeTruthy()
  })

  test('a code cannot be redeemed without the verifier, nor twice', async () => {
    const { b, code } = await signIn('chair')
    expect((await b.redeem(code!, 'x'.repeat(43))).body.error).toBe('invalid_grant')
    const again = await signIn('chair')
    expect((await again.b.redeem(again.code!)).status).toBe(200)
    expect((await again.b.redeem(again.code!)).body.error).toBe('invalid_grant')
  })

  test('a wrong password and an unknown name are told alike', async () => {
    const [wrong, unknown] = [await signIn('member', 'wrong'), await signIn('nobody-here')]
    for (const { page, code } of [wrong, unknown]) expect([code, page.includes('账号或密码不正确')]).toEqual([null, true])
  })

  test('what was typed is shown escaped', async () => {
    const { page } = await signIn('"><script>alert(1)</script>')
    expect(page).not.toContain('<script>')
  })

  test('an administrator who is disabled cannot sign in, and running sessions end', async () => {
    const { b, code } = await signIn('legal')
    const { access_token } = (await b.redeem(code!)).body
    expect(await whoIs(access_token)).toBe('legal')
    const { data } = await w.ask<{ accounts: { edges: { node: { id: string; version: number } }[] } }>(
      '{ accounts(filter: { text: "legal" }) { edges { node { id version } } } }',
      { as: 'sysadmin' },
    )
    const { id, version } = data.accounts.edges[0]!.node
    const { errors } = await w.ask(
      'mutation ($id: ID!, $v: Int!) { actOnAccount(id: $id, action: DISABLE, expectedVersion: $v, reason: "离岗") { status } }',
      { as: 'sysadmin', variables: { id, v: version } },
    )
    expect(errors).toEqual([])
    expect((await signIn('legal')).page).toContain('账号或密码不正确')
    await expect.poll(() => whoIs(access_token), { timeout: 8_000, interval: 500 }).toBeUndefined()
  })
})

describe('after five failures', () => {
  test('the account is locked for a while, and an administrator may unlock it', async () => {
    for (let i = 0; i < 5; i += 1) await signIn('party', 'wrong')
    expect((await signIn('party')).page).toContain('连续输错次数过多')
    const { data } = await w.ask<{ accounts: { edges: { node: { id: string; version: number; lockedUntil: string } }[] } }>(
      '{ accounts(filter: { text: "party" }) { edges { node { id version lockedUntil } } } }',
      { as: 'sysadmin' },
    )
    const { id, version, lockedUntil } = data.accounts.edges[0]!.node
    expect(Date.parse(lockedUntil)).toBeGreaterThan(w.clock.now.getTime())
    await w.ask(
      'mutation ($id: ID!, $v: Int!) { actOnAccount(id: $id, action: UNLOCK, expectedVersion: $v, reason: "核实本人") { status } }',
      { as: 'sysadmin', variables: { id, v: version } },
    )
    expect((await signIn('party')).code).toBeTruthy()
  })

  test('twenty wrong guesses at once count as twenty', async () => {
    await Promise.all(Array.from({ length: 20 }, () => signIn('townlead', 'wrong')))
    const [account] = (
      await w.ask<{ accounts: { edges: { node: { lockedUntil: string | null } }[] } }>(
        '{ accounts(filter: { text: "townlead" }) { edges { node { lockedUntil } } } }',
        { as: 'sysadmin' },
      )
    ).data.accounts.edges
    expect(account!.node.lockedUntil).not.toBeNull()
  })
})

describe('a session', () => {
  test('is renewed by a refresh token, which works once', async () => {
    const b = browser(w.url)
    const { action } = await b.open('openid office:read')
    const { code } = await b.send(action, { username: 'district', password: DEMO_PASSWORD })
    const { body } = await b.redeem(code!)
    const renewed = await b.token({ grant_type: 'refresh_token', refresh_token: body.refresh_token })
    expect(await whoIs(renewed.body.access_token)).toBe('district')
    expect((await b.token({ grant_type: 'refresh_token', refresh_token: body.refresh_token })).body.error).toBe('invalid_grant')
  })

  test('gives no more scopes than were asked for', async () => {
    const b = browser(w.url)
    const { action } = await b.open('openid territory:read')
    const { code } = await b.send(action, { username: 'member', password: DEMO_PASSWORD })
    const { body } = await b.redeem(code!)
    const { errors } = await w.ask('{ me { username } }', { headers: { authorization: `Bearer ${body.access_token}` } })
    expect(errors[0]!.extensions.code).toBe('FORBIDDEN')
  })

  test('an address that is not ours is refused', async () => {
    const b = browser(w.url)
    const { page } = await b.open(undefined, { redirect_uri: 'https://evil.invalid/callback' })
    expect(page).toContain('登录请求无效')
  })
})

describe('a partner’s program', () => {
  const create = async (scopes: string[]) => {
    const { data } = await w.ask<{
      createApiClient: { secret: string; client: { id: string; clientId: string; version: number } }
    }>('mutation ($i: ApiClientInput!) { createApiClient(input: $i) { secret client { id clientId version } } }', {
      as: 'sysadmin',
      variables: { i: { name: '示例社会组织', division: '310113109000', scopes } },
    })
    return data.createApiClient
  }
  const credentials = async (clientId: string, secret: string, scope: string) => {
    const response = await fetch(`${w.url}/oidc/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${clientId}:${secret}`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', scope }),
    })
    return (await response.json()) as { access_token?: string; error?: string }
  }

  test('gets a token for its scopes, and only for them, until it is revoked', async () => {
    const { client, secret } = await create(['territory:read'])
    const { access_token } = await credentials(client.clientId, secret, 'territory:read')
    const headers = { authorization: `Bearer ${access_token}` }
    expect((await w.ask('{ __typename }', { headers })).status).toBe(200)
    expect((await w.ask('{ todos { edges { cursor } } }', { headers })).errors[0]!.extensions.code).toBe('FORBIDDEN')
    await w.ask('mutation ($id: ID!) { revokeApiClient(id: $id, expectedVersion: 1, reason: "合作结束") { revokedAt } }', {
      as: 'sysadmin',
      variables: { id: client.id },
    })
    expect((await credentials(client.clientId, secret, 'territory:read')).error).toBe('invalid_client')
    await expect
      .poll(async () => (await w.ask('{ __typename }', { headers })).status, { timeout: 8_000, interval: 500 })
      .toBe(401)
  })

  test('is refused with a wrong secret', async () => {
    const { client } = await create(['territory:read'])
    expect((await credentials(client.clientId, 'wrong', 'territory:read')).error).toBe('invalid_client')
  })

  test('its secret is answered once, also to the same key', async () => {
    const send = () =>
      w.ask<{ createApiClient: { secret: string } } | null>(
        'mutation ($i: ApiClientInput!) { createApiClient(input: $i) { secret } }',
        {
          as: 'sysadmin',
          variables: { i: { name: '示例', division: '310113109000', scopes: ['territory:read'] } },
          headers: { 'idempotency-key': 'client-1' },
        },
      )
    expect((await send()).data!.createApiClient.secret).toHaveLength(43)
    const again = await send()
    expect([again.data ?? null, again.errors[0]!.extensions.code]).toEqual([null, 'BAD_USER_INPUT'])
  })
})

test('a second factor is asked for once it is set up', async () => {
  const { signInDesk } = await import('../../subgraphs/office/signin/signin.ts')
  const { TEST_SECRET } = await import('../support/platform.ts')
  const office = w.platforms[0]!.running.find((r) => r.name === 'office')!
  const desk = signInDesk(office, { secret: TEST_SECRET, strict: true })
  const outcome = await desk.password('auditor', DEMO_PASSWORD)
  expect(outcome).toMatchObject({ second: 'enrol' })
  const { account } = outcome as { account: string }
  const { base32 } = await desk.enrol(account)
  const code = () => new TOTP({ secret: Secret.fromBase32(base32) }).generate()
  expect(await desk.code(account, '000000')).toMatchObject({ refused: expect.anything() })
  expect(await desk.code(account, code())).toEqual({ account })

  const { b, page, action } = await signIn('auditor')
  expect(page).toContain('两步验证')
  const { code: granted } = await b.send(action, { code: code() })
  expect(await whoIs((await b.redeem(granted!)).body.access_token)).toBe('auditor')
})
