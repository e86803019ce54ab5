// A small version of `npm run voters`, which does the same with ten thousand.
import { expect, test } from 'vitest'
import { castUnderFire } from './voters.ts'

test(
  'V1, V3: three hundred households cast while the server is killed twice: the count is what was acknowledged',
  { timeout: 240_000 },
  async () => {
    const { acknowledged, counted, present, kills, isRecountSame } = await castUnderFire(300)
    expect(kills).toBe(2)
    expect(counted).toEqual(acknowledged)
    expect(present).toBe(300)
    expect(isRecountSame).toBe(true)
  },
)
