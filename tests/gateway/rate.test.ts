// Who asks too often is told when to ask again; others are not held up, and nothing was done.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addressOf } from '../../gateway/rate.ts'
import { world, type World } from '../support/world.ts'

let w: World
beforeAll(async () => {
  w = await world('together', { env: { RATE_ANONYMOUS: '5', RATE_SIGNED_IN: '20', PROXIES: '1' } })
})
afterAll(() => w.stop())

const asked = (from: string, language = 'zh-CN') =>
  fetch(`${w.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-linli-csrf': '1', 'x-forwarded-for': from, 'accept-language': language },
    body: JSON.stringify({ query: '{ __typename }' }),
  })

describe('of twenty at once', () => {
  test('five from one address are answered, and the rest hear when to ask again', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => asked('203.0.113.7')))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(5)
    const late = answers.filter(({ status }) => status === 429)
    expect(late).toHaveLength(15)
    for (const { headers } of late) expect(Number(headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await late[0]!.json()).toEqual({
      errors: [{ message: expect.stringMatching(/^请求过于频繁，请\d+秒后再试。$/), extensions: { code: 'RATE_LIMITED' } }],
    })
    const { errors } = (await (await asked('203.0.113.7', 'en')).json()) as { errors: { message: string }[] }
    expect(errors[0]!.message).toMatch(/^Too many requests/)
  })

  test('another address is not held up, nor is whoever writes another address before it', async () => {
    expect((await asked('203.0.113.8')).status).toBe(200)
    expect((await asked('198.51.100.1, 203.0.113.7')).status).toBe(429)
  })

  test('accounts are counted each by itself, wherever they ask from', async () => {
    const ask = (as: string) => w.ask('{ me { username } }', { as })
    const answers = await Promise.all(Array.from({ length: 30 }, () => ask('town')))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(20)
    expect((await ask('member')).status).toBe(200)
  })
})

test('the address is what our own outermost proxy saw', () => {
  const of = (forwarded: string | undefined, proxies: number) =>
    addressOf({ headers: { 'x-forwarded-for': forwarded }, socket: { remoteAddress: '10.0.0.9' } as never }, proxies)
  expect(of(undefined, 0)).toBe('10.0.0.9')
  expect(of('198.51.100.1', 0)).toBe('10.0.0.9')
  expect(of('198.51.100.1', 1)).toBe('198.51.100.1')
  expect(of('6.6.6.6, 198.51.100.1, 10.0.0.8', 2)).toBe('198.51.100.1')
  expect(of(undefined, 2)).toBe('10.0.0.9')
})
