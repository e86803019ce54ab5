// The same scenarios in both shapes: everything in one process, and every subgraph in a server of its own.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { world, type Shape, type World } from '../support/world.ts'

describe.each<Shape>(['together', 'apart'])('%s', (shape) => {
  let w: World
  beforeAll(async () => {
    w = await world(shape)
  })
  afterAll(() => w.stop())

  test('a signed-in officer is known in every subgraph', async () => {
    const { data, errors } = await w.ask<{ me: object }>('{ me { username division { code name } grants { role } } }', {
      as: 'chair',
    })
    expect(errors).toEqual([])
    expect(data.me).toEqual({
      username: 'chair',
      division: { code: '310113109043', name: expect.stringContaining('馨佳园第九') },
      grants: [{ role: 'MEETING_CHAIR' }, { role: 'COMMITTEE_MEMBER' }],
    })
  })

  test('the same idempotency key gives the same answer once', async () => {
    const send = (value: string) =>
      w.ask<object>('mutation ($v: String!) { setPreference(key: "k", value: $v) { value } }', {
        as: 'member',
        variables: { v: value },
        headers: { 'idempotency-key': 'one' },
      })
    const [first, second, other] = [await send('1'), await send('1'), await send('2')]
    expect([first.data, second.data]).toEqual([{ setPreference: { value: '1' } }, { setPreference: { value: '1' } }])
    expect(other.errors.map((e) => e.extensions.code)).toEqual(['BAD_USER_INPUT'])
  })

  test('a request that the gateway did not sign is refused by a subgraph', async () => {
    for (const url of Object.values(w.platforms[0]!.subgraphUrls)) {
      const response = await fetch(url, {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'linli-actor': 'forged' },
        body: '{"query":"{__typename}"}',
      })
      expect(response.status).toBe(401)
    }
    expect(Object.keys(w.platforms[0]!.subgraphUrls).length > 0).toBe(shape === 'apart')
  })
})
