// A city that signs people in by itself: its tokens count, its subjects are found, and the admin is sent there.
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { world, type World } from '../support/world.ts'

let city: World
let here: World
beforeAll(async () => {
  city = await world()
  here = await world('together', { env: { OIDC_ISSUER: `${city.url}/oidc` } })
})
afterAll(async () => {
  await here.stop()
  await city.stop()
})

const ask = async (username: string) => {
  const authorization = `Bearer ${await city.token(username)}`
  return here.ask<{ me: { username: string } }>('{ me { username } }', { headers: { authorization } })
}

const bind = async (username: string, subject: string) => {
  const client = new pg.Client({ connectionString: here.databaseUrl })
  await client.connect()
  await client.query('update office.account set subject = $2 where username = $1', [username, subject])
  await client.end()
}

describe('a token of the city', () => {
  test('of someone who has no account here is refused', async () => {
    expect((await ask('chair')).status).toBe(401)
  })

  test('lets in whoever is entered with its subject', async () => {
    const { data } = await city.ask<{ me: { id: string } }>('{ me { id } }', { as: 'member' })
    await bind('member', data.me.id)
    expect((await ask('member')).data.me).toEqual({ username: 'member' })
  })
})

test('the admin is handed the city’s configuration, and may reach it', async () => {
  const response = await fetch(`${here.url}/oidc/.well-known/openid-configuration`)
  expect(((await response.json()) as { issuer: string }).issuer).toBe(`${city.url}/oidc`)
  const page = await fetch(`${here.url}/admin/`)
  expect(page.headers.get('content-security-policy')).toContain(`connect-src 'self' ${city.url}`)
})

test('no token is issued here', async () => {
  expect((await fetch(`${here.url}/oidc/token`, { method: 'POST' })).status).toBe(404)
})
