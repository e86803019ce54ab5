// A transaction on its connection: what is told goes out with what is asked next, in order; what fails undoes all of it and
// leaves the connection as good as new.
import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Connection } from '../../gateway/host/client.ts'
import { Turn } from '../../gateway/host/driver.ts'
import { stage, type Stage } from '../support/platform.ts'

let s: Stage
let pool: Pool
beforeAll(async () => {
  s = await stage(['office'])
  const line = s.subgraphs['office']!.orm.em.getConnection() as unknown as { getNativeClient: () => Promise<Pool> }
  pool = await line.getNativeClient()
})
afterAll(() => s.stop())

const WRITE = 'insert into office.reply (caller, key, digest, "at") values ($1, $2, $3, now())'
const write = (client: Connection, caller: string, key: string) => client.tell(WRITE, [caller, key, 'x'])
const keysOf = async (caller: string) =>
  (await s.sql<{ key: string }>('select key from office.reply where caller = $1 order by key', [caller])).map(({ key }) => key)
const count = async (client: Connection, caller: string) => {
  const { rows } = await client.query<{ n: number }>('select count(*)::int as n from office.reply where caller = $1', [caller])
  return rows[0]!.n
}
/** The same again and again, on one connection: what it has not heard before it is asked in another way. */
const often = async (work: (client: Connection, round: number) => Promise<void>, how: 'commit' | 'rollback' = 'commit') => {
  for (let round = 0; round < 6; round += 1) {
    const turn = await Turn.begun(pool)
    try {
      await work(turn.client, round)
      await turn.end(how)
    } finally {
      await turn.end('rollback')
    }
  }
}

describe('what is told', () => {
  test('comes before what is asked after it, and stands when the transaction is committed', async () => {
    await often(async (client, round) => {
      write(client, 'order', `${round}a`)
      write(client, 'order', `${round}b`)
      expect(await count(client, 'order')).toBe(2 * round + 2)
      write(client, 'order', `${round}c`)
      expect(await count(client, 'order')).toBe(2 * round + 3)
      await client.query('delete from office.reply where caller = $1 and key = $2', ['order', `${round}c`])
    })
    expect(await keysOf('order')).toHaveLength(12)
  })

  test('is nothing when the transaction is undone, whether it was sent by then or not', async () => {
    await often(async (client, round) => {
      write(client, 'undone', String(round))
      if (round % 2) await count(client, 'undone')
    }, 'rollback')
    expect(await keysOf('undone')).toEqual([])
  })

  test('and fails, is heard at the end, undoes all, and spoils nothing for the next on the connection', async () => {
    for (let round = 0; round < 6; round += 1) {
      const turn = await Turn.begun(pool)
      write(turn.client, 'twice', 'before')
      write(turn.client, 'twice', 'same')
      write(turn.client, 'twice', 'same')
      write(turn.client, 'twice', 'after')
      await expect(turn.end('commit')).rejects.toMatchObject({ code: '23505', constraint: 'reply_pkey' })
      expect(await keysOf('twice')).toEqual([])
      expect(pool.totalCount).toBe(pool.idleCount)
    }
    await often(async (client, round) => write(client, 'next', String(round)))
    expect(await keysOf('next')).toHaveLength(6)
  })

  test('and fails, is what everyone hears who asks afterwards', async () => {
    const turn = await Turn.begun(pool)
    write(turn.client, 'heard', 'same')
    write(turn.client, 'heard', 'same')
    await expect(count(turn.client, 'heard')).rejects.toMatchObject({ constraint: 'reply_pkey' })
    await expect(count(turn.client, 'heard')).rejects.toMatchObject({ constraint: 'reply_pkey' })
    await turn.end('rollback')
    expect(await keysOf('heard')).toEqual([])
  })
})

test('a transaction in which nothing was said costs nothing, and one that has ended says nothing', async () => {
  const turn = await Turn.begun(pool)
  await turn.end('commit')
  expect(() => turn.client).toThrow('The transaction has ended.')
  await turn.end('rollback')
})

test('a part is undone by itself', async () => {
  const turn = await Turn.begun(pool)
  write(turn.client, 'part', 'around')
  const part = await turn.part()
  write(part.client, 'part', 'same')
  write(part.client, 'part', 'same')
  await expect(count(part.client, 'part')).rejects.toMatchObject({ constraint: 'reply_pkey' })
  await part.end('rollback')
  expect(await count(turn.client, 'part')).toBe(1)
  await turn.end('commit')
  expect(await keysOf('part')).toEqual(['around'])
})

test('rows keep their columns when they are asked again, as objects and as lists, with none and with many', async () => {
  const text = 'select key, digest, "at" is not null as dated from office.reply where caller = $1 order by key'
  await often(async (client, round) => {
    write(client, `rows${round}`, 'a')
    write(client, `rows${round}`, 'b')
    const named = await client.query(text, [`rows${round}`])
    expect(named.rows).toEqual(['a', 'b'].map((key) => ({ key, digest: 'x', dated: true })))
    const listed = await client.query({ name: 'listed', text, values: [`rows${round}`], rowMode: 'array' })
    expect(listed.rows).toEqual(['a', 'b'].map((key) => [key, 'x', true]))
    expect(listed.fields.map(({ name }) => name)).toEqual(['key', 'digest', 'dated'])
    expect((await client.query(text, ['nobody'])).rows).toEqual([])
  })
})

test('plans are made for keys inside a transaction and for the values outside of it', async () => {
  const client = (await pool.connect()) as unknown as Connection & { release: () => void }
  const mode = async () => (await client.query<{ m: string }>(`select current_setting('plan_cache_mode') as m`)).rows[0]!.m
  expect(await mode()).toBe('auto')
  await client.query('begin')
  expect(await mode()).toBe('force_generic_plan')
  await client.query('rollback')
  expect(await mode()).toBe('auto')
  client.release()
})
