// The admin goes by the server's clock, as the Date header of every answer tells it.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { learnTime, now } from '../../admin/app/clock.ts'

const HERE = new Date('2026-11-21T06:30:00.400Z')
const DAY = 86_400_000
/** An answer of a server whose clock is so far ahead, half a second under way. */
const hear = (ahead: number) => {
  const askedAt = Date.now()
  vi.setSystemTime(askedAt + 500)
  learnTime(new Date(askedAt + 250 + ahead).toUTCString(), askedAt, Date.now())
}
const ahead = () => now() - Date.now()

beforeEach(() => void vi.useFakeTimers({ now: HERE, toFake: ['Date'] }))
afterEach(() => {
  hear(0)
  vi.useRealTimers()
})

describe('the clock', () => {
  test.each([12 * DAY, -3 * DAY, 10 * 60_000, -5_000])('follows a server that is %i ms ahead, to the second', (offset) => {
    hear(offset)
    expect(Math.abs(ahead() - offset)).toBeLessThan(1_000)
  })

  test('is this machine’s own when the two agree within the coarseness of a header', () => {
    for (const offset of [0, 900, -900, 1_500]) {
      hear(offset)
      expect(ahead()).toBe(0)
    }
  })

  test('does not waver from answer to answer', () => {
    hear(DAY)
    const first = ahead()
    for (let n = 0; n < 20; n += 1) {
      vi.setSystemTime(Date.now() + 137 * n)
      hear(DAY)
      expect(ahead()).toBe(first)
    }
  })

  test('follows a clock that is set right again', () => {
    hear(DAY)
    hear(0)
    expect(ahead()).toBe(0)
  })

  test('stays as it is when an answer does not say', () => {
    hear(DAY)
    const first = ahead()
    learnTime(null, Date.now(), Date.now())
    learnTime('soon', Date.now(), Date.now())
    expect(ahead()).toBe(first)
  })
})
